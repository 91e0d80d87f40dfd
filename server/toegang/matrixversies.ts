import { desc, lte } from 'drizzle-orm';
import type { GeopendeDatabase } from '../database/database.ts';
import { matrixversies } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import { datumOp } from '../kern/tijd.ts';

/** Versions of the default before the one of today. */
const EERDER: ReadonlySet<string> = new Set(['2026-1']);

/**
 * The matrix that holds today, as stored; a database that never had another than an older default gets the one given,
 * and a municipality's own stays. Whoever loads it checks it: a version that is wrong stops the start.
 */
export function matrixOp(
  database: GeopendeDatabase,
  omgeving: Omgeving,
  standaard: { readonly versie: string; readonly geldigVanaf: string },
): unknown {
  const { db } = database;
  const versies = db.select({ versie: matrixversies.versie }).from(matrixversies).all();
  if (versies.every(({ versie }) => EERDER.has(versie))) {
    db.insert(matrixversies)
      .values({
        versie: standaard.versie,
        geldigVanaf: standaard.geldigVanaf,
        inhoud: JSON.stringify(standaard),
      })
      .run();
  }
  const nu = db
    .select()
    .from(matrixversies)
    .where(lte(matrixversies.geldigVanaf, datumOp(omgeving.nu())))
    .orderBy(desc(matrixversies.geldigVanaf), desc(matrixversies.versie))
    .get();
  if (nu === undefined)
    throw new Error('Er is nog geen versie van de afspraken over wie wat ziet die vandaag geldt.');
  return JSON.parse(nu.inhoud);
}

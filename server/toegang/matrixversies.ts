import { desc, lte } from 'drizzle-orm';
import type { GeopendeDatabase } from '../database/database.ts';
import { matrixversies } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import { datumOp } from '../kern/tijd.ts';

/**
 * The matrix that holds today, as stored; an empty table is filled with the one given. Whoever loads it checks it:
 * a version that is wrong stops the start.
 */
export function matrixOp(
  database: GeopendeDatabase,
  omgeving: Omgeving,
  standaard: { readonly versie: string; readonly geldigVanaf: string },
): unknown {
  const { db } = database;
  const isLeeg = db.select({ versie: matrixversies.versie }).from(matrixversies).limit(1).get() === undefined;
  if (isLeeg) {
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

import { eq } from 'drizzle-orm';
import type { Organisatierol } from '../../shared/organisatierollen.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { medewerkerRollen, medewerkers, medewerkerZetels, personen } from '../database/schema.ts';

// What an organisation puts in of who works there: outside any casus, in a transaction of the caller's.

/** A medewerker as their organisation puts them in, with the zetels that they may take, the first proposed (NK12). */
export type NieuweMedewerker = typeof medewerkers.$inferInsert & { readonly zetels: readonly string[] };

/** Puts in a person who is a medewerker. @throws SqliteError when who leads them works elsewhere */
export function neemInDienst({ db }: GeopendeDatabase, { zetels, ...medewerker }: NieuweMedewerker): void {
  db.insert(personen).values({ id: medewerker.id, soort: 'medewerker' }).run();
  db.insert(medewerkers).values(medewerker).run();
  zetels.forEach((zetel, volgorde) => {
    db.insert(medewerkerZetels).values({ medewerkerId: medewerker.id, zetel, volgorde }).run();
  });
}

/**
 * Says who leads a medewerker; null: nobody.
 * @throws SqliteError when that would go round, or they work elsewhere
 */
export function zetLeidinggevende(
  { db }: GeopendeDatabase,
  medewerkerId: string,
  leidinggevendeId: string | null,
): void {
  db.update(medewerkers).set({ leidinggevendeId }).where(eq(medewerkers.id, medewerkerId)).run();
}

/** A role of a medewerker of the municipality, from when until when (ms since 1970; null: no end is known). */
export interface NieuweRol {
  readonly id: string;
  readonly medewerkerId: string;
  readonly rol: Organisatierol;
  readonly van: number;
  readonly tot: number | null;
}

/** @throws SqliteError for who works elsewhere, or has that role at that time already */
export function geefRol({ db }: GeopendeDatabase, rol: NieuweRol): void {
  db.insert(medewerkerRollen).values(rol).run();
}

/** Ends a role at a moment; what it was stays. @throws SqliteError when it hasn't begun by then */
export function beeindigRol({ db }: GeopendeDatabase, id: string, tot: number): void {
  db.update(medewerkerRollen).set({ tot }).where(eq(medewerkerRollen.id, id)).run();
}

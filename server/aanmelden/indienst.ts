import type { GeopendeDatabase } from '../database/database.ts';
import { medewerkers, medewerkerZetels, personen } from '../database/schema.ts';

/** A medewerker as their organisation puts them in, with the zetels that they may take, the first proposed (NK12). */
export type NieuweMedewerker = typeof medewerkers.$inferInsert & { readonly zetels: readonly string[] };

/** Puts in a person who is a medewerker; in a transaction of the caller's. */
export function neemInDienst({ db }: GeopendeDatabase, { zetels, ...medewerker }: NieuweMedewerker): void {
  db.insert(personen).values({ id: medewerker.id, soort: 'medewerker' }).run();
  db.insert(medewerkers).values(medewerker).run();
  zetels.forEach((zetel, volgorde) => {
    db.insert(medewerkerZetels).values({ medewerkerId: medewerker.id, zetel, volgorde }).run();
  });
}

import { closeSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { geefDefinitieveNaam, maakMap } from './bestanden.ts';

const AANTAL_BEWAARD = 5;
const NAAM = /^regietafel-.+-v\d+\.db$/;

/**
 * Copies an open database by SQLite's own backup (a copied file misses what is still in the WAL), and lets go of all
 * but the last five. Content in it is as encrypted as in the database.
 *
 * @param versie how many migrations it has had
 * @param nu milliseconds since 1970
 * @returns the path of the copy
 */
export async function maakReservekopie(
  sqlite: Database.Database,
  map: string,
  versie: number,
  nu: number,
): Promise<string> {
  maakMap(map);
  const tijd = new Date(nu).toISOString().replaceAll(':', '-');
  const pad = join(map, `regietafel-${tijd}-v${versie}.db`);
  const tijdelijk = `${pad}.deel`;
  for (const half of readdirSync(map).filter((naam) => naam.includes('.deel'))) rmSync(join(map, half));
  closeSync(openSync(tijdelijk, 'wx', 0o600));
  await sqlite.backup(tijdelijk);
  geefDefinitieveNaam(tijdelijk, pad);

  // The names sort by time.
  const kopieen = readdirSync(map)
    .filter((naam) => NAAM.test(naam))
    .sort();
  for (const oude of kopieen.slice(0, -AANTAL_BEWAARD)) rmSync(join(map, oude));
  return pad;
}

import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { DatabaseFout } from './databasefout.ts';

/** What SQLite puts beside a database. */
export const NEVENBESTANDEN = ['-wal', '-shm', '-journal'] as const;

/** Windows has no permission bits, and no folders that can be synced. */
const KENT_RECHTEN = process.platform !== 'win32';

/**
 * Makes the folder for its owner alone. One that exists keeps its permissions: it may be shared with others on
 * purpose, and our files in it are closed themselves.
 */
export function maakMap(pad: string): void {
  try {
    for (const map of ontbrekendeMappen(resolve(pad))) mkdirSync(map, { mode: 0o700 });
    if (!statSync(pad).isDirectory()) throw new Error('a file, not a folder');
  } catch (fout) {
    throw geenToegang(pad, fout);
  }
}

/** From the outside in. Node's own `recursive` never returns where the system says of a new folder that it isn't there. */
function ontbrekendeMappen(pad: string): string[] {
  const buiten = dirname(pad);
  if (existsSync(pad) || buiten === pad) return [];
  return [...ontbrekendeMappen(buiten), pad];
}

/** Takes away what others than the owner may do with a file, for instance after it was put back from a copy. */
export function beperkTotEigenaar(pad: string): void {
  if (!KENT_RECHTEN) return;
  try {
    if ((statSync(pad).mode & 0o077) !== 0) chmodSync(pad, 0o600);
  } catch (fout) {
    throw new DatabaseFout(
      'geen_toegang',
      `Anderen kunnen ${pad} lezen en dat is niet te veranderen. Geef alleen de eigenaar toegang (chmod 600 ${pad}) en start opnieuw.`,
      { cause: fout },
    );
  }
}

export function mogenAnderenSchrijven(map: string): boolean {
  return KENT_RECHTEN && (statSync(map).mode & 0o022) !== 0;
}

/** A new file, there whole or not at all: what the process or the power leaves half lies under another name. */
export function schrijfNieuwBestand(pad: string, inhoud: Uint8Array): void {
  const tijdelijk = `${pad}.nieuw`;
  rmSync(tijdelijk, { force: true });
  writeFileSync(tijdelijk, inhoud, { flag: 'wx', mode: 0o600 });
  geefDefinitieveNaam(tijdelijk, pad);
}

/** The same for a SQLite file. `vul` gets it empty, and leaves it as it must be. */
export function maakDatabasebestand(pad: string, vul: (sqlite: Database.Database) => void): void {
  const tijdelijk = `${pad}.nieuw`;
  for (const einde of ['', ...NEVENBESTANDEN]) rmSync(tijdelijk + einde, { force: true });
  // SQLite would make it readable to others; its side files take over the mode of the file.
  closeSync(openSync(tijdelijk, 'wx', 0o600));
  const sqlite = new Database(tijdelijk, { timeout: 0 });
  try {
    vul(sqlite);
  } finally {
    sqlite.close();
  }
  geefDefinitieveNaam(tijdelijk, pad);
}

/** Puts a finished file under its own name, on the disk and not only in the system's memory. */
export function geefDefinitieveNaam(tijdelijk: string, pad: string): void {
  zetOpSchijf(tijdelijk, 'r+');
  renameSync(tijdelijk, pad);
  if (KENT_RECHTEN) zetOpSchijf(dirname(pad), 'r');
}

export function geenToegang(pad: string, oorzaak: unknown): DatabaseFout {
  return new DatabaseFout(
    'geen_toegang',
    `Regietafel kan niet bij ${pad}. Kijk of het pad klopt, of er ruimte is, en of de gebruiker die Regietafel start er mag lezen en schrijven; start dan opnieuw.`,
    { cause: oorzaak },
  );
}

/**
 * Writes what stands there already, for real: else that the file, its folder or the disk takes no write would show in the
 * midst of the start, or of somebody's work. @throws DatabaseFout `geen_toegang`
 */
export function eisSchrijfbaar(sqlite: Database.Database, pad: string): void {
  try {
    sqlite.pragma(`user_version = ${Number(sqlite.pragma('user_version', { simple: true }))}`);
  } catch (fout) {
    throw geenToegang(pad, fout);
  }
}

function zetOpSchijf(pad: string, vlag: 'r' | 'r+'): void {
  const bestand = openSync(pad, vlag);
  try {
    fsyncSync(bestand);
  } finally {
    closeSync(bestand);
  }
}

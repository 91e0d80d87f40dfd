import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { geenToegang, NEVENBESTANDEN } from './bestanden.ts';
import { DatabaseFout } from './databasefout.ts';
import { isWalBeschadigd } from './wal.ts';

/**
 * Looks at a SQLite file before anything may write to it: whether it is whole and bears our number. A file that is
 * refused keeps every byte, and gets no side files.
 *
 * SQLite can't open a database in WAL mode without making files beside it, so it looks in a folder of its own, at a
 * second name of the same file, opened for reading only, with a copy of what a process that died left in the WAL.
 *
 * Only for who holds the folder (slot.ts), with the file not open in this process.
 *
 * @param lees reads what else must be known from the file; what it throws comes out
 * @returns null when there is no such file
 * @throws DatabaseFout `beschadigd`, `vreemd`, `onvolledig`, `geen_toegang`
 */
export function keur<T>(pad: string, applicatieId: number, lees: (sqlite: Database.Database) => T): T | null {
  const bestand = kijk(pad);
  if (bestand === undefined) {
    weigerAchtergebleven(pad);
    return null;
  }
  if (!bestand.isFile()) throw vreemd(pad);
  if (bestand.size === 0) throw beschadigd(pad, 'leeg');

  const map = join(dirname(pad), '.keuring');
  try {
    // First: SQLite would read past what is damaged, and what the file looks like without it says nothing.
    if (existsSync(`${pad}-wal`) && isWalBeschadigd(readFileSync(`${pad}-wal`))) throw walBeschadigd(pad);
    rmSync(map, { recursive: true, force: true });
    mkdirSync(map, { mode: 0o700 });
    const sqlite = new Database(...legKlaar(pad, join(map, 'gekeurd.db')));
    try {
      sqlite.pragma('trusted_schema = off');
      if (sqlite.pragma('application_id', { simple: true }) !== applicatieId) throw vreemd(pad);
      if (sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') throw beschadigd(pad, 'beschadigd');
      // SQLite reads what is missing of the last page as zeroes. A process that died while it moved the WAL into the
      // file may leave half a page; then the WAL is there still, with the whole one.
      const paginalengte = Number(sqlite.pragma('page_size', { simple: true }));
      if (bestand.size % paginalengte !== 0 && !existsSync(`${pad}-wal`)) throw beschadigd(pad, 'beschadigd');
      return lees(sqlite);
    } finally {
      sqlite.close();
    }
  } catch (fout) {
    throw alsDatabaseFout(fout, pad);
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}

export function vreemd(pad: string): DatabaseFout {
  return new DatabaseFout(
    'vreemd',
    `${pad} is niet van Regietafel en is niet aangeraakt. Zet het ergens anders neer, of kies een andere map met REGIETAFEL_DATA en REGIETAFEL_SLEUTELS; start dan opnieuw.`,
  );
}

export function beschadigd(pad: string, hoe: 'leeg' | 'beschadigd', oorzaak?: unknown): DatabaseFout {
  return new DatabaseFout(
    'beschadigd',
    `Het bestand ${pad} is ${hoe} en is niet aangeraakt. Bewaar het apart, zet een reservekopie terug (docs/storage.md zegt hoe) en start opnieuw.`,
    { cause: oorzaak },
  );
}

function walBeschadigd(pad: string): DatabaseFout {
  return new DatabaseFout(
    'beschadigd',
    `Wat het laatst is opgeslagen, staat in ${pad}-wal, en dat bestand is beschadigd. Er is niets aangeraakt. Bewaar ${pad} en ${pad}-wal apart. Zet dan een reservekopie terug (docs/storage.md zegt hoe), of haal ${pad}-wal weg om verder te gaan zonder wat het laatst is opgeslagen; start dan opnieuw.`,
  );
}

/** The arguments to open a file by, so that it can't change. */
function legKlaar(pad: string, plek: string): [string, Database.Options] {
  // A rollback journal (left when somebody took the file out of WAL mode) can't be read without writing: a real copy.
  const heeftJournaal = existsSync(`${pad}-journal`);
  if (heeftJournaal) copyFileSync(pad, plek);
  else geefTweedeNaam(pad, plek);
  for (const einde of ['-wal', '-journal']) {
    if (existsSync(pad + einde)) copyFileSync(pad + einde, plek + einde);
  }
  return [plek, { readonly: !heeftJournaal, fileMustExist: true, timeout: 0 }];
}

/** By a hard link, which costs nothing however large the file; some file systems have none. */
function geefTweedeNaam(pad: string, plek: string): void {
  try {
    linkSync(pad, plek);
  } catch {
    copyFileSync(pad, plek);
  }
}

/** A WAL without its database would be poured into the next one that gets the name. */
function weigerAchtergebleven(pad: string): void {
  const rest = NEVENBESTANDEN.map((einde) => pad + einde).find((nevenbestand) => existsSync(nevenbestand));
  if (rest === undefined) return;
  throw new DatabaseFout(
    'onvolledig',
    `${pad} is weg, maar ${rest} hoort erbij en staat er nog. Zet het bestand terug, of haal alles weg wat met de naam ${pad} begint als u opnieuw wilt beginnen; start dan opnieuw.`,
  );
}

function kijk(pad: string): Stats | undefined {
  try {
    return lstatSync(pad, { throwIfNoEntry: false });
  } catch (fout) {
    throw geenToegang(pad, fout);
  }
}

function alsDatabaseFout(fout: unknown, pad: string): unknown {
  if (fout instanceof DatabaseFout) return fout;
  if (fout instanceof Database.SqliteError) {
    return /^SQLITE_(?:CANTOPEN|IOERR|PERM|READONLY|FULL|AUTH|NOMEM)/.test(fout.code)
      ? geenToegang(pad, fout)
      : beschadigd(pad, 'beschadigd', fout);
  }
  const vanHetSysteem = fout instanceof Error && 'syscall' in fout;
  return vanHetSysteem ? geenToegang(pad, fout) : fout;
}

import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { geenToegang } from './bestanden.ts';
import { DatabaseFout } from './databasefout.ts';

export interface Slot {
  laatLos(): void;
}

/**
 * Holds a folder for this process alone, until `laatLos` or its end. The lock is a transaction on a small SQLite file
 * of its own: the kernel takes it back when the process dies, however it dies, so a stale one can't exist.
 *
 * Nothing else in this process may open `regietafel.slot`, not even to read it: closing a file drops all the locks
 * that the process has on it (POSIX).
 *
 * @throws DatabaseFout `in_gebruik`, `geen_toegang`
 */
export function neemSlot(map: string): Slot {
  const pad = join(map, 'regietafel.slot');
  maakEenmalig(pad);
  let sqlite: Database.Database | undefined;
  try {
    sqlite = new Database(pad, { fileMustExist: true, timeout: 0 });
    // Nothing is ever written in it, so no journal need lie beside it. (better-sqlite3 refuses `off`.)
    sqlite.pragma('journal_mode = memory');
    sqlite.exec('begin exclusive');
  } catch (fout) {
    sqlite?.close();
    if (!(fout instanceof Database.SqliteError)) throw fout;
    if (!fout.code.startsWith('SQLITE_BUSY')) throw geenToegang(pad, fout);
    throw new DatabaseFout(
      'in_gebruik',
      `De map ${map} is in gebruik door een andere Regietafel. Stop die eerst, of kies een andere map met REGIETAFEL_DATA en REGIETAFEL_SLEUTELS.`,
      { cause: fout },
    );
  }
  const gehouden = sqlite;
  return { laatLos: () => gehouden.close() };
}

/** `wx` does not open a file that is there already, see above. */
function maakEenmalig(pad: string): void {
  try {
    closeSync(openSync(pad, 'wx', 0o600));
  } catch (fout) {
    if (!(fout instanceof Error && 'code' in fout && fout.code === 'EEXIST')) throw geenToegang(pad, fout);
  }
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { DatabaseFout } from './databasefout.ts';
import { beschadigd, vreemd } from './keuring.ts';

/** The steps that made, and make, our tables, oldest first. */
export type Migraties = readonly MigrationMeta[];

/** drizzle's own table, so that its tools understand our files. */
const TABEL = '__drizzle_migrations';

/** @param map the folder migrations/, as drizzle-kit wrote it */
export function leesMigraties(map: string = zoekMigraties()): Migraties {
  return readMigrationFiles({ migrationsFolder: map });
}

/** Upward from this file, because it runs from server/ (tests) and from dist/server/ (the product). */
export function zoekMigraties(vanaf: string = dirname(fileURLToPath(import.meta.url))): string {
  for (let map = vanaf; ; map = dirname(map)) {
    const migraties = join(map, 'migrations');
    if (existsSync(join(migraties, 'meta', '_journal.json'))) return migraties;
    if (dirname(map) === map) throw new Error(`no migrations/ above ${vanaf}`);
  }
}

/**
 * How many of the migrations a file has had. Its tables must be exactly the ones that those make.
 *
 * @throws DatabaseFout `nieuwer` when it had one that we don't know, `vreemd`, `beschadigd`
 */
export function bepaalVersie(sqlite: Database.Database, migraties: Migraties, pad: string): number {
  const aanwezig = onderdelenVan(sqlite);
  if (!aanwezig.has(`table ${TABEL}`)) throw vreemd(pad);
  const gedaan = sqlite.prepare(`select hash from ${TABEL} order by rowid`).pluck().all();
  // Not drizzle's own comparison, of the newest time only: that skips a migration that came in late from a branch.
  if (!gedaan.every((hash, plaats) => hash === migraties[plaats]?.hash)) {
    throw new DatabaseFout(
      'nieuwer',
      `${pad} is gemaakt met een andere, waarschijnlijk nieuwere versie van Regietafel, en is niet aangeraakt. Start die versie, of zet een reservekopie van voor de overgang terug (docs/storage.md zegt hoe).`,
    );
  }
  const verwacht = onderdelenNa(migraties.slice(0, gedaan.length));
  if ([...aanwezig].some((onderdeel) => !verwacht.has(onderdeel))) throw vreemd(pad);
  if (aanwezig.size < verwacht.size) throw beschadigd(pad, 'beschadigd');
  return gedaan.length;
}

/**
 * Does the migrations from number `vanaf` on, all or none. Not by drizzle's `migrate`: that commits before anybody
 * can look whether a reference was broken, and with foreign keys on, rebuilding a table empties what refers to it
 * by cascade. They can only be switched off outside a transaction.
 */
export function migreer(sqlite: Database.Database, migraties: Migraties, vanaf: number): void {
  sqlite.pragma('foreign_keys = off');
  try {
    const alles = sqlite.transaction(() => {
      sqlite.exec(
        `create table if not exists ${TABEL} (id integer primary key, hash text not null, created_at numeric)`,
      );
      const noteer = sqlite.prepare(`insert into ${TABEL} (hash, created_at) values (?, ?)`);
      for (const migratie of migraties.slice(vanaf)) {
        for (const stap of migratie.sql) sqlite.exec(stap);
        noteer.run(migratie.hash, migratie.folderMillis);
      }
      const losse = sqlite.prepare('select distinct "table" from pragma_foreign_key_check').pluck().all();
      if (losse.length > 0)
        throw new Error(`the migration leaves references to nothing in ${losse.join(', ')}`);
    });
    alles.immediate();
  } finally {
    sqlite.pragma('foreign_keys = on');
  }
}

function onderdelenNa(migraties: Migraties): ReadonlySet<string> {
  const sqlite = new Database(':memory:');
  try {
    migreer(sqlite, migraties, 0);
    return onderdelenVan(sqlite);
  } finally {
    sqlite.close();
  }
}

/** Tables, indexes, views and triggers by name; not by their text, which SQLite versions write differently. */
function onderdelenVan(sqlite: Database.Database): ReadonlySet<string> {
  const namen = sqlite
    .prepare<[], string>(
      "select type || ' ' || name from sqlite_schema where name not like 'sqlite\\_%' escape '\\'",
    )
    .pluck()
    .all();
  return new Set(namen);
}

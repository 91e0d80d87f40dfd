import type { Database } from 'better-sqlite3';

/** Go on from run to run: how far the clock has come, and how many lines the record was given. Neither shows to anyone. */
const LOOPT_DOOR: ReadonlySet<string> = new Set(['klok', 'logboekhouder']);

/**
 * What a server holds between two runs: the people, the matrix, and no casus. What a run made goes; a run that leaves
 * something else than it found is an error that names the table, for the next would begin otherwise than on the other
 * server.
 */
export class Huisraad {
  readonly #sqlite: Database;
  readonly #leeg: readonly string[];
  readonly #vast: ReadonlyMap<string, string>;
  /** A house never loses who directs it; here it is emptied whole. */
  readonly #bewaking: readonly { readonly name: string; readonly sql: string }[];

  /** @param sqlite of a server at which nothing happened yet */
  constructor(sqlite: Database) {
    this.#sqlite = sqlite;
    const tabellen = sqlite
      .prepare<[], string>(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'",
      )
      .pluck()
      .all()
      .filter((tabel) => !LOOPT_DOOR.has(tabel));
    this.#leeg = tabellen.filter((tabel) => this.#inhoud(tabel) === '[]');
    this.#vast = new Map(
      tabellen.filter((tabel) => !this.#leeg.includes(tabel)).map((tabel) => [tabel, this.#inhoud(tabel)]),
    );
    this.#bewaking = sqlite
      .prepare<[], { name: string; sql: string }>(
        "select name, sql from sqlite_master where type = 'trigger'",
      )
      .all();
  }

  /** Wipes a run out. @throws when it left something that it doesn't make anew */
  ruimOp(): void {
    for (const { name } of this.#bewaking) this.#sqlite.exec(`drop trigger ${name}`);
    // All of it goes, so no order is needed.
    this.#sqlite.pragma('foreign_keys = off');
    for (const tabel of this.#leeg) this.#sqlite.prepare(`delete from ${tabel}`).run();
    this.#sqlite.pragma('foreign_keys = on');
    for (const { sql } of this.#bewaking) this.#sqlite.exec(sql);
    for (const [tabel, was] of this.#vast) {
      if (this.#inhoud(tabel) !== was)
        throw new Error(`a run changed ${tabel}, which the next finds so: put it back in Huisraad.ruimOp`);
    }
  }

  #inhoud(tabel: string): string {
    return JSON.stringify(this.#sqlite.prepare(`select * from ${tabel} order by rowid`).all());
  }
}

import type Database from 'better-sqlite3';

/** So many SQL texts; a list of ids in a question makes another text for every length of the list. */
const ONTHOUDEN = 500;

/**
 * The same database, which remembers the statements that were prepared on it: preparing one costs more than most of
 * ours take to run. For drizzle alone, which prepares anew at every question, and runs what it gets at once and to its
 * end: how a statement gives its rows (`raw`, `pluck`) stays set on it, and would be another's surprise.
 *
 * @param onthouden how many to keep; those that were used longest ago are forgotten first
 */
export function metOnthoudenOpdrachten(sqlite: Database.Database, onthouden = ONTHOUDEN): Database.Database {
  const bekend = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    const opdracht = bekend.get(sql) ?? sqlite.prepare(sql);
    bekend.delete(sql);
    bekend.set(sql, opdracht);
    // At most one came in.
    for (const oudste of bekend.keys()) {
      if (bekend.size <= onthouden) break;
      bekend.delete(oudste);
    }
    return opdracht.reader ? opdracht.raw(false) : opdracht;
  };
  return Object.create(sqlite, { prepare: { value: prepare } });
}

import { sql } from 'drizzle-orm';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { GeopendeDatabase } from '../database/database.ts';
import * as schema from '../database/schema.ts';
import type { Randen } from '../kern/klok.ts';

/**
 * Everything in a casus that holds from a moment until a moment: every table that has a casus and both. Read from the
 * schema, so that what comes later begins and ends by the clock without being written down here.
 */
export const METPERIODE: readonly string[] = Object.values(schema)
  .map((tabel) => getTableConfig<SQLiteTable>(tabel))
  .filter(({ columns }) =>
    ['casus_id', 'van', 'tot'].every((naam) => columns.some((kolom) => snake(kolom.name) === naam)),
  )
  .map(({ name }) => name);

/** When something in a casus begins or ends by the clock, as the database has it. */
export function randenVan({ db }: GeopendeDatabase): Randen {
  const kolommen = METPERIODE.flatMap((tabel) =>
    ['van', 'tot'].map(
      (kolom) => sql`select casus_id, ${sql.identifier(kolom)} as rand from ${sql.identifier(tabel)}`,
    ),
  );
  const alle = sql.join(kolommen, sql` union all `);
  return {
    volgendeNa: (moment) =>
      db.get<{ rand: number | null }>(
        sql`select min(rand) as rand from (${alle}) where typeof(rand) = 'integer' and rand > ${moment}`,
      )?.rand ?? Number.POSITIVE_INFINITY,
    op: (moment) =>
      db
        .all<{ casus_id: string }>(sql`select distinct casus_id from (${alle}) where rand = ${moment}`)
        .map(({ casus_id }) => casus_id),
  };
}

function snake(naam: string): string {
  return naam.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

import type Database from 'better-sqlite3';

// What is stored, damaged from outside: by a disk, or by somebody who has the file and not the keys.

/** One stored value. */
export interface Cel {
  readonly tabel: string;
  readonly rowid: number;
  readonly kolom: string;
}

/** Every value of every stored row, table by table. */
export function cellenVan(sqlite: Database.Database): Cel[] {
  const tabellen = sqlite
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like '%drizzle%' order by name",
    )
    .pluck()
    .all();
  return tabellen.flatMap((tabel) => {
    const kolommen = sqlite
      .prepare<[], string>(`select name from pragma_table_info('${tabel}')`)
      .pluck()
      .all();
    const rijen = sqlite.prepare<[], number>(`select rowid from "${tabel}" order by rowid`).pluck().all();
    return rijen.flatMap((rowid) => kolommen.map((kolom) => ({ tabel, rowid, kolom })));
  });
}

/** Ways in which a value can be damaged; which of them is fit for what stands there says `beschadig`. */
export const WIJZEN = 3;

/**
 * Damages one value.
 * @param wijze 0 up to `WIJZEN`
 * @returns puts it back; null when the database itself doesn't take it
 */
export function beschadig(sqlite: Database.Database, cel: Cel, wijze = 0): (() => void) | null {
  const { tabel, rowid, kolom } = cel;
  const was = sqlite.prepare(`select "${kolom}" from "${tabel}" where rowid = ?`).pluck().get(rowid);
  const zet = (waarde: unknown): void => {
    sqlite.pragma('foreign_keys = off');
    sqlite.pragma('ignore_check_constraints = on');
    try {
      sqlite.prepare(`update "${tabel}" set "${kolom}" = ? where rowid = ?`).run(waarde, rowid);
    } finally {
      sqlite.pragma('ignore_check_constraints = off');
      sqlite.pragma('foreign_keys = on');
    }
  };
  try {
    zet(kapot(was, wijze));
  } catch {
    return null;
  }
  return () => zet(was);
}

function kapot(was: unknown, wijze: number): unknown {
  if (Buffer.isBuffer(was)) {
    if (wijze === 1) return was.subarray(0, was.length >> 1);
    if (wijze === 2) return -1;
    const om = Buffer.from(was);
    om.writeUInt8(om.readUInt8(om.length >> 1) ^ 1, om.length >> 1);
    return om;
  }
  if (typeof was === 'string') return ['kapot', '', Buffer.from([0, 255])][wijze];
  return ['kapot', -1, 8_999_999_999_999_999][wijze];
}

import { count, eq, sql, sum } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { CasusGroot, type Omvang } from '../kern/omvang.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { compartimenten, kaarten, tekstbeelden } from '../database/schema.ts';

/** Looked at once an hour: it tells of growth over days. */
const KIJK_MS = 60 * 60 * 1000;

/**
 * Tells who runs it, and nobody else, of a casus that holds more than people need (ST6): a total over a casus counts
 * what is hidden, so no limit may follow from it. Reads counts and sizes only, which stand in the open.
 */
export class Casusomvang {
  readonly #database: GeopendeDatabase;
  readonly #nu: () => number;
  readonly #omvang: Omvang;
  readonly #bijFout: (fout: unknown) => void;
  /** How large it was when it was told, by casus. */
  readonly #gemeld = new Map<string, number>();
  #volgende = Number.NEGATIVE_INFINITY;

  /** @param behoeften `nu`: ms since 1970 */
  constructor(behoeften: {
    database: GeopendeDatabase;
    nu: () => number;
    omvang: Omvang;
    bijFout: (fout: unknown) => void;
  }) {
    this.#database = behoeften.database;
    this.#nu = behoeften.nu;
    this.#omvang = behoeften.omvang;
    this.#bijFout = behoeften.bijFout;
  }

  /** Looks when an hour has gone by. A casus is told of once, and again when it has doubled since. */
  kijk(): void {
    const nu = this.#nu();
    // A clock that was set back doesn't keep it waiting.
    if (nu < this.#volgende && nu >= this.#volgende - KIJK_MS) return;
    this.#volgende = nu + KIJK_MS;
    const bytes = this.#bytes();
    for (const [casusId, aantal] of this.#aantallen()) {
      this.#meld(casusId, aantal, this.#omvang.casusKaarten, 'kaarten');
      this.#meld(casusId, bytes.get(casusId) ?? 0, this.#omvang.casusBytes, 'bytes');
    }
  }

  #meld(casusId: string, omvang: number, grens: number, wat: CasusGroot['wat']): void {
    const sleutel = `${casusId} ${wat}`;
    if (omvang <= grens || omvang < 2 * (this.#gemeld.get(sleutel) ?? 0)) return;
    this.#gemeld.set(sleutel, omvang);
    this.#bijFout(new CasusGroot(casusId, wat, omvang));
  }

  /** Kaarten by casus; every casus has a line, a casus without kaarten as well. */
  #aantallen(): Map<string, number> {
    const rijen = this.#database.db
      .select({ casusId: compartimenten.casusId, aantal: count(kaarten.id) })
      .from(compartimenten)
      .leftJoin(kaarten, eq(kaarten.compartimentId, compartimenten.id))
      .groupBy(compartimenten.casusId)
      .all();
    return new Map(rijen.map(({ casusId, aantal }) => [casusId, aantal]));
  }

  /** Bytes of kaarten and texts by casus, as they are stored. */
  #bytes(): Map<string, number> {
    const bytes = new Map<string, number>();
    for (const [tabel, inhoud] of [
      [kaarten, kaarten.inhoud],
      [tekstbeelden, tekstbeelden.beeld],
    ] as const) {
      const rijen = this.#database.db
        .select({ casusId: compartimenten.casusId, bytes: sum(lengte(inhoud)).mapWith(Number) })
        .from(compartimenten)
        .innerJoin(tabel, eq(tabel.compartimentId, compartimenten.id))
        .groupBy(compartimenten.casusId)
        .all();
      for (const { casusId, bytes: erbij } of rijen) {
        bytes.set(casusId, (bytes.get(casusId) ?? 0) + (erbij ?? 0));
      }
    }
    return bytes;
  }
}

/** SQLite knows it without reading the blob. */
function lengte(kolom: SQLiteColumn) {
  return sql<number>`length(${kolom})`;
}

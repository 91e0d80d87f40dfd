import type { GeopendeDatabase } from '../database/database.ts';
import { klok } from '../database/schema.ts';
import type { Klokstand } from '../kern/klok.ts';
import { isOpgeslagenMoment } from '../kern/opgeslagen.ts';

/**
 * How far the clock has come, on disk. A house that never had one begins now, and keeps that: the first thing that
 * begins or ends may do so while it is down.
 * @param nu ms since 1970
 */
export function klokstandVan({ db }: GeopendeDatabase, nu: () => number): Klokstand {
  const begin = nu();
  db.insert(klok).values({ id: 1, gedaanTot: begin }).onConflictDoNothing().run();
  return {
    lees: () => {
      const stand = db.select().from(klok).get()?.gedaanTot;
      // ST1: one that was damaged is none. What ended has ended: levels ask the moment, not this.
      return isOpgeslagenMoment(stand) ? stand : begin;
    },
    schrijf: (gedaanTot) => {
      db.insert(klok)
        .values({ id: 1, gedaanTot })
        .onConflictDoUpdate({ target: klok.id, set: { gedaanTot } })
        .run();
    },
  };
}

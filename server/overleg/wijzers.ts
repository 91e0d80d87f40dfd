import type { Wijsplaats, Wijzer } from '../../shared/contract/wijzer.ts';
import type { Wie } from '../http/route.ts';
import type { Overlegrij } from './overlegkast.ts';
import type { Tafelbladen, Zitplaats } from './tafelblad.ts';
import type { Tafelblik } from './tafelblik.ts';

/** Over which line somebody points: who it is of, tells nobody anything. */
type Lijn = object;

interface Stand {
  /** The place in which who points sits: who gets up and sits down again doesn't point any more. */
  readonly plaatsId: string;
  readonly plaats: Wijsplaats;
  readonly lijn: Lijn;
}

/**
 * Who points at what on a table (OV6): one place at a time, by whom pointed last. In memory, for as long as the line is
 * there over which they did, they sit there, and it lies there.
 */
export class Wijzers {
  readonly #tafelbladen: Tafelbladen;
  /** By overleg: it has one table at a time. */
  readonly #standen = new Map<string, Stand>();

  constructor(behoeften: { tafelbladen: Tafelbladen }) {
    this.#tafelbladen = behoeften.tafelbladen;
  }

  /** As somebody sees it, who sits there and reads that; null: nothing, for them. */
  van({ id, agendapuntId }: Overlegrij, wie: Wie): Wijzer | null {
    const stand = this.#standen.get(id);
    if (stand === undefined || agendapuntId === null) return null;
    const hier = this.#aanTafel(id, agendapuntId, wie);
    const genoot = hier?.zitplaatsen.find(({ plaatsId }) => plaatsId === stand.plaatsId)?.genoot;
    if (hier === null || genoot === undefined) return null;
    if (!this.#tafelbladen.staatErop(hier.blik, stand.plaats)) return null;
    return { agendapuntId, plaats: stand.plaats, wie: { id: genoot.id, naam: genoot.naam } };
  }

  /**
   * Somebody at the table of this item points, or no more. @param plaats null: no more
   * @returns false: they don't sit there now, or there is no such thing there for them (NK5)
   */
  wijs(
    {
      overlegId,
      agendapuntId,
      plaats,
    }: { overlegId: string; agendapuntId: string; plaats: Wijsplaats | null },
    wie: Wie,
    lijn: Lijn,
  ): boolean {
    // What isn't open has nobody at its table.
    const hier = this.#aanTafel(overlegId, agendapuntId, wie);
    if (hier === null) return false;
    if (plaats === null) {
      if (this.#standen.get(overlegId)?.plaatsId === hier.ik.plaatsId) this.#standen.delete(overlegId);
      return true;
    }
    if (!this.#tafelbladen.staatErop(hier.blik, plaats)) return false;
    this.#standen.set(overlegId, { plaatsId: hier.ik.plaatsId, plaats, lijn });
    return true;
  }

  /** A line is gone: what was pointed at over it, is pointed at no more. @returns whether anything was */
  laatLos(overlegId: string, lijn: Lijn): boolean {
    return this.#standen.get(overlegId)?.lijn === lijn && this.#standen.delete(overlegId);
  }

  #aanTafel(
    overlegId: string,
    agendapuntId: string,
    wie: Wie,
  ): { readonly blik: Tafelblik; readonly ik: Zitplaats; readonly zitplaatsen: readonly Zitplaats[] } | null {
    const blik = this.#tafelbladen.blik(overlegId, agendapuntId, wie);
    if (blik === null) return null;
    const zitplaatsen = this.#tafelbladen.zitplaatsen(blik);
    const ik = zitplaatsen.find(({ persoonId }) => persoonId === wie.persoonId);
    return ik === undefined ? null : { blik, ik, zitplaatsen };
  }
}

import type { Bericht, NieuwStruct } from './bericht.ts';
import type { Plek } from './plaatsen.ts';
import { geweigerd } from './uitkomst.ts';
import { type Doc, type GedeeldType, isItem, ouderVan, structsVanaf } from './yjs.ts';

/** How much an update adds to each text, as Yjs counts its length: characters, and one for an embed or a marker (ST6). */
export class Groei {
  readonly #perVeld = new Map<GedeeldType, number>();

  /** Counts one struct in. */
  reken({ lengte, inhoud }: NieuwStruct, { houder, sleutel }: NonNullable<Plek>): void {
    const telt = inhoud.soort === 'tekst' || inhoud.soort === 'ingebed' || inhoud.soort === 'merk';
    if (!telt || sleutel !== null || houder.type === null) return;
    this.#perVeld.set(houder.type, (this.#perVeld.get(houder.type) ?? 0) + lengte);
  }

  /**
   * @param hoogstens of one text; a text that is longer already may get shorter
   * @throws Afgekeurd when a text would grow beyond it, what the update deletes of it being counted too
   */
  eis(doc: Doc, bericht: Bericht, hoogstens: number): void {
    for (const [veld, erbij] of this.#perVeld) {
      const wordt = veld._length + erbij;
      if (wordt <= hoogstens) continue;
      const eraf = gewistIn(doc, bericht, veld);
      if (eraf < erbij && wordt - eraf > hoogstens) throw geweigerd('tekst_vol');
    }
  }
}

/** How much of a text an update deletes that stands there now. Only asked where a text is nearly full. */
function gewistIn(doc: Doc, { gewist }: Bericht, veld: GedeeldType): number {
  let aantal = 0;
  for (const { client, begin, eind } of gewist) {
    for (const struct of structsVanaf(doc, client, begin)) {
      const { clock } = struct.id;
      if (clock >= eind) break;
      if (!isItem(struct) || struct.deleted || !struct.countable || struct.parentSub !== null) continue;
      if (ouderVan(struct) !== veld) continue;
      aantal += Math.min(eind, clock + struct.length) - Math.max(begin, clock);
    }
  }
  return aantal;
}

import type { Bericht, Id, NieuwStruct } from './bericht.ts';
import { MATEN } from './maten.ts';
import type { Houder, Plaatsen, Plek } from './plaatsen.ts';
import { geweigerd } from './uitkomst.ts';
import { eersteIn, type Item, isItem } from './yjs.ts';

/** What stands right of a place: an id, null for the end, 'onbekend' where Yjs would have to look. */
type Buur = Id | null | 'onbekend';

/**
 * SY10: how far Yjs has to look. Where the neighbours stand side by side it doesn't; where others wrote in between
 * it passes what they wrote (`Item.integrate`). Thousands of structs that all go to the head of a long text make
 * that the product of the two. This counts an upper bound, without placing anything.
 */
export class Drukte {
  readonly #plaatsen: Plaatsen;
  readonly #bericht: Bericht;
  /** What stands right of a struct's last clock, or first in a holder, as far as this update changed that. */
  readonly #na = new Map<string, Buur>();
  readonly #vooraan = new Map<Houder, Map<string | null, Buur>>();
  #geplaatst = 0;
  #stappen = 0;

  constructor(plaatsen: Plaatsen, bericht: Bericht) {
    this.#plaatsen = plaatsen;
    this.#bericht = bericht;
  }

  /** Counts one struct in. @throws Afgekeurd when the update is too much work */
  reken(struct: NieuwStruct, plek: NonNullable<Plek>): void {
    const naast = struct.origin === null ? this.#eerste(plek) : this.#rechtsVan(struct.origin, struct);
    const aansluitend = naast !== 'onbekend' && zelfde(naast, struct.rightOrigin);
    const naastLinks = aansluitend || this.#eersteNaNieuw(struct);
    if (naastLinks) this.#stappen += 1;
    // Of this update it passes no more than was placed before; of the document what stands between the neighbours.
    else this.#stappen += 1 + this.#geplaatst + this.#inDocument(struct, plek);
    if (this.#stappen > MATEN.drukte) throw geweigerd('te_druk');
    this.#geplaatst += 1;
    if (this.#bericht.structs.length > 1) this.#onthoud(struct, plek, naastLinks, aansluitend);
  }

  #eerste({ houder, attribuut }: NonNullable<Plek>): Buur {
    const eerder = this.#vooraan.get(houder)?.get(attribuut);
    if (eerder !== undefined) return eerder;
    return houder.type === null ? null : (eersteIn(houder.type, attribuut)?.id ?? null);
  }

  #rechtsVan(id: Id, struct: NieuwStruct): Buur {
    const eerder = this.#na.size === 0 ? undefined : this.#na.get(sleutel(id));
    if (eerder !== undefined) return eerder;
    const links = this.#plaatsen.bekend(id, struct);
    if (links === null) return 'onbekend';
    const [begin, lengte] = 'inhoud' in links ? [links.clock, links.lengte] : [links.id.clock, links.length];
    // In the midst of a run: Yjs splits it there, and the rest of it is what stands to the right.
    if (id.clock < begin + lengte - 1) return { client: id.client, clock: id.clock + 1 };
    if ('inhoud' in links) return 'onbekend';
    return isItem(links) ? (links.right?.id ?? null) : null;
  }

  /**
   * Whether it is the first to the right of a whole struct of this update. What stands there can't have that struct
   * as its neighbour, and Yjs stops at the first look.
   */
  #eersteNaNieuw(struct: NieuwStruct): boolean {
    const { origin } = struct;
    if (origin === null || this.#na.get(sleutel(origin)) === 'onbekend') return false;
    return this.#rechtsVan(origin, struct) === 'onbekend';
  }

  /** How many the document has from the left neighbour to the right one, or to the end. */
  #inDocument(struct: NieuwStruct, { houder, attribuut }: NonNullable<Plek>): number {
    const { origin, rightOrigin } = struct;
    let item: Item | null = null;
    if (origin === null) item = houder.type === null ? null : eersteIn(houder.type, attribuut);
    else {
      const links = this.#plaatsen.bekend(origin, struct);
      if (links !== null && !('inhoud' in links) && isItem(links)) item = links.right;
    }
    let aantal = 0;
    for (; item !== null && aantal <= MATEN.drukte; item = item.right) {
      if (rightOrigin !== null && bevat(item, rightOrigin)) break;
      aantal += 1;
    }
    return aantal;
  }

  #onthoud(
    { origin, rightOrigin, clock, lengte }: NieuwStruct,
    { houder, attribuut }: NonNullable<Plek>,
    naastLinks: boolean,
    aansluitend: boolean,
  ): void {
    const client = this.#bericht.clientId ?? 0;
    const zelf: Buur = naastLinks ? { client, clock } : 'onbekend';
    if (origin !== null) this.#na.set(sleutel(origin), zelf);
    else {
      const plekken = this.#vooraan.get(houder) ?? new Map<string | null, Buur>();
      this.#vooraan.set(houder, plekken.set(attribuut, zelf));
    }
    if (aansluitend) this.#na.set(sleutel({ client, clock: clock + lengte - 1 }), rightOrigin);
  }
}

function sleutel({ client, clock }: Id): string {
  return `${client}.${clock}`;
}

function zelfde(een: Id | null, ander: Id | null): boolean {
  if (een === null || ander === null) return een === ander;
  return een.client === ander.client && een.clock === ander.clock;
}

function bevat(item: Item, { client, clock }: Id): boolean {
  return client === item.id.client && clock >= item.id.clock && clock < item.id.clock + item.length;
}

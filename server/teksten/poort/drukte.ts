import type { Bericht, Id, NieuwStruct } from './bericht.ts';
import { MATEN } from './maten.ts';
import type { Houder, Plaatsen, Plek } from './plaatsen.ts';
import { geweigerd } from './uitkomst.ts';
import { type Item, isItem, laatsteVan } from './yjs.ts';

/** What stands right of a place: an id, null for the end, 'onbekend' where Yjs would have to look. */
type Buur = Id | null | 'onbekend';

/** What this update put in one place so far: what stands first there, undefined when it is what was; and how many. */
type Geplaatst = { eerste: Buur | undefined; aantal: number };

const NIETS: Readonly<Geplaatst> = { eerste: undefined, aantal: 0 };

/**
 * SY10: how far Yjs has to look. Where the neighbours stand side by side it doesn't; where others wrote in between
 * it passes what they wrote (`Item.integrate`). Thousands of structs that all go to the head of a long text make
 * that the product of the two; so do those that set one key as if it was never set, for Yjs walks back over all that
 * ever was. This counts an upper bound, without placing anything.
 */
export class Drukte {
  readonly #plaatsen: Plaatsen;
  readonly #bericht: Bericht;
  /** What stands right of a struct's last clock, as far as this update changed that. */
  readonly #na = new Map<string, Buur>();
  readonly #geplaatst = new Map<Houder, Map<string | null, Geplaatst>>();
  #stappen = 0;

  constructor(plaatsen: Plaatsen, bericht: Bericht) {
    this.#plaatsen = plaatsen;
    this.#bericht = bericht;
  }

  /** Counts one struct in. @throws Afgekeurd when the update is too much work */
  reken(struct: NieuwStruct, plek: NonNullable<Plek>): void {
    const isAlleen = this.#bericht.structs.length === 1;
    const eerder = isAlleen ? NIETS : this.#geplaatstIn(plek);
    const isEersteZet = plek.sleutel !== null && struct.origin === null;
    const aansluitend = isEersteZet
      ? struct.rightOrigin === null && eerder.aantal === 0 && this.#eerdereZetten(plek) === 0
      : zelfde(this.#links(struct, plek, eerder), struct.rightOrigin);
    const naastLinks = aansluitend || (!isEersteZet && this.#eersteNaNieuw(struct));
    this.#stappen += 1;
    // Of this update it passes no more than was placed there; of the document what stands between the neighbours.
    if (!naastLinks) {
      this.#stappen += eerder.aantal;
      this.#stappen += isEersteZet ? this.#eerdereZetten(plek) : this.#inDocument(struct, plek);
    }
    if (this.#stappen > MATEN.drukte) throw geweigerd('te_druk');
    if (!isAlleen) this.#onthoud(struct, eerder, naastLinks, aansluitend);
  }

  #geplaatstIn({ houder, sleutel }: NonNullable<Plek>): Geplaatst {
    const plekken = this.#geplaatst.get(houder) ?? new Map<string | null, Geplaatst>();
    const bekend = plekken.get(sleutel);
    if (bekend !== undefined) return bekend;
    const geplaatst: Geplaatst = { eerste: undefined, aantal: 0 };
    this.#geplaatst.set(houder, plekken.set(sleutel, geplaatst));
    return geplaatst;
  }

  #links(struct: NieuwStruct, { houder }: NonNullable<Plek>, eerder: Geplaatst): Buur {
    if (struct.origin !== null) return this.#rechtsVan(struct.origin, struct);
    return eerder.eerste === undefined ? (houder.type?._start?.id ?? null) : eerder.eerste;
  }

  #rechtsVan(id: Id, struct: NieuwStruct): Buur {
    const eerder = this.#na.size === 0 ? undefined : this.#na.get(alsTekst(id));
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
    if (origin === null || this.#na.get(alsTekst(origin)) === 'onbekend') return false;
    return this.#rechtsVan(origin, struct) === 'onbekend';
  }

  /** How often the document has this key set: each of them stays, and Yjs looks for the first from the last. */
  #eerdereZetten({ houder: { type }, sleutel }: NonNullable<Plek>): number {
    let aantal = 0;
    let item = type === null || sleutel === null ? null : laatsteVan(type, sleutel);
    for (; item !== null && aantal <= MATEN.drukte; item = item.left) aantal += 1;
    return aantal;
  }

  /** How many the document has from the left neighbour to the right one, or to the end. */
  #inDocument(struct: NieuwStruct, { houder }: NonNullable<Plek>): number {
    const { origin, rightOrigin } = struct;
    let item: Item | null = null;
    if (origin === null) item = houder.type?._start ?? null;
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
    eerder: Geplaatst,
    naastLinks: boolean,
    aansluitend: boolean,
  ): void {
    const client = this.#bericht.clientId ?? 0;
    const zelf: Buur = naastLinks ? { client, clock } : 'onbekend';
    if (origin !== null) this.#na.set(alsTekst(origin), zelf);
    else eerder.eerste = zelf;
    if (aansluitend) this.#na.set(alsTekst({ client, clock: clock + lengte - 1 }), rightOrigin);
    eerder.aantal += 1;
  }
}

function alsTekst({ client, clock }: Id): string {
  return `${client}.${clock}`;
}

function zelfde(een: Buur, ander: Id | null): boolean {
  if (een === 'onbekend') return false;
  if (een === null || ander === null) return een === ander;
  return een.client === ander.client && een.clock === ander.clock;
}

function bevat(item: Item, { client, clock }: Id): boolean {
  return client === item.id.client && clock >= item.id.clock && clock < item.id.clock + item.length;
}

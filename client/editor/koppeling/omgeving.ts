import { ContentType, createID, type Doc, type ID, type Item, type Text as YText } from 'yjs';
import { itemOp, oorsprongen, VASTE_MAAT } from './bron.ts';
import { lettersVanaf, plekkenIn } from './letters.ts';

/** A stretch of clocks of a copy. */
export interface Deel {
  readonly client: number;
  /** How long the whole copy is. */
  readonly lengte: number;
  /** The stretch, from this clock up to that one. */
  readonly van: number;
  readonly tot: number;
}

/** What stands around two copies, one of which goes. */
export class Omgeving {
  readonly #doc: Doc;
  readonly #plekken: ReadonlyMap<Item, number>;
  readonly #dubbel: ReadonlySet<Item>;
  /** What stands between the two, and stays. */
  readonly #ertussen: ReadonlySet<Item>;

  /** @param twee both copies @param dubbel these, and all else of which one is still to go */
  constructor(doc: Doc, tekst: YText, twee: readonly Item[], dubbel: ReadonlySet<Item>) {
    this.#doc = doc;
    this.#plekken = plekkenIn(tekst);
    this.#dubbel = dubbel;
    const plekken = twee.map((item) => this.#plek(item));
    const [van, tot] = [Math.min(...plekken), Math.max(...plekken)];
    this.#ertussen = new Set(
      [...this.#plekken.keys()]
        .slice(van + 1, tot)
        .filter((item) => !item.deleted && item.countable && !dubbel.has(item)),
    );
  }

  /** Whether all that was put before or behind a letter of these stands there when this copy of it is the only one. */
  staatGoed({ client, van, tot }: Deel): boolean {
    const letters = new Map(
      [...lettersVanaf(this.#doc, createID(client, van), tot - van)].map(({ oorsprong, item }) => [
        naamVan(oorsprong),
        this.#plek(item),
      ]),
    );
    return [...this.#ertussen].every((item) => {
      const hier = this.#plek(item);
      const links = this.#linksVan(item);
      // Behind a copy stand old selves that it is hung before, whose place that isn't.
      const rechts = [...this.#rechtsVan(item)].filter((naam) => !links.has(naam));
      return (
        [...links].every((naam) => (letters.get(naam) ?? -1) < hier) &&
        rechts.every((naam) => (letters.get(naam) ?? Number.POSITIVE_INFINITY) > hier)
      );
    });
  }

  /** Of two that both could stay: whether one is in the line of its old self, or among its word, and the other isn't. */
  isBeter(een: Deel, ander: Deel): boolean {
    if (this.#ertussen.size === 0) return false;
    const [isEenElders, isAnderElders] = [this.#isElders(een), this.#isElders(ander)];
    return isEenElders === isAnderElders ? !isHeel(een) && isHeel(ander) : isAnderElders;
  }

  #isElders({ client, van }: Deel): boolean {
    const id = createID(client, van);
    const plekken = [id, this.#oorsprong(id)].map((een) => {
      const item = itemOp(this.#doc, een);
      return item === null ? 0 : this.#plek(item);
    });
    const [begin, eind] = [Math.min(...plekken), Math.max(...plekken)];
    return [...this.#plekken].some(
      ([item, n]) =>
        n > begin &&
        n < eind &&
        !item.deleted &&
        item.content instanceof ContentType &&
        !this.#dubbel.has(item),
    );
  }

  #plek(item: Item): number {
    return this.#plekken.get(item) ?? -1;
  }

  /** What stood left of it when it was first typed, from near to far, by what that was when it was first typed. */
  #linksVan({ id }: Item): Set<string> {
    return this.#loop(id, (oud, item) =>
      isStap(item) && oud.clock > item.id.clock ? createID(oud.client, oud.clock - 1) : item.origin,
    );
  }

  /** The same to the right. */
  #rechtsVan({ lastId }: Item): Set<string> {
    return this.#loop(lastId, (oud, item) => (isStap(item) ? this.#vervolg(oud) : null) ?? item.rightOrigin);
  }

  #loop(begin: ID, volgende: (oud: ID, item: Item) => ID | null): Set<string> {
    const namen = new Set<string>();
    const eerste = this.#oorsprong(begin);
    for (let oud = eerste; ; ) {
      const item = itemOp(this.#doc, oud);
      const id = item === null || (oud !== eerste && this.#isBuiten(item)) ? null : volgende(oud, item);
      if (id === null) return namen;
      oud = this.#oorsprong(id);
      if (namen.has(naamVan(oud))) return namen;
      namen.add(naamVan(oud));
    }
  }

  /** What was put right behind it by the same hand. */
  #vervolg({ client, clock }: ID): ID | null {
    const volgende = createID(client, clock + 1);
    const item = itemOp(this.#doc, volgende);
    if (item === null) return null;
    const { id, origin } = item;
    return id.clock < clock + 1 || (origin?.client === client && origin.clock === clock) ? volgende : null;
  }

  /** Beyond something that stands beside both, all stands on the same side of both. */
  #isBuiten(item: Item): boolean {
    return !item.deleted && item.countable && !this.#dubbel.has(item) && !this.#ertussen.has(item);
  }

  #oorsprong(id: ID): ID {
    const [oud = id] = oorsprongen(this.#doc, id, 1);
    return oud;
  }
}

/** Gone through clock by clock: not what tells of what something is a copy (`bron.ts`). */
function isStap({ deleted, length }: Item): boolean {
  return !deleted || length < VASTE_MAAT;
}

/** Whether nothing else came back with it. */
function isHeel({ lengte, van, tot }: Deel): boolean {
  return tot - van === lengte;
}

function naamVan({ client, clock }: ID): string {
  return `${client}:${clock}`;
}

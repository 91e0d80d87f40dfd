import { ContentType, createID, type Doc, type ID, type Item, type Text as YText } from 'yjs';
import { itemOp, kopieen, oorsprongen, VASTE_MAAT } from './bron.ts';
import { lettersVan, lettersVanaf, levend, naamVan, plekkenIn } from './letters.ts';

type Ertussen = ReadonlySet<Item>;

/** A stretch of clocks of a copy. */
export interface Deel {
  readonly client: number;
  /** The whole copy, from this clock on. */
  readonly begin: number;
  readonly lengte: number;
  /** The stretch, from this clock up to that one. */
  readonly van: number;
  readonly tot: number;
}

/** What stands around copies of the same, one of which goes. Whoever cuts an item makes a new one. */
export class Omgeving {
  readonly #doc: Doc;
  readonly #rij: readonly Item[];
  readonly #plekken: ReadonlyMap<Item, number>;
  /** Of what stands there as a copy. */
  readonly #terug = new Set<string>();
  readonly #isOpen: (item: Item) => boolean;

  /** @param isOpen whether it is one of two of which one is still to go: it has no side yet */
  constructor(doc: Doc, tekst: YText, isOpen: (item: Item) => boolean) {
    this.#doc = doc;
    this.#plekken = plekkenIn(tekst);
    this.#rij = [...this.#plekken.keys()];
    this.#isOpen = isOpen;
    for (const kopie of kopieen(tekst)) {
      for (const { oorsprong } of levend(doc, kopie)) this.#terug.add(naamVan(oorsprong));
    }
  }

  /** What stands between two copies and stays there. */
  ertussen(twee: readonly Item[]): Ertussen {
    const plekken = twee.map((item) => this.#plek(item));
    return new Set(
      this.#rij
        .slice(Math.min(...plekken) + 1, Math.max(...plekken))
        .filter((item) => item.countable && this.#blijft(item)),
    );
  }

  /**
   * Whether all stands where it was put, before or behind a letter of these, when this copy of it is the only one; and
   * whether nothing that doesn't know of the word comes between it and what else of the word stays with the other.
   */
  staatGoed(ertussen: Ertussen, blijft: Deel, weg: Deel): boolean {
    const { client, van, tot } = blijft;
    const letters = new Map(
      [...lettersVanaf(this.#doc, createID(client, van), tot - van)].map(({ oorsprong, item }) => [
        naamVan(oorsprong),
        this.#plek(item),
      ]),
    );
    const isHeel = this.#isHeel(weg);
    return [...ertussen].every((item) => {
      const hier = this.#plek(item);
      return delenZonder(this.#doc, item, letters).every(({ eerste, laatste }) => {
        const links = this.#linksVan(eerste, ertussen);
        // Behind a copy stand old selves that it is hung before, whose place that isn't.
        const rechts = [...this.#rechtsVan(laatste, ertussen)].filter((naam) => !links.has(naam));
        return (
          [...links].every((naam) => (letters.get(naam) ?? -1) < hier) &&
          rechts.every((naam) => (letters.get(naam) ?? Number.POSITIVE_INFINITY) > hier) &&
          (isHeel || [...links, ...rechts].some((naam) => letters.has(naam)))
        );
      });
    });
  }

  /** Of two that both could stay: whether one is in the line of its old self, or among its word, and the other isn't. */
  isBeter(een: Deel, ander: Deel): boolean {
    const [isEenElders, isAnderElders] = [this.#isElders(een), this.#isElders(ander)];
    return isEenElders === isAnderElders ? !this.#isHeel(een) && this.#isHeel(ander) : isAnderElders;
  }

  #isElders({ client, van }: Deel): boolean {
    const id = createID(client, van);
    const plekken = [id, this.#oorsprong(id)].map((een) => {
      const item = itemOp(this.#doc, een);
      return item === null ? 0 : this.#plek(item);
    });
    return this.#rij
      .slice(Math.min(...plekken) + 1, Math.max(...plekken))
      .some((item) => item.content instanceof ContentType && this.#blijft(item));
  }

  /** Whether nothing else of its word stays with it. */
  #isHeel({ client, begin, lengte, van, tot }: Deel): boolean {
    return levend(this.#doc, { client, begin, lengte }).every(({ id }) => id.clock >= van && id.clock < tot);
  }

  /** What is there although it came back was taken out, where that isn't known yet. */
  #blijft(item: Item): boolean {
    if (item.deleted || this.#isOpen(item)) return false;
    return ![...lettersVan(this.#doc, item)].some(
      ({ id, oorsprong }) =>
        id.client === oorsprong.client && id.clock === oorsprong.clock && this.#terug.has(naamVan(id)),
    );
  }

  #plek(item: Item): number {
    return this.#plekken.get(item) ?? -1;
  }

  /** What stood left of it when it was first typed, from near to far, by what that was when it was first typed. */
  #linksVan(id: ID, ertussen: Ertussen): Set<string> {
    return this.#loop(id, ertussen, (oud, item) =>
      isStap(item) && oud.clock > item.id.clock ? createID(oud.client, oud.clock - 1) : item.origin,
    );
  }

  /** The same to the right. */
  #rechtsVan(id: ID, ertussen: Ertussen): Set<string> {
    return this.#loop(
      id,
      ertussen,
      (oud, item) => (isStap(item) ? this.#vervolg(oud) : null) ?? item.rightOrigin,
    );
  }

  #loop(begin: ID, ertussen: Ertussen, volgende: (oud: ID, item: Item) => ID | null): Set<string> {
    const namen = new Set<string>();
    const eerste = this.#oorsprong(begin);
    for (let oud = eerste; ; ) {
      const item = itemOp(this.#doc, oud);
      const id =
        item === null || (oud !== eerste && this.#isBuiten(item, ertussen)) ? null : volgende(oud, item);
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
  #isBuiten(item: Item, ertussen: Ertussen): boolean {
    return item.countable && !ertussen.has(item) && this.#blijft(item);
  }

  #oorsprong(id: ID): ID {
    const [oud = id] = oorsprongen(this.#doc, id, 1);
    return oud;
  }
}

/** The stretches of an item beside letters of which it holds a third copy: somebody else decides of that. */
function delenZonder(
  doc: Doc,
  item: Item,
  letters: ReadonlyMap<string, unknown>,
): { eerste: ID; laatste: ID }[] {
  const delen: { eerste: ID; laatste: ID }[] = [];
  let isVervolg = false;
  for (const { id, oorsprong } of lettersVan(doc, item)) {
    const isKopie = letters.has(naamVan(oorsprong));
    const deel = isVervolg ? delen.at(-1) : undefined;
    if (deel !== undefined && !isKopie) deel.laatste = id;
    else if (!isKopie) delen.push({ eerste: id, laatste: id });
    isVervolg = !isKopie;
  }
  return delen;
}

/** Gone through clock by clock: not what tells of what something is a copy (`bron.ts`). */
function isStap({ deleted, length }: Item): boolean {
  return !deleted || length < VASTE_MAAT;
}

import { ContentString, type Text as YText } from 'yjs';

export const BREUK = '\n';

/** Which clock of which client: `client:clock`. */
export type Id = string;

/** Letters that came back side by side by one undo or redo, and the ids that they had before. */
interface Reeks {
  readonly letters: readonly string[];
  /** The first that came back with them. */
  readonly eerste: string;
  readonly oud: ReadonlyMap<string, Id>;
  readonly uitleg: string;
}

/** Somebody typed one letter behind another; these were there before, as they knew, and gone. */
interface Vervolg {
  readonly links: string;
  readonly rechts: string;
  readonly weg: ReadonlySet<string>;
  readonly ids: ReadonlyMap<string, Id>;
  readonly uitleg: string;
}

/** What a text holds: its letters in order with their ids, and where any id stands or stood. */
export class Stand {
  readonly ids = new Map<string, Id>();
  readonly #stukken: { readonly client: number; readonly van: number; readonly tot: number }[] = [];

  constructor(tekst: YText) {
    for (let item = tekst._start; item !== null; item = item.right) {
      const { client, clock } = item.id;
      this.#stukken.push({ client, van: clock, tot: clock + item.length });
      if (item.deleted || !(item.content instanceof ContentString)) continue;
      for (const [n, letter] of [...item.content.str].entries())
        this.ids.set(letter, `${client}:${clock + n}`);
    }
  }

  /** Compares with that of another id: which of the two stands first. */
  plekVan(id: Id | undefined): number {
    const [client = -1, klok = -1] = id?.split(':').map(Number) ?? [];
    const stuk = this.#stukken.findIndex((een) => een.client === client && een.van <= klok && klok < een.tot);
    return stuk + (klok - (this.#stukken[stuk]?.van ?? 0)) / 1e6;
  }
}

/**
 * What stands side by side because it was typed so or came back so, and what may stand between (TX9). Between letters
 * that came back: what stood between their old ones, and what its writer put between them. Between letters that were
 * typed: nothing that was gone then, as their writer knew.
 */
export class Reeksen {
  readonly #reeksen: Reeks[] = [];
  readonly #vervolgen: Vervolg[] = [];
  readonly #teruggekeerd = new Set<string>();
  /** One letter has no inside to come back in (docs/tekst.md): it can come on the other side of what is typed there. */
  readonly #alleen = new Set<string>();
  /** Of each letter what was seen by who typed it and by who brought it back: all letters, in order. */
  readonly #zichten = new Map<string, (readonly string[])[]>();

  /**
   * @param zicht the letters as the writer sees them with the new ones in it, in order, and the line breaks
   * @param oud the ids of all letters that this writer saw before
   */
  keertTerug(
    nieuw: ReadonlySet<string>,
    zicht: readonly string[],
    oud: ReadonlyMap<string, Id>,
    uitleg: string,
  ): void {
    const ids = new Map([...nieuw].map((letter) => [letter, oud.get(letter) ?? '']));
    for (const reeks of aaneen(nieuw, zicht)) this.#reeksen.push({ ...reeks, oud: ids, uitleg });
    zicht.forEach((letter, n) => {
      const isAlleen = !nieuw.has(zicht[n - 1] ?? '') && !nieuw.has(zicht[n + 1] ?? '');
      if (nieuw.has(letter) && isAlleen) this.#alleen.add(letter);
    });
    for (const letter of nieuw) this.#teruggekeerd.add(letter);
    this.#onthoud(
      nieuw,
      zicht.filter((letter) => letter !== BREUK),
    );
  }

  /** @param gezien all letters that this writer ever saw @param ids of those that they see now */
  wordtGetypt(
    nieuw: ReadonlySet<string>,
    zicht: readonly string[],
    gezien: Iterable<string>,
    ids: ReadonlyMap<string, Id>,
    uitleg: string,
  ): void {
    const nu = new Set(zicht);
    // What came back already, where this writer doesn't know yet, stands where it stands.
    const weg = new Set([...gezien].filter((letter) => !nu.has(letter) && !this.#teruggekeerd.has(letter)));
    zicht.forEach((rechts, n) => {
      const links = zicht[n - 1];
      if (links !== undefined && nieuw.has(rechts)) this.#vervolgen.push({ links, rechts, weg, ids, uitleg });
    });
    this.#onthoud(nieuw, zicht);
  }

  /** What stands between letters where it doesn't belong. @param einde all letters, at the end */
  ertussen(einde: readonly string[], stand: Stand): string[] {
    const plek = new Map(einde.map((letter, n) => [letter, n]));
    const dubbel = new Set(einde.filter((letter, n) => plek.get(letter) !== n));
    const isEen = (letter: string): boolean => plek.has(letter) && !dubbel.has(letter);
    const tussen = (links: string, rechts: string): string[] =>
      einde.slice((plek.get(links) ?? 0) + 1, plek.get(rechts) ?? 0).filter(isEen);
    const fouten: string[] = [];
    for (const { letters, eerste, oud, uitleg } of this.#reeksen) {
      const nog = letters.filter(isEen);
      const [van, tot] = [stand.plekVan(oud.get(eerste)), stand.plekVan(oud.get(letters.at(-1) ?? ''))];
      nog.slice(1).forEach((rechts, n) => {
        const links = nog[n] ?? rechts;
        // Another brought it back alone, and that one stayed.
        if (this.#alleen.has(links) || this.#alleen.has(rechts)) return;
        for (const letter of tussen(links, rechts)) {
          const hier = stand.plekVan(stand.ids.get(letter));
          const stondErtussen = van < hier && hier < tot;
          if (stondErtussen || letters.includes(letter) || this.#isErtussenGezet(letter, links, rechts))
            continue;
          fouten.push(`${letter} between ${links} and ${rechts}, which came back: ${uitleg}`);
        }
      });
    }
    for (const { links, rechts, weg, ids, uitleg } of this.#vervolgen) {
      if (!isEen(links) || !isEen(rechts)) continue;
      // What came back since stands where it stood, as does what was typed there meanwhile.
      if ([links, rechts].some((letter) => ids.get(letter) !== stand.ids.get(letter))) continue;
      for (const letter of tussen(links, rechts)) {
        if (weg.has(letter) && !this.#alleen.has(letter))
          fouten.push(`${letter} between ${links} and ${rechts}, typed on: ${uitleg}`);
      }
    }
    return fouten;
  }

  #onthoud(nieuw: ReadonlySet<string>, zicht: readonly string[]): void {
    for (const letter of nieuw) this.#zichten.set(letter, [...(this.#zichten.get(letter) ?? []), zicht]);
  }

  #isErtussenGezet(letter: string, links: string, rechts: string): boolean {
    return (this.#zichten.get(letter) ?? []).some((zicht) => {
      const [l, hier, r] = [zicht.indexOf(links), zicht.indexOf(letter), zicht.indexOf(rechts)];
      if (l >= 0 && r >= 0) return l < hier && hier < r;
      // The other one was gone there.
      return l >= 0 ? l < hier : hier < r;
    });
  }
}

/** The runs of these letters in a text that stand side by side. */
function aaneen(
  welke: ReadonlySet<string>,
  letters: readonly string[],
): { letters: string[]; eerste: string }[] {
  const reeksen: { letters: string[]; eerste: string }[] = [];
  let isVervolg = false;
  letters.forEach((letter, n) => {
    const is = welke.has(letter);
    // A break may have come back as well, and what stood between the two stood within what came back.
    const isNaBreuk = letters[n - 1] === BREUK;
    if (is && (!isVervolg || isNaBreuk)) reeksen.push({ letters: isNaBreuk ? [] : [letter], eerste: letter });
    else if (is) reeksen.at(-1)?.letters.push(letter);
    isVervolg = is;
  });
  return reeksen.filter((reeks) => reeks.letters.length > 1);
}

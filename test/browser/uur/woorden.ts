/** What became of a word that somebody typed. */
type Lot =
  | 'getypt'
  /** They wiped it, undid it, or threw it away when they were asked. */
  | 'zelf weg'
  /** It stood in a kaart that another removed. */
  | 'weg met kaart';

interface Woord {
  readonly woord: string;
  /** In what they typed it. */
  readonly waar: string;
  /** When, in seconds since the beginning. */
  readonly op: number;
  lot: Lot;
}

const LETTERGREPEN = [
  'ba',
  'de',
  'fi',
  'go',
  'hu',
  'ka',
  'le',
  'mi',
  'no',
  'pu',
  'ra',
  'se',
  'ti',
  'vo',
  'wu',
  'za',
];

/** Every word that somebody typed and saw on the screen: each stands there once in the world, so that none can be missed. */
export class Woorden {
  readonly #alle = new Map<string, Woord>();
  readonly #begin = performance.now();
  #nummer: number;
  /** Typed, and not on the screen a moment later: what they typed in was gone by then. */
  nietGezien = 0;

  /** @param vanaf so that two who type at once have no word in common */
  constructor(vanaf = 0) {
    this.#nummer = vanaf;
  }

  /** A word that nobody has typed: eight letters. */
  nieuw(): string {
    this.#nummer += 1;
    return [12, 8, 4, 0].map((bits) => LETTERGREPEN[(this.#nummer >> bits) & 15]).join('');
  }

  noteer(woord: string, waar: string): void {
    this.#alle.set(woord, { woord, waar, op: (performance.now() - this.#begin) / 1000, lot: 'getypt' });
  }

  zet(woorden: Iterable<string>, lot: Lot): void {
    for (const woord of woorden) {
      const bekend = this.#alle.get(woord);
      if (bekend !== undefined) bekend.lot = lot;
    }
  }

  /** Those of a text that were typed here. */
  uit(tekst: string): string[] {
    return tekst.match(/[a-z]{8}/g)?.filter((woord) => this.#alle.has(woord)) ?? [];
  }

  get aantal(): number {
    return this.#alle.size;
  }

  /** How many met each fate. */
  get telling(): Readonly<Record<Lot, number>> {
    const telling = { getypt: 0, 'zelf weg': 0, 'weg met kaart': 0 };
    for (const { lot } of this.#alle.values()) telling[lot] += 1;
    return telling;
  }

  /** What should be there and isn't. @param alles all that is saved or put aside, as one text */
  verloren(alles: string): string[] {
    return [...this.#alle.values()]
      .filter(({ lot, woord }) => lot === 'getypt' && !alles.includes(woord))
      .map(({ woord, waar, op }) => `${woord}, getypt in ${waar} na ${Math.round(op)} s`);
  }
}

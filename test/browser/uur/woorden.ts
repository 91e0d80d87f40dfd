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
  readonly #brokken: { readonly letters: string; readonly op: number }[] = [];
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
    this.#alle.set(woord, { woord, waar, op: this.#nu, lot: 'getypt' });
  }

  /** What somebody wiped may have been the beginning of what another was typing there: on their screen it had no end yet. */
  noteerGewist(voor: string, na: string): void {
    const bleef = new Set(brokkenIn(na));
    for (const letters of brokkenIn(voor))
      if (!bleef.has(letters)) this.#brokken.push({ letters, op: this.#nu });
  }

  zet(woorden: Iterable<string>, lot: Lot): void {
    for (const woord of woorden) {
      const bekend = this.#alle.get(woord);
      if (bekend !== undefined) bekend.lot = lot;
    }
  }

  /** Those of a text that were typed here. */
  uit(tekst: string): string[] {
    return [...this.#alle.keys()].filter((woord) => tekst.includes(woord));
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
      .filter((een) => een.lot === 'getypt' && !alles.includes(een.woord) && !this.#isHalfGewist(een, alles))
      .map(({ woord, waar, op }) => `${woord}, getypt in ${waar} na ${Math.round(op)} s`);
  }

  /** Whether its beginning was wiped about when it was typed, and its end is there. */
  #isHalfGewist({ woord, op }: Woord, alles: string): boolean {
    return this.#brokken.some(
      ({ letters, op: gewistOp }) =>
        woord.startsWith(letters) &&
        Math.abs(op - gewistOp) < 60 &&
        alles.includes(woord.slice(letters.length)),
    );
  }

  get #nu(): number {
    return (performance.now() - this.#begin) / 1000;
  }
}

/** What is no whole word, and more than a letter. */
function brokkenIn(tekst: string): string[] {
  return tekst.match(/\b[a-z]{2,7}\b/g) ?? [];
}

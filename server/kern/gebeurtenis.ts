/**
 * In which order what happened in a step is told once it is on disk: first what somebody loses, then what may be seen,
 * and only then what there is to see (NK7).
 */
export const VOLGORDE = ['verlies', 'zicht', 'tekst', 'kaart'] as const;
export type Rang = (typeof VOLGORDE)[number];

/** Who hears of it. */
export type Luisteraar<T> = (wat: T) => void;

/**
 * Something that a lower capability tells a higher one; `app.ts` connects them. It is said within a step
 * (`stap.meld`), and told after its COMMIT, before the step's caller goes on.
 */
export class Gebeurtenis<T> {
  readonly rang: Rang;
  readonly #luisteraars: Luisteraar<T>[] = [];

  constructor(rang: Rang) {
    this.rang = rang;
  }

  voegToe(luisteraar: Luisteraar<T>): void {
    this.#luisteraars.push(luisteraar);
  }

  /** Who hears of it, in the order in which they were connected. */
  get luisteraars(): readonly Luisteraar<T>[] {
    return this.#luisteraars;
  }
}

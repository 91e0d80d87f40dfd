/** Tells when a text has rested for long enough to be compared with the server's: once in each rest (SY15). */
export class Rust {
  readonly #wacht: (ms: number, doe: () => void) => () => void;
  readonly #ms: number;
  readonly #vergelijk: () => boolean;
  #toestand: 'beweegt' | 'rust' | 'vergeleken' = 'vergeleken';
  #staak: (() => void) | undefined;

  /** @param vergelijk returns whether it could be done now */
  constructor(wacht: (ms: number, doe: () => void) => () => void, ms: number, vergelijk: () => boolean) {
    this.#wacht = wacht;
    this.#ms = ms;
    this.#vergelijk = vergelijk;
  }

  /** The text changed. */
  verstoor(): void {
    this.#staak?.();
    this.#toestand = 'beweegt';
    this.#staak = this.#wacht(this.#ms, () => {
      this.#toestand = 'rust';
      this.kijk();
    });
  }

  /** What stood in the way may be gone. */
  kijk(): void {
    if (this.#toestand === 'rust' && this.#vergelijk()) this.#toestand = 'vergeleken';
  }

  stop(): void {
    this.#staak?.();
    this.#toestand = 'vergeleken';
  }
}

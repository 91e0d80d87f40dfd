/** So long in a row may be looked at who comes in before the work goes on, ms: half for the door, half for the work. */
const LANGST_MS = 5;

/**
 * Who comes in. The process takes one new connection in each round of its loop, so that work in every round leaves the
 * others standing outside, in time without answer: a board that needs a new connection waited seconds where many came
 * at once (ST6). While somebody came in since the last look, work waits a round, and the next is taken in.
 */
export class Deur {
  readonly #nu: () => number;
  #kwam = false;
  #sinds: number | null = null;

  /** @param nu the time of this machine, in ms */
  constructor(nu: () => number = () => performance.now()) {
    this.#nu = nu;
  }

  /** Somebody came in: another may stand behind them. */
  kwam(): void {
    this.#kwam = true;
  }

  /** Whether somebody came in since the last look. */
  get isErIemand(): boolean {
    return this.#kwam;
  }

  /** Looks. @returns whether work does better to wait for the next round of the loop; not for long in a row */
  wacht(): boolean {
    const nu = this.#nu();
    const sinds = this.#sinds ?? nu;
    const isNogEen = this.#kwam && nu - sinds < LANGST_MS;
    this.#kwam = false;
    this.#sinds = isNogEen ? sinds : null;
    return isNogEen;
  }
}

/** Something that holds from `van` until `tot`, in ms since 1970; `tot` is exclusive, null has no end. */
export interface Periode {
  readonly van: number;
  readonly tot: number | null;
}

/**
 * The moment at which something is decided. Asking it whether a period holds makes it remember when that answer is
 * over: nobody keeps a list of what begins and ends, and what was never asked needn't be looked at again.
 */
export class Moment {
  /** ms since 1970 */
  readonly nu: number;
  #tot = Number.POSITIVE_INFINITY;

  constructor(nu: number) {
    this.nu = nu;
  }

  geldt({ van, tot }: Periode): boolean {
    if (this.nu < van) {
      this.#onthoud(van);
      return false;
    }
    if (tot === null) return true;
    if (this.nu >= tot) return false;
    this.#onthoud(tot);
    return true;
  }

  /** The first moment at which something that was asked here has another answer; Infinity when there is none. */
  get tot(): number {
    return this.#tot;
  }

  #onthoud(grens: number): void {
    if (grens < this.#tot) this.#tot = grens;
  }
}

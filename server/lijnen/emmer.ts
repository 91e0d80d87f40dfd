/** A token bucket: so many a second, and at most so many at once. */
export class Emmer {
  readonly #perMs: number;
  readonly #inhoud: number;
  #over: number;
  #sinds: number;

  /** @param nu ms since 1970 */
  constructor(perSeconde: number, inhoud: number, nu: number) {
    this.#perMs = perSeconde / 1000;
    this.#inhoud = inhoud;
    this.#over = inhoud;
    this.#sinds = nu;
  }

  /** Takes one. @returns whether there was one */
  neem(nu: number): boolean {
    this.#over = Math.min(this.#inhoud, this.#over + Math.max(0, nu - this.#sinds) * this.#perMs);
    this.#sinds = nu;
    if (this.#over < 1) return false;
    this.#over -= 1;
    return true;
  }
}

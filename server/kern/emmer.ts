/** A token bucket: so many a second, and at most so many at once. */
export class Emmer {
  readonly #perMs: number;
  readonly #inhoud: number;
  #over: number;
  #sinds: number;

  /** @param nu ms, of any beginning; the same clock at each call */
  constructor(perSeconde: number, inhoud: number, nu: number) {
    this.#perMs = perSeconde / 1000;
    this.#inhoud = inhoud;
    this.#over = inhoud;
    this.#sinds = nu;
  }

  /** Takes one. @returns whether there was one */
  neem(nu: number): boolean {
    this.#vul(nu);
    if (this.#over < 1) return false;
    this.#over -= 1;
    return true;
  }

  /** Takes what something turned out to cost, also when there is less: what is owed comes in first. */
  boek(kosten: number, nu: number): void {
    this.#vul(nu);
    this.#over -= kosten;
  }

  /** After how many ms nothing is owed any more; 0 when that is now. */
  wacht(nu: number): number {
    this.#vul(nu);
    return this.#over >= 0 ? 0 : Math.ceil(-this.#over / this.#perMs);
  }

  /** Whether nothing was taken of late. */
  isVol(nu: number): boolean {
    this.#vul(nu);
    return this.#over >= this.#inhoud;
  }

  #vul(nu: number): void {
    this.#over = Math.min(this.#inhoud, this.#over + Math.max(0, nu - this.#sinds) * this.#perMs);
    this.#sinds = nu;
  }
}

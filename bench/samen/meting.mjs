/** Counts what is made and delivered, and keeps how long it took for what was made while the window stood open. */
export class Meting {
  wijzigingen = 0;
  afleveringen = 0;
  #van = Number.POSITIVE_INFINITY;
  #tot = Number.POSITIVE_INFINITY;
  #duren = new Float64Array(1 << 16);
  #aantal = 0;

  /** From now on it counts, from nothing on. @param nu ms, of `performance.now` */
  open(nu) {
    this.#van = nu;
    this.#tot = Number.POSITIVE_INFINITY;
    this.wijzigingen = 0;
    this.afleveringen = 0;
    this.#aantal = 0;
  }

  /** What is made from now on doesn't count, and what arrives doesn't count as delivered in the window. */
  sluit(nu) {
    this.#tot = Math.min(this.#tot, nu);
  }

  gemaakt(op) {
    if (this.#telt(op)) this.wijzigingen += 1;
  }

  afgeleverd(gemaaktOp, nu) {
    if (this.#telt(nu)) this.afleveringen += 1;
    if (!this.#telt(gemaaktOp)) return;
    if (this.#aantal === this.#duren.length) {
      const groter = new Float64Array(this.#aantal * 2);
      groter.set(this.#duren);
      this.#duren = groter;
    }
    this.#duren[this.#aantal] = nu - gemaaktOp;
    this.#aantal += 1;
  }

  /** Milliseconds from change to receipt, of each delivery of a change that was made in the window. */
  duren() {
    return this.#duren.slice(0, this.#aantal);
  }

  #telt(op) {
    return op >= this.#van && op < this.#tot;
  }
}

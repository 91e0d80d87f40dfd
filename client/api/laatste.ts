/** Of what is asked again and again, only the answer to the latest question counts: an older one can come after it. */
export class Laatste {
  #keer = 0;
  #bezig = false;
  #lopend: Promise<void> = Promise.resolve();

  /** What was asked last has no answer yet. */
  get wacht(): boolean {
    return this.#bezig;
  }

  /** Whatever was asked, no answer to it counts any more. */
  vergeet(): void {
    this.#keer += 1;
    this.#bezig = false;
  }

  /** Until no question waits any more: one that was asked again meanwhile is answered by the later one. */
  async rust(): Promise<void> {
    while (this.#bezig) await this.#lopend;
  }

  /**
   * Asks, and hands over the answer, or that there is none, unless it was asked again meanwhile.
   * @param mislukt what the latest question failed with
   */
  vraag<T>(
    doe: () => Promise<T>,
    kreeg: (antwoord: T) => void,
    mislukt: (fout: unknown) => void,
  ): Promise<void> {
    this.#keer += 1;
    this.#bezig = true;
    this.#lopend = this.#antwoord(this.#keer, doe, kreeg, mislukt);
    return this.#lopend;
  }

  async #antwoord<T>(
    keer: number,
    doe: () => Promise<T>,
    kreeg: (antwoord: T) => void,
    mislukt: (fout: unknown) => void,
  ): Promise<void> {
    try {
      const antwoord = await doe();
      if (this.#isLaatste(keer)) kreeg(antwoord);
    } catch (fout) {
      if (this.#isLaatste(keer)) mislukt(fout);
    }
  }

  #isLaatste(keer: number): boolean {
    if (keer !== this.#keer) return false;
    this.#bezig = false;
    return true;
  }
}

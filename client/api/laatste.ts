/** Of what is asked again and again, only the answer to the latest question counts: an older one can come after it. */
export class Laatste {
  #keer = 0;
  #bezig = false;

  /** What was asked last has no answer yet. */
  get wacht(): boolean {
    return this.#bezig;
  }

  /** Whatever was asked, no answer to it counts any more. */
  vergeet(): void {
    this.#keer += 1;
    this.#bezig = false;
  }

  /**
   * Asks, and hands over the answer, or that there is none, unless it was asked again meanwhile.
   * @param mislukt what the latest question failed with
   */
  async vraag<T>(
    doe: () => Promise<T>,
    kreeg: (antwoord: T) => void,
    mislukt: (fout: unknown) => void,
  ): Promise<void> {
    this.#keer += 1;
    const keer = this.#keer;
    this.#bezig = true;
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

/** Of what is asked again and again, only the answer to the latest question counts: an older one can come after it. */
export class Laatste {
  #keer = 0;

  /** Whatever was asked, no answer to it counts any more. */
  vergeet(): void {
    this.#keer += 1;
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
    try {
      const antwoord = await doe();
      if (keer === this.#keer) kreeg(antwoord);
    } catch (fout) {
      if (keer === this.#keer) mislukt(fout);
    }
  }
}

import { ApiFout } from './apifout.ts';

/** So long after there was no answer it is asked for again. */
const OPNIEUW_NA_MS = 5_000;

/**
 * Of what is asked again and again, only the answer to the latest question counts: an older one can come after it. Where
 * there was none, it is asked again by itself (ST16).
 */
export class Laatste {
  #keer = 0;
  #bezig = false;
  #lopend: Promise<void> = Promise.resolve();
  #straks: ReturnType<typeof setTimeout> | undefined;

  /** What was asked last has no answer yet. */
  get wacht(): boolean {
    return this.#bezig;
  }

  /** Whatever was asked, no answer to it counts any more, and it isn't asked again. */
  vergeet(): void {
    clearTimeout(this.#straks);
    this.#keer += 1;
    this.#bezig = false;
  }

  /** Until no question waits any more: one that was asked again meanwhile is answered by the later one. */
  async rust(): Promise<void> {
    while (this.#bezig) await this.#lopend;
  }

  /**
   * Asks, and hands over the answer, or that there is none, unless it was asked again meanwhile.
   * @param mislukt what the latest question failed with, each time
   */
  vraag<T>(
    doe: () => Promise<T>,
    kreeg: (antwoord: T) => void,
    mislukt: (fout: unknown) => void,
  ): Promise<void> {
    this.vergeet();
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
      if (!this.#isLaatste(keer)) return;
      if (komtVanzelf(fout))
        this.#straks = setTimeout(() => void this.vraag(doe, kreeg, mislukt), OPNIEUW_NA_MS);
      mislukt(fout);
    }
  }

  #isLaatste(keer: number): boolean {
    if (keer !== this.#keer) return false;
    this.#bezig = false;
    return true;
  }
}

/** Whether it is of use to ask again: there was no answer, or the code of a part of it didn't come. */
function komtVanzelf(fout: unknown): boolean {
  return !(fout instanceof ApiFout) || fout.isZonderAntwoord;
}

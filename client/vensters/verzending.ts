import { ApiFout, Poging } from '../api/api.ts';

/** Why it went wrong, and whether what another had changed was fetched since (ST14). */
export interface Mislukking {
  readonly fout: unknown;
  readonly isIngehaald: boolean;
}

/** What a form sends: one thing at a time, and one key for what it makes (ST13). */
export class Verzending {
  /** For what makes something, so that it is made once. */
  readonly poging: Poging;
  readonly #opVerandering: () => void;
  #bezig = false;
  #wacht = false;

  /** @param opVerandering it is under way, or no more; or no answer came, and it waits */
  constructor(opVerandering: () => void) {
    this.#opVerandering = opVerandering;
    this.poging = new Poging((wacht) => {
      this.#wacht = wacht;
      opVerandering();
    });
  }

  get bezig(): boolean {
    return this.#bezig;
  }

  /** No answer came, and it waits to send it again by itself (ST13). */
  get wacht(): boolean {
    return this.#wacht;
  }

  /**
   * @param haalIn after a refusal because another was first: takes in what stands there now; false when that can't be
   * @returns null when it went well
   */
  async probeer(
    doe: () => Promise<unknown>,
    haalIn: (fout: ApiFout) => Promise<boolean>,
  ): Promise<Mislukking | null> {
    this.#bezig = true;
    this.#opVerandering();
    try {
      await doe();
      this.#bezig = false;
      return null;
    } catch (fout) {
      const isIngehaald = fout instanceof ApiFout && fout.isVerouderd && (await haalIn(fout));
      this.#bezig = false;
      this.#opVerandering();
      return { fout, isIngehaald };
    }
  }
}

import type { Omgeving } from './omgeving.ts';

/** What begins and ends by the clock, as it is stored. Moments in ms since 1970. */
export interface Randen {
  /** The first moment after this one at which something begins or ends; Infinity when nothing does. */
  volgendeNa(moment: number): number;
  /** What something begins or ends in at exactly this moment. */
  op(moment: number): readonly string[];
}

/** Where the clock keeps how far it has come. */
export interface Klokstand {
  lees(): number;
  /** Within a step. */
  schrijf(moment: number): void;
}

export interface Klokbehoeften {
  readonly omgeving: Omgeving;
  readonly randen: Randen;
  readonly stand: Klokstand;
  /** Does at this moment what ends or begins then, in a step that also keeps how far the clock has come. */
  readonly opRand: (id: string, moment: number, daarbij: () => void) => void;
  /** Is told of a fault that is ours. */
  readonly bijFout: (fout: unknown) => void;
}

/**
 * The clock of the house. It never runs back, not over a restart either: what ended has ended. And it misses nothing:
 * what began or ended while nobody looked, or while the server was down, is done in its order before anything else.
 */
export class Klok {
  readonly #behoeften: Klokbehoeften;
  /** The highest moment that anybody has seen. */
  #hoogste: number;
  /** Everything up to here has been done. */
  #gedaan: number;
  #volgende: number;
  #isBezig = false;
  /** What could not be done at its moment, and is tried again (ST4). */
  #mislukt: { readonly id: string; readonly moment: number }[] = [];

  constructor(behoeften: Klokbehoeften) {
    this.#behoeften = behoeften;
    this.#gedaan = behoeften.stand.lees();
    this.#hoogste = this.#gedaan;
    this.#volgende = behoeften.randen.volgendeNa(this.#gedaan);
  }

  /** Now, in ms since 1970. */
  readonly nu = (): number => {
    this.#hoogste = Math.max(this.#hoogste, this.#behoeften.omgeving.nu());
    return this.#hoogste;
  };

  /** The moment at which it was looked at last. */
  get stand(): number {
    return this.#hoogste;
  }

  /** When something begins or ends next, in ms since 1970, as far as is known; Infinity when nothing does. */
  get volgende(): number {
    return this.#volgende;
  }

  /** Keeps how far it has come. Within a step. */
  bewaar(): void {
    if (this.#mislukt.length === 0) this.#behoeften.stand.schrijf(this.#gedaan);
  }

  /** Something was decided that has another answer from this moment on. */
  onthoud(moment: number): void {
    if (moment < this.#volgende) this.#volgende = moment;
  }

  /** Does what began or ended since the last time. */
  loopAf(): void {
    const nu = this.nu();
    if (this.#isBezig) return;
    if (nu < this.#volgende) {
      // Nothing did. What a step writes as beginning now has begun.
      this.#gedaan = nu;
      return;
    }
    this.#isBezig = true;
    try {
      const { randen } = this.#behoeften;
      for (let moment = randen.volgendeNa(this.#gedaan); moment <= nu; moment = randen.volgendeNa(moment)) {
        const ids = randen.op(moment);
        ids.forEach((id, n) => {
          this.#doe(id, moment, n === ids.length - 1);
        });
        this.#gedaan = moment;
      }
      this.#gedaan = nu;
      this.#volgende = randen.volgendeNa(nu);
    } catch (fout) {
      // Asked again at the next step.
      this.#behoeften.bijFout(fout);
    } finally {
      this.#isBezig = false;
    }
  }

  /** Tries again what could not be done at its moment. Called now and then. */
  probeerOpnieuw(): void {
    if (this.#isBezig) return;
    this.#isBezig = true;
    const nogmaals = this.#mislukt;
    this.#mislukt = [];
    try {
      for (const { id, moment } of nogmaals) this.#doe(id, moment, false);
    } finally {
      this.#isBezig = false;
    }
  }

  #doe(id: string, moment: number, isLaatste: boolean): void {
    // What is kept is a moment up to which everything was done, what failed before included.
    const isAf = isLaatste && this.#mislukt.length === 0;
    try {
      this.#behoeften.opRand(id, moment, () => {
        if (isAf) this.#behoeften.stand.schrijf(moment);
      });
    } catch (fout) {
      this.#behoeften.bijFout(fout);
      this.#mislukt.push({ id, moment });
    }
  }
}

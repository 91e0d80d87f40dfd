/** A question that must be answered first. */
export interface Vraag {
  readonly tekst: string;
  readonly ja: string;
  antwoord(ja: boolean): void;
}

/** The one question that a form asks at a time: another, or leaving, is a no to the one before. */
export class Tussenvraag {
  readonly #opVerandering: (terugNaar: HTMLElement | null) => void;
  #nu: Vraag | null = null;

  /** @param opVerandering it is asked, or answered; after a no with where focus was before it */
  constructor(opVerandering: (terugNaar: HTMLElement | null) => void) {
    this.#opVerandering = opVerandering;
  }

  get nu(): Vraag | null {
    return this.#nu;
  }

  stel(tekst: string, ja: string): Promise<boolean> {
    this.zegNee();
    const vanaf = document.activeElement;
    return new Promise((klaar) => {
      this.#nu = {
        tekst,
        ja,
        antwoord: (antwoord) => {
          this.#nu = null;
          this.#opVerandering(!antwoord && vanaf instanceof HTMLElement ? vanaf : null);
          klaar(antwoord);
        },
      };
      this.#opVerandering(null);
    });
  }

  zegNee(): void {
    this.#nu?.antwoord(false);
  }
}

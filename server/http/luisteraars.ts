/**
 * How a lower capability tells a higher one, connected by `app.ts`: called in order, synchronously, by a caller
 * that answers only afterwards (NK7).
 */
export class Luisteraars<T> {
  readonly #functies: ((gebeurtenis: T) => void)[] = [];

  voegToe(functie: (gebeurtenis: T) => void): void {
    this.#functies.push(functie);
  }

  meld(gebeurtenis: T): void {
    for (const functie of this.#functies) functie(gebeurtenis);
  }
}

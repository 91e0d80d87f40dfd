import { aankondigen } from '../ui/aankondigen.ts';

/** Long enough that a colleague's burst of changes is told as one. */
const RUST_MS = 4_000;

/**
 * Tells a screen reader, politely and summarised, that others changed something. What I change myself comes back
 * over the line too, sometimes before the answer to my own command: it is left out of the count.
 */
export class Nieuws {
  readonly #vanAnderen = new Set<string>();
  readonly #vanMij = new Set<string>();
  #wacht: ReturnType<typeof setTimeout> | undefined;

  /** Runs a command of mine; the kaart that it is about is no news. */
  async vanMij<T>(doe: () => Promise<T>, idVan: (uitkomst: T) => string = String): Promise<T> {
    const uitkomst = await doe();
    const id = idVan(uitkomst);
    this.#vanMij.add(id);
    // After a while it is news again when somebody else changes the same.
    setTimeout(() => this.#vanMij.delete(id), 2 * RUST_MS);
    return uitkomst;
  }

  /** A kaart changed. */
  vanAnder(kaartId: string): void {
    this.#vanAnderen.add(kaartId);
    this.#wacht ??= setTimeout(() => this.#vertel(), RUST_MS);
  }

  stop(): void {
    clearTimeout(this.#wacht);
    this.#wacht = undefined;
    this.#vanAnderen.clear();
    this.#vanMij.clear();
  }

  #vertel(): void {
    const aantal = [...this.#vanAnderen].filter((id) => !this.#vanMij.has(id)).length;
    this.#wacht = undefined;
    this.#vanAnderen.clear();
    if (aantal > 0)
      aankondigen(
        aantal === 1
          ? 'Iemand heeft iets veranderd op het bord.'
          : `Anderen hebben ${aantal} dingen veranderd op het bord.`,
      );
  }
}

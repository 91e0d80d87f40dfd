/** Long enough that a colleague's burst of typing is told as one. */
const RUST_MS = 4_000;
/** How long after a text was told it is not told again. */
const STILTE_MS = 12_000;

/** What changed since the last time: which texts, and from where, when that is known of all. */
export type Tekstbericht = ReadonlyMap<string, string | null>;

/** Gathers what others change in texts, so that it is told politely: together, and never twice in a short while. */
export class Tekstnieuws {
  readonly #vertel: (bericht: Tekstbericht) => void;
  readonly #nu: () => number;
  readonly #nieuw = new Map<string, string | null>();
  readonly #verteld = new Map<string, number>();
  #klok: ReturnType<typeof setTimeout> | undefined;

  /** @param nu a clock in ms that only goes forward */
  constructor(vertel: (bericht: Tekstbericht) => void, nu: () => number = () => performance.now()) {
    this.#vertel = vertel;
    this.#nu = nu;
  }

  /** Somebody else changed a text. */
  veranderd(veldId: string, zetel: string | null): void {
    const laatst = this.#verteld.get(veldId);
    if (laatst !== undefined && this.#nu() - laatst < STILTE_MS) return;
    const eerder = this.#nieuw.get(veldId);
    this.#nieuw.set(veldId, eerder === undefined || eerder === zetel ? zetel : null);
    this.#klok ??= setTimeout(() => this.#zeg(), RUST_MS);
  }

  /** What comes in shortly is my own doing, such as a concept that I shared. */
  vanMij(veldId: string): void {
    this.#verteld.set(veldId, this.#nu());
    this.#nieuw.delete(veldId);
  }

  stop(): void {
    clearTimeout(this.#klok);
    this.#klok = undefined;
    this.#nieuw.clear();
    this.#verteld.clear();
  }

  #zeg(): void {
    this.#klok = undefined;
    const bericht = new Map(this.#nieuw);
    this.#nieuw.clear();
    for (const veldId of bericht.keys()) this.#verteld.set(veldId, this.#nu());
    if (bericht.size > 0) this.#vertel(bericht);
  }
}

/** So long somebody else's work waits for what is told meanwhile, in ms of this machine. */
const BEURT_MS = 5;

/** How what waits is told; neither may throw. */
export interface Teller<T> {
  /** Looks and tells, within one step, until it was told that enough time went by: what is left waits for the next. */
  vertel(casusId: string, wie: Iterable<T>, isGenoeg: () => boolean): void;
  /** All of a casus was told. */
  rondAf(casusId: string): void;
}

/**
 * What is told in turns of its own, a little at a time, with the work of others between: that a board is another one for
 * everyone who looks at it, when much ended at one moment. Nothing is kept open by it: that was closed before.
 */
export class Straks<T> {
  readonly #teller: Teller<T>;
  readonly #nu: () => number;
  readonly #wachtend = new Map<string, Set<T>>();
  #beurt: NodeJS.Immediate | null = null;

  /** @param nu ms of this machine */
  constructor(teller: Teller<T>, nu: () => number = () => performance.now()) {
    this.#teller = teller;
    this.#nu = nu;
  }

  /** It is told soon, to each of these once. */
  zet(casusId: string, wie: readonly T[]): void {
    this.#wachtend.set(casusId, new Set([...(this.#wachtend.get(casusId) ?? []), ...wie]));
    this.#plan();
  }

  /** They were told by something else. */
  verteld(casusId: string, wie: T): void {
    this.#wachtend.get(casusId)?.delete(wie);
  }

  /** Something else is about to be said in this casus: first what waits. */
  nu(casusId: string): void {
    this.#doe(casusId, () => false);
  }

  /** The same of everything. */
  alles(): void {
    for (const casusId of [...this.#wachtend.keys()]) this.nu(casusId);
  }

  /** Tells nothing more. */
  sluit(): void {
    if (this.#beurt !== null) clearImmediate(this.#beurt);
    this.#beurt = null;
    this.#wachtend.clear();
  }

  #plan(): void {
    if (this.#beurt !== null || this.#wachtend.size === 0) return;
    this.#beurt = setImmediate(() => {
      this.#beurt = null;
      const tot = this.#nu() + BEURT_MS;
      for (const casusId of [...this.#wachtend.keys()]) {
        this.#doe(casusId, () => this.#nu() >= tot);
        if (this.#nu() >= tot) break;
      }
      this.#plan();
    });
  }

  #doe(casusId: string, isGenoeg: () => boolean): void {
    const wachtend = this.#wachtend.get(casusId);
    if (wachtend === undefined) return;
    this.#teller.vertel(casusId, uit(wachtend), isGenoeg);
    if (wachtend.size > 0) return;
    this.#wachtend.delete(casusId);
    this.#teller.rondAf(casusId);
  }
}

/** Takes each out before it is told, so that nobody is told twice or for ever. */
function* uit<T>(wie: Set<T>): Iterable<T> {
  for (const een of wie) {
    wie.delete(een);
    yield een;
  }
}

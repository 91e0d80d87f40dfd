/** Work goes on for so long before what came in meanwhile is looked at, ms. */
const STUK_MS = 5;
/** After so long half of what somebody used is forgotten, ms. */
const HALVERING_MS = 5_000;
/** Who used more than this is one of many, ms: they take turns. */
const VEEL_MS = 50;

/**
 * How much time of the process each used of late: who used least goes first (ST6). Who used much is no further behind
 * than others who did: somebody who seated ten people a moment ago doesn't wait for all that a flood still has to use
 * before it used as much.
 */
export class Verbruik {
  readonly #nu: () => number;
  readonly #per = new Map<string, { ms: number; op: number }>();

  /** @param nu the time of this machine, in ms */
  constructor(nu: () => number = () => performance.now()) {
    this.#nu = nu;
  }

  /** In ms, what is past counting for less; at most what is much. */
  van(wie: string): number {
    return Math.min(VEEL_MS, this.#over(wie));
  }

  #over(wie: string): number {
    const eigen = this.#per.get(wie);
    return eigen === undefined ? 0 : eigen.ms * 0.5 ** ((this.#nu() - eigen.op) / HALVERING_MS);
  }

  boek(wie: string, ms: number): void {
    this.#per.set(wie, { ms: this.#over(wie) + ms, op: this.#nu() });
    if (this.#per.size > 2_000) this.#ruimOp();
  }

  #ruimOp(): void {
    for (const wie of [...this.#per.keys()]) if (this.van(wie) < 0.1) this.#per.delete(wie);
  }
}

/**
 * Turns: one person's work waits for that of who used less of late, however much of it there is (ST6). Each piece is
 * done whole, without awaiting anything, and between pieces the process looks at what came in.
 */
export class Beurten {
  readonly verbruik: Verbruik;
  readonly #nu: () => number;
  readonly #wachtend = new Map<string, (() => void)[]>();
  #besteed = 0;
  #isGepland = false;

  /** @param nu the time of this machine, in ms */
  constructor(nu: () => number = () => performance.now()) {
    this.#nu = nu;
    this.verbruik = new Verbruik(nu);
  }

  /** How much of somebody's work waits. */
  wachtend(wie: string): number {
    return this.#wachtend.get(wie)?.length ?? 0;
  }

  /**
   * Does a piece of work when it is this person's turn, in the order in which they asked; at once when nobody waits.
   * @throws what the work throws
   */
  doe<T>(wie: string, werk: () => T): Promise<T> {
    return new Promise((klaar, mislukt) => {
      const eigen = this.#wachtend.get(wie) ?? [];
      eigen.push(() => {
        try {
          klaar(werk());
        } catch (fout) {
          mislukt(fout);
        }
      });
      this.#wachtend.set(wie, eigen);
      if (this.#wachtend.size === 1 && eigen.length === 1 && this.#besteed < STUK_MS) this.#ga();
      else this.#plan();
    });
  }

  /** Until what came in was looked at, a stretch of work is one. */
  #plan(): void {
    if (this.#isGepland) return;
    this.#isGepland = true;
    setImmediate(() => {
      this.#isGepland = false;
      this.#besteed = 0;
      while (this.#wachtend.size > 0 && this.#besteed < STUK_MS) this.#ga();
      if (this.#wachtend.size > 0) this.#plan();
    });
  }

  /** The next piece: of who used least of late; who used as much goes behind the others. */
  #ga(): void {
    let wie: string | null = null;
    let minst = Number.POSITIVE_INFINITY;
    for (const een of this.#wachtend.keys()) {
      const verbruikt = this.verbruik.van(een);
      if (verbruikt >= minst) continue;
      minst = verbruikt;
      wie = een;
    }
    const eigen = wie === null ? undefined : this.#wachtend.get(wie);
    const werk = eigen?.shift();
    if (wie === null || eigen === undefined || werk === undefined) return;
    this.#wachtend.delete(wie);
    if (eigen.length > 0) this.#wachtend.set(wie, eigen);
    const begin = this.#nu();
    werk();
    const ms = this.#nu() - begin;
    this.#besteed += ms;
    this.verbruik.boek(wie, ms);
    // What was done at once counts until the process has looked at what came in.
    if (this.#besteed > 0) this.#plan();
  }
}

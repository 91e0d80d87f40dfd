import type { Wie } from '../http/route.ts';
import type { Stapdeel, Stappen } from '../kern/stap.ts';
import type { Kijk } from './kijk.ts';

/** Somebody who looks at a casus over a line of theirs. */
export interface Kijker {
  readonly wie: Wie;
  readonly casusId: string;
  /** It also shows what one reads from a place at a table, without a seat (OV4). */
  readonly opPlaats?: boolean;
  /** Closes what may no longer be seen; tells nobody anything yet (NK7). null: they look no more. */
  neemAf(kijk: Kijk | null): void;
  /** What everybody lost is closed: tells what is otherwise now, or soon. */
  vertel(kijk: Kijk | null, wanneer: Wanneer): void;
  /** It could not be decided: ends the line, for better nothing than too much. */
  verbreek(): void;
}

/**
 * `straks`: what was lost is closed, and that the board is another is told in turns of its own, a little at a time: so
 * much can end at one moment that whoever is at work elsewhere would wait for it.
 */
export type Wanneer = 'nu' | 'straks';

/** A line of somebody's session, whatever it shows: over with that session, and not by what happens elsewhere (NK6). */
export interface Sessielijn {
  readonly wie: Wie;
  verbreek(): void;
}

/** A kind of lines, with what is told of all of them together. */
export interface Kijkkant {
  /** Everyone who looks at this casus has been told, or will be. */
  rondAf(casusId: string, wanneer: Wanneer): void;
}

/**
 * Who looks at which casus, and until when: once, for all kinds of lines. Decided is once a session; first what is
 * lost is closed for everyone, and only then is anybody told (NK7).
 */
export class Kijkers {
  readonly #stappen: Stappen;
  readonly #kijk: (casusId: string, wie: Wie) => Kijk | null;
  readonly #kijkOpPlaats: (casusId: string, wie: Wie) => Kijk | null;
  /** When a session ends by the clock, in ms since 1970; null if it has been ended. */
  readonly #eindeVan: (sessieId: string) => number | null;
  readonly #bijFout: (fout: unknown) => void;
  readonly #kanten: Kijkkant[] = [];
  readonly #perCasus = new Map<string, Set<Kijker>>();
  readonly #perSessie = new Map<string, Set<Sessielijn>>();
  /** The first moment at which the session of anybody who has a line is over. */
  #eersteEinde = Number.POSITIVE_INFINITY;

  constructor(behoeften: {
    stappen: Stappen;
    kijk: (casusId: string, wie: Wie) => Kijk | null;
    kijkOpPlaats: (casusId: string, wie: Wie) => Kijk | null;
    eindeVan: (sessieId: string) => number | null;
    bijFout: (fout: unknown) => void;
  }) {
    this.#stappen = behoeften.stappen;
    this.#kijk = behoeften.kijk;
    this.#kijkOpPlaats = behoeften.kijkOpPlaats;
    this.#eindeVan = behoeften.eindeVan;
    this.#bijFout = behoeften.bijFout;
  }

  voegKantToe(kant: Kijkkant): void {
    this.#kanten.push(kant);
  }

  /** From now on this line hears of it. */
  komt(kijker: Kijker): void {
    const kijkers = this.#perCasus.get(kijker.casusId) ?? new Set();
    this.#perCasus.set(kijker.casusId, kijkers.add(kijker));
    this.#eersteEinde = Math.min(this.#eersteEinde, this.#eindeVan(kijker.wie.sessieId) ?? 0);
  }

  gaat(kijker: Kijker): void {
    const kijkers = this.#perCasus.get(kijker.casusId);
    kijkers?.delete(kijker);
    if (kijkers?.size === 0) this.#perCasus.delete(kijker.casusId);
  }

  /** From now on this line ends with its session. */
  komtMetSessie(lijn: Sessielijn): void {
    const { sessieId } = lijn.wie;
    const lijnen = this.#perSessie.get(sessieId) ?? new Set();
    this.#perSessie.set(sessieId, lijnen.add(lijn));
    this.#eersteEinde = Math.min(this.#eersteEinde, this.#eindeVan(sessieId) ?? 0);
  }

  gaatMetSessie(lijn: Sessielijn): void {
    const lijnen = this.#perSessie.get(lijn.wie.sessieId);
    lijnen?.delete(lijn);
    if (lijnen?.size === 0) this.#perSessie.delete(lijn.wie.sessieId);
  }

  /** How this line's person looks at its casus now; null: they don't, or their session is over. */
  kijkVan({ wie, casusId, opPlaats = false }: Pick<Kijker, 'wie' | 'casusId' | 'opPlaats'>): Kijk | null {
    return this.#stappen.lees(() => {
      if (!this.isAangemeld(wie)) return null;
      return this.#kijk(casusId, wie) ?? (opPlaats ? this.#kijkOpPlaats(casusId, wie) : null);
    });
  }

  /** Whether a session still holds; asked of the store once a step. */
  isAangemeld({ sessieId }: Wie): boolean {
    return this.#stappen.lees((stap) => {
      const einden = stap.deel(EINDEN);
      const einde = einden.get(sessieId) ?? this.#eindeVan(sessieId) ?? Number.NEGATIVE_INFINITY;
      einden.set(sessieId, einde);
      const geldt = einde > stap.moment.nu;
      if (geldt) this.#eersteEinde = Math.min(this.#eersteEinde, einde);
      return geldt;
    });
  }

  /** Decides again for everyone who looks at a casus. When this returns, nothing of what was lost is sent (NK7). */
  herzie(casusId: string, wanneer: Wanneer = 'nu'): void {
    this.#herzie(casusId, [...(this.#perCasus.get(casusId) ?? [])], wanneer);
  }

  /**
   * A session opened more: its lines hear what that changes for them. Now, because left until the next change of
   * anything it would tell them that there was one (NK6).
   */
  opende(casusId: string, sessieId: string): void {
    const eigen = [...(this.#perCasus.get(casusId) ?? [])].filter(({ wie }) => wie.sessieId === sessieId);
    if (eigen.length > 0) this.#herzie(casusId, eigen);
  }

  /** A session ended: nothing more goes to its lines. */
  eindigSessie(sessieId: string): void {
    this.#stappen.lees((stap) => {
      stap.deel(EINDEN).delete(sessieId);
      for (const [casusId, kijkers] of [...this.#perCasus]) {
        const eigen = [...kijkers].filter(({ wie }) => wie.sessieId === sessieId);
        if (eigen.length > 0) this.#herzie(casusId, eigen);
      }
    });
    for (const lijn of [...(this.#perSessie.get(sessieId) ?? [])]) this.#zonderUitval(() => lijn.verbreek());
  }

  /** Ends what is over with its session, by the clock. */
  loopAf(nu: number): void {
    if (nu < this.#eersteEinde) return;
    const kijkend = [...this.#perCasus.values()].flatMap((kijkers) => [...kijkers]);
    const ids = new Set([...kijkend.map(({ wie }) => wie.sessieId), ...this.#perSessie.keys()]);
    const sessies = new Map([...ids].map((id) => [id, this.#eindeVan(id) ?? 0]));
    const lopend = [...sessies.values()].filter((einde) => einde > nu);
    this.#eersteEinde = Math.min(Number.POSITIVE_INFINITY, ...lopend);
    for (const [sessieId, einde] of sessies) {
      const isGedaan = einde > nu || this.#zonderUitval(() => this.eindigSessie(sessieId));
      // ST4: tried again at the next step.
      if (!isGedaan) this.#eersteEinde = nu;
    }
  }

  #herzie(casusId: string, kijkers: readonly Kijker[], wanneer: Wanneer = 'nu'): void {
    if (kijkers.length === 0) return;
    this.#stappen.lees(() => {
      const gezien = kijkers.map((kijker) => ({
        kijker,
        kijk: this.#probeer(kijker, () => this.kijkVan(kijker)),
      }));
      for (const { kijker, kijk } of gezien) this.#probeer(kijker, () => kijker.neemAf(kijk ?? null));
      for (const { kijker, kijk } of gezien)
        this.#probeer(kijker, () => kijker.vertel(kijk ?? null, wanneer));
      for (const kant of this.#kanten) this.#zonderUitval(() => kant.rondAf(casusId, wanneer));
    });
  }

  /** What fails for one line ends that line, and nobody else hears of it. */
  #probeer<T>(kijker: Kijker, doe: () => T): T | undefined {
    try {
      return doe();
    } catch (fout) {
      this.#bijFout(fout);
      this.#zonderUitval(() => kijker.verbreek());
      return undefined;
    }
  }

  /** What is told to one must not depend on whether another could be told (ST4). */
  #zonderUitval(doe: () => void): boolean {
    try {
      doe();
      return true;
    } catch (fout) {
      this.#bijFout(fout);
      return false;
    }
  }
}

/** When each session ends, as far as this step asked. */
const EINDEN: Stapdeel<Map<string, number>> = { maak: () => new Map() };

import type { Verbruik } from '../../kern/beurten.ts';
import type { Budgetten } from '../../kern/budget.ts';
import type { Lijn } from './lijn.ts';
import { LIJNMATEN } from './maten.ts';

/** A bericht that waits for its turn. */
export interface Opdracht {
  readonly lijn: Lijn;
  readonly kanaal: number;
  readonly bericht: Uint8Array;
}

/** What waits on one line, in order. */
interface Rij {
  readonly lijn: Lijn;
  wachtend: Opdracht[];
  bytes: number;
}

/**
 * What came in and waits for a tick: in order on each line, and between people by who used least of late (ST6). A
 * line of which much waits is read no further until there is less.
 */
export class Wachtrij {
  readonly #budgetten: Budgetten;
  readonly #verbruik: Verbruik;
  readonly #perPersoon = new Map<string, Map<Lijn, Rij>>();

  constructor(budgetten: Budgetten, verbruik: Verbruik) {
    this.#budgetten = budgetten;
    this.#verbruik = verbruik;
  }

  get isLeeg(): boolean {
    return this.#perPersoon.size === 0;
  }

  voegToe(opdracht: Opdracht): void {
    const { lijn, bericht } = opdracht;
    const rijen = this.#perPersoon.get(lijn.wie.persoonId) ?? new Map<Lijn, Rij>();
    this.#perPersoon.set(lijn.wie.persoonId, rijen);
    const rij = rijen.get(lijn) ?? { lijn, wachtend: [], bytes: 0 };
    rijen.set(lijn, rij);
    rij.wachtend.push(opdracht);
    rij.bytes += bericht.length;
    if (rij.bytes > LIJNMATEN.wachtend || rij.wachtend.length > LIJNMATEN.berichtenPerFrame) lijn.houdIn();
  }

  /**
   * Whose turn it is: of those who owe nothing, who used least of late.
   * @param wacht which can't be handled now, and what is behind it on its line; null to hurry: debts don't count either
   */
  volgende(wacht: ((eerste: Opdracht) => boolean) | null): Beurt | null {
    const nu = this.#budgetten.nu();
    let gekozen: Beurt | null = null;
    let minst = Number.POSITIVE_INFINITY;
    for (const [persoonId, rijen] of this.#perPersoon) {
      const verbruikt = this.#verbruik.van(persoonId);
      if (verbruikt >= minst || (wacht !== null && this.#schuld(persoonId, nu) > 0)) continue;
      const rij = [...rijen.values()].find(
        ({ wachtend: [eerste] }) => eerste !== undefined && wacht?.(eerste) !== true,
      );
      if (rij === undefined) continue;
      gekozen = { persoonId, rij };
      minst = verbruikt;
    }
    return gekozen;
  }

  /** Takes the first of a line, and puts that line behind the others of its person, and the person behind the others. */
  neem({ persoonId, rij }: Beurt): Opdracht | undefined {
    const opdracht = rij.wachtend.shift();
    const rijen = this.#perPersoon.get(persoonId);
    if (opdracht === undefined || rijen === undefined) return undefined;
    rij.bytes -= opdracht.bericht.length;
    if (rij.bytes < LIJNMATEN.wachtend / 2) rij.lijn.leesVerder();
    rijen.delete(rij.lijn);
    if (rij.wachtend.length > 0) rijen.set(rij.lijn, rij);
    this.#perPersoon.delete(persoonId);
    if (rijen.size > 0) this.#perPersoon.set(persoonId, rijen);
    return opdracht;
  }

  /** After how many ms anybody who owes may go on. */
  wacht(): number {
    const nu = this.#budgetten.nu();
    return Math.min(...[...this.#perPersoon.keys()].map((persoonId) => this.#schuld(persoonId, nu)));
  }

  /** A line is over: nothing of it waits any more. */
  vergeet(lijn: Lijn): void {
    const rijen = this.#perPersoon.get(lijn.wie.persoonId);
    rijen?.delete(lijn);
    if (rijen?.size === 0) this.#perPersoon.delete(lijn.wie.persoonId);
  }

  /** Takes all of it. */
  leeg(): Opdracht[] {
    const alles = [...this.#perPersoon.values()].flatMap((rijen) =>
      [...rijen.values()].flatMap((rij) => {
        rij.lijn.leesVerder();
        return rij.wachtend;
      }),
    );
    this.#perPersoon.clear();
    return alles;
  }

  /** In ms. */
  #schuld(persoonId: string, nu: number): number {
    const { werk, tekst } = this.#budgetten.van(persoonId);
    return Math.max(werk.wacht(nu), tekst.wacht(nu));
  }
}

/** Whose turn it is, and on which of their lines. */
export interface Beurt {
  readonly persoonId: string;
  readonly rij: Rij;
}

/**
 * Whether what somebody was sent on a line, or on all of theirs, isn't read: what they ask for then waits, for it would
 * only stand in memory (ST6).
 */
export function leestNiet(
  lijn: Pick<Lijn, 'ongestuurd'>,
  alle: readonly Pick<Lijn, 'ongestuurd'>[],
): boolean {
  if (lijn.ongestuurd > LIJNMATEN.ongelezenVoorAntwoord) return true;
  return alle.reduce((som, een) => som + een.ongestuurd, 0) > LIJNMATEN.ongelezenPerPersoon;
}

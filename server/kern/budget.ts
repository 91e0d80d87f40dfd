import { Emmer } from './emmer.ts';

/**
 * What one person may cost, whatever their number of sessions, tabs and lines (ST6): settings with these defaults. Far
 * above what somebody in a hurry does; the work of one unit is about a millisecond.
 */
export const BUDGETMATEN = {
  /** Commands a minute; of an address without a session no more. */
  opdrachtenPerMinuut: 600,
  /** Units of work a second, and how many at once: twenty boards that come back after a restart are some 2,000. */
  werkPerSeconde: 60,
  werkOpslag: 4_000,
  /** New connections a second, and how many at once: each tab has two. */
  verbindingenPerSeconde: 2,
  verbindingenOpslag: 200,
  /** Messages on /live a second, and how many at once. */
  livePerSeconde: 20,
  liveOpslag: 600,
  /** Of what is written in texts, in bytes: a second, and at once. Typing is under one kB a second. */
  tekstPerSeconde: 20_000,
  tekstOpslag: 3_000_000,
  /** Sessions that begin, a minute and at once. */
  aanmeldingenPerMinuut: 30,
  aanmeldingenOpslag: 120,
  /** Wrong codes at big screens, from one address: a minute and at once (OV4). */
  codesPerMinuut: 2,
  codesOpslag: 10,
  /** Of an address without a session, how many times as much: many people can sit behind one. */
  adres: 10,
};
export type Budgetmaten = typeof BUDGETMATEN;

/** What things cost, in units of work. What is sent to somebody counts when its size is known. */
export const KOSTEN = {
  /** A query, and beside it each so many bytes of its answer. */
  vraag: 1,
  bytesPerEenheid: 10_000,
  /** The same of text that was asked for, which is made once for all who ask the same. */
  tekstPerEenheid: 50_000,
  /** A command, or a query that writes the record: a COMMIT, and telling it to who looks along. */
  schrijft: 5,
  /** Following a casus, or leaving it: a look at all of it. */
  volg: 10,
  verbinding: 5,
  /** A bericht on a kanaal, and beside it each so many bytes of it. */
  bericht: 0.2,
  /** An update of text: gate, applying, its part of a COMMIT, sending on. */
  update: 1,
} as const;

/** Of one person, or of one address without a session. */
export class Budget {
  readonly werk: Emmer;
  readonly verbindingen: Emmer;
  readonly live: Emmer;
  readonly tekst: Emmer;
  readonly aanmeldingen: Emmer;
  /** Refusals of somebody without a session. */
  readonly mislukt: Emmer;
  /** Of an address, whoever asks: codes that were nobody's. */
  readonly codes: Emmer;

  /** @param keer so many times as much as one person may cost */
  constructor(m: Budgetmaten, keer: number, nu: number) {
    this.werk = new Emmer(keer * m.werkPerSeconde, keer * m.werkOpslag, nu);
    this.verbindingen = new Emmer(keer * m.verbindingenPerSeconde, keer * m.verbindingenOpslag, nu);
    this.live = new Emmer(keer * m.livePerSeconde, keer * m.liveOpslag, nu);
    this.tekst = new Emmer(keer * m.tekstPerSeconde, keer * m.tekstOpslag, nu);
    this.aanmeldingen = new Emmer((keer * m.aanmeldingenPerMinuut) / 60, keer * m.aanmeldingenOpslag, nu);
    this.mislukt = new Emmer(m.opdrachtenPerMinuut / 60, m.opdrachtenPerMinuut, nu);
    this.codes = new Emmer(m.codesPerMinuut / 60, m.codesOpslag, nu);
  }

  /** Whether it is as one that was never asked for. */
  isVol(nu: number): boolean {
    return [
      this.werk,
      this.verbindingen,
      this.live,
      this.tekst,
      this.aanmeldingen,
      this.mislukt,
      this.codes,
    ].every((emmer) => emmer.isVol(nu));
  }
}

/** So many are kept before those that are full again are forgotten. */
const OPRUIMEN_VANAF = 1_000;

/**
 * Everyone's budget. Costs are known by what is asked and by what is answered, never by what is hidden: a limit that is
 * reached tells of nothing that one doesn't see.
 */
export class Budgetten {
  /** The time of this machine, in ms: what costs time is bounded by real time, whatever the clock of the house says. */
  readonly nu: () => number;
  readonly #maten: Budgetmaten;
  /** How many times as much everyone may cost as by the defaults. */
  readonly #keer: number;
  readonly #perSleutel = new Map<string, Budget>();
  #ruimVanaf = OPRUIMEN_VANAF;

  /** @param maten where more commands than the default may be done, all may cost so much more */
  constructor(maten: Partial<Budgetmaten> = {}, nu = () => performance.now()) {
    this.nu = nu;
    this.#maten = { ...BUDGETMATEN, ...maten };
    this.#keer = Math.max(1, this.#maten.opdrachtenPerMinuut / BUDGETMATEN.opdrachtenPerMinuut);
  }

  /** Of a person. */
  van(persoonId: string): Budget {
    return this.#van(persoonId, this.#keer);
  }

  /** Of an address from which somebody without a session asks. */
  vanAdres(adres: string): Budget {
    return this.#van(`adres ${adres}`, this.#keer * this.#maten.adres);
  }

  #van(sleutel: string, keer: number): Budget {
    const bekend = this.#perSleutel.get(sleutel);
    if (bekend !== undefined) return bekend;
    if (this.#perSleutel.size >= this.#ruimVanaf) this.#ruimOp();
    const budget = new Budget(this.#maten, keer, this.nu());
    this.#perSleutel.set(sleutel, budget);
    return budget;
  }

  #ruimOp(): void {
    const nu = this.nu();
    for (const [sleutel, budget] of this.#perSleutel) if (budget.isVol(nu)) this.#perSleutel.delete(sleutel);
    this.#ruimVanaf = Math.max(OPRUIMEN_VANAF, 2 * this.#perSleutel.size);
  }
}

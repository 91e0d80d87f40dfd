import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Zoekuitkomst } from '../../shared/contract/zoeken.ts';
import { ApiFout, berichtVan, roep } from '../api/api.ts';

/** What came of looking in one casus: not yet known, found, or not looked in, with why. */
export type Casusuitkomst =
  | { readonly stand: 'zoekt' }
  | { readonly stand: 'gevonden'; readonly uitkomst: Zoekuitkomst }
  | { readonly stand: 'mislukt'; readonly bericht: string };

/** After the last key: who types on isn't done. */
const STILTE_MS = 300;
/** So many casussen at once: the others of this person wait their turn, and so does nobody else (ST6). */
const TEGELIJK = 2;
/** Fewer letters are in everything. */
const MINSTENS = 2;

/**
 * Looks for words in casussen, one after another, and tells as it goes. What was asked before is forgotten when
 * something else is typed.
 */
export class Zoektocht implements ReactiveController {
  uitkomsten: ReadonlyMap<string, Casusuitkomst> = new Map();
  readonly #host: ReactiveControllerHost;
  #ronde = 0;
  #wacht: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    // NK7: nothing of it stays in the page of who went elsewhere.
    this.#begin();
    this.uitkomsten = new Map();
  }

  /** Whether so much was typed that it is worth looking for. */
  static isGenoeg(woorden: string): boolean {
    return woorden.trim().length >= MINSTENS;
  }

  /** Something else is typed, or there are other casussen. */
  zoek(woorden: string, casusIds: readonly string[]): void {
    const ronde = this.#begin();
    this.uitkomsten = new Map();
    this.#host.requestUpdate();
    if (!Zoektocht.isGenoeg(woorden)) return;
    this.uitkomsten = new Map(casusIds.map((id) => [id, { stand: 'zoekt' }]));
    this.#wacht = setTimeout(() => {
      const rij = [...casusIds];
      for (let n = 0; n < TEGELIJK; n += 1) void this.#loop(ronde, woorden, rij);
    }, STILTE_MS);
  }

  /** Looks once more in a casus in which it failed. */
  opnieuw(woorden: string, casusId: string): void {
    this.#zet(casusId, { stand: 'zoekt' });
    void this.#loop(this.#ronde, woorden, [casusId]);
  }

  #begin(): number {
    clearTimeout(this.#wacht);
    this.#ronde += 1;
    return this.#ronde;
  }

  async #loop(ronde: number, woorden: string, rij: string[]): Promise<void> {
    for (let casusId = rij.shift(); casusId !== undefined; casusId = rij.shift()) {
      const uitkomst = await this.#vraag(woorden, casusId);
      if (ronde !== this.#ronde) return;
      this.#zet(casusId, uitkomst);
    }
  }

  async #vraag(woorden: string, casusId: string): Promise<Casusuitkomst> {
    try {
      const uitkomst = await roep('casus.zoek', { params: { casusId }, body: { woorden } });
      return { stand: 'gevonden', uitkomst };
    } catch (fout) {
      // A casus that went meanwhile is like one in which nothing was found.
      const isWeg = fout instanceof ApiFout && fout.status === 404;
      return isWeg
        ? { stand: 'gevonden', uitkomst: { vondsten: [], meer: false } }
        : { stand: 'mislukt', bericht: berichtVan(fout) };
    }
  }

  #zet(casusId: string, uitkomst: Casusuitkomst): void {
    this.uitkomsten = new Map(this.uitkomsten).set(casusId, uitkomst);
    this.#host.requestUpdate();
  }
}

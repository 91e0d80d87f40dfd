import type { Omvang } from '../kern/omvang.ts';
import { datumOp } from '../kern/tijd.ts';
import { Weigering } from '../kern/weigering.ts';
import type { Route } from './route.ts';

/** Of this part of a day's work it is said that it is all that is left. */
const LET_OP = 0.1;
const NOG_VANDAAG = 'Nog-Vandaag';

/**
 * How much each person made today, whatever and wherever (ST6): a day's work has an end that no day's work reaches.
 * Kept in memory: a day that is broken off by a start begins anew.
 */
export class Dagmaat {
  readonly #hoogstens: number;
  readonly #casussen: number;
  readonly #gemaakt = new Map<string, number>();
  #dag = '';

  constructor({ gemaaktPerDag, casussenPerDag }: Pick<Omvang, 'gemaaktPerDag' | 'casussenPerDag'>) {
    this.#hoogstens = gemaaktPerDag;
    this.#casussen = casussenPerDag;
  }

  /**
   * Does what makes something, and counts it when it was made. Refused before anything of it is looked at.
   * @param nu ms since 1970
   * @param koppen of the answer: near the end of the day's work it says how much is left
   * @throws Weigering 429, and what the work throws
   */
  maak<T>(
    route: Route,
    persoonId: string | null,
    nu: number,
    koppen: Record<string, string>,
    werk: () => T,
  ): T {
    if (route.maakt !== true || persoonId === null) return werk();
    const dag = datumOp(nu);
    if (dag !== this.#dag) this.#gemaakt.clear();
    this.#dag = dag;
    const eerder = this.#gemaakt.get(persoonId) ?? 0;
    if (eerder >= this.#hoogstens) throw dagVol();
    // Each is looked at in every list of everyone whom one seats in it.
    const casussen = `casussen ${persoonId}`;
    const ingebracht = this.#gemaakt.get(casussen) ?? 0;
    const isCasus = route.naam === 'casus.breng';
    if (isCasus && ingebracht >= this.#casussen) throw genoegIngebracht(this.#casussen);
    const uitkomst = werk();
    this.#gemaakt.set(persoonId, eerder + 1);
    if (isCasus) this.#gemaakt.set(casussen, ingebracht + 1);
    const over = this.#hoogstens - eerder - 1;
    if (over <= this.#hoogstens * LET_OP) koppen[NOG_VANDAAG] = String(over);
    return uitkomst;
  }
}

function genoegIngebracht(aantal: number): Weigering {
  return new Weigering(
    429,
    'dag_vol',
    `U hebt vandaag ${aantal} casussen ingebracht, en er kan er geen meer bij. Ga morgen verder, of vraag een collega.`,
  );
}

function dagVol(): Weigering {
  return new Weigering(
    429,
    'dag_vol',
    'U hebt vandaag zo veel gemaakt dat er niets meer bij kan. Wijzigen en schrijven kan nog wel. Ga morgen verder, of bel de beheerder.',
  );
}

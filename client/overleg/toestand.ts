import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Stap } from '../../shared/contract/live.ts';
import type { Regieregel } from '../../shared/contract/mijn-regie.ts';
import type { Inbrengreeks, Overleg } from '../../shared/contract/overleggen.ts';
import { roep } from '../api/api.ts';
import { haalLijsten } from '../lijsten.ts';
import { naStap } from './aan-de-beurt.ts';
import { haalOverleg } from './haal-overleg.ts';

/** What this page knows of one overleg. */
export interface Toestand {
  /** Null: I am not in it, but can bring a casus to it. */
  readonly overleg: Overleg | null;
  /** The same as it was fetched: a step of what is open changes nothing of its tafelblad. */
  readonly gehaald: Overleg | null;
  readonly kop: {
    readonly naam: string;
    readonly plaats: string;
    readonly begin: string;
    readonly einde: string;
  };
  /** The series, to who can bring a casus to it. */
  readonly reeks: Inbrengreeks | null;
  /** The casussen that I direct. */
  readonly casussen: readonly Regieregel[];
  readonly lijsten: Lijsten;
}

/**
 * Fetches it. @param eerder what I knew of it, when only the overleg itself can be otherwise
 * @returns null when there is nothing by this id for me @throws {ApiFout}
 */
export async function haalToestand(
  overlegId: string,
  eerder: Toestand | null = null,
): Promise<Toestand | null> {
  if (eerder !== null) {
    const overleg = await haalOverleg(overlegId);
    if (overleg !== null) return { ...eerder, overleg, gehaald: overleg, kop: overleg };
  }
  const [{ reeksen }, overleg, lijsten] = await Promise.all([
    roep('overleg.lijst'),
    haalOverleg(overlegId),
    haalLijsten(),
  ]);
  const reeks = reeksen.find(({ id }) => id === overleg?.reeksId) ?? reeksMet(reeksen, overlegId);
  const datum = reeks?.komend.find(({ id }) => id === overlegId);
  const kop = overleg ?? (reeks === undefined || datum === undefined ? null : { ...reeks, ...datum });
  if (kop === null) return null;
  const { casussen } = reeks === undefined ? { casussen: [] } : await roep('regie.mijn');
  return { overleg, gehaald: overleg, kop, reeks: reeks ?? null, casussen, lijsten };
}

/** The same a step on; null: it has to be fetched. */
export function toestandNaStap(toestand: Toestand, stap: Stap): Toestand | null {
  const overleg = toestand.overleg === null ? null : naStap(toestand.overleg, stap);
  return overleg === null ? null : { ...toestand, overleg };
}

function reeksMet(reeksen: readonly Inbrengreeks[], overlegId: string): Inbrengreeks | undefined {
  return reeksen.find(({ komend }) => komend.some(({ id }) => id === overlegId));
}

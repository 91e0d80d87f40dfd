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
  /** What those casussen are called on my own board in which I take part. */
  readonly titels: ReadonlyMap<string, string>;
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
    if (overleg !== null) {
      // NK7: of a casus in which I no longer take part the name goes.
      const nog = new Set(overleg.agendapunten.map(({ casusId }) => casusId));
      const titels = new Map([...eerder.titels].filter(([casusId]) => nog.has(casusId)));
      return { ...eerder, overleg, gehaald: overleg, kop: overleg, titels };
    }
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
  const titels = await titelsBij(overleg);
  return { overleg, gehaald: overleg, kop, reeks: reeks ?? null, casussen, lijsten, titels };
}

/** Where I take part and didn't bring it: the agenda doesn't say the question, my own board does. */
async function titelsBij(overleg: Overleg | null): Promise<ReadonlyMap<string, string>> {
  const zonder = overleg?.agendapunten.some(({ casusId, inbreng }) => casusId !== null && !inbreng?.vraag);
  if (zonder !== true) return new Map();
  try {
    const { zetels } = await roep('werkvoorraad');
    return new Map(zetels.flatMap(({ casusId, titel }) => (titel === null ? [] : [[casusId, titel.tekst]])));
  } catch {
    // The label stands there all the same.
    return new Map();
  }
}

/** The same a step on; null: it has to be fetched. */
export function toestandNaStap(toestand: Toestand, stap: Stap): Toestand | null {
  const overleg = toestand.overleg === null ? null : naStap(toestand.overleg, stap);
  return overleg === null ? null : { ...toestand, overleg };
}

function reeksMet(reeksen: readonly Inbrengreeks[], overlegId: string): Inbrengreeks | undefined {
  return reeksen.find(({ komend }) => komend.some(({ id }) => id === overlegId));
}

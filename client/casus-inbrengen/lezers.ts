import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { STANDAARDMATRIX } from '../../shared/need-to-know/standaardmatrix.ts';

/** Who writes and who reads the plan, by where they take part from. */
export interface Planlezers {
  readonly schrijven: readonly string[];
  readonly lezen: readonly string[];
}

/**
 * Who will read the plan by the rules of this municipality; undefined when it has other rules than the default ones,
 * which the browser doesn't know: then the text says it in general.
 */
export function planlezers(lijsten: Pick<Lijsten, 'matrixversie' | 'zetels'>): Planlezers | undefined {
  const { versie, kernteamSchrijft, cellen } = STANDAARDMATRIX;
  const rij = cellen[kernteamSchrijft];
  if (lijsten.matrixversie !== versie || rij === undefined) return undefined;
  const met = (letter: string) =>
    lijsten.zetels.filter(({ code }) => rij[code] === letter).map(({ naam }) => naam);
  return { schrijven: met('S'), lezen: met('L') };
}

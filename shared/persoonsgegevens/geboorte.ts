import type { Stuk } from './cijfers.ts';
import type { Dagvondst } from './dagen.ts';
import { duidingIn, woordenNa, woordenVoor } from './woorden.ts';

/** A day from so many years ago is somebody's birth, unless something is said to have happened then. */
const JAREN_GELEDEN = 3;

/**
 * Which of the days in a text are a date of birth: said to be one, of somebody of whom the writer may know it, or too
 * long ago for a plan. A day that is to come is none.
 * @param plat a text as it is read (`lees`)
 * @param vandaag `jjjj-mm-dd`
 * @param bekend dates of birth that the writer may read, `jjjj-mm-dd`
 */
export function vindGeboortedata(
  plat: string,
  dagen: readonly Dagvondst[],
  vandaag: string,
  bekend: readonly string[],
): Stuk[] {
  return dagen.filter((dag) => {
    if (dag.jaar !== null && (alsDatum(dag, dag.jaar) > vandaag || dag.jaar < 1900)) return false;
    if (isBekend(dag, bekend)) return true;
    const voor = duidingIn(woordenVoor(plat, dag.begin), { geboorte: 5, gebeurtenis: 2, kenmerk: 1 });
    if (voor !== null) return voor.duiding === 'geboorte';
    const na = duidingIn(woordenNa(plat, dag.einde), { geboorte: 1, gebeurtenis: 1 });
    if (na?.duiding === 'geboorte') return true;
    if (dag.jaar === null || isAaneen(plat, dag)) return false;
    if (na !== null || isNotitie(plat, dag)) return false;
    if (Number(vandaag.slice(0, 4)) - dag.jaar >= JAREN_GELEDEN) return true;
    return isVanIemand(plat, dag);
  });
}

function alsDatum({ dag, maand }: Dagvondst, jaar: number): string {
  return `${jaar}-${String(maand).padStart(2, '0')}-${String(dag).padStart(2, '0')}`;
}

function isBekend({ dag, maand, jaar }: Dagvondst, bekend: readonly string[]): boolean {
  return bekend.some((datum) => {
    const [j, m, d] = datum.split('-').map(Number);
    return d === dag && m === maand && (jaar === null || jaar === j);
  });
}

/** Eight digits in a row are a day only where something says so. */
function isAaneen(plat: string, { begin, einde }: Stuk): boolean {
  return /^\d{8}$/.test(plat.slice(begin, einde));
}

/** What begins a line with a day tells what happened on it: `12-11-2019: eerste melding`. */
function isNotitie(plat: string, { begin, einde }: Stuk): boolean {
  const voor = plat.slice(Math.max(0, begin - 12), begin);
  return (
    /(?:^|\n)[ \-*.]*$/.test(begin > 12 ? voor : `\n${voor}`) &&
    /^(?: ?:| - )/.test(plat.slice(einde, einde + 3))
  );
}

/** Right behind whom it is of, in brackets: `kind 2 (14-02-2025)`; of a baby also without. */
function isVanIemand(plat: string, { begin }: Stuk): boolean {
  const voor = plat.slice(Math.max(0, begin - 30), begin);
  return (
    /(?:moeder|vader|ouder|kind|dochter|zoon|zoontje|dochtertje|partner|broer|zus|broertje|zusje|baby|kindje)(?: \d{1,2})? ?\( ?\*? ?$/i.test(
      voor,
    ) || /(?:baby|kindje|°)[ ,(]{0,3}$/i.test(voor)
  );
}

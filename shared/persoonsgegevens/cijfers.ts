/** Digits that stand together. */
export interface Groep {
  readonly begin: number;
  readonly einde: number;
  readonly cijfers: string;
}

/** A piece of a text. */
export interface Stuk {
  readonly begin: number;
  readonly einde: number;
}

/**
 * Groups of digits, in runs: within one run there are only such separators between them.
 * @param tussen what may stand between two groups, at most four signs
 */
export function reeksenIn(plat: string, tussen: RegExp): Groep[][] {
  const reeksen: Groep[][] = [];
  let reeks: Groep[] = [];
  for (const treffer of plat.matchAll(/\d+/g)) {
    const groep = { begin: treffer.index, einde: treffer.index + treffer[0].length, cijfers: treffer[0] };
    const vorige = reeks.at(-1);
    const hoortErbij =
      vorige !== undefined &&
      groep.begin - vorige.einde <= 4 &&
      tussen.test(plat.slice(vorige.einde, groep.begin));
    if (!hoortErbij) {
      reeks = [];
      reeksen.push(reeks);
    }
    reeks.push(groep);
  }
  return reeksen;
}

/**
 * Looks through a run for whole groups that make something together, the first and longest that there is, and goes on
 * behind it.
 * @param maat how many digits: what has fewer or more is not tried
 * @param lees what the groups from one up to another make with these digits, or null
 */
export function zoekInReeks<T>(
  reeks: readonly Groep[],
  maat: { readonly minstens: number; readonly hoogstens: number },
  lees: (cijfers: string, van: number, tot: number) => T | null,
): T[] {
  const gevonden: T[] = [];
  let n = 0;
  while (n < reeks.length) {
    let cijfers = '';
    let raak: { wat: T; tot: number } | null = null;
    for (let m = n; m < reeks.length; m += 1) {
      const { cijfers: meer = '' } = reeks[m] ?? {};
      if (cijfers.length + meer.length > maat.hoogstens) break;
      cijfers += meer;
      if (cijfers.length < maat.minstens) continue;
      const wat = lees(cijfers, n, m + 1);
      if (wat !== null) raak = { wat, tot: m + 1 };
    }
    if (raak !== null) gevonden.push(raak.wat);
    n = raak?.tot ?? n + 1;
  }
  return gevonden;
}

/** From the first digit of some groups to their last. */
export function stukVan(groepen: readonly Groep[]): Stuk {
  return { begin: groepen[0]?.begin ?? 0, einde: groepen.at(-1)?.einde ?? 0 };
}

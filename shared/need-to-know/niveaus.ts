/** The four levels, lowest first (need-to-know.md, Levels). */
export const NIVEAUS = ['verborgen', 'dat', 'lezen', 'schrijven'] as const;

/** What a deelnemer may do with a compartment: not know of it, know that it is there, read it, write it. */
export type Niveau = (typeof NIVEAUS)[number];

/** Place of a level in the order `verborgen < dat < lezen < schrijven`, from 0. */
export const RANG: Readonly<Record<Niveau, number>> = { verborgen: 0, dat: 1, lezen: 2, schrijven: 3 };

/** Whether `niveau` is at least `minstens`. */
export function isMinstens(niveau: Niveau, minstens: Niveau): boolean {
  return RANG[niveau] >= RANG[minstens];
}

/** The higher of two levels. */
export function hoogste(a: Niveau, b: Niveau): Niveau {
  return RANG[a] >= RANG[b] ? a : b;
}

/** The lower of two levels. */
export function laagste(a: Niveau, b: Niveau): Niveau {
  return RANG[a] <= RANG[b] ? a : b;
}

/** As what somebody is at a table (OV "Who is who"): from a place, or as who takes part. */
export const TAFELROLLEN = ['voorzitter', 'notulist', 'meedenker', 'gast', 'deelnemer'] as const;
export type Tafelrol = (typeof TAFELROLLEN)[number];

/** What stands on a tafelblad beside its text (OV4, OV7): the question, what was laid on it, what was agreed, who tells the household. */
export const TAFELSTUKKEN = ['vraag', 'gelegd', 'afspraak', 'vertelling'] as const;
export type Tafelstuk = (typeof TAFELSTUKKEN)[number];

/** So many days who was at the table and takes no part reads the tafelblad after the item closed (OV4, `verslag`). */
export const VERSLAG_DAGEN = 14;

/** So much is laid on one tafelblad, and so much agreed, at most. */
export const GELEGD_HOOGSTENS = 40;
export const AFSPRAKEN_HOOGSTENS = 60;

/** The category of a tafelblad: no row of the matrix, for who reads one follows from who was let in to it alone. */
export const TAFEL = 'tafel';

import { type Bloksleutels, isLijstpunt, SLEUTELGRENZEN } from './blok.ts';

/** What an item of a list reads as and where it stands among the others of its list. */
export interface Lijstplaats {
  /** Its number; null where it has a bullet. */
  readonly nummer: number | null;
  /** From 1, among the items of the same list. */
  readonly plaats: number;
  /** How many items that list has. */
  readonly aantal: number;
}

/**
 * What a tree of lists gave for free and a flat text has to count (TX4): of each block its place in its list, null
 * where it is no item. A list goes on over deeper blocks; anything else at its depth ends it.
 */
export function nummering(blokken: readonly Bloksleutels[]): (Lijstplaats | null)[] {
  const plaatsen = blokken.map(teller());
  return plaatsen.map((een) =>
    een === null ? null : { nummer: een.nummer, plaats: een.plaats, aantal: een.lijst.aantal },
  );
}

/**
 * Blocks as they must be behind others so that their items keep the numbers that they had: with a `begin` where a
 * list would otherwise go on from the one before it, and nowhere else.
 * @param nummers of each block its number; null where it has none
 */
export function metNummers<B extends Bloksleutels>(
  voor: readonly Bloksleutels[],
  blokken: readonly B[],
  nummers: readonly (number | null)[],
): B[] {
  const tel = teller();
  for (const blok of voor) tel(blok);
  return blokken.map((blok, n) => {
    const nummer = nummers[n] ?? null;
    const vanzelf = { ...blok, begin: null };
    const wordt = tel(vanzelf)?.nummer ?? null;
    if (nummer === null || wordt === nummer) return vanzelf;
    const gezet = { ...blok, begin: Math.min(nummer, SLEUTELGRENZEN.begin.tot) };
    tel(gezet);
    return gezet;
  });
}

/** Counts from block to block: gives of the next one its place among the items before it, and its list. */
function teller(): (blok: Bloksleutels) => (Omit<Lijstplaats, 'aantal'> & { lijst: Lijst }) | null {
  const open: (Lijst | null)[] = Array.from({ length: SLEUTELGRENZEN.diepte.tot + 1 }, () => null);
  return (blok) => {
    const { soort, diepte, begin } = blok;
    const isPunt = isLijstpunt(blok);
    // A paragraph of depth 1 stands in an item of depth 0, and goes on with it.
    for (let diep = isPunt ? diepte + 1 : diepte; diep < open.length; diep += 1) open[diep] = null;
    if (!isPunt) return null;
    let lijst = open[diepte] ?? null;
    if (lijst === null || lijst.soort !== soort || begin !== null) {
      lijst = { soort, volgend: soort === 'nummer' ? (begin ?? 1) : 1, aantal: 0 };
      open[diepte] = lijst;
    }
    const nummer = soort === 'nummer' ? lijst.volgend : null;
    lijst.volgend += 1;
    lijst.aantal += 1;
    return { nummer, plaats: lijst.aantal, lijst };
  };
}

/** What stands before an item: its number, or a sign by how deep it is, from the outermost list inward and anew. */
export function lijstteken({ nummer }: Pick<Lijstplaats, 'nummer'>, diepte: number): string {
  return nummer === null ? (PUNTTEKENS[diepte % PUNTTEKENS.length] ?? PUNTTEKENS[0]) : `${nummer}.`;
}

/** Of those that the letter of the product has: on a machine without fonts they are drawn as well. */
const PUNTTEKENS = ['•', '–', '·'] as const;

interface Lijst {
  readonly soort: Bloksleutels['soort'];
  volgend: number;
  aantal: number;
}

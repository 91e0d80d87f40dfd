import type { Beslisser } from './beslissing.ts';
import type { CompartimentFeit, DeelnemerFeit } from './feiten.ts';
import type { Niveau } from './niveaus.ts';
import { isMinstens } from './niveaus.ts';

/** One tile of somebody's board: a compartment that they may read, or what stands for what they may not. */
export interface Zichtregel {
  readonly compartiment: CompartimentFeit;
  readonly niveau: Exclude<Niveau, 'verborgen'>;
  readonly noodkaart: boolean;
  /** At `dat`: this person also reads a part of the same category and subject; the tile stands for the rest (NK4). */
  readonly enAnderen: boolean;
}

/**
 * Everything that one deelnemer may know of in a casus, in the order of the catalogue: by category, then the
 * household before its members, then their own organisation's before another's, then the closed tile.
 * At `dat` there is one tile per category and subject, whoever keeps something behind it (NK4).
 */
export function zichtVan(beslisser: Beslisser, deelnemer: DeelnemerFeit): Zichtregel[] {
  const leesbaar: Zichtregel[] = [];
  const dicht = new Map<string, Zichtregel>();
  const gelezen = new Set<string>();
  for (const compartiment of beslisser.feiten.compartimenten) {
    const { niveau, noodkaart } = beslisser.beslis(deelnemer, compartiment);
    if (niveau === 'verborgen') continue;
    const onderwerp = `${compartiment.categorie} ${compartiment.lidId ?? ''}`;
    if (isMinstens(niveau, 'lezen')) {
      // What only some were let into is no part of what the rules say of a category (NK4).
      if (compartiment.besloten !== true) gelezen.add(onderwerp);
      leesbaar.push({ compartiment, niveau, noodkaart, enAnderen: false });
    } else {
      const eerder = dicht.get(onderwerp);
      // The tegel's id stands for all of them, so that the id tells nothing about who keeps something.
      if (eerder === undefined || compartiment.organisatieId === null) {
        dicht.set(onderwerp, {
          compartiment,
          niveau: 'dat',
          noodkaart: noodkaart || eerder?.noodkaart === true,
          enAnderen: false,
        });
      } else if (noodkaart) {
        dicht.set(onderwerp, { ...eerder, noodkaart: true });
      }
    }
  }
  for (const [onderwerp, regel] of dicht) {
    leesbaar.push({ ...regel, enAnderen: gelezen.has(onderwerp) });
  }
  return leesbaar.sort(inVolgorde(beslisser, deelnemer));
}

function inVolgorde(
  beslisser: Beslisser,
  deelnemer: DeelnemerFeit,
): (a: Zichtregel, b: Zichtregel) => number {
  const { categorieen } = beslisser.regels;
  const leden = new Map(beslisser.feiten.leden.map((lid, i) => [lid.id, i]));
  const plaats = ({ compartiment, niveau }: Zichtregel): [number, number, number] => [
    categorieen.get(compartiment.categorie)?.volgorde ?? Number.MAX_SAFE_INTEGER,
    compartiment.lidId === null ? -1 : (leden.get(compartiment.lidId) ?? Number.MAX_SAFE_INTEGER),
    niveau === 'dat' ? 2 : compartiment.organisatieId === deelnemer.organisatieId ? 0 : 1,
  ];
  return (a, b) => {
    const [a1, a2, a3] = plaats(a);
    const [b1, b2, b3] = plaats(b);
    return a1 - b1 || a2 - b2 || a3 - b3;
  };
}

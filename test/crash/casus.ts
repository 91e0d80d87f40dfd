import type { Bord } from '../../shared/contract/casussen.ts';
import { bouwCasus } from '../bouw/casus.ts';
import { mensenUitDemo } from '../bouw/demo.ts';
import { klant } from '../server/opstelling.ts';
import type { Proces } from './proces.ts';

/** A text that people write in: the first of its compartment. */
export interface Plek {
  readonly casusId: string;
  readonly compartimentId: string;
  readonly veldId: string;
}

/** Somebody of the demo at a table, and which of its texts they have on their screen. */
export interface Plaats {
  readonly naam: string;
  readonly cookie: string;
  readonly casusId: string;
  readonly teksten: readonly { readonly plek: Plek; readonly schrijft: boolean }[];
}

/** From which zetel each sits at a table, by first name; the first brings it. */
export type Tafelgenoten = Readonly<Record<string, string>>;

/**
 * Brings a casus with these people of the demo at the table.
 * @returns their places, with the household's `plan` and `hulp` as far as they may read them
 */
export async function brengIn(proces: Proces, genoten: Tafelgenoten): Promise<Plaats[]> {
  const bij = klant(proces.poort);
  try {
    const namen = Object.keys(genoten);
    const [regisseur = '', ...anderen] = namen;
    const mensen = await mensenUitDemo(
      bij,
      Object.fromEntries(
        Object.entries(genoten).map(([naam, zetel]) => [naam, [`${naam} `, zetel] as const]),
      ),
    );
    const casus = await bouwCasus(mensen, {
      leden: { moeder: 'moeder' },
      regisseur,
      stoelen: Object.fromEntries(anderen.map((naam) => [naam, { voor: null }])),
    });
    return await Promise.all(
      namen.map(async (naam) => {
        const { cookie } = await casus.als(naam);
        return { naam, cookie, casusId: casus.casusId, teksten: tekstenOp(await casus.bord(naam)) };
      }),
    );
  } finally {
    bij.sluit();
  }
}

function tekstenOp(bord: Bord): Plaats['teksten'] {
  return bord.compartimenten
    .filter(({ categorie, lidId, geopend }) => /^(plan|hulp)$/.test(categorie) && lidId === null && geopend)
    .flatMap(({ id, niveau }) => {
      const veld = bord.velden.find(({ compartimentId }) => compartimentId === id);
      if (veld === undefined) return [];
      const plek = { casusId: bord.id, compartimentId: id, veldId: veld.id };
      return [{ plek, schrijft: niveau === 'schrijven' }];
    });
}

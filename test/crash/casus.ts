import { expect } from 'vitest';
import type { Bord } from '../../shared/contract/casussen.ts';
import { AKKOORD } from '../server/huishouden.ts';
import { type Aangemeld, klant } from '../server/opstelling.ts';
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

/** Who sits where, the one who brings it first. */
export type Tafelschikking = readonly (readonly [naam: string, zetel: string])[];

/**
 * Brings a casus with these people of the demo at the table.
 * @returns their places, with the household's `plan` and `hulp` as far as they may read them
 */
export async function brengIn(proces: Proces, schikking: Tafelschikking): Promise<Plaats[]> {
  const mensen = klant(proces.poort);
  try {
    const lijst: { medewerkers: { id: string; naam: string }[] } = (
      await mensen.verzoek('GET', '/demo/medewerkers')
    ).body;
    const meldAan = async (naam: string): Promise<Aangemeld> => {
      const medewerker = lijst.medewerkers.find((een) => een.naam.startsWith(`${naam} `));
      if (medewerker === undefined) throw new Error(`${naam} is not in the demo`);
      return await mensen.meldAan(medewerker.id);
    };
    const aangemeld = await Promise.all(
      schikking.map(async ([naam, zetel]) => ({ naam, zetel, wie: await meldAan(naam) })),
    );
    const [inbrenger, ...anderen] = aangemeld;
    if (inbrenger === undefined) throw new Error('somebody brings it');
    const gebracht = await inbrenger.wie.verzoek('POST', '/casussen', {
      leden: [{ rol: 'moeder' }],
      zetel: inbrenger.zetel,
      waarvoor: 'samenhang',
      grondslag: 'participatiewet',
    });
    expect(gebracht.status, gebracht.tekst).toBe(201);
    const casusId: string = gebracht.body.id;
    for (const { wie, zetel } of anderen) {
      const gezet = await inbrenger.wie.verzoek('POST', `/casussen/${casusId}/deelnemers`, {
        medewerkerId: wie.wie.persoonId,
        zetel,
        lidIds: null,
        waarvoor: 'samenhang',
        grondslag: 'toestemming',
        gezinAkkoord: AKKOORD,
      });
      expect(gezet.status, gezet.tekst).toBe(201);
    }
    return await Promise.all(
      aangemeld.map(async ({ naam, wie }) => {
        const bord: Bord = (await wie.verzoek('GET', `/casussen/${casusId}`)).body;
        return { naam, cookie: wie.cookie, casusId, teksten: tekstenOp(bord) };
      }),
    );
  } finally {
    mensen.sluit();
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

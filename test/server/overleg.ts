import { expect } from 'vitest';
import { geefRol } from '../../server/aanmelden/indienst.ts';
import type { Agendapunt } from '../../shared/contract/agendapunten.ts';
import type { Overleg } from '../../shared/contract/overleggen.ts';
import { type Huishouden, huishouden, type Naam, type Plaatsen } from './huishouden.ts';
import type { Antwoord, Tafelkeuzes } from './opstelling.ts';

// An overleg with people in it: what the tests of it start from.

const DAG = 24 * 60 * 60 * 1000;

/** A household, and a series in which people are. */
export interface Overlegtafel extends Huishouden {
  readonly reeksId: string;
  /** Its first overleg to come. */
  readonly overlegId: string;
  /** Asks somebody's request outside any casus. */
  readonly doe: (wie: Naam, methode: string, pad: string, body?: unknown) => Promise<Antwoord>;
  /** The same of that overleg. */
  readonly overleg: (wie: Naam) => Promise<Overleg>;
  /** Something of its agenda as somebody sees it; undefined: they don't. */
  readonly punt: (wie: Naam, id: string) => Promise<Agendapunt | undefined>;
}

/** Weekly, on Tuesdays at nine, from a week after the tests begin. */
export const RITME = { eerste: '2026-02-10', tijd: '09:00', weken: 1 };

/** Bram is the chair, Ali the deputy, Inge the notulist; Tom, Sanne, Joke and Greta are members, and Fatima isn't. */
export async function overlegtafel(
  plaatsen: Plaatsen = { joke: ['kind1'] },
  keuzes: Tafelkeuzes = {},
): Promise<Overlegtafel> {
  const h = await huishouden({ ...keuzes, plaatsen });
  maakProcesregisseur(h, 'bram');
  const doe: Overlegtafel['doe'] = async (wie, methode, pad, body) =>
    await (await h.als(wie)).verzoek(methode, pad, body);
  const reeks = await doe('bram', 'POST', '/overlegreeksen', {
    naam: 'Vaste tafel',
    plaats: 'Stadhuis, kamer 2',
    duur: 90,
    ritme: RITME,
    voorzitterId: h.persoonId('bram'),
    plaatsvervangerId: h.persoonId('ali'),
    notulistId: h.persoonId('inge'),
    leden: (['tom', 'sanne', 'joke', 'greta'] as const).map((naam) => h.persoonId(naam)),
  });
  expect(reeks.status, reeks.tekst).toBe(201);
  const overlegId = (await doe('bram', 'GET', '/overleggen')).body.overleggen[0].id;
  const overleg: Overlegtafel['overleg'] = async (wie) => {
    const antwoord = await doe(wie, 'GET', `/overleggen/${overlegId}`);
    expect(antwoord.status, antwoord.tekst).toBe(200);
    return antwoord.body;
  };
  return {
    ...h,
    reeksId: reeks.body.id,
    overlegId,
    doe,
    overleg,
    punt: async (wie, id) => (await overleg(wie)).agendapunten.find((punt) => punt.id === id),
  };
}

/** From yesterday on somebody may plan an overleg, and looks after how it goes (OV1). */
export function maakProcesregisseur(h: Huishouden, wie: Naam): void {
  geefRol(h.tafel.database, {
    id: `rol ${h.casusId}`,
    medewerkerId: h.persoonId(wie),
    rol: 'procesregisseur',
    van: h.tafel.klok.nu - DAG,
    tot: null,
  });
}

/** What who brings a casus says of it. */
export function inbreng({ casusId }: Pick<Huishouden, 'casusId'>, meer: object = {}) {
  return {
    casusId,
    vraag: 'kanarie vraag',
    wetten: ['wmo'],
    nodig: ['schulden'],
    minuten: 20,
    geprobeerd: 'kanarie geprobeerd',
    gezinWeet: { ja: true, datum: '2026-02-01' },
    gezinWil: 'kanarie gezin',
    voorVoorzitter: 'kanarie voorzitter',
    ...meer,
  };
}

/** Brings something to the overleg; expects it to succeed. @returns its id */
export async function brengIn(
  h: Overlegtafel,
  wie: Naam,
  body: object,
  overlegId = h.overlegId,
): Promise<string> {
  const antwoord = await h.doe(wie, 'POST', `/overleggen/${overlegId}/agendapunten`, body);
  expect(antwoord.status, antwoord.tekst).toBe(201);
  return antwoord.body.id;
}

/** Says of what is open what no item closes without (OV7), once: that nobody tells the household yet. */
export async function zegVerteld(
  h: Overlegtafel,
  wie: Naam = 'bram',
  overlegId = h.overlegId,
): Promise<void> {
  const { stand, agendapunten } = (await h.doe(wie, 'GET', `/overleggen/${overlegId}`)).body;
  const punt = agendapunten.find(({ id }: Agendapunt) => id === stand?.agendapuntId);
  if (punt?.soort !== 'casus') return;
  const pad = `/overleggen/${overlegId}/agendapunten/${punt.id}/oogst`;
  if ((await h.doe(wie, 'GET', pad)).body.vertelling !== null) return;
  const antwoord = await h.doe(wie, 'PUT', pad, { reden: 'Nog niet besproken' });
  expect(antwoord.status, antwoord.tekst).toBe(204);
}

/** What the chair does with it. */
export const zet = (h: Overlegtafel, id: string, body: object, wie: Naam = 'bram') =>
  h.doe(wie, 'PATCH', `/overleggen/${h.overlegId}/agendapunten/${id}`, body);

/** Brings the casus, and the chair takes it on. @returns its id */
export async function opAgenda(h: Overlegtafel, meer: object = {}): Promise<string> {
  const id = await brengIn(h, 'fatima', inbreng(h, meer));
  const antwoord = await zet(h, id, { besluit: 'aanvaard' });
  expect(antwoord.status, antwoord.tekst).toBe(204);
  return id;
}

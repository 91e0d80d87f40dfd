import { expect } from 'vitest';
import type { Casus } from '../bouw/casus.ts';
import { type Gezelschap, paren, type Stoel } from '../bouw/opzet.ts';
import { bouw, vestig } from '../bouw/vestiging.ts';
import { type Antwoord, type Tafel, type Tafelkeuzes, tafelVoorTest } from './opstelling.ts';

// A household at a table: what most tests of the server start from.

/** Who works where, and from which zetels they may take part; the first is where they sit. */
const MENSEN = {
  fatima: ['gemeente', 'participatie', 'inkomen'],
  tom: ['gemeente', 'jeugd'],
  sanne: ['gemeente', 'schuldhulp'],
  ali: ['gemeente', 'wmo'],
  inge: ['gemeente', 'inkomen'],
  bram: ['gemeente', 'wmo', 'leerplicht'],
  pieter: ['ggz', 'gezondheidszorg'],
  lotte: ['ggz', 'gezondheidszorg'],
  karim: ['huisarts', 'gezondheidszorg'],
  joke: ['school', 'onderwijs'],
  marloes: ['corporatie', 'wonen', 'welzijn'],
  greta: ['deskundigen', 'gedragsdeskundige'],
  hugo: ['deskundigen', 'gedragsdeskundige'],
  vera: ['veiligthuis', 'veiligheid'],
  nora: ['thuiszorg', 'jeugd', 'jeugdhulp'],
  moeder: ['thuis', 'gezin'],
} as const satisfies Gezelschap<string>;

export type Naam = keyof typeof MENSEN;
export type Lid = 'moeder' | 'kind1' | 'kind2';

/** For which members each takes part, null for the household. Who isn't in it takes no part. */
export type Plaatsen = Partial<Record<Naam, readonly Lid[] | null>>;

const PLAATSEN: Plaatsen = {
  tom: ['kind1', 'kind2'],
  sanne: null,
  ali: ['moeder'],
  pieter: ['moeder'],
  lotte: ['moeder'],
  joke: ['kind1'],
  marloes: ['moeder'],
};

/** A casus with people who are signed in. Fatima brought it and directs it. */
export interface Huishouden extends Casus<Naam, Lid> {
  readonly tafel: Tafel;
}

/** Starts a server with a household at the table. */
export async function huishouden(
  keuzes: Tafelkeuzes & { readonly plaatsen?: Plaatsen } = {},
): Promise<Huishouden> {
  const tafel = await tafelVoorTest(keuzes);
  return await huishoudenAan(tafel, keuzes.plaatsen);
}

/** Brings a household at a table that runs; the people are new ones. */
export async function huishoudenAan(tafel: Tafel, plaatsen: Plaatsen = PLAATSEN): Promise<Huishouden> {
  const merk = teller++;
  const mensen = vestig<Naam>(tafel, MENSEN, {
    mens: (naam) => naam.charAt(0).toUpperCase() + naam.slice(1),
    organisatie: (waar) => `${waar} ${merk}`,
  });
  const stoelen = paren<Naam, readonly Lid[] | null>(plaatsen).map(
    ([naam, voor]): readonly [Naam, Stoel<Lid>] => [naam, { voor }],
  );
  return await bouw(mensen, {
    leden: { moeder: 'moeder', kind1: 'kind', kind2: 'kind' },
    regisseur: 'fatima',
    stoelen: Object.fromEntries(stoelen),
  });
}

let teller = 0;

/** An id in our form that nobody has. */
export const NIEMAND = '00000000-0000-4000-8000-000000000000';

/** Expects a refusal with this status and code, in the form of every refusal, saying in Dutch what to do. */
export function verwachtWeigering(antwoord: Antwoord, status: number, code: string): void {
  expect([antwoord.status, antwoord.body?.code], antwoord.tekst).toEqual([status, code]);
  expect(antwoord.kop['content-type']).toMatch(/^application\/problem\+json/);
  expect(antwoord.body).toMatchObject({ type: 'about:blank', status });
  expect(antwoord.body.title).toMatch(/^[A-Z]/);
  // A sentence in Dutch, without English or internals in it.
  expect(antwoord.body.detail).toMatch(/^[A-Z].{10,}[.?]$/);
  expect(antwoord.tekst).not.toMatch(/invalid|expected|required|error|\bat \/|\.ts|sqlite/i);
}

/** How many rows there are of what people make: a refusal leaves them as they were. */
export function opgeslagen(tafel: Tafel): Record<string, unknown> {
  const tel = (tabel: string): unknown =>
    tafel.database.sqlite.prepare(`select count(*) as aantal from ${tabel}`).get();
  return Object.fromEntries(
    [
      'casussen',
      'leden',
      'deelnemers',
      'compartimenten',
      'kaarten',
      'velden',
      'regie',
      'waarnemingen',
      'overdrachten',
      'bezwaren',
      'openingen',
      'toegangsrechten',
      'toegangsverzoeken',
      'overlegreeksen',
      'overleggen',
      'agendapunten',
      'adviesvragen',
      'adviesstukken',
      'tafelstukken',
    ].map((tabel) => [tabel, tel(tabel)]),
  );
}

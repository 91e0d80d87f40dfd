import { expect } from 'vitest';
import type { Bord } from '../../shared/contract/casussen.ts';
import { type Aangemeld, type Antwoord, type Tafel, type Tafelkeuzes, tafelVoorTest } from './opstelling.ts';

// A household at a table, brought and seated by the API: what most tests start from.

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
  moeder: ['thuis', 'gezin'],
} as const satisfies Record<string, readonly [string, string, ...string[]]>;

export type Naam = keyof typeof MENSEN;
export type Lid = 'moeder' | 'kind1' | 'kind2';

/** Where everybody sits by default: for which members, null for the household. Who isn't in it takes no part. */
const PLAATSEN: Partial<Record<Naam, readonly Lid[] | null>> = {
  tom: ['kind1', 'kind2'],
  sanne: null,
  ali: ['moeder'],
  pieter: ['moeder'],
  lotte: ['moeder'],
  joke: ['kind1'],
  marloes: ['moeder'],
};

export const AKKOORD = { ja: true } as const;

/** A casus with people who are signed in. Fatima brought it and directs it. */
export interface Huishouden {
  readonly tafel: Tafel;
  readonly casusId: string;
  /** `/casussen/{id}` */
  readonly pad: string;
  readonly leden: Readonly<Record<Lid, string>>;
  /** The seat of each. */
  readonly zetel: Partial<Record<Naam, string>>;
  /** Somebody who is signed in; the same session each time. */
  als(naam: Naam): Promise<Aangemeld>;
  persoonId(naam: Naam): string;
  /** The seat of somebody who takes part. */
  zetelVan(naam: Naam): string;
  /** Seats somebody; expects it to succeed. @returns the seat */
  laatMeedoen(naam: Naam, leden: readonly Lid[] | null, meer?: object): Promise<string>;
  bord(naam: Naam): Promise<Bord>;
  /** The id of a compartment as somebody has it on their board; fails when they don't. */
  plek(naam: Naam, categorie: string, lid?: Lid | null, niveau?: string): Promise<string>;
  /** Puts a kaart on the board; expects it to succeed. @returns it */
  schrijf(
    naam: Naam,
    categorie: string,
    lid: Lid | null,
    inhoud: object,
  ): Promise<{ id: string; versie: number }>;
  /** A request on this casus. */
  vraag(naam: Naam, methode: string, pad?: string, body?: unknown): Promise<Antwoord>;
}

/** Starts a server with a household at the table. */
export async function huishouden(
  keuzes: Tafelkeuzes & { readonly plaatsen?: Partial<Record<Naam, readonly Lid[] | null>> } = {},
): Promise<Huishouden> {
  const tafel = await tafelVoorTest(keuzes);
  return await huishoudenAan(tafel, keuzes.plaatsen);
}

/** Brings a household at a table that runs; the people are new ones. */
export async function huishoudenAan(
  tafel: Tafel,
  plaatsen: Partial<Record<Naam, readonly Lid[] | null>> = PLAATSEN,
): Promise<Huishouden> {
  const merk = teller++;
  const organisaties = new Map<string, string>();
  const ids = new Map<Naam, string>();
  const sessies = new Map<Naam, Promise<Aangemeld>>();
  const zetel: Partial<Record<Naam, string>> = {};

  const persoonId = (naam: Naam): string => {
    const bestaand = ids.get(naam);
    if (bestaand !== undefined) return bestaand;
    const [waar, ...zetels] = MENSEN[naam];
    const organisatie = organisaties.get(waar) ?? tafel.organisatie(`${waar} ${merk}`, waar === 'gemeente');
    organisaties.set(waar, organisatie);
    const id = tafel.medewerker(naam.charAt(0).toUpperCase() + naam.slice(1), organisatie, ...zetels);
    ids.set(naam, id);
    return id;
  };
  const als = (naam: Naam): Promise<Aangemeld> => {
    const sessie = sessies.get(naam) ?? tafel.meldAan(persoonId(naam));
    sessies.set(naam, sessie);
    return sessie;
  };
  for (const naam of Object.keys(MENSEN)) persoonId(naam as Naam); // the keys of MENSEN are Namen

  const gebracht = await (await als('fatima')).verzoek('POST', '/casussen', {
    leden: [{ rol: 'moeder' }, { rol: 'kind' }, { rol: 'kind' }],
    zetel: 'participatie',
    waarvoor: 'samenhang',
    grondslag: 'participatiewet',
  });
  expect(gebracht.status, gebracht.tekst).toBe(201);
  const casusId: string = gebracht.body.id;
  const pad = `/casussen/${casusId}`;
  const [moeder = '', kind1 = '', kind2 = ''] = gebracht.body.leden.map((lid: { id: string }) => lid.id);
  const leden = { moeder, kind1, kind2 };

  const huis: Huishouden = {
    tafel,
    casusId,
    pad,
    leden,
    zetel,
    als,
    persoonId,
    zetelVan: (naam) => {
      const id = zetel[naam];
      if (id === undefined) throw new Error(`${naam} takes no part`);
      return id;
    },
    laatMeedoen: async (naam, voor, meer = {}) => {
      const antwoord = await huis.vraag('fatima', 'POST', '/deelnemers', {
        medewerkerId: persoonId(naam),
        zetel: MENSEN[naam][1],
        lidIds: voor?.map((lid) => leden[lid]) ?? null,
        waarvoor: 'samenhang',
        grondslag: 'toestemming',
        gezinAkkoord: AKKOORD,
        ...meer,
      });
      expect(antwoord.status, antwoord.tekst).toBe(201);
      zetel[naam] = antwoord.body.id;
      return antwoord.body.id;
    },
    bord: async (naam) => {
      const antwoord = await huis.vraag(naam, 'GET');
      expect(antwoord.status, antwoord.tekst).toBe(200);
      return antwoord.body;
    },
    plek: async (naam, categorie, lid = null, niveau) => {
      const { compartimenten } = await huis.bord(naam);
      const gevonden = compartimenten.filter(
        (deel) =>
          deel.categorie === categorie &&
          deel.lidId === (lid === null ? null : leden[lid]) &&
          (niveau === undefined || deel.niveau === niveau),
      );
      const deel = gevonden.find((een) => een.niveau === 'schrijven') ?? gevonden[0];
      if (deel === undefined) throw new Error(`${naam} has no ${categorie} of ${lid ?? 'the household'}`);
      return deel.id;
    },
    schrijf: async (naam, categorie, lid, inhoud) => {
      const compartimentId = await huis.plek(naam, categorie, lid);
      const antwoord = await huis.vraag(naam, 'POST', '/kaarten', { compartimentId, ...inhoud });
      expect(antwoord.status, antwoord.tekst).toBe(201);
      return antwoord.body;
    },
    vraag: async (naam, methode, onder = '', body) =>
      await (await als(naam)).verzoek(methode, pad + onder, body),
  };
  const eigen = (await huis.bord('fatima')).deelnemers.find(({ ik }) => ik);
  if (eigen !== undefined) zetel.fatima = eigen.id;
  for (const [naam, voor] of Object.entries(plaatsen)) await huis.laatMeedoen(naam as Naam, voor ?? null); // keys are Namen
  return huis;
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
      'openingen',
    ].map((tabel) => [tabel, tel(tabel)]),
  );
}

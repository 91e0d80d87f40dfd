import { expect } from 'vitest';
import type { Bord } from '../../shared/contract/casussen.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Aangemeld, Antwoord, Klant } from '../server/opstelling.ts';
import { paren, type Stoel, type Tafelschikking } from './opzet.ts';

// A casus brought and seated by the commands that people give, at any server that answers: in this process or another.

export const AKKOORD = { ja: true } as const;

/** Somebody whom a test knows at a server. */
export interface Bekend {
  readonly id: string;
  /** Where they sit by themselves. */
  readonly zetel: string;
}

/** People at a server, by a name of the test's own. */
export interface Mensen<Wie extends string> {
  persoonId(wie: Wie): string;
  zetel(wie: Wie): string;
  /** Somebody who is signed in; the same session each time. */
  als(wie: Wie): Promise<Aangemeld>;
  /** Who keeps what their organisation has there confirms a new seat (NK12), unless a test leaves that out. */
  bevestig(casus: Casus<Wie, never>, wie: Wie): Promise<void>;
}

/** A casus with people who are signed in. */
export interface Casus<Wie extends string, Lid extends string> {
  readonly casusId: string;
  /** `/casussen/{id}` */
  readonly pad: string;
  readonly leden: Readonly<Record<Lid, string>>;
  /** Who brought it, and holds the regie. */
  readonly regisseur: Wie;
  /** The seat of each. */
  readonly zetel: Partial<Record<Wie, string>>;
  persoonId(wie: Wie): string;
  /** Somebody who is signed in; the same session each time. */
  als(wie: Wie): Promise<Aangemeld>;
  /** The seat of somebody who takes part. */
  zetelVan(wie: Wie): string;
  /**
   * Seats somebody, and has a colleague who keeps it confirm them; expects it to succeed.
   * @param meer fields of the body that are other than usual @returns the seat
   */
  laatMeedoen(wie: Wie, leden: readonly Lid[] | null, meer?: object): Promise<string>;
  /** The same, whom nobody confirmed for what their organisation keeps already (NK12). */
  laatWachten(wie: Wie, leden: readonly Lid[] | null, meer?: object): Promise<string>;
  bord(wie: Wie): Promise<Bord>;
  /** The id of a compartment as somebody has it on their board; fails when they don't. */
  plek(wie: Wie, categorie: string, lid?: Lid | null, niveau?: string): Promise<string>;
  /** Puts a kaart on the board; expects it to succeed. @returns it */
  schrijf(wie: Wie, categorie: string, lid: Lid | null, inhoud: object): Promise<Kaart>;
  /** What somebody sees of a kaart now, as their `versie`; fails when it doesn't reach them. */
  versie(wie: Wie, kaartId: string): Promise<string>;
  /** A request on this casus. */
  vraag(
    wie: Wie,
    methode: string,
    pad?: string,
    body?: unknown,
    koppen?: Record<string, string>,
  ): Promise<Antwoord>;
}

/** People who are there already, each signed in when they are first asked for. */
export function mensenAan<Wie extends string>(
  klant: Pick<Klant, 'meldAan'>,
  bekenden: Readonly<Record<Wie, Bekend>>,
): Mensen<Wie> {
  const sessies = new Map<Wie, Promise<Aangemeld>>();
  return {
    persoonId: (wie) => bekenden[wie].id,
    zetel: (wie) => bekenden[wie].zetel,
    als: (wie) => {
      const sessie = sessies.get(wie) ?? klant.meldAan(bekenden[wie].id);
      sessies.set(wie, sessie);
      return sessie;
    },
    bevestig: bevestigDoorCollega,
  };
}

/** Lets each colleague who may confirm a seat do so, by their command. */
async function bevestigDoorCollega<Wie extends string>(casus: Casus<Wie, never>, wie: Wie): Promise<void> {
  const { deelnemers } = await casus.bord(casus.regisseur);
  const nieuw = deelnemers.find(({ id }) => id === casus.zetelVan(wie));
  for (const [ander, zetel] of paren<Wie, string>(casus.zetel)) {
    const isCollega = deelnemers.some(
      ({ id, organisatie }) => id === zetel && organisatie === nieuw?.organisatie,
    );
    if (nieuw === undefined || !isCollega || ander === wie) continue;
    const gezien = (await casus.bord(ander)).deelnemers.find(({ id }) => id === nieuw.id);
    if (gezien?.teBevestigen === undefined) continue;
    const body = { compartimentIds: gezien.teBevestigen };
    const antwoord = await casus.vraag(ander, 'POST', `/deelnemers/${nieuw.id}/bevestiging`, body);
    expect(antwoord.status, antwoord.tekst).toBe(204);
  }
}

/** Brings a casus, and seats everybody; expects all of it to succeed. */
export async function bouwCasus<Wie extends string, Lid extends string>(
  mensen: Mensen<Wie>,
  { leden: rollen, regisseur, stoelen }: Tafelschikking<Wie, Lid>,
): Promise<Casus<Wie, Lid>> {
  const ikZelf = await mensen.als(regisseur);
  const namen = paren(rollen);
  const gebracht = await brengCasus(ikZelf, {
    leden: namen.map(([, rol]) => ({ rol })),
    zetel: mensen.zetel(regisseur),
  });
  // A member for each role that was given, in that order.
  const leden = Object.fromEntries(namen.map(([lid], i) => [lid, gebracht.ledenIds[i] ?? ''])) as Record<
    Lid,
    string
  >;
  const pad = `/casussen/${gebracht.casusId}`;
  const casus = maakCasus({ mensen, regisseur, casusId: gebracht.casusId, pad, leden });
  const eigen = (await casus.bord(regisseur)).deelnemers.find(({ ik }) => ik);
  if (eigen !== undefined) casus.zetel[regisseur] = eigen.id;
  for (const [wie, stoel] of paren(stoelen)) await zetOpStoel(casus, wie, stoel);
  return casus;
}

/** Brings a casus; expects it to succeed. @param meer fields of the body that are other than usual */
export async function brengCasus(
  door: Aangemeld,
  meer: object = {},
): Promise<{ casusId: string; ledenIds: string[] }> {
  const antwoord = await door.verzoek('POST', '/casussen', {
    leden: [{ rol: 'moeder' }],
    zetel: 'participatie',
    waarvoor: 'samenhang',
    grondslag: 'participatiewet',
    ...meer,
  });
  expect(antwoord.status, antwoord.tekst).toBe(201);
  return { casusId: antwoord.body.id, ledenIds: antwoord.body.leden.map(({ id }: { id: string }) => id) };
}

/** Seats somebody; expects it to succeed. @param meer fields of the body that are other than usual @returns the seat */
export async function geefZetel(
  door: Aangemeld,
  casusId: string,
  { id, zetel }: Bekend,
  meer: object = {},
): Promise<string> {
  const antwoord = await door.verzoek('POST', `/casussen/${casusId}/deelnemers`, {
    medewerkerId: id,
    zetel,
    lidIds: null,
    waarvoor: 'samenhang',
    grondslag: 'wmo',
    gezinAkkoord: AKKOORD,
    ...meer,
  });
  expect(antwoord.status, antwoord.tekst).toBe(201);
  return antwoord.body.id;
}

/** Changes a seat; expects it to succeed. */
export async function wijzigZetel(
  door: Aangemeld,
  casusId: string,
  zetelId: string,
  wijziging: object,
): Promise<void> {
  const antwoord = await door.verzoek('PATCH', `/casussen/${casusId}/deelnemers/${zetelId}`, wijziging);
  expect(antwoord.status, antwoord.tekst).toBe(200);
}

async function zetOpStoel<Wie extends string, Lid extends string>(
  casus: Casus<Wie, Lid>,
  wie: Wie,
  { zetel, voor, alsLid, bekend, van, tot }: Stoel<Lid>,
): Promise<void> {
  const id = await casus.laatMeedoen(wie, voor, {
    ...(zetel === undefined ? {} : { zetel }),
    ...(alsLid === undefined ? {} : { alsLidId: casus.leden[alsLid] }),
    ...(van === undefined ? {} : { van: new Date(van).toISOString() }),
    ...(tot === undefined ? {} : { tot: new Date(tot).toISOString() }),
  });
  if (bekend !== undefined)
    await wijzigZetel(await casus.als(casus.regisseur), casus.casusId, id, { bekend });
}

function maakCasus<Wie extends string, Lid extends string>({
  mensen,
  ...delen
}: Pick<Casus<Wie, Lid>, 'regisseur' | 'casusId' | 'pad' | 'leden'> & {
  mensen: Mensen<Wie>;
}): Casus<Wie, Lid> {
  const casus: Casus<Wie, Lid> = {
    ...delen,
    zetel: {},
    persoonId: mensen.persoonId,
    als: mensen.als,
    zetelVan: (wie) => {
      const id = casus.zetel[wie];
      if (id === undefined) throw new Error(`${wie} takes no part`);
      return id;
    },
    laatMeedoen: async (wie, voor, meer = {}) => {
      const id = await casus.laatWachten(wie, voor, meer);
      await mensen.bevestig(casus, wie);
      return id;
    },
    laatWachten: async (wie, voor, meer = {}) => {
      const lidIds = voor?.map((lid) => casus.leden[lid]) ?? null;
      const bekend = { id: mensen.persoonId(wie), zetel: mensen.zetel(wie) };
      const id = await geefZetel(await mensen.als(casus.regisseur), casus.casusId, bekend, {
        lidIds,
        ...meer,
      });
      casus.zetel[wie] = id;
      return id;
    },
    bord: async (wie) => {
      const antwoord = await casus.vraag(wie, 'GET');
      expect(antwoord.status, antwoord.tekst).toBe(200);
      return antwoord.body;
    },
    plek: async (wie, categorie, lid = null, niveau) => {
      const { compartimenten } = await casus.bord(wie);
      const gevonden = compartimenten.filter(
        (deel) =>
          deel.categorie === categorie &&
          deel.lidId === (lid === null ? null : casus.leden[lid]) &&
          (niveau === undefined || deel.niveau === niveau),
      );
      const deel = gevonden.find((een) => een.niveau === 'schrijven') ?? gevonden[0];
      if (deel === undefined) throw new Error(`${wie} has no ${categorie} of ${lid ?? 'the household'}`);
      return deel.id;
    },
    schrijf: async (wie, categorie, lid, inhoud) => {
      const compartimentId = await casus.plek(wie, categorie, lid);
      const antwoord = await casus.vraag(wie, 'POST', '/kaarten', { compartimentId, ...inhoud });
      expect(antwoord.status, antwoord.tekst).toBe(201);
      return antwoord.body;
    },
    versie: async (wie, kaartId) => {
      const kaart = (await casus.bord(wie)).kaarten.find(({ id }) => id === kaartId);
      if (kaart === undefined) throw new Error(`this kaart doesn't reach ${wie}`);
      return kaart.versie;
    },
    vraag: async (wie, methode, onder = '', body, koppen) =>
      await (await mensen.als(wie)).verzoek(methode, casus.pad + onder, body, koppen),
  };
  return casus;
}

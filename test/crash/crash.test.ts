import { readdirSync } from 'node:fs';
import { setTimeout as na } from 'node:timers/promises';
import { expect, onTestFailed, test } from 'vitest';
import { createDeleteSetFromStructStore, createID, type Doc, decodeUpdate, getState, isDeleted } from 'yjs';
import { Synclijn } from '../server/sync/lijn.ts';
import { leesVeld } from '../server/sync/veldtekst.ts';
import { brengIn, type Plaats, type Plek } from './casus.ts';
import { legeMappen, type Proces, start } from './proces.ts';
import { alineasIn, ontvangenOp, Schrijver } from './schrijver.ts';

// SY5 with a real process that is killed while people type: `KEREN=1000 ZAAD=7 npx vitest run --project crash`.

const KEREN = Number(process.env.KEREN ?? 25);
const ZAAD = Number(process.env.ZAAD ?? Math.floor(Math.random() * 2 ** 31));
/** Of a cycle at its slowest, and of bringing the casussen. */
const KEER_MS = 10_000;
const BEGIN_MS = 60_000;

/** Somebody at a table with a line, which goes with each crash. */
class Deelnemer {
  readonly plaats: Plaats;
  readonly schrijvers: readonly Schrijver[];
  lijn: Synclijn | null = null;

  constructor(plaats: Plaats, toeval: () => number) {
    this.plaats = plaats;
    this.schrijvers = plaats.teksten.map(
      ({ plek, schrijft }) => new Schrijver(plaats.naam, plek, schrijft, toeval),
    );
  }

  /** Connects, and opens what it had open. Returns as well when the line broke halfway. */
  async verbind(url: string): Promise<void> {
    const lijn = new Synclijn(url, this.plaats.casusId, this.plaats.cookie);
    this.lijn = lijn;
    await lijn.klaar();
    if (lijn.sluitcode === null) await Promise.all(this.schrijvers.map((een) => een.open(lijn)));
  }
}

/** What was seen over the whole run: a run in which nothing happened proves nothing. */
const telling = { bevestigd: 0, onbevestigd: 0, gezien: 0 };

test(`SY5: ${KEREN} times killed while people type: nothing stored is lost, nothing unstored was seen, nobody reloads`, {
  timeout: BEGIN_MS + KEREN * KEER_MS,
}, async () => {
  onTestFailed(() => console.error(`ZAAD=${ZAAD} KEREN=${KEREN}`));
  const toeval = toevalUit(ZAAD);
  const mappen = legeMappen();
  let proces = await start(mappen);
  const deelnemers = (
    await Promise.all([
      brengIn(proces, {
        Fatima: 'participatie',
        Tom: 'jeugd',
        Sanne: 'schuldhulp',
        Pieter: 'gezondheidszorg',
        Trudy: 'welzijn',
      }),
      brengIn(proces, { Jeroen: 'participatie', Naima: 'jeugd', Ruben: 'schuldhulp', Greet: 'wmo' }),
    ])
  )
    .flat()
    .map((plaats) => new Deelnemer(plaats, toeval));
  const schrijvers = deelnemers.flatMap((een) => een.schrijvers);
  const teksten = new Set(schrijvers.map(({ plek }) => plek.compartimentId));
  expect(schrijvers.length).toBeGreaterThanOrEqual(8);
  expect(teksten.size).toBeGreaterThanOrEqual(4);

  for (let keer = 1; keer <= KEREN; keer += 1) {
    await typTotDeKlap(proces, deelnemers, toeval);
    // (d) On the same folders, without anything in between.
    proces = await start(mappen);
    await controleerNaKlap(proces, deelnemers, keer);
    // Offline, with nobody to send it to.
    for (const schrijver of schrijvers) for (let n = 0; n < 2; n += 1) schrijver.toets();
  }

  await Promise.all(deelnemers.map((een) => een.verbind(proces.url)));
  await Promise.all(schrijvers.map((een) => een.allesBevestigd()));
  // What was stored last was sent on before this is answered.
  await Promise.all(deelnemers.map(async ({ lijn }) => await lijn?.bij()));
  const gelezen = await leesAlles(proces, deelnemers);
  for (const schrijver of schrijvers) {
    expect(schrijver.tekst?.einde).toBeNull();
    expect(schrijver.gesloten).toEqual([]);
    const { server } = vindTekst(gelezen, schrijver.plek);
    expect(leesVeld(schrijver.veld)).toBe(leesVeld(server.getText(schrijver.plek.veldId)));
    const alineas = alineasIn(server, schrijver.plek);
    for (const { kop, getypt, weg } of schrijver.alineas) {
      expect(alineas.get(kop), kop).toBe(weg === 'nee' ? getypt : undefined);
    }
  }

  expect(telling.bevestigd).toBeGreaterThan(KEREN * 20);
  expect(telling.gezien).toBeGreaterThan(KEREN * 20);
  expect(telling.onbevestigd).toBeGreaterThan(KEREN);
  for (const { lijn } of deelnemers) lijn?.trekUit();
  expect(await proces.stop('SIGTERM')).toBe(0);
  expect(proces.fout()).toBe('');
  expect(readdirSync(mappen.data).filter((naam) => /-(wal|shm|journal)$/.test(naam))).toEqual([]);
});

/** Everybody connects and types until the process is killed; returns when every socket has given all it had. */
async function typTotDeKlap(
  proces: Proces,
  deelnemers: readonly Deelnemer[],
  toeval: () => number,
): Promise<void> {
  let isVoorbij = false;
  const verbonden = Promise.all(deelnemers.map((een) => een.verbind(proces.url)));
  const typen = Promise.all(
    deelnemers.map(async ({ schrijvers }) => {
      while (!isVoorbij) {
        for (const schrijver of schrijvers) schrijver.toets();
        await na(10 + toeval() * 30);
      }
    }),
  );
  // Now and then amid the connecting: while step 2 brings what was typed offline.
  if (toeval() < 0.8) await verbonden;
  await na(50 + toeval() * 350);
  expect(await proces.stop('SIGKILL')).toBe('SIGKILL');
  isVoorbij = true;
  await Promise.all([verbonden, typen]);
  await Promise.all(deelnemers.map(async ({ lijn }) => await lijn?.tot(() => lijn.sluitcode !== null)));
  expect(proces.fout()).toBe('');
}

/** What a text reads on the server, to somebody who opens it with nothing. */
interface Gelezen {
  readonly plek: Plek;
  readonly server: Doc;
}

async function controleerNaKlap(
  proces: Proces,
  deelnemers: readonly Deelnemer[],
  keer: number,
): Promise<void> {
  const gezond = await fetch(`${proces.url}/api/v1/gezondheid`);
  expect(gezond.status).toBe(200);
  const gelezen = await leesAlles(proces, deelnemers);
  for (const { lijn, schrijvers } of deelnemers) {
    for (const schrijver of schrijvers) {
      const { server } = vindTekst(gelezen, schrijver.plek);
      if (lijn !== null && schrijver.tekst !== null) {
        for (const update of ontvangenOp(lijn, schrijver.tekst.kanaal)) {
          telling.gezien += 1;
          // (b) What came on a socket is on the disk.
          expect(ontbreekt(update, server), `${schrijver.naam} saw it before kill ${keer}`).toEqual([]);
        }
      }
      telling.bevestigd += schrijver.dicht();
      telling.onbevestigd += schrijver.openstaand;
      controleerBevestigd(schrijver, server, keer);
      // (c) Nothing but the crash ended what they had open.
      expect(schrijver.gesloten).toEqual([]);
    }
  }
}

/** (a) What was called stored is there, and what was called taken out is not. */
function controleerBevestigd(schrijver: Schrijver, server: Doc, keer: number): void {
  const alineas = alineasIn(server, schrijver.plek);
  for (const { kop, bevestigd, weg } of schrijver.alineas) {
    if (weg === 'bevestigd') expect(alineas.has(kop), `${kop} came back at kill ${keer}`).toBe(false);
    if (weg !== 'nee' || bevestigd === null) continue;
    expect(alineas.get(kop)?.slice(0, bevestigd.length), `lost at kill ${keer}`).toBe(bevestigd);
  }
}

/** What of an update is not in a document: structs beyond its clocks, and ranges that are not deleted there. */
function ontbreekt(update: Uint8Array, server: Doc): string[] {
  const { structs, ds } = decodeUpdate(update);
  const gewist = createDeleteSetFromStructStore(server.store);
  const mist = structs
    .filter(({ id, length }) => id.clock + length > getState(server.store, id.client))
    .map(({ id, length }) => `${id.client}: ${id.clock}+${length}`);
  for (const [client, stukken] of ds.clients) {
    for (const { clock, len } of stukken) {
      for (let n = clock; n < clock + len; n += 1) {
        if (!isDeleted(gewist, createID(client, n))) mist.push(`${client}: deletion of ${n}`);
      }
    }
  }
  return mist;
}

/** Reads all texts with fresh documents, on lines of who reads everything, before anyone else connects. */
async function leesAlles(proces: Proces, deelnemers: readonly Deelnemer[]): Promise<Gelezen[]> {
  const perPlek = new Map(
    deelnemers.flatMap(({ plaats }) =>
      plaats.teksten.map(({ plek }) => [plek.compartimentId, { plek, plaats }] as const),
    ),
  );
  return await Promise.all(
    [...perPlek.values()].map(async ({ plek, plaats }) => {
      const lijn = await new Synclijn(proces.url, plaats.casusId, plaats.cookie).klaar();
      const { doc, isGeladen } = await lijn.open(plek.compartimentId);
      expect(isGeladen).toBe(true);
      lijn.trekUit();
      return { plek, server: doc };
    }),
  );
}

function vindTekst(gelezen: readonly Gelezen[], { compartimentId }: Plek): Gelezen {
  const gevonden = gelezen.find(({ plek }) => plek.compartimentId === compartimentId);
  if (gevonden === undefined) throw new Error('every text is read');
  return gevonden;
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function toevalUit(zaad: number): () => number {
  let staat = zaad;
  return () => {
    staat = (staat + 0x6d2b79f5) | 0;
    let t = Math.imul(staat ^ (staat >>> 15), 1 | staat);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nl } from 'zod/locales';
import { z } from '../shared/contract/zod.ts';
import { maakApp } from './app.ts';
import { openDatabase } from './database/database.ts';
import { DatabaseFout } from './database/databasefout.ts';
import { vulDemo } from './demo/vul.ts';
import { openDeuren } from './http/deuren.ts';
import { InstellingFout, isLoopback, leesInstellingen } from './instellingen.ts';
import { foutregel } from './kern/foutregel.ts';
import type { Omgeving } from './kern/omgeving.ts';

// Starts Regietafel: reads the environment, opens the data, puts the app together, listens.

/** Beside the one that listens: three more take in all who come on a machine that has little else to do. */
const MEER_DEUREN = 3;

z.config(nl());

const omgeving: Omgeving = {
  nu: () => Date.now(),
  id: () => randomUUID(),
  willekeur: (aantal) => randomBytes(aantal),
};

async function start(): Promise<void> {
  const instellingen = leesInstellingen(process.env);
  const database = await openDatabase({
    map: instellingen.data,
    sleutelmap: instellingen.sleutels,
    nu: omgeving.nu,
    willekeur: omgeving.willekeur,
  });
  for (const { tabel, aantal } of database.losseRijen)
    console.error(`niet leesbaar: ${tabel} · ${aantal} keer wijst een rij naar iets dat er niet is`);
  const clientMap = fileURLToPath(new URL('../client', import.meta.url));
  const app = maakApp({
    database,
    omgeving,
    demo: instellingen.demo,
    hosts: new Set(instellingen.hosts),
    omvang: instellingen.omvang,
    termijnen: instellingen.termijnen,
    grenzen: { opdrachtenPerMinuut: instellingen.opdrachtenPerMinuut },
    secure: !isLoopback(instellingen.adres),
    clientMap: existsSync(clientMap) ? clientMap : null,
    bijFout: meldFout,
    // Without a polite stop: what is in memory must not be written over what is on the disk.
    bijSchijffout: (fout) => {
      meldFout(fout);
      process.exit(1);
    },
  });
  if (instellingen.demo) vulDemo({ ...app, database, omgeving });
  const poort = await app.luister(instellingen.poort, instellingen.adres);
  // With one it goes as well, slower.
  const sluitDeuren = await openDeuren(app.http, MEER_DEUREN).catch((fout: unknown) => meldFout(fout));
  vangAlles();

  let stopt = false;
  const stop = async (): Promise<void> => {
    if (stopt) return;
    stopt = true;
    sluitDeuren?.();
    await app.sluit();
    database.sluit();
  };
  for (const signaal of ['SIGINT', 'SIGTERM'] as const) process.once(signaal, () => void stop());

  const adres = instellingen.adres.includes(':') ? `[${instellingen.adres}]` : instellingen.adres;
  // Last: who reads it may end it at once, politely.
  console.log(`Regietafel staat klaar op http://${adres}:${poort}`);
}

/** What goes wrong on our side, for who runs it. */
function meldFout(fout: unknown): void {
  console.error(foutregel(fout));
}

// ST4: the last net. What a socket, a timer or a command throws is caught where it happens, and ends that; what comes
// here all the same is told, and ends nobody's work: what a step wrote stands whole, or not at all. Not before it listens.
function vangAlles(): void {
  process.on('uncaughtException', meldFout);
  process.on('unhandledRejection', meldFout);
}

/** Why a port can't be listened on, by the system's code. */
const GEEN_POORT: ReadonlyMap<unknown, string> = new Map([
  [
    'EADDRINUSE',
    'Deze poort is al in gebruik. Stop het andere programma, of kies een andere poort met REGIETAFEL_POORT.',
  ],
  [
    'EACCES',
    'Wie Regietafel start, mag deze poort niet gebruiken. Kies een poort vanaf 1024 met REGIETAFEL_POORT.',
  ],
  [
    'EADDRNOTAVAIL',
    'Deze computer heeft dit adres niet. Haal REGIETAFEL_ADRES weg, of kies een adres dat de computer wel heeft.',
  ],
]);

start().catch((fout: unknown) => {
  const verwacht = fout instanceof InstellingFout || fout instanceof DatabaseFout;
  if (verwacht) console.error(fout.message);
  else {
    const waarom = fout instanceof Error && 'code' in fout ? GEEN_POORT.get(fout.code) : undefined;
    if (waarom === undefined) meldFout(fout);
    else console.error(waarom);
  }
  process.exitCode = 1;
});

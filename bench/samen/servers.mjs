import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { breng, meldWeerAan } from './gemeente.mjs';

const pad = (vanaf) => fileURLToPath(new URL(vanaf, import.meta.url));

/**
 * Who is measured, each as it comes, with its own defaults.
 *
 * - `start(map)`: the script and the environment of its process, with its data in that folder
 * - `poort`: finds in what it prints that it listens, and where
 * - `kamers(adres, maten)`: makes the rooms, those before `vanaf` being there; of each its text and who connects where, who writes first
 * - `opnieuw(adres, kamers)`: the same rooms after a restart
 * - `bewaart`: whether there is something to read after one; `belooft`: whether everything must be there
 */
export const SERVERS = [
  {
    naam: 'regietafel',
    titel: 'Regietafel',
    lijn: 'regietafel',
    bewaart: true,
    belooft: true,
    start: async (map) => ({
      script: pad('../../dist/server/main.js'),
      env: {
        REGIETAFEL_POORT: '0',
        REGIETAFEL_ADRES: '127.0.0.1',
        REGIETAFEL_DATA: join(map, 'data'),
        REGIETAFEL_SLEUTELS: join(map, 'sleutels'),
        REGIETAFEL_MODUS: 'demo',
        // Some twenty people of the demo stand for all who write: each may cost as many people as they are.
        REGIETAFEL_OPDRACHTEN: '600000',
        REGIETAFEL_LIJNEN: '100000',
        REGIETAFEL_CASUSSEN_PER_DAG: '100000',
      },
    }),
    poort: /staat klaar op http:\/\/127\.0\.0\.1:(\d+)/,
    kamers: breng,
    opnieuw: meldWeerAan,
  },
  {
    naam: 'y-websocket',
    titel: 'y-websocket, geheugen',
    lijn: 'y-websocket',
    bewaart: false,
    belooft: false,
    start: async () => yWebsocket({}),
    poort: /on port (\d+)/,
    kamers: losseKamers,
    opnieuw: zelfdeKamers,
  },
  {
    naam: 'y-leveldb',
    titel: 'y-websocket, LevelDB',
    lijn: 'y-websocket',
    bewaart: true,
    belooft: false,
    start: async (map) => yWebsocket({ YPERSISTENCE: join(map, 'leveldb') }),
    poort: /on port (\d+)/,
    kamers: losseKamers,
    opnieuw: zelfdeKamers,
  },
  {
    naam: 'hocuspocus',
    titel: 'Hocuspocus, SQLite',
    lijn: 'hocuspocus',
    bewaart: true,
    belooft: false,
    start: async (map) => ({
      script: pad('./hocuspocus.mjs'),
      env: { BENCH_BESTAND: join(map, 'hocuspocus.sqlite') },
    }),
    poort: /on port (\d+)/,
    kamers: losseKamers,
    opnieuw: zelfdeKamers,
  },
];

/** The package's own command. It takes no port 0 and says so: a port that was free a moment ago. */
async function yWebsocket(env) {
  return {
    script: pad('../node_modules/@y/websocket-server/src/server.js'),
    env: { HOST: '127.0.0.1', PORT: String(await vrijePoort()), ...env },
  };
}

function vrijePoort() {
  return new Promise((klaar, mislukt) => {
    const server = createServer();
    server.once('error', mislukt);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => klaar(port));
    });
  });
}

/** Rooms that come to be when somebody opens them. */
async function losseKamers(adres, { kamers, mensen, vanaf = 0 }) {
  return Array.from({ length: kamers }, (_, n) => {
    const naam = `kamer-${vanaf + n}`;
    const plekken = Array.from({ length: mensen }, () => ({ url: `ws://${adres}/${naam}`, headers: {} }));
    return { naam, veld: 'veld', plekken };
  });
}

async function zelfdeKamers(adres, kamers) {
  return kamers.map((kamer) => ({
    ...kamer,
    plekken: kamer.plekken.map((plek) => ({ ...plek, url: `ws://${adres}/${kamer.naam}` })),
  }));
}

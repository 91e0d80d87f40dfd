import { parseArgs } from 'node:util';
import { SERVERS } from './servers.mjs';

const STANDAARD = {
  /** Rooms, and people in each, of whom one writes. */
  kamers: 150,
  mensen: 10,
  /** Changes a second of each writer. */
  tempo: 8,
  /** Seconds of writing before and while it is measured. */
  opwarmen: 6,
  seconden: 20,
  /** How often everyone takes their turn; what is reported is the median. */
  rondes: 3,
  /** Processes that play the people. */
  lasten: 1,
};

/** What to measure, from the command line. @throws TypeError on what it doesn't know */
export function leesMaten(args) {
  const { values } = parseArgs({
    args,
    options: {
      ...Object.fromEntries(Object.keys(STANDAARD).map((naam) => [naam, { type: 'string' }])),
      alleen: { type: 'string' },
      profiel: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const getallen = Object.fromEntries(
    Object.entries(STANDAARD).map(([naam, standaard]) => [naam, getal(naam, values[naam] ?? standaard)]),
  );
  const gekozen = values.alleen?.split(',') ?? SERVERS.map(({ naam }) => naam);
  const onbekend = gekozen.find((naam) => SERVERS.every((server) => server.naam !== naam));
  if (onbekend !== undefined) {
    throw new TypeError(`--alleen kent ${onbekend} niet; wel ${SERVERS.map(({ naam }) => naam).join(', ')}`);
  }
  if (getallen.mensen < 2) throw new TypeError('--mensen moet minstens 2 zijn: een schrijver en een lezer');
  return {
    ...getallen,
    servers: SERVERS.filter(({ naam }) => gekozen.includes(naam)),
    json: values.json,
    profiel: values.profiel ?? null,
  };
}

function getal(naam, waarde) {
  const gelezen = Number(waarde);
  if (Number.isInteger(gelezen) && gelezen > 0) return gelezen;
  throw new TypeError(`--${naam} moet een heel getal boven nul zijn`);
}

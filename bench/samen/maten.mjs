import { parseArgs } from 'node:util';
import { SERVERS } from './servers.mjs';

const STANDAARD = {
  /** Rooms, and people in each. */
  kamers: 150,
  mensen: 10,
  /** How many of them write, the first ones. */
  schrijvers: 1,
  /** Changes a second of each writer, and how often their cursor moves besides. */
  tempo: 8,
  cursors: 0,
  /** Seconds of writing before and while it is measured. */
  opwarmen: 6,
  seconden: 20,
  /** How often everyone takes their turn; what is reported is the median. */
  rondes: 3,
  /** Processes that play the people. */
  lasten: 1,
};

/**
 * Loads with a name, which `--last` takes: what differs from the usual one, in which one writes in each of 150 rooms.
 * `groot`: large rooms. `allen`: everyone writes. `cursors`: a hundred in one room who all show where they are.
 * `rust`: two thousand lines on which nothing is said.
 */
const LASTEN = {
  een: {},
  groot: { kamers: 20, mensen: 40 },
  allen: { kamers: 20, schrijvers: 10, tempo: 2 },
  cursors: { kamers: 1, mensen: 100, schrijvers: 100, tempo: 0, cursors: 2 },
  rust: { kamers: 200, tempo: 0 },
};

/** Of these there may be none. */
const MAG_NUL = ['tempo', 'cursors', 'opwarmen'];

/** What to measure, from the command line. @throws TypeError on what it doesn't know */
export function leesMaten(args) {
  const { values } = parseArgs({
    args,
    options: {
      ...Object.fromEntries(Object.keys(STANDAARD).map((naam) => [naam, { type: 'string' }])),
      last: { type: 'string', default: 'een' },
      alleen: { type: 'string' },
      profiel: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const last = LASTEN[values.last];
  if (last === undefined)
    throw new TypeError(`--last kent ${values.last} niet; wel ${Object.keys(LASTEN).join(', ')}`);
  const getallen = Object.fromEntries(
    Object.entries({ ...STANDAARD, ...last }).map(([naam, standaard]) => [
      naam,
      getal(naam, values[naam] ?? standaard),
    ]),
  );
  const gekozen = values.alleen?.split(',') ?? SERVERS.map(({ naam }) => naam);
  const onbekend = gekozen.find((naam) => SERVERS.every((server) => server.naam !== naam));
  if (onbekend !== undefined) {
    throw new TypeError(`--alleen kent ${onbekend} niet; wel ${SERVERS.map(({ naam }) => naam).join(', ')}`);
  }
  if (getallen.mensen < 2) throw new TypeError('--mensen moet minstens 2 zijn: een schrijver en een lezer');
  if (getallen.schrijvers > getallen.mensen) throw new TypeError('--schrijvers is meer dan --mensen');
  return {
    ...getallen,
    last: values.last,
    servers: SERVERS.filter(({ naam }) => gekozen.includes(naam)),
    json: values.json,
    profiel: values.profiel ?? null,
  };
}

function getal(naam, waarde) {
  const gelezen = Number(waarde);
  if (Number.isInteger(gelezen) && gelezen >= (MAG_NUL.includes(naam) ? 0 : 1)) return gelezen;
  throw new TypeError(`--${naam} moet een heel getal${MAG_NUL.includes(naam) ? '' : ' boven nul'} zijn`);
}

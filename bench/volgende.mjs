// The chair's *volgende* (OV2): how long a step of an item takes from the key until it stands on every screen of who
// takes part, with many overleggen at once, on the product as built. `npm run meet:volgende` takes some minutes, most of
// them to set the tables; `-- --overleggen 10 --seconden 20` less.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cpus, loadavg } from 'node:os';
import { setTimeout as wacht } from 'node:timers/promises';
import { metMap } from './samen/beurt.mjs';
import { Serverproces } from './samen/serverproces.mjs';
import { Overlegzaal } from './volgende/zaal.mjs';

const { values } = parseArgs({
  options: {
    overleggen: { type: 'string', default: '100' },
    schermen: { type: 'string', default: '40' },
    seconden: { type: 'string', default: '60' },
    tussen: { type: 'string', default: '30' },
  },
});
const [overleggen, schermen, seconden, tussen] = ['overleggen', 'schermen', 'seconden', 'tussen'].map(
  (naam) => Number(values[naam]),
);
/** One person's lines on /live are twelve at most: the same people sit in so many overleggen. */
const PER_MENS = 10;
const DOEL_MS = 150;

const uit = await metMap(async (map) => {
  const env = {
    BENCH_MAP: map,
    BENCH_MENSEN: String(Math.ceil(overleggen / PER_MENS) * schermen),
  };
  const script = fileURLToPath(new URL('./volgende/server.mjs', import.meta.url));
  const server = { titel: 'Regietafel', poort: /op port (\d+)/, start: async () => ({ script, env }) };
  const proces = await Serverproces.start(server, map);
  try {
    const zalen = await Overlegzaal.dek(proces.adres, { overleggen, schermen, perMens: PER_MENS });
    const last = loadavg()[0];
    const voor = await proces.meet();
    const begin = performance.now();
    const tot = begin + seconden * 1000;
    await Promise.all(zalen.map((zaal) => zaal.leid(tussen * 1000, tot)));
    const duur = (performance.now() - begin) / 1000;
    const na = await proces.meet();
    await wacht(500);
    for (const zaal of zalen) zaal.sluit();
    const tijden = zalen.flatMap((zaal) => zaal.tijden).toSorted((a, b) => a - b);
    const stappen = zalen.reduce((som, zaal) => som + zaal.stappen, 0);
    await proces.stop();
    return {
      tijden,
      stappen,
      gemist: stappen * schermen - tijden.length,
      cpu: (na.cpu - voor.cpu) / 1e6 / duur,
      perStap: (na.cpu - voor.cpu) / 1e3 / Math.max(1, stappen),
      rss: na.rss,
      last,
    };
  } finally {
    proces.breekAf();
  }
});

const deel = (p) =>
  Math.round(uit.tijden[Math.min(uit.tijden.length - 1, Math.floor(uit.tijden.length * p))] ?? 0);
console.log(`${overleggen} overleggen × ${schermen} schermen, ${uit.stappen} keer volgende in ${seconden} s`);
console.log(
  `op alle schermen: p50 ${deel(0.5)} ms, p95 ${deel(0.95)} ms, p99 ${deel(0.99)} ms, langst ${deel(1)} ms`,
);
console.log(`aangekomen: ${uit.tijden.length} van ${uit.stappen * schermen}`);
console.log(
  `server: ${Math.round(uit.cpu * 100)} % van een kern, ${Math.round(uit.perStap)} ms per volgende, ${Math.round(uit.rss / 1e6)} MB; machine: ${cpus().length} kernen, belasting ${uit.last.toFixed(1)}`,
);
if (uit.gemist !== 0) {
  console.error(`niet aangekomen: ${uit.gemist}`);
  process.exit(1);
}
console.log(deel(0.99) <= DOEL_MS ? `p99 binnen ${DOEL_MS} ms` : `p99 is NIET binnen ${DOEL_MS} ms`);

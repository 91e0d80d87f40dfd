// How many overleggen of eight people a server carries (ST6): every so often more of them begin, in each of which one
// writes all the time, until what one types takes longer than 100 ms at p99 to be on the others' screens. Prints a line a
// step. `npm run bench:stijgend`, or `-- --erbij 20 --hoogstens 40 --seconden 3` for a short one.
import { setTimeout as wacht } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { deel, metMap, opVolgorde, tel } from './samen/beurt.mjs';
import { Lasten } from './samen/lasten.mjs';
import { Serverproces } from './samen/serverproces.mjs';
import { SERVERS } from './samen/servers.mjs';

const MENSEN = 8;
const TE_LAAT_MS = 100;
/** Before it is measured, who just came in has read what there is. */
const INLEZEN_MS = 3_000;

const { values } = parseArgs({
  options: {
    erbij: { type: 'string', default: '100' },
    hoogstens: { type: 'string', default: '1000' },
    seconden: { type: 'string', default: '10' },
    tempo: { type: 'string', default: '8' },
    server: { type: 'string', default: 'regietafel' },
  },
});
const maten = {
  kamers: Number(values.erbij),
  mensen: MENSEN,
  schrijvers: 1,
  tempo: Number(values.tempo),
  cursors: 0,
};
const seconden = Number(values.seconden);
const server = SERVERS.find(({ naam }) => naam === values.server);
if (server === undefined || !(maten.kamers > 0 && seconden > 0 && maten.tempo > 0))
  throw new TypeError(
    '--erbij, --seconden en --tempo zijn getallen boven nul; --server is er een van npm run bench',
  );

await metMap(async (map) => {
  const proces = await Serverproces.start(server, map);
  const lasten = new Lasten(1);
  try {
    console.log(
      `${server.titel}: in elk overleg ${MENSEN} mensen, van wie er een ${maten.tempo} wijzigingen per seconde schrijft`,
    );
    let gedragen = 0;
    for (let kamers = maten.kamers; kamers <= Number(values.hoogstens); kamers += maten.kamers) {
      const nieuw = await server.kamers(proces.adres, { ...maten, vanaf: kamers - maten.kamers });
      await lasten.begin(
        server.lijn,
        nieuw.map((kamer) => ({ ...kamer, schrijvers: 1 })),
      );
      await lasten.schrijf(maten);
      await wacht(INLEZEN_MS);
      await lasten.open();
      const voor = await proces.meet();
      await wacht(seconden * 1000);
      const na = await proces.meet();
      const standen = await lasten.stand();
      const duren = opVolgorde(standen.map((stand) => stand.duren));
      const p99 = deel(duren, 0.99);
      const cpuLast = standen.reduce((som, { cpu }) => som + cpu, 0) / 1e6 / seconden;
      console.log(
        `${kamers} overleggen: p50 ${ms(deel(duren, 0.5))}, p99 ${ms(p99)}; server ${kernen((na.cpu - voor.cpu) / 1e6 / seconden)}, last ${kernen(cpuLast)}; ${mb(na.rss)} MB`,
      );
      if (!(p99 <= TE_LAAT_MS)) break;
      gedragen = kamers;
    }
    const { fouten } = tel(await lasten.sluit(), { ...maten, seconden });
    console.log(`${gedragen} overleggen tegelijk binnen ${TE_LAAT_MS} ms`);
    for (const fout of fouten) console.error(fout);
    process.exitCode = fouten.length === 0 ? 0 : 1;
  } finally {
    proces.breekAf();
    lasten.breekAf();
  }
});

function ms(duur) {
  return `${getal(duur, 1)} ms`;
}

function kernen(aantal) {
  return `${getal(aantal, 2)} kern`;
}

function mb(bytes) {
  return getal(bytes / 1e6, 0);
}

function getal(waarde, achter) {
  return waarde === undefined ? '–' : waarde.toFixed(achter).replace('.', ',');
}

// Rights that end by the clock (NK28), on the product as built: 1,000 of them in one second while ten people type, with
// the screens of who held them looking; and a server that was down over 50 moments at which something ended.
// `npm run build && node bench/rechten.mjs`; `--tafels 2` less. Prints what it took; fails when one closed too late.
import process from 'node:process';
import { setTimeout as wacht } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { io } from 'socket.io-client';
import { metMap } from './samen/beurt.mjs';
import { Serverproces } from './samen/serverproces.mjs';
import { Eerlijken } from './vijandig/eerlijk.mjs';
import { dek, meldAan, stuur } from './vijandig/tafel.mjs';

const { values } = parseArgs({ options: { tafels: { type: 'string', default: '10' } } });
const TAFELS = Number(values.tafels);
/** At each table so many who read along, in so many parts: ten by ten by ten. */
const [LEZERS, DELEN, TYPISTEN, RANDEN] = [10, 10, 10, 50];
const SECONDE = 1_000;

const script = fileURLToPath(new URL('./rechten/server.mjs', import.meta.url));
const deel = (tijden, deel) => tijden.toSorted((a, b) => a - b)[Math.floor(tijden.length * deel)] ?? 0;
const ms = (getal) => `${getal.toFixed(getal < 10 ? 1 : 0)} ms`;
const letters = (metingen, van, tot) => {
  const tijden = metingen.filter(({ op }) => op >= van && op < tot).map((een) => een.ms);
  return `${tijden.length} letters, p50 ${ms(deel(tijden, 0.5))}, p99 ${ms(deel(tijden, 0.99))}, langst ${ms(deel(tijden, 1 - 1e-9))}`;
};

async function goed(...vraag) {
  const antwoord = await stuur(...vraag);
  if (antwoord.status >= 300)
    throw new Error(`${vraag[3]}: ${antwoord.status} ${JSON.stringify(antwoord.body)}`);
  return antwoord.body;
}

/** A table whose regisseur keeps ten parts, of which the others only know that they are there. */
async function dekLezers(adres, mensen) {
  const [regisseur, ...lezers] = mensen;
  const cookie = await meldAan(adres, regisseur);
  const { id: casusId } = await goed(adres, cookie, 'POST', '/casussen', {
    leden: Array.from({ length: DELEN - 1 }, () => ({ rol: 'kind' })),
    zetel: 'participatie',
    waarvoor: 'samenhang',
    grondslag: 'participatiewet',
  });
  const pad = `/casussen/${casusId}`;
  const stoelen = [];
  for (const medewerkerId of lezers) {
    const { id } = await goed(adres, cookie, 'POST', `${pad}/deelnemers`, {
      medewerkerId,
      zetel: 'inkomen',
      lidIds: null,
      waarvoor: 'samenhang',
      grondslag: 'participatiewet',
      gezinAkkoord: { ja: true },
    });
    stoelen.push({ medewerkerId, deelnemerId: id, cookie: await meldAan(adres, medewerkerId) });
  }
  const bord = await goed(adres, cookie, 'GET', pad);
  const delen = bord.compartimenten
    .filter(({ categorie, niveau }) => categorie === 'werk' && niveau === 'schrijven')
    .slice(0, DELEN);
  const doorId = bord.deelnemers.find(({ ik }) => ik).id;
  return { casusId, pad, cookie, stoelen, doorId, delen: delen.map(({ id }) => id) };
}

/** Who reads along, with the board open: hears when something of it changed. */
async function kijk(adres, { casusId }, { cookie }) {
  const gehoord = { op: 0 };
  const live = io(`http://${adres}`, {
    path: '/live',
    transports: ['websocket'],
    extraHeaders: { cookie },
    forceNew: true,
  });
  live.on('zicht', () => {
    gehoord.op = Date.now();
  });
  await live.emitWithAck('casus:volg', { casusId });
  return { gehoord, live };
}

const leesbaar = async (adres, { pad }, { cookie }) =>
  (await goed(adres, cookie, 'GET', pad)).compartimenten.filter(
    ({ categorie, niveau }) => categorie === 'werk' && niveau === 'lezen',
  ).length;

const server = (map, mensen) => ({
  titel: 'Regietafel',
  poort: /op port (\d+)/,
  start: async () => ({ script, env: { BENCH_MAP: map, BENCH_MENSEN: String(mensen) } }),
});

await metMap(async (map) => {
  const opzet = server(map, TYPISTEN + TAFELS * (LEZERS + 1));
  let proces = await Serverproces.start(opzet, map);
  try {
    const { adres } = proces;
    const { body } = await stuur(adres, '', 'GET', '/demo/medewerkers');
    const mensen = body.medewerkers.map(({ id }) => id);
    const { eerlijk } = await dek(adres, { tafels: 1, mensen: TYPISTEN, vijanden: 0 });
    const tafels = [];
    for (let n = 0; n < TAFELS; n += 1)
      tafels.push(
        await dekLezers(adres, mensen.slice(TYPISTEN + n * (LEZERS + 1), TYPISTEN + (n + 1) * (LEZERS + 1))),
      );
    const typisten = await Eerlijken.begin(eerlijk);
    typisten.werk();
    const lezers = [];
    for (const tafel of tafels)
      for (const stoel of tafel.stoelen) lezers.push({ tafel, stoel, ...(await kijk(adres, tafel, stoel)) });

    const tot = Date.now() + 20 * SECONDE;
    const rechten = tafels.flatMap(({ casusId, doorId, stoelen, delen }) =>
      stoelen.flatMap(({ deelnemerId }) =>
        delen.map((compartimentId) => ({ casusId, doorId, deelnemerId, compartimentId, tot })),
      ),
    );
    await proces.vraag({ doe: 'geef', rechten });
    const [proef] = lezers;
    if ((await leesbaar(adres, proef.tafel, proef.stoel)) !== DELEN)
      throw new Error('the rights open nothing');
    const rustig = performance.now();
    await wacht(Math.max(0, tot - Date.now() - 50));
    const einde = performance.now() + (tot - Date.now());
    for (const { gehoord } of lezers) gehoord.op = 0;
    const voor = await proces.meet();
    await wacht(3 * SECONDE);
    const { cpu } = await proces.meet();
    const gehoord = lezers.map((een) => (een.gehoord.op === 0 ? Number.NaN : een.gehoord.op - tot));
    const open = await Promise.all(lezers.map(({ tafel, stoel }) => leesbaar(adres, tafel, stoel)));
    const verloren = await typisten.klaar();
    typisten.sluit();
    for (const { live } of lezers) live.disconnect();
    const laatste = Math.max(...gehoord);
    console.log(
      `node ${process.version}, ${rechten.length} rechten op één moment, ${lezers.length} schermen erbij`,
    );
    console.log(`het eerste scherm hoort het na ${ms(Math.min(...gehoord))}, het laatste na ${ms(laatste)}`);
    console.log(`de processor deed er ${ms((cpu - voor.cpu) / 1000)} over, met wat er getypt werd`);
    console.log(`ervoor: ${letters(typisten.letters, rustig, einde)}`);
    console.log(
      `in de seconde erna: ${letters(typisten.letters, einde, einde + SECONDE)}; ${verloren} verloren`,
    );
    if (open.some((aantal) => aantal > 0) || !(laatste < SECONDE) || verloren > 0) process.exitCode = 1;

    const [tafel] = tafels;
    const straks = Date.now() + 4 * SECONDE;
    const randen = Array.from({ length: RANDEN }, (_, n) => straks + n * 20);
    await proces.vraag({
      doe: 'geef',
      rechten: randen.map((eind, n) => ({
        casusId: tafel.casusId,
        doorId: tafel.doorId,
        deelnemerId: tafel.stoelen[n % LEZERS].deelnemerId,
        compartimentId: tafel.delen[Math.floor(n / LEZERS)],
        tot: eind,
      })),
    });
    await proces.stop();
    await wacht(straks + RANDEN * 20 - Date.now() + SECONDE);
    proces = await Serverproces.start(opzet, map);
    const { einden, startMs } = (await proces.vraag({ doe: 'nagaan' })) ?? {};
    const gedaan = randen.filter((eind) => einden.includes(eind)).length;
    await proces.stop();
    proces = await Serverproces.start(opzet, map);
    const zonder = (await proces.vraag({ doe: 'nagaan' })).startMs;
    console.log(
      `server weg over ${RANDEN} momenten: ${gedaan} gedaan, elk op het eigen moment, voor hij luisterde; dat starten duurde ${ms(startMs)}, zonder ${ms(zonder)}`,
    );
    if (gedaan !== RANDEN) process.exitCode = 1;
  } finally {
    await proces.stop().catch(() => proces.breekAf());
  }
});

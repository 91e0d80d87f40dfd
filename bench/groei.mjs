// How what people wait for grows: a casus, and what the person who opens it has besides, each time ten times larger in one
// way. Prints milliseconds (medians) and how they grew, as a power: 0 stays the same, 1 is ten times as much for ten times
// as much. `npm run bench:groei`; some minutes.
import { performance } from 'node:perf_hooks';
import * as Y from 'yjs';
import { metMap } from './samen/beurt.mjs';
import { brengtIn, leestPlan, meldAan, schrijftPlan, vraag } from './samen/gemeente.mjs';
import { verbind } from './samen/lijnen/regietafel.mjs';
import { mediaan } from './samen/mediaan.mjs';
import { Serverproces } from './samen/serverproces.mjs';
import { SERVERS } from './samen/servers.mjs';

const REGIETAFEL = SERVERS.find(({ naam }) => naam === 'regietafel');
const WAARVOOR = { waarvoor: 'samenhang', grondslag: 'participatiewet' };
const KEREN = 21;
const GEWOON = { casussen: 5, deelnemers: 2, kaarten: 30, tekens: 19_000, wijzigingen: 50 };
const IN_WOORDEN = {
  casussen: 'casussen van wie opent',
  deelnemers: 'deelnemers',
  kaarten: 'kaarten',
  tekens: 'tekens in een tekst',
  wijzigingen: 'wijzigingen van een kaart',
};

/** Paragraphs of so many characters, some at a time: less than one bericht may have, and no faster than somebody may. */
const ALINEA =
  'Een zin van gewone lengte over wat er in dit gezin goed gaat en wat er nog moet gebeuren. '.repeat(3);
const PER_KEER = 40;

const gewoon = await meet(GEWOON);
console.log(
  `gewoon: ${Object.entries(GEWOON)
    .map(([wat, aantal]) => `${aantal} ${IN_WOORDEN[wat]}`)
    .join(', ')}`,
);
console.table({ 'gewoon, ms': afgerond(gewoon) });
for (const wat of Object.keys(GEWOON)) {
  const groot = await meet({ ...GEWOON, [wat]: GEWOON[wat] * 10 });
  console.log(`tien keer zoveel ${IN_WOORDEN[wat]}: ${GEWOON[wat] * 10}`);
  console.table({
    ms: afgerond(groot),
    macht: Object.fromEntries(
      Object.entries(groot).map(([naam, ms]) => [naam, Math.log10(ms / gewoon[naam]).toFixed(2)]),
    ),
  });
}

/** Makes it, and measures it. @returns milliseconds by what was done */
function meet(maten) {
  return metMap(async (map) => {
    let proces = await Serverproces.start(REGIETAFEL, map);
    try {
      const { casusId, wie, kaart, plan } = await maak(proces.adres, maten);
      const pad = `/casussen/${casusId}`;
      let titel = 0;
      const uit = {
        bord: await steeds(() => vraag(proces.adres, wie, 'GET', pad)),
        'mijn werk': await steeds(() => vraag(proces.adres, wie, 'GET', '/werkvoorraad')),
        'kaart wijzigen': await steeds(async () => {
          titel += 1;
          const { versie } = await vraag(proces.adres, wie, 'PATCH', `${pad}/kaarten/${kaart.id}`, {
            versie: kaart.versie,
            titel: `Anders ${titel}`,
          });
          kaart.versie = versie;
        }),
        'tekst openen': await steeds(async () => (await open(proces.adres, wie, plan)).sluit()),
      };
      await proces.stop();
      const begin = performance.now();
      proces = await Serverproces.start(REGIETAFEL, map);
      uit.herstart = performance.now() - begin;
      return uit;
    } finally {
      proces.breekAf();
    }
  });
}

async function maak(adres, { casussen, deelnemers, kaarten, tekens, wijzigingen }) {
  const iedereen = await meldAan(adres, ({ zetels }) => zetels.some(leestPlan));
  const wie = iedereen.find(({ zetels }) => zetels.some(brengtIn) && zetels.some(schrijftPlan));
  const breng = () =>
    vraag(adres, wie, 'POST', '/casussen', {
      leden: [{ rol: 'moeder' }],
      zetel: wie.zetels.find(brengtIn),
      ...WAARVOOR,
    });
  for (let n = 1; n < casussen; n += 1) await breng();
  const { id: casusId } = await breng();
  const pad = `/casussen/${casusId}`;
  for (const { medewerkerId, zetels } of iedereen.filter((mens) => mens !== wie).slice(0, deelnemers - 1)) {
    await vraag(adres, wie, 'POST', `${pad}/deelnemers`, {
      medewerkerId,
      zetel: zetels.find(leestPlan),
      lidIds: null,
      ...WAARVOOR,
      gezinAkkoord: { ja: true },
    });
  }
  const { compartimenten, velden } = await vraag(adres, wie, 'GET', pad);
  const hulp = compartimenten.filter(
    ({ categorie, niveau }) => categorie === 'hulp' && niveau === 'schrijven',
  );
  const gemaakt = [];
  for (let n = 0; n < kaarten; n += 1) {
    gemaakt.push(
      await vraag(adres, wie, 'POST', `${pad}/kaarten`, {
        compartimentId: hulp[n % hulp.length].id,
        soort: n % 2 === 0 ? 'kracht' : 'zorgpunt',
        leefgebied: 'wonen',
        titel: `Een zin van gewone lengte over wat er goed gaat, nummer ${n}`,
      }),
    );
  }
  const [kaart] = gemaakt;
  for (let n = 0; n < wijzigingen; n += 1) {
    const { versie } = await vraag(adres, wie, 'PATCH', `${pad}/kaarten/${kaart.id}`, {
      versie: kaart.versie,
      titel: `Deze is ${n} keer gewijzigd`,
    });
    kaart.versie = versie;
  }
  const compartiment = compartimenten.find(({ categorie, lidId }) => categorie === 'plan' && lidId === null);
  const plan = {
    naam: casusId,
    compartimentId: compartiment.id,
    veld: velden.find(({ compartimentId }) => compartimentId === compartiment.id).id,
  };
  await schrijf(adres, wie, plan, tekens);
  return { casusId, wie, kaart, plan };
}

/** Types a text of so many characters, as the editor writes it (docs/protocol.md). */
async function schrijf(adres, wie, plan, tekens) {
  const doc = new Y.Doc();
  const lijn = await open(adres, wie, plan, doc);
  const tekst = doc.getText(plan.veld);
  const updates = [];
  doc.on('update', (update, herkomst) => {
    if (herkomst === plan) updates.push(update);
  });
  let gezet = 0;
  while (gezet < tekens) {
    doc.transact(() => {
      for (let n = 0; n < PER_KEER && gezet < tekens; n += 1) {
        if (tekst.length > 0) tekst.insertEmbed(tekst.length, new Y.Map());
        tekst.insertEmbed(tekst.length, { eind: 1 });
        const alinea = ALINEA.slice(0, tekens - gezet);
        tekst.insert(tekst.length - 1, alinea);
        gezet += alinea.length;
      }
    }, plan);
    lijn.schrijf(updates.at(-1));
    while (lijn.bevestigd < updates.length) await new Promise((klaar) => setTimeout(klaar, 5));
  }
  lijn.sluit();
}

function open(adres, { cookie }, plan, doc = new Y.Doc()) {
  return verbind({
    kamer: plan,
    plek: { url: `ws://${adres}/sync/${plan.naam}`, headers: { cookie } },
    doc,
    schrijft: true,
    bijUpdate: () => {},
    bijFout: (fout) => {
      throw fout;
    },
  });
}

/** The middle of some times, in ms, the first of which don't count. */
async function steeds(doe) {
  const tijden = [];
  for (let n = 0; n < KEREN + 5; n += 1) {
    const begin = performance.now();
    await doe();
    tijden.push(performance.now() - begin);
  }
  return mediaan(tijden.slice(5));
}

function afgerond(tijden) {
  return Object.fromEntries(Object.entries(tijden).map(([naam, ms]) => [naam, ms.toFixed(1)]));
}

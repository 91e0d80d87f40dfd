// How what people wait for grows: a casus, and what the person who opens it has besides, each time ten times larger in one
// way. Prints milliseconds (medians) and how they grew, as a power: 0 stays the same, 1 is ten times as much for ten times
// as much. `npm run bench:groei`; some minutes.
import { performance } from 'node:perf_hooks';
import { maak, open } from './groei/casus.mjs';
import { metMap } from './samen/beurt.mjs';
import { vraag } from './samen/gemeente.mjs';
import { steeds } from './groei/steeds.mjs';
import { Serverproces } from './samen/serverproces.mjs';
import { SERVERS } from './samen/servers.mjs';

const REGIETAFEL = SERVERS.find(({ naam }) => naam === 'regietafel');
const GEWOON = { casussen: 5, deelnemers: 2, kaarten: 30, tekens: 19_000, wijzigingen: 50 };
const IN_WOORDEN = {
  casussen: 'casussen van wie opent',
  deelnemers: 'deelnemers',
  kaarten: 'kaarten',
  tekens: 'tekens in een tekst',
  wijzigingen: 'wijzigingen van een kaart',
};

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

function afgerond(tijden) {
  return Object.fromEntries(Object.entries(tijden).map(([naam, ms]) => [naam, ms.toFixed(1)]));
}

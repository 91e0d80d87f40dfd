// Speed of the board: deciding, serving, and the weight of the client. Prints medians; nothing here is a test.
// `npm run meet` builds first and runs this.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { maakApp } from '../dist/server/app.js';
import { openDatabase } from '../dist/server/database/database.js';
import { vulDemo } from '../dist/server/demo/vul.js';
import { Beslisser } from '../dist/shared/need-to-know/beslissing.js';
import { laadMatrix } from '../dist/shared/need-to-know/matrix.js';
import { STANDAARDMATRIX } from '../dist/shared/need-to-know/standaardmatrix.js';
import { zichtVan } from '../dist/shared/need-to-know/zicht.js';

const mediaan = (getallen) => getallen.toSorted((a, b) => a - b)[Math.floor(getallen.length / 2)];
const keer = (aantal, werk) => Array.from({ length: aantal }, (_, i) => werk(i));

/** Milliseconds to decide everyone's view of a casus with 25 deelnemers and 100 compartments, facts at hand. */
function meetZicht() {
  const regels = laadMatrix(STANDAARDMATRIX);
  const zetels = [...regels.zetels.keys()];
  const leden = keer(5, (i) => ({ id: `lid ${i}` }));
  const deelnemers = keer(25, (i) => ({
    id: `deelnemer ${i}`,
    medewerkerId: `medewerker ${i}`,
    organisatieId: `organisatie ${i % 10}`,
    buitenGemeente: i % 10 !== 0,
    zetel: zetels[i % zetels.length],
    lidIds: i % 3 === 0 ? [leden[i % 5].id] : null,
    alsLidId: null,
    regisseur: i === 0,
    bekend: i % 2 === 0,
    van: 0,
    tot: null,
  }));
  const categorieen = [...regels.categorieen.values()].filter(({ beslist }) => beslist === 'matrix');
  const compartimenten = keer(100, (i) => {
    const categorie = categorieen[i % categorieen.length];
    return {
      id: `compartiment ${i}`,
      categorie: categorie.code,
      lidId: i % 2 === 0 ? null : leden[i % 5].id,
      organisatieId: categorie.perOrganisatie && i % 4 !== 0 ? `organisatie ${i % 10}` : null,
      makerId: null,
    };
  });
  const feiten = { leden, deelnemers, compartimenten, rechten: [], uitsluitingen: [], noodtoegangen: [] };
  const een = () => {
    const begin = performance.now();
    const beslisser = new Beslisser(feiten, regels, 1);
    for (const deelnemer of deelnemers) zichtVan(beslisser, deelnemer);
    return performance.now() - begin;
  };
  keer(200, een);
  return mediaan(keer(501, een));
}

/** Milliseconds from request to the last byte of a board with about 40 tiles and 300 kaarten, over loopback. */
async function meetBord() {
  const map = mkdtempSync(join(tmpdir(), 'regietafel-meet-'));
  const omgeving = {
    nu: () => Date.now(),
    id: () => randomUUID(),
    willekeur: (aantal) => randomBytes(aantal),
  };
  const database = await openDatabase({
    map: join(map, 'data'),
    sleutelmap: join(map, 'sleutels'),
    ...omgeving,
  });
  const app = maakApp({
    database,
    omgeving,
    demo: true,
    secure: false,
    clientMap: null,
    grenzen: { opdrachtenPerMinuut: 100_000 },
    bijFout: (fout) => console.error(fout),
  });
  try {
    vulDemo({ database, omgeving, aanmelden: app.aanmelden, routes: app.routes });
    const basis = `http://127.0.0.1:${await app.luister(0, '127.0.0.1')}/api/v1`;
    const { medewerkers } = await (await fetch(`${basis}/demo/medewerkers`)).json();
    const aangemeld = await fetch(`${basis}/sessies`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ medewerkerId: medewerkers[0].id }),
    });
    const cookie = aangemeld.headers.get('set-cookie').split(';')[0];
    const vraag = async (methode, pad, body) => {
      const antwoord = await fetch(basis + pad, {
        method: methode,
        headers: { cookie, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!antwoord.ok) throw new Error(`${methode} ${pad}: ${antwoord.status} ${await antwoord.text()}`);
      return antwoord.json();
    };
    const casus = await vraag('POST', '/casussen', {
      leden: [{ rol: 'moeder' }],
      zetel: 'participatie',
      waarvoor: 'samenhang',
      grondslag: 'participatiewet',
    });
    const pad = `/casussen/${casus.id}`;
    let bord = await vraag('GET', pad);
    while (bord.compartimenten.length < 40) {
      await vraag('POST', `${pad}/leden`, { rol: 'kind' });
      bord = await vraag('GET', pad);
    }
    const plekken = bord.compartimenten.filter(
      ({ categorie, niveau }) => categorie === 'hulp' && niveau === 'schrijven',
    );
    for (let i = 0; i < 300; i += 1) {
      await vraag('POST', `${pad}/kaarten`, {
        compartimentId: plekken[i % plekken.length].id,
        soort: i % 2 === 0 ? 'kracht' : 'zorgpunt',
        leefgebied: 'wonen',
        titel: `Een zin van gewone lengte over wat er goed gaat, nummer ${i}`,
      });
    }
    const een = async () => {
      const begin = performance.now();
      bord = await vraag('GET', pad);
      return performance.now() - begin;
    };
    for (let i = 0; i < 30; i += 1) await een();
    const tijden = [];
    for (let i = 0; i < 101; i += 1) tijden.push(await een());
    return { ms: mediaan(tijden), tegels: bord.compartimenten.length, kaarten: bord.kaarten.length };
  } finally {
    await app.sluit();
    database.sluit();
    rmSync(map, { recursive: true, force: true });
  }
}

/** Kilobytes (1000 bytes), gzipped, of all script that the client can load before there is an editor. */
function weegClient() {
  const assets = fileURLToPath(new URL('../dist/client/assets/', import.meta.url));
  const bytes = readdirSync(assets)
    .filter((naam) => naam.endsWith('.js'))
    .map((naam) => gzipSync(readFileSync(join(assets, naam))).length);
  return bytes.reduce((som, aantal) => som + aantal, 0) / 1000;
}

const zicht = meetZicht();
const bord = await meetBord();
console.log(`node ${process.version}`);
console.log(`zicht van 25 deelnemers op 100 compartimenten: ${zicht.toFixed(2)} ms`);
console.log(
  `bord met ${bord.tegels} tegels en ${bord.kaarten} kaarten, vraag tot antwoord: ${bord.ms.toFixed(1)} ms`,
);
console.log(`script van de client, gzip: ${weegClient().toFixed(1)} kB`);

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { huishouden, NIEMAND, verwachtWeigering } from './huishouden.ts';
import { tafelVoorTest } from './opstelling.ts';
import { opent } from './sync/tekst.ts';

// ST6: what somebody costs is counted per person, by what they ask and are answered.

/** So little that a few boards are too much. */
const KRAP = { werkPerSeconde: 0.01, werkOpslag: 200 };

test('ST6: queries count as well, for the person, and nobody else waits for them', async () => {
  const h = await huishouden({
    plaatsen: { tom: null },
    grenzen: { opdrachtenPerMinuut: 600 },
    budget: KRAP,
  });
  const tom = await h.als('tom');
  const ook = await h.tafel.meldAan(h.persoonId('tom'));
  let keer = 0;
  for (; keer < 300; keer += 1) {
    if ((await (keer % 2 === 0 ? tom : ook).verzoek('GET', h.pad)).status !== 200) break;
  }
  expect(keer).toBeGreaterThan(10);
  expect(keer).toBeLessThan(200);
  const teVeel = await ook.verzoek('GET', '/casussen');
  verwachtWeigering(teVeel, 429, 'te_snel');
  expect(Number(teVeel.kop['retry-after'])).toBeGreaterThan(5);
  expect((await (await h.als('fatima')).verzoek('GET', h.pad)).status).toBe(200);
});

test('ST6 NK5: too much is refused before anything is looked at: there, hidden or not, it reads the same', async () => {
  const h = await huishouden({
    plaatsen: { tom: null },
    grenzen: { opdrachtenPerMinuut: 600 },
    budget: KRAP,
  });
  const tom = await h.als('tom');
  while ((await tom.verzoek('GET', h.pad)).status === 200);
  const paden = [h.pad, `/casussen/${NIEMAND}`, '/nergens', `${h.pad}/adviestreffers?compartimentIds=x`];
  const antwoorden = await Promise.all(paden.map((pad) => tom.verzoek('GET', pad)));
  for (const antwoord of antwoorden) verwachtWeigering(antwoord, 429, 'te_snel');
  const zonderTijd = antwoorden.map(({ tekst, kop }) => [tekst, { ...kop, date: '' }]);
  for (const antwoord of zonderTijd) expect(antwoord).toEqual(zonderTijd[0]);
});

test.each([
  ['who wrote it', (veld: string) => `/velden/${veld}/schrijvers`],
  ['what would be left out of it', (_: string, deel: string) => `/adviestreffers?compartimentIds=${deel}`],
])('ST6: what is read of a text counts, however little is told of it: %s', async (_, onder) => {
  const h = await huishouden({
    plaatsen: { tom: null },
    grenzen: { opdrachtenPerMinuut: 600 },
    budget: KRAP,
  });
  const deel = await h.plek('tom', 'jeugd', 'kind1', 'schrijven');
  const veld = (await h.bord('tom')).velden.find(({ compartimentId }) => compartimentId === deel)?.id ?? '';
  const tekst = await opent(h, 'tom', { id: deel, veld });
  tekst.typ(veld, 'De post komt eerst. '.repeat(9_500));
  await tekst.opgeslagen();
  tekst.lijn.trekUit();
  const tom = await h.als('tom');
  let keer = 0;
  for (; keer < 200; keer += 1)
    if ((await tom.verzoek('GET', h.pad + onder(veld, deel))).status !== 200) break;
  expect(keer).toBeGreaterThan(0);
  expect(keer).toBeLessThan(50);
});

test('ST6: who owes a little waits, and is answered', async () => {
  const h = await huishouden({
    plaatsen: { tom: null },
    grenzen: { opdrachtenPerMinuut: 600 },
    budget: { werkPerSeconde: 400, werkOpslag: 1 },
  });
  const tom = await h.als('tom');
  const antwoorden = await Promise.all(Array.from({ length: 60 }, () => tom.verzoek('GET', h.pad)));
  expect(new Set(antwoorden.map(({ status }) => status))).toEqual(new Set([200]));
});

test('ST6: sign-ins that say nothing are refused in the end, and shut nobody out who signs in from there', async () => {
  const tafel = await tafelVoorTest({ grenzen: { opdrachtenPerMinuut: 30 } });
  const sanne = tafel.medewerker('Sanne', tafel.organisatie('Ergens'), 'schuldhulp');
  const leeg = () => tafel.verzoek('POST', '/sessies', {});
  const eerst = await Promise.all(Array.from({ length: 30 }, leeg));
  expect(new Set(eerst.map(({ status }) => status))).toEqual(new Set([422]));
  verwachtWeigering(await leeg(), 429, 'te_snel');
  // Commands without a session are counted by address as well.
  const opdrachten = () =>
    Promise.all(Array.from({ length: 15 }, () => tafel.verzoek('POST', '/casussen', {})));
  const teVeel = [await opdrachten(), await opdrachten(), await opdrachten()].flat().at(-1);
  expect(teVeel?.status).toBe(429);
  expect((await tafel.verzoek('POST', '/sessies', { medewerkerId: sanne })).status).toBe(201);
});

test('ST6: whatever others without a session ask for from there, an honest sign-in still works', async () => {
  const tafel = await tafelVoorTest({
    grenzen: { opdrachtenPerMinuut: 600 },
    budget: { werkPerSeconde: 0.01, werkOpslag: 5, adres: 1 },
  });
  const sanne = tafel.medewerker('Sanne', tafel.organisatie('Ergens'), 'schuldhulp');
  while ((await tafel.verzoek('GET', '/gezondheid')).status === 200);
  verwachtWeigering(await tafel.verzoek('GET', '/gezondheid'), 429, 'te_snel');
  const antwoord = await tafel.verzoek('POST', '/sessies', { medewerkerId: sanne });
  expect(antwoord.status).toBe(201);
});

test('ST6: so many sign-ins in one name, then a minute’s rest; other names go on', async () => {
  const tafel = await tafelVoorTest({
    grenzen: { opdrachtenPerMinuut: 600 },
    budget: { aanmeldingenOpslag: 3, aanmeldingenPerMinuut: 1 },
  });
  const waar = tafel.organisatie('Ergens');
  const [sanne, tom] = ['Sanne', 'Tom'].map((naam) => tafel.medewerker(naam, waar, 'schuldhulp'));
  const alsSanne = () => tafel.verzoek('POST', '/sessies', { medewerkerId: sanne });
  for (let n = 0; n < 3; n += 1) expect((await alsSanne()).status).toBe(201);
  verwachtWeigering(await alsSanne(), 429, 'te_snel');
  expect((await tafel.verzoek('POST', '/sessies', { medewerkerId: tom })).status).toBe(201);
});

test('ST6 ST8: files count as well, by their size, and are refused on a page of ours; who owes little waits', async () => {
  const map = mkdtempSync(join(tmpdir(), 'regietafel-client-'));
  onTestFinished(() => rmSync(map, { recursive: true, force: true }));
  mkdirSync(join(map, 'assets'));
  writeFileSync(join(map, 'index.html'), '<!doctype html><title>Regietafel</title>');
  writeFileSync(join(map, 'assets', 'groot.js'), 'x'.repeat(500_000));
  const h = await huishouden({
    plaatsen: { tom: null },
    clientMap: map,
    grenzen: { opdrachtenPerMinuut: 600 },
    budget: { werkPerSeconde: 0.01, werkOpslag: 100 },
  });
  const haal = async (pad: string, naam: 'tom' | 'fatima'): Promise<Response> =>
    await fetch(h.tafel.url + pad, { headers: { cookie: (await h.als(naam)).cookie } });
  let keer = 0;
  for (; keer < 100; keer += 1) if ((await haal('/assets/groot.js', 'tom')).status !== 200) break;
  // Each costs eleven.
  expect(keer).toBeGreaterThan(4);
  expect(keer).toBeLessThan(15);
  for (const pad of ['/assets/groot.js', '/', `/casussen/${NIEMAND}`]) {
    const teVeel = await haal(pad, 'tom');
    expect([teVeel.status, teVeel.headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8']);
    expect(await teVeel.text()).toContain('<header>Regietafel</header>');
  }
  expect((await haal('/', 'fatima')).status).toBe(200);
});

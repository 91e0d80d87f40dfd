import { createDecoder, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSyncMessage, writeSyncStep1 } from 'y-protocols/sync';
import { Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { maakFrame } from '../../shared/sync/frame.ts';
import { voegAchteraan } from '../../shared/tekst/schrijven.ts';
import {
  alinea,
  type Draad,
  kanaalVan,
  rauweDraad,
  smokkel,
  syncBericht,
  verstom,
  wijziging,
} from './draad.ts';
import { aanTafel, bordVan, openBord, type Persoon, type Product, startProduct } from './opstelling.ts';
import {
  geheugenVan,
  inhoudVan,
  naarEinde,
  plekBijGezondheid,
  staatEr,
  typOnderaan,
  typSamen,
  wachtOpOpgeslagen,
  zetOnderaan,
} from './schrijven.ts';
import { maakVertraging } from './vertraging.ts';

const GEZONDHEID = 'Houd rekening met bij gezondheid, over moeder';
const ACHTER_DE_TEGEL = 'Alleen voor gezondheidszorg bij gezondheid, over moeder';
const ONDERWIJS = 'Houd rekening met bij onderwijs, over kind 1';
const GELDZAKEN = 'Houd rekening met bij inkomen en financiën';
const SYNC = 0;
const AWARENESS = 1;

const WIE = ['Fatima El Amrani', 'Tom Bakker', 'Sanne Kuipers', 'Pieter Aalbers', 'Lotte Wijnen'] as const;

let product: Product;
let casusId: string;
let mensen: Record<(typeof WIE)[number], Persoon>;

beforeAll(async () => {
  product = await startProduct();
  ({ casusId, mensen } = await aanTafel(product, WIE));
});

afterAll(async () => {
  await product.sluit();
});

test('scene 11: weigeren: schrijven waar u alleen leest, over een eigen draad: een nee in het Nederlands, en niemand merkt het', async () => {
  const { 'Pieter Aalbers': pieter, 'Fatima El Amrani': fatima } = mensen;
  const bord = await bordVan(pieter, casusId);
  const veld = bord.velden.find(({ naam }) => naam === 'moeder zegt');
  const voor = await tekstOp(fatima);
  const draad = await rauweDraad(pieter, casusId);
  const kanaal = await kanaalVan(draad, veld?.compartimentId);
  const kanarie = `vervalst${Date.now()}`;
  const { doc, bericht } = wijziging(veld?.id ?? '', kanarie);
  await draad.zeg({ type: 'open', kanaal, tijdperk: null });
  await draad.zeg({ type: 'auteur', kanaal, clientId: doc.clientID });
  await draad.stuur(maakFrame(kanaal, bericht));
  await expect.poll(async () => redenen(await draad.gehoord())).toHaveLength(1);
  expect(redenen(await draad.gehoord())[0]).toMatch(/^U leest deze tekst, maar u schrijft er niet in/);

  // Nobody notices: not the one who writes there, not the page beside it.
  await typEnZie(fatima, pieter);
  expect(await fatima.ontvangen()).not.toContain(kanarie);
  expect(await pieter.ontvangen()).not.toContain(kanarie);
  expect(await tekstOp(fatima)).toBe(voor);
  await wachtOpOpgeslagen(pieter);
});

test('scene 11: weigeren: een verzonnen naam bij een cursor wordt de naam die de server kent', async () => {
  const { 'Sanne Kuipers': sanne, 'Fatima El Amrani': fatima } = mensen;
  const vlak = await samenIn(fatima, GEZONDHEID);
  await vlak.focus();
  const draad = await rauweDraad(sanne, casusId);
  const plek = await plekBijGezondheid(sanne, casusId);
  const kanaal = await kanaalVan(draad, plek.compartimentId);
  await draad.zeg({ type: 'open', kanaal, tijdperk: null });
  const doc = new Doc();
  const stap1 = createEncoder();
  writeVarUint(stap1, SYNC);
  writeSyncStep1(stap1, doc);
  await draad.stuur(maakFrame(kanaal, toUint8Array(stap1)));
  await expect.poll(async () => leesIn(doc, await draad.opKanaal(kanaal))).toBe(true);
  await draad.zeg({ type: 'auteur', kanaal, clientId: doc.clientID });
  const vooraf = encodeStateVector(doc);
  voegAchteraan(doc.getText(plek.veldId), [alinea('Over de eigen draad.')]);
  await draad.stuur(maakFrame(kanaal, syncBericht(encodeStateAsUpdate(doc, vooraf))));
  await expect.poll(() => inhoudVan(vlak)).toContain('Over de eigen draad.');
  await draad.stuur(maakFrame(kanaal, cursorBericht(doc, plek.veldId, 'Burgemeester')));
  await expect
    .poll(async () => (await vlak.locator('.rt-cursor__naam').allTextContents()).join())
    .toMatch(/Sanne Kuipers/);
  expect(await fatima.page.locator('body').textContent()).not.toContain('Burgemeester');
  expect(await fatima.ontvangen()).not.toContain('Burgemeester');

  // Bytes that make no sense end that draad, and nothing else.
  await draad.stuur(Uint8Array.from([255, 255, 255, 255, 255, 255]));
  await expect.poll(() => draad.code()).toBe(4400);
  await typEnZie(fatima, sanne);
});

test('scene 11: weigeren: onzin over de lijn van de pagina: die lijn komt vanzelf terug, en wat u typte komt aan', async () => {
  const { 'Sanne Kuipers': sanne, 'Fatima El Amrani': fatima } = mensen;
  const vanFatima = await samenIn(fatima, GEZONDHEID);
  const vanSanne = await samenIn(sanne, GEZONDHEID);
  const gezegd = await volgOpslag(sanne);
  await smokkel(sanne, Uint8Array.from([7, 200, 1, 0]));
  await typOnderaan(vanSanne, 'Getypt toen de lijn brak.');
  await expect.poll(gezegd).toContain('Geen verbinding');
  // The others go on as if nothing happened.
  await zetOnderaan(vanFatima, 'Intussen bij de anderen.');
  await wachtOpOpgeslagen(fatima);
  await wachtOpOpgeslagen(sanne);
  await expect.poll(() => inhoudVan(vanFatima)).toContain('Getypt toen de lijn brak.');
  await expect.poll(() => inhoudVan(vanSanne)).toContain('Intussen bij de anderen.');
});

test('scene 11: weigeren: wat geweigerd werd, staat klaar om te kopiëren', async () => {
  const { 'Sanne Kuipers': sanne, 'Fatima El Amrani': fatima } = mensen;
  const vanSanne = await samenIn(sanne, GEZONDHEID);
  const draad = await rauweDraad(sanne, casusId);
  const kanaal = await kanaalVan(draad, (await plekBijGezondheid(sanne, casusId)).compartimentId);
  await naarEinde(vanSanne);
  await sanne.page.keyboard.press('Enter');
  await wachtOpOpgeslagen(sanne);
  // A change under an id that isn't hers goes out first, so that hers comes after a refusal.
  await smokkel(sanne, maakFrame(kanaal, wijziging('verzonnen', 'van een ander').bericht));
  const kanarie = `geweigerd${Date.now()} en toch niet weg`;
  await sanne.page.keyboard.insertText(kanarie);
  const paneel = sanne.page.getByRole('region', { name: 'Niet opgeslagen tekst' });
  await paneel.waitFor();
  expect(await paneel.getByRole('textbox').inputValue()).toContain(kanarie);
  await paneel.getByRole('button', { name: /Kopieer/ }).waitFor();
  expect(await fatima.ontvangen()).not.toContain(kanarie);
  // She writes on in the text as it is, and puts the panel away.
  await expect.poll(() => inhoudVan(vanSanne)).not.toContain(kanarie);
  await typEnZie(sanne, fatima);
  await paneel.getByRole('button', { name: /^Verwijder/ }).click();
  await paneel.waitFor({ state: 'detached' });
});

test('scene 11: weigeren: wie doortypt voordat het bericht er is dat de lijn brak, verliest geen letter', async () => {
  const { 'Fatima El Amrani': fatima } = mensen;
  const { sanne, sluit } = await opTrageLijn();
  const [vanFatima, vanSanne] = [await samenIn(fatima, GEZONDHEID), await samenIn(sanne, GEZONDHEID)];
  await naarEinde(vanSanne);
  await sanne.page.keyboard.press('Enter');
  await wachtOpOpgeslagen(sanne);
  const gezegd = await volgOpslag(sanne);
  await smokkel(sanne, Uint8Array.from([7, 200, 1, 0]));
  for (let n = 0; !(await gezegd()).includes('Geen verbinding'); n += 1)
    await sanne.page.keyboard.type(`${n} `);
  await sanne.page.keyboard.type('en daarna');
  const getypt = (await inhoudVan(vanSanne)).split('\n').at(-1);
  expect(getypt).toMatch(/^0 1 2 .* en daarna$/);
  await wachtOpOpgeslagen(sanne);
  await expect.poll(() => inhoudVan(vanFatima)).toContain(getypt);
  expect(await sanne.page.getByRole('region', { name: 'Niet opgeslagen tekst' }).count()).toBe(0);
  await sluit();
});

test('scene 11: weigeren: wie doortypt terwijl een nee onderweg is, verliest geen letter en geen plek', async () => {
  const { 'Fatima El Amrani': fatima } = mensen;
  const { sanne, sluit } = await opTrageLijn();
  const [vanFatima, vanSanne] = [await samenIn(fatima, GEZONDHEID), await samenIn(sanne, GEZONDHEID)];
  const { keyboard } = sanne.page;
  const draad = await rauweDraad(sanne, casusId);
  const kanaal = await kanaalVan(draad, (await plekBijGezondheid(sanne, casusId)).compartimentId);
  await naarEinde(vanSanne);
  await keyboard.press('Enter');
  await keyboard.type('voor[]na');
  for (let n = 0; n < 3; n += 1) await keyboard.press('ArrowLeft');
  await wachtOpOpgeslagen(sanne);
  await smokkel(sanne, maakFrame(kanaal, wijziging('verzonnen', 'van een ander').bericht));
  const paneel = sanne.page.getByRole('region', { name: 'Niet opgeslagen tekst' });
  let getypt = '';
  for (let n = 0; getypt === '' || (await paneel.count()) === 0; n += 1) {
    getypt += `${n} `;
    await keyboard.type(`${n} `);
  }
  await keyboard.type('ja');
  const regel = async () => (await inhoudVan(vanSanne)).split('\n').at(-1) ?? '';
  await expect.poll(regel).toMatch(/ja\]na$/);
  const opzij = /^voor\[(.*)\]na$/.exec((await paneel.getByRole('textbox').inputValue()).trim())?.[1];
  expect(opzij).toMatch(/^0 1 /);
  expect(`voor[${opzij}${(await regel()).replace('voor[', '')}`).toBe(`voor[${getypt}ja]na`);
  await wachtOpOpgeslagen(sanne);
  await expect.poll(() => inhoudVan(vanFatima)).toContain(await regel());
  await sluit();
});

test('scene 5: intrekken: een tekst gaat dicht terwijl iemand erin typt: weg van het scherm en uit het geheugen', async () => {
  const { 'Tom Bakker': tom, 'Fatima El Amrani': fatima } = mensen;
  const bord = await bordVan(fatima, casusId);
  const deelnemer = bord.deelnemers.find(({ naam }) => naam === 'Tom Bakker');
  const kind2 = bord.leden.find(({ rol }) => rol === 'kind 2');
  const vanTom = await samenIn(tom, ONDERWIJS);
  const vanFatima = await samenIn(fatima, ONDERWIJS);
  const kanarie = `kanarie${Date.now()}`;
  await zetOnderaan(vanFatima, `${kanarie} van Fatima`);
  await expect.poll(async () => (await inhoudVan(vanTom)).includes(kanarie)).toBe(true);
  expect((await geheugenVan(tom)).includes(kanarie)).toBe(true);

  // In the midst of somebody else's words, and it never arrives.
  await naarEinde(vanTom);
  const spreekWeer = await verstom(tom);
  await tom.page.keyboard.press('Control+ArrowLeft');
  await tom.page.keyboard.type('mijn eigen woorden ');
  const smaller = await fatima.vraag('PATCH', `/casussen/${casusId}/deelnemers/${deelnemer?.id}`, {
    lidIds: [kind2?.id],
  });
  expect(smaller.status).toBe(200);
  await vanTom.waitFor({ state: 'detached' });
  const paneel = tom.page.getByRole('region', { name: 'Niet opgeslagen tekst' });
  await paneel.waitFor();
  expect((await paneel.getByRole('textbox').inputValue()).trim()).toBe('mijn eigen woorden');
  expect((await tom.page.content()).includes(kanarie)).toBe(false);
  await expect.poll(async () => (await geheugenVan(tom)).includes(kanarie), { timeout: 30_000 }).toBe(false);

  await spreekWeer();
  // What he still reads comes after what he doesn't any more: so that was not sent.
  const later = `later${Date.now()}`;
  await zetOnderaan(vanFatima, later);
  await wachtOpOpgeslagen(fatima);
  await zetOnderaan(await samenIn(fatima, GELDZAKEN), 'En dit leest iedereen.');
  await staatEr(tom, 'En dit leest iedereen.');
  expect(await tom.ontvangen()).not.toContain(later);
});

test('scene 5: intrekken: wie niet meer meedoet, houdt niets van de tekst die open stond', async () => {
  const { 'Pieter Aalbers': pieter, 'Lotte Wijnen': lotte, 'Fatima El Amrani': fatima } = mensen;
  const deelnemer = (await bordVan(fatima, casusId)).deelnemers.find(({ naam }) => naam === 'Pieter Aalbers');
  const [vanPieter, vanLotte] = await Promise.all([
    samenIn(pieter, ACHTER_DE_TEGEL),
    samenIn(lotte, ACHTER_DE_TEGEL),
  ]);
  const kanarie = `kanarie${Date.now()}`;
  await zetOnderaan(vanLotte, `${kanarie} van Lotte`);
  await expect.poll(async () => (await inhoudVan(vanPieter)).includes(kanarie)).toBe(true);
  expect((await geheugenVan(pieter)).includes(kanarie)).toBe(true);
  await naarEinde(vanPieter);
  await verstom(pieter);
  await pieter.page.keyboard.press('Control+ArrowLeft');
  await pieter.page.keyboard.type('ik schrijf nog ');
  const einde = await fatima.vraag('DELETE', `/casussen/${casusId}/deelnemers/${deelnemer?.id}`);
  expect(einde.status).toBe(204);
  await pieter.page.getByText('U doet niet meer mee aan deze casus').waitFor();
  expect(await vanPieter.count()).toBe(0);
  // What he typed himself is still his to copy, and nothing of hers comes with it.
  const over = pieter.page.getByRole('region', { name: 'Niet opgeslagen tekst' }).getByRole('textbox');
  expect((await over.inputValue()).trim()).toBe('ik schrijf nog');
  expect((await pieter.page.content()).includes(kanarie)).toBe(false);
  await expect
    .poll(async () => (await geheugenVan(pieter)).includes(kanarie), { timeout: 30_000 })
    .toBe(false);

  const later = `later${Date.now()}`;
  await zetOnderaan(vanLotte, later);
  await wachtOpOpgeslagen(lotte);
  expect((await pieter.vraag('GET', `/casussen/${casusId}`)).status).toBe(404);
  expect(await pieter.ontvangen()).not.toContain(later);
});

/** Sanne once more, in a browser to which everything takes a quarter of a second, and from which. */
async function opTrageLijn(): Promise<{ sanne: Persoon; sluit: () => Promise<void> }> {
  const lijn = await maakVertraging(product.url);
  const sanne = await product.persoon('Sanne Kuipers', { width: 1366, height: 900 }, { baseURL: lijn.url });
  await openBord(sanne, casusId);
  await wachtOpOpgeslagen(sanne);
  lijn.zet(250);
  const sluit = async () => {
    await sanne.context.close();
    await lijn.sluit();
  };
  return { sanne, sluit };
}

/** What the board says of saving, from now on: it may be gone before anybody looks. */
async function volgOpslag({ page }: Persoon): Promise<() => Promise<string>> {
  await page.locator('rt-bord-bordopslag').evaluate((element) => {
    const gezegd: string[] = [];
    Object.assign(globalThis, { gezegd });
    new MutationObserver(() => gezegd.push(element.textContent)).observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  return () => page.evaluate(() => String(Reflect.get(globalThis, 'gezegd')));
}

/** Types along, or goes on where one already did. */
async function samenIn(persoon: Persoon, tekst: string) {
  const schakelaar = persoon.page.getByRole('switch', { name: `Samen typen: ${tekst}`, exact: true });
  if ((await schakelaar.getAttribute('aria-checked')) === 'true') {
    return persoon.page.getByRole('textbox', { name: tekst, exact: true });
  }
  return await typSamen(persoon, tekst);
}

let beurt = 0;
/** What one types in a shared text still reaches the other. */
async function typEnZie(schrijver: Persoon, lezer: Persoon): Promise<void> {
  beurt += 1;
  const zin = `Gewoon door ${beurt}.`;
  await zetOnderaan(await samenIn(schrijver, GEZONDHEID), zin);
  await staatEr(lezer, zin);
}

/** What moeder says, as it stands there, in its part of the board. */
async function tekstOp({ page }: Persoon): Promise<string | null> {
  await page.getByRole('tab', { name: 'Doelen' }).click();
  const tekst = await page.getByRole('group', { name: 'Moeder zegt', exact: true }).first().textContent();
  await page.getByRole('tab', { name: 'Plan' }).click();
  return tekst;
}

function redenen(gehoord: Awaited<ReturnType<Draad['gehoord']>>): string[] {
  return gehoord.flatMap((bericht) => (bericht.type === 'geweigerd' ? [bericht.reden] : []));
}

/** Reads the server's text into `doc`. @returns whether it is there */
function leesIn(doc: Doc, berichten: readonly Uint8Array[]): boolean {
  for (const bericht of berichten) {
    const lezer = createDecoder(bericht);
    if (readVarUint(lezer) === SYNC) readSyncMessage(lezer, createEncoder(), doc, 'server');
  }
  return doc.store.clients.size > 0;
}

/** Awareness as y-protocols writes it: one client, its clock, and a state with a name that somebody made up. */
function cursorBericht(doc: Doc, veldId: string, naam: string): Uint8Array {
  const plaats = { type: null, tname: veldId, item: null, assoc: 0 };
  const staat = { user: { naam, zetel: 'veiligheid' }, cursor: { anchor: plaats, head: plaats } };
  const inhoud = createEncoder();
  writeVarUint(inhoud, 1);
  writeVarUint(inhoud, doc.clientID);
  writeVarUint(inhoud, 1);
  const tekst = new TextEncoder().encode(JSON.stringify(staat));
  writeVarUint8Array(inhoud, tekst);
  const schrijver = createEncoder();
  writeVarUint(schrijver, AWARENESS);
  writeVarUint8Array(schrijver, toUint8Array(inhoud));
  return toUint8Array(schrijver);
}

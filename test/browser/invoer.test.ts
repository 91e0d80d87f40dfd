import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  bordVan,
  eisToegankelijk,
  openBord,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
} from './opstelling.ts';

const LANG = 'Wie belt de school? '.repeat(25).trim();

let product: Product;
let fatima: Persoon;

beforeAll(async () => {
  product = await startProduct();
  fatima = await product.persoon('Fatima El Amrani');
  await fatima.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

afterAll(async () => {
  await product.sluit();
});

test('ST9: too much that was pasted stands there whole, and the form says how much too long it is', async () => {
  const { page } = fatima;
  await openAfspraak();
  const titel = page.getByLabel('Wat spreekt u af?');
  await plak(titel, LANG);
  expect(await titel.inputValue()).toBe(LANG);
  const teveel = LANG.length - 300;
  const teller = page.locator('.rt-teller');
  expect(await teller.textContent()).toBe(`${teveel} tekens te lang.`);
  // Tied to what it is about, and said to a screen reader when somebody pauses.
  const beschrijving = (await titel.getAttribute('aria-describedby'))?.split(' ') ?? [];
  expect(beschrijving).toContain(await teller.getAttribute('id'));
  await page.getByRole('dialog').getByRole('status').getByText(`${teveel} tekens te lang.`).waitFor();

  await page.getByRole('button', { name: 'Bewaren' }).click();
  const zin = `‘Wat spreekt u af?’ is ${teveel} tekens te lang. Maak het korter: er passen 300 tekens.`;
  await page.getByRole('link', { name: zin }).waitFor();
  expect(await titel.getAttribute('aria-invalid')).toBe('true');
  expect(await titel.inputValue()).toBe(LANG);
  await eisToegankelijk(page, 'een te lange titel');

  await titel.fill('Wie belt de school?');
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('Wie belt de school?').first().waitFor();
});

test('ST9: a day is typed as people do, in any browser, and stands there in full', async () => {
  const engels = await product.browser.newContext({ locale: 'en-US', baseURL: product.url });
  await engels.addCookies(await fatima.context.cookies());
  const page = await engels.newPage();
  const casusId = await rijkeCasus(fatima);
  await page.goto(`/casussen/${casusId}`);
  await page.getByRole('button', { name: 'Nieuwe afspraak' }).first().click();
  await page.getByLabel('Wat spreekt u af?').fill('Een jaar van twee cijfers');
  const datum = page.getByLabel('Uiterlijk klaar op');
  await datum.focus();
  await page.keyboard.type('1-2-27');
  await page.getByText('maandag 1 februari 2027').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const { kaarten } = await bordVan(fatima, casusId);
  expect(kaarten.find(({ titel }) => titel === 'Een jaar van twee cijfers')).toMatchObject({
    uiterlijk: '2027-02-01',
  });
  await engels.close();
});

test('ST9: a year that nobody means is pointed out at its field, and nothing is kept', async () => {
  const { page } = fatima;
  const casusId = await openAfspraak();
  await page.getByLabel('Wat spreekt u af?').fill('Het jaar 27');
  const datum = page.getByLabel('Uiterlijk klaar op');
  await datum.fill('1-1-0027');
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await page
    .getByRole('link', { name: /^‘Uiterlijk klaar op’: schrijf het jaar met vier cijfers, zoals 20\d\d\.$/ })
    .waitFor();
  expect(await datum.getAttribute('aria-invalid')).toBe('true');
  const { kaarten } = await bordVan(fatima, casusId);
  expect(kaarten.some(({ titel }) => titel === 'Het jaar 27')).toBe(false);
});

test('ST9: a date that was filled in halfway is not taken for none', async () => {
  const { page } = fatima;
  const casusId = await openAfspraak();
  await page.getByLabel('Wat spreekt u af?').fill('Een halve datum');
  await page.getByLabel('Uiterlijk klaar op').focus();
  await page.keyboard.type('1-');
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByRole('link', { name: /^‘Uiterlijk klaar op’: kies een dag die bestaat/ }).waitFor();
  const { kaarten } = await bordVan(fatima, casusId);
  expect(kaarten.some(({ titel }) => titel === 'Een halve datum')).toBe(false);
});

test('een dag uit de kalender, met het toetsenbord alleen; Esc sluit alleen de kalender', async () => {
  const { page } = fatima;
  await openAfspraak();
  const datum = page.getByLabel('Uiterlijk klaar op');
  await datum.fill('1-2-2027');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Kalender' }).waitFor();
  await eisToegankelijk(page, 'de kalender');
  await page.keyboard.press('Escape');
  await page.getByRole('group', { name: 'Kalender' }).waitFor({ state: 'detached' });
  expect(await page.getByRole('dialog').count()).toBe(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  for (const toets of ['ArrowDown', 'ArrowRight', 'PageDown', 'Home']) await page.keyboard.press(toets);
  await page.keyboard.press('Enter');
  // 1 February, a week and a day on, a month on, the Monday of that week.
  expect(await datum.inputValue()).toBe('8-3-2027');
  await page.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Weggooien' }).click();
});

test('ST9: the question of a new casus is counted and kept whole as well', async () => {
  const { page } = fatima;
  await page.goto('/casussen/nieuw');
  const vraag = page.getByLabel('Wat vraagt u aan de anderen?');
  await vraag.waitFor();
  await plak(vraag, LANG);
  expect(await vraag.inputValue()).toBe(LANG);
  expect(await page.locator('.rt-teller').textContent()).toBe(`${LANG.length - 300} tekens te lang.`);
  await page.getByRole('button', { name: 'Casus inbrengen' }).click();
  await page.getByRole('link', { name: /^‘Wat vraagt u aan de anderen\?’ is \d+ tekens te lang/ }).waitFor();
});

test('ST9: what somebody typed in another direction turns nothing beside it, wherever it is shown', async () => {
  const casusId = await rijkeCasus(fatima);
  const bord = await bordVan(fatima, casusId);
  const ik = bord.deelnemers.find((deelnemer) => deelnemer.ik)?.id;
  const plan = bord.compartimenten.find(({ categorie, lidId }) => categorie === 'plan' && lidId === null);
  const hulp = bord.compartimenten.find(({ categorie, lidId }) => categorie === 'hulp' && lidId === null);
  const vandaag = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
  const getypt = (n: number) => `שלום ${MERK}${n}`;
  const kaarten = [
    { compartimentId: plan?.id, soort: 'doel', titel: getypt(1) },
    { compartimentId: plan?.id, soort: 'afspraak', titel: getypt(2), uitvoerders: [ik], uiterlijk: vandaag },
    { compartimentId: plan?.id, soort: 'besluit', titel: getypt(3), motivering: getypt(4), datum: vandaag },
    { compartimentId: plan?.id, soort: 'vraag', titel: getypt(5) },
    { compartimentId: hulp?.id, soort: 'kracht', titel: getypt(6), leefgebied: 'wonen' },
    {
      compartimentId: hulp?.id,
      soort: 'hulp',
      soortHulp: 'taal',
      wat: getypt(7),
      organisatie: getypt(8),
      wachtOp: getypt(9),
    },
  ];
  for (const kaart of kaarten) {
    const { status } = await fatima.vraag('POST', `/casussen/${casusId}/kaarten`, kaart);
    expect(status).toBe(201);
  }
  const { page } = fatima;
  await openBord(fatima, casusId);
  await page.getByText(getypt(5)).first().waitFor();
  const gezien = new Set<string>();
  for (const tab of ['Plan', 'Doelen', 'Wie helpt waarmee', 'Besluiten']) {
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('tabpanel', { name: tab }).waitFor();
    for (const tekst of await isolaties(page, MERK)) gezien.add(tekst);
  }
  expect([...gezien].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map(getypt));
  await page.goto('/');
  await page.getByText(getypt(2)).first().waitFor();
  expect(await isolaties(page, `${MERK}2`)).toEqual([getypt(2)]);
});

/** In every text that was typed here, and in nothing else. */
const MERK = '§';

/** What stands together with a typed text in what keeps its direction to itself: nothing else, when all is well. */
function isolaties(page: Page, merk: string): Promise<string[]> {
  return page.evaluate((gezocht) => {
    const teksten = new Set<string>();
    const lopen = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let knoop = lopen.nextNode(); knoop !== null; knoop = lopen.nextNode()) {
      if (!knoop.nodeValue?.includes(gezocht)) continue;
      // Said, not shown: there is no direction in it. A closed window shows nothing either.
      if (knoop.parentElement?.closest('.rt-alleen-voorlezen, dialog:not([open])')) continue;
      let rond = knoop.parentElement;
      while (rond && !/isolate|plaintext/.test(getComputedStyle(rond).unicodeBidi)) rond = rond.parentElement;
      teksten.add(rond?.textContent?.trim() ?? '');
    }
    return [...teksten];
  }, merk);
}

/** The form of a new afspraak, on the rich case. */
async function openAfspraak(): Promise<string> {
  const casusId = await rijkeCasus(fatima);
  await openBord(fatima, casusId);
  await fatima.page.getByRole('button', { name: 'Nieuwe afspraak' }).first().click();
  await fatima.page.getByRole('dialog', { name: 'Nieuwe afspraak' }).waitFor();
  return casusId;
}

async function plak(vak: Locator, tekst: string): Promise<void> {
  await vak.page().evaluate((getypt) => navigator.clipboard.writeText(getypt), tekst);
  await vak.focus();
  await vak.page().keyboard.press('Control+v');
}

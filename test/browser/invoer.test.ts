import type { Locator } from 'playwright-core';
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

test('ST9: a year of two digits is pointed out at its field, and nothing is kept', async () => {
  const { page } = fatima;
  const casusId = await openAfspraak();
  await page.getByLabel('Wat spreekt u af?').fill('Een jaar van twee cijfers');
  const datum = page.getByLabel('Uiterlijk klaar op');
  await datum.focus();
  // Day and month, in whichever order this browser has them.
  await page.keyboard.type('0101');
  await page.keyboard.type('27');
  expect(await datum.inputValue()).toBe('0027-01-01');
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await page
    .getByRole('link', { name: /^‘Uiterlijk klaar op’: schrijf het jaar met vier cijfers, zoals 20\d\d\.$/ })
    .waitFor();
  expect(await datum.getAttribute('aria-invalid')).toBe('true');
  const { kaarten } = await bordVan(fatima, casusId);
  expect(kaarten.some(({ titel }) => titel === 'Een jaar van twee cijfers')).toBe(false);
});

test('ST9: a date that was filled in halfway is not taken for none', async () => {
  const { page } = fatima;
  const casusId = await openAfspraak();
  await page.getByLabel('Wat spreekt u af?').fill('Een halve datum');
  await page.getByLabel('Uiterlijk klaar op').focus();
  await page.keyboard.type('0101');
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByRole('link', { name: /^‘Uiterlijk klaar op’: kies een dag die bestaat/ }).waitFor();
  const { kaarten } = await bordVan(fatima, casusId);
  expect(kaarten.some(({ titel }) => titel === 'Een halve datum')).toBe(false);
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

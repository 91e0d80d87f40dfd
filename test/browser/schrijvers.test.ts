import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aanTafel,
  eisGeenZijwaarts,
  eisToegankelijk,
  type Persoon,
  type Product,
  startProduct,
} from './opstelling.ts';
import { typOnderaan, typSamen, wachtOpOpgeslagen } from './schrijven.ts';

/* Who wrote which words: asked for, a text at a time, by name where one knows them (NK20). */

const TEKST = 'Houd rekening met bij gezondheid, over moeder';
const WIE = ['Fatima El Amrani', 'Tom Bakker', 'Pieter Aalbers'] as const;

let product: Product;
let mensen: Record<(typeof WIE)[number], Persoon>;

beforeAll(async () => {
  product = await startProduct();
  ({ mensen } = await aanTafel(product, WIE));
});

afterAll(async () => {
  await product.sluit();
});

function knop(page: Page): Locator {
  return page.getByRole('button', { name: `Schrijvers van: ${TEKST}`, exact: true });
}

function paneel(page: Page): Locator {
  return page.getByRole('group', { name: 'Wie schreef dit' });
}

function namen(page: Page): Promise<string[]> {
  return paneel(page)
    .getByRole('listitem')
    .filter({ has: page.locator(':scope > .wie-teken') })
    .allTextContents()
    .then((regels) => regels.map((regel) => regel.replace(/\s+/g, ' ').trim()));
}

/** A block as a screen reader says it: without the signs that are only drawn. */
function gezegd(page: Page, woorden: string): Promise<string> {
  return paneel(page)
    .locator('.rt-tekst p')
    .filter({ hasText: woorden })
    .first()
    .evaluate((blok) => {
      const kopie = blok.cloneNode(true) as Element; // a copy of an element is one
      for (const teken of kopie.querySelectorAll('[aria-hidden="true"]')) teken.remove();
      return (kopie.textContent ?? '').replace(/\s+/g, ' ').trim();
    });
}

test('staat uit tot men erom vraagt, met het toetsenbord, en zegt dan in woorden wie wat schreef', async () => {
  const { page } = mensen['Fatima El Amrani'];
  expect(await paneel(page).count()).toBe(0);

  await knop(page).focus();
  await page.keyboard.press('Enter');

  await expect
    .poll(() => namen(page))
    .toEqual(['1 u', '2 Wmo (Ali Yilmaz)', '3 gezondheidszorg (Pieter Aalbers)']);
  expect(await gezegd(page, 'Kom met één persoon')).toBe('Wmo (Ali Yilmaz): Kom met één persoon.');
  expect(await gezegd(page, 'Een half uur is lang genoeg')).toBe('u: Een half uur is lang genoeg.');
  expect(await knop(page).getAttribute('aria-expanded')).toBe('true');
  await eisToegankelijk(page, 'wie wat schreef');
  await eisGeenZijwaarts(mensen['Fatima El Amrani']);

  await page.keyboard.press('Enter');
  await paneel(page).waitFor({ state: 'detached' });
});

test('NK20: wie men niet bij naam kent, is iemand anders, en zijn naam komt de browser niet in', async () => {
  const tom = mensen['Tom Bakker'];

  await knop(tom.page).click();

  await expect
    .poll(() => namen(tom.page))
    .toEqual(['1 participatie (Fatima El Amrani)', '2 Wmo (Ali Yilmaz)', '? iemand anders']);
  expect(await gezegd(tom.page, 'Stel één vraag tegelijk')).toMatch(/^iemand anders: Stel één vraag/);
  expect(await tom.ontvangen()).not.toContain('Pieter');
  await knop(tom.page).click();
});

test('volgt wat anderen erbij typen, terwijl men zelf meetypt', async () => {
  const fatima = mensen['Fatima El Amrani'];
  const tom = mensen['Tom Bakker'];
  const vanFatima = await typSamen(fatima, TEKST);
  await knop(fatima.page).click();
  await paneel(fatima.page).waitFor();

  await typOnderaan(await typSamen(tom, TEKST), 'Na schooltijd kan ook.');
  await wachtOpOpgeslagen(tom);

  await expect
    .poll(() => gezegd(fatima.page, 'Na schooltijd kan ook.'))
    .toBe('jeugd (Tom Bakker): Na schooltijd kan ook.');
  await typOnderaan(vanFatima, 'Goed idee.');
  await expect.poll(() => gezegd(fatima.page, 'Goed idee.')).toBe('u: Goed idee.');
  // Only read there: what one types in stays the editor alone.
  expect(await vanFatima.locator('.wie-teken').count()).toBe(0);
  await eisToegankelijk(fatima.page, 'wie wat schreef onder de editor');
  await knop(fatima.page).click();
});

test('zonder lijn staat er dat het niet op te halen is, met de tekst erbij, en gaat het daarna alsnog', async () => {
  const { page, context } = await product.persoon('Sanne Kuipers');
  await page.goto(mensen['Fatima El Amrani'].page.url());
  await page.getByText(/Alles opgeslagen/).waitFor();
  await page.getByRole('button', { name: 'Klap alles uit', exact: true }).click();
  await knop(page).click();
  await expect.poll(() => namen(page)).toContain('2 Wmo (Ali Yilmaz)');
  await knop(page).click();

  await context.setOffline(true);
  await knop(page).click();
  await page.getByText('Wie dit schreef, is nu niet op te halen.').waitFor();
  await paneel(page).getByText('Een half uur is lang genoeg').waitFor();
  await context.setOffline(false);
  await paneel(page).getByRole('button', { name: 'Probeer opnieuw' }).click();

  await expect.poll(() => namen(page)).toContain('2 Wmo (Ali Yilmaz)');
});

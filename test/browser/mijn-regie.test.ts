import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  eisGeenZijwaarts,
  eisToegankelijk,
  onderschep,
  openBord,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
} from './opstelling.ts';

// Mijn regie on the screen: what asks attention, by casus, and the way to where it is mended.

let product: Product;

beforeEach(async () => {
  product = await startProduct();
});

afterEach(async () => {
  await product.sluit();
});

/** So many casussen more in which somebody is regisseur, each with a question as long as people ask them. */
async function brengMeer(persoon: Persoon, aantal: number): Promise<void> {
  for (let i = 1; i <= aantal; i++) {
    const { status, body } = await persoon.vraag<{ id: string }>('POST', '/casussen', {
      leden: [{ rol: 'moeder' }, { rol: 'kind' }],
      zetel: 'participatie',
      waarvoor: 'samenhang',
      grondslag: 'participatiewet',
      vraag: `Hoe komt er rust en een plek overdag, nu de school wisselt? ${i}`,
    });
    expect(status).toBe(201);
    await persoon.vraag('GET', `/casussen/${body.id}`);
  }
}

/** What has focus, as it reads. */
const waar = async ({ page }: Persoon): Promise<string> =>
  await page.evaluate(() => document.activeElement?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '');

test('NK16: ten casussen stand in one screen, each cell a step away by the arrows, and Enter leads to where it is mended', async () => {
  const fatima = await product.persoon('Fatima El Amrani', { width: 1366, height: 768 });
  const { page } = fatima;
  await openBord(fatima, await rijkeCasus(fatima));
  await brengMeer(fatima, 9);
  await page.getByRole('link', { name: 'Mijn regie' }).click();
  await page.getByRole('heading', { name: 'Mijn regie: tien casussen' }).waitFor();
  const onder = await page
    .getByRole('row')
    .last()
    .evaluate((rij) => rij.getBoundingClientRect().bottom);
  expect(onder).toBeLessThanOrEqual(768);
  await eisGeenZijwaarts(fatima);
  await eisToegankelijk(page, 'mijn regie');

  // The busiest is on top; one stop for Tab in all of the table.
  await page.getByRole('row').nth(1).getByRole('rowheader').getByRole('link').focus();
  expect(await waar(fatima)).toContain('Wie helpt bij de post');
  await page.keyboard.press('ArrowRight');
  expect(await waar(fatima)).toBe('1 afspraak 1 dag');
  await page.keyboard.press('ArrowDown');
  expect(await waar(fatima)).toBe('·niets');
  await page.keyboard.press('End');
  expect(await waar(fatima)).toContain('nog niet');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('table') === null)).toBe(true);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/casussen\/[^/]+\/kaart\//);
  await page.waitForFunction(() => document.activeElement?.closest('[data-plaats^="kaart-"]') !== null);

  // Back is where one was.
  await page.goBack();
  await page.getByRole('heading', { name: 'Mijn regie: tien casussen' }).waitFor();
});

test('says to who directs nothing that they don’t, and fits a phone', async () => {
  const joke = await product.persoon('Joke Visser');
  await joke.page.goto('/regie');
  await joke.page.getByText('U bent nog geen regisseur.').waitFor();
  // From her seat nobody directs: what would always be empty isn't in the menu.
  const menu = joke.page.getByRole('navigation', { name: 'Hoofdmenu' });
  expect(await menu.getByRole('link').allTextContents()).toEqual(['Mijn werk', 'Zoeken']);
  await eisToegankelijk(joke.page, 'mijn regie, empty');

  const fatima = await product.persoon('Fatima El Amrani', { width: 390, height: 844 });
  await openBord(fatima, await rijkeCasus(fatima));
  await fatima.page.goto('/regie');
  await fatima.page.getByText('Doet mee zonder afspraak').waitFor({ state: 'hidden' });
  await fatima.page.getByRole('link', { name: '1 afspraak' }).waitFor();
  await eisGeenZijwaarts(fatima);
  await eisToegankelijk(fatima.page, 'mijn regie on a phone');
});

test('ST1: what can’t be fetched says so, and is fetched again when asked', async () => {
  const fatima = await product.persoon('Fatima El Amrani');
  const { page } = fatima;
  await openBord(fatima, await rijkeCasus(fatima));
  await onderschep(page, '**/api/v1/regie', (weg) => weg.abort());
  await page.getByRole('link', { name: 'Mijn regie' }).click();
  await page.getByText('Uw casussen zijn niet opgehaald').waitFor();
  await page.unroute('**/api/v1/regie');
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await page.getByRole('heading', { name: 'Mijn regie: één casus' }).waitFor();
  await page.getByText('Uw casussen zijn niet opgehaald').waitFor({ state: 'detached' });
});

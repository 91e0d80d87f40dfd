import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  eisGeenZijwaarts,
  eisToegankelijk,
  openBord,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
} from './opstelling.ts';

// Looking for something, over all casussen of who looks.

let product: Product;
let casusId: string;
let fatima: Persoon;
let page: Page;

beforeAll(async () => {
  product = await startProduct();
  fatima = await product.persoon('Fatima El Amrani');
  casusId = await rijkeCasus(fatima);
  page = fatima.page;
  await openBord(fatima, casusId);
});

beforeEach(async () => {
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: /Mijn werk/ }).waitFor();
});

afterAll(async () => {
  await product.sluit();
});

const stand = () => page.getByRole('status');

async function zoek(woorden: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Een naam of een woord' }).fill(woorden);
  await stand()
    .filter({ hasText: /gevonden/i })
    .waitFor();
}

test('met alleen het toetsenbord: zoeken, erheen, en terug naar wat er stond', async () => {
  await page.keyboard.press('/');
  await page.getByRole('heading', { level: 1, name: 'Zoeken' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  await page.keyboard.type('busabonnement');
  const vondst = page.getByRole('link', { name: 'Busabonnement regelen' });
  await vondst.waitFor();
  expect(await stand().first().innerText()).toMatch(/^Gevonden in \d+ casus(sen)?\.$/);
  await page.keyboard.press('Tab');
  for (let n = 0; n < 5 && !(await vondst.first().evaluate((a) => a === document.activeElement)); n += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/casussen\/.+\/kaart\//);
  // What was looked for stands in no address.
  expect(page.url()).not.toMatch(/busab/i);
  await page.goBack();
  await vondst.waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('busabonnement');
});

test('vindt een naam zonder accenten, en wat er staat in een tekst', async () => {
  await page.goto('/zoeken');
  await zoek('el-amrani');
  await page.getByRole('link', { name: 'Fatima El Amrani' }).first().waitFor();
  await zoek('post');
  expect(await page.getByRole('listitem').filter({ hasText: 'Afspraak' }).count()).toBeGreaterThan(0);
});

test('NK36: niets gevonden is één zin, wat er ook dicht is', async () => {
  await page.goto('/zoeken');
  await zoek('xylofoon');
  expect(await stand().first().innerText()).toBe(
    'Niets gevonden in wat u kunt lezen. Probeer een ander woord, of een deel ervan.',
  );
});

test('van het bord gaat het woord mee', async () => {
  await openBord(fatima, casusId);
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('abonnement');
  await page.getByRole('link', { name: 'Zoek in al uw casussen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Zoeken' }).waitFor();
  await page.getByRole('link', { name: 'Busabonnement regelen' }).waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('abonnement');
});

test('NK7: wie zich afmeldt, laat niets achter voor wie zich daarna aanmeldt', async () => {
  const persoon = await product.persoon('Fatima El Amrani');
  await persoon.page.goto('/zoeken');
  await persoon.page.getByRole('searchbox').fill('abonnement');
  await persoon.page.getByRole('link', { name: 'Busabonnement regelen' }).waitFor();
  await persoon.page.getByRole('button', { name: 'Afmelden' }).click();
  await persoon.page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Zoeken' }).waitFor();
  expect(await persoon.page.getByText('Busabonnement').count()).toBe(0);
  await persoon.page.getByRole('button', { name: /Sanne/ }).first().click();
  await persoon.page.getByRole('heading', { level: 1, name: /Mijn werk/ }).waitFor();
  await persoon.page.getByRole('link', { name: 'Zoeken' }).click();
  expect(await persoon.page.getByRole('searchbox').inputValue()).toBe('');
});

describe('hoe het eruitziet', () => {
  test.each([
    [1366, 768],
    [390, 844],
    [683, 384],
    [320, 640],
  ])('toegankelijk en binnen het scherm op %d bij %d', async (width, height) => {
    await page.setViewportSize({ width, height });
    await page.goto('/zoeken');
    await zoek('huis');
    await eisToegankelijk(page, `zoeken op ${width}`);
    await eisGeenZijwaarts(fatima);
    if (process.env.BEELDEN !== undefined)
      await page.screenshot({ path: `${process.env.BEELDEN}/zoeken-${width}.png`, fullPage: true });
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBord, type Persoon, type Product, rijkeCasus, startProduct } from './opstelling.ts';

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(async () => {
  await product.sluit();
});

/** Where everything came from that a page asked for, from now on. */
function gevraagd({ page }: Persoon): string[] {
  const adressen: string[] = [];
  page.on('request', (verzoek) => adressen.push(verzoek.url()));
  return adressen;
}

/** The letters that a page has fetched and can draw with. */
function letters(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts]
      .filter(({ status, family }) => status === 'loaded' && /^"?Noto Sans"?$/.test(family))
      .map(({ style, weight, unicodeRange }) => {
        const soort = unicodeRange.startsWith('U+0-FF') ? 'latin' : 'latin-ext';
        return `${soort} ${weight} ${style}`;
      });
  });
}

/** How wide a word is where the letter of the product draws it, in px. */
function breedteVan(page: Page, tekst: string, stijl: string): Promise<number> {
  return page.evaluate(
    ([wat, hoe]) => {
      const woord = document.createElement('span');
      woord.style.cssText = `position: absolute; white-space: pre; font-size: 100px; ${hoe}`;
      woord.textContent = wat ?? '';
      document.body.append(woord);
      const { width } = woord.getBoundingClientRect();
      woord.remove();
      return width;
    },
    [tekst, stijl],
  );
}

test('het bord staat in Noto Sans, uit het product zelf, en van de letters komt alleen wat er nodig is', async () => {
  const fatima = await product.persoon('Fatima El Amrani');
  const { page } = fatima;
  const adressen = gevraagd(fatima);
  await openBord(fatima, await rijkeCasus(fatima));
  await page.getByText(/Alles opgeslagen/).waitFor();
  expect(await letters(page)).toEqual(expect.arrayContaining(['latin 400 normal', 'latin 700 normal']));
  // As wide as Noto Sans is, on every machine.
  expect(await breedteVan(page, 'huishouden', '')).toBeCloseTo(561, -1);
  expect(await breedteVan(page, 'huishouden', 'font-weight: 700')).toBeCloseTo(591, -1);
  expect(adressen.filter((adres) => new URL(adres).host !== new URL(product.url).host)).toEqual([]);
  expect(adressen.filter((adres) => adres.includes('latin-ext'))).toEqual([]);

  // Names from elsewhere bring their own letters.
  await page.evaluate(() => document.body.append(' Ayşe Paweł İnci'));
  await expect.poll(() => letters(page)).toContain('latin-ext 400 normal');
  expect(adressen.filter((adres) => adres.includes('latin-ext'))).toHaveLength(1);
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  bordStaat,
  eisGeenZijwaarts,
  eisToegankelijk,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
  tabTot,
} from './opstelling.ts';

/* The lines for who is new: where they stand, and that closing one is for good. */

let product: Product;
let casusId: string;

beforeAll(async () => {
  product = await startProduct();
  casusId = await rijkeCasus(await product.persoon('Fatima El Amrani'));
});

afterAll(async () => {
  await product.sluit();
});

const PLEKKEN = ['nu', 'weten', 'wie', 'dicht'];

async function nieuweling(naam: string, scherm = { width: 1366, height: 768 }): Promise<Persoon> {
  const persoon = await product.persoon(naam, scherm, { nieuw: true });
  await naarBord(persoon.page);
  return persoon;
}

async function naarBord(page: Page): Promise<void> {
  await page.goto(`/casussen/${casusId}`);
  await bordStaat({ page });
}

/** In which parts a line stands now. */
function staan(page: Page): Promise<string[]> {
  return page
    .locator('rt-bord-uitleg:has(.bord-uitleg)')
    .evaluateAll((regels) => regels.map((regel) => regel.getAttribute('plek') ?? ''));
}

function gefocust(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? '');
}

test.each(['Fatima El Amrani', 'Joke Visser', 'Pieter Aalbers'])(
  'wie hier voor het eerst is, krijgt een regel uitleg bij elk deel: %s',
  async (naam) => {
    const persoon = await nieuweling(naam);

    expect(await staan(persoon.page)).toEqual(PLEKKEN);
    await eisToegankelijk(persoon.page, `uitleg voor ${naam}`);
  },
);

test.each([
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 683, height: 384 },
  { width: 390, height: 844 },
])('de uitleg staat nergens voor: $width bij $height', async (scherm) => {
  const persoon = await nieuweling('Fatima El Amrani', scherm);

  await eisGeenZijwaarts(persoon);
  // What stands in the flow of its part, between its heading and what follows, covers neither.
  const fouten = await persoon.page.locator('.bord-uitleg').evaluateAll((regels) =>
    regels.flatMap((regel) => {
      const { top, bottom, left, right } = regel.getBoundingClientRect();
      const vak = regel.closest('section');
      const anderen = [...(vak?.querySelectorAll('h2, li, p, summary, button') ?? [])].filter(
        (ander) => !regel.contains(ander) && !ander.contains(regel) && ander.checkVisibility(),
      );
      return anderen
        .map((ander) => ander.getBoundingClientRect())
        .filter(
          (ander) =>
            ander.height > 0 &&
            ander.top < bottom - 1 &&
            ander.bottom > top + 1 &&
            ander.left < right - 1 &&
            ander.right > left + 1,
        )
        .map(() => regel.textContent ?? '');
    }),
  );
  expect(fouten).toEqual([]);
  expect(await staan(persoon.page)).toEqual(PLEKKEN);
});

test('een regel die gesloten is, met het toetsenbord, komt niet terug: ook niet na afmelden, wel bij een ander', async () => {
  const fatima = await nieuweling('Fatima El Amrani');
  const { page } = fatima;

  await page.locator('#bord-wie-kop').focus();
  await tabTot(page, /^Begrepen/);
  await page.keyboard.press('Enter');
  await expect.poll(() => staan(page)).toEqual(['nu', 'weten', 'dicht']);
  expect(await gefocust(page)).toBe('bord-wie-kop');
  await page.reload();
  await bordStaat({ page });
  expect(await staan(page)).toEqual(['nu', 'weten', 'dicht']);

  // Somebody else at this browser, and then the same person again.
  const id = async (naam: string) => {
    const { body } = await fatima.vraag<{ medewerkers: { id: string; naam: string }[] }>(
      'GET',
      '/demo/medewerkers',
    );
    return body.medewerkers.find((een) => een.naam === naam)?.id;
  };
  await page.getByRole('button', { name: 'Afmelden' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await fatima.vraag('POST', '/sessies', { medewerkerId: await id('Tom Bakker') });
  await naarBord(page);
  expect(await staan(page)).toEqual(PLEKKEN);
  await fatima.vraag('DELETE', '/sessies/huidige');
  await fatima.vraag('POST', '/sessies', { medewerkerId: await id('Fatima El Amrani') });
  await naarBord(page);
  expect(await staan(page)).toEqual(['nu', 'weten', 'dicht']);
});

test('wie alle uitleg weg wil, drukt een keer', async () => {
  const { page } = await nieuweling('Fatima El Amrani');

  await page.getByRole('button', { name: 'Alle uitleg weg' }).click();

  await expect.poll(() => staan(page)).toEqual([]);
  expect(await gefocust(page)).toBe('bord-nu-kop');
  await page.reload();
  await bordStaat({ page });
  expect(await staan(page)).toEqual([]);
});

test('een browser die niets bewaart, houdt de uitleg weg zolang de pagina er is', async () => {
  const persoon = await product.persoon('Fatima El Amrani', undefined, { nieuw: true });
  const { page } = persoon;
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('vol', 'QuotaExceededError');
    };
  });
  await naarBord(page);

  await page.getByRole('button', { name: 'Alle uitleg weg' }).click();

  await expect.poll(() => staan(page)).toEqual([]);
});

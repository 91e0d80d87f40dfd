import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  bordVan,
  onderschep,
  openBord,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
} from './opstelling.ts';

// ST16: a board that can't be fetched anew.

let product: Product;
let casusId: string;
let fatima: Persoon;
let sanne: Persoon;

beforeAll(async () => {
  product = await startProduct();
  fatima = await product.persoon('Fatima El Amrani');
  sanne = await product.persoon('Sanne Kuipers');
  casusId = await rijkeCasus(fatima);
  await openBord(sanne, casusId);
});

afterAll(async () => {
  await product.sluit();
});

test('ST16: it keeps what it showed, says how old that is, and comes back by itself', async () => {
  const { page } = sanne;
  await page.getByRole('heading', { level: 1 }).waitFor();
  const laatDoor = await houdTegen(page);

  // A kaart with a text of its own: the board is fetched to know which.
  await maakAfspraak('Nieuw van Fatima');
  await page.getByText(/U ziet wat er om \d{1,2}\.\d\d uur stond/).waitFor();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/Wie helpt bij de post/);

  await laatDoor();
  await page.getByText('Dit bord is nu niet op te halen.').waitFor({ state: 'detached' });
});

test('NK7, ST16: it keeps nothing where less may be seen, and comes back by itself with what may', async () => {
  const { page } = sanne;
  const laatDoor = await houdTegen(page);
  const { deelnemers, leden } = await bordVan(fatima, casusId);
  const zetel = deelnemers.find(({ naam }) => naam === 'Sanne Kuipers')?.id;
  const moeder = leden.find(({ rol }) => rol === 'moeder')?.id;

  const { status } = await fatima.vraag('PATCH', `/casussen/${casusId}/deelnemers/${zetel}`, {
    lidIds: [moeder],
  });
  expect(status).toBe(200);
  await page.getByRole('heading', { level: 1, name: 'De casus is nu niet te laden' }).waitFor();
  expect(await page.locator('main').innerText()).not.toMatch(/kind 1|Wie helpt bij de post/);

  await laatDoor();
  await page
    .getByText(/Wie helpt bij de post/)
    .first()
    .waitFor();
});

/** From now on the board can't be fetched in this page. @returns what ends that */
async function houdTegen(page: Page): Promise<() => Promise<void>> {
  const bord = new RegExp(`/api/v1/casussen/${casusId}$`);
  await onderschep(page, bord, (route) => route.fulfill({ status: 500, body: '' }));
  return () => page.unroute(bord);
}

async function maakAfspraak(titel: string): Promise<void> {
  const { compartimenten } = await bordVan(fatima, casusId);
  const plan = compartimenten.find(({ categorie, lidId }) => categorie === 'plan' && lidId === null)?.id;
  const { status } = await fatima.vraag('POST', `/casussen/${casusId}/kaarten`, {
    compartimentId: plan,
    soort: 'afspraak',
    titel,
  });
  expect(status).toBe(201);
}

import { afterAll, beforeAll, expect, test } from 'vitest';
import { bordVan, eisToegankelijk, type Product, rijkeCasus, startProduct } from './opstelling.ts';

let product: Product;

beforeAll(async () => {
  product = await startProduct({ REGIETAFEL_GEMAAKT_PER_DAG: '20' });
});

afterAll(async () => {
  await product.sluit();
});

test('ST6: wie bijna zo veel maakte als op een dag kan, leest hoeveel er nog bij kan; morgen niet meer', async () => {
  const fatima = await product.persoon('Fatima El Amrani');
  const { page } = fatima;
  const casusId = await rijkeCasus(fatima);
  const { compartimenten } = await bordVan(fatima, casusId);
  const plan = compartimenten.find(({ categorie, lidId }) => categorie === 'plan' && lidId === null)?.id;
  const maak = async () => {
    const afspraak = { compartimentId: plan, soort: 'afspraak', titel: 'Bellen met school' };
    expect((await fatima.vraag('POST', `/casussen/${casusId}/kaarten`, afspraak)).status).toBe(201);
  };
  await page.clock.install();
  await page.goto('/');
  const regel = page.getByRole('listitem').filter({ hasText: 'Twee keer per maand' });
  const zeg = async (tekst: string) => {
    await regel.getByRole('button', { name: /^Hoe staat het ermee/ }).click();
    await regel.getByLabel('Wat is er gebeurd?').fill(tekst);
    await page.keyboard.press('Enter');
    await regel.getByLabel('Wat is er gebeurd?').waitFor({ state: 'detached' });
  };
  const nog = page.getByText(/^U kunt vandaag/);

  for (let n = 0; n < 16; n += 1) await maak();
  await zeg('De eerste keer is geweest.');
  expect(await nog.count()).toBe(0);
  await zeg('De tweede ook.');
  await page.getByText('U kunt vandaag nog 2 dingen maken').waitFor();
  await eisToegankelijk(page, 'wat er vandaag nog bij kan');
  await maak();
  await zeg('En de derde.');
  await page.getByText('U kunt vandaag niets nieuws meer maken').waitFor();

  await page.clock.fastForward(24 * 60 * 60 * 1000);
  await expect.poll(() => nog.count()).toBe(0);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { eisGeenZijwaarts, eisToegankelijk, type Product, startProduct } from './opstelling.ts';
import { DILEMMA, zetOverlegOp } from './overlegtafel.ts';

// A guest comes for one item (OV1): when, is what the chair says.

let product: Product;

beforeEach(async () => {
  product = await startProduct();
});

afterEach(async () => {
  await product.sluit();
});

const SCHERMEN = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
];

test('OV1: the chair says by keyboard when a guest is expected; the guest reads that, and no order of the agenda', async () => {
  const h = await zetOverlegOp(product, { gasten: ['Rachid Benali'] });
  const rachid = await product.persoon('Rachid Benali');
  const { page: gast } = rachid;
  const { page: petra } = h.petra;
  await gast.goto(h.pad);
  await gast.getByText('De voorzitter zegt u nog hoe laat u er moet zijn.').waitFor();
  await petra.goto(h.pad);
  const knop = petra.getByRole('button', { name: /^Zeg de gast hoe laat/ });
  await knop.press('Enter');
  const van = petra.getByLabel('Vanaf hoe laat verwacht u de gast?');
  await van.waitFor();
  await expect.poll(() => van.evaluate((veld) => veld === document.activeElement)).toBe(true);
  // What is proposed is when it is expected, and as long as it gets.
  expect(await van.inputValue()).toBe('09:00');
  expect(await petra.getByLabel('Tot hoe laat?').inputValue()).toBe('09:20');
  await van.selectOption('09:30');
  for (const scherm of SCHERMEN) {
    await petra.setViewportSize(scherm);
    await eisGeenZijwaarts(h.petra);
    await eisToegankelijk(petra, `hoe laat de gast komt op ${scherm.width}`);
  }
  // An end before the beginning is said at its field, and nothing is lost.
  const bewaar = petra.getByRole('button', { name: 'Bewaren' });
  await bewaar.press('Enter');
  await petra.getByText('kies een tijd na het begin').first().waitFor();
  await petra.getByLabel('Tot hoe laat?').selectOption('09:55');
  await bewaar.press('Enter');
  await petra
    .getByRole('button', { name: /^Zeg de gast een andere tijd dan van 9.30 tot 9.55 uur/ })
    .waitFor();
  await gast.getByText('U wordt verwacht van 9.30 tot 9.55 uur.').waitFor();
  for (const scherm of SCHERMEN) {
    await gast.setViewportSize(scherm);
    await eisGeenZijwaarts(rachid);
    await eisToegankelijk(gast, `de gast op ${scherm.width}`);
  }

  // What is put before it moves nothing for the guest; while the overleg is held it says the same.
  const dilemma = (await h.overleg(h.petra)).agendapunten.find(({ soort }) => soort === 'dilemma')?.id;
  expect((await h.petra.vraag('PATCH', `${h.pad}/agendapunten/${dilemma}`, { volgorde: 1 })).status).toBe(
    204,
  );
  await petra.getByRole('button', { name: 'Open het overleg' }).waitFor();
  await petra.keyboard.press('o');
  await gast.getByText('Het overleg is bezig.').waitFor();
  await gast.getByText('U wordt verwacht van 9.30 tot 9.55 uur', { exact: true }).waitFor();
  await gast.getByText('Loopt het uit, dan zegt de voorzitter u een andere tijd.').waitFor();
  expect(await rachid.ontvangen()).not.toContain(DILEMMA.titel);
});

import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aanTafel,
  bordStaat,
  eisToegankelijk,
  klapOpen,
  openBord,
  type Persoon,
  type Product,
  startProduct,
} from './opstelling.ts';
import { inhoudVan, metUitleg, naarEinde, typSamen, wachtOpOpgeslagen, zetOnderaan } from './schrijven.ts';
import { maakVertraging, type Vertraging } from './vertraging.ts';

// Improving a sentence: over a line that is slow and drops, while another writes in the same text.

const TEKST = 'Houd rekening met bij inkomen en financiën';
const WIE = ['Fatima El Amrani', 'Sanne Kuipers', 'Tom Bakker'] as const;

let product: Product;
let lijn: Vertraging;
let mensen: Record<(typeof WIE)[number], Persoon>;
let traag: Persoon;

beforeAll(async () => {
  product = await startProduct();
  const tafel = await aanTafel(product, WIE);
  mensen = tafel.mensen;
  lijn = await maakVertraging(product.url);
  lijn.zet(60);
  traag = await product.persoon('Fatima El Amrani', undefined, { baseURL: lijn.url });
  await openBord(traag, tafel.casusId);
});

afterAll(async () => {
  await lijn?.sluit();
  await product.sluit();
});

test('scene: een zin verbeteren: wat weggaat en erbij komt staat er in woorden bij, een F5 verliest niets, en na een blik komt het bij wat een ander intussen schreef', async () => {
  const { 'Sanne Kuipers': sanne, 'Tom Bakker': tom } = mensen;
  const { page } = traag;
  const vanSanne = await typSamen(sanne, TEKST);
  await zetOnderaan(vanSanne, 'De huur is nog niet betaald, bel de woningcorporatie.');
  await wachtOpOpgeslagen(sanne);
  await page.getByText('nog niet betaald').first().waitFor();

  await page.getByRole('button', { name: metUitleg('Verbeteren', TEKST) }).click();
  const vak = page.getByRole('region', { name: `Uw verbetering van: ${TEKST}` });
  let vlak = page.getByRole('textbox', { name: `Uw verbetering van: ${TEKST}`, exact: true });
  await vlak.waitFor();
  await expect.poll(() => inhoudVan(vlak)).toContain('De huur is nog niet betaald');
  await vak.getByText('U hebt nog niets veranderd.').waitFor();
  expect(await vak.getByRole('button', { name: /^Deel met/ }).count()).toBe(0);
  await kies(vlak, 'nog niet betaald');
  await page.keyboard.type('nu betaald');
  await vak.locator('ins').first().waitFor();
  expect((await vak.locator('del').allTextContents()).join(' ')).toMatch(/weggehaald: .*niet/);
  expect((await vak.locator('ins').allTextContents()).join(' ')).toMatch(/toegevoegd: .*nu/);
  // Nobody else reads any of it, who directs neither.
  await wachtOpOpgeslagen(traag);
  for (const ander of [sanne, tom]) expect(await ander.ontvangen()).not.toContain('nu betaald');

  // The line drops while one types, and the page is loaded again.
  lijn.valWeg();
  await naarEinde(vlak);
  await page.keyboard.type(' Nog voor de lijn terug is.');
  await zetOnderaan(vanSanne, 'Sanne belt dinsdag.');
  await wachtOpOpgeslagen(sanne);
  lijn.herstel();
  await wachtOpOpgeslagen(traag);
  await page.reload();
  await bordStaat(traag);
  await klapOpen(traag);
  await vak.getByRole('button', { name: /^Verder schrijven/ }).click();
  vlak = page.getByRole('textbox', { name: `Uw verbetering van: ${TEKST}`, exact: true });
  await expect.poll(() => inhoudVan(vlak)).toContain('Nog voor de lijn terug is.');
  await vak.locator('.bord-verschil__ander', { hasText: 'een ander schreef' }).first().waitFor();
  await eisToegankelijk(page, 'een verbetering');

  // The look: who will read it, and what comes of it.
  await vak.getByRole('button', { name: /^Deel met/ }).click();
  await vak.getByText('Wie gaan dit lezen?').waitFor();
  expect(await vak.getByRole('listitem').allInnerTexts()).not.toEqual([]);
  expect(await vak.innerText()).toContain('Sanne belt dinsdag.');
  await vak.getByRole('button', { name: 'Ja, deel het' }).click();
  await vak.waitFor({ state: 'detached' });

  for (const ander of [vanSanne]) {
    await expect
      .poll(() => inhoudVan(ander))
      .toContain('De huur is nu betaald, bel de woningcorporatie. Nog voor de lijn terug is.');
    expect(await inhoudVan(ander)).toContain('Sanne belt dinsdag.');
    expect(await inhoudVan(ander)).not.toContain('nog niet betaald');
  }
  await tom.page.getByText('Nog voor de lijn terug is.').first().waitFor();
});

/** Chooses these words in an editor, as with a mouse. */
async function kies(vlak: Locator, woorden: string): Promise<void> {
  await naarEinde(vlak);
  const { keyboard } = vlak.page();
  const regel = (await inhoudVan(vlak)).split('\n').at(-1) ?? '';
  const achter = regel.length - regel.indexOf(woorden) - woorden.length;
  for (let n = 0; n < achter; n += 1) await keyboard.press('ArrowLeft');
  for (let n = 0; n < woorden.length; n += 1) await keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => vlak.evaluate(() => document.getSelection()?.toString())).toBe(woorden);
}

import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aanTafel, type Persoon, type Product, startProduct } from './opstelling.ts';
import { CHROMIUM, GOOGLE_DOCS, WORD, WORD_WIJZIGINGEN } from './plakken/voorbeelden.ts';
import { beginConcept, inhoudVan, metUitleg, wachtOpOpgeslagen } from './schrijven.ts';

// What pasting and copying are to somebody at the board; each shape of HTML is in klembord.test.ts.

const GELDZAKEN = 'Houd rekening met bij inkomen en financiën';

let product: Product;
let fatima: Persoon;
let vlak: Locator;

beforeAll(async () => {
  product = await startProduct();
  ({
    mensen: { 'Fatima El Amrani': fatima },
  } = await aanTafel(product, ['Fatima El Amrani']));
  await fatima.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  vlak = await beginConcept(fatima, GELDZAKEN);
});

beforeEach(async () => {
  await vlak.focus();
  await fatima.page.keyboard.press('Control+a');
  await fatima.page.keyboard.press('Delete');
  await expect.poll(() => vlak.innerText()).toMatch(/^\s*$/);
});

afterAll(async () => {
  await product.sluit();
});

test('plakken uit Word: kopjes, lijsten, vet en cursief blijven, de rest niet', async () => {
  const gevraagd: string[] = [];
  fatima.page.on('request', (vraag) => gevraagd.push(vraag.url()));
  await plak({ 'text/html': WORD, 'text/plain': 'x' });
  await vlak.getByRole('heading', { name: 'Plan' }).waitFor();
  expect(await vlak.getByRole('listitem').allInnerTexts()).toEqual([
    'een',
    'onder',
    'twee',
    'eerste',
    'tweede',
    'opnieuw',
    'zeven',
  ]);
  expect(await vlak.locator('[role="listitem"][aria-level="2"]').allInnerTexts()).toEqual(['onder']);
  expect(await vlak.locator('strong').allInnerTexts()).toEqual(['vet', 'ook vet']);
  expect(await vlak.locator('em').allInnerTexts()).toEqual(['schuin']);
  // Words of a link or a cell stay, as words.
  for (const woord of ['link', 'cel 1', 'cel 2', 'slot']) expect(await vlak.innerText()).toContain(woord);
  expect(
    await vlak.locator('a, table, script, style, [style], img:not(.ProseMirror-separator)').count(),
  ).toBe(0);
  expect(await vlak.innerText()).not.toContain('alert');
  expect(gevraagd.filter((adres) => adres.includes('volgplaatje'))).toEqual([]);
});

test('plakken uit Google Docs, gewone tekst, en te veel', async () => {
  await plak({ 'text/html': GOOGLE_DOCS, 'text/plain': 'x' });
  await vlak.getByText('Vet').waitFor();
  expect(await vlak.locator('strong').allInnerTexts()).toEqual(['Vet']);
  expect(await vlak.locator('em').allInnerTexts()).toEqual([' schuin']);
  expect(await vlak.locator('[data-begin="3"]').allInnerTexts()).toEqual(['drie']);

  await fatima.page.keyboard.press('Control+a');
  await plak({ 'text/plain': 'een\ntwee <b>x</b>' });
  await vlak.getByText('twee <b>x</b>').waitFor();
  expect(await vlak.locator('strong').count()).toBe(0);

  const voor = await inhoudVan(vlak);
  await plak({ 'text/plain': 'x'.repeat(60_001) });
  await fatima.page.getByText('Deze tekst is te lang om in één keer te plakken.').waitFor();
  expect(await inhoudVan(vlak)).toBe(voor);
});

test('wat er doorgehaald was komt er niet in, en dat staat er dan onder', async () => {
  const { page } = fatima;
  await plak({ 'text/html': WORD_WIJZIGINGEN, 'text/plain': 'x' });

  await page
    .getByText('Niet meegeplakt: doorgehaald ‘niet’, ‘het zwembad’ en ‘Deze hele zin vervalt’.')
    .waitFor();
  await page.getByText('een opmerking ‘Klopt dit? Even vragen’, en verborgen tekst').waitFor();
  expect(await inhoudVan(vlak)).toBe('Vader mag wel alleen met de kinderen naar buiten.');

  // Nothing is said of a paste of which nothing is left out, or once one types on.
  await page.keyboard.type(' Ook als het regent.');
  await expect.poll(() => page.getByText('Niet meegeplakt').count()).toBe(0);
  await plak({ 'text/html': '<p>Klaar.</p>', 'text/plain': 'Klaar.' });
  await vlak.getByText('Klaar.').waitFor();
  expect(await page.getByText('Niet meegeplakt').count()).toBe(0);
});

test.each([
  ['lijst', `<ol start="0">${'<li>a</li>'.repeat(990)}</ol>`, 990],
  ['alinea’s met opmaak', '<p><b>a</b><i>b</i></p>'.repeat(499), 499],
  ['alinea vol opmaak', `<p>${'<b>a</b>b'.repeat(990)}</p>`, 1],
])('SY4: wat in één keer geplakt mag worden, neemt de server aan: %s', async (_naam, html, aantal) => {
  const regels = vlak.locator('[data-blok]');
  await plak({ 'text/html': html, 'text/plain': 'x' });
  await expect.poll(() => regels.count()).toBe(aantal);
  const voor = await inhoudVan(vlak);
  await wachtOpOpgeslagen(fatima);

  await fatima.page.reload();
  const verder = metUitleg('Verder schrijven', `concept bij ${GELDZAKEN}`);
  await fatima.page.getByRole('button', { name: verder }).click();

  await expect.poll(() => inhoudVan(vlak)).toBe(voor);
});

test('wat hier gekopieerd is, komt terug zoals het was, en is elders een lijst met nummers', async () => {
  const { page } = fatima;
  await plak({
    'text/html': `<h2>Doel</h2><ol start="3"><li>drie<ul><li>onder</li></ul></li><li>vier</li></ol>${CHROMIUM}`,
    'text/plain': 'x',
  });
  const voor = await inhoudVan(vlak);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'Doel\n3. drie\n  - onder\n4. vier\nLees dit goed',
  );
  await page.keyboard.press('Delete');
  await expect.poll(() => vlak.innerText()).toMatch(/^\s*$/);

  await page.keyboard.press('Control+v');

  await expect.poll(() => inhoudVan(vlak)).toBe(voor);
  expect(await vlak.getByRole('heading', { name: 'Doel' }).count()).toBe(1);
  expect(await vlak.locator('[data-begin="3"]').allInnerTexts()).toEqual(['drie']);
});

/** Pastes as a browser does with what another program put on the clipboard. */
async function plak(soorten: Readonly<Record<string, string>>): Promise<void> {
  await vlak.evaluate((element, inhoud) => {
    const klembord = new DataTransfer();
    for (const [soort, waarde] of Object.entries(inhoud)) klembord.setData(soort, waarde);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: klembord, bubbles: true, cancelable: true }),
    );
  }, soorten);
}

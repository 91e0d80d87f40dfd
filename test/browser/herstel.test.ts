import type { Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bordStaat, onderschep, type Persoon, type Product, rijkeCasus, startProduct } from './opstelling.ts';
import { neemVraagAan } from './uur/adviseur.ts';

// ST16: a page that is loaded just as the server falls comes in part. It comes whole by itself, without F5, and says so
// as long as it isn't.

let product: Product;
let fatima: Persoon;
let casusId: string;

beforeAll(async () => {
  product = await startProduct();
  fatima = await product.persoon('Fatima El Amrani');
  casusId = await rijkeCasus(fatima);
});

afterAll(async () => {
  await product.sluit();
});

test.each([
  ['het begin', /\/assets\/index-[^/]+\.js$/, 'Regietafel is nog niet helemaal geladen.'],
  ['de stijl van de pagina', /\/assets\/index-[^/]+\.css$/, 'Regietafel is nog niet helemaal geladen.'],
  ['een stuk van het begin', /\/assets\/raam-[^/]+\.js$/, 'Regietafel is nog niet helemaal geladen.'],
  ['wie er is', /\/api\/v1\/sessies\/huidige$/, 'Wij proberen het vanzelf opnieuw.'],
  ['het scherm', /\/assets\/bord-[^/]+\.js$/, 'Wij proberen het vanzelf opnieuw.'],
  ['de stijl van het scherm', /\/assets\/bord-[^/]+\.css$/, 'Wij proberen het vanzelf opnieuw.'],
  ['het bord zelf', /\/api\/v1\/casussen\/[^/]+$/, null],
  ['de stijl van de teksten', /\/assets\/weergave-[^/]+\.css$/, 'De teksten zijn niet geladen'],
  ['de teksten', /\/assets\/teksthelft-[^/]+\.js$/, 'De teksten zijn niet geladen'],
] as const)('ST16: %s komt niet aan: de pagina staat er vanzelf weer', async (_wat, waar, zin) => {
  const page = await fatima.context.newPage();
  // Until it was said: what comes whole sooner says nothing.
  let isWeg = true;
  let keren = 0;
  await page.route(waar, (weg) => {
    keren += 1;
    return isWeg ? weg.abort('connectionrefused') : weg.continue();
  });
  await page.goto(`/casussen/${casusId}`, { waitUntil: 'commit' });
  if (zin !== null) await page.getByText(zin).first().waitFor();
  await expect.poll(() => keren, { timeout: 40_000 }).toBeGreaterThan(1);
  isWeg = false;
  // Without its style the page lives already, and is loaded anew in a moment.
  await page.locator('.rt-nog-niet').waitFor({ state: 'hidden', timeout: 30_000 });
  await bordStaat({ page });
  await page.getByText(/Alles opgeslagen/).waitFor({ timeout: 30_000 });
  const stijlen = page.locator('link[rel=stylesheet]');
  await expect
    .poll(() =>
      stijlen.evaluateAll((links) => links.every((link) => (link as HTMLLinkElement).sheet !== null)),
    ) // their tag's class
    .toBe(true);
  await page.close();
});

test('ST16: het begin blijft uit zonder dat iemand het zegt: de pagina staat er vanzelf', async () => {
  const page = await fatima.context.newPage();
  let keren = 0;
  await page.route(/\/assets\/index-[^/]+\.js$/, async (weg) => {
    keren += 1;
    // The first is never answered.
    if (keren > 1) await weg.continue();
  });
  await page.goto(`/casussen/${casusId}`, { waitUntil: 'commit' });
  await page.getByText('Regietafel is nog niet helemaal geladen.').waitFor();
  await expect.poll(() => keren, { timeout: 60_000 }).toBeGreaterThan(1);
  await bordStaat({ page });
  await page.close();
});

test('ST16: een scherm dat niet komt, laadt niet opnieuw onder wie elders typt, en komt wel voor wie er weer heen gaat', async () => {
  const page = await fatima.context.newPage();
  let isWeg = true;
  await page.route(/\/assets\/werkvoorraad-[^/]+\.js$/, (weg) =>
    isWeg ? weg.abort('connectionrefused') : weg.continue(),
  );
  let isServerWeg = true;
  await page.route(/:\d+\/$/, (weg) => (isServerWeg ? weg.abort('connectionrefused') : weg.continue()));
  await page.goto(`/casussen/${casusId}`);
  await bordStaat({ page });
  await page.evaluate(() => Object.assign(window, { isDezelfde: true }));
  const isDezelfde = () => page.evaluate(() => 'isDezelfde' in window);
  const naarMijnWerk = page.getByRole('link', { name: 'Mijn werk' }).first();
  await naarMijnWerk.click();
  await page.getByRole('heading', { name: 'Dit scherm is niet geladen' }).waitFor();
  await page.waitForRequest(/:\d+\/$/);
  await page.goBack();
  await bordStaat({ page });
  const antwoord = page.waitForResponse(/:\d+\/$/);
  isServerWeg = false;
  await antwoord;
  await page.getByRole('button', { name: 'Nieuwe afspraak', exact: true }).first().click();
  await page.getByRole('dialog').getByLabel('Wat spreekt u af?').fill('Zaterdag bellen');
  expect(await isDezelfde()).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Weggooien', exact: true }).click();
  isWeg = false;
  await naarMijnWerk.click();
  await page.getByRole('heading', { level: 1, name: 'Mijn werk' }).waitFor({ timeout: 40_000 });
  expect(await isDezelfde()).toBe(false);
  await page.close();
});

test('ST16: mijn werk dat er niet kwam, komt vanzelf', async () => {
  const page = await fatima.context.newPage();
  let keren = 0;
  await page.route('**/api/v1/werkvoorraad**', (weg) => {
    keren += 1;
    return keren <= 1 ? weg.fulfill({ status: 503, body: '' }) : weg.continue();
  });
  await page.goto('/');
  await page.locator(`a[href="/casussen/${casusId}"]`).first().waitFor();
  expect(keren).toBeGreaterThan(1);
  await page.close();
});

test('ST16: als wie men kan kijken, en wie men kan uitnodigen, komt vanzelf', async () => {
  const { page } = await product.onbekende();
  let keren = 0;
  const eersteNiet = async (weg: Route) => {
    keren += 1;
    await (keren === 1 ? weg.abort('connectionreset') : weg.continue());
  };
  await page.route('**/demo/medewerkers', eersteNiet);
  await page.goto('/aanmelden');
  await page.getByText('U kunt nu niet aanmelden').waitFor();
  await page.getByRole('button', { name: /Fatima El Amrani/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Mijn werk' }).waitFor();
  await page.goto(`/casussen/${casusId}`);
  await bordStaat({ page });
  keren = 0;
  await onderschep(page, '**/kandidaten**', eersteNiet);
  const knop = page.getByRole('button', { name: 'Iemand uitnodigen', includeHidden: true }).first();
  await knop.focus();
  await page.keyboard.press('Enter');
  const venster = page.getByRole('dialog');
  await venster.getByText('Niet geladen').waitFor();
  await venster.getByLabel('Wie?').waitFor();
  await page.close();
});

test('ST16: een adviesvraag die er niet kwam, komt vanzelf, ook als de lijn er wel is', async () => {
  const hanneke = await product.persoon('Hanneke Groenewoud');
  const adviesvraagId = await neemVraagAan(await product.persoon('Tom Bakker'), hanneke, casusId);
  const { page } = hanneke;
  let keren = 0;
  // Asked for as the screen comes and as its line does; after that nobody asks but the screen itself.
  await page.route(`**/adviesvragen/${adviesvraagId}`, (weg) => {
    keren += 1;
    return keren <= 3 ? weg.abort('connectionreset') : weg.continue();
  });
  await page.goto(`/advies/${adviesvraagId}`);
  await page.getByText('De vraag is niet opgehaald').waitFor();
  await page.getByLabel('Wat ik lees').waitFor();
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bord } from '../../shared/contract/casussen.ts';
import { openBord, type Persoon, type Product, rijkeCasus, startProduct } from './opstelling.ts';

/** What comes after the board: its windows, and the forms in an afspraak. */
const UITNODIGEN = '**/assets/uitnodigen-*.js';
const IN_EEN_AFSPRAAK = '**/assets/voortgang-*.js';

let product: Product;
let casusId: string;
let fatima: Persoon;

beforeAll(async () => {
  product = await startProduct();
  fatima = await product.persoon('Fatima El Amrani');
  casusId = await rijkeCasus(fatima);
});

afterAll(async () => {
  await product.sluit();
});

test('a window that can’t be fetched says so, keeps focus and what was typed, and opens when asked again', async () => {
  // Arrange: the window isn't there, and an afspraak is half filled in.
  const { page } = fatima;
  await page.route(UITNODIGEN, (vraag) => vraag.abort());
  await openBord(fatima, casusId);
  const datum = await halveDatum(page);

  // Act
  await page.getByRole('button', { name: 'Iemand uitnodigen' }).click();

  // Assert
  await page.getByText('Dit venster is nu niet op te halen').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Iemand uitnodigen');
  expect(await datum.inputValue()).toBe('vrijdag over een we');

  await page.unroute(UITNODIGEN);
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
  const venster = page.getByRole('dialog', { name: 'Iemand uitnodigen' });
  await venster.waitFor();
  expect(await venster.evaluate((een) => een.contains(document.activeElement))).toBe(true);
  expect(await page.getByText('Dit venster is nu niet op te halen').count()).toBe(0);
});

test('a window that is long in coming opens once, however often it was pressed, and not after going elsewhere', async () => {
  const { page } = await product.persoon('Fatima El Amrani');
  let laatDoor: () => void = () => {};
  const mag = new Promise<void>((klaar) => {
    laatDoor = klaar;
  });
  await page.route(UITNODIGEN, async (vraag) => {
    await mag;
    await vraag.continue();
  });
  await page.goto(`/casussen/${casusId}`);
  const knop = page.getByRole('button', { name: 'Iemand uitnodigen' });
  await knop.click();
  await page.getByText('Een ogenblik, dit venster wordt opgehaald').waitFor();
  await page.getByRole('tab', { name: 'Besluiten' }).click();
  await page.getByText('Een ogenblik, dit venster wordt opgehaald').waitFor({ state: 'detached' });
  await knop.click();
  await knop.click();
  laatDoor();
  await page.getByRole('dialog').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('a form in an afspraak that can’t be fetched says so at that afspraak, and comes when asked again', async () => {
  const { page } = await product.persoon('Fatima El Amrani');
  await page.route(IN_EEN_AFSPRAAK, (vraag) => vraag.abort());
  await page.goto(`/casussen/${casusId}`);
  const knop = page.getByRole('button', { name: /^Hoe staat het ermee\?/ }).first();
  await knop.click();
  await page.getByRole('alert').getByText('Dit is nu niet op te halen').waitFor();
  expect(await page.getByRole('group', { name: /^Hoe staat het ermee\?/ }).count()).toBe(0);

  await page.unroute(IN_EEN_AFSPRAAK);
  await knop.click();
  const vorm = page.getByRole('group', { name: /^Hoe staat het ermee\?/ });
  await vorm.getByLabel('Wat is er gebeurd?').waitFor();
  await expect.poll(() => vorm.evaluate((een) => een.contains(document.activeElement))).toBe(true);
  expect(await page.getByText('Dit is nu niet op te halen').count()).toBe(0);
});

test('when the board is at rest its windows are there: they open without a line', async () => {
  const { page, context } = await product.persoon('Fatima El Amrani');
  await page.goto(`/casussen/${casusId}`);
  const isOpgehaald = (naam: string) =>
    page.evaluate(
      (deel) => performance.getEntriesByType('resource').some(({ name }) => name.includes(`/${deel}-`)),
      naam,
    );
  for (const naam of ['zoeken', 'kaartformulier', 'uitnodigen', 'voortgang', 'andere-datum'])
    await expect.poll(() => isOpgehaald(naam)).toBe(true);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  for (const [knop, kop] of [
    ['Zoeken', 'Zoeken op dit bord'],
    ['Nieuwe afspraak', 'Nieuwe afspraak'],
    ['Iemand uitnodigen', 'Iemand uitnodigen'],
  ] as const) {
    await page.getByRole('button', { name: knop, exact: true }).click();
    const venster = page.getByRole('dialog', { name: kop });
    await venster.waitFor();
    await page.keyboard.press('Escape');
    await venster.waitFor({ state: 'detached' });
  }
});

test('ST16: the line to the table whose code can’t be fetched counts as gone; when it is there, what others did comes', async () => {
  const lezer = await product.persoon('Fatima El Amrani');
  const { page } = lezer;
  const geenLijn = page.getByText('Geen verbinding.');
  await page.route('**/assets/live-*.js', (vraag) => vraag.abort());
  await openBord(lezer, casusId);
  await geenLijn.waitFor();

  await page.unroute('**/assets/live-*.js');
  await geenLijn.waitFor({ state: 'detached' });
  const { body: bord } = await fatima.vraag<Bord>('GET', `/casussen/${casusId}`);
  const plan = bord.compartimenten.find(({ categorie, lidId }) => categorie === 'plan' && lidId === null);
  const { status } = await fatima.vraag('POST', `/casussen/${casusId}/kaarten`, {
    compartimentId: plan?.id,
    soort: 'afspraak',
    titel: 'De school bellen over de gymles',
  });
  expect(status).toBe(201);
  await page.getByText('De school bellen over de gymles').first().waitFor();
});

/** Begins to fill in another date for an afspraak, where it stands. */
async function halveDatum(page: Page) {
  const afspraak = page.locator('rt-bord-afspraak').first();
  await afspraak.locator('summary').first().click();
  await afspraak.getByRole('button', { name: /^Andere datum/ }).click();
  const datum = afspraak.getByRole('group', { name: /^Andere datum/ }).getByRole('textbox');
  await datum.fill('vrijdag over een we');
  return datum;
}

test('another part of the plan that can’t be fetched says so, leaves the rest, and comes when asked again', async () => {
  const { page } = await product.persoon('Fatima El Amrani');
  await page.route('**/assets/onderdelen-*.js', (vraag) => vraag.abort());
  await page.goto(`/casussen/${casusId}`);
  await page.getByRole('tab', { name: 'Besluiten' }).click();
  const paneel = page.getByRole('tabpanel', { name: 'Besluiten' });
  await paneel.getByText('Dit deel van het plan is nu niet op te halen').waitFor();
  await page.getByRole('heading', { level: 2, name: 'Nu', exact: true }).waitFor();

  await page.unroute('**/assets/onderdelen-*.js');
  await paneel.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await paneel.getByRole('heading', { name: 'Besluiten' }).waitFor();
  expect(await paneel.getByText('is nu niet op te halen').count()).toBe(0);
});

test('NK21: a concept whose code can’t be fetched isn’t missing without a word', async () => {
  const { page } = await product.persoon('Fatima El Amrani');
  await page.route('**/assets/schrijfdelen-*.js', (vraag) => vraag.abort());
  await page.goto(`/casussen/${casusId}`);
  await page.getByRole('button', { name: 'Klap alles uit', exact: true }).click();
  await page.getByText('Dit deel van de tekst is nu niet op te halen').first().waitFor();
  expect(await page.getByText('Uw concept · alleen u ziet dit').count()).toBe(0);
});

test('what is typed after / before searching is there, stands in its field, and does nothing else', async () => {
  const { page } = await product.persoon('Fatima El Amrani');
  let laatDoor: () => void = () => {};
  const mag = new Promise<void>((klaar) => {
    laatDoor = klaar;
  });
  await page.route('**/assets/zoeken-*.js', async (vraag) => {
    await mag;
    await vraag.continue();
  });
  await page.goto(`/casussen/${casusId}`);
  await page.getByRole('heading', { name: 'Nu', exact: true }).waitFor();

  // With p one prints, with n one adds.
  await page.keyboard.type('/plan na');
  expect(new URL(page.url()).pathname).toBe(`/casussen/${casusId}`);
  laatDoor();

  const veld = page.getByRole('searchbox');
  await veld.waitFor();
  expect(await veld.inputValue()).toBe('plan na');
  await page.keyboard.type(' 11');
  expect(await veld.inputValue()).toBe('plan na 11');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Plan met .*11 uur/ })
    .waitFor();
  await page.context().close();
});

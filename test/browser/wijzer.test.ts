import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Tafelblad } from '../../shared/contract/tafelbladen.ts';
import { eisGeenZijwaarts, eisToegankelijk, type Product, startProduct } from './opstelling.ts';
import { zetOverlegOp } from './overlegtafel.ts';
import { maakVertraging, type Vertraging } from './vertraging.ts';

// "Hier zijn we" (OV6), on the screens of who sits at a table, over a quick line and a slow one.

let product: Product;
let lijn: Vertraging;

beforeEach(async () => {
  product = await startProduct();
  lijn = await maakVertraging(product.url);
});

afterEach(async () => {
  await lijn.sluit();
  await product.sluit();
});

/** ms one way, and within how many somebody else sees it: twice a line each way, and what a busy machine takes. */
const LIJNEN = [
  { ms: 3, binnen: 1_000 },
  { ms: 120, binnen: 1_500 },
];

const SCHERMEN = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 683, height: 384 },
  { width: 390, height: 844 },
];

const AFSPRAAK = 'Samen de post openen';
const GELEGD = 'De huur is twee maanden niet betaald';

const blad = (page: Page) => page.getByRole('region', { name: 'Tafelblad' });
const regel = (page: Page) => page.locator('.rt-wijsregel');
const knop = (page: Page, wat: string) => blad(page).getByRole('button', { name: `Wijs aan: ${wat}` });
const gewezen = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('[data-gewezen]')].map((een) => een.textContent ?? ''));
/** Where all that lies there stands, and how far the page is scrolled. */
const plekken = (page: Page) =>
  page.evaluate(() => [
    window.scrollY,
    ...[...document.querySelectorAll('[data-wijsplek]')].map((een) => een.getBoundingClientRect().top),
  ]);

test.each(LIJNEN)(
  'OV6: who sits there points by key, button or mouse; the others see where, and nothing moves ($ms ms)',
  async ({ ms, binnen }) => {
    const h = await zetOverlegOp(product, { url: lijn.url });
    const { page: petra } = h.petra;
    const { page: fatima } = h.fatima;
    for (const page of [petra, fatima]) await page.setViewportSize({ width: 1366, height: 768 });
    await petra.goto(h.pad);
    await petra.getByRole('button', { name: 'Open het overleg' }).waitFor();
    await petra.keyboard.press('o');
    await petra.getByRole('button', { name: /^Begin met casus/ }).waitFor();
    await fatima.goto(h.pad);
    await fatima.getByText('Het overleg is bezig.').waitFor();
    await petra.keyboard.press('v');
    const punt = `${h.pad}/agendapunten/${(await h.overleg(h.petra)).agendapunten.find(({ soort }) => soort === 'casus')?.id}`;
    // Who didn't follow yet when it opened is let in.
    const { body } = await h.petra.vraag<Tafelblad>('GET', `${punt}/tafelblad`);
    const bij = (body.kandidaten ?? []).map(({ deelnemerId }) => deelnemerId);
    expect((await h.petra.vraag('POST', `${punt}/tafel`, { bij })).status).toBe(204);
    for (const wat of [{ tekst: GELEGD }, { afspraak: { titel: AFSPRAAK } }])
      expect((await h.petra.vraag('POST', `${punt}/tafelblad`, wat)).status).toBe(201);
    // It may have taken her to the board; she looks at the table.
    await fatima.goto(h.pad);
    await knop(fatima, AFSPRAAK).waitFor();
    await knop(petra, AFSPRAAK).waitFor();
    await blad(fatima).getByRole('textbox', { name: 'Zo zien wij het samen' }).waitFor();
    lijn.zet(ms);

    const eerst = await plekken(fatima);
    const gehoord = await fatima.evaluate(() => document.querySelector('[aria-live]')?.textContent);
    await knop(petra, AFSPRAAK).focus();
    const van = performance.now();
    await petra.keyboard.press('p');
    await regel(fatima).getByText(`Petra van Loon wijst aan: ${AFSPRAAK}`).waitFor();
    expect(performance.now() - van).toBeLessThan(binnen);
    expect(await gewezen(fatima)).toEqual([expect.stringContaining(AFSPRAAK)]);
    // A place is marked; nothing moves, nobody is taken there, and a screen reader says nothing by itself.
    expect(await plekken(fatima)).toEqual(eerst);
    expect(await fatima.evaluate(() => document.querySelector('[aria-live]')?.textContent)).toBe(gehoord);
    await knop(fatima, `${AFSPRAAK}. Petra van Loon wijst dit nu aan`).waitFor();
    await regel(petra).getByText('U wijst aan:').waitFor();
    for (const scherm of SCHERMEN) {
      for (const page of [petra, fatima]) await page.setViewportSize(scherm);
      for (const wie of [h.petra, h.fatima]) await eisGeenZijwaarts(wie);
      await eisToegankelijk(fatima, `een wijzer op ${scherm.width}`);
      await eisToegankelijk(petra, `zelf wijzen op ${scherm.width}`);
    }
    for (const page of [petra, fatima]) await page.setViewportSize({ width: 1366, height: 768 });

    // There by choice, with focus.
    await regel(fatima).getByRole('button', { name: 'Ga erheen' }).press('Enter');
    expect(await knop(fatima, AFSPRAAK).evaluate((een) => een === document.activeElement)).toBe(true);
    // Hers takes its place, by the mouse on it.
    await blad(fatima).getByText(GELEGD).hover();
    await fatima.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await fatima.keyboard.press('p');
    await regel(petra).getByText(`Fatima El Amrani wijst aan: ${GELEGD}`).waitFor();
    expect(await gewezen(petra)).toEqual([expect.stringContaining(GELEGD)]);
    // Who is on the way there when it goes, stays at the line.
    await regel(petra).getByRole('button', { name: 'Ga erheen' }).focus();
    await knop(fatima, GELEGD).click();
    await regel(petra).getByText('Niemand wijst iets aan.').waitFor();
    expect(await regel(petra).evaluate((een) => een === document.activeElement)).toBe(true);

    // A letter that one types is a letter.
    const schrijf = blad(petra).getByRole('textbox', { name: 'Zo zien wij het samen' });
    await schrijf.click();
    await petra.keyboard.type('post');
    await blad(fatima).getByRole('textbox').getByText('post').waitFor();
    expect(await gewezen(fatima)).toEqual([]);
    await knop(petra, 'Zo zien wij het samen').press('Enter');
    await regel(fatima).getByText('Petra van Loon wijst aan: Zo zien wij het samen').waitFor();

    // With the line gone one doesn't point any more, here nor there.
    lijn.valWeg();
    await petra.getByText('Geen verbinding.', { exact: true }).waitFor();
    expect(await gewezen(petra)).toEqual([]);
    expect(await knop(petra, AFSPRAAK).isDisabled()).toBe(true);
    lijn.herstel();
    await expect.poll(() => knop(petra, AFSPRAAK).isEnabled(), { timeout: 15_000 }).toBe(true);
    await expect.poll(() => knop(fatima, AFSPRAAK).isEnabled(), { timeout: 15_000 }).toBe(true);
    expect(await gewezen(fatima)).toEqual([]);
    await knop(petra, AFSPRAAK).press('Enter');
    await regel(fatima).getByText(`Petra van Loon wijst aan: ${AFSPRAAK}`).waitFor();
    // Gone from the table: nobody points at it, and she goes: nobody points.
    await knop(petra, GELEGD).press('Enter');
    await regel(fatima).getByText(`Petra van Loon wijst aan: ${GELEGD}`).waitFor();
    await petra.goto('/');
    await regel(fatima).getByText('Niemand wijst iets aan.').waitFor();
  },
);

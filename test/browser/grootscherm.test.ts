import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eisToegankelijk, type Product, startProduct } from './opstelling.ts';
import { sluitPunt, VRAAG, zetOverlegOp } from './overlegtafel.ts';

// The big screen in the room (OV4): a device, which nobody signs in at.

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(async () => {
  await product.sluit();
});

/** Capitals of Arial-like letters are some 0.72 em high; a 65-inch screen of 1080 lines has 1.33 px a mm. */
const KAPITAAL = 0.72;
const PX_PER_MM = 1.33;
/** Readable from six metres: one four-hundredth of that for what is read, one in 320 for small words. */
const LEESBAAR_MM = { gewoon: 25, klein: 18 };

/** How high capitals are on a 65-inch screen, of each element that holds words itself. */
const letters = (page: Page) =>
  page.locator('.groot').evaluate((groot) =>
    [...groot.querySelectorAll('*')]
      .filter((deel) =>
        [...deel.childNodes].some((knoop) => knoop.nodeType === 3 && knoop.textContent?.trim()),
      )
      .filter((deel) => deel.getClientRects().length > 0 && deel.closest('.rt-alleen-voorlezen') === null)
      .map((deel) => ({
        klein: deel.closest('footer, small, thead') !== null,
        px: Number.parseFloat(getComputedStyle(deel).fontSize),
        tekst: deel.textContent?.trim() ?? '',
      })),
  );

/** For who looks at it: only where `BEELDEN` names a folder. */
async function beeld(page: Page, naam: string): Promise<void> {
  if (process.env.BEELDEN !== undefined)
    await page.screenshot({ path: `${process.env.BEELDEN}/${naam}.png`, fullPage: false });
}

/** Nothing of it falls off the wall, or over the foot of it. */
async function eisPast(page: Page): Promise<void> {
  const maten = await page.locator('.groot').evaluate((groot) => {
    const voet = groot.querySelector('footer')?.getBoundingClientRect();
    const vel = groot.querySelector('.groot__vel')?.getBoundingClientRect();
    const leest = groot.querySelector('.groot__leest');
    return {
      onder: (vel?.bottom ?? 0) <= (voet?.top ?? 0),
      voet: Math.round(voet?.bottom ?? 0) <= window.innerHeight,
      opzij: document.documentElement.scrollWidth <= window.innerWidth,
      publiek: (leest?.getBoundingClientRect().height ?? 0) <= (voet?.height ?? 0),
    };
  });
  expect(maten).toEqual({ onder: true, voet: true, opzij: true, publiek: true });
}

test('OV4: a screen in the room gets the code that the chair reads out, shows the tafelblad in letters for six metres, and goes dark with the item', async () => {
  const h = await zetOverlegOp(product);
  const { page: petra } = h.petra;
  const wand = await product.onbekende({ width: 1920, height: 1080 });
  const scherm = wand.page;
  await scherm.goto('/scherm');
  const veld = scherm.getByLabel('Code van de voorzitter');
  await veld.waitFor();
  await eisToegankelijk(scherm, 'groot scherm, code');
  await beeld(scherm, 'code');
  await veld.fill('123 456 7890');
  await scherm.keyboard.press('Enter');
  await scherm.getByText('Deze code klopt niet').waitFor();

  await petra.setViewportSize({ width: 1366, height: 768 });
  await petra.goto(h.pad);
  await petra.getByRole('button', { name: 'Open het overleg' }).waitFor();
  await petra.keyboard.press('o');
  await petra.getByRole('button', { name: 'Koppel een scherm' }).press('Enter');
  const code = await petra.locator('.rt-schermen__code').innerText();
  expect(code).toMatch(/^\d{3} \d{3} \d{4}$/);
  await eisToegankelijk(petra, 'groot scherm bij de voorzitter');
  await beeld(petra, 'voorzitter-code');
  await veld.fill(code);
  await scherm.keyboard.press('Enter');
  await scherm.getByRole('heading', { name: 'De voorzitter begint zo.' }).waitFor();
  await petra.getByText('gekoppeld', { exact: true }).waitFor();
  expect(await petra.locator('.rt-schermen__code').count()).toBe(0);

  await petra.getByRole('button', { name: /^Begin met casus/ }).waitFor();
  await petra.locator('h1').first().click();
  await petra.keyboard.press('v');
  await petra.getByRole('region', { name: 'Tafelblad' }).waitFor();
  const { agendapunten } = await h.overleg(h.petra);
  const tafelblad = `${h.pad}/agendapunten/${agendapunten[0]?.id}/tafelblad`;
  for (const titel of [
    'Energiebedrijf bellen over uitstel',
    'Rooster voor de reis nalopen',
    'Ontheffing voorbereiden',
  ])
    await h.petra.vraag('POST', tafelblad, {
      afspraak: { titel, uiterlijk: '2027-01-07', wet: 'participatiewet' },
    });
  await petra.getByRole('button', { name: 'Laat het tafelblad zien' }).waitFor();
  await petra.keyboard.press(']');

  await scherm.getByRole('heading', { level: 1, name: VRAAG }).waitFor();
  await scherm.getByText('Ontheffing voorbereiden').waitFor();
  await eisToegankelijk(scherm, 'groot scherm');
  await eisPast(scherm);
  for (const { px, klein, tekst } of await letters(scherm)) {
    const mm = (px * KAPITAAL) / PX_PER_MM;
    expect(mm, tekst).toBeGreaterThanOrEqual(klein ? LEESBAAR_MM.klein : LEESBAAR_MM.gewoon);
  }
  // What was typed keeps its direction to itself (ST9).
  const getypt = await scherm.locator('.groot bdi').allInnerTexts();
  expect(getypt).toEqual(expect.arrayContaining([VRAAG, 'Rooster voor de reis nalopen']));
  // No names on the wall, no label, nothing to press, and nothing moves.
  const tekst = await scherm.locator('body').innerText();
  expect(tekst).not.toMatch(/Petra|Fatima|\d\d-[0-9A-Z]{4}/);
  expect(await scherm.locator('.groot :is(button, a, input)').count()).toBe(0);
  expect(await scherm.evaluate(() => document.getAnimations().length)).toBe(0);

  // What the table types comes live.
  const schrijf = petra.getByRole('textbox', { name: 'Zo zien wij het samen' });
  await schrijf.click();
  await petra.keyboard.type('De vaste lasten komen eerst.');
  await scherm.getByText('De vaste lasten komen eerst.').waitFor();
  await eisPast(scherm);
  await beeld(scherm, 'tafelblad');
  await beeld(petra, 'voorzitter');

  // Dark within the second, by one key.
  await petra.locator('h1').first().click();
  const van = Date.now();
  await petra.keyboard.press('[');
  await scherm.getByText('De vaste lasten komen eerst.').waitFor({ state: 'detached' });
  expect(Date.now() - van).toBeLessThan(1_000);
  await petra.keyboard.press(']');
  await scherm.getByText('De vaste lasten komen eerst.').waitFor();
  // It comes back by itself, and stays coupled.
  await scherm.reload();
  await scherm.getByText('De vaste lasten komen eerst.').waitFor();
  await sluitPunt(petra);
  await scherm.getByRole('heading', { name: 'De voorzitter begint zo.' }).waitFor();
  expect(await scherm.content()).not.toContain('vaste lasten');

  await petra.getByRole('button', { name: /^Koppel los.*scherm 1/ }).press('Enter');
  await scherm.getByText('Dit scherm is losgekoppeld.').waitFor();
  await scherm.getByLabel('Code van de voorzitter').waitFor();
});

test('OV4: long texts go over pages that the chair turns, and no letter falls off', async () => {
  const h = await zetOverlegOp(product, { naam: 'Tafel met lange teksten' });
  const { page: petra } = h.petra;
  await petra.goto(h.pad);
  await petra.getByRole('button', { name: 'Open het overleg' }).waitFor();
  await petra.keyboard.press('o');
  await petra.getByRole('button', { name: /^Begin met casus/ }).waitFor();
  await petra.keyboard.press('v');
  await petra.getByRole('region', { name: 'Tafelblad' }).waitFor();
  const { agendapunten } = await h.overleg(h.petra);
  const tafelblad = `${h.pad}/agendapunten/${agendapunten[0]?.id}/tafelblad`;
  const lang = 'Wmo-MAATWERKVOORZIENING, week 44: wie brengt de kinderen om kwart voor negen naar school? ';
  for (const tekst of [lang.repeat(40).slice(0, 3_900), 'W'.repeat(300), 'Kort.'])
    expect((await h.petra.vraag('POST', tafelblad, { tekst })).status).toBe(201);
  for (let n = 0; n < 9; n += 1)
    await h.petra.vraag('POST', tafelblad, {
      afspraak: {
        titel: `${n}: ${lang.slice(0, 60 + n * 9)}`,
        uiterlijk: '2027-01-07',
        ...(n % 2 === 0 ? { wet: 'wgs' } : {}),
      },
    });
  const gekoppeld = await h.petra.vraag<{ code: string }>('POST', `${h.pad}/schermen`);
  const { page: scherm } = await product.onbekende({ width: 1920, height: 1080 });
  await scherm.goto('/scherm');
  await scherm.getByLabel('Code van de voorzitter').fill(gekoppeld.body.code);
  await scherm.keyboard.press('Enter');
  await petra.getByRole('button', { name: 'Laat het tafelblad zien' }).waitFor();
  await petra.keyboard.press(']');
  const voet = scherm.locator('.groot__deel');
  await voet.waitFor();
  const bladen = Number(/van (\d+)/.exec(await voet.innerText())?.[1]);
  expect(bladen).toBeGreaterThan(3);
  for (let blad = 1; blad <= bladen; blad += 1) {
    await scherm.getByText(`tafelblad, ${blad} van ${bladen}`).waitFor();
    await eisPast(scherm);
    await beeld(scherm, `lang-${blad}`);
    // The same picture, whatever the screen.
    await scherm.setViewportSize({ width: 1366, height: 768 });
    await eisPast(scherm);
    await scherm.setViewportSize({ width: 1920, height: 1080 });
    if (blad < bladen) {
      await petra.getByText(`blad ${blad} van ${bladen}`).waitFor();
      await petra.keyboard.press(']');
    }
  }
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bordStaat, eisGeenZijwaarts, type Product, startMetRijkeCasus } from './opstelling.ts';
import { zetOverlegOp } from './overlegtafel.ts';

// What an eye sees at once, and a rule can hold: on each screen of each of six people, at each size.

const MATEN = [
  [1920, 1080],
  [1366, 768],
  [683, 384],
  [390, 844],
] as const;

const SCHERMEN = [
  '/',
  '/regie',
  '/overleggen',
  '/overleggen/{overleg}',
  '/overleggen/{overleg}/inlezen',
  '/zoeken',
  '/casussen/nieuw',
  '/casussen/{casus}/afdrukken',
  '/casussen/00000000-0000-4000-8000-000000000000',
  '/advies/00000000-0000-4000-8000-000000000000',
  '/bestaat-niet',
];

let product: Product;
let casusId: string;

beforeAll(async () => {
  ({ product, casusId } = await startMetRijkeCasus());
});

afterAll(async () => {
  await product.sluit();
});

test.each([
  'Fatima El Amrani',
  'Sanne Kuipers',
  'Pieter Aalbers',
  'Joke Visser',
  'Marloes de Wit',
  'Petra van Loon',
])('%s: elk scherm heet op dezelfde plek, en past op elke maat', async (naam) => {
  const wie = await product.persoon(naam);
  const { page } = wie;
  const { body } = await wie.vraag<{ overleggen: { id: string }[] }>('GET', '/overleggen');
  for (const scherm of SCHERMEN) {
    const pad = scherm.replace('{casus}', casusId).replace('{overleg}', body.overleggen[0]?.id ?? '');
    await page.goto(pad);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.locator('.rt-laden').count()).toBe(0);
    const hoog = new Set<number>();
    for (const [width, height] of MATEN) {
      await page.setViewportSize({ width, height });
      await eisGeenZijwaarts(wie);
      expect(await zichtbaarMis(page), `${pad}, ${width} × ${height}`).toEqual([]);
      const plek = await page.evaluate(waarStaatDeNaam);
      // A letter begins within a pixel of its box.
      expect(Math.abs(plek.links - plek.merk), `${pad}, ${width} × ${height}`).toBeLessThan(2);
      hoog.add(Math.round(plek.boven));
    }
    expect([...hoog], pad).toHaveLength(1);
  }
  await wie.context.close();
});

test('mijn werk: wat wacht, is op een breed scherm twee regels hoog', async () => {
  const { page, context } = await product.persoon('Fatima El Amrani', { width: 1920, height: 1080 });
  await page.goto('/');
  await page.locator('.rt-werk__regel').first().waitFor();
  const hoog = await page
    .locator('.rt-werk__regel')
    .evaluateAll((regels) => regels.map((regel) => regel.getBoundingClientRect().height));
  expect(hoog.length).toBeGreaterThan(3);
  expect(Math.max(...hoog)).toBeLessThan(50);
  await context.close();
});

test('vensters bij 200 %: de knoppen in beeld, en voor wat u invult twee derde van de hoogte', async () => {
  const wie = await product.persoon('Fatima El Amrani', { width: 683, height: 384 });
  const { page } = wie;
  await page.goto(`/casussen/${casusId}`);
  await bordStaat(wie);
  for (const knop of [
    'Nieuwe afspraak',
    'Iemand uitnodigen',
    'Iemand laten meelezen',
    'Regie overdragen',
    'Laat iemand waarnemen',
  ]) {
    await page.getByRole('button', { name: knop }).first().click();
    const venster = page.getByRole('dialog');
    await venster.locator('.rt-opdracht__onderkant').waitFor();
    const maat = await venster.evaluate((vak) => {
      const onder = vak.querySelector('.rt-opdracht__onderkant')?.getBoundingClientRect();
      const kop = vak.querySelector('.rt-dialoog__kop')?.getBoundingClientRect();
      return { van: kop?.bottom ?? 0, tot: onder?.top ?? 0, einde: onder?.bottom ?? 0, hoog: innerHeight };
    });
    expect(maat.einde, knop).toBeLessThanOrEqual(maat.hoog);
    expect((maat.tot - maat.van) / maat.hoog, knop).toBeGreaterThan(2 / 3);
    await page.keyboard.press('Escape');
    await venster.waitFor({ state: 'detached' });
  }
  await wie.context.close();
});

test('de regel van een overleg: één regel hoog op een bord bij 200 %, met alles erin', async () => {
  const h = await zetOverlegOp(product);
  await h.fatima.page.setViewportSize({ width: 683, height: 384 });
  await h.fatima.page.goto(h.pad);
  await h.petra.page.goto(h.pad);
  await h.petra.page.getByRole('button', { name: 'Open het overleg' }).waitFor();
  await h.petra.page.keyboard.press('o');
  await h.petra.page.getByRole('button', { name: /^Begin met casus/ }).waitFor();
  await h.petra.page.keyboard.press('v');
  await bordStaat(h.fatima);
  const balk = h.fatima.page.getByRole('region', { name: 'U bent in een overleg' });
  await balk.getByText('nog 2 minuten').waitFor();
  const maat = await balk.evaluate((vak) => ({
    hoog: vak.getBoundingClientRect().height / innerHeight,
    erbuiten: [...vak.querySelectorAll('*')].flatMap((deel) => {
      const om = vak.getBoundingClientRect();
      const { left, right, top, bottom, width } = deel.getBoundingClientRect();
      const past = left >= om.left && right <= om.right && top >= om.top && bottom <= om.bottom;
      return width <= 1 || past ? [] : [deel.outerHTML.slice(0, 80)];
    }),
  }));
  expect(maat.hoog).toBeLessThan(0.125);
  expect(maat.erbuiten).toEqual([]);
  await h.petra.context.close();
  await h.fatima.context.close();
});

test('een overleg op een telefoon: elke knop en wat openklapt is een vinger hoog', async () => {
  const h = await zetOverlegOp(product, { naam: 'Tafel op een telefoon' });
  const { page } = h.petra;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(h.pad);
  await page
    .getByRole('button', { name: /^Geef terug/ })
    .first()
    .waitFor();
  const hoog = await page
    .locator('main :is(.utrecht-button, .rt-vouw > summary):visible')
    .evaluateAll((dingen) => dingen.map((ding) => ding.getBoundingClientRect().height));
  expect(hoog.length).toBeGreaterThan(5);
  expect(Math.min(...hoog)).toBeGreaterThanOrEqual(44);
  await h.petra.context.close();
  await h.fatima.context.close();
});

/** Letters that are too small, words that are cut off, and buttons whose words don't stand in the middle. */
function zichtbaarMis(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const mis: string[] = [];
    for (const deel of document.querySelectorAll<HTMLElement>('body *')) {
      if (!deel.checkVisibility({ visibilityProperty: true }) || deel.closest('.rt-alleen-voorlezen'))
        continue;
      const woorden = [...deel.childNodes].filter(
        (knoop) => knoop.nodeType === 3 && knoop.textContent?.trim(),
      );
      if (woorden.length === 0) continue;
      const stijl = getComputedStyle(deel);
      const hier = `${deel.localName}.${deel.className}: ${deel.textContent?.trim().slice(0, 40)}`;
      if (Number.parseFloat(stijl.fontSize) < 14) mis.push(`te klein, ${hier}`);
      const isWeg = stijl.overflowX === 'hidden' || stijl.overflowX === 'clip';
      if (isWeg && deel.clientWidth > 1 && deel.scrollWidth > deel.clientWidth + 1)
        mis.push(`afgesneden, ${hier}`);
      if (!deel.matches('.utrecht-button')) continue;
      const vak = deel.getBoundingClientRect();
      const delen = [...deel.childNodes]
        .filter((knoop) => !(knoop instanceof Element && knoop.matches('.rt-alleen-voorlezen')))
        .flatMap((knoop) => {
          const bereik = document.createRange();
          bereik.selectNode(knoop);
          return [...bereik.getClientRects()].filter(({ width }) => width > 1);
        });
      const links = Math.min(...delen.map(({ left }) => left)) - vak.left;
      const rechts = vak.right - Math.max(...delen.map(({ right }) => right));
      if (Math.abs(links - rechts) > 2) mis.push(`niet in het midden (${links}, ${rechts}), ${hier}`);
    }
    return mis;
  });
}

/** Evaluated in the page. */
function waarStaatDeNaam(): { links: number; boven: number; merk: number } {
  const kop = document.querySelector('h1');
  const merk = document.querySelector('.rt-kop__product')?.getBoundingClientRect();
  const bereik = document.createRange();
  if (kop !== null) bereik.selectNodeContents(kop);
  const { left, top } = bereik.getBoundingClientRect();
  return { links: left, boven: top, merk: merk?.left ?? 0 };
}

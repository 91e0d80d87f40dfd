import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bordStaat, type Persoon, type Product, startMetRijkeCasus } from './opstelling.ts';
import { zetOverlegOp } from './overlegtafel.ts';

// By Tab past all there is, as two people: one always sees where one is, in the order in which it is read; what opens
// begins at its first field, goes on Esc, and leaves one where one was.

let product: Product;
let casusId: string;

beforeAll(async () => {
  ({ product, casusId } = await startMetRijkeCasus());
});

afterAll(async () => {
  await product.sluit();
});

const OP_HET_BORD = ['Direct naar', 'kop', 'Nu', 'Afspraken', 'Wat wij weten', 'Wie', 'Niet open voor u'];

describe.each(['Fatima El Amrani', 'Joke Visser'])('%s, met Tab', (naam) => {
  let wie: Persoon;
  beforeAll(async () => {
    wie = await product.persoon(naam);
  });
  afterAll(async () => {
    await wie.context.close();
  });

  test('het bord, van boven naar beneden en van links naar rechts', async () => {
    const { page } = wie;
    await page.goto(`/casussen/${casusId}`);
    await bordStaat(wie);
    const plekken = await langsAlles(page);
    const delen = plekken.flatMap(({ deel }) =>
      OP_HET_BORD.includes(deel) ? [OP_HET_BORD.indexOf(deel)] : [],
    );
    expect(new Set(delen).size, JSON.stringify(plekken)).toBeGreaterThanOrEqual(6);
    expect(delen).toEqual(delen.toSorted((een, ander) => een - ander));
  });

  test.each(['/', '/regie', '/zoeken', '/overleggen', 'afdrukken'])('%s', async (pad) => {
    const { page } = wie;
    await page.goto(pad === 'afdrukken' ? `/casussen/${casusId}/afdrukken` : pad);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('.rt-laden').waitFor({ state: 'detached' });
    expect((await langsAlles(page)).length).toBeGreaterThan(4);
  });

  test('wat een venster opent: begint bij zijn eerste veld, Esc sluit het, en men is waar men was', async () => {
    const { page } = wie;
    await page.goto(`/casussen/${casusId}`);
    await bordStaat(wie);
    const knoppen = await page
      .locator(
        '.bord-kop .bord-pen, .bord-vlak__kop button, .bord-weten__knoppen button, .bord-deelnemers button',
      )
      .all();
    expect(knoppen.length).toBeGreaterThan(4);
    for (const knop of knoppen) {
      const heet = (await knop.innerText()).trim();
      if (/^Klap alles (uit|in)$/.test(heet)) continue;
      await knop.focus();
      await page.keyboard.press('Enter');
      const venster = page.getByRole('dialog');
      await venster.waitFor();
      const isErin = () => venster.evaluate((vak) => vak.contains(document.activeElement));
      await expect.poll(isErin, { message: heet }).toBe(true);
      const plekken = await langsAlles(page, venster.getByRole('heading').first());
      expect(plekken.length, heet).toBeGreaterThan(0);
      await page.keyboard.press('Escape');
      await venster.waitFor({ state: 'detached' });
      await expect
        .poll(() => knop.evaluate((een) => een === document.activeElement), { message: heet })
        .toBe(true);
    }
  });
});

test('een overleg dat open is, met Tab: wie leidt en wie aan tafel zit, bij elke stap', async () => {
  const h = await zetOverlegOp(product);
  const { page: petra } = h.petra;
  const { page: fatima } = h.fatima;
  await petra.goto('/');
  await petra.locator('.rt-laden').waitFor({ state: 'detached' });
  await langsAlles(petra);
  await fatima.goto(h.pad);
  await petra.goto(h.pad);
  await petra.getByRole('button', { name: 'Open het overleg' }).waitFor();
  await langsAlles(petra);
  await petra.keyboard.press('o');
  await petra.getByRole('button', { name: /^Begin met casus/ }).waitFor();
  await petra.keyboard.press('v');

  // Her own board, with the line on top that leads to the table.
  await bordStaat(h.fatima);
  const balk = fatima.getByRole('region', { name: 'U bent in een overleg' });
  const heen = balk.getByRole('link', { name: 'Naar het overleg' });
  await heen.waitFor();
  expect((await langsAlles(fatima)).some(({ naam }) => naam === 'Naar het overleg')).toBe(true);
  await heen.focus();
  await fatima.keyboard.press('Enter');

  for (const stap of ['terugblik', 'vraag', 'beeld', 'wegen', 'afspreken', 'teruglezen']) {
    await petra.locator('[aria-current="step"]', { hasText: stap }).waitFor();
    for (const page of [petra, fatima]) {
      const tafelblad = page.getByRole('region', { name: 'Tafelblad' });
      await tafelblad.getByRole('textbox', { name: 'Zo zien wij het samen' }).waitFor();
      const stops = await langsAlles(page);
      const namen = stops.map(({ naam }) => naam);
      expect(namen.join('\n'), `${stap}, ${page === petra ? 'wie leidt' : 'aan tafel'}`).toContain(
        'Zo zien wij het samen',
      );
    }
    if (stap !== 'teruglezen') await petra.getByRole('button', { name: /^Volgende: / }).press('Enter');
  }

  // What unfolds on it: Esc, or its own button, and one is where one was.
  const leg = fatima.getByRole('button', { name: 'Leg iets op tafel …' });
  await leg.press('Enter');
  await fatima.getByLabel('Wat legt u op tafel?').waitFor();
  await langsAlles(fatima);
  await petra.getByText('Wijzig wie aan tafel zit').press('Enter');
  await langsAlles(petra);
});

/** Where Tab stops. */
interface Stop {
  readonly naam: string;
  /** The part of a board in which it stands. */
  readonly deel: string;
  /** What is wrong with it; empty: nothing. */
  readonly mis: string;
}

/** Presses Tab from the top, or from here, until it comes back; each stop is seen, has a ring and a name. */
async function langsAlles(page: Page, vanaf = page.locator('.rt-sla-over')): Promise<Stop[]> {
  await vanaf.focus();
  const stops: Stop[] = [];
  const gezien = new Set<string>();
  for (let keer = 0; keer < 250; keer += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(waarBenIk);
    if (stop === null || gezien.has(stop.id)) break;
    gezien.add(stop.id);
    stops.push(stop);
  }
  expect(stops.filter(({ mis }) => mis !== '')).toEqual([]);
  return stops;
}

/** Evaluated in the page, so it leans on nothing outside itself. */
function waarBenIk(): (Stop & { readonly id: string }) | null {
  const nu = document.activeElement;
  if (!(nu instanceof HTMLElement) || nu === document.body) return null;
  if (nu.dataset.stop === undefined) {
    // Never the same twice, also when what had one is drawn anew.
    nu.dataset.stop = document.body.dataset.stops ?? '0';
    document.body.dataset.stops = String(Number(nu.dataset.stop) + 1);
  }
  const vak = nu.getBoundingClientRect();
  const x = vak.left + Math.min(vak.width / 2, innerWidth - 1);
  const boven = document.elementFromPoint(x, vak.top + vak.height / 2);
  const om = [nu, nu.parentElement, nu.closest('label'), nu.closest('.rt-editor__om')].filter(
    (een) => een !== null,
  );
  const heeftRing = om.some((een) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(een);
    return outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 3;
  });
  const labels =
    nu instanceof HTMLInputElement || nu instanceof HTMLSelectElement || nu instanceof HTMLTextAreaElement
      ? [...(nu.labels ?? [])]
      : [];
  const naam = [nu.ariaLabel, nu.textContent, ...labels.map((label) => label.textContent)]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  const mis = [
    heeftRing ? '' : 'geen ring',
    naam === '' ? 'geen naam' : '',
    vak.bottom <= 0 || vak.top >= innerHeight || vak.width === 0 ? 'buiten beeld' : '',
    boven !== null && (nu.contains(boven) || boven.contains(nu)) ? '' : 'bedekt',
    nu.tabIndex > 0 ? 'eigen volgorde' : '',
    nu.localName === 'summary' && getComputedStyle(nu).listStyleType !== 'none'
      ? 'het driehoekje van de browser'
      : '',
  ].filter((een) => een !== '');
  const kop = nu.closest('section')?.querySelector('h2')?.textContent.trim() ?? '';
  const deel = nu.closest('.bord-overslaan')
    ? 'Direct naar'
    : nu.closest('.bord-kop')
      ? 'kop'
      : kop.startsWith('Wie ')
        ? 'Wie'
        : kop;
  return {
    id: nu.dataset.stop,
    naam: naam.slice(0, 80),
    deel,
    mis: mis.length === 0 ? '' : `${mis.join(', ')}: ${naam.slice(0, 80)} <${nu.localName} ${nu.className}>`,
  };
}

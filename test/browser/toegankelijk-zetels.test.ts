import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  bordStaat,
  eisGeenZijwaarts,
  eisToegankelijk,
  klapOpen,
  type Product,
  startMetRijkeCasus,
} from './opstelling.ts';

// What a seat sees is another board: each of five, at each size, folded and with all of it open; and the screens beside
// it where they differ. Windows and forms stand in the tests of what they do.

const MATEN = [
  [1920, 1080],
  [1366, 768],
  [683, 384],
  [390, 844],
] as const;

let product: Product;
let casusId: string;

beforeAll(async () => {
  ({ product, casusId } = await startMetRijkeCasus());
});

afterAll(async () => {
  await product.sluit();
});

test.each(['Fatima El Amrani', 'Sanne Kuipers', 'Pieter Aalbers', 'Joke Visser', 'Marloes de Wit'])(
  'WCAG 2.2 AA: het bord van %s, op elke maat, ook met alles open',
  async (naam) => {
    const wie = await product.persoon(naam);
    const { page } = wie;
    await page.goto(`/casussen/${casusId}`);
    await bordStaat(wie);
    await eisToegankelijk(page, `${naam}, zoals het opent`);
    await klapOpen(wie);
    for (const [width, height] of MATEN) {
      await page.setViewportSize({ width, height });
      // One column has lists of its own: what is folded there is opened as well.
      await page.evaluate(() => {
        for (const deel of document.querySelectorAll('main details')) deel.setAttribute('open', '');
      });
      await eisToegankelijk(page, `${naam}, alles open, ${width} × ${height}`);
      await eisGeenZijwaarts(wie);
    }
    // The parts behind the other tabs, on the smallest.
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await expect.poll(() => tab.getAttribute('aria-selected')).toBe('true');
      await page.getByText('Een ogenblik').waitFor({ state: 'detached' });
      await eisToegankelijk(page, `${naam}, ${await tab.innerText()}`);
      await eisGeenZijwaarts(wie);
    }
    await wie.context.close();
  },
);

test.each([
  ['Fatima El Amrani', ['/', '/regie', '/zoeken', '/overleggen', '/casussen/{casus}/afdrukken']],
  ['Petra van Loon', ['/', '/overleggen']],
  ['Hanneke Groenewoud', ['/']],
] as const)(
  'WCAG 2.2 AA: wat %s naast een bord heeft, op een telefoon en bij 200 %%',
  async (naam, paden) => {
    const wie = await product.persoon(naam);
    for (const pad of paden) {
      await wie.page.goto(pad.replace('{casus}', casusId));
      await wie.page.getByRole('heading', { level: 1 }).waitFor();
      await wie.page.locator('.rt-laden').waitFor({ state: 'detached' });
      for (const [width, height] of MATEN.slice(2)) {
        await wie.page.setViewportSize({ width, height });
        await eisToegankelijk(wie.page, `${naam}, ${pad}, ${width} × ${height}`);
        await eisGeenZijwaarts(wie);
      }
    }
    await wie.context.close();
  },
);

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import {
  bordVan,
  eisGeenZijwaarts,
  eisToegankelijk,
  type Persoon,
  type Product,
  startProduct,
} from './opstelling.ts';
import { type Overlegopstelling, VRAAG, zetOverlegOp } from './overlegtafel.ts';

// Before an item: one page to read, of one's own casus alone (OV1), as its board would give it (NK16).

let product: Product;
let h: Overlegopstelling;
let joke: Persoon;

beforeAll(async () => {
  product = await startProduct();
  h = await zetOverlegOp(product);
  joke = await product.persoon('Joke Visser');
});

afterAll(async () => {
  await product.sluit();
});

/** Their page, when all of it is there. */
async function leesIn({ page }: Persoon): Promise<void> {
  await page.goto(`${h.pad}/inlezen`);
  await page.getByRole('heading', { name: 'Open afspraken van anderen' }).waitFor();
}

async function afspraken(wie: Persoon): Promise<Kaart[]> {
  return (await bordVan(wie, h.casusId)).kaarten.filter(({ soort }) => soort === 'afspraak');
}

describe('inlezen', () => {
  test('is one click from the overleg and from mijn werk, and says what one is asked', async () => {
    const { page } = h.fatima;
    await page.goto('/');
    await page
      .getByRole('link', { name: /^Lees in voor/ })
      .first()
      .waitFor();
    // Petra leads it, and has no casus on it.
    await h.petra.page.goto('/');
    await h.petra.page.getByRole('link', { name: /uur$/ }).first().waitFor();
    expect(await h.petra.page.getByRole('link', { name: /^Lees in/ }).count()).toBe(0);
    await page.goto(h.pad);
    await page.getByRole('link', { name: /^Lees in voor casus/ }).click();
    await page.getByText(`De vraag aan het overleg: ${VRAAG}`).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/\/inlezen\/[-0-9a-f]{36}$/);
    await page.getByText('U bent rond').waitFor();
    await page.getByRole('heading', { name: 'Open afspraken van anderen' }).waitFor();
    expect(await page.title()).toContain('Inlezen');
    for (const width of [1920, 1366, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await eisToegankelijk(page, `inlezen at ${width}`);
      await eisGeenZijwaarts(h.fatima);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  test('what is new is what that board says, until it was read', async () => {
    const { page } = h.fatima;
    await h.fatima.vraag('POST', `/casussen/${h.casusId}/bezoeken`, { ik: 'las' });
    const plan = (await bordVan(joke, h.casusId)).kaarten.find(({ soort }) => soort === 'afspraak');
    expect(plan).toBeDefined();
    const stap = await joke.vraag('POST', `/casussen/${h.casusId}/kaarten/${plan?.id}/stappen`, {
      stand: 'bezig',
    });
    expect(stap.status, JSON.stringify(stap.body)).toBe(201);
    await leesIn(h.fatima);
    const nieuw = page
      .getByRole('listitem')
      .filter({ hasText: 'Gesprek op school' })
      .filter({ hasText: 'bezig' });
    await nieuw.waitFor();
    await page.getByRole('button', { name: /^Gelezen/ }).click();
    await page.getByText('Niets nieuws.').waitFor();
    expect(await nieuw.count()).toBe(0);
  });

  test('OV1, NK16: to who takes part for one member it is theirs alone; nobody reads another’s item, nor who takes part in none', async () => {
    await leesIn(joke);
    const mijn = await afspraken(joke);
    const alle = await afspraken(h.fatima);
    for (const { titel = '' } of mijn) await joke.page.getByRole('link', { name: titel }).first().waitFor();
    const verborgen = alle.filter(({ id }) => !mijn.some((een) => een.id === id));
    expect(verborgen.length).toBeGreaterThan(2);
    const gekregen = await joke.ontvangen();
    for (const { titel } of verborgen) expect(gekregen).not.toContain(titel);
    // The question that was asked when it was brought lies on the table when that opens, and isn't told before.
    expect(gekregen).not.toContain(VRAAG);

    // Who leads it takes part in no casus; a member neither, and who isn't in it at all reads the same.
    for (const wie of [h.petra, await product.persoon('Els Vermeulen')]) {
      await wie.page.goto(`${h.pad}/inlezen`);
      await wie.page.getByText('Hier is voor u niets in te lezen.').waitFor();
    }
  });

  test('the agenda calls a casus by what it is called on one’s own board, and goes on as that does', async () => {
    const sanne = await product.persoon('Sanne Kuipers');
    const vraag = 'Wie helpt bij de post en de regelingen tot het bewind rond is?';
    await sanne.page.goto(h.pad);
    await sanne.page.getByRole('link', { name: new RegExp(`^${vraag.replace('?', '.')} casus `) }).waitFor();
    // Who doesn't read the question has the doel on which they work.
    await joke.page.goto(h.pad);
    const { titel } = (await bordVan(joke, h.casusId)).kaarten.find(({ soort }) => soort === 'doel') ?? {};
    await joke.page.getByRole('link', { name: `${titel} casus`, exact: false }).waitFor();
    expect(await joke.page.locator('rt-overleg').innerText()).not.toContain(vraag);

    // Who leads it takes part in none.
    await h.petra.page.goto(h.pad);
    await h.petra.page.getByText('casus 26-').first().waitFor();
    expect(await h.petra.page.locator('rt-overleg').innerText()).not.toContain(vraag);
  });

  test('NK7: what closes while one reads is off the page', async () => {
    await leesIn(joke);
    const deelnemers = (await bordVan(h.fatima, h.casusId)).deelnemers;
    const zetel = deelnemers.find(({ naam }) => naam === 'Joke Visser')?.id;
    const weg = await h.fatima.vraag('DELETE', `/casussen/${h.casusId}/deelnemers/${zetel}`);
    expect(weg.status).toBe(204);
    await joke.page.getByText('U doet niet meer mee aan deze casus.').waitFor();
    expect(await joke.page.locator('rt-inlezen').innerText()).not.toContain('Gesprek op school');
  });
});

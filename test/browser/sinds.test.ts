import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  bordStaat,
  bordVan,
  eisGeenZijwaarts,
  eisToegankelijk,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
} from './opstelling.ts';
import { maakVertraging } from './vertraging.ts';

// Scene 18, its beginning: who comes back reads in a minute what is new, and goes to it.

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

/** They read the board, and all that is on it: as when they go for more than half an hour. */
async function heeftGelezen(persoon: Persoon): Promise<void> {
  await bordVan(persoon, casusId);
  const { status } = await persoon.vraag('POST', `/casussen/${casusId}/bezoeken`, { ik: 'las' });
  expect(status).toBe(200);
}

async function schrijft(persoon: Persoon, categorie: string, inhoud: object): Promise<string> {
  const { compartimenten } = await bordVan(persoon, casusId);
  const plek = compartimenten.find(
    (deel) => deel.categorie === categorie && deel.lidId === null && deel.niveau === 'schrijven',
  );
  const { status, body } = await persoon.vraag<{ id: string }>('POST', `/casussen/${casusId}/kaarten`, {
    compartimentId: plek?.id,
    ...inhoud,
  });
  expect(status).toBe(201);
  return body.id;
}

async function naarBord(persoon: Persoon): Promise<void> {
  await persoon.page.goto(`/casussen/${casusId}`);
  await bordStaat(persoon);
}

function regel(page: Page) {
  return page.locator('rt-bord-sinds');
}

describe('scene 18: sinds u hier was', () => {
  test('wie voor het eerst komt, leest dat; wie terugkomt, ziet wat nieuw is, en is er in één klik', async () => {
    const sanne = await product.persoon('Sanne Kuipers');
    const { page } = sanne;
    await naarBord(sanne);
    await expect.poll(() => regel(page).innerText()).toBe('U bent hier voor het eerst.');
    await page.goto('/');
    await page.getByRole('heading', { name: 'Uw casussen' }).waitFor();
    await heeftGelezen(sanne);

    await schrijft(fatima, 'hulp', { soort: 'zorgpunt', titel: 'De ketel lekt', leefgebied: 'wonen' });
    const { kaarten } = await bordVan(fatima, casusId);
    const abonnement = kaarten.find(({ titel }) => titel === 'Busabonnement regelen');
    await fatima.vraag('POST', `/casussen/${casusId}/kaarten/${abonnement?.id}/stappen`, { stand: 'bezig' });
    // Out of her sight.
    await schrijft(fatima, 'regie', { soort: 'noodkaart', titel: 'x', weten: 'x', bellen: 'x' }).catch(
      () => {},
    );

    await page.goto('/');
    const casussen = page.getByRole('region', { name: /^Uw casussen/ });
    await expect
      .poll(() => casussen.getByRole('listitem').first().innerText())
      .toMatch(/post[\s\S]*• 2 nieuw/);

    await casussen.getByRole('link').first().click();
    await bordStaat(sanne);
    const kop = regel(page).getByText(/^2 dingen nieuw/);
    await kop.waitFor();
    await kop.click();
    expect((await regel(page).innerText()).replace(/\s+/g, ' ')).toMatch(
      /^2 dingen nieuw sinds .+ uur Afspraken Busabonnement regelen bezig Wonen De ketel lekt nieuw Gelezen$/,
    );
    await regel(page).getByRole('button', { name: 'De ketel lekt' }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''))
      .toContain('De ketel lekt');
    expect(page.url()).toContain('/kaart/');

    await regel(page).getByRole('button', { name: 'Gelezen' }).click();
    await expect.poll(() => regel(page).innerText()).toMatch(/^Niets nieuws sinds .+ uur$/);
    await sanne.context.close();
  });

  test('wat erbij kwam terwijl men keek, is gezien als men gaat: naar een ander scherm, of door zich af te melden', async () => {
    const sanne = await product.persoon('Sanne Kuipers');
    const { page } = sanne;
    for (const hoe of ['Mijn werk', 'Afmelden']) {
      await heeftGelezen(sanne);
      await naarBord(sanne);
      await regel(page)
        .getByText(/Niets nieuws/)
        .waitFor();
      const titel = `Zolang zij kijkt: ${hoe}`;
      await schrijft(fatima, 'hulp', { soort: 'zorgpunt', titel, leefgebied: 'wonen' });
      await page.getByText(titel).first().waitFor({ state: 'attached' });
      if (hoe === 'Afmelden') {
        await page.getByRole('button', { name: hoe }).click();
        await page.waitForURL('**/aanmelden');
        const ander = await product.persoon('Sanne Kuipers');
        await ander.page.goto('/');
        await ander.page.getByRole('region', { name: /^Uw casussen/ }).waitFor();
        expect(await ander.page.getByText(/\d nieuw/).count()).toBe(0);
        await ander.context.close();
      } else {
        await page.getByRole('link', { name: hoe }).click();
        await page.getByRole('region', { name: /^Uw casussen/ }).waitFor();
        expect(await page.getByText(/\d nieuw/).count()).toBe(0);
      }
    }
    await sanne.context.close();
  });

  test('over een trage lijn verschuift er niets als het komt, en zonder lijn staat het er', async () => {
    const lijn = await maakVertraging(product.url);
    lijn.zet(200);
    const sanne = await product.persoon('Sanne Kuipers', undefined, { baseURL: lijn.url });
    const { page } = sanne;
    await heeftGelezen(sanne);
    await schrijft(fatima, 'hulp', { soort: 'kracht', titel: 'Zij belt zelf terug', leefgebied: 'wonen' });
    await page.addInitScript(() => {
      const verschoven: string[] = [];
      Reflect.set(window, 'verschoven', verschoven);
      new PerformanceObserver((lijst) => {
        for (const een of lijst.getEntries() as (PerformanceEntry & { sources?: { node?: Node }[] })[])
          for (const { node } of een.sources ?? []) verschoven.push(node?.textContent?.slice(0, 60) ?? '');
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await naarBord(sanne);
    await regel(page)
      .getByText(/^1 ding nieuw/)
      .waitFor();
    const verschoven = await page.evaluate(() => Reflect.get(window, 'verschoven') as string[]);
    // Nothing below it.
    expect(verschoven.filter((wat) => wat.includes('Afspraken'))).toEqual([]);

    lijn.valWeg();
    await page.getByText('Geen verbinding.').waitFor();
    await regel(page)
      .getByText(/^1 ding nieuw/)
      .click();
    await regel(page).getByRole('button', { name: 'Zij belt zelf terug' }).waitFor();
    await sanne.context.close();
    await lijn.sluit();
  });

  test.each([
    [1366, 768],
    [390, 844],
    [320, 640],
  ])('WCAG 2.2 AA en niets opzij: op %i × %i', async (width, height) => {
    const joke = await product.persoon('Joke Visser', { width, height });
    const { page } = joke;
    await heeftGelezen(joke);
    const { kaarten } = await bordVan(fatima, casusId);
    const gesprek = kaarten.find(({ titel }) => titel.startsWith('Gesprek op school'));
    await fatima.vraag('POST', `/casussen/${casusId}/kaarten/${gesprek?.id}/stappen`, {
      tekst: `Gebeld, ${width}`,
    });
    await naarBord(joke);
    await regel(page)
      .getByText(/^1 ding nieuw/)
      .click();
    await regel(page)
      .getByRole('button', { name: /^Gesprek op school/ })
      .waitFor();
    await eisToegankelijk(page, `bord met wat nieuw is, ${width}`);
    await eisGeenZijwaarts(joke);
    await joke.context.close();
  });
});

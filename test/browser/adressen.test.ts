import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { padNaar } from '../../client/ui/plaats.ts';
import { bordVan, openBord, type Persoon, type Product, rijkeCasus, startProduct } from './opstelling.ts';

// Every place has an address; Back goes back.

const BESTAAT_NIET = '3f2b8c1e-9a4d-4e6f-8b7a-1c2d3e4f5a6b';

let product: Product;
let casusId: string;
let fatima: Persoon;
let joke: Persoon;

beforeAll(async () => {
  product = await startProduct();
  fatima = await product.persoon('Fatima El Amrani');
  joke = await product.persoon('Joke Visser');
  casusId = await rijkeCasus(fatima);
});

afterAll(async () => {
  await product.sluit();
});

describe('het adres volgt', () => {
  test('een ander deel en een ander lid staan in het adres, en Terug gaat terug naar waar men was', async () => {
    const { page } = fatima;
    await openBord(fatima, casusId);
    const { leden } = await bordVan(fatima, casusId);
    const moeder = leden.find(({ rol }) => rol === 'moeder');

    await page.getByRole('tab', { name: 'Besluiten' }).click();
    await eisPad(page, padNaar(casusId, { tab: 'besluiten' }));
    await page.getByRole('radio', { name: /^Moeder/, checked: false }).check();
    await eisPad(page, padNaar(casusId, { tab: 'besluiten', lidId: moeder?.id ?? '' }));

    await page.goBack();
    await eisPad(page, padNaar(casusId, { tab: 'besluiten' }));
    await page.getByRole('radio', { name: /^Moeder/, checked: false }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.parentElement?.textContent?.trim()))
      .toMatch(/^Moeder/);
    await page.goBack();
    await page.getByRole('tab', { name: 'Plan', selected: true }).waitFor();
    await page.goForward();
    await page.getByRole('tab', { name: 'Besluiten', selected: true }).waitFor();
    await page.reload();
    await page.getByRole('tab', { name: 'Besluiten', selected: true }).waitFor();
  });

  test('een adres leidt naar de afspraak, de tekst en het leefgebied zelf, in beeld en met de aandacht', async () => {
    const { page } = fatima;
    const { kaarten } = await bordVan(fatima, casusId);
    const afspraak = kaarten.filter(({ soort }) => soort === 'afspraak').at(-1);
    await openBord(fatima, casusId);
    const baken = await page.locator('[data-plaats^="tekst-"]').last().getAttribute('data-plaats');
    const dingen = [
      { soort: 'kaart', id: afspraak?.id ?? '' },
      { soort: 'tekst', id: baken?.replace('tekst-', '') ?? '' },
      { soort: 'leefgebied', id: 'zelfzorg_huishouden' },
    ] as const;

    for (const ding of dingen) {
      await page.goto(padNaar(casusId, { ding }));
      const daar = page.locator(`[data-plaats="${ding.soort}-${ding.id}"]`);
      await daar.waitFor();
      await expect.poll(() => daar.evaluate((element) => element === document.activeElement)).toBe(true);
      await expect
        .poll(() =>
          daar.evaluate((element) => {
            const { top, bottom } = element.getBoundingClientRect();
            return bottom > 0 && top < innerHeight;
          }),
        )
        .toBe(true);
    }
  });

  test('hoofdletters in een id maken niet uit', async () => {
    const { page } = fatima;
    const { kaarten } = await bordVan(fatima, casusId);
    const doel = kaarten.find(({ soort }) => soort === 'doel')?.id ?? '';

    await page.goto(`/casussen/${casusId.toUpperCase()}/kaart/${doel.toUpperCase()}`);

    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-plaats')))
      .toBe(`kaart-${doel}`);
  });
});

describe('NK5, NK36: waar men niet heen mag, staat hetzelfde als waar niets is', () => {
  test('een afspraak, een tekst, een lid en een deel van het bord', async () => {
    const vanFatima = await bordVan(fatima, casusId);
    const vanJoke = await bordVan(joke, casusId);
    const verborgen = <T extends { readonly id: string }>(
      alle: readonly T[],
      gezien: readonly T[],
    ): string => {
      const id = alle.find((een) => !gezien.some((ander) => ander.id === een.id))?.id;
      if (id === undefined) throw new Error('er is niets dat Joke niet ziet');
      return id;
    };
    const paren = [
      [
        padNaar(casusId, { ding: { soort: 'kaart', id: verborgen(vanFatima.kaarten, vanJoke.kaarten) } }),
        padNaar(casusId, { ding: { soort: 'kaart', id: BESTAAT_NIET } }),
      ],
      [
        padNaar(casusId, { ding: { soort: 'tekst', id: verborgen(vanFatima.velden, vanJoke.velden) } }),
        padNaar(casusId, { ding: { soort: 'tekst', id: BESTAAT_NIET } }),
      ],
      [
        padNaar(casusId, { lidId: verborgen(vanFatima.leden, vanJoke.leden) }),
        padNaar(casusId, { lidId: BESTAAT_NIET }),
      ],
      [padNaar(casusId, { tab: 'besluiten' }), padNaar(casusId, { tab: 'onzin' })],
    ] as const;

    for (const [nietVoorJoke, nergens] of paren) {
      expect(await gelezen(joke.page, nietVoorJoke)).toBe(await gelezen(joke.page, nergens));
      expect(await joke.page.getByText('Op dit adres staat voor u niets.').count()).toBe(1);
    }
  });

  test('een leefgebied waarvan men alleen weet dat er iets kan staan', async () => {
    const inge = await product.persoon('Inge Postma');
    // She knows that something of living may be kept, and reads none of it.
    const wonen = padNaar(casusId, { ding: { soort: 'leefgebied', id: 'wonen' } });
    const nergens = padNaar(casusId, { ding: { soort: 'leefgebied', id: 'onzin' } });
    const gezien = await gelezen(inge.page, wonen);
    expect(await inge.page.locator('.bord-dicht__wat').allInnerTexts()).toContain('Wonen');
    expect(gezien).toContain('Op dit adres staat voor u niets.');
    expect(gezien).toBe(await gelezen(inge.page, nergens));
    await inge.context.close();
  });

  test('een casus', async () => {
    const { body } = await fatima.vraag<{ casussen: { id: string }[] }>('GET', '/casussen');
    const mee = await joke.vraag<{ casussen: { id: string }[] }>('GET', '/casussen');
    const zonder = body.casussen.find(({ id }) => !mee.body.casussen.some((een) => een.id === id));

    const lees = async (id: string) => {
      await joke.page.goto(padNaar(id, { tab: 'besluiten' }));
      await joke.page.getByRole('heading', { level: 1, name: 'Deze casus is er niet voor u' }).waitFor();
      return joke.page.locator('main').innerText();
    };
    expect(await lees(zonder?.id ?? '')).toBe(await lees(BESTAAT_NIET));
  });
});

describe('Terug', () => {
  test('van een venster is terug naar het bord; wie iets typte, wordt het gevraagd', async () => {
    const { page } = fatima;
    await openBord(fatima, casusId);
    await page.getByRole('tab', { name: 'Gegevens' }).click();
    await eisPad(page, padNaar(casusId, { tab: 'gegevens' }));
    await page.getByRole('button', { name: 'Nieuwe afspraak' }).first().click();
    const venster = page.getByRole('dialog');
    await venster.getByLabel('Wat spreekt u af?').fill('Samen bellen');

    await page.evaluate(() => history.back());
    await venster.getByRole('button', { name: 'Nee, terug' }).click();
    await eisPad(page, padNaar(casusId, { tab: 'gegevens' }));
    expect(await venster.getByLabel('Wat spreekt u af?').inputValue()).toBe('Samen bellen');

    await page.evaluate(() => history.back());
    await venster.getByRole('button', { name: 'Weggooien' }).click();
    await venster.waitFor({ state: 'detached' });
    await eisPad(page, padNaar(casusId));
  });

  test('naar mijn werk is terug naar de regel en de hoogte van waar men ging', async () => {
    const marieke = await product.persoon('Fatima El Amrani', { width: 683, height: 384 });
    const { page } = marieke;
    await page.goto('/');
    const laatste = page.locator('main a[href^="/casussen/"]').last();
    await laatste.waitFor();
    await laatste.focus();
    const hoogte = await page.evaluate(() => scrollY);
    expect(hoogte).toBeGreaterThan(100);
    const naam = await gefocust(page);

    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Nu', exact: true }).waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.goBack();

    await expect.poll(() => gefocust(page)).toBe(naam);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(hoogte);
    await marieke.context.close();
  });
});

async function eisPad(page: Page, pad: string): Promise<void> {
  await expect.poll(() => new URL(page.url()).pathname).toBe(pad);
}

/** All that the board says at an address. */
async function gelezen(page: Page, pad: string): Promise<string> {
  await page.goto(pad);
  await page.getByRole('heading', { level: 2, name: 'Nu', exact: true }).waitFor();
  await page.getByText(/Alles opgeslagen/).waitFor();
  return page.locator('main').innerText();
}

function gefocust(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '');
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CasusLijst } from '../../shared/contract/casussen.ts';
import {
  bordVan,
  eisToegankelijk,
  openBord,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
} from './opstelling.ts';
import { maakVertraging, type Vertraging } from './vertraging.ts';

// ST13: the line breaks after the server did what was asked, and before its answer comes.

let product: Product;
let lijn: Vertraging;
let casusId: string;
let fatima: Persoon;

beforeAll(async () => {
  product = await startProduct();
  lijn = await maakVertraging(product.url);
  fatima = await product.persoon('Fatima El Amrani', undefined, { baseURL: lijn.url });
  casusId = await rijkeCasus(fatima);
});

afterAll(async () => {
  await lijn?.sluit();
  await product?.sluit();
});

/** Loses what comes back until the page says that it waits, and the page has asked again. */
async function verlies(begin: string, doe: () => Promise<unknown>): Promise<void> {
  const voor = lijn.verloren;
  lijn.verliesAntwoorden(begin);
  await doe();
  await fatima.page.getByText('Regietafel antwoordt niet. Wat u invulde, staat er nog.').waitFor();
  // One lost answer may be the browser's own second try; three can't be.
  await expect.poll(() => lijn.verloren - voor).toBeGreaterThanOrEqual(3);
}

describe('ST13: een antwoord dat niet aankomt', () => {
  test('een afspraak komt er één keer: het scherm zegt dat het wacht, en gaat vanzelf verder', async () => {
    const { page } = fatima;
    await openBord(fatima, casusId);
    await page.getByRole('button', { name: 'Nieuwe afspraak', exact: true }).first().click();
    const venster = page.getByRole('dialog');
    await venster.getByLabel('Wat spreekt u af?').fill('Samen naar de gemeente');
    await verlies(`POST /api/v1/casussen/${casusId}/kaarten `, () => page.keyboard.press('Enter'));
    expect(await venster.getByLabel('Wat spreekt u af?').inputValue()).toBe('Samen naar de gemeente');
    await eisToegankelijk(page, 'een formulier dat wacht');
    // Nothing goes out meanwhile by pressing again, and leaving is not forgetting.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await venster.isVisible()).toBe(true);

    lijn.verliesAntwoorden(null);

    await venster.waitFor({ state: 'detached' });
    const { kaarten } = await bordVan(fatima, casusId);
    expect(kaarten.filter(({ titel }) => titel === 'Samen naar de gemeente')).toHaveLength(1);
    expect(
      await page
        .getByRole('button', { name: 'Wijzigen: afspraak Samen naar de gemeente', includeHidden: true })
        .count(),
    ).toBe(1);
  });

  test('een tweede met dezelfde woorden, die ik echt wil, komt er gewoon bij', async () => {
    const { page } = fatima;
    await page.getByRole('button', { name: 'Nieuwe afspraak', exact: true }).first().click();
    const venster = page.getByRole('dialog');
    await venster.getByLabel('Wat spreekt u af?').fill('Samen naar de gemeente');
    await page.keyboard.press('Enter');
    await venster.waitFor({ state: 'detached' });
    const { kaarten } = await bordVan(fatima, casusId);
    expect(kaarten.filter(({ titel }) => titel === 'Samen naar de gemeente')).toHaveLength(2);
  });

  test('een casus komt er één keer, en het scherm gaat erheen', async () => {
    const { page } = fatima;
    const voor = (await fatima.vraag<CasusLijst>('GET', '/casussen')).body.casussen;
    await page.goto('/casussen/nieuw');
    await page.getByRole('heading', { level: 1, name: 'Casus inbrengen' }).waitFor();
    await page.getByRole('button', { name: 'Moeder toevoegen' }).click();
    await page.getByLabel('Ja, ik heb het verteld').check();
    await page.getByLabel('Met wie hebt u het besproken?').fill('moeder');
    await page.getByLabel('Sinds wanneer?').fill('2026-11-12');
    await page.getByLabel('Wat vraagt u aan de anderen?').fill('Wie belt de school?');
    await page
      .getByLabel('Waarvoor brengt u deze casus in?')
      .selectOption({ label: 'Hulp op elkaar afstemmen' });
    await page.getByLabel('Op grond waarvan?').selectOption({ label: 'Taak uit de Participatiewet' });
    await verlies('POST /api/v1/casussen ', () =>
      page.getByRole('button', { name: 'Casus inbrengen' }).click(),
    );

    lijn.verliesAntwoorden(null);

    await page.getByRole('heading', { level: 2, name: 'Nu', exact: true }).waitFor();
    const na = (await fatima.vraag<CasusLijst>('GET', '/casussen')).body.casussen;
    expect(na).toHaveLength(voor.length + 1);
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CasusLijst } from '../../shared/contract/casussen.ts';
import type { DemoMedewerkers } from '../../shared/contract/sessies.ts';
import { eisToegankelijk, openBord, type Product, rijkeCasus, startProduct } from './opstelling.ts';

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(async () => {
  await product.sluit();
});

const FATIMA = 'Fatima El Amrani';
const JEROEN = 'Jeroen Hofstra';

/** Fatima at a screen, and the other tab of her browser, in which somebody signs in. */
async function metAnderTabblad() {
  const fatima = await product.persoon(FATIMA);
  const { body } = await fatima.vraag<DemoMedewerkers>('GET', '/demo/medewerkers');
  const wordt = async (naam: string): Promise<void> => {
    const medewerkerId = body.medewerkers.find((een) => een.naam === naam)?.id;
    expect((await fatima.vraag('POST', '/sessies', { medewerkerId })).status).toBe(201);
  };
  const venster = fatima.page.getByRole('dialog', { name: 'Er is nu iemand anders aangemeld' });
  return { fatima, wordt, venster };
}

test('ST12: wat Fatima’s scherm stuurt als Jeroen is aangemeld, gebeurt niet; wat zij typte staat er nog', async () => {
  const { fatima, wordt, venster } = await metAnderTabblad();
  const { page } = fatima;
  const casussen = async () => (await fatima.vraag<CasusLijst>('GET', '/casussen')).body.casussen;
  const vanFatima = (await casussen()).length;

  await page.goto('/');
  await page.getByRole('link', { name: 'Casus inbrengen' }).click();
  await page.getByRole('button', { name: 'Moeder toevoegen' }).click();
  await page.getByLabel('Ja, ik heb het verteld').check();
  await page.getByLabel('Met wie hebt u het besproken?').fill('moeder');
  await page.getByLabel('Sinds wanneer?').fill('2026-11-12');
  const vraag = page.getByLabel('Wat vraagt u aan de anderen?');
  await vraag.fill('Wie belt de school?');
  await page
    .getByLabel('Waarvoor brengt u deze casus in?')
    .selectOption({ label: 'Hulp op elkaar afstemmen' });
  await page.getByLabel('Op grond waarvan?').selectOption({ label: 'Taak uit de Participatiewet' });

  await wordt(JEROEN);
  const vanJeroen = (await casussen()).length;
  await page.getByRole('button', { name: 'Casus inbrengen' }).click();
  await venster.getByText(`Dit scherm is van ${FATIMA}. Intussen heeft ${JEROEN}`).waitFor();
  expect(await vraag.isVisible()).toBe(false);
  await eisToegankelijk(page, 'wie is wie');
  expect((await casussen()).length).toBe(vanJeroen);

  await venster.getByRole('button', { name: `Ga verder als ${FATIMA}` }).click();
  await venster.getByText(`${JEROEN} is nog aangemeld.`).waitFor();

  await wordt(FATIMA);
  await venster.getByRole('button', { name: `Ga verder als ${FATIMA}` }).click();
  await venster.waitFor({ state: 'detached' });
  expect(await vraag.inputValue()).toBe('Wie belt de school?');
  await page.getByRole('button', { name: 'Casus inbrengen' }).click();
  await page.getByRole('heading', { level: 2, name: 'Nu', exact: true }).waitFor();
  expect((await casussen()).length).toBe(vanFatima + 1);
});

test('ST12: een bord van Fatima gaat niet verder als dat van Jeroen, en is niet te zien', async () => {
  const { fatima, wordt, venster } = await metAnderTabblad();
  const casusId = await rijkeCasus(fatima);
  await openBord(fatima, casusId);

  await wordt(JEROEN);
  // Her lines end with her session. Whether the page hears first that it is over, or that another is there, is chance.
  await expect
    .poll(() => fatima.page.getByRole('heading', { level: 2, name: 'Nu', exact: true }).isVisible())
    .toBe(false);
  await venster.or(fatima.page.locator('rt-aanmelden')).first().waitFor();

  await fatima.page.goto('/');
  await fatima.page.getByRole('heading', { level: 1, name: 'Mijn werk' }).waitFor();
  await fatima.page.getByText(JEROEN).first().waitFor();
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  eisToegankelijk,
  klapOpen,
  openBord,
  openToevoegen,
  type Product,
  rijkeCasus,
  startProduct,
  tabTot,
} from './opstelling.ts';

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(async () => {
  await product.sluit();
});

test('WCAG 2.2 AA: aanmelden, mijn werk en casus inbrengen, ook met fouten', async () => {
  const { page } = await product.onbekende();
  await page.goto('/');
  await page.getByRole('button', { name: /Fatima El Amrani/ }).waitFor();
  await eisToegankelijk(page, 'aanmelden');
  await page.getByRole('searchbox').fill('zzz');
  await eisToegankelijk(page, 'aanmelden, niets gevonden');
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: /Fatima El Amrani/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Mijn werk' }).waitFor();
  await page.getByText('Busabonnement regelen').first().waitFor();
  await eisToegankelijk(page, 'mijn werk');
  await page.getByRole('link', { name: 'Casus inbrengen' }).click();
  await page.getByLabel('Wat vraagt u aan de anderen?').waitFor();
  await eisToegankelijk(page, 'casus inbrengen');
  await page.getByRole('button', { name: 'Casus inbrengen' }).click();
  await page
    .getByText(/Er klop\w+ nog/)
    .filter({ visible: true })
    .first()
    .waitFor();
  await eisToegankelijk(page, 'casus inbrengen met fouten');
});

test('WCAG 2.2 AA: een lege voorraad en een pagina die er niet is', async () => {
  const { page } = await product.persoon('Bram Oosterling');
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: 'Mijn werk' }).waitFor();
  await eisToegankelijk(page, 'mijn werk zonder werk');
  await page.goto('/casussen/3b0d6b3e-5c0f-4a9e-8a53-9a1f0a5b7c11');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await eisToegankelijk(page, 'een casus die er niet is');
  await page.goto('/bestaat-niet');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await eisToegankelijk(page, 'een adres dat er niet is');
  expect(await page.title()).not.toBe('');
});

test('WCAG 2.2 AA: het bord van de regisseur, elk tabblad en elk venster', async () => {
  const fatima = await product.persoon('Fatima El Amrani', { width: 1920, height: 1080 });
  const { page } = fatima;
  const casusId = await rijkeCasus(fatima);
  await openBord(fatima, casusId);
  for (const tab of ['Plan', 'Doelen', 'Wie helpt waarmee', 'Besluiten', 'Gegevens']) {
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('tabpanel', { name: tab }).waitFor();
    await eisToegankelijk(page, `tabblad ${tab}`);
  }
  await page.getByRole('tab', { name: 'Plan' }).click();
  await klapOpen(fatima);
  await page.getByText('niet open voor u').first().waitFor();
  for (const regel of await page.locator('.bord-dicht summary').all()) await regel.click();
  await eisToegankelijk(page, 'alles open');
  const knoppen: (string | RegExp)[] = [
    'Iemand uitnodigen',
    'Huishouden wijzigen',
    /Wijzigen\s*: gezondheidszorg, Pieter Aalbers/,
    'Zorgpunt bij Wonen',
    'Wijzigen: Het gezin kan blijven wonen',
    /^Waarom zie ik dit niet\? Wonen/,
    'Nieuwe afspraak',
    'Wijzigen: Nu veilig?',
    'Ik stop met meedoen',
  ];
  await openToevoegen(fatima, 'Wonen');
  for (const knop of knoppen) await inVenster(page, knop);
  await page.getByRole('button', { name: /^Openen: huishouden Uitkering en inkomen/ }).click();
  await page
    .getByRole('button', { name: /^Openen: huishouden Uitkering en inkomen/ })
    .waitFor({ state: 'detached' });
  await eisToegankelijk(page, 'iets geopend');
});

test('WCAG 2.2 AA: de lijst van toetsen, die in de donkere balk zelf staat', async () => {
  const { page } = await product.persoon('Fatima El Amrani');
  await page.goto('/');
  await page.getByRole('button', { name: 'Toetsen' }).click();
  await page.getByText('Toetsen aan, in deze browser').waitFor();
  await eisToegankelijk(page, 'de lijst van toetsen');
  // White on white axe takes for hidden on purpose.
  const venster = page.getByRole('dialog', { name: 'Toetsen' });
  expect(await venster.evaluate((deel) => getComputedStyle(deel).color)).toBe(
    await page.evaluate(() => getComputedStyle(document.body).color),
  );
});

test('op een telefoon is de kop één regel; wie u bent en afmelden staan onder Meer, ook met het toetsenbord', async () => {
  const { page } = await product.persoon('Fatima El Amrani', { width: 390, height: 844 });
  await page.goto('/');
  await page.getByText('Busabonnement regelen').first().waitFor();
  expect(await page.getByRole('banner').evaluate((kop) => kop.getBoundingClientRect().height)).toBe(44);
  await page.getByRole('button', { name: /^Meer\s*: wie u bent/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Klantmanager participatie, Gemeente Merwerade').waitFor();
  await eisToegankelijk(page, 'de kop op een telefoon, met Meer open');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Afmelden', exact: true }).waitFor({ state: 'hidden' });
  await page.keyboard.press('Enter');
  await tabTot(page, /^Afmelden$/, 1);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Als wie wilt u kijken?' }).waitFor();
});

test('met het toetsenbord alleen: aanmelden, een bord openen, van tabblad wisselen en weer weg', async () => {
  const { page } = await product.onbekende();
  await page.goto('/');
  await page.getByRole('button', { name: /Fatima El Amrani/ }).waitFor();
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('fatima');
  await tabTot(page, /Fatima El Amrani/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Mijn werk' }).waitFor();
  await page
    .getByRole('link', { name: /^Wie helpt bij de post/ })
    .first()
    .waitFor();
  await tabTot(page, /^Wie helpt bij de post/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Nu', exact: true }).waitFor();
  await page.getByRole('tab', { name: 'Plan' }).waitFor();
  await tabTot(page, /^Plan$/);
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => page.getByRole('tab', { name: 'Doelen' }).getAttribute('aria-selected'))
    .toBe('true');
});

async function inVenster(page: Page, knop: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: knop }).first().click();
  const venster = page.getByRole('dialog').first();
  await venster.waitFor();
  await eisToegankelijk(page, `venster van ${String(knop)}`);
  await page.keyboard.press('Escape');
  await venster.waitFor({ state: 'detached' });
  // Closing gives the focus back to what opened it.
  expect(await page.evaluate(() => document.activeElement?.tagName), String(knop)).toBe('BUTTON');
}

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Antwoord } from '../../shared/contract/contract.ts';
import {
  eisGeenZijwaarts,
  eisToegankelijk,
  type Persoon,
  type Product,
  startProduct,
  tabTot,
} from './opstelling.ts';

// Setting up overleggen on the screen: a series by the procesregisseur, a gezinsoverleg by who directs its casus.

let product: Product;

beforeEach(async () => {
  product = await startProduct();
});

afterEach(async () => {
  await product.sluit();
});

async function eisOveralGoed(persoon: Persoon, waar: string): Promise<void> {
  for (const scherm of [
    { width: 390, height: 844 },
    { width: 683, height: 384 },
    { width: 1366, height: 768 },
  ]) {
    await persoon.page.setViewportSize(scherm);
    await eisGeenZijwaarts(persoon);
    await eisToegankelijk(persoon.page, `${waar} op ${scherm.width}`);
  }
}

test('OV1: a procesregisseur sets up a series and changes who is in it; nobody else has a form for it', async () => {
  const petra = await product.persoon('Petra van Loon');
  const { page } = petra;
  await page.goto('/overleggen');
  const reeksen = page.getByRole('region', { name: 'Reeksen van overleggen' });
  await reeksen.getByRole('button', { name: 'Nieuwe reeks' }).press('Enter');
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
  await page.keyboard.type('Tafel Noord');
  // What is missing is said at its field, and what was typed stays.
  await reeksen.getByRole('button', { name: 'Maak de reeks' }).press('Enter');
  await reeksen.getByText('Kies een voorzitter').first().waitFor();
  expect(await reeksen.getByLabel('Hoe heet dit overleg?').inputValue()).toBe('Tafel Noord');
  await reeksen.getByLabel('Waar is het?').fill('Wijkhuis Noord');
  await reeksen.getByLabel('Wanneer is de eerste keer?').fill('1 februari 2027');
  await reeksen.getByLabel('Hoe laat begint het?').selectOption('09:30');
  await reeksen
    .getByLabel('Wie is voorzitter?')
    .selectOption({ label: 'Petra van Loon, Procesregisseur, Gemeente Merwerade' });
  await reeksen.getByRole('checkbox', { name: /^Naima Chaouch/ }).check();
  await eisOveralGoed(petra, 'een nieuwe reeks');
  await reeksen.getByRole('button', { name: 'Maak de reeks' }).press('Enter');
  await reeksen.getByRole('heading', { level: 3, name: 'Tafel Noord' }).waitFor();
  const regel = await reeksen.getByRole('listitem').filter({ hasText: 'Tafel Noord' }).innerText();
  expect(regel.replace(/\s+/g, ' ')).toContain(
    'Wijkhuis Noord · elke week, 9.30 uur, 90 minuten · voorzitter Petra van Loon · 1 vast lid',
  );
  await page.waitForFunction(() => document.activeElement?.id === 'rt-reeksen');

  await reeksen.getByRole('button', { name: /^Wijzig.*Tafel Noord/ }).press('Enter');
  expect(await reeksen.getByRole('checkbox', { name: /^Naima Chaouch/ }).isChecked()).toBe(true);
  await reeksen.getByRole('checkbox', { name: /^Naima Chaouch/ }).uncheck();
  await reeksen.getByRole('checkbox', { name: /^Els Vermeulen/ }).check();
  await reeksen.getByRole('button', { name: 'Bewaren' }).press('Enter');
  await reeksen.getByRole('button', { name: /^Wijzig.*Tafel Noord/ }).waitFor();
  const { body } = await petra.vraag<Antwoord<'overlegreeks.lijst'>>('GET', '/overlegreeksen');
  const noord = body.reeksen.find(({ naam }) => naam === 'Tafel Noord');
  expect(noord?.leden.map(({ naam }) => naam)).toEqual(['Els Vermeulen']);
  expect(noord?.ritme).toEqual({ eerste: '2027-02-01', tijd: '09:30', weken: 1 });

  const karim = await product.persoon('Karim Haddad');
  await karim.page.goto('/overleggen');
  await karim.page.getByText('U zit nu in geen overleg.').waitFor();
  expect(await karim.page.getByRole('button', { name: /reeks|gezinsoverleg/ }).count()).toBe(0);
});

test('OV1: who directs a casus plans a gezinsoverleg by the keyboard alone, leads it, and finds it among their own', async () => {
  const ali = await product.persoon('Ali Yilmaz');
  const { page } = ali;
  await page.goto('/overleggen');
  await page.getByRole('button', { name: 'Plan een gezinsoverleg' }).waitFor();
  await tabTot(page, /^Plan een gezinsoverleg$/);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.tagName === 'SELECT');
  const vak = page.getByRole('region', { name: 'Een gezinsoverleg plannen' });
  await vak.getByLabel('Welke casus?').selectOption({ index: 1 });
  await vak.getByLabel('Op welke dag?').fill('1 februari 2027');
  await vak.getByLabel('Hoe laat begint het?').selectOption('15:15');
  await eisOveralGoed(ali, 'een gezinsoverleg plannen');
  await vak.getByRole('button', { name: 'Plan het overleg' }).press('Enter');
  await vak.getByText('Waar is het?').first().waitFor();
  await vak.getByLabel('Waar is het?').fill('Op school');
  await vak.getByRole('button', { name: 'Plan het overleg' }).press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'rt-overleg-komend');
  await page.getByRole('link', { name: /1 feb 2027, 15\.15 tot 16\.15 uur/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Gezinsoverleg' }).waitFor();
  await page.getByRole('button', { name: 'Open het overleg' }).waitFor();
});

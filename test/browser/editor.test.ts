import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aanTafel, type Persoon, type Product, startProduct } from './opstelling.ts';
import { beginConcept } from './schrijven.ts';

const GELDZAKEN = 'Houd rekening met bij inkomen en financiën';

let product: Product;
let fatima: Persoon;
let vlak: Locator;

beforeAll(async () => {
  product = await startProduct();
  ({
    mensen: { 'Fatima El Amrani': fatima },
  } = await aanTafel(product, ['Fatima El Amrani']));
  vlak = await beginConcept(fatima, GELDZAKEN);
});

beforeEach(async () => {
  await vlak.focus();
  await fatima.page.keyboard.press('Control+a');
  await fatima.page.keyboard.press('Delete');
  await expect.poll(() => vlak.innerText()).toMatch(/^\s*$/);
});

afterAll(async () => {
  await product.sluit();
});

test('het toetsenbord: Tab gaat de tekst uit, pijltjes lopen door de knoppen, Escape gaat terug', async () => {
  const { keyboard } = fatima.page;
  await keyboard.type('gewoon ');
  await keyboard.press('Tab');
  expect(await metFocus()).toBe('Vet');
  await keyboard.press('ArrowRight');
  expect(await metFocus()).toBe('Cursief');
  await keyboard.press('ArrowLeft');
  // What a button does, is for the text: one types on at once.
  await keyboard.press('Enter');
  expect(await inTekst()).toBe(true);
  await keyboard.type('dik');
  await expect.poll(() => vlak.locator('strong').allInnerTexts()).toEqual(['dik']);
  await expect
    .poll(() => fatima.page.getByRole('button', { name: 'Vet' }).getAttribute('aria-pressed'))
    .toBe('true');
  // Back to the button where one was, and to the text again.
  await keyboard.press('Alt+F10');
  expect(await metFocus()).toBe('Vet');
  await keyboard.press('Escape');
  expect(await inTekst()).toBe(true);
  await keyboard.press('Tab');
  // And on, past the toolbar: nobody is caught in the text.
  await keyboard.press('Tab');
  expect(await vlak.locator('xpath=ancestor::rt-editor').evaluate(zonderFocus)).toBe(true);
  // The toolbar shows itself to who is in the text: from below one comes back there first.
  await keyboard.press('Shift+Tab');
  expect(await inTekst()).toBe(true);
});

test('iemand noemen met het toetsenbord: @, kiezen, en voor ieder de naam die die mag weten', async () => {
  const { page } = fatima;
  await page.keyboard.type('Vraag het @');
  const lijst = page.getByRole('listbox', { name: 'Iemand noemen' });
  await lijst.waitFor();
  await page.keyboard.type('tom');
  await expect.poll(() => lijst.getByRole('option').count()).toBe(1);
  const keuze = await lijst.getByRole('option').innerText();
  expect(keuze).toContain('Tom Bakker');
  const actief = await vlak.getAttribute('aria-activedescendant');
  expect(await lijst.getByRole('option', { selected: true }).getAttribute('id')).toBe(actief);
  await page.keyboard.press('Enter');
  await lijst.waitFor({ state: 'detached' });
  await page.keyboard.type(' vandaag');
  await expect.poll(() => vlak.innerText()).toMatch(/^Vraag het .*Tom Bakker.* vandaag/);
  // Put aside with Escape, an @ is an @.
  await page.keyboard.type(' @');
  await lijst.waitFor();
  await page.keyboard.press('Escape');
  await lijst.waitFor({ state: 'detached' });
  await page.keyboard.type('fa');
  expect(await lijst.count()).toBe(0);
  expect(await vlak.innerText()).toContain('@fa');
});

test('ST19: de waarschuwing kent hoofdletters, een jaar van twee cijfers en een postcode, en geen kenmerk', async () => {
  const { page } = fatima;
  await page.keyboard.type('dossier 111222333, DENISE, 17-08-12, 1234ab');
  await page.getByText('Dit lijkt een naam: ‘DENISE’.').waitFor();
  await page.getByText('Dit lijkt een geboortedatum: ‘17-08-12’.').waitFor();
  await page.getByText('Dit lijkt een adres: ‘1234ab’.').waitFor();
  expect(await page.getByText('Dit lijkt een BSN').count()).toBe(0);
});

test('NK13: een BSN, telefoonnummer, geboortedatum of naam uit het huishouden: de pagina waarschuwt', async () => {
  const { page } = fatima;
  await page.keyboard.type('111222333, 06-12345678, 01-02-1990, en Denise');
  const waarschuwing = (wat: string) => page.getByText(wat);
  await waarschuwing('Dit lijkt een BSN: ‘111222333’.').waitFor();
  await waarschuwing('Dit lijkt een telefoonnummer: ‘06-12345678’.').waitFor();
  await waarschuwing('Dit lijkt een geboortedatum: ‘01-02-1990’.').waitFor();
  // Not everything at once: the next comes when one is dealt with.
  await page.getByRole('button', { name: /^Laat staan.*111222333/ }).click();
  await waarschuwing('Dit lijkt een naam: ‘Denise’.').waitFor();
  expect(await waarschuwing('Dit lijkt een BSN').count()).toBe(0);
  expect(await inTekst()).toBe(true);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('De moeder belt dinsdag.');
  await waarschuwing('Dit lijkt').first().waitFor({ state: 'detached' });
});

function metFocus(): Promise<string | null> {
  return fatima.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}

function inTekst(): Promise<boolean> {
  return vlak.evaluate((element) => element === document.activeElement);
}

function zonderFocus(element: Element): boolean {
  return !element.contains(document.activeElement);
}

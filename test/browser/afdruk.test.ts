import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  eisGeenZijwaarts,
  eisToegankelijk,
  openBord,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
} from './opstelling.ts';

// Printing: for whom is asked first, and the page holds what the server gave for them.

let product: Product;
let fatima: Persoon;
let casusId: string;

beforeAll(async () => {
  product = await startProduct();
  fatima = await product.persoon('Fatima El Amrani', { width: 1366, height: 768 });
  casusId = await rijkeCasus(fatima);
});

afterAll(async () => {
  await product.sluit();
});

const opVel = async (): Promise<string> => await fatima.page.locator('.afdruk').innerText();

test('NK16: met het toetsenbord: afdrukken voor het gezin, met wat het gezin leest en niets anders', async () => {
  const { page } = fatima;
  const antwoorden: string[] = [];
  page.on('response', (antwoord) => {
    if (antwoord.url().includes('/afdruk?')) void antwoord.text().then((tekst) => antwoorden.push(tekst));
  });
  await openBord(fatima, casusId);
  await page.keyboard.press('p');
  await page.getByRole('heading', { level: 1, name: 'Afdrukken' }).waitFor();
  const druk = page.getByRole('button', { name: 'Druk af' });
  // Nothing is chosen by itself, so nothing was fetched.
  await page.getByRole('radio', { name: 'Voor mijzelf' }).waitFor();
  expect(await druk.isDisabled()).toBe(true);

  await page.getByRole('radio', { name: 'Voor mijzelf' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.getByText('voor het gezin: moeder').waitFor();

  expect(await page.getByRole('checkbox').count()).toBeGreaterThan(1);
  expect(await opVel()).toMatch(/Doelen en afspraken/);
  expect(await opVel()).not.toMatch(/Pieter|Houd rekening met|Wie helpt waarmee|[Nn]otities/);
  expect(antwoorden.at(-1)).not.toMatch(/Pieter|notities|houd rekening met/);
  await eisToegankelijk(page, 'afdrukken voor het gezin');
  expect(await druk.isEnabled()).toBe(true);
});

test('NK20: voor mijzelf staat wie meedoet erop, en niemand die discreet meedoet', async () => {
  const { page } = fatima;
  await page.goto(`/casussen/${casusId}/afdrukken`);
  await page.getByRole('radio', { name: 'Voor mijzelf' }).check();
  await page.getByText('voor uzelf').waitFor();
  expect(await opVel()).toMatch(/Sanne Kuipers/);
  expect(await opVel()).toMatch(/Houd rekening met/);
  // What stands with a doel stands there once.
  expect((await opVel()).match(/gaan straks op één dag van de rekening/g) ?? []).toHaveLength(1);
  expect(await opVel()).not.toMatch(/Pieter/);

  await page.getByRole('radio', { name: 'Voor wie aan tafel zit' }).check();
  await page.getByRole('checkbox', { name: /Joke Visser/ }).uncheck();
  await page.getByText('voor aan tafel').waitFor();
  expect(await page.getByRole('checkbox', { name: /Pieter/ }).count()).toBe(0);
});

test('op papier: het vel alleen, op A4; van een bord de regel die zegt waar afdrukken staat', async () => {
  const { page } = fatima;
  await page.goto(`/casussen/${casusId}/afdrukken`);
  await page.getByRole('radio', { name: 'Voor mijzelf' }).check();
  await page.locator('.afdruk').waitFor();
  for (const breedte of [390, 683]) {
    await page.setViewportSize({ width: breedte, height: 844 });
    await eisGeenZijwaarts(fatima);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.emulateMedia({ media: 'print' });
  try {
    expect(await page.locator('.afdruk').isVisible()).toBe(true);
    expect(await page.getByRole('radio').first().isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: 'Mijn werk' }).isVisible()).toBe(false);

    await page.emulateMedia({ media: 'screen' });
    await openBord(fatima, casusId);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('Kies op het bord').isVisible()).toBe(true);
    expect(await page.locator('.bord').isVisible()).toBe(false);
  } finally {
    await page.emulateMedia({ media: 'screen' });
  }
});

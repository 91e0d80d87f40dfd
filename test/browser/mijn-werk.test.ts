import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  bordVan,
  eisGeenZijwaarts,
  eisToegankelijk,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
} from './opstelling.ts';

// Mijn werk: what waits, by how urgent it is, and what one does about it in place.

let product: Product;
let casusId: string;
let fatima: Persoon;
let page: Page;

beforeAll(async () => {
  product = await startProduct();
  fatima = await product.persoon('Fatima El Amrani');
  casusId = await rijkeCasus(fatima);
  page = fatima.page;
});

beforeEach(async () => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Busabonnement regelen' }).waitFor();
});

afterAll(async () => {
  await product.sluit();
});

test('wat over tijd is, staat bovenaan, bij de vraag van zijn casus en over wie het gaat', async () => {
  const eerste = page.getByRole('region', { name: 'Over tijd' }).getByRole('listitem').first();
  expect((await eerste.innerText()).replace(/\s+/g, ' ')).toMatch(
    /^Busabonnement regelen Wie helpt bij de post .+ · kind 1 1 dag over tijd Gedaan/,
  );
  const koppen = await page.getByRole('heading', { level: 2 }).allInnerTexts();
  expect(koppen).toEqual(['Over tijd', 'Deze week', 'Later', 'Overleg', 'Uw casussen']);
});

test('een klik zet een afspraak op gedaan; zij blijft grijs staan, en is terug te nemen', async () => {
  const regel = page.getByRole('listitem').filter({ hasText: 'Twee keer per maand' });
  const voor = await standVan('Twee keer per maand samen de post doen');

  await regel.getByRole('button', { name: /^Gedaan/ }).click();
  await regel.getByRole('button', { name: /^Maak ongedaan/ }).waitFor();
  expect(await standVan('Twee keer per maand samen de post doen')).toBe('gedaan');
  // Focus is where it was: on what stands in the same place.
  await expect.poll(() => gefocust(page)).toMatch(/^Maak ongedaan/);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await regel.getByRole('button', { name: /^Maak ongedaan/ }).click();

  await regel.getByRole('button', { name: /^Gedaan/ }).waitFor();
  expect(await standVan('Twee keer per maand samen de post doen')).toBe(voor);
});

test('wat gedaan is, staat er niet meer na een ander scherm', async () => {
  const regel = page.getByRole('listitem').filter({ hasText: 'Ontheffing' });
  await regel.getByRole('button', { name: /^Gedaan/ }).click();
  await regel.getByRole('button', { name: /^Maak ongedaan/ }).waitFor();
  await page.getByRole('link', { name: 'Casus inbrengen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Casus inbrengen' }).waitFor();
  await page.goBack();
  await page.getByRole('link', { name: 'Busabonnement regelen' }).waitFor();
  expect(await page.getByText('Ontheffing').count()).toBe(0);
});

test('ST1: wat ernaast staat en niet komt, houdt het werk niet tegen', async () => {
  await page.route('**/api/v1/overleggen', (route) => route.abort());
  try {
    await page.goto('/');
    await page.getByRole('link', { name: 'Busabonnement regelen' }).waitFor();
    await page.getByText('Niet alles is opgehaald').waitFor();
    expect(await page.getByRole('region', { name: 'Uw casussen' }).getByRole('link').count()).toBeGreaterThan(
      0,
    );
  } finally {
    await page.unroute('**/api/v1/overleggen');
  }
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await page.getByText('Niet alles is opgehaald').waitFor({ state: 'detached' });
});

test('wat op zich laat wachten, houdt het werk niet tegen; komt het, dan staat het onder al wat er al was', async () => {
  const laat = await product.persoon('Fatima El Amrani');
  let laatDoor: () => void = () => {};
  const mag = new Promise<void>((klaar) => {
    laatDoor = klaar;
  });
  await laat.page.route('**/api/v1/overleggen', async (route) => {
    await mag;
    await route.continue();
  });
  await laat.page.goto('/');
  const koppen = () => laat.page.getByRole('heading', { level: 2 }).allInnerTexts();
  const plekken = () =>
    laat.page
      .locator('.rt-werk__vak')
      .evaluateAll((vakken) => vakken.map((vak) => vak.getBoundingClientRect().top));
  await laat.page.getByRole('link', { name: 'Busabonnement regelen' }).waitFor();
  expect(await koppen()).toEqual(['Over tijd', 'Deze week', 'Later', 'Uw casussen']);
  const voor = await plekken();

  laatDoor();
  await laat.page.getByRole('region', { name: 'Overleg' }).waitFor();

  expect(await koppen()).toEqual(['Over tijd', 'Deze week', 'Later', 'Uw casussen', 'Overleg']);
  expect((await plekken()).slice(0, -1)).toEqual(voor);
  await laat.page.reload();
  await laat.page.getByRole('region', { name: 'Overleg' }).waitFor();
  expect(await koppen()).toEqual(['Over tijd', 'Deze week', 'Later', 'Overleg', 'Uw casussen']);
  await laat.context.close();
});

describe('toetsen', () => {
  test('j en k lopen, d zet op gedaan, Enter gaat naar de afspraak zelf', async () => {
    await page.keyboard.press('j');
    expect(await gefocust(page)).toMatch(/Busabonnement regelen/);
    await page.keyboard.press('j');
    expect(await gefocust(page)).toMatch(/Uw concept afmaken/);
    await page.keyboard.press('k');
    await page.keyboard.press('d');
    await page.getByRole('button', { name: /^Maak ongedaan\s*: Busabonnement/ }).waitFor();
    expect(await gefocust(page)).toMatch(/Busabonnement regelen/);
    await page.keyboard.press('d');
    await page.getByRole('button', { name: /^Gedaan\s*: Busabonnement/ }).waitFor();

    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Wie helpt bij de post/ }).waitFor();
    await expect.poll(() => gefocust(page)).toMatch(/Busabonnement regelen/);
  });

  test('ze doen niets terwijl men typt, en zijn samen uit te zetten', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('h');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('rt-werk-voortgang-stand');
    await page.getByLabel('Wat is er gebeurd?').pressSequentially('djkh');
    expect(await page.getByLabel('Wat is er gebeurd?').inputValue()).toBe('djkh');
    await page.keyboard.press('Escape');
    await page.getByText('Wat u typte, is nog niet bewaard.').waitFor();
    await page.getByRole('button', { name: 'Weggooien' }).click();
    await page.getByLabel('Wat is er gebeurd?').waitFor({ state: 'detached' });

    await page.keyboard.press('?');
    await eisToegankelijk(page, 'de lijst van toetsen');
    await page.getByLabel('Toetsen aan, in deze browser').uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Busabonnement regelen' }).focus();
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    expect(await gefocust(page)).toMatch(/Busabonnement regelen/);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: 'Toetsen' }).click();
    await page.getByLabel('Toetsen aan, in deze browser').check();
  });
});

test('hoe het ermee staat en een andere datum, op de regel zelf', async () => {
  const regel = page.getByRole('listitem').filter({ hasText: 'Twee keer per maand' });
  await regel.getByRole('button', { name: /^Hoe staat het ermee/ }).click();
  await eisToegankelijk(page, 'mijn werk met een open regel');
  await regel.getByLabel('Wat is er gebeurd?').fill('De eerste keer is geweest.');
  await page.keyboard.press('Enter');
  await regel.getByLabel('Wat is er gebeurd?').waitFor({ state: 'detached' });
  const { kaarten } = await bordVan(fatima, casusId);
  const kaart = kaarten.find(({ titel }) => titel.startsWith('Twee keer per maand'));
  expect(kaart?.soort === 'afspraak' ? kaart.stappen?.at(-1)?.tekst : '').toBe('De eerste keer is geweest.');
});

test('ST14: een andere datum op de regel zelf; zette een ander die net, dan staan beide er', async () => {
  const titel = 'Twee keer per maand samen de post doen';
  const stand = async () => (await bordVan(fatima, casusId)).kaarten.find((kaart) => kaart.titel === titel);
  const uiterlijk = async () => {
    const kaart = await stand();
    return kaart?.soort === 'afspraak' ? kaart.uiterlijk : undefined;
  };
  const regel = page.getByRole('listitem').filter({ hasText: titel });
  const open = async (dag: string) => {
    await regel.getByRole('button', { name: /^Hoe staat het ermee/ }).click();
    const datum = regel.getByLabel('Uiterlijk klaar op');
    await datum.fill(dag);
    return datum;
  };
  await open('1-3-2028');
  await regel.getByRole('button', { name: 'Zet deze datum' }).click();
  await expect.poll(uiterlijk).toBe('2028-03-01');
  await regel.getByText('wo 1 mrt 2028').waitFor();

  const datum = await open('3-3-2028');
  const kaart = await stand();
  await fatima.vraag('PATCH', `/casussen/${casusId}/kaarten/${kaart?.id}`, {
    versie: kaart?.versie,
    uiterlijk: '2028-03-02',
  });
  await regel.getByRole('button', { name: 'Zet deze datum' }).click();
  await regel.getByText('Iemand anders wijzigde dit ook.').waitFor();
  expect(await uiterlijk()).toBe('2028-03-02');
  await regel.getByRole('button', { name: /^Houd wat ik schreef/ }).click();
  await regel.getByRole('button', { name: 'Zet deze datum' }).click();
  await datum.waitFor({ state: 'detached' });
  expect(await uiterlijk()).toBe('2028-03-03');
  // ST15: what was saved isn't kept as if it weren't.
  expect(await page.getByText('Nog niet bewaard').count()).toBe(0);
});

test('ST11: wie net te laat is, leest wie het was en wanneer', async () => {
  const sanne = await product.persoon('Sanne Kuipers');
  const { body } = await sanne.vraag<{ deelnemers: { id: string; ik: boolean }[] }>(
    'GET',
    `/casussen/${casusId}`,
  );
  const vanSanne = body.deelnemers.find(({ ik }) => ik)?.id ?? '';
  const bord = await bordVan(fatima, casusId);
  const ik = bord.deelnemers.find((een) => een.ik)?.id ?? '';
  const plan = bord.compartimenten.find((een) => een.categorie === 'plan' && een.lidId === null)?.id;
  const gemaakt = await fatima.vraag<{ id: string }>('POST', `/casussen/${casusId}/kaarten`, {
    compartimentId: plan,
    soort: 'afspraak',
    titel: 'Samen bellen',
    uitvoerders: [ik, vanSanne],
  });
  expect(gemaakt.status).toBe(201);
  await page.reload();
  const regel = page.getByRole('listitem').filter({ hasText: 'Samen bellen' });
  await regel.waitFor();

  await sanne.vraag('POST', `/casussen/${casusId}/kaarten/${gemaakt.body.id}/stappen`, { stand: 'gedaan' });
  await regel.getByRole('button', { name: /^Gedaan/ }).click();

  await regel.getByText(/^Schuldhulp zette dit al op gedaan, \d{1,2}\.\d\d uur\.$/).waitFor();
  await sanne.context.close();
});

test('niets wacht: dat staat er, met waar de casussen zijn', async () => {
  const joke = await product.persoon('Joke Visser');
  await joke.page.goto('/');
  await joke.page.getByRole('button', { name: /^Gedaan/ }).click();
  await joke.page.getByRole('button', { name: /^Maak ongedaan/ }).waitFor();
  await joke.page.reload();
  const leeg = joke.page.locator('.rt-werk__leeg');
  await leeg.waitFor();
  expect(await leeg.innerText()).toBe('Niets wacht op u. Uw casussen staan rechts.');
  await joke.page.setViewportSize({ width: 390, height: 844 });
  expect(await leeg.innerText()).toBe('Niets wacht op u. Uw casussen staan hieronder.');
  // She reads no question to the table, and knows of one child: the casus goes by the doel on which she works.
  expect(await joke.page.locator('main').innerText()).not.toMatch(/kind 1|kind 2|moeder|Wie helpt/i);
  await joke.page.getByRole('link', { name: 'Elke dag naar school' }).waitFor();
  await joke.context.close();
});

test.each([
  [1920, 1080],
  [1366, 768],
  [683, 384],
  [390, 844],
  [320, 640],
])('WCAG 2.2 AA: op %i × %i', async (width, height) => {
  await page.setViewportSize({ width, height });
  await eisToegankelijk(page, 'mijn werk');
  await eisGeenZijwaarts(fatima);
  await page.setViewportSize({ width: 1366, height: 768 });
});

async function standVan(titel: string): Promise<string | undefined> {
  const { kaarten } = await bordVan(fatima, casusId);
  const kaart = kaarten.find((een) => een.titel === titel);
  return kaart?.soort === 'afspraak' ? kaart.stand : undefined;
}

function gefocust(waar: Page): Promise<string> {
  return waar.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '');
}

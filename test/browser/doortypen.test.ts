import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import {
  bordVan,
  onderschep,
  openBord,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
} from './opstelling.ts';

// ST15: who types in a hurry, types on while what they sent is still on its way.

const VRAAG = 'Wat spreekt u af?';

let product: Product;
let casusId: string;
let fatima: Persoon;
let laatDoor: () => void;
let onderweg: Promise<void>;

beforeAll(async () => {
  product = await startProduct();
  fatima = await product.persoon('Fatima El Amrani');
  casusId = await rijkeCasus(fatima);
});

beforeEach(async () => {
  await openBord(fatima, casusId);
});

afterAll(async () => {
  await product.sluit();
});

test('ST15: in een nieuwe afspraak: wat men doortypt, komt in dezelfde afspraak', async () => {
  const veld = await nieuweAfspraak();
  await veld.fill('Bellen met school');
  await bewaarEnTypDoor(veld, '**/kaarten', ' over dinsdag');

  await veld.waitFor({ state: 'detached' });

  expect(await titels(/Bellen met school/)).toEqual(['Bellen met school over dinsdag']);
});

test('ST14, ST15: in een afspraak die een ander ook wijzigt: alles staat er, zonder een vraag', async () => {
  const plan = (await bordVan(fatima, casusId)).compartimenten.find(
    ({ categorie, lidId }) => categorie === 'plan' && lidId === null,
  );
  const body = { compartimentId: plan?.id, soort: 'afspraak', titel: 'Langsgaan' };
  expect((await fatima.vraag('POST', `/casussen/${casusId}/kaarten`, body)).status).toBe(201);
  const afspraak = fatima.page.locator('rt-bord-afspraak', { hasText: 'Langsgaan' }).first();
  await afspraak.locator('summary').first().click();
  await afspraak.getByRole('button', { name: 'Wijzigen: afspraak Langsgaan' }).click();
  const weer = fatima.page.getByRole('dialog').getByLabel(VRAAG);
  await weer.fill('Langsgaan bij moeder');
  await bewaarEnTypDoor(weer, '**/kaarten/*', ' met Tom', async () => {
    const sanne = await product.persoon('Sanne Kuipers');
    const kaart = (await bordVan(sanne, casusId)).kaarten.find(({ titel }) => titel === 'Langsgaan');
    const { status } = await sanne.vraag('PATCH', `/casussen/${casusId}/kaarten/${kaart?.id}`, {
      versie: kaart?.versie,
      wachtOp: 'de sleutel',
    });
    expect(status).toBe(200);
    await sanne.context.close();
  });

  await weer.waitFor({ state: 'detached' });

  const kaart = (await bordVan(fatima, casusId)).kaarten.find(({ titel }) => titel?.startsWith('Langsgaan'));
  expect(kaart).toMatchObject({ titel: 'Langsgaan bij moeder met Tom', wachtOp: 'de sleutel' });
});

test('ST15: waar het niet meer mee kan, blijft het staan, en het formulier zegt dat', async () => {
  const { page } = fatima;
  const afspraak = page.locator('rt-bord-afspraak', { hasText: 'Busabonnement regelen' }).first();
  await afspraak.locator('summary').first().click();
  await afspraak.getByRole('button', { name: /^Hoe staat het ermee/ }).click();
  const veld = afspraak.getByLabel('Wat is er gebeurd?');
  await veld.fill('Gebeld');
  await bewaarEnTypDoor(veld, '**/stappen', ', morgen weer', undefined, /Bewaren|Opschrijven/);

  await afspraak.getByText('Bewaard, maar niet wat u daarna typte').waitFor();

  expect(await veld.inputValue()).toBe('Gebeld, morgen weer');
  await page.keyboard.press('Escape');
  await afspraak.getByText('Wat u typte, is nog niet bewaard.').waitFor();
  await afspraak.getByRole('button', { name: 'Weggooien' }).click();
});

async function nieuweAfspraak(): Promise<Locator> {
  await fatima.page.getByRole('button', { name: 'Nieuwe afspraak', exact: true }).first().click();
  return fatima.page.getByRole('dialog').getByLabel(VRAAG);
}

/** Saves, and types on at the end of the field until what was sent is let through. */
async function bewaarEnTypDoor(
  veld: Locator,
  pad: string,
  erbij: string,
  eerst: () => Promise<void> = () => Promise.resolve(),
  knop: string | RegExp = 'Bewaren',
): Promise<void> {
  const { page } = fatima;
  onderweg = new Promise((klaar) => {
    laatDoor = klaar;
  });
  await onderschep(page, pad, async (weg) => {
    await onderweg;
    await weg.continue();
  });
  const gaat = page.waitForRequest(pad);
  await veld.locator('xpath=ancestor::form').getByRole('button', { name: knop }).click();
  await gaat;
  await veld.press('End');
  await page.keyboard.type(erbij);
  await eerst();
  laatDoor();
  await page.waitForResponse(pad);
  await page.unroute(pad);
}

async function titels(patroon: RegExp): Promise<string[]> {
  const { kaarten } = await bordVan(fatima, casusId);
  return kaarten
    .map((kaart: Kaart) => ('titel' in kaart ? String(kaart.titel) : ''))
    .filter((titel) => patroon.test(titel));
}

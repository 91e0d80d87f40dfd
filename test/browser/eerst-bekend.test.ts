import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  bordVan,
  eisToegankelijk,
  openBord,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
} from './opstelling.ts';

// NK26: whom the others may not know of gets an afspraak via the regisseur.

let product: Product;
let casusId: string;
let fatima: Persoon;

beforeAll(async () => {
  product = await startProduct();
  fatima = await product.persoon('Fatima El Amrani');
  casusId = await rijkeCasus(fatima);
});

afterAll(() => product?.sluit());

const TITEL = 'Bellen over de wachttijd';
const VRAAG = 'Doet dit iemand die discreet meedoet?';

describe('NK26: een afspraak via de regisseur', () => {
  test('met het toetsenbord alleen: wie discreet meedoet staat niet bij wie dit doet, maar eronder; en men leest vooraf wat anderen lezen', async () => {
    const { page } = fatima;
    await openBord(fatima, casusId);
    await page.getByRole('button', { name: 'Nieuwe afspraak', exact: true }).first().focus();
    await page.keyboard.press('Enter');
    const venster = page.getByRole('dialog', { name: 'Nieuwe afspraak' });
    await venster.getByLabel('Wat spreekt u af?').fill(TITEL);
    const keuze = venster.getByLabel(VRAAG);
    expect(await venster.getByRole('group', { name: 'Wie doet dit?' }).textContent()).not.toContain(
      'Pieter Aalbers',
    );
    expect(await keuze.locator('option').allTextContents()).toEqual([
      'Nee',
      expect.stringMatching(/: (Pieter Aalbers|Lotte Wijnen), via de regisseur$/),
      expect.stringMatching(/: (Pieter Aalbers|Lotte Wijnen), via de regisseur$/),
      'Ja, de regisseur geeft het door',
    ]);

    await keuze.focus();
    await page.keyboard.type('Zorg: Pieter');
    if ((await keuze.locator('option:checked').textContent())?.includes('Pieter') !== true)
      await keuze.selectOption({
        label: (await keuze.locator('option', { hasText: 'Pieter' }).textContent()) ?? '',
      });
    await venster.getByText(/Anderen lezen alleen dat de regisseur dit doet, ook bij/).waitFor();
    await eisToegankelijk(page, 'een afspraak via de regisseur');
    await venster.getByLabel('Wat spreekt u af?').focus();
    await page.keyboard.press('Enter');

    await venster.waitFor({ state: 'detached' });
    await page
      .getByText(/, via de regisseur/)
      .first()
      .waitFor();
  });

  test('wie het is leest dat, en houdt bij hoe het gaat; een ander krijgt geen letter van wie het is', async () => {
    const [pieter, sanne] = [await product.persoon('Pieter Aalbers'), await product.persoon('Sanne Kuipers')];
    await openBord(sanne, casusId);
    await openBord(pieter, casusId);
    const afspraak = pieter.page.locator('rt-bord-afspraak').filter({ hasText: TITEL }).first();
    await afspraak.getByText('u, via de regisseur').waitFor();
    await afspraak.locator('summary').click();
    await afspraak.getByRole('button', { name: /Hoe staat het ermee/ }).click();
    await afspraak.getByText('Anderen lezen wat u opschrijft als van de regisseur.').waitFor();
    await afspraak.getByLabel('Wat is er gebeurd?').fill('Gebeld, nog drie weken');
    await pieter.page.keyboard.press('Enter');

    await sanne.page.getByText('Gebeld, nog drie weken').first().waitFor({ state: 'attached' });
    const kaart = (await bordVan(sanne, casusId)).kaarten.find(({ titel }) => titel === TITEL);
    const regisseur = (await bordVan(sanne, casusId)).deelnemers.find((een) => een.regisseur)?.id;
    expect(kaart).toMatchObject({ uitvoerders: [regisseur], stappen: [{ door: regisseur }] });
    expect(await sanne.ontvangen()).not.toContain('Pieter Aalbers');
    await eisToegankelijk(pieter.page, 'een afspraak via de regisseur, bijgehouden');
  });

  test('het aanbod is er voor ieder, ook wie niemand kent die discreet meedoet: dan krijgt de regisseur de afspraak', async () => {
    const sanne = await product.persoon('Sanne Kuipers');
    await openBord(sanne, casusId);
    await sanne.page.getByRole('button', { name: 'Nieuwe afspraak', exact: true }).first().click();
    const venster = sanne.page.getByRole('dialog', { name: 'Nieuwe afspraak' });
    await venster.getByLabel('Wat spreekt u af?').fill('Vragen naar de behandeling');
    const keuze = venster.getByLabel(VRAAG);
    expect(await keuze.locator('option').allTextContents()).toEqual([
      'Nee',
      'Ja, de regisseur geeft het door',
    ]);

    await keuze.selectOption({ label: 'Ja, de regisseur geeft het door' });
    await venster.getByText('De regisseur krijgt deze afspraak en geeft die door.').waitFor();
    await venster.getByLabel('Wat spreekt u af?').focus();
    await sanne.page.keyboard.press('Enter');

    await venster.waitFor({ state: 'detached' });
    const { kaarten, deelnemers } = await bordVan(sanne, casusId);
    const kaart = kaarten.find(({ titel }) => titel === 'Vragen naar de behandeling');
    expect(kaart).toMatchObject({ uitvoerders: [deelnemers.find((een) => een.regisseur)?.id] });
  });
});

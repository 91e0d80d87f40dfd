import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DemoMedewerkers } from '../../shared/contract/sessies.ts';
import type { Antwoord } from '../../shared/contract/contract.ts';
import { werkdagOver } from '../bouw/werkdag.ts';
import {
  eisGeenZijwaarts,
  eisToegankelijk,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
  tabTot,
} from './opstelling.ts';

// The overleg on the screen: who is in one, what of its agenda is theirs, and bringing something to it.

const NAAM = 'Tafel van de test';
const VRAAG = 'Wie neemt de post over tot het budgetplan loopt?';
const ALLEEN_VOORZITTER = 'Moeder belt liever niet met de gemeente.';

let product: Product;
let petra: Persoon;
let fatima: Persoon;
let overlegId: string;

beforeEach(async () => {
  product = await startProduct();
  petra = await product.persoon('Petra van Loon');
  fatima = await product.persoon('Fatima El Amrani');
  overlegId = await reeksMet(NAAM, ['Jeroen Hofstra']);
});

afterEach(async () => {
  await product.sluit();
});

/** A weekly series with Petra in the chair. @returns its first overleg */
async function reeksMet(naam: string, leden: readonly string[]): Promise<string> {
  const { body } = await petra.vraag<DemoMedewerkers>('GET', '/demo/medewerkers');
  const id = (wie: string) => body.medewerkers.find((een) => een.naam === wie)?.id ?? '';
  const eerste = werkdagOver(8);
  const { status, body: reeks } = await petra.vraag<{ id: string }>('POST', '/overlegreeksen', {
    naam,
    plaats: 'Stadhuis, kamer 2',
    videolink: 'https://beeld.gemeente.example/vaste-tafel',
    duur: 90,
    ritme: { eerste, tijd: '09:00', weken: 1 },
    voorzitterId: id('Petra van Loon'),
    leden: leden.map(id),
  });
  expect(status).toBe(201);
  const lijst = await petra.vraag<Antwoord<'overleg.lijst'>>('GET', '/overleggen');
  return lijst.body.overleggen.find(({ reeksId }) => reeksId === reeks.id)?.id ?? '';
}

/** Brings the rich case, by the screen. */
async function brengIn({ page }: Persoon): Promise<void> {
  await page.getByRole('button', { name: 'Breng een casus in' }).click();
  await page.getByLabel('Welke casus?').selectOption({ index: 1 });
  await page.getByLabel('Wat vraagt u aan de tafel?').fill(VRAAG);
  await page.getByRole('radio', { name: 'Ja', exact: true }).check();
  await page.locator('summary', { hasText: 'Meer' }).first().click();
  await page.getByLabel('Wat moet alleen de voorzitter weten?').fill(ALLEEN_VOORZITTER);
  await page.getByRole('button', { name: 'Breng in', exact: true }).click();
  await page.getByText('Ingebracht. De voorzitter heeft nog niet besloten.').waitFor();
}

test('OV1: who directs a casus finds the overleg on mijn werk, brings it, reads what the chair said, and takes it back; who is a member beside it gets nothing of it', async () => {
  await rijkeCasus(fatima);
  const { page } = fatima;
  await page.goto('/');
  await page.getByRole('link', { name: 'Al uw overleggen, en iets inbrengen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overleg' }).waitFor();
  await eisToegankelijk(page, 'alle overleggen');
  await page.locator(`a[href="/overleggen/${overlegId}"]`).first().click();
  await page.getByRole('heading', { level: 1, name: NAAM }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/overleggen/${overlegId}`);

  // What is missing is said at its field, before the server is asked.
  await page.getByRole('button', { name: 'Breng een casus in' }).click();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
  await eisToegankelijk(page, 'een casus inbrengen');
  await page.getByRole('button', { name: 'Breng in', exact: true }).click();
  await page.getByText('Kies of het gezin dit weet').first().waitFor();
  await page.getByRole('button', { name: 'Laat maar' }).click();
  await brengIn(fatima);
  await page.getByRole('heading', { level: 3, name: VRAAG }).waitFor();

  // The chair decides, and says why.
  const punten = async () =>
    (await petra.vraag<Antwoord<'overleg.haal'>>('GET', `/overleggen/${overlegId}`)).body.agendapunten;
  const id = (await punten())[0]?.id ?? '';
  const zet = (body: object) => petra.vraag('PATCH', `/overleggen/${overlegId}/agendapunten/${id}`, body);
  expect((await zet({ besluit: 'aanvaard' })).status).toBe(204);
  await page.reload();
  await page.getByText('Op de agenda, verwacht rond 9.00 uur.').waitFor();

  const jeroen = await product.persoon('Jeroen Hofstra');
  await jeroen.page.goto('/');
  await jeroen.page.getByRole('region', { name: 'Overleg' }).getByText('u bent vast lid').first().waitFor();
  await jeroen.page.goto(`/overleggen/${overlegId}`);
  await jeroen.page.getByText('Op deze agenda staat niets voor u.').waitFor();
  const gekregen = await jeroen.ontvangen();
  expect(gekregen).not.toContain(id);
  expect(gekregen).not.toContain(VRAAG);
  expect(gekregen).not.toContain(ALLEEN_VOORZITTER);

  expect((await zet({ besluit: 'teruggegeven', reden: 'Vraag eerst wat moeder zelf wil.' })).status).toBe(
    204,
  );
  await page.reload();
  await page.getByText('De voorzitter gaf dit terug').waitFor();
  await page.getByText('Vraag eerst wat moeder zelf wil.').waitFor();
  await eisToegankelijk(page, 'een overleg met een eigen agendapunt');

  await page.getByRole('button', { name: /^Haal van de agenda/ }).click();
  await page.getByText('Wat u hierbij schreef, wordt dan ook gewist.').waitFor();
  await page.getByRole('button', { name: 'Haal van de agenda', exact: true }).click();
  await page.getByRole('heading', { level: 3, name: VRAAG }).waitFor({ state: 'detached' });
  expect(await punten()).toEqual([]);
});

test('OV1: the chair reads all of the agenda, takes on, orders, gives back with why and puts off; a notulist reads it and does nothing', async () => {
  await rijkeCasus(fatima);
  await fatima.page.goto(`/overleggen/${overlegId}`);
  await brengIn(fatima);
  const jeroen = await product.persoon('Jeroen Hofstra');
  const dilemma = { titel: 'Wanneer deel je een vermoeden?', tekst: 'Twee collega’s denken er anders over.' };
  const gebracht = await jeroen.vraag('POST', `/overleggen/${overlegId}/agendapunten`, {
    dilemma,
    minuten: 15,
  });
  expect(gebracht.status).toBe(201);

  const { page } = petra;
  await page.goto(`/overleggen/${overlegId}`);
  const casus = page.getByRole('article', { name: VRAAG });
  const vraagstuk = page.getByRole('article', { name: `Dilemma: ${dilemma.titel}` });
  await casus.getByText('Wat is ingebracht').click();
  await casus.getByText(ALLEEN_VOORZITTER).waitFor();
  await eisToegankelijk(page, 'de agenda van de voorzitter');
  // She takes no part in it: its label, and no way in.
  expect(await casus.getByRole('link').count()).toBe(0);

  await casus.getByRole('button', { name: /^Neem aan/ }).press('Enter');
  await casus.getByText('Op de agenda, verwacht rond 9.00 uur.').waitFor();
  await vraagstuk.getByRole('button', { name: /^Neem aan/ }).press('Enter');
  await vraagstuk.getByText('verwacht rond 9.20 uur').waitFor();
  await vraagstuk.getByRole('button', { name: /^Eerder/ }).press('Enter');
  await casus.getByText('verwacht rond 9.15 uur').waitFor();
  // Focus stays with what was moved.
  await page.waitForFunction(
    () => document.activeElement?.textContent?.includes('Wanneer deel je een vermoeden?') === true,
  );
  await casus.getByRole('button', { name: /^Geef meer of minder tijd/ }).press('Enter');
  await casus.getByLabel('Hoeveel minuten krijgt het?').selectOption('45');
  await casus.getByRole('button', { name: 'Bewaren' }).press('Enter');
  await casus
    .getByText(/^45\smin/)
    .first()
    .waitFor();

  for (const scherm of [
    { width: 390, height: 844 },
    { width: 683, height: 384 },
    { width: 1366, height: 768 },
  ]) {
    await page.setViewportSize(scherm);
    await eisGeenZijwaarts(petra);
    await eisToegankelijk(page, `de agenda op ${scherm.width}`);
  }

  // Without a reason it isn't given back.
  await casus.getByRole('button', { name: /^Geef terug/ }).press('Enter');
  await casus.getByRole('button', { name: 'Geef terug', exact: true }).press('Enter');
  await casus
    .getByText(/Waarom geeft u het terug/)
    .first()
    .waitFor();
  expect(
    (await fatima.vraag<Antwoord<'overleg.haal'>>('GET', `/overleggen/${overlegId}`)).body.agendapunten[0]
      ?.staat,
  ).toBe('aanvaard');
  await casus.getByLabel('Waarom geeft u het terug?').fill('Vraag eerst wat moeder wil.');
  await casus.getByRole('button', { name: 'Geef terug', exact: true }).press('Enter');
  await casus.getByText('Staat niet op de agenda.').waitFor();
  await vraagstuk.getByRole('button', { name: /^Schuif door/ }).press('Enter');
  await vraagstuk.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.id === 'rt-overleg-agenda');

  // Who notes reads the same, and has no button of it.
  const { body } = await petra.vraag<Antwoord<'overlegreeks.lijst'>>('GET', '/overlegreeksen');
  const reeks = body.reeksen.find(({ naam }) => naam === NAAM);
  const notulistId = reeks?.leden[0]?.medewerkerId;
  await petra.vraag('PATCH', `/overlegreeksen/${reeks?.id}`, { notulistId });
  await jeroen.page.goto(`/overleggen/${overlegId}`);
  await jeroen.page.getByRole('article', { name: VRAAG }).waitFor();
  expect(
    await jeroen.page.getByRole('button', { name: /Neem aan|Geef terug|Schuif door|minuten/ }).count(),
  ).toBe(0);
});

test('OV10: a member brings a dilemma by the keyboard alone; on a phone and at 200 % nothing falls off', async () => {
  const jeroen = await product.persoon('Jeroen Hofstra');
  const { page } = jeroen;
  await page.goto(`/overleggen/${overlegId}`);
  await page.getByText('Op deze agenda staat niets voor u.').waitFor();
  await tabTot(page, /^Breng een dilemma in$/);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
  await page.keyboard.type('Wanneer deel je een vermoeden?');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Twee collega’s denken er anders over.');
  await tabTot(page, /^Breng in$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 3, name: 'Dilemma: Wanneer deel je een vermoeden?' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'rt-overleg-agenda');

  for (const scherm of [
    { width: 390, height: 844 },
    { width: 683, height: 384 },
    { width: 1366, height: 768 },
  ]) {
    await page.setViewportSize(scherm);
    await eisGeenZijwaarts(jeroen);
    await eisToegankelijk(page, `een overleg op ${scherm.width}`);
  }
});

test('OV1, NK5: an overleg in which one isn’t, and none at all, look alike', async () => {
  const karim = await product.persoon('Karim Haddad');
  const { page } = karim;
  for (const id of [overlegId, '3f2b8c1e-9a4d-4e6f-8b7a-1c2d3e4f5a6b']) {
    await page.goto(`/overleggen/${id}`);
    await page.getByRole('heading', { level: 1, name: 'Dit overleg is er niet voor u' }).waitFor();
    expect(await page.title()).toMatch(/^Overleg/);
  }
  await page.goto('/');
  await page.getByRole('heading', { level: 2, name: /^Uw casussen/ }).waitFor();
  expect(await page.getByRole('region', { name: 'Overleg' }).count()).toBe(0);
});

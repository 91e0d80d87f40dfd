import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  bordStaat,
  bordVan,
  openBord,
  openToevoegen,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
} from './opstelling.ts';

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(async () => {
  await product.sluit();
});

test('scene 1: casus inbrengen, en wie erbij gevraagd wordt ziet haar', async () => {
  const jeroen = await product.onbekende();
  const tom = await product.persoon('Tom Bakker');
  const marloes = await product.persoon('Marloes de Wit');

  // As a newcomer: choose who you are, go to your work, bring a household.
  await jeroen.page.goto('/');
  await jeroen.page.getByRole('button', { name: /Jeroen Hofstra/ }).click();
  await jeroen.page.getByRole('heading', { level: 1, name: 'Mijn werk' }).waitFor();
  await jeroen.page.getByRole('link', { name: 'Casus inbrengen' }).click();
  await jeroen.page.getByRole('button', { name: 'Moeder toevoegen' }).click();
  await jeroen.page.getByRole('button', { name: 'Kind toevoegen' }).click();
  await jeroen.page.getByLabel('Ja, ik heb het verteld').check();
  await jeroen.page.getByLabel('Sinds wanneer?').fill('2026-11-12');
  await jeroen.page.getByLabel('Met wie hebt u het besproken?').fill('moeder');
  const vraag = 'Wie helpt bij een rustige start na de verhuizing?';
  await jeroen.page.getByLabel('Wat vraagt u aan de anderen?').fill(vraag);
  await jeroen.page.getByLabel('Jeugdwet').check();
  // Forgotten on purpose: nothing is lost, and the page says what to do.
  await jeroen.page.getByRole('button', { name: 'Casus inbrengen' }).click();
  await expect
    .poll(() => jeroen.page.getByLabel('Waarvoor brengt u deze casus in?').getAttribute('aria-invalid'))
    .toBe('true');
  expect(await jeroen.page.getByLabel('Wat vraagt u aan de anderen?').inputValue()).toBe(vraag);
  await jeroen.page
    .getByLabel('Waarvoor brengt u deze casus in?')
    .selectOption({ label: 'Hulp op elkaar afstemmen' });
  await jeroen.page.getByLabel('Op grond waarvan?').selectOption({ label: 'Taak uit de Participatiewet' });
  await jeroen.page.getByRole('button', { name: 'Casus inbrengen' }).click();
  await jeroen.page.getByRole('heading', { level: 2, name: 'Nu', exact: true }).waitFor();
  await jeroen.page.getByText(vraag).first().waitFor();
  const casusId = new URL(jeroen.page.url()).pathname.split('/').at(-1) ?? '';

  // Invites Tom; before it is done, the page says what Tom will see.
  await jeroen.page.getByRole('button', { name: 'Iemand uitnodigen' }).click();
  const venster = jeroen.page.getByRole('dialog', { name: 'Iemand uitnodigen' });
  await venster.getByLabel('Wie?').selectOption({ label: 'Jeugdconsulent: Tom Bakker, Gemeente Merwerade' });
  await venster.getByLabel('Het hele huishouden').check();
  await venster
    .getByText(/jeugdhulp/)
    .filter({ visible: true })
    .first()
    .waitFor();
  await venster
    .getByLabel('Waarvoor doet deze persoon mee?')
    .selectOption({ label: 'Hulp op elkaar afstemmen' });
  await venster.getByLabel('Op grond van').selectOption({ label: 'Taak uit de Jeugdwet' });
  // Of the municipality's own task the household is told, not asked.
  expect(await venster.getByText('Vindt het gezin dit goed?').count()).toBe(0);
  await venster.getByRole('button', { name: 'Laat meedoen', exact: true }).click();
  await venster.waitFor({ state: 'detached' });
  await jeroen.page
    .getByRole('region', { name: 'Wie doen mee' })
    .getByText('Tom Bakker', { exact: false })
    .first()
    .waitFor();

  await tom.page.goto('/');
  await tom.page.getByText('U doet mee aan een nieuwe casus').first().waitFor();
  await openBord(tom, casusId);
  await tom.page.getByText(vraag).first().waitFor();

  // Who isn't at the table gets the page for what doesn't exist, and not a letter of it.
  await marloes.page.goto(`/casussen/${casusId}`);
  await marloes.page.getByRole('heading', { level: 1 }).waitFor();
  const { status } = await marloes.vraag('GET', `/casussen/${casusId}`);
  expect(status).toBe(404);
  expect(await marloes.ontvangen()).not.toContain(vraag);
});

test('scene 3: dat, niet wat: de regisseur weet van de ggz, en krijgt geen letter van wat zij schrijft', async () => {
  const fatima = await product.persoon('Fatima El Amrani');
  const pieter = await product.persoon('Pieter Aalbers');
  const lotte = await product.persoon('Lotte Wijnen');
  const marloes = await product.persoon('Marloes de Wit');
  const casusId = await rijkeCasus(fatima);
  for (const persoon of [fatima, pieter, lotte, marloes]) await openBord(persoon, casusId);

  const kanarie = `kanarie-${Date.now()} slaapt slecht`;
  await schrijfZorgpunt(pieter, 'Gezondheid', kanarie);
  // A colleague who reads it gets it live: so it was sent, and whoever didn't get it, wasn't sent it.
  await lotte.page.getByText(kanarie).first().waitFor();

  const tegel = fatima.page.getByRole('group', { name: /^Gezondheid van .*niet open voor u/ });
  await tegel.waitFor();
  // One line says whom to ask; opened it says all.
  expect(await tegel.locator('summary').innerText()).toContain('Pieter Aalbers');
  await tegel.locator('summary').click();
  expect(await tegel.textContent()).toContain('Pieter Aalbers');
  expect(await tegel.textContent()).toContain('06-0000 0013');
  await tegel.getByRole('button', { name: /Waarom zie ik dit niet/ }).click();
  await fatima.page.getByText(/is niet voor u opengesteld\. Het is voor wie daarmee helpt/).waitFor();
  // It ends with whom to call, and the number.
  await fatima.page.getByRole('dialog').getByRole('link', { name: '06-0000 0013' }).waitFor();

  // The woningcorporatie sees neither the tile nor a hole where it would be.
  expect(await marloes.page.getByText('Gezondheid', { exact: false }).count()).toBe(0);
  expect(await marloes.ontvangen()).not.toContain('Pieter');
  for (const buitenstaander of [fatima, marloes]) {
    await buitenstaander.page.reload();
    await bordStaat(buitenstaander);
    expect(await buitenstaander.ontvangen()).not.toContain(kanarie);
  }
  expect(product.uitvoer()).not.toContain(kanarie);
});

test('scene 5: intrekken: het scherm gaat meteen dicht, en wat later komt, komt niet meer', async () => {
  const fatima = await product.persoon('Fatima El Amrani');
  const pieter = await product.persoon('Pieter Aalbers');
  const lotte = await product.persoon('Lotte Wijnen');
  const tom = await product.persoon('Tom Bakker');
  const casusId = await rijkeCasus(fatima);
  for (const persoon of [fatima, pieter, lotte, tom]) await openBord(persoon, casusId);

  // A narrower seat: Tom takes part for kind 1 only, and what is about kind 2 goes while he looks.
  const bord = await bordVan(fatima, casusId);
  const [, kind1, kind2] = bord.leden;
  const tomZetel = bord.deelnemers.find(({ naam }) => naam === 'Tom Bakker');
  const overKind2 = bord.compartimenten.find(
    (tegel) => tegel.categorie === 'hulp' && tegel.lidId === kind2?.id,
  );
  const kanarie2 = `kanarie over kind 2 ${Date.now()}`;
  const gemaakt = await fatima.vraag('POST', `/casussen/${casusId}/kaarten`, {
    compartimentId: overKind2?.id,
    soort: 'zorgpunt',
    titel: kanarie2,
    leefgebied: 'onderwijs',
  });
  expect(gemaakt.status).toBe(201);
  await tom.page.getByText(kanarie2).first().waitFor();
  const smaller = await fatima.vraag('PATCH', `/casussen/${casusId}/deelnemers/${tomZetel?.id}`, {
    lidIds: [kind1?.id],
  });
  expect(smaller.status).toBe(200);
  await tom.page.getByText(kanarie2).first().waitFor({ state: 'detached' });
  // Whom the board is about: moeder isn't his, and kind 2 no longer.
  await expect.poll(() => tom.page.locator('.bord-kop__regel').innerText()).toMatch(/\bkind\b/);
  expect(await tom.page.getByText(/kind 2/i).count()).toBe(0);

  // The end of a seat, by the regisseur's own hands.
  await fatima.page.getByRole('button', { name: /Wijzigen\s*: gezondheidszorg, Pieter Aalbers/ }).click();
  await beeindigIn(fatima);
  await pieter.page.getByText('U doet niet meer mee aan deze casus').waitFor();
  expect(await pieter.page.getByText('Slaapt', { exact: false }).count()).toBe(0);

  const voor = (await pieter.ontvangen()).length;
  const kanarie = `kanarie na het einde ${Date.now()}`;
  await schrijfZorgpunt(lotte, 'Gezondheid', kanarie);
  await lotte.page.getByText(kanarie).first().waitFor();
  const { status } = await pieter.vraag('GET', `/casussen/${casusId}`);
  expect(status).toBe(404);
  const daarna = await pieter.ontvangen();
  expect(daarna.length).toBeGreaterThan(voor);
  expect(daarna).not.toContain(kanarie);
});

test('scene 11: weigeren: geraden, vervalst of niet voor u: een duidelijk nee, en niemand merkt er iets van', async () => {
  const marloes = await product.persoon('Marloes de Wit');
  const fatima = await product.persoon('Fatima El Amrani');
  const casusId = await rijkeCasus(fatima);
  await openBord(fatima, casusId);
  await openBord(marloes, casusId);
  const bord = await bordVan(fatima, casusId);
  const plan = bord.compartimenten.find(({ categorie, lidId }) => categorie === 'plan' && lidId === null);
  const regie = bord.compartimenten.find(({ categorie }) => categorie === 'regie');
  const onzin = '3b0d6b3e-5c0f-4a9e-8a53-9a1f0a5b7c11';
  const kanarie = `vervalst ${Date.now()}`;

  type Nee = { code: string; detail: string };
  // What one may see and not do: a no that says why.
  const schrijven = await marloes.vraag<Nee>('POST', `/casussen/${casusId}/kaarten`, {
    compartimentId: plan?.id,
    soort: 'vraag',
    titel: kanarie,
  });
  expect(schrijven.status).toBe(403);
  expect(schrijven.body.detail).toMatch(/niet voor u opengesteld/);
  // What one may not know of answers as what doesn't exist.
  const geraden = await marloes.vraag('POST', `/casussen/${casusId}/compartimenten/${regie?.id}/openingen`);
  const verzonnen = await marloes.vraag('POST', `/casussen/${casusId}/compartimenten/${onzin}/openingen`);
  expect(geraden.status).toBe(404);
  expect(geraden.body).toEqual(verzonnen.body);
  // An author that one isn't: who wrote it follows from the session, so such a field is refused.
  const wonen = (await bordVan(marloes, casusId)).compartimenten.find(({ niveau }) => niveau === 'schrijven');
  const vervalst = await marloes.vraag<Nee>('POST', `/casussen/${casusId}/kaarten`, {
    compartimentId: wonen?.id,
    soort: 'zorgpunt',
    leefgebied: 'wonen',
    titel: kanarie,
    door: bord.deelnemers[0]?.id,
  });
  expect(vervalst.status).toBe(422);
  // A link that somebody made up.
  await marloes.page.goto(`/casussen/${onzin}`);
  await marloes.page.getByRole('heading', { level: 1 }).waitFor();

  expect(await fatima.ontvangen()).not.toContain(kanarie);
  expect(JSON.stringify(await bordVan(fatima, casusId))).not.toContain(kanarie);
});

async function schrijfZorgpunt({ page }: Persoon, leefgebied: string, titel: string): Promise<void> {
  const knop = page.getByRole('button', { name: `Zorgpunt bij ${leefgebied}` });
  await openToevoegen({ page }, leefgebied);
  await knop.click();
  const venster = page.getByRole('dialog');
  await venster.getByLabel('Waar maakt u zich zorgen over?').fill(titel);
  await venster.getByRole('button', { name: 'Bewaren' }).click();
  await venster.waitFor({ state: 'detached' });
}

async function beeindigIn({ page }: Persoon): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /beëindigen|stoppen|Laat niet meer meedoen/i })
    .first()
    .click();
  const zeker = page
    .getByRole('dialog')
    .last()
    .getByRole('button', { name: /^(Ja|Beëindig|Deelname beëindigen)/ });
  if ((await zeker.count()) > 0) await zeker.first().click();
}

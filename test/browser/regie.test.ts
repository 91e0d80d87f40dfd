import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  bordVan,
  eisToegankelijk,
  openBord,
  type Persoon,
  type Product,
  rijkeCasus,
  startProduct,
} from './opstelling.ts';
import { maakVertraging, type Vertraging } from './vertraging.ts';

// NK30 on the screen: the regie goes over, somebody stands in, and who has no seat decides.

let product: Product;
let lijn: Vertraging;

beforeEach(async () => {
  product = await startProduct();
  lijn = await maakVertraging(product.url);
});

afterEach(async () => {
  await lijn.sluit();
  await product.sluit();
});

/** Somebody whose line takes so long, ms one way. */
async function opLijn(naam: string): Promise<Persoon> {
  return await product.persoon(naam, undefined, { baseURL: lijn.url });
}

async function stelVoor({ page }: Persoon, naar: string, reden: string): Promise<void> {
  await page.getByRole('button', { name: 'Regie overdragen' }).click();
  const venster = page.getByRole('dialog', { name: 'De regie overdragen' });
  await venster.getByLabel('Waar ligt nu het zwaartepunt?').selectOption({ label: 'Jeugd' });
  await venster.getByText('ligt jeugd voor de hand').waitFor();
  await venster.getByLabel('Wie wordt regisseur?').selectOption({ label: naar });
  await venster.getByLabel('Waarom gaat de regie over?').fill(reden);
  await venster.getByRole('button', { name: 'Stel voor' }).click();
  await venster.waitFor({ state: 'detached' });
}

describe.each([
  ['', 0],
  [' over a line of 120 ms', 120],
])('%s', (waar, ms) => {
  test(`scene 7: regie: het zwaartepunt verschuift, de regie gaat warm over, en er is steeds precies één regisseur${waar}`, {
    timeout: 120_000,
  }, async () => {
    lijn.zet(ms);
    const fatima = await opLijn('Fatima El Amrani');
    const tom = await opLijn('Tom Bakker');
    const sanne = await opLijn('Sanne Kuipers');
    const casusId = await rijkeCasus(fatima);
    for (const persoon of [fatima, tom, sanne]) await openBord(persoon, casusId);
    const notities = fatima.page.getByText('Voor de herziening').first();
    await notities.waitFor();
    const regisseurs = async () =>
      (await bordVan(sanne, casusId)).deelnemers.filter(({ regisseur }) => regisseur).map(({ naam }) => naam);
    expect(await regisseurs()).toEqual(['Fatima El Amrani']);

    const reden = `kanarie ${Date.now()}: de kinderen hebben nu de meeste zorg`;
    await stelVoor(fatima, 'Jeugd: Tom Bakker', reden);

    // What is open still is told in a text that comes with it, and that Tom doesn't get yet.
    const overdracht = async (wie: Persoon) =>
      (await bordVan(wie, casusId)).velden.filter(({ naam }) =>
        ['wat nog openstaat', 'voor de volgende regisseur'].includes(naam),
      ).length;
    expect([await overdracht(fatima), await overdracht(tom)]).toEqual([2, 0]);
    expect(await regisseurs()).toEqual(['Fatima El Amrani']);

    // Tom hears of it on his board. Sanne doesn't.
    await tom.page.getByRole('region', { name: 'Nu' }).getByText('vraagt u de regie over te nemen').waitFor();
    await tom.page.getByRole('button', { name: /^Bekijk\s* het voorstel voor de regie/ }).click();
    const venster = tom.page.getByRole('dialog', { name: 'Neemt u de regie over?' });
    await venster.getByText(reden).waitFor();
    await eisToegankelijk(tom.page, 'an offer of the regie');
    expect(await sanne.ontvangen()).not.toContain('kanarie');
    expect(await tom.ontvangen()).not.toContain('Voor de herziening');

    await venster.getByRole('button', { name: 'Ik neem de regie over' }).click();
    await venster.waitFor({ state: 'detached' });

    // Her notes close on her screen while she looks; they open on his.
    await notities.waitFor({ state: 'detached' });
    await tom.page.getByText('Voor de herziening').first().waitFor();
    expect([await overdracht(fatima), await overdracht(tom)]).toEqual([0, 2]);
    await fatima.page.getByRole('button', { name: 'Regie overdragen' }).waitFor({ state: 'detached' });
    await tom.page.getByRole('button', { name: 'Regie overdragen' }).waitFor();
    expect(await regisseurs()).toEqual(['Tom Bakker']);
    // Why stands in the plan, for who reads the plan.
    await expect
      .poll(async () =>
        (await bordVan(sanne, casusId)).kaarten.some(
          (kaart) => 'motivering' in kaart && kaart.motivering === reden,
        ),
      )
      .toBe(true);
    expect(await fatima.page.getByText('Alleen voor de regisseur').count()).toBe(0);
  });
});

test('NK30: the procesregisseur sees who said no to the regie and not why, and appoints', async () => {
  const fatima = await product.persoon('Fatima El Amrani');
  const tom = await product.persoon('Tom Bakker');
  const petra = await product.persoon('Petra van Loon');
  const casusId = await rijkeCasus(fatima);
  const bord = await bordVan(fatima, casusId);
  await openBord(fatima, casusId);
  await stelVoor(fatima, 'Jeugd: Tom Bakker', 'kanarie reden');
  await openBord(tom, casusId);
  await tom.page.getByRole('button', { name: /^Bekijk\s* het voorstel voor de regie/ }).click();
  await tom.page.getByRole('button', { name: 'Nee, ik niet …' }).click();
  await tom.page.getByLabel('Waarom neemt u de regie niet over?').fill('kanarie weigering');
  await tom.page.getByRole('button', { name: 'Zeg nee' }).click();
  await fatima.page.getByText('zei nee tegen uw voorstel voor de regie').waitFor();

  await petra.page.goto('/');
  const hand = petra.page.getByRole('region', { name: 'Als leidinggevende of procesregisseur' });
  await hand.getByText(`Wie krijgt de regie van casus ${bord.label}?`).waitFor();
  await hand
    .getByRole('button', { name: /^Beslissen/ })
    .first()
    .click();
  await eisToegankelijk(petra.page, 'a second hand');
  await hand.getByLabel('De regie gaat naar Tom Bakker').check();
  await hand.getByLabel('Waarom besluit u dit?').first().fill('Jeugd ligt voor de hand');
  await hand.getByRole('button', { name: 'Besluit' }).click();
  await hand.getByText(`Wie krijgt de regie van casus ${bord.label}?`).waitFor({ state: 'detached' });
  await tom.page.getByRole('button', { name: 'Regie overdragen' }).waitFor();
  expect(await petra.ontvangen()).not.toContain('kanarie');
});

test('NK30: who is away lets another stand in from the board, and takes it back', async () => {
  const fatima = await product.persoon('Fatima El Amrani');
  const sanne = await product.persoon('Sanne Kuipers');
  const casusId = await rijkeCasus(fatima);
  for (const persoon of [fatima, sanne]) await openBord(persoon, casusId);
  await fatima.page.getByRole('button', { name: 'Laat iemand waarnemen' }).click();
  const venster = fatima.page.getByRole('dialog', { name: 'Een waarnemer' });
  await venster.getByLabel('Wie neemt waar?').selectOption({ label: 'Schuldhulp: Sanne Kuipers' });
  await venster.getByLabel('Tot en met wanneer?').fill('2026-12-10');
  await eisToegankelijk(fatima.page, 'a waarnemer');
  await venster.getByRole('button', { name: 'Laat waarnemen' }).click();
  await venster.waitFor({ state: 'detached' });
  await sanne.page.getByRole('button', { name: 'Iemand uitnodigen' }).waitFor();
  await fatima.page.getByRole('button', { name: 'Iemand uitnodigen' }).waitFor({ state: 'detached' });
  await fatima.page.getByText('Sanne Kuipers neemt waar als regisseur').waitFor();

  await fatima.page.getByRole('button', { name: 'Stop de waarneming …' }).click();
  await fatima.page.getByRole('button', { name: 'Ik ben er weer: stop de waarneming' }).click();
  await fatima.page.getByRole('button', { name: 'Iemand uitnodigen' }).waitFor();
  await sanne.page.getByRole('button', { name: 'Iemand uitnodigen' }).waitFor({ state: 'detached' });
});

test('NK30: who leads a regisseur names who stands in, and lets it stop again', async () => {
  const fatima = await product.persoon('Fatima El Amrani');
  const sanne = await product.persoon('Sanne Kuipers');
  const monique = await product.persoon('Monique Teunissen');
  const casusId = await rijkeCasus(fatima);
  const { label } = await bordVan(fatima, casusId);
  await openBord(sanne, casusId);
  await monique.page.goto('/');
  await monique.page.getByText('Een regisseur kan niet: noem een waarnemer').click();
  const noem = monique.page.locator('rt-noem-waarnemer');
  await noem.getByLabel('Welke casus?').selectOption(label);
  await noem.getByLabel('Wie neemt waar?').selectOption({ label: 'Sanne Kuipers, schuldhulpverlener' });
  await noem.getByLabel('Tot en met wanneer?').fill('2026-12-10');
  await noem.getByLabel('Waarom is er een waarnemer nodig?').fill('Ziek');
  await noem.getByRole('button', { name: 'Laat waarnemen' }).click();
  await sanne.page.getByRole('button', { name: 'Iemand uitnodigen' }).waitFor();

  await monique.page.getByText('Een regisseur is er weer: laat de waarneming stoppen').click();
  const stop = monique.page.locator('rt-stop-waarneming');
  await stop.getByLabel('Welke casus?').selectOption(label);
  await eisToegankelijk(monique.page, 'letting a waarneming stop');
  await stop.getByRole('button', { name: 'Laat de waarneming stoppen' }).click();

  await sanne.page.getByRole('button', { name: 'Iemand uitnodigen' }).waitFor({ state: 'detached' });
  await stop.locator(`option[value="${label}"]`).waitFor({ state: 'detached' });
});

test('NK30: who writes the plan says what weighs most, and that is proposed when the regie is handed over', async () => {
  const fatima = await product.persoon('Fatima El Amrani');
  const sanne = await product.persoon('Sanne Kuipers');
  const casusId = await rijkeCasus(fatima);
  for (const persoon of [fatima, sanne]) await openBord(persoon, casusId);
  await sanne.page.getByRole('button', { name: 'Wat weegt het zwaarst?' }).click();
  const wegen = sanne.page.getByRole('dialog', { name: 'Wat weegt het zwaarst?' });
  await wegen.getByLabel('Wat weegt in dit huishouden het zwaarst?').selectOption({ label: 'Jeugd' });
  await wegen.getByLabel('En daarna?').selectOption({ label: 'Schulden' });
  await eisToegankelijk(sanne.page, 'weighing');
  await wegen.getByRole('button', { name: 'Leg vast' }).click();
  await wegen.waitFor({ state: 'detached' });

  await fatima.page.getByRole('button', { name: 'Regie overdragen' }).click();
  const venster = fatima.page.getByRole('dialog', { name: 'De regie overdragen' });
  await venster.getByText('Volgens de tafel weegt jeugd het zwaarst, daarna schulden.').waitFor();
  await venster.getByText(/^Het langst betrokken:/).waitFor();
  expect(await venster.getByLabel('Waar ligt nu het zwaartepunt?').inputValue()).toBe('jeugd');
  // Who would be refused isn't offered: a school, who takes part discreetly, whose seat ends.
  const keuzes = (
    await venster.getByLabel('Wie wordt regisseur?').locator('option').allTextContents()
  ).join();
  expect(keuzes).toContain('Schuldhulp: Sanne Kuipers');
  for (const naam of ['Joke Visser', 'Lotte Wijnen', 'Inge Postma', 'Marloes de Wit'])
    expect(keuzes).not.toContain(naam);
  await eisToegankelijk(fatima.page, 'handing over with a weighing');
});

test('NK30: the regisseur decides on an afspraak, who carries it out objects, the procesregisseur brings it back', {
  timeout: 120_000,
}, async () => {
  const fatima = await product.persoon('Fatima El Amrani');
  const sanne = await product.persoon('Sanne Kuipers');
  const tom = await product.persoon('Tom Bakker');
  const greet = await product.persoon('Petra van Loon');
  const casusId = await rijkeCasus(fatima);
  const bord = await bordVan(fatima, casusId);
  const zetel = (naam: string) => bord.deelnemers.find((een) => een.naam === naam)?.id ?? '';
  const plan = bord.compartimenten.find(({ categorie, lidId }) => categorie === 'plan' && lidId === null);
  const titel = 'Samen naar de zitting';
  const nieuw = { compartimentId: plan?.id, soort: 'afspraak', titel, uitvoerders: [zetel('Sanne Kuipers')] };
  await fatima.vraag('POST', `/casussen/${casusId}/kaarten`, nieuw);
  for (const persoon of [fatima, sanne, tom]) await openBord(persoon, casusId);
  const van = ({ page }: Persoon) => {
    const afspraak = page.locator('rt-bord-afspraak').filter({ hasText: titel }).first();
    return { afspraak, open: () => afspraak.locator('summary').first().click() };
  };

  await van(fatima).open();
  await van(fatima)
    .afspraak.getByRole('button', { name: /^Hierover besluiten/ })
    .click();
  const besluit = van(fatima).afspraak.locator('rt-doorzetbesluit');
  await besluit.getByLabel(/Sanne Kuipers/).uncheck();
  await besluit.getByLabel(/Uzelf/).check();
  await besluit.getByLabel('Waarom besluit u dit?').fill('De zitting is al dinsdag');
  await eisToegankelijk(fatima.page, 'deciding on an afspraak');
  await besluit.getByRole('button', { name: 'Besluit', exact: true }).click();
  await besluit.waitFor({ state: 'detached' });

  await van(sanne).open();
  await van(sanne).afspraak.getByText('De zitting is al dinsdag').waitFor();
  await van(sanne)
    .afspraak.getByRole('button', { name: /^Bezwaar maken/ })
    .click();
  await van(sanne).afspraak.getByLabel('Waarom bent u het er niet mee eens?').fill('Ik ken de rechter');
  await eisToegankelijk(sanne.page, 'objecting');
  await van(sanne).afspraak.getByRole('button', { name: 'Maak bezwaar', exact: true }).click();
  await van(sanne).afspraak.getByText('De procesregisseur beslist nog.').waitFor();
  await van(fatima).afspraak.getByText('Bezwaar van').waitFor();

  await greet.page.goto('/');
  const hand = greet.page.locator('rt-tweede-hand');
  await hand.getByText(`Blijft een besluit van de regisseur staan in casus ${bord.label}?`).waitFor();
  const regel = hand.locator('li').filter({ hasText: bord.label }).filter({ hasText: 'Sanne Kuipers' });
  await regel.getByRole('button', { name: /^Beslissen/ }).click();
  await regel.getByLabel('Het besluit vervalt').check();
  await regel.getByLabel('Waarom besluit u dit?').fill('Sanne gaat al maanden mee');
  await eisToegankelijk(greet.page, 'deciding on an objection');
  await regel.getByRole('button', { name: 'Besluit', exact: true }).click();
  await regel.waitFor({ state: 'detached' });

  await van(sanne).afspraak.getByText('Sanne gaat al maanden mee').waitFor();
  await van(tom).open();
  await van(tom).afspraak.getByText('geldt niet meer').waitFor();
  // Neither the one nor the other got what only two may read.
  expect(await tom.ontvangen()).not.toContain('Ik ken de rechter');
  expect(await greet.ontvangen()).not.toMatch(/Ik ken de rechter|Samen naar de zitting|al dinsdag/);
});

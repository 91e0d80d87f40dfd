import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Adviesregel } from '../../shared/contract/advies.ts';
import {
  bordVan,
  eisGeenZijwaarts,
  eisToegankelijk,
  openBord,
  openToevoegen,
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

const VRAAG = 'Wat helpt kind om na de vakantie weer te beginnen?';

test('OV11, NK27: wat een ander bewaart, gaat open voor wie adviseert, niet voor wie vroeg, en weer dicht', async () => {
  const fatima = await product.persoon('Fatima El Amrani');
  const tom = await product.persoon('Tom Bakker', { width: 390, height: 844 });
  const hanneke = await product.persoon('Hanneke Groenewoud');
  const casusId = await rijkeCasus(fatima);
  const bord = await bordVan(tom, casusId);
  const kind1 = bord.leden.find(({ rol }) => rol === 'kind 1')?.id;
  const deel = bord.compartimenten.find(
    ({ categorie, lidId, niveau }) => categorie === 'jeugd' && lidId === kind1 && niveau === 'schrijven',
  );
  const woord = `kanarie${Date.now()}`;
  const naam = (await bordVan(fatima, casusId)).kaarten.find((kaart) => kaart.soort === 'naam');
  const voornaam = naam?.soort === 'naam' ? naam.voornaam : '';
  await tom.vraag('POST', `/casussen/${casusId}/kaarten`, {
    compartimentId: deel?.id,
    soort: 'zorgpunt',
    titel: `${woord}: belt niet op 06-12345678`,
    leefgebied: 'opvoeden_jeugd',
  });

  // Fatima asks, and asks for what jeugd keeps.
  await openBord(fatima, casusId);
  await fatima.page.keyboard.press('n');
  await fatima.page.getByRole('button', { name: 'Advies vragen', exact: true }).click();
  const venster = fatima.page.getByRole('dialog', { name: /Advies vragen/ });
  await venster.getByLabel('Over wie gaat het?').selectOption({ label: 'Kind 1' });
  await venster.getByLabel('Wat wilt u weten?').fill(VRAAG);
  const anderen = venster.getByRole('group', { name: /Wat vraagt u aan wie het bewaart/ });
  await anderen.getByRole('checkbox', { name: 'Jeugdhulp, kind 1' }).check();
  await venster.getByLabel('Uiterlijk wanneer hebt u antwoord nodig?').fill('over 2 weken');
  await eisToegankelijk(fatima.page, 'advies vragen, ook aan anderen');
  await venster.getByRole('button', { name: 'Vraag versturen' }).click();
  await venster.waitFor({ state: 'detached' });
  const { body } = await fatima.vraag<{ adviesvragen: Adviesregel[] }>('GET', '/adviesvragen');
  const id = body.adviesvragen[0]?.id;

  // Hanneke takes it on: she hears that more may come.
  await hanneke.page.goto(`/advies/${id}`);
  await hanneke.page.getByRole('button', { name: 'Vraag aannemen' }).click();
  await hanneke.page.getByText('Het team vroeg ook anderen om iets open te zetten').waitFor();

  // Tom sees the question, and what is left out of his part, before he decides.
  await openBord(tom, casusId);
  const meelezen = tom.page.getByRole('region', { name: 'Meelezen voor een tijd' });
  await meelezen.getByText(/vraagt dit open te zetten voor advies/).waitFor();
  await meelezen.getByRole('button', { name: /Besluit/ }).click();
  const besluit = tom.page.getByRole('dialog', { name: 'Openzetten voor advies?' });
  await besluit.getByText(VRAAG.replace('kind', 'kind')).waitFor();
  await besluit.getByText('06-12345678').waitFor();
  await eisToegankelijk(tom.page, 'openzetten voor advies');
  await eisGeenZijwaarts(tom);
  await besluit.getByRole('radio', { name: 'Ja, zonder namen' }).check();
  await besluit.getByLabel('Waarom?').fill('Het helpt om het geheel te zien.');
  await besluit.getByRole('button', { name: 'Bewaar dit besluit' }).click();
  await besluit.waitFor({ state: 'detached' });

  // It comes in while she looks; to Fatima it says that something opened, and nothing opens for her.
  await hanneke.page.getByText(woord).waitFor();
  expect(await hanneke.page.getByText('06-12345678').count()).toBe(0);
  await fatima.page.goto(`/advies/${id}`);
  await fatima.page.getByText('Jeugdhulp, kind 1:').waitFor();
  await fatima.page.getByText('geopend').waitFor();
  await eisToegankelijk(fatima.page, 'gevraagd aan wie het bewaart');

  // Tom closes it, and it goes while she looks.
  const staatOpen = await tom.vraag<{ openVoorAdvies: { id: string; compartimentId: string }[] }>(
    'GET',
    `/casussen/${casusId}/toegangsverzoeken`,
  );
  const plaats = staatOpen.body.openVoorAdvies.findLastIndex((een) => een.compartimentId === deel?.id);
  await meelezen
    .getByRole('button', { name: /Beëindig.*gedragsdeskundige/ })
    .nth(plaats)
    .click();
  await tom.page.getByRole('button', { name: 'Ja, beëindig' }).click();
  await hanneke.page.getByText(woord).waitFor({ state: 'detached' });

  for (const verborgen of [voornaam, bord.label, casusId, '06-12345678'])
    expect(await hanneke.ontvangen(), verborgen).not.toContain(verborgen);
  expect(await fatima.ontvangen()).not.toContain(woord);
});

test('OV11: advies vragen vanaf een doel of een leefgebied begint met wat u daar zelf bewaart', async () => {
  const tom = await product.persoon('Tom Bakker');
  const fatima = await product.persoon('Fatima El Amrani', { width: 390, height: 844 });
  const casusId = await rijkeCasus(fatima);
  await openBord(tom, casusId);
  await openToevoegen(tom, 'Opvoeden en jeugd');
  await tom.page.getByRole('button', { name: 'Advies vragen over Opvoeden en jeugd' }).click();
  const venster = tom.page.getByRole('dialog', { name: /Advies vragen/ });
  const opent = venster.getByRole('group', { name: /Wat mag de gedragsdeskundige lezen/ });
  await opent.getByRole('checkbox', { checked: true }).first().waitFor();
  await eisToegankelijk(tom.page, 'advies vragen vanaf een leefgebied');
  await tom.page.keyboard.press('Escape');
  await venster.waitFor({ state: 'detached' });

  // At a text: where it stands is chosen, and which text it is about stands in the question.
  await tom.page
    .getByRole('button', { name: /^Advies vragen over: Houd rekening met/ })
    .first()
    .click();
  expect(await venster.getByLabel('Wat is er aan de hand?').inputValue()).toMatch(
    /^Het gaat om de tekst ‘Houd rekening met, .+’\.$/,
  );
  expect(await venster.getByRole('checkbox', { checked: true }).count()).toBe(1);
  await eisToegankelijk(tom.page, 'advies vragen bij een tekst');

  await openBord(fatima, casusId);
  await eisGeenZijwaarts(fatima);
  await fatima.page.getByRole('tab', { name: 'Doelen' }).click();
  const bijDoel = fatima.page.getByRole('button', { name: /^Advies vragen over doel/ }).first();
  await bijDoel.click();
  const vanDoel = fatima.page.getByRole('dialog', { name: /Advies vragen/ });
  await vanDoel.getByRole('checkbox', { checked: true }).first().waitFor();
  expect(await vanDoel.getByRole('checkbox', { checked: true }).count()).toBe(1);
  await eisGeenZijwaarts(fatima);
});

import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { laatTomOveralMeedoen } from '../bouw/demo.ts';
import {
  aanTafel,
  bordStaat,
  bordVan,
  eisToegankelijk,
  openBord,
  openLeefgebied,
  openToevoegen,
  type Persoon,
  type Product,
  startProduct,
} from './opstelling.ts';
import { maakVertraging } from './vertraging.ts';

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(async () => {
  await product.sluit();
});

/** Writes a zorgpunt in what one's own organisation keeps. */
async function schrijf({ page }: Persoon, gebied: string, titel: string, waar: RegExp): Promise<void> {
  await openToevoegen({ page }, gebied);
  await page.getByRole('button', { name: `Zorgpunt bij ${gebied}` }).click();
  const venster = page.getByRole('dialog');
  await venster.getByLabel('Waar maakt u zich zorgen over?').fill(titel);
  const plaats = venster.getByRole('radio', { name: waar });
  if ((await plaats.count()) > 0) await plaats.first().check();
  await venster.getByRole('button', { name: 'Bewaren' }).click();
  await venster.waitFor({ state: 'detached' });
  await page.getByText(titel).first().waitFor();
}

test('scene 5: meelezen eindigt: schuldhulp leest mee bij jeugd, en raakt het kwijt terwijl zij kijkt', async () => {
  const {
    mensen: { tom, sanne },
  } = await aanTafel(product, ['Tom Bakker', 'Sanne Kuipers'] as const).then(({ mensen }) => ({
    mensen: { tom: mensen['Tom Bakker'], sanne: mensen['Sanne Kuipers'] },
  }));
  const geheim = `kanarie ${Date.now()} bij jeugd`;
  await schrijf(tom, 'Opvoeden en jeugd', geheim, /Alleen bij uw eigen organisatie/);
  expect(await sanne.ontvangen()).not.toContain(geheim);

  // Tom lets her read along: what, who, what for, on which ground, why and until when.
  await tom.page.getByRole('button', { name: 'Iemand laten meelezen' }).click();
  const venster = tom.page.getByRole('dialog', { name: 'Iemand laten meelezen' });
  await eisToegankelijk(tom.page, 'iemand laten meelezen');
  const keuzes = await venster.getByLabel('Wat mag deze persoon lezen?').locator('option').allInnerTexts();
  const deel = keuzes.find((naam) => naam === 'Jeugdhulp van het huishouden') ?? keuzes.at(-1) ?? '';
  await venster.getByLabel('Wat mag deze persoon lezen?').selectOption({ label: deel });
  await venster
    .getByLabel('Wie mag meelezen?')
    .selectOption({ label: 'Schuldhulp: Sanne Kuipers, Gemeente Merwerade' });
  await venster.getByLabel('Waarvoor?').selectOption({ label: 'Hulp op elkaar afstemmen' });
  await venster.getByLabel('Op grond van').selectOption({ label: 'Taak uit de Jeugdwet' });
  await venster.getByLabel('Waarom is dit nodig?').fill('Om de regelingen op elkaar af te stemmen.');
  await venster.getByLabel('Tot en met wanneer?').fill('over 2 weken');
  await venster.getByText('Iedereen die dit leest, ziet dan dat deze persoon meeleest').waitFor();
  await venster.getByRole('button', { name: 'Laat meelezen', exact: true }).click();
  await venster.waitFor({ state: 'detached' });

  // It opens on her screen while she looks; opening it is one click that is logged.
  const meelezen = sanne.page.getByRole('region', { name: 'Meelezen voor een tijd' });
  await meelezen
    .getByText(/U leest mee/)
    .first()
    .waitFor();
  await openLeefgebied(sanne, 'Opvoeden en jeugd');
  await sanne.page
    .getByRole('button', { name: /Openen.*Jeugdhulp/i })
    .first()
    .click();
  await sanne.page.getByText(geheim).first().waitFor();
  const bijTom = tom.page.getByRole('region', { name: 'Meelezen voor een tijd' });
  expect(await bijTom.innerText()).toMatch(
    /Schuldhulp \(Sanne Kuipers\) leest mee\s+tot en met .*: Jeugdhulp van het huishouden/,
  );
  await eisToegankelijk(tom.page, 'bord met wie meeleest');

  // And it goes while she looks.
  await bijTom.getByRole('button', { name: /^Beëindig\s*: Schuldhulp/ }).click();
  await tom.page.getByRole('button', { name: 'Ja, beëindig' }).click();
  await sanne.page.getByText(geheim).first().waitFor({ state: 'detached' });
  await meelezen.waitFor({ state: 'detached' });
  const later = `kanarie ${Date.now()} na het einde`;
  await schrijf(tom, 'Opvoeden en jeugd', later, /Alleen bij uw eigen organisatie/);
  await sanne.page.reload();
  await sanne.page.getByRole('heading', { level: 2, name: 'Nu', exact: true }).waitFor();
  expect(await sanne.ontvangen()).not.toContain(later);
});

/** What the ggz keeps about moeder gets one line more. */
async function schrijfOverMoeder(pieter: Persoon, casusId: string, titel: string): Promise<void> {
  const { compartimenten } = await bordVan(pieter, casusId);
  const deel = compartimenten.find(
    ({ categorie, lidId, niveau }) => categorie === 'gezondheid' && lidId !== null && niveau === 'schrijven',
  );
  const kaart = { compartimentId: deel?.id, soort: 'zorgpunt', titel, leefgebied: 'gezondheid' };
  expect((await pieter.vraag('POST', `/casussen/${casusId}/kaarten`, kaart)).status).toBe(201);
  await pieter.page.getByText(titel).first().waitFor();
}

test.each([
  ['on a quick line', 0],
  ['with 120 ms each way', 120],
])(
  'scene 4: vragen of je mag meelezen: twee weken gevraagd, korter gekregen, gelezen, en kwijt terwijl zij kijkt, %s',
  { timeout: 120_000 },
  async (_, ms) => {
    const lijn = await maakVertraging(product.url);
    onTestFinished(() => lijn.sluit());
    const casusId = await laatTomOveralMeedoen(product.url);
    const tom = await product.persoon('Tom Bakker');
    await openBord(tom, casusId);
    const pieter = await product.persoon('Pieter Aalbers', undefined, { baseURL: lijn.url });
    await openBord(pieter, casusId);
    lijn.zet(ms);
    const geheim = `kanarie ${ms} ${Date.now()} bij de ggz`;
    await schrijfOverMoeder(pieter, casusId, geheim);

    // Tom asks, from the closed line: what for stands there already; why, and until when.
    const regel = tom.page.getByRole('group', { name: /^Gezondheid van .*niet open voor u/ });
    await regel.locator('summary').click();
    await regel
      .getByRole('button', { name: /Vragen of ik mag meelezen/ })
      .first()
      .click();
    const venster = tom.page.getByRole('dialog', { name: 'Vragen of ik mag meelezen' });
    await venster.getByLabel('Waarom kan het niet zonder?').waitFor();
    await eisToegankelijk(tom.page, 'vragen of ik mag meelezen');
    await venster.getByText('Wie dit bewaart, leest dat u het vraagt, met uw naam').waitFor();
    const overWie = venster.getByLabel('Over wie?');
    if ((await overWie.count()) > 0) await overWie.selectOption({ label: 'Moeder' });
    await venster.getByLabel('Waarom kan het niet zonder?').fill('Om te weten wat zij nu aankan.');
    await venster.getByLabel('Tot en met wanneer?').fill('over 2 weken');
    await venster.getByRole('button', { name: 'Vraag versturen' }).click();
    await venster.waitFor({ state: 'detached' });
    await regel
      .getByText(/gevraagd/)
      .first()
      .waitFor();

    // Pieter finds it in mijn werk and at the part, and gives less than was asked: two clicks and a reason.
    const { body } = await pieter.vraag<{ wachtend: { soort: string; titel: string }[] }>(
      'GET',
      '/werkvoorraad',
    );
    expect(body.wachtend.map(({ titel }) => titel)).toContain('Jeugd vraagt mee te lezen: Gezondheid');
    const bijPieter = pieter.page.getByRole('region', { name: 'Meelezen voor een tijd' });
    await bijPieter.getByRole('button', { name: /^Besluit/ }).click();
    const besluit = pieter.page.getByRole('dialog', { name: 'Mag deze persoon meelezen?' });
    await besluit.getByText('Om te weten wat zij nu aankan.').waitFor();
    await besluit.getByLabel('Ja, laat meelezen').check();
    await besluit.getByLabel('Waarom?', { exact: true }).fill('Voor de afspraken van deze week.');
    await besluit.getByLabel('Tot en met wanneer?').fill('over 1 week');
    await eisToegankelijk(pieter.page, 'besluiten of iemand mag meelezen');
    await besluit.getByRole('button', { name: 'Bewaar dit besluit' }).click();
    await besluit.waitFor({ state: 'detached' });

    // It opens while Tom looks; he opens it, which is recorded, and reads.
    await regel
      .getByText(/geopend/)
      .first()
      .waitFor();
    await openLeefgebied(tom, 'Gezondheid');
    await tom.page
      .getByRole('button', { name: /Openen.*gezondheid van moeder/i })
      .first()
      .click();
    await tom.page.getByText(geheim).first().waitFor();
    await bijPieter
      .getByText(/leest mee/)
      .first()
      .waitFor();

    // And it goes while he looks, and what comes later doesn't reach him.
    await bijPieter.getByRole('button', { name: /^Beëindig/ }).click();
    await pieter.page.getByRole('button', { name: 'Ja, beëindig' }).click();
    await tom.page.getByText(geheim).first().waitFor({ state: 'detached' });
    const later = `kanarie ${ms} ${Date.now()} na het einde`;
    await schrijfOverMoeder(pieter, casusId, later);
    await tom.page.reload();
    await bordStaat(tom);
    expect(await tom.ontvangen()).not.toContain(later);
    // So that the next one asks anew.
    const vragen = await tom.vraag<{ verzoeken: { id: string; rol: string }[] }>(
      'GET',
      `/casussen/${casusId}/toegangsverzoeken`,
    );
    for (const { id } of vragen.body.verzoeken.filter(({ rol }) => rol === 'vrager'))
      await tom.vraag('DELETE', `/casussen/${casusId}/toegangsverzoeken/${id}`);
  },
);

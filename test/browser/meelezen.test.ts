import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aanTafel,
  eisToegankelijk,
  openLeefgebied,
  type Persoon,
  type Product,
  startProduct,
} from './opstelling.ts';

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(async () => {
  await product.sluit();
});

/** Writes a zorgpunt in what one's own organisation keeps. */
async function schrijf({ page }: Persoon, gebied: string, titel: string, waar: RegExp): Promise<void> {
  await openLeefgebied({ page }, gebied);
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
  const meelezen = sanne.page.getByRole('region', { name: 'Leest mee voor een tijd' });
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
  const bijTom = tom.page.getByRole('region', { name: 'Leest mee voor een tijd' });
  expect(await bijTom.innerText()).toMatch(
    /Schuldhulp \(Sanne Kuipers\) leest mee\s+tot en met .*: Jeugdhulp van het huishouden/,
  );
  await eisToegankelijk(tom.page, 'bord met wie meeleest');

  // And it goes while she looks.
  await bijTom.getByRole('button', { name: /Beëindig/ }).click();
  await tom.page.getByRole('button', { name: 'Ja, beëindig' }).click();
  await sanne.page.getByText(geheim).first().waitFor({ state: 'detached' });
  await meelezen.waitFor({ state: 'detached' });
  const later = `kanarie ${Date.now()} na het einde`;
  await schrijf(tom, 'Opvoeden en jeugd', later, /Alleen bij uw eigen organisatie/);
  await sanne.page.reload();
  await sanne.page.getByRole('heading', { level: 2, name: 'Nu', exact: true }).waitFor();
  expect(await sanne.ontvangen()).not.toContain(later);
});

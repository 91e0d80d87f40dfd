import { afterAll, beforeAll, expect, test } from 'vitest';
import { Handelingen } from '../../bench/scherm/handelingen.mjs';
import { bordStaat, openBord, type Product, rijkeCasus, startProduct, tabTot } from './opstelling.ts';

/*
 * Three things that somebody does who never saw the product, by what stands on the screen alone. What each costs is
 * counted in what one presses and fills in, and told in docs/screen.md.
 */

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(async () => {
  await product.sluit();
});

test('opdracht 1: een casus inbrengen en twee mensen uitnodigen', async () => {
  const { page } = await product.persoon('Jeroen Hofstra', undefined, { nieuw: true });
  await page.goto('/');
  const inbrengen = new Handelingen();

  await inbrengen.druk(page.getByRole('link', { name: 'Casus inbrengen' }));
  await inbrengen.druk(page.getByRole('button', { name: 'Moeder toevoegen' }));
  await inbrengen.druk(page.getByRole('button', { name: 'Kind toevoegen' }));
  await inbrengen.druk(page.getByLabel('Ja, ik heb het verteld'));
  await inbrengen.vul(page.getByLabel('Sinds wanneer?'), 'vandaag');
  await inbrengen.vul(page.getByLabel('Met wie hebt u het besproken?'), 'moeder');
  await inbrengen.vul(page.getByLabel('Wat vraagt u aan de anderen?'), 'Wie helpt bij een rustige start?');
  await inbrengen.kies(page.getByLabel('Waarvoor brengt u deze casus in?'), 'Hulp op elkaar afstemmen');
  await inbrengen.druk(page.getByRole('button', { name: 'Casus inbrengen' }));

  await page.getByRole('heading', { level: 1, name: 'Wie helpt bij een rustige start?' }).waitFor();
  expect(inbrengen.aantal).toBeLessThanOrEqual(9);

  // A casus without anybody else says what comes next.
  await page.getByRole('region', { name: 'Nu' }).getByText('Er doet nog niemand anders mee.').waitFor();

  const venster = page.getByRole('dialog', { name: 'Iemand uitnodigen' });
  const nodigUit = async (wie: string, magHet: boolean, knop: string) => {
    const uitnodigen = new Handelingen();
    await uitnodigen.kies(venster.getByLabel('Wie?'), wie);
    await uitnodigen.druk(venster.getByLabel('Het hele huishouden'));
    if (magHet) {
      // Somebody from elsewhere: for what, on which ground, and what the household said, which nobody fills in for them.
      await uitnodigen.kies(
        venster.getByLabel('Waarvoor doet deze persoon mee?'),
        'Hulp op elkaar afstemmen',
      );
      await uitnodigen.kies(venster.getByLabel('Op grond van'), 'Toestemming van de inwoner');
      await uitnodigen.druk(venster.getByLabel('Ja, het is met het gezin afgesproken'));
      await uitnodigen.druk(venster.getByLabel('Ja, het gezin vindt dat goed'));
    }
    await uitnodigen.druk(venster.getByRole('button', { name: knop, exact: true }));
    return uitnodigen.aantal;
  };
  await page.getByRole('button', { name: 'Nodig iemand uit' }).click();
  const verder = 'Laat meedoen, en nog iemand';
  expect(await nodigUit('Jeugdconsulent: Tom Bakker, Gemeente Merwerade', false, verder)).toBe(3);
  // It stands where the form for the next begins, and that needn't be scrolled to.
  await venster.getByText('Tom Bakker doet mee. Wie nog meer?').waitFor();
  expect(
    await venster.getByText('Tom Bakker doet mee. Wie nog meer?').evaluate((zin) => {
      const { top, bottom } = zin.getBoundingClientRect();
      return (
        top >= 0 && bottom <= (zin.closest('form')?.querySelector('select')?.getBoundingClientRect().top ?? 0)
      );
    }),
  ).toBe(true);
  expect(await page.getByText('Er doet nog niemand anders mee.').count()).toBe(0);
  expect(await nodigUit('Huisarts: Karim Haddad, Huisartsenpraktijk De Griend', true, 'Laat meedoen')).toBe(
    7,
  );
  await venster.waitFor({ state: 'detached' });

  const wie = page.getByRole('region', { name: 'Wie doen mee' });
  await wie.getByText('Tom Bakker').first().waitFor();
  await wie.getByText('Karim Haddad').first().waitFor();
});

test('opdracht 2: uitzoeken wie wat leest over de gezondheid van moeder', async () => {
  const fatima = await product.persoon('Fatima El Amrani', undefined, { nieuw: true });
  const casusId = await rijkeCasus(fatima);
  const { page } = fatima;
  await page.goto(`/casussen/${casusId}`);
  const zoeken = new Handelingen();

  // What she reads of it herself: who reads along stands beneath it, and opens to names.
  await zoeken.druk(page.getByRole('heading', { name: 'Gezondheid', exact: true }));
  const tekst = page
    .getByRole('group', { name: 'Houd rekening met over: moeder' })
    .filter({ hasText: 'Plan met moeder' });
  await zoeken.druk(tekst.getByText(/^Leest mee:/));
  await tekst.getByText('schuldhulp (Sanne Kuipers', { exact: false }).waitFor();

  // What she doesn't read: who keeps it, and whom to call.
  const dicht = page.getByRole('group', { name: /^Gezondheid van .*niet open voor u/ });
  await zoeken.druk(page.getByRole('link', { name: 'Gezondheid: niet open' }));
  expect(
    await dicht.evaluate((regel) => [regel.hasAttribute('open'), regel.contains(document.activeElement)]),
  ).toEqual([true, true]);
  await dicht
    .getByText(/Over moeder: Bel\s+Pieter Aalbers|Bel\s+Pieter Aalbers/)
    .first()
    .waitFor();
  await zoeken.druk(dicht.getByRole('button', { name: /^Waarom zie ik dit niet\?/ }));
  const uitleg = page.getByRole('dialog', { name: 'Waarom zie ik dit niet?' });
  await uitleg.getByText('is niet voor u opengesteld', { exact: false }).first().waitFor();
  await uitleg
    .getByText(/Bel\s+Pieter Aalbers/)
    .first()
    .waitFor();
  expect(zoeken.aantal).toBeLessThanOrEqual(4);
});

test('opdracht 3: iets afspreken en zien dat het gedaan is', async () => {
  const fatima = await product.persoon('Fatima El Amrani');
  const sanne = await product.persoon('Sanne Kuipers');
  const casusId = await rijkeCasus(fatima);
  await openBord(fatima, casusId);
  const afspreken = new Handelingen();
  const wat = 'De brief van de bank samen lezen';

  await afspreken.druk(fatima.page.getByRole('button', { name: 'Nieuwe afspraak' }));
  const venster = fatima.page.getByRole('dialog', { name: 'Nieuwe afspraak' });
  await afspreken.vul(venster.getByLabel('Wat spreekt u af?'), wat);
  await afspreken.druk(venster.getByLabel('Schuldhulp: Sanne Kuipers', { exact: false }));
  await afspreken.vul(venster.getByRole('textbox', { name: 'Uiterlijk klaar op' }), 'vandaag');
  await afspreken.druk(venster.getByRole('button', { name: 'Bewaren' }));
  await fatima.page
    .getByText(/^Bewaard bij Afspraken/)
    .first()
    .waitFor();
  expect(afspreken.aantal).toBeLessThanOrEqual(5);

  // Sanne finds it in her own work, and it is done there in one press.
  await sanne.page.goto('/');
  const afmaken = new Handelingen();
  await afmaken.druk(sanne.page.getByRole('button', { name: new RegExp(`^Gedaan\\s*: ${wat}`) }));
  await sanne.page.getByRole('button', { name: new RegExp(`^Maak ongedaan\\s*: ${wat}`) }).waitFor();
  expect(afmaken.aantal).toBe(1);

  // Fatima looks at her board: it stands with what is ready.
  const zien = new Handelingen();
  const afspraken = fatima.page.getByRole('region', { name: 'Afspraken' });
  await expect
    .poll(async () => await afspraken.getByRole('checkbox', { name: new RegExp(`^Gedaan: ${wat}`) }).count())
    .toBe(1);
  await zien.druk(afspraken.getByText(/^\d+ afspra(?:ak|ken) klaar$/));
  const vakje = afspraken.getByRole('checkbox', { name: new RegExp(`^Gedaan: ${wat}`) });
  await vakje.waitFor();
  expect(await vakje.isChecked()).toBe(true);
  expect(zien.aantal).toBe(1);
});

test('met het toetsenbord alleen: hoogstens twaalf keer Tab tot een nieuwe afspraak', async () => {
  const fatima = await product.persoon('Fatima El Amrani');
  const { page } = fatima;
  await page.goto(`/casussen/${await rijkeCasus(fatima)}`);
  await bordStaat(fatima);
  for (const [naam, meeste] of [
    [/^Naar de inhoud$/, 2],
    [/^Naar Afspraken$/, 5],
  ] as const) {
    await tabTot(page, naam, meeste);
    await page.keyboard.press('Enter');
  }
  await tabTot(page, /^Nieuwe afspraak$/, 5);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Nieuwe afspraak' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.matches('input'))).toBe(true);
});

// Three briefs for somebody who never saw the product, done by what stands on the screen: how often they press, and how
// long that takes. Prints a table; nothing here is a test. `npm run meet:briefs` builds first and runs this.

import { startDemobrowser } from './scherm/demobrowser.mjs';
import { Muis, Toetsenbord } from './scherm/handen.mjs';

const { persoon, rijk, sluit } = await startDemobrowser();

try {
  const regels = [];
  for (const [hoe, Handen, maat] of [
    ['muis, 1366×768', Muis, [1366, 768]],
    ['toetsenbord, 1366×768', Toetsenbord, [1366, 768]],
    ['duim, 390×844', Muis, [390, 844]],
  ])
    for (const [wat, doe] of Object.entries({
      'casus inbrengen': brengIn,
      'twee mensen uitnodigen': nodigUit,
      'wie leest wat over de gezondheid van moeder': wieLeestWat,
      afspreken: spreekAf,
      'het is gedaan, en dat zien': zieGedaan,
    }))
      regels.push({ opdracht: wat, hoe, ...(await doe((page) => new Handen(page), maat)) });
  console.table(regels);
} finally {
  await sluit();
}

async function brengIn(handen, maat) {
  const { page, context } = await persoon('Jeroen Hofstra', ...maat);
  await page.goto('/');
  const h = handen(page);
  await breng(h, page);
  await context.close();
  return h.uitkomst;
}

async function breng(h, page) {
  await h.druk(page.getByRole('link', { name: 'Casus inbrengen' }));
  await h.druk(page.getByRole('button', { name: 'Moeder toevoegen' }));
  await h.druk(page.getByRole('button', { name: 'Kind toevoegen' }));
  await h.druk(page.getByLabel('Ja, ik heb het verteld'));
  await h.vul(page.getByLabel('Sinds wanneer?'), 'vandaag');
  await h.vul(page.getByLabel('Met wie hebt u het besproken?'), 'moeder');
  await h.vul(page.getByLabel('Wat vraagt u aan de anderen?'), 'Wie helpt bij een rustige start?');
  await h.kies(page.getByLabel('Waarvoor brengt u deze casus in?'), 'Hulp op elkaar afstemmen');
  await h.druk(page.getByRole('button', { name: 'Casus inbrengen' }));
  await page.getByRole('heading', { level: 1, name: 'Wie helpt bij een rustige start?' }).waitFor();
}

async function nodigUit(handen, maat) {
  const { page, context } = await persoon('Jeroen Hofstra', ...maat);
  await page.goto('/');
  await breng(new Muis(page), page);
  const h = handen(page);
  await h.druk(page.getByRole('button', { name: 'Nodig iemand uit' }), ['Naar de inhoud', 'Naar Nu']);
  const venster = page.getByRole('dialog', { name: 'Iemand uitnodigen' });
  await h.kies(venster.getByLabel('Wie?'), 'Jeugdconsulent: Tom Bakker, Gemeente Merwerade');
  await h.druk(venster.getByLabel('Het hele huishouden'));
  await h.druk(venster.getByRole('button', { name: 'Laat meedoen, en nog iemand' }));
  await venster.getByText('Wie nog meer?').waitFor();
  await h.kies(venster.getByLabel('Wie?'), 'Huisarts: Karim Haddad, Huisartsenpraktijk De Griend');
  await h.druk(venster.getByLabel('Moeder', { exact: true }));
  await h.kies(venster.getByLabel('Op grond van'), 'Toestemming van de inwoner');
  await h.druk(venster.getByLabel('Ja, het is met het gezin afgesproken'));
  await h.druk(venster.getByLabel('Ja, het gezin vindt dat goed'));
  await h.druk(venster.getByRole('button', { name: 'Laat meedoen', exact: true }));
  await venster.waitFor({ state: 'detached' });
  await context.close();
  return h.uitkomst;
}

async function wieLeestWat(handen, maat) {
  const { page, context } = await persoon('Fatima El Amrani', ...maat);
  await bord(page);
  const h = handen(page);
  const gebied = page
    .locator('.bord-gebied')
    .filter({ has: page.getByRole('heading', { name: 'Gezondheid', exact: true }) });
  await h.druk(gebied.locator('summary').first(), ['Naar de inhoud', 'Naar Wat wij weten']);
  const tekst = page
    .getByRole('group', { name: 'Houd rekening met over: moeder' })
    .filter({ hasText: 'Plan met' });
  await h.druk(tekst.locator('summary', { hasText: 'Leest mee:' }));
  await tekst.getByText('schuldhulp (Sanne Kuipers', { exact: false }).waitFor();
  await h.druk(page.getByRole('link', { name: 'Gezondheid: niet open' }));
  const dicht = page.getByRole('group', { name: /^Gezondheid van .*niet open voor u/ });
  await h.druk(dicht.getByRole('button', { name: /^Waarom zie ik dit niet/ }));
  await page
    .getByRole('dialog', { name: 'Waarom zie ik dit niet?' })
    .getByText(/Bel\s+Pieter Aalbers/)
    .waitFor();
  await context.close();
  return h.uitkomst;
}

async function spreekAf(handen, maat) {
  const { page, context } = await persoon('Fatima El Amrani', ...maat);
  await bord(page);
  const h = handen(page);
  await maakAfspraak(h, page);
  await context.close();
  return h.uitkomst;
}

async function maakAfspraak(h, page) {
  await h.druk(page.getByRole('button', { name: 'Nieuwe afspraak' }), ['Naar de inhoud', 'Naar Afspraken']);
  const venster = page.getByRole('dialog', { name: 'Nieuwe afspraak' });
  await h.vul(venster.getByLabel('Wat spreekt u af?'), 'De brief van de bank samen lezen');
  await h.druk(venster.getByLabel('Schuldhulp: Sanne Kuipers', { exact: false }));
  await h.vul(venster.getByRole('textbox', { name: 'Uiterlijk klaar op' }), 'vandaag');
  await h.druk(venster.getByRole('button', { name: 'Bewaren' }));
  await page
    .getByText(/^Bewaard bij Afspraken/)
    .first()
    .waitFor();
}

/** The other does it from their own work; the first looks on the board. */
async function zieGedaan(handen, maat) {
  const fatima = await persoon('Fatima El Amrani', ...maat);
  await bord(fatima.page);
  await maakAfspraak(new Muis(fatima.page), fatima.page);
  const sanne = await persoon('Sanne Kuipers', ...maat);
  await sanne.page.goto('/');
  const h = handen(sanne.page);
  const naam = /^Gedaan\s*: De brief van de bank/;
  await h.druk(sanne.page.getByRole('button', { name: naam }).first(), ['Naar de inhoud']);
  await sanne.page
    .getByRole('button', { name: /^Maak ongedaan\s*: De brief van de bank/ })
    .first()
    .waitFor();
  await bord(fatima.page);
  h.bij(fatima.page);
  const klaar = fatima.page
    .locator('summary, button', { hasText: /^\s*\d+ afspra(?:ak|ken) klaar\s*$/ })
    .first();
  await h.druk(klaar, ['Naar de inhoud', 'Naar Afspraken']);
  await fatima.page.getByText('De brief van de bank samen lezen').filter({ visible: true }).first().waitFor();
  for (const { context } of [fatima, sanne]) await context.close();
  return h.uitkomst;
}

async function bord(page) {
  await page.goto(`/casussen/${rijk}`);
  await page.locator('#bord-nu-kop').waitFor();
  await page.locator('.bord-dicht').waitFor();
}

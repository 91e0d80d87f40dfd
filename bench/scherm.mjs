// The screen, measured in a real browser: the rich casus of the demo, five seats, four sizes. Prints tables; nothing
// here is a test. `npm run meet:scherm` builds first and runs this.

import { meetBlad } from './scherm/blad.mjs';
import { staat, startDemobrowser } from './scherm/demobrowser.mjs';
import { kilobytesVoorDeEditor } from './scherm/gewicht.mjs';
import { Handelingen } from './scherm/handelingen.mjs';
import { telVerschuiving } from './scherm/verschuiving.mjs';

const ZETELS = ['Fatima El Amrani', 'Sanne Kuipers', 'Pieter Aalbers', 'Joke Visser', 'Marloes de Wit'];
const MATEN = [
  [1920, 1080],
  [1366, 768],
  [390, 844],
  [683, 384],
];

const { persoon, rijk: id, sluit } = await startDemobrowser();

try {
  const regels = [];
  for (const naam of ZETELS) {
    for (const [width, height] of MATEN) {
      const { context, page } = await persoon(naam, width, height);
      await staat(page, id);
      regels.push({ wie: naam, scherm: `${width}×${height}`, ...(await page.evaluate(meetBlad)) });
      await context.close();
    }
  }
  console.table(regels);
  console.table([await meetSnelheid(await persoon('Fatima El Amrani'), id)]);
  console.table([await meetBediening(id)]);
  console.log(`script vóór de editor, gzip: ${kilobytesVoorDeEditor().toFixed(1)} kB`);
} finally {
  await sluit();
}

/** How often one presses, from the top of a page. */
async function meetBediening(id) {
  const { context, page } = await persoon('Fatima El Amrani');
  await staat(page, id);
  const tabs = await tabTot(page, [/^Naar de inhoud$/, /^Naar Afspraken$/, /^Nieuwe afspraak$/]);

  const zorgpunt = new Handelingen();
  await zorgpunt.druk(page.getByRole('button', { name: 'Zorgpunt', exact: true }));
  await page.getByRole('textbox', { name: 'Waar maakt u zich zorgen over?' }).fill('Een zorg');
  await page.getByLabel('Leefgebied').selectOption({ label: 'Wonen' });
  await zorgpunt.druk(page.getByRole('dialog').getByRole('button', { name: 'Bewaren' }));
  await page
    .getByText(/^Bewaard bij/)
    .first()
    .waitFor();

  const lezers = new Handelingen();
  await lezers.druk(page.locator('.bord-weten__kop .bord-lezers > summary'));
  await page.locator('.bord-weten__kop .bord-lezers li').first().waitFor();

  const uitnodigen = new Handelingen();
  await uitnodigen.druk(page.getByRole('button', { name: 'Iemand uitnodigen' }));
  const venster = page.getByRole('dialog', { name: 'Iemand uitnodigen' });
  await uitnodigen.kies(venster.getByLabel('Wie?'), 'Huisarts: Karim Haddad, Huisartsenpraktijk De Griend');
  await uitnodigen.druk(venster.getByLabel('Het hele huishouden'));
  await uitnodigen.kies(venster.getByLabel('Waarvoor doet deze persoon mee?'), 'Hulp op elkaar afstemmen');
  await uitnodigen.kies(venster.getByLabel('Op grond van'), 'Toestemming van de inwoner');
  await uitnodigen.druk(venster.getByLabel('Ja, het is met het gezin afgesproken'));
  await uitnodigen.druk(venster.getByLabel('Ja, het gezin vindt dat goed'));
  await uitnodigen.druk(venster.getByRole('button', { name: 'Laat meedoen', exact: true }));
  await venster.waitFor({ state: 'detached' });

  await page.goto('/');
  const gedaan = new Handelingen();
  await gedaan.druk(page.getByRole('button', { name: /^Gedaan/ }).first());
  await page
    .getByRole('button', { name: /^Maak ongedaan/ })
    .first()
    .waitFor();
  await context.close();
  return {
    'tabs tot een nieuwe afspraak': tabs,
    'klikken: gedaan, in mijn werk': gedaan.aantal,
    'klikken: zorgpunt': zorgpunt.aantal,
    'handelingen: uitnodigen': uitnodigen.aantal,
    'klikken: wie leest mee': lezers.aantal,
  };
}

/** Presses Tab until each of these has focus, and Enter on all but the last. @returns how often Tab was pressed */
async function tabTot(page, namen) {
  let keren = 0;
  for (const [nummer, naam] of namen.entries()) {
    do {
      await page.keyboard.press('Tab');
      keren += 1;
      if (keren > 200) return keren;
    } while (
      !naam.test(await page.evaluate(() => document.activeElement.textContent.replace(/\s+/g, ' ').trim()))
    );
    if (nummer < namen.length - 1) await page.keyboard.press('Enter');
  }
  return keren;
}

/** With the CPU four times as slow: when the board is drawn first, and how much moves after that. */
async function meetSnelheid({ context, page }, id) {
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(telVerschuiving);
  await staat(page, id);
  await page.waitForTimeout(1_500);
  const { op, som } = await page.evaluate(() => globalThis.verschuiving);
  await context.close();
  return {
    'eerste beeld van het bord, ms': Math.round(op),
    'verschuiving daarna': Number(som.toFixed(4)),
  };
}

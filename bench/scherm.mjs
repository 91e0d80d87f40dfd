// The screen, measured in a real browser: the rich casus of the demo, five seats, four sizes. Prints tables; nothing
// here is a test. `npm run meet:scherm` builds first and runs this.

import { meetBlad } from './scherm/blad.mjs';
import { staat, startDemobrowser } from './scherm/demobrowser.mjs';
import { kilobytesVoorDeEditor } from './scherm/gewicht.mjs';

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
  console.table([await meetBediening(await persoon('Fatima El Amrani'), id)]);
  console.table([await meetSnelheid(await persoon('Fatima El Amrani'), id)]);
  console.log(`script vóór de editor, gzip: ${kilobytesVoorDeEditor().toFixed(1)} kB`);
} finally {
  await sluit();
}

/** How often one presses, from the top of a page. */
async function meetBediening({ context, page }, id) {
  await staat(page, id);
  const tabs = await tabTot(page, [/^Naar de inhoud$/, /^Naar Afspraken$/, /^Nieuwe afspraak$/]);
  // Pressing the button, and saving.
  await page.getByRole('button', { name: 'Zorgpunt', exact: true }).click();
  await page.getByRole('textbox', { name: 'Waar maakt u zich zorgen over?' }).fill('Een zorg');
  await page.getByLabel('Leefgebied').selectOption({ label: 'Wonen' });
  await page.getByRole('dialog').getByRole('button', { name: 'Bewaren' }).click();
  await page
    .getByText(/^Bewaard bij/)
    .first()
    .waitFor();
  await page.locator('.bord-weten__kop .bord-lezers > summary').click();
  await page.locator('.bord-weten__kop .bord-lezers li').first().waitFor();
  await context.close();
  return { 'tabs tot een nieuwe afspraak': tabs, 'klikken: zorgpunt': 2, 'klikken: wie leest mee': 1 };
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
  await page.addInitScript(() => {
    globalThis.verschoven = 0;
    globalThis.bordOp = 0;
    new PerformanceObserver((lijst) => {
      for (const een of lijst.getEntries())
        if (globalThis.bordOp > 0 && !een.hadRecentInput) globalThis.verschoven += een.value;
    }).observe({ type: 'layout-shift', buffered: true });
    const kijk = () => {
      if (document.querySelector('#bord-nu-kop') === null) return requestAnimationFrame(kijk);
      globalThis.bordOp = performance.now();
    };
    requestAnimationFrame(kijk);
  });
  await staat(page, id);
  await page.waitForTimeout(1_500);
  const [ms, verschoven] = await page.evaluate(() => [globalThis.bordOp, globalThis.verschoven]);
  await context.close();
  return {
    'eerste beeld van het bord, ms': Math.round(ms),
    'verschuiving daarna': Number(verschoven.toFixed(4)),
  };
}

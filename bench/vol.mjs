// Opening a full casus: a hundred compartments, three hundred kaarten and a text of 190,000 characters, by the server
// alone and in a real browser with its processor four times as slow. Prints milliseconds, medians. `npm run bench:vol`;
// a minute or two.
import { chromium } from 'playwright-core';
import { findBrowser } from '../scripts/bereid.mjs';
import { maak, open } from './groei/casus.mjs';
import { steeds } from './groei/steeds.mjs';
import { metMap } from './samen/beurt.mjs';
import { vraag } from './samen/gemeente.mjs';
import { mediaan } from './samen/mediaan.mjs';
import { Serverproces } from './samen/serverproces.mjs';
import { SERVERS } from './samen/servers.mjs';
import { telVerschuiving } from './scherm/verschuiving.mjs';

const REGIETAFEL = SERVERS.find(({ naam }) => naam === 'regietafel');
const VOL = { casussen: 1, leden: 9, deelnemers: 10, kaarten: 300, tekens: 190_000, wijzigingen: 0 };
const MINSTENS_COMPARTIMENTEN = 100;
const KEREN_IN_BROWSER = 5;
const TRAGER = 4;

await metMap(async (map) => {
  const proces = await Serverproces.start(REGIETAFEL, map);
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const { casusId, wie, plan } = await maak(proces.adres, VOL);
    const bord = await vraag(proces.adres, wie, 'GET', `/casussen/${casusId}`);
    const { compartimenten, kaarten } = bord;
    if (compartimenten.length < MINSTENS_COMPARTIMENTEN || kaarten.length < VOL.kaarten)
      throw new Error(`geen volle casus: ${compartimenten.length} compartimenten, ${kaarten.length} kaarten`);
    console.log(
      `${compartimenten.length} compartimenten, ${kaarten.length} kaarten, ${VOL.tekens} tekens in een tekst, ${VOL.deelnemers} deelnemers`,
    );
    console.table({
      'server, ms': {
        bord: (await steeds(() => vraag(proces.adres, wie, 'GET', `/casussen/${casusId}`))).toFixed(1),
        'tekst openen': (await steeds(async () => (await open(proces.adres, wie, plan)).sluit())).toFixed(1),
      },
    });
    const beelden = [];
    for (let n = 0; n < KEREN_IN_BROWSER; n += 1)
      beelden.push(await inBrowser(browser, `http://${proces.adres}`, wie, casusId));
    const midden = (wat) => Math.round(mediaan(beelden.map((beeld) => beeld[wat])));
    console.table({
      [`browser, ${TRAGER} keer zo traag, ms`]: {
        'eerste beeld': midden('eerste'),
        'alle teksten': midden('alles'),
        verschuiving: mediaan(beelden.map(({ som }) => som)).toFixed(4),
      },
    });
  } finally {
    await browser.close();
    proces.breekAf();
  }
});

/** Opens the board as who has been here before: what it loads is in the cache. */
async function inBrowser(browser, baseURL, { cookie }, casusId) {
  const context = await browser.newContext({
    baseURL,
    locale: 'nl-NL',
    viewport: { width: 1366, height: 768 },
  });
  const [naam, waarde] = cookie.split('=');
  await context.addCookies([{ name: naam, value: waarde, url: baseURL }]);
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: TRAGER });
  await page.addInitScript(telVerschuiving);
  const begin = performance.now();
  await page.goto(`/casussen/${casusId}`);
  await page.getByText(/Alles opgeslagen/).waitFor({ timeout: 120_000 });
  const alles = performance.now() - begin;
  const { op, som } = await page.evaluate(() => globalThis.verschuiving);
  await context.close();
  return { eerste: op, alles, som };
}

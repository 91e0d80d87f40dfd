// The built product with its demo on a port of its own, and a browser to look at it: for what measures the screen and
// for what pictures it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/bereid.mjs';

/** Starts both. `persoon` signs somebody in, in a browser context of their own; `rijk` is the id of the rich casus. */
export async function startDemobrowser() {
  const map = mkdtempSync(join(tmpdir(), 'regietafel-scherm-'));
  const server = spawn(process.execPath, ['dist/server/main.js'], {
    env: {
      ...process.env,
      REGIETAFEL_POORT: '0',
      REGIETAFEL_DATA: join(map, 'data'),
      REGIETAFEL_SLEUTELS: join(map, 'sleutels'),
    },
  });
  const ruimOp = () => {
    server.kill();
    rmSync(map, { recursive: true, force: true });
  };
  try {
    const baseURL = await adresVan(server);
    const browser = await chromium.launch({
      executablePath: findBrowser(),
      args: ['--no-sandbox', '--disable-gpu'],
    });
    const { medewerkers } = await (await fetch(`${baseURL}/api/v1/demo/medewerkers`)).json();
    const persoon = async (naam, width = 1366, height = 768) => {
      const context = await browser.newContext({ baseURL, locale: 'nl-NL', viewport: { width, height } });
      const { id } = medewerkers.find((een) => een.naam === naam);
      await context.request.post('/api/v1/sessies', { data: { medewerkerId: id } });
      // As for who closed the lines for who is new: they stand on one's first board alone.
      await context.addInitScript((naam) => {
        if (location.protocol === 'http:') localStorage.setItem(naam, 'nu weten wie dicht');
      }, `regietafel:uitleg:${id}`);
      return { context, page: await context.newPage() };
    };
    const sluit = async () => {
      await browser.close();
      ruimOp();
    };
    return { persoon, rijk: await rijkeCasus(persoon), sluit };
  } catch (fout) {
    ruimOp();
    throw fout;
  }
}

/** Opens the board and waits until all of it stands. */
export async function staat(page, id) {
  await page.goto(`/casussen/${id}`);
  await page.locator('#bord-nu-kop').waitFor();
  await page.locator('.bord-gebied--laden').last().waitFor({ state: 'detached' });
  await page.getByText(/Alles opgeslagen/).waitFor();
  // The last of all.
  await page.locator('.bord-dicht').waitFor();
}

function adresVan(server) {
  return new Promise((klaar, mislukt) => {
    let uit = '';
    server.stdout.on('data', (deel) => {
      uit += deel;
      const adres = /http:\/\/\S+/.exec(uit);
      if (adres !== null) klaar(adres[0]);
    });
    server.once('exit', (code) => mislukt(new Error(`de server stopte met ${code}: ${uit}`)));
  });
}

async function rijkeCasus(persoon) {
  const { context } = await persoon('Fatima El Amrani');
  const { casussen } = await (await context.request.get('/api/v1/casussen')).json();
  await context.close();
  const heeft = ({ leden }, rol) => leden.some((lid) => lid.rol === rol);
  return casussen.find(
    (casus) => casus.leden.length === 3 && heeft(casus, 'moeder') && heeft(casus, 'kind 2'),
  ).id;
}

// How long opening the editor takes on a text of 10,000 characters and 200 blocks, in a real browser and in the
// product as built: `npm run build && node bench/openen.mjs`. Prints medians and the slowest; nothing here is a test.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../scripts/bereid.mjs';

const TEKENS = 10_000;
const BLOKKEN = 200;
const KEREN = 25;
const TEKST = 'Houd rekening met bij gezondheid, over moeder';
const SCHAKELAAR = `[role=switch][aria-label="Samen typen: ${TEKST}"]`;

const map = mkdtempSync(join(tmpdir(), 'regietafel-openen-'));
const proces = spawn(process.execPath, [fileURLToPath(new URL('../dist/server/main.js', import.meta.url))], {
  env: {
    ...process.env,
    REGIETAFEL_POORT: '0',
    REGIETAFEL_ADRES: '127.0.0.1',
    REGIETAFEL_DATA: join(map, 'data'),
    REGIETAFEL_SLEUTELS: join(map, 'sleutels'),
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise((klaar) => {
  let uit = '';
  proces.stdout.on('data', (deel) => {
    uit += deel;
    const gevonden = /http:\/\/\S+/.exec(uit);
    if (gevonden !== null) klaar(gevonden[0]);
  });
});
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await openBord();
  await vulTekst(page);
  const tijden = [];
  for (let keer = 0; keer < KEREN; keer += 1) tijden.push(await meetOpenen(page));
  console.log(
    `node ${process.version}, Chromium ${browser.version()}, ${TEKENS} tekens in ${BLOKKEN} blokken`,
  );
  toon(
    'de editor maken',
    tijden.map(({ maken }) => maken),
  );
  toon(
    'van klik tot caret',
    tijden.map(({ totCaret }) => totCaret),
  );
  toon(
    'van klik tot het getekend is',
    tijden.map(({ totBeeld }) => totBeeld),
  );
} finally {
  await browser.close();
  proces.kill();
  rmSync(map, { recursive: true, force: true });
}

async function openBord() {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'nl-NL',
    viewport: { width: 1366, height: 768 },
  });
  const { medewerkers } = await (await context.request.get('/api/v1/demo/medewerkers')).json();
  const { id } = medewerkers.find(({ naam }) => naam === 'Fatima El Amrani');
  await context.request.post('/api/v1/sessies', { data: { medewerkerId: id } });
  const { casussen } = await (await context.request.get('/api/v1/casussen')).json();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const { define } = CustomElementRegistry.prototype;
    CustomElementRegistry.prototype.define = function (naam, klasse, opties) {
      define.call(this, naam, klasse, opties);
      if (naam !== 'rt-editor') return;
      const { updated } = klasse.prototype;
      // Where the element makes its editor, once it has something to show it in.
      klasse.prototype.updated = function (...wat) {
        const wasOpen = this.view !== null;
        const begin = performance.now();
        updated.apply(this, wat);
        if (!wasOpen && this.view !== null) globalThis.maken = performance.now() - begin;
      };
    };
  });
  await page.goto(`/casussen/${casussen.find(({ leden }) => leden.length === 3).id}`);
  await page.getByText(/Alles opgeslagen/).waitFor();
  return page;
}

/** Headings, paragraphs and lists, some words of them bold. */
async function vulTekst(page) {
  await page.locator(SCHAKELAAR).click();
  await page.waitForFunction(() => document.querySelector('rt-editor')?.view != null);
  const tekens = await page.evaluate(
    ([aantal, perBlok]) => {
      const { view } = document.querySelector('rt-editor');
      const { schema, tr } = view.state;
      const zin = 'Moeder heeft schulden en belt dinsdag zelf met het loket. '.repeat(4).slice(0, perBlok);
      const knopen = Array.from({ length: aantal }, (_, n) =>
        schema.node(
          'blok',
          { soort: ['alinea', 'punt', 'punt', 'kop', 'nummer'][n % 5], diepte: n % 5 === 2 ? 1 : 0 },
          [
            schema.text(zin.slice(0, 20)),
            schema.text(zin.slice(20, 30), n % 4 === 0 ? [schema.mark('strong')] : []),
            schema.text(zin.slice(30)),
          ],
        ),
      );
      view.dispatch(tr.replaceWith(0, tr.doc.content.size, knopen));
      return view.state.doc.textContent.length;
    },
    [BLOKKEN, TEKENS / BLOKKEN],
  );
  if (tekens !== TEKENS) throw new Error(`the text has ${tekens} characters`);
  await page.getByText('Nog niet alles opgeslagen').waitFor();
  await page.getByText(/Alles opgeslagen/).waitFor();
  await page.locator(SCHAKELAAR).click();
  await page.waitForFunction(() => document.querySelector('rt-editor') === null);
}

/** Opens it and closes it again. Times in ms. */
async function meetOpenen(page) {
  const tijden = await page.evaluate(
    (schakelaar) =>
      new Promise((klaar) => {
        const begin = performance.now();
        document.addEventListener(
          'focusin',
          () => {
            const totCaret = performance.now() - begin;
            // A frame later what was drawn for this one is on the screen.
            requestAnimationFrame(() =>
              requestAnimationFrame(() =>
                klaar({ maken: globalThis.maken, totCaret, totBeeld: performance.now() - begin }),
              ),
            );
          },
          { once: true },
        );
        document.querySelector(schakelaar).click();
      }),
    SCHAKELAAR,
  );
  await page.locator(SCHAKELAAR).click();
  await page.waitForFunction(() => document.querySelector('rt-editor') === null);
  return tijden;
}

function toon(wat, getallen) {
  const gesorteerd = getallen.toSorted((a, b) => a - b);
  const mediaan = gesorteerd[Math.floor(gesorteerd.length / 2)];
  console.log(
    `${wat}: ${mediaan.toFixed(1)} ms, de traagste van ${getallen.length}: ${gesorteerd.at(-1).toFixed(1)} ms`,
  );
}

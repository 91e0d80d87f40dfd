import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Route,
} from 'playwright-core';
import { expect } from 'vitest';
import { findBrowser } from '../../scripts/bereid.mjs';
import type { Bord, CasusLijst } from '../../shared/contract/casussen.ts';
import type { DemoMedewerkers } from '../../shared/contract/sessies.ts';
import { laatTomOveralMeedoen, rijkeCasusIn } from '../bouw/demo.ts';
import { eigenLetters } from './letters.ts';

/** The product as it is started by `npm start`, with its demo, on a port of its own. */
export interface Product {
  readonly url: string;
  /** Everything that the process printed so far. */
  readonly uitvoer: () => string;
  readonly map: string;
  readonly browser: Browser;
  /** As when the power fails: the process ends at once, in the midst of what it was doing. */
  valUit(): Promise<void>;
  /** Starts it again after that, on the same data and the same port. */
  komTerug(): Promise<void>;
  /** Somebody in a browser of their own, signed in; every byte that reaches them is kept. */
  persoon(naam: string, scherm?: BrowserContextOptions['viewport'], bij?: Browseropties): Promise<Persoon>;
  /** A browser in which nobody is signed in. */
  onbekende(scherm?: BrowserContextOptions['viewport']): Promise<Persoon>;
  sluit(): Promise<void>;
}

/** What is other than usual in somebody's browser. `baseURL`: another way to the product, as over a slow line. */
export type Browseropties = Pick<
  BrowserContextOptions,
  'baseURL' | 'isMobile' | 'hasTouch' | 'timezoneId' | 'userAgent'
> & {
  /** For the first time here: the lines for who is new stand on the board. Everyone else closed them long ago. */
  readonly nieuw?: boolean;
};

/** A browser context with one page. */
export interface Persoon {
  readonly page: Page;
  readonly context: BrowserContext;
  /** All that came in: bodies of answers, and frames of sockets. */
  ontvangen(): Promise<string>;
  /** Asks the API as this person's browser would. */
  vraag<T>(
    methode: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    pad: string,
    body?: unknown,
  ): Promise<{ status: number; body: T }>;
}

/** Starts the built product and a browser. @param instellingen what of its environment is other than usual */
export async function startProduct(instellingen: Readonly<Record<string, string>> = {}): Promise<Product> {
  const map = mkdtempSync(join(tmpdir(), 'regietafel-browser-'));
  let uitvoer = '';
  const lees = (tekst: string): void => {
    uitvoer += tekst;
  };
  let proces = await startProces(map, '0', instellingen, lees);
  const { url } = proces;
  const pad = findBrowser();
  if (pad === null || pad === undefined) throw new Error('geen browser gevonden; npm test zoekt er een');
  const browser = await chromium.launch({
    executablePath: pad,
    env: eigenLetters(map),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const { medewerkers } = (await (await fetch(`${url}/api/v1/demo/medewerkers`)).json()) as DemoMedewerkers;

  const onbekende = async (
    scherm: BrowserContextOptions['viewport'] = { width: 1366, height: 768 },
    { nieuw: _nieuw, ...bij }: Browseropties = {},
  ): Promise<Persoon> => {
    const context = await browser.newContext({ baseURL: url, locale: 'nl-NL', viewport: scherm, ...bij });
    const page = await context.newPage();
    const delen: (string | Promise<string>)[] = [];
    page.on('response', (antwoord) => {
      delen.push(antwoord.text().catch(() => ''));
    });
    page.on('websocket', (draad) => {
      draad.on('framereceived', ({ payload }) => delen.push(payload.toString()));
    });
    return {
      page,
      context,
      ontvangen: async () => (await Promise.all(delen)).join('\n'),
      vraag: async (methode, vraagpad, body) => {
        const antwoord = await context.request.fetch(`/api/v1${vraagpad}`, {
          method: methode,
          // Kept for a next question, it could be closed by the server just when that one is asked.
          headers: { connection: 'close' },
          ...(body === undefined ? {} : { data: body }),
        });
        const tekst = await antwoord.text();
        delen.push(tekst);
        return { status: antwoord.status(), body: tekst === '' ? null : JSON.parse(tekst) };
      },
    };
  };

  return {
    url,
    uitvoer: () => uitvoer,
    map,
    browser,
    valUit: () => eindig(proces.kind, 'SIGKILL'),
    komTerug: async () => {
      proces = await startProces(map, new URL(url).port, instellingen, lees);
    },
    onbekende: (scherm) => onbekende(scherm),
    persoon: async (naam, scherm, bij) => {
      const medewerker = medewerkers.find((een) => een.naam === naam);
      if (medewerker === undefined) throw new Error(`${naam} werkt niet in de demogemeente`);
      const persoon = await onbekende(scherm, bij);
      if (bij?.nieuw !== true) await sluitAlleUitleg(persoon.context, medewerker.id);
      const { status } = await persoon.vraag('POST', '/sessies', { medewerkerId: medewerker.id });
      expect(status).toBe(201);
      return persoon;
    },
    sluit: async () => {
      await browser.close();
      await eindig(proces.kind, 'SIGTERM');
      rmSync(map, { recursive: true, force: true });
    },
  };
}

/** As for who closed the lines for who is new (client/bord/uitleg-onthouden.ts). */
async function sluitAlleUitleg(context: BrowserContext, medewerkerId: string): Promise<void> {
  await context.addInitScript((naam) => {
    // A page of nowhere has no storage.
    if (location.protocol === 'http:') localStorage.setItem(naam, 'nu weten wie dicht');
  }, `regietafel:uitleg:${medewerkerId}`);
}

interface Proces {
  readonly kind: ChildProcess;
  readonly url: string;
}

/** Starts the built product and waits until it says where it listens. @param poort `0`: one that is free */
async function startProces(
  map: string,
  poort: string,
  instellingen: Readonly<Record<string, string>>,
  lees: (tekst: string) => void,
): Promise<Proces> {
  const kind = spawn(process.execPath, ['dist/server/main.js'], {
    env: {
      ...process.env,
      ...instellingen,
      REGIETAFEL_POORT: poort,
      REGIETAFEL_ADRES: '127.0.0.1',
      REGIETAFEL_DATA: join(map, 'data'),
      REGIETAFEL_SLEUTELS: join(map, 'sleutels'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await new Promise<string>((klaar, mislukt) => {
    let uit = '';
    const opDeel = (deel: Buffer): void => {
      uit += deel.toString();
      lees(deel.toString());
      const gevonden = /http:\/\/\S+/.exec(uit);
      if (gevonden !== null) klaar(gevonden[0]);
    };
    kind.stdout.on('data', opDeel);
    kind.stderr.on('data', opDeel);
    kind.once('exit', (code) => mislukt(new Error(`de server stopte met ${code}: ${uit}`)));
  });
  return { kind, url };
}

async function eindig(proces: ChildProcess, signaal: NodeJS.Signals): Promise<void> {
  if (proces.exitCode !== null || proces.signalCode !== null) return;
  const weg = new Promise((klaar) => proces.once('exit', klaar));
  proces.kill(signaal);
  await weg;
}

/** The rich case of the README, of which Fatima is regisseur: moeder, kind 1 and kind 2. */
export async function rijkeCasus(fatima: Persoon): Promise<string> {
  const { body } = await fatima.vraag<CasusLijst>('GET', '/casussen');
  return rijkeCasusIn(body);
}

/** The product, and the rich case, with nobody in it yet. */
export async function startMetRijkeCasus(): Promise<{ product: Product; casusId: string }> {
  const product = await startProduct();
  const fatima = await product.persoon('Fatima El Amrani');
  const casusId = await rijkeCasus(fatima);
  await fatima.context.close();
  return { product, casusId };
}

/**
 * People at the rich case, each with the board open and its texts there. Tom takes part for all of the household:
 * in the demo he doesn't for moeder.
 */
export async function aanTafel<Naam extends string>(
  product: Product,
  namen: readonly Naam[],
): Promise<{ casusId: string; mensen: Record<Naam, Persoon> }> {
  const casusId = await laatTomOveralMeedoen(product.url);
  const paren = await Promise.all(
    namen.map(async (naam) => {
      const persoon = await product.persoon(naam);
      await openBord(persoon, casusId);
      await persoon.page.getByText(/Alles opgeslagen/).waitFor();
      // On a busy machine a leefgebied has something only once its texts are there, and is folded then.
      await klapOpen(persoon);
      return [naam, persoon] as const;
    }),
  );
  // One entry for each name that was given.
  return { casusId, mensen: Object.fromEntries(paren) as Record<Naam, Persoon> };
}

/** Opens a board and waits until it stands, with its texts there and every leefgebied that has something unfolded. */
export async function openBord(persoon: Persoon, casusId: string): Promise<void> {
  await persoon.page.goto(`/casussen/${casusId}`);
  await bordStaat(persoon);
  await klapOpen(persoon);
}

/** Waits until a board stands, with its texts, and with what is closed, which comes last. */
export async function bordStaat({ page }: Pick<Persoon, 'page'>): Promise<void> {
  await page.getByRole('heading', { level: 2, name: 'Nu', exact: true }).waitFor();
  // A busy machine shows the rest before its texts: lines come by those.
  await page.getByText('Teksten worden geladen…').waitFor({ state: 'hidden' });
  await page.locator('.bord-gebied--laden').last().waitFor({ state: 'detached' });
  await page.waitForFunction(() => {
    const dicht = document.querySelector('rt-bord-niet-open');
    return dicht !== null && 'staat' in dicht && dicht.staat === true;
  });
}

/** Unfolds every leefgebied that has something. */
export async function klapOpen({ page }: Pick<Persoon, 'page'>): Promise<void> {
  const knop = page.getByRole('button', { name: 'Klap alles uit', exact: true });
  if ((await knop.count()) > 0) await knop.click();
}

/** Unfolds a leefgebied, also one that has nothing for this person. */
export async function openLeefgebied({ page }: Pick<Persoon, 'page'>, naam: string): Promise<void> {
  const leeg = page.getByRole('button', { name: naam, exact: true });
  if ((await leeg.count()) > 0) return leeg.click();
  const regel = page
    .locator('.bord-gebied')
    .filter({ has: page.getByRole('heading', { name: naam, exact: true }) });
  if (!(await regel.evaluate((element) => element.hasAttribute('open'))))
    await regel.locator('summary').first().click();
}

/** Opens what can be added at a leefgebied, and that itself. */
export async function openToevoegen({ page }: Pick<Persoon, 'page'>, naam: string): Promise<void> {
  const regel = page
    .locator('.bord-gebied[open]')
    .filter({ has: page.getByRole('heading', { name: naam, exact: true }) });
  if ((await regel.count()) === 0) await openLeefgebied({ page }, naam);
  const erbij = regel.locator('.bord-toevoegen');
  await erbij.waitFor();
  if (!(await erbij.evaluate((element) => element.hasAttribute('open'))))
    await erbij.locator('summary').click();
}

/** The board as the API gives it. */
export async function bordVan(persoon: Persoon, casusId: string): Promise<Bord> {
  const { status, body } = await persoon.vraag<Bord>('GET', `/casussen/${casusId}`);
  expect(status).toBe(200);
  return body;
}

/** Fails when axe finds something that stops people who use a keyboard or a screen reader (WCAG 2.2 AA). */
export async function eisToegankelijk(page: Page, waar: string): Promise<void> {
  // Through the debugger's own world: the page's Content-Security-Policy stays as it is.
  await page.evaluate(axe.source);
  const fouten = await page.evaluate(async () => {
    const motor = (globalThis as unknown as { axe: typeof axe }).axe; // made by the line above
    const { violations } = await motor.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  });
  expect(fouten, waar).toEqual([]);
}

/** WCAG 1.4.10: nothing makes the page scroll sideways. */
export async function eisGeenZijwaarts({ page }: Persoon): Promise<void> {
  const [breed, scherm] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(breed).toBeLessThanOrEqual(scherm ?? 0);
}

/**
 * `page.route`, for a page that stands already: waits until it holds. A busy page hears of it after what is pressed
 * next, and what it sends by that would go by unseen: past the route, and past `page.on('request')`.
 */
export async function onderschep(
  page: Page,
  pad: string | RegExp,
  doe: (weg: Route) => unknown,
): Promise<void> {
  const proef = '/proef-van-het-onderscheppen';
  await page.route(pad, doe);
  await page.route(proef, (weg) => weg.fulfill({ status: 204 }));
  await expect
    .poll(() => page.evaluate((adres) => fetch(adres).then(({ status }) => status), proef))
    .toBe(204);
  await page.unroute(proef);
}

/** Presses Tab until what has the focus is called like this. */
export async function tabTot(page: Page, naam: RegExp, meeste = 60): Promise<void> {
  for (let i = 0; i < meeste; i += 1) {
    await page.keyboard.press('Tab');
    const tekst = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (naam.test(tekst)) return;
  }
  expect.fail(`met Tab kom je niet bij ${String(naam)}`);
}

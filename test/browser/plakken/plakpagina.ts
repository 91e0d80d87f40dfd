import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { expect } from 'vitest';
import { findBrowser } from '../../../scripts/bereid.mjs';
import { type Blok, KALE_ALINEA, type Stuk } from '../../../shared/tekst/blok.ts';
import type { Proef } from './ingang.ts';

/** An editor alone in a page, under the product's Content-Security-Policy: for what is pasted in it and copied. */
export interface Plakpagina {
  readonly page: Page;
  /** Does something in the page. */
  doe<T, A>(wat: (proef: Proef, argument: A) => T, argument: A): Promise<T>;
  /** Puts a text in the editor, the caret at its start. */
  zet(tekst: readonly Blok[]): Promise<void>;
  /** The text, a line a block: sort, depth and what stands in it. */
  regels(): Promise<string[]>;
  /** What was said since the text was put there. */
  meldingen(): Promise<string[]>;
  /** @param zonderOpmaak as with Shift */
  plak(soorten: Soorten, zonderOpmaak?: boolean): Promise<void>;
  /** Pastes in the last block. */
  plakOnderaan(gekopieerd: Gekopieerd): Promise<void>;
  /** Pastes HTML, and what comes with it, in an empty text. */
  lees(html: string, ook?: Soorten): Promise<{ regels: string[]; meldingen: string[] }>;
  kopieer(): Promise<Gekopieerd>;
  /** Whatever was pasted: nothing of it ran, nothing was fetched, and nothing had to be reported. */
  eisStil(): Promise<void>;
  sluit(): Promise<void>;
}

/** What is on the clipboard, by its kind. */
export type Soorten = Readonly<Record<string, string>>;

export interface Gekopieerd {
  readonly html: string;
  readonly tekst: string;
}

/** A plain paragraph. */
export function regel(tekst: string): Blok {
  const inhoud: Stuk[] = tekst === '' ? [] : [{ soort: 'tekst', tekst, strong: false, em: false }];
  return { ...KALE_ALINEA, inhoud };
}

const ADRES = 'http://plakpagina.test/';
const BELEID =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'";

export async function openPlakpagina(): Promise<Plakpagina> {
  const script = await bundel();
  const browser = await startBrowser();
  const page = await browser.newPage();
  const gevraagd: string[] = [];
  page.on('request', (vraag) => gevraagd.push(vraag.url()));
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url === `${ADRES}proef.js`) return route.fulfill({ contentType: 'text/javascript', body: script });
    if (url !== ADRES) return route.abort();
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': BELEID },
      body: '<!doctype html><title>plakken</title><body><script src="/proef.js"></script>',
    });
  });
  await page.goto(ADRES);
  const doe: Plakpagina['doe'] = (wat, argument) =>
    page.evaluate(
      // The function goes over as text; the page has the object that it works on.
      `(${wat.toString()})(globalThis.proef, ${JSON.stringify(argument) ?? 'undefined'})`,
    );
  const zet = (tekst: readonly Blok[]): Promise<void> => doe((proef, wat) => proef.zet(wat), tekst);
  const regels = (): Promise<string[]> => doe((proef) => proef.regels(), null);
  const meldingen = (): Promise<string[]> => doe((proef) => proef.meldingen(), null);
  const plak = (soorten: Soorten, zonderOpmaak = false): Promise<void> =>
    doe((proef, [wat, hoe]) => proef.plak(wat, hoe), [soorten, zonderOpmaak] as const);
  return {
    page,
    doe,
    zet,
    regels,
    meldingen,
    plak,
    plakOnderaan: async ({ html, tekst }) => {
      await doe((proef) => proef.selecteer(proef.beginVan(-1), proef.beginVan(-1)), null);
      await plak({ 'text/html': html, 'text/plain': tekst });
    },
    lees: async (html, ook = {}) => {
      await zet([regel('')]);
      await plak({ 'text/html': html, 'text/plain': 'x', ...ook });
      return { regels: await regels(), meldingen: await meldingen() };
    },
    kopieer: () => doe((proef) => proef.kopieer(), null),
    eisStil: async () => {
      expect(gevraagd).toEqual([ADRES, `${ADRES}proef.js`]);
      expect(await doe((proef) => proef.schendingen(), null)).toEqual([]);
    },
    sluit: () => browser.close(),
  };
}

function startBrowser(): Promise<Browser> {
  const pad = findBrowser();
  if (pad === null || pad === undefined) throw new Error('geen browser gevonden; npm test zoekt er een');
  return chromium.launch({ executablePath: pad, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
}

/** The modules as the product builds them, in one script. */
async function bundel(): Promise<string> {
  const gebouwd = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('ingang.ts', import.meta.url)),
        formats: ['iife'],
        name: 'plakproef',
      },
    },
  });
  const [uitvoer] = Array.isArray(gebouwd) ? gebouwd : [gebouwd];
  const [brok] = uitvoer !== undefined && 'output' in uitvoer ? uitvoer.output : [];
  if (brok === undefined || brok.type !== 'chunk') throw new Error('er is niets gebouwd');
  return brok.code;
}

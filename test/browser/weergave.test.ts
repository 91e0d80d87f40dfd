import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RtEditor } from '../../client/editor/editor.ts';
import { type Bloksleutels, KALE_ALINEA } from '../../shared/tekst/blok.ts';
import { aanTafel, eisGeenZijwaarts, type Persoon, type Product, startProduct } from './opstelling.ts';
import { typSamen, wachtOpOpgeslagen } from './schrijven.ts';

const GEZONDHEID = 'Houd rekening met bij gezondheid, over moeder';
const LANG =
  'Een zin die zo lang is dat hij op elk scherm over meer dan een regel loopt, ook op een heel breed scherm. ';

let product: Product;
let fatima: Persoon;

beforeAll(async () => {
  product = await startProduct();
  ({
    mensen: { 'Fatima El Amrani': fatima },
  } = await aanTafel(product, ['Fatima El Amrani']));
});

afterAll(async () => {
  await product.sluit();
});

/** Of each block its box and where its words begin, in px from the corner of the text; from top to bottom. */
function plekken(tekst: Locator): Promise<number[][]> {
  return tekst.evaluate((om) => {
    const hoek = om.getBoundingClientRect();
    return [...om.querySelectorAll('p, h4, h5, h6')].map((blok) => {
      const vak = blok.getBoundingClientRect();
      const woorden = document.createRange();
      woorden.selectNodeContents(blok);
      const begin = [...woorden.getClientRects()].find(({ width }) => width > 0) ?? vak;
      return [vak.left - hoek.left, vak.top - hoek.top, vak.width, vak.height, begin.left - hoek.left].map(
        (maat) => Math.round(maat * 100) / 100,
      );
    });
  });
}

/** Replaces all that stands in an editor; a line break in a text is one in the block. */
async function zet(
  vlak: Locator,
  blokken: readonly (Partial<Bloksleutels> & { tekst: string })[],
): Promise<void> {
  const gevuld = blokken.map(({ tekst, ...sleutels }) => ({
    tekst,
    sleutels: { ...KALE_ALINEA, ...sleutels },
  }));
  await vlak.evaluate((element, rijen) => {
    const view = (element.closest('rt-editor') as RtEditor | null)?.view; // its tag's class
    if (view == null) throw new Error('no editor');
    const { schema, tr } = view.state;
    const knopen = rijen.map(({ tekst, sleutels }) => {
      const inhoud = tekst
        .split('\n')
        .flatMap((regel, n) => [
          ...(n > 0 ? [schema.node('breuk')] : []),
          ...(regel === '' ? [] : [schema.text(regel, n % 2 === 0 ? [] : [schema.mark('strong')])]),
        ]);
      return schema.node('blok', sleutels, inhoud);
    });
    view.dispatch(tr.replaceWith(0, tr.doc.content.size, knopen));
  }, gevuld);
}

const ALLES = [
  { tekst: 'Kop', soort: 'kop' },
  { tekst: LANG },
  { tekst: 'Kopje', soort: 'kop', niveau: 2 },
  { tekst: '' },
  { tekst: LANG, soort: 'punt' },
  { tekst: `vervolg\n${LANG}\n`, diepte: 1 },
  { tekst: 'dieper', soort: 'punt', diepte: 1 },
  { tekst: 'daarin', soort: 'kop', niveau: 3, diepte: 2 },
  { tekst: '', soort: 'punt', diepte: 1 },
  { tekst: 'nog dieper', soort: 'punt', diepte: 2 },
  { tekst: 'terug', soort: 'punt' },
  { tekst: 'geteld', soort: 'nummer', begin: 9 },
  { tekst: LANG, soort: 'nummer' },
  { tekst: 'zes cijfers', soort: 'nummer', begin: 999_999 },
  { tekst: 'Weer een alinea.' },
  { tekst: 'springt', soort: 'punt', diepte: 3 },
  { tekst: 'ondieper', soort: 'nummer', diepte: 1 },
  { tekst: 'staat nergens onder', diepte: 2 },
  { tekst: 'het diepst', soort: 'punt', diepte: 8 },
  { tekst: 'Kop op diepte', soort: 'kop', diepte: 4 },
  { tekst: 'Slot.' },
] as const;

test('TX4: niets verspringt als het schrijven ophoudt, op een breed scherm en op een telefoon', async () => {
  const { page } = fatima;
  await page.evaluate(() => document.fonts.ready);
  for (const scherm of [
    { width: 1366, height: 768 },
    { width: 320, height: 640 },
  ]) {
    await page.setViewportSize(scherm);
    const vlak = await typSamen(fatima, GEZONDHEID);
    await zet(vlak, ALLES);
    await wachtOpOpgeslagen(fatima);
    const geschreven = await plekken(vlak);
    await eisGeenZijwaarts(fatima);
    await page.getByRole('switch', { name: `Samen typen: ${GEZONDHEID}`, exact: true }).click();
    const gelezen = page.locator('.rt-tekst').filter({ hasText: 'zes cijfers' });
    await gelezen.waitFor();
    await expect.poll(() => gelezen.evaluate((tekst) => tekst.closest('rt-editor') === null)).toBe(true);
    expect(geschreven).toHaveLength(ALLES.length);
    expect(await plekken(gelezen)).toEqual(geschreven);
    await eisGeenZijwaarts(fatima);
  }
});

test('TX4: wat men leest, is voor een schermlezer een lijst met wat erin staat', async () => {
  const { page } = fatima;
  const vlak = await typSamen(fatima, GEZONDHEID);
  await zet(vlak, [
    { tekst: 'Afspraken bij het eten', soort: 'kop' },
    { tekst: 'eerst', soort: 'nummer', begin: 3 },
    { tekst: 'daarbij', soort: 'punt', diepte: 1 },
    { tekst: 'dan', soort: 'nummer' },
  ]);
  await wachtOpOpgeslagen(fatima);
  await page.getByRole('switch', { name: `Samen typen: ${GEZONDHEID}`, exact: true }).click();
  const gelezen = page.locator('.rt-tekst').filter({ hasText: 'Afspraken bij het eten' });
  await gelezen.waitFor();
  await expect.poll(() => gelezen.locator('ol').count()).toBe(1);
  expect(await gelezen.ariaSnapshot()).toBe(
    [
      '- heading "Afspraken bij het eten" [level=4]',
      '- list:',
      '  - listitem:',
      '    - text: "3."',
      '    - paragraph: eerst',
      '    - list:',
      '      - listitem:',
      '        - text: –',
      '        - paragraph: daarbij',
      '  - listitem:',
      '    - text: "4."',
      '    - paragraph: dan',
    ].join('\n'),
  );
});

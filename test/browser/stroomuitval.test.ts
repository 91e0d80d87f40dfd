import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aanTafel, openBord, openToevoegen, type Persoon, type Product, startProduct } from './opstelling.ts';
import { inhoudVan, naarEinde, typSamen, wachtOpOpgeslagen } from './schrijven.ts';

/** Who types where: five in one text, three in texts that others don't see, of which one a concept. */
const PLAATSEN = {
  'Fatima El Amrani': 'Houd rekening met bij gezondheid, over moeder',
  'Tom Bakker': 'Houd rekening met bij gezondheid, over moeder',
  'Sanne Kuipers': 'Houd rekening met bij gezondheid, over moeder',
  'Ali Yilmaz': 'Houd rekening met bij gezondheid, over moeder',
  'Pieter Aalbers': 'Houd rekening met bij gezondheid, over moeder',
  'Lotte Wijnen': 'Alleen voor gezondheidszorg bij gezondheid, over moeder',
  'Joke Visser': 'Alleen voor onderwijs bij onderwijs, over kind',
  'Inge Postma': 'Alleen voor inkomen bij inkomen en financiën',
} as const;
type Naam = keyof typeof PLAATSEN;
const NAMEN = Object.keys(PLAATSEN) as Naam[]; // its own keys
/** One who reads each of the texts. */
const LEZERS: readonly Naam[] = ['Sanne Kuipers', 'Lotte Wijnen', 'Joke Visser', 'Inge Postma'];

let product: Product;
let casusId: string;
let mensen: Record<Naam, Persoon>;

beforeAll(async () => {
  product = await startProduct();
  ({ casusId, mensen } = await aanTafel(product, NAMEN));
});

afterAll(async () => {
  await product.sluit();
});

test('scene 12: stroomuitval: wat iemand als opgeslagen zag, staat er nog; ieder schrijft door zonder te herladen', async () => {
  const vlakken = new Map<Naam, Locator>();
  await Promise.all(
    NAMEN.map(async (naam) => {
      vlakken.set(naam, await begin(naam));
      await volgWatOpgeslagenHeet(mensen[naam]);
    }),
  );
  const typ = async (naam: Naam, woord: string) => {
    await mensen[naam].page.keyboard.insertText(` ${merk(naam)}${woord}`);
  };

  // Everybody types, and sees at least something called saved.
  for (const naam of NAMEN) {
    const vlak = vlakken.get(naam);
    if (vlak === undefined) continue;
    await naarEinde(vlak);
    await mensen[naam].page.keyboard.press('Enter');
  }
  await Promise.all(NAMEN.map((naam) => typ(naam, 'een')));
  for (const naam of NAMEN) {
    await expect.poll(() => gezien(mensen[naam]), { timeout: 20_000 }).toContain(`${merk(naam)}een`);
  }

  // In the midst of typing, the process is gone.
  const reeks = Promise.all(
    NAMEN.map(async (naam) => {
      for (let i = 0; i < 12; i += 1) await typ(naam, `midden${i}.`);
    }),
  );
  await mensen['Tom Bakker'].page
    .getByText(`${merk('Tom Bakker')}midden3.`)
    .first()
    .waitFor();
  await product.valUit();
  await reeks;
  await Promise.all(NAMEN.map((naam) => typ(naam, 'zonderstroom')));
  for (const naam of NAMEN) {
    const { page } = mensen[naam];
    await page.getByText(/Geen verbinding: nog niet alles opgeslagen/).waitFor();
    await page.getByText('Geen verbinding: nog niet opgeslagen. Schrijf gerust door.').waitFor();
    expect(await page.locator('.bord-opslag--goed').count()).toBe(0);
    expect(await gezien(mensen[naam])).not.toContain('zonderstroom');
    // Nobody brings anything along until it was looked at what the disk kept.
    await mensen[naam].context.setOffline(true);
  }

  await product.komTerug();
  const bewaard = (await Promise.all(LEZERS.map((naam) => versGelezen(naam)))).join('\n');
  for (const naam of NAMEN) {
    const beloofd = woordenIn(await gezien(mensen[naam]));
    expect(beloofd.length).toBeGreaterThan(0);
    expect(beloofd.filter((woord) => !bewaard.includes(woord))).toEqual([]);
  }
  expect(bewaard.includes('zonderstroom')).toBe(false);

  // The line comes back by itself, with what was typed meanwhile; everyone writes on.
  await Promise.all(NAMEN.map((naam) => mensen[naam].context.setOffline(false)));
  await Promise.all(NAMEN.map((naam) => wachtOpOpgeslagen(mensen[naam])));
  await Promise.all(NAMEN.map((naam) => typ(naam, 'verder')));
  for (const naam of NAMEN) {
    await expect.poll(() => gezien(mensen[naam]), { timeout: 20_000 }).toContain(`${merk(naam)}verder`);
  }
  const samen = await Promise.all(
    NAMEN.map(async (naam) => {
      const vlak = vlakken.get(naam);
      return vlak === undefined ? '' : await inhoudVan(vlak);
    }),
  );
  const daarna = (await Promise.all(LEZERS.map((naam) => versGelezen(naam)))).join('\n');
  const woorden = ['een', ...Array.from({ length: 12 }, (_, i) => `midden${i}.`), 'zonderstroom', 'verder'];
  const getypt = NAMEN.flatMap((naam) => woorden.map((woord) => `${merk(naam)}${woord}`));
  expect(getypt.filter((woord) => !daarna.includes(woord))).toEqual([]);
  // The five in one text have the same text.
  expect(new Set(samen.slice(0, 5)).size).toBe(1);
});

function merk(naam: Naam): string {
  return `${naam.split(' ')[0]}-`;
}

function woordenIn(tekst: string): string[] {
  return NAMEN.flatMap((naam) => tekst.match(new RegExp(`${merk(naam)}[a-z]+\\d*\\.?`, 'g')) ?? []);
}

/** Goes writing: typing along, or where nothing stands yet in a concept. */
async function begin(naam: Naam): Promise<Locator> {
  const persoon = mensen[naam];
  if (naam !== 'Inge Postma') return await typSamen(persoon, PLAATSEN[naam]);
  const { page } = persoon;
  await openToevoegen(persoon, 'Inkomen en financiën');
  await page
    .locator('.bord-toevoegen')
    .getByRole('button', { name: /Alleen voor inkomen/ })
    .first()
    .click();
  await page
    .getByRole('group', { name: /^Over wie/ })
    .getByRole('button', { name: 'Het huishouden' })
    .click();
  const vlak = page.getByRole('textbox', { name: /^Uw concept bij/ });
  await vlak.waitFor();
  return vlak;
}

/** Remembers, frame by frame, what stood in the text while the screen called it saved. */
async function volgWatOpgeslagenHeet({ page }: Persoon): Promise<void> {
  await page.evaluate(() => {
    const kijk = (): void => {
      const editor = document.querySelector('rt-editor');
      const vak = editor?.closest('rt-bord-concept, rt-bord-tekst');
      const tekst = editor?.querySelector('[role=textbox]')?.cloneNode(true);
      if (vak?.querySelector('.bord-opslag--goed') != null && tekst instanceof Element) {
        for (const cursor of tekst.querySelectorAll('.rt-cursor')) cursor.remove();
        document.body.dataset.gezien = tekst.textContent ?? '';
      }
      requestAnimationFrame(kijk);
    };
    requestAnimationFrame(kijk);
  });
}

/** What this person last saw called saved: their own words and, in a shared text, those of others. */
function gezien({ page }: Persoon): Promise<string> {
  return page.evaluate(() => document.body.dataset.gezien ?? '');
}

/** The board as somebody gets it who comes in now. */
async function versGelezen(naam: Naam): Promise<string> {
  const persoon = await product.persoon(naam);
  await openBord(persoon, casusId);
  await wachtOpOpgeslagen(persoon);
  await persoon.page
    .getByText(`${merk(naam)}een`)
    .first()
    .waitFor();
  const tekst = await persoon.page.locator('main').innerText();
  await persoon.context.close();
  return tekst;
}

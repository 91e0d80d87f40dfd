import type { CDPSession, Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aanTafel, openBord, type Persoon, type Product, startProduct } from './opstelling.ts';
import { beginConcept, onderDeMotorkap, wachtOpOpgeslagen } from './schrijven.ts';
import { leesTekst, zetTekst } from './toetsenbord.ts';

// Keyboards of phones: they say nothing of their keys, compose each word, and correct it.

const GELDZAKEN = 'Houd rekening met bij inkomen en financiën';
const TELEFOON = { width: 390, height: 844 };

let product: Product;
let sanne: Persoon;
let vlak: Locator;
let cdp: CDPSession;

beforeAll(async () => {
  product = await startProduct();
  const { casusId } = await aanTafel(product, []);
  const userAgent = `Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${product.browser.version()} Mobile Safari/537.36`;
  sanne = await product.persoon('Sanne Kuipers', TELEFOON, { isMobile: true, hasTouch: true, userAgent });
  await openBord(sanne, casusId);
  await wachtOpOpgeslagen(sanne);
  vlak = await beginConcept(sanne, GELDZAKEN);
  cdp = await onderDeMotorkap(sanne);
});

afterAll(async () => {
  await product.sluit();
});

beforeEach(async () => {
  await vlak.evaluate((element) => {
    delete document.body.dataset.invoer;
    element.addEventListener('beforeinput', (gebeurtenis) => {
      if (gebeurtenis instanceof InputEvent) document.body.dataset.invoer = gebeurtenis.inputType;
    });
  });
});

/** A key of which the page hears nothing but that there was one; the browser does what it stands for. */
async function tik(
  opdracht: 'InsertNewline' | 'DeleteBackward' | 'DeleteForward' | 'SelectAll',
): Promise<void> {
  const toets = { key: 'Unidentified', code: '', windowsVirtualKeyCode: 229 };
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...toets, commands: [opdracht] });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...toets });
}

/** Composes a word letter by letter; it stays open. */
async function stelSamen(woord: string): Promise<void> {
  for (let n = 1; n <= woord.length; n += 1) {
    const text = woord.slice(0, n);
    await cdp.send('Input.imeSetComposition', { text, selectionStart: n, selectionEnd: n });
  }
}

/** Ends what is being composed with this word. */
async function rondAf(woord: string): Promise<void> {
  await cdp.send('Input.insertText', { text: woord });
}

const tekst = () => leesTekst(vlak);
const invoer = () => vlak.evaluate(() => document.body.dataset.invoer);

test.each([
  ['midden in een alinea', 'InsertNewline', ['ee|n'], ['ee', '|n']],
  ['midden in een punt', 'InsertNewline', ['- ee|n'], ['- ee', '- |n']],
  ['in een leeg punt', 'InsertNewline', ['- een', '- |'], ['- een', '|']],
  ['aan het einde van een kop', 'InsertNewline', ['# een|'], ['# een', '|']],
  ['wissen in een woord', 'DeleteBackward', ['een|'], ['ee|']],
  ['wissen aan het begin van een punt', 'DeleteBackward', ['een', '- |twee'], ['een', '|twee']],
  ['wissen aan het begin van een kop', 'DeleteBackward', ['een', '# |twee'], ['een', '|twee']],
  ['wissen aan het begin van een alinea', 'DeleteBackward', ['een', '|twee'], ['een|twee']],
  ['wissen onder een lege regel', 'DeleteBackward', ['', '- |twee'], ['', '|twee']],
  ['wissen van de laatste letter', 'DeleteBackward', ['- een', '- x|'], ['- een', '- |']],
  ['vooruit wissen aan het einde', 'DeleteForward', ['een|', '- twee'], ['een|twee']],
] as const)('TX4: %s', async (_wat, opdracht, van, naar) => {
  await zetTekst(vlak, van);
  await tik(opdracht);
  await expect.poll(tekst).toEqual(naar);
  expect(await invoer()).toMatch(/^(insertParagraph|deleteContentBackward|deleteContentForward)$/);
});

test('TX7: woord voor woord samengesteld, met Enter en wissen ertussen', async () => {
  await zetTekst(vlak, ['- |']);
  for (const woord of ['Moeder', 'belt']) {
    await stelSamen(woord);
    await rondAf(woord);
    await rondAf(' ');
  }
  await expect.poll(tekst).toEqual(['- Moeder belt |']);
  // Enter ends the word that is open.
  await stelSamen('morgen');
  await rondAf('morgen');
  await sanne.page.keyboard.press('Enter');
  await stelSamen('om');
  await rondAf('om');
  await tik('DeleteBackward');
  await expect.poll(tekst).toEqual(['- Moeder belt morgen', '- o|']);
  await tik('DeleteBackward');
  await tik('DeleteBackward');
  await expect.poll(tekst).toEqual(['- Moeder belt morgen', '|']);
  await tik('DeleteBackward');
  await stelSamen('vroeg');
  await rondAf('vroeg');
  await expect.poll(tekst).toEqual(['- Moeder belt morgenvroeg|']);
});

// To the page this is a selection like any other, so the first line keeps its sort, as when that much is overtyped.
test.each([
  ['wissen', async () => await tik('DeleteBackward'), ['# |']],
  [
    'een woord samenstellen',
    async () => {
      await stelSamen('weg');
      await rondAf('weg');
    },
    ['# weg|'],
  ],
  ['een woord van de suggestiebalk', () => rondAf('weg'), ['# weg|']],
] as const)('TX4: alles selecteren en %s', async (_wat, doe, naar) => {
  await zetTekst(vlak, ['# kop', '- een', '1. tw|ee']);
  await tik('SelectAll');
  await doe();
  await expect.poll(tekst).toEqual(naar);
});

test('TX7: de toets om terug te gaan neemt letters uit een woord dat nog open is', async () => {
  await zetTekst(vlak, ['een |']);
  await stelSamen('twee');
  for (const deel of ['twe', 'tw', 't', '']) {
    await cdp.send('Input.imeSetComposition', {
      text: deel,
      selectionStart: deel.length,
      selectionEnd: deel.length,
    });
  }
  await expect.poll(tekst).toEqual(['een |']);
  await rondAf('drie');
  await expect.poll(tekst).toEqual(['een drie|']);
});

test('een verkort getypt teken op een telefoon: streepje en spatie', async () => {
  await zetTekst(vlak, ['|']);
  await rondAf('-');
  await rondAf(' ');
  await stelSamen('een');
  await rondAf('een');
  await expect.poll(tekst).toEqual(['- een|']);
});

test('een verbeterd woord komt op de plaats van het getypte', async () => {
  await zetTekst(vlak, ['1. zij beld|']);
  // The keyboard takes up the word that stands there, and puts another in its place.
  await cdp.send('Input.imeSetComposition', {
    text: 'belt',
    selectionStart: 4,
    selectionEnd: 4,
    replacementStart: 4,
    replacementEnd: 8,
  });
  await rondAf('belt');
  await rondAf(' ');
  await expect.poll(tekst).toEqual(['1. zij belt |']);
});

test('een spellingsuggestie midden in de regel: Enter gaat waar de caret dan staat', async () => {
  await zetTekst(vlak, ['zij beld dinsdag|']);
  // As a browser does with what is chosen from its menu.
  await vlak.evaluate((element) => {
    const woorden = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    if (woorden === null) throw new Error('er staat niets');
    getSelection()?.setBaseAndExtent(woorden, 4, woorden, 8);
    document.execCommand('insertText', false, 'belt');
  });
  await expect.poll(tekst).toEqual(['zij belt| dinsdag']);
  await sanne.page.keyboard.press('Enter');
  await expect.poll(tekst).toEqual(['zij belt', '| dinsdag']);
});

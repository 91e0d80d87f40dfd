import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aanTafel, type Persoon, type Product, startProduct } from './opstelling.ts';
import { beginConcept } from './schrijven.ts';

const GELDZAKEN = 'Houd rekening met bij inkomen en financiën';

let product: Product;
let fatima: Persoon;
let vlak: Locator;

beforeAll(async () => {
  product = await startProduct();
  ({
    mensen: { 'Fatima El Amrani': fatima },
  } = await aanTafel(product, ['Fatima El Amrani']));
  vlak = await beginConcept(fatima, GELDZAKEN);
});

beforeEach(async () => {
  await vlak.focus();
  await fatima.page.keyboard.press('Control+a');
  await fatima.page.keyboard.press('Delete');
  await expect.poll(() => vlak.innerText()).toMatch(/^\s*$/);
});

afterAll(async () => {
  await product.sluit();
});

test('plakken uit Word: kopjes, lijsten, vet en cursief blijven, de rest niet', async () => {
  const gevraagd: string[] = [];
  fatima.page.on('request', (vraag) => gevraagd.push(vraag.url()));
  await plak(vlak, { 'text/html': UIT_WORD, 'text/plain': 'x' });
  await vlak.getByRole('heading', { name: 'Plan' }).waitFor();
  expect(await vlak.locator('li > p').allInnerTexts()).toEqual(['een', 'onder', 'twee', 'eerste']);
  expect(await vlak.locator('ul ul').count()).toBe(1);
  expect(await vlak.locator('ol').innerText()).toContain('eerste');
  expect(await vlak.locator('strong').allInnerTexts()).toEqual(['vet', 'ook vet']);
  expect(await vlak.locator('em').allInnerTexts()).toEqual(['schuin']);
  // Words of a link or a cell stay, as words.
  for (const woord of ['link', 'cel 1', 'cel 2', 'slot']) expect(await vlak.innerText()).toContain(woord);
  expect(
    await vlak.locator('a, table, script, style, [style], img:not(.ProseMirror-separator)').count(),
  ).toBe(0);
  expect(await vlak.innerText()).not.toContain('alert');
  expect(gevraagd.filter((adres) => adres.includes('volgplaatje'))).toEqual([]);
});

test('plakken uit Google Docs, gewone tekst, en te veel', async () => {
  await plak(vlak, { 'text/html': UIT_GOOGLE_DOCS, 'text/plain': 'x' });
  await vlak.getByText('Vet').waitFor();
  expect(await vlak.locator('strong').allInnerTexts()).toEqual(['Vet']);
  expect(await vlak.locator('em').allInnerTexts()).toEqual([' schuin']);
  expect(await vlak.locator('ol').getAttribute('start')).toBe('3');
  expect(await vlak.getByRole('listitem').allInnerTexts()).toEqual(['drie', 'vier']);

  await fatima.page.keyboard.press('Control+a');
  await plak(vlak, { 'text/plain': 'een\ntwee <b>x</b>' });
  await vlak.getByText('twee <b>x</b>').waitFor();
  expect(await vlak.locator('strong').count()).toBe(0);

  const voor = await vlak.innerText();
  await plak(vlak, { 'text/plain': 'x'.repeat(60_001) });
  await fatima.page.getByText('Deze tekst is te lang om in één keer te plakken.').waitFor();
  expect(await vlak.innerText()).toBe(voor);
});

test('het toetsenbord: Tab gaat de tekst uit, pijltjes lopen door de knoppen, Escape gaat terug', async () => {
  const { keyboard } = fatima.page;
  await keyboard.type('gewoon ');
  await keyboard.press('Tab');
  expect(await metFocus()).toBe('Vet');
  await keyboard.press('ArrowRight');
  expect(await metFocus()).toBe('Cursief');
  await keyboard.press('ArrowLeft');
  // What a button does, is for the text: one types on at once.
  await keyboard.press('Enter');
  expect(await inTekst()).toBe(true);
  await keyboard.type('dik');
  await expect.poll(() => vlak.locator('strong').allInnerTexts()).toEqual(['dik']);
  await expect
    .poll(() => fatima.page.getByRole('button', { name: 'Vet' }).getAttribute('aria-pressed'))
    .toBe('true');
  // Back to the button where one was, and to the text again.
  await keyboard.press('Alt+F10');
  expect(await metFocus()).toBe('Vet');
  await keyboard.press('Escape');
  expect(await inTekst()).toBe(true);
  await keyboard.press('Tab');
  // And on, past the toolbar: nobody is caught in the text.
  await keyboard.press('Tab');
  expect(await vlak.locator('xpath=ancestor::rt-editor').evaluate(zonderFocus)).toBe(true);
  // The toolbar shows itself to who is in the text: from below one comes back there first.
  await keyboard.press('Shift+Tab');
  expect(await inTekst()).toBe(true);
});

test('iemand noemen met het toetsenbord: @, kiezen, en voor ieder de naam die die mag weten', async () => {
  const { page } = fatima;
  await page.keyboard.type('Vraag het @');
  const lijst = page.getByRole('listbox', { name: 'Iemand noemen' });
  await lijst.waitFor();
  await page.keyboard.type('tom');
  await expect.poll(() => lijst.getByRole('option').count()).toBe(1);
  const keuze = await lijst.getByRole('option').innerText();
  expect(keuze).toContain('Tom Bakker');
  const actief = await vlak.getAttribute('aria-activedescendant');
  expect(await lijst.getByRole('option', { selected: true }).getAttribute('id')).toBe(actief);
  await page.keyboard.press('Enter');
  await lijst.waitFor({ state: 'detached' });
  await page.keyboard.type(' vandaag');
  await expect.poll(() => vlak.innerText()).toMatch(/^Vraag het .*Tom Bakker.* vandaag/);
  // Put aside with Escape, an @ is an @.
  await page.keyboard.type(' @');
  await lijst.waitFor();
  await page.keyboard.press('Escape');
  await lijst.waitFor({ state: 'detached' });
  await page.keyboard.type('fa');
  expect(await lijst.count()).toBe(0);
  expect(await vlak.innerText()).toContain('@fa');
});

test('NK13: een BSN, telefoonnummer, geboortedatum of naam uit het huishouden: de pagina waarschuwt', async () => {
  const { page } = fatima;
  await page.keyboard.type('111222333, 06-12345678, 01-02-1990, en Denise');
  const waarschuwing = (wat: string) => page.getByText(wat);
  await waarschuwing('Dit lijkt een BSN: ‘111222333’.').waitFor();
  await waarschuwing('Dit lijkt een telefoonnummer: ‘06-12345678’.').waitFor();
  await waarschuwing('Dit lijkt een geboortedatum: ‘01-02-1990’.').waitFor();
  // Not everything at once: the next comes when one is dealt with.
  await page.getByRole('button', { name: /^Laat staan.*111222333/ }).click();
  await waarschuwing('Dit lijkt een naam: ‘Denise’.').waitFor();
  expect(await waarschuwing('Dit lijkt een BSN').count()).toBe(0);
  expect(await inTekst()).toBe(true);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('De moeder belt dinsdag.');
  await waarschuwing('Dit lijkt').first().waitFor({ state: 'detached' });
});

function metFocus(): Promise<string | null> {
  return fatima.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}

function inTekst(): Promise<boolean> {
  return vlak.evaluate((element) => element === document.activeElement);
}

function zonderFocus(element: Element): boolean {
  return !element.contains(document.activeElement);
}

/** Pastes as a browser does with what another program put on the clipboard. */
async function plak(naar: Locator, soorten: Readonly<Record<string, string>>): Promise<void> {
  await naar.evaluate((element, inhoud) => {
    const klembord = new DataTransfer();
    for (const [soort, waarde] of Object.entries(inhoud)) klembord.setData(soort, waarde);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: klembord, bubbles: true, cancelable: true }),
    );
  }, soorten);
}

/** As Word puts it on the clipboard, with all that it puts around the words. */
const UIT_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:x/></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm; color:red} --></style></head>
<body lang=NL style='tab-interval:35.4pt'><!--StartFragment--><h1 style='margin:0'>Plan<o:p></o:p></h1>
<p class=MsoNormal>Gewoon <b>vet</b> <span style='font-weight:bold;color:red'>ook vet</span> <i>schuin</i>
<a href="javascript:alert(1)" onclick="alert(2)">link</a><img src="/volgplaatje.png" onerror="alert(3)">
<script>alert(4)</script><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>een</p><p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span style='mso-list:Ignore'>o<span>&nbsp; </span></span><!--[endif]-->onder</p><p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>twee</p><p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>eerste</p>
<table border=1><tr><td><p class=MsoNormal>cel 1</p></td><td>cel 2</td></tr></table>
<p class=MsoNormal>slot<br>regel</p><!--EndFragment--></body></html>`;

const UIT_GOOGLE_DOCS =
  '<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">Vet</span>' +
  '<span style="font-style:italic;font-weight:400"> schuin</span></p>' +
  '<ol start="3"><li dir="ltr"><p>drie</p></li><li><p>vier</p></li></ol></b>';

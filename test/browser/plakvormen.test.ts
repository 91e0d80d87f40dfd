import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { KALE_ALINEA } from '../../shared/tekst/blok.ts';
import { openPlakpagina, type Plakpagina, regel } from './plakken/plakpagina.ts';
import * as voorbeeld from './plakken/voorbeelden.ts';

const MOEDER = '11111111-1111-4111-8111-111111111111';
const VERBORGEN_LID = '22222222-2222-4222-8222-222222222222';

let pagina: Plakpagina;

beforeAll(async () => {
  pagina = await openPlakpagina();
});

afterEach(async () => {
  await pagina.eisStil();
});

afterAll(async () => {
  await pagina.sluit();
});

describe('what other programs copied', () => {
  test('Word: headings, lists, bold and italic stay; links, images and scripts go', async () => {
    expect(await pagina.lees(voorbeeld.WORD)).toEqual({
      regels: [
        'kop1 Plan',
        'alinea Gewoon *vet* *ook vet* _schuin_ link',
        'alinea',
        'punt een',
        'punt>1 onder',
        'punt twee',
        'nummer eerste',
        'nummer tweede',
        'nummer(1) opnieuw',
        'nummer(7) zeven',
        'alinea cel 1',
        'alinea cel 2',
        'alinea slot⏎regel',
      ],
      meldingen: [],
    });
  });

  test('Word: lists with letters and Roman numbers go on, also past the i', async () => {
    const { regels } = await pagina.lees(voorbeeld.WORD_LETTERS);

    expect(regels.slice(7, 11)).toEqual([
      'nummer letter h',
      'nummer letter i',
      'nummer letter j',
      'nummer>1 i',
    ]);
    expect(regels.slice(-2)).toEqual(['nummer>1 v', 'nummer(1) weer a']);
  });

  test('Word: the number of a heading stays before it', async () => {
    expect((await pagina.lees(voorbeeld.WORD_KOPPEN)).regels).toEqual([
      'kop1 2 Wat speelt er',
      'kop2 2.1 Thuis',
    ]);
  });

  test('Outlook: lists in lists, and the number at which one starts', async () => {
    expect((await pagina.lees(voorbeeld.OUTLOOK)).regels).toEqual([
      'alinea Dag Fatima,',
      'alinea',
      'punt school bellen',
      'punt>1 juf Anja',
      'nummer(3) derde',
      'nummer vierde',
      'alinea Groet,⏎Sanne',
    ]);
  });

  test('Word in the browser: a list an item, each with its level', async () => {
    expect(await pagina.lees(voorbeeld.WORD_ONLINE)).toEqual({
      regels: [
        'kop2 Afspraken',
        'alinea',
        'alinea Vader mag alleen. *Vet*',
        'punt een',
        'punt>1 onder',
        'nummer eerste',
        'nummer tweede',
        'nummer(1) opnieuw',
      ],
      meldingen: ['Niet meegeplakt: doorgehaald ‘niet’ en ‘Geschrapte zin’.'],
    });
  });

  test('Google Docs: bold that is none, lists straight in lists, and where a list starts', async () => {
    expect(await pagina.lees(voorbeeld.GOOGLE_DOCS)).toEqual({
      regels: [
        'kop2 Afspraken',
        'alinea *Vet*_ schuin_ mag alleen',
        'alinea',
        'punt een',
        'punt>1 onder',
        'nummer>2 nog dieper',
        'punt twee⏎tweede regel',
        'nummer(3) drie',
        'nummer vier',
      ],
      meldingen: ['Niet meegeplakt: doorgehaald ‘niet’ en ‘al gedaan’.'],
    });
  });

  test('LibreOffice: the second paragraph of an item stands in it, and an item says its number', async () => {
    expect(await pagina.lees(voorbeeld.LIBREOFFICE)).toEqual({
      regels: [
        'kop2 Doelen',
        'alinea Moeder wil *rustig* opbouwen.',
        'punt een',
        'punt>1 onder',
        'punt twee',
        'alinea>1 vervolg van twee',
        'nummer(3) drie',
        'nummer(6) zes',
        'alinea',
        'alinea slot',
      ],
      meldingen: ['Niet meegeplakt: doorgehaald ‘snel’ en ‘vanaf mei’.'],
    });
  });

  test('Pages: what is struck out by class', async () => {
    expect(await pagina.lees(voorbeeld.PAGES)).toEqual({
      regels: ['alinea Vader mag alleen. *Vet*', 'alinea', 'punt een', 'punt twee'],
      meldingen: ['Niet meegeplakt: doorgehaald ‘niet’.'],
    });
  });

  test('Gmail: text and lines outside paragraphs are paragraphs, and empty ones are one', async () => {
    expect((await pagina.lees(voorbeeld.GMAIL)).regels).toEqual([
      'alinea Dag Fatima,',
      'alinea',
      'alinea Kind 1 gaat *weer* naar school.⏎Elke dag.',
      'punt bellen',
      'punt mailen',
      'alinea',
      'alinea Groet',
      'alinea',
      'alinea Op di 5 mrt schreef Sanne:',
      'alinea Hoe gaat het?',
    ]);
  });

  test('a page with headings and code in items', async () => {
    expect((await pagina.lees(voorbeeld.CHAT)).regels).toEqual([
      'kop3 Stappen',
      'nummer *Bellen*⏎met school',
      'nummer Mailen',
      'punt>1 concept',
      'kop3>1 Let op',
      'alinea>1 regel 1⏎  regel 2',
      'alinea Klaar.',
    ]);
  });

  test('Chromium: spaces at the edge of what was copied stay spaces', async () => {
    expect(await pagina.lees(voorbeeld.CHROMIUM)).toEqual({
      regels: ['alinea Lees *dit* goed'],
      meldingen: ['Niet meegeplakt: verborgen tekst ‘(opent in een nieuw venster)’.'],
    });
  });

  test('our own board, as the browser copies it where nobody writes', async () => {
    expect((await pagina.lees(voorbeeld.EIGEN_WEERGAVE)).regels).toEqual([
      'kop1 Doel',
      'kop2 Thuis',
      'alinea Met  twee spaties',
      'nummer(4) vier',
      'alinea>1 erbij',
      'punt>1 onder',
    ]);
  });
});

describe('the shapes of HTML', () => {
  test.each<[string, string, string[]]>([
    ['white space between blocks is nothing', ' <p>a</p>\n\n <p>b</p> ', ['alinea a', 'alinea b']],
    [
      'runs between blocks are blocks',
      'a <b>b</b><p>c</p>d<div>e</div>',
      ['alinea a *b*', 'alinea c', 'alinea d', 'alinea e'],
    ],
    ['an inline element around blocks', '<b><p>a</p><h2>b</h2></b>', ['alinea *a*', 'kop2 *b*']],
    [
      'a style that makes a block of it',
      '<span style="display:block">a</span><span style="display:block">b</span>',
      ['alinea a', 'alinea b'],
    ],
    [
      'a style that makes none of it',
      '<div style="display:inline">a </div><div style="display:inline">b</div>',
      ['alinea a b'],
    ],
    [
      'headings of six levels',
      '<h1>1</h1><h2>2</h2><h3>3</h3><h4>4</h4><h6>6</h6>',
      ['kop1 1', 'kop2 2', 'kop3 3', 'kop3 4', 'kop3 6'],
    ],
    [
      'a heading first in an item is the item',
      '<ul><li><h2>a</h2><h2>b</h2></li></ul>',
      ['punt a', 'kop2>1 b'],
    ],
    ['an item that holds only a list', '<ul><li><ul><li>a</li></ul></li></ul>', ['punt>1 a']],
    ['empty items', '<ol><li></li><li>b</li></ol>', ['nummer', 'nummer b']],
    ['lists deeper than a text goes', `${'<ul>'.repeat(12)}<li>a</li>${'</ul>'.repeat(12)}`, ['punt>8 a']],
    ['a second list restarts', '<ol><li>a</li></ol><ol><li>b</li></ol>', ['nummer a', 'nummer(1) b']],
    [
      'a second list that goes on',
      '<ol><li>a</li></ol><ol start="2"><li>b</li></ol>',
      ['nummer a', 'nummer b'],
    ],
    [
      'a list that goes on behind a paragraph',
      '<ol><li>a</li></ol><p>x</p><ol start="2"><li>b</li></ol>',
      ['nummer a', 'alinea x', 'nummer(2) b'],
    ],
    [
      'a number in the midst',
      '<ol start="0"><li>a</li><li value="5">b</li><li>c</li></ol>',
      ['nummer(0) a', 'nummer(5) b', 'nummer c'],
    ],
    ['numbers that are none', '<ol start="-3"><li value="x">a</li></ol>', ['nummer a']],
    ['numbers beyond bounds', '<ol start="123456789"><li>a</li></ol>', ['nummer(999999) a']],
    ['items without a list', '<li>a</li><li>b</li>', ['punt a', 'punt b']],
    [
      'cells, and none for an empty one',
      '<table><tr><th>a</th><td><br></td></tr><tr><td>b<p>c</p></td></tr></table>',
      ['alinea a', 'alinea b', 'alinea c'],
    ],
    ['a table in an item', '<ul><li>a<table><tr><td>b</td></tr></table></li></ul>', ['punt a', 'alinea>1 b']],
    ['line breaks', 'a<br>b<br><br>c<br>', ['alinea a⏎b⏎⏎c']],
    ['a line that ends in a break that shows', '<p>a<br><br></p><p>b</p>', ['alinea a⏎', 'alinea b']],
    ['kept white space', '<p style="white-space:pre-wrap">a  b\nc</p>', ['alinea a  b⏎c']],
    ['white space that isn’t kept', '<p> a \n  b<b> c </b> d </p>', ['alinea a b* c *d']],
    [
      'bold that a style undoes',
      '<b>a<span style="font-weight:400">b</span></b><i style="font-style:normal">c</i>',
      ['alinea *a*bc'],
    ],
    ['a rule keeps apart', 'a<hr>b', ['alinea a', 'alinea b']],
    [
      'Word’s page break',
      '<p>a<br clear=all style="mso-special-character:line-break;page-break-before:always">b</p>',
      ['alinea a', 'alinea b'],
    ],
    ['entities and signs', '<p>1 &lt; 2 &amp; &euro;&nbsp;5</p>', ['alinea 1 < 2 & €\u00a05']],
    ['comments within words', '<p>a<!-- <s>x</s> -->b<![if !x]>c<![endif]></p>', ['alinea abc']],
    ['what isn’t closed', '<ul><li>a<li>b<p>c', ['punt a', 'punt b', 'alinea>1 c']],
  ])('%s', async (_naam, html, regels) => {
    expect((await pagina.lees(html)).regels).toEqual(regels);
  });
});

describe('where it is pasted', () => {
  test('half a line that is pasted in a line stays in that line', async () => {
    await pagina.zet([{ ...regel('een twee drie'), soort: 'kop' }, regel('voor achter')]);
    await pagina.doe((proef) => proef.selecteer(5, 10), null);
    const { html, tekst } = await pagina.kopieer();
    await pagina.doe((proef) => {
      const plek = proef.beginVan(1) + 5;
      proef.selecteer(plek, plek);
    }, null);

    await pagina.plak({ 'text/html': html, 'text/plain': tekst });

    expect(await pagina.regels()).toEqual(['kop1 een twee drie', 'alinea voor twee achter']);
  });

  test('words out of an item make no item of an empty line; the whole item does', async () => {
    await pagina.zet([{ ...regel('een twee'), soort: 'nummer' }, regel('')]);
    await pagina.doe((proef) => proef.selecteer(1, 4), null);
    await pagina.plakOnderaan(await pagina.kopieer());
    expect(await pagina.regels()).toEqual(['nummer een twee', 'alinea een']);

    await pagina.zet([{ ...regel('een twee'), soort: 'nummer' }, regel('tussen'), regel('')]);
    await pagina.doe((proef) => proef.selecteer(1, 9), null);
    await pagina.plakOnderaan(await pagina.kopieer());
    expect(await pagina.regels()).toEqual(['nummer een twee', 'alinea tussen', 'nummer een twee']);
  });

  test('in a line the first and the last paragraph join it', async () => {
    await pagina.zet([{ ...regel('voor achter'), soort: 'kop' }]);
    await pagina.doe((proef) => proef.selecteer(6, 6), null);

    await pagina.plak({ 'text/html': '<h2>een</h2><ul><li>twee</li></ul><p>drie</p>', 'text/plain': 'x' });

    expect(await pagina.regels()).toEqual(['kop1 voor een', 'punt twee', 'alinea drieachter']);
  });

  test('in a paragraph a heading joins it as well; in an empty one it is a heading', async () => {
    await pagina.zet([regel('voorachter'), regel('')]);
    await pagina.doe((proef) => proef.selecteer(5, 5), null);
    await pagina.plak({ 'text/html': '<h2>een</h2>', 'text/plain': 'x' });
    await pagina.plakOnderaan({ html: '<h2>een</h2>', tekst: 'x' });

    expect(await pagina.regels()).toEqual(['alinea vooreenachter', 'kop2 een']);
  });

  test('in an empty item it is that item', async () => {
    await pagina.zet([{ ...regel(''), soort: 'punt', diepte: 2 }]);

    await pagina.plak({ 'text/html': '<h2>een</h2>', 'text/plain': 'x' });

    expect(await pagina.regels()).toEqual(['punt>2 een']);
  });

  test('over all that is there it is all that there is', async () => {
    await pagina.zet([{ ...regel('een'), soort: 'punt' }, regel('twee')]);
    await pagina.doe((proef) => proef.selecteerAlles(), null);

    await pagina.plak({ 'text/html': '<h2>kop</h2><p>x</p>', 'text/plain': 'x' });

    expect(await pagina.regels()).toEqual(['kop2 kop', 'alinea x']);
  });

  test('an image alone takes nothing away', async () => {
    await pagina.zet([regel('blijft')]);
    await pagina.doe((proef) => proef.selecteerAlles(), null);

    await pagina.plak({ 'text/html': '<img src="/volgplaatje.png">', 'text/plain': '' });

    expect(await pagina.regels()).toEqual(['alinea blijft']);
  });

  test('a file is refused, pasted or dropped', async () => {
    await pagina.zet([regel('blijft')]);

    await pagina.doe((proef) => proef.plakBestand(), null);

    expect(await pagina.regels()).toEqual(['alinea blijft']);
    const bericht = 'Hier kan alleen tekst staan, geen afbeelding of bestand.';
    expect(await pagina.meldingen()).toEqual([bericht, bericht]);
  });

  test('what another editor of this kind says of its own form is not believed', async () => {
    const html =
      '<p data-pm-slice="3 3 [&quot;blok&quot;,{&quot;soort&quot;:&quot;kop&quot;},&quot;blok&quot;,null]">a</p>';

    expect((await pagina.lees(html)).regels).toEqual(['alinea a']);
    expect((await pagina.lees(html.replace('<p ', '<p data-blok="punt" '))).regels).toEqual(['punt a']);
    await pagina.zet([regel('voorachter')]);
    await pagina.doe((proef) => proef.selecteer(5, 5), null);
    await pagina.plak({ 'text/html': '<p data-pm-slice="0 0 []">a</p>', 'text/plain': 'x' });
    expect(await pagina.regels()).toEqual(['alinea vooraachter']);
  });

  test('NK23: a mention comes along only where that person may be mentioned', async () => {
    const vermelding = (id: string) => `<span data-soort="lid" data-id="${id}">naam</span>`;

    expect(
      (await pagina.lees(`<p>a ${vermelding(MOEDER)} b <b>${vermelding(VERBORGEN_LID)}</b></p>`)).regels,
    ).toEqual(['alinea a @lid b *iemand*']);
    expect((await pagina.lees('<p><span data-soort="x" data-id="y">naam</span></p>')).regels).toEqual([
      'alinea naam',
    ]);
  });
});

describe('plain text', () => {
  test('lines with signs are items, and what stands in from them is deeper', async () => {
    await pagina.zet([regel('')]);

    await pagina.plak({
      'text/plain': 'Afspraken\n\n\n- bellen\n  - school\n- mailen\n  vandaag\n3. derde\n4. vierde\n',
    });

    expect(await pagina.regels()).toEqual([
      'alinea Afspraken',
      'punt bellen',
      'punt>1 school',
      'punt mailen',
      'alinea>1 vandaag',
      'nummer(3) derde',
      'nummer vierde',
    ]);
  });

  test.each<[string, string, string[]]>([
    ['one line', '- bellen', ['alinea - bellen']],
    ['HTML that is written out', 'een\ntwee <b>x</b>', ['alinea een', 'alinea twee <b>x</b>']],
    ['Word’s line break', 'een\u000btwee', ['alinea een⏎twee']],
    ['lines of Windows', 'een\r\n\r\ntwee\r\n', ['alinea een', 'alinea twee']],
    ['bullets of a text of ours', '• een\n◦ twee\n▪ drie', ['punt een', 'punt twee', 'punt drie']],
    [
      'years and amounts',
      'a\n2024. Een jaar\n-5 graden\n1.5 liter',
      ['alinea a', 'alinea 2024. Een jaar', 'alinea -5 graden', 'alinea 1.5 liter'],
    ],
    ['a space alone', ' ', ['alinea  ']],
  ])('%s', async (_naam, tekst, verwacht) => {
    await pagina.zet([regel('')]);

    await pagina.plak({ 'text/plain': tekst });

    expect(await pagina.regels()).toEqual(verwacht);
  });

  test('within a line signs are text, and so they are where one asks for no formatting', async () => {
    await pagina.zet([regel('voor')]);
    await pagina.doe((proef) => proef.selecteer(5, 5), null);
    await pagina.plak({ 'text/plain': '- een\n- twee' });
    expect(await pagina.regels()).toEqual(['alinea voor- een', 'alinea - twee']);

    await pagina.zet([regel('')]);
    await pagina.plak({ 'text/plain': '- een\n- twee' }, true);
    expect(await pagina.regels()).toEqual(['alinea - een', 'alinea - twee']);
  });

  test('it looks like the text that it is pasted in', async () => {
    await pagina.zet([
      { ...KALE_ALINEA, inhoud: [{ soort: 'tekst', tekst: 'vet', strong: true, em: false }] },
    ]);
    await pagina.doe((proef) => proef.selecteer(3, 3), null);

    await pagina.plak({ 'text/plain': 'x' });

    expect(await pagina.regels()).toEqual(['alinea *vext*']);
  });
});

describe('SY4: no more than the server takes in one update', () => {
  test.each([
    ['text', { 'text/plain': 'x'.repeat(60_001) }],
    ['text in characters of many bytes', { 'text/plain': '€'.repeat(20_001) }],
    ['text beside HTML', { 'text/html': '<p>a</p>', 'text/plain': 'x'.repeat(60_001) }],
    ['HTML', { 'text/html': `<p title="${'x'.repeat(5_000_000)}">a</p>`, 'text/plain': 'x' }],
    ['paragraphs', { 'text/html': '<p>a</p>'.repeat(1_334), 'text/plain': 'x' }],
    ['formatting', { 'text/html': '<p><b>a</b><i>b</i></p>'.repeat(501), 'text/plain': 'x' }],
    ['items', { 'text/html': `<ul>${'<ul><li>a</li></ul>'.repeat(801)}</ul>`, 'text/plain': 'x' }],
  ])('too much: %s', async (_naam, soorten) => {
    await pagina.zet([regel('blijft')]);

    await pagina.plak(soorten);

    expect(await pagina.regels()).toEqual(['alinea blijft']);
    expect(await pagina.meldingen()).toEqual([
      'Deze tekst is te lang om in één keer te plakken. Plak de tekst in kleinere stukken.',
    ]);
  });

  test.each([
    ['text', { 'text/plain': 'x'.repeat(60_000) }],
    ['paragraphs', { 'text/html': '<p>a</p>'.repeat(1_333), 'text/plain': 'x' }],
  ])('just not too much: %s', async (_naam, soorten) => {
    await pagina.zet([regel('')]);

    await pagina.plak(soorten);

    expect(await pagina.meldingen()).toEqual([]);
    expect((await pagina.regels()).join('')).not.toBe('alinea');
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openPlakpagina, type Plakpagina, regel } from './plakken/plakpagina.ts';
import * as voorbeeld from './plakken/voorbeelden.ts';

const GOOGLE = 'application/x-vnd.google-docs-document-slice-clip+wrapped';

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

describe('what must not come in as text', () => {
  test('Word: tracked changes, remarks, hidden text; what was put in stays', async () => {
    expect(await pagina.lees(voorbeeld.WORD_WIJZIGINGEN)).toEqual({
      regels: ['alinea Vader mag wel alleen met de kinderen naar buiten.'],
      meldingen: [
        'Niet meegeplakt: doorgehaald ‘niet’, ‘het zwembad’ en ‘Deze hele zin vervalt’. ' +
          'Ook niet meegeplakt: een opmerking ‘Klopt dit? Even vragen’, en verborgen tekst ‘Alleen voor intern gebruik’.',
      ],
    });
  });

  test('Google Docs: remarks at the end, and the signs that refer to them', async () => {
    expect(await pagina.lees(voorbeeld.GOOGLE_OPMERKINGEN)).toEqual({
      regels: ['alinea Moeder belt dinsdag.', 'alinea Daarna school.'],
      meldingen: [
        'Niet meegeplakt: doorgehaald ‘maandag’. ' +
          'Ook niet meegeplakt: opmerkingen ‘Weet vader dit? Graag navragen’ en ‘Nee’.',
      ],
    });
  });

  test('Google Docs: what somebody proposes to delete, which only its own form says', async () => {
    const uit = await pagina.lees(voorbeeld.GOOGLE_VOORSTEL, { [GOOGLE]: voorbeeld.googleEigenVorm() });

    expect(uit).toEqual({
      regels: ['alinea Vader mag alleen thuis zijn.'],
      meldingen: ['Niet meegeplakt: doorgehaald ‘niet ook’.'],
    });
  });

  test('Google Docs: where its own form says something else, the person is told', async () => {
    const uit = await pagina.lees(voorbeeld.GOOGLE_VOORSTEL, {
      [GOOGLE]: voorbeeld.googleEigenVorm('Vader mag niet mee alleen.'),
    });

    expect(uit.regels).toEqual(['alinea Vader mag niet *ook* alleen thuis zijn.']);
    expect(uit.meldingen).toEqual([expect.stringMatching(/^In Google Docs stelt iemand voor/)]);
  });

  test.each(['', '{', '{"data":5}', '{"data":"{\\"resolved\\":{\\"dsl_spacers\\":\\"x\\"}}"}', 'null'])(
    'Google Docs: own form that is none: %s',
    async (vorm) => {
      expect(await pagina.lees(voorbeeld.GOOGLE_VOORSTEL, { [GOOGLE]: vorm })).toEqual({
        regels: ['alinea Vader mag niet *ook* alleen thuis zijn.'],
        meldingen: [],
      });
    },
  );

  test.each([
    ['s', '<s>niet</s>'],
    ['strike', '<strike>niet</strike>'],
    ['del', '<del>niet</del>'],
    ['a style', '<span style="text-decoration:line-through">niet</span>'],
    ['a style with a line under it', "<span style='text-decoration:underline line-through'>niet</span>"],
    ['a style by its long name', '<span style="text-decoration-line:line-through">niet</span>'],
    [
      'a style that the browser doesn’t know',
      '<span style="text-decoration:line-through mso-double">niet</span>',
    ],
    [
      'a style behind a sign that looks like an end',
      '<a title="a>b" style="text-decoration:line-through">niet</a>',
    ],
    ['around, with a style within', '<s><b style="text-decoration:none">niet</b></s>'],
    ['a class', '<style>.weg{text-decoration:line-through}</style><i class="x weg">niet</i>'],
    ['a class of a tag', '<style>b.weg{color:red;text-decoration:line-through}</style><b class=weg>niet</b>'],
    ['msoDel', '<span class=msoDel>niet</span>'],
    ['CKEditor', '<span class="ck-suggestion-marker ck-suggestion-marker-deletion">niet</span>'],
    ['letter by letter', '<s>n</s><s>ie</s><b><s>t</s></b>'],
  ])('struck out by %s', async (_naam, stuk) => {
    // A style sheet that says nothing about it, so that reading one is no exception.
    expect(await pagina.lees(`<p>mag ${stuk} alleen</p>`)).toEqual({
      regels: ['alinea mag alleen'],
      meldingen: ['Niet meegeplakt: doorgehaald ‘niet’.'],
    });
  });

  test.each([
    ['display', '<span style="display:none">intern</span>'],
    ['visibility', '<span style="visibility:hidden">intern</span>'],
    ['the attribute', '<span hidden>intern</span>'],
    ['Word', "<span style='mso-hide:all'>intern</span>"],
    ['letters of no size', '<span style="font-size:0">intern</span>'],
    ['letters of no size, by the short name', '<span style="font:0/0 a">intern</span>'],
    ['opacity', '<span style="opacity:0">intern</span>'],
    ['clip', '<span style="position:absolute;clip:rect(0 0 0 0)">intern</span>'],
    ['clip-path', '<span style="clip-path: inset(50%)">intern</span>'],
    ['no height', '<span style="display:inline-block;height:0;overflow:hidden">intern</span>'],
    ['a preheader of a newsletter', '<div style="max-height:0px;overflow:hidden;">intern</div>'],
    ['outside the screen', '<span style="position:absolute;left:-9999px">intern</span>'],
    ['an indent', '<div style="text-indent:-9999px">intern</div>'],
    ['a class', '<style>.x{color:red} span.weg , p.y{display:none}</style><span class=weg>intern</span>'],
    [
      'a class that is not to be seen',
      '<style>.msocomtxt{visibility:hidden}</style><i class=msocomtxt>intern</i>',
    ],
  ])('hidden by %s', async (_naam, stuk) => {
    expect(await pagina.lees(`<p>Wat mag ${stuk}</p>`)).toEqual({
      regels: ['alinea Wat mag'],
      meldingen: ['Niet meegeplakt: verborgen tekst ‘intern’.'],
    });
  });

  test.each([
    [
      'what a style within shows again',
      '<div style="visibility:hidden;font-size:0"><p style="visibility:visible;font-size:12pt">open</p></div>',
    ],
    ['what was put in', '<p><ins>op</ins><u>en</u></p>'],
    ['a rule for print', '<style>@media print{.a{display:none}}</style><p class=a>open</p>'],
    [
      'a rule that asks more than a class',
      '<style>.x .a{display:none} .a:hover{display:none}</style><p class=a>open</p>',
    ],
    [
      'a rule that a style undoes',
      '<style>.a{display:none}</style><p class=a style="display:block">open</p>',
    ],
    ['a later rule', '<style>.a{display:none} .a{display:block}</style><p class=a>open</p>'],
    [
      'a rule with a tag before one without',
      '<style>p.a{display:block} .a{display:none}</style><p class=a>open</p>',
    ],
    ['a small box that shows all', '<p style="height:0">open</p>'],
    ['narrow letters', '<p style="font-size:0.8em">open</p>'],
    ['a commented text', "<p><a style='mso-comment-reference:JV_1;mso-comment-date:2024'>open</a></p>"],
  ])('it stays: %s', async (_naam, html) => {
    expect(await pagina.lees(html)).toEqual({ regels: ['alinea open'], meldingen: [] });
  });

  test.each<[string, string, string[]]>([
    ['spaces on both sides', '<p>a <s>x</s> b</p>', ['alinea a b']],
    ['hard spaces', '<p>a&nbsp;<s>x</s>&nbsp;b</p>', ['alinea a\u00a0b']],
    ['kept spaces', '<p style="white-space:pre">a <s>x</s> b</p>', ['alinea a b']],
    ['the spaces go with it', '<p>a<s> x</s> b</p>', ['alinea a b']],
    ['at the beginning', '<p><s>x</s> b</p>', ['alinea b']],
    ['at the end', '<p>a <s>x</s></p>', ['alinea a']],
    ['word by word', '<p>a <s>x</s> <s>y</s> b</p>', ['alinea a b']],
    ['one word in another', '<p>a<s>x</s>b</p>', ['alinea ab']],
    ['a struck-out space between words is a space', '<p>a<s> </s>b</p>', ['alinea a b']],
    ['a deleted space is not', '<p>a<del> </del>b</p>', ['alinea ab']],
    ['a whole paragraph', '<p>a</p><p><s>x</s>&nbsp;</p><p>b</p>', ['alinea a', 'alinea b']],
    ['a whole item', '<ul><li>a</li><li><p><s>x</s></p></li><li>b</li></ul>', ['punt a', 'punt b']],
  ])('what stays around it: %s', async (_naam, html, regels) => {
    expect((await pagina.lees(html)).regels).toEqual(regels);
  });

  test('a paste of which nothing may come in changes nothing', async () => {
    await pagina.zet([regel('blijft staan')]);
    await pagina.doe((proef) => proef.selecteer(1, 7), null);

    await pagina.plak({ 'text/html': '<s>alles weg</s>', 'text/plain': 'alles weg' });

    expect(await pagina.regels()).toEqual(['alinea blijft staan']);
    expect(await pagina.meldingen()).toEqual(['Niet meegeplakt: doorgehaald ‘alles weg’.']);
  });

  test('without formatting, where the HTML is there to say what was struck out', async () => {
    await pagina.zet([regel('')]);

    await pagina.plak(
      { 'text/html': '<p>mag <s>niet</s> <b>alleen</b></p>', 'text/plain': 'mag niet alleen' },
      true,
    );

    expect(await pagina.regels()).toEqual(['alinea mag alleen']);
    expect(await pagina.meldingen()).toEqual(['Niet meegeplakt: doorgehaald ‘niet’.']);
  });

  test('by dropping', async () => {
    await pagina.zet([regel('')]);

    await pagina.doe(
      (proef) => proef.laatVallen({ 'text/html': 'mag <s>niet</s> alleen', 'text/plain': 'x' }),
      null,
    );

    expect(await pagina.regels()).toEqual(['alinea mag alleen']);
    expect(await pagina.meldingen()).toEqual(['Niet meegeplakt: doorgehaald ‘niet’.']);
  });

  test('in the midst of a composition, where the browser would paste by itself', async () => {
    await pagina.zet([regel('')]);
    const cdp = await pagina.page.context().newCDPSession(pagina.page);
    await pagina.page.locator('.ProseMirror').focus();
    await cdp.send('Input.imeSetComposition', { text: 'ka', selectionStart: 2, selectionEnd: 2 });
    expect(await pagina.doe((proef) => proef.isAanHetSamenstellen(), null)).toBe(true);

    await pagina.plak({ 'text/html': 'mag <s>niet</s> alleen', 'text/plain': 'x' });

    expect(await pagina.meldingen()).toEqual([
      'Maak eerst het woord af dat u typt. Plak daarna nog een keer.',
    ]);
    await cdp.send('Input.insertText', { text: 'kat' });
    await expect.poll(() => pagina.regels()).toEqual(['alinea kat']);
  });

  test('what is copied here says nothing when it is pasted', async () => {
    await pagina.zet([regel('a'), { ...regel('b'), soort: 'punt' }]);
    await pagina.doe((proef) => proef.selecteerAlles(), null);
    const { html } = await pagina.kopieer();

    expect(await pagina.lees(html)).toEqual({ regels: ['alinea a', 'punt b'], meldingen: [] });
  });
});

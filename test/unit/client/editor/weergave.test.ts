import { nothing } from 'lit';
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { OPDRACHTEN } from '../../../../client/editor/opdrachten.ts';
import { noemtekst } from '../../../../client/editor/vermelding.ts';
import { alsTekst, isLeeg, weergave } from '../../../../client/editor/weergave.ts';
import { type Blok, KALE_ALINEA, type Stuk } from '../../../../shared/tekst/blok.ts';
import { ANKER } from '../../../../shared/tekst/embed.ts';
import { voegAchteraan } from '../../../../shared/tekst/schrijven.ts';
import { blok, inEen, leegVeld } from '../../tekst/blokken.ts';
import { Schrijver, Server } from './schrijft.ts';

const MOEDER = '5a1f7b1e-3c9a-4f5e-9d2b-0c6a8e4d7f10';
const ONBEKENDE = '5a1f7b1e-3c9a-4f5e-9d2b-0c6a8e4d7f11';
const noem = (soort: string, id: string) => (soort === 'lid' && id === MOEDER ? 'moeder' : null);

const BREUK: Stuk = { soort: 'breuk', strong: false, em: false };
const gewoon = (tekst: string): Stuk => ({ soort: 'tekst', tekst, strong: false, em: false });
const vermelding = (id: string): Stuk => ({
  soort: 'vermelding',
  wie: { soort: 'lid', id },
  strong: false,
  em: false,
});

function tekst(...blokken: readonly Blok[]): Y.Text {
  const veld = leegVeld();
  inEen(veld, () => voegAchteraan(veld, blokken));
  return veld;
}

function met(inhoud: readonly Stuk[], deel: Partial<Blok> = {}): Blok {
  return { ...KALE_ALINEA, ...deel, inhoud };
}

/** What a page makes of a template, without a page: enough for templates without listeners. */
function alsHtml(sjabloon: unknown): string {
  if (sjabloon === nothing) return '';
  if (Array.isArray(sjabloon)) return sjabloon.map(alsHtml).join('');
  if (typeof sjabloon === 'object' && sjabloon !== null && 'strings' in sjabloon && 'values' in sjabloon) {
    // As lit makes them.
    const { strings, values } = sjabloon as { strings: readonly string[]; values: readonly unknown[] };
    return strings.map((deel, n) => deel + (n < values.length ? alsHtml(values[n]) : '')).join('');
  }
  return String(sjabloon).replaceAll('<', '&lt;');
}

function html(...blokken: readonly Blok[]): string {
  return alsHtml(weergave(tekst(...blokken), noem)).replace(/^<div class="rt-tekst">(.*)<\/div>$/s, '$1');
}

/** The same without what only the style sheet reads. */
function kaal(...blokken: readonly Blok[]): string {
  return html(...blokken).replaceAll(
    / (?:class="rt-lijstregel"|role="list"|data-diepte=\d|data-teken=\S+?)(?=[ >])/g,
    '',
  );
}

describe('a text is empty', () => {
  test('when nothing was ever written, or only blocks without text are left', () => {
    expect(isLeeg(leegVeld())).toBe(true);
    expect(isLeeg(tekst(blok(''), blok('  '), met([BREUK]), blok('', { soort: 'punt', diepte: 1 })))).toBe(
      true,
    );
    const ankers = leegVeld();
    ankers.insertEmbed(0, ANKER);
    expect(isLeeg(ankers)).toBe(true);
  });

  test('not when there is text or a mention, however deep', () => {
    expect(isLeeg(tekst(blok(''), blok('a', { soort: 'punt', diepte: 3 })))).toBe(false);
    expect(isLeeg(tekst(blok(''), met([vermelding(ONBEKENDE)])))).toBe(false);
  });

  test('until somebody types: opening it for writing sends nothing', () => {
    const server = new Server();
    const wie = new Schrijver(server);
    expect(wie.state.doc.childCount).toBe(1);
    expect(server.uitkomsten).toEqual([]);
    expect(isLeeg(wie.tekst)).toBe(true);
  });
});

describe('a text without formatting', () => {
  test('has a line a block, and the signs and numbers of its lists', () => {
    const wie = new Schrijver(new Server());
    wie.typ('een');
    wie.doe(OPDRACHTEN.nummers);
    expect(alsTekst(wie.tekst)).toBe('1. een');
    const lang = tekst(
      blok('Kop', { soort: 'kop' }),
      met([gewoon('a'), BREUK, gewoon('b')]),
      blok('punt', { soort: 'punt' }),
      blok('vervolg', { diepte: 1 }),
    );
    expect(alsTekst(lang)).toBe('Kop\na\nb\n- punt\n  vervolg');
  });
});

describe('TX4: a text that is read', () => {
  test('is headings below those of the board, paragraphs and nested lists', () => {
    expect(
      kaal(
        blok('Kop', { soort: 'kop' }),
        blok('Kopje', { soort: 'kop', niveau: 2 }),
        blok('Klein', { soort: 'kop', niveau: 3 }),
        blok('alinea'),
        blok('punt', { soort: 'punt' }),
        blok('vervolg', { diepte: 1 }),
        blok('dieper', { soort: 'nummer', diepte: 1, begin: 4 }),
        blok('nog een', { soort: 'nummer', diepte: 1 }),
        blok('laatste', { soort: 'punt' }),
      ),
    ).toBe(
      '<h4>Kop</h4><h5>Kopje</h5><h6>Klein</h6><p>alinea</p>' +
        '<ul><li><p>punt</p><p>vervolg</p><ol start=4><li><p>dieper</p></li><li><p>nog een</p></li></ol></li>' +
        '<li><p>laatste</p></li></ul>',
    );
  });

  test('says of each block how deep it stands, and of each item what stands before it', () => {
    expect(html(blok('a', { soort: 'nummer', diepte: 2, begin: 9 }), blok('b', { diepte: 3 }))).toBe(
      '<ol role="list" start=9><li class="rt-lijstregel" data-diepte=2 data-teken=9.><p>a</p><p data-diepte=3>b</p></li></ol>',
    );
  });

  test('keeps the line of an empty block, and the one behind its last line break', () => {
    expect(kaal(blok(''), met([gewoon('a'), BREUK]), met([gewoon('a'), BREUK, gewoon('b')]))).toBe(
      '<p><br /></p><p>a<br /><br /></p><p>a<br />b</p>',
    );
  });

  test('has its marks, also around a mention, and shows what was typed as it was typed', () => {
    const vet = { strong: true, em: false };
    expect(
      kaal(
        met([
          { soort: 'tekst', tekst: '<b>', ...vet },
          { soort: 'tekst', tekst: 'beide', strong: true, em: true },
          { ...vermelding(MOEDER), ...vet },
        ]),
      ),
    ).toBe(
      '<p><strong>&lt;b></strong><strong><em>beide</em></strong>' +
        '<strong><span class="rt-vermelding">moeder</span></strong></p>',
    );
  });
});

describe('NK13, NK23: a mention', () => {
  test('NK13: reads as this reader may know the person', () => {
    const bij = tekst(met([gewoon('met '), vermelding(MOEDER)]));
    expect(alsTekst(bij, noem)).toBe('met moeder');
    expect(alsTekst(bij)).toBe('met iemand');
  });

  test('NK23: a hidden target, a deleted one and a forged one look alike', () => {
    const allen = [
      noemtekst(noem, 'lid', ONBEKENDE),
      noemtekst(noem, 'deelnemer', MOEDER),
      noemtekst(noem, 'iets', MOEDER),
      noemtekst(noem, 'lid', undefined),
    ];
    expect(new Set(allen)).toEqual(new Set(['iemand']));
    const vals = leegVeld();
    vals.insertEmbed(0, { vermelding: { soort: 'lid', id: MOEDER, naam: 'Sanne' } });
    expect(alsHtml(weergave(vals, noem))).toBe(alsHtml(weergave(tekst(met([vermelding(ONBEKENDE)])), noem)));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  type Bloksleutels,
  isSleutelwaarde,
  KALE_ALINEA,
  leesSleutels,
  SLEUTELNAMEN,
} from '../../../shared/tekst/blok.ts';
import { ANKER, leesEmbed, vermeldingEmbed } from '../../../shared/tekst/embed.ts';
import { houdersVan, leesBlokken, leesRuw } from '../../../shared/tekst/lezen.ts';
import { voegAchteraan } from '../../../shared/tekst/schrijven.ts';
import { aaneen, blok, inEen, leegVeld, ruw, willekeurigBlok } from './blokken.ts';

const MOEDER = { soort: 'lid', id: '5a1f7b1e-3c9a-4f5e-9d2b-0c6a8e4d7f10' } as const;

function merk(sleutels: Record<string, unknown>): Y.Map<unknown> {
  return new Y.Map(Object.entries(sleutels));
}

/** Keys as they come from a document, whatever stands in it. */
function lees(sleutels: Record<string, unknown>) {
  return leesSleutels((naam) => sleutels[naam]);
}

describe('TX1: what stands in a block', () => {
  test('is characters with their marks, line breaks and who is mentioned', () => {
    const tekst = leegVeld();
    tekst.insert(0, 'vet', { strong: true });
    tekst.insert(3, '\n', {});
    tekst.insert(4, 'beide', { strong: true, em: true });
    tekst.insertEmbed(9, vermeldingEmbed(MOEDER), { em: true });
    expect(leesBlokken(tekst)).toEqual([
      {
        ...KALE_ALINEA,
        inhoud: [
          { soort: 'tekst', tekst: 'vet', strong: true, em: false },
          { soort: 'breuk', strong: false, em: false },
          { soort: 'tekst', tekst: 'beide', strong: true, em: true },
          { soort: 'vermelding', wie: MOEDER, strong: false, em: true },
        ],
      },
    ]);
  });

  test('has no mark that was taken away', () => {
    const tekst = leegVeld();
    tekst.insert(0, 'vet', { strong: true });
    tekst.format(0, 3, { strong: null });
    expect(leesBlokken(tekst)).toEqual([blok('vet')]);
  });

  test('keeps the place of what no editor writes, as a mention of nobody', () => {
    const tekst = leegVeld();
    tekst.insertEmbed(0, { iets: 'anders' });
    tekst.insertEmbed(1, new Y.Array());
    const niemand = { soort: 'vermelding', wie: null, strong: false, em: false };
    expect(leesBlokken(tekst)).toEqual([{ ...KALE_ALINEA, inhoud: [niemand, niemand] }]);
  });
});

describe('TX2: blocks', () => {
  test('a text in which nothing stands is one empty paragraph', () => {
    expect(leesBlokken(leegVeld())).toEqual([blok('')]);
  });

  test('the keys of the first are those of the text itself, of the others those of the marker before them', () => {
    const tekst = leegVeld();
    tekst.insert(0, 'Kop');
    tekst.insertEmbed(3, ANKER);
    tekst.insertEmbed(4, merk({ soort: 'nummer', begin: 7, diepte: 1 }));
    tekst.insert(5, 'punt');
    tekst.setAttribute('soort', 'kop');
    tekst.setAttribute('niveau', 2 as unknown as string);
    expect(leesBlokken(tekst)).toEqual([
      blok('Kop', { soort: 'kop', niveau: 2 }),
      blok('punt', { soort: 'nummer', begin: 7, diepte: 1 }),
    ]);
    expect(leesRuw(tekst).map(({ houder }) => houder)).toEqual(houdersVan(tekst));
    expect(houdersVan(tekst)[0]).toBe(tekst);
  });

  test('anchors are skipped, wherever they stand', () => {
    const alles = fc.array(willekeurigBlok, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(alles, fc.array(fc.nat(60), { maxLength: 10 }), (blokken, plaatsen) => {
        const tekst = leegVeld();
        inEen(tekst, () => voegAchteraan(tekst, blokken));
        const eerst = aaneen(leesBlokken(tekst));
        for (const plaats of plaatsen) {
          const hier = plaats % (tekst.length + 1);
          // No caret stands within a character of two units, and Yjs has no halves of one.
          if (!/[\ud800-\udbff]/.test(ruw(tekst)[hier - 1] ?? '')) tekst.insertEmbed(hier, ANKER);
        }
        expect(aaneen(leesBlokken(tekst))).toEqual(eerst);
      }),
    );
  });
});

describe('TX3: values that nobody writes', () => {
  test.each<[string, Record<string, unknown>, Partial<Bloksleutels>]>([
    ['a marker without keys is a paragraph', {}, {}],
    ['a sort that nobody knows is a paragraph', { soort: 'tabel' }, {}],
    [
      'a number below is the lowest',
      { soort: 'kop', niveau: 0, diepte: -4, begin: -1 },
      { soort: 'kop', begin: 0 },
    ],
    [
      'a number above is the highest',
      { niveau: 9, diepte: 20, begin: 1e9 },
      { niveau: 3, diepte: 8, begin: 999_999 },
    ],
    ['a number between two is one of them', { niveau: 1.6, diepte: 0.4 }, { niveau: 2, diepte: 0 }],
    ['what is no number is none', { niveau: '2', diepte: Number.NaN, begin: true }, {}],
  ])('%s', (_naam, staat, leest) => {
    expect(lees(staat)).toEqual({ ...KALE_ALINEA, ...leest });
    const tekst = leegVeld();
    tekst.insertEmbed(0, merk(staat));
    expect(leesBlokken(tekst)[1]).toEqual(blok('', leest));
  });

  test('whatever stands there, what is read may be written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...SLEUTELNAMEN), fc.anything()), (staat) => {
        const gelezen = lees(staat);
        for (const naam of SLEUTELNAMEN) expect(isSleutelwaarde(naam, gelezen[naam])).toBe(true);
      }),
    );
  });

  test.each([
    ['soort', 'tabel'],
    ['soort', null],
    ['niveau', 0],
    ['niveau', 4],
    ['niveau', 1.5],
    ['niveau', null],
    ['diepte', 9],
    ['diepte', '1'],
    ['begin', 1_000_000],
    ['begin', -1],
    ['begin', undefined],
  ] as const)('SY4: %s may not be written as %s', (naam, waarde) => {
    expect(isSleutelwaarde(naam, waarde)).toBe(false);
  });
});

describe('SY4: embeds are read to the letter', () => {
  test('an anchor and a mention are known', () => {
    expect(leesEmbed(ANKER)).toEqual({ soort: 'anker' });
    expect(leesEmbed(vermeldingEmbed(MOEDER))).toEqual({ soort: 'vermelding', wie: MOEDER });
  });

  test.each([
    [{ eind: 2 }],
    [{ eind: 1, meer: 1 }],
    [{ eind: 1, ...vermeldingEmbed(MOEDER) }],
    [{ vermelding: { ...MOEDER, naam: 'Sanne' } }],
    [{ vermelding: { soort: 'kind', id: MOEDER.id } }],
    [{ vermelding: { soort: 'lid', id: MOEDER.id.toUpperCase() } }],
    [{ vermelding: { soort: 'lid' } }],
    [{ vermelding: [MOEDER.soort, MOEDER.id] }],
    [{}],
    [[ANKER]],
    ['eind'],
    [null],
  ])('and nothing else: %j', (waarde) => {
    expect(leesEmbed(waarde)).toBeNull();
  });
});

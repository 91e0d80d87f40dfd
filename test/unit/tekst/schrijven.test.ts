import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { isNiets, KALE_ALINEA } from '../../../shared/tekst/blok.ts';
import { houdersVan, leesBlokken } from '../../../shared/tekst/lezen.ts';
import { voegAchteraan, zetSleutels } from '../../../shared/tekst/schrijven.ts';
import { aaneen, blok, inEen, leegVeld, ruw, willekeurigBlok } from './blokken.ts';

function metBlokken(...blokken: readonly ReturnType<typeof blok>[]): Y.Text {
  const tekst = leegVeld();
  inEen(tekst, () => voegAchteraan(tekst, blokken));
  return tekst;
}

describe('TX2: putting blocks at the end', () => {
  test('writes the first into an empty text, and each other behind an anchor and its own marker', () => {
    const tekst = metBlokken(blok('een'), blok('twee', { soort: 'punt' }), blok(''));
    expect(ruw(tekst)).toBe('een⚓¶twee⚓¶⚓');
    inEen(tekst, () => voegAchteraan(tekst, [blok('vier')]));
    expect(ruw(tekst)).toBe('een⚓¶twee⚓¶⚓¶vier⚓');
  });

  test('leaves an empty text without anchor, whatever its first block is', () => {
    expect(ruw(metBlokken(blok('', { soort: 'punt' })))).toBe('');
  });

  test('makes the anchor that another left out', () => {
    const tekst = leegVeld();
    tekst.insert(0, 'zonder');
    inEen(tekst, () => voegAchteraan(tekst, [blok('met')]));
    expect(ruw(tekst)).toBe('zonder⚓¶met⚓');
  });

  test('two people who begin in an empty text at the same time begin in the same line', () => {
    const [een, ander] = [leegVeld(), leegVeld()];
    inEen(een, () => voegAchteraan(een, [blok('van mij')]));
    inEen(ander, () => voegAchteraan(ander, [blok('van u')]));
    const samen = new Y.Doc();
    for (const { doc } of [een, ander]) if (doc !== null) Y.applyUpdate(samen, Y.encodeStateAsUpdate(doc));
    expect(leesBlokken(samen.getText('veld'))).toHaveLength(1);
  });

  test('takes over no marks from what stands before it', () => {
    const tekst = metBlokken({
      ...KALE_ALINEA,
      inhoud: [
        { soort: 'tekst', tekst: 'vet', strong: true, em: true },
        { soort: 'tekst', tekst: 'gewoon', strong: false, em: false },
      ],
    });
    inEen(tekst, () => voegAchteraan(tekst, [blok('ook gewoon')]));
    const delta: readonly { insert: unknown; attributes?: unknown }[] = tekst.toDelta();
    expect(delta.filter(({ attributes }) => attributes !== undefined).map(({ insert }) => insert)).toEqual([
      'vet',
    ]);
  });

  test('writes a mention of nobody as the word that it reads as', () => {
    const niemand = { soort: 'vermelding' as const, wie: null, strong: false, em: false };
    expect(leesBlokken(metBlokken({ ...KALE_ALINEA, inhoud: [niemand] }))).toEqual([blok('iemand')]);
  });

  test('writes each piece under the id of whose it is: the block’s marker and end, and each run in it', () => {
    const tekst = leegVeld();
    const blokken = [
      blok('a'),
      { ...blok('b', { soort: 'kop' }), inhoud: [...blok('b').inhoud, ...blok('c').inhoud] },
    ];
    inEen(tekst, () =>
      voegAchteraan(tekst, blokken, (nummer, stuk) => 100 * nummer + (stuk === 'grens' ? 50 : stuk)),
    );
    expect(ruw(tekst)).toBe('a⚓¶bc⚓');
    const wie: number[] = [];
    for (let item = tekst._start; item !== null; item = item.right) wie.push(item.id.client);
    expect(wie).toEqual([0, 50, 150, 100, 101, 150]);
  });
});

describe('TX3: what is written is what is read', () => {
  const blokken = fc.array(willekeurigBlok, { minLength: 1, maxLength: 6 });

  test('here, in another’s document, and after writing again what was read', () => {
    fc.assert(
      fc.property(blokken, (wil) => {
        const tekst = metBlokken(...wil);
        const ander = new Y.Doc();
        if (tekst.doc !== null) Y.applyUpdate(ander, Y.encodeStateAsUpdate(tekst.doc));
        const gelezen = leesBlokken(ander.getText('veld'));
        expect(aaneen(gelezen)).toEqual(aaneen(wil));
        expect(aaneen(leesBlokken(metBlokken(...gelezen)))).toEqual(aaneen(wil));
      }),
      { numRuns: 300 },
    );
  });

  test('also behind what stood there', () => {
    fc.assert(
      fc.property(blokken, blokken, (eerst, dan) => {
        const begin = [blok('begin'), ...eerst];
        const tekst = metBlokken(...begin);
        inEen(tekst, () => voegAchteraan(tekst, dan));
        expect(aaneen(leesBlokken(tekst))).toEqual(aaneen([...begin, ...dan]));
      }),
    );
  });

  test('keys are set to what they should be, and nothing is written that says so already', () => {
    const tekst = metBlokken(
      blok('een', { soort: 'kop', niveau: 3 }),
      blok('twee', { soort: 'nummer', begin: 4 }),
    );
    let keren = 0;
    tekst.doc?.on('update', () => {
      keren += 1;
    });
    const zet = (sleutels: Partial<typeof KALE_ALINEA>): void => {
      for (const houder of houdersVan(tekst)) zetSleutels(houder, { ...KALE_ALINEA, ...sleutels });
    };
    inEen(tekst, () => zet({ soort: 'nummer', diepte: 2, begin: 0 }));
    expect(leesBlokken(tekst).map(({ inhoud: _inhoud, ...rest }) => rest)).toEqual(
      [1, 2].map(() => ({ ...KALE_ALINEA, soort: 'nummer', diepte: 2, begin: 0 })),
    );
    inEen(tekst, () => zet({ soort: 'nummer', diepte: 2, begin: 0 }));
    expect(keren).toBe(1);
    inEen(tekst, () => zet({}));
    expect(leesBlokken(tekst)).toEqual([blok('een'), blok('twee')]);
  });
});

test('nothing is one empty paragraph, however deep; anything else is something', () => {
  expect(isNiets([])).toBe(true);
  expect(isNiets([blok('')])).toBe(true);
  expect(isNiets([blok('', { soort: 'punt' })])).toBe(false);
  expect(isNiets([blok(' ')])).toBe(false);
  expect(isNiets([blok(''), blok('')])).toBe(false);
});

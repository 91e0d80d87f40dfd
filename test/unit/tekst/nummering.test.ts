import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bloksleutels, KALE_ALINEA } from '../../../shared/tekst/blok.ts';
import { lijstteken, metNummers, nummering } from '../../../shared/tekst/nummering.ts';
import { willekeurigeSleutels } from './blokken.ts';

/** Blocks as signs: `p` a paragraph, `k` a heading, `-` a bullet, `#` a number, each with its depth; `#0=7` begins at 7. */
function rij(tekens: string): Bloksleutels[] {
  const SOORT = { p: 'alinea', k: 'kop', '-': 'punt', '#': 'nummer' } as const;
  return tekens.split(' ').map((teken) => {
    const [, soort, diepte, begin] = /^([pk#-])(\d)(?:=(\d+))?$/.exec(teken) ?? [];
    if (soort === undefined || !(soort in SOORT)) throw new Error(`no block: ${teken}`);
    return {
      ...KALE_ALINEA,
      // Held against SOORT above.
      soort: SOORT[soort as keyof typeof SOORT],
      diepte: Number(diepte),
      begin: begin === undefined ? null : Number(begin),
    };
  });
}

function nummers(tekens: string): (number | null)[] {
  return nummering(rij(tekens)).map((plaats) => plaats?.nummer ?? null);
}

describe('TX4: numbers of a list', () => {
  test.each([
    ['count from one', '#0 #0 #0', [1, 2, 3]],
    ['go on over deeper items, which count for themselves', '#0 #1 #1 #0 #1', [1, 1, 2, 2, 1]],
    ['go on over deeper bullets', '#0 -1 -2 #0', [1, null, null, 2]],
    ['go on over a paragraph or heading in the item', '#0 p1 #0 k1 p1 #0', [1, null, 2, null, null, 3]],
    ['go on in a deeper list over what stands in its item', '#0 #1 p2 #1 p1 #1', [1, 1, null, 2, null, 1]],
    ['begin anew behind a paragraph or heading outside', '#0 #0 p0 #0 k0 #0', [1, 2, null, 1, null, 1]],
    ['begin anew behind a bullet of that depth', '#0 #0 -0 #0', [1, 2, null, 1]],
    ['begin where they are told to, and go on from there', '#0 #0=7 #0 #1=3 #0', [1, 7, 8, 3, 9]],
    ['begin at nothing', '#0=0 #0', [0, 1]],
    ['begin anew where told the same again', '#0=5 #0=5', [5, 5]],
    ['end with the list above them', '#0 #1 #0 #1', [1, 1, 2, 1]],
    ['stand without a list above them', '#3 #3 #1 #3', [1, 2, 1, 1]],
    ['do not begin where a bullet is told to', '-0=7 #0', [null, 1]],
  ])('%s', (_naam, tekens, zijn) => {
    expect(nummers(tekens)).toEqual(zijn);
  });

  test('each item knows its place and how many its list has', () => {
    const plaatsen = nummering(rij('-0 -1 -1 -0 p1 -0 p0 #0=9 #0'));
    expect(plaatsen.map((een) => een && [een.plaats, een.aantal])).toEqual([
      [1, 3],
      [1, 2],
      [2, 2],
      [2, 3],
      null,
      [3, 3],
      null,
      [1, 2],
      [2, 2],
    ]);
  });

  test('an item shows its number, or a sign by its depth', () => {
    expect(lijstteken({ nummer: 12 }, 3)).toBe('12.');
    const tekens = [0, 1, 2, 3].map((diepte) => lijstteken({ nummer: null }, diepte));
    expect(new Set(tekens).size).toBe(3);
    expect(tekens[3]).toBe(tekens[0]);
  });
});

describe('TX4: blocks that come behind others', () => {
  test('keep the numbers that they had, and begin only where they must', () => {
    expect(metNummers(rij('p0 #0 #0'), rij('#0 #0'), [1, 2]).map(({ begin }) => begin)).toEqual([1, null]);
    expect(metNummers(rij('#0'), rij('#0 #0'), [2, 3]).map(({ begin }) => begin)).toEqual([null, null]);
  });

  test('whatever stood before them', () => {
    const blokken = fc.array(willekeurigeSleutels, { maxLength: 12 });
    fc.assert(
      fc.property(blokken, blokken, (voor, na) => {
        const had = nummering(na).map((plaats) => plaats?.nummer ?? null);
        // Beyond the last number that can be a beginning no item can keep its own.
        fc.pre(had.every((nummer) => (nummer ?? 0) <= 999_999));
        const samen = [...voor, ...metNummers(voor, na, had)];
        const heeft = nummering(samen).map((plaats) => plaats?.nummer ?? null);
        expect(heeft.slice(voor.length)).toEqual(had);
      }),
      { numRuns: 500 },
    );
  });
});

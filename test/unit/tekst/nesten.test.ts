import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Blok, Bloksleutels } from '../../../shared/tekst/blok.ts';
import { type Deel, nest } from '../../../shared/tekst/nesten.ts';
import { nummering } from '../../../shared/tekst/nummering.ts';
import { blok, willekeurigeSleutels } from './blokken.ts';

/** A tree as rows of rows: a block as its text, a list as what it begins at and its items. */
type Boom = string | { lijst: number | null; punten: [string, ...Boom[]][] };

function boom(...blokken: readonly Blok[]): Boom[] {
  return nest(blokken).map(alsBoom);
}

function alsBoom(deel: Deel<Blok>): Boom {
  if (deel.soort === 'blok') return tekstVan(deel.blok);
  return {
    lijst: deel.begin,
    punten: deel.punten.map(({ blok: punt, daaronder }) => [tekstVan(punt), ...daaronder.map(alsBoom)]),
  };
}

function tekstVan({ inhoud: [stuk] }: Blok): string {
  return stuk?.soort === 'tekst' ? stuk.tekst : '';
}

const alinea = (tekst: string, diepte = 0) => blok(tekst, { diepte });
const punt = (tekst: string, diepte = 0) => blok(tekst, { soort: 'punt', diepte });
const nummer = (tekst: string, diepte = 0, begin: number | null = null) =>
  blok(tekst, { soort: 'nummer', diepte, begin });

describe('TX4: a flat text is the tree that it stands for', () => {
  test('items of one list stand in one list, deeper ones in the item before them', () => {
    expect(boom(alinea('a'), punt('b'), punt('c', 1), punt('d', 1), punt('e'), alinea('f'))).toEqual([
      'a',
      { lijst: null, punten: [['b', { lijst: null, punten: [['c'], ['d']] }], ['e']] },
      'f',
    ]);
  });

  test('a paragraph or heading one deeper stands in the item, and the list goes on', () => {
    expect(boom(nummer('a'), alinea('b', 1), blok('c', { soort: 'kop', diepte: 1 }), nummer('d'))).toEqual([
      { lijst: 1, punten: [['a', 'b', 'c'], ['d']] },
    ]);
  });

  test('behind a deeper list a paragraph stands in the item that it belongs to', () => {
    expect(boom(punt('a'), punt('b', 1), alinea('c', 1), punt('d', 1), alinea('e'))).toEqual([
      {
        lijst: null,
        punten: [['a', { lijst: null, punten: [['b']] }, 'c', { lijst: null, punten: [['d']] }]],
      },
      'e',
    ]);
  });

  test('another sort of item, or another beginning, is another list', () => {
    expect(boom(nummer('a'), punt('b'), nummer('c', 0, 7), nummer('d'), nummer('e', 0, 3))).toEqual([
      { lijst: 1, punten: [['a']] },
      { lijst: null, punten: [['b']] },
      { lijst: 7, punten: [['c'], ['d']] },
      { lijst: 3, punten: [['e']] },
    ]);
  });

  test('a depth that nothing stands above makes no lists of its own', () => {
    expect(boom(punt('a', 3), punt('b', 1), punt('c', 2), alinea('d', 1), alinea('e', 8))).toEqual([
      { lijst: null, punten: [['a']] },
      { lijst: null, punten: [['b', { lijst: null, punten: [['c']] }]] },
      'd',
      'e',
    ]);
  });

  test('whatever the blocks: each stands in it once, in order, and items count as `nummering` has them', () => {
    fc.assert(
      fc.property(fc.array(willekeurigeSleutels, { maxLength: 20 }), (blokken) => {
        const plat: { blok: Bloksleutels; nummer: number | null; binnen: number }[] = [];
        const loop = (delen: readonly Deel<Bloksleutels>[], binnen: number): void => {
          for (const deel of delen) {
            if (deel.soort === 'blok') plat.push({ blok: deel.blok, nummer: null, binnen });
            else {
              deel.punten.forEach((een, n) => {
                plat.push({ blok: een.blok, nummer: deel.begin === null ? null : deel.begin + n, binnen });
                loop(een.daaronder, een.blok.diepte + 1);
              });
            }
          }
        };
        loop(nest(blokken), 0);
        expect(plat.map((een) => een.blok)).toEqual(blokken);
        expect(plat.map((een) => een.nummer)).toEqual(
          nummering(blokken).map((plaats) => plaats?.nummer ?? null),
        );
        for (const een of plat) expect(een.blok.diepte).toBeGreaterThanOrEqual(een.binnen);
      }),
      { numRuns: 500 },
    );
  });
});

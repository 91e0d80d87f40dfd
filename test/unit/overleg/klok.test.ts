import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GESPREKSDELEN } from '../../../shared/overleg.ts';
import { duurVan, klokstand } from '../../../shared/overlegklok.ts';

const MINUUT = 60_000;

test('OV2: the steps of an item take its minutes together, each some of them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 240 }), (minuten) => {
      const duren = GESPREKSDELEN.map((onderdeel) => duurVan(onderdeel, minuten));
      expect(Math.min(...duren)).toBeGreaterThan(0);
      expect(duren.reduce((som, duur) => som + duur, 0)).toBeCloseTo(minuten * MINUUT, 3);
    }),
  );
});

test('OV2: a clock counts begun minutes down, says when its last fifth began, and then by how much it is over', () => {
  const duur = 5 * MINUUT;
  const op = (voorbij: number) => klokstand({ sinds: 1_000_000, duur, nu: 1_000_000 + voorbij });
  expect(op(0)).toEqual({ nog: 5, over: 0, isLaatste: false, verstreken: 0 });
  expect(op(1)).toMatchObject({ nog: 5 });
  expect(op(4 * MINUUT - 1)).toMatchObject({ nog: 2, isLaatste: false });
  expect(op(4 * MINUUT)).toMatchObject({ nog: 1, isLaatste: true, verstreken: 0.8 });
  expect(op(5 * MINUUT - 1)).toMatchObject({ nog: 1, over: 0 });
  expect(op(5 * MINUUT)).toEqual({ nog: 0, over: 0, isLaatste: true, verstreken: 1 });
  expect(op(7.5 * MINUUT)).toMatchObject({ nog: 0, over: 2, isLaatste: true, verstreken: 1 });
  // A clock that is behind the server's.
  expect(op(-30 * MINUUT)).toEqual(op(0));
});

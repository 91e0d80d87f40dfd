import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Dekking } from './dekking.ts';
import { nieuweTelling, vergelijkEens } from './eigenschap.ts';
import { LEKKEN, VAAK, VOOR, ZIT } from './geplant.ts';
import { Kant } from './kant.ts';
import { type Run, runMet } from './opdrachten.ts';

// The property must be able to fail: each of these mistakes is made on purpose, and found.

const HOOGUIT = 150;
let a: Kant;
let b: Kant;

beforeAll(async () => {
  a = await Kant.begin(new Dekking(), { breektContract: true });
  b = await Kant.begin(new Dekking(), { breektContract: true });
});

afterAll(async () => {
  await a.tafel.sluit();
  await b.tafel.sluit();
});

describe('NK6: the property finds', () => {
  test.each(Object.entries(LEKKEN))('%s', { timeout: 300_000 }, async (naam, plant) => {
    const telling = nieuweTelling();
    const haalWeg = plant([a, b]);
    try {
      const uitkomst = await fc.check(
        fc.asyncProperty(runMet(VAAK[naam]), (een) =>
          vergelijkEens(
            a,
            b,
            { ...metStoelen(een, ZIT[naam] ?? []), kijker: VOOR[naam] ?? een.kijker },
            telling,
          ),
        ),
        { numRuns: HOOGUIT, seed: 7, endOnFailure: true },
      );
      expect(String(uitkomst.errorInstance)).toContain('what the kijker was sent differs');
    } finally {
      haalWeg();
    }
  });
});

/** The run, with some who sit at the table from the start. */
function metStoelen(een: Run, wie: readonly number[]): Run {
  const kies = een.stoelen[0]?.kies ?? [];
  const anderen = een.stoelen.filter((stoel) => !wie.includes(stoel.wie));
  return { ...een, stoelen: [...wie.map((nummer) => ({ wie: nummer, kies })), ...anderen] };
}

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Dekking } from './dekking.ts';
import { nieuweTelling, vergelijkEens } from './eigenschap.ts';
import { EERST, LEKKEN, VAAK, VOOR, ZIT } from './geplant.ts';
import { Kant } from './kant.ts';
import { type Run, runMet } from './opdrachten.ts';

// The property must be able to fail: each of these mistakes is made on purpose, and found.
//
//   PLANT=alle npx vitest run test/leak/geplant
//
// for all of them; a run of everything tries a third, another one each day. PLANT=0, 1 or 2 takes that third.

const HOOGUIT = 150;
/** More runs than this are worth a line in `EERST`. */
const LANG = 3;
const DAG_MS = 24 * 60 * 60 * 1000;
const DELEN = 3;
const DEEL = process.env.PLANT ?? String(Math.floor(Date.now() / DAG_MS) % DELEN);
const NU = Object.entries(LEKKEN).filter((_, n) => DEEL === 'alle' || n % DELEN === Number(DEEL));
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

describe(`NK6: the property finds (PLANT=${DEEL})`, () => {
  test.each(NU)('%s', { timeout: 300_000 }, async (naam, plant) => {
    const telling = nieuweTelling();
    const eigenschap = fc.asyncProperty(runMet(VAAK[naam]), (een) =>
      vergelijkEens(a, b, { ...metStoelen(een, ZIT[naam] ?? []), kijker: VOOR[naam] ?? een.kijker }, telling),
    );
    const zoek = (numRuns: number, path = '') =>
      fc.check(eigenschap, { numRuns, path, seed: 7, endOnFailure: true });
    const haalWeg = plant([a, b]);
    try {
      const waar = EERST[naam];
      let uitkomst = waar === undefined ? null : await zoek(1, String(waar));
      if (uitkomst?.failed !== true) uitkomst = await zoek(HOOGUIT);
      if (telling.runs > LANG)
        console.log(`found in the ${telling.runs}th run, number ${uitkomst.counterexamplePath}: ${naam}`);
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

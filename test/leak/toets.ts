import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Dekking } from './dekking.ts';
import { nieuweTelling, vergelijk } from './eigenschap.ts';
import { Kant } from './kant.ts';
import { runMet } from './opdrachten.ts';

/** In all; two files take half of them each, so that they run side by side. */
const RUNS = Math.ceil(Number(process.env.RUNS ?? 300) / 2);
/** Repeats a choice of runs; without it they differ every time. */
const SEED = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };
/** Looking for the smallest run that fails takes minutes. */
const EERSTE = process.env.KLEINER === undefined;
/** With fewer runs than this, not everything needs to have been reached. */
const GENOEG = 100;
/** So many runs at a time are added while something wasn't reached with success, up to as many as there were. */
const ERBIJ = 10;

/** Half of the runs of NK6, as a test. */
export function toets(deel: string): void {
  const dekking = new Dekking();
  const telling = nieuweTelling();
  const kanten: Kant[] = [];

  beforeAll(async () => {
    kanten.push(await Kant.begin(dekking), await Kant.begin(dekking));
  });

  afterAll(async () => {
    for (const { tafel } of kanten) await tafel.sluit();
  });

  test(`NK6: what a person is sent does not depend on what is hidden from them (${deel})`, {
    timeout: 300_000 + 2 * RUNS * 4_000,
  }, async () => {
    const [a, b] = kanten;
    if (a === undefined || b === undefined) throw new Error('the servers did not start');
    const eigenschap = fc.asyncProperty(runMet(), (een) => vergelijk(a, b, een, telling));
    await fc.assert(eigenschap, { numRuns: RUNS, endOnFailure: EERSTE, ...SEED });
    // Chance leaves out what succeeds four times in 150 runs: what isn't reached is looked for, not missed.
    while (RUNS >= GENOEG && telling.runs < 2 * RUNS && dekking.ontbreekt().length > 0) {
      const seed = SEED.seed === undefined ? {} : { seed: SEED.seed + telling.runs };
      await fc.assert(eigenschap, { numRuns: ERBIJ, endOnFailure: EERSTE, ...seed });
    }
    console.log(
      `${dekking.tabel()}\n${telling.runs} runs, ${telling.verborgen} commands hidden, ${telling.nietVergeleken} not compared, ${telling.eenmalig.length} that differed once`,
      ...telling.eenmalig,
    );
    const fouten = kanten.flatMap(({ tafel }) => tafel.fouten).map((fout) => String(fout));
    expect(fouten).toEqual([]);
    expect(telling.verborgen).toBeGreaterThan(telling.runs);
    expect(telling.eenmalig.length).toBeLessThanOrEqual(1 + telling.runs / 1000);
    expect(telling.nietVergeleken).toBeLessThan(1 + telling.runs / 10);
    if (RUNS >= GENOEG) expect(dekking.ontbreekt(), 'never reached with success').toEqual([]);
  });
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { houdKernenBezig } from '../drukte.ts';
import { type Product, startProduct } from '../opstelling.ts';
import { zonderVooraf } from './geplant.ts';
import { RONDKIJKEN } from './rondkijken.ts';
import { SAMENSTELLEN } from './samenstellen.ts';
import { STRUCTUUR } from './structuur.ts';
import { type Ronde, Tafel } from './tafel.ts';
import { TYPEN } from './typen.ts';
import { UITVAL } from './uitval.ts';

// Three people in one text of the real product, in real browsers, each over a line with a latency of its own. After
// each round every letter must stand where its writer put it, every caret behind its own last letter, all screens
// must be as a fresh reader reads, and everything saved.
//
//   RONDES=200 npx vitest run --project browser test/browser/rondes
//
// for a long run; WELKE=klik takes only the rounds of which the name has that, LIJN=0,120 only those lines, ms one way.

const { RONDES, WELKE = '', LIJN = '0,3,20,120', TOON } = process.env;
const LIJNEN_MS = LIJN.split(',').map(Number);
const ALLE = [...TYPEN, ...RONDKIJKEN, ...STRUCTUUR, ...SAMENSTELLEN, ...UITVAL].filter(({ naam }) =>
  new RegExp(WELKE).test(naam),
);
/** More than any round takes, on a machine that is busy. */
const TIJD_MS = 60_000;
/** Where a browser has most pending. With the fault that is planted a quarter of these go wrong. */
const GEPLANT = RONDKIJKEN.filter(({ naam }) => /^(klikken achter|pijlen)/.test(naam));
const MEESTE_GEPLANT = 60;

let product: Product;
let tafel: Tafel;

beforeAll(async () => {
  product = await startProduct();
  tafel = await Tafel.open(product);
});

afterAll(async () => {
  await product.sluit();
});

const toeval = (n: number): number => Math.floor(Math.random() * n);

/** In a short run: which kinds are played while the machine is busy and which while it isn't, and over which line. */
const BEURT = toeval(2 * LIJNEN_MS.length);

/** A short run plays each kind once: the next run may play it at the other machine, or over another line. */
function isNu(ronde: Ronde, isDruk: boolean): boolean {
  if (RONDES !== undefined) return true;
  if (ronde.duurtLang === true) return !isDruk;
  return (ALLE.indexOf(ronde) + BEURT) % 2 === (isDruk ? 1 : 0);
}

/** Over which line each round goes: all of them in turn; in a short run one round, over another line for each kind. */
function lijnenVoor(ronde: Ronde, isDruk: boolean): number[] {
  const aantal = RONDES === undefined ? 1 : Math.ceil(Number(RONDES) / 2);
  const vanaf = ALLE.indexOf(ronde) + (isDruk ? 2 : 0) + (RONDES === undefined ? Math.floor(BEURT / 2) : 0);
  return Array.from({ length: aantal }, (_, n) => LIJNEN_MS[(vanaf + n) % LIJNEN_MS.length] ?? 0);
}

for (const isDruk of [false, true]) {
  describe(`TX1, TX2, TX5–TX9: op een ${isDruk ? 'drukke' : 'rustige'} machine`, () => {
    let wordRustig = (): void => {};

    beforeAll(async () => {
      await tafel.zetDrukte(isDruk);
      if (isDruk) wordRustig = houdKernenBezig();
    });

    afterAll(async () => {
      wordRustig();
      await tafel.zetDrukte(false);
    });

    for (const ronde of ALLE) {
      const lijnen = lijnenVoor(ronde, isDruk);
      test.skipIf(!isNu(ronde, isDruk))(ronde.naam, { timeout: TIJD_MS * lijnen.length }, async () => {
        const mis: string[] = [];
        for (const ms of lijnen) {
          const { fouten, verslag } = await tafel.speel(ronde, ms, toeval);
          if (fouten.length > 0) mis.push(verslag);
        }
        if (TOON !== undefined) console.log(`${lijnen.length} rondes, ${mis.length} mis: ${ronde.naam}`);
        // Its message holds what was wrong: of a long run little else is kept.
        expect(mis, mis.join('\n')).toEqual([]);
      });
    }
  });
}

test('TX6 geplant: een editor die niet eerst leest wat de browser nog heeft, wordt gevonden', async () => {
  const doof = await Tafel.open(product, zonderVooraf);
  const gevonden = new Set<string>();
  for (let n = 0; n < MEESTE_GEPLANT && gevonden.size === 0; n += 1) {
    const ronde = GEPLANT[n % GEPLANT.length];
    if (ronde === undefined) break;
    const { fouten } = await doof.speel(ronde, 0, toeval);
    for (const fout of fouten) gevonden.add(fout);
    if (TOON !== undefined) console.log(`geplant, ronde ${n + 1}: ${fouten.join(', ')}`);
  }
  await doof.sluit();
  expect([...gevonden].join()).toMatch(/verplaatst|verweven|caret elders/);
}, 600_000);

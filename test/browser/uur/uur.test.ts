import { appendFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { Toeval } from '../../unit/poort/gesprek.ts';
import { aanTafel, bordStaat, klapOpen, type Product, startProduct } from '../opstelling.ts';
import { wachtOpOpgeslagen } from '../schrijven.ts';
import { maakVertraging } from '../vertraging.ts';
import { Adviseur, neemVraagAan } from './adviseur.ts';
import { Typist } from './typist.ts';
import { leesBewaard, leesKlad, leesVakken } from './vinden.ts';
import { Weer } from './weer.ts';
import { Woorden } from './woorden.ts';

// Somebody clumsy and in a hurry types in texts and forms of the real product, over a line that stalls and drops, while
// the server falls, their session ends and another types in the same texts, and changes and removes what they type in.
// Every word that stood on a screen must be somewhere in the end: saved, or put aside where the product says it is (ST15).
//
//   MINUTEN=20 ZAAD=7 VERSLAG=uur.log npx vitest run --project browser test/browser/uur
//
// runs it for so long; without MINUTEN for half a minute, in which more goes wrong. VERSLAG has what happens as it
// happens. The same seed makes the same choices; what comes of them hangs on the clock as well.

const MINUTEN = Number(process.env.MINUTEN ?? 0.6);
const ZAAD = Number(process.env.ZAAD ?? 16);
const { VERSLAG } = process.env;
const FATIMA = 'Fatima El Amrani';
const SANNE = 'Sanne Kuipers';
const HANNEKE = 'Hanneke Groenewoud';

/** What is there of what somebody typed: saved, and kept by their browser. */
interface Overgebleven {
  readonly klad: readonly string[];
  /** How many pieces of it stand on the screen. */
  readonly getoond: number;
  readonly alles: readonly string[];
}

/** As it stands there for who comes back. */
async function komTerug(product: Product, casusId: string, wie: Typist): Promise<Overgebleven> {
  await wie.zorgVoorBord(60_000);
  // It may be long before a line that was gone is tried again.
  wie.nu.page.setDefaultTimeout(60_000);
  await bordStaat(wie.nu);
  await wachtOpOpgeslagen(wie.nu);
  await wie.nu.page.reload();
  await wie.zorgVoorBord(60_000);
  await bordStaat(wie.nu);
  await klapOpen(wie.nu);
  await wachtOpOpgeslagen(wie.nu);
  const klad = await leesKlad(wie.nu);
  const getoond = await wie.nu.page.locator('.rt-klad, rt-bord-overgebleven textarea').count();
  const bewaard = await leesBewaard(product, casusId, wie.nu);
  return {
    klad,
    getoond,
    alles: [bewaard, ...klad.map((een) => een.replaceAll('\\n', '\n')), await leesVakken(wie.nu)],
  };
}

test(`ST15: ${MINUTEN} min gehaast typen over een slechte lijn: elk woord staat er nog`, {
  timeout: MINUTEN * 60_000 + 240_000,
}, async () => {
  const isKort = MINUTEN <= 1;
  const product = await startProduct();
  onTestFinished(() => product.sluit());
  const begin = performance.now();
  const gebeurd: string[] = [];
  const meld = (zin: string): void => {
    const regel = `${Math.round((performance.now() - begin) / 1000)} s ${zin}`;
    gebeurd.push(regel);
    if (VERSLAG !== undefined) appendFileSync(VERSLAG, `${regel}\n`);
  };
  const { casusId } = await aanTafel(product, []);
  const lijn = await maakVertraging(product.url);
  onTestFinished(() => lijn.sluit());
  const persoon = await product.persoon(FATIMA, undefined, { baseURL: lijn.url });
  const ander = await product.persoon(SANNE);
  const woorden = new Woorden(ZAAD * 1000);
  const toeval = new Toeval(ZAAD);
  const typist = new Typist({ persoon, naam: FATIMA, casusId, woorden, toeval, meld });
  // Another types in the same texts, over a line of their own.
  const tweede = new Typist({
    persoon: ander,
    naam: SANNE,
    casusId,
    woorden,
    toeval: new Toeval(ZAAD + 2),
    meld: (zin) => meld(`        ${zin}`),
    alleen: ['tekst', 'tekst2', 'wissel', 'herlaad'],
  });
  for (let n = 0; n < 6; n += 1) await typist.maakEigenAfspraak(ander);
  const hanneke = await product.persoon(HANNEKE, undefined, { baseURL: lijn.url });
  const adviseur = new Adviseur({
    persoon: hanneke,
    naam: HANNEKE,
    adviesvraagId: await neemVraagAan(await product.persoon('Tom Bakker'), hanneke, casusId),
    woorden,
    toeval: new Toeval(ZAAD + 3),
    meld: (zin) => meld(`                ${zin}`),
  });
  const weer = new Weer({
    product,
    casusId,
    lijn,
    wie: persoon,
    ander,
    woorden,
    toeval: new Toeval(ZAAD + 1),
    meld,
    langsteUitval: isKort ? 4 : 40,
    rust: isKort ? [4, 5] : [6, 12],
  });

  const tot = performance.now() + MINUTEN * 60_000;
  await Promise.all([weer.waai(tot), typist.typ(tot), tweede.typ(tot), adviseur.typ(tot)]);

  const over: Overgebleven[] = [];
  for (const wie of [tweede, typist]) over.push(await komTerug(product, casusId, wie));
  const klad = over.flatMap((een) => een.klad);
  const getoond = over.reduce((som, een) => som + een.getoond, 0);
  const advies = await adviseur.lees();
  const verloren = woorden.verloren([...advies.alles, ...over.flatMap((een) => een.alles)].join('\n'));
  meld(
    `${woorden.aantal} woorden ${JSON.stringify(woorden.telling)}, ${woorden.nietGezien} niet op het scherm gekomen, ` +
      `${klad.length} kladden; verloren: ${verloren.length}; ` +
      JSON.stringify([typist, tweede, adviseur].map(({ gedaan, mislukt }) => [mislukt, ...gedaan])),
  );
  for (const woord of verloren) meld(`VERLOREN ${woord}`);
  expect(verloren, gebeurd.slice(-200).join('\n')).toEqual([]);
  // What is kept is offered as well.
  expect(getoond).toBeGreaterThanOrEqual(klad.length);
  expect(woorden.aantal).toBeGreaterThan(0);
});

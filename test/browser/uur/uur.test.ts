import { appendFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { Toeval } from '../../unit/poort/gesprek.ts';
import { aanTafel, bordStaat, klapOpen, startProduct } from '../opstelling.ts';
import { wachtOpOpgeslagen } from '../schrijven.ts';
import { maakVertraging } from '../vertraging.ts';
import { Typist } from './typist.ts';
import { leesBewaard, leesKlad, leesVakken } from './vinden.ts';
import { Weer } from './weer.ts';
import { Woorden } from './woorden.ts';

// Somebody clumsy and in a hurry types in texts and forms of the real product, over a line that stalls and drops, while
// the server falls, their session ends and another changes and removes what they type in. Every word that stood on the
// screen must be somewhere in the end: saved, or put aside where the product says it is (ST15).
//
//   MINUTEN=20 ZAAD=7 npx vitest run --project browser test/browser/uur
//
// runs it (not without MINUTEN); VERSLAG=uur.log writes what happens as it happens. The same seed makes the same choices; what comes
// of them hangs on the clock as well.

const MINUTEN = Number(process.env.MINUTEN ?? 0);
const ZAAD = Number(process.env.ZAAD ?? 16);
const { VERSLAG } = process.env;
const FATIMA = 'Fatima El Amrani';

test.skipIf(MINUTEN === 0)(
  `ST15: ${MINUTEN} min gehaast typen over een slechte lijn: elk woord staat er nog`,
  {
    timeout: MINUTEN * 60_000 + 240_000,
  },
  async () => {
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
    await persoon.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const ander = await product.persoon('Sanne Kuipers');
    const woorden = new Woorden(ZAAD * 1000);
    const toeval = new Toeval(ZAAD);
    const typist = new Typist({ persoon, naam: FATIMA, casusId, woorden, toeval, meld });
    for (let n = 0; n < 6; n += 1) await typist.maakEigenAfspraak(ander);
    const langsteUitval = MINUTEN > 1 ? 40 : 5;
    const weer = new Weer({
      product,
      casusId,
      lijn,
      wie: persoon,
      ander,
      woorden,
      toeval: new Toeval(ZAAD + 1),
      meld,
      langsteUitval,
    });

    weer.begin();
    await typist.typ(performance.now() + MINUTEN * 60_000);
    await weer.eindig();

    await typist.zorgVoorBord(60_000);
    const nu = { ...persoon, page: typist.page };
    await bordStaat(nu);
    await wachtOpOpgeslagen(nu);
    // As it stands there for who comes back.
    await nu.page.reload();
    await typist.zorgVoorBord(60_000);
    await bordStaat(nu);
    await klapOpen(nu);
    await wachtOpOpgeslagen(nu);
    const klad = await leesKlad(nu);
    const getoond = await nu.page.locator('.rt-klad, rt-bord-overgebleven textarea').count();
    const bewaard = await leesBewaard(product, casusId, ander);
    const eigen = await leesBewaard(product, casusId, nu);
    const apart = [...klad.map((een) => een.replaceAll('\\n', '\n')), await leesVakken(nu)];
    const verloren = woorden.verloren([bewaard, eigen, ...apart].join('\n'));
    meld(
      `${woorden.aantal} woorden ${JSON.stringify(woorden.telling)}, ${woorden.nietGezien} niet op het scherm gekomen, ` +
        `${klad.length} kladden; verloren: ${verloren.length}; ${JSON.stringify([...typist.gedaan])}`,
    );
    for (const woord of verloren) meld(`VERLOREN ${woord}`);
    expect(verloren, gebeurd.slice(-200).join('\n')).toEqual([]);
    // What is kept is offered as well.
    expect(getoond).toBeGreaterThanOrEqual(klad.length);
    expect(woorden.aantal).toBeGreaterThan(0);
  },
);

import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { neemInDienst } from '../../dist/server/aanmelden/indienst.js';
import { maakApp } from '../../dist/server/app.js';
import { openDatabase } from '../../dist/server/database/database.js';
import { organisaties } from '../../dist/server/database/schema.js';

/**
 * The product as built, in `BENCH_MAP`, with `BENCH_MENSEN` who work at one municipality, made the first time.
 * @param anders settings that aren't the product's own
 * @param zetels from which each of them may take part
 */
export async function belast(anders = {}, zetels = ['participatie']) {
  const omgeving = {
    nu: () => Date.now(),
    id: () => randomUUID(),
    willekeur: (aantal) => randomBytes(aantal),
  };
  const map = process.env.BENCH_MAP;
  const database = await openDatabase({
    map: join(map, 'data'),
    sleutelmap: join(map, 'sleutels'),
    ...omgeving,
  });
  const begin = performance.now();
  const app = maakApp({
    database,
    omgeving,
    demo: true,
    secure: false,
    clientMap: null,
    bijFout: (fout) => console.error(fout),
    bijSchijffout: (fout) => console.error(fout),
    ...anders,
  });
  const startMs = performance.now() - begin;
  if (database.db.select().from(organisaties).limit(1).get() === undefined) vestig(database, zetels);
  return {
    map,
    app,
    /** How long making the app took: what ended while it was down was done in it. */
    startMs,
    /** Listens, until it is asked to stop. @param bijStop what is done first then */
    luister: async (bijStop = () => {}) => {
      process.once('SIGTERM', async () => {
        bijStop();
        await app.sluit();
        database.sluit();
        process.exit(0);
      });
      console.log(`luistert op port ${await app.luister(0, '127.0.0.1')}`);
    },
  };
}

function vestig(database, zetels) {
  const organisatieId = randomUUID();
  database.db
    .insert(organisaties)
    .values({ id: organisatieId, naam: 'Gemeente Belast', isGemeente: true, telefoon: '088-000 00 00' })
    .run();
  for (let n = 0; n < Number(process.env.BENCH_MENSEN); n += 1)
    neemInDienst(database, {
      id: randomUUID(),
      organisatieId,
      naam: `Mens ${n}`,
      functie: 'consulent',
      telefoon: '06-0000 0000',
      volgorde: n,
      zetels,
    });
}

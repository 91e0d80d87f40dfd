// The product as built, at which rights can be given that end at a moment of choice: the routes only know days.
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import process from 'node:process';
import { neemInDienst } from '../../dist/server/aanmelden/indienst.js';
import { maakApp } from '../../dist/server/app.js';
import { openDatabase } from '../../dist/server/database/database.js';
import { organisaties } from '../../dist/server/database/schema.js';

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
  grenzen: { opdrachtenPerMinuut: 1_000_000 },
  bijFout: (fout) => console.error(fout),
  bijSchijffout: (fout) => console.error(fout),
});
/** What ended while it was down was done in making it. */
const startMs = performance.now() - begin;
if (database.db.select().from(organisaties).limit(1).get() === undefined) vestig();

/** One organisation with so many people, who may sit as participatie and as inkomen. */
function vestig() {
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
      zetels: ['participatie', 'inkomen'],
    });
}

const DOE = {
  /** Gives rights, each in the casus of its own: in one step a casus, told as any other. */
  geef: ({ rechten }) => {
    const perCasus = new Map();
    for (const een of rechten) perCasus.set(een.casusId, [...(perCasus.get(een.casusId) ?? []), een]);
    for (const [casusId, deze] of perCasus)
      app.toegang.wijzigZicht(casusId, null, () => {
        for (const recht of deze)
          app.casussen.feiten.geefRecht({
            ...recht,
            van: Date.now(),
            niveau: 'lezen',
            waarvoor: 'samenhang',
            grondslag: 'wmo',
            reden: 'voor deze meting',
          });
      });
    return {};
  },
  /** What the record says that ended by the clock, and at which moments; how long making the app took. */
  nagaan: () => {
    const einden = app.logboek
      .lees()
      .filter(({ handeling, regel }) => handeling === 'niveau_gewijzigd' && regel === 'klok');
    return { einden: einden.map(({ op }) => Number(op)), startMs };
  },
};
process.on('message', (woord) => {
  if (typeof woord !== 'object') return;
  try {
    process.send({ antwoord: DOE[woord.doe](woord) });
  } catch (fout) {
    process.send({ fout: String(fout?.stack ?? fout) });
  }
});
process.once('SIGTERM', async () => {
  await app.sluit();
  database.sluit();
  process.exit(0);
});
console.log(`luistert op port ${await app.luister(0, '127.0.0.1')}`);

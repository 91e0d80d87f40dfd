// The product as built, with as many people as the load needs: its settings are the product's own.
import { randomBytes, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { neemInDienst } from '../../dist/server/aanmelden/indienst.js';
import { maakApp } from '../../dist/server/app.js';
import { openDatabase } from '../../dist/server/database/database.js';
import { Wachtrij } from '../../dist/server/lijnen/sync/wachtrij.js';
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
const app = maakApp({
  database,
  omgeving,
  demo: true,
  secure: false,
  clientMap: null,
  bijFout: (fout) => console.error(fout),
  bijSchijffout: (fout) => console.error(fout),
});
const organisatieId = randomUUID();
database.db
  .insert(organisaties)
  .values({ id: organisatieId, naam: 'Gemeente Belast', isGemeente: true, telefoon: '088-000 00 00' })
  .run();
for (let n = 0; n < Number(process.env.BENCH_MENSEN); n += 1) {
  neemInDienst(database, {
    id: randomUUID(),
    organisatieId,
    naam: `Mens ${n}`,
    functie: 'consulent',
    telefoon: '06-0000 0000',
    volgorde: n,
    zetels: ['participatie'],
  });
}
// What a bericht waits for, in time of this process alone: what else the machine does isn't in it.
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const wachttijden = {};
const gekomen = new WeakMap();
let nummer = 0;
const { voegToe, neem } = Wachtrij.prototype;
Wachtrij.prototype.voegToe = function (opdracht) {
  // Asking costs time as well.
  nummer += 1;
  if (nummer % 8 === 0) gekomen.set(opdracht, cpu());
  voegToe.call(this, opdracht);
};
Wachtrij.prototype.neem = function (beurt) {
  const opdracht = neem.call(this, beurt);
  if (opdracht !== undefined && gekomen.has(opdracht)) {
    wachttijden[beurt.persoonId] ??= [];
    wachttijden[beurt.persoonId].push(cpu() - gekomen.get(opdracht));
  }
  return opdracht;
};
/** From one look at what came in to the next. */
const rondes = [];
let vorige = cpu();
const kijk = () => {
  const nu = cpu();
  if (nu - vorige > 1) rondes.push(nu - vorige);
  vorige = nu;
  setTimeout(() => setImmediate(kijk), 0).unref();
};
kijk();
process.once('SIGTERM', async () => {
  writeFileSync(join(map, 'wachttijden.json'), JSON.stringify({ wachttijden, rondes }));
  await app.sluit();
  database.sluit();
  process.exit(0);
});
console.log(`luistert op port ${await app.luister(0, '127.0.0.1')}`);

// The product as built, with as many people as the load needs: its settings are the product's own.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Wachtrij } from '../../dist/server/lijnen/sync/wachtrij.js';
import { belast } from '../samen/belast.mjs';

const { map, luister } = await belast();
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
await luister(() => {
  writeFileSync(join(map, 'wachttijden.json'), JSON.stringify({ wachttijden, rondes }));
});

// What the gate costs (SY4, SY10): per keystroke, and for the heaviest updates that it lets through, beside what Yjs
// takes to apply them. Prints; nothing here is a test. `npm run build && node bench/poort.mjs`
import { performance } from 'node:perf_hooks';
import * as Y from 'yjs';
import { MATEN } from '../dist/server/plan/sync/poort/maten.js';
import { keurUpdate } from '../dist/server/plan/sync/poort/poort.js';

const VELD = 'veld';
const velden = new Set([VELD, ...Array.from({ length: 20 }, (_, n) => `veld-${n}`)]);
const mediaan = (getallen) => getallen.toSorted((a, b) => a - b)[Math.floor(getallen.length / 2)];

/** A server's document with so many paragraphs, each of some 60 characters, and so many cursor moves in them. */
function tekst(alineas, zetten) {
  const doc = new Y.Doc();
  for (const veld of velden) doc.getXmlFragment(veld);
  const veld = doc.getXmlFragment(VELD);
  doc.transact(() => {
    veld.insert(
      0,
      Array.from({ length: alineas }, () => {
        const alinea = new Y.XmlElement('paragraph');
        const regel = new Y.XmlText();
        regel.insert(0, 'Een alinea van een regel of wat over hoe het met het gezin gaat.');
        alinea.insert(0, [regel]);
        return alinea;
      }),
    );
  });
  for (let n = 0; n < zetten; n += 1) {
    veld
      .get((n * 7) % alineas)
      .get(0)
      .insert((n * 13) % 60, 'x');
  }
  return doc;
}

const kopie = (doc) => {
  const ander = new Y.Doc();
  for (const veld of velden) ander.getXmlFragment(veld);
  ander.on('afterTransaction', (transactie) => {
    transactie._needFormattingCleanup = false;
  });
  Y.applyUpdate(ander, Y.encodeStateAsUpdate(doc));
  return ander;
};

/** Microseconds of the gate and of applying, for each of the frames in turn. */
function meetFrames(doc, frames, clientId) {
  const kamer = { doc, velden, eigenIds: new Set([clientId]) };
  const poort = [];
  const toepassen = [];
  for (const update of frames) {
    const begin = performance.now();
    const uitkomst = keurUpdate(update, kamer);
    const midden = performance.now();
    if (uitkomst.soort !== 'toegelaten') throw new Error(JSON.stringify(uitkomst));
    Y.applyUpdate(doc, update);
    toepassen.push(performance.now() - midden);
    poort.push(midden - begin);
  }
  const halve = (lijst) => lijst.slice(lijst.length / 2).map((ms) => ms * 1000);
  return [mediaan(halve(poort)), mediaan(halve(toepassen))];
}

function typend(server, aantal, doe) {
  const schrijver = kopie(server);
  const frames = [];
  schrijver.on('update', (update) => frames.push(update));
  for (let n = 0; n < aantal; n += 1) doe(schrijver.getXmlFragment(VELD), n, schrijver);
  return [frames, schrijver.clientID];
}

const regel = (veld, n) => veld.get((n * 31) % veld.length).get(0);
console.log('per update, µs (gate, apply), 200 paragraphs, 2,000 cursor moves, 21 velden:');
for (const [wat, doe] of [
  ['typing on', (veld) => veld.get(0).get(0).insert(veld.get(0).get(0).length, 'a')],
  ['typing all over', (veld, n) => regel(veld, n).insert((n * 17) % 50, 'a')],
  ['deleting', (veld, n) => regel(veld, n).delete((n * 3) % 10, 1)],
  ['formatting', (veld, n) => regel(veld, n).format((n * 3) % 20, 4, { em: n % 2 === 0 ? {} : null })],
]) {
  const server = tekst(200, 2_000);
  const [frames, clientId] = typend(server, 4_000, doe);
  const [poort, toepassen] = meetFrames(server, frames, clientId);
  console.log(`  ${wat}: ${poort.toFixed(2)}, ${toepassen.toFixed(2)}`);
}

{
  // The gate alone on one keystroke, many times: without the clock in between.
  const server = tekst(200, 2_000);
  const [[update], clientId] = typend(server, 1, (veld) => regel(veld, 5).insert(3, 'a'));
  const kamer = { doc: server, velden, eigenIds: new Set([clientId]) };
  const N = 500_000;
  for (let n = 0; n < N / 5; n += 1) keurUpdate(update, kamer);
  const begin = performance.now();
  for (let n = 0; n < N; n += 1) keurUpdate(update, kamer);
  console.log(
    `  one keystroke again and again: ${(((performance.now() - begin) / N) * 1000).toFixed(2)} (gate)`,
  );
}

/* The heaviest that passes. */
const getal = (n) => {
  const bytes = [];
  let rest = n;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push(0x80 | (rest % 128));
  return [...bytes, rest];
};
const woord = (s) => [...getal(s.length), ...Buffer.from(s)];
const id = (client, clock) => [...getal(client), ...getal(clock)];
const IK = 7;
const bericht = (structs, gewist = [0]) =>
  Uint8Array.from([
    ...(structs.length > 0 ? [1, ...getal(structs.length), IK, 0, ...structs.flat()] : [0]),
    ...gewist,
  ]);
const reeks = (aantal, maak) => Array.from({ length: aantal }, (_, n) => maak(n));
const bron = tekst(500, 10_000);
const [[schrijver, structs]] = bron.store.clients;
const klok = Y.getState(bron.store, schrijver);
const tekstStructs = structs.filter((struct) => struct.content instanceof Y.ContentString);
const achter = ({ id: { client, clock }, length }) => id(client, clock + length - 1);
const plekken = tekstStructs.filter(({ right }) => right !== null);
const breedst = plekken.toSorted((a, b) => b.parent.length - a.parent.length)[0];
const zwaar = {
  'a paste of 256 kB': bericht([[0x84, ...achter(plekken[0]), ...woord('a'.repeat(MATEN.bytes - 40))]]),
  'as many collected structs as pass': bericht(reeks(MATEN.structs, () => [0, 1])),
  'as many inserts all over': bericht(
    reeks(MATEN.structs, (n) => {
      const plek = plekken[(n * 7) % plekken.length];
      return [0xc4, ...achter(plek), ...id(plek.right.id.client, plek.right.id.clock), 1, 97];
    }),
  ),
  'as many paragraphs': bericht(
    reeks(MATEN.structs, (n) => [
      ...(n === 0 ? [7, 1, ...woord(VELD)] : [0x87, ...id(IK, n - 1)]),
      3,
      ...woord('paragraph'),
    ]),
  ),
  'as much crowding as passes': bericht(
    reeks(150, () => [0x04, 0, ...id(breedst.parent._item.id.client, breedst.parent._item.id.clock), 1, 97]),
  ),
  'too much crowding: all places, no right neighbour': bericht(
    reeks(MATEN.structs, (n) => [0x84, ...achter(plekken[(n * 7) % plekken.length]), 1, 97]),
  ),
};

function meetZwaar(wat, update, doc = bron) {
  const poort = [];
  const toepassen = [];
  let uitkomst;
  const kamer = { doc, velden, eigenIds: new Set([IK]) };
  for (let n = 0; n < 31; n += 1) {
    const begin = performance.now();
    uitkomst = keurUpdate(update, kamer);
    poort.push(performance.now() - begin);
  }
  for (let n = 0; n < 5; n += 1) {
    const ander = kopie(doc);
    const begin = performance.now();
    Y.applyUpdate(ander, update);
    toepassen.push(performance.now() - begin);
  }
  console.log(
    `  ${wat} (${update.length} bytes): ${uitkomst.soort} ${uitkomst.code ?? ''} ${mediaan(poort).toFixed(2)}, ${mediaan(toepassen).toFixed(2)}`,
  );
}

console.log(`heavy, ms (gate, apply), a text of ${structs.length} structs, ${klok} clocks:`);
for (const [wat, update] of Object.entries(zwaar)) if (update !== null) meetZwaar(wat, update);
{
  const doc = tekst(1, 0);
  const [[client]] = doc.store.clients;
  const regel = doc.getXmlFragment(VELD).get(0).get(0);
  regel.insert(0, 'ab'.repeat(60_000));
  const begin = Y.getState(doc.store, client) - 120_000;
  const omEnOm = (aantal) =>
    bericht(
      [],
      [1, ...getal(client), ...getal(aantal), ...reeks(aantal, (n) => id(begin + 2 * n, 1)).flat()],
    );
  meetZwaar('every other character of one text deleted', omEnOm(MATEN.nieuwGewist), doc);
  Y.applyUpdate(doc, omEnOm(40_000));
  meetZwaar('40,000 deletions that were there already', omEnOm(40_000), doc);
}
for (const [wat, bytes] of [
  ['128,000 collected structs', [1, ...getal(128_000), IK, 0, ...reeks(128_000, () => [0, 1]).flat(), 0]],
  ['seven bytes', [1, ...getal(2 ** 25 - 1), 1, 0]],
  ['noise of 256 kB', reeks(MATEN.bytes, (n) => (n * 2_654_435_761) % 251)],
]) {
  const update = Uint8Array.from(bytes);
  const tijden = reeks(21, () => {
    const begin = performance.now();
    keurUpdate(update, { doc: bron, velden, eigenIds: new Set([IK]) });
    return performance.now() - begin;
  });
  console.log(`  ${wat}: refused in ${mediaan(tijden).toFixed(3)} ms`);
}

// What the gate costs (SY4, SY10): per keystroke, and for the heaviest updates that it lets through, beside what Yjs
// takes to apply them. Prints; nothing here is a test. `npm run build && node bench/poort.mjs`
import { performance } from 'node:perf_hooks';
import * as Y from 'yjs';
import { MATEN } from '../dist/server/teksten/poort/maten.js';
import { keurUpdate } from '../dist/server/teksten/poort/poort.js';

const VELD = 'veld';
const velden = new Set([VELD, ...Array.from({ length: 20 }, (_, n) => `veld-${n}`)]);
const VERMELDING = { vermelding: { soort: 'deelnemer', id: '00000000-0000-4000-8000-000000000000' } };
const mediaan = (getallen) => getallen.toSorted((a, b) => a - b)[Math.floor(getallen.length / 2)];

/** A server's document with so many blocks, each of some 60 characters, and so many cursor moves in them. */
function tekst(blokken, zetten) {
  const doc = new Y.Doc();
  for (const veld of velden) doc.getText(veld);
  zonderOpruimen(doc);
  const veld = doc.getText(VELD);
  doc.transact(() => {
    for (let n = 0; n < blokken; n += 1) {
      if (n > 0) veld.insertEmbed(veld.length, new Y.Map([['soort', 'punt']]));
      veld.insert(veld.length, REGEL);
      veld.insertEmbed(veld.length, { eind: 1 });
    }
  });
  for (let n = 0; n < zetten; n += 1) veld.insert(plek(veld, n * 7, n * 13), 'x');
  return doc;
}

const REGEL = 'Een alinea van een regel of wat over hoe het met het gezin gaat.';
/** An index in the text: some place in about the so-manieth block. */
const plek = (veld, blok, plaats) =>
  ((blok * (REGEL.length + 2)) % (veld.length - REGEL.length)) + (plaats % REGEL.length);

/** SY14: as the server has it. */
const zonderOpruimen = (doc) =>
  doc.on('afterTransaction', (transactie) => {
    transactie._needFormattingCleanup = false;
  });

const kopie = (doc) => {
  const ander = new Y.Doc();
  for (const veld of velden) ander.getText(veld);
  zonderOpruimen(ander);
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
  for (let n = 0; n < aantal; n += 1) schrijver.transact(() => doe(schrijver.getText(VELD), n));
  return [frames, schrijver.clientID];
}

const merkBij = (veld, n) => {
  const merken = veld.toDelta().filter(({ insert }) => insert instanceof Y.Map);
  return merken[(n * 31) % merken.length].insert;
};
console.log('per update, µs (gate, apply), 200 blocks, 2,000 cursor moves, 21 velden:');
for (const [wat, doe] of [
  ['typing on', (veld) => veld.insert(REGEL.length, 'a')],
  ['typing all over', (veld, n) => veld.insert(plek(veld, n * 31, n * 17), 'a')],
  ['deleting', (veld, n) => veld.delete(plek(veld, n * 31, n * 3), 1)],
  ['formatting', (veld, n) => veld.format(plek(veld, n * 31, n * 3), 4, { em: n % 2 === 0 ? true : null })],
  [
    'Enter in the midst of a block',
    (veld, n) => {
      const plaats = plek(veld, n * 31, n * 17);
      veld.insertEmbed(plaats, { eind: 1 });
      veld.insertEmbed(plaats + 1, new Y.Map([['soort', 'punt']]));
    },
  ],
  ['mentioning', (veld, n) => veld.insertEmbed(plek(veld, n * 31, n * 17), VERMELDING)],
  ['setting a key', (veld, n) => merkBij(veld, n).set('diepte', n % 9)],
]) {
  const server = tekst(200, 2_000);
  const [frames, clientId] = typend(server, 4_000, doe);
  const [poort, toepassen] = meetFrames(server, frames, clientId);
  console.log(`  ${wat}: ${poort.toFixed(2)}, ${toepassen.toFixed(2)}`);
}

{
  // The gate alone on one keystroke, many times: without the clock in between, and in time of the processor, so that
  // what else the machine does doesn't count.
  const server = tekst(200, 2_000);
  const [[update], clientId] = typend(server, 1, (veld) => veld.insert(plek(veld, 155, 3), 'a'));
  const kamer = { doc: server, velden, eigenIds: new Set([clientId]) };
  const N = 500_000;
  for (let n = 0; n < N / 5; n += 1) keurUpdate(update, kamer);
  const begin = process.cpuUsage();
  for (let n = 0; n < N; n += 1) keurUpdate(update, kamer);
  const { user, system } = process.cpuUsage(begin);
  console.log(`  one keystroke again and again: ${((user + system) / N).toFixed(2)} (gate)`);
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
const voor = ({ id: { client, clock } }) => id(client, clock);
const [eerste] = plekken;
let verderop = eerste;
for (let n = 0; n <= 100; n += 1) verderop = verderop.right;
const laatste = structs.find(({ right, parentSub }) => right === null && parentSub === null);
const zwaar = {
  'a paste of 256 kB': bericht([[0x84, ...achter(plekken[0]), ...woord('a'.repeat(MATEN.bytes - 40))]]),
  'as many collected structs as pass': bericht(reeks(MATEN.structs, () => [0, 1])),
  'as many inserts all over': bericht(
    reeks(MATEN.structs, (n) => {
      const plek = plekken[(n * 7) % plekken.length];
      return [0xc4, ...achter(plek), ...id(plek.right.id.client, plek.right.id.clock), 1, 97];
    }),
  ),
  'as many markers and anchors': bericht(
    reeks(MATEN.structs, (n) => [
      n % 2 === 0 ? 0x87 : 0x85,
      ...(n === 0 ? achter(laatste) : id(IK, n - 1)),
      ...(n % 2 === 0 ? [1] : woord('{"eind":1}')),
    ]),
  ),
  'as many mentions': bericht(
    reeks(2_500, (n) => [
      0x85,
      ...(n === 0 ? achter(laatste) : id(IK, n - 1)),
      ...woord(JSON.stringify(VERMELDING)),
    ]),
  ),
  'as many sets of one key, one after the other': bericht(
    reeks(MATEN.structs, (n) => [
      ...(n === 0 ? [0x28, 1, ...woord(VELD), ...woord('diepte')] : [0xa8, ...id(IK, n - 1)]),
      ...[1, 125, n % 9],
    ]),
  ),
  // At one spot, with a hundred of another's between its neighbours.
  'as much crowding as passes': bericht(
    reeks(120, () => [0xc4, ...achter(eerste), ...voor(verderop), 1, 97]),
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
  // One key that was set 15,000 times, in turns: set once more as if it never was, before all of them.
  const doc = tekst(1, 0);
  const zet = (client, rest) => [
    ...[...getal(7_500), client, 0],
    ...reeks(7_500, (n) => {
      const vorig = 2 * n + rest - 1;
      const plek =
        vorig < 0
          ? [0x28, 1, ...woord(VELD), ...woord('diepte')]
          : [0xa8, ...id(50 + (vorig % 2), vorig >> 1)];
      return [...plek, 1, 125, n % 9];
    }).flat(),
  ];
  Y.applyUpdate(doc, Uint8Array.from([2, ...zet(50, 0), ...zet(51, 1), 0]));
  const vooraan = (aantal) =>
    bericht(reeks(aantal, (n) => [0x68, ...(n === 0 ? id(50, 0) : id(IK, n - 1)), 1, 125, 2]));
  meetZwaar('a key before 15,000 sets of it', vooraan(1), doc);
  meetZwaar('the same 5,000 times, too much', vooraan(MATEN.structs), doc);
}
{
  const doc = tekst(1, 0);
  const [[client]] = doc.store.clients;
  doc.getText(VELD).insert(0, 'ab'.repeat(60_000));
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

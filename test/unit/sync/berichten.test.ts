import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import { writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync';
import { Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import {
  cursorBericht,
  isTeVol,
  leesBericht,
  stap1,
  stap2,
  updateBericht,
} from '../../../server/lijnen/sync/berichten.ts';
import { maakFrame } from '../../../shared/sync/frame.ts';

const doc = new Doc();
doc.getText('t').insert(0, 'hallo'.repeat(100));
const update = encodeStateAsUpdate(doc);
const staat = encodeStateVector(doc);

/** As y-websocket's provider writes it. */
function provider(soort: number, schrijf: (naar: ReturnType<typeof createEncoder>) => void): Uint8Array {
  const naar = createEncoder();
  writeVarUint(naar, soort);
  schrijf(naar);
  return toUint8Array(naar);
}

describe('SY1: what y-websocket writes', () => {
  test.each([
    ['step 1', provider(0, (naar) => writeSyncStep1(naar, doc)), { soort: 'stap1', staat }],
    ['step 2', provider(0, (naar) => writeSyncStep2(naar, doc)), { soort: 'stap2', update }],
    ['an update', provider(0, (naar) => writeUpdate(naar, update)), { soort: 'update', update }],
    [
      'awareness',
      provider(1, (naar) => writeVarUint8Array(naar, Uint8Array.of(1, 2))),
      { soort: 'cursors', staten: Uint8Array.of(1, 2) },
    ],
    ['query awareness', provider(3, () => {}), { soort: 'vraagCursors' }],
  ])('SY1: %s is read as it was written', (_, bytes, verwacht) => {
    expect(leesBericht(bytes)).toEqual(verwacht);
  });

  test('SY1: what the server writes is what y-protocols writes', () => {
    expect(stap1(staat)).toEqual(provider(0, (naar) => writeSyncStep1(naar, doc)));
    expect(stap2(update)).toEqual(provider(0, (naar) => writeSyncStep2(naar, doc)));
    expect(updateBericht(update)).toEqual(provider(0, (naar) => writeUpdate(naar, update)));
    expect(cursorBericht(update)).toEqual(provider(1, (naar) => writeVarUint8Array(naar, update)));
  });
});

describe('SY10: what nobody writes', () => {
  test('SY10: cut off anywhere, or with a byte behind it, it is nothing', () => {
    for (const heel of [stap1(staat), updateBericht(update), cursorBericht(update)]) {
      for (let lengte = 0; lengte < heel.length; lengte += 1) {
        expect(leesBericht(heel.subarray(0, lengte))).toBeNull();
      }
      expect(leesBericht(Uint8Array.from([...heel, 0]))).toBeNull();
    }
  });

  test.each([
    ['auth', [2, 0]],
    ['an unknown kind', [4]],
    ['an unknown step', [0, 3, 0]],
    ['a kind in two bytes', [0x83, 0]],
    ['a step in two bytes', [0, 0x82, 0, 2, 0, 0]],
    ['a state vector that promises more', [0, 0, 2, 5, 1]],
    ['a state vector with half a pair', [0, 0, 2, 1, 1]],
    ['a state vector with bytes over', [0, 0, 4, 1, 1, 1, 1]],
    ['a number that is none', [0, 0, 10, 1, ...Array.from({ length: 9 }, () => 0x80)]],
  ])('SY10: %s is nothing', (_, bytes) => {
    expect(leesBericht(Uint8Array.from(bytes))).toBeNull();
  });

  test('SY10: berichten in a frame are counted before anything is made of them', () => {
    const frame = (aantal: number) =>
      Buffer.concat(Array.from({ length: aantal }, () => maakFrame(7, Uint8Array.of(3))));
    expect([isTeVol(frame(9), 10), isTeVol(frame(10), 10), isTeVol(frame(11), 10)]).toEqual([
      false,
      false,
      true,
    ]);
    // Cut off is another matter, and another code.
    expect(isTeVol(Uint8Array.of(7, 9), 10)).toBe(false);
  });
});

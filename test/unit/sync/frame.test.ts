import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import { Framefout, HOOGSTE_KANAAL, leesFrame, maakFrame } from '../../../shared/sync/frame.ts';

const bericht = (lengte: number) => Uint8Array.from({ length: lengte }, (_, n) => n % 251);

describe('SY1: frames', () => {
  test.each([
    [0, 0],
    [1, 1],
    [127, 127],
    [128, 128],
    [16_383, 16_384],
    [HOOGSTE_KANAAL, 300_000],
  ])('SY1: kanaal %i with %i bytes is written as lib0 does, and read as it was', (kanaal, lengte) => {
    const schrijver = createEncoder();
    writeVarUint(schrijver, kanaal);
    writeVarUint8Array(schrijver, bericht(lengte));
    expect(Buffer.compare(maakFrame(kanaal, bericht(lengte)), toUint8Array(schrijver))).toBe(0);
    const [gelezen, ...rest] = leesFrame(maakFrame(kanaal, bericht(lengte)));
    expect(gelezen?.kanaal).toBe(kanaal);
    expect(Buffer.compare(gelezen?.bericht ?? bericht(1), bericht(lengte))).toBe(0);
    expect(rest).toEqual([]);
  });

  test('SY1: frames behind one another are a frame, and no bytes are none', () => {
    const samen = Buffer.concat([
      maakFrame(0, bericht(2)),
      maakFrame(5, bericht(0)),
      maakFrame(9, bericht(3)),
    ]);
    expect(leesFrame(samen)).toEqual([
      { kanaal: 0, bericht: Buffer.from(bericht(2)) },
      { kanaal: 5, bericht: Buffer.from(bericht(0)) },
      { kanaal: 9, bericht: Buffer.from(bericht(3)) },
    ]);
    expect(leesFrame(new Uint8Array())).toEqual([]);
  });

  test('SY9: a frame cut off anywhere but between two berichten is none', () => {
    const heel = Buffer.concat([maakFrame(300, bericht(4)), maakFrame(5, bericht(2))]);
    const goed = [0, 7, heel.length];
    for (let lengte = 0; lengte <= heel.length; lengte += 1) {
      const lees = () => leesFrame(heel.subarray(0, lengte));
      if (goed.includes(lengte)) expect(lees).not.toThrow();
      else expect(lees).toThrow(Framefout);
    }
  });

  test('SY10: a kanaal or a length beyond 31 bits, or a number without an end, is none', () => {
    const boven = [0x80, 0x80, 0x80, 0x80, 0x08];
    for (const bytes of [
      [...boven, 0],
      [1, ...boven],
      [0x80, 0x80, 0x80, 0x80, 0x80, 0],
      Array.from({ length: 100 }, () => 0xff),
    ]) {
      expect(() => leesFrame(Uint8Array.from(bytes))).toThrow(Framefout);
    }
  });
});

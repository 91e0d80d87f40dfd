import { expect, test } from 'vitest';
import { websocketbericht } from '../../../server/lijnen/sync/websocketbericht.ts';

// RFC 6455, 5.2; 256 and 65,536 are among its examples (5.7).
test.each([
  [0, '8200'],
  [125, '827d'],
  [126, '827e007e'],
  [256, '827e0100'],
  [65_535, '827effff'],
  [65_536, '827f0000000000010000'],
])('SY1: a frame of %i bytes as a message of its own', (lengte, kop) => {
  const frame = Buffer.alloc(lengte, 7);

  const bericht = Buffer.from(websocketbericht(frame));

  expect(bericht.subarray(0, kop.length / 2).toString('hex')).toBe(kop);
  expect(bericht.subarray(kop.length / 2).equals(frame)).toBe(true);
});

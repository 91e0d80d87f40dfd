import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { Toegang } from '../../../server/toegang/toegang.ts';
import { klein, lijnVan } from './tekst.ts';

setFlagsFromString('--expose-gc');
const ruimOp: () => void = runInNewContext('gc');

/** Counts what comes by in the process and goes again, holding on to none of it. */
function telling(): { kwam(wat: object): void; readonly over: number } {
  let over = 0;
  // Looking through a WeakRef would itself hold it for a while.
  const register = new FinalizationRegistry(() => {
    over -= 1;
  });
  return {
    kwam: (wat) => {
      over += 1;
      register.register(wat, null);
    },
    get over() {
      return over;
    },
  };
}

test('ST5: a line that stays open holds on to nothing of the request that opened it, nor of what was known of the casus then', async () => {
  const h = await klein();
  const kijken = telling();
  const verzoeken = telling();
  const { kijk } = Toegang.prototype;
  const { handleUpgrade } = WebSocketServer.prototype;
  onTestFinished(() => {
    Toegang.prototype.kijk = kijk;
    WebSocketServer.prototype.handleUpgrade = handleUpgrade;
  });
  Toegang.prototype.kijk = function (...vraag) {
    const uit = kijk.apply(this, vraag);
    if (uit !== null) kijken.kwam(uit);
    return uit;
  };
  WebSocketServer.prototype.handleUpgrade = function (verzoek, ...rest) {
    verzoeken.kwam(verzoek);
    handleUpgrade.call(this, verzoek, ...rest);
  };

  const lijnen = [await lijnVan(h, 'tom'), await lijnVan(h, 'pieter'), await lijnVan(h, 'fatima')];

  expect(kijken.over).toBeGreaterThanOrEqual(lijnen.length);
  expect(verzoeken.over).toBe(lijnen.length);
  await vi.waitFor(
    () => {
      ruimOp();
      expect({ kijken: kijken.over, verzoeken: verzoeken.over }).toEqual({ kijken: 0, verzoeken: 0 });
    },
    { timeout: 10_000, interval: 50 },
  );
  for (const lijn of lijnen) expect(lijn.socket.readyState).toBe(lijn.socket.OPEN);
});

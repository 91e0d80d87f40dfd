import type { Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { LIVEMATEN } from '../../server/lijnen/live/begrenzing.ts';
import { huishouden } from './huishouden.ts';
import { type Tafel, tafelVoorTest } from './opstelling.ts';

// ST5: what somebody doesn't read takes no memory, whatever it is, and before signing in as well.

/** The server's own ends of all connections from now on. */
function dradenVan({ app }: Tafel): Socket[] {
  const draden: Socket[] = [];
  app.http.on('connection', (draad: Socket) => draden.push(draad));
  return draden;
}

/** Opens a WebSocket that reads what comes until `pause`. */
async function open(url: string, pad: string, koppen: Record<string, string> = {}): Promise<WebSocket> {
  const socket = new WebSocket(url.replace('http', 'ws') + pad, { headers: koppen });
  socket.on('error', () => {});
  onTestFinished(() => socket.terminate());
  await new Promise((klaar) => socket.once('open', klaar));
  return socket;
}

/** Connects as socket.io does; what comes before the answer is nobody's. */
async function meld(socket: WebSocket): Promise<void> {
  const klaar = new Promise<void>((aangemeld) => {
    socket.on('message', (bericht) => {
      if (String(bericht).startsWith('40')) aangemeld();
    });
  });
  socket.send('40');
  await klaar;
}

/** Waits until all of it has left this side, or the other side hung up. */
async function verstuur(socket: WebSocket, berichten: readonly string[]): Promise<void> {
  for (const bericht of berichten) socket.send(bericht);
  await expect.poll(() => socket.bufferedAmount === 0 || socket.readyState !== WebSocket.OPEN).toBe(true);
}

const LIVE = '/live/?EIO=4&transport=websocket';

describe('ST5: what is left unread is bounded', () => {
  test('ST5: of refusals on /live, without a session', async () => {
    const tafel = await tafelVoorTest();
    const draden = dradenVan(tafel);
    const socket = await open(tafel.url, LIVE);
    socket.pause();
    const vraag = `40/${'x'.repeat(9000)},`;
    // Each answer repeats the name; some megabytes of them fit in the kernel.
    for (let ronde = 0; ronde < 60 && draden[0]?.destroyed === false; ronde += 1) {
      await verstuur(
        socket,
        Array.from({ length: 200 }, () => vraag),
      );
      tafel.klok.nu += 20_000;
    }
    await expect.poll(() => draden[0]?.destroyed).toBe(true);
    expect(draden[0]?.writableLength).toBeLessThan(LIVEMATEN.ongelezen + 2 * LIVEMATEN.bericht);
    expect(tafel.fouten).toEqual([]);
  });

  test('ST5: of acknowledgements on /live, to who is signed in', async () => {
    const h = await huishouden({ plaatsen: {} });
    const draden = dradenVan(h.tafel);
    const { cookie } = await h.als('fatima');
    const socket = await open(h.tafel.url, LIVE, { cookie });
    await meld(socket);
    socket.pause();
    for (let ronde = 0; ronde < 400 && draden.at(-1)?.destroyed === false; ronde += 1) {
      // Answered with {ok:true}, under a number of any length.
      await verstuur(
        socket,
        Array.from({ length: 200 }, (_, n) => `42${'1'.repeat(15)}${n}["casus:verlaat",{}]`),
      );
      h.tafel.klok.nu += 20_000;
      expect(draden.at(-1)?.writableLength).toBeLessThan(LIVEMATEN.ongelezen + 2 * LIVEMATEN.bericht);
    }
    expect(h.tafel.fouten).toEqual([]);
  });

  test.each(['live', 'sync'])('ST5: of pongs on /%s', async (soort) => {
    const h = await huishouden({ plaatsen: {} });
    const { cookie } = await h.als('fatima');
    const draden = dradenVan(h.tafel);
    const socket = await open(h.tafel.url, soort === 'live' ? LIVE : `/sync/${h.casusId}`, { cookie });
    // Who reads gets one.
    const pong = new Promise<string>((klaar) => socket.once('pong', (inhoud) => klaar(String(inhoud))));
    socket.ping('leeft');
    expect(await pong).toBe('leeft');
    socket.pause();
    const inhoud = 'x'.repeat(125);
    let hoogste = 0;
    for (let ronde = 0; ronde < 50; ronde += 1) {
      for (let n = 0; n < 2000; n += 1) socket.ping(inhoud);
      await expect.poll(() => socket.bufferedAmount === 0).toBe(true);
      hoogste = Math.max(hoogste, draden[0]?.writableLength ?? 0);
    }
    expect(hoogste).toBeLessThan(LIVEMATEN.ongelezen);
  });
});

describe('ST5: what somebody sends is bounded', () => {
  test('ST5: more messages on /live than a page sends end that connection, and no other', async () => {
    const h = await huishouden({ plaatsen: {} });
    const joke = await (await h.als('joke')).live();
    const { cookie } = await h.als('fatima');
    const socket = await open(h.tafel.url, LIVE, { cookie });
    const dicht = new Promise((klaar) => socket.once('close', klaar));
    await meld(socket);
    await verstuur(
      socket,
      Array.from({ length: LIVEMATEN.berichtenOpslag }, () => '42["x"]'),
    );
    await dicht;
    expect(joke.socket.connected).toBe(true);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('ST5: as many as fit the rate go on for ever', async () => {
    const h = await huishouden({ plaatsen: {} });
    const { cookie } = await h.als('fatima');
    const socket = await open(h.tafel.url, LIVE, { cookie });
    let antwoorden = 0;
    socket.on('message', (bericht) => {
      if (String(bericht).startsWith('43')) antwoorden += 1;
    });
    await meld(socket);
    for (let ronde = 1; ronde <= 10; ronde += 1) {
      await verstuur(
        socket,
        Array.from({ length: 100 }, (_, n) => `42${n}["casus:verlaat",{}]`),
      );
      await expect.poll(() => antwoorden).toBe(ronde * 100);
      h.tafel.klok.nu += (100 / LIVEMATEN.berichtenPerSeconde) * 1000;
    }
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });
});

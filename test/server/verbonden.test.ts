import { Agent, get } from 'node:http';
import type { Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { huishouden } from './huishouden.ts';

// ST6: who works on doesn't stand at the door with who comes in.

test('ST6: the connection of somebody who works stays, that of who has no session doesn’t', async () => {
  const h = await huishouden({ plaatsen: { tom: null } });
  h.tafel.app.http.keepAliveTimeout = 5_000;
  const draden: Socket[] = [];
  h.tafel.app.http.on('connection', (draad: Socket) => draden.push(draad));
  const url = `${h.tafel.url}/api/v1`;
  const { cookie } = await h.als('tom');
  // Each over a connection of its own.
  for (const [pad, headers] of [
    ['/casussen', { cookie }],
    ['/gezondheid', {}],
    ['/casussen', {}],
  ] as const) {
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => void agent.destroy());
    await new Promise((klaar) =>
      get(url + pad, { agent, headers }, (antwoord) => antwoord.resume().on('end', klaar)),
    );
  }
  await expect.poll(() => draden.map(({ timeout = 0 }) => timeout >= 75_000)).toEqual([true, false, false]);
});

import { Agent, get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { huishouden } from './huishouden.ts';

// ST6: who asks much doesn't keep others standing outside.

test('ST6: new connections are taken in before the work of who asks much, however much of it waits', async () => {
  const h = await huishouden({ plaatsen: { tom: null } });
  const tom = await h.als('tom');
  const borden = () => Array.from({ length: 120 }, () => tom.verzoek('GET', h.pad));
  // So that he has the connections: what follows asks over those.
  await Promise.all(borden());
  let beantwoord = 0;
  const werk = borden().map((bord) => bord.then(() => (beantwoord += 1)));
  let binnen = 0;
  let toen: number | null = null;
  h.tafel.app.http.on('connection', () => {
    binnen += 1;
    if (binnen === 100) toen = beantwoord;
  });
  for (let n = 0; n < 100; n += 1) {
    const draad = connect(Number(new URL(h.tafel.url).port), '127.0.0.1');
    draad.on('error', () => {});
    onTestFinished(() => void draad.destroy());
  }
  await expect.poll(() => binnen).toBe(100);
  expect(toen).toBeLessThan(40);
  await Promise.all(werk);
});

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

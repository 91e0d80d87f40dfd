import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { openDeuren } from '../../server/http/deuren.ts';

const MENSEN = 200;

/** Comes to the door with so many, from a thread of its own, and says so when all of them stand there. */
const DRINGEN = `
const { connect } = require('node:net');
const { workerData: { poort, aantal, stand } } = require('node:worker_threads');
let er = 0;
for (let n = 0; n < aantal; n += 1)
  connect(poort, '127.0.0.1', () => {
    er += 1;
    if (er < aantal) return;
    Atomics.store(stand, 0, 1);
    Atomics.notify(stand, 0);
  }).on('error', () => {});
`;

async function metDeuren(extra: number) {
  const http = createServer((_, antwoord) => antwoord.end('welkom'));
  await new Promise<void>((klaar) => http.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, klaar));
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  const sluit = await openDeuren(http, extra);
  onTestFinished(sluit);
  return { http, poort: (http.address() as AddressInfo).port, sluit };
}

/** @returns after how many rounds of the loop all who stood at the door were in */
async function rondesVoorAllen(extra: number): Promise<number> {
  const { http, poort } = await metDeuren(extra);
  let binnen = 0;
  const allen = new Promise<void>((klaar) => {
    http.on('connection', () => {
      binnen += 1;
      if (binnen === MENSEN) klaar();
    });
  });
  const stand = new Int32Array(new SharedArrayBuffer(4));
  const mensen = new Worker(DRINGEN, { eval: true, workerData: { poort, aantal: MENSEN, stand } });
  onTestFinished(async () => void (await mensen.terminate()));
  // Nobody comes in before all of them are there.
  Atomics.wait(stand, 0, 0, 60_000);
  let rondes = 0;
  let isKlaar = false;
  const tel = (): void => {
    rondes += 1;
    if (!isKlaar) setImmediate(tel);
  };
  setImmediate(tel);
  await allen;
  isKlaar = true;
  return rondes;
}

test('ST6: who stands at the door comes in with several at a time', async () => {
  // One at a time, as the reason to have more; a Node that does better needs none of this.
  expect(await rondesVoorAllen(0)).toBeGreaterThanOrEqual(MENSEN);
  expect(await rondesVoorAllen(3)).toBeLessThan(MENSEN / 2);
});

test('through each of them one is served, and after closing nobody comes in', async () => {
  const { http, poort, sluit } = await metDeuren(3);
  const adres = `http://127.0.0.1:${poort}`;
  const antwoorden = await Promise.all(
    Array.from({ length: 40 }, () => fetch(adres).then((een) => een.text())),
  );
  expect(new Set(antwoorden)).toEqual(new Set(['welkom']));
  sluit();
  http.closeAllConnections();
  await new Promise((klaar) => http.close(klaar));
  const uitkomst = await new Promise((klaar) =>
    connect(poort, '127.0.0.1')
      .once('connect', () => klaar('open'))
      .once('error', (fout) => klaar('code' in fout ? fout.code : fout)),
  );
  expect(uitkomst).toBe('ECONNREFUSED');
});

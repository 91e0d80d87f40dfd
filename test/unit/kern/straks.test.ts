import { expect, test } from 'vitest';
import { Straks } from '../../../server/lijnen/live/straks.ts';

// ST6: who is at work elsewhere doesn't wait until everyone was told.

/** Each telling takes so long, in ms. */
const DUUR_MS = 2;

function opzet() {
  const gezegd: string[] = [];
  let nu = 0;
  const straks = new Straks<string>(
    {
      vertel: (casusId, wie, isGenoeg) => {
        for (const een of wie) {
          nu += DUUR_MS;
          gezegd.push(`${casusId} ${een}`);
          if (isGenoeg()) return;
        }
      },
      rondAf: (casusId) => void gezegd.push(`${casusId} rond`),
    },
    () => nu,
  );
  return { straks, gezegd };
}

const MENSEN = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

async function beurt(): Promise<void> {
  await new Promise<void>((klaar) => void setImmediate(klaar));
}

test('ST6: of many who are to be told, a turn tells a few, and all are told once', async () => {
  const { straks, gezegd } = opzet();
  straks.zet('een', MENSEN);
  straks.zet('een', ['a']);
  expect(gezegd).toEqual([]);

  await beurt();
  expect(gezegd).toEqual(['een a', 'een b', 'een c']);

  while (!gezegd.includes('een rond')) await beurt();
  expect(gezegd).toEqual([...MENSEN.map((wie) => `een ${wie}`), 'een rond']);
});

test('NK37: what waits in a casus is told before anything else is said in it, and nothing of another', async () => {
  const { straks, gezegd } = opzet();
  straks.zet('een', ['a', 'b']);
  straks.zet('ander', ['c']);

  straks.verteld('een', 'a');
  straks.nu('een');
  expect(gezegd).toEqual(['een b', 'een rond']);

  straks.alles();
  expect(gezegd).toEqual(['een b', 'een rond', 'ander c', 'ander rond']);
});

test('ST4: what is over tells nothing more', async () => {
  const { straks, gezegd } = opzet();
  straks.zet('een', MENSEN);
  straks.sluit();
  await beurt();
  expect(gezegd).toEqual([]);
});

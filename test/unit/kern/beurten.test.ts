import { expect, test } from 'vitest';
import { Beurten } from '../../../server/kern/beurten.ts';

// ST6: whose turn it is. Time is moved by the work itself.

function beurten(): { beurten: Beurten; werk: (naam: string, ms: number) => () => void; gedaan: string[] } {
  let nu = 0;
  const gedaan: string[] = [];
  return {
    beurten: new Beurten(() => nu),
    gedaan,
    werk: (naam, ms) => () => {
      nu += ms;
      gedaan.push(naam);
    },
  };
}

test('ST6: who used least goes first, however much another asked before', async () => {
  const { beurten: rij, werk, gedaan } = beurten();
  const alles = Array.from({ length: 20 }, (_, n) => rij.doe('druk', werk(`druk ${n}`, 10)));
  alles.push(rij.doe('rustig', werk('rustig', 1)));
  await Promise.all(alles);
  // One was done at once, for nobody waited then.
  expect(gedaan.slice(0, 2)).toEqual(['druk 0', 'rustig']);
  expect(gedaan.filter((naam) => naam.startsWith('druk'))).toEqual(
    Array.from({ length: 20 }, (_, n) => `druk ${n}`),
  );
});

test('ST6: between pieces of work the process looks at what came in', async () => {
  const { beurten: rij, werk, gedaan } = beurten();
  const alles = Array.from({ length: 10 }, (_, n) => rij.doe('druk', werk(`druk ${n}`, 10)));
  await new Promise((klaar) => setImmediate(klaar));
  expect(gedaan.length).toBeLessThan(4);
  await rij.doe('rustig', werk('rustig', 1));
  expect(gedaan.length).toBeLessThan(6);
  await Promise.all(alles);
  expect(gedaan).toHaveLength(11);
});

test('ST6: who used much a moment ago waits a round, not for all that others have to use before it is as much', async () => {
  const { beurten: rij, werk, gedaan } = beurten();
  await rij.doe('eerder', werk('eerder', 2_000));
  const alles = Array.from({ length: 100 }, (_, n) =>
    rij.doe(n % 2 === 0 ? 'druk' : 'ook druk', werk('druk', 20)),
  );
  alles.push(rij.doe('eerder', werk('nu', 10)));
  await Promise.all(alles);
  expect(gedaan.indexOf('nu')).toBeLessThan(10);
  expect(gedaan).toHaveLength(102);
});

test('ST6: what fails fails for who asked, and the next goes on', async () => {
  const { beurten: rij, werk, gedaan } = beurten();
  const mis = rij.doe('een', () => {
    throw new Error('mis');
  });
  const goed = rij.doe('een', werk('goed', 1));
  await expect(mis).rejects.toThrow('mis');
  await goed;
  expect(gedaan).toEqual(['goed']);
});

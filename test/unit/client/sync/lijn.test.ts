import { expect, onTestFinished, test } from 'vitest';
import { Lijn, type Lijngevolg } from '../../../../client/sync/lijn.ts';
import type { VanServer } from '../../../../shared/sync/besturing.ts';
import { omgeving, overkant, tot } from './overkant.ts';

function lijnNaar(adres: string, deel: Partial<ReturnType<typeof omgeving>> & Record<string, unknown> = {}) {
  const gehoord: VanServer[] = [];
  const dicht: Lijngevolg[] = [];
  const lijn = new Lijn(
    'casus-1',
    {
      besturing: (bericht) => gehoord.push(bericht),
      bericht: () => {},
      dicht: (gevolg) => dicht.push(gevolg),
    },
    { ...omgeving(adres), ...deel },
  );
  onTestFinished(() => lijn.stop());
  lijn.start();
  return { lijn, gehoord, dicht };
}

test('SY1: what is sent in one turn goes out as one message', async () => {
  const kant = await overkant();
  kant.plek('a');
  const { lijn, gehoord } = lijnNaar(kant.adres);
  await tot(() => expect(gehoord).toHaveLength(1));
  lijn.bestuur({ type: 'open', kanaal: 11, tijdperk: null });
  lijn.bestuur({ type: 'auteur', kanaal: 11, clientId: 7 });
  lijn.stuur(11, Uint8Array.of(0, 0, 1, 0));
  await tot(() => expect(kant.ontvangen).toHaveLength(3));
  expect(kant.bundels).toEqual([3]);
  expect(kant.ontvangen.slice(0, 2)).toEqual([
    { besturing: { type: 'open', kanaal: 11, tijdperk: null } },
    { besturing: { type: 'auteur', kanaal: 11, clientId: 7 } },
  ]);
});

test('SY2: comes back by itself, and says which connection it follows on', async () => {
  const kant = await overkant();
  const { gehoord, dicht } = lijnNaar(kant.adres);
  await tot(() => expect(gehoord).toHaveLength(1));
  kant.breekAf();
  await tot(() => expect(gehoord).toHaveLength(2));
  expect(dicht).toEqual(['opnieuw']);
  const [eerst, dan] = kant.adressen;
  expect(eerst?.pathname).toBe('/sync/casus-1');
  expect(eerst?.searchParams.get('lijn')).toMatch(/^[0-9a-f-]{36}$/);
  expect(eerst?.searchParams.has('na')).toBe(false);
  expect(dan?.searchParams.get('na')).toBe(eerst?.searchParams.get('lijn'));
  expect(dan?.searchParams.get('lijn')).not.toBe(eerst?.searchParams.get('lijn'));
});

test.each([
  [4401, 'geen_sessie'],
  [4403, 'niet_toegestaan'],
] as const)('SY9: after %i it never comes back, not even when the network does', async (code, gevolg) => {
  const kant = await overkant();
  kant.weigertLijn = code;
  const venster = new EventTarget();
  const wachten: number[] = [];
  const wacht = (ms: number, doe: () => void) => {
    wachten.push(ms);
    const timer = setTimeout(doe, ms);
    return () => clearTimeout(timer);
  };
  const { dicht } = lijnNaar(kant.adres, { venster, wacht });
  await tot(() => expect(dicht).toEqual([gevolg]));
  const eerder = wachten.length;
  venster.dispatchEvent(new Event('online'));
  expect(wachten).toHaveLength(eerder);
  expect(kant.adressen).toHaveLength(1);
});

/** A line whose waits are fired by the test. */
function metEigenKlok(adres: string) {
  const klok = { nu: 0 };
  const gepland = new Set<{ ms: number; doe: () => void }>();
  const venster = new EventTarget();
  const rest = lijnNaar(adres, {
    venster,
    nu: () => klok.nu,
    toeval: () => 1,
    wachtMin: 200,
    wachtMax: 5_000,
    hartslagMs: 10_000,
    stilteMs: 25_000,
    wacht: (ms: number, doe: () => void) => {
      const plan = { ms, doe };
      gepland.add(plan);
      return () => gepland.delete(plan);
    },
  });
  const vuur = (ms: number): void => {
    const plan = [...gepland].find((een) => een.ms === ms);
    if (plan === undefined) throw new Error(`nothing waits ${ms} ms: ${[...gepland].map((een) => een.ms)}`);
    gepland.delete(plan);
    plan.doe();
  };
  return { ...rest, klok, venster, vuur, wachten: () => [...gepland].map(({ ms }) => ms) };
}

test('SY2: waits twice as long after each failure, five seconds at most', async () => {
  const kant = await overkant();
  kant.weigertLijn = 4513;
  const { dicht, vuur, wachten } = metEigenKlok(kant.adres);
  const gewacht: number[] = [];
  for (let keer = 1; keer <= 7; keer += 1) {
    await tot(() => expect(dicht).toHaveLength(keer));
    const [ms = 0] = wachten();
    gewacht.push(ms);
    vuur(ms);
  }
  expect(gewacht).toEqual([200, 400, 800, 1600, 3200, 5000, 5000]);
});

test('SY9: after 4429 it waits five seconds, also when the network returns meanwhile', async () => {
  const kant = await overkant();
  kant.weigertLijn = 4429;
  const { dicht, klok, venster, wachten } = metEigenKlok(kant.adres);
  await tot(() => expect(dicht).toHaveLength(1));
  expect(wachten()[0]).toBeGreaterThanOrEqual(5_000);
  venster.dispatchEvent(new Event('online'));
  expect(wachten()).toHaveLength(1);
  klok.nu = 5_000;
  venster.dispatchEvent(new Event('online'));
  await tot(() => expect(kant.adressen).toHaveLength(2));
});

test('SY2: connects at once when the network returns', async () => {
  const kant = await overkant();
  kant.weigertLijn = 4513;
  const { dicht, gehoord, venster } = metEigenKlok(kant.adres);
  await tot(() => expect(dicht).toHaveLength(1));
  kant.weigertLijn = null;
  venster.dispatchEvent(new Event('online'));
  await tot(() => expect(gehoord).toHaveLength(1));
});

test('SY12: says every ten seconds that it lives, and gives up a line that says nothing for twenty-five', async () => {
  const kant = await overkant();
  const { lijn, gehoord, dicht, klok, vuur } = metEigenKlok(kant.adres);
  await tot(() => expect(gehoord).toHaveLength(1));
  klok.nu = 10_000;
  vuur(10_000);
  await tot(() => expect(gehoord.at(-1)).toEqual({ type: 'hartslag' }));
  expect(kant.besturing('hartslag')).toHaveLength(1);

  // Heard at 10 s: at 25 s it looks again ten seconds later, and then it has been silent for long enough.
  kant.klopt = false;
  klok.nu = 25_000;
  vuur(25_000);
  expect(dicht).toEqual([]);
  klok.nu = 35_000;
  vuur(10_000);
  await tot(() => expect(kant.besturing('hartslag')).toHaveLength(2));
  vuur(10_000);
  expect(dicht).toEqual(['opnieuw']);
  expect(lijn.open).toBe(false);
});

test('ST6: when another page took its place it comes back when somebody looks at it, and not before', async () => {
  const kant = await overkant();
  kant.weigertLijn = 4409;
  const venster = new EventTarget();
  const gezien = new Set<() => void>();
  const { dicht, gehoord } = lijnNaar(kant.adres, {
    venster,
    zodraGezien: (doe: () => void) => {
      gezien.add(doe);
      return () => gezien.delete(doe);
    },
  });
  await tot(() => expect(dicht).toEqual(['opnieuw']));
  kant.weigertLijn = null;
  venster.dispatchEvent(new Event('online'));
  expect(kant.adressen).toHaveLength(1);
  for (const doe of gezien) doe();
  await tot(() => expect(gehoord).toHaveLength(1));
});

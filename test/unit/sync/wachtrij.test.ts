import { expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { Verbruik } from '../../../server/kern/beurten.ts';
import { Budgetten } from '../../../server/kern/budget.ts';
import { Lijn } from '../../../server/lijnen/sync/lijn.ts';
import { LIJNMATEN } from '../../../server/lijnen/sync/maten.ts';
import { leestNiet, Wachtrij } from '../../../server/lijnen/sync/wachtrij.ts';

// ST6: whose bericht is next. Time stands still, so only what is booked counts.

function opstelling() {
  const verbruik = new Verbruik(() => 0);
  const budgetten = new Budgetten({ werkOpslag: 100 }, () => 0);
  const rij = new Wachtrij(budgetten, verbruik);
  /** What the line says to its socket. */
  const gezegd: string[] = [];
  const lijnVan = (persoonId: string): Lijn => {
    const sokkel = { pause: () => gezegd.push('pause'), resume: () => gezegd.push('resume') };
    // Only these two are used here.
    return new Lijn(
      sokkel as unknown as WebSocket,
      { sessieId: persoonId, persoonId },
      'casus',
      null,
      0,
      (fout) => {
        throw fout;
      },
    );
  };
  const voeg = (lijn: Lijn, aantal: number, bytes = 1) => {
    for (let n = 0; n < aantal; n += 1) rij.voegToe({ lijn, kanaal: 1, bericht: new Uint8Array(bytes) });
  };
  /** Who is next, each bericht using one ms. */
  const volgende = (wacht: Parameters<Wachtrij['volgende']>[0] = () => false): string | null => {
    const beurt = rij.volgende(wacht);
    if (beurt === null) return null;
    rij.neem(beurt);
    verbruik.boek(beurt.persoonId, 1);
    return beurt.persoonId;
  };
  return { rij, verbruik, budgetten, lijnVan, voeg, volgende, gezegd };
}

test('ST6: who used least is next, however many another has waiting on however many lines', () => {
  const { lijnVan, voeg, volgende } = opstelling();
  for (let n = 0; n < 5; n += 1) voeg(lijnVan('druk'), 50);
  expect([volgende(), volgende()]).toEqual(['druk', 'druk']);
  voeg(lijnVan('rustig'), 3);
  expect([volgende(), volgende(), volgende()]).toEqual(['rustig', 'rustig', 'druk']);
});

test('ST6: who used much take turns, however much more one of them used', () => {
  const { verbruik, lijnVan, voeg, volgende } = opstelling();
  for (const [wie, ms] of [
    ['eerste', 100],
    ['tweede', 400],
    ['derde', 4_000],
  ] as const) {
    voeg(lijnVan(wie), 4);
    verbruik.boek(wie, ms);
  }
  const gekozen = Array.from({ length: 6 }, () => volgende());
  expect(gekozen).toEqual(['eerste', 'tweede', 'derde', 'eerste', 'tweede', 'derde']);
});

test('ST6: who owes waits, but for when all has to be done', () => {
  const { rij, budgetten, lijnVan, voeg, volgende } = opstelling();
  voeg(lijnVan('druk'), 2);
  budgetten.van('druk').werk.boek(160, 0);
  expect(volgende()).toBeNull();
  expect(rij.wacht()).toBe(1000);
  expect(volgende(null)).toBe('druk');
});

test('ST6: what can’t go now holds up its own line alone', () => {
  const { lijnVan, voeg, volgende, rij } = opstelling();
  const [een, twee] = [lijnVan('druk'), lijnVan('druk')];
  voeg(een, 1);
  voeg(twee, 2);
  const wacht = ({ lijn }: { lijn: Lijn }) => lijn === een;
  expect([volgende(wacht), volgende(wacht), volgende(wacht)]).toEqual(['druk', 'druk', null]);
  rij.vergeet(een);
  expect(rij.isLeeg).toBe(true);
});

test('ST6: a line of which much waits is read no further until there is less', () => {
  const { lijnVan, voeg, volgende, gezegd } = opstelling();
  voeg(lijnVan('druk'), 4, LIJNMATEN.wachtend / 4);
  expect(gezegd).toEqual([]);
  const ander = lijnVan('ander');
  voeg(ander, 5, LIJNMATEN.wachtend / 4);
  expect(gezegd).toEqual(['pause']);
  while (volgende() !== null);
  expect(gezegd).toEqual(['pause', 'resume']);
});

test('ST6: who doesn’t read what they asked for, on one line or on all together, gets no more for now', () => {
  const met = (ongestuurd: number) => ({ ongestuurd });
  const een = LIJNMATEN.ongelezenVoorAntwoord;
  expect(leestNiet(met(0), [met(0), met(een)])).toBe(false);
  expect(leestNiet(met(een + 1), [met(een + 1)])).toBe(true);
  expect(
    leestNiet(
      met(0),
      Array.from({ length: 9 }, () => met(een)),
    ),
  ).toBe(true);
});

import { existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type GeopendeDatabase, type Instellingen, openDatabase } from '../../../server/database/database.ts';
import { nieuweInstallatie, open } from './opstelling.ts';

const GENOEG = 600;
const nooit = (fout: unknown): void => {
  throw fout;
};

const bestand = ({ map }: Instellingen): string => join(map, 'regietafel.db');

function schrijf({ sqlite, transactie }: GeopendeDatabase, van: number, aantal: number): void {
  const voegToe = sqlite.prepare("insert into personen values (?, 'medewerker')");
  transactie(() => {
    for (let n = van; n < van + aantal; n += 1) voegToe.run(`persoon ${n}`);
  });
}

const tel = ({ sqlite }: GeopendeDatabase): unknown =>
  sqlite.prepare('select count(*) from personen').pluck().get();

test('SY5: what was written goes from the WAL into the file beside all else, and is there after a start', async () => {
  const installatie = nieuweInstallatie();
  const database = await open(installatie);
  schrijf(database, 0, GENOEG);
  const leeg = statSync(bestand(installatie)).size;
  database.schrijfTerug(nooit);
  // Nothing else makes the file longer: a COMMIT doesn't, so early.
  await vi.waitFor(() => expect(statSync(bestand(installatie)).size).toBeGreaterThan(leeg), {
    timeout: 30_000,
  });
  // While it is at it, one goes on writing, and reads what one wrote.
  for (let ronde = 1; ronde < 20; ronde += 1) {
    schrijf(database, ronde * GENOEG, GENOEG);
    database.schrijfTerug(nooit);
    expect(tel(database)).toBe((ronde + 1) * GENOEG);
  }
  database.sluit();
  expect(existsSync(`${bestand(installatie)}-wal`)).toBe(false);
  expect(tel(await open(installatie))).toBe(20 * GENOEG);
});

test('closing waits for what is under way, also when it was only just begun', async () => {
  const installatie = nieuweInstallatie();
  for (let ronde = 0; ronde < 5; ronde += 1) {
    const database = await openDatabase(installatie);
    schrijf(database, ronde * GENOEG, GENOEG);
    database.schrijfTerug(nooit);
    database.sluit();
    database.sluit();
    expect(existsSync(`${bestand(installatie)}-wal`)).toBe(false);
  }
  expect(tel(await open(installatie))).toBe(5 * GENOEG);
});

test('ST4: when it can’t, that is told once, and writing and closing go on', async () => {
  const installatie = nieuweInstallatie();
  const database = await openDatabase(installatie);
  onTestFinished(() => database.sluit());
  // Open here, and nowhere to be found for the thread.
  const elders = `${bestand(installatie)}.weg`;
  renameSync(bestand(installatie), elders);
  const bijFout = vi.fn();
  schrijf(database, 0, GENOEG);
  database.schrijfTerug(bijFout);
  await vi.waitFor(() => expect(bijFout).toHaveBeenCalledOnce(), { timeout: 30_000 });
  schrijf(database, GENOEG, GENOEG);
  database.schrijfTerug(bijFout);
  renameSync(elders, bestand(installatie));
  expect(tel(database)).toBe(2 * GENOEG);
  database.sluit();
  expect(bijFout).toHaveBeenCalledOnce();
  expect(tel(await open(installatie))).toBe(2 * GENOEG);
});

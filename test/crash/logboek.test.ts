import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as beurt } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDatabase } from '../../server/database/database.ts';
import { Stappen } from '../../server/kern/stap.ts';
import { Logboek, type Regel } from '../../server/logboek/logboek.ts';
import { NIEMAND } from '../server/huishouden.ts';
import { klant } from '../server/opstelling.ts';
import { legeMappen, type Mappen, type Proces, start } from './proces.ts';

// ST10: what was counted when the process ends, by a signal that it hears and by one that it doesn't.

type Leesbaar = Extract<Regel, { readonly leesbaar: true }>;

/** The record as it stands on disk, of folders that no process uses. */
async function leesLogboek({ data, sleutels }: Mappen): Promise<Leesbaar[]> {
  const omgeving = { nu: () => Date.now(), id: () => '', willekeur: (aantal: number) => randomBytes(aantal) };
  const database = await openDatabase({ map: data, sleutelmap: sleutels, ...omgeving });
  try {
    const fout = (een: unknown): never => {
      throw een;
    };
    const { transactie } = database;
    const stappen = new Stappen({ transactie, moment: omgeving.nu, bijFout: fout, bijSchijffout: fout });
    return new Logboek(database, omgeving, stappen)
      .lees()
      .flatMap((regel) => (regel.leesbaar ? [regel] : []));
  } finally {
    database.sluit();
  }
}

/** Somebody asks for a casus that isn't there, over and over. @returns how often */
async function vraagSteeds(proces: Proces, zolang: (gedaan: number) => boolean): Promise<number> {
  const mensen = klant(proces.poort);
  try {
    const [wie] = (await mensen.verzoek('GET', '/demo/medewerkers')).body.medewerkers;
    const ik = await mensen.meldAan(wie.id);
    let gedaan = 0;
    while (zolang(gedaan)) {
      expect((await ik.verzoek('GET', `/casussen/${NIEMAND}`)).status).toBe(404);
      gedaan += 1;
    }
    return gedaan;
  } finally {
    mensen.sluit();
  }
}

const soorten = (regels: readonly Leesbaar[], ...namen: string[]) =>
  regels.filter(({ handeling }) => namen.includes(handeling)).map(({ handeling }) => handeling);

test('ST10: SIGTERM: all that was counted is told, exactly', async () => {
  const mappen = legeMappen();
  const proces = await start(mappen);
  const keer = await vraagSteeds(proces, (gedaan) => gedaan < 20);
  expect(await proces.stop('SIGTERM')).toBe(0);

  const regels = await leesLogboek(mappen);
  const eerste = regels.find(({ handeling }) => handeling === 'geweigerd');
  // The demo's own people look more than once as well.
  const van = regels.filter(({ sessieId }) => sessieId === eerste?.sessieId);
  expect(van.map(({ handeling }) => handeling)).toEqual(['aangemeld', 'geweigerd', 'herhaald']);
  expect(van.at(-1)?.bijzonderheden).toMatchObject({ keer: keer - 1, minstens: false });
  expect(soorten(regels, 'onderbroken')).toEqual([]);
});

test('ST10: SIGKILL: what was on disk is told as at least so often, and that it was broken off', async () => {
  const mappen = legeMappen();
  const proces = await start(mappen);
  const wal = join(mappen.data, 'regietafel.db-wal');
  const geschreven = () => statSync(wal).mtimeMs;
  // The line itself is written at once; what is written after it is the count.
  let toen = 0;
  const keer = await vraagSteeds(proces, (gedaan) => {
    if (gedaan === 2) toen = geschreven();
    return gedaan < 3 || geschreven() === toen;
  });
  const opSchijf = geschreven();
  const meer = await vraagSteeds(proces, (gedaan) => gedaan < 2);
  expect(meer).toBe(2);
  while (geschreven() === opSchijf) await beurt();
  await proces.stop('SIGKILL');

  const na = await start(mappen);
  expect(await na.stop('SIGTERM')).toBe(0);

  const regels = await leesLogboek(mappen);
  const eerste = regels.find(({ handeling }) => handeling === 'geweigerd');
  const herhaald = regels.flatMap((regel) => (regel.handeling === 'herhaald' ? [regel.bijzonderheden] : []));
  expect(soorten(regels, 'onderbroken')).toHaveLength(1);
  const geteld = herhaald.find(({ nummer }) => nummer === eerste?.nummer);
  expect(geteld).toMatchObject({ handeling: 'geweigerd', minstens: true });
  expect(geteld?.keer).toBeGreaterThanOrEqual(1);
  expect(geteld?.keer).toBeLessThanOrEqual(keer - 1);
});

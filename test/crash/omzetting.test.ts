import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyUpdate, Doc } from 'yjs';
import { type GeopendeDatabase, openDatabase } from '../../server/database/database.ts';
import {
  compartimenten,
  personen,
  tekstauteurs,
  tekstbeelden,
  tekstenInOudeVorm,
  tekstwijzigingen,
  velden,
} from '../../server/database/schema.ts';
import { maakVersie1, OudeTekst, oud } from '../server/sync/oudevorm.ts';
import { beeld, rijen } from '../server/sync/tekst.ts';
import { leesVeld } from '../server/sync/veldtekst.ts';
import { dodeBijStart, legeMappen, type Mappen, start } from './proces.ts';

// SY5, NK14: a real process that is killed while it writes the texts of an older version anew.

/** By how much the WAL has grown when it is killed, in bytes: some compartments are done then. */
const KLAPPEN = [120_000, 250_000, 400_000];
const REGELS = 20;
/** On a machine that does much else. */
const DUUR_MS = 240_000;

async function bij<T>(mappen: Mappen, doe: (database: GeopendeDatabase) => T): Promise<T> {
  const database = await openDatabase({
    map: mappen.data,
    sleutelmap: mappen.sleutels,
    nu: () => Date.now(),
    willekeur: (aantal) => randomBytes(aantal),
  });
  try {
    return doe(database);
  } finally {
    database.sluit();
  }
}

/** Every text of the demo in the old form. @returns the veld of each compartment that has one, and its old tijdperk */
function verouder(database: GeopendeDatabase): Map<string, { veld: string; tijdperk: string }> {
  const { db } = database;
  const [wie] = db.select().from(personen).all();
  const perCompartiment = new Map(
    db
      .select()
      .from(velden)
      .all()
      .map((rij) => [rij.compartimentId, rij.id]),
  );
  const plekken = new Map<string, { veld: string; tijdperk: string }>();
  database.transactie(() => {
    for (const tabel of [tekstauteurs, tekstbeelden, tekstwijzigingen]) db.delete(tabel).run();
    for (const { id, tijdperk } of db.select().from(compartimenten).all()) {
      const veld = perCompartiment.get(id);
      if (veld === undefined || wie === undefined) continue;
      const doc = new OudeTekst(database, { id, tijdperk }).schrijver(wie.id, 7);
      doc.getXmlFragment(veld).insert(
        0,
        Array.from({ length: REGELS }, (_, n) => oud.alinea(`regel ${n} van ${veld}`)),
      );
      plekken.set(id, { veld, tijdperk });
    }
  });
  return plekken;
}

const verwacht = (veld: string): string =>
  Array.from({ length: REGELS }, (_, n) => `<alinea>regel ${n} van ${veld}</alinea>`).join('');

/** Each compartment is as it was, or done; never in between. @returns how many are done */
function telKlaar(
  database: GeopendeDatabase,
  plekken: ReadonlyMap<string, { veld: string; tijdperk: string }>,
): number {
  const { db } = database;
  const nogOud = new Set(
    db
      .select()
      .from(tekstenInOudeVorm)
      .all()
      .map((rij) => rij.compartimentId),
  );
  const tijdperken = new Map(
    db
      .select()
      .from(compartimenten)
      .all()
      .map((rij) => [rij.id, rij.tijdperk]),
  );
  for (const [id, { veld, tijdperk }] of plekken) {
    const isOud = nogOud.has(id);
    expect(rijen(database, id)).toHaveLength(isOud ? 1 : 0);
    expect(tijdperken.get(id) === tijdperk).toBe(isOud);
    const nieuw = beeld(database, id);
    expect(nieuw === null).toBe(isOud);
    if (nieuw === null) continue;
    const doc = new Doc();
    applyUpdate(doc, nieuw.bytes);
    expect(leesVeld(doc.getText(veld))).toBe(verwacht(veld));
  }
  return plekken.size - nogOud.size;
}

test('SY5 NK14: killed again and again while texts are written anew: each is as it was or done, and in the end all are', {
  timeout: DUUR_MS,
}, async () => {
  const mappen = legeMappen();
  await (await start(mappen)).stop('SIGTERM');
  const plekken = await bij(mappen, verouder);
  expect(plekken.size).toBeGreaterThan(100);
  maakVersie1({ map: mappen.data });

  let klaar = 0;
  let halverwege = 0;
  for (const genoeg of KLAPPEN) {
    const wal = join(mappen.data, 'regietafel.db-wal');
    await dodeBijStart(mappen, () => (statSync(wal, { throwIfNoEntry: false })?.size ?? 0) > genoeg);
    const nu = await bij(mappen, (database) => telKlaar(database, plekken));
    // What was done stays done.
    expect(nu).toBeGreaterThanOrEqual(klaar);
    klaar = nu;
    if (klaar > 0 && klaar < plekken.size) halverwege += 1;
  }
  expect(halverwege).toBeGreaterThan(1);

  const proces = await start(mappen);
  expect(await proces.stop('SIGTERM')).toBe(0);
  expect(proces.fout()).toBe('');
  expect(await bij(mappen, (database) => telKlaar(database, plekken))).toBe(plekken.size);
});

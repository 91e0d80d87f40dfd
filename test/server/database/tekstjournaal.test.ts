import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { GeopendeDatabase, Instellingen } from '../../../server/database/database.ts';
import { tekstwijzigingen } from '../../../server/database/schema.ts';
import { Tekstjournaal } from '../../../server/teksten/journaal.ts';
import { migratiesTot, nieuweInstallatie, open } from './opstelling.ts';

const NAMEN = ['een', 'twee', 'drie'];

/** An installation with the keys of some compartments, and somebody who writes. */
async function begin(): Promise<{ installatie: Instellingen; database: GeopendeDatabase }> {
  const installatie = nieuweInstallatie();
  const database = await open(installatie);
  database.sleutels.maak(...NAMEN);
  database.sqlite.exec(`
    insert into personen values ('m', 'medewerker');
    insert into casussen values ('c', '26-AAAA', 'ingebracht', 1);
    insert into compartimenten (id, casus_id, categorie, maker_id, tijdperk) values
      ('een', 'c', 'plan', 'm', 't'), ('twee', 'c', 'hulp', 'm', 't'), ('drie', 'c', 'overig', 'm', 't');
  `);
  return { installatie, database };
}

const plek = (id: string) => ({ id, tijdperk: 't' });
const wijziging = (nummer: number) => Uint8Array.of(nummer % 256, nummer >> 8);

/** Puts down so many changes, in one compartment after the other. @param van of each compartment the last number */
function schrijf(journaal: Tekstjournaal, van: Map<string, number>, aantal: number): void {
  for (let n = 0; n < aantal; n += 1) {
    const id = NAMEN[n % NAMEN.length] ?? '';
    const nummer = (van.get(id) ?? 0) + 1;
    journaal.voegToe(plek(id), nummer, 'm', 10 * n, wijziging(nummer));
    van.set(id, nummer);
  }
}

function lees(journaal: Tekstjournaal, id: string): number[] {
  return journaal.laad(plek(id)).wijzigingen.map((bytes) => (bytes[0] ?? 0) + 256 * (bytes[1] ?? 0));
}

const tot = (aantal = 0) => Array.from({ length: aantal }, (_, n) => n + 1);

/** How SQLite would find what a statement asks for. */
function plannen(database: GeopendeDatabase, doe: () => void): string[] {
  const gevraagd: string[] = [];
  const { sqlite } = database;
  const prepare = sqlite.prepare.bind(sqlite);
  Object.assign(sqlite, {
    prepare: (bron: string) => {
      gevraagd.push(bron);
      return prepare(bron);
    },
  });
  try {
    doe();
  } finally {
    Object.assign(sqlite, { prepare });
  }
  return gevraagd
    .filter((bron) => bron.includes('tekstwijzigingen'))
    .flatMap((bron) =>
      prepare(`explain query plan ${bron}`)
        .all(...Array.from({ length: bron.split('?').length - 1 }, () => 0))
        // One column of each row says how.
        .map((rij) => `${String((rij as { detail: unknown }).detail)}: ${bron}`),
    );
}

describe('SY5: the journal on disk', () => {
  test('what is in the indexes and what is behind them is one text, whenever the process stops', async () => {
    const { installatie, database } = await begin();
    const van = new Map<string, number>();
    let journaal = new Tekstjournaal(database);
    for (const aantal of [1, 5, 40, 3]) {
      schrijf(journaal, van, aantal);
      for (const id of NAMEN) expect(lees(journaal, id)).toEqual(tot(van.get(id)));
      expect(journaal.laatsteVan(NAMEN)).toEqual(van);
      const geindexeerd = journaal.indexeer();
      // Also between putting them there and knowing that it is on disk.
      for (const id of NAMEN) expect(lees(journaal, id)).toEqual(tot(van.get(id)));
      geindexeerd();
      for (const id of NAMEN) expect(lees(journaal, id)).toEqual(tot(van.get(id)));
      schrijf(journaal, van, 4);
      // As a start finds it: some in the indexes, some not.
      journaal = new Tekstjournaal(database);
      for (const id of NAMEN) expect(lees(journaal, id)).toEqual(tot(van.get(id)));
      expect(journaal.laatsteVan(NAMEN)).toEqual(van);
    }
    database.sluit();
    const later = new Tekstjournaal(await open(installatie));
    for (const id of NAMEN) expect(lees(later, id)).toEqual(tot(van.get(id)));
  });

  test('putting in the indexes that fails takes nothing along, and is done the next time', async () => {
    const { database } = await begin();
    const van = new Map<string, number>();
    const journaal = new Tekstjournaal(database);
    schrijf(journaal, van, 9);
    expect(() =>
      database.transactie(() => {
        schrijf(journaal, new Map(van), 3);
        journaal.indexeer();
        throw new Error('vol');
      }),
    ).toThrow('vol');
    schrijf(journaal, van, 2);
    for (const id of NAMEN) expect(lees(journaal, id)).toEqual(tot(van.get(id)));
    journaal.indexeer()();
    for (const id of NAMEN) expect(lees(journaal, id)).toEqual(tot(van.get(id)));
  });

  test('bit by bit is one text as well, whatever happens in between', async () => {
    const { database } = await begin();
    const van = new Map<string, number>();
    let journaal = new Tekstjournaal(database);
    const klopt = () => {
      for (const id of NAMEN) expect(lees(journaal, id)).toEqual(tot(van.get(id)));
    };
    schrijf(journaal, van, 1_500);
    expect(journaal.isStaartLang).toBe(true);
    let keren = 0;
    for (; journaal.isStaartLang; keren += 1) {
      const vastgelegd = database.transactie(() => journaal.indexeerDeel());
      klopt();
      vastgelegd();
      klopt();
      schrijf(journaal, van, 2);
      if (keren === 2)
        expect(() =>
          database.transactie(() => {
            journaal.indexeerDeel();
            throw new Error('vol');
          }),
        ).toThrow('vol');
      if (keren === 4) {
        journaal.wis('twee');
        van.delete('twee');
      }
      // As a start finds it.
      if (keren === 6) journaal = new Tekstjournaal(database);
      klopt();
    }
    expect(keren).toBeGreaterThan(6);
    const { geindexeerd } = tekstwijzigingen;
    const buiten = database.db.select().from(tekstwijzigingen).where(eq(geindexeerd, false)).all();
    expect(buiten.length).toBeLessThan(1_000);
  });

  test('NK15: of a compartment that goes nothing stays, in the indexes or behind them; what comes after is found', async () => {
    const { database } = await begin();
    const van = new Map<string, number>();
    const journaal = new Tekstjournaal(database);
    schrijf(journaal, van, 6);
    journaal.indexeer()();
    schrijf(journaal, van, 6);
    // The last rows of all: their numbers come free on disk, and are behind what is in the indexes when they come again.
    for (const id of ['drie', 'twee']) {
      journaal.wis(id);
      const { db } = database;
      expect(db.select().from(tekstwijzigingen).where(eq(tekstwijzigingen.compartimentId, id)).all()).toEqual(
        [],
      );
      van.delete(id);
    }
    journaal.indexeer()();
    schrijf(journaal, van, 5);
    for (const id of NAMEN) expect(lees(journaal, id)).toEqual(tot(van.get(id)));
  });

  test('NK14: history is cut by its age, once it is in the indexes and a tekstbeeld holds it', async () => {
    const { database } = await begin();
    const van = new Map<string, number>();
    const journaal = new Tekstjournaal(database);
    schrijf(journaal, van, 9);
    journaal.indexeer()();
    expect(journaal.nogTeVangen(45)).toEqual(expect.arrayContaining(['een', 'twee']));
    journaal.legBeeldVast(plek('een'), 2, 100, Uint8Array.of(1));
    expect(journaal.snij(45)).toBe(2);
    expect(journaal.laad(plek('een')).laatste).toBe(3);
    expect(lees(journaal, 'twee')).toEqual([1, 2, 3]);
  });

  test('no look at the journal reads all of it', async () => {
    const { database } = await begin();
    const journaal = new Tekstjournaal(database);
    schrijf(journaal, new Map(), 6);
    journaal.indexeer()();
    const gezien = plannen(database, () => {
      journaal.laad(plek('een'));
      journaal.laatsteVan(NAMEN);
      journaal.laatstOp(NAMEN);
      journaal.snij(1);
      journaal.nogTeVangen(1);
      journaal.eersteSchrijver('een');
      journaal.wis('een');
    });
    expect(gezien.length).toBeGreaterThan(8);
    expect(gezien.filter((hoe) => /^SCAN tekstwijzigingen\b/.test(hoe))).toEqual([]);
  });
});

test('SY5: a database of before keeps its changes, in the order in which they were stored', async () => {
  const installatie = nieuweInstallatie();
  const toen = await open({ ...installatie, migraties: migratiesTot(20) });
  toen.sqlite.exec(`
    pragma foreign_keys = off;
    insert into personen values ('m', 'medewerker');
    insert into tekstwijzigingen values
      ('b', 1, 't', 'm', 30, x'01'), ('a', 2, 't', 'm', 20, x'02'), ('a', 1, 't', 'm', 10, x'03');
    insert into compartimenten (id, casus_id, categorie, maker_id, tijdperk) values
      ('a', 'c', 'plan', 'm', 't'), ('b', 'c', 'hulp', 'm', 't');
    insert into casussen values ('c', '26-AAAA', 'ingebracht', 1);
    pragma foreign_keys = on;
  `);
  toen.sluit();

  const nu = await open(installatie);

  expect(
    nu.sqlite
      .prepare('select compartiment_id, nummer, op, wijziging, geindexeerd from tekstwijzigingen order by id')
      .raw()
      .all(),
  ).toEqual([
    ['a', 1, 10, Buffer.of(3), 1],
    ['a', 2, 20, Buffer.of(2), 1],
    ['b', 1, 30, Buffer.of(1), 1],
  ]);
});

import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Instellingen } from '../../../server/database/database.ts';
import type { DatabaseFoutCode } from '../../../server/database/databasefout.ts';
import { zetEenCasusNeer } from './gezin.ts';
import {
  databasepad,
  gebruikteInstallatie,
  inhoudVan,
  kopieVan,
  migratiesMet,
  nieuweInstallatie,
  open,
  tijdelijkeMap,
  weigering,
} from './opstelling.ts';

const BESCHADIGD =
  'Bewaar het apart, zet een reservekopie terug (docs/storage.md zegt hoe) en start opnieuw.';
const VREEMD = 'is niet van Regietafel en is niet aangeraakt. Zet het ergens anders neer';

/** Where the second frame of a WAL begins. */
const FRAME = 32 + 24 + 4096;

/** What is done to a good file, and what is said of it. */
const gevallen: readonly [string, DatabaseFoutCode, string, (pad: string) => void][] = [
  ['an empty file', 'beschadigd', `is leeg en is niet aangeraakt. ${BESCHADIGD}`, (pad) => kort(pad, 0)],
  ['a file cut to its header', 'beschadigd', BESCHADIGD, (pad) => kort(pad, 100)],
  ['a file cut in half', 'beschadigd', BESCHADIGD, (pad) => kort(pad, Math.floor(statSync(pad).size / 2))],
  ['a file without its last byte', 'beschadigd', BESCHADIGD, (pad) => kort(pad, statSync(pad).size - 1)],
  ['a page of zeroes', 'beschadigd', BESCHADIGD, (pad) => overschrijf(pad, 8192, Buffer.alloc(4096))],
  ['a header of noise', 'beschadigd', BESCHADIGD, (pad) => overschrijf(pad, 0, Buffer.alloc(100, 0x7f))],
  ['a text', 'beschadigd', BESCHADIGD, (pad) => writeFileSync(pad, 'Geachte mevrouw, hierbij het plan.')],
  ['a folder', 'vreemd', VREEMD, (pad) => vervangDoorMap(pad)],
  ['a link to nowhere', 'vreemd', VREEMD, (pad) => vervangDoorVerwijzing(pad)],
  ['a database of another program', 'vreemd', VREEMD, (pad) => vervang(pad, 'create table gasten (naam)')],
  ['an empty database', 'vreemd', VREEMD, (pad) => vervang(pad, 'vacuum')],
  [
    'our number without our tables',
    'vreemd',
    VREEMD,
    (pad) => vervang(pad, 'pragma application_id = 0x52675466'),
  ],
  ['a table that is not ours', 'vreemd', VREEMD, (pad) => voerUit(pad, 'create table gasten (naam)')],
  [
    'a trigger that is not ours',
    'vreemd',
    VREEMD,
    (pad) => voerUit(pad, 'create trigger meekijker after insert on kaarten begin delete from logboek; end'),
  ],
  ['a lost table', 'beschadigd', BESCHADIGD, (pad) => voerUit(pad, 'drop table openingen')],
  ['another number', 'vreemd', VREEMD, (pad) => voerUit(pad, 'pragma application_id = 7')],
];

describe('a file that is not a sound database of this version is refused, and keeps every byte', () => {
  test.each(gevallen)('%s: %s', async (_naam, code, melding, bewerk) => {
    const installatie = await gebruikteInstallatie((geopend) => zetEenCasusNeer(geopend, 'x'));
    bewerk(databasepad(installatie));
    await verwachtOnaangeraakt(installatie, code, melding);
  });

  test('a database of a newer version', async () => {
    const installatie = nieuweInstallatie();
    const nieuwer = { ...installatie, migraties: migratiesMet('create table later (id text primary key)') };
    (await open(nieuwer)).sluit();
    await verwachtOnaangeraakt(installatie, 'nieuwer', 'Start die versie');
    expect((await open(nieuwer)).gezondheid()).toEqual({ gezond: true });
  });

  test('a database of which a migration has another text here', async () => {
    const installatie = nieuweInstallatie();
    (await open({ ...installatie, migraties: migratiesMet('create table a (id text)') })).sluit();
    const anders = {
      ...installatie,
      migraties: migratiesMet('create table b (id text)', 'create table c (id text)'),
    };
    await verwachtOnaangeraakt(anders, 'nieuwer', 'Start die versie');
  });

  test('what is in the WAL of a process that died counts, and stays', async () => {
    const installatie = nieuweInstallatie();
    const geopend = await open(installatie);
    geopend.sqlite.pragma('application_id = 7');
    // As a process that was killed leaves it: with a WAL that is not yet in the file.
    const map = join(kopieVan(installatie.map), 'data');
    geopend.sluit();
    expect(readdirSync(map)).toContain('regietafel.db-wal');
    await verwachtOnaangeraakt({ ...installatie, map }, 'vreemd', VREEMD);
  });

  test.each<[string, (wal: string) => void]>([
    ['noise', (wal) => writeFileSync(wal, Buffer.alloc(100_000, 0x5a))],
    ['a header with a byte of noise', (wal) => overschrijf(wal, 13, Buffer.alloc(1, 0x5a))],
    ['a page with a byte of noise', (wal) => overschrijf(wal, FRAME + 500, Buffer.alloc(1, 0x5a))],
    ['a frame of noise', (wal) => overschrijf(wal, FRAME, Buffer.alloc(24, 0x5a))],
    ['a page of zeroes', (wal) => overschrijf(wal, FRAME, Buffer.alloc(4096 + 24))],
  ])('a WAL damaged by %s: what was stored would be thrown away without a word', async (_, bewerk) => {
    const installatie = await metWal();
    bewerk(`${databasepad(installatie)}-wal`);
    await verwachtOnaangeraakt(installatie, 'beschadigd', 'om verder te gaan zonder wat het laatst');
    // What the message says goes.
    rmSync(`${databasepad(installatie)}-wal`);
    (await open(installatie)).sluit();
  });

  test.each<[string, number, (wal: string) => void]>([
    ['is as it was left', 5, () => {}],
    ['was being written when it ended', 4, (wal) => kort(wal, statSync(wal).size - 100)],
    [
      'holds half of what was being written',
      4,
      (wal) => overschrijf(wal, statSync(wal).size - 2000, Buffer.alloc(2000)),
    ],
    [
      'misses a page of what was being written',
      4,
      (wal) => overschrijf(wal, statSync(wal).size - 2 * (24 + 4096), Buffer.alloc(24 + 4096)),
    ],
    ['was only just made', 0, (wal) => kort(wal, 20)],
    [
      'was given its place on the disk, and nothing in it yet',
      0,
      (wal) => writeFileSync(wal, Buffer.alloc(8192)),
    ],
  ])('a WAL that %s is taken for what it is', async (_, over, bewerk) => {
    const installatie = await metWal();
    bewerk(`${databasepad(installatie)}-wal`);
    const geopend = await open(installatie);
    expect(geopend.sqlite.prepare('select count(*) from organisaties').pluck().get()).toBe(over);
    geopend.sluit();
  });

  test('a rollback journal that somebody left is not played back', async () => {
    const installatie = await gebruikteInstallatie((geopend) => zetEenCasusNeer(geopend, 'x'));
    const pad = databasepad(installatie);
    voerUit(pad, 'pragma journal_mode = delete; pragma application_id = 7');
    const sqlite = new Database(pad);
    sqlite.pragma('cache_size = 1');
    sqlite.pragma('cache_spill = 1');
    sqlite.exec('begin immediate; create table veel (tekst)');
    for (let rij = 0; rij < 100; rij += 1) sqlite.prepare('insert into veel values (zeroblob(3000))').run();
    const map = join(kopieVan(installatie.map), 'data');
    sqlite.close();
    expect(statSync(join(map, 'regietafel.db-journal')).size).toBeGreaterThan(512);
    await verwachtOnaangeraakt({ ...installatie, map }, 'vreemd', VREEMD);
  });

  test('a WAL whose database is gone', async () => {
    const installatie = await gebruikteInstallatie();
    const pad = databasepad(installatie);
    rmSync(pad);
    writeFileSync(`${pad}-wal`, 'rest');
    await verwachtOnaangeraakt(installatie, 'onvolledig', 'Zet het bestand terug');
  });

  test('a file where the folder should be', async () => {
    const installatie = nieuweInstallatie();
    writeFileSync(installatie.map, 'x');
    expect(await weigering(installatie)).toMatchObject({ code: 'geen_toegang' });
  });
});

/** As a process that was killed leaves it: five organisations were stored, one by one, and stand in the WAL. */
async function metWal(): Promise<Instellingen> {
  const installatie = nieuweInstallatie();
  const geopend = await open(installatie);
  for (let i = 0; i < 5; i++)
    geopend.sqlite
      .prepare("insert into organisaties (id, naam, is_gemeente, telefoon) values (?, ?, 0, '')")
      .run(`${i}`, `Organisatie ${i}`);
  const kopie = kopieVan(installatie.map, installatie.sleutelmap);
  geopend.sluit();
  return { ...installatie, map: join(kopie, 'data'), sleutelmap: join(kopie, 'sleutels') };
}

async function verwachtOnaangeraakt(
  installatie: Instellingen,
  code: DatabaseFoutCode,
  melding: string,
): Promise<void> {
  const voor = [...inhoudVan(installatie.map), ...inhoudVan(installatie.sleutelmap)];
  const fout = await weigering(installatie);
  expect(fout.code).toBe(code);
  expect(fout.message).toContain(databasepad(installatie));
  expect(fout.message).toContain(melding);
  expect([...inhoudVan(installatie.map), ...inhoudVan(installatie.sleutelmap)]).toEqual(voor);
}

function kort(pad: string, lengte: number): void {
  const bestand = openSync(pad, 'r+');
  ftruncateSync(bestand, lengte);
  closeSync(bestand);
}

function overschrijf(pad: string, vanaf: number, bytes: Uint8Array): void {
  const bestand = openSync(pad, 'r+');
  writeSync(bestand, bytes, 0, bytes.length, vanaf);
  closeSync(bestand);
}

function vervangDoorMap(pad: string): void {
  rmSync(pad);
  mkdirSync(pad);
}

function vervangDoorVerwijzing(pad: string): void {
  rmSync(pad);
  symlinkSync(join(tijdelijkeMap(), 'nergens'), pad);
}

function vervang(pad: string, sql: string): void {
  rmSync(pad);
  voerUit(pad, sql);
}

function voerUit(pad: string, sql: string): void {
  const sqlite = new Database(pad);
  sqlite.exec(sql);
  sqlite.close();
}

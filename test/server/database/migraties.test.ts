import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { describe, expect, test } from 'vitest';
import { zoekMigraties } from '../../../server/database/migraties.ts';
import * as schema from '../../../server/database/schema.ts';
import { leesDeKaart, zetEenCasusNeer } from './gezin.ts';
import {
  codeVanWeigering,
  gebruikteInstallatie,
  komtVoorIn,
  migratiesMet,
  NU,
  nieuweInstallatie,
  open,
  tijdelijkeMap,
  weigering,
} from './opstelling.ts';

/** As drizzle-kit changes a column: a new table, the rows over, the old one dropped, renamed. Velden hang on kaarten. */
const HERBOUW = [
  'PRAGMA foreign_keys=OFF',
  'create table `__new_kaarten` (`id` text primary key not null, `compartiment_id` text not null references `compartimenten`(`id`), `versie` integer not null default 1, `volgorde` integer not null, `gemaakt_door` text not null, `gemaakt_op` integer not null, `gewijzigd_op` integer not null, `inhoud` blob not null, `tijdperk` text, `via` blob)',
  'insert into `__new_kaarten` select * from `kaarten`',
  'drop table `kaarten`',
  'alter table `__new_kaarten` rename to `kaarten`',
  'create index `kaarten_compartiment` on `kaarten` (`compartiment_id`)',
].join(';--> statement-breakpoint\n');

describe('an older database', () => {
  test('is copied and then migrated, with all rows kept, also those that hang on a rebuilt table', async () => {
    const installatie = await gebruikteInstallatie((geopend) => zetEenCasusNeer(geopend, 'kanarie'));
    const nieuw = await open({
      ...installatie,
      migraties: migratiesMet(HERBOUW, 'create table later (id text)'),
    });

    expect(leesDeKaart(nieuw)).toEqual({ tekst: 'kanarie' });
    expect(nieuw.db.select().from(schema.velden).all()).toHaveLength(1);
    expect(nieuw.sqlite.prepare('select count(*) from later').pluck().get()).toBe(0);
    expect(nieuw.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);

    const map = join(installatie.map, 'reservekopie');
    const naam = `regietafel-2026-02-03T04-05-06.789Z-v${aantalMigraties()}.db`;
    expect(readdirSync(map)).toEqual([naam]);
    expect(statSync(map).mode & 0o777).toBe(0o700);
    expect(statSync(join(map, naam)).mode & 0o777).toBe(0o600);
    expect(komtVoorIn(map, 'kanarie')).toBe(false);
  });

  test('can go back to its copy, which is a whole database of the version before', async () => {
    const installatie = await gebruikteInstallatie((geopend) => zetEenCasusNeer(geopend, 'ervoor'));
    (await open({ ...installatie, migraties: migratiesMet('delete from `velden`;', HERBOUW) })).sluit();
    const [naam = ''] = readdirSync(join(installatie.map, 'reservekopie'));
    const elders = join(tijdelijkeMap(), 'data');
    mkdirSync(elders);
    const kopie = new Database(join(installatie.map, 'reservekopie', naam), { readonly: true });
    await kopie.backup(join(elders, 'regietafel.db'));
    kopie.close();

    const terug = await open({ ...installatie, map: elders });
    expect(leesDeKaart(terug)).toEqual({ tekst: 'ervoor' });
    expect(terug.db.select().from(schema.velden).all()).toHaveLength(1);
  });

  test('keeps the last five copies', async () => {
    const installatie = await gebruikteInstallatie();
    mkdirSync(join(installatie.map, 'reservekopie'));
    writeFileSync(join(installatie.map, 'reservekopie', 'regietafel-half.db.deel'), 'broken off');
    const stappen: string[] = [];
    for (let keer = 1; keer <= 7; keer += 1) {
      stappen.push(`create table extra_${keer} (id text)`);
      const migraties = migratiesMet(...stappen);
      (await open({ ...installatie, migraties, nu: () => NU + keer })).sluit();
    }
    const bewaard = readdirSync(join(installatie.map, 'reservekopie')).sort();
    expect(bewaard.map((naam) => naam.slice(naam.indexOf('06.'), naam.indexOf('Z')))).toEqual([
      '06.792',
      '06.793',
      '06.794',
      '06.795',
      '06.796',
    ]);
  });

  test('makes no copy when there is nothing to migrate', async () => {
    const installatie = await gebruikteInstallatie();
    (await open(installatie)).sluit();
    expect(readdirSync(installatie.map)).not.toContain('reservekopie');
  });

  test.each([
    [
      'stops half way',
      'create table later (id text);--> statement-breakpoint\ndelete from velden;--> statement-breakpoint\nselect bestaat_niet',
    ],
    ['leaves references to nothing', 'delete from compartimenten'],
  ])('is as it was when a migration %s', async (_naam, sql) => {
    const installatie = await gebruikteInstallatie((geopend) => zetEenCasusNeer(geopend, 'ervoor'));
    const fout = await weigering({ ...installatie, migraties: migratiesMet(sql) });
    expect(fout.code).toBe('migratie_mislukt');
    expect(fout.message).toContain('ze zijn zoals ze waren. Start de vorige versie');
    // A service that starts over and over must not push out the copies of earlier versions.
    expect(readdirSync(join(installatie.map, 'reservekopie'))).toEqual([]);

    const oud = await open(installatie);
    expect(leesDeKaart(oud)).toEqual({ tekst: 'ervoor' });
    expect(oud.db.select().from(schema.velden).all()).toHaveLength(1);
    expect(oud.sqlite.prepare("select 1 from sqlite_schema where name = 'later'").get()).toBeUndefined();
  });

  test('gets a migration that came late from a branch, with an older time', async () => {
    const installatie = await gebruikteInstallatie();
    const migraties = migratiesMet('create table later (id text)');
    const journaal = join(migraties, 'meta', '_journal.json');
    writeFileSync(
      journaal,
      readFileSync(journaal, 'utf8').replace(/"when":\d+,"tag":"0*\d+_extra"/, (m) => m.replace(/\d+/, '1')),
    );
    const { sqlite } = await open({ ...installatie, migraties });
    expect(sqlite.prepare('select count(*) from later').pluck().get()).toBe(0);
  });

  test('is refused with its key gone, before it is copied or migrated', async () => {
    const installatie = await gebruikteInstallatie();
    const migraties = migratiesMet('create table later (id text)');
    expect(
      await codeVanWeigering({ ...installatie, migraties, sleutelmap: join(tijdelijkeMap(), 's') }),
    ).toBe('sleutel_weg');
    expect(readdirSync(installatie.map)).not.toContain('reservekopie');
  });
});

describe('migrations/', () => {
  test('makes exactly what schema.ts says: else run `npm run migratie`', async () => {
    const nummers = readdirSync(join(zoekMigraties(), 'meta'))
      .filter((naam) => naam.endsWith('_snapshot.json'))
      .sort();
    const laatste = JSON.parse(readFileSync(join(zoekMigraties(), 'meta', nummers.at(-1) ?? ''), 'utf8'));
    const nu = await generateSQLiteDrizzleJson(schema, laatste.id, 'snake_case');
    expect(await generateSQLiteMigration(laatste, nu)).toEqual([]);
  });

  test('is found from the source and from the build', () => {
    const gevonden = zoekMigraties();
    const wortel = join(gevonden, '..');
    expect(zoekMigraties(join(wortel, 'dist', 'server', 'database'))).toBe(gevonden);
    expect(() => zoekMigraties(tijdelijkeMap())).toThrow('no migrations/');
  });

  test('makes a database whose references all hold', async () => {
    const { sqlite } = await open(nieuweInstallatie());
    expect(sqlite.pragma('foreign_key_check')).toEqual([]);
    expect(sqlite.prepare('select count(*) from __drizzle_migrations').pluck().get()).toBe(aantalMigraties());
  });
});

function aantalMigraties(): number {
  return readdirSync(zoekMigraties()).filter((naam) => naam.endsWith('.sql')).length;
}

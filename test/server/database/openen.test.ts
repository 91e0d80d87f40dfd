import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Instellingen } from '../../../server/database/database.ts';
import { leesDeKaart, zetEenCasusNeer } from './gezin.ts';
import {
  codeVanWeigering,
  databasepad,
  gebruikteInstallatie,
  nevenbestanden,
  nieuweInstallatie,
  open,
  weigering,
} from './opstelling.ts';

describe('the database', () => {
  test.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['secure_delete', 1],
    ['trusted_schema', 0],
    ['busy_timeout', 0],
    ['temp_store', 2],
  ])('has %s %s, when made and when opened again', async (pragma, waarde) => {
    const installatie = nieuweInstallatie();
    const eerste = await open(installatie);
    expect(eerste.sqlite.pragma(pragma, { simple: true })).toBe(waarde);
    eerste.sluit();
    expect((await open(installatie)).sqlite.pragma(pragma, { simple: true })).toBe(waarde);
  });

  test('is one file when closed, and only its owner can reach it or the keys', async () => {
    const installatie = nieuweInstallatie();
    const geopend = await open(installatie);
    zetEenCasusNeer(geopend, 'x');
    for (const map of [installatie.map, installatie.sleutelmap]) {
      expect(statSync(map).mode & 0o777).toBe(0o700);
      for (const naam of readdirSync(map))
        expect([naam, statSync(join(map, naam)).mode & 0o777]).toEqual([naam, 0o600]);
    }
    expect(nevenbestanden(installatie)).toContain('-wal');
    geopend.sluit();
    expect(readdirSync(installatie.map).sort()).toEqual(['regietafel.db', 'regietafel.slot']);
    expect(readdirSync(installatie.sleutelmap).sort()).toEqual([
      'compartimenten.db',
      'installatie.sleutel',
      'regietafel.slot',
    ]);
  });

  test('gives back what was stored', async () => {
    const installatie = await gebruikteInstallatie((geopend) => zetEenCasusNeer(geopend, 'een afspraak'));
    expect(leesDeKaart(await open(installatie))).toEqual({ tekst: 'een afspraak' });
  });

  test('holds a rule of the schema that no plain index can: one compartiment, also where columns are empty', async () => {
    const geopend = await open(nieuweInstallatie());
    zetEenCasusNeer(geopend, 'x');
    const nogEen = geopend.sqlite.prepare(
      "insert into compartimenten (id, casus_id, categorie, tijdperk) values ('x', 'c', 'plan', 't')",
    );
    expect(() => nogEen.run()).toThrow('UNIQUE');
  });

  test('leaves what a broken off first start had made, and starts anew', async () => {
    const installatie = nieuweInstallatie();
    mkdirSync(installatie.map);
    const half = await gebruikteInstallatie();
    renameSync(databasepad(half), `${databasepad(installatie)}.nieuw`);
    await open(installatie);
    expect(existsSync(`${databasepad(installatie)}.nieuw`)).toBe(false);
  });

  test('can be closed twice', async () => {
    const geopend = await open(nieuweInstallatie());
    geopend.sluit();
    expect(() => geopend.sluit()).not.toThrow();
  });

  test('does not keep keys with the data, nor data with the keys', async () => {
    const { map, ...rest } = nieuweInstallatie();
    expect(await codeVanWeigering({ ...rest, map, sleutelmap: map })).toBe('sleutels_onveilig');
    expect(await codeVanWeigering({ ...rest, map, sleutelmap: join(map, 'sleutels') })).toBe(
      'sleutels_onveilig',
    );
    expect(await codeVanWeigering({ ...rest, map: join(map, 'a', 'data'), sleutelmap: join(map, 'a') })).toBe(
      'sleutels_onveilig',
    );
  });
});

describe('gezondheid', () => {
  test('is good when the disk takes a write', async () => {
    const installatie = nieuweInstallatie();
    const { gezondheid } = await open(installatie);
    const lengteVanWal = () =>
      statSync(`${databasepad(installatie)}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    const ervoor = lengteVanWal();
    expect(gezondheid()).toEqual({ gezond: true });
    expect(lengteVanWal()).toBeGreaterThan(ervoor);
  });

  test('is bad when nothing can be written', async () => {
    const { gezondheid, sqlite } = await open(nieuweInstallatie());
    sqlite.pragma('query_only = on');
    expect(gezondheid()).toEqual({ gezond: false, oorzaak: 'SQLITE_READONLY' });
  });

  test('is bad when the file was taken away under us', async () => {
    const installatie = nieuweInstallatie();
    const { gezondheid } = await open(installatie);
    rmSync(databasepad(installatie));
    expect(gezondheid()).toEqual({ gezond: false, oorzaak: 'ENOENT' });
  });

  test('is bad after closing', async () => {
    const { gezondheid, sluit } = await open(nieuweInstallatie());
    sluit();
    expect(gezondheid()).toMatchObject({ gezond: false });
  });
});

describe('opening', () => {
  test.each([
    ['the data', databasepad],
    ['the keys', (installatie: Instellingen) => join(installatie.sleutelmap, 'compartimenten.db')],
  ])('is refused when %s take no write, and says which file', async (_, pad) => {
    const installatie = await gebruikteInstallatie();
    const ander = new Database(pad(installatie));
    onTestFinished(() => void ander.close());
    ander.exec('begin immediate');
    const fout = await weigering(installatie);
    expect(fout.code).toBe('geen_toegang');
    expect(fout.message).toContain(`kan niet bij ${pad(installatie)}`);
    ander.exec('rollback');
    expect((await open(installatie)).gezondheid()).toEqual({ gezond: true });
  });

  test('ST1: says of which tables rows point at nothing, which takes nothing else with it', async () => {
    const installatie = await gebruikteInstallatie((geopend) => {
      zetEenCasusNeer(geopend, 'x');
      expect(geopend.losseRijen).toEqual([]);
      geopend.sqlite.pragma('foreign_keys = off');
      geopend.sqlite.prepare("update velden set kaart_id = 'nergens'").run();
    });
    const geopend = await open(installatie);
    expect(geopend.losseRijen).toEqual([{ tabel: 'velden', aantal: 1 }]);
    expect(leesDeKaart(geopend)).toEqual({ tekst: 'x' });
  });
});

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { leesDeKaart, zetEenCasusNeer } from './gezin.ts';
import {
  codeVanWeigering,
  databasepad,
  gebruikteInstallatie,
  nevenbestanden,
  nieuweInstallatie,
  open,
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

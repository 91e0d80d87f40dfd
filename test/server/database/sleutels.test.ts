import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Instellingen } from '../../../server/database/database.ts';
import type { DatabaseFoutCode } from '../../../server/database/databasefout.ts';
import { leesDeKaart, PLAATS, zetEenCasusNeer } from './gezin.ts';
import {
  gebruikteInstallatie,
  inhoudVan,
  komtVoorIn,
  kopieVan,
  NU,
  nieuweInstallatie,
  open,
  sleutelpad,
  weigering,
} from './opstelling.ts';

const TEKST = { tekst: 'alleen met de sleutel' };

describe("the installation's key", () => {
  test('is made once, and is nowhere else on the disk', async () => {
    const installatie = nieuweInstallatie();
    const geopend = await open(installatie);
    zetEenCasusNeer(geopend, TEKST.tekst);
    const sleutel = readFileSync(sleutelpad(installatie));
    expect(sleutel).toHaveLength(32);
    const kopie = kopieVan(installatie.map, installatie.sleutelmap);
    expect(komtVoorIn(kopie, sleutel)).toBe(true);
    rmSync(join(kopie, 'sleutels', 'installatie.sleutel'));
    expect(komtVoorIn(kopie, sleutel)).toBe(false);
    geopend.sluit();
    await open(installatie);
    expect(readFileSync(sleutelpad(installatie))).toEqual(sleutel);
  });

  test.each<[string, DatabaseFoutCode, (installatie: Instellingen) => unknown]>([
    ['is gone', 'sleutel_weg', (installatie) => rmSync(sleutelpad(installatie))],
    [
      'is gone with all its folder',
      'sleutel_weg',
      ({ sleutelmap }) => rmSync(sleutelmap, { recursive: true }),
    ],
    [
      'is there but not the other keys',
      'sleutel_weg',
      ({ sleutelmap }) => rmSync(join(sleutelmap, 'compartimenten.db')),
    ],
    ['is gone beside keys, with no data', 'sleutel_weg', wisDataEnSleutel],
    [
      'is cut off',
      'sleutel_ongeldig',
      (installatie) => writeFileSync(sleutelpad(installatie), Buffer.alloc(31)),
    ],
    ['is empty', 'sleutel_ongeldig', (installatie) => writeFileSync(sleutelpad(installatie), '')],
    [
      'is longer',
      'sleutel_ongeldig',
      (installatie) => writeFileSync(sleutelpad(installatie), Buffer.alloc(33)),
    ],
    ['is a folder', 'sleutel_ongeldig', vervangDoorMap],
    [
      'is another key',
      'sleutel_verkeerd',
      (installatie) => writeFileSync(sleutelpad(installatie), Buffer.alloc(32, 7)),
    ],
    ['is another key, and there are no data', 'sleutel_verkeerd', wisDataEnVervangSleutel],
    ["is another installation's, with its other keys", 'sleutel_verkeerd', neemAndermansSleutels],
  ])('refuses to start when it %s', async (_naam, code, bewerk) => {
    const installatie = await gebruikteInstallatie((geopend) => zetEenCasusNeer(geopend, TEKST.tekst));
    await bewerk(installatie);
    const voor = inhoudVan(installatie.map);
    const fout = await weigering(installatie);
    expect(fout.code).toBe(code);
    expect(fout.message).toContain(installatie.sleutelmap);
    expect(fout.message).toContain('Er is niets veranderd.');
    expect(inhoudVan(installatie.map)).toEqual(voor);
  });

  test('serves again when it is put back', async () => {
    const installatie = await gebruikteInstallatie((geopend) => zetEenCasusNeer(geopend, TEKST.tekst));
    const bewaard = readFileSync(sleutelpad(installatie));
    rmSync(sleutelpad(installatie));
    expect((await weigering(installatie)).code).toBe('sleutel_weg');
    // As a copy from elsewhere comes: readable to everyone.
    writeFileSync(sleutelpad(installatie), bewaard, { mode: 0o644 });
    expect(leesDeKaart(await open(installatie))).toEqual(TEKST);
    expect(statSync(sleutelpad(installatie)).mode & 0o777).toBe(0o600);
  });

  test('is refused where others could replace it', async () => {
    const installatie = await gebruikteInstallatie();
    chmodSync(installatie.sleutelmap, 0o770);
    const fout = await weigering(installatie);
    expect(fout.code).toBe('sleutels_onveilig');
    expect(fout.message).toContain(`chmod 700 ${installatie.sleutelmap}`);
  });
});

describe('the keys of the compartments', () => {
  test.each(['beschadigd', 'vreemd', 'nieuwer'] as const)(
    'are not touched when their file is %s',
    async (code) => {
      const installatie = await gebruikteInstallatie((geopend) => zetEenCasusNeer(geopend, TEKST.tekst));
      const pad = join(installatie.sleutelmap, 'compartimenten.db');
      if (code === 'beschadigd') writeFileSync(pad, 'geen sleutels');
      else voerUit(pad, code === 'vreemd' ? 'pragma application_id = 7' : 'pragma user_version = 2');
      const voor = [...inhoudVan(installatie.map), ...inhoudVan(installatie.sleutelmap)];
      expect(await weigering(installatie)).toMatchObject({ code, message: expect.stringContaining(pad) });
      expect([...inhoudVan(installatie.map), ...inhoudVan(installatie.sleutelmap)]).toEqual(voor);
    },
  );

  test('are on the disk before data use them, and stay when the data are rolled back', async () => {
    const installatie = nieuweInstallatie();
    const { kluis, sleutels, transactie } = await open(installatie);
    const mislukt = () =>
      transactie(() => {
        sleutels.maak('wees');
        throw new Error('terug');
      });
    expect(mislukt).toThrow('terug');
    const kopie = join(kopieVan(installatie.sleutelmap), 'sleutels', 'compartimenten.db');
    expect(leesRijen(kopie)).toMatchObject([{ compartiment_id: 'wees', vernietigd_op: null }]);
    const plaats = { ...PLAATS, compartimentId: 'wees' };
    expect(kluis.ontsleutel(plaats, kluis.versleutel(plaats, Buffer.from('a'))).toString()).toBe('a');
  });

  test('stay the same when made again', async () => {
    const { kluis, sleutels } = await open(nieuweInstallatie());
    sleutels.maak(PLAATS.compartimentId);
    const versleuteld = kluis.versleutelJson(PLAATS, TEKST);
    sleutels.maak(PLAATS.compartimentId, 'nog-een');
    expect(kluis.ontsleutelJson(PLAATS, versleuteld, (waarde) => waarde)).toEqual(TEKST);
  });

  test('do not serve another compartiment when swapped in the file', async () => {
    const installatie = await gebruikteInstallatie((geopend) => {
      zetEenCasusNeer(geopend, TEKST.tekst);
      geopend.sleutels.maak('compartiment-2');
    });
    const eigen = "(select verpakt from sleutels where compartiment_id = 'compartiment-2')";
    voerUit(
      join(installatie.sleutelmap, 'compartimenten.db'),
      `update sleutels set verpakt = ${eigen} where compartiment_id = '${PLAATS.compartimentId}'`,
    );
    const geopend = await open(installatie);
    expect(() => leesDeKaart(geopend)).toThrow(expect.objectContaining({ code: 'onleesbaar' }));
  });

  test('when destroyed, leave nothing that opens: not the data, their WAL, nor an older copy of them', async () => {
    const installatie = nieuweInstallatie();
    const geopend = await open(installatie);
    zetEenCasusNeer(geopend, TEKST.tekst);
    // Neighbours, so that SQLite need not rewrite what it sets free.
    geopend.sleutels.maak(...Array.from({ length: 20 }, (_, nummer) => `compartiment-1-${nummer}`), 'a', 'b');
    const oudeData = join(kopieVan(installatie.map), 'data');
    const rijen = leesRijen(join(kopieVan(installatie.sleutelmap), 'sleutels', 'compartimenten.db'));
    expect(leesDeKaart(geopend)).toEqual(TEKST);

    geopend.sleutels.vernietig(PLAATS.compartimentId);

    const vernietigd = expect.objectContaining({ name: 'KluisFout', code: 'vernietigd' });
    expect(() => leesDeKaart(geopend)).toThrow(vernietigd);
    expect(() => geopend.sleutels.maak(PLAATS.compartimentId)).toThrow('was destroyed');
    const verpakt = rijen.find((rij) => rij.compartiment_id === PLAATS.compartimentId)?.verpakt;
    if (!Buffer.isBuffer(verpakt)) throw new Error('there was no key');
    const naVernietigen = kopieVan(installatie.sleutelmap);
    // In pieces: what takes its place in the file would cover only a part of it.
    for (let plek = 0; plek + 8 <= verpakt.length; plek += 1) {
      expect(komtVoorIn(naVernietigen, verpakt.subarray(plek, plek + 8))).toBe(false);
    }
    geopend.sluit();

    for (const map of [installatie.map, oudeData]) {
      const opnieuw = await open({ ...installatie, map });
      expect(() => leesDeKaart(opnieuw)).toThrow(vernietigd);
      opnieuw.sluit();
    }
    const naDeTijd = leesRijen(join(installatie.sleutelmap, 'compartimenten.db'));
    expect(naDeTijd.filter((rij) => rij.verpakt === null)).toEqual([
      { compartiment_id: PLAATS.compartimentId, verpakt: null, vernietigd_op: NU },
    ]);
  });
});

function wisDataEnSleutel(installatie: Instellingen): void {
  rmSync(installatie.map, { recursive: true });
  mkdirSync(installatie.map);
  rmSync(sleutelpad(installatie));
}

function wisDataEnVervangSleutel(installatie: Instellingen): void {
  wisDataEnSleutel(installatie);
  writeFileSync(sleutelpad(installatie), Buffer.alloc(32, 7));
}

function vervangDoorMap(installatie: Instellingen): void {
  rmSync(sleutelpad(installatie));
  mkdirSync(sleutelpad(installatie));
}

async function neemAndermansSleutels({ sleutelmap }: Instellingen): Promise<void> {
  const andere = await gebruikteInstallatie();
  rmSync(sleutelmap, { recursive: true });
  cpSync(andere.sleutelmap, sleutelmap, { recursive: true });
}

function leesRijen(pad: string): Record<string, unknown>[] {
  const sqlite = new Database(pad, { readonly: true });
  try {
    return sqlite.prepare<[], Record<string, unknown>>('select * from sleutels').all();
  } finally {
    sqlite.close();
  }
}

function voerUit(pad: string, sql: string): void {
  const sqlite = new Database(pad);
  sqlite.exec(sql);
  sqlite.close();
}

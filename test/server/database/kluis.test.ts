import { createSecretKey, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KluisFout, type KluisFoutCode, maakKluis, type Plaats } from '../../../server/database/kluis.ts';
import { kaarten } from '../../../server/database/schema.ts';
import { leesDeKaart, PLAATS, zetEenCasusNeer } from './gezin.ts';
import { komtVoorIn, kopieVan, migratiesMet, nieuweInstallatie, open } from './opstelling.ts';

const KANARIE = 'Kanarie 7b1f: dit staat nergens leesbaar';

describe('what is encrypted', () => {
  test.each([0, 1, 100_000])('comes back whole, of %d bytes', async (lengte) => {
    const { kluis } = await metSleutel();
    const inhoud = Buffer.alloc(lengte, 'ü');
    const versleuteld = kluis.versleutel(PLAATS, inhoud);
    expect(kluis.ontsleutel(PLAATS, versleuteld).equals(inhoud)).toBe(true);
    expect(versleuteld[0]).toBe(1);
  });

  test('comes back as what was put in, checked at the border', async () => {
    const { kluis } = await metSleutel();
    const versleuteld = kluis.versleutelJson(PLAATS, { naam: 'Zoë' });
    expect(kluis.ontsleutelJson(PLAATS, versleuteld, (waarde) => waarde)).toEqual({ naam: 'Zoë' });
    const weiger = () => {
      throw new RangeError('not what it should be');
    };
    expect(() => kluis.ontsleutelJson(PLAATS, versleuteld, weiger)).toThrow(RangeError);
    expect(() => kluis.versleutelJson(PLAATS, undefined)).toThrow(TypeError);
  });

  test('never looks the same twice', async () => {
    const { kluis } = await metSleutel();
    const twee = [kluis.versleutel(PLAATS, Buffer.from('a')), kluis.versleutel(PLAATS, Buffer.from('a'))];
    expect(twee[0]).not.toEqual(twee[1]);
  });

  test.each<[string, Partial<Plaats>]>([
    ['another row', { rijId: 'kaart-2' }],
    ['another compartiment', { compartimentId: 'compartiment-2' }],
    ['another tijdperk', { tijdperk: 'tijdperk-2' }],
    ['another kind', { soort: 'naam' }],
    ['a boundary that moved', { tijdperk: 'tijdperk-1kaart', rijId: '-1' }],
    ['a boundary with quotes', { tijdperk: 'tijdperk-1","kaart-1', rijId: 'kaart', soort: '' }],
  ])('does not open in %s', async (_naam, elders) => {
    const { kluis } = await metSleutel();
    const versleuteld = kluis.versleutel(PLAATS, Buffer.from('van hier'));
    expect(codeVan(() => kluis.ontsleutel({ ...PLAATS, ...elders }, versleuteld))).toBe('onleesbaar');
  });

  test('does not open in another compartiment, not even if two had the same key', () => {
    const sleutel = createSecretKey(randomBytes(32));
    const kluis = maakKluis({ zoek: () => sleutel }, (aantal) => randomBytes(aantal));
    const versleuteld = kluis.versleutel(PLAATS, Buffer.from('van hier'));
    const elders = { ...PLAATS, compartimentId: 'compartiment-2' };
    expect(kluis.ontsleutel(PLAATS, versleuteld).toString()).toBe('van hier');
    expect(codeVan(() => kluis.ontsleutel(elders, versleuteld))).toBe('onleesbaar');
  });

  test('does not open with one bit turned, wherever, nor cut off', async () => {
    const { kluis } = await metSleutel();
    const versleuteld = kluis.versleutel(PLAATS, Buffer.from('geheel'));
    for (let plek = 0; plek < versleuteld.length; plek += 1) {
      const veranderd = Buffer.from(versleuteld);
      veranderd.writeUInt8(veranderd.readUInt8(plek) ^ 1, plek);
      expect(codeVan(() => kluis.ontsleutel(PLAATS, veranderd))).toBe('onleesbaar');
      expect(codeVan(() => kluis.ontsleutel(PLAATS, versleuteld.subarray(0, plek)))).toBe('onleesbaar');
    }
  });

  test('needs a key first', async () => {
    const { kluis } = await open(nieuweInstallatie());
    expect(codeVan(() => kluis.versleutel(PLAATS, Buffer.from('a')))).toBe('geen_sleutel');
  });

  test('is never made with a random source that gives too little', async () => {
    const installatie = nieuweInstallatie();
    let karig = false;
    const willekeur = (aantal: number) => installatie.willekeur(karig ? aantal - 1 : aantal);
    const { kluis, sleutels } = await open({ ...installatie, willekeur });
    sleutels.maak(PLAATS.compartimentId);
    karig = true;
    expect(() => kluis.versleutel(PLAATS, Buffer.from('a'))).toThrow(RangeError);
    expect(() => sleutels.maak('een-andere')).toThrow('too few bytes');
  });
});

describe('ST11: a stamp', () => {
  test('is the same for the same, in whatever order its keys stand, also after a restart', async () => {
    const installatie = nieuweInstallatie();
    const eerste = await open(installatie);
    eerste.sleutels.maak(PLAATS.compartimentId);
    const stempel = eerste.kluis.stempel(PLAATS.compartimentId, 'kaart', { a: 1, b: [{ c: 2, d: 3 }] });
    eerste.sluit();
    const tweede = await open(installatie);
    expect(tweede.kluis.stempel(PLAATS.compartimentId, 'kaart', { b: [{ d: 3, c: 2 }], a: 1 })).toBe(stempel);
    tweede.sluit();
  });

  test.each<[string, string, string, unknown]>([
    ['another value', PLAATS.compartimentId, 'kaart', { a: 2 }],
    ['one more field', PLAATS.compartimentId, 'kaart', { a: 1, b: null }],
    ['another order of a list', PLAATS.compartimentId, 'kaart', { a: [1, 2] }],
    ['another kind', PLAATS.compartimentId, 'tekst', { a: 1 }],
    ['another compartiment, whose key nobody here has', 'compartiment-2', 'kaart', { a: 1 }],
  ])('is another for %s', async (_naam, compartimentId, soort, waarde) => {
    const { kluis } = await metSleutel();
    const stempels = [
      kluis.stempel(PLAATS.compartimentId, 'kaart', { a: 1 }),
      kluis.stempel(PLAATS.compartimentId, 'kaart', { a: [2, 1] }),
    ];
    expect(stempels).not.toContain(kluis.stempel(compartimentId, soort, waarde));
  });
});

describe('on the disk', () => {
  test('no file holds the text: not the database, its WAL, the keys, nor a copy', async () => {
    const installatie = nieuweInstallatie();
    const eerste = await open(installatie);
    zetEenCasusNeer(eerste, KANARIE);
    // Readable, to see that this test would find it.
    eerste.sqlite.prepare("update organisaties set naam = 'Zichtbare organisatie'").run();
    const inGebruik = kopieVan(installatie.map, installatie.sleutelmap);
    expect(readdirSync(join(inGebruik, 'data'))).toContain('regietafel.db-wal');
    expect(komtVoorIn(inGebruik, 'Zichtbare organisatie')).toBe(true);
    expect(komtVoorIn(inGebruik, KANARIE)).toBe(false);
    eerste.sluit();

    const migraties = migratiesMet('create table later (id text)');
    const tweede = await open({ ...installatie, migraties });
    expect(leesDeKaart(tweede)).toEqual({ tekst: KANARIE });
    tweede.sluit();
    const gesloten = kopieVan(installatie.map, installatie.sleutelmap);
    expect(komtVoorIn(join(gesloten, 'data', 'reservekopie'), 'Zichtbare organisatie')).toBe(true);
    expect(komtVoorIn(gesloten, KANARIE)).toBe(false);
  });

  test('what is deleted is wiped from the database', async () => {
    const installatie = nieuweInstallatie();
    const geopend = await open(installatie);
    zetEenCasusNeer(geopend, 'x');
    const inhoud = geopend.db.select().from(kaarten).get()?.inhoud;
    if (inhoud === undefined) throw new Error('there is no kaart');
    geopend.db.delete(kaarten).run();
    geopend.sluit();
    expect(komtVoorIn(installatie.map, inhoud)).toBe(false);
  });
});

async function metSleutel() {
  const geopend = await open(nieuweInstallatie());
  geopend.sleutels.maak(PLAATS.compartimentId, 'compartiment-2');
  return geopend;
}

function codeVan(doe: () => unknown): KluisFoutCode {
  try {
    doe();
  } catch (fout) {
    if (fout instanceof KluisFout) return fout.code;
    throw fout;
  }
  throw new Error('it opened');
}

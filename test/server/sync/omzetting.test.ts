import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { applyUpdate, ContentString, Doc, encodeStateAsUpdate } from 'yjs';
import { maakApp } from '../../../server/app.ts';
import { type GeopendeDatabase, type Instellingen, openDatabase } from '../../../server/database/database.ts';
import {
  compartimenten,
  deelnemers,
  kaarten,
  organisaties,
  tekstauteurs,
  tekstbeelden,
  tekstenInOudeVorm,
  tekstwijzigingen,
} from '../../../server/database/schema.ts';
import { komtVoorIn, migratiesTot, nieuweInstallatie, open } from '../database/opstelling.ts';
import type { Huishouden } from '../huishouden.ts';
import { loopIn, maakVersie1, OudeTekst, oud } from './oudevorm.ts';
import {
  auteurs,
  beeld,
  bevat,
  einde,
  type Herstart,
  herstartbaar,
  lijnVan,
  opent,
  type Plaats,
  tekstVan,
} from './tekst.ts';
import { leesVeld } from './veldtekst.ts';

// A database from before texts became flat: it opens, its texts read the same, who wrote what is kept, and the old form
// is gone (TX1, NK14, NK15, NK18, SY13).

const KANARIE = 'KANARIEGEEL';
const LID = '5f0c5a8e-53a2-4b1e-9d62-6a1f3c0e77aa';

/** The tijdperk of a compartment now. */
function plekVan({ db }: GeopendeDatabase, id: string) {
  const rij = db.select().from(compartimenten).where(eq(compartimenten.id, id)).get();
  if (rij === undefined) throw new Error('no such compartment');
  return { id, tijdperk: rij.tijdperk };
}

/** As the folders were when a server of that time stopped: `schrijf` writes texts, then what came since is gone. */
function verouderd(schrijf: (database: GeopendeDatabase) => void): Herstart {
  return {
    dicht: async (instellingen: Instellingen) => {
      const database = await openDatabase(instellingen);
      database.transactie(() => schrijf(database));
      database.sluit();
      maakVersie1(instellingen);
    },
  };
}

/** A text of that time by Tom and Pieter, with something that was deleted. */
function schrijfOud(
  database: GeopendeDatabase,
  h: Huishouden,
  { id, veld }: Plaats,
  metBeeld = false,
): OudeTekst {
  const tekst = new OudeTekst(database, plekVan(database, id));
  const tom = tekst.schrijver(h.persoonId('tom'), 11);
  const pieter = tekst.schrijver(h.persoonId('pieter'), 22);
  tom.getXmlFragment(veld).insert(0, [oud.alinea('Bel voor negen uur.')]);
  if (metBeeld) tekst.legVast();
  loopIn(pieter.getXmlFragment(veld), 0, 0).insert(3, ` ${KANARIE} altijd`);
  loopIn(tom.getXmlFragment(veld), 0, 0).delete(4, KANARIE.length + 1);
  pieter
    .getXmlFragment(veld)
    .insert(1, [oud.alinea(KANARIE), oud.punten(oud.punt(oud.alinea('En na vijven.')))]);
  tom.getXmlFragment(veld).delete(1, 1);
  return tekst;
}
const OUD = '<alinea>Bel altijd voor negen uur.</alinea><punt>En na vijven.</punt>';

/** Who wrote each stretch of what is left of a text, from its beginning. */
function wieSchreef(database: GeopendeDatabase, { id, veld }: Plaats): [string, string | undefined][] {
  const wie = new Map(auteurs(database, id).map(({ clientId, persoonId }) => [clientId, persoonId]));
  const doc = new Doc();
  applyUpdate(doc, beeld(database, id)?.bytes ?? new Uint8Array());
  const stukken: [string, string | undefined][] = [];
  for (let item = doc.getText(veld)._start; item !== null; item = item.right) {
    const van = wie.get(item.id.client);
    const wat = item.content instanceof ContentString ? item.content.str : item.content.constructor.name;
    if (!item.deleted && item.countable) stukken.push([wat, van]);
  }
  return stukken;
}

describe('NK14 TX1: texts of before', () => {
  test('TX1: each reads the same, on the line, with sorts, depths, numbers, marks, breaks and mentions', async () => {
    const { h, herstart } = await herstartbaar();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const later = await herstart(
      undefined,
      verouderd((database) => {
        const tom = new OudeTekst(database, plekVan(database, hulp.id)).schrijver(h.persoonId('tom'), 7);
        tom
          .getXmlFragment(hulp.veld)
          .insert(0, [
            oud.kop(2, 'Bellen'),
            oud.alinea(
              oud.tekst(['Bel '], ['voor ', 'strong'], ['negen', 'strong', 'em'], [' uur']),
              oud.breuk(),
              'aan ',
              oud.wie('lid', LID),
              ' of ',
              oud.wie('lid', 'geen id'),
              oud.wie('buurman', LID),
            ),
            oud.alinea(),
            oud.punten(
              oud.punt(
                oud.alinea('een'),
                oud.alinea('en nog iets'),
                oud.punten(
                  oud.punt(oud.alinea('een diep')),
                  oud.punt(oud.nummers(null, oud.punt(oud.alinea('x')))),
                ),
                oud.kop(1, 'kop in een punt'),
              ),
              oud.punt(oud.kop(3, 'twee')),
            ),
            oud.nummers(
              1,
              oud.punt(oud.alinea('a')),
              oud.punt(oud.alinea('b'), oud.nummers(1, oud.punt(oud.alinea('b1')))),
            ),
            oud.nummers(1, oud.punt(oud.alinea('opnieuw'))),
            oud.nummers(7, oud.punt(oud.alinea('zeven')), oud.punt(oud.alinea('acht'))),
            oud.kop(6, 'te klein'),
            oud.kop(null, 'zonder niveau'),
            oud.nummers(-3, oud.punt(oud.alinea('onder nul'))),
          ]);
      }),
    );
    const pieter = await opent(later, 'pieter', hulp);
    expect(pieter.tekst(hulp.veld)).toBe(
      [
        '<kop niveau=2>Bellen</kop>',
        '<alinea>Bel <strong>voor </strong><strong><em>negen</em></strong> uur\naan ',
        `{"vermelding":{"soort":"lid","id":"${LID}"}} of iemandiemand</alinea>`,
        '<alinea></alinea>',
        '<punt>een</punt><alinea diepte=1>en nog iets</alinea>',
        '<punt diepte=1>een diep</punt><punt diepte=1></punt><nummer diepte=2>x</nummer>',
        '<kop diepte=1>kop in een punt</kop>',
        '<punt>twee</punt>',
        '<nummer>a</nummer><nummer>b</nummer><nummer diepte=1>b1</nummer>',
        '<nummer begin=1>opnieuw</nummer>',
        '<nummer begin=7>zeven</nummer><nummer>acht</nummer>',
        '<kop niveau=3>te klein</kop><kop>zonder niveau</kop>',
        '<nummer begin=0>onder nul</nummer>',
      ].join(''),
    );
    // And it is a text to go on with.
    pieter.typ(hulp.veld, 'verder');
    await pieter.opgeslagen();
    expect([pieter.einde, pieter.bevestigd]).toEqual([null, 1]);
    expect(h.tafel.fouten).toEqual([]);
  });

  test.each([
    ['from the changes alone', false],
    ['from a state and the changes behind it', true],
  ])('NK14 NK18: read %s, what was deleted is gone, and who wrote what is kept', async (_, metBeeld) => {
    const { h, herstart } = await herstartbaar();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const oudeRijen: Buffer[] = [];
    const later = await herstart(
      undefined,
      verouderd((database) => {
        schrijfOud(database, h, hulp, metBeeld);
        for (const { wijziging } of database.db.select().from(tekstwijzigingen).all())
          oudeRijen.push(wijziging);
        for (const rij of database.db.select().from(tekstbeelden).all()) oudeRijen.push(rij.beeld);
      }),
    );
    const { database, instellingen } = later.tafel;
    expect(oudeRijen.length).toBe(metBeeld ? 6 : 5);
    // Its rows are gone, from the file and its WAL as well; what stands in their place holds only what is there.
    expect(database.db.select().from(tekstwijzigingen).all()).toEqual([]);
    expect(database.db.select().from(tekstenInOudeVorm).all()).toEqual([]);
    const bestanden = ['regietafel.db', 'regietafel.db-wal'].map((naam) =>
      readFileSync(join(instellingen.map, naam)),
    );
    for (const rij of oudeRijen) {
      const stuk = rij.subarray(0, 40);
      expect(bestanden.some((bestand) => bestand.includes(stuk))).toBe(false);
      // It would have been found: it stands in the copy from before.
      expect(komtVoorIn(join(instellingen.map, 'reservekopie'), stuk)).toBe(true);
    }
    const bytes = beeld(database, hulp.id)?.bytes ?? new Uint8Array();
    expect([bevat(bytes, 'negen uur'), bevat(bytes, KANARIE)]).toEqual([true, false]);
    expect(leesVeld((await opent(later, 'fatima', hulp)).veld(hulp.veld))).toBe(OUD);

    const [tom, pieter] = [h.persoonId('tom'), h.persoonId('pieter')];
    expect(wieSchreef(database, hulp)).toEqual([
      ['Bel', tom],
      [' altijd', pieter],
      [' voor negen uur.', tom],
      ['ContentEmbed', tom],
      ['ContentType', pieter],
      ['En na vijven.', pieter],
      ['ContentEmbed', pieter],
    ]);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('NK18: what an unknown id wrote is whose block it stands in, else whose change was the oldest', async () => {
    const { h, herstart } = await herstartbaar();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const later = await herstart(
      undefined,
      verouderd((database) => {
        const tekst = new OudeTekst(database, plekVan(database, hulp.id));
        const onbekend = tekst.schrijver(h.persoonId('fatima'), 33, false);
        const pieter = tekst.schrijver(h.persoonId('pieter'), 22);
        onbekend.getXmlFragment(hulp.veld).insert(0, [oud.alinea('van niemand')]);
        pieter.getXmlFragment(hulp.veld).insert(1, [oud.alinea('van Pieter')]);
        loopIn(onbekend.getXmlFragment(hulp.veld), 1, 0).insert(3, ' ook');
      }),
    );
    const [fatima, pieter] = [h.persoonId('fatima'), h.persoonId('pieter')];
    expect(wieSchreef(later.tafel.database, hulp).filter(([wat]) => !wat.startsWith('Content'))).toEqual([
      ['van niemand', fatima],
      ['van ook Pieter', pieter],
    ]);
  });

  test('NK21 NK15: a concept goes along, and can be shared', async () => {
    const { h, herstart } = await herstartbaar();
    const plan = await tekstVan(h, 'tom', 'plan');
    const { body: concept } = await h.vraag('tom', 'POST', `/velden/${plan.veld}/concept`);
    const plaats = { id: concept.compartimentId, veld: concept.id };
    const later = await herstart(
      undefined,
      verouderd((database) => {
        const tom = new OudeTekst(database, plekVan(database, plaats.id)).schrijver(h.persoonId('tom'), 5);
        tom
          .getXmlFragment(plaats.veld)
          .insert(0, [oud.nummers(1, oud.punt(oud.alinea('De huur is betaald.')))]);
      }),
    );
    expect((await opent(later, 'tom', plaats)).tekst(plaats.veld)).toBe(
      '<nummer>De huur is betaald.</nummer>',
    );
    const fatima = await opent(later, 'fatima', plan);
    fatima.typ(plan.veld, 'eerst', { soort: 'nummer' });
    await fatima.opgeslagen();
    expect((await later.vraag('tom', 'POST', `/concepten/${concept.id}/deling`)).status).toBe(204);
    await fatima.leest(plan.veld, 'De huur');
    // It keeps its own numbers behind another list.
    expect(fatima.tekst(plan.veld)).toBe(
      '<nummer>eerst</nummer><nummer begin=1>De huur is betaald.</nummer>',
    );
    expect(h.tafel.fouten).toEqual([]);
  });

  test('SY13: why somebody sits there without agreement, kept with the notes of the regisseur, is still read', async () => {
    const { h, herstart } = await herstartbaar({ tom: null });
    const reden = 'Het gezin wil er nog over nadenken.';
    await h.laatMeedoen('pieter', null, { gezinAkkoord: { ja: false, reden } });
    const regie = await tekstVan(h, 'fatima', 'regie');
    const later = await herstart(
      undefined,
      verouderd((database) => schrijfOud(database, h, regie)),
    );
    const { db, kluis } = later.tafel.database;
    const zetel = db
      .select()
      .from(deelnemers)
      .all()
      .find(({ id }) => id === h.zetelVan('pieter'));
    const plaats = { rijId: h.zetelVan('pieter'), soort: 'reden_zonder_akkoord' };
    expect(
      kluis.ontsleutelJson(
        { compartimentId: regie.id, tijdperk: plekVan(later.tafel.database, regie.id).tijdperk, ...plaats },
        zetel?.redenZonderAkkoord ?? new Uint8Array(),
        (waarde) => waarde,
      ),
    ).toBe(reden);
    expect((await opent(later, 'fatima', regie)).tekst(regie.veld)).toBe(OUD);
  });

  test('SY13: what stands in the same compartment is still read, and a veld without text is empty', async () => {
    const { h, herstart } = await herstartbaar();
    await h.schrijf('tom', 'plan', null, { soort: 'doel', titel: 'Rust in huis', lidIds: [h.leden.kind1] });
    const plan = await tekstVan(h, 'tom', 'plan');
    const later = await herstart(
      undefined,
      verouderd((database) => schrijfOud(database, h, plan)),
    );
    const bord = await later.bord('fatima');
    expect(bord.kaarten.some((kaart) => 'titel' in kaart && kaart.titel === 'Rust in huis')).toBe(true);
    const tom = await opent(later, 'tom', plan);
    const velden = bord.velden.filter(({ compartimentId }) => compartimentId === plan.id);
    expect(velden.length).toBeGreaterThan(1);
    for (const { id } of velden) expect(tom.tekst(id)).toBe(id === plan.veld ? OUD : '');
  });
});

describe('SY13: copies of before', () => {
  test('SY13: a copy of then gets `opnieuw`; its ids are never accepted again; its form is refused, and the text stays', async () => {
    const { h, herstart } = await herstartbaar();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const toen = plekVan(h.tafel.database, hulp.id).tijdperk;
    let kopie = new Doc();
    const later = await herstart(
      undefined,
      verouderd((database) => {
        kopie = schrijfOud(database, h, hulp).doc;
      }),
    );
    expect(plekVan(later.tafel.database, hulp.id).tijdperk).not.toBe(toen);
    const terug = await opent(later, 'tom', hulp, kopie, toen);
    expect(terug.einde).toEqual({ type: 'opnieuw', kanaal: terug.kanaal });
    // It lies about its time, under an id of then.
    const leugen = new Doc();
    leugen.clientID = 11;
    expect(await einde(await opent(later, 'tom', hulp, leugen))).toMatchObject({
      type: 'geweigerd',
      code: 'client_id_bezet',
    });
    // Under a fresh one it brings what it typed, in the form of then.
    const tom = await opent(later, 'tom', hulp);
    await tom.lijn.tot(() => tom.gelijk);
    const onderweg = new Doc();
    onderweg.clientID = tom.doc.clientID;
    onderweg.getXmlFragment(hulp.veld).insert(0, [oud.alinea('onderweg')]);
    tom.stuurUpdate(encodeStateAsUpdate(onderweg));
    expect(await einde(tom)).toMatchObject({ type: 'geweigerd', code: 'type' });
    expect((await opent(later, 'pieter', hulp)).tekst(hulp.veld)).toBe(OUD);
    expect(later.tafel.database.db.select().from(tekstwijzigingen).all()).toEqual([]);
    expect(h.tafel.fouten).toEqual([]);
  });
});

/** Everything that is stored of texts, as it is on disk. */
function alles({ db }: GeopendeDatabase): unknown {
  return [tekstauteurs, tekstbeelden, tekstwijzigingen, tekstenInOudeVorm, compartimenten].map((tabel) =>
    db.select().from(tabel).all(),
  );
}

describe('SY5: converting', () => {
  test('SY5: a second start does nothing', async () => {
    const { h, herstart } = await herstartbaar();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const eerst = await herstart(
      undefined,
      verouderd((database) => schrijfOud(database, h, hulp)),
    );
    const na = alles(eerst.tafel.database);
    const nogmaals = await herstart();
    expect(alles(nogmaals.tafel.database)).toEqual(na);
    expect((await opent(nogmaals, 'pieter', hulp)).tekst(hulp.veld)).toBe(OUD);
  });

  test('SY5: a disk that fails in the midst ends the start; what was done stays, and the next start does the rest', async () => {
    const { h, herstart } = await herstartbaar();
    const plaatsen = [await tekstVan(h, 'tom', 'hulp'), await tekstVan(h, 'tom', 'plan')];
    let gegeven = 0;
    const halverwege = herstart(undefined, {
      ...verouderd((database) => {
        for (const plaats of plaatsen) schrijfOud(database, h, plaats);
      }),
      // In the midst of the second: its new tijdperk is asked for before anything of it is written.
      id: () => {
        gegeven += 1;
        if (gegeven === 2) throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
        return randomUUID();
      },
    });
    await expect(halverwege).rejects.toMatchObject({
      name: 'DatabaseFout',
      code: 'omzetting_mislukt',
      message: expect.stringMatching(/^De teksten .* start opnieuw\.$/),
    });
    let over: unknown[] = [];
    const later = await herstart((database) => {
      over = database.db.select().from(tekstenInOudeVorm).all();
      expect(database.db.select().from(tekstwijzigingen).all()).toHaveLength(5);
      expect(database.db.select().from(tekstbeelden).all()).toHaveLength(1);
    });
    expect(over).toHaveLength(1);
    const tom = await lijnVan(later, 'tom');
    for (const { id, veld } of plaatsen) expect((await tom.open(id)).tekst(veld)).toBe(OUD);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('SY5: one that can’t be read is told and left alone, stays unread, and keeps nobody from the others', async () => {
    const { h, herstart } = await herstartbaar();
    const [stuk, heel] = [await tekstVan(h, 'tom', 'hulp'), await tekstVan(h, 'tom', 'plan')];
    const voor: { rij?: Buffer } = {};
    const zet = (database: GeopendeDatabase, bytes: Buffer | undefined) =>
      database.sqlite
        .prepare('update tekstwijzigingen set wijziging = ? where compartiment_id = ? and nummer = 3')
        .run(bytes, stuk.id);
    const later = await herstart(
      undefined,
      verouderd((database) => {
        schrijfOud(database, h, stuk);
        schrijfOud(database, h, heel);
        const rij = database.sqlite
          .prepare('select wijziging from tekstwijzigingen where compartiment_id = ? and nummer = 3')
          .pluck()
          .get(stuk.id) as Buffer; // the column is a blob
        voor.rij = rij;
        zet(database, Buffer.from(rij.map((byte, n) => (n === 20 ? byte ^ 1 : byte))));
      }),
    );
    expect(h.tafel.fouten.map(String)).toEqual([expect.stringContaining('Onleesbaar')]);
    expect(String(h.tafel.fouten)).not.toMatch(/KANARIE|negen/);
    const lijn = await lijnVan(later, 'tom');
    const dicht = await lijn.open(stuk.id);
    expect(dicht.einde).toEqual({ type: 'sluit', kanaal: dicht.kanaal, code: 4514 });
    expect((await lijn.open(heel.id)).tekst(heel.veld)).toBe(OUD);
    expect(later.tafel.database.db.select().from(tekstenInOudeVorm).all()).toEqual([
      { compartimentId: stuk.id },
    ]);
    // Put right from a copy, it is done by the next start.
    h.tafel.fouten.length = 0;
    const hersteld = await herstart((database) => void zet(database, voor.rij));
    expect((await opent(hersteld, 'pieter', stuk)).tekst(stuk.veld)).toBe(OUD);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('ST1: a kaart that can’t be read keeps no text from it, and opens when it is put back', async () => {
    const { h, herstart } = await herstartbaar();
    const kaart = await h.schrijf('tom', 'plan', null, {
      soort: 'doel',
      titel: 'Rust in huis',
      lidIds: [h.leden.kind1],
    });
    const plan = await tekstVan(h, 'tom', 'plan');
    const toen = plekVan(h.tafel.database, plan.id);
    const heel: { inhoud?: Buffer } = {};
    const later = await herstart(
      undefined,
      verouderd((database) => {
        schrijfOud(database, h, plan);
        heel.inhoud = database.sqlite
          .prepare('select inhoud from kaarten where id = ?')
          .pluck()
          .get(kaart.id) as Buffer; // the column is a blob
        database.db
          .update(kaarten)
          .set({ inhoud: Buffer.from('stuk') })
          .where(eq(kaarten.id, kaart.id))
          .run();
      }),
    );
    const { database } = later.tafel;
    expect(h.tafel.fouten.map(String)).toEqual([expect.stringContaining('Onleesbaar')]);
    expect(plekVan(database, plan.id)).not.toEqual(toen);
    expect(database.db.select().from(tekstenInOudeVorm).all()).toEqual([]);
    expect((await opent(later, 'tom', plan)).tekst(plan.veld)).toBe(OUD);
    expect((await later.bord('tom')).onleesbaar).toEqual([plan.id]);
    database.db.update(kaarten).set({ inhoud: heel.inhoud }).where(eq(kaarten.id, kaart.id)).run();
    expect((await later.bord('tom')).kaarten.map(({ titel }) => titel)).toEqual(['Rust in huis']);
    h.tafel.fouten.length = 0;
  });

  test('SY5: one with a change missing is left alone as well: what hangs on it would be gone for good', async () => {
    const { h, herstart } = await herstartbaar();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const later = await herstart(
      undefined,
      verouderd((database) => {
        schrijfOud(database, h, hulp);
        database.db.delete(tekstwijzigingen).where(eq(tekstwijzigingen.nummer, 1)).run();
      }),
    );
    expect(h.tafel.fouten).toHaveLength(1);
    expect((await opent(later, 'tom', hulp)).einde).toMatchObject({ type: 'sluit', code: 4514 });
    expect(later.tafel.database.db.select().from(tekstwijzigingen).all()).toHaveLength(4);
    h.tafel.fouten.length = 0;
  });

  test('TX1: a database from before there were texts opens as well', async () => {
    const instellingen = nieuweInstallatie();
    const toen = await open({ ...instellingen, migraties: migratiesTot(1) });
    toen.sqlite
      .prepare('insert into organisaties (id, naam, is_gemeente, telefoon) values (?, ?, 1, ?)')
      .run('o', 'Gemeente', '14 0');
    toen.sluit();
    const database = await open(instellingen);
    const fouten: unknown[] = [];
    const app = maakApp({
      database,
      omgeving: { nu: Date.now, id: randomUUID, willekeur: randomBytes },
      demo: false,
      hosts: new Set(['127.0.0.1']),
      secure: false,
      clientMap: null,
      bijFout: (fout) => fouten.push(fout),
      bijSchijffout: (fout) => fouten.push(fout),
    });
    const poort = await app.luister(0, '127.0.0.1');
    onTestFinished(() => app.sluit());
    expect((await fetch(`http://127.0.0.1:${poort}/api/v1/gezondheid`)).status).toBe(200);
    expect(database.db.select().from(organisaties).all()).toHaveLength(1);
    expect(database.db.select().from(tekstenInOudeVorm).all()).toEqual([]);
    expect(fouten).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { casussen, deelnemers, logboek, regie, waarnemingen } from '../../server/database/schema.ts';
import { Moment } from '../../shared/need-to-know/moment.ts';
import { migratiesTot, nieuweInstallatie, open } from './database/opstelling.ts';
import { type Huishouden, huishouden, huishoudenAan, type Naam } from './huishouden.ts';
import { tafelVoorTest } from './opstelling.ts';
import { lijnVan } from './sync/tekst.ts';

// NK30: who directs a casus is a fact with a from and an until, and there is exactly one at any moment, whoever writes.

const UUR = 3_600_000;
const PLAATSEN = { tom: null, sanne: null } as const;

/** A command for which there is no route yet. */
function alsFatima(h: Huishouden, werk: () => unknown): void {
  const { toegang, aanmelden } = h.tafel.app;
  const persoonId = h.persoonId('fatima');
  const { sessieId } = aanmelden.begin(persoonId);
  toegang.wijzigZicht(h.casusId, toegang.eisKijk(h.casusId, { persoonId, sessieId }), () => void werk());
}

function laatWaarnemen(
  h: Huishouden,
  deelnemerId: string,
  van: number,
  tot: number,
  casusId = h.casusId,
): void {
  const id = `waarneming ${h.tafel.database.db.select().from(waarnemingen).all().length}`;
  h.tafel.database.db.insert(waarnemingen).values({ id, casusId, deelnemerId, van, tot }).run();
}

/** Who directs as somebody sees it on their board. */
async function regisseurVolgens(h: Huishouden, naam: Naam): Promise<string[]> {
  return (await h.bord(naam)).deelnemers.filter(({ regisseur }) => regisseur).map(({ id }) => id);
}

/** Whether somebody reads the regisseur's own notes. */
async function leestNotities(h: Huishouden, naam: Naam): Promise<boolean> {
  return (await h.bord(naam)).compartimenten.some(
    ({ categorie, niveau }) => categorie === 'regie' && niveau === 'schrijven',
  );
}

/** Who directs at a moment, by what is stored; and until when that holds. */
function regisseursOp(h: Huishouden, moment: number): { ids: string[]; tot: number } {
  const wanneer = new Moment(moment);
  const beeld = h.tafel.app.casussen.beeldOp(h.casusId, wanneer, moment);
  const ids = (beeld?.deelnemers ?? []).filter(({ regisseur }) => regisseur).map(({ id }) => id);
  return { ids, tot: wanneer.tot };
}

describe('NK30: by the database itself', () => {
  test('nobody takes the regie away, or gives a casus a second', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    const { db } = h.tafel.database;
    expect(() => db.delete(regie).run()).toThrow('always has somebody who holds the regie');
    expect(() =>
      db
        .insert(regie)
        .values({ casusId: h.casusId, deelnemerId: h.zetelVan('tom'), sinds: 1 })
        .run(),
    ).toThrow('UNIQUE');
    expect(db.select().from(regie).all()).toMatchObject([
      { casusId: h.casusId, deelnemerId: h.zetelVan('fatima') },
    ]);
    // The handover that there will be.
    db.update(regie)
      .set({ deelnemerId: h.zetelVan('tom') })
      .run();
    expect(await regisseurVolgens(h, 'sanne')).toEqual([h.zetelVan('tom')]);
  });

  test('nobody of another casus holds it, or stands in', async () => {
    const tafel = await tafelVoorTest();
    const [h, ander] = [await huishoudenAan(tafel, PLAATSEN), await huishoudenAan(tafel, PLAATSEN)];
    const { db } = tafel.database;
    const vreemd = ander.zetelVan('tom');
    const hier = eq(regie.casusId, h.casusId);
    expect(() => db.update(regie).set({ deelnemerId: vreemd }).where(hier).run()).toThrow(
      'seat of this casus',
    );
    expect(() => db.update(regie).set({ casusId: ander.casusId }).where(hier).run()).toThrow(
      'seat of this casus',
    );
    db.insert(casussen)
      .values({ id: 'nieuw', label: '26-NIEUW', status: 'ingebracht', ingebrachtOp: 1 })
      .run();
    expect(() => db.insert(regie).values({ casusId: 'nieuw', deelnemerId: vreemd, sinds: 1 }).run()).toThrow(
      'seat of this casus',
    );
    expect(() => laatWaarnemen(h, vreemd, 1, 2)).toThrow('somebody of this casus');
    laatWaarnemen(h, h.zetelVan('tom'), 1, 2);
    expect(() => db.update(waarnemingen).set({ deelnemerId: vreemd }).run()).toThrow(
      'somebody of this casus',
    );
  });

  test('it is held by a seat without an end', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    const { db } = h.tafel.database;
    const zetel = (naam: Naam) => eq(deelnemers.id, h.zetelVan(naam));
    const tot = h.tafel.klok.nu + UUR;
    expect(() => db.update(deelnemers).set({ tot }).where(zetel('fatima')).run()).toThrow('without an end');
    alsFatima(h, () => db.update(deelnemers).set({ tot }).where(zetel('tom')).run());
    expect(() =>
      db
        .update(regie)
        .set({ deelnemerId: h.zetelVan('tom') })
        .run(),
    ).toThrow('no end');
  });

  test('no two stand in at once, in one casus', async () => {
    const tafel = await tafelVoorTest();
    const [h, ander] = [await huishoudenAan(tafel, PLAATSEN), await huishoudenAan(tafel, PLAATSEN)];
    laatWaarnemen(h, h.zetelVan('tom'), 10, 20);
    for (const [van, tot] of [
      [5, 11],
      [19, 25],
      [12, 13],
      [5, 25],
      [10, 20],
    ] as const) {
      expect(() => laatWaarnemen(h, h.zetelVan('sanne'), van, tot)).toThrow('at that time already');
    }
    expect(() => laatWaarnemen(h, h.zetelVan('sanne'), 30, 29)).toThrow('CHECK');
    laatWaarnemen(h, h.zetelVan('sanne'), 20, 30);
    laatWaarnemen(ander, ander.zetelVan('tom'), 10, 20);
    const { db } = tafel.database;
    const vanSanne = eq(waarnemingen.deelnemerId, h.zetelVan('sanne'));
    expect(() => db.update(waarnemingen).set({ van: 19 }).where(vanSanne).run()).toThrow(
      'at that time already',
    );
    db.update(waarnemingen).set({ van: 21 }).where(vanSanne).run();
    expect(db.select().from(waarnemingen).all()).toHaveLength(3);
  });
});

describe('NK30: who stands in', () => {
  test('directs exactly from and until, by the clock, with what that lets them read, and on record', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    const { klok, app, database } = h.tafel;
    const [van, tot] = [klok.nu + UUR, klok.nu + 2 * UUR];
    const [fatima, tom] = [h.zetelVan('fatima'), h.zetelVan('tom')];
    alsFatima(h, () => laatWaarnemen(h, tom, van, tot));
    const stand = async () => ({
      regisseur: await regisseurVolgens(h, 'sanne'),
      fatima: await leestNotities(h, 'fatima'),
      tom: await leestNotities(h, 'tom'),
      // Only the regisseur asks for who can take part.
      mag: [
        (await h.vraag('fatima', 'GET', '/kandidaten')).status,
        (await h.vraag('tom', 'GET', '/kandidaten')).status,
      ],
    });
    const vanFatima = { regisseur: [fatima], fatima: true, tom: false, mag: [200, 403] };
    expect(await stand()).toEqual(vanFatima);
    klok.nu = van - 1;
    expect(await stand()).toEqual(vanFatima);
    klok.nu = van;
    expect(await stand()).toEqual({ regisseur: [tom], fatima: false, tom: true, mag: [403, 200] });
    klok.nu = tot - 1;
    expect((await stand()).regisseur).toEqual([tom]);
    klok.nu = tot;
    expect(await stand()).toEqual(vanFatima);

    app.loopAf();
    const regels = database.db.select().from(logboek).where(eq(logboek.regel, 'klok')).all();
    expect(regels.map(({ op, bijzonderheden }) => [op, bijzonderheden?.van]).sort()).toEqual(
      [
        [van, h.persoonId('fatima')],
        [van, h.persoonId('tom')],
        [tot, h.persoonId('fatima')],
        [tot, h.persoonId('tom')],
      ].sort(),
    );
  });

  test('is told of it on both lines, and so is who hands over for a while', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    const { klok, app } = h.tafel;
    const [van, tot] = [klok.nu + UUR, klok.nu + 2 * UUR];
    alsFatima(h, () => laatWaarnemen(h, h.zetelVan('tom'), van, tot));
    const notities = await h.plek('fatima', 'regie');
    const [fatima, tom] = [await lijnVan(h, 'fatima'), await lijnVan(h, 'tom')];
    const live = await (await h.als('tom')).live();
    await live.volg(h.casusId);
    await Promise.all([fatima.klaar(), tom.klaar()]);
    const kanalen = async () => {
      await Promise.all([fatima.bij(), tom.bij(), live.bij()]);
      return [fatima.kanaal(notities)?.niveau, tom.kanaal(notities)?.niveau];
    };
    const zicht = () => live.ontvangen.filter(({ soort }) => soort === 'zicht').length;
    expect(await kanalen()).toEqual(['schrijven', undefined]);

    klok.nu = van;
    app.loopAf();
    // Opened with a look, as always (NK10).
    await h.bord('tom');
    expect(await kanalen()).toEqual([undefined, 'schrijven']);
    expect(zicht()).toBeGreaterThan(0);
    const bij = zicht();

    klok.nu = tot;
    app.loopAf();
    expect((await kanalen())[1]).toBe(undefined);
    expect(zicht()).toBeGreaterThan(bij);
    await h.bord('fatima');
    expect(await kanalen()).toEqual(['schrijven', undefined]);
  });

  test('and loses their seat, hands back: who holds the regie directs again', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    const { klok } = h.tafel;
    alsFatima(h, () => laatWaarnemen(h, h.zetelVan('tom'), klok.nu, klok.nu + 2 * UUR));
    expect(await regisseurVolgens(h, 'sanne')).toEqual([h.zetelVan('tom')]);
    alsFatima(h, () =>
      h.tafel.database.db
        .update(deelnemers)
        .set({ tot: klok.nu + UUR })
        .where(eq(deelnemers.id, h.zetelVan('tom')))
        .run(),
    );
    klok.nu += UUR;
    expect(await regisseurVolgens(h, 'sanne')).toEqual([h.zetelVan('fatima')]);
  });
});

describe('NK30: at every moment', () => {
  test('exactly one directs, whatever periods somebody tries to write', async () => {
    const h = await huishouden({ plaatsen: PLAATSEN });
    const { db } = h.tafel.database;
    const begin = h.tafel.klok.nu;
    const zetels = [h.zetelVan('tom'), h.zetelVan('sanne')];
    const poging = fc.record({
      wie: fc.constantFrom(...zetels),
      van: fc.integer({ min: 0, max: 60 }),
      duur: fc.integer({ min: 1, max: 25 }),
    });
    let geweigerd = 0;
    let waargenomen = 0;
    fc.assert(
      fc.property(fc.array(poging, { minLength: 1, maxLength: 10 }), (pogingen) => {
        db.delete(waarnemingen).run();
        const gelden: { wie: string; van: number; tot: number }[] = [];
        for (const { wie, van: na, duur } of pogingen) {
          const [van, tot] = [begin + na, begin + na + duur];
          const mag = gelden.every((een) => tot <= een.van || van >= een.tot);
          if (mag) gelden.push({ wie, van, tot });
          else geweigerd += 1;
          let gelukt = true;
          try {
            laatWaarnemen(h, wie, van, tot);
          } catch {
            gelukt = false;
          }
          expect(gelukt).toBe(mag);
        }
        const wieOp = (op: number) =>
          gelden.find(({ van, tot }) => van <= op && op < tot)?.wie ?? h.zetelVan('fatima');
        for (let op = begin; op <= begin + 90; op++) {
          const { ids, tot } = regisseursOp(h, op);
          expect(ids).toEqual([wieOp(op)]);
          if (ids[0] !== h.zetelVan('fatima')) waargenomen += 1;
          // Nobody else directs before this answer says that it is over.
          if (wieOp(op + 1) !== wieOp(op)) expect(tot).toBe(op + 1);
        }
      }),
      { numRuns: Number(process.env.RONDES ?? 10) },
    );
    // Else it would have proved nothing.
    expect(geweigerd).toBeGreaterThan(5);
    expect(waargenomen).toBeGreaterThan(50);
  });

  test('a casus of an older version keeps who directs it', async () => {
    const installatie = nieuweInstallatie();
    const toen = await open({ ...installatie, migraties: migratiesTot(3) });
    toen.sqlite.exec(`
      insert into organisaties (id, naam, is_gemeente, telefoon) values ('o', 'Gemeente', 1, '14 0');
      insert into casussen (id, label, status, ingebracht_op) values ('c1', '26-AAAA', 'ingebracht', 1), ('c2', '26-BBBB', 'ingebracht', 1);
      insert into medewerkers (id, organisatie_id, naam, functie, telefoon, volgorde) values ('m1', 'o', 'M1', 'f', '', 1), ('m2', 'o', 'M2', 'f', '', 2);
    `);
    const zetel = toen.sqlite.prepare(
      "insert into deelnemers (id, casus_id, medewerker_id, zetel, waarvoor, grondslag, van, gezin_akkoord, volgorde) values (?, ?, ?, 'participatie', 'samenhang', 'participatiewet', 1, 1, 1)",
    );
    for (const [id, casusId, persoonId] of [
      ['d1', 'c1', 'm1'],
      ['d2', 'c1', 'm2'],
      ['d3', 'c2', 'm1'],
    ]) {
      zetel.run(id, casusId, persoonId);
    }
    toen.sqlite.exec(`
      insert into regieperioden (id, casus_id, deelnemer_id, van, tot) values
        ('r1', 'c1', 'd1', 1, 50), ('r2', 'c1', 'd2', 50, null), ('r3', 'c2', 'd3', 7, null);
    `);
    toen.sluit();

    const nu = await open(installatie);

    expect(nu.db.select().from(regie).orderBy(regie.casusId).all()).toEqual([
      { casusId: 'c1', deelnemerId: 'd2', sinds: 50 },
      { casusId: 'c2', deelnemerId: 'd3', sinds: 7 },
    ]);
    expect(nu.sqlite.prepare("select 1 from sqlite_schema where name = 'regieperioden'").get()).toBe(
      undefined,
    );
  });
});

/** An empty end, in SQL or in the words of drizzle. */
const OPEN_EINDE = /\S*\btot\b\S*\s+is\s+null|isNull\([^()]*\btot\b[^()]*\)/gi;

describe('NK30: in the code', () => {
  test('who directs is decided nowhere by an end that is empty', () => {
    expect('where regie.tot is null'.match(OPEN_EINDE)).toHaveLength(1);
    expect('isNull(regieperioden.tot)'.match(OPEN_EINDE)).toHaveLength(1);
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const gevonden = ['server', 'shared'].flatMap((map) =>
      readdirSync(join(root, map), { recursive: true, withFileTypes: true })
        .filter((iets) => iets.isFile() && iets.name.endsWith('.ts'))
        .flatMap((iets) => {
          const pad = join(iets.parentPath, iets.name);
          const treffers = readFileSync(pad, 'utf8').match(OPEN_EINDE) ?? [];
          return treffers.map((treffer) => `${relative(root, pad)}: ${treffer}`);
        }),
    );
    // That a seat has no end, and that one may have none.
    expect(gevonden.sort()).toEqual([
      'server/casus/casus.ts: isNull(deelnemers.tot)',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in the schema.
      'server/database/schema.ts: sql`${tabel.tot} is null',
    ]);
  });
});

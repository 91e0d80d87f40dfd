import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { casussen, deelnemers, regie, waarnemingen } from '../../../server/database/schema.ts';
import { zetZetel } from '../../bouw/ingreep.ts';
import { type Huishouden, huishouden, huishoudenAan, type Naam } from '../huishouden.ts';
import { tafelVoorTest } from '../opstelling.ts';
import { migratiesTot, nieuweInstallatie, open } from './opstelling.ts';

// NK30: exactly one directs a casus, whoever writes: what the database refuses by itself.

const UUR = 3_600_000;
const PLAATSEN = { tom: null, sanne: null } as const;

/** Writes it as it comes, past all that asks whether it may. */
function laatWaarnemen({ tafel, casusId }: Huishouden, deelnemerId: string, van: number, tot: number): void {
  const { db } = tafel.database;
  const id = `waarneming ${db.select().from(waarnemingen).all().length}`;
  db.insert(waarnemingen).values({ id, casusId, deelnemerId, van, tot }).run();
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
    const { deelnemers: bekenden } = await h.bord('sanne');
    expect(bekenden.filter(({ regisseur }) => regisseur).map(({ id }) => id)).toEqual([h.zetelVan('tom')]);
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
    zetZetel(h, 'tom', { tot });
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

describe('NK30: a database of an older version', () => {
  test('keeps who directs each casus', async () => {
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

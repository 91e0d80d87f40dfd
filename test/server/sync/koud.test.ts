import { describe, expect, test } from 'vitest';
import { tekstbeelden, tekstwijzigingen } from '../../../server/database/schema.ts';
import { TEKSTMATEN } from '../../../server/teksten/tekstmaten.ts';
import { bericht, inhoud, item } from '../../unit/poort/schrijver.ts';
import { lijnVoorTest } from './lijn.ts';
import { beeld, bevat, herstartbaar, klein, lijnVan, opent, regelVan, rijen, tekstVan } from './tekst.ts';

describe('SY5 SY7: a cold start', () => {
  test('SY5: after a restart everything that was called stored is there, with a tekstbeeld or without', async () => {
    const { h, herstart } = await herstartbaar();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const tom = await opent(h, 'tom', hulp);
    const pieter = await opent(h, 'pieter', hulp);
    for (let n = 0; n < 30; n += 1) {
      const wie = n % 3 === 0 ? pieter : tom;
      wie.typ(hulp.veld, `regel ${n}`);
      if (n % 4 === 0) regelVan(wie.doc, hulp.veld, 0).delete(0, 1);
      if (n % 5 === 0) regelVan(wie.doc, hulp.veld, n).format(0, 3, { strong: true });
      await wie.opgeslagen();
      await tom.lijn.bij();
      await pieter.lijn.bij();
    }
    const was = tom.tekst(hulp.veld);
    expect(pieter.tekst(hulp.veld)).toBe(was);
    const kaal = await herstart((database) => void database.db.delete(tekstbeelden).run());
    const eerst = await opent(kaal, 'fatima', hulp);
    expect(eerst.tekst(hulp.veld)).toBe(was);
    const met = await herstart();
    expect(beeld(met.tafel.database, hulp.id)?.tot).toBe(rijen(met.tafel.database, hulp.id).length);
    // Who comes back with a copy of before goes on where they were.
    const terug = await opent(met, 'tom', hulp, tom.doc, tom.lijn.kanaal(hulp.id)?.tijdperk ?? '');
    expect(terug.tekst(hulp.veld)).toBe(was);
    terug.typ(hulp.veld, 'na de herstart');
    await terug.opgeslagen();
    expect([terug.einde, terug.bevestigd]).toEqual([null, 1]);
    expect(rijen(met.tafel.database, hulp.id).map(({ nummer }) => nummer)).toEqual(
      rijen(met.tafel.database, hulp.id).map((_, n) => n + 1),
    );
    expect(h.tafel.fouten).toEqual([]);
  });

  test('SY5: what waits in the queue when the server stops is written', async () => {
    const { h, herstart } = await herstartbaar();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const tom = await opent(h, 'tom', hulp);
    tom.typ(hulp.veld, 'vlak voor het einde');
    await tom.opgeslagen();
    const later = await herstart();
    expect((await opent(later, 'pieter', hulp)).tekst(hulp.veld)).toContain('vlak voor het einde');
    expect(await tom.lijn.tot(() => tom.lijn.sluitcode)).toBe(1006);
  });
});

describe('SY5: on disk', () => {
  test('SY5: changes and tekstbeelden are encrypted, each for its own place', async () => {
    const { h, herstart } = await herstartbaar();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const plan = await tekstVan(h, 'tom', 'plan');
    const lijn = await lijnVan(h, 'tom');
    const tom = await lijn.open(hulp.id);
    tom.typ(hulp.veld, 'KANARIE een');
    tom.typ(hulp.veld, 'KANARIE twee');
    await tom.opgeslagen();
    const elders = await lijn.open(plan.id);
    elders.typ(plan.veld, 'in het plan');
    await elders.opgeslagen();
    expect(rijen(h.tafel.database, hulp.id).every(({ wijziging }) => bevat(wijziging, 'KANARIE'))).toBe(true);
    // Two changes that changed places, by somebody who has the file and not the key.
    const later = await herstart(({ db, sqlite }) => {
      const rauw = db.select().from(tekstwijzigingen).all();
      expect(rauw.length).toBe(3);
      expect(rauw.some(({ wijziging }) => bevat(wijziging, 'KANARIE'))).toBe(false);
      expect(
        db
          .select()
          .from(tekstbeelden)
          .all()
          .some((rij) => bevat(rij.beeld, 'KANARIE')),
      ).toBe(false);
      db.delete(tekstbeelden).run();
      const zet = sqlite.prepare(
        'update tekstwijzigingen set wijziging = ? where compartiment_id = ? and nummer = ?',
      );
      const [een, twee] = rauw.filter(({ compartimentId }) => compartimentId === hulp.id);
      zet.run(twee?.wijziging, hulp.id, een?.nummer);
      zet.run(een?.wijziging, hulp.id, twee?.nummer);
    });
    // What can't be read says so, and the other texts of the casus are read.
    const weer = await lijnVan(later, 'tom');
    const stuk = await weer.open(hulp.id);
    expect(stuk.einde).toEqual({ type: 'sluit', kanaal: stuk.kanaal, code: 4514 });
    expect((await weer.open(plan.id)).tekst(plan.veld)).toBe('<alinea>in het plan</alinea>');
    expect(h.tafel.fouten.map(String)).toEqual([expect.stringContaining('Onleesbaar')]);
    expect(String(h.tafel.fouten)).not.toContain('KANARIE');
  });
});

describe('SY7: unloading and history', () => {
  test('SY7: a text that nobody reads leaves memory after a while, and comes back as it was', async () => {
    const h = await klein();
    const { teksten } = h.tafel.app;
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const tom = await opent(h, 'tom', hulp);
    tom.typ(hulp.veld, 'blijft');
    await tom.opgeslagen();
    h.tafel.klok.nu += TEKSTMATEN.rust + 1;
    teksten.ruimOp();
    // Somebody reads it.
    expect(teksten.kamers.has(hulp.id)).toBe(true);
    tom.lijn.trekUit();
    await expect.poll(() => teksten.kamers.get(hulp.id)?.lezers).toBe(0);
    teksten.ruimOp();
    // Only just left.
    expect(teksten.kamers.has(hulp.id)).toBe(true);
    h.tafel.klok.nu += TEKSTMATEN.rust;
    teksten.ruimOp();
    expect(teksten.kamers.has(hulp.id)).toBe(false);
    expect(beeld(h.tafel.database, hulp.id)?.tot).toBe(1);
    const later = await opent(h, 'pieter', hulp);
    expect(later.tekst(hulp.veld)).toBe('<alinea>blijft</alinea>');
    expect(h.tafel.fouten).toEqual([]);
  });

  test('SY7: a text that grows is kept anew while people are in it', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const tom = await opent(h, 'tom', hulp);
    const id = tom.doc.clientID;
    for (let n = 0; n < TEKSTMATEN.wijzigingenPerBeeld; n += 1) {
      // No faster than a line may.
      h.tafel.klok.nu += 20;
      tom.stuurUpdate(
        bericht([
          {
            client: id,
            clock: n,
            structs: [item(n === 0 ? { ouder: hulp.veld } : { origin: [id, n - 1] }, inhoud.tekst('x'))],
          },
        ]),
      );
      if (n % 100 === 99) await tom.opgeslagen();
    }
    await tom.opgeslagen();
    expect(tom.bevestigd).toBe(TEKSTMATEN.wijzigingenPerBeeld);
    h.tafel.app.teksten.ruimOp();
    expect(beeld(h.tafel.database, hulp.id)?.tot).toBe(TEKSTMATEN.wijzigingenPerBeeld);
    expect(rijen(h.tafel.database, hulp.id)).toHaveLength(TEKSTMATEN.wijzigingenPerBeeld);
  });

  test('NK14: history is cut after its term, and never what no tekstbeeld holds', async () => {
    const h = await klein();
    const { teksten } = h.tafel.app;
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const tom = await opent(h, 'tom', hulp);
    tom.typ(hulp.veld, 'oud');
    await tom.opgeslagen();
    tom.typ(hulp.veld, 'ook oud');
    await tom.opgeslagen();
    h.tafel.klok.nu += TEKSTMATEN.geschiedenis - 1000;
    teksten.ruimOp();
    expect(rijen(h.tafel.database, hulp.id)).toHaveLength(2);
    h.tafel.klok.nu += TEKSTMATEN.snijden + 1001;
    // No tekstbeeld holds them: one is made first, and then they go.
    h.tafel.database.db.delete(tekstbeelden).run();
    teksten.ruimOp();
    expect(rijen(h.tafel.database, hulp.id)).toEqual([]);
    expect(beeld(h.tafel.database, hulp.id)?.tot).toBe(2);
    // Sessions of then are over.
    const wie = await h.tafel.meldAan(h.persoonId('pieter'));
    const lijn = await lijnVoorTest(h.tafel.url, h.casusId, wie);
    const later = await lijn.open(hulp.id);
    expect(later.tekst(hulp.veld)).toBe('<alinea>oud</alinea><alinea>ook oud</alinea>');
    // Numbers go on from there.
    later.typ(hulp.veld, 'nieuw');
    await later.opgeslagen();
    expect(rijen(h.tafel.database, hulp.id).map(({ nummer }) => nummer)).toEqual([3]);
    expect(h.tafel.fouten).toEqual([]);
  });
});

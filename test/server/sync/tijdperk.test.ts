import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { compartimenten } from '../../../server/database/schema.ts';
import { NIEMAND } from '../huishouden.ts';
import { kopieVan } from './lijn.ts';
import { allesOp, einde, herstartbaar, klein, lijnVan, opent, rijen, tekstVan } from './tekst.ts';

describe('SY13: another time', () => {
  test('SY13: a copy of another tijdperk gets `opnieuw` and nothing else; what it sends on is ignored', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const fatima = await opent(h, 'fatima', hulp);
    fatima.typ(hulp.veld, 'KANARIE');
    await fatima.opgeslagen();
    const oud = new Doc();
    oud.getText('x');
    const tom = await opent(h, 'tom', hulp, oud, NIEMAND);
    expect(tom.einde).toEqual({ type: 'opnieuw', kanaal: tom.kanaal });
    const doc = new Doc();
    tom.stuurUpdate(encodeStateAsUpdate(doc));
    await tom.lijn.bij();
    expect(allesOp(tom.lijn)).toBe('');
    expect(tom.bevestigd).toBe(0);
    // A fresh document on the same line, under the tijdperk of now, is served.
    const nu = tom.lijn.kanaal(hulp.id)?.tijdperk ?? '';
    const vers = await tom.lijn.open(hulp.id, new Doc(), nu);
    expect(vers.tekst(hulp.veld)).toContain('KANARIE');
  });

  test('SY13 NK15: an old tab, while it is open and when it comes back, brings nothing of before into the new time', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const tom = await opent(h, 'tom', hulp);
    tom.typ(hulp.veld, 'van voor de verhuizing');
    await tom.opgeslagen();
    const oud = tom.lijn.kanaal(hulp.id)?.tijdperk ?? '';
    h.tafel.app.tijdperken.vernieuw([hulp.id]);
    await tom.lijn.tot(() => tom.einde);
    expect(tom.einde).toEqual({ type: 'opnieuw', kanaal: tom.kanaal });
    await tom.lijn.tot(() => tom.lijn.kanaal(hulp.id)?.tijdperk !== oud);
    const voor = rijen(h.tafel.database, hulp.id).length;
    // What it still types there is ignored.
    tom.typ(hulp.veld, 'in het oude tabblad');
    await tom.lijn.bij();
    // It comes back with its copy: told to start afresh.
    const terug = await opent(h, 'tom', hulp, kopieVan(tom.doc), oud);
    expect(terug.einde).toEqual({ type: 'opnieuw', kanaal: terug.kanaal });
    // It lies about its time: its client id is of before, and never accepted again.
    const leugen = await opent(h, 'tom', hulp, tom.doc, null);
    expect(await einde(leugen)).toMatchObject({ type: 'geweigerd', code: 'client_id_bezet' });
    expect(rijen(h.tafel.database, hulp.id)).toHaveLength(voor);
    const vers = await opent(h, 'tom', hulp);
    expect(vers.tekst(hulp.veld)).toBe('<alinea>van voor de verhuizing</alinea>');
    vers.typ(hulp.veld, 'verder');
    await vers.opgeslagen();
    expect(vers.bevestigd).toBe(1);
    expect(h.tafel.fouten).toEqual([]);
  });

  test('SY13: a restored backup: copies of after it don’t come back by themselves, and ids of then are taken', async () => {
    const { h, herstart } = await herstartbaar();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const tom = await opent(h, 'tom', hulp);
    tom.typ(hulp.veld, 'in de reservekopie');
    await tom.opgeslagen();
    const oud = tom.lijn.kanaal(hulp.id)?.tijdperk ?? '';
    const later = await herstart();
    later.tafel.app.tijdperken.vernieuwAlle();
    const verloren = tom.doc;
    tom.typ(hulp.veld, 'van na de reservekopie');
    const terug = await opent(later, 'tom', hulp, verloren, oud);
    expect(terug.einde).toEqual({ type: 'opnieuw', kanaal: terug.kanaal });
    const leugen = await opent(later, 'tom', hulp, verloren, null);
    expect(await einde(leugen)).toMatchObject({ type: 'geweigerd', code: 'client_id_bezet' });
    // Every compartment has another tijdperk, and what was in the backup is there.
    const nu = await lijnVan(later, 'tom');
    const toen = new Map(tom.lijn.zicht.map((regel) => [regel.compartiment, regel.tijdperk]));
    expect(nu.zicht.filter((regel) => toen.get(regel.compartiment) === regel.tijdperk)).toEqual([]);
    expect(nu.zicht.length).toBe(toen.size);
    expect((await opent(later, 'pieter', hulp)).tekst(hulp.veld)).toBe('<alinea>in de reservekopie</alinea>');
    const daarna = await herstart();
    expect((await opent(daarna, 'pieter', hulp)).tekst(hulp.veld)).toBe(
      '<alinea>in de reservekopie</alinea>',
    );
    expect(h.tafel.fouten).toEqual([]);
  });

  test('SY13: a compartment whose tijdperk changed while the server was down refuses the ids of before, whoever’s', async () => {
    const { h, herstart } = await herstartbaar();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const tom = await opent(h, 'tom', hulp);
    tom.typ(hulp.veld, 'toen');
    await tom.opgeslagen();
    const later = await herstart((database) => {
      database.db
        .update(compartimenten)
        .set({ tijdperk: NIEMAND })
        .where(eq(compartimenten.id, hulp.id))
        .run();
    });
    const weer = await opent(later, 'tom', hulp, tom.doc);
    expect(await einde(weer)).toMatchObject({ type: 'geweigerd', code: 'client_id_bezet' });
    expect((await opent(later, 'fatima', hulp)).tekst(hulp.veld)).toBe('<alinea>toen</alinea>');
  });
});

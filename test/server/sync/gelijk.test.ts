import { describe, expect, test } from 'vitest';
import { ContentString, type Doc, encodeStateAsUpdate, encodeStateVector, Item } from 'yjs';
import { LIJNMATEN } from '../../../server/lijnen/sync/maten.ts';
import { rusthash } from '../../../shared/sync/stand.ts';
import type { Synctekst } from './lijn.ts';
import { klein, opent, regelVan, tekstVan } from './tekst.ts';

/** Says what a text rests at, as a client does. */
function meldStand(tekst: Synctekst): void {
  tekst.lijn.meld({
    type: 'stand',
    kanaal: tekst.kanaal,
    staat: Buffer.from(encodeStateVector(tekst.doc)).toString('base64'),
    hash: rusthash(tekst.doc),
  });
}

/** Plants a divergence: the same state vector, and other words. */
function vervorm(doc: Doc, van: string, naar: string): void {
  expect(naar.length).toBe(van.length);
  let gevonden = 0;
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (!(struct instanceof Item) || !(struct.content instanceof ContentString)) continue;
      if (!struct.content.str.includes(van)) continue;
      struct.content.str = struct.content.str.replace(van, naar);
      gevonden += 1;
    }
  }
  expect(gevonden).toBe(1);
}

async function tekstMetWoorden() {
  const h = await klein();
  const hulp = await tekstVan(h, 'tom', 'hulp');
  const tom = await opent(h, 'tom', hulp);
  const pieter = await opent(h, 'pieter', hulp);
  tom.typ(hulp.veld, 'elke maandag');
  await tom.opgeslagen();
  await pieter.leest(hulp.veld, 'maandag');
  return { h, hulp, tom, pieter };
}

describe('SY15: convergence is checked', () => {
  test('SY15: the same state and the same texts: nothing is said', async () => {
    const { tom, pieter } = await tekstMetWoorden();
    for (const wie of [tom, pieter]) {
      meldStand(wie);
      await wie.lijn.bij();
      expect(wie.einde).toBeNull();
    }
    regelVan(tom.doc, [...tom.doc.share.keys()][0] ?? '').format(0, 4, { strong: true });
    await tom.opgeslagen();
    meldStand(tom);
    await tom.lijn.bij();
    expect(tom.einde).toBeNull();
  });

  test('SY15: the same state and another text: `opnieuw`, and the fresh document has the server’s text and all typed since', async () => {
    const { h, hulp, tom, pieter } = await tekstMetWoorden();
    vervorm(pieter.doc, 'maandag', 'dinsdag');
    // Who came apart types on, and so do others: what they type is stored as ever.
    pieter.typ(hulp.veld, 'daarna nog getypt');
    await pieter.opgeslagen();
    tom.typ(hulp.veld, 'en dit van Tom');
    await tom.opgeslagen();
    await pieter.leest(hulp.veld, 'en dit van Tom');
    expect(encodeStateVector(pieter.doc)).toEqual(encodeStateVector(tom.doc));
    meldStand(pieter);
    await pieter.lijn.tot(() => pieter.einde);
    expect(pieter.einde).toEqual({ type: 'opnieuw', kanaal: pieter.kanaal });
    // The kanaal is closed; the line isn't, and nobody else noticed.
    expect(pieter.lijn.sluitcode).toBeNull();
    meldStand(tom);
    await tom.lijn.bij();
    expect(tom.einde).toBeNull();
    const weer = await pieter.lijn.open(hulp.id);
    expect(weer.tekst(hulp.veld)).toBe(
      '<alinea>elke maandag</alinea><alinea>daarna nog getypt</alinea><alinea>en dit van Tom</alinea>',
    );
    meldStand(weer);
    await weer.lijn.bij();
    expect(weer.einde).toBeNull();
    expect(h.tafel.fouten).toEqual([]);
  });

  test('SY15: another state says nothing: it is on its way', async () => {
    const { hulp, tom, pieter } = await tekstMetWoorden();
    const voor = { staat: encodeStateVector(pieter.doc), hash: rusthash(pieter.doc) };
    tom.typ(hulp.veld, 'verder');
    await tom.opgeslagen();
    pieter.lijn.meld({
      type: 'stand',
      kanaal: pieter.kanaal,
      staat: Buffer.from(voor.staat).toString('base64'),
      hash: voor.hash,
    });
    await pieter.lijn.bij();
    expect(pieter.einde).toBeNull();
  });

  test('SY10 SY15: a flood of states is not compared, for each costs a hash; a second later one is', async () => {
    const { h, tom, pieter } = await tekstMetWoorden();
    for (let n = 0; n < LIJNMATEN.standenOpslag; n += 1) meldStand(pieter);
    vervorm(pieter.doc, 'maandag', 'dinsdag');
    meldStand(pieter);
    await pieter.lijn.bij();
    expect([pieter.einde, pieter.lijn.sluitcode]).toEqual([null, null]);
    h.tafel.klok.nu += 1000;
    meldStand(pieter);
    await pieter.lijn.tot(() => pieter.einde);
    expect(pieter.einde?.type).toBe('opnieuw');
    expect(tom.einde).toBeNull();
  });

  test('SY15: what is no state vector says nothing, and a reader is heard as well', async () => {
    const { h, tom } = await tekstMetWoorden();
    tom.lijn.meld({ type: 'stand', kanaal: tom.kanaal, staat: 'geen base64 !', hash: 'f'.repeat(64) });
    await tom.lijn.bij();
    expect([tom.einde, tom.lijn.sluitcode]).toEqual([null, null]);
    const plan = await tekstVan(h, 'pieter', 'plan');
    const schrijver = await opent(h, 'tom', plan);
    const lezer = await opent(h, 'pieter', plan);
    schrijver.typ(plan.veld, 'elke maandag');
    await lezer.leest(plan.veld, 'maandag');
    vervorm(lezer.doc, 'maandag', 'dinsdag');
    meldStand(lezer);
    await lezer.lijn.tot(() => lezer.einde);
    expect(lezer.einde?.type).toBe('opnieuw');
    expect(encodeStateAsUpdate(lezer.doc).length).toBeGreaterThan(0);
  });
});

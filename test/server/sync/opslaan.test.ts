import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import { writeSyncStep2 } from 'y-protocols/sync';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { bericht, inhoud, item } from '../../unit/poort/schrijver.ts';
import { kopieVan, Synctekst } from './lijn.ts';
import { allesOp, beeld, bevat, einde, klein, lijnVan, opent, regelVan, rijen, tekstVan } from './tekst.ts';
import { leesVeld, typ } from './veldtekst.ts';

describe('SY4a: typing before step 2', () => {
  test('SY4a: what doesn’t connect yet is set aside in silence, comes along in step 2, and only then counts as stored', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const fatima = await opent(h, 'fatima', hulp);
    const doc = new Doc();
    typ(doc, hulp.veld, 'onderweg'); // offline
    const lijn = await lijnVan(h, 'tom');
    const { kanaal } = await lijn.tot(() => lijn.kanaal(hulp.id));
    const tom = new Synctekst(lijn, kanaal, doc);
    lijn.meld({ type: 'open', kanaal, tijdperk: null });
    lijn.meld({ type: 'auteur', kanaal, clientId: doc.clientID });
    // Its clocks come after `onderweg`, which the server doesn't have.
    tom.typ(hulp.veld, 'te vroeg');
    await lijn.bij();
    expect(lijn.besturing.map(({ type }) => type)).toEqual(['zicht', 'hartslag']);
    expect(rijen(h.tafel.database, hulp.id)).toEqual([]);
    // Now the provider answers the server's step 1, and everything comes along.
    lijn.teksten.set(kanaal, tom);
    const stap2 = createEncoder();
    writeVarUint(stap2, 0);
    writeSyncStep2(stap2, doc);
    lijn.stuur(kanaal, toUint8Array(stap2));
    await lijn.tot(() => tom.gelijk && tom.bevestigd === 1);
    expect(tom.einde).toBeNull();
    await fatima.leest(hulp.veld, 'te vroeg');
    expect(fatima.tekst(hulp.veld)).toBe('<alinea>onderweg</alinea><alinea>te vroeg</alinea>');
  });

  test('SY4a: after step 2 the same is refused', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const tom = await opent(h, 'tom', hulp);
    await tom.lijn.tot(() => tom.gelijk);
    const los = bericht([
      {
        client: tom.doc.clientID,
        clock: 5,
        structs: [item({ ouder: hulp.veld }, inhoud.tekst('x'))],
      },
    ]);
    tom.stuurUpdate(los);
    expect(await einde(tom)).toMatchObject({ type: 'geweigerd', code: 'gat' });
  });
});

describe('SY5: durable before visible', () => {
  test('SY5: `opgeslagen t` counts the updates since opening, those without effect included', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const tom = await opent(h, 'tom', hulp);
    await tom.lijn.tot(() => tom.gelijk);
    for (let n = 1; n <= 17; n += 1) tom.typ(hulp.veld, `regel ${n}`);
    tom.stuurUpdate(encodeStateAsUpdate(tom.doc)); // all of it is there
    await tom.opgeslagen();
    expect(tom.lijn.besturing.at(-1)).toEqual({ type: 'opgeslagen', kanaal: tom.kanaal, t: 18 });
    expect(rijen(h.tafel.database, hulp.id)).toHaveLength(17);
    // It starts again at the next opening.
    const weer = await tom.lijn.open(hulp.id);
    weer.typ(hulp.veld, 'regel 18');
    await weer.opgeslagen();
    expect(tom.lijn.besturing.at(-1)).toEqual({ type: 'opgeslagen', kanaal: tom.kanaal, t: 1 });
  });

  test('SY5: what step 2 brings is called `gelijk` when it is stored, and others have it', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const fatima = await opent(h, 'fatima', hulp);
    const doc = new Doc();
    typ(doc, hulp.veld, 'offline getypt');
    const tom = await opent(h, 'tom', hulp, doc);
    await tom.lijn.tot(() => tom.gelijk);
    expect(rijen(h.tafel.database, hulp.id).some(({ wijziging }) => bevat(wijziging, 'offline getypt'))).toBe(
      true,
    );
    await fatima.leest(hulp.veld, 'offline getypt');
    expect(fatima.tekst(hulp.veld)).toBe('<alinea>offline getypt</alinea>');
  });

  test('SY5: whoever reads something reads what is on disk at that moment', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const tom = await opent(h, 'tom', hulp);
    const pieter = await opent(h, 'pieter', hulp);
    // Looked at when the frame comes in, which is after it was sent.
    const gemist: string[] = [];
    pieter.doc.on('update', () => {
      const opSchijf = new Doc();
      for (const { wijziging } of rijen(h.tafel.database, hulp.id)) applyUpdate(opSchijf, wijziging);
      if (!leesVeld(opSchijf.getText(hulp.veld)).includes(pieter.tekst(hulp.veld))) {
        gemist.push(pieter.tekst(hulp.veld));
      }
    });
    for (let n = 0; n < 40; n += 1) tom.typ(hulp.veld, `regel ${n}.`);
    await pieter.leest(hulp.veld, 'regel 39.');
    expect(gemist).toEqual([]);
    expect(pieter.updates).toHaveLength(40);
  });
});

describe('SY5a: what is stored is what the server’s document emitted', () => {
  test('SY5a: text typed and deleted offline is neither stored nor sent on', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const fatima = await opent(h, 'fatima', hulp);
    const tom = await opent(h, 'tom', hulp);
    tom.typ(hulp.veld, 'blijft');
    await tom.opgeslagen();
    // A client that keeps what it deleted, as one with an undo stack does.
    const thuis = new Doc({ gc: false });
    thuis.clientID = tom.doc.clientID + 1;
    applyUpdate(thuis, encodeStateAsUpdate(tom.doc));
    regelVan(thuis, hulp.veld).insert(6, ' GEHEIM');
    regelVan(thuis, hulp.veld).delete(6, 7);
    regelVan(thuis, hulp.veld).insert(6, ' staan');
    expect(bevat(encodeStateAsUpdate(thuis), 'GEHEIM')).toBe(true);
    const weer = await tom.lijn.open(hulp.id, thuis);
    await tom.lijn.tot(() => weer.gelijk);
    await fatima.leest(hulp.veld, 'blijft staan');
    for (const { wijziging } of rijen(h.tafel.database, hulp.id))
      expect(bevat(wijziging, 'GEHEIM')).toBe(false);
    expect(allesOp(fatima.lijn)).not.toContain('GEHEIM');
    const later = await opent(h, 'pieter', hulp);
    expect(later.tekst(hulp.veld)).toContain('blijft staan');
    expect(allesOp(later.lijn)).not.toContain('GEHEIM');
  });

  test('SY5a: bytes behind the end of an update, or of a bericht, reach nobody', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const fatima = await opent(h, 'fatima', hulp);
    const doc = new Doc();
    for (const achter of ['update', 'bericht']) {
      const tom = await opent(h, 'tom', hulp);
      doc.clientID = tom.doc.clientID;
      const kopie = kopieVan(tom.doc);
      kopie.clientID = tom.doc.clientID;
      typ(kopie, hulp.veld, 'x');
      const goed = encodeStateAsUpdate(kopie);
      if (achter === 'update') tom.stuurUpdate(Buffer.concat([goed, Buffer.from('VERSTOPT')]));
      else {
        tom.lijn.stuur(
          tom.kanaal,
          Buffer.concat([Uint8Array.of(0, 2, goed.length), goed, Buffer.from('VERSTOPT')]),
        );
      }
      expect(await einde(tom)).toBe(4400);
    }
    await fatima.lijn.bij();
    expect(fatima.updates).toEqual([]);
    expect(rijen(h.tafel.database, hulp.id)).toEqual([]);
  });
});

describe('SY6: only that person’s structs', () => {
  test('SY6 NK18: a step 2 that brings another’s text is refused, and nothing of it stays', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const vreemd = new Doc();
    typ(vreemd, hulp.veld, 'x');
    const doc = new Doc();
    applyUpdate(doc, encodeStateAsUpdate(vreemd));
    const tom = await opent(h, 'tom', hulp, doc);
    expect(await einde(tom)).toMatchObject({ type: 'geweigerd', code: 'vreemde_auteur' });
    expect(rijen(h.tafel.database, hulp.id)).toEqual([]);
    expect((await opent(h, 'pieter', hulp)).tekst(hulp.veld)).toBe('');
  });

  test('SY6: a reader’s answer to the handshake changes nothing and is taken in silence', async () => {
    const h = await klein();
    const plan = await tekstVan(h, 'pieter', 'plan');
    const tom = await opent(h, 'tom', plan);
    tom.typ(plan.veld, 'van Tom');
    await tom.opgeslagen();
    const doc = new Doc();
    typ(doc, plan.veld, 'van de lezer');
    const pieter = await opent(h, 'pieter', plan, doc);
    await pieter.lijn.bij();
    expect(pieter.einde).toBeNull();
    expect(pieter.lijn.besturing.filter(({ type }) => type !== 'zicht' && type !== 'hartslag')).toEqual([]);
    await tom.lijn.bij();
    expect(tom.tekst(plan.veld)).toBe('<alinea>van Tom</alinea>');
    expect(rijen(h.tafel.database, plan.id)).toHaveLength(1);
    expect(beeld(h.tafel.database, plan.id)).toBeNull();
    // And it goes on reading.
    tom.typ(plan.veld, 'en verder');
    await pieter.leest(plan.veld, 'en verder');
  });
});

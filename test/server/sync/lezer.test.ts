import { describe, expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, type Transaction } from 'yjs';
import type { Omvang } from '../../../server/kern/omvang.ts';
import { LIJNMATEN } from '../../../server/lijnen/sync/maten.ts';
import type { Synctekst } from './lijn.ts';
import { bijTot, einde, klein, lijnVan, opent, regelVan, rijen, tekstVan } from './tekst.ts';
import { leesVeld } from './veldtekst.ts';

/** As our client does (SY14): no formatting cleaned up by itself. */
function ruimtNietOp(tekst: Synctekst): Synctekst {
  tekst.doc.on('afterTransaction', (transactie: Transaction) => {
    transactie._needFormattingCleanup = false;
  });
  return tekst;
}

/** @param omvang of texts that are longer than people's, to fill a line with */
async function plan(omvang: Partial<Omvang> = {}) {
  const h = await klein({ omvang });
  const plaats = await tekstVan(h, 'pieter', 'plan');
  const tom = ruimtNietOp(await opent(h, 'tom', plaats));
  const pieter = ruimtNietOp(await opent(h, 'pieter', plaats));
  tom.typ(plaats.veld, 'van Tom');
  await tom.opgeslagen();
  await pieter.leest(plaats.veld, 'van Tom');
  return { h, plaats, tom, pieter };
}

describe('SY14: who reads', () => {
  test('SY14 NK17: a reader that writes is refused with `alleen_lezen`, and nobody sees a trace', async () => {
    const { h, plaats, tom, pieter } = await plan();
    pieter.typ(plaats.veld, 'van de lezer');
    expect(await einde(pieter)).toMatchObject({
      type: 'geweigerd',
      code: 'alleen_lezen',
      reden: expect.stringMatching(/^[A-Z].*\.$/),
    });
    await tom.lijn.bij();
    expect(tom.tekst(plaats.veld)).toBe('<alinea>van Tom</alinea>');
    expect(rijen(h.tafel.database, plaats.id)).toHaveLength(1);
    // It may read on.
    const weer = await pieter.lijn.open(plaats.id);
    expect(weer.tekst(plaats.veld)).toBe('<alinea>van Tom</alinea>');
  });

  test('SY14: whatever a reader writes, refused or not by the gate, it says only that they read', async () => {
    const { h, plaats } = await plan();
    const doc = new Doc();
    doc.getArray('verstopt').insert(0, ['x']);
    const eerst = encodeStateVector(doc);
    doc.getArray('verstopt').insert(1, ['y']);
    // A root that is no veld, and what comes behind a gap.
    for (const update of [encodeStateAsUpdate(doc), encodeStateAsUpdate(doc, eerst)]) {
      const pieter = await opent(h, 'pieter', plaats);
      pieter.stuurUpdate(update);
      expect(await einde(pieter)).toMatchObject({ type: 'geweigerd', code: 'alleen_lezen' });
    }
  });

  test('SY14: what a reader deletes is dropped in silence, and not called stored', async () => {
    const { h, plaats, tom, pieter } = await plan();
    regelVan(pieter.doc, plaats.veld).delete(0, 3);
    await pieter.lijn.bij();
    expect(pieter.einde).toBeNull();
    expect(pieter.bevestigd).toBe(0);
    await tom.lijn.bij();
    expect(tom.tekst(plaats.veld)).toBe('<alinea>van Tom</alinea>');
    expect(rijen(h.tafel.database, plaats.id)).toHaveLength(1);
    // It goes on reading.
    tom.typ(plaats.veld, 'en verder');
    await pieter.leest(plaats.veld, 'en verder');
  });

  test('SY14: each frame with formatting is one change, for the store and for readers, whoever formats at the same time', async () => {
    const { h, plaats, tom, pieter } = await plan();
    const fatima = ruimtNietOp(await opent(h, 'fatima', plaats));
    const voor = pieter.updates.length;
    // Both make the same words bold before they hear of each other: the second marks are redundant.
    regelVan(tom.doc, plaats.veld).format(0, 7, { strong: true });
    regelVan(fatima.doc, plaats.veld).format(0, 7, { strong: true });
    await Promise.all([tom.opgeslagen(), fatima.opgeslagen()]);
    regelVan(tom.doc, plaats.veld).format(0, 7, { strong: null });
    regelVan(fatima.doc, plaats.veld).format(0, 3, { em: true });
    await Promise.all([tom.opgeslagen(), fatima.opgeslagen()]);
    await Promise.all([tom.lijn.bij(), fatima.lijn.bij(), pieter.lijn.bij()]);
    expect(pieter.updates.length - voor).toBe(4);
    expect(rijen(h.tafel.database, plaats.id)).toHaveLength(5);
    // All hold the same, on screen and on disk.
    const opSchijf = new Doc();
    for (const { wijziging } of rijen(h.tafel.database, plaats.id)) applyUpdate(opSchijf, wijziging);
    const teksten = [tom.doc, fatima.doc, pieter.doc, opSchijf].map((doc) =>
      leesVeld(doc.getText(plaats.veld)),
    );
    expect(new Set(teksten).size).toBe(1);
    expect(pieter.lijn.sluitcode).toBeNull();
  });

  test('SY14: who becomes a writer is asked for what they have, and may write', async () => {
    const h = await klein();
    const plaats = await tekstVan(h, 'tom', 'plan');
    const zetel = await h.laatMeedoen('nora', null, { zetel: 'jeugdhulp' });
    const lijn = await lijnVan(h, 'nora');
    const van = await lijn.open(plaats.id);
    expect(lijn.kanaal(plaats.id)?.niveau).toBe('lezen');
    expect((await h.vraag('fatima', 'PATCH', `/deelnemers/${zetel}`, { zetel: 'jeugd' })).status).toBe(200);
    await lijn.tot(() => lijn.kanaal(plaats.id)?.niveau === 'schrijven');
    lijn.meld({ type: 'auteur', kanaal: van.kanaal, clientId: van.doc.clientID });
    van.typ(plaats.veld, 'nu ook van Nora');
    await van.opgeslagen();
    expect([van.einde, van.bevestigd]).toEqual([null, 1]);
    expect((await h.vraag('fatima', 'PATCH', `/deelnemers/${zetel}`, { zetel: 'jeugdhulp' })).status).toBe(
      200,
    );
    await lijn.tot(() => lijn.kanaal(plaats.id)?.niveau === 'lezen');
    van.typ(plaats.veld, 'niet meer');
    expect(await einde(van)).toMatchObject({ type: 'geweigerd', code: 'alleen_lezen' });
  });
});

describe('SY11: who doesn’t read', () => {
  test('SY11: a reader that can’t keep up is disconnected; others go on, and it catches up on coming back', async () => {
    const { h, plaats, tom, pieter } = await plan({ tekst: 1e9, compartiment: 1e9 });
    const kamer = h.tafel.app.teksten.kamers.get(plaats.id);
    pieter.lijn.socket.pause();
    for (let n = 0; n < 120; n += 1) tom.typ(plaats.veld, `${n} `.padEnd(240_000, 'x'));
    await tom.opgeslagen();
    expect([tom.einde, tom.bevestigd]).toEqual([null, 121]);
    await bijTot(tom.lijn, () => kamer?.lezers === 1);
    expect(kamer?.lezers).toBe(1);
    pieter.lijn.socket.resume();
    expect(await pieter.lijn.tot(() => pieter.lijn.sluitcode)).toBe(1006);
    expect(pieter.updates.length).toBeLessThan(120);
    const gemist = pieter.tekst(plaats.veld).length;
    const weer = await opent(h, 'pieter', plaats, pieter.doc);
    expect(weer.tekst(plaats.veld).length).toBeGreaterThan(gemist);
    expect(weer.tekst(plaats.veld)).toBe(tom.tekst(plaats.veld));
  });
});

describe('SY12: signs of life', () => {
  test('SY12: a hartslag is answered, and nothing else beats: no ping per kanaal', async () => {
    const { pieter } = await plan();
    const voor = pieter.lijn.besturing.length;
    await pieter.lijn.bij();
    expect(pieter.lijn.besturing.slice(voor)).toEqual([{ type: 'hartslag' }]);
  });

  test('SY12: a line that gives no sign of life for 30 s is ended; one that answers pings stays', async () => {
    const { h, plaats, pieter } = await plan();
    const levend = await lijnVan(h, 'tom');
    pieter.lijn.socket.pause();
    const kamer = h.tafel.app.teksten.kamers.get(plaats.id);
    h.tafel.klok.nu += LIJNMATEN.levensteken + 1;
    await levend.bij();
    const ping = new Promise<void>((klaar) => levend.socket.once('ping', () => klaar()));
    await ping;
    await bijTot(levend, () =>
      (kamer === undefined ? [] : h.tafel.app.sync.lezersVan(kamer)).every(
        ({ persoonId }) => persoonId !== h.persoonId('pieter'),
      ),
    );
    expect(levend.sluitcode).toBeNull();
    pieter.lijn.socket.resume();
    expect(await pieter.lijn.tot(() => pieter.lijn.sluitcode)).toBe(1006);
  });
});

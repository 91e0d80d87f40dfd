import { describe, expect, test } from 'vitest';
import { LIJNMATEN } from '../../../server/lijnen/sync/maten.ts';
import type { Synctekst } from './lijn.ts';
import { bijTot, cursorregels, cursors, klein, lijnVan, opent, tekstVan } from './tekst.ts';

const plek = (client: number, clock: number) => ({
  type: null,
  tname: null,
  item: { client, clock },
  assoc: 0,
});
const staat = (n = 0) => ({ cursor: { anchor: plek(1, n), head: plek(1, n + 1) } });

let klok = 0;
function zet(tekst: Synctekst, inhoud: unknown, clientId = tekst.doc.clientID): void {
  klok += 1;
  tekst.stuurCursors([{ clientId, klok, staat: inhoud }]);
}

async function drie() {
  const h = await klein();
  const hulp = await tekstVan(h, 'tom', 'hulp');
  const fatima = await opent(h, 'fatima', hulp);
  const tom = await opent(h, 'tom', hulp);
  const pieter = await opent(h, 'pieter', hulp);
  return { h, hulp, fatima, tom, pieter };
}

describe('SY8 NK19: cursors', () => {
  test('NK19 NK20: who reads sees a cursor under the name that the server gives, known by name or `deelnemer`', async () => {
    const { h, fatima, tom, pieter } = await drie();
    zet(pieter, { ...staat(), user: { name: 'Burgemeester', color: 'red' } });
    const id = pieter.doc.clientID;
    await fatima.lijn.tot(() => cursors(fatima).get(id));
    await tom.lijn.tot(() => cursors(tom).get(id));
    const daar = { anchor: plek(1, 0), head: plek(1, 1) };
    // The regisseur knows everyone; Tom doesn't know who sits on a discreet zetel.
    expect(cursors(fatima).get(id)).toEqual({
      cursor: daar,
      user: { deelnemerId: h.zetelVan('pieter'), naam: 'Pieter', zetel: 'gezondheidszorg' },
    });
    expect(cursors(tom).get(id)).toEqual({ cursor: daar, user: { naam: 'deelnemer' } });
    // Nobody gets their own back.
    await pieter.lijn.bij();
    expect(cursorregels(pieter)).toEqual([]);
  });

  test('NK20: while a cursor stands, its name follows who comes to be known, and who no longer is', async () => {
    const { h, tom, pieter } = await drie();
    zet(pieter, staat());
    const id = pieter.doc.clientID;
    await tom.lijn.tot(() => cursors(tom).get(id)?.user.naam === 'deelnemer');
    // The household agrees that the others know of Pieter: now Tom knows him by name.
    const zeg = (bekend: boolean) =>
      h.vraag('fatima', 'PATCH', `/deelnemers/${h.zetelVan('pieter')}`, { bekend });
    expect((await zeg(true)).status).toBe(200);
    await tom.lijn.tot(() => cursors(tom).get(id)?.user.naam === 'Pieter');
    expect(cursors(tom).get(id)?.cursor).toEqual(staat().cursor);
    expect((await zeg(false)).status).toBe(200);
    await tom.lijn.tot(() => cursors(tom).get(id)?.user.naam === 'deelnemer');
    expect(cursors(tom).get(id)?.user).toEqual({ naam: 'deelnemer' });
  });

  test('NK19: who opens later sees the cursors that stand, and who may not read sees none', async () => {
    const { h, hulp, tom } = await drie();
    zet(tom, staat());
    await tom.lijn.bij();
    const later = await opent(h, 'fatima', hulp);
    await later.lijn.bij();
    expect(cursors(later).get(tom.doc.clientID)?.user.naam).toBe('Tom');
    // Asking again gives them again.
    const voor = cursorregels(later).length;
    later.lijn.stuur(later.kanaal, Uint8Array.of(3));
    await later.lijn.bij();
    expect(cursorregels(later).length).toBe(voor + 1);
    // Open on the line, not on this kanaal.
    const buiten = await lijnVan(h, 'pieter');
    zet(tom, staat(3));
    await tom.lijn.bij();
    await buiten.bij();
    expect(buiten.berichten).toEqual([]);
  });

  test('SY8 NK18: forged awareness: an entry under another’s id, or one that was never announced, is left out in silence', async () => {
    const { fatima, tom, pieter } = await drie();
    zet(pieter, staat());
    const echt = await tom.lijn.tot(() => cursors(tom).get(pieter.doc.clientID));
    tom.stuurCursors([
      { clientId: pieter.doc.clientID, klok: 1000, staat: staat(9) },
      { clientId: pieter.doc.clientID, klok: 1001, staat: null },
      { clientId: 12345, klok: 1, staat: staat(9) },
      { clientId: tom.doc.clientID, klok: 1, staat: staat(5) },
    ]);
    await fatima.lijn.tot(() => cursors(fatima).get(tom.doc.clientID));
    expect([...cursors(fatima).keys()].sort()).toEqual([tom.doc.clientID, pieter.doc.clientID].sort());
    expect(cursors(fatima).get(pieter.doc.clientID)?.cursor).toEqual(echt.cursor);
    expect(tom.lijn.sluitcode).toBeNull();
    expect(tom.einde).toBeNull();
  });

  test('SY8: nothing but a place goes on: other keys are dropped, and what is no place ends the line', async () => {
    const { fatima, tom, pieter } = await drie();
    zet(tom, {
      ...staat(),
      geheim: 'KANARIE',
      cursor: { anchor: { ...plek(1, 0), extra: 'KANARIE' }, head: plek(1, 1), mee: 'KANARIE' },
    });
    await fatima.lijn.tot(() => cursors(fatima).get(tom.doc.clientID));
    expect(JSON.stringify(cursorregels(fatima))).not.toContain('KANARIE');
    zet(pieter, { cursor: { anchor: 'KANARIE', head: 'KANARIE' } });
    expect(await pieter.lijn.tot(() => pieter.lijn.sluitcode)).toBe(4400);
    await fatima.lijn.bij();
    expect(JSON.stringify(cursorregels(fatima))).not.toContain('KANARIE');
  });

  test('SY8: a reader has no cursor; they see those of others', async () => {
    const h = await klein();
    const plan = await tekstVan(h, 'pieter', 'plan');
    const tom = await opent(h, 'tom', plan);
    const pieter = await opent(h, 'pieter', plan);
    pieter.lijn.meld({ type: 'auteur', kanaal: pieter.kanaal, clientId: pieter.doc.clientID });
    zet(pieter, staat());
    zet(tom, staat());
    await pieter.lijn.tot(() => cursors(pieter).get(tom.doc.clientID));
    await tom.lijn.bij();
    expect(cursorregels(tom)).toEqual([]);
    expect(pieter.lijn.sluitcode).toBeNull();
  });

  test('SY8: who becomes a reader loses the cursor that stood', async () => {
    const h = await klein();
    const zetel = await h.laatMeedoen('nora', null);
    const plan = await tekstVan(h, 'tom', 'plan');
    const tom = await opent(h, 'tom', plan);
    const lijn = await lijnVan(h, 'nora');
    const van = await lijn.open(plan.id);
    zet(van, staat());
    await tom.lijn.tot(() => cursors(tom).get(van.doc.clientID));
    const daalt = await h.vraag('fatima', 'PATCH', `/deelnemers/${zetel}`, { zetel: 'jeugdhulp' });
    expect(daalt.status, daalt.tekst).toBe(200);
    await tom.lijn.tot(() => cursors(tom).get(van.doc.clientID) === null);
    expect(cursors(tom).get(van.doc.clientID)).toBeNull();
  });

  test('SY8: a cursor goes when its owner leaves the text, closes the kanaal, or loses the line', async () => {
    const { h, hulp, fatima, tom, pieter } = await drie();
    const weg = (tekst: Synctekst) => fatima.lijn.tot(() => cursors(fatima).get(tekst.doc.clientID) === null);
    const staatEr = (tekst: Synctekst) => fatima.lijn.tot(() => cursors(fatima).get(tekst.doc.clientID));
    zet(tom, staat());
    await staatEr(tom);
    zet(tom, null);
    await weg(tom);
    zet(tom, staat());
    await staatEr(tom);
    tom.lijn.meld({ type: 'sluit', kanaal: tom.kanaal });
    await weg(tom);
    zet(pieter, staat());
    await staatEr(pieter);
    pieter.lijn.trekUit();
    await weg(pieter);
    // Back under the same id, it stands again: the server's clock goes on.
    await bijTot(
      fatima.lijn,
      () => h.tafel.app.teksten.kamers.get(hulp.id)?.levend.has(pieter.doc.clientID) === false,
    );
    const weer = await opent(h, 'pieter', hulp, pieter.doc);
    zet(weer, staat(7));
    await fatima.lijn.tot(() => cursors(fatima).get(pieter.doc.clientID)?.cursor.anchor.item.clock === 7);
    expect(cursors(fatima).get(pieter.doc.clientID)?.user.naam).toBe('Pieter');
  });

  test('SY8: an entry that was overtaken is left out', async () => {
    const { fatima, tom } = await drie();
    tom.stuurCursors([{ clientId: tom.doc.clientID, klok: 50, staat: staat(2) }]);
    tom.stuurCursors([{ clientId: tom.doc.clientID, klok: 49, staat: staat(1) }]);
    await tom.lijn.bij();
    await fatima.lijn.bij();
    expect(cursors(fatima).get(tom.doc.clientID)?.cursor.anchor.item.clock).toBe(2);
    expect(cursorregels(fatima)).toHaveLength(1);
  });

  test('SY8: above the rate cursors are dropped, not refused; however the number is written', async () => {
    const { h, fatima, tom } = await drie();
    for (let n = 0; n < 3 * LIJNMATEN.cursorsOpslag; n += 1) zet(tom, staat(n));
    await tom.lijn.bij();
    await fatima.lijn.bij();
    expect(cursorregels(fatima)).toHaveLength(LIJNMATEN.cursorsOpslag);
    expect(tom.lijn.sluitcode).toBeNull();
    h.tafel.klok.nu += 1000;
    for (let n = 0; n < LIJNMATEN.cursorsOpslag; n += 1) zet(tom, staat(n));
    await tom.lijn.bij();
    await fatima.lijn.bij();
    expect(cursorregels(fatima)).toHaveLength(LIJNMATEN.cursorsOpslag + LIJNMATEN.cursorsPerSeconde);
    // The kind of a bericht in two bytes would be counted as another kind.
    tom.lijn.stuur(tom.kanaal, Uint8Array.of(0x81, 0x00, 1, 0));
    expect(await tom.lijn.tot(() => tom.lijn.sluitcode)).toBe(4400);
  });

  test('SY8: a large awareness message is dropped, and many entries under one id go on as one', async () => {
    const { fatima, tom } = await drie();
    zet(tom, { ...staat(), vulling: 'x'.repeat(LIJNMATEN.cursor) });
    await tom.lijn.bij();
    tom.stuurCursors(
      Array.from({ length: 200 }, (_, n) => ({
        clientId: tom.doc.clientID,
        klok: 1000 + n,
        staat: n === 199 ? staat(1) : null,
      })),
    );
    await tom.lijn.bij();
    await fatima.lijn.bij();
    expect(cursorregels(fatima)).toHaveLength(1);
    expect(tom.lijn.sluitcode).toBeNull();
  });
});

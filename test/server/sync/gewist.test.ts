import { describe, expect, test } from 'vitest';
import { tekstbeelden } from '../../../server/database/schema.ts';
import type { Huishouden } from '../huishouden.ts';
import {
  allesOp,
  beeld,
  bevat,
  herstartbaar,
  klein,
  opent,
  type Plaats,
  regelVan,
  rijen,
  tekstVan,
} from './tekst.ts';

// NK14, SY7: what was deleted does not come back. A canary is looked for in the bytes, not in what a client shows.

const KANARIE = 'KANARIEGEEL';

/** Tom types a canary in the midst of a sentence, in a block of its own, and takes both out. */
async function typEnWis(h: Huishouden, hulp: Plaats): Promise<void> {
  const tom = await opent(h, 'tom', hulp);
  tom.typ(hulp.veld, 'wat blijft');
  regelVan(tom.doc, hulp.veld).insert(4, `${KANARIE} een `);
  tom.typ(hulp.veld, `${KANARIE} twee`);
  await tom.opgeslagen();
  regelVan(tom.doc, hulp.veld).delete(4, KANARIE.length + 5);
  regelVan(tom.doc, hulp.veld, 1).wis();
  await tom.opgeslagen();
  expect(tom.tekst(hulp.veld)).toBe('<alinea>wat blijft</alinea>');
  tom.lijn.trekUit();
}

/** Pieter joins and must find what stayed, and no canary in anything that came. */
async function verwachtWeg(h: Huishouden, hulp: Plaats): Promise<void> {
  const later = await opent(h, 'pieter', hulp);
  expect(later.tekst(hulp.veld)).toBe('<alinea>wat blijft</alinea>');
  expect(allesOp(later.lijn)).toContain('blijft');
  expect(allesOp(later.lijn)).not.toContain(KANARIE);
}

describe('NK14: deleted text', () => {
  test('SY7 NK14: who joins later gets none of it; the record of who wrote what still has it, out of reach', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    await typEnWis(h, hulp);
    await verwachtWeg(h, hulp);
    expect(rijen(h.tafel.database, hulp.id).some(({ wijziging }) => bevat(wijziging, KANARIE))).toBe(true);
  });

  test('SY7 NK14: nor after a restart, with a tekstbeeld or from the changes alone', async () => {
    const { h, herstart } = await herstartbaar();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    await typEnWis(h, hulp);
    let zonder = 0;
    // As after the power failed: no tekstbeeld was made.
    const kaal = await herstart((database) => {
      zonder = database.db.delete(tekstbeelden).run().changes;
    });
    expect(zonder).toBe(1);
    await verwachtWeg(kaal, hulp);
    const met = await herstart();
    expect(beeld(met.tafel.database, hulp.id)).not.toBeNull();
    await verwachtWeg(met, hulp);
  });

  test('SY7 NK14: a tekstbeeld holds none of it', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    await typEnWis(h, hulp);
    const { teksten } = h.tafel.app;
    await expect.poll(() => teksten.kamers.get(hulp.id)?.lezers).toBe(0);
    h.tafel.klok.nu += 31_000;
    teksten.ruimOp();
    expect(teksten.kamers.has(hulp.id)).toBe(false);
    const gevangen = beeld(h.tafel.database, hulp.id);
    expect(bevat(gevangen?.bytes ?? new Uint8Array(), 'blijft')).toBe(true);
    expect(bevat(gevangen?.bytes ?? new Uint8Array(), KANARIE)).toBe(false);
    await verwachtWeg(h, hulp);
  });

  test('SY7 NK14: a kaart that is removed takes its text along, for who joins later and who typed in it', async () => {
    const h = await klein();
    const kaart = await h.schrijf('tom', 'plan', null, {
      soort: 'doel',
      titel: 'Rust in huis',
      lidIds: [h.leden.kind1],
    });
    const id = await h.plek('tom', 'plan');
    const veld = (await h.bord('tom')).velden.find(({ kaartId }) => kaartId === kaart.id)?.id ?? '';
    const vast = await tekstVan(h, 'tom', 'plan');
    const tom = await opent(h, 'tom', { id, veld });
    tom.typ(veld, KANARIE, { soort: 'kop' });
    tom.typ(vast.veld, 'wat blijft');
    await tom.opgeslagen();
    const weg = await h.vraag('tom', 'DELETE', `/kaarten/${kaart.id}?versie=${kaart.versie}`);
    expect(weg.status, weg.tekst).toBe(204);
    await tom.lijn.tot(() => tom.tekst(veld) === '');
    const later = await opent(h, 'pieter', vast);
    expect(later.tekst(vast.veld)).toBe('<alinea>wat blijft</alinea>');
    expect(allesOp(later.lijn)).not.toContain(KANARIE);
    // And what is typed there after all is refused, at who sent it.
    tom.typ(veld, 'toch nog');
    await tom.lijn.tot(() => tom.einde);
    expect(tom.einde).toMatchObject({ type: 'geweigerd', code: 'geen_veld' });
    expect(h.tafel.fouten).toEqual([]);
  });
});

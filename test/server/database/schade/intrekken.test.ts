import { describe, expect, test } from 'vitest';
import { kaarten, tekstbeelden, tekstwijzigingen } from '../../../../server/database/schema.ts';
import { sluitUit } from '../../../bouw/ingreep.ts';
import { type Huishouden, huishouden } from '../../huishouden.ts';
import { lijnVan, tekstVan } from '../../sync/tekst.ts';

/** A table at which everything is written in and nothing can be read; Pieter reads along over open lines. */
async function onleesbaar() {
  const h = await huishouden({ plaatsen: { tom: null, pieter: null } });
  const hulp = await tekstVan(h, 'tom', 'hulp');
  // Who is named is known to the others first (NK26).
  await h.vraag('fatima', 'PATCH', `/deelnemers/${h.zetelVan('pieter')}`, { bekend: true });
  await h.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'Rust', samenMet: [h.zetelVan('pieter')] });
  await h.schrijf('tom', 'hulp', null, { soort: 'besproken', leefgebied: 'wonen', datum: '2026-02-01' });
  const tom = await (await lijnVan(h, 'tom')).open(hulp.id);
  tom.typ(hulp.veld, 'een');
  await tom.opgeslagen();
  const lijn = await lijnVan(h, 'pieter');
  await lijn.open(hulp.id);
  const live = await (await h.als('pieter')).live();
  await live.volg(h.casusId);
  const kapot = Buffer.from('kapot');
  const { db } = h.tafel.database;
  db.update(kaarten).set({ inhoud: kapot }).run();
  db.update(tekstwijzigingen).set({ wijziging: kapot }).run();
  db.update(tekstbeelden).set({ beeld: kapot }).run();
  return { h, hulp, lijn, live, tom };
}

/** Pieter is out: of every route, and of every line. */
async function isWeg(h: Huishouden, lijn: Awaited<ReturnType<typeof lijnVan>>): Promise<void> {
  await lijn.tot(() => lijn.sluitcode !== null);
  expect((await h.vraag('pieter', 'GET', '')).status).toBe(404);
}

describe('ST3: a loss of level never waits for content', () => {
  test('a seat is taken away with every kaart and text unreadable', async () => {
    const { h, lijn } = await onleesbaar();

    expect((await h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('pieter')}`)).status).toBe(204);

    await isWeg(h, lijn);
  });

  test('a seat ends by the clock', async () => {
    const { h, lijn } = await onleesbaar();
    const tot = new Date(h.tafel.klok.nu + 5_000).toISOString();
    const gewijzigd = await h.vraag('fatima', 'PATCH', `/deelnemers/${h.zetelVan('pieter')}`, { tot });
    expect(gewijzigd.status).toBe(200);
    h.tafel.klok.nu += 6_000;
    h.tafel.app.loopAf();

    await isWeg(h, lijn);
  });

  test('an exclusion closes the part, and the line goes on', async () => {
    const { h, hulp, lijn } = await onleesbaar();

    sluitUit(h, 'pieter', hulp.id);

    await lijn.tot(() => lijn.kanaal(hulp.id) === undefined);
    expect(lijn.sluitcode).toBe(null);
    const bord = await h.bord('pieter');
    expect(bord.compartimenten.find(({ id }) => id === hulp.id)?.niveau ?? 'verborgen').toMatch(
      /^(?:dat|verborgen)$/,
    );
  });

  test('also when nothing that is kept can be asked for at all', async () => {
    const { h, lijn } = await onleesbaar();
    // Not one row: the table itself.
    h.tafel.database.sqlite.pragma('foreign_keys = off');
    h.tafel.database.sqlite.exec('alter table kaarten rename to weg');

    const weg = await h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('pieter')}`);

    expect(weg.status).toBe(204);
    await isWeg(h, lijn);
  });

  test('also when it can’t be put on record: then it holds in memory', async () => {
    const { h, lijn } = await onleesbaar();
    const { kluis } = h.tafel.database;
    const versleutel = kluis.versleutelJson;
    kluis.versleutelJson = () => {
      throw new Error('the key of the record can’t be read');
    };
    const weg = await h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('pieter')}`);
    kluis.versleutelJson = versleutel;

    expect(weg.status).toBe(500);
    await isWeg(h, lijn);
    expect((await h.vraag('fatima', 'DELETE', `/deelnemers/${h.zetelVan('pieter')}`)).status).toBe(204);
  });
});

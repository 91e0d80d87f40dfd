import { expect, test } from 'vitest';
import { verwachtWeigering } from '../huishouden.ts';
import { klein, opent, tekstVan } from './tekst.ts';

// ST6: a text, and the texts of a compartment, have an end.

test('ST6: a full text takes nothing more; what stood there stays, and the line goes on', async () => {
  const h = await klein({ omvang: { tekst: 100 } });
  const hulp = await tekstVan(h, 'tom', 'hulp');
  const fatima = await opent(h, 'fatima', hulp);
  fatima.typ(hulp.veld, 'x'.repeat(90));
  await fatima.opgeslagen();
  const eerste = await opent(h, 'tom', hulp);
  const { lijn } = eerste;
  for (let n = 0; n < 6; n += 1) {
    const tom = await lijn.open(hulp.id);
    tom.typ(hulp.veld, 'past niet meer');
    await tom.opgeslagen();
    expect(tom.einde).toMatchObject({ type: 'geweigerd', code: 'tekst_vol' });
  }
  // A word shorter fits.
  const tom = await lijn.open(hulp.id);
  tom.typ(hulp.veld, 'past');
  await tom.opgeslagen();
  expect([tom.einde, lijn.sluitcode]).toEqual([null, null]);
  await fatima.leest(hulp.veld, 'past');
  expect(fatima.tekst(hulp.veld)).not.toContain('niet meer');
});

test('ST6: what is put in the place of a full text counts for what it adds', async () => {
  const h = await klein({ omvang: { tekst: 100 } });
  const hulp = await tekstVan(h, 'tom', 'hulp');
  const tom = await opent(h, 'tom', hulp);
  tom.typ(hulp.veld, 'x'.repeat(95));
  await tom.opgeslagen();
  tom.doc.transact(() => {
    tom.veld(hulp.veld).delete(0, 90);
    tom.veld(hulp.veld).insert(0, 'y'.repeat(90));
  });
  await tom.opgeslagen();
  expect(tom.einde).toBeNull();
  tom.doc.transact(() => {
    tom.veld(hulp.veld).delete(0, 10);
    tom.veld(hulp.veld).insert(0, 'z'.repeat(20));
  });
  await tom.opgeslagen();
  expect(tom.einde).toMatchObject({ code: 'tekst_vol' });
});

test('ST6: another text of the same compartment isn’t full', async () => {
  const h = await klein({ omvang: { tekst: 100 } });
  const hulp = await tekstVan(h, 'tom', 'hulp');
  const ander = (await h.bord('tom')).velden.find(
    ({ id, compartimentId }) => compartimentId === hulp.id && id !== hulp.veld,
  );
  const tom = await opent(h, 'tom', hulp);
  tom.typ(hulp.veld, 'x'.repeat(95));
  tom.typ(String(ander?.id), 'y'.repeat(95));
  await tom.opgeslagen();
  expect([tom.bevestigd, tom.einde]).toEqual([2, null]);
});

test('ST6: the texts of a compartment are full together; what is deleted makes room', async () => {
  const h = await klein({ omvang: { compartiment: 3_000 } });
  const hulp = await tekstVan(h, 'tom', 'hulp');
  let tom = await opent(h, 'tom', hulp);
  tom.typ(hulp.veld, 'x'.repeat(2_000));
  await tom.opgeslagen();
  tom.typ(hulp.veld, 'y'.repeat(1_500));
  await tom.opgeslagen();
  expect(tom.einde).toMatchObject({ type: 'geweigerd', code: 'compartiment_vol' });
  tom = await tom.lijn.open(hulp.id);
  tom.veld(hulp.veld).delete(0, 1_500);
  await tom.opgeslagen();
  expect(tom.einde).toBeNull();
  tom.typ(hulp.veld, 'y'.repeat(1_500));
  await tom.opgeslagen();
  expect(tom.einde).toBeNull();
});

test('ST6: a concept that no longer fits behind its text stays a concept', async () => {
  const h = await klein({ omvang: { tekst: 100 } });
  const hulp = await tekstVan(h, 'tom', 'hulp');
  const tom = await h.als('tom');
  const { body: concept } = await tom.verzoek('POST', `${h.pad}/velden/${hulp.veld}/concept`);
  const tekst = await opent(h, 'tom', { id: concept.compartimentId, veld: concept.id });
  tekst.typ(concept.id, 'c'.repeat(60));
  await tekst.opgeslagen();
  const fatima = await opent(h, 'fatima', hulp);
  fatima.typ(hulp.veld, 'f'.repeat(60));
  await fatima.opgeslagen();
  verwachtWeigering(await tom.verzoek('POST', `${h.pad}/concepten/${concept.id}/deling`), 422, 'tekst_vol');
  expect(tekst.tekst(concept.id)).toContain('ccc');
  expect(tekst.einde).toBeNull();
});

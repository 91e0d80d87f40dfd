import { expect, test } from 'vitest';
import { maakFrame } from '../../../shared/sync/frame.ts';
import { verwachtWeigering } from '../huishouden.ts';
import { lijnVoorTest, Synclijn } from './lijn.ts';
import { klein, lijnVan, opent, tekstVan } from './tekst.ts';

// ST6 on the lines of texts: what one person sends and asks for holds up nobody else.

/** As the product is set, but for what a test says. */
const ECHT = { grenzen: { opdrachtenPerMinuut: 600 } };

test('ST6: of more lines than a person may have, over all sessions, the one used longest ago makes place', async () => {
  const h = await klein({ omvang: { lijnen: 3 } });
  const hulp = await tekstVan(h, 'tom', 'hulp');
  const ander = await h.tafel.meldAan(h.persoonId('tom'));
  const pieter = await lijnVan(h, 'pieter');
  const eerste = await opent(h, 'tom', hulp);
  h.tafel.klok.nu += 1;
  const tweede = await lijnVan(h, 'tom');
  h.tafel.klok.nu += 1;
  const derde = await lijnVoorTest(h.tafel.url, h.casusId, ander);
  h.tafel.klok.nu += 1;
  // Older, but somebody writes in it.
  eerste.typ(hulp.veld, 'nog bezig');
  await eerste.opgeslagen();
  const vierde = await lijnVoorTest(h.tafel.url, h.casusId, ander);
  expect(await tweede.tot(() => tweede.sluitcode)).toBe(4409);
  for (const lijn of [eerste.lijn, derde, vierde, pieter]) {
    await lijn.bij();
    expect(lijn.sluitcode).toBeNull();
  }
});

test('ST6: who sends more than they may cost waits, and loses nothing; another’s letter goes before', async () => {
  const h = await klein({ ...ECHT, budget: { werkPerSeconde: 100, werkOpslag: 300 } });
  const hulp = await tekstVan(h, 'tom', 'hulp');
  const fatima = await opent(h, 'fatima', hulp);
  const tom = await opent(h, 'tom', hulp);
  const tweede = await opent(h, 'tom', hulp);
  // On two lines, each within its own rate.
  for (let n = 0; n < 180; n += 1) for (const tekst of [tom, tweede]) tekst.typ(hulp.veld, `regel ${n}`);
  await tom.lijn.tot(() => tom.bevestigd > 0);
  fatima.typ(hulp.veld, 'een letter');
  await fatima.opgeslagen();
  expect(tom.bevestigd + tweede.bevestigd).toBeLessThan(360);
  await Promise.all([tom.opgeslagen(), tweede.opgeslagen()]);
  expect([tom.bevestigd, tweede.bevestigd, tom.lijn.sluitcode]).toEqual([180, 180, null]);
});

test('ST6: so much text a second; more waits and arrives', async () => {
  const h = await klein({ ...ECHT, budget: { tekstPerSeconde: 200_000, tekstOpslag: 10_000 } });
  const hulp = await tekstVan(h, 'tom', 'hulp');
  const fatima = await opent(h, 'fatima', hulp);
  const tom = await opent(h, 'tom', hulp);
  for (let n = 0; n < 4; n += 1) tom.typ(hulp.veld, 'lang '.repeat(8_000));
  await tom.lijn.tot(() => tom.bevestigd > 0);
  expect(tom.bevestigd).toBeLessThan(4);
  fatima.typ(hulp.veld, 'een letter');
  await fatima.opgeslagen();
  expect(tom.bevestigd).toBeLessThan(4);
  await tom.opgeslagen();
  expect(tom.bevestigd).toBe(4);
});

test('ST6: nine hundred first steps in one message hold up nobody’s letter', async () => {
  const h = await klein(ECHT);
  const [hulp, plan] = [await tekstVan(h, 'tom', 'hulp'), await tekstVan(h, 'fatima', 'plan')];
  const fatima = await opent(h, 'fatima', plan);
  const tom = await opent(h, 'tom', hulp);
  for (let n = 0; n < 6; n += 1) tom.typ(hulp.veld, 'lang '.repeat(6_000));
  await tom.opgeslagen();
  const vraag = maakFrame(tom.kanaal, Uint8Array.of(0, 0, 1, 0));
  tom.lijn.socket.send(Buffer.concat(Array.from({ length: 900 }, () => vraag)));
  fatima.typ(plan.veld, 'een letter');
  await fatima.opgeslagen();
  expect(fatima.bevestigd).toBe(1);
  // Who asks for the same over and over is ended, long before all of it was made.
  expect(await tom.lijn.tot(() => tom.lijn.sluitcode)).toBe(1006);
  const gekregen = tom.lijn.berichten.filter(({ bericht }) => bericht.length > 100_000).length;
  expect(gekregen).toBeLessThan(100);
});

test('ST6: more connections than a person makes are turned away at the door, theirs alone', async () => {
  const h = await klein({ ...ECHT, budget: { verbindingenPerSeconde: 0.01, verbindingenOpslag: 5 } });
  const tom = await h.als('tom');
  const codes: (number | null)[] = [];
  for (let n = 0; n < 7; n += 1) {
    const lijn = await lijnVoorTest(h.tafel.url, h.casusId, tom);
    codes.push(lijn.sluitcode);
    lijn.trekUit();
  }
  expect(codes).toEqual([null, null, null, null, null, 1006, 1006]);
  // A casus that isn't there is turned away alike.
  const nergens = new Synclijn(h.tafel.url, h.persoonId('tom'), tom.cookie);
  expect(await nergens.tot(() => nergens.sluitcode)).toBe(1006);
  expect((await lijnVan(h, 'fatima')).sluitcode).toBeNull();
  verwachtWeigering(await tom.verzoek('GET', `/casussen/${h.persoonId('tom')}`), 404, 'niet_gevonden');
});

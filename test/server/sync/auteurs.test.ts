import { describe, expect, test } from 'vitest';
import { Doc } from 'yjs';
import { bericht, inhoud, item } from '../../unit/poort/schrijver.ts';
import type { Huishouden, Naam } from '../huishouden.ts';
import { Synclijn, type Synctekst, vervolg } from './lijn.ts';
import {
  auteurs,
  bijTot,
  einde,
  herstartbaar,
  klein,
  lijnVan,
  opent,
  type Plaats,
  rijen,
  tekstVan,
} from './tekst.ts';

const UUR = 60 * 60 * 1000;

const metId = (clientId: number): Doc => {
  const doc = new Doc();
  doc.clientID = clientId;
  return doc;
};

/** Somebody opens a text and announces this id, on a line of their own. */
async function onder(h: Huishouden, naam: Naam, plaats: Plaats, clientId: number): Promise<Synctekst> {
  const tekst = await opent(h, naam, plaats, metId(clientId));
  await tekst.lijn.bij();
  return tekst;
}

const BEZET = { type: 'geweigerd', code: 'client_id_bezet' };

describe('SY3: client ids', () => {
  test('SY3 NK18: an id is bound with its first stored update, and each change is stored with the person whose connection it came on', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const tom = await opent(h, 'tom', hulp);
    const pieter = await opent(h, 'pieter', hulp);
    await tom.lijn.bij();
    expect(auteurs(h.tafel.database, hulp.id)).toEqual([]);
    tom.typ(hulp.veld, 'van Tom');
    await tom.opgeslagen();
    await pieter.leest(hulp.veld, 'van Tom');
    pieter.typ(hulp.veld, 'van Pieter');
    await pieter.opgeslagen();
    expect(auteurs(h.tafel.database, hulp.id).sort((a, b) => a.clientId - b.clientId)).toEqual(
      [
        { clientId: tom.doc.clientID, persoonId: h.persoonId('tom') },
        { clientId: pieter.doc.clientID, persoonId: h.persoonId('pieter') },
      ].sort((a, b) => a.clientId - b.clientId),
    );
    expect(rijen(h.tafel.database, hulp.id).map(({ persoonId }) => persoonId)).toEqual([
      h.persoonId('tom'),
      h.persoonId('pieter'),
    ]);
  });

  test('SY3 NK18: an id that somebody wrote under is never another’s, also after they left and after a restart', async () => {
    const { h, herstart } = await herstartbaar();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const tom = await onder(h, 'tom', hulp, 4711);
    tom.typ(hulp.veld, 'van Tom');
    await tom.opgeslagen();
    expect((await onder(h, 'pieter', hulp, 4711)).einde).toMatchObject(BEZET);
    tom.lijn.meld({ type: 'sluit', kanaal: tom.kanaal });
    await tom.lijn.bij();
    expect((await onder(h, 'pieter', hulp, 4711)).einde).toMatchObject(BEZET);
    const later = await herstart();
    expect((await onder(later, 'pieter', hulp, 4711)).einde).toMatchObject(BEZET);
    const weer = await onder(later, 'tom', hulp, 4711);
    expect(weer.einde).toBeNull();
    expect(h.tafel.fouten).toEqual([]);
  });

  test('SY3: an id that was announced and not written under is anybody’s again when its line ends', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const tom = await onder(h, 'tom', hulp, 4711);
    expect((await onder(h, 'pieter', hulp, 4711)).einde).toMatchObject(BEZET);
    tom.lijn.meld({ type: 'sluit', kanaal: tom.kanaal });
    await tom.lijn.bij();
    const pieter = await onder(h, 'pieter', hulp, 4711);
    expect(pieter.einde).toBeNull();
    pieter.typ(hulp.veld, 'nu van Pieter');
    await pieter.opgeslagen();
    expect(pieter.bevestigd).toBe(1);
  });

  test('SY3: one id is live on one connection, also of the same person; announcing it again there is fine', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const tom = await onder(h, 'tom', hulp, 4711);
    tom.lijn.meld({ type: 'auteur', kanaal: tom.kanaal, clientId: 4711 });
    tom.typ(hulp.veld, 'een');
    await tom.opgeslagen();
    expect((await onder(h, 'tom', hulp, 4711)).einde).toMatchObject(BEZET);
    tom.typ(hulp.veld, 'twee');
    await tom.opgeslagen();
    expect(tom.bevestigd).toBe(2);
    // The cable is pulled: once the server knows, the id is free for its own person.
    tom.lijn.trekUit();
    const kamer = h.tafel.app.teksten.kamers.get(hulp.id);
    const wacht = await opent(h, 'tom', hulp);
    await bijTot(wacht.lijn, () => kamer?.levend.has(4711) === false);
    const weer = await opent(h, 'tom', hulp, tom.doc);
    expect(weer.einde).toBeNull();
  });

  test('SY3: structs that nobody is bound to can’t be gone on with', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const tom = await onder(h, 'tom', hulp, 4711);
    tom.typ(hulp.veld, 'een');
    await tom.opgeslagen();
    tom.lijn.meld({ type: 'sluit', kanaal: tom.kanaal });
    await tom.lijn.bij();
    // As if the row were lost with a restored backup.
    h.tafel.app.teksten.kamers.get(hulp.id)?.auteurs.delete(4711);
    expect((await onder(h, 'tom', hulp, 4711)).einde).toMatchObject(BEZET);
  });

  test('SY3: at most 32 ids a person, compartment and hour; announced ones count, bound ones may come back', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const tom = await onder(h, 'tom', hulp, 1);
    for (let id = 2; id <= 32; id += 1) tom.lijn.meld({ type: 'auteur', kanaal: tom.kanaal, clientId: id });
    // Half of them are written under.
    for (let id = 1; id <= 16; id += 1) {
      tom.stuurUpdate(
        bericht([{ client: id, clock: 0, structs: [item({ ouder: hulp.veld }, inhoud.tekst('x'))] }]),
      );
    }
    await tom.lijn.bij();
    expect(tom.einde).toBeNull();
    tom.lijn.meld({ type: 'auteur', kanaal: tom.kanaal, clientId: 33 });
    expect(await einde(tom)).toMatchObject({ type: 'geweigerd', code: 'te_veel_client_ids' });
    // Another person is not touched by it, nor the same person elsewhere.
    expect((await onder(h, 'pieter', hulp, 34)).einde).toBeNull();
    expect((await onder(h, 'tom', await tekstVan(h, 'tom', 'plan'), 35)).einde).toBeNull();
    // What was announced and not written under was let go of; what was, counts for an hour.
    const weer = await onder(h, 'tom', hulp, 16);
    for (let id = 41; id <= 56; id += 1)
      weer.lijn.meld({ type: 'auteur', kanaal: weer.kanaal, clientId: id });
    await weer.lijn.bij();
    expect(weer.einde).toBeNull();
    weer.lijn.meld({ type: 'auteur', kanaal: weer.kanaal, clientId: 57 });
    expect(await einde(weer)).toMatchObject({ type: 'geweigerd', code: 'te_veel_client_ids' });
    // Who says nothing of writing reads what stands there.
    const leest = await (await lijnVan(h, 'tom')).open(hulp.id, new Doc(), null, false);
    expect(leest.einde).toBeNull();
    expect(leest.doc.getText(hulp.veld).length).toBeGreaterThan(0);
    h.tafel.klok.nu += UUR + 1;
    expect((await onder(h, 'tom', hulp, 36)).einde).toBeNull();
  });

  test('SY3: `na` ends the connection before it, of the same session, and its ids are free at once', async () => {
    const h = await klein();
    const hulp = await tekstVan(h, 'tom', 'hulp');
    const eerste = vervolg(null);
    const lijn = await lijnVan(h, 'tom', eerste.vraag);
    const tom = await lijn.open(hulp.id, metId(4711));
    tom.typ(hulp.veld, 'een');
    await tom.opgeslagen();
    // Half open: the client is gone, the server doesn't know.
    lijn.socket.pause();
    const tweede = vervolg(eerste.naam);
    const weer = await (await lijnVan(h, 'tom', tweede.vraag)).open(hulp.id, tom.doc);
    await weer.lijn.bij();
    expect(weer.einde).toBeNull();
    weer.typ(hulp.veld, 'twee');
    await weer.opgeslagen();
    expect(weer.bevestigd).toBe(1);
    lijn.socket.resume();
    expect(await lijn.tot(() => lijn.sluitcode)).toBe(1006);
  });

  test('SY3: `na` does nothing to a line of another person, nor to one of another session of the same person', async () => {
    const h = await klein();
    const { naam, vraag } = vervolg(null);
    const tom = await lijnVan(h, 'tom', vraag);
    await lijnVan(h, 'pieter', vervolg(naam).vraag);
    const tweede = await h.tafel.meldAan(h.persoonId('tom'));
    const ander = await new Synclijn(h.tafel.url, h.casusId, tweede.cookie, {}, vervolg(naam).vraag).klaar();
    await tom.bij();
    expect(tom.sluitcode).toBeNull();
    ander.trekUit();
  });

  test('SY3: a reader can announce nothing', async () => {
    const h = await klein();
    const plan = await tekstVan(h, 'pieter', 'plan');
    const pieter = await opent(h, 'pieter', plan);
    pieter.lijn.meld({ type: 'auteur', kanaal: pieter.kanaal, clientId: 4711 });
    await pieter.lijn.bij();
    expect(pieter.einde).toBeNull();
    const tom = await onder(h, 'tom', plan, 4711);
    expect(tom.einde).toBeNull();
  });
});

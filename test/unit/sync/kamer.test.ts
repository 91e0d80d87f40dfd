import { describe, expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, XmlElement, XmlText } from 'yjs';
import { Kamer } from '../../../server/plan/sync/kamer.ts';
import { standVan } from '../../../shared/sync/stand.ts';

const VELD = 'veld';
const LEEG = { beeld: null, beeldTot: 0, wijzigingen: [], laatste: 0, auteurs: new Map() };

const kamer = (bewaard: ConstructorParameters<typeof Kamer>[3] = LEEG) =>
  new Kamer({ id: 'plek', tijdperk: 't' }, 'casus', new Set([VELD]), bewaard, () => 0);

/** A document with one paragraph. */
function metTekst(clientId: number, tekst: string): Doc {
  const doc = new Doc();
  doc.clientID = clientId;
  const alinea = new XmlElement('paragraph');
  alinea.insert(0, [new XmlText(tekst)]);
  doc.getXmlFragment(VELD).insert(0, [alinea]);
  return doc;
}

function kopie(doc: Doc, clientId: number): Doc {
  const ander = new Doc();
  ander.clientID = clientId;
  applyUpdate(ander, encodeStateAsUpdate(doc));
  return ander;
}

function regel(doc: Doc): XmlText {
  const alinea = doc.getXmlFragment(VELD).get(0);
  const tekst = alinea instanceof XmlElement ? alinea.get(0) : null;
  if (!(tekst instanceof XmlText)) throw new Error('no text');
  return tekst;
}

describe('SY14: one frame, one change', () => {
  test('SY14: redundant formatting is left as it is: one `update` event, which holds all of the frame', () => {
    const bij = kamer();
    const een = metTekst(1, 'hallo');
    bij.pasToe(encodeStateAsUpdate(een));
    const twee = kopie(een, 2);
    const vooraf = [encodeStateVector(een), encodeStateVector(twee)];
    regel(een).format(0, 5, { strong: {} });
    regel(twee).format(0, 5, { strong: {} });
    let aantal = 0;
    bij.doc.on('update', () => {
      aantal += 1;
    });
    const frames = [een, twee].map((doc, n) => encodeStateAsUpdate(doc, vooraf[n]));
    const uit = frames.map((frame) => bij.pasToe(frame).update);
    expect(aantal).toBe(2);
    // What it emitted, and so what is stored and sent on, makes the same document.
    const opnieuw = kopie(metTekst(1, 'hallo'), 3);
    for (const update of uit) applyUpdate(opnieuw, update ?? new Uint8Array());
    expect(encodeStateVector(opnieuw)).toEqual(encodeStateVector(bij.doc));
  });
});

describe('SY4: the assertion after applying', () => {
  test('SY4: what the gate should not have let through is reported', () => {
    const doc = new Doc();
    doc.getMap('verstopt').set('a', 1);
    expect(kamer().pasToe(encodeStateAsUpdate(doc)).schending).not.toBeNull();
    expect(kamer().pasToe(encodeStateAsUpdate(metTekst(1, 'hallo'))).schending).toBeNull();
  });

  test('SY4: the root of a kaart that went may stay empty, and may not be written in', () => {
    const bij = kamer();
    bij.zetVelden(new Set([VELD, 'kaart']));
    bij.zetVelden(new Set([VELD]));
    expect(bij.velden).toEqual(new Set([VELD]));
    expect(bij.pasToe(encodeStateAsUpdate(metTekst(1, 'hallo'))).schending).toBeNull();
  });
});

describe('SY7: what a reader gets', () => {
  test('SY7: the collected state for a fresh client, kept until something changes; else what it lacks', () => {
    const bij = kamer();
    const een = metTekst(1, 'GEHEIM blijft');
    bij.pasToe(encodeStateAsUpdate(een));
    const leeg = Uint8Array.of(0);
    expect(bij.verschil(leeg)).toBe(bij.verschil(leeg));
    const was = encodeStateVector(een);
    regel(een).delete(0, 7);
    bij.pasToe(encodeStateAsUpdate(een, was));
    expect(Buffer.from(bij.verschil(leeg)).includes('GEHEIM')).toBe(false);
    expect(Buffer.from(bij.verschil(leeg)).includes('blijft')).toBe(true);
    expect(Buffer.from(bij.verschil(was)).includes('blijft')).toBe(false);
  });

  test('SY7: read from disk it is what it was, and nothing that was deleted', () => {
    const een = metTekst(1, 'GEHEIM blijft');
    const eerst = encodeStateAsUpdate(een);
    const was = encodeStateVector(een);
    regel(een).delete(0, 7);
    const daarna = encodeStateAsUpdate(een, was);
    for (const bewaard of [
      { ...LEEG, wijzigingen: [eerst, daarna], laatste: 2 },
      { ...LEEG, beeld: eerst, beeldTot: 1, wijzigingen: [daarna], laatste: 2 },
    ]) {
      const bij = kamer(bewaard);
      expect(Buffer.from(bij.verschil(Uint8Array.of(0))).includes('GEHEIM')).toBe(false);
      expect(bij.stand()).toBe(standVan(een));
      expect(bij.staatVector()).toEqual(encodeStateVector(een));
    }
  });
});

describe('SY15: the state of a text', () => {
  test('SY15: it follows each change, and is the same for the same words, whoever wrote them', () => {
    const bij = kamer();
    const leeg = bij.stand();
    expect(leeg).toBe(standVan(new Doc()));
    expect(leeg).toMatch(/^[0-9a-f]{64}$/);
    bij.pasToe(encodeStateAsUpdate(metTekst(1, 'hallo')));
    expect(bij.stand()).toBe(standVan(metTekst(2, 'hallo')));
    expect(bij.stand()).not.toBe(standVan(metTekst(1, 'hallo!')));
  });

  test('SY15: an empty text, or one that was emptied, is the same as none', () => {
    const doc = metTekst(1, 'hallo');
    doc.getXmlFragment('ander');
    doc.getXmlFragment(VELD).delete(0, 1);
    expect(standVan(doc)).toBe(standVan(new Doc()));
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  applyUpdate,
  Doc,
  encodeStateAsUpdate,
  encodeStateVector,
  Map as YMap,
  type Text as YText,
} from 'yjs';
import { Kamer } from '../../../server/teksten/kamer.ts';
import { rusthash } from '../../../shared/sync/stand.ts';

const VELD = 'veld';
const LEEG = { beeld: null, beeldTot: 0, wijzigingen: [], laatste: 0, auteurs: new Map() };

const kamer = (bewaard: ConstructorParameters<typeof Kamer>[3] = LEEG) =>
  new Kamer({ id: 'plek', tijdperk: 't' }, 'casus', new Set([VELD]), bewaard, 0);

/** A document with one line. */
function metTekst(clientId: number, tekst: string): Doc {
  const doc = new Doc();
  doc.clientID = clientId;
  doc.getText(VELD).insert(0, tekst);
  doc.getText(VELD).insertEmbed(tekst.length, { eind: 1 });
  return doc;
}

function kopie(doc: Doc, clientId: number): Doc {
  const ander = new Doc();
  ander.clientID = clientId;
  applyUpdate(ander, encodeStateAsUpdate(doc));
  return ander;
}

function regel(doc: Doc): YText {
  return doc.getText(VELD);
}

describe('SY14: one frame, one change', () => {
  test('SY14: redundant formatting is left as it is: one `update` event, which holds all of the frame', () => {
    const bij = kamer();
    const een = metTekst(1, 'hallo');
    bij.pasToe(encodeStateAsUpdate(een));
    const twee = kopie(een, 2);
    const vooraf = [encodeStateVector(een), encodeStateVector(twee)];
    regel(een).format(0, 5, { strong: true });
    regel(twee).format(0, 5, { strong: true });
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

  test('SY4: so may one whose first line had a key, and one that holds something yet may not be there', () => {
    const bij = kamer();
    bij.zetVelden(new Set([VELD, 'kaart', 'kop']));
    for (const naam of ['kaart', 'kop']) {
      bij.wijzig(7, (doc) => doc.getText(naam).setAttribute('soort', 'kop'));
    }
    bij.wijzig(7, (doc) => doc.getText('kaart').removeAttribute('soort'));
    bij.zetVelden(new Set([VELD, 'kop']));
    expect(bij.wijzig(8, (doc) => doc.getText(VELD).insert(0, 'a')).schending).toBeNull();
    bij.zetVelden(new Set([VELD]));
    expect(bij.wijzig(9, (doc) => doc.getText(VELD).insert(0, 'b')).schending).toBe('root');
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
      expect(bij.stand()).toBe(rusthash(een));
      expect(bij.staatVector()).toEqual(encodeStateVector(een));
    }
  });
});

describe('SY15: the state of a text', () => {
  test('SY15: it follows each change, and is the same for the same words, whoever wrote them', () => {
    const bij = kamer();
    const leeg = bij.stand();
    expect(leeg).toBe(rusthash(new Doc()));
    expect(leeg).toMatch(/^[0-9a-f]{64}$/);
    bij.pasToe(encodeStateAsUpdate(metTekst(1, 'hallo')));
    expect(bij.stand()).toBe(rusthash(metTekst(2, 'hallo')));
    expect(bij.stand()).not.toBe(rusthash(metTekst(1, 'hallo!')));
  });

  test('SY15: an empty text, or one that was emptied, is the same as none', () => {
    const doc = metTekst(1, 'hallo');
    doc.getText('ander');
    doc.getText(VELD).delete(0, 5);
    expect(doc.getText(VELD).length).toBe(1);
    expect(rusthash(doc)).toBe(rusthash(new Doc()));
  });

  test('SY15: what nobody sees makes no difference: anchors, marks that change nothing, keys that are not known', () => {
    const kaal = metTekst(1, 'hallo');
    const doc = metTekst(2, 'hallo');
    const tekst = regel(doc);
    tekst.insertEmbed(2, { eind: 1 });
    tekst.insertEmbed(0, { eind: 1 });
    tekst.format(1, 3, { strong: true });
    tekst.format(1, 3, { strong: null });
    tekst.setAttribute('soort', 'alinea');
    tekst.setAttribute('onbekend', 'x');
    // Yjs' types say text, and it keeps any value; so below.
    tekst.setAttribute('diepte', -4 as unknown as string);
    expect(tekst.toDelta().length).toBeGreaterThan(3);
    expect(rusthash(doc)).toBe(rusthash(kaal));
  });

  test('SY15: it is the hash that docs/protocol.md says, so that another program can make it', () => {
    const wie = '00000000-0000-4000-8000-000000000000';
    const doc = new Doc();
    const tekst = doc.getText('b');
    tekst.insert(0, 'Bellen');
    tekst.setAttribute('soort', 'kop');
    tekst.setAttribute('niveau', 2 as unknown as string);
    tekst.insertEmbed(6, { eind: 1 });
    tekst.insertEmbed(
      7,
      new YMap<unknown>([
        ['soort', 'nummer'],
        ['begin', 4],
      ]),
    );
    tekst.insert(8, 'voor\n');
    tekst.insert(13, 'negen', { strong: true });
    tekst.insertEmbed(18, { vermelding: { soort: 'lid', id: wie } }, { strong: true, em: true });
    tekst.insertEmbed(19, { eind: 1 });
    doc.getText('a').insert(0, 'x');
    doc.getText('leeg');
    const json = `[["a",["alinea",1,0,null,["x",0]]],["b",["kop",2,0,null,["Bellen",0]],["nummer",1,0,4,["voor\\n",0],["negen",1],["lid","${wie}",3]]]]`;
    expect(rusthash(doc)).toBe(createHash('sha256').update(json).digest('hex'));
  });

  test('SY15: everything that somebody sees does', () => {
    const WIE = '00000000-0000-4000-8000-000000000000';
    const verschillen: readonly ((tekst: YText) => void)[] = [
      () => {},
      (tekst) => tekst.insert(3, 'x'),
      (tekst) => tekst.format(1, 3, { em: true }),
      (tekst) => tekst.format(1, 3, { strong: true }),
      (tekst) => tekst.format(1, 3, { strong: true, em: true }),
      (tekst) => tekst.setAttribute('soort', 'kop'),
      (tekst) => tekst.setAttribute('diepte', 1 as unknown as string),
      (tekst) => tekst.insertEmbed(3, new YMap()),
      (tekst) => tekst.insertEmbed(3, new YMap([['soort', 'punt']])),
      (tekst) => tekst.insert(3, '\n'),
      (tekst) => tekst.insertEmbed(3, { vermelding: { soort: 'lid', id: WIE } }),
      (tekst) => tekst.insertEmbed(3, { vermelding: { soort: 'deelnemer', id: WIE } }),
    ];
    const standen = verschillen.map((doe) => {
      const doc = metTekst(1, 'hallo');
      doe(regel(doc));
      return rusthash(doc);
    });
    expect(new Set(standen).size).toBe(verschillen.length);
  });
});

describe('ST6: an answer is made once for all who ask the same', () => {
  test('ST6: to fresh clients, to those that know what isn’t here, and to those that have the same', () => {
    const bij = kamer();
    bij.pasToe(encodeStateAsUpdate(metTekst(1, 'hallo')));
    const vers = bij.verschil(encodeStateVector(new Doc()));
    const vreemd = metTekst(99, 'hier nooit geweest');
    expect(bij.verschil(encodeStateVector(new Doc()))).toBe(vers);
    expect(bij.verschil(encodeStateVector(vreemd))).toBe(vers);
    const eerder = bij.verschil(encodeStateVector(metTekst(1, 'hal')));
    expect(eerder).not.toBe(vers);
    const meer = kopie(metTekst(1, 'hal'), 3);
    applyUpdate(meer, encodeStateAsUpdate(vreemd));
    expect(bij.verschil(encodeStateVector(meer))).toBe(eerder);
    bij.pasToe(encodeStateAsUpdate(metTekst(2, 'erbij')));
    const verser = bij.verschil(encodeStateVector(new Doc()));
    expect(verser).not.toBe(vers);
    const opnieuw = new Doc();
    applyUpdate(opnieuw, verser);
    expect(encodeStateVector(opnieuw)).toEqual(encodeStateVector(bij.doc));
  });
});

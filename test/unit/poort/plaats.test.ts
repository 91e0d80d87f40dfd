import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { MATEN } from '../../../server/teksten/poort/maten.ts';
import {
  ANKER,
  ANNA,
  BERT,
  DIEPTE,
  H,
  kamer,
  keur,
  MERK,
  O,
  SOORT,
  TOEGELATEN,
  VELD,
  vanBert,
  WIE,
  weigert,
  Z,
} from './kamer.ts';
import { bericht, type Inhoud, inhoud, item, type Plek } from './schrijver.ts';

describe('SY4: where it lands', () => {
  test('SY4: a root that is no veld of this compartment is refused, and not made', () => {
    for (const root of ['anders', '', 'toString', 'veld-van-een-ander', 'x'.repeat(200)]) {
      for (const plek of [{ ouder: root }, { ouder: root, sleutel: 'soort' }]) {
        expect(keur(vanBert([item(plek, inhoud.tekstwaarde('kop'))]))).toEqual(weigert('geen_veld'));
      }
      expect(keur(vanBert([item({ ouder: root }, inhoud.merk())]))).toEqual(weigert('geen_veld'));
    }
    const dubbel = bericht([
      { client: ANNA, clock: 0, structs: [item({ ouder: 'anders' }, inhoud.tekst('a'))] },
    ]);
    expect(keur(dubbel)).toEqual(weigert('geen_veld'));
  });

  test('SY4: a struct without a path, which overwrites or continues, is followed through the store to its root', () => {
    const bij = kamer();
    // A root that is in the document, and no veld here: a neighbour there carries no name.
    bij.doc.getText('ander');
    const elders = [
      item({ ouder: 'ander' }, inhoud.merk()),
      item({ ouder: [300, 0], sleutel: 'diepte' }, inhoud.getalwaarde(1)),
      item({ ouder: 'ander', sleutel: 'diepte' }, inhoud.getalwaarde(1)),
    ];
    Y.applyUpdate(bij.doc, bericht([{ client: 300, clock: 0, structs: elders }]));
    const daar: [Plek, Inhoud][] = [
      [{ origin: [300, 0] }, inhoud.tekst('ernaast')],
      [{ rightOrigin: [300, 0] }, inhoud.merk()],
      [{ ouder: [300, 0], sleutel: 'soort' }, inhoud.tekstwaarde('kop')],
      [{ origin: [300, 1] }, inhoud.getalwaarde(2)],
      [{ origin: [300, 2] }, inhoud.getalwaarde(2)],
    ];
    for (const [plek, wat] of daar)
      expect(keur(vanBert([item(plek, wat)]), bij)).toEqual(weigert('geen_veld'));
    for (const plek of [
      { origin: DIEPTE },
      { rightOrigin: DIEPTE },
      { origin: DIEPTE, rightOrigin: DIEPTE },
    ]) {
      expect(keur(vanBert([item(plek, inhoud.getalwaarde(2))]))).toEqual(TOEGELATEN);
      for (const wat of [
        inhoud.getalwaarde(9),
        inhoud.tekstwaarde('kop'),
        inhoud.nulwaarde(),
        inhoud.tekst('a'),
        inhoud.anker(),
        inhoud.opmaak('em', 'true'),
        inhoud.merk(),
      ]) {
        expect(keur(vanBert([item(plek, wat)]))).toEqual(weigert('waarde'));
      }
    }
    expect(keur(vanBert([item({ origin: SOORT }, inhoud.tekstwaarde('punt'))]))).toEqual(TOEGELATEN);
    expect(keur(vanBert([item({ origin: SOORT }, inhoud.getalwaarde(2))]))).toEqual(weigert('waarde'));
  });

  test('SY4: a key that stands in the document and that no block has is not set again', () => {
    const bij = kamer();
    const oud = item({ ouder: MERK, sleutel: 'stijl' }, inhoud.tekstwaarde('kop'));
    Y.applyUpdate(bij.doc, bericht([{ client: 300, clock: 0, structs: [oud] }]));
    for (const wat of [inhoud.tekstwaarde('kop'), inhoud.gewist(1)]) {
      expect(keur(vanBert([item({ origin: [300, 0] }, wat)]), bij)).toEqual(weigert('sleutel'));
    }
  });

  test('SY4: a parent that holds nothing is refused', () => {
    for (const ouder of [H, ANKER, SOORT, DIEPTE]) {
      for (const plek of [{ ouder }, { ouder, sleutel: 'diepte' }]) {
        expect(keur(vanBert([item(plek, inhoud.getalwaarde(1))]))).toEqual(weigert('ouder_is_geen_merk'));
      }
    }
    for (const wat of [inhoud.tekst('a'), inhoud.anker(), inhoud.opmaak('em', 'true')]) {
      const vers = [item({ origin: O }, wat), item({ ouder: [BERT, 0] }, inhoud.tekst('b'))];
      expect(keur(vanBert(vers))).toEqual(weigert('ouder_is_geen_merk'));
    }
  });

  const dieper: [string, number[]][] = [
    ['in a marker', item({ ouder: MERK }, inhoud.merk())],
    ['under a marker’s key', item({ ouder: MERK, sleutel: 'diepte' }, inhoud.merk())],
    ['under a veld’s key', item({ ouder: VELD, sleutel: 'niveau' }, inhoud.merk())],
    ['that is an array', item({ ouder: VELD }, inhoud.type(0))],
    ['that is a text', item({ ouder: VELD }, inhoud.type(2))],
  ];
  test.each(dieper)('SY4: a shared type %s, where no gate was, is not written into', (_, struct) => {
    const bij = kamer();
    Y.applyUpdate(bij.doc, bericht([{ client: 300, clock: 0, structs: [struct] }]));
    for (const plek of [{ ouder: [300, 0] }, { ouder: [300, 0], sleutel: 'diepte' }] as const) {
      expect(keur(vanBert([item(plek, inhoud.getalwaarde(1))]), bij)).toEqual(weigert('ouder_is_geen_merk'));
    }
  });

  test('SY4: neighbours in two places are refused', () => {
    const uiteen: [Plek, Inhoud][] = [
      [{ origin: O, rightOrigin: SOORT }, inhoud.tekst('a')],
      [{ origin: SOORT, rightOrigin: MERK }, inhoud.tekstwaarde('kop')],
      [{ origin: DIEPTE, rightOrigin: H }, inhoud.getalwaarde(2)],
      // Two keys, of which the value is one's, and the place would be the other's.
      [{ origin: DIEPTE, rightOrigin: SOORT }, inhoud.getalwaarde(2)],
    ];
    for (const [plek, wat] of uiteen)
      expect(keur(vanBert([item(plek, wat)]))).toEqual(weigert('buren_uiteen'));
    const tweeSleutels = [
      item({ ouder: MERK, sleutel: 'diepte' }, inhoud.getalwaarde(2)),
      item({ origin: [BERT, 0], rightOrigin: SOORT }, inhoud.getalwaarde(2)),
    ];
    expect(keur(vanBert(tweeSleutels))).toEqual(weigert('buren_uiteen'));
    const tweeMerken = [
      item({ origin: Z }, inhoud.merk()),
      item({ ouder: [BERT, 0], sleutel: 'soort' }, inhoud.tekstwaarde('kop')),
      item({ origin: [BERT, 1], rightOrigin: SOORT }, inhoud.tekstwaarde('punt')),
    ];
    expect(keur(vanBert(tweeMerken))).toEqual(weigert('buren_uiteen'));
    const inTwee = (een: string, ander: string) => [
      item({ ouder: een }, inhoud.anker()),
      item({ ouder: ander }, inhoud.merk()),
      item({ origin: [BERT, 1], rightOrigin: [BERT, 0] }, inhoud.tekst('a')),
    ];
    const bij = { ...kamer(), velden: new Set(['nieuw-1', 'nieuw-2']) };
    expect(keur(vanBert(inTwee('nieuw-1', 'nieuw-2')), bij)).toEqual(weigert('buren_uiteen'));
    expect(keur(vanBert(inTwee('nieuw-1', 'nieuw-1')), bij)).toEqual(TOEGELATEN);
  });

  test('SY4: a marker holds keys alone: text in it would be in everyone’s document and on nobody’s screen', () => {
    const alles: Inhoud[] = [
      inhoud.tekst('verborgen'),
      inhoud.anker(),
      inhoud.vermelding('lid', WIE),
      inhoud.opmaak('em', 'true'),
      inhoud.merk(),
      inhoud.getalwaarde(1),
      inhoud.gewist(3),
    ];
    for (const wat of alles) {
      expect(keur(vanBert([item({ ouder: MERK }, wat)]))).toEqual(weigert('plaats'));
      const vers = [item({ origin: Z }, inhoud.merk()), item({ ouder: [BERT, 0] }, wat)];
      expect(keur(vanBert(vers))).toEqual(weigert('plaats'));
    }
    // Deleted in the same update, it would still be there for the next to stand beside.
    const weer = vanBert([item({ ouder: MERK }, inhoud.tekst('a'))], [{ client: BERT, bereiken: [[0, 1]] }]);
    expect(keur(weer)).toEqual(weigert('plaats'));
  });

  test('SY4: the same beside what stands in a marker, where no gate was', () => {
    const bij = kamer();
    const erin = item({ ouder: MERK }, inhoud.tekst('ab'));
    Y.applyUpdate(bij.doc, bericht([{ client: 300, clock: 0, structs: [erin] }]));
    for (const plek of [
      { origin: [300, 1] },
      { rightOrigin: [300, 0] },
      { origin: [300, 0], rightOrigin: [300, 1] },
    ] as const) {
      expect(keur(vanBert([item(plek, inhoud.tekst('x'))]), bij)).toEqual(weigert('plaats'));
      expect(keur(vanBert([item(plek, inhoud.merk())]), bij)).toEqual(weigert('plaats'));
    }
  });

  test('SY4: nothing nests: a marker in a marker, without end, is refused at the first, and takes no stack', () => {
    const nest = Array.from({ length: MATEN.structs }, (_, n) =>
      item({ ouder: n === 0 ? VELD : [BERT, n - 1] }, inhoud.merk()),
    );
    expect(keur(vanBert(nest))).toEqual(weigert('plaats'));
    expect(keur(vanBert(nest.slice(0, 2)))).toEqual(weigert('plaats'));
    expect(keur(vanBert(nest.slice(0, 1)))).toEqual(TOEGELATEN);
    const onderSleutels = Array.from({ length: MATEN.structs }, (_, n) =>
      item(n === 0 ? { ouder: VELD } : { ouder: [BERT, n - 1], sleutel: 'soort' }, inhoud.merk()),
    );
    expect(keur(vanBert(onderSleutels))).toEqual(weigert('waarde'));
  });
});

import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { REDENEN } from '../../../server/teksten/poort/uitkomst.ts';
import { GEKEURDE_YJS } from '../../../server/teksten/poort/yjs.ts';
import {
  ANKER,
  ANNA,
  ANNA_EIND,
  BERT,
  H,
  kamer,
  keur,
  leestNiet,
  MERK,
  O,
  SOORT,
  TOEGELATEN,
  VELD,
  vanBert,
  WIE,
  wacht,
  weigert,
  Z,
} from './kamer.ts';
import { bericht, getal, type Id, type Inhoud, inhoud, item, skip, tekst, weg } from './schrijver.ts';

describe('SY4: what an editor writes passes', () => {
  test('SY4: typing behind, before and in the midst of what another wrote', () => {
    expect(keur(vanBert([item({ origin: O, rightOrigin: ANKER }, inhoud.tekst(' daar'))]))).toEqual(
      TOEGELATEN,
    );
    expect(keur(vanBert([item({ rightOrigin: H }, inhoud.tekst('o, '))]))).toEqual(TOEGELATEN);
    const midden = item({ origin: H, rightOrigin: [ANNA, 1] }, inhoud.tekst('é\n🙂'));
    expect(keur(vanBert([midden]))).toEqual(TOEGELATEN);
  });

  test('SY4: text is as long as Yjs has it, in UTF-16', () => {
    for (const [letters, lengte] of [
      ['é', 1],
      ['€', 1],
      ['🙂', 2],
      ['aé🙂', 4],
      ['\ufeff', 1],
    ] as const) {
      const wist = (tot: number) =>
        vanBert([item({ origin: O }, inhoud.tekst(letters))], [{ client: BERT, bereiken: [[0, tot]] }]);
      expect(letters.length).toBe(lengte);
      expect(keur(wist(lengte)), letters).toEqual(TOEGELATEN);
      expect(keur(wist(lengte + 1)), letters).toEqual(wacht('wist_onbekend'));
    }
  });

  test('SY4: the first text with its anchor, in a veld that nothing was in, and in one that the server has not made', () => {
    const structs = (veld: string) => [
      item({ ouder: veld }, inhoud.tekst('nieuw')),
      item({ origin: [BERT, 4] }, inhoud.anker()),
      item({ ouder: veld, sleutel: 'soort' }, inhoud.tekstwaarde('punt')),
    ];
    expect(keur(vanBert(structs('veld-2')))).toEqual(TOEGELATEN);
    expect(keur(vanBert(structs('veld-3')), { ...kamer(), velden: new Set(['veld-3']) })).toEqual(TOEGELATEN);
  });

  test('SY4: Enter in the midst of a block, and at its end behind its anchor', () => {
    const midden = [
      item({ origin: H, rightOrigin: [ANNA, 1] }, inhoud.anker()),
      item({ origin: [BERT, 0], rightOrigin: [ANNA, 1] }, inhoud.merk()),
      item({ ouder: [BERT, 1], sleutel: 'soort' }, inhoud.tekstwaarde('punt')),
      item({ ouder: [BERT, 1], sleutel: 'diepte' }, inhoud.getalwaarde(8)),
    ];
    expect(keur(vanBert(midden))).toEqual(TOEGELATEN);
    const eind = [
      item({ origin: ANKER, rightOrigin: MERK }, inhoud.merk()),
      item({ origin: [BERT, 0], rightOrigin: MERK }, inhoud.anker()),
      item({ origin: [BERT, 0], rightOrigin: [BERT, 1] }, inhoud.tekst('en verder')),
    ];
    expect(keur(vanBert(eind))).toEqual(TOEGELATEN);
  });

  test('SY4: joining blocks: a marker goes with the anchor before it', () => {
    const update = bericht([], [{ client: ANNA, bereiken: [[5, 2]] }]);
    expect(keur(update)).toEqual({ soort: 'toegelaten', clientId: null });
  });

  test.each(['lid', 'deelnemer'])('SY4: a mention of a %s', (soort) => {
    expect(
      keur(vanBert([item({ origin: H, rightOrigin: [ANNA, 1] }, inhoud.vermelding(soort, WIE))])),
    ).toEqual(TOEGELATEN);
  });

  const waarden: readonly (readonly [sleutel: string, wat: Inhoud])[] = [
    ...['alinea', 'kop', 'punt', 'nummer'].map((soort) => ['soort', inhoud.tekstwaarde(soort)] as const),
    ...[1, 2, 3].map((niveau) => ['niveau', inhoud.getalwaarde(niveau)] as const),
    ...[0, 4, 8].map((diepte) => ['diepte', inhoud.getalwaarde(diepte)] as const),
    ...[0, 1, 63, 64, 999_999].map((begin) => ['begin', inhoud.getalwaarde(begin)] as const),
    ['begin', inhoud.nulwaarde()],
  ];

  test('SY4: what each key can be, on a marker and on a veld', () => {
    for (const [sleutel, wat] of waarden) {
      for (const ouder of [MERK, VELD, 'veld-2']) {
        expect(keur(vanBert([item({ ouder, sleutel }, wat)])), `${sleutel} ${wat[1]}`).toEqual(TOEGELATEN);
      }
    }
  });

  test('SY4: the largest number of a list reads as it was written', () => {
    const doc = new Y.Doc();
    const begin = item({ ouder: VELD, sleutel: 'begin' }, inhoud.getalwaarde(999_999));
    Y.applyUpdate(doc, vanBert([begin]));
    expect(doc.getText(VELD).getAttribute('begin')).toBe(999_999);
  });

  test.each(['null', 'true'])('SY4: strong and em with %s, over markers and anchors as well', (waarde) => {
    const structs = [
      item({ origin: H, rightOrigin: [ANNA, 1] }, inhoud.opmaak('strong', waarde)),
      item({ origin: MERK, rightOrigin: Z }, inhoud.opmaak('strong', 'null')),
      item({ origin: Z }, inhoud.opmaak('em', waarde)),
    ];
    expect(keur(vanBert(structs))).toEqual(TOEGELATEN);
  });

  test('SY4: a marker without keys, and keys on a marker that is deleted, are harmless and pass', () => {
    expect(keur(vanBert([item({ origin: Z }, inhoud.merk())]))).toEqual(TOEGELATEN);
    const bij = kamer();
    bij.doc.getText(VELD).delete(6, 1);
    const later = vanBert([item({ ouder: MERK, sleutel: 'diepte' }, inhoud.getalwaarde(2))]);
    expect(keur(later, bij)).toEqual(TOEGELATEN);
    const samen = vanBert(
      [
        item({ origin: Z }, inhoud.merk()),
        item({ ouder: [BERT, 0], sleutel: 'diepte' }, inhoud.getalwaarde(2)),
      ],
      [{ client: BERT, bereiken: [[0, 1]] }],
    );
    expect(keur(samen)).toEqual(TOEGELATEN);
    for (const update of [later, samen]) {
      const na = kamer().doc;
      na.getText(VELD).delete(6, 1);
      Y.applyUpdate(na, update);
      expect(na.store.pendingStructs).toBeNull();
    }
  });

  test('SY4: deleting what another wrote, of which the sender has no structs', () => {
    const update = bericht([], [{ client: ANNA, bereiken: [[1, 3]] }]);
    expect(keur(update)).toEqual({ soort: 'toegelaten', clientId: null });
  });

  test('SY4: deleted and collected structs of one’s own are legal', () => {
    const structs = [
      item({ origin: O }, inhoud.gewist(4)),
      weg(12),
      item({ origin: [BERT, 3] }, inhoud.tekst('a')),
      item({ ouder: MERK, sleutel: 'diepte' }, inhoud.gewist(3)),
    ];
    const bereiken = [
      [0, 4],
      [17, 3],
    ] as const;
    const update = vanBert(structs, [{ client: BERT, bereiken }]);
    expect(keur(update)).toEqual(TOEGELATEN);
  });

  test('SY4: what hangs on something collected lands nowhere, and may', () => {
    const bij = kamer();
    bij.doc.getText(VELD).delete(6, 1);
    // The marker went, and with it the key that stood on it.
    expect(bij.doc.store.clients.get(ANNA)?.some((struct) => struct instanceof Y.GC)).toBe(true);
    const structs = [
      item({ ouder: MERK, sleutel: 'niveau' }, inhoud.getalwaarde(2)),
      item({ origin: SOORT }, inhoud.tekstwaarde('punt')),
      item({ origin: [BERT, 1] }, inhoud.tekstwaarde('nummer')),
      item({ ouder: MERK }, inhoud.tekst('te laat')),
    ];
    expect(keur(vanBert(structs), bij)).toEqual(TOEGELATEN);
    Y.applyUpdate(bij.doc, vanBert(structs));
    expect(bij.doc.store.pendingStructs).toBeNull();
  });

  test('SY4: a full duplicate changes nothing, whoever sends it', () => {
    const bij = kamer();
    expect(keur(Y.encodeStateAsUpdate(bij.doc), bij)).toEqual({ soort: 'niets_nieuws' });
  });

  test('SY4: an update without anything is nothing new', () => {
    expect(keur(Uint8Array.of(0, 0))).toEqual({ soort: 'niets_nieuws' });
  });

  test('SY4: a duplicate that also deletes deletes', () => {
    const bij = kamer();
    const structs = [item({ ouder: VELD }, inhoud.tekst('h'))];
    const update = bericht([{ client: ANNA, clock: 0, structs }], [{ client: ANNA, bereiken: [[3, 1]] }]);
    expect(keur(update, bij)).toEqual({ soort: 'toegelaten', clientId: null });
  });
});

describe('SY4: bytes', () => {
  test('SY4: an update in format V2 is refused', () => {
    const doc = new Y.Doc();
    doc.getText(VELD).insert(0, 'a');
    expect(keur(Y.encodeStateAsUpdateV2(doc)).soort).toBe('onleesbaar');
    expect(keur(Y.encodeStateAsUpdateV2(new Y.Doc()))).toEqual(leestNiet('bytes_over'));
  });

  test('SY4: bytes behind the end are refused', () => {
    const update = vanBert([item({ origin: O }, inhoud.tekst('a'))]);
    expect(keur(Uint8Array.of(...update, 0))).toEqual(leestNiet('bytes_over'));
  });

  test('SY4: an update cut off anywhere is refused', () => {
    const structs = [
      item({ origin: O, rightOrigin: H }, inhoud.tekst('é')),
      item({ ouder: MERK, sleutel: 'begin' }, inhoud.waarden([125, 0x80, 0x01], [126], [125, 3])),
      item({ origin: Z }, inhoud.merk()),
      item({ origin: Z }, inhoud.vermelding('lid', WIE)),
      item({ origin: Z }, inhoud.opmaak('em', 'true')),
      item({ ouder: VELD, sleutel: 'soort' }, inhoud.tekstwaarde('kop')),
    ];
    const update = vanBert(structs, [{ client: ANNA, bereiken: [[2, 3]] }]);
    for (let lengte = 0; lengte < update.length; lengte += 1) {
      expect(keur(update.subarray(0, lengte)), `cut at ${lengte}`).toEqual(leestNiet('afgebroken'));
    }
  });

  test('SY4: text that is no UTF-8 is refused', () => {
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x82]]) {
      const fout: number[] = [bytes.length, ...bytes];
      expect(keur(vanBert([item({ origin: O }, [4, fout])]))).toEqual(leestNiet('tekst'));
      const waarde = item({ ouder: MERK, sleutel: 'soort' }, [8, [1, 119, ...fout]]);
      expect(keur(vanBert([waarde]))).toEqual(leestNiet('tekst'));
      expect(keur(vanBert([item({ origin: O }, [5, fout])]))).toEqual(leestNiet('tekst'));
    }
  });

  test('SY4: a number without an end, or beyond what a number can be, is refused', () => {
    const achten = Array.from({ length: 200 }, () => 0x80);
    for (const nummer of [
      [...achten, 0],
      [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
    ]) {
      const update = Uint8Array.from([1, 1, ...getal(BERT), ...nummer, ...weg(1), 0]);
      expect(keur(update)).toEqual(leestNiet('getal'));
    }
    const begin = item({ ouder: MERK, sleutel: 'begin' }, [8, [1, 125, ...achten, 0]]);
    expect(keur(vanBert([begin]))).toEqual(leestNiet('getal'));
    const type = item({ origin: O }, [7, [...achten, 0]]);
    expect(keur(vanBert([type]))).toEqual(leestNiet('getal'));
  });

  test.each([11, 12, 31])('SY4: a struct of kind %d, which Yjs does not know, is refused', (soort) => {
    expect(keur(vanBert([item({ origin: O }, [soort, [1]])]))).toEqual(leestNiet('soort_onbekend'));
  });

  test('SY4: a parent that is neither a root nor an id is refused', () => {
    expect(keur(vanBert([[4, 2, 1, 1, ...tekst('a')]]))).toEqual(leestNiet('soort_onbekend'));
  });

  test.each([
    ['a collected struct', vanBert([weg(0)])],
    ['a deleted struct', vanBert([item({ origin: O }, inhoud.gewist(0))])],
    ['a text', vanBert([item({ origin: O }, inhoud.tekst(''))])],
    ['a client’s structs', vanBert([])],
    ['a deleted range', bericht([], [{ client: ANNA, bereiken: [[2, 0]] }])],
    ['a client’s deleted ranges', bericht([], [{ client: ANNA, bereiken: [] }])],
  ])('SY4: %s of nothing is refused: two structs would share a clock', (_, update) => {
    expect(keur(update)).toEqual(leestNiet('leeg'));
  });
});

describe('NK18: whose structs', () => {
  test('SY4: structs under another’s client id are refused', () => {
    const update = bericht([
      { client: ANNA, clock: ANNA_EIND, structs: [item({ origin: O }, inhoud.tekst('namens Anna'))] },
    ]);
    expect(keur(update)).toEqual(weigert('vreemde_auteur'));
  });

  test('SY4: structs under an id that nobody announced are refused', () => {
    const update = bericht([{ client: 999, clock: 0, structs: [item({ origin: O }, inhoud.tekst('a'))] }]);
    expect(keur(update)).toEqual(weigert('vreemde_auteur'));
    expect(keur(update, { ...kamer(), eigenIds: new Set() })).toEqual(weigert('vreemde_auteur'));
  });

  test('SY4: structs under two client ids are refused, both bound or the same twice', () => {
    const blok = (client: number, clock: number) => ({ client, clock, structs: [weg(1)] });
    const bij = { ...kamer(), eigenIds: new Set([BERT, 201]) };
    expect(keur(bericht([blok(BERT, 0), blok(201, 0)]), bij)).toEqual(weigert('twee_auteurs'));
    // Yjs keeps the last of the two: what it builds on is gone, and it stays pending.
    expect(keur(bericht([blok(BERT, 0), blok(BERT, 1)]), bij)).toEqual(weigert('twee_auteurs'));
  });
});

describe('SY4a: what does not connect, apart from what is refused', () => {
  test('SY4: structs behind a gap', () => {
    const update = bericht([{ client: BERT, clock: 1, structs: [item({ origin: O }, inhoud.tekst('a'))] }]);
    expect(keur(update)).toEqual(wacht('gat'));
  });

  test('SY4: a gap within the update is no update of an editor', () => {
    expect(keur(vanBert([weg(1), skip(1), weg(1)]))).toEqual(leestNiet('gat_in_bericht'));
  });

  test('SY4: an overlap is refused: the known part can say something else', () => {
    const bij = kamer();
    Y.applyUpdate(bij.doc, vanBert([item({ origin: O }, inhoud.tekst('ab'))]));
    const overlap = bericht([
      { client: BERT, clock: 1, structs: [item({ origin: [BERT, 0] }, inhoud.tekst('bc'))] },
    ]);
    expect(keur(overlap, bij)).toEqual(weigert('overlap'));
    const helemaal = vanBert([item({ origin: O }, inhoud.tekst('abc'))]);
    expect(keur(helemaal, bij)).toEqual(weigert('overlap'));
  });

  test('SY4: a neighbour that is not here, which would leave pending structs', () => {
    for (const onbekend of [
      [ANNA, ANNA_EIND],
      [999, 0],
    ] as const) {
      const links = item({ origin: onbekend }, inhoud.tekst('a'));
      const rechts = item({ origin: O, rightOrigin: onbekend }, inhoud.tekst('a'));
      expect(keur(vanBert([links]))).toEqual(wacht('oorsprong_onbekend'));
      expect(keur(vanBert([rechts]))).toEqual(wacht('oorsprong_onbekend'));
    }
  });

  test('SY4: a parent that is not here', () => {
    const structs = [item({ ouder: [999, 0] }, inhoud.tekst('a'))];
    expect(keur(vanBert(structs))).toEqual(wacht('ouder_onbekend'));
  });

  test('SY4: a duplicate whose neighbour is not here would stay pending as well', () => {
    const structs = [item({ origin: [999, 0] }, inhoud.tekst('a'))];
    expect(keur(bericht([{ client: ANNA, clock: 0, structs }]))).toEqual(wacht('oorsprong_onbekend'));
  });

  test('SY4: a struct that names itself or what comes after it is refused: Yjs throws on it', () => {
    for (const clock of [0, 1, 500]) {
      for (const plek of [
        { origin: [BERT, clock] },
        { rightOrigin: [BERT, clock] },
        { ouder: [BERT, clock] },
      ]) {
        const update = vanBert([item(plek as { origin: Id }, inhoud.tekst('a')), weg(1)]);
        expect(keur(update)).toEqual(leestNiet('verwijst_vooruit'));
      }
    }
  });

  test('SY4: deleting what is not here, which would delete what comes there later', () => {
    for (const [client, begin, lengte] of [
      [ANNA, ANNA_EIND - 1, 2],
      [ANNA, 50, 1],
      [999, 0, 1],
    ] as const) {
      const update = bericht([], [{ client, bereiken: [[begin, lengte]] }]);
      expect(keur(update)).toEqual(wacht('wist_onbekend'));
    }
    const eigen = vanBert([item({ origin: O }, inhoud.tekst('ab'))], [{ client: BERT, bereiken: [[1, 2]] }]);
    expect(keur(eigen)).toEqual(wacht('wist_onbekend'));
  });
});

describe('the table of reasons', () => {
  test('SY9: each code has a reason in Dutch that is a whole sentence', () => {
    const redenen = Object.entries(REDENEN);
    expect(redenen.length).toBeGreaterThan(25);
    for (const [code, reden] of redenen) expect(reden, code).toMatch(/^[A-Z].{15,}\.$/s);
  });

  test('SY4: the Yjs that is installed is the one that the gate was held against', async () => {
    const { version } = await import('yjs/package.json', { with: { type: 'json' } });
    expect(version).toBe(GEKEURDE_YJS);
  });
});

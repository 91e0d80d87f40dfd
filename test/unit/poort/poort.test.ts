import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { MATEN } from '../../../server/plan/sync/poort/maten.ts';
import { type Kamer, keurUpdate } from '../../../server/plan/sync/poort/poort.ts';
import { type PoortCode, REDENEN, type Uitkomst } from '../../../server/plan/sync/poort/uitkomst.ts';
import { GEKEURDE_YJS } from '../../../server/plan/sync/poort/yjs.ts';
import { bericht, getal, type Id, inhoud, item, skip, tekst, type Wis, weg } from './schrijver.ts';

/** Anna wrote what is there; Bert is at the gate. */
const ANNA = 100;
const BERT = 200;
const VELD = 'veld';
/** Clocks of what Anna wrote: a paragraph, its run of text, `hallo` in it, a second paragraph with a level. */
const ALINEA: Id = [ANNA, 0];
const TEKSTBLOK: Id = [ANNA, 1];
const H: Id = [ANNA, 2];
const O: Id = [ANNA, 6];
const TWEEDE: Id = [ANNA, 7];
const LEVEL: Id = [ANNA, 8];
const ANNA_EIND = 9;

function kamer(): Kamer {
  const doc = new Y.Doc();
  doc.getXmlFragment(VELD);
  doc.getXmlFragment('veld-2');
  Y.applyUpdate(
    doc,
    bericht([
      {
        client: ANNA,
        clock: 0,
        structs: [
          item({ ouder: VELD }, inhoud.element('paragraph')),
          item({ ouder: ALINEA }, inhoud.tekstblok()),
          item({ ouder: TEKSTBLOK }, inhoud.tekst('hallo')),
          item({ origin: ALINEA }, inhoud.element('heading')),
          item({ ouder: TWEEDE, attribuut: 'level' }, inhoud.getalwaarde(1)),
        ],
      },
    ]),
  );
  return { doc, velden: new Set([VELD, 'veld-2']), eigenIds: new Set([BERT]) };
}

/** What Bert sends, in one block from his first clock. */
function vanBert(structs: number[][], gewist: readonly Wis[] = []): Uint8Array {
  return bericht([{ client: BERT, clock: 0, structs }], gewist);
}

function keur(update: Uint8Array, bij: Kamer = kamer()): Uitkomst {
  const voor = Y.encodeStateAsUpdate(bij.doc);
  const roots = [...bij.doc.share.keys()];
  const uitkomst = keurUpdate(update, bij);
  // Whatever it says, it has touched nothing.
  expect(Y.encodeStateAsUpdate(bij.doc)).toEqual(voor);
  expect([...bij.doc.share.keys()]).toEqual(roots);
  return uitkomst;
}

const TOEGELATEN: Uitkomst = { soort: 'toegelaten', clientId: BERT };
const weigert = (code: PoortCode) => ({ soort: 'geweigerd', code });
const leestNiet = (code: PoortCode) => ({ soort: 'onleesbaar', code });
const wacht = (code: PoortCode) => ({ soort: 'sluit_niet_aan', code });

describe('SY4: what an editor writes passes', () => {
  test('SY4: typing behind, before and in the midst of what another wrote', () => {
    expect(keur(vanBert([item({ origin: O }, inhoud.tekst(' daar'))]))).toEqual(TOEGELATEN);
    expect(keur(vanBert([item({ rightOrigin: H }, inhoud.tekst('o, '))]))).toEqual(TOEGELATEN);
    const midden = item({ origin: H, rightOrigin: [ANNA, 3] }, inhoud.tekst('é🙂'));
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

  test('SY4: a new paragraph with its text, in a veld that nothing was in, and in one that the server has not made', () => {
    const structs = (veld: string) => [
      item({ ouder: veld }, inhoud.element('paragraph')),
      item({ ouder: [BERT, 0] }, inhoud.tekstblok()),
      item({ ouder: [BERT, 1] }, inhoud.tekst('nieuw')),
    ];
    expect(keur(vanBert(structs('veld-2')))).toEqual(TOEGELATEN);
    expect(keur(vanBert(structs('veld-3')), { ...kamer(), velden: new Set(['veld-3']) })).toEqual(TOEGELATEN);
  });

  test.each([
    ['paragraph', 'veld'],
    ['heading', 'veld'],
    ['bullet_list', 'veld'],
    ['ordered_list', 'veld'],
  ])('SY4: %s in a veld', (naam) => {
    expect(keur(vanBert([item({ ouder: VELD }, inhoud.element(naam))]))).toEqual(TOEGELATEN);
  });

  test('SY4: lists in lists, breaks and mentions with their attributes', () => {
    const structs = [
      item({ ouder: VELD }, inhoud.element('ordered_list')),
      item({ ouder: [BERT, 0], attribuut: 'order' }, inhoud.getalwaarde(3)),
      item({ ouder: [BERT, 0] }, inhoud.element('list_item')),
      item({ ouder: [BERT, 2] }, inhoud.element('bullet_list')),
      item({ ouder: [BERT, 3] }, inhoud.element('list_item')),
      item({ ouder: [BERT, 4] }, inhoud.element('paragraph')),
      item({ ouder: [BERT, 5] }, inhoud.element('hard_break')),
      item({ origin: [BERT, 6] }, inhoud.element('vermelding')),
      item({ ouder: [BERT, 7], attribuut: 'soort' }, inhoud.tekstwaarde('deelnemer')),
      item({ ouder: [BERT, 7], attribuut: 'id' }, inhoud.tekstwaarde(crypto.randomUUID())),
    ];
    expect(keur(vanBert(structs))).toEqual(TOEGELATEN);
  });

  test.each(['{}', 'null', 'true'])('SY4: strong and em with %s', (waarde) => {
    const structs = [
      item({ origin: H, rightOrigin: [ANNA, 3] }, inhoud.opmaak('strong', waarde)),
      item({ origin: O }, inhoud.opmaak('em', waarde)),
    ];
    expect(keur(vanBert(structs))).toEqual(TOEGELATEN);
  });

  test('SY4: deleting what another wrote, of which the sender has no structs', () => {
    const update = bericht([], [{ client: ANNA, bereiken: [[2, 3]] }]);
    expect(keur(update)).toEqual({ soort: 'toegelaten', clientId: null });
  });

  test('SY4: deleted and collected structs of one’s own are legal', () => {
    const structs = [
      item({ origin: O }, inhoud.gewist(4)),
      weg(12),
      item({ origin: [BERT, 3] }, inhoud.tekst('a')),
    ];
    const update = vanBert(structs, [{ client: BERT, bereiken: [[0, 4]] }]);
    expect(keur(update)).toEqual(TOEGELATEN);
  });

  test('SY4: what hangs on something collected lands nowhere, and may', () => {
    const bij = kamer();
    bij.doc.getXmlFragment(VELD).delete(0, 2);
    const structs = [
      item({ origin: O }, inhoud.tekst('te laat')),
      item({ ouder: TEKSTBLOK }, inhoud.tekst('ook')),
      item({ ouder: TWEEDE, attribuut: 'level' }, inhoud.getalwaarde(2)),
      item({ origin: [BERT, 0] }, inhoud.tekst('en dit')),
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
    const structs = [item({ ouder: VELD }, inhoud.element('paragraph'))];
    const update = bericht([{ client: ANNA, clock: 0, structs }], [{ client: ANNA, bereiken: [[3, 1]] }]);
    expect(keur(update, bij)).toEqual({ soort: 'toegelaten', clientId: null });
  });
});

describe('SY4: bytes', () => {
  test('SY4: an update in format V2 is refused', () => {
    const doc = new Y.Doc();
    doc.getXmlFragment(VELD).insert(0, [new Y.XmlElement('paragraph')]);
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
      item({ ouder: TWEEDE, attribuut: 'level' }, [8, [1, 123, 0, 0, 0, 0, 0, 0, 0, 0]]),
      item({ ouder: VELD }, inhoud.element('paragraph')),
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
      const waarde = item({ ouder: TWEEDE, attribuut: 'id' }, [8, [1, 119, ...fout]]);
      expect(keur(vanBert([waarde]))).toEqual(leestNiet('tekst'));
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
    const level = item({ ouder: TWEEDE, attribuut: 'level' }, [8, [1, 125, ...achten, 0]]);
    expect(keur(vanBert([level]))).toEqual(leestNiet('getal'));
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

describe('SY10: memory and time', () => {
  /** Bytes that a call takes, at most, as far as the heap tells. */
  function geheugen(doe: () => void): number {
    const voor = process.memoryUsage();
    doe();
    const na = process.memoryUsage();
    return na.heapUsed + na.arrayBuffers - voor.heapUsed - voor.arrayBuffers;
  }

  test('SY10: seven bytes that make Yjs take 268 MB are refused, and take nothing', () => {
    const zeven = Uint8Array.from([1, ...getal(2 ** 25 - 1), 1, 0]);
    expect(zeven.length).toBe(7);
    expect(geheugen(() => keurUpdate(zeven, kamer()))).toBeLessThan(4_000_000);
    expect(keur(zeven)).toEqual(leestNiet('afgebroken'));
    // That it is still so in this Yjs, or the check could go.
    expect(geheugen(() => expect(() => Y.applyUpdate(new Y.Doc(), zeven)).toThrow())).toBeGreaterThan(
      200_000_000,
    );
  });

  const veel = getal(2 ** 50);
  test.each([
    ['clients', [...veel, 1, 1, 1]],
    ['structs', [1, ...veel, 1, 0, 0, 1]],
    ['clients with deletions', [0, ...veel, 1, 1, 1, 1]],
    ['deletions', [0, 1, 1, ...veel, 1, 1]],
    ['bytes of text', [1, 1, ...getal(BERT), 0, 0x84, ...getal(ANNA), 6, ...veel, 65, 0]],
    ['bytes of a name', [1, 1, ...getal(BERT), 0, 7, 1, ...veel, 65, 0]],
    ['bytes of a node’s name', [1, 1, ...getal(BERT), 0, 0x87, ...getal(ANNA), 6, 3, ...veel, 65, 0]],
  ])('SY10: a count of 2^50 %s is refused at once', (_, bytes) => {
    expect(keur(Uint8Array.from(bytes))).toEqual(leestNiet('afgebroken'));
  });

  test('SY10: a count of 2^50 values is refused', () => {
    const structs = [item({ ouder: TWEEDE, attribuut: 'level' }, [8, [...veel, 125, 1]])];
    expect(keur(vanBert(structs))).toEqual(leestNiet('afgebroken'));
  });

  test('SY10: arrays in arrays, which would fill the call stack of lib0, are refused', () => {
    const genest = Array.from({ length: 100_000 }, () => [117, 1]).flat();
    const structs = [item({ ouder: TWEEDE, attribuut: 'level' }, [8, [1, ...genest, 126]])];
    expect(keur(vanBert(structs))).toEqual(weigert('waarde'));
  });

  test('SY10: an update of more bytes than a connection takes is refused', () => {
    const groot = (lengte: number) => vanBert([item({ origin: O }, inhoud.tekst('a'.repeat(lengte)))]);
    expect(keur(groot(MATEN.bytes))).toEqual(weigert('te_groot'));
    expect(keur(groot(MATEN.bytes - 100))).toEqual(TOEGELATEN);
  });

  test('SY10: more structs than an afternoon of writing are refused', () => {
    const structs = (aantal: number) => Array.from({ length: aantal }, () => weg(1));
    expect(keur(vanBert(structs(MATEN.structs + 1)))).toEqual(weigert('te_veel'));
    expect(keur(vanBert(structs(MATEN.structs)))).toEqual(TOEGELATEN);
  });

  test('SY10: a length that would use up a client’s clocks is refused', () => {
    for (const lengte of [MATEN.lengte + 1, 2 ** 31, 2 ** 52]) {
      expect(keur(vanBert([weg(lengte)])), `${lengte}`).toEqual(weigert('te_groot'));
      expect(keur(vanBert([item({ origin: O }, inhoud.gewist(lengte))]))).toEqual(weigert('te_groot'));
    }
    const later = bericht([{ client: BERT, clock: 2 ** 31 - 2, structs: [weg(5)] }]);
    expect(keur(later)).toEqual(weigert('te_groot'));
    expect(keur(bericht([], [{ client: ANNA, bereiken: [[1, 2 ** 31]] }]))).toEqual(weigert('te_groot'));
    expect(keur(bericht([], [{ client: ANNA, bereiken: [[2 ** 31, 1]] }]))).toEqual(weigert('te_groot'));
    expect(keur(vanBert([weg(MATEN.lengte)]))).toEqual(TOEGELATEN);
  });

  test('SY10: the same deletions over and over, which Yjs would walk each time, are refused', () => {
    const zelfde = Array.from({ length: 1_000 }, () => [0, ANNA_EIND] as const);
    expect(keur(bericht([], [{ client: ANNA, bereiken: zelfde }]))).toEqual(leestNiet('wist_ongeordend'));
    const tweemaal: Wis = { client: ANNA, bereiken: [[0, ANNA_EIND]] };
    expect(keur(bericht([], [tweemaal, tweemaal]))).toEqual(leestNiet('wist_ongeordend'));
    const achteruit: Wis = {
      client: ANNA,
      bereiken: [
        [5, 1],
        [2, 1],
      ],
    };
    expect(keur(bericht([], [achteruit]))).toEqual(leestNiet('wist_ongeordend'));
  });

  test('SY10: deleting in more pieces than there are places to write is refused', () => {
    const bij = kamer();
    const lang = item({ origin: O }, inhoud.tekst('ab'.repeat(MATEN.nieuwGewist + 1)));
    Y.applyUpdate(bij.doc, bericht([{ client: 300, clock: 0, structs: [lang] }]));
    const omEnOm = (aantal: number): Wis => ({
      client: 300,
      bereiken: Array.from({ length: aantal }, (_, n) => [2 * n, 1]),
    });
    expect(keur(bericht([], [omEnOm(MATEN.nieuwGewist + 1)]), bij)).toEqual(weigert('te_veel'));
    expect(keur(bericht([], [omEnOm(MATEN.nieuwGewist)]), bij).soort).toBe('toegelaten');
    // Deleted before, they cost nothing: an old text has many, and each step 2 carries them all.
    Y.applyUpdate(bij.doc, bericht([], [omEnOm(MATEN.nieuwGewist + 1)]));
    expect(keur(bericht([], [omEnOm(MATEN.nieuwGewist + 1)]), bij).soort).toBe('niets_nieuws');
  });

  test('SY10: structs by the thousand that all go to the head of a long text are refused', () => {
    const bij = kamer();
    const tekstjes = Array.from({ length: 4_000 }, (_, n) =>
      n === 0
        ? item({ origin: O }, inhoud.opmaak('em', '{}'))
        : item({ origin: [50, n - 1] }, inhoud.opmaak('em', n % 2 === 0 ? '{}' : 'null')),
    );
    Y.applyUpdate(bij.doc, bericht([{ client: 50, clock: 0, structs: tekstjes }]));
    const aan = (plek: { origin?: Id; ouder?: Id }, aantal: number) =>
      vanBert(Array.from({ length: aantal }, () => item(plek, inhoud.tekst('zo'))));
    expect(keur(aan({ ouder: TEKSTBLOK }, 50), bij)).toEqual(weigert('te_druk'));
    expect(keur(aan({ origin: O }, 50), bij)).toEqual(weigert('te_druk'));
    expect(keur(aan({ ouder: TEKSTBLOK }, 2), bij)).toEqual(TOEGELATEN);
    const attributen = Array.from({ length: 3_000 }, () =>
      item({ ouder: ALINEA, attribuut: 'level' }, inhoud.getalwaarde(1)),
    );
    expect(keur(vanBert(attributen), bij)).toEqual(weigert('te_druk'));
    const eigen = item({ origin: O, rightOrigin: [50, 0] }, inhoud.tekst('x'));
    const uitwaaierend = Array.from({ length: 3_000 }, (_, n) =>
      item({ origin: [BERT, 0], rightOrigin: [50, n] }, inhoud.tekst('y')),
    );
    expect(keur(vanBert([eigen, ...uitwaaierend]), bij)).toEqual(weigert('te_druk'));
  });

  test('SY10: a long text typed in one go, forwards or backwards, is not too busy', () => {
    const vooruit = Array.from({ length: 3_000 }, (_, n) =>
      item(n === 0 ? { origin: O } : { origin: [BERT, n - 1] }, inhoud.tekst('x')),
    );
    expect(keur(vanBert(vooruit))).toEqual(TOEGELATEN);
    const terug = Array.from({ length: 3_000 }, (_, n) =>
      item({ origin: H, rightOrigin: n === 0 ? [ANNA, 3] : [BERT, n - 1] }, inhoud.tekst('x')),
    );
    expect(keur(vanBert(terug))).toEqual(TOEGELATEN);
  });
});

describe('SY10: what people do at the same time is not too busy', () => {
  /** Somebody with client id 50 typed a character at a time behind what Anna wrote, moving the cursor in between. */
  function druk(aantal: number): Kamer {
    const bij = kamer();
    const structs = Array.from({ length: aantal }, (_, n) =>
      item(
        n === 0 ? { origin: O } : { origin: [50, n - 1] },
        inhoud.opmaak('em', n % 2 === 0 ? '{}' : 'null'),
      ),
    );
    Y.applyUpdate(bij.doc, bericht([{ client: 50, clock: 0, structs }]));
    return bij;
  }

  test('SY10: a long text typed offline where another wrote meanwhile', () => {
    const structs = Array.from({ length: 3_000 }, (_, n) =>
      item(
        n === 0 ? { origin: O } : { origin: [BERT, n - 1] },
        inhoud.opmaak('em', n % 2 === 0 ? '{}' : 'null'),
      ),
    );
    expect(keur(vanBert(structs), druk(3_000))).toEqual(TOEGELATEN);
  });

  test('SY10: many places in a long text where another wrote one thing meanwhile', () => {
    const structs = Array.from({ length: 100 }, (_, n) =>
      item({ origin: [50, 3 * n], rightOrigin: [50, 3 * n + 2] }, inhoud.tekst('x')),
    );
    expect(keur(vanBert(structs), druk(4_000))).toEqual(TOEGELATEN);
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

describe('SY4: where it lands', () => {
  test('SY4: a root that is no veld of this compartment is refused, and not made', () => {
    for (const root of ['anders', '', 'toString', 'veld-van-een-ander', 'x'.repeat(200)]) {
      const update = vanBert([item({ ouder: root }, inhoud.element('paragraph'))]);
      expect(keur(update)).toEqual(weigert('geen_veld'));
    }
    const dubbel = bericht([
      { client: ANNA, clock: 0, structs: [item({ ouder: 'anders' }, inhoud.tekst('a'))] },
    ]);
    expect(keur(dubbel)).toEqual(weigert('geen_veld'));
  });

  test('SY4: a struct without a path, which overwrites or continues, is followed through the store to its root', () => {
    const bij = kamer();
    // A root that is in the document, and no veld here: a neighbour there carries no name.
    Y.applyUpdate(
      bij.doc,
      bericht([{ client: 300, clock: 0, structs: [item({ ouder: 'ander' }, inhoud.element('paragraph'))] }]),
    );
    const ernaast = vanBert([item({ origin: [300, 0] }, inhoud.element('paragraph'))]);
    expect(keur(ernaast, bij)).toEqual(weigert('geen_veld'));
    const ervoor = vanBert([item({ rightOrigin: [300, 0] }, inhoud.element('paragraph'))]);
    expect(keur(ervoor, bij)).toEqual(weigert('geen_veld'));
    const erin = vanBert([item({ ouder: [300, 0] }, inhoud.tekstblok())]);
    expect(keur(erin, bij)).toEqual(weigert('geen_veld'));
    const overschrijft = vanBert([item({ origin: LEVEL }, inhoud.tekstwaarde('x'))]);
    expect(keur(overschrijft, bij)).toEqual(weigert('waarde'));
    expect(keur(vanBert([item({ origin: LEVEL }, inhoud.getalwaarde(2))]), bij)).toEqual(TOEGELATEN);
    expect(keur(vanBert([item({ origin: LEVEL }, inhoud.element('paragraph'))]), bij)).toEqual(
      weigert('waarde'),
    );
  });

  test('SY4: a shared type on a root that is no fragment of the editor is not written into', () => {
    const bij = kamer();
    const kaart = item({ ouder: VELD }, inhoud.type(1));
    Y.applyUpdate(bij.doc, bericht([{ client: 300, clock: 0, structs: [kaart] }]));
    const erin = vanBert([item({ ouder: [300, 0], attribuut: 'level' }, inhoud.getalwaarde(1))]);
    expect(keur(erin, bij)).toEqual(weigert('ouder_is_geen_knoop'));
  });

  test('SY4: keys on a root are refused', () => {
    for (const wat of [inhoud.getalwaarde(1), inhoud.gewist(1), inhoud.tekstblok()]) {
      const update = vanBert([item({ ouder: VELD, attribuut: 'level' }, wat)]);
      expect(keur(update)).toEqual(weigert('attribuut'));
    }
  });

  test('SY4: attributes on a run of text are refused', () => {
    const update = vanBert([item({ ouder: TEKSTBLOK, attribuut: 'level' }, inhoud.getalwaarde(1))]);
    expect(keur(update)).toEqual(weigert('attribuut'));
  });

  test('SY4: a parent that holds nothing is refused', () => {
    expect(keur(vanBert([item({ ouder: H }, inhoud.tekst('a'))]))).toEqual(weigert('ouder_is_geen_knoop'));
    const vers = [item({ origin: O }, inhoud.tekst('a')), item({ ouder: [BERT, 0] }, inhoud.tekst('b'))];
    expect(keur(vanBert(vers))).toEqual(weigert('ouder_is_geen_knoop'));
  });

  test('SY4: neighbours in two places are refused', () => {
    expect(keur(vanBert([item({ origin: O, rightOrigin: TWEEDE }, inhoud.tekst('a'))]))).toEqual(
      weigert('buren_uiteen'),
    );
    const tweeVelden = [
      item({ ouder: 'nieuw-1' }, inhoud.element('paragraph')),
      item({ ouder: 'nieuw-2' }, inhoud.element('paragraph')),
      item({ origin: [BERT, 0], rightOrigin: [BERT, 1] }, inhoud.element('paragraph')),
    ];
    const bij = { ...kamer(), velden: new Set(['nieuw-1', 'nieuw-2']) };
    expect(keur(vanBert(tweeVelden), bij)).toEqual(weigert('buren_uiteen'));
    const eenVeld = [
      item({ ouder: 'nieuw-1' }, inhoud.element('paragraph')),
      item({ ouder: 'nieuw-1' }, inhoud.element('paragraph')),
      item({ origin: [BERT, 1], rightOrigin: [BERT, 0] }, inhoud.element('paragraph')),
    ];
    expect(keur(vanBert(eenVeld), bij)).toEqual(TOEGELATEN);
    const attribuutEnKind = [
      item({ ouder: TWEEDE }, inhoud.tekstblok()),
      item({ origin: LEVEL, rightOrigin: [BERT, 0] }, inhoud.getalwaarde(2)),
    ];
    expect(keur(vanBert(attribuutEnKind))).toEqual(weigert('buren_uiteen'));
  });

  test('SY4: text in an element’s place, and an element in text’s, are refused', () => {
    const plekken: [Id | string, readonly [number, readonly number[]]][] = [
      [VELD, inhoud.tekst('a')],
      [ALINEA, inhoud.tekst('a')],
      [VELD, inhoud.opmaak('em', '{}')],
      [ALINEA, inhoud.opmaak('em', '{}')],
      [VELD, inhoud.tekstblok()],
      [TEKSTBLOK, inhoud.tekstblok()],
      [TEKSTBLOK, inhoud.element('hard_break')],
      [TEKSTBLOK, inhoud.element('paragraph')],
    ];
    for (const [ouder, wat] of plekken) {
      expect(keur(vanBert([item({ ouder }, wat)]))).toEqual(weigert('plaats'));
    }
  });

  test('SY4: a node where the editor’s schema has none is refused: an editor would delete what is around it', () => {
    for (const naam of ['paragraph', 'heading', 'bullet_list', 'list_item']) {
      expect(keur(vanBert([item({ ouder: ALINEA }, inhoud.element(naam))])), naam).toEqual(weigert('plaats'));
    }
    for (const naam of ['list_item', 'hard_break', 'vermelding']) {
      expect(keur(vanBert([item({ ouder: VELD }, inhoud.element(naam))])), naam).toEqual(weigert('plaats'));
    }
    const inLijst = [
      item({ ouder: VELD }, inhoud.element('bullet_list')),
      item({ ouder: [BERT, 0] }, inhoud.tekstblok()),
    ];
    expect(keur(vanBert(inLijst))).toEqual(weigert('plaats'));
  });

  test('SY4: 24 nodes deep passes, 25 does not, in one update and over two', () => {
    const nest = (aantal: number) =>
      Array.from({ length: aantal }, (_, n) =>
        item(
          { ouder: n === 0 ? VELD : [BERT, n - 1] },
          inhoud.element(n % 2 === 0 ? 'bullet_list' : 'list_item'),
        ),
      );
    const tekstErin = [item({ ouder: [BERT, 22] }, inhoud.element('list_item'))];
    expect(keur(vanBert(nest(24)))).toEqual(TOEGELATEN);
    expect(keur(vanBert(nest(25)))).toEqual(weigert('diepte'));
    const bij = kamer();
    Y.applyUpdate(bij.doc, vanBert(nest(24)));
    const verder = (wat: number[]) => bericht([{ client: BERT, clock: 24, structs: [wat] }]);
    expect(keur(verder(item({ ouder: [BERT, 23] }, inhoud.element('paragraph'))), bij)).toEqual(
      weigert('diepte'),
    );
    expect(keur(verder(tekstErin[0] ?? []), bij)).toEqual(TOEGELATEN);
  });

  test('SY4: nesting without end is refused, and takes no stack', () => {
    const nest = Array.from({ length: MATEN.structs }, (_, n) =>
      item(
        { ouder: n === 0 ? VELD : [BERT, n - 1] },
        inhoud.element(n % 2 === 0 ? 'bullet_list' : 'list_item'),
      ),
    );
    expect(keur(vanBert(nest))).toEqual(weigert('diepte'));
  });
});

describe('SY4: only what the editor has', () => {
  test.each(['script', 'PARAGRAPH', 'table', 'image', '__proto__', '', 'x'.repeat(1_000)])(
    'SY4: node %s is refused',
    (naam) => {
      expect(keur(vanBert([item({ ouder: VELD }, inhoud.element(naam))]))).toEqual(weigert('knoop'));
    },
  );

  test.each([0, 1, 2, 4, 5, 7, 2 ** 40])('SY4: a shared type of kind %d is refused', (soort) => {
    const update = vanBert([item({ ouder: VELD }, inhoud.type(soort, ...tekst('paragraph')))]);
    expect(keur(update)).toEqual(weigert('knoop'));
  });

  test.each(['link', 'strong ', 'constructor', '', 'x'.repeat(1_000)])('SY4: mark %s is refused', (naam) => {
    expect(keur(vanBert([item({ origin: O }, inhoud.opmaak(naam, '{}'))]))).toEqual(weigert('opmaak'));
  });

  test.each(['{"href":"x"}', '{ }', '[]', '1', '"x"', '', `{"a":"${'x'.repeat(500)}"}`])(
    'SY4: a mark with value %s is refused',
    (waarde) => {
      expect(keur(vanBert([item({ origin: O }, inhoud.opmaak('em', waarde))]))).toEqual(weigert('opmaak'));
    },
  );

  test.each(['style', 'onclick', 'Level', '__proto__', '', 'x'.repeat(1_000)])(
    'SY4: attribute %s is refused',
    (attribuut) => {
      const waarde = item({ ouder: TWEEDE, attribuut }, inhoud.tekstwaarde('a'));
      expect(keur(vanBert([waarde]))).toEqual(weigert('attribuut'));
      const gewist = item({ ouder: TWEEDE, attribuut }, inhoud.gewist(1));
      expect(keur(vanBert([gewist]))).toEqual(weigert('attribuut'));
    },
  );

  const half = [0x3f, 0xe0, 0, 0, 0, 0, 0, 0];
  const geenGetal = [0x7f, 0xf8, 0, 0, 0, 0, 0, 0];
  test.each([
    ['level', 'a text', [119, ...tekst('1')]],
    ['level', 'a half', [123, ...half]],
    ['order', 'no number', [123, ...geenGetal]],
    ['order', 'infinity', [124, 0x7f, 0x80, 0, 0]],
    ['order', 'a number beyond lists', [125, 0xbf, 0xff, 0xff, 0x7f]],
    ['level', 'an object', [118, 0]],
    ['level', 'an array', [117, 0]],
    ['level', 'nothing', [126]],
    ['level', 'undefined', [127]],
    ['level', 'yes', [120]],
    ['level', 'a bigint', [122, 0, 0, 0, 0, 0, 0, 0, 1]],
    ['id', 'bytes', [116, 1, 1]],
    ['id', 'a number', [125, 1]],
    ['soort', 'a long text', [119, ...tekst('x'.repeat(MATEN.waarde + 1))]],
    ['soort', 'a kind of value that lib0 has not', [5]],
  ])('SY4: attribute %s with %s is refused', (attribuut, _, waarde) => {
    const update = vanBert([item({ ouder: TWEEDE, attribuut }, inhoud.waarden(waarde))]);
    expect(keur(update)).toEqual(weigert('waarde'));
  });

  test.each([
    ['order', [125, 0x45]],
    ['order', [125, 0x80, 0x01]],
    ['level', [124, 0x40, 0x00, 0, 0]],
    ['id', [119, ...tekst('x'.repeat(MATEN.waarde))]],
  ])('SY4: attribute %s takes %j', (attribuut, waarde) => {
    const update = vanBert([item({ ouder: TWEEDE, attribuut }, inhoud.waarden(waarde))]);
    expect(keur(update)).toEqual(TOEGELATEN);
  });

  test('SY4: what an undo stack kept of an attribute passes; each of its values is looked at, and none is no struct', () => {
    const waarden = (...lijst: number[][]) =>
      vanBert([item({ ouder: TWEEDE, attribuut: 'level' }, inhoud.waarden(...lijst)), weg(1)]);
    expect(keur(waarden([125, 1], [125, 2]))).toEqual(TOEGELATEN);
    expect(keur(waarden([119, ...tekst('x')], [125, 2]))).toEqual(weigert('waarde'));
    expect(keur(waarden([125, 2], [119, ...tekst('x')]))).toEqual(weigert('waarde'));
    expect(keur(waarden())).toEqual(leestNiet('leeg'));
  });

  test('SY4: a value that stands in no attribute is refused', () => {
    for (const plek of [{ ouder: VELD }, { ouder: ALINEA }, { origin: O }] as const) {
      expect(keur(vanBert([item(plek, inhoud.getalwaarde(1))]))).toEqual(weigert('inhoud'));
    }
  });

  test('SY4: a subdocument is refused', () => {
    expect(keur(vanBert([item({ ouder: VELD }, inhoud.document('guid'))]))).toEqual(weigert('subdocument'));
  });

  test.each([
    ['JSON', inhoud.json('1')],
    ['bytes', inhoud.bytes(1, 2, 3)],
    ['something embedded', inhoud.ingebed('{"image":"x"}')],
  ])('SY4: %s is refused, also where nothing is kept of it', (_, wat) => {
    expect(keur(vanBert([item({ origin: O }, wat)]))).toEqual(weigert('inhoud'));
    expect(keur(vanBert([weg(1), item({ origin: [BERT, 0] }, wat)]))).toEqual(weigert('inhoud'));
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

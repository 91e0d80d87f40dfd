import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { controleerNa, type Nacontrole } from '../../../server/teksten/poort/nacontrole.ts';
import { bericht, type Inhoud, inhoud, item } from './schrijver.ts';

const VELD = 'veld';
const IK = 7;
const GAAF: Nacontrole = { soort: 'gaaf' };

/** Applies updates that the gate never saw, and gives what the assertion says of the last. */
function na(...updates: Uint8Array[]): Nacontrole {
  const doc = new Y.Doc();
  doc.getText(VELD);
  let laatste: Nacontrole = GAAF;
  doc.on('afterTransaction', (transactie) => {
    laatste = controleerNa(transactie, new Set([VELD]));
    // SY14: as the server has it. A second transaction, that deletes, would be the last.
    transactie._needFormattingCleanup = false;
  });
  for (const update of updates) Y.applyUpdate(doc, update);
  return laatste;
}

const van = (...structs: number[][]) => bericht([{ client: IK, clock: 0, structs }]);
const geschonden = (wat: string) => ({ soort: 'geschonden', wat });
const WIE = '00000000-0000-4000-8000-000000000000';
const letter = item({ ouder: VELD }, inhoud.tekst('a'));
const merk = item({ ouder: VELD }, inhoud.merk());

describe('SY4: the assertion after applying', () => {
  test('SY4: what an editor writes is whole', () => {
    const structs = [
      letter,
      item({ origin: [IK, 0] }, inhoud.anker()),
      item({ origin: [IK, 1] }, inhoud.merk()),
      item({ ouder: [IK, 2], sleutel: 'soort' }, inhoud.tekstwaarde('nummer')),
      item({ ouder: [IK, 2], sleutel: 'begin' }, inhoud.nulwaarde()),
      item({ origin: [IK, 4] }, inhoud.getalwaarde(999_999)),
      item({ origin: [IK, 2] }, inhoud.opmaak('em', 'true')),
      item({ origin: [IK, 6] }, inhoud.vermelding('deelnemer', WIE)),
      item({ origin: [IK, 7] }, inhoud.opmaak('em', 'null')),
      item({ ouder: VELD, sleutel: 'diepte' }, inhoud.getalwaarde(2)),
    ];
    expect(na(van(...structs))).toEqual(GAAF);
    expect(na(van(...structs), bericht([], [{ client: IK, bereiken: [[0, 10]] }]))).toEqual(GAAF);
  });

  test('SY4: what is deleted in the same transaction is nobody’s content', () => {
    const update = bericht(
      [{ client: IK, clock: 0, structs: [item({ ouder: VELD }, inhoud.element('script'))] }],
      [{ client: IK, bereiken: [[0, 1]] }],
    );
    expect(na(update)).toEqual(GAAF);
  });

  test('SY4: structs or deletions that wait', () => {
    expect(na(van(item({ origin: [9, 9] }, inhoud.tekst('a'))))).toEqual(geschonden('hangend'));
    expect(na(bericht([], [{ client: 9, bereiken: [[0, 1]] }]))).toEqual(geschonden('hangend'));
  });

  test('SY4: a subdocument', () => {
    expect(na(van(item({ ouder: VELD }, inhoud.document('g'))))).toEqual(geschonden('subdocument'));
  });

  test('SY4: a root beside the velden', () => {
    expect(na(van(item({ ouder: 'anders' }, inhoud.merk())))).toEqual(geschonden('root'));
  });

  test('SY4: a root beside the velden that a duplicate made', () => {
    const dubbel = bericht([
      { client: IK, clock: 0, structs: [item({ ouder: 'anders' }, inhoud.tekst('a'))] },
    ]);
    expect(na(van(letter), dubbel)).toEqual(geschonden('root'));
  });

  test('SY4: two authors', () => {
    const blok = (client: number) => ({ client, clock: 0, structs: [letter] });
    expect(na(bericht([blok(1), blok(2)]))).toEqual(geschonden('auteur'));
  });

  test.each([
    ['text', inhoud.tekst('a')],
    ['an anchor', inhoud.anker()],
    ['a format', inhoud.opmaak('em', 'true')],
    ['a marker', inhoud.merk()],
    ['a value', inhoud.getalwaarde(1)],
  ])('SY4: %s in a marker', (_, wat) => {
    expect(na(van(merk, item({ ouder: [IK, 0] }, wat)))).toEqual(geschonden('plaats'));
  });

  const opVeld = (sleutel: string, wat: Inhoud) => [item({ ouder: VELD, sleutel }, wat)];
  const opMerk = (sleutel: string, wat: Inhoud) => [merk, item({ ouder: [IK, 0], sleutel }, wat)];
  test.each([
    ['a node of the form before this one', [item({ ouder: VELD }, inhoud.element('paragraph'))]],
    ['an array', [item({ ouder: VELD }, inhoud.type(0))]],
    ['a text in a text', [item({ ouder: VELD }, inhoud.type(2))]],
    ['an embed that is no anchor', [item({ ouder: VELD }, inhoud.ingebed('{"eind":2}'))]],
    ['a mention of nobody', [item({ ouder: VELD }, inhoud.vermelding('lid', 'x'))]],
    ['JSON', [item({ ouder: VELD }, inhoud.json('1'))]],
    ['bytes', [item({ ouder: VELD }, inhoud.bytes(1))]],
    ['an unknown format', [item({ ouder: VELD }, inhoud.opmaak('link', 'true'))]],
    ['a format of another value', [item({ ouder: VELD }, inhoud.opmaak('em', '{}'))]],
    ['a value under no key', [item({ ouder: VELD }, inhoud.getalwaarde(1))]],
    ['an unknown key on a veld', opVeld('level', inhoud.getalwaarde(1))],
    ['an unknown key on a marker', opMerk('style', inhoud.getalwaarde(1))],
    ['a value that is none, on a veld', opVeld('niveau', inhoud.getalwaarde(4))],
    ['a value that is none, on a marker', opMerk('soort', inhoud.tekstwaarde('script'))],
    ['a zero with a sign', opMerk('diepte', inhoud.getalwaarde(-0))],
    ['nothing where there is always something', opMerk('diepte', inhoud.nulwaarde())],
    ['two values in one struct that lives', opMerk('diepte', inhoud.waarden([125, 2], [125, 1]))],
    ['a map under a key', opVeld('soort', inhoud.merk())],
    ['text under a key', opMerk('soort', inhoud.tekst('kop'))],
  ])('SY4: %s', (_, structs) => {
    expect(na(van(...structs))).toEqual(geschonden('inhoud'));
  });

  test.each([
    ['an array', item({ ouder: VELD }, inhoud.type(0))],
    ['a map under a key', item({ ouder: VELD, sleutel: 'soort' }, inhoud.merk())],
  ])('SY4: what is written into %s, which is no marker', (_, type) => {
    const erin = item({ ouder: [IK, 0], sleutel: 'diepte' }, inhoud.getalwaarde(1));
    const later = bericht([{ client: IK, clock: 1, structs: [erin] }]);
    expect(na(van(type), later)).toEqual(geschonden('plaats'));
    const weg = bericht([], [{ client: IK, bereiken: [[1, 1]] }]);
    expect(na(van(type, erin), weg)).toEqual(geschonden('plaats'));
  });

  test('SY4: a marker in a marker, and what is written into it', () => {
    const erin = item({ ouder: [IK, 0] }, inhoud.merk());
    const sleutel = item({ ouder: [IK, 1], sleutel: 'diepte' }, inhoud.getalwaarde(1));
    const later = bericht([{ client: IK, clock: 2, structs: [sleutel] }]);
    expect(na(van(merk, erin))).toEqual(geschonden('plaats'));
    expect(na(van(merk, erin), later)).toEqual(geschonden('plaats'));
  });

  test('SY4: what stood there before is not looked at again', () => {
    const oud = van(item({ ouder: VELD }, inhoud.element('script')));
    const nieuw = bericht([{ client: 8, clock: 0, structs: [letter] }]);
    expect(na(oud, nieuw)).toEqual(GAAF);
  });
});

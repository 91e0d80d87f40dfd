import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { controleerNa, type Nacontrole } from '../../../server/plan/sync/poort/nacontrole.ts';
import { bericht, inhoud, item, tekst } from './schrijver.ts';

const VELD = 'veld';
const IK = 7;
const GAAF: Nacontrole = { soort: 'gaaf' };

/** Applies updates that the gate never saw, and gives what the assertion says of the last. */
function na(...updates: Uint8Array[]): Nacontrole {
  const doc = new Y.Doc();
  doc.getXmlFragment(VELD);
  let laatste: Nacontrole = GAAF;
  doc.on('afterTransaction', (transactie) => {
    laatste = controleerNa(transactie, new Set([VELD]));
  });
  for (const update of updates) Y.applyUpdate(doc, update);
  return laatste;
}

const van = (...structs: number[][]) => bericht([{ client: IK, clock: 0, structs }]);
const geschonden = (wat: string) => ({ soort: 'geschonden', wat });
const alinea = item({ ouder: VELD }, inhoud.element('paragraph'));
const tekstblok = item({ ouder: [IK, 0] }, inhoud.tekstblok());

describe('SY4: the assertion after applying', () => {
  test('SY4: what an editor writes is whole', () => {
    const structs = [
      alinea,
      tekstblok,
      item({ ouder: [IK, 1] }, inhoud.opmaak('em', '{}')),
      item({ origin: [IK, 2] }, inhoud.tekst('hallo')),
      item({ ouder: [IK, 0], attribuut: 'level' }, inhoud.getalwaarde(2)),
    ];
    expect(na(van(...structs))).toEqual(GAAF);
    expect(na(van(...structs), bericht([], [{ client: IK, bereiken: [[0, 9]] }]))).toEqual(GAAF);
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
    expect(na(van(item({ ouder: 'anders' }, inhoud.element('paragraph'))))).toEqual(geschonden('root'));
  });

  test('SY4: a root beside the velden that a duplicate made', () => {
    const dubbel = bericht([
      { client: IK, clock: 0, structs: [item({ ouder: 'anders' }, inhoud.tekst('a'))] },
    ]);
    expect(na(van(alinea), dubbel)).toEqual(geschonden('root'));
  });

  test('SY4: two authors', () => {
    const blok = (client: number) => ({ client, clock: 0, structs: [alinea] });
    expect(na(bericht([blok(1), blok(2)]))).toEqual(geschonden('auteur'));
  });

  test.each([
    ['text on a veld', [item({ ouder: VELD }, inhoud.tekst('a'))]],
    ['text in a node', [alinea, item({ ouder: [IK, 0] }, inhoud.tekst('a'))]],
    ['an unknown node', [item({ ouder: VELD }, inhoud.element('script'))]],
    ['a node in a node that has none', [alinea, item({ ouder: [IK, 0] }, inhoud.element('heading'))]],
    ['a node in a run of text', [alinea, tekstblok, item({ ouder: [IK, 1] }, inhoud.element('hard_break'))]],
    ['a run of text on a veld', [item({ ouder: VELD }, inhoud.tekstblok())]],
  ])('SY4: %s', (_, structs) => {
    expect(na(van(...structs))).toEqual(geschonden('plaats'));
  });

  test.each([
    ['a shared map', [item({ ouder: VELD }, inhoud.type(1))]],
    ['something embedded', [alinea, tekstblok, item({ ouder: [IK, 1] }, inhoud.ingebed('{}'))]],
    ['an unknown mark', [alinea, tekstblok, item({ ouder: [IK, 1] }, inhoud.opmaak('link', '{}'))]],
    ['a mark on a node', [alinea, item({ ouder: [IK, 0] }, inhoud.opmaak('em', '{}'))]],
    ['an attribute on a veld', [item({ ouder: VELD, attribuut: 'level' }, inhoud.getalwaarde(1))]],
    ['an unknown attribute', [alinea, item({ ouder: [IK, 0], attribuut: 'style' }, inhoud.getalwaarde(1))]],
    ['a value that is none', [alinea, item({ ouder: [IK, 0], attribuut: 'level' }, inhoud.tekstwaarde('x'))]],
    [
      'a node for a value',
      [alinea, item({ ouder: [IK, 0], attribuut: 'level' }, inhoud.element('paragraph'))],
    ],
    ['a value on a veld', [item({ ouder: VELD }, inhoud.getalwaarde(1))]],
  ])('SY4: %s', (_, structs) => {
    expect(na(van(...structs))).toEqual(geschonden('inhoud'));
  });

  test('SY4: what is written into a shared type that is no node', () => {
    const kaart = item({ ouder: VELD }, inhoud.type(1));
    const erin = item({ ouder: [IK, 0], attribuut: 'level' }, inhoud.getalwaarde(1));
    const later = bericht([{ client: IK, clock: 1, structs: [erin] }]);
    expect(na(van(kaart), later)).toEqual(geschonden('plaats'));
    const weg = bericht([], [{ client: IK, bereiken: [[1, 1]] }]);
    expect(na(van(kaart, erin), weg)).toEqual(geschonden('plaats'));
  });

  test('SY4: 25 nodes deep', () => {
    const nest = (aantal: number) =>
      Array.from({ length: aantal }, (_, n) =>
        item({ ouder: n === 0 ? VELD : [IK, n - 1] }, [
          7,
          [3, ...tekst(n % 2 === 0 ? 'bullet_list' : 'list_item')],
        ]),
      );
    expect(na(van(...nest(24)))).toEqual(GAAF);
    expect(na(van(...nest(25)))).toEqual(geschonden('diepte'));
  });

  test('SY4: what stood there before is not looked at again', () => {
    const oud = van(item({ ouder: VELD }, inhoud.element('script')));
    const nieuw = bericht([{ client: 8, clock: 0, structs: [alinea] }]);
    expect(na(oud, nieuw)).toEqual(GAAF);
  });
});

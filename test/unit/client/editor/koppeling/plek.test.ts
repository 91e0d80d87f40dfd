import { TextSelection } from 'prosemirror-state';
import { expect, test } from 'vitest';
import { onthoud, overgezet, selectieTerug } from '../../../../../client/editor/koppeling/selectie.ts';
import { hoort, Iemand, wissel } from './iemand.ts';

/** Somebody in a text, and the same text in a document that has it all so far. */
function tweeDocumenten(tekst: string): [Iemand, Iemand] {
  const van = new Iemand(1);
  van.typ(tekst);
  const naar = new Iemand(2);
  wissel([van, naar]);
  return [van, naar];
}

function zetCaret({ koppeling }: Iemand, anchor: number, head = anchor): void {
  const { tr } = koppeling.state;
  koppeling.voerUit(tr.setSelection(TextSelection.create(tr.doc, anchor, head)));
}

/** What one types where the caret is taken to, in the other document. */
function typtVerder(van: Iemand, naar: Iemand): string {
  const { koppeling } = naar;
  const was = onthoud(van.koppeling.plaats, van.koppeling.state);
  const daar = selectieTerug(koppeling.plaats, koppeling.state.doc, overgezet(was, van.doc, naar.doc));
  if (daar === null) return '';
  koppeling.voerUit(koppeling.state.tr.setSelection(daar));
  naar.typ('#');
  return naar.regels;
}

test('SY13: who is in a text when another document takes its place goes on where they were', () => {
  const [van, naar] = tweeDocumenten('abcdef');
  zetCaret(van, 4);
  expect(typtVerder(van, naar)).toBe('abc#def');
  const [begin, ander] = tweeDocumenten('abcdef');
  zetCaret(begin, 1);
  expect(typtVerder(begin, ander)).toBe('#abcdef');
  const [keuze, derde] = tweeDocumenten('abcdef');
  zetCaret(keuze, 2, 5);
  expect(typtVerder(keuze, derde)).toBe('a#ef');
});

test('SY13: behind what the other document lacks they go on behind what it has', () => {
  const [van, naar] = tweeDocumenten('abcdef');
  van.typ('xyz', 4);
  van.wis(3, 4);
  zetCaret(van, 6);
  expect(van.regels).toBe('abxyzdef');
  // Another wrote meanwhile.
  naar.typ('ij', 1);
  expect(typtVerder(van, naar)).toBe('ijabc#def');
});

test('SY13: of what was typed without a pause the other document may have the beginning', () => {
  const [van, naar] = tweeDocumenten('');
  van.typ('abc');
  hoort(naar, van);
  van.typ('def');
  expect(typtVerder(van, naar)).toBe('abc#');
});

test('SY13: in a line that the other document lacks they go on at the end of the line before', () => {
  const [van, naar] = tweeDocumenten('abc');
  van.koppeling.voerUit(van.koppeling.state.tr.split(4));
  van.typ('def', 6);
  expect(van.regels).toBe('abc\ndef');
  expect(typtVerder(van, naar)).toBe('abc#');
});

test('SY13: where it has nothing of all that stands before, they go on at its beginning', () => {
  const [van, naar] = tweeDocumenten('');
  van.typ('abc');
  naar.typ('uvw');
  expect(typtVerder(van, naar)).toBe('#uvw');
});

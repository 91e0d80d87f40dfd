import { EditorState } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import { noemen, passend, zoektochtIn } from '../../../../client/editor/noemen.ts';
import { schema } from '../../../../client/editor/schema.ts';
import type { Vermeldbaar } from '../../../../client/editor/vermelding.ts';

const MENSEN: readonly Vermeldbaar[] = [
  { soort: 'lid', id: 'l1', tekst: 'moeder' },
  { soort: 'lid', id: 'l2', tekst: 'kind 1' },
  { soort: 'deelnemer', id: 'd1', tekst: 'schuldhulp · André Bos' },
];

function naTypen(tekst: string): EditorState {
  const state = EditorState.create({
    schema,
    plugins: [noemen({ opToets: () => false, opWijziging: () => undefined })],
  });
  return state.apply(state.tr.insertText(tekst));
}

describe('NK13: people stand in text by reference', () => {
  test.each([
    ['@', ''],
    ['met @mo', 'mo'],
    ['(@kind 1', 'kind 1'],
  ])('an @ that is typed looks for somebody: "%s"', (tekst, gezocht) => {
    expect(zoektochtIn(naTypen(tekst))?.tekst).toBe(gezocht);
  });

  test.each(['mail@huis', 'a@', 'met @mo.'])('and nothing does so in "%s"', (tekst) => {
    expect(zoektochtIn(naTypen(tekst))).toBeNull();
  });

  test('moving the caret behind an @ that was there opens nothing', () => {
    const state = EditorState.create({
      doc: schema.node('doc', null, [schema.node('blok', null, [schema.text('met @mo')])]),
      plugins: [noemen({ opToets: () => false, opWijziging: () => undefined })],
    });
    const { tr } = state;
    expect(zoektochtIn(state.apply(tr.setSelection(state.selection)))).toBeNull();
  });

  test('offers those whose text has a word that begins so, accents or none', () => {
    const ids = (gezocht: string) => passend(MENSEN, gezocht).map(({ id }) => id);
    expect(ids('')).toEqual(['l1', 'l2', 'd1']);
    expect(ids('MO')).toEqual(['l1']);
    expect(ids('andre')).toEqual(['d1']);
    expect(ids('bos')).toEqual(['d1']);
    expect(ids('oeder')).toEqual([]);
  });
});

import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { herkomstVan } from './koppeling/koppeling.ts';
import { schema } from './schema.ts';
import type { Vermeldbaar } from './vermelding.ts';

/** What stands from an @ to the caret: somebody is looking for whom to mention. */
export interface Zoektocht {
  readonly van: number;
  readonly tot: number;
  readonly tekst: string;
}

/** An @ at the start of a line or after a space, and what was typed after it. An e-mail address is none. */
const ZOEKT = /(?:^|[\s(\ufffc])@([\p{L}\p{M}\d '-]{0,30})$/u;

interface Noemstaat {
  readonly zoektocht: Zoektocht | null;
  /** Where an @ stands that was put aside with Escape. */
  readonly genegeerd: number | null;
}

const sleutel = new PluginKey<Noemstaat>('noemen');

/** Whether somebody is being looked for, in this state of the text. */
export function zoektochtIn(state: EditorState): Zoektocht | null {
  return sleutel.getState(state)?.zoektocht ?? null;
}

interface Noemen {
  /** What there is to do in the list that is open; false when it has nothing for this key. */
  readonly opToets: (gebeurtenis: KeyboardEvent) => boolean;
  readonly opWijziging: () => void;
}

/** Watches for an @ that is typed. Moving the caret behind one that was there opens nothing. */
export function noemen({ opToets, opWijziging }: Noemen): Plugin {
  return new Plugin<Noemstaat>({
    key: sleutel,
    state: {
      init: () => ({ zoektocht: null, genegeerd: null }),
      apply: (tr, vorige, _oud, state) => volgende(tr, vorige, state),
    },
    props: {
      handleKeyDown: (view, gebeurtenis) =>
        zoektochtIn(view.state) !== null && !view.composing && opToets(gebeurtenis),
    },
    view: () => ({
      update: (view, vorige) => {
        if (zoektochtIn(view.state) !== zoektochtIn(vorige)) opWijziging();
      },
    }),
  });
}

function volgende(tr: Transaction, { zoektocht, genegeerd }: Noemstaat, state: EditorState): Noemstaat {
  if (tr.getMeta(sleutel) === 'weg') return { zoektocht: null, genegeerd: zoektocht?.van ?? null };
  const getypt = tr.docChanged && herkomstVan(tr) === 'zelf';
  if (zoektocht === null && !getypt) return { zoektocht, genegeerd: tr.docChanged ? null : genegeerd };
  const gevonden = zoek(state);
  if (gevonden === null) return { zoektocht: null, genegeerd: null };
  if (gevonden.van === genegeerd) return { zoektocht: null, genegeerd };
  return { zoektocht: gevonden, genegeerd: null };
}

function zoek({ selection: { $from, empty } }: EditorState): Zoektocht | null {
  if (!empty || !$from.parent.isTextblock) return null;
  const voor = $from.parent.textBetween(
    Math.max(0, $from.parentOffset - 40),
    $from.parentOffset,
    null,
    '\ufffc',
  );
  const tekst = ZOEKT.exec(voor)?.[1];
  return tekst === undefined ? null : { van: $from.pos - tekst.length - 1, tot: $from.pos, tekst };
}

/** Those whose text has a word that begins with what was typed. */
export function passend(vermeldbaar: readonly Vermeldbaar[], gezocht: string): readonly Vermeldbaar[] {
  const naald = kaal(gezocht.trim());
  return vermeldbaar.filter(({ tekst }) => {
    const hooi = kaal(tekst);
    return hooi.startsWith(naald) || hooi.split(/[\s·(]+/).some((woord) => woord.startsWith(naald));
  });
}

function kaal(tekst: string): string {
  return tekst.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Puts a mention where the @ stands, with a space behind it to go on typing. */
export function noemIemand(view: EditorView, { van, tot }: Zoektocht, { soort, id }: Vermeldbaar): void {
  const knoop = schema.nodes.vermelding.create({ soort, id });
  view.dispatch(view.state.tr.replaceWith(van, tot, [knoop, schema.text(' ')]).scrollIntoView());
}

/** Puts the list aside and leaves what was typed. */
export function stopMetZoeken(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(sleutel, 'weg'));
}

/** What the button does: an @ as if it were typed, apart from the word before it. */
export function beginMetZoeken(view: EditorView): void {
  const { $from } = view.state.selection;
  const voor = $from.parent.textBetween(
    Math.max(0, $from.parentOffset - 1),
    $from.parentOffset,
    null,
    '\ufffc',
  );
  view.dispatch(view.state.tr.insertText(/^[\s(]?$/.test(voor) ? '@' : ' @').scrollIntoView());
}

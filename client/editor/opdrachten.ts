import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands';
import { InputRule, inputRules, undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { Attrs, Node, ResolvedPos } from 'prosemirror-model';
import {
  type Command,
  type EditorState,
  type Plugin,
  TextSelection,
  type Transaction,
} from 'prosemirror-state';
import { isLijstpunt, KALE_ALINEA, SLEUTELGRENZEN } from '../../shared/tekst/blok.ts';
import { koppelingVan, regeleinde } from './koppeling/koppeling.ts';
import { schema, sleutelsVanKnoop } from './schema.ts';

const { blok, breuk } = schema.nodes;
const { strong, em } = schema.marks;

/** What one can do to the text at the caret. */
export type Opdracht = 'vet' | 'cursief' | 'kopje' | 'opsomming' | 'nummers' | 'terug' | 'opnieuw';

/** What the buttons and the keys do. */
export const OPDRACHTEN: Readonly<Record<Opdracht, Command>> = {
  vet: opZich(toggleMark(strong)),
  cursief: opZich(toggleMark(em)),
  kopje: opZich(wisselSoort('kop')),
  opsomming: opZich(wisselSoort('punt')),
  nummers: opZich(wisselSoort('nummer')),
  terug: (state, dispatch) => {
    const koppeling = koppelingVan(state);
    if (koppeling?.kanOngedaan !== true) return false;
    return dispatch === undefined || koppeling.maakOngedaan();
  },
  opnieuw: (state, dispatch) => {
    const koppeling = koppelingVan(state);
    if (koppeling?.kanOpnieuw !== true) return false;
    return dispatch === undefined || koppeling.doeOpnieuw();
  },
};

/** Whether a button stands pressed: what the text at the caret is. Undo and redo have no such state. */
export function staatAan(opdracht: Opdracht, state: EditorState): boolean {
  switch (opdracht) {
    case 'vet':
      return heeftMerk(state, 'strong');
    case 'cursief':
      return heeftMerk(state, 'em');
    case 'kopje':
      return state.selection.$from.parent.attrs.soort === 'kop';
    case 'opsomming':
      return state.selection.$from.parent.attrs.soort === 'punt';
    case 'nummers':
      return state.selection.$from.parent.attrs.soort === 'nummer';
    case 'terug':
    case 'opnieuw':
      return false;
  }
}

/**
 * Keys and typed shorthand ("- ", "1. ", "# "). Tab moves an item of a list in and out; everywhere else, and after
 * Escape, it leaves the text (WCAG 2.1.2).
 * @param naarBalk moves focus to the toolbar, on Alt-F10
 */
export function toetsen(naarBalk: () => void): Plugin[] {
  return [
    inputRules({ rules: verkort() }),
    keymap({
      'Mod-b': OPDRACHTEN.vet,
      'Mod-B': OPDRACHTEN.vet,
      'Mod-i': OPDRACHTEN.cursief,
      'Mod-I': OPDRACHTEN.cursief,
      'Mod-z': OPDRACHTEN.terug,
      'Mod-y': OPDRACHTEN.opnieuw,
      'Shift-Mod-z': OPDRACHTEN.opnieuw,
      'Mod-]': opZich(springIn(1)),
      'Mod-[': opZich(springIn(-1)),
      'Alt-F10': () => {
        naarBalk();
        return true;
      },
      Enter: nieuwBlok,
      'Shift-Enter': nieuweRegel,
      'Mod-Enter': nieuweRegel,
      Backspace: chainCommands(undoInputRule, terugVanBegin),
      'Shift-Backspace': terugVanBegin,
      'Mod-Backspace': terugVanBegin,
      Delete: vooruitVanEinde,
      'Mod-Delete': vooruitVanEinde,
    }),
    keymap(baseKeymap),
  ];
}

/** Undone by itself: not with the words that were typed right before or after it. */
export function opZich(opdracht: Command): Command {
  return (state, dispatch, view) => {
    if (dispatch === undefined) return opdracht(state);
    const koppeling = koppelingVan(state);
    koppeling?.beginNieuweStap();
    const kon = opdracht(state, dispatch, view);
    if (kon) koppeling?.beginNieuweStap();
    return kon;
  };
}

/** Makes the blocks of the selection one of this sort, or paragraphs when they all are. */
function wisselSoort(soort: 'kop' | 'punt' | 'nummer'): Command {
  return (state, dispatch) => {
    const blokken = blokkenIn(state);
    const zijnHetAl = blokken.every(({ knoop }) => knoop.attrs.soort === soort);
    if (dispatch === undefined) return true;
    const { tr } = state;
    for (const { knoop, pos } of blokken) {
      // A list can become another list in place; what is no list stands at the margin.
      const blijftLijst = !zijnHetAl && soort !== 'kop' && isLijstpunt(sleutelsVanKnoop(knoop.attrs));
      zetSleutelsIn(tr, pos, {
        ...KALE_ALINEA,
        ...(blijftLijst ? { diepte: knoop.attrs.diepte } : {}),
        soort: zijnHetAl ? 'alinea' : soort,
      });
    }
    dispatch(tr);
    return true;
  };
}

function blokkenIn({ doc, selection: { from, to } }: EditorState): { knoop: Node; pos: number }[] {
  const blokken: { knoop: Node; pos: number }[] = [];
  doc.nodesBetween(from, Math.max(to, from + 1), (knoop, pos) => {
    if (knoop.type === blok) blokken.push({ knoop, pos });
    return false;
  });
  // A caret between two blocks, as when all is selected and there is nothing.
  return blokken.length > 0 ? blokken : [{ knoop: doc.child(0), pos: 0 }];
}

/** Sets keys one by one: two people who each change another one then both have their way (TX3). */
function zetSleutelsIn(tr: Transaction, pos: number, sleutels: Attrs): void {
  const nu = tr.doc.nodeAt(pos)?.attrs ?? {};
  for (const [naam, waarde] of Object.entries(sleutels)) {
    if (nu[naam] !== waarde) tr.setNodeAttribute(pos, naam, waarde);
  }
}

/** Moves items of a list in or out. An item stands at most one deeper than the one above it, as people read lists. */
export function springIn(stap: 1 | -1): Command {
  return (state, dispatch) => {
    const blokken = blokkenIn(state);
    if (!blokken.some(({ knoop }) => isLijstpunt(sleutelsVanKnoop(knoop.attrs)))) return false;
    const { tr } = state;
    for (const { knoop, pos } of blokken) {
      const sleutels = sleutelsVanKnoop(knoop.attrs);
      const diepte = sleutels.diepte + stap;
      const past = stap === -1 ? diepte >= 0 : diepte <= diepsteNa(tr.doc.resolve(pos).nodeBefore);
      if (past && isLijstpunt(sleutels)) tr.setNodeAttribute(pos, 'diepte', diepte);
    }
    if (!tr.docChanged) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

function diepsteNa(vorige: Node | null): number {
  if (vorige === null) return 0;
  const sleutels = sleutelsVanKnoop(vorige.attrs);
  const diepste = isLijstpunt(sleutels) ? sleutels.diepte + 1 : sleutels.diepte;
  return Math.min(diepste, SLEUTELGRENZEN.diepte.tot);
}

/** Enter: the next block; of an empty item of a list or an indented paragraph one step out. */
export const nieuwBlok: Command = (state, dispatch) => {
  if (dispatch === undefined) return true;
  // Who types without a pause takes back a block at a time, not all of it.
  koppelingVan(state)?.beginNieuweStap();
  const { tr } = state;
  const einde = regeleinde(state);
  if (!state.selection.empty) tr.deleteSelection();
  // What another typed right behind a caret that stood at the end stays in its line, and no more than that (TX8).
  else if (einde !== null) tr.setSelection(TextSelection.create(tr.doc, einde));
  const { $from } = tr.selection;
  const sleutels = sleutelsVanKnoop($from.parent.attrs);
  const isLeeg = $from.parent.content.size === 0;
  if (isLeeg && (isLijstpunt(sleutels) || sleutels.diepte > 0)) stapUit(tr, $from);
  else splits(tr, $from);
  dispatch(tr.scrollIntoView());
  return true;
};

/** An item of an inner list goes to the list around it; of the outermost it becomes a paragraph. */
function stapUit(tr: Transaction, $plek: ResolvedPos): void {
  const { diepte } = sleutelsVanKnoop($plek.parent.attrs);
  const pos = $plek.before(1);
  if (diepte > 0) tr.setNodeAttribute(pos, 'diepte', diepte - 1);
  else zetSleutelsIn(tr, pos, KALE_ALINEA);
}

function splits(tr: Transaction, $plek: ResolvedPos): void {
  const { parent, parentOffset, pos } = $plek;
  const isKop = parent.attrs.soort === 'kop';
  // Behind a heading one goes on in plain text; a heading keeps its sort when a line is put above it.
  const isEinde = parentOffset === parent.content.size;
  const attrs = isKop && isEinde ? KALE_ALINEA : { ...parent.attrs, begin: null };
  tr.split(pos, 1, [{ type: blok, attrs: { ...attrs } }]);
  if (isKop && parentOffset === 0 && !isEinde) zetSleutelsIn(tr, $plek.before(1), KALE_ALINEA);
}

/** A line break within the block. */
export const nieuweRegel: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(breuk.create()).scrollIntoView());
  return true;
};

/**
 * Backspace at the start of a line: an item steps out of its list, a heading becomes a paragraph; a paragraph is
 * joined with the line above it. An empty line above just goes: the line below it stays what it is.
 */
export const terugVanBegin: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.depth === 0 || $from.parentOffset > 0) return false;
  if (dispatch === undefined) return true;
  const { tr } = state;
  const sleutels = sleutelsVanKnoop($from.parent.attrs);
  const pos = $from.before(1);
  const vorige = tr.doc.resolve(pos).nodeBefore;
  if (isLijstpunt(sleutels) || sleutels.diepte > 0) stapUit(tr, $from);
  else if (vorige?.content.size === 0) tr.delete(pos - vorige.nodeSize, pos);
  else if (sleutels.soort === 'kop') zetSleutelsIn(tr, pos, KALE_ALINEA);
  else if (vorige !== null) tr.join(pos);
  if (tr.docChanged) dispatch(tr.scrollIntoView());
  return true;
};

/** Delete at the end of a line: the next line comes up behind it; an empty line goes instead. */
export const vooruitVanEinde: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.depth === 0 || $from.parentOffset < $from.parent.content.size) return false;
  const pos = $from.after(1);
  if (pos === state.doc.content.size) return true;
  if (dispatch === undefined) return true;
  const { tr } = state;
  if ($from.parent.content.size === 0) {
    tr.delete($from.before(1), pos);
    tr.setSelection(TextSelection.near(tr.doc.resolve($from.before(1)), 1));
  } else tr.join(pos);
  dispatch(tr.scrollIntoView());
  return true;
};

function verkort(): InputRule[] {
  return [
    verkorting(/^\s?[-*+•]\s$/, () => ({ soort: 'punt' })),
    verkorting(/^\s?(\d{1,3})[.)]\s$/, (treffer, vorige) => {
      const begin = Number(treffer[1]);
      const gaatVerder = vorige?.attrs.soort === 'nummer' && vorige.attrs.diepte === 0;
      return { soort: 'nummer', begin: begin === 1 || gaatVerder ? null : begin };
    }),
    verkorting(/^(#{1,3})\s$/, (treffer) => ({ soort: 'kop', niveau: treffer[1]?.length ?? 1 })),
  ];
}

/** At the start of a paragraph: takes out what was typed, and makes it what that stands for. */
function verkorting(
  patroon: RegExp,
  wordt: (treffer: RegExpMatchArray, vorige: Node | null) => Attrs,
): InputRule {
  return new InputRule(patroon, (state, treffer, van, tot) => {
    const $van = state.doc.resolve(van);
    if ($van.parent.attrs.soort !== 'alinea') return null;
    const pos = $van.before(1);
    const tr = state.tr.delete(van, tot);
    zetSleutelsIn(tr, pos, wordt(treffer, tr.doc.resolve(pos).nodeBefore));
    return tr;
  });
}

function heeftMerk({ selection, storedMarks, doc }: EditorState, naam: 'strong' | 'em'): boolean {
  const soort = schema.marks[naam];
  if (!selection.empty) return doc.rangeHasMark(selection.from, selection.to, soort);
  return soort.isInSet(storedMarks ?? selection.$from.marks()) !== undefined;
}

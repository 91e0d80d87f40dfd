import { baseKeymap, chainCommands, setBlockType, toggleMark } from 'prosemirror-commands';
import {
  type InputRule,
  inputRules,
  textblockTypeInputRule,
  undoInputRule,
  wrappingInputRule,
} from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, type EditorState, Plugin } from 'prosemirror-state';
import { redoCommand, undoCommand, ySyncPluginKey, yUndoPluginKey } from 'y-prosemirror';
import { schema } from './schema.ts';

const { paragraph, heading, bullet_list, ordered_list, list_item, hard_break } = schema.nodes;
const { strong, em } = schema.marks;

/** Nodes within nodes that the editor makes; the gate takes 24 (SY4). */
const GROOTSTE_DIEPTE = 18;

/** What one can do to the text at the caret. */
export type Opdracht = 'vet' | 'cursief' | 'kopje' | 'opsomming' | 'nummers' | 'terug' | 'opnieuw';

/** What the buttons and the keys do. */
export const OPDRACHTEN: Readonly<Record<Opdracht, Command>> = {
  vet: toggleMark(strong),
  cursief: toggleMark(em),
  kopje: (state, dispatch) =>
    setBlockType(isKopje(state) ? paragraph : heading, isKopje(state) ? null : { level: 1 })(state, dispatch),
  opsomming: lijst(bullet_list),
  nummers: lijst(ordered_list),
  terug: undoCommand,
  opnieuw: redoCommand,
};

/** Whether a button stands pressed: what the text at the caret is. Undo and redo have no such state. */
export function staatAan(opdracht: Opdracht, state: EditorState): boolean {
  switch (opdracht) {
    case 'vet':
      return heeftMerk(state, 'strong');
    case 'cursief':
      return heeftMerk(state, 'em');
    case 'kopje':
      return isKopje(state);
    case 'opsomming':
      return binnensteLijst(state) === 'bullet_list';
    case 'nummers':
      return binnensteLijst(state) === 'ordered_list';
    case 'terug':
    case 'opnieuw':
      return false;
  }
}

/**
 * Keys and typed shorthand ("- ", "1. ", "# "). Tab is not among them: it leaves the editor (WCAG 2.1.2), and
 * Ctrl-] and Ctrl-[ move an item of a list in and out.
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
      'Mod-z': undoCommand,
      'Mod-y': redoCommand,
      'Shift-Mod-z': redoCommand,
      'Mod-]': sinkListItem(list_item),
      'Mod-[': liftListItem(list_item),
      'Alt-F10': () => {
        naarBalk();
        return true;
      },
      Enter: chainCommands(nieuweStap, splitListItem(list_item)),
      'Shift-Enter': nieuweRegel,
      'Mod-Enter': nieuweRegel,
      Backspace: chainCommands(undoInputRule, geenKopjeMeer),
    }),
    keymap(baseKeymap),
  ];
}

/** Refuses what would nest deeper than people read and the gate takes. @param teDiep says so */
export function dieptegrens(teDiep: () => void): Plugin {
  return new Plugin({
    filterTransaction: (tr) => {
      // What comes from others is there already, and refusing it would leave this screen with another text.
      if (!tr.docChanged || tr.getMeta(ySyncPluginKey) !== undefined) return true;
      const past = diepteVan(tr.doc) <= GROOTSTE_DIEPTE;
      if (!past) teDiep();
      return past;
    },
  });
}

function diepteVan(knoop: Node): number {
  let diepte = 0;
  if (!knoop.isTextblock)
    knoop.forEach((kind) => {
      diepte = Math.max(diepte, 1 + diepteVan(kind));
    });
  return diepte;
}

function verkort(): InputRule[] {
  return [
    wrappingInputRule(/^\s*([-*+])\s$/, bullet_list),
    wrappingInputRule(
      /^(\d{1,2})[.)]\s$/,
      ordered_list,
      (treffer) => ({ order: Number(treffer[1]) }),
      (treffer, lijst) => lijst.childCount + Number(lijst.attrs.order) === Number(treffer[1]),
    ),
    textblockTypeInputRule(/^(#{1,3})\s$/, heading, (treffer) => ({ level: treffer[1]?.length ?? 1 })),
  ];
}

/** Makes a list, changes the kind of the one at the caret, or ends it. */
function lijst(soort: typeof bullet_list): Command {
  return (state, dispatch) => {
    const huidig = binnensteLijst(state);
    if (huidig === soort.name) return liftListItem(list_item)(state, dispatch);
    if (huidig === null) return wrapInList(soort)(state, dispatch);
    const { $from } = state.selection;
    for (let diepte = $from.depth; diepte > 0; diepte -= 1) {
      if ($from.node(diepte).type.name !== huidig) continue;
      dispatch?.(state.tr.setNodeMarkup($from.before(diepte), soort));
      return true;
    }
    return false;
  };
}

function binnensteLijst({ selection: { $from } }: EditorState): string | null {
  for (let diepte = $from.depth; diepte > 0; diepte -= 1) {
    const { name } = $from.node(diepte).type;
    if (name === 'bullet_list' || name === 'ordered_list') return name;
  }
  return null;
}

function isKopje({ selection: { $from } }: EditorState): boolean {
  return $from.parent.type === heading;
}

function heeftMerk({ selection, storedMarks, doc }: EditorState, naam: 'strong' | 'em'): boolean {
  const soort = schema.marks[naam];
  if (!selection.empty) return doc.rangeHasMark(selection.from, selection.to, soort);
  return soort.isInSet(storedMarks ?? selection.$from.marks()) !== undefined;
}

const nieuweRegel: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(hard_break.create()).scrollIntoView());
  return true;
};

/** Who types without a pause takes back a paragraph at a time, not all of it. */
const nieuweStap: Command = (state, dispatch) => {
  if (dispatch) yUndoPluginKey.getState(state)?.undoManager.stopCapturing();
  return false;
};

/** Backspace at the start of a heading makes it a paragraph first. */
const geenKopjeMeer: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.parent.type !== heading) return false;
  return setBlockType(paragraph)(state, dispatch);
};

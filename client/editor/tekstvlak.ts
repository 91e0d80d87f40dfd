import { DOMSerializer, type Node } from 'prosemirror-model';
import { AllSelection, EditorState, Plugin } from 'prosemirror-state';
import { EditorView, type NodeView } from 'prosemirror-view';
import { ySyncPlugin, ySyncPluginKey, yUndoPlugin, yUndoPluginKey } from 'y-prosemirror';
import type { Awareness } from 'y-protocols/awareness';
import type { XmlFragment } from 'yjs';
import { compositie, rondAf } from './compositie.ts';
import { cursors } from './cursors.ts';
import { noemen } from './noemen.ts';
import { dieptegrens, toetsen } from './opdrachten.ts';
import { plakgrens } from './plakgrens.ts';
import { schema } from './schema.ts';
import { type Noem, noemtekst } from './vermelding.ts';

/** What the editor needs of the element around it. Functions give what holds at that moment. */
export interface Omgeving {
  readonly fragment: XmlFragment;
  /** null where nobody else writes: no cursors. */
  readonly awareness: Awareness | null;
  readonly noem: () => Noem;
  readonly magNoemen: (soort: string, id: string) => boolean;
  readonly zetelnaam: () => (code: string) => string;
  /** ARIA of the text as it is now; without role, label and language, which it always has. */
  readonly eigenschappen: (state: EditorState) => Record<string, string>;
  readonly meld: (bericht: string) => void;
  /** Something changed in the text, the selection or the list to mention from. */
  readonly opWijziging: (getypt: boolean) => void;
  readonly naarBalk: () => void;
  readonly opNoemtoets: (gebeurtenis: KeyboardEvent) => boolean;
}

/** Opens a text for writing in `plek`. Writes nothing by itself: an empty text stays empty until somebody types. */
export function openTekstvlak(plek: HTMLElement, omgeving: Omgeving): EditorView {
  const { fragment, awareness, noem, eigenschappen } = omgeving;
  const { doc } = fragment;
  if (doc === null) throw new Error('a text to edit has to stand in a document');
  const plugins = [
    ySyncPlugin(fragment),
    compositie(fragment),
    ...(awareness === null ? [] : cursors({ awareness, fragment, doc, zetelnaam: omgeving.zetelnaam })),
    yUndoPlugin(),
    noemen({ opToets: omgeving.opNoemtoets, opWijziging: () => omgeving.opWijziging(false) }),
    ...toetsen(omgeving.naarBalk),
    dieptegrens(() => omgeving.meld('Een lijst kan niet dieper.')),
    plakgrens(omgeving),
    wijzigingen(omgeving.opWijziging),
  ];
  return new EditorView(plek, {
    state: EditorState.create({ schema, plugins }),
    attributes: eigenschappen,
    nodeViews: { vermelding: (knoop) => toonVermelding(knoop, noem()) },
    clipboardSerializer: metNamen(noem),
    // Scrolling follows one's own caret; what others write must not move the page.
    handleScrollToSelection: ({ state }) => komtVanAnder(state),
    dispatchTransaction(this: EditorView, tr) {
      // y-prosemirror redraws cursors in a later task, when the text may have been closed.
      if (!this.isDestroyed) this.updateState(this.state.apply(tr));
    },
  });
}

/** Closes it: no listener stays on the document or the awareness, nothing of the text in the page (NK7). */
export function sluitTekstvlak(view: EditorView): void {
  rondAf(ySyncPluginKey.getState(view.state).type);
  // An undo stack holds on to what was deleted, also when nobody can undo it any more.
  yUndoPluginKey.getState(view.state)?.undoManager.clear();
  vergeetPijltoets(view);
  view.destroy();
}

/** NK7: ProseMirror remembers, for all editors together, the text in which an arrow key was last pressed. */
function vergeetPijltoets(view: EditorView): void {
  const leeg = EditorState.create({ schema });
  view.endOfTextblock('left', leeg.apply(leeg.tr.setSelection(new AllSelection(leeg.doc))));
}

/** Shows mentions again after something changed in what this person may know (NK13). */
export function hernoem(view: EditorView, noem: Noem): void {
  for (const vermelding of view.dom.querySelectorAll<HTMLElement>('.rt-vermelding')) {
    const tekst = noemtekst(noem, vermelding.dataset.soort, vermelding.dataset.id);
    if (vermelding.textContent !== tekst) vermelding.textContent = tekst;
  }
}

export function isLeegVlak({ doc }: EditorState): boolean {
  return (
    doc.childCount === 1 &&
    doc.firstChild?.type === schema.nodes.paragraph &&
    doc.firstChild.content.size === 0
  );
}

/** Whether the last change was somebody else's; undo and redo come along the same way, and are one's own. */
function komtVanAnder(state: EditorState): boolean {
  const { isChangeOrigin, isUndoRedoOperation } = ySyncPluginKey.getState(state);
  return isChangeOrigin === true && isUndoRedoOperation !== true;
}

function wijzigingen(opWijziging: (getypt: boolean) => void): Plugin {
  return new Plugin({
    view: () => ({
      update: (view, vorige) => {
        // Also called when only props were set, as the element does after each of its own updates.
        if (view.state === vorige) return;
        opWijziging(!view.state.doc.eq(vorige.doc) && !komtVanAnder(view.state));
      },
    }),
  });
}

function toonVermelding(knoop: Node, noem: Noem): NodeView {
  const dom = document.createElement('span');
  dom.className = 'rt-vermelding';
  dom.contentEditable = 'false';
  dom.dataset.soort = String(knoop.attrs.soort);
  dom.dataset.id = String(knoop.attrs.id);
  dom.textContent = noemtekst(noem, knoop.attrs.soort, knoop.attrs.id);
  return { dom, ignoreMutation: () => true };
}

/** What is copied reads as it did here, and keeps the reference for pasting in another text. */
function metNamen(noem: () => Noem): DOMSerializer {
  return new DOMSerializer(
    {
      ...DOMSerializer.nodesFromSchema(schema),
      vermelding: ({ attrs }) => [
        'span',
        { 'data-soort': String(attrs.soort), 'data-id': String(attrs.id) },
        noemtekst(noem(), attrs.soort, attrs.id),
      ],
    },
    DOMSerializer.marksFromSchema(schema),
  );
}

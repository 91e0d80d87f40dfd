import type { Node } from 'prosemirror-model';
import { AllSelection, EditorState, Plugin } from 'prosemirror-state';
import { EditorView, type NodeView } from 'prosemirror-view';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc, Text as YText } from 'yjs';
import { cursors } from './cursors.ts';
import { Koppeling, laatsteHerkomst } from './koppeling/koppeling.ts';
import { type Onthouden, onthoud, overgezet, selectieTerug } from './koppeling/selectie.ts';
import { lijsten } from './lijsten.ts';
import { noemen } from './noemen.ts';
import { toetsen } from './opdrachten.ts';
import { plakgrens } from './plakgrens.ts';
import { schema } from './schema.ts';
import { toetsenbord } from './toetsenbord.ts';
import { type Noem, noemtekst } from './vermelding.ts';

/** What the editor needs of the element around it. Functions give what holds at that moment. */
export interface Omgeving {
  readonly tekst: YText;
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

/** An editor that is open, and what keeps it the same as its text. */
export interface Tekstvlak {
  readonly view: EditorView;
  readonly koppeling: Koppeling;
}

/** Opens a text for writing in `plek`. Writes nothing by itself: an empty text stays empty until somebody types. */
export function openTekstvlak(plek: HTMLElement, omgeving: Omgeving): Tekstvlak {
  const { tekst, awareness, noem, eigenschappen } = omgeving;
  const { doc } = tekst;
  if (doc === null) throw new Error('a text to edit has to stand in a document');
  const koppeling = new Koppeling(tekst, {
    plugins: [
      noemen({ opToets: omgeving.opNoemtoets, opWijziging: () => omgeving.opWijziging(false) }),
      toetsenbord(),
      ...toetsen(omgeving.naarBalk),
      lijsten(),
      ...(awareness === null ? [] : [cursors({ awareness, doc, zetelnaam: omgeving.zetelnaam })]),
      plakgrens(omgeving),
      wijzigingen(omgeving.opWijziging),
    ],
  });
  const view = new EditorView(plek, {
    state: koppeling.state,
    attributes: eigenschappen,
    nodeViews: { vermelding: (knoop) => toonVermelding(knoop, noem()) },
    dispatchTransaction(this: EditorView, tr) {
      if (!this.isDestroyed) koppeling.voerUit(tr);
    },
  });
  koppeling.toonIn(view);
  return { view, koppeling };
}

/** Where somebody was in a text, and in which document. */
export interface Plek {
  readonly onthouden: Onthouden;
  readonly doc: Doc;
}

/** Where one is in it, for when another document takes its place (SY13). */
export function plekIn({ koppeling }: Tekstvlak): Plek | null {
  koppeling.leesScherm();
  koppeling.rondAf();
  const { doc } = koppeling.plaats.tekst;
  return doc && { doc, onthouden: onthoud(koppeling.plaats, koppeling.state) };
}

/** Puts the caret back there, in the same text in another document. */
export function gaVerderBij({ view, koppeling }: Tekstvlak, { onthouden, doc }: Plek): void {
  const { state } = view;
  const naar = koppeling.plaats.tekst.doc;
  const selectie = naar && selectieTerug(koppeling.plaats, state.doc, overgezet(onthouden, doc, naar));
  if (selectie) view.dispatch(state.tr.setSelection(selectie));
}

/** Closes it: no listener stays on the document or the awareness, nothing of the text in the page (NK7). */
export function sluitTekstvlak({ view, koppeling }: Tekstvlak): void {
  koppeling.sluit();
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

/** Whether nothing stands there: one paragraph at the margin, without text. */
export function isLeegVlak({ doc }: EditorState): boolean {
  const { firstChild } = doc;
  return doc.childCount === 1 && firstChild?.content.size === 0 && firstChild.attrs.soort === 'alinea';
}

function wijzigingen(opWijziging: (getypt: boolean) => void): Plugin {
  return new Plugin({
    view: () => ({
      update: (view, vorige) => {
        // Also called when only props were set, as the element does after each of its own updates.
        if (view.state === vorige) return;
        opWijziging(!view.state.doc.eq(vorige.doc) && laatsteHerkomst(view.state) !== 'ander');
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

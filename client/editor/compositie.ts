import type { Node } from 'prosemirror-model';
import { Plugin, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type ProsemirrorBinding, relativePositionToAbsolutePosition, ySyncPluginKey } from 'y-prosemirror';
import {
  createRelativePositionFromTypeIndex,
  type RelativePosition,
  type Transaction,
  XmlElement,
  type XmlFragment,
  XmlText,
  type YEvent,
} from 'yjs';

/** ProseMirror reads the last of a composition from the page some 20 ms after it ended. */
const NA_EINDE_MS = 60;
/** On a phone a word stays open for as long as the caret is in it; others' text doesn't wait that long. */
const HOOGSTENS_MS = 5_000;

/**
 * Keeps others' changes out of the paragraph in which something is being composed (an accent after a dead key,
 * Chinese, a word on a phone): put through at once, they cut a composition in two or write it twice. From the first
 * change to that paragraph until the composition is over, others' changes are not shown and one's own not written;
 * then first theirs come, and then what was composed, at its place among them. Elsewhere nothing waits.
 *
 * Stands after the sync plugin, and reaches into its binding: held against y-prosemirror 1.3.7.
 */
export function compositie(fragment: XmlFragment): Plugin {
  return new Plugin({ view: (view) => new Wachter(view, fragment) });
}

const wachters = new WeakMap<XmlFragment, Wachter>();

/** Whether this text is held back now: what is on screen and what is in the document then differ. */
export function houdtVast(fragment: XmlFragment): boolean {
  return wachters.get(fragment)?.houdtVast === true;
}

/** Ends the waiting at once, before the editor closes: what was composed would be lost with it. */
export function rondAf(fragment: XmlFragment): void {
  wachters.get(fragment)?.rondAf();
}

type Waarnemer = (gebeurtenissen: YEvent<XmlFragment>[], transactie: Transaction) => void;

/** The paragraph that is composed in, as it was when it still said the same here and in the document. */
interface Voor {
  readonly doc: Node;
  /** Where its content begins. */
  readonly begin: number;
  readonly blok: XmlElement;
  /** Each place in it, in terms of what stands before it and of what stands behind it. */
  readonly plaatsen: readonly { readonly links: RelativePosition; readonly rechts: RelativePosition }[];
}

class Wachter {
  readonly #view: EditorView;
  readonly #fragment: XmlFragment;
  readonly #binding: ProsemirrorBinding;
  readonly #toon: Waarnemer;
  #voor: Voor | null = null;
  /** Others' changes that wait; empty when nothing is held back. */
  #wachtend: { gebeurtenissen: YEvent<XmlFragment>[]; transactie: Transaction }[] = [];
  #klok: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView, fragment: XmlFragment) {
    this.#view = view;
    this.#fragment = fragment;
    this.#binding = ySyncPluginKey.getState(view.state).binding;
    this.#toon = this.#binding._observeFunction;
    const schrijf = this.#binding._prosemirrorChanged.bind(this.#binding);
    this.#binding._prosemirrorChanged = (doc) => {
      if (!this.houdtVast) schrijf(doc);
    };
    fragment.unobserveDeep(this.#toon);
    // The binding takes this one off when it is destroyed.
    this.#binding._observeFunction = this.#opWijziging;
    fragment.observeDeep(this.#opWijziging);
    fragment.doc?.on('beforeTransaction', this.#onthoud);
    view.dom.addEventListener('compositionend', this.#opEinde);
    wachters.set(fragment, this);
  }

  get houdtVast(): boolean {
    return this.#wachtend.length > 0;
  }

  destroy(): void {
    clearTimeout(this.#klok);
    if (wachters.get(this.#fragment) === this) wachters.delete(this.#fragment);
    this.#fragment.doc?.off('beforeTransaction', this.#onthoud);
    this.#view.dom.removeEventListener('compositionend', this.#opEinde);
  }

  readonly #onthoud = ({ origin }: Transaction): void => {
    if (origin === ySyncPluginKey || this.houdtVast) return;
    this.#voor = this.#view.composing ? momentopname(this.#view, this.#binding) : null;
  };

  readonly #opWijziging: Waarnemer = (gebeurtenissen, transactie) => {
    const { origin, changedParentTypes } = transactie;
    const blok = this.#voor?.blok;
    // A paragraph that somebody removes is gone: there is nowhere to compose in, and nothing to wait for.
    const raakt = blok !== undefined && [...changedParentTypes.keys()].some((type) => Object.is(type, blok));
    if (origin === ySyncPluginKey || (!this.houdtVast && !raakt)) {
      this.#toon(gebeurtenissen, transactie);
      return;
    }
    if (!this.houdtVast) this.#klok = setTimeout(() => this.rondAf(), HOOGSTENS_MS);
    this.#wachtend.push({ gebeurtenissen, transactie });
  };

  readonly #opEinde = (): void => {
    if (!this.houdtVast) return;
    clearTimeout(this.#klok);
    this.#klok = setTimeout(() => this.rondAf(), NA_EINDE_MS);
  };

  /** Shows what waited, then writes what was composed meanwhile. */
  rondAf(): void {
    clearTimeout(this.#klok);
    const laatste = this.#wachtend.at(-1);
    const voor = this.#voor;
    if (laatste === undefined || voor === null) return;
    const { doc, selection } = this.#view.state;
    const eigen = verschil(voor.doc, doc);
    const caret = eigen === null ? selection.head : Math.min(selection.head, eigen.van);
    for (const { transactie } of this.#wachtend) {
      for (const type of transactie.changedParentTypes.keys()) this.#binding.mapping.delete(type);
    }
    this.#wachtend = [];
    this.#voor = null;
    const { links } = plaatsIn(voor, caret);
    this.#binding.beforeTransactionSelection = { type: 'text', anchor: links, head: links };
    this.#toon(laatste.gebeurtenissen, laatste.transactie);
    this.#binding.beforeTransactionSelection = { type: 'text', anchor: null, head: null };
    this.#binding.afterAllTransactions();
    if (eigen !== null) this.#zetTerug(voor, eigen, doc, selection.head);
  }

  #zetTerug(voor: Voor, { van, tot, nieuwTot }: Verschil, doc: Node, caret: number): void {
    const wasLeeg = van === tot;
    // What others typed right before or behind it stays outside what it replaces.
    const begin = this.#absoluut(wasLeeg ? plaatsIn(voor, van).links : plaatsIn(voor, van).rechts);
    const eind = wasLeeg ? begin : this.#absoluut(plaatsIn(voor, tot).links);
    const hier = this.#view.state.selection.head;
    const { tr } = this.#view.state;
    const plek = begin ?? hier;
    tr.replace(plek, Math.max(plek, eind ?? plek), doc.slice(van, nieuwTot));
    const naar = Math.min(Math.max(plek + caret - van, 0), tr.doc.content.size);
    this.#view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(naar))));
  }

  #absoluut(plaats: RelativePosition): number | null {
    const { doc, mapping } = this.#binding;
    return relativePositionToAbsolutePosition(doc, this.#fragment, plaats, mapping);
  }
}

function momentopname({ state }: EditorView, { mapping }: ProsemirrorBinding): Voor | null {
  const { $head } = state.selection;
  for (const [blok, knoop] of mapping) {
    if (knoop === $head.parent && blok instanceof XmlElement) {
      return { doc: state.doc, begin: $head.start(), blok, plaatsen: plaatsenIn(blok) };
    }
  }
  return null;
}

function plaatsenIn(blok: XmlElement): Voor['plaatsen'] {
  const plaats = (type: XmlElement | XmlText, index: number) => ({
    links: createRelativePositionFromTypeIndex(type, index, -1),
    rechts: createRelativePositionFromTypeIndex(type, index, 0),
  });
  const plaatsen = [plaats(blok, 0)];
  blok.toArray().forEach((deel, nummer) => {
    if (!(deel instanceof XmlText)) {
      plaatsen.push(plaats(blok, nummer + 1));
      return;
    }
    // A run of text begins where what stands before it ended; in the run is more precise.
    plaatsen.pop();
    for (let index = 0; index <= deel.length; index += 1) plaatsen.push(plaats(deel, index));
  });
  return plaatsen;
}

function plaatsIn({ begin, plaatsen }: Voor, positie: number): Voor['plaatsen'][number] {
  const plaats = plaatsen[Math.min(Math.max(positie - begin, 0), plaatsen.length - 1)];
  if (plaats === undefined) throw new Error('a paragraph has at least one place');
  return plaats;
}

/** What was replaced: from `van` to `tot` in the one, to `nieuwTot` in the other. */
interface Verschil {
  readonly van: number;
  readonly tot: number;
  readonly nieuwTot: number;
}

function verschil(oud: Node, nieuw: Node): Verschil | null {
  const van = oud.content.findDiffStart(nieuw.content);
  const eind = oud.content.findDiffEnd(nieuw.content);
  if (van === null || eind === null) return null;
  // In `aa` → `aaa` start and end pass each other.
  const over = Math.max(0, van - Math.min(eind.a, eind.b));
  return { van, tot: eind.a + over, nieuwTot: eind.b + over };
}

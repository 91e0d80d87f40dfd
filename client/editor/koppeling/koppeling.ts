import type { Node } from 'prosemirror-model';
import {
  type Transaction as Bewerking,
  EditorState,
  type Plugin as EenPlugin,
  Plugin,
  PluginKey,
  type Selection,
} from 'prosemirror-state';
import { ReplaceStep, Transform } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';
import type { Transaction, Text as YText } from 'yjs';
import { schema } from '../schema.ts';
import { Ankers } from './ankers.ts';
import { documentVan } from './naar-document.ts';
import { type Gebeurtenis, leesGebeurtenissen, volgGebeurtenissen } from './naar-stappen.ts';
import { type Schrijfplaats, schrijfStap } from './naar-tekst.ts';
import { Ongedaan } from './ongedaan.ts';
import { aantalPlaatsen } from './plaatsen.ts';
import { afgebeeld, bijWijziging, type Onthouden, onthoud, selectieTerug } from './selectie.ts';
import { maakGelijk, maaktRegels, raaktBlok } from './verschil.ts';
import { Wachtend } from './wachtend.ts';

/** Whose change a transaction of the editor is: one's own, somebody else's, or one's own undo or redo. */
export type Herkomst = 'zelf' | 'ander' | 'ongedaan';

/** On a phone a word stays open for as long as the caret is in it; others' text doesn't wait that long (TX7). */
const HOOGSTENS_MS = 5_000;
/** ProseMirror reads the last of a composition from the page some 20 ms after it ended. */
const NA_EINDE_MS = 60;
/** What is typed without a pause this long is undone in one step. */
const SAMEN_ONGEDAAN_MS = 500;

interface Staat {
  readonly koppeling: Koppeling;
  readonly laatste: Herkomst;
  /** When the caret went to the end of its line: where that is now, behind what others typed there since (TX8). */
  readonly einde: number | null;
}

const sleutel = new PluginKey<Staat>('koppeling');

/** Whose change this is. */
export function herkomstVan(tr: Bewerking): Herkomst {
  // Set by the binding alone, to one of these.
  return (tr.getMeta(sleutel) as Exclude<Herkomst, 'zelf'> | undefined) ?? 'zelf';
}

/** Whose change the last one was. */
export function laatsteHerkomst(state: EditorState): Herkomst {
  return sleutel.getState(state)?.laatste ?? 'zelf';
}

/** The binding of this editor; null for an editor that has none. */
export function koppelingVan(state: EditorState): Koppeling | null {
  return sleutel.getState(state)?.koppeling ?? null;
}

/** Where the line ended to whose end the caret went (TX8); null when it is elsewhere. */
export function regeleinde(state: EditorState): number | null {
  const einde = sleutel.getState(state)?.einde ?? null;
  // Another may have pressed Enter there as well.
  return einde === null ? null : Math.min(einde, state.selection.$from.end());
}

export interface Koppelopties {
  readonly plugins?: readonly EenPlugin[];
  /** What is typed without a pause this long is undone in one step, ms. */
  readonly samenOngedaanMs?: number;
}

/**
 * Keeps one text and one editor the same (TX5–TX9): one's own steps are written into the text as they are made, and
 * what others write comes into the editor as the smallest steps. Works without a view as well.
 *
 * @example
 * const koppeling = new Koppeling(tekst, { plugins });
 * const view = new EditorView(plek, { state: koppeling.state, dispatchTransaction: (tr) => koppeling.voerUit(tr) });
 * koppeling.toonIn(view);
 */
export class Koppeling {
  readonly #tekst: YText;
  readonly #plaats: Schrijfplaats;
  readonly #undo: Ongedaan;
  readonly #samenOngedaanMs: number;
  #view: EditorView | null = null;
  #state: EditorState;
  /** Others' changes to the block in which something is composed, and to which lines there are; null while nothing waits (TX7). */
  #wachtend: Wachtend | null = null;
  #wachtklok: ReturnType<typeof setTimeout> | undefined;
  /** The selection as it was before what is being written now. */
  #voor: Onthouden | null = null;
  /** The selection to go back to, while an undo or redo is being shown. */
  #terugNaar: Onthouden | null = null;
  #herstellingen = 0;

  constructor(tekst: YText, { plugins = [], samenOngedaanMs = SAMEN_ONGEDAAN_MS }: Koppelopties = {}) {
    this.#tekst = tekst;
    this.#samenOngedaanMs = samenOngedaanMs;
    this.#plaats = { tekst, ankers: new Ankers(tekst) };
    this.#undo = new Ongedaan(tekst, this, samenOngedaanMs);
    this.#undo.on('stack-item-added', ({ stackItem }) => stackItem.meta.set(this, this.#voor));
    this.#undo.on('stack-item-popped', ({ stackItem }) => {
      this.#terugNaar = stackItem.meta.get(this) ?? null;
    });
    // First: what other plugins are told, they hear in a state that has this one already.
    this.#state = EditorState.create({
      doc: documentVan(tekst),
      schema,
      plugins: [this.#plugin(), ...plugins],
    });
    tekst.observeDeep(this.#opTekst);
  }

  /** The editor as it is now. */
  get state(): EditorState {
    return this.#view?.state ?? this.#state;
  }

  /** Whether others' changes wait for a composition to end: screen and text then differ. */
  get houdtVast(): boolean {
    return this.#wachtend !== null;
  }

  /** How often screen and text were found to differ and were made the same again; never, as far as we know. */
  get herstellingen(): number {
    return this.#herstellingen;
  }

  get plaats(): Schrijfplaats {
    return this.#plaats;
  }

  get kanOngedaan(): boolean {
    return this.#undo.undoStack.length > 0;
  }

  get kanOpnieuw(): boolean {
    return this.#undo.redoStack.length > 0;
  }

  /** From now on this view shows it. */
  toonIn(view: EditorView): void {
    this.#view = view;
    view.dom.addEventListener('compositionend', this.#opEindeCompositie);
  }

  /** Writes out what was being composed, and lets go of the text and of what could be undone (NK7). */
  sluit(): void {
    this.rondAf();
    this.#view?.dom.removeEventListener('compositionend', this.#opEindeCompositie);
    this.#tekst.unobserveDeep(this.#opTekst);
    // An undo stack holds on to what was deleted, also when nobody can undo it any more.
    this.#undo.clear();
    this.#undo.destroy();
    this.#view = null;
  }

  /** Carries out a transaction of this person: into the text first, then onto the screen. */
  voerUit(tr: Bewerking): void {
    const { state } = this;
    const { state: na, transactions } = state.applyTransaction(tr);
    if (this.#wachtend === null) this.#schrijf(transactions, state);
    else this.#schrijfErbij(this.#wachtend, transactions);
    this.#zet(na);
    if (!this.houdtVast && !this.#past(na.doc)) this.#neemOver(this.state.tr, null);
  }

  /** Takes back the last thing that this person did. @returns whether there was any */
  maakOngedaan(): boolean {
    return this.#loopTerug(() => this.#undo.undo());
  }

  /** The other way round. @returns whether there was any */
  doeOpnieuw(): boolean {
    return this.#loopTerug(() => this.#undo.redo());
  }

  /** What comes next is undone apart from what was before. */
  beginNieuweStap(): void {
    this.#undo.stopCapturing();
  }

  /**
   * Reads what the browser has pending: what was just typed, where the caret just went (TX6). To be called before
   * `Y.applyUpdate`: within it, one's own words would become part of the other's transaction, and be neither sent nor
   * undone as one's own.
   */
  readonly leesScherm = (): void => {
    const view = this.#view;
    if (view === null || view.isDestroyed) return;
    // ProseMirror's own, and not in its types: a test holds it against each upgrade.
    const { domObserver } = view as unknown as { domObserver: { forceFlush(): void; flush(): void } };
    domObserver.forceFlush();
    domObserver.flush();
  };

  /** The end of a composition: now the screen shows what others did meanwhile (TX7). */
  rondAf(): void {
    if (this.#wachtend === null) return;
    clearTimeout(this.#wachtklok);
    this.leesScherm();
    const ander = this.#wachtend.ander();
    this.#wachtend = null;
    const { tr, selection, storedMarks } = this.state;
    for (const stap of ander.steps) tr.step(stap);
    tr.setSelection(afgebeeld(selection, tr.doc, tr.mapping));
    if (storedMarks !== null) tr.setStoredMarks(storedMarks);
    this.#toon(tr, 'ander');
  }

  /** Others' text waits for one word after the other, each of them not too long. */
  #wacht(): void {
    clearTimeout(this.#wachtklok);
    this.#wachtklok = setTimeout(() => this.rondAf(), HOOGSTENS_MS);
  }

  /** Writes what one does while others' text waits: at its place among that. */
  #schrijfErbij(wachtend: Wachtend, transacties: readonly Bewerking[]): void {
    for (const tr of transacties) {
      if (!tr.docChanged || herkomstVan(tr) !== 'zelf') continue;
      this.#transactie(() => {
        tr.steps.forEach((stap, n) => {
          wachtend.neemEigen(stap, tr.docs[n + 1] ?? tr.doc, (opTekst) => {
            for (let m = 0; m < opTekst.steps.length; m += 1) this.#schrijfStap(opTekst, m);
          });
        });
      });
    }
  }

  #plugin(): Plugin<Staat> {
    return new Plugin<Staat>({
      key: sleutel,
      state: {
        init: () => ({ koppeling: this, laatste: 'zelf', einde: null }),
        apply: (tr, vorige, oud, { selection }) => {
          const laatste = herkomstVan(tr);
          if (!tr.docChanged && !tr.selectionSet) return { ...vorige, laatste };
          const einde = vorige.einde === null ? null : tr.mapping.map(vorige.einde, 1);
          if (laatste === 'ander') return { ...vorige, laatste, einde };
          const { $from, empty } = selection;
          const opEinde = empty && $from.depth > 0 && $from.parentOffset === $from.parent.content.size;
          if (opEinde) return { ...vorige, laatste, einde: $from.pos };
          return { ...vorige, laatste, einde: isGetypt(tr, oud.selection) ? einde : null };
        },
      },
      props: {
        // A key can overtake the browser's word of where the caret went.
        handleDOMEvents: {
          keydown: (view) => {
            this.leesScherm();
            laatCaretGaan(view);
            return false;
          },
        },
      },
    });
  }

  #zet(state: EditorState): void {
    if (this.#view === null) this.#state = state;
    else this.#view.updateState(state);
  }

  #schrijf(transacties: readonly Bewerking[], voor: EditorState): void {
    const eigen = transacties.filter((tr) => tr.docChanged && herkomstVan(tr) === 'zelf');
    if (eigen.length === 0) return;
    this.#voor = this.#isVervolg() ? null : onthoud(this.#plaats, voor);
    this.#transactie(() => {
      for (const tr of eigen) {
        for (let n = 0; n < tr.steps.length; n += 1) this.#schrijfStap(tr, n);
      }
    });
    this.#voor = null;
  }

  /** Whether what is written now is undone together with what was written last. */
  #isVervolg(): boolean {
    return Date.now() - this.#undo.lastChange < this.#samenOngedaanMs && this.kanOngedaan;
  }

  #transactie(doe: () => void): void {
    const { doc } = this.#tekst;
    if (doc === null) throw new Error('a text to edit has to stand in a document');
    doc.transact(doe, this);
  }

  #schrijfStap(tr: Transform, n: number): void {
    const [stap, voor] = [tr.steps[n], tr.docs[n]];
    if (stap !== undefined && voor !== undefined)
      schrijfStap(this.#plaats, stap, voor, tr.docs[n + 1] ?? tr.doc);
  }

  #loopTerug(doe: () => unknown): boolean {
    this.leesScherm();
    // Undone is what stands in the text; what is being composed has to stand there first.
    this.rondAf();
    this.#voor = onthoud(this.#plaats, this.state);
    const gedaan = doe() !== null;
    this.#voor = null;
    const terugNaar = this.#terugNaar;
    this.#terugNaar = null;
    const { tr } = this.state;
    const selectie = terugNaar === null ? null : selectieTerug(this.#plaats, tr.doc, terugNaar);
    if (gedaan && selectie !== null) tr.setSelection(selectie);
    if (gedaan) this.#toon(tr.scrollIntoView(), 'ongedaan');
    return gedaan;
  }

  readonly #opTekst = (gebeurtenissen: readonly Gebeurtenis[], { origin }: Transaction): void => {
    if (origin === this) return;
    if (this.#wachtend !== null) {
      volgGebeurtenissen(this.#plaats, gebeurtenissen);
      this.#wachtend.merkOp();
      return;
    }
    const { state } = this;
    if (this.#view?.composing === true && origin !== this.#undo) {
      const tr = new Transform(state.doc);
      leesGebeurtenissen(tr, this.#plaats, gebeurtenissen);
      if (raaktBlok(tr, state.selection) || maaktRegels(tr)) {
        this.#wachtend = new Wachtend(this.#tekst, tr);
        this.#wacht();
        return;
      }
      const over = state.tr;
      for (const stap of tr.steps) over.step(stap);
      this.#neemOver(over, origin);
      return;
    }
    const { tr } = state;
    leesGebeurtenissen(tr, this.#plaats, gebeurtenissen);
    this.#neemOver(tr, origin);
  };

  /** Shows what came from the text. */
  #neemOver(tr: Bewerking, origin: unknown): void {
    if (!this.#past(tr.doc)) {
      this.#herstellingen += 1;
      maakGelijk(tr, documentVan(this.#tekst));
    }
    if (!tr.docChanged) return;
    const { selection, storedMarks } = this.state;
    const isOngedaan = origin === this.#undo;
    tr.setSelection(isOngedaan ? bijWijziging(tr, selection) : afgebeeld(selection, tr.doc, tr.mapping));
    // Steps take away the marks of what is going to be typed.
    if (storedMarks !== null) tr.setStoredMarks(storedMarks);
    this.#toon(tr, isOngedaan ? 'ongedaan' : 'ander');
  }

  /** Whether they are equally long, which costs nothing to see. */
  #past(doc: Node): boolean {
    return aantalPlaatsen(doc) === this.#plaats.ankers.lengte;
  }

  #toon(tr: Bewerking, herkomst: Exclude<Herkomst, 'zelf'>): void {
    this.#zet(this.state.applyTransaction(tr.setMeta(sleutel, herkomst)).state);
  }

  readonly #opEindeCompositie = (): void => {
    setTimeout(() => {
      if (this.#view?.composing !== true) this.rondAf();
      // The next word began already: drawing now would break that, or leave the browser composing for ever.
      else if (this.#wachtend !== null) this.#wacht();
    }, NA_EINDE_MS);
  };
}

/**
 * ProseMirror takes a caret that goes to the start of the text within 200 ms of its focus for the browser's doing, and
 * puts it back. After a key it is where this person went: the next key would do its work elsewhere, Backspace on a letter.
 */
function laatCaretGaan(view: EditorView): void {
  // Its own as well, and not in its types (see leesScherm).
  (view as unknown as { input: { lastFocus: number } }).input.lastFocus = 0;
}

/** Whether somebody typed on where they were. A word that is corrected elsewhere takes the caret there. */
function isGetypt({ steps, mapping, selection }: Bewerking, voor: Selection): boolean {
  const [stap] = steps;
  return (
    steps.length === 1 &&
    stap instanceof ReplaceStep &&
    stap.slice.openStart === 0 &&
    stap.slice.size > 0 &&
    selection.head === mapping.map(voor.head, 1)
  );
}

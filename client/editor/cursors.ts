import { type Transaction as Bewerking, type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { Awareness } from 'y-protocols/awareness';
import {
  createRelativePositionFromJSON,
  type Doc,
  getState,
  relativePositionToJSON,
  type Transaction,
} from 'yjs';
import { koppelingVan } from './koppeling/koppeling.ts';
import { onthoud, terug } from './koppeling/selectie.ts';
import { Naamtonen } from './naamtonen.ts';

/** Colours in editor.css, each with enough contrast for its name; two people may share one, so it never stands alone. */
const KLEUREN = 8;

interface Cursors {
  readonly awareness: Awareness;
  readonly doc: Doc;
  /** What a zetel is called: roles come first, for people don't know each other. */
  readonly zetelnaam: () => (code: string) => string;
}

const sleutel = new PluginKey<DecorationSet>('cursors');

/**
 * Where others' cursors were read. Not in the block in which a word is being composed: drawing one there can make the
 * browser forget that it composes (TX7).
 */
type Gelezen = 'overal' | 'elders';

/** ProseMirror reads the last of a composition from the page some 20 ms after it ended. */
const NA_EINDE_MS = 60;

/**
 * Others' cursors and selections, and one's own for as long as one is in the text (SY8, NK19). Where somebody is, is
 * read when they say so; until then their cursor moves along with the text (TX5).
 */
export function cursors({ awareness, doc, zetelnaam }: Cursors): Plugin<DecorationSet> {
  const namen = new Naamtonen();
  const teken = (state: EditorState) => tekenCursors(state, { awareness, doc, zetelnaam, namen });
  return new Plugin<DecorationSet>({
    key: sleutel,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr: Bewerking, vorige, _oud, state) => {
        // Set by the plugin's own view alone, to one of these.
        const gelezen = tr.getMeta(sleutel) as Gelezen | undefined;
        if (gelezen === undefined) return vorige.map(tr.mapping, tr.doc);
        return gelezen === 'overal' ? teken(state) : metElders(vorige, teken(state), state);
      },
    },
    props: { decorations: (state) => sleutel.getState(state) },
    view: (view) => new Cursorvlak(view, awareness, doc, namen),
  });
}

/** Listens to where others are, and says where one is oneself. */
class Cursorvlak {
  readonly #view: EditorView;
  readonly #awareness: Awareness;
  readonly #doc: Doc;
  readonly #namen: Naamtonen;
  /** What was last said of one's own place. */
  #gezegd = 'null';
  #binnen = false;
  /** Whether there are cursors that weren't read yet, because of a word that is being composed. */
  #gemist = false;
  /** Whether somebody said where they are before the text that they are in came: a cursor doesn't wait for the disk. */
  #wachtOpTekst = false;
  /** Where others were when it was last read, to see who moved. */
  readonly #plaatsen = new Map<number, string>();

  constructor(view: EditorView, awareness: Awareness, doc: Doc, namen: Naamtonen) {
    this.#view = view;
    this.#awareness = awareness;
    this.#doc = doc;
    this.#namen = namen;
    view.dom.addEventListener('focusin', this.#kom);
    view.dom.addEventListener('focusout', this.#ga);
    view.dom.addEventListener('compositionend', this.#opEindeCompositie);
    awareness.on('change', this.#opAwareness);
    doc.on('afterTransaction', this.#opTransactie);
    queueMicrotask(this.#opAwareness);
  }

  update(): void {
    if (this.#binnen) this.#zegPlaats();
    if (this.#gemist) queueMicrotask(this.#haalIn);
  }

  destroy(): void {
    const { dom } = this.#view;
    dom.removeEventListener('focusin', this.#kom);
    dom.removeEventListener('focusout', this.#ga);
    dom.removeEventListener('compositionend', this.#opEindeCompositie);
    this.#awareness.off('change', this.#opAwareness);
    this.#doc.off('afterTransaction', this.#opTransactie);
    this.#ga();
    this.#namen.stop();
  }

  readonly #kom = (): void => {
    this.#binnen = true;
    this.#gezegd = 'null';
    this.#zegPlaats();
  };

  /** SY8: a local state exists only while one is in the text: null is what tells the others that one left. */
  readonly #ga = (): void => {
    // Another text of the same compartment can have taken the state over.
    if (this.#binnen) this.#awareness.setLocalState(null);
    this.#binnen = false;
  };

  #zegPlaats(): void {
    const koppeling = koppelingVan(this.#view.state);
    // What is being composed stands nowhere but on this screen.
    if (koppeling === null || koppeling.houdtVast) return;
    const { anchor, head } = onthoud(koppeling.plaats, this.#view.state);
    const cursor = { anchor: relativePositionToJSON(anchor), head: relativePositionToJSON(head) };
    const zin = JSON.stringify(cursor);
    if (zin === this.#gezegd) return;
    this.#gezegd = zin;
    this.#awareness.setLocalState({ cursor });
  }

  readonly #opAwareness = (): void => {
    const staten = this.#awareness.getStates();
    this.#namen.houd(new Set(staten.keys()));
    for (const [clientId, { cursor }] of staten) {
      const plaats = JSON.stringify(cursor ?? null);
      if (clientId === this.#doc.clientID || this.#plaatsen.get(clientId) === plaats) continue;
      this.#plaatsen.set(clientId, plaats);
      if (plaats !== 'null') this.#namen.toon(clientId);
    }
    this.#lees();
  };

  /** A cursor at the end of a text stays put while its person types. */
  readonly #opTransactie = ({ local, beforeState, afterState }: Transaction): void => {
    if (local) return;
    if (this.#wachtOpTekst) queueMicrotask(() => this.#lees());
    for (const [clientId, klok] of afterState) {
      const heeftCursor = this.#awareness.getStates().has(clientId);
      if (heeftCursor && klok > (beforeState.get(clientId) ?? 0)) this.#namen.toon(clientId);
    }
  };

  #lees(): void {
    const view = this.#view;
    const koppeling = view.isDestroyed ? null : koppelingVan(view.state);
    if (koppeling === null) return;
    // A place in the text can't be found on a screen that lags behind it: those stay where they are.
    this.#gemist = koppeling.houdtVast || view.composing;
    if (koppeling.houdtVast) return;
    // TX6: drawing puts the caret back to where the editor knows it.
    koppeling.leesScherm();
    this.#wachtOpTekst = this.#mistTekst();
    const gelezen: Gelezen = view.composing ? 'elders' : 'overal';
    view.dispatch(view.state.tr.setMeta(sleutel, gelezen).setMeta('addToHistory', false));
  }

  #mistTekst(): boolean {
    return [...this.#awareness.getStates().values()].some(({ cursor }) => {
      if (cursor == null) return false;
      const { item } = createRelativePositionFromJSON(cursor.head);
      return item !== null && getState(this.#doc.store, item.client) <= item.clock;
    });
  }

  readonly #opEindeCompositie = (): void => {
    setTimeout(this.#haalIn, NA_EINDE_MS);
  };

  readonly #haalIn = (): void => {
    if (this.#gemist && !this.#view.composing) this.#lees();
  };
}

/** Who is in the block of the caret stays where they were. */
function metElders(
  vorige: DecorationSet,
  nieuw: DecorationSet,
  { doc, selection }: EditorState,
): DecorationSet {
  const { $head } = selection;
  if ($head.depth === 0) return nieuw;
  const [van, tot] = [$head.before(1), $head.after(1)];
  const hier = vorige.find(van, tot);
  const alHier = new Set(hier.map(({ spec }) => spec.key));
  const elders = nieuw.find().filter(({ from, to, spec }) => {
    const isElders = to <= van || from >= tot;
    return isElders && (spec.key === undefined || !alHier.has(spec.key));
  });
  return DecorationSet.create(doc, [...hier, ...elders]);
}

function tekenCursors(state: EditorState, om: Cursors & { readonly namen: Naamtonen }): DecorationSet {
  const plaats = koppelingVan(state)?.plaats;
  if (plaats === undefined) return DecorationSet.empty;
  const decoraties: Decoration[] = [];
  for (const [clientId, { cursor, user }] of om.awareness.getStates()) {
    if (clientId === om.doc.clientID || cursor == null) continue;
    const anchor = terug(plaats, state.doc, createRelativePositionFromJSON(cursor.anchor));
    const head = terug(plaats, state.doc, createRelativePositionFromJSON(cursor.head));
    if (anchor === null || head === null) continue;
    const kleur = clientId % KLEUREN;
    const { naam, zetel } = cursornaam(user, om.zetelnaam());
    decoraties.push(
      Decoration.widget(head, () => om.namen.bij(clientId, maakCursor(naam, zetel, kleur)), {
        key: JSON.stringify([clientId, zetel, naam]),
        // What one types oneself at this place comes behind it.
        side: -1,
        ignoreSelection: true,
      }),
    );
    const [van, tot] = [Math.min(anchor, head), Math.max(anchor, head)];
    if (van < tot)
      decoraties.push(Decoration.inline(van, tot, { class: `rt-geselecteerd rt-cursorkleur-${kleur}` }));
  }
  return DecorationSet.create(state.doc, decoraties);
}

/** Who it is, and from where; for whom one doesn't know by name what the server says: `deelnemer` (NK19). */
function cursornaam(
  user: unknown,
  zetelnaam: (code: string) => string,
): { readonly naam: string; readonly zetel: string | null } {
  if (typeof user !== 'object' || user === null) return { naam: ONBEKEND, zetel: null };
  return {
    naam: 'naam' in user && typeof user.naam === 'string' ? user.naam : ONBEKEND,
    zetel: 'zetel' in user && typeof user.zetel === 'string' ? zetelnaam(user.zetel) : null,
  };
}

const ONBEKEND = 'deelnemer';

/** `jeugd · Samira de Wit`. Zero-width joiners keep the line from breaking at a cursor in the midst of a word. */
function maakCursor(naam: string, zetel: string | null, nummer: number): HTMLElement {
  const cursor = document.createElement('span');
  cursor.className = `rt-cursor rt-cursorkleur-${nummer}`;
  // Who is where is told over the list of those present, not in the midst of a sentence that is read out.
  cursor.setAttribute('aria-hidden', 'true');
  const label = document.createElement('span');
  label.className = 'rt-cursor__naam';
  if (zetel !== null) {
    const vanuit = document.createElement('span');
    vanuit.className = 'rt-cursor__zetel';
    vanuit.textContent = `${zetel} · `;
    label.append(vanuit);
  }
  label.append(naam);
  cursor.append('\u2060', label, '\u2060');
  return cursor;
}

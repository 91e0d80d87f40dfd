import { Plugin } from 'prosemirror-state';
import { yCursorPlugin } from 'y-prosemirror';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc, Transaction, XmlFragment } from 'yjs';
import { houdtVast } from './compositie.ts';

/** How long a name stays at a cursor after it moved. */
const NAAM_BLIJFT_MS = 2_500;
/** Colours in editor.css, each with enough contrast for its name; two people may share one, so it never stands alone. */
const KLEUREN = 8;

interface Cursors {
  readonly awareness: Awareness;
  readonly fragment: XmlFragment;
  readonly doc: Doc;
  /** What a zetel is called: roles come first, for people don't know each other. */
  readonly zetelnaam: () => (code: string) => string;
}

/** Others' cursors and selections, and one's own for as long as one is in the text (SY8, NK19). */
export function cursors({ awareness, fragment, doc, zetelnaam }: Cursors): Plugin[] {
  const tonen = new Map<number, { cursor: HTMLElement | null; tot: number }>();
  const bouw = (user: unknown, clientId: number): HTMLElement => {
    const cursor = maakCursor(cursornaam(user, zetelnaam()), kleur(clientId));
    const vorige = tonen.get(clientId);
    tonen.set(clientId, { cursor, tot: vorige?.tot ?? 0 });
    cursor.classList.toggle('rt-cursor--naam', (vorige?.tot ?? 0) > Date.now());
    // When it stands on the screen, which is before this turn ends.
    queueMicrotask(() => houdBinnen(cursor));
    return cursor;
  };
  return [
    // Before y-prosemirror's own: it writes in a state that is there, and leaves null alone.
    aanwezigIn(awareness),
    bewegingen(awareness, doc, tonen),
    yCursorPlugin(awareness, {
      // A place in the document can't be found on a screen that lags behind it.
      awarenessStateFilter: (zelf, ander) => zelf !== ander && !houdtVast(fragment),
      cursorBuilder: bouw,
      selectionBuilder: (_user, clientId) => ({ class: `rt-geselecteerd rt-cursorkleur-${kleur(clientId)}` }),
    }),
  ];
}

/** A name that would stick out at the right of the text stands to the left of its cursor. */
function houdBinnen(cursor: HTMLElement): void {
  const naam = cursor.querySelector('.rt-cursor__naam');
  const vlak = cursor.closest('.ProseMirror');
  if (naam === null || vlak === null) return;
  cursor.classList.remove('rt-cursor--links');
  const steektUit = naam.getBoundingClientRect().right > vlak.getBoundingClientRect().right;
  cursor.classList.toggle('rt-cursor--links', steektUit);
}

/** SY8: a local state exists only while one is in the text: null is what tells the others that one left. */
function aanwezigIn(awareness: Awareness): Plugin {
  return new Plugin({
    view: ({ dom }) => {
      let binnen = false;
      const kom = () => {
        binnen = true;
        if (awareness.getLocalState() === null) awareness.setLocalState({});
      };
      const ga = () => {
        // Another text of the same compartment can have taken the state over.
        if (binnen) awareness.setLocalState(null);
        binnen = false;
      };
      dom.addEventListener('focusin', kom);
      dom.addEventListener('focusout', ga);
      return {
        destroy: () => {
          dom.removeEventListener('focusin', kom);
          dom.removeEventListener('focusout', ga);
          ga();
        },
      };
    },
  });
}

/** Shows a name for a moment when its cursor moved or its person typed: a cursor at the end of a text stays put. */
function bewegingen(
  awareness: Awareness,
  doc: Doc,
  tonen: Map<number, { cursor: HTMLElement | null; tot: number }>,
): Plugin {
  return new Plugin({
    view: () => {
      const plaatsen = new Map<number, string>();
      const klokken = new Set<ReturnType<typeof setTimeout>>();
      const toon = (clientId: number) => {
        const cursor = tonen.get(clientId)?.cursor ?? null;
        tonen.set(clientId, { cursor, tot: Date.now() + NAAM_BLIJFT_MS });
        cursor?.classList.add('rt-cursor--naam');
        if (cursor !== null) houdBinnen(cursor);
        const klok = setTimeout(() => {
          klokken.delete(klok);
          const nu = tonen.get(clientId);
          if (nu !== undefined && nu.tot <= Date.now()) nu.cursor?.classList.remove('rt-cursor--naam');
        }, NAAM_BLIJFT_MS + 20);
        klokken.add(klok);
      };
      const opAwareness = () => {
        const staten = awareness.getStates();
        for (const clientId of tonen.keys()) if (!staten.has(clientId)) tonen.delete(clientId);
        for (const [clientId, staat] of staten) {
          const plaats = JSON.stringify(staat.cursor ?? null);
          if (clientId === doc.clientID || plaatsen.get(clientId) === plaats) continue;
          plaatsen.set(clientId, plaats);
          if (plaats !== 'null') toon(clientId);
        }
      };
      const opTransactie = ({ local, beforeState, afterState }: Transaction) => {
        if (local) return;
        for (const [clientId, klok] of afterState) {
          if (klok > (beforeState.get(clientId) ?? 0) && awareness.getStates().has(clientId)) toon(clientId);
        }
      };
      awareness.on('change', opAwareness);
      doc.on('afterTransaction', opTransactie);
      return {
        destroy: () => {
          awareness.off('change', opAwareness);
          doc.off('afterTransaction', opTransactie);
          for (const klok of klokken) clearTimeout(klok);
          tonen.clear();
        },
      };
    },
  });
}

function kleur(clientId: number): number {
  return clientId % KLEUREN;
}

/** `jeugd · Samira de Wit`; for whom one doesn't know by name what the server says: `deelnemer` (NK19). */
function cursornaam(user: unknown, zetelnaam: (code: string) => string): string {
  if (typeof user !== 'object' || user === null) return ONBEKEND;
  const naam = 'naam' in user && typeof user.naam === 'string' ? user.naam : ONBEKEND;
  const zetel = 'zetel' in user && typeof user.zetel === 'string' ? zetelnaam(user.zetel) : null;
  return zetel === null ? naam : `${zetel} · ${naam}`;
}

const ONBEKEND = 'deelnemer';

/** Zero-width joiners keep the line from breaking at a cursor in the midst of a word. */
function maakCursor(naam: string, nummer: number): HTMLElement {
  const cursor = document.createElement('span');
  cursor.className = `rt-cursor rt-cursorkleur-${nummer}`;
  // Who is where is told over the list of those present, not in the midst of a sentence that is read out.
  cursor.setAttribute('aria-hidden', 'true');
  const label = document.createElement('span');
  label.className = 'rt-cursor__naam';
  label.textContent = naam;
  cursor.append('\u2060', label, '\u2060');
  return cursor;
}

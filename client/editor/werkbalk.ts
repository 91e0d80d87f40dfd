import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { EditorView } from 'prosemirror-view';
import { koppelingVan } from './koppeling/koppeling.ts';
import { OPDRACHTEN, type Opdracht, staatAan } from './opdrachten.ts';
import { TEKENS } from './tekens.ts';

/** A button of the toolbar: a command, or the list to mention somebody from. */
type Knop = Opdracht | 'noemen';

const KNOPPEN: readonly { readonly knop: Knop; readonly naam: string; readonly toets: string | null }[] = [
  { knop: 'vet', naam: 'Vet', toets: 'Ctrl+B' },
  { knop: 'cursief', naam: 'Cursief', toets: 'Ctrl+I' },
  { knop: 'kopje', naam: 'Kopje', toets: null },
  { knop: 'opsomming', naam: 'Opsomming', toets: null },
  { knop: 'nummers', naam: 'Nummers', toets: null },
  { knop: 'noemen', naam: 'Iemand noemen', toets: '@' },
  { knop: 'terug', naam: 'Ongedaan maken', toets: 'Ctrl+Z' },
  { knop: 'opnieuw', naam: 'Opnieuw', toets: 'Ctrl+Y' },
];

interface Werkbalk {
  readonly view: EditorView | null;
  readonly label: string;
  readonly tekstId: string;
  readonly kanNoemen: boolean;
  /** Which button Tab comes to. */
  readonly plaats: number;
  readonly naarPlaats: (plaats: number) => void;
  /** The same, and focus stays where it is. */
  readonly zetPlaats: (plaats: number) => void;
  readonly noem: () => void;
}

/** The toolbar below the text: one stop for Tab, arrow keys inside, Escape back to the text. */
export function werkbalk(balk: Werkbalk): TemplateResult {
  const { view, label, tekstId, plaats } = balk;
  return html`<div
    class="rt-editor__balk"
    role="toolbar"
    aria-label="Opmaak van ${label}"
    aria-controls=${tekstId}
    @keydown=${(e: KeyboardEvent) => opToets(e, balk)}
    @mousedown=${blijfInTekst}
  >
    ${KNOPPEN.map(
      ({ knop, naam, toets }, nummer) => html`<button
        type="button"
        class="rt-editor__knop"
        tabindex=${nummer === plaats ? 0 : -1}
        title=${toets === null ? naam : `${naam} (${toets})`}
        aria-label=${naam}
        aria-pressed=${ifDefined(gedrukt(knop, view))}
        aria-disabled=${kan(knop, balk) ? 'false' : 'true'}
        @click=${() => drukIn(knop, nummer, balk)}
      >
        ${TEKENS[knop]}
      </button>`,
    )}
  </div>`;
}

function opToets(gebeurtenis: KeyboardEvent, { view, plaats, naarPlaats }: Werkbalk): void {
  const naar = doel(gebeurtenis.key, plaats);
  if (naar === null) return;
  gebeurtenis.preventDefault();
  if (naar === 'tekst') view?.focus();
  else naarPlaats(naar);
}

function doel(toets: string, plaats: number): number | 'tekst' | null {
  switch (toets) {
    case 'ArrowRight':
      return (plaats + 1) % KNOPPEN.length;
    case 'ArrowLeft':
      return (plaats + KNOPPEN.length - 1) % KNOPPEN.length;
    case 'Home':
      return 0;
    case 'End':
      return KNOPPEN.length - 1;
    case 'Escape':
      return 'tekst';
    default:
      return null;
  }
}

/** A mouse on a button leaves the caret, and with it the selection that the button is for, where it was. */
function blijfInTekst(gebeurtenis: Event): void {
  gebeurtenis.preventDefault();
}

function gedrukt(knop: Knop, view: EditorView | null): 'true' | 'false' | undefined {
  if (knop === 'noemen' || knop === 'terug' || knop === 'opnieuw') return undefined;
  return view !== null && staatAan(knop, view.state) ? 'true' : 'false';
}

function kan(knop: Knop, { view, kanNoemen }: Werkbalk): boolean {
  if (view === null) return false;
  return knop === 'noemen' ? kanNoemen : OPDRACHTEN[knop](view.state);
}

function drukIn(knop: Knop, nummer: number, balk: Werkbalk): void {
  const { view, zetPlaats, noem } = balk;
  if (view === null) return;
  // Not by way of the button: a phone would put its keyboard away and back.
  zetPlaats(nummer);
  // TX6: a click can overtake the browser's word of where the caret went.
  koppelingVan(view.state)?.leesScherm();
  view.focus();
  if (!kan(knop, balk)) return;
  if (knop === 'noemen') noem();
  else OPDRACHTEN[knop](view.state, view.dispatch);
}

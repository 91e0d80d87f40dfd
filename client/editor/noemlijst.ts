import type { ReactiveControllerHost } from 'lit';
import { html, nothing, type TemplateResult } from 'lit';
import type { EditorView } from 'prosemirror-view';
import { noemIemand, passend, stopMetZoeken, type Zoektocht, zoektochtIn } from './noemen.ts';
import type { Vermeldbaar } from './vermelding.ts';

interface Zicht {
  readonly view: EditorView | null;
  readonly vermeldbaar: readonly Vermeldbaar[];
}

/** As many as can be looked over at once; typing on narrows them. */
const MEESTE = 8;

/**
 * The list of people to mention, below the @ that was typed. Focus stays in the text, which points at the chosen
 * one (`aria-activedescendant`); arrow keys choose, Enter or Tab takes, Escape puts it aside.
 */
export class Noemlijst {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #id: string;
  readonly #zicht: () => Zicht;
  #keuze = 0;
  #gezocht: string | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, id: string, zicht: () => Zicht) {
    this.#host = host;
    this.#id = id;
    this.#zicht = zicht;
  }

  /** ARIA of the text while the list is open. */
  eigenschappen(): Record<string, string> {
    const open = this.#open();
    if (open === null) return { 'aria-autocomplete': 'none' };
    return {
      'aria-autocomplete': 'list',
      'aria-controls': this.#id,
      'aria-activedescendant': `${this.#id}-${this.#gekozen(open.mensen)}`,
    };
  }

  sjabloon(): TemplateResult | typeof nothing {
    const open = this.#open();
    if (open === null) return nothing;
    const gekozen = this.#gekozen(open.mensen);
    return html`<ul class="rt-editor__noemlijst" id=${this.#id} role="listbox" aria-label="Iemand noemen">
      ${open.mensen.map(
        ({ tekst }, nummer) => html`<li
          class="rt-editor__noembaar"
          id="${this.#id}-${nummer}"
          role="option"
          aria-selected=${nummer === gekozen ? 'true' : 'false'}
          @mousedown=${(e: Event) => this.#klik(e, nummer)}
        >
          ${tekst}
        </li>`,
      )}
    </ul>`;
  }

  /** How many there are, for who can't see the list; empty when it is closed. */
  aantal(): string {
    const open = this.#open();
    if (open === null) return '';
    const { length } = open.mensen;
    return length === 1 ? '1 persoon om te noemen' : `${length} mensen om te noemen, kies met de pijltjes`;
  }

  /** Puts the list where the @ is; after it was rendered. */
  plaats(): void {
    const lijst = this.#host.querySelector<HTMLElement>('.rt-editor__noemlijst');
    const om = lijst?.offsetParent?.getBoundingClientRect();
    const { view } = this.#zicht();
    const open = this.#open();
    if (!lijst || om === undefined || view === null || open === null) return;
    const { left, bottom } = view.coordsAtPos(open.zoektocht.van);
    lijst.style.insetBlockStart = `${bottom - om.top + 4}px`;
    lijst.style.insetInlineStart = `${Math.max(0, Math.min(left - om.left, om.width - lijst.offsetWidth))}px`;
  }

  opToets(gebeurtenis: KeyboardEvent): boolean {
    const open = this.#open();
    const { view } = this.#zicht();
    if (open === null || view === null) return false;
    const { length } = open.mensen;
    switch (gebeurtenis.key) {
      case 'ArrowDown':
        return this.#kies((this.#gekozen(open.mensen) + 1) % length);
      case 'ArrowUp':
        return this.#kies((this.#gekozen(open.mensen) + length - 1) % length);
      case 'Enter':
      case 'Tab':
        return !gebeurtenis.shiftKey && this.#neem(this.#gekozen(open.mensen));
      case 'Escape':
        // A dialog around the editor stays open: this Escape is the list's.
        gebeurtenis.stopPropagation();
        stopMetZoeken(view);
        return true;
      default:
        return false;
    }
  }

  #open(): { zoektocht: Zoektocht; mensen: readonly Vermeldbaar[] } | null {
    const { view, vermeldbaar } = this.#zicht();
    const zoektocht = view === null ? null : zoektochtIn(view.state);
    if (zoektocht === null) return null;
    const mensen = passend(vermeldbaar, zoektocht.tekst).slice(0, MEESTE);
    if (zoektocht.tekst !== this.#gezocht) this.#keuze = 0;
    this.#gezocht = zoektocht.tekst;
    return mensen.length === 0 ? null : { zoektocht, mensen };
  }

  #gekozen(mensen: readonly Vermeldbaar[]): number {
    return Math.min(this.#keuze, mensen.length - 1);
  }

  #kies(nummer: number): true {
    this.#keuze = nummer;
    this.#host.requestUpdate();
    return true;
  }

  #neem(nummer: number): boolean {
    const { view } = this.#zicht();
    const open = this.#open();
    const wie = open?.mensen[nummer];
    if (view === null || open === null || wie === undefined) return false;
    noemIemand(view, open.zoektocht, wie);
    return true;
  }

  /** On pressing, not on clicking: the text keeps focus. */
  #klik(gebeurtenis: Event, nummer: number): void {
    gebeurtenis.preventDefault();
    this.#neem(nummer);
  }
}

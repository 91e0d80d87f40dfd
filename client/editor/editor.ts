import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type EditorState, Selection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Awareness } from 'y-protocols/awareness';
import type { Text as YText } from 'yjs';
import type { Zoekvraag } from '../../shared/persoonsgegevens/persoonsgegevens.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { LetOp } from './let-op.ts';
import { beginMetZoeken } from './noemen.ts';
import { Noemlijst } from './noemlijst.ts';
import {
  gaVerderBij,
  hernoem,
  isLeegVlak,
  openTekstvlak,
  plekIn,
  sluitTekstvlak,
  type Tekstvlak,
} from './tekstvlak.ts';
import type { Noem, Vermeldbaar } from './vermelding.ts';
import { alsTekst } from './weergave.ts';
import { werkbalk } from './werkbalk.ts';
import './editor.css';

let volgnummer = 0;

/**
 * The editor of a co-edited text: the heavy half, loaded when somebody is going to write. Yjs carries what is
 * typed; there is nothing to save here. Taking it out of the page closes it and leaves nothing of the text (NK7).
 *
 * @example
 * html`<rt-editor .tekst=${tekst} .voorOntvangst=${voorOntvangst} .awareness=${awareness} .vermeldbaar=${mensen} .noem=${noem}
 *   .zetelnaam=${zetelnaam} label="Houd rekening met" uitleg="Waar moet iedereen rekening mee houden?"></rt-editor>`
 */
@customElement('rt-editor')
export class RtEditor extends LichtElement {
  @property({ attribute: false }) tekst: YText | null = null;
  /**
   * Calls back just before others' changes are put into the text, so that what the browser has pending is read first
   * (TX6); gives what ends that. null where nobody else writes.
   */
  @property({ attribute: false }) voorOntvangst: ((doe: () => void) => () => void) | null = null;
  /** null where nobody else writes, as in a concept: no cursors. */
  @property({ attribute: false }) awareness: Awareness | null = null;
  /** Whom one can mention: only whom every reader may know (NK23). */
  @property({ attribute: false }) vermeldbaar: readonly Vermeldbaar[] = [];
  @property({ attribute: false }) noem: Noem = () => null;
  /** What a zetel is called on screen, for the names at others' cursors. */
  @property({ attribute: false }) zetelnaam: (code: string) => string = (code) => code;
  /** Accessible name of the text. */
  @property() label = '';
  /** What stands there as long as nobody wrote anything. */
  @property() uitleg = '';
  /** What to warn for (ST19); null where everyone who reads may know it. */
  @property({ attribute: false }) persoonsgegevens: Zoekvraag | null = null;

  @state() private bericht = '';
  @state() private knopplaats = 0;

  private readonly tekstId = `rt-editor-${++volgnummer}`;
  private aria = '';
  private readonly letOp = new LetOp(this, () => this.teLezen());
  private readonly noemlijst = new Noemlijst(this, `${this.tekstId}-noemen`, () => this);
  #vlak: Tekstvlak | null = null;
  #stopMetLezen: (() => void) | null = null;

  /** The editor of ProseMirror; null as long as there is no text. */
  get view(): EditorView | null {
    return this.#vlak?.view ?? null;
  }

  /** Puts the caret in the text. */
  override focus(): void {
    this.view?.focus();
  }

  /** Puts the caret where somebody clicked on the text before the editor took its place; x and y as in the event. */
  focusBij(x: number, y: number): void {
    const { view } = this;
    const plaats = view?.posAtCoords({ left: x, top: y })?.pos;
    if (view && plaats !== undefined) {
      view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(plaats))));
    }
    this.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sluit();
    this.bericht = '';
    // At once: what still stands here would stay in memory for as long as somebody holds on to this element.
    this.performUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  protected override updated(veranderd: PropertyValues<this>): void {
    // The line can start a text anew while somebody is in it (SY13).
    const wasErin = this.view?.hasFocus() === true;
    const plek = wasErin && this.#vlak !== null && veranderd.has('tekst') ? plekIn(this.#vlak) : null;
    if (veranderd.has('tekst') || veranderd.has('awareness') || veranderd.has('voorOntvangst')) this.sluit();
    if (this.view === null && this.tekst !== null && this.isConnected) {
      this.open(this.tekst);
      if (this.#vlak !== null && plek !== null) gaVerderBij(this.#vlak, plek);
      if (wasErin) this.focus();
    }
    const { view } = this;
    if (view === null) return;
    if (veranderd.has('noem')) hernoem(view, this.noem);
    // ARIA follows what this element shows: the label, the list and what is chosen in it.
    const aria = JSON.stringify(this.eigenschappen(view.state));
    if (aria !== this.aria) {
      // TX6: this too puts the caret back to where the editor knows it.
      this.#vlak?.koppeling.leesScherm();
      view.setProps({});
    }
    this.aria = aria;
    this.noemlijst.plaats();
  }

  protected override render(): TemplateResult {
    return html`<div class="rt-editor__om">
        <div class="rt-editor__vlak"></div>
        ${this.noemlijst.sjabloon()}
      </div>
      ${werkbalk({
        view: this.view,
        label: this.label,
        tekstId: this.tekstId,
        kanNoemen: this.vermeldbaar.length > 0,
        plaats: this.knopplaats,
        naarPlaats: (plaats) => this.naarKnop(plaats),
        zetPlaats: (plaats) => {
          this.knopplaats = plaats;
        },
        noem: () => this.view !== null && beginMetZoeken(this.view),
      })}
      <div class="rt-editor__berichten" role="status" aria-atomic="false">
        <p class="rt-alleen-voorlezen">${this.noemlijst.aantal()}</p>
        ${this.bericht === '' ? nothing : html`<p class="rt-editor__bericht">${this.bericht}</p>`}
        ${this.letOp.sjabloon(() => this.focus())}
      </div>`;
  }

  private open(tekst: YText): void {
    const plek = this.querySelector<HTMLElement>('.rt-editor__vlak');
    if (plek === null) return;
    this.#vlak = openTekstvlak(plek, {
      tekst,
      awareness: this.awareness,
      noem: () => this.noem,
      magNoemen: (soort, id) => this.vermeldbaar.some((wie) => wie.soort === soort && wie.id === id),
      zetelnaam: () => this.zetelnaam,
      eigenschappen: (staat) => this.eigenschappen(staat),
      meld: (bericht) => {
        this.bericht = bericht;
      },
      opWijziging: (getypt) => this.opWijziging(getypt),
      naarBalk: () => this.naarKnop(this.knopplaats),
      opNoemtoets: (gebeurtenis) => this.noemlijst.opToets(gebeurtenis),
    });
    this.#stopMetLezen = this.voorOntvangst?.(this.#vlak.koppeling.leesScherm) ?? null;
    this.requestUpdate();
  }

  private sluit(): void {
    this.#stopMetLezen?.();
    this.#stopMetLezen = null;
    if (this.#vlak !== null) sluitTekstvlak(this.#vlak);
    this.#vlak = null;
    this.letOp.vergeet();
  }

  private opWijziging(getypt: boolean): void {
    if (getypt) {
      this.bericht = '';
      this.letOp.getypt();
    }
    this.requestUpdate();
  }

  private naarKnop(plaats: number): void {
    this.knopplaats = plaats;
    this.querySelectorAll<HTMLElement>('.rt-editor__knop')[plaats]?.focus();
  }

  private teLezen(): { tekst: string; zoek: Zoekvraag } | null {
    const { tekst, persoonsgegevens } = this;
    // A mention is no typed name: it stands between the words as a sign that no name has.
    return tekst === null || persoonsgegevens === null
      ? null
      : { tekst: alsTekst(tekst, () => '\ufffc'), zoek: persoonsgegevens };
  }

  private eigenschappen(staat: EditorState): Record<string, string> {
    const leeg = isLeegVlak(staat);
    return {
      id: this.tekstId,
      class: `rt-tekst rt-editor__tekst${leeg ? ' rt-editor__tekst--leeg' : ''}`,
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': this.label,
      'aria-placeholder': this.uitleg,
      'data-uitleg': this.uitleg,
      lang: 'nl',
      spellcheck: 'true',
      ...this.noemlijst.eigenschappen(),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-editor': RtEditor;
  }
}

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LichtElement } from './licht-element.ts';

let volgnummer = 0;

/**
 * A modal window on the native `<dialog>`: the browser keeps focus inside and closes it on Esc. It is open for as
 * long as it is in the page; focus goes back to where it came from when it leaves.
 *
 * Fires `sluit` when the person closes it; whoever shows it then takes it away. Functions in `inhoud` must be arrow
 * functions: it is rendered here, so `this` of a method would be the dialog.
 *
 * @example
 * this.vraagt ? html`<rt-dialoog kop="Afspraak maken" .inhoud=${this.formulier()}
 *   @sluit=${() => { this.vraagt = false; }}></rt-dialoog>` : nothing
 */
@customElement('rt-dialoog')
export class RtDialoog extends LichtElement {
  @property() kop = '';
  /** What stands in it, below the heading: a template. */
  @property({ attribute: false }) inhoud: unknown = nothing;
  /** Wide enough for two columns. */
  @property({ type: Boolean }) breed = false;

  private readonly kopId = `rt-dialoog-${++volgnummer}`;
  private terug: Element | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.terug = document.activeElement;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.querySelector('dialog')?.close();
    if (this.terug instanceof HTMLElement && this.terug.isConnected) this.terug.focus();
  }

  protected override updated(): void {
    // Also when it was moved within the page: leaving closed it.
    const dialoog = this.querySelector('dialog');
    if (dialoog?.open === false && this.isConnected) dialoog.showModal();
  }

  protected override render() {
    return html`
      <dialog
        class="rt-dialoog ${this.breed ? 'rt-dialoog--breed' : ''}"
        aria-labelledby=${this.kopId}
        @cancel=${this.opEscape}
        @close=${this.opDicht}
      >
        <div class="rt-dialoog__kop">
          <h2 class="rt-dialoog__titel" id=${this.kopId} tabindex="-1" autofocus>${this.kop}</h2>
          <button type="button" class="rt-dialoog__sluit" @click=${this.sluit}>
            <span aria-hidden="true">✕</span> Sluiten
          </button>
        </div>
        <div class="rt-dialoog__inhoud">${this.inhoud}</div>
      </dialog>
    `;
  }

  /** Esc asks; whoever shows the dialog decides, for instance to keep what was typed. */
  private opEscape(gebeurtenis: Event): void {
    gebeurtenis.preventDefault();
    this.sluit();
  }

  /** A browser closes it by itself on a second Esc. */
  private opDicht(): void {
    if (this.isConnected) this.sluit();
  }

  private sluit(): void {
    this.dispatchEvent(new Event('sluit'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-dialoog': RtDialoog;
  }
}

import { html, nothing, type PropertyValues } from 'lit';
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
  /** Where focus came from, and what that stands in, from near to far: it may be gone by then. */
  private terug: readonly Element[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.terug = keten(document.activeElement);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.querySelector('dialog')?.close();
    const { terug } = this;
    zetTerug(terug);
    // What it came from may go with the same change that closed this, such as a button of what was removed.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) zetTerug(terug);
    });
  }

  protected override updated(gewijzigd: PropertyValues<this>): void {
    // Also when it was moved within the page: leaving closed it.
    const dialoog = this.querySelector('dialog');
    if (dialoog?.open === false && this.isConnected) dialoog.showModal();
    // Another thing stands in it now, and what had focus is gone.
    else if (gewijzigd.has('kop') && !dialoog?.contains(document.activeElement)) {
      this.querySelector<HTMLElement>('.rt-dialoog__titel')?.focus();
    }
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
            <span aria-hidden="true">×</span> Sluiten
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

function keten(vanaf: Element | null): Element[] {
  const alles: Element[] = [];
  for (let nu = vanaf; nu !== null; nu = nu.parentElement) alles.push(nu);
  return alles;
}

/** Focus where it came from; when that is gone, on the heading of the nearest part of the page that is still there. */
function zetTerug(terug: readonly Element[]): void {
  const [eerste] = terug;
  if (eerste instanceof HTMLElement && eerste.isConnected) {
    eerste.focus();
    return;
  }
  for (const deel of terug) {
    if (!deel.isConnected) continue;
    const kop = deel.querySelector<HTMLElement>('h1, h2, h3');
    if (kop === null) continue;
    if (!kop.hasAttribute('tabindex')) kop.tabIndex = -1;
    kop.focus();
    return;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-dialoog': RtDialoog;
  }
}

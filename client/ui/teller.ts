import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LichtElement } from './licht-element.ts';

/** Long enough without a key for a screen reader to have said what was typed. */
const RUST_MS = 1000;

/**
 * How many characters still fit, or how many there are too many: shown when it begins to matter, and said to a screen
 * reader when somebody pauses. Nothing is ever cut (ST9). In the form itself: behind a dialog the page is silent.
 */
@customElement('rt-teller')
export class RtTeller extends LichtElement {
  /** Of the text that says it, for the control that it is about. */
  @property() voor = '';
  /** How many fit. */
  @property({ type: Number }) maximum = 0;
  /** How many more fit now; negative: too many. */
  @property({ type: Number }) ruimte = 0;

  @state() private gezegd = '';
  private wacht: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.wacht);
  }

  protected override updated(gewijzigd: PropertyValues<this>): void {
    if (!gewijzigd.has('ruimte')) return;
    clearTimeout(this.wacht);
    this.wacht = setTimeout(() => {
      this.gezegd = tellerTekst(this.ruimte, this.maximum);
    }, RUST_MS);
  }

  protected override render() {
    const tekst = tellerTekst(this.ruimte, this.maximum);
    return html`${
      tekst === ''
        ? nothing
        : html`<p class="rt-teller ${this.ruimte < 0 ? 'rt-teller--te-lang' : ''}" id=${this.voor}>${tekst}</p>`
    }<span class="rt-alleen-voorlezen" role="status">${this.gezegd}</span>`;
  }
}

/** `Nog 40 tekens.`, `193 tekens te lang.`; empty as long as there is plenty. */
export function tellerTekst(ruimte: number, maximum: number): string {
  const tekens = Math.abs(ruimte) === 1 ? '1 teken' : `${Math.abs(ruimte)} tekens`;
  if (ruimte < 0) return `${tekens} te lang.`;
  return ruimte > Math.min(maximum / 5, 200) ? '' : `Nog ${tekens}.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-teller': RtTeller;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { exhaustief } from '../../shared/exhaustief.ts';
import { LichtElement } from './licht-element.ts';
import { VINK } from './tekens.ts';

/** What a message is about; it is said in a word as well as in colour. */
export type Meldingsoort = 'info' | 'gelukt' | 'let-op' | 'fout';

/**
 * A message in the page. An error interrupts a screen reader (role=alert), the others wait their turn (role=status).
 *
 * @example html`<rt-melding soort="fout" kop="Niet opgeslagen" .inhoud=${fout.bericht}></rt-melding>`
 */
@customElement('rt-melding')
export class RtMelding extends LichtElement {
  @property() soort: Meldingsoort = 'info';
  @property() kop = '';
  /** Text or a template below the heading. */
  @property({ attribute: false }) inhoud: unknown = nothing;

  protected override render() {
    const { klasse, teken, woord } = uiterlijk(this.soort);
    return html`
      <div class="utrecht-alert utrecht-alert--${klasse} rt-melding" role=${this.soort === 'fout' ? 'alert' : 'status'}>
        <span class="rt-melding__teken" aria-hidden="true">${teken}</span>
        <div class="utrecht-alert__content">
          <div class="utrecht-alert__message">
            <p class="rt-melding__kop"><span class="rt-alleen-voorlezen">${woord}: </span>${this.kop}</p>
            ${this.inhoud === nothing || this.inhoud === '' ? nothing : html`<div>${this.inhoud}</div>`}
          </div>
        </div>
      </div>
    `;
  }
}

function uiterlijk(soort: Meldingsoort): { klasse: string; teken: string | TemplateResult; woord: string } {
  switch (soort) {
    case 'info':
      return { klasse: 'info', teken: 'i', woord: 'Uitleg' };
    case 'gelukt':
      return { klasse: 'ok', teken: VINK, woord: 'Gelukt' };
    case 'let-op':
      return { klasse: 'warning', teken: '!', woord: 'Let op' };
    case 'fout':
      return { klasse: 'error', teken: '×', woord: 'Fout' };
    default:
      return exhaustief(soort);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-melding': RtMelding;
  }
}

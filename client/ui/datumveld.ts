import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { voluit } from './datum.ts';
import { alsGetypt, leesDatum, type Richting } from './gezegde-datum.ts';
import './kalender.ts';
import { LichtElement } from './licht-element.ts';

/** What a date field gives when what stands in it is no day, so that it isn't taken for left empty. */
export const HALVE_DATUM = 'onvolledig';

/**
 * A day, typed as people do, or chosen from a calendar; below it stands which day that is. Gives `jjjj-mm-dd`, nothing,
 * or `HALVE_DATUM`. Its label and what is wrong with it are its form's.
 */
@customElement('rt-datumveld')
export class RtDatumveld extends LichtElement {
  /** Of the input. */
  @property({ attribute: false }) veldId = '';
  @property({ attribute: false }) waarde = '';
  @property({ attribute: false }) vandaag = '';
  @property({ attribute: false }) vroegst = '';
  @property({ attribute: false }) uiterst = '';
  @property({ attribute: false }) richting: Richting = 'naast';
  /** Ids of what explains it. */
  @property({ attribute: false }) beschrijving = '';
  @property({ attribute: false }) isFout = false;
  @property({ attribute: false }) opInvoer: (waarde: string) => void = () => {};

  @state() private getypt = '';
  @state() private open = false;
  /** What this gave last. */
  private gegeven = '';

  protected override willUpdate(gewijzigd: PropertyValues<this>): void {
    if (!gewijzigd.has('waarde') || this.waarde === this.gegeven) return;
    this.gegeven = this.waarde;
    this.getypt = this.waarde === '' || this.waarde === HALVE_DATUM ? '' : alsGetypt(this.waarde);
  }

  protected override render() {
    const { veldId, isFout, open } = this;
    const ids = [`${veldId}-dag`, this.beschrijving].filter((id) => id !== '').join(' ');
    return html`<div class="rt-datumveld">
        <input
          class="utrecht-textbox utrecht-textbox--html-input ${isFout ? 'utrecht-textbox--invalid' : ''}"
          id=${veldId}
          type="text"
          autocomplete="off"
          autocapitalize="none"
          placeholder=${BIJVOORBEELD[this.richting]}
          aria-describedby=${ids}
          aria-invalid=${isFout ? 'true' : nothing}
          .value=${live(this.getypt)}
          @input=${this.opTypen}
          @blur=${this.opWeg}
        />
        <button
          type="button"
          class="rt-datumveld__kalender"
          aria-expanded=${open ? 'true' : 'false'}
          @click=${this.klap}
        >
          ${KALENDER}<span class="rt-alleen-voorlezen">Kies een dag in de kalender</span>
        </button>
      </div>
      <p class="rt-datumveld__dag" id="${veldId}-dag">${this.dag()}</p>
      ${
        open
          ? html`<rt-kalender
              .waarde=${this.waarde === HALVE_DATUM ? '' : this.waarde}
              .vandaag=${this.vandaag}
              .vroegst=${this.vroegst}
              .uiterst=${this.uiterst}
              @kies=${this.opKeuze}
              @sluit=${this.sluit}
            ></rt-kalender>`
          : nothing
      }`;
  }

  /** Which day it is, or what is wrong with it: said while one types. */
  private dag(): string {
    if (this.getypt.trim() === '') return '';
    const gelezen = leesDatum(this.getypt, this.vandaag, this.richting);
    return 'datum' in gelezen ? voluit(gelezen.datum, this.vandaag) : gelezen.fout;
  }

  private readonly opTypen = (gebeurtenis: Event) => {
    // Only bound to the input above.
    this.getypt = (gebeurtenis.target as HTMLInputElement).value;
    const gelezen = leesDatum(this.getypt, this.vandaag, this.richting);
    this.geef(this.getypt.trim() === '' ? '' : 'datum' in gelezen ? gelezen.datum : HALVE_DATUM);
  };

  /** `di 8 dec` becomes `8-12-2026`: as it will stand there the next time. */
  private readonly opWeg = () => {
    if (this.gegeven !== '' && this.gegeven !== HALVE_DATUM) this.getypt = alsGetypt(this.gegeven);
  };

  private readonly klap = () => {
    if (this.open) this.sluit();
    else this.open = true;
  };

  private readonly sluit = () => {
    this.open = false;
    this.querySelector('input')?.focus();
  };

  private readonly opKeuze = (gebeurtenis: CustomEvent<string>) => {
    this.getypt = alsGetypt(gebeurtenis.detail);
    this.geef(gebeurtenis.detail);
    this.sluit();
  };

  private geef(waarde: string): void {
    this.gegeven = waarde;
    this.opInvoer(waarde);
  }
}

/** What happened is asked for by a day that was. */
const BIJVOORBEELD: Readonly<Record<Richting, string>> = {
  naast: 'bv. 8-12 of di 8 dec',
  terug: 'bv. 8-11 of gisteren',
};

const KALENDER = html`<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><rect x="3" y="4.500" width="14" height="12.500" rx="1.600" fill="none" stroke="currentColor" stroke-width="1.600"/><path d="M3 8.500h14M7 2.800v3M13 2.800v3" stroke="currentColor" stroke-width="1.600" stroke-linecap="round"/></svg>`;

declare global {
  interface HTMLElementTagNameMap {
    'rt-datumveld': RtDatumveld;
  }
}

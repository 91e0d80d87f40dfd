import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Kijk } from '../casus/kijk.ts';
import './begin-tekst.ts';
import { lijstbeeld, tekstlijst } from './tekstlijst.ts';
import { veldenBij } from './veldsoorten.ts';
import { VolgtTeksten } from './volgt-teksten.ts';

/** The regisseur's own notes. */
@customElement('rt-bord-notities')
export class RtBordNotities extends VolgtTeksten {
  @property({ attribute: false }) kijk!: Kijk;

  protected override beeld(): string {
    return lijstbeeld(this.teksten, this.velden());
  }

  protected override render() {
    const { kijk, teksten } = this;
    const velden = this.velden();
    if (velden.length === 0) return nothing;
    return html`${tekstlijst(kijk, teksten, velden)}
      <rt-bord-begin-tekst .kijk=${kijk} .teksten=${teksten} .velden=${velden} bij="van de regisseur"></rt-bord-begin-tekst>`;
  }

  private velden() {
    return veldenBij(this.kijk, 'notities');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-notities': RtBordNotities;
  }
}

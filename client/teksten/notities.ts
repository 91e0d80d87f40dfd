import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Kijk } from '../casus/kijk.ts';
import './begin-tekst.ts';
import { lijstbeeld, tekstlijst } from './tekstlijst.ts';
import { veldenBij } from './veldsoorten.ts';
import { VolgtTeksten } from './volgt-teksten.ts';

/** The texts of who has the regie. */
@customElement('rt-bord-notities')
export class RtBordNotities extends VolgtTeksten {
  @property({ attribute: false }) kijk!: Kijk;

  protected override beeld(): string {
    return lijstbeeld(this.teksten, veldenBij(this.kijk, 'notities'));
  }

  protected override render() {
    const { kijk, teksten } = this;
    // The notes, and what goes with the regie when it is handed over: each by its own name.
    return veldenBij(kijk, 'notities').map(
      (veld) => html`${tekstlijst(kijk, teksten, [veld])}
        <rt-bord-begin-tekst .kijk=${kijk} .teksten=${teksten} .velden=${[veld]} bij="van de regisseur"></rt-bord-begin-tekst>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-notities': RtBordNotities;
  }
}

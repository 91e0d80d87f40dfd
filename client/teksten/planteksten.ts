import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Kijk } from '../casus/kijk.ts';
import './begin-tekst.ts';
import { lijstbeeld, perTitel, tekstlijst } from './tekstlijst.ts';
import { veldenBij } from './veldsoorten.ts';
import { VolgtTeksten } from './volgt-teksten.ts';

/** What the plan says as a whole: what is going on, and what it has to come to. */
@customElement('rt-bord-planteksten')
export class RtBordPlanteksten extends VolgtTeksten {
  @property({ attribute: false }) kijk!: Kijk;
  /** Whether there is room to write in them, and for all of them. */
  @property({ attribute: false }) ruim = false;

  protected override beeld(): string {
    return lijstbeeld(this.teksten, this.velden());
  }

  protected override render() {
    const { kijk, teksten, ruim } = this;
    const velden = this.velden();
    if (velden.length === 0) return nothing;
    return html`<div class="bord-planteksten">
      ${tekstlijst(kijk, teksten, velden, { kort: true, schrijfbaar: ruim })}
      ${
        ruim
          ? html`<div class="bord-erbij-rij">
              ${perTitel(velden).map(
                (gelijke) =>
                  html`<rt-bord-begin-tekst .kijk=${kijk} .teksten=${teksten} .velden=${gelijke}></rt-bord-begin-tekst>`,
              )}
            </div>`
          : nothing
      }
    </div>`;
  }

  /** The result first: that is what everyone works towards. Beside the board there is room for nothing else. */
  private velden() {
    const resultaat = veldenBij(this.kijk, 'gewenst_resultaat');
    return this.ruim ? [...resultaat, ...veldenBij(this.kijk, 'integrale_analyse')] : resultaat;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-planteksten': RtBordPlanteksten;
  }
}

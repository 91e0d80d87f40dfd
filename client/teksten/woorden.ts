import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Kijk } from '../casus/kijk.ts';
import './begin-tekst.ts';
import { isInBeeld, lijstbeeld, tekstlijst } from './tekstlijst.ts';
import { magSchrijven, veldenBij } from './veldsoorten.ts';
import { VolgtTeksten } from './volgt-teksten.ts';

/** What the members of the household say themselves, in their own words, where everyone comes past it. */
@customElement('rt-bord-woorden')
export class RtBordWoorden extends VolgtTeksten {
  @property({ attribute: false }) kijk!: Kijk;

  protected override beeld(): string {
    return lijstbeeld(this.teksten, this.velden());
  }

  protected override render() {
    const { kijk, teksten } = this;
    const velden = this.velden();
    if (velden.length === 0) return nothing;
    const schrijft = velden.filter((veld) => magSchrijven(kijk, veld));
    const leeg = velden.every((veld) => teksten.isGevuld(veld) === false && !isInBeeld(teksten, veld));
    return html`<section class="bord-vlak bord-vlak--ruim bord-woorden" aria-labelledby="bord-woorden-kop">
      <h2 class="bord-paneel__kop" id="bord-woorden-kop">In eigen woorden</h2>
      ${leeg ? html`<p class="rt-zacht">Voor u staat hier niets.</p>` : nothing}
      ${tekstlijst(kijk, teksten, velden, { soort: 'woorden' })}
      ${
        schrijft.length === 0
          ? nothing
          : html`<div class="bord-erbij-rij">
              ${schrijft.map(
                (veld) => html`<rt-bord-begin-tekst
                  .kijk=${kijk}
                  .teksten=${teksten}
                  .velden=${[veld]}
                ></rt-bord-begin-tekst>`,
              )}
            </div>`
      }
    </section>`;
  }

  private velden() {
    return veldenBij(this.kijk, 'zegt');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-woorden': RtBordWoorden;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Bordteksten } from '../casus/bordteksten.ts';
import type { Kijk } from '../casus/kijk.ts';
import './begin-tekst.ts';
import { lijstbeeld, tekstlijst } from './tekstlijst.ts';
import { toelichtingVan } from './veldsoorten.ts';
import { VolgtTeksten } from './volgt-teksten.ts';

/** The text that goes with a doel, afspraak or besluit: short until one wants more, nothing when nothing stands in it. */
@customElement('rt-bord-toelichting')
export class RtBordToelichting extends VolgtTeksten {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) kaartId = '';
  /** Whether there is room to write in it. */
  @property({ type: Boolean }) schrijfbaar = false;

  protected override beeld(): string {
    return lijstbeeld(this.teksten, this.velden());
  }

  protected override render() {
    const { kijk, teksten, schrijfbaar } = this;
    const velden = this.velden();
    if (velden.length === 0) return nothing;
    return tekstlijst(kijk, teksten, velden, {
      kort: true,
      zelfdePubliek: true,
      schrijfbaar,
    });
  }

  private velden() {
    const veld = toelichtingVan(this.kijk, this.kaartId);
    return veld === undefined ? [] : [veld];
  }
}

/** The way to begin a text that goes with a kaart, for who writes there. */
export function beginToelichting(
  kijk: Kijk,
  teksten: Bordteksten,
  kaart: Kaart,
): TemplateResult | typeof nothing {
  const veld = toelichtingVan(kijk, kaart.id);
  return veld === undefined
    ? nothing
    : html`<rt-bord-begin-tekst
        .kijk=${kijk}
        .teksten=${teksten}
        .velden=${[veld]}
        bij="bij ${kaart.titel}"
        stil
      ></rt-bord-begin-tekst>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-toelichting': RtBordToelichting;
  }
}

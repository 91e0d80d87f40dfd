import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Bordteksten } from '../casus/bordteksten.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import type { Doe } from '../kaarten/doe.ts';
import '../teksten/woorden.ts';
import { LichtElement } from '../ui/licht-element.ts';
import './doelen.ts';

/** What the household says itself, and the goals that follow from it. */
@customElement('rt-bord-doelentab')
export class RtBordDoelentab extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) doe!: Doe;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) teksten!: Bordteksten;

  protected override render() {
    const { kijk, doe, verbinding, teksten } = this;
    return html`<rt-bord-woorden .kijk=${kijk} .teksten=${teksten}></rt-bord-woorden>
      <section class="bord-vlak bord-vlak--ruim">
        <rt-bord-doelen .kijk=${kijk} .doe=${doe} .verbinding=${verbinding} .teksten=${teksten}></rt-bord-doelen>
      </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-doelentab': RtBordDoelentab;
  }
}

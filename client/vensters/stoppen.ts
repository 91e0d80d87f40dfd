import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { berichtVan } from '../api/api.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';

/** Ending one's own participation, after being asked. Fires `klaar` when one stays. */
@customElement('rt-bord-stoppen')
export class RtBordStoppen extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;

  @state() private melding = '';
  @state() private bezig = false;

  protected override render() {
    return html`${
      this.melding === ''
        ? nothing
        : html`<rt-melding soort="fout" kop="U doet nog mee" .inhoud=${this.melding}></rt-melding>`
    }
      <p>U ziet deze casus daarna niet meer. Wat u hebt opgeschreven, blijft staan.</p>
      <p>Alleen de regisseur kan u weer laten meedoen.</p>
      <div class="bord-formulier__onderkant">
        <button type="button" class=${KNOP.gewoon} @click=${() => this.dispatchEvent(new Event('klaar'))}>
          Nee, ik blijf meedoen
        </button>
        <button type="button" class=${KNOP.weg} ?disabled=${this.bezig} @click=${this.stop}>
          Ja, ik stop met meedoen
        </button>
      </div>`;
  }

  private readonly stop = async () => {
    const { ik } = this.kijk;
    if (ik === undefined) return;
    this.bezig = true;
    this.melding = '';
    try {
      // The board is fetched again after it; its 404 clears the screen.
      await this.verbinding.regel('DELETE', `/deelnemers/${ik.id}`);
    } catch (fout) {
      this.melding = berichtVan(fout);
    } finally {
      this.bezig = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-stoppen': RtBordStoppen;
  }
}

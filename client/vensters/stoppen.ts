import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from './formulier.ts';
import { Opdrachtcontroller } from './opdrachtcontroller.ts';
import type { Venster } from './venster.ts';

/** Ending one's own participation, after being asked. */
export const STOPPEN: Venster<undefined> = {
  kop: () => 'Stoppen met meedoen',
  inhoud: ({ kijk, verbinding }) => html`<rt-stoppen .kijk=${kijk} .verbinding=${verbinding}></rt-stoppen>`,
};

@customElement('rt-stoppen')
export class RtStoppen extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: null,
    begin: () => ({}),
    velden: () => [],
    // The board is fetched again after it; its 404 clears the screen.
    stuur: () =>
      this.verbinding.regel('deelnemer.beeindig', {
        params: { casusId: this.verbinding.casusId, deelnemerId: this.kijk.ik?.id ?? '' },
      }),
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      boven: html`<p>U ziet deze casus daarna niet meer. Wat u hebt opgeschreven, blijft staan.</p>
        <p>Alleen de regisseur kan u weer laten meedoen.</p>`,
      knop: 'Ja, ik stop met meedoen',
      neemtWeg: true,
      ernaast: html`<button
        type="button"
        class=${KNOP.gewoon}
        @click=${() => this.dispatchEvent(new Event('klaar', { bubbles: true }))}
      >
        Nee, ik blijf meedoen
      </button>`,
      nietGelukt: 'U doet nog mee',
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-stoppen': RtStoppen;
  }
}

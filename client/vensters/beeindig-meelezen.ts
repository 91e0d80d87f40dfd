import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import { vragenVan } from '../casus/vragen.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from './formulier.ts';
import { Opdrachtcontroller } from './opdrachtcontroller.ts';
import type { Venster } from './venster.ts';

/** Ending it, after being asked. */
export const BEEINDIG_MEELEZEN: Venster<Over> = {
  kop: () => 'Meelezen beëindigen',
  inhoud: ({ verbinding }, over) =>
    html`<rt-beeindig-meelezen .verbinding=${verbinding} .over=${over}></rt-beeindig-meelezen>`,
};

/** A right, or what is open at a question for advice. */
type Over = { readonly wie: string; readonly waar: string } & (
  | { readonly rechtId: string }
  | { readonly openingId: string }
);

@customElement('rt-beeindig-meelezen')
export class RtBeeindigMeelezen extends LichtElement {
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) over!: Over;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: null,
    begin: () => ({}),
    velden: () => [],
    stuur: async () => {
      const { over } = this;
      const { casusId } = this.verbinding;
      if ('rechtId' in over) {
        await this.verbinding.regel('recht.beeindig', { params: { casusId, rechtId: over.rechtId } });
        return;
      }
      const params = { casusId, openingId: over.openingId };
      await this.verbinding.regel('verzoek.sluitVoorAdvies', { params });
      await vragenVan(casusId).ververs();
    },
  });

  protected override render() {
    const { wie, waar } = this.over;
    return opdrachtformulier(this.opdracht, {
      boven: html`<p><bdi>${wie}</bdi> in ${waar}. Dat stopt dan meteen, ook op het scherm dat nu openstaat.</p>
        <p>Wie dit leest, ziet dat het gestopt is. Dat er is meegelezen, blijft bewaard.</p>`,
      knop: 'Ja, beëindig',
      neemtWeg: true,
      ernaast: html`<button
        type="button"
        class=${KNOP.gewoon}
        @click=${() => this.dispatchEvent(new Event('klaar', { bubbles: true }))}
      >
        Nee, laat het zo
      </button>`,
      nietGelukt: 'Het loopt nog',
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-beeindig-meelezen': RtBeeindigMeelezen;
  }
}

import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DEELNEMERLABELS } from '../../shared/plan/veldlabels.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from './formulier.ts';
import { Opdrachtcontroller } from './opdrachtcontroller.ts';
import { telefoon } from './veld.ts';
import type { Venster } from './venster.ts';

/** On which number one is reached in this casus. */
export const NUMMER: Venster<undefined> = {
  kop: () => 'Uw telefoonnummer',
  inhoud: ({ kijk, verbinding }) => html`<rt-nummer .kijk=${kijk} .verbinding=${verbinding}></rt-nummer>`,
};

@customElement('rt-nummer')
export class RtNummer extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.verbinding.casusId,
    begin: () => ({ telefoon: this.kijk.ik?.telefoon ?? '' }),
    velden: () => [
      telefoon('telefoon', DEELNEMERLABELS.telefoon, {
        magLeeg: true,
        uitleg: 'Laat leeg voor het nummer dat uw organisatie van u heeft.',
      }),
    ],
    stuur: ({ telefoon: nummer }) =>
      this.verbinding.regel('deelnemer.zetNummer', {
        params: { casusId: this.verbinding.casusId },
        body: { telefoon: nummer.trim() === '' ? null : nummer },
      }),
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      boven: html`<p>Wie u in deze casus bij naam kent, ziet dit nummer en kan u bellen.</p>`,
      nietGelukt: 'Niet bewaard',
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-nummer': RtNummer;
  }
}

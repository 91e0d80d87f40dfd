import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { CASUSLABELS } from '../../shared/plan/veldlabels.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { opdrachtformulier } from './formulier.ts';
import { LID, rollen } from './lid.ts';
import { Opdrachtcontroller } from './opdrachtcontroller.ts';
import { lijst } from './veld.ts';
import { opent, type Venster } from './venster.ts';

/** For the regisseur: who belongs to the household, by role, and where the casus stands. */
export const HUISHOUDEN: Venster<undefined> = {
  kop: () => 'Huishouden en stand van de casus',
  bestaatNog: (kijk) => kijk.ikRegisseer,
  inhoud: ({ kijk, verbinding }) =>
    html`<rt-huishouden .kijk=${kijk} .verbinding=${verbinding}></rt-huishouden>`,
};

@customElement('rt-huishouden')
export class RtHuishouden extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @state() private gelukt = '';

  private readonly erbij = new Opdrachtcontroller(this, {
    over: () => 'erbij',
    begin: () => ({ rol: '' }),
    velden: () => [lijst('rol', 'Iemand toevoegen', rollen(this.kijk), { leeg: 'Kies een rol…' })],
    stuur: async ({ rol }, _, poging) => {
      await this.verbinding.regel('lid.voegToe', {
        params: { casusId: this.verbinding.casusId },
        body: { rol },
        poging,
      });
      this.gelukt = `${hoofdletter(rol)} is toegevoegd.`;
    },
    klaar: () => {},
  });

  private readonly stand = new Opdrachtcontroller(this, {
    over: () => 'stand',
    begin: () => ({ status: this.kijk.bord.status as string }),
    nu: () => ({ status: this.kijk.bord.status }),
    velden: () => [lijst('status', CASUSLABELS.status, this.kijk.lijsten.statussen, { leeg: false })],
    stuur: async ({ status }) => {
      await this.verbinding.regel('casus.wijzig', {
        params: { casusId: this.verbinding.casusId },
        body: { status },
      });
      this.gelukt = 'De stand van de casus is gewijzigd.';
    },
    klaar: () => {},
  });

  protected override render() {
    const { leden } = this.kijk.bord;
    return html`<section aria-labelledby="bord-leden-kop">
        <h3 id="bord-leden-kop">Wie horen bij het huishouden?</h3>
        <ul class="bord-leden">
          ${repeat(
            leden,
            (lid) => lid.id,
            (lid) => html`<li class="bord-lid">
              <span>${hoofdletter(lid.rol)}</span>
              <button type="button" class="rt-als-link" @click=${opent(LID, lid)}>
                Wijzigen<span class="rt-alleen-voorlezen">: ${lid.rol}</span>
              </button>
            </li>`,
          )}
        </ul>
        ${opdrachtformulier(this.erbij, { klein: true, knop: 'Toevoegen', nietGelukt: 'Niet toegevoegd' })}
      </section>
      <section class="bord-status" aria-label="Stand van de casus">
        ${opdrachtformulier(this.stand, { klein: true })}
      </section>
      <p role="status" class="bord-gelukt">${this.gelukt}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-huishouden': RtHuishouden;
  }
}

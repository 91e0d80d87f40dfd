import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Lid } from '../../shared/contract/leden.ts';
import { CASUSLABELS } from '../../shared/plan/veldlabels.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import type { Keuze } from '../ui/formulier.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { opdrachtformulier } from './formulier.ts';
import { Opdrachtcontroller } from './opdrachtcontroller.ts';
import { lijst } from './veld.ts';
import type { Venster } from './venster.ts';

/** Changes the role of a member of the household, or takes them out of it. */
export const LID: Venster<Lid> = {
  kop: (_kijk, lid) => `${hoofdletter(lid.rol)} wijzigen`,
  bestaatNog: (kijk) => kijk.ikRegisseer,
  inhoud: ({ kijk, verbinding }, lid) =>
    html`<rt-lid .kijk=${kijk} .verbinding=${verbinding} .lid=${lid}></rt-lid>`,
};

@customElement('rt-lid')
export class RtLid extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) lid!: Lid;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.lid.id,
    begin: () => ({ rol: rolVan(this.lid) }),
    nu: () => {
      const nu = this.kijk.lid(this.lid.id);
      return nu === undefined ? null : { rol: rolVan(nu) };
    },
    velden: () => [lijst('rol', CASUSLABELS.rol, rollen(this.kijk), { leeg: false })],
    stuur: ({ rol }) =>
      this.verbinding.regel('lid.wijzig', {
        params: { casusId: this.verbinding.casusId, lidId: this.lid.id },
        body: { rol },
      }),
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      ernaast: html`<button type="button" class=${KNOP.weg} @click=${this.haalWeg}>
        Haal weg uit dit huishouden
      </button>`,
    });
  }

  private readonly haalWeg = () => {
    const { id, rol } = this.lid;
    void this.opdracht.vraagEnDoe(
      `Weet u zeker dat u ${rol} uit dit huishouden haalt? Wat er over ${rol} staat, is dan voor niemand meer te lezen.`,
      'Ja, haal weg',
      () =>
        this.verbinding.regel('lid.verwijder', { params: { casusId: this.verbinding.casusId, lidId: id } }),
    );
  };
}

/** The roles from which one chooses. */
export function rollen(kijk: Kijk): Keuze[] {
  return kijk.lijsten.rollen.map((rol) => ({ code: rol, naam: hoofdletter(rol) }));
}

/** A label may be numbered ("kind 2"); the role is what stands before the number. */
function rolVan({ rol }: Lid): string {
  return rol.replace(/ \d+$/, '');
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-lid': RtLid;
  }
}

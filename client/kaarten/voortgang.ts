import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import { kentVan } from '../casus/kent.ts';
import type { KaartVan, Kijk } from '../casus/kijk.ts';
import { leestMee } from '../casus/publiek.ts';
import { naamVan } from '../lijsten.ts';
import { datumVan, lang } from '../ui/datum.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { ruimteVoorStappen } from './ruimte.ts';
import { keurStap, stapVan, stapvelden } from './stap.ts';

/** How an agreement goes: the steps so far, and for who carries it out a new one. Fires `klaar`. */
@customElement('rt-voortgang')
export class RtVoortgang extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  /** As it is now. */
  @property({ attribute: false }) afspraak!: KaartVan<'afspraak'>;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.afspraak.id,
    kent: () => kentVan(this.kijk),
    begin: () => ({ stand: String(this.afspraak.stand), tekst: '' }),
    nu: () => ({ stand: String(this.afspraak.stand), tekst: '' }),
    velden: () => stapvelden(this.kijk.lijsten.standen),
    keur: (ingevuld) => keurStap(ingevuld, this.afspraak.stand),
    stuur: (ingevuld, gewijzigd, poging) =>
      this.verbinding.zetStap(this.afspraak.id, stapVan(ingevuld, gewijzigd), poging),
  });

  protected override render() {
    const { kijk, afspraak } = this;
    const lezers = leestMee(kijk, kijk.compartiment(afspraak.compartimentId));
    const isVia = afspraak.viaRegisseur !== undefined && afspraak.viaRegisseur === kijk.ik?.id;
    return html`${this.stappen()}
      ${afspraak.ikVoerUit ? opdrachtformulier(this.opdracht, { onder: html`${ruimteVoorStappen(kijk, afspraak)} ${isVia ? VIA : nothing} ${lezers}` }) : lezers}`;
  }

  private stappen(): TemplateResult {
    const { kijk } = this;
    const stappen = this.afspraak.stappen ?? [];
    if (stappen.length === 0) return html`<p class="bord-nog-niet">Er is nog niets over opgeschreven.</p>`;
    return html`<ol class="bord-stappen">
      ${repeat(
        stappen,
        (stap) => stap.id,
        (stap) => {
          const wie = kijk.deelnemer(stap.door);
          const door = wie === undefined ? 'iemand die meedoet' : wie.ik ? 'u' : kijk.vanuit(wie);
          const stand =
            stap.stand === undefined ? '' : naamVan(kijk.lijsten.standen, stap.stand).toLowerCase();
          return html`<li>
            <p class="rt-zacht rt-klein">${lang(datumVan(stap.op), kijk.vandaag)} · ${door}${stand === '' ? '' : ` · ${stand}`}</p>
            ${stap.tekst === undefined ? nothing : html`<p><bdi>${stap.tekst}</bdi></p>`}
          </li>`;
        },
      )}
    </ol>`;
  }
}

const VIA = html`<p class="bord-publiek">U doet dit via de regisseur. Anderen lezen wat u opschrijft als van de regisseur.</p>`;

declare global {
  interface HTMLElementTagNameMap {
    'rt-voortgang': RtVoortgang;
  }
}

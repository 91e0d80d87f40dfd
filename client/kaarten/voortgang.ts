import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { berichtVan } from '../api/api.ts';
import { leestMee } from '../casus/publiek.ts';
import { naamVan } from '../lijsten.ts';
import { datumVan, lang } from '../ui/datum.ts';
import { keuzelijst, tekstregel } from '../ui/formulier.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { KaartVan, Kijk } from '../casus/kijk.ts';

/** How an agreement goes: the steps so far, and for who carries it out a new one. Fires `klaar`. */
@customElement('rt-bord-voortgang')
export class RtBordVoortgang extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) afspraakId = '';

  @state() private nieuweStand: string | null = null;
  @state() private tekst = '';
  @state() private melding = '';
  @state() private bezig = false;

  protected override render() {
    const { kijk } = this;
    const afspraak = kijk.kaarten('afspraak').find((kaart) => kaart.id === this.afspraakId);
    if (afspraak === undefined)
      return html`<p>Deze afspraak is er niet meer, of is niet meer open voor u.</p>`;
    return html`<p class="bord-voortgang__titel">${afspraak.titel}</p>
      ${this.stappen(afspraak)} ${afspraak.ikVoerUit ? this.formulier(afspraak) : nothing}
      ${leestMee(kijk, kijk.compartiment(afspraak.compartimentId))}`;
  }

  private stappen(afspraak: KaartVan<'afspraak'>): TemplateResult {
    const { kijk } = this;
    const stappen = afspraak.stappen ?? [];
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
            ${stap.tekst === undefined ? nothing : html`<p>${stap.tekst}</p>`}
          </li>`;
        },
      )}
    </ol>`;
  }

  private formulier(afspraak: KaartVan<'afspraak'>): TemplateResult {
    return html`<form novalidate @submit=${(e: Event) => this.bewaar(e, afspraak)}>
      ${this.melding === '' ? nothing : html`<rt-melding soort="fout" kop="Niet bewaard" .inhoud=${this.melding}></rt-melding>`}
      ${keuzelijst({
        id: 'bord-stap-stand',
        label: 'Hoe staat het ermee?',
        waarde: this.nieuweStand ?? afspraak.stand,
        keuzes: this.kijk.lijsten.standen,
        opKeuze: (code) => {
          this.nieuweStand = code;
        },
      })}
      ${tekstregel({
        id: 'bord-stap-tekst',
        label: 'Wat is er gebeurd?',
        magLeeg: true,
        waarde: this.tekst,
        maximum: 300,
        opInvoer: (tekst) => {
          this.tekst = tekst;
        },
      })}
      <button type="submit" class=${KNOP.hoofd} ?disabled=${this.bezig}>Bewaren</button>
    </form>`;
  }

  private async bewaar(gebeurtenis: Event, afspraak: KaartVan<'afspraak'>): Promise<void> {
    gebeurtenis.preventDefault();
    const tekst = this.tekst.trim();
    const stand = this.nieuweStand ?? afspraak.stand;
    if (tekst === '' && stand === afspraak.stand) {
      this.melding = 'Kies hoe het ermee staat, of schrijf op wat er is gebeurd.';
      return;
    }
    this.bezig = true;
    this.melding = '';
    try {
      await this.verbinding.zetStap(afspraak.id, {
        ...(stand === afspraak.stand ? {} : { stand }),
        ...(tekst === '' ? {} : { tekst }),
      });
      this.dispatchEvent(new Event('klaar'));
    } catch (fout) {
      this.melding = berichtVan(fout);
    } finally {
      this.bezig = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-voortgang': RtBordVoortgang;
  }
}

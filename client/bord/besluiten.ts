import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Bordteksten } from '../casus/bordteksten.ts';
import type { KaartVan, Kijk } from '../casus/kijk.ts';
import { anderPubliek } from '../casus/publiek.ts';
import { NIEUWE_KAART } from '../kaarten/deuren.ts';
import { overWie, wijzigknop } from '../kaarten/onderdelen.ts';
import { beginToelichting } from '../teksten/toelichting.ts';
import { voluit } from '../ui/datum.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { bakenVan } from '../ui/plaats.ts';
import { opent } from '../vensters/venster.ts';

/** What was decided, when and why; the newest first. */
@customElement('rt-bord-besluiten')
export class RtBordBesluiten extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) teksten!: Bordteksten;

  protected override render() {
    const { kijk } = this;
    const besluiten = kijk
      .kaarten('besluit')
      .filter((kaart) => kijk.inBeeld(kijk.over(kaart)))
      .toSorted((a, b) => b.datum.localeCompare(a.datum));
    return html`<h2 class="bord-tabkop">Besluiten</h2>
      ${
        besluiten.length === 0
          ? html`<p class="rt-zacht">Voor u staat hier niets.</p>`
          : html`<ol class="bord-hulplijst">
              ${repeat(
                besluiten,
                (besluit) => besluit.id,
                (besluit) => this.besluit(besluit),
              )}
            </ol>`
      }
      ${
        kijk.plaatsenVoor('besluit').length > 0
          ? html`<div class="rt-acties">
              <button
                type="button"
                class="${KNOP.gewoon} ${KLEIN}"
                @click=${opent(NIEUWE_KAART, { soort: 'besluit', lidId: kijk.gekozenLid })}
              >
                Nieuw besluit
              </button>
            </div>`
          : nothing
      }`;
  }

  private besluit(besluit: KaartVan<'besluit'>): TemplateResult {
    const { kijk } = this;
    return html`<li class="bord-hulp" data-plaats=${bakenVan('kaart', besluit.id)}>
      <div class="bord-doel__kop">
        <h3><bdi>${besluit.titel}</bdi> ${overWie(kijk, besluit)}</h3>
        ${wijzigknop(kijk, besluit, `besluit ${besluit.titel}`)}
      </div>
      <p class="rt-zacht">Besloten op ${voluit(besluit.datum, kijk.vandaag)}</p>
      <p class="bord-tekst" dir="auto">${besluit.motivering}</p>
      ${anderPubliek(kijk, kijk.compartiment(besluit.compartimentId))}
      <rt-bord-toelichting .kijk=${kijk} .teksten=${this.teksten} .kaartId=${besluit.id} schrijfbaar></rt-bord-toelichting>
      ${beginToelichting(kijk, this.teksten, besluit)}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-besluiten': RtBordBesluiten;
  }
}

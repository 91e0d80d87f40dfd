import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Bordteksten } from '../casus/bordteksten.ts';
import type { KaartVan, Kijk } from '../casus/kijk.ts';
import { anderPubliek } from '../casus/publiek.ts';
import { NIEUWE_KAART } from '../kaarten/deuren.ts';
import { overWie, wijzigknop } from '../kaarten/onderdelen.ts';
import { beginToelichting } from '../teksten/toelichting.ts';
import { naamVan } from '../lijsten.ts';
import { voluit } from '../ui/datum.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { bakenVan } from '../ui/plaats.ts';
import { opent } from '../vensters/venster.ts';

/** What was decided together, when and why, and what was decided under a law by who may (OV7); the newest first. */
@customElement('rt-bord-besluiten')
export class RtBordBesluiten extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) teksten!: Bordteksten;

  protected override render() {
    const { kijk } = this;
    const besluiten = nieuwsteEerst(kijk, kijk.kaarten('besluit'));
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
      }
      ${this.beschikkingen()}`;
  }

  /** Nothing for who reads none and records none: to them it would be a word of another's law. */
  private beschikkingen(): TemplateResult | typeof nothing {
    const { kijk } = this;
    const beschikkingen = nieuwsteEerst(kijk, kijk.kaarten('beschikking'));
    const mag = kijk.plaatsenVoor('beschikking').length > 0;
    if (beschikkingen.length === 0 && !mag) return nothing;
    return html`<h2 class="bord-tabkop">Beschikkingen</h2>
      <p class="rt-zacht">Wat iemand met mandaat op grond van een wet besluit. Aan tafel wordt geen beschikking genomen.</p>
      ${
        beschikkingen.length === 0
          ? html`<p class="rt-zacht">Voor u staat hier niets.</p>`
          : html`<ol class="bord-hulplijst">
              ${repeat(
                beschikkingen,
                ({ id }) => id,
                (een) => this.beschikking(een),
              )}
            </ol>`
      }
      ${
        mag
          ? html`<div class="rt-acties">
              <button
                type="button"
                class="${KNOP.gewoon} ${KLEIN}"
                @click=${opent(NIEUWE_KAART, { soort: 'beschikking', lidId: kijk.gekozenLid })}
              >
                Nieuwe beschikking
              </button>
            </div>`
          : nothing
      }`;
  }

  private beschikking(kaart: KaartVan<'beschikking'>): TemplateResult {
    const { kijk } = this;
    const { titel, wet, stand, beslisser, datum, bezwaarTot, compartimentId } = kaart;
    const { wetten, uitkomsten } = kijk.lijsten;
    return html`<li class="bord-hulp" data-plaats=${bakenVan('kaart', kaart.id)}>
      <div class="bord-doel__kop">
        <h3><bdi>${titel}</bdi> ${overWie(kijk, kaart)}</h3>
        ${wijzigknop(kijk, kaart, `beschikking ${titel}`)}
      </div>
      <p>
        <strong>${hoofdletter(naamVan(uitkomsten, stand))}</strong> op ${voluit(datum, kijk.vandaag)} ·
        ${naamVan(wetten, wet)} · <bdi>${beslisser}</bdi>
      </p>
      ${
        bezwaarTot === undefined
          ? nothing
          : html`<p class="rt-zacht">
              ${bezwaarTot < kijk.vandaag ? 'Bezwaar kon' : 'Bezwaar kan'} tot en met ${voluit(bezwaarTot, kijk.vandaag)}
            </p>`
      }
      ${anderPubliek(kijk, kijk.compartiment(compartimentId))}
    </li>`;
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

/** Those that are in sight, the newest first. */
function nieuwsteEerst<K extends Kaart & { readonly datum: string }>(kijk: Kijk, kaarten: readonly K[]): K[] {
  return kaarten
    .filter((kaart) => kijk.inBeeld(kijk.over(kaart)))
    .toSorted((a, b) => b.datum.localeCompare(a.datum));
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-besluiten': RtBordBesluiten;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { KaartVan, Kijk } from '../casus/kijk.ts';
import { anderPubliek } from '../casus/publiek.ts';
import { NIEUWE_KAART } from '../kaarten/deuren.ts';
import { overWie, wijzigknop } from '../kaarten/onderdelen.ts';
import { naamVan } from '../lijsten.ts';
import { lang } from '../ui/datum.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { bakenVan } from '../ui/plaats.ts';
import { opent } from '../vensters/venster.ts';

/** Who helps with what, since when, and what it waits for. */
@customElement('rt-bord-hulp')
export class RtBordHulp extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;

  protected override render() {
    const { kijk } = this;
    const hulp = kijk.kaarten('hulp').filter((kaart) => kijk.inBeeld(kijk.over(kaart)));
    const mag = kijk.plaatsenVoor('hulp').length > 0;
    return html`<h2 class="bord-tabkop">Wie helpt waarmee</h2>
      <p class="rt-zacht bord-inleiding">Dat er hulp is, en van wie. Wat er speelt, staat bij wie de hulp geeft.</p>
      ${
        hulp.length === 0
          ? html`<p class="rt-zacht">Voor u staat hier niets.</p>`
          : html`<ul class="bord-hulplijst">
              ${repeat(
                hulp,
                (kaart) => kaart.id,
                (kaart) => this.regel(kaart),
              )}
            </ul>`
      }
      ${
        mag
          ? html`<div class="rt-acties">
              <button
                type="button"
                class="${KNOP.gewoon} ${KLEIN}"
                @click=${opent(NIEUWE_KAART, { soort: 'hulp', lidId: kijk.gekozenLid })}
              >
                Hulp toevoegen
              </button>
            </div>`
          : nothing
      }
`;
  }

  private regel(kaart: KaartVan<'hulp'>): TemplateResult {
    const { kijk } = this;
    return html`<li class="bord-hulp" data-plaats=${bakenVan('kaart', kaart.id)}>
      <div class="bord-doel__kop">
        <h3><bdi>${kaart.wat}</bdi> ${overWie(kijk, kaart)}</h3>
        ${wijzigknop(kijk, kaart, `hulp ${kaart.wat}`)}
      </div>
      <p>
        ${naamVan(kijk.lijsten.soortHulp, kaart.soortHulp)}${kaart.organisatie === undefined ? nothing : html` · <bdi>${kaart.organisatie}</bdi>`}${kaart.sinds === undefined ? '' : ` · sinds ${lang(kaart.sinds, kijk.vandaag)}`}
      </p>
      ${
        kaart.wachtOp === undefined
          ? nothing
          : html`<p><span class="rt-merk rt-merk--let-op">wacht op</span> <bdi>${kaart.wachtOp}</bdi></p>`
      }
      ${
        kaart.akkoord === undefined
          ? nothing
          : html`<p class="rt-zacht rt-klein">
              Het gezin vindt goed dat dit hier staat, sinds ${lang(kaart.akkoord, kijk.vandaag)}.
            </p>`
      }
      ${anderPubliek(kijk, kijk.compartiment(kaart.compartimentId))}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-hulp': RtBordHulp;
  }
}

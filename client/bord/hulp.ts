import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { KaartVan, Kijk } from '../casus/kijk.ts';
import { leestMee } from '../casus/publiek.ts';
import { tegelsVan } from '../casus/tegels.ts';
import type { Doe } from '../kaarten/doe.ts';
import { NIEUWE_KAART } from '../kaarten/kaartformulier.ts';
import { overWie, wijzigknop } from '../kaarten/onderdelen.ts';
import { naamVan } from '../lijsten.ts';
import { lang } from '../ui/datum.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opent } from '../vensters/venster.ts';
import { tegelSjabloon } from './dichte-tegel.ts';

/** Who helps with what, since when, and what it waits for. */
@customElement('rt-bord-hulp')
export class RtBordHulp extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) doe!: Doe;

  protected override render() {
    const { kijk, doe } = this;
    const hulp = kijk.kaarten('hulp').filter((kaart) => kijk.inBeeld(kijk.over(kaart)));
    const mag = kijk.plaatsenVoor('hulp').length > 0;
    return html`<h2 class="bord-tabkop">Wie helpt waarmee</h2>
      <p class="rt-zacht bord-inleiding">Dat er hulp is, en van wie. Wat er speelt, staat bij wie de hulp geeft.</p>
      ${
        hulp.length === 0
          ? kijk.leest('hulp')
            ? html`<p class="rt-leeg">Er staat nog geen hulp in.</p>`
            : nothing
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
      ${tegelsVan(kijk, ['hulp']).map((tegel) => tegelSjabloon(kijk, doe, tegel))}`;
  }

  private regel(kaart: KaartVan<'hulp'>): TemplateResult {
    const { kijk } = this;
    return html`<li class="rt-paneel bord-hulp">
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
      ${leestMee(kijk, kijk.compartiment(kaart.compartimentId))}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-hulp': RtBordHulp;
  }
}

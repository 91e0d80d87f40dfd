import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Deelnemer } from '../../shared/contract/deelnemers.ts';
import type { Kijk } from '../casus/kijk.ts';
import { bel } from '../ui/bel.ts';
import { datumVan, kort } from '../ui/datum.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opsomming } from '../ui/opsomming.ts';
import { DEELNEMER } from '../vensters/deelnemer.ts';
import { STOPPEN } from '../vensters/stoppen.ts';
import { UITNODIGEN } from '../vensters/uitnodigen.ts';
import { opent } from '../vensters/venster.ts';

/** Who take part, of those whom I know by name: role first, name second (NK20). For the regisseur also how. */
@customElement('rt-bord-deelnemers')
export class RtBordDeelnemers extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;

  protected override render() {
    const { kijk } = this;
    return html`<details class="rt-paneel bord-paneel bord-deelnemers" ?open=${BREED.matches}>
      <summary><h2 class="bord-paneel__kop">Wie doen mee</h2></summary>
      <ul class="bord-deelnemers__lijst">
        ${repeat(
          kijk.bord.deelnemers,
          (deelnemer) => deelnemer.id,
          (deelnemer) => this.regel(deelnemer),
        )}
      </ul>
      ${
        kijk.ikRegisseer
          ? html`<button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${opent(UITNODIGEN)}>
              Iemand uitnodigen
            </button>`
          : html`<p class="rt-klein rt-zacht bord-deelnemers__meer">
              Hier staat wie u bij naam mag kennen. Er kunnen meer mensen meedoen.
            </p>`
      }
      <button type="button" class="rt-als-link bord-stoppen" @click=${opent(STOPPEN)}>
        Ik stop met meedoen
      </button>
    </details>`;
  }

  private regel(deelnemer: Deelnemer): TemplateResult {
    const { kijk } = this;
    return html`<li class="bord-deelnemer">
      <p class="bord-deelnemer__rol">
        ${kijk.zetelnaam(deelnemer.zetel)}
        ${kijk.isAanwezig(deelnemer.id) ? html`<span class="bord-aanwezig">aanwezig</span>` : nothing}
      </p>
      <p class="bord-deelnemer__wie">
        <bdi>${deelnemer.naam}</bdi>${deelnemer.ik ? ' (u)' : ''}, <bdi>${deelnemer.organisatie}</bdi>${deelnemer.regisseur ? html` · <strong>regisseur</strong>` : nothing}
      </p>
      ${kijk.ikRegisseer ? this.hoe(deelnemer) : nothing}
      <p class="bord-deelnemer__acties">
        ${deelnemer.ik ? nothing : bel(deelnemer.telefoon)}
        ${
          kijk.ikRegisseer && !deelnemer.ik
            ? html`<button
                type="button"
                class="rt-als-link"
                @click=${opent(DEELNEMER, deelnemer)}
              >
                Wijzigen<span class="rt-alleen-voorlezen">: ${kijk.vanuit(deelnemer)}, ${deelnemer.naam}</span>
              </button>`
            : nothing
        }
      </p>
    </li>`;
  }

  /** What the regisseur alone is told of a seat: for whom, until when, and whether the others know. */
  private hoe(deelnemer: Deelnemer): TemplateResult | typeof nothing {
    const { kijk } = this;
    const delen: string[] = [];
    if (deelnemer.lidIds) delen.push(`voor ${opsomming(deelnemer.lidIds.map((id) => kijk.rol(id)))}`);
    if (deelnemer.tot) delen.push(`tot ${kort(datumVan(deelnemer.tot), kijk.vandaag)}`);
    if (deelnemer.discreet && deelnemer.bekend === false) delen.push('discreet: alleen bij u bekend');
    if (deelnemer.discreet && deelnemer.bekend === true) delen.push('de anderen weten dit');
    return delen.length === 0 ? nothing : html`<p class="bord-deelnemer__hoe">${delen.join(' · ')}</p>`;
  }
}

/** Where the list starts open: beside the board, not above it. */
const BREED = matchMedia('(width >= 62rem)');

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-deelnemers': RtBordDeelnemers;
  }
}

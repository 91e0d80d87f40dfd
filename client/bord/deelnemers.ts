import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Deelnemer } from '../../shared/contract/deelnemers.ts';
import type { Kijk } from '../casus/kijk.ts';
import { bel } from '../ui/bel.ts';
import { datumVan, kort } from '../ui/datum.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { heel, rijtje } from '../ui/heel.ts';
import { opsomming } from '../ui/opsomming.ts';
import { PEN } from '../ui/tekens.ts';
import { DEELNEMER, LAAT_MEELEZEN, NUMMER, STOPPEN, UITNODIGEN } from '../vensters/deuren.ts';
import { opent } from '../vensters/venster.ts';
import './uitleg.ts';

/** Who take part, of those whom I know by name: role first, name second (NK20). For the regisseur also how. */
@customElement('rt-bord-deelnemers')
export class RtBordDeelnemers extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;

  protected override render() {
    const { kijk } = this;
    return html`<section class="bord-vlak bord-deelnemers" aria-labelledby="bord-wie-kop">
      <div class="bord-vlak__kop">
        <h2 id="bord-wie-kop" tabindex="-1">${kijk.kentIedereen ? 'Wie doen mee' : 'Wie u kent'}</h2>
        ${
          kijk.ikRegisseer
            ? html`<button type="button" class="rt-als-link bord-vlak__knop" @click=${opent(UITNODIGEN)}>
                Iemand uitnodigen
              </button>`
            : nothing
        }
      </div>
      <rt-bord-uitleg plek="wie" .kijk=${kijk}></rt-bord-uitleg>
      <div class="bord-vlak__in">
        <ul class="bord-deelnemers__lijst">
          ${repeat(
            kijk.bord.deelnemers,
            (deelnemer) => deelnemer.id,
            (deelnemer) => this.regel(deelnemer),
          )}
        </ul>
        ${
          kijk.ikRegisseer
            ? nothing
            : html`<p class="rt-klein rt-zacht bord-deelnemers__meer">Er kunnen meer mensen meedoen.</p>`
        }
        <div class="bord-erbij-rij">
          ${
            !kijk.bord.compartimenten.some(({ rechten }) => rechten)
              ? nothing
              : html`<button type="button" class="rt-als-link bord-stoppen" @click=${opent(LAAT_MEELEZEN)}>
                  Iemand laten meelezen
                </button>`
          }
          <button type="button" class="rt-als-link bord-stoppen" @click=${opent(STOPPEN)}>Ik stop met meedoen</button>
        </div>
      </div>
    </section>`;
  }

  private regel(deelnemer: Deelnemer): TemplateResult {
    const { kijk } = this;
    const hier = deelnemer.ik || kijk.isAanwezig(deelnemer.id);
    // Who comes or goes moves nobody's line: to who sees it the dot says it, as one's own line does in words.
    const vanEigen = deelnemer.organisatie === kijk.ik?.organisatie;
    return html`<li class="bord-deelnemer ${hier ? 'bord-deelnemer--hier' : ''}">
      <p class="bord-deelnemer__rol">
        <span class="bord-deelnemer__stip" aria-hidden="true"></span>
        <span class="bord-deelnemer__zetel">${kijk.zetelnaam(deelnemer.zetel)}${deelnemer.regisseur && !deelnemer.ik ? html`, <strong>regisseur</strong>` : nothing}</span>
        <span class="bord-deelnemer__acties">
          ${deelnemer.ik ? this.mijnNummer(deelnemer.telefoon) : bel(deelnemer.telefoon)}
          ${
            kijk.ikRegisseer && !deelnemer.ik
              ? html`<button type="button" class="bord-pen" @click=${opent(DEELNEMER, deelnemer)}>
                  ${PEN}<span class="rt-alleen-voorlezen">Wijzigen: ${kijk.vanuit(deelnemer)}, ${deelnemer.naam}</span>
                </button>`
              : nothing
          }
        </span>
      </p>
      <p class="bord-deelnemer__wie rt-rijtje">
        ${rijtje([
          html`<bdi>${deelnemer.naam}</bdi>${deelnemer.ik ? ' (u)' : ''}${vanEigen ? nothing : html`, <bdi>${deelnemer.organisatie}</bdi>`}${hier && !deelnemer.ik ? html`<span class="rt-alleen-voorlezen"> · is hier</span>` : nothing}`,
          ...(deelnemer.ik ? [html`<span class="bord-aanwezig">is hier</span>`] : []),
          ...this.hoe(deelnemer),
        ])}
      </p>
    </li>`;
  }

  /** On which number I am called here. */
  private mijnNummer(telefoon: string): TemplateResult {
    return html`<button type="button" class="rt-als-link bord-bel" @click=${opent(NUMMER)}>
      ${telefoon === '' ? 'Uw nummer' : telefoon} ${PEN}<span class="rt-alleen-voorlezen">Uw nummer wijzigen</span>
    </button>`;
  }

  /** What the regisseur alone is told of a seat: for whom, until when, and whether the others know. */
  private hoe(deelnemer: Deelnemer): string[] {
    const { kijk } = this;
    if (!kijk.ikRegisseer) return [];
    const delen: string[] = [];
    if (deelnemer.lidIds) delen.push(heel(opsomming(deelnemer.lidIds.map((id) => kijk.rol(id)))));
    if (deelnemer.tot) delen.push(`tot ${kort(datumVan(deelnemer.tot), kijk.vandaag)}`);
    if (deelnemer.discreet && deelnemer.bekend === false) delen.push('alleen u ziet dit');
    if (deelnemer.discreet && deelnemer.bekend === true) delen.push('de anderen weten dit');
    return delen;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-deelnemers': RtBordDeelnemers;
  }
}

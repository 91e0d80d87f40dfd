import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Kijk } from '../casus/kijk.ts';
import { datumVan, kort, metDag } from '../ui/datum.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { OVERDRAGEN } from '../vensters/overdragen.ts';
import { REGIEVOORSTEL } from '../vensters/regievoorstel.ts';
import { opent } from '../vensters/venster.ts';
import { ikHoudRegie, WAARNEMEN, WAARNEMING } from '../vensters/waarnemen.ts';
import { WEGEN } from '../vensters/wegen.ts';
import { regieaanbod } from './wacht.ts';

/**
 * Whose the regie is for now, and what who holds it does with it (NK30). Its code comes after the board, with
 * its windows (`onderdelen.ts`).
 */
@customElement('rt-bord-regie')
export class RtBordRegie extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;

  protected override render() {
    const { kijk } = this;
    const { waarneming, voorstel } = kijk.bord.regie;
    const wie = waarneming?.loopt ? kijk.deelnemer(waarneming.deelnemerId) : undefined;
    const stand =
      wie === undefined || waarneming === null
        ? nothing
        : html`<p class="rt-klein"><bdi>${wie.ik ? 'U neemt' : `${wie.naam} neemt`}</bdi> waar als regisseur, tot en met ${kort(laatsteDag(waarneming.tot), kijk.vandaag)}.</p>`;
    const wegen =
      kijk.bord.regie.weging === null
        ? nothing
        : html`<button type="button" class="rt-als-link" @click=${opent(WEGEN)}>Wat weegt het zwaarst?</button>`;
    if (!ikHoudRegie(kijk))
      return html`${stand}${wegen === nothing ? nothing : html`<div class="bord-regie">${wegen}</div>`}`;
    return html`${stand}
      <div class="bord-regie">
        ${
          voorstel !== null && voorstel.stand !== 'afgewezen'
            ? html`<button type="button" class="rt-als-link" @click=${opent(REGIEVOORSTEL, voorstel)}>Uw voorstel aan ${voorstel.naar.naam}</button>`
            : html`<button type="button" class="rt-als-link" @click=${opent(OVERDRAGEN)}>Regie overdragen</button>`
        }
        <button type="button" class="rt-als-link" @click=${opent(waarneming === null ? WAARNEMEN : WAARNEMING)}>
          ${waarneming === null ? 'Laat iemand waarnemen' : 'Stop de waarneming …'}
        </button>
        ${wegen}
      </div>`;
  }
}

/** What waits for an answer, under *Nu*: the regie was offered to me, or whom I offered it to said no. */
@customElement('rt-bord-regie-aanbod')
export class RtBordRegieAanbod extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;

  protected override render() {
    const { kijk } = this;
    const voorstel = regieaanbod(kijk);
    if (voorstel === null) return nothing;
    const aanMij = voorstel.stand === 'voorgesteld';
    const wie = voorstel.stand === 'afgewezen' ? 'De procesregisseur' : voorstel.naar.naam;
    return html`<p class="bord-vlak__in">
      ${
        aanMij
          ? html`<span
              ><strong><bdi>${voorstel.van.naam}</bdi> vraagt u de regie over te nemen.</strong> Dat kan tot en met
              ${metDag(voorstel.uiterlijk, kijk.vandaag)}.</span
            >`
          : html`<span><bdi>${wie}</bdi> zei nee tegen uw voorstel voor de regie.</span>`
      }
      <button type="button" class="rt-als-link" @click=${opent(REGIEVOORSTEL, voorstel)}>
        Bekijk<span class="rt-alleen-voorlezen"> het voorstel voor de regie</span>
      </button>
    </p>`;
  }
}

/** The last day of a period that ends at a moment. */
function laatsteDag(tot: string): string {
  return datumVan(new Date(Date.parse(tot) - 1));
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-regie': RtBordRegie;
    'rt-bord-regie-aanbod': RtBordRegieAanbod;
  }
}

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Kijk } from '../casus/kijk.ts';
import { dagenTussen } from '../ui/datum.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { HUISHOUDEN } from '../vensters/huishouden.ts';
import { opent } from '../vensters/venster.ts';

/** The members of the household, to narrow the board to one of them. Fires `kies` with the id, or null. */
@customElement('rt-bord-huishouden')
export class RtBordHuishouden extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;

  protected override render() {
    const { kijk } = this;
    const gekozen = kijk.gekozenLid;
    return html`<section class="rt-paneel bord-paneel bord-huishouden" aria-labelledby="bord-huishouden-kop">
      <h2 class="bord-paneel__kop" id="bord-huishouden-kop">Huishouden</h2>
      <div class="bord-chips" role="group" aria-label="Laat zien wat gaat over">
        ${this.chip(null, 'Iedereen')}
        ${repeat(
          kijk.bord.leden,
          (lid) => lid.id,
          (lid) => this.chip(lid.id, `${hoofdletter(lid.rol)}${this.leeftijd(lid.id)}`),
        )}
      </div>
      ${
        gekozen === null
          ? nothing
          : html`<p class="rt-klein rt-zacht">
              U ziet wat gaat over ${kijk.rol(gekozen)} en over het hele huishouden.
            </p>`
      }
      ${
        kijk.ikRegisseer
          ? html`<button type="button" class="rt-als-link" @click=${opent(HUISHOUDEN)}>
              Huishouden wijzigen
            </button>`
          : nothing
      }
    </section>`;
  }

  private chip(lidId: string | null, naam: string) {
    return html`<button
      type="button"
      class="bord-chip"
      aria-pressed=${this.kijk.gekozenLid === lidId ? 'true' : 'false'}
      @click=${() => this.dispatchEvent(new CustomEvent('kies', { detail: lidId }))}
    >
      ${naam}
    </button>`;
  }

  /** ` (14)`, where I may know the date of birth and it was filled in. */
  private leeftijd(lidId: string): string {
    const naam = this.kijk.kaarten('naam').find((kaart) => this.kijk.over(kaart)[0] === lidId);
    if (naam?.geboortedatum === undefined) return '';
    const jaren = Math.floor((dagenTussen(naam.geboortedatum, this.kijk.vandaag) + 0.5) / 365.2425);
    return jaren >= 0 ? ` (${jaren})` : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-huishouden': RtBordHuishouden;
  }
}

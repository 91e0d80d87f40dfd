import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Kijk } from '../casus/kijk.ts';
import { dagenTussen } from '../ui/datum.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { PEN } from '../ui/tekens.ts';
import { HUISHOUDEN } from '../vensters/deuren.ts';
import { opent } from '../vensters/venster.ts';

/** The members of the household, to narrow the board to one of them, what is closed too. Fires `kies` with the id, or null. */
@customElement('rt-bord-huishouden')
export class RtBordHuishouden extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;

  protected override render() {
    const { kijk } = this;
    const { leden } = kijk.bord;
    // Nothing to choose from and nothing to change: then no room for it either.
    if (leden.length < 2 && !kijk.ikRegisseer) return nothing;
    return html`<div class="bord-huishouden">
      ${
        leden.length > 1
          ? html`<fieldset class="bord-lidfilter">
              <legend class="rt-alleen-voorlezen">Laat zien wat gaat over</legend>
              ${this.keuze(null, 'Iedereen')}
              ${repeat(
                leden,
                (lid) => lid.id,
                (lid) => this.keuze(lid.id, `${hoofdletter(lid.rol)}${this.leeftijd(lid.id)}`),
              )}
            </fieldset>`
          : nothing
      }
      ${
        kijk.ikRegisseer
          ? html`<button type="button" class="bord-pen" @click=${opent(HUISHOUDEN)}>
              ${PEN}<span class="rt-alleen-voorlezen">Huishouden wijzigen</span>
            </button>`
          : nothing
      }
    </div>`;
  }

  private keuze(lidId: string | null, naam: string) {
    const gekozen = this.kijk.gekozenLid === lidId;
    return html`<label class="bord-lidkeuze ${gekozen ? 'bord-lidkeuze--aan' : ''}">
      <input
        type="radio"
        id="bord-keuze-${lidId ?? 'ieder'}"
        name="bord-lid"
        .checked=${gekozen}
        @change=${() => this.dispatchEvent(new CustomEvent('kies', { detail: lidId }))}
      />${naam}
    </label>`;
  }

  /** `, 14 jaar`, where I may know the date of birth and it was filled in. */
  private leeftijd(lidId: string): string {
    const jaren = leeftijdVan(this.kijk, lidId);
    return jaren === null ? '' : `, ${jaren} jaar`;
  }
}

/** In whole years; null where I don't know the date of birth, or nobody filled it in. */
export function leeftijdVan(kijk: Kijk, lidId: string): number | null {
  const naam = kijk.kaarten('naam').find((kaart) => kijk.over(kaart)[0] === lidId);
  if (naam?.geboortedatum === undefined) return null;
  const jaren = Math.floor((dagenTussen(naam.geboortedatum, kijk.vandaag) + 0.5) / 365.2425);
  return jaren >= 0 ? jaren : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-huishouden': RtBordHuishouden;
  }
}

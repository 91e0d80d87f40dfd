import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ROLLEN, type Rol, rolLabels } from '../../shared/plan/rollen.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import type { Concept } from './concept.ts';

const LEDEN_MAXIMUM = 20;

/** Tells the chosen members apart until the server gives them ids; it outlives the element, as the draft does. */
let volgnummer = 0;

/** Choosing the members of a household by role. Fires `kies` with the members as they are then. */
@customElement('rt-ledenkeuze')
export class RtLedenkeuze extends LichtElement {
  @property({ attribute: false }) leden: Concept['leden'] = [];
  @property() fout: string | undefined;

  protected override render(): TemplateResult {
    const { leden, fout } = this;
    const labels = rolLabels(leden);
    return html`<fieldset
      class="rt-invoer ${fout === undefined ? '' : 'utrecht-form-field--invalid'}"
      id="leden"
      aria-describedby="leden-uitleg ${fout === undefined ? '' : 'leden-fout'}"
    >
      <legend class="utrecht-form-label rt-invoer__label">Wie horen erbij?</legend>
      <p class="rt-invoer__uitleg" id="leden-uitleg">
        Kies alleen rollen. Woont iemand alleen? Kies dan bewoner. Namen vult u later in, op een plek die niet
        iedereen leest.
      </p>
      ${
        fout === undefined
          ? nothing
          : html`<p class="rt-invoer__fout" id="leden-fout">
              <span aria-hidden="true">✕ </span><span class="rt-alleen-voorlezen">Fout: </span>${fout}
            </p>`
      }
      <div class="rt-inbrengen__rollen">
        ${ROLLEN.map(
          (rol) => html`<button
            type="button"
            class="${KNOP.gewoon} ${KLEIN}"
            aria-disabled=${leden.length >= LEDEN_MAXIMUM ? 'true' : nothing}
            @click=${() => this.voegToe(rol)}
          >
            <span aria-hidden="true">+</span> ${hoofdletter(rol)}<span class="rt-alleen-voorlezen"> toevoegen</span>
          </button>`,
        )}
      </div>
      ${
        leden.length === 0
          ? html`<p class="rt-inbrengen__nog-niemand">Nog niemand gekozen.</p>`
          : html`<ul class="rt-inbrengen__leden" aria-label="Gekozen">
              ${repeat(
                leden,
                ({ id }) => id,
                ({ id }) => html`<li>
                  <span class="rt-inbrengen__rol">${hoofdletter(labels.get(id) ?? '')}</span>
                  <button type="button" class="rt-als-link" @click=${() => this.haalWeg(id)}>
                    Weghalen<span class="rt-alleen-voorlezen">: ${labels.get(id)}</span>
                  </button>
                </li>`,
              )}
            </ul>`
      }
    </fieldset>`;
  }

  private voegToe(rol: Rol): void {
    const { leden } = this;
    if (leden.length >= LEDEN_MAXIMUM) {
      aankondigen(`Er kunnen niet meer dan ${LEDEN_MAXIMUM} leden bij.`);
      return;
    }
    const lid = { id: `nieuw-${++volgnummer}`, rol };
    this.kies([...leden, lid]);
    aankondigen(`${hoofdletter(rolLabels([...leden, lid]).get(lid.id) ?? rol)} toegevoegd`);
  }

  private haalWeg(id: string): void {
    const label = rolLabels(this.leden).get(id) ?? '';
    this.kies(this.leden.filter((lid) => lid.id !== id));
    aankondigen(`${hoofdletter(label)} weggehaald`);
    // The button that had focus is gone.
    this.querySelector<HTMLElement>('.rt-inbrengen__rollen button')?.focus();
  }

  private kies(leden: Concept['leden']): void {
    this.dispatchEvent(new CustomEvent('kies', { detail: leden }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-ledenkeuze': RtLedenkeuze;
  }
}

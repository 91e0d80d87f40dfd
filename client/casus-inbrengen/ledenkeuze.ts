import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ROLLEN, type Rol, rolLabels } from '../../shared/plan/rollen.ts';
import { CASUSLABELS } from '../../shared/plan/veldlabels.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import type { Veld } from '../vensters/veld.ts';

const LEDEN_MAXIMUM = 20;

/** The field for it. */
export function ledenveld(leden: readonly Rol[]): Veld<'leden'> {
  return {
    naam: 'leden',
    label: CASUSLABELS.leden,
    vorm: 'eigen',
    leegBericht: 'Kies wie er bij het huishouden horen.',
    toon: ({ id, fout, zet }) => html`<rt-ledenkeuze
      .leden=${leden}
      .fout=${fout}
      .veldId=${id}
      @kies=${(e: CustomEvent<readonly Rol[]>) => zet(e.detail)}
    ></rt-ledenkeuze>`,
  };
}

/** Choosing the members of a household by role. Fires `kies` with the members as they are then. */
@customElement('rt-ledenkeuze')
export class RtLedenkeuze extends LichtElement {
  @property({ attribute: false }) leden: readonly Rol[] = [];
  @property({ attribute: false }) veldId = 'leden';
  @property() fout: string | undefined;

  protected override render(): TemplateResult {
    const { leden, fout, veldId } = this;
    const labels = labelsVan(leden);
    return html`<fieldset
      class="rt-invoer ${fout === undefined ? '' : 'utrecht-form-field--invalid'}"
      id=${veldId}
      aria-describedby="${veldId}-uitleg ${fout === undefined ? '' : `${veldId}-fout`}"
    >
      <legend class="utrecht-form-label rt-invoer__label">${CASUSLABELS.leden}</legend>
      <p class="rt-invoer__uitleg" id="${veldId}-uitleg">
        Kies alleen rollen. Woont iemand alleen? Kies dan bewoner. Namen vult u later in, op een plek die niet
        iedereen leest.
      </p>
      ${
        fout === undefined
          ? nothing
          : html`<p class="rt-invoer__fout" id="${veldId}-fout">
              <span aria-hidden="true">× </span><span class="rt-alleen-voorlezen">Fout: </span>${fout}
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
              ${labels.map(
                (label, plek) => html`<li>
                  <span class="rt-inbrengen__rol">${hoofdletter(label)}</span>
                  <button type="button" class="rt-als-link" @click=${() => this.haalWeg(plek)}>
                    Weghalen<span class="rt-alleen-voorlezen">: ${label}</span>
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
    const nieuw = [...leden, rol];
    this.kies(nieuw);
    aankondigen(`${hoofdletter(labelsVan(nieuw).at(-1) ?? rol)} toegevoegd`);
  }

  private haalWeg(plek: number): void {
    const label = labelsVan(this.leden)[plek] ?? '';
    this.kies(this.leden.filter((_, i) => i !== plek));
    aankondigen(`${hoofdletter(label)} weggehaald`);
    // The button that had focus is gone.
    this.querySelector<HTMLElement>('.rt-inbrengen__rollen button')?.focus();
  }

  private kies(leden: readonly Rol[]): void {
    this.dispatchEvent(new CustomEvent('kies', { detail: leden }));
  }
}

/** `moeder`, `kind 1`, `kind 2`, in the order in which they were chosen. */
function labelsVan(leden: readonly Rol[]): readonly string[] {
  return [...rolLabels(leden.map((rol, plek) => ({ id: String(plek), rol }))).values()];
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-ledenkeuze': RtLedenkeuze;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Sinds } from '../../shared/contract/bezoeken.ts';
import type { Bezoekstand } from '../casus/bezoek.ts';
import type { Kijk } from '../casus/kijk.ts';
import { type Nieuw, nieuwVoor, wanneerHier, wegzinnen } from '../kaarten/nieuw.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { type Ding, Plaatskeuze } from '../ui/plaats.ts';
import { PIJL } from '../ui/tekens.ts';

/**
 * *Sinds u hier was*: one line under what must happen, of the same height before it is known, that opens to what is new
 * by where it stands, each leading to the thing. What isn't on the board any more isn't shown (NK7). Fires `gelezen`.
 */
@customElement('rt-bord-sinds')
export class RtBordSinds extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) stand: Bezoekstand = 'wacht';
  @state() private open = false;

  protected override render(): TemplateResult {
    const { kijk, stand } = this;
    if (stand === 'wacht') return regel(html`<span aria-hidden="true">&nbsp;</span>`);
    if (stand === 'mislukt') return regel('Wat er nieuw is, is nu niet op te halen.');
    if (stand.vorige === null) return regel('U bent hier voor het eerst.');
    const nieuw = nieuwVoor(kijk, stand);
    const sinds = `sinds ${wanneerHier(stand.vorige, kijk.vandaag)}`;
    if (nieuw.length + stand.weg.length === 0) return regel(`Niets nieuws ${sinds}`);
    const plekken = [...new Set(nieuw.map(({ plek }) => plek))];
    return html`<details class="bord-sinds bord-vlak__in" .open=${this.open} @toggle=${this.opToggle}>
      <summary class="bord-sinds__regel">${PIJL}<span><b>${aantal(nieuw.length, stand.weg.length)}</b> ${sinds}</span></summary>
      ${plekken.map(
        (plek) => html`<h3 class="bord-sinds__plek">${plek}</h3>
          <ul class="bord-sinds__lijst">
            ${nieuw.filter((een) => een.plek === plek).map((een) => this.regel(een))}
          </ul>`,
      )}
      ${weg(kijk, stand.weg)}
      <button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${this.opGelezen}>Gelezen</button>
    </details>`;
  }

  private regel({ naam, wat, ding }: Nieuw): TemplateResult {
    return html`<li>
      <button type="button" class="rt-als-link" @click=${() => this.ga(ding)}><bdi>${naam}</bdi></button>
      <span class="rt-zacht rt-klein">${wat}</span>
    </li>`;
  }

  private ga(ding: Ding): void {
    this.dispatchEvent(new Plaatskeuze({ tab: null, lidId: this.kijk.gekozenLid, ding }));
  }

  private readonly opToggle = (gebeurtenis: Event) => {
    const vak = gebeurtenis.currentTarget;
    if (vak instanceof HTMLDetailsElement) this.open = vak.open;
  };

  private readonly opGelezen = () => {
    this.open = false;
    aankondigen('Gelezen. Vanaf nu telt wat er nieuw bijkomt.');
    this.dispatchEvent(new CustomEvent('gelezen', { bubbles: true }));
  };
}

function regel(wat: unknown): TemplateResult {
  return html`<p class="bord-sinds bord-vlak__in bord-sinds__regel">${wat}</p>`;
}

/** What stands here no more. */
function weg(kijk: Kijk, lijst: Sinds['weg']): TemplateResult | typeof nothing {
  if (lijst.length === 0) return nothing;
  return html`<h3 class="bord-sinds__plek">Staat er niet meer</h3>
    <ul class="bord-sinds__lijst">
      ${wegzinnen(kijk, lijst).map((zin) => html`<li>${zin}</li>`)}
    </ul>`;
}

function aantal(nieuw: number, weg: number): string {
  if (nieuw === 0) return weg === 1 ? '1 ding minder' : `${weg} dingen minder`;
  return nieuw === 1 ? '1 ding nieuw' : `${nieuw} dingen nieuw`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-sinds': RtBordSinds;
  }
}

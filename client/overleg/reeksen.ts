import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Antwoord } from '../../shared/contract/contract.ts';
import type { Reeks } from '../../shared/contract/overlegreeksen.ts';
import { roep } from '../api/api.ts';
import { Opgehaald } from '../api/opgehaald.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { rijtje } from '../ui/heel.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { nietOpgehaald } from '../ui/niet-opgehaald.ts';
import './reeks.ts';
import { naarUitgeklapt } from './uitklap.ts';

/** The series of overleggen, to the procesregisseur who sets them up. */
@customElement('rt-overlegreeksen')
export class RtOverlegreeksen extends LichtElement {
  /** Told when a series is new or changed. */
  @property({ attribute: false }) bijWijziging!: () => Promise<void>;
  /** Which one unfolds: its id, or a new one. */
  @state() private open: string | null = null;
  private readonly lijst = new Opgehaald(this, () => roep('overlegreeks.lijst'));

  protected override render() {
    const { waarde, fout, ververs } = this.lijst;
    return html`<section class="rt-paneel" aria-labelledby="rt-reeksen">
      <h2 id="rt-reeksen" tabindex="-1">Reeksen van overleggen</h2>
      <p>U bent procesregisseur. Hier zet u een vast overleg op: waar, wanneer, en wie.</p>
      ${fout === '' ? nothing : nietOpgehaald('De reeksen zijn niet opgehaald', fout, ververs)}
      ${waarde === undefined ? nothing : this.inhoud(waarde)}
    </section>`;
  }

  private inhoud({ reeksen, kandidaten }: Antwoord<'overlegreeks.lijst'>): TemplateResult {
    const formulier = (reeks: Reeks | null) =>
      html`<rt-reeks
        .reeks=${reeks}
        .kandidaten=${kandidaten}
        @klaar=${this.opKlaar}
        @opzij=${this.opOpzij}
      ></rt-reeks>`;
    return html`<ul class="rt-overleg__lijst">
        ${reeksen.map(
          (reeks) => html`<li>
            <h3><bdi>${reeks.naam}</bdi></h3>
            <p class="rt-zacht rt-klein rt-rijtje">${inHetKort(reeks)}</p>
            ${
              this.open === reeks.id
                ? formulier(reeks)
                : html`<button type="button" class="${KNOP.gewoon} ${KLEIN}" data-open=${reeks.id} @click=${() => this.begin(reeks.id)}>
                    Wijzig<span class="rt-alleen-voorlezen">: ${reeks.naam}</span>
                  </button>`
            }
          </li>`,
        )}
      </ul>
      ${
        this.open === NIEUW
          ? formulier(null)
          : html`<p><button type="button" class="${KNOP.gewoon} ${KLEIN}" data-open=${NIEUW} @click=${() => this.begin(NIEUW)}>Nieuwe reeks</button></p>`
      }`;
  }

  private begin(wat: string): void {
    this.open = wat;
    void naarUitgeklapt(this, 'rt-reeks');
  }

  private readonly opOpzij = () => {
    const was = this.open;
    this.open = null;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[data-open="${was}"]`)?.focus());
  };

  private readonly opKlaar = async () => {
    this.open = null;
    await Promise.all([this.lijst.ververs(), this.bijWijziging()]);
    await this.updateComplete;
    this.querySelector<HTMLElement>('#rt-reeksen')?.focus();
    aankondigen('Bewaard');
  };
}

const NIEUW = 'nieuw';

function inHetKort({ plaats, ritme, duur, voorzitter, leden }: Reeks): TemplateResult {
  const vast = leden.length === 1 ? '1 vast lid' : `${leden.length} vaste leden`;
  return html`${rijtje([
    html`<bdi>${plaats}</bdi>`,
    `${ritme.weken === 1 ? 'elke week' : `om de ${ritme.weken} weken`}, ${ritme.tijd.replace(/^0/, '').replace(':', '.')} uur, ${duur} minuten`,
    voorzitter === null ? 'geen voorzitter' : html`voorzitter <bdi>${voorzitter.naam}</bdi>`,
    vast,
  ])}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-overlegreeksen': RtOverlegreeksen;
  }
}

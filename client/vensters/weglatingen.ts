import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Antwoord } from '../../shared/contract/contract.ts';
import { roep } from '../api/api.ts';
import type { Kijk } from '../casus/kijk.ts';
import { LichtElement } from '../ui/licht-element.ts';

type Treffer = Antwoord<'advies.kijkNa'>['treffers'][number];

/** What is left out for who advises of parts that I read: looked at before they are opened (OV11). No totals. */
@customElement('rt-weglatingen')
export class RtWeglatingen extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) compartimentIds: readonly string[] = [];
  /** undefined: it isn't looked at yet. */
  @state() private treffers: readonly Treffer[] | undefined;
  private nagekeken = '';

  protected override updated(): void {
    const nu = this.compartimentIds.join(',');
    if (nu === this.nagekeken) return;
    this.nagekeken = nu;
    void this.kijkNa(nu);
  }

  protected override render() {
    const { treffers, kijk } = this;
    if (this.compartimentIds.length === 0) return nothing;
    const dicht = this.compartimentIds.filter((id) => kijk.compartiment(id)?.geopend !== true);
    return html`<section aria-labelledby="rt-weglatingen-kop">
      <h3 id="rt-weglatingen-kop">Nagekeken op namen</h3>
      ${
        treffers === undefined
          ? html`<p role="status">Wordt nagekeken…</p>`
          : treffers.length === 0
            ? html`<p role="status">In wat u las, staat niets dat wijst op een persoon. Regietafel laat namen vanzelf weg.</p>`
            : html`<p role="status">Dit leest de gedragsdeskundige niet. Verander het liever zelf:</p>
                <ul>
                  ${treffers.map(({ tekst: wat, soort }) => html`<li><bdi>${wat}</bdi> wordt <em>[${soort}]</em></li>`)}
                </ul>`
      }
      ${dicht.length === 0 ? nothing : html`<p>Iets ervan hebt u nog niet geopend. Open het op het bord, dan kan het worden nagekeken.</p>`}
    </section>`;
  }

  private async kijkNa(compartimentIds: string): Promise<void> {
    this.treffers = undefined;
    if (compartimentIds === '') return;
    try {
      const { treffers } = await roep('advies.kijkNa', {
        params: { casusId: this.kijk.bord.id },
        query: { compartimentIds },
      });
      if (this.nagekeken === compartimentIds) this.treffers = treffers;
    } catch {
      // What couldn't be looked at is left out for the reader all the same.
      if (this.nagekeken === compartimentIds) this.treffers = [];
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-weglatingen': RtWeglatingen;
  }
}

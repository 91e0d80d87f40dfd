import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Verzoek } from '../../shared/contract/toegangsverzoeken.ts';
import { berichtVan, roep } from '../api/api.ts';
import type { Tegel } from '../casus/tegels.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { metDag } from '../ui/datum.ts';
import { opent } from './venster.ts';
import { VolgtVragen } from './volgt-vragen.ts';
import { VRAAG_MEELEZEN } from './vraag-meelezen.ts';

type VanMij = Extract<Verzoek, { rol: 'vrager' }>;

/** On a closed line: asking to read along, and how far that is (NK27). The same whatever is behind it. */
@customElement('rt-vraagregel')
export class RtVraagregel extends VolgtVragen {
  @property({ attribute: false }) tegel!: Tegel;
  protected override render() {
    const { kijk, tegel } = this;
    const ids = new Set(tegel.compartimenten.map(({ id }) => id));
    const mijn = this.vragen.verzoeken.filter(
      (een): een is VanMij => een.rol === 'vrager' && ids.has(een.compartimentId),
    );
    const lopend = new Set(
      mijn.filter(({ status }) => status !== 'afgelopen').map(({ compartimentId }) => compartimentId),
    );
    const open = tegel.compartimenten.filter(({ id }) => !lopend.has(id));
    return html`${mijn.map((een) => this.stand(een))}
    ${
      open.length === 0
        ? nothing
        : html`<button
            type="button"
            class="rt-als-link"
            @click=${opent(VRAAG_MEELEZEN, { ...tegel, compartimenten: open })}
          >
            Vragen of ik mag meelezen<span class="rt-alleen-voorlezen">
              ${kijk.categorienaam(tegel.categorie)}</span
            >
          </button>`
    }`;
  }

  private stand(een: VanMij): TemplateResult {
    const { kijk } = this;
    const lidId = kijk.compartiment(een.compartimentId)?.lidId ?? null;
    const over = this.tegel.compartimenten.length > 1 ? ` (${kijk.onderwerp(lidId)})` : '';
    return html`<p role="status">
        <strong>${een.status}</strong>${over}${this.toelichting(een)}
      </p>
      ${
        een.status === 'gevraagd'
          ? html`<button type="button" class="rt-als-link" @click=${() => this.trekIn(een)}>
              Trek uw vraag in<span class="rt-alleen-voorlezen">${over}</span>
            </button>`
          : nothing
      }
      ${een.gezegd.map(({ deelnemerId, reden }) => {
        const wie = kijk.deelnemer(deelnemerId);
        return html`<p><bdi>${wie?.naam ?? 'Wie dit bewaart'}</bdi> zegt nee: <bdi>${reden ?? ''}</bdi></p>`;
      })}`;
  }

  private async trekIn({ id }: VanMij): Promise<void> {
    try {
      await roep('verzoek.trekIn', { params: { casusId: this.kijk.bord.id, verzoekId: id } });
      aankondigen('Uw vraag is ingetrokken.');
    } catch (fout) {
      aankondigen(berichtVan(fout));
    }
    await this.vragen.ververs();
  }

  private toelichting({ status, termijn, geopend }: VanMij): string {
    const { kijk } = this;
    if (status === 'gevraagd') return `, antwoord tot en met ${metDag(termijn, kijk.vandaag)}`;
    if (status === 'afgelopen') return ` op ${metDag(termijn, kijk.vandaag)}. Bel, of vraag opnieuw.`;
    return geopend.length === 0 ? '' : '. Wat voor u openging, staat bij het leefgebied.';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-vraagregel': RtVraagregel;
  }
}

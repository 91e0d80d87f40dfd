import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Veld } from '../../shared/contract/velden.ts';
import type { Kijk } from '../casus/kijk.ts';
import { veldenBij } from '../teksten/veldsoorten.ts';
import { VolgtTeksten } from '../teksten/volgt-teksten.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { Plaatskeuze } from '../ui/plaats.ts';
import { eersteZin } from './samenvatting.ts';

/** What a member of the household says, beside the title; all of it is a click away. */
@customElement('rt-bord-citaat')
export class RtBordCitaat extends VolgtTeksten {
  @property({ attribute: false }) kijk!: Kijk;

  protected override beeld(): string {
    const veld = this.veld();
    return veld === undefined ? '' : `${veld.id} ${this.teksten.helft?.versie(veld.id)}`;
  }

  protected override render() {
    const { kijk, teksten } = this;
    const veld = this.veld();
    if (veld === undefined) return nothing;
    const zin = eersteZin(kijk, teksten, veld).replace(/^["“„]|["”]$/g, '');
    const lidId = kijk.compartiment(veld.compartimentId)?.lidId ?? null;
    return html`<blockquote class="bord-citaat">
      <p>“<bdi>${zin}</bdi>”</p>
      <footer>
        ${hoofdletter(kijk.onderwerp(lidId))} ·
        <button type="button" class="rt-als-link" @click=${() => this.ga(veld)}>
          alles<span class="rt-alleen-voorlezen"> in eigen woorden</span>
        </button>
      </footer>
    </blockquote>`;
  }

  /** The first in which something stands, of whom the board is about. */
  private veld(): Veld | undefined {
    return veldenBij(this.kijk, 'zegt').find((veld) => this.teksten.isGevuld(veld) === true);
  }

  private ga({ id }: Veld): void {
    this.dispatchEvent(
      new Plaatskeuze({ tab: 'doelen', lidId: this.kijk.gekozenLid, ding: { soort: 'tekst', id } }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-citaat': RtBordCitaat;
  }
}

import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Uitleg } from '../../shared/contract/compartimenten.ts';
import { berichtVan } from '../api/api.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import { type Tegel, tegelkop } from '../casus/tegels.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import type { Venster } from './venster.ts';

/** "Waarom zie ik dit niet?": the rules that applied, in the server's words (NK9). */
export const UITLEG: Venster<Tegel> = {
  kop: () => 'Waarom zie ik dit niet?',
  bestaatNog: (kijk, tegel) => kijk.compartiment(compartimentVan(tegel)) !== undefined,
  inhoud: ({ kijk, verbinding }, tegel) =>
    html`<p><strong>${tegelkop(kijk, tegel)}</strong></p>
      <rt-uitleg .verbinding=${verbinding} .compartimentId=${compartimentVan(tegel)}></rt-uitleg>`,
};

function compartimentVan({ compartimenten }: Tegel): string {
  return compartimenten[0]?.id ?? '';
}

@customElement('rt-uitleg')
export class RtUitleg extends LichtElement {
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) compartimentId = '';

  @state() private uitleg: Uitleg | null = null;
  @state() private melding = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.verbinding.legUit(this.compartimentId).then(
      (uitleg) => {
        this.uitleg = uitleg;
      },
      (fout: unknown) => {
        this.melding = berichtVan(fout);
      },
    );
  }

  protected override render() {
    if (this.melding !== '') {
      return html`<rt-melding soort="fout" kop="De uitleg is er nu niet" .inhoud=${this.melding}></rt-melding>`;
    }
    if (this.uitleg === null) return html`<p role="status">Een ogenblik…</p>`;
    return html`<ul class="bord-uitleg">
        ${this.uitleg.regels.map((regel) => html`<li>${regel.tekst}</li>`)}
      </ul>
      <p>U hoeft niet alles te weten om goed te kunnen helpen. Bel gerust als u iets nodig hebt.</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-uitleg': RtUitleg;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Uitleg } from '../../shared/contract/compartimenten.ts';
import { berichtVan } from '../api/api.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import { type Tegel, tegelkop, vraagbaken } from '../casus/tegels.ts';
import { bel } from '../ui/bel.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import type { Venster } from './venster.ts';

/** "Waarom zie ik dit niet?": the rules that applied, in the server's words (NK9). */
export const UITLEG: Venster<Tegel> = {
  kop: () => 'Waarom zie ik dit niet?',
  bestaatNog: (kijk, tegel) => kijk.compartiment(compartimentVan(tegel)) !== undefined,
  inhoud: ({ kijk, verbinding }, tegel) =>
    html`<p>${reden(kijk, tegel)}</p>
      ${
        // NK12: of their own organisation's part they may know what it waits for.
        tegel.compartimenten.some(({ wachtOpCollega }) => wachtOpCollega)
          ? html`<p>Wat uw eigen organisatie hier bewaart, gaat open als een collega die hier schrijft, bevestigt dat u
              erbij hoort.</p>`
          : nothing
      }
      <p>U hoeft niet alles te weten om goed te kunnen helpen.</p>
      <rt-uitleg .verbinding=${verbinding} .compartimentId=${compartimentVan(tegel)}></rt-uitleg>
      ${wieBellen(kijk, tegel)}`,
};

/** NK9: why, first and in plain words; the same for every part that is closed to this person. */
function reden(kijk: Kijk, tegel: Tegel): TemplateResult {
  return html`<strong>${tegelkop(kijk, tegel)}</strong> is niet voor u opengesteld. Het is voor wie daarmee helpt. Wie het
    bijhoudt, beslist wie het leest. U ziet ook niet of er iets staat.`;
}

/** Whom to call, and the number: what one can do now. */
function wieBellen(kijk: Kijk, tegel: Tegel): TemplateResult {
  const baken = vraagbaken(kijk, tegel);
  if (baken.length === 0) return html`<p>U kent niemand die u hierover kunt bellen.</p>`;
  return html`${baken.map(
    ({ naam, organisatie, telefoon, over }) => html`<p class="rt-uitleg__bel">
      ${over === null ? 'Hebt u iets nodig?' : `Hebt u iets nodig over ${over}?`} Bel <bdi>${naam}</bdi>
      (${organisatie})${telefoon === '' ? '.' : ': '}${bel(telefoon)}
    </p>`,
  )}`;
}

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
    return html`<details class="rt-uitleg__regels rt-vouw">
      <summary>Welke regels gelden hier?</summary>
      <ul class="bord-uitleg">
        ${this.uitleg.regels.map((regel) => html`<li>${regel.tekst}</li>`)}
      </ul>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-uitleg': RtUitleg;
  }
}

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../editor/editor.ts';
import type { Noem } from '../editor/vermelding.ts';
import { isLeeg, weergave } from '../editor/weergave.ts';
import { Teksten } from '../sync/teksten.ts';
import { bewaarwoord } from '../teksten/bewaarstand.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import { DEELNAAM, type Wijzen, wijsknop } from './wijzen.ts';

/**
 * What the table writes together (OV4): everyone who sits there types in it, and it is kept as it is typed. Who sits there no
 * more has none of it (NK7); what they typed last and wasn't kept stays theirs to copy (NK17). Loaded once there is one.
 */
@customElement('rt-tafelblad-tekst')
export class RtTafelbladTekst extends LichtElement {
  @property({ attribute: false }) casusId = '';
  @property({ attribute: false }) bladId = '';
  @property({ attribute: false }) veldId = '';
  @property({ attribute: false }) wijzen: Wijzen | null = null;
  @property({ attribute: false }) noem: Noem = () => null;
  @property({ attribute: false }) zetelnaam: (code: string) => string = (code) => code;

  private teksten: Teksten | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.teksten?.stop();
    this.teksten = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  protected override willUpdate(anders: PropertyValues<this>): void {
    if (anders.has('casusId')) {
      this.teksten?.stop();
      this.teksten = null;
    }
    if (this.teksten !== null || this.casusId === '' || !this.isConnected) return;
    this.teksten = new Teksten({ casusId: this.casusId, opVerandering: () => this.requestUpdate() });
    this.teksten.start();
  }

  protected override render() {
    const over = this.teksten?.overgebleven ?? [];
    return html`<div class="rt-tafelblad__kop">
        <div class="rt-wijsbaar">${wijsknop(this.wijzen, 'tekst', DEELNAAM.tekst)}<h3 id="rt-tafelblad-tekst">${DEELNAAM.tekst}</h3></div>
        ${this.bewaard()}
      </div>
      ${this.tekst()}
      ${over.map(
        ({ tekst, reden }) =>
          html`<rt-melding
            soort="let-op"
            kop="Dit is niet opgeslagen"
            .inhoud=${html`<p>${reden} Kopieer het als u het nog nodig hebt.</p><p class="rt-overleg__tekst">${tekst}</p>`}
          ></rt-melding>`,
      )}`;
  }

  private tekst(): TemplateResult {
    const tekst = this.teksten?.compartiment(this.bladId);
    if (tekst === undefined || !tekst.geladen) return html`<p class="rt-laden">De tekst wordt opgehaald…</p>`;
    const veld = tekst.veld(this.veldId);
    if (tekst.niveau === 'schrijven')
      return html`<rt-editor
        .tekst=${veld}
        .voorOntvangst=${tekst.voorOntvangst}
        .awareness=${tekst.awareness}
        .noem=${this.noem}
        .zetelnaam=${this.zetelnaam}
        label="Zo zien wij het samen"
        uitleg="Schrijf hier samen op hoe u het ziet. Iedereen aan tafel typt mee."
      ></rt-editor>`;
    return isLeeg(veld)
      ? html`<p class="rt-zacht">De tafel schreef hier niets.</p>`
      : weergave(veld, this.noem);
  }

  private bewaard(): TemplateResult | typeof nothing {
    const tekst = this.teksten?.compartiment(this.bladId);
    if (tekst === undefined || tekst.niveau === 'lezen') return nothing;
    const { toon, tekst: woord } = bewaarwoord(
      tekst.standVan(this.veldId),
      tekst.isOnopgeslagen(this.veldId),
    );
    return html`<p class="rt-tafelblad__bewaard rt-tafelblad__bewaard--${toon}">${woord}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-tafelblad-tekst': RtTafelbladTekst;
  }
}

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Tekstklad } from '../casus/tekstklad.ts';
import '../editor/editor.ts';
import type { Noem } from '../editor/vermelding.ts';
import { isLeeg, weergave } from '../editor/weergave.ts';
import type { Overgebleven } from '../sync/overgebleven.ts';
import { Teksten } from '../sync/teksten.ts';
import { bewaarwoord } from '../teksten/bewaarstand.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { tijdstip } from '../ui/datum.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { blijftStaan, nietOpgeslagen } from '../ui/niet-opgeslagen.ts';
import { DEELNAAM, type Wijzen, wijsknop } from './wijzen.ts';

/**
 * What the table writes together (OV4): everyone who sits there types in it, and it is kept as it is typed. Who sits there no
 * more has none of it (NK7); what they typed last and wasn't kept stays theirs to copy (NK17), after F5 as well (ST15).
 * Loaded once there is one.
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
  private klad: Tekstklad | null = null;
  private gemeld = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  protected override willUpdate(anders: PropertyValues<this>): void {
    if (anders.has('casusId') || anders.has('bladId')) this.stop();
    if (this.teksten !== null || this.casusId === '' || !this.isConnected) return;
    const { casusId, bladId } = this;
    const klad = new Tekstklad((compartimentId) => compartimentId === bladId);
    const teksten = new Teksten({
      casusId,
      opVerandering: () => {
        klad.volg(teksten);
        this.requestUpdate();
      },
    });
    this.klad = klad;
    this.teksten = teksten;
    teksten.start();
  }

  protected override updated(): void {
    const aantal = this.teksten?.overgebleven.length ?? 0;
    if (aantal > this.gemeld)
      aankondigen('Let op: een deel van uw tekst is niet opgeslagen. U vindt het onder de tekst.');
    this.gemeld = aantal;
  }

  private stop(): void {
    this.klad?.stop();
    this.klad = null;
    this.teksten?.stop();
    this.teksten = null;
  }

  protected override render() {
    return html`<div class="rt-tafelblad__kop">
        <div class="rt-wijsbaar">${wijsknop(this.wijzen, 'tekst', DEELNAAM.tekst)}<h3 id="rt-tafelblad-tekst">${DEELNAAM.tekst}</h3></div>
        ${this.bewaard()}
      </div>
      ${this.tekst()}
      ${this.overgebleven(this.teksten?.overgebleven ?? [])}`;
  }

  private overgebleven(stukken: readonly Overgebleven[]): TemplateResult | typeof nothing {
    if (stukken.length === 0) return nothing;
    return html`<section class="bord-over-gebleven" aria-labelledby="rt-tafelblad-over">
      <h4 id="rt-tafelblad-over" tabindex="-1">Niet opgeslagen tekst</h4>
      <p>Dit typte u, en het is niet opgeslagen. Kopieer wat u wilt bewaren. ${blijftStaan('dit scherm')}</p>
      ${repeat(
        stukken,
        ({ id }) => id,
        (stuk) =>
          nietOpgeslagen(stuk, {
            naam: `Uw tekst, ${tijdstip(new Date(stuk.op))}`,
            waar: DEELNAAM.tekst,
            reden: html`<p class="rt-klein">${stuk.reden}</p>`,
            knop: html`<button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${() => this.verwijder(stuk.id)}>
              Verwijder<span class="rt-alleen-voorlezen">: niet opgeslagen tekst</span>
            </button>`,
          }),
      )}
    </section>`;
  }

  private async verwijder(id: string): Promise<void> {
    this.teksten?.verwijderOvergebleven(id);
    await this.updateComplete;
    (
      this.querySelector<HTMLElement>('#rt-tafelblad-over') ?? this.querySelector<HTMLElement>('.ProseMirror')
    )?.focus();
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

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Tekstklad } from '../casus/tekstklad.ts';
import '../editor/editor.ts';
import type { Noem } from '../editor/vermelding.ts';
import { isLeeg, weergave } from '../editor/weergave.ts';
import type { Overgebleven } from '../sync/overgebleven.ts';
import { Teksten } from '../sync/teksten.ts';
import { bewaarwoord } from '../teksten/bewaarstand.ts';
import { vraagBijWeggaan } from '../teksten/weggaan.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { tijdstip } from '../ui/datum.ts';
import { NIET_OPGESLAGEN, nietOpgeslagenTekst } from '../ui/niet-opgeslagen-deel.ts';
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
  private magWeg: (() => void) | undefined;
  private gemeld = 0;
  /** Why this person doesn't write in it now; empty: they do. */
  private leestNu = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.magWeg?.();
    this.stop();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.magWeg = vraagBijWeggaan(this, 'dit overleg', () => this.teksten?.isIetsTeVerliezen === true);
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
      opWeigering: (_bladId, reden, leestNu) => {
        if (leestNu) this.leestNu = reden;
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
    this.leestNu = '';
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
    return nietOpgeslagenTekst(stukken, {
      diep: true,
      scherm: 'dit scherm',
      omschrijf: ({ op, reden }) => ({
        naam: `Uw tekst, ${tijdstip(new Date(op))}`,
        waar: DEELNAAM.tekst,
        reden,
      }),
      verwijder: (id) => void this.verwijder(id),
    });
  }

  private async verwijder(id: string): Promise<void> {
    this.teksten?.verwijderOvergebleven(id);
    await this.updateComplete;
    (
      this.querySelector<HTMLElement>(`#${NIET_OPGESLAGEN}`) ??
      this.querySelector<HTMLElement>('.ProseMirror')
    )?.focus();
  }

  private tekst(): TemplateResult {
    const tekst = this.teksten?.compartiment(this.bladId);
    if (tekst === undefined || !tekst.geladen) return html`<p class="rt-laden">De tekst wordt opgehaald…</p>`;
    const veld = tekst.veld(this.veldId);
    if (tekst.niveau === 'schrijven' && this.leestNu === '')
      return html`<rt-editor
        .tekst=${veld}
        .voorOntvangst=${tekst.voorOntvangst}
        .awareness=${tekst.awareness}
        .noem=${this.noem}
        .zetelnaam=${this.zetelnaam}
        label="Zo zien wij het samen"
        uitleg="Schrijf hier samen op hoe u het ziet. Iedereen aan tafel typt mee."
      ></rt-editor>`;
    return html`${this.leestNu === '' ? nothing : html`<p role="status">${this.leestNu}</p>`}
    ${isLeeg(veld) ? html`<p class="rt-zacht">De tafel schreef hier niets.</p>` : weergave(veld, this.noem)}`;
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

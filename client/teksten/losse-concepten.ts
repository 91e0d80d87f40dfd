import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Veld } from '../../shared/contract/velden.ts';
import { berichtVan } from '../api/api.ts';
import type { Kijk } from '../casus/kijk.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { kopieerknop } from '../ui/kopieer.ts';
import { noemVoor } from './noemen.ts';
import { VolgtTeksten } from './volgt-teksten.ts';

/** My concepts for texts that are no longer open to me, to copy from or to throw away. */
@customElement('rt-bord-losse-concepten')
export class RtBordLosseConcepten extends VolgtTeksten {
  @property({ attribute: false }) kijk!: Kijk;

  @state() private vraag: string | null = null;
  @state() private melding = '';
  protected override beeld(): string {
    return this.concepten()
      .map((veld) => `${veld.id} ${this.teksten.helft?.versie(veld.id)} ${this.teksten.isGevuld(veld)}`)
      .join(' ');
  }

  protected override render() {
    const concepten = this.concepten();
    if (concepten.length === 0) return nothing;
    return html`<section class="bord-losse-concepten" aria-labelledby="bord-losse-concepten-kop">
      <h2 id="bord-losse-concepten-kop" tabindex="-1">Concepten bij een tekst die niet meer open is</h2>
      <p>Dit schreef u, alleen u ziet het. Delen kan niet meer. Kopieer wat u wilt bewaren, of gooi het weg.</p>
      ${repeat(
        concepten,
        (veld) => veld.id,
        (veld, nummer) => this.concept(veld, `concept ${nummer + 1}`),
      )}
      <div role="status">${this.melding === '' ? nothing : html`<p class="bord-tekstvak__melding">${this.melding}</p>`}</div>
    </section>`;
  }

  private concept(veld: Veld, naam: string): TemplateResult {
    const { teksten, kijk } = this;
    const noem = noemVoor(kijk);
    const tekst = teksten.helft?.toon(veld, noem) ?? null;
    return html`<div class="bord-concept" role="group" aria-label="Uw ${naam}">
      ${tekst ?? html`<p class="bord-nog-niet">Een ogenblik…</p>`}
      <div class="bord-concept__knoppen">
        ${tekst === null ? nothing : kopieerknop(teksten.helft?.alsTekst(veld, noem) ?? '', naam)}
        ${
          this.vraag === veld.id
            ? html`<button type="button" class="${KNOP.weg} ${KLEIN}" @click=${() => this.gooiWeg(veld)}>
                  Ja, gooi weg<span class="rt-alleen-voorlezen">: ${naam}</span>
                </button>
                <button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${() => this.stel(null)}>Toch niet</button>`
            : html`<button type="button" class="rt-als-link" @click=${() => this.stel(veld.id)}>
                Weggooien<span class="rt-alleen-voorlezen">: ${naam}</span>
              </button>`
        }
      </div>
    </div>`;
  }

  private async stel(vraag: string | null): Promise<void> {
    this.vraag = vraag;
    await this.updateComplete;
    this.querySelector<HTMLElement>(vraag === null ? 'h2' : '.utrecht-button--danger')?.focus();
  }

  private async gooiWeg(veld: Veld): Promise<void> {
    this.melding = '';
    this.vraag = null;
    try {
      await this.teksten.gooiWeg(veld);
      aankondigen('Weggegooid.');
    } catch (fout) {
      this.melding = berichtVan(fout);
    }
  }

  private concepten(): Veld[] {
    return this.kijk.bord.velden.filter((veld) => veld.concept && veld.conceptVoor === null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-losse-concepten': RtBordLosseConcepten;
  }
}

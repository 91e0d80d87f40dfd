import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Kijk } from '../casus/kijk.ts';
import type { Overgebleven } from '../sync/overgebleven.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { tijdstip } from '../ui/datum.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { blijftStaan, nietOpgeslagen } from '../ui/niet-opgeslagen.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { veldlabel } from './veldsoorten.ts';
import { VolgtTeksten } from './volgt-teksten.ts';

/**
 * What this person typed and isn't saved, with why: to copy from, and then to take away (NK17, SY13). It outlives
 * the text that it was typed in, and goes with the board.
 */
@customElement('rt-bord-overgebleven')
export class RtBordOvergebleven extends VolgtTeksten {
  @property({ attribute: false }) kijk!: Kijk;
  private gemeld: ReadonlySet<string> = new Set();

  protected override beeld(): string {
    return this.teksten.overgebleven.map(({ id }) => id).join(' ');
  }

  protected override render() {
    const stukken = this.teksten.overgebleven;
    if (stukken.length === 0) return nothing;
    return html`<section class="bord-over-gebleven" aria-labelledby="bord-over-gebleven-kop">
      <h2 id="bord-over-gebleven-kop" tabindex="-1">Niet opgeslagen tekst</h2>
      <p>Dit typte u, en het is niet opgeslagen. Kopieer wat u wilt bewaren. ${blijftStaan('dit bord')}</p>
      ${repeat(
        stukken,
        (stuk) => stuk.id,
        (stuk) => this.stuk(stuk),
      )}
    </section>`;
  }

  protected override updated(): void {
    const nu = this.teksten.overgebleven;
    if (nu.some(({ id }) => !this.gemeld.has(id))) {
      aankondigen('Let op: een deel van uw tekst is niet opgeslagen. U vindt het boven aan het bord.');
    }
    this.gemeld = new Set(nu.map(({ id }) => id));
  }

  private stuk(stuk: Overgebleven): TemplateResult {
    const veld = this.kijk.bord.velden.find((ander) => ander.id === stuk.veldId);
    const voor = veld?.concept ? this.kijk.bord.velden.find((ander) => ander.id === veld.conceptVoor) : veld;
    const waar = voor === undefined ? 'een tekst die niet meer open is' : veldlabel(this.kijk, voor);
    return nietOpgeslagen(stuk, {
      naam: `${hoofdletter(waar)}, ${tijdstip(new Date(stuk.op))}`,
      waar,
      reden: html`<p class="rt-klein">${stuk.reden}</p>`,
      knop: html`<button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${() => this.verwijder(stuk.id)}>
        Verwijder<span class="rt-alleen-voorlezen">: niet opgeslagen tekst van ${waar}</span>
      </button>`,
    });
  }

  private async verwijder(id: string): Promise<void> {
    this.teksten.verwijderOvergebleven(id);
    await this.updateComplete;
    const kop = this.querySelector<HTMLElement>('h2') ?? document.querySelector<HTMLElement>('main h1');
    if (kop === null) return;
    kop.tabIndex = -1;
    kop.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-overgebleven': RtBordOvergebleven;
  }
}

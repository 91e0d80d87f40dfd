import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Veld } from '../../shared/contract/velden.ts';
import { berichtVan } from '../api/api.ts';
import type { Kijk } from '../casus/kijk.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { isInBeeld, lijstbeeld } from './tekstlijst.ts';
import type { RtBordTekst } from './tekstvak.ts';
import { magSchrijven, veldtitel } from './veldsoorten.ts';
import { verschijnt } from './verschijnt.ts';
import { VolgtTeksten } from './volgt-teksten.ts';

/**
 * Begins one of the empty texts of one kind: a board full of empty boxes would say less. With more than one, it
 * asks about whom. Shows nothing to who writes none of them.
 */
@customElement('rt-bord-begin-tekst')
export class RtBordBeginTekst extends VolgtTeksten {
  @property({ attribute: false }) kijk!: Kijk;
  /** All texts of this kind at this place. */
  @property({ attribute: false }) velden: readonly Veld[] = [];
  /** Where it is, for who doesn't see that: `bij Wonen`. */
  @property() bij = '';
  /** As a link in a line, where many stand on the board. */
  @property({ type: Boolean }) stil = false;

  @state() private open = false;
  @state() private bezig = false;
  @state() private melding = '';
  protected override beeld(): string {
    return lijstbeeld(this.teksten, this.velden);
  }

  protected override willUpdate(_gewijzigd: PropertyValues): void {
    if (this.leeg().length < 2) this.open = false;
  }

  protected override render() {
    const leeg = this.leeg();
    const [eerste] = leeg;
    if (eerste === undefined) return nothing;
    const naam = veldtitel(eerste);
    const kiest = leeg.length > 1;
    return html`<button
        type="button"
        class=${this.stil ? 'rt-als-link bord-toelichting-begin' : 'bord-erbij bord-plus'}
        aria-expanded=${kiest ? (this.open ? 'true' : 'false') : nothing}
        ?disabled=${this.bezig}
        @click=${() => (kiest ? this.zetOpen(!this.open) : this.begin(eerste))}
      >
        ${naam}${this.stil ? ' schrijven' : ''}<span class="rt-alleen-voorlezen"> ${this.bij}</span>
      </button>
      ${kiest && this.open ? this.keuze(leeg, naam) : nothing}
      ${this.melding === '' ? nothing : html`<p class="bord-tekstvak__melding" role="alert">${this.melding}</p>`}`;
  }

  private keuze(leeg: readonly Veld[], naam: string): TemplateResult {
    return html`<div class="bord-over-wie" role="group" aria-label="Over wie: ${naam} ${this.bij}">
      <span aria-hidden="true">Over wie?</span>
      ${leeg.map(
        (
          veld,
        ) => html`<button type="button" class="bord-chip" ?disabled=${this.bezig} @click=${() => this.begin(veld)}>
          ${hoofdletter(this.onderwerp(veld))}
        </button>`,
      )}
    </div>`;
  }

  private onderwerp(veld: Veld): string {
    return this.kijk.onderwerp(this.kijk.compartiment(veld.compartimentId)?.lidId ?? null);
  }

  /** Those that I write and in which nothing stands; before that is known none. */
  private leeg(): Veld[] {
    const { kijk, teksten } = this;
    return this.velden.filter(
      (veld) => magSchrijven(kijk, veld) && teksten.isGevuld(veld) === false && !isInBeeld(teksten, veld),
    );
  }

  private async zetOpen(open: boolean): Promise<void> {
    this.open = open;
    await this.updateComplete;
    if (open) this.querySelector<HTMLElement>('.bord-over-wie button')?.focus();
  }

  private async begin(veld: Veld): Promise<void> {
    this.bezig = true;
    this.melding = '';
    const plek = this.closest('section') ?? document;
    try {
      await this.teksten.schrijf(veld.id);
      this.open = false;
      const tekst = await verschijnt(
        () =>
          [...plek.querySelectorAll<RtBordTekst>('rt-bord-tekst')].find(
            (ander) => ander.veld.id === veld.id,
          ) ?? null,
      );
      await tekst?.schrijf();
    } catch (fout) {
      this.melding = berichtVan(fout);
    } finally {
      this.bezig = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-begin-tekst': RtBordBeginTekst;
  }
}

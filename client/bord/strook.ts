import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Kaartsoort } from '../../shared/plan/kaartsoorten.ts';
import type { Kijk } from '../casus/kijk.ts';
import { NIEUWE_KAART } from '../kaarten/kaartformulier.ts';
import { wijzigknop } from '../kaarten/onderdelen.ts';
import { geleden, lang, termijn } from '../ui/datum.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { opent } from '../vensters/venster.ts';

/** In short, across the top: what everyone must have read before they talk. Only what this person may read. */
@customElement('rt-bord-strook')
export class RtBordStrook extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;

  protected override render() {
    const { kijk } = this;
    const plan = kijk.leest('plan');
    const hulp = kijk.leest('hulp');
    if (!plan && !hulp) return nothing;
    return html`<section class="bord-strook" aria-labelledby="bord-strook-kop">
      <h2 class="rt-alleen-voorlezen" id="bord-strook-kop">In het kort</h2>
      <dl class="bord-strook__lijst">
        ${plan ? [this.vraag(), this.veilig(), this.gezin()] : nothing}
        ${hulp ? [this.laatstBesproken(), this.wachtenOp()] : nothing} ${plan ? this.herziening() : nothing}
      </dl>
    </section>`;
  }

  private vraag(): TemplateResult {
    return this.vak(
      'Vraag aan tafel',
      'vraag',
      this.kijk.kaarten('vraag').map((kaart) => [kaart, html`<bdi>${kaart.titel}</bdi>`]),
      'bord-strook__vak--breed',
    );
  }

  private veilig(): TemplateResult {
    const woord = { ja: 'Ja', nee: 'Nee', onbekend: 'Dat weten we niet' };
    return this.vak(
      'Nu veilig?',
      'veiligheid_nu',
      nieuwste(this.kijk.kaarten('veiligheid_nu')).map((kaart) => [
        kaart,
        html`<span class=${kaart.antwoord === 'nee' ? 'rt-over-tijd' : ''}>${woord[kaart.antwoord]}</span>${this.op(', besproken', kaart.datum)}`,
      ]),
    );
  }

  private gezin(): TemplateResult {
    return this.vak(
      'Gezin weet hiervan',
      'gezin_weet',
      nieuwste(this.kijk.kaarten('gezin_weet')).map((kaart) => [
        kaart,
        html`${kaart.ja ? 'Ja' : 'Nee, nog niet'}${this.op(', sinds', kaart.datum)}`,
      ]),
    );
  }

  private herziening(): TemplateResult {
    const { vandaag } = this.kijk;
    return this.vak(
      'Plan opnieuw bekijken',
      'herziening',
      nieuwste(this.kijk.kaarten('herziening')).map((kaart) => [
        kaart,
        html`<span class=${kaart.datum < vandaag ? 'rt-over-tijd' : ''}>${hoofdletter(termijn(kaart.datum, vandaag))}</span>,
          ${lang(kaart.datum, vandaag)}`,
      ]),
    );
  }

  private wachtenOp(): TemplateResult {
    const wacht = this.kijk
      .kaarten('hulp')
      .filter((kaart) => kaart.wachtOp !== undefined && kaart.wachtOp !== '');
    return html`<div class="bord-strook__vak">
      <dt>Wachten op</dt>
      ${
        wacht.length === 0
          ? html`<dd class="bord-nog-niet">niets ingevuld bij ‘Wie helpt waarmee’</dd>`
          : wacht.map(
              (kaart) =>
                html`<dd><bdi>${kaart.wachtOp}</bdi> <span class="rt-zacht">(<bdi>${kaart.wat}</bdi>)</span></dd>`,
            )
      }
    </div>`;
  }

  private laatstBesproken(): TemplateResult {
    const { kijk } = this;
    const laatste = kijk.kaarten('besproken').toSorted((a, b) => b.datum.localeCompare(a.datum))[0];
    return html`<div class="bord-strook__vak">
      <dt>Laatst besproken</dt>
      ${
        laatste === undefined
          ? html`<dd class="bord-nog-niet">nog niets besproken</dd>`
          : html`<dd>
              ${hoofdletter(geleden(laatste.datum, kijk.vandaag))}, ${kijk.leefgebiednaam(laatste.leefgebied).toLowerCase()}
            </dd>`
      }
    </div>`;
  }

  private op(voor: string, datum: string | undefined): string {
    return datum === undefined ? '' : `${voor} ${lang(datum, this.kijk.vandaag)}`;
  }

  /** One cell: its answers, or that it isn't filled in yet, with a way to fill it in for who may. */
  private vak(
    kop: string,
    soort: Kaartsoort,
    antwoorden: readonly (readonly [Kaart, TemplateResult])[],
    klasse = '',
  ): TemplateResult {
    const magVullen = this.kijk.plaatsenVoor(soort).length > 0;
    return html`<div class="bord-strook__vak ${klasse}">
      <dt>${kop}</dt>
      ${antwoorden.map(
        ([kaart, tekst]) => html`<dd>
          <span>${tekst}</span>${wijzigknop(this.kijk, kaart, kop)}
        </dd>`,
      )}
      ${
        antwoorden.length > 0
          ? nothing
          : html`<dd>
              <span class="bord-nog-niet">nog niet ingevuld</span>
              ${
                magVullen
                  ? html`<button type="button" class="rt-als-link" @click=${opent(NIEUWE_KAART, { soort })}>
                      Invullen<span class="rt-alleen-voorlezen">: ${kop}</span>
                    </button>`
                  : nothing
              }
            </dd>`
      }
    </div>`;
  }
}

/** The newest answer, if any: one counts. */
function nieuwste<T extends { readonly gewijzigdOp: string }>(kaarten: readonly T[]): T[] {
  return kaarten.toSorted((a, b) => b.gewijzigdOp.localeCompare(a.gewijzigdOp)).slice(0, 1);
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-strook': RtBordStrook;
  }
}

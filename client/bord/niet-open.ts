import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Bezoekstand } from '../casus/bezoek.ts';
import type { Kijk } from '../casus/kijk.ts';
import { onderwerpen, type Tegel, tegelkop, tegelsVan, vraagbaken } from '../casus/tegels.ts';
import { VolgtTeksten } from '../teksten/volgt-teksten.ts';
import { bel } from '../ui/bel.ts';
import { hoofdletter, opsomming } from '../ui/opsomming.ts';
import { PIJL, SLOT } from '../ui/tekens.ts';
import { UITLEG } from '../vensters/deuren.ts';
import { opent } from '../vensters/venster.ts';
import './uitleg.ts';

/** So long it waits for what one may read. */
const GEDULD_MS = 10_000;

/**
 * All that is closed to me, as one part with a line a subject: for whom, whom to call, and why. The same whether there
 * is anything behind it or not, and it doesn't count (NK4). The plan comes first: this stands under it when the plan's
 * texts and what is new are there, so that nobody begins with what they may not read, and nothing above moves it.
 */
@customElement('rt-bord-niet-open')
export class RtBordNietOpen extends VolgtTeksten {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) bezoek: Bezoekstand = 'wacht';

  /** Whether it stands: then it stays. */
  staat = false;
  private geduld: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('click', this.opKlik);
    this.geduld = setTimeout(() => {
      this.staat = true;
      this.requestUpdate();
    }, GEDULD_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('click', this.opKlik);
    clearTimeout(this.geduld);
  }

  protected override beeld(): string {
    return String(this.teksten.isOnderweg);
  }

  protected override willUpdate(): void {
    this.staat ||= this.bezoek !== 'wacht' && !this.teksten.isOnderweg;
  }

  protected override render() {
    if (!this.staat) return nothing;
    const { kijk } = this;
    const tegels = tegelsVan(
      kijk,
      kijk.lijsten.categorieen.map(({ code }) => code),
    ).filter(({ soort }) => soort === 'dicht');
    if (tegels.length === 0) return nothing;
    return html`<section class="bord-vlak bord-dicht" id="bord-dicht" aria-labelledby="bord-dicht-kop">
      <div class="bord-vlak__kop">
        <h2 id="bord-dicht-kop" tabindex="-1">${SLOT}Niet open voor u</h2>
      </div>
      <rt-bord-uitleg plek="dicht" .kijk=${kijk}></rt-bord-uitleg>
      <div class="bord-vlak__in">
        ${repeat(
          tegels,
          ({ categorie }) => categorie,
          (tegel) => this.regel(tegel),
        )}
      </div>
    </section>`;
  }

  /** Who comes from a leefgebied finds the line that it is about open: beside it, nothing would have changed. */
  private readonly opKlik = (klik: MouseEvent): void => {
    const weg = klik.target instanceof Element ? klik.target.closest('a[href^="#dicht-"]') : null;
    const codes = weg?.getAttribute('href')?.slice('#dicht-'.length).split(',') ?? [];
    const regels = codes.flatMap((code) => [...this.querySelectorAll<HTMLDetailsElement>(`#dicht-${code}`)]);
    if (regels.length === 0) return;
    klik.preventDefault();
    for (const regel of regels) regel.open = true;
    regels[0]?.querySelector('summary')?.focus();
  };

  private regel(tegel: Tegel): TemplateResult {
    const { kijk } = this;
    const baken = vraagbaken(kijk, tegel);
    // Whom one asks where no other is named is said once, with who take part: the regisseur.
    const namen = [...new Set(baken.map(({ naam }) => naam))].filter((naam) => naam !== kijk.regisseur?.naam);
    const kop = tegelkop(kijk, tegel);
    return html`<details id="dicht-${tegel.categorie}" class="bord-dicht__regel" role="group" aria-label="${kop}: niet open voor u">
      <summary>
        <span class="bord-dicht__wat"
          >${hoofdletter(kijk.categorienaam(tegel.categorie))}${
            tegel.enAnderen ? html` <span class="rt-zacht">van anderen</span>` : nothing
          }</span
        >
        ${namen.length === 0 ? nothing : html`<span class="bord-dicht__wie"><bdi>${opsomming(namen)}</bdi></span>`}
        ${PIJL}
      </summary>
      <div class="bord-dicht__meer">
        <p>
          ${hoofdletter(onderwerpen(kijk, tegel.compartimenten))}. Hier kan iets staan.
          ${eigenDeel(tegel)}
        </p>
        ${
          baken.length === 0
            ? html`<p>${kijk.ikRegisseer ? 'U kent niemand die u hierover kunt bellen.' : 'Vragen? Bel de regisseur.'}</p>`
            : baken.map(
                ({ naam, organisatie, telefoon, over }) => html`<p>
                  ${over === null ? 'Vragen? ' : `Over ${over}: `}Bel <bdi>${naam}</bdi> (${organisatie})
                  ${bel(telefoon)}
                </p>`,
              )
        }
        <rt-vraagregel .kijk=${kijk} .tegel=${tegel}></rt-vraagregel>
        <button type="button" class="rt-als-link" @click=${opent(UITLEG, tegel)}>
          Waarom zie ik dit niet?<span class="rt-alleen-voorlezen"> ${kop}</span>
        </button>
      </div>
    </details>`;
  }
}

/** What of it their own organisation keeps: they read it, or wait for a colleague (NK12). */
function eigenDeel({ enAnderen, compartimenten }: Tegel): string | typeof nothing {
  if (compartimenten.some(({ wachtOpCollega }) => wachtOpCollega))
    return 'Wat uw eigen organisatie bewaart, gaat open als een collega bevestigt dat u erbij hoort.';
  return enAnderen ? 'Wat uw eigen organisatie bewaart, leest u wel.' : nothing;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-niet-open': RtBordNietOpen;
  }
}

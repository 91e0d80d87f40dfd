import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Antwoord } from '../../shared/contract/contract.ts';
import type { Inbrengreeks, Overlegregel } from '../../shared/contract/overleggen.ts';
import { roep } from '../api/api.ts';
import { Opgehaald } from '../api/opgehaald.ts';
import { Dag } from '../ui/dag.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { overlegregel, padNaarOverleg, wanneer } from '../ui/overlegregel.ts';
import { nietOpgehaald } from './niet-opgehaald.ts';

/** All overleggen that I am in, and those to which I can bring a casus. */
@customElement('rt-overleggen')
export class RtOverleggen extends LichtElement {
  private readonly dag = new Dag(this);
  private readonly lijst = new Opgehaald(this, () => roep('overleg.lijst'));

  protected override render() {
    const { waarde, fout, ververs } = this.lijst;
    return html`<div class="rt-kolom rt-kolom--smal rt-overleg">
      <h1>Overleg</h1>
      ${fout === '' ? nothing : nietOpgehaald('Uw overleggen zijn niet opgehaald', fout, ververs)}
      ${waarde === undefined ? this.laden() : this.inhoud(waarde)}
    </div>`;
  }

  private laden(): TemplateResult | typeof nothing {
    return this.lijst.fout === '' ? html`<p class="rt-laden">Uw overleggen worden opgehaald…</p>` : nothing;
  }

  private inhoud({ overleggen, reeksen }: Antwoord<'overleg.lijst'>): TemplateResult {
    const nu = Date.now();
    const isGeweest = ({ staat, einde }: Overlegregel) => staat === 'gesloten' || Date.parse(einde) <= nu;
    const geweest = overleggen.filter(isGeweest).toReversed();
    const komend = overleggen.filter((overleg) => !isGeweest(overleg));
    return html`
      ${komend.length + geweest.length + reeksen.length === 0 ? html`<p>U zit nu in geen overleg.</p>` : nothing}
      ${this.deel('komend', 'Wat komt', komend)}
      ${
        reeksen.length === 0
          ? nothing
          : html`<section class="rt-paneel" aria-labelledby="rt-overleg-inbrengen">
              <h2 id="rt-overleg-inbrengen">Een casus inbrengen</h2>
              <p>U bent regisseur. Kies bij welk overleg u een casus inbrengt.</p>
              ${reeksen.map((reeks) => this.reeks(reeks))}
            </section>`
      }
      ${this.deel('geweest', 'Geweest', geweest)}
    `;
  }

  private deel(naam: string, kop: string, overleggen: readonly Overlegregel[]) {
    if (overleggen.length === 0) return nothing;
    return html`<section class="rt-paneel" aria-labelledby="rt-overleg-${naam}">
      <h2 id="rt-overleg-${naam}">${kop}</h2>
      <ul class="rt-overleg__lijst">
        ${overleggen.map((overleg) => html`<li>${overlegregel(overleg, this.dag.vandaag)}</li>`)}
      </ul>
    </section>`;
  }

  private reeks({ naam, plaats, komend }: Inbrengreeks): TemplateResult {
    return html`<h3><bdi>${naam}</bdi></h3>
      <p class="rt-zacht rt-klein"><bdi>${plaats}</bdi></p>
      ${
        komend.length === 0
          ? html`<p>Er staat nog geen overleg gepland. Vraag de procesregisseur.</p>`
          : html`<ul class="rt-overleg__data">
              ${komend.map(
                (overleg) => html`<li>
                  <a href=${padNaarOverleg(overleg.id)}>${wanneer(overleg, this.dag.vandaag)}</a>
                </li>`,
              )}
            </ul>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-overleggen': RtOverleggen;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Antwoord } from '../../shared/contract/contract.ts';
import type { Regieregel } from '../../shared/contract/mijn-regie.ts';
import type { Inbrengreeks, Overlegregel } from '../../shared/contract/overleggen.ts';
import { roep } from '../api/api.ts';
import { Opgehaald } from '../api/opgehaald.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { Dag } from '../ui/dag.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { overlegregel, padNaarOverleg, wanneer } from '../ui/overlegregel.ts';
import { nietOpgehaald } from '../ui/niet-opgehaald.ts';
import './plan-gezinsoverleg.ts';
import './reeksen.ts';
import { naarUitgeklapt } from './uitklap.ts';

/** What stands on this page: with the casussen that I direct, on which I can plan a gezinsoverleg. */
type Alles = Antwoord<'overleg.lijst'> & { readonly casussen: readonly Regieregel[] };

async function haalAlles(): Promise<Alles> {
  const lijst = await roep('overleg.lijst');
  const { casussen } = lijst.magPlannen ? await roep('regie.mijn') : { casussen: [] };
  return { ...lijst, casussen: casussen.filter(({ stand }) => stand !== 'onleesbaar') };
}

/** All overleggen that I am in, and those to which I can bring a casus. */
@customElement('rt-overleggen')
export class RtOverleggen extends LichtElement {
  private readonly dag = new Dag(this);
  private readonly lijst = new Opgehaald(this, haalAlles);
  @state() private plant = false;

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

  private inhoud({ overleggen, reeksen, magReeksen, casussen }: Alles): TemplateResult {
    const nu = Date.now();
    const isGeweest = ({ staat, einde }: Overlegregel) => staat === 'gesloten' || Date.parse(einde) <= nu;
    const geweest = overleggen.filter(isGeweest).toReversed();
    const komend = overleggen.filter((overleg) => !isGeweest(overleg));
    return html`
      ${komend.length + geweest.length + reeksen.length === 0 ? html`<p>U zit nu in geen overleg.</p>` : nothing}
      <div class="rt-overleg__naast">
      <div>${this.deel('komend', 'Wat komt', komend)}</div>
      <div>
      ${
        reeksen.length === 0
          ? nothing
          : html`<section class="rt-paneel" aria-labelledby="rt-overleg-inbrengen">
              <h2 id="rt-overleg-inbrengen">Een casus inbrengen</h2>
              <p>U bent regisseur. Kies bij welk overleg u een casus inbrengt.</p>
              ${reeksen.map((reeks) => this.reeks(reeks))}
            </section>`
      }
      ${this.gezinsoverleg(casussen)}
      ${magReeksen ? html`<rt-overlegreeksen .bijWijziging=${this.lijst.ververs}></rt-overlegreeksen>` : nothing}
      </div>
      </div>
      ${this.deel('geweest', 'Geweest', geweest)}
    `;
  }

  private gezinsoverleg(casussen: readonly Regieregel[]): TemplateResult | typeof nothing {
    if (casussen.length === 0) return nothing;
    return html`<section class="rt-paneel" aria-labelledby="rt-overleg-gezin">
      <h2 id="rt-overleg-gezin" tabindex="-1">Een gezinsoverleg plannen</h2>
      ${
        this.plant
          ? html`<rt-plan-gezinsoverleg
              .casussen=${casussen}
              @klaar=${this.opGepland}
              @opzij=${this.opOpzij}
            ></rt-plan-gezinsoverleg>`
          : html`<p>Over één casus, met het gezin erbij als u dat wilt. U leidt het zelf.</p>
              <p><button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${this.begin}>Plan een gezinsoverleg</button></p>`
      }
    </section>`;
  }

  private readonly begin = () => {
    this.plant = true;
    void naarUitgeklapt(this, 'rt-plan-gezinsoverleg');
  };

  private readonly opOpzij = () => {
    this.plant = false;
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>('[aria-labelledby="rt-overleg-gezin"] button')?.focus(),
    );
  };

  private readonly opGepland = async () => {
    this.plant = false;
    await this.lijst.ververs();
    await this.updateComplete;
    this.querySelector<HTMLElement>('#rt-overleg-komend')?.focus();
    aankondigen('Gepland. Het staat bij uw overleggen.');
  };

  private deel(naam: string, kop: string, overleggen: readonly Overlegregel[]) {
    if (overleggen.length === 0) return nothing;
    return html`<section class="rt-paneel" aria-labelledby="rt-overleg-${naam}">
      <h2 id="rt-overleg-${naam}" tabindex="-1">${kop}</h2>
      <ul class="rt-overleg__lijst">
        ${perReeks(overleggen).map(([eerste, ...rest]) => html`<li>${overlegregel(eerste, this.dag.vandaag)} ${this.data(rest)}</li>`)}
      </ul>
    </section>`;
  }

  private data(overleggen: readonly { id: string; begin: string; einde: string }[]) {
    if (overleggen.length === 0) return nothing;
    return html`<ul class="rt-overleg__data">
      ${overleggen.map(
        (overleg) => html`<li>
          <a href=${padNaarOverleg(overleg.id)}>${wanneer(overleg, this.dag.vandaag)}</a>
        </li>`,
      )}
    </ul>`;
  }

  private reeks({ naam, plaats, komend }: Inbrengreeks): TemplateResult {
    return html`<h3><bdi>${naam}</bdi></h3>
      <p class="rt-zacht rt-klein"><bdi>${plaats}</bdi></p>
      ${
        komend.length === 0
          ? html`<p>Er staat nog geen overleg gepland. Vraag de procesregisseur.</p>`
          : this.data(komend)
      }`;
  }
}

/** Of those after one another what is the same is said once: which, where, and as what one is in it. */
function perReeks(overleggen: readonly Overlegregel[]): [Overlegregel, ...Overlegregel[]][] {
  const rijen: [Overlegregel, ...Overlegregel[]][] = [];
  for (const overleg of overleggen) {
    const rij = rijen.at(-1);
    const [eerste] = rij ?? [];
    const zelfde = (['naam', 'plaats', 'rol'] as const).every((wat) => eerste?.[wat] === overleg[wat]);
    if (rij !== undefined && zelfde) rij.push(overleg);
    else rijen.push([overleg]);
  }
  return rijen;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-overleggen': RtOverleggen;
  }
}

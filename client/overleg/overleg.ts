import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Agendapunt } from '../../shared/contract/agendapunten.ts';
import type { Overleg } from '../../shared/contract/overleggen.ts';
import { isLeiding } from '../../shared/overleg.ts';
import { Opgehaald } from '../api/opgehaald.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { Dag } from '../ui/dag.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { zetTitel } from '../ui/navigatie.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { ALS_WIE, wanneer } from '../ui/overlegregel.ts';
import './agendapunt.ts';
import { Agendawijziging } from './agendawijziging.ts';
import './breng-casus.ts';
import './breng-dilemma.ts';
import { nietOpgehaald } from './niet-opgehaald.ts';
import { haalToestand, type Toestand } from './toestand.ts';
import { naarUitgeklapt } from './uitklap.ts';

/** One overleg, as I may know it (OV1): what of its agenda is mine, and bringing something to it. */
@customElement('rt-overleg')
export class RtOverleg extends LichtElement {
  @property({ attribute: false }) overlegId = '';
  /** What one is bringing. */
  @state() private brengt: 'casus' | 'dilemma' | null = null;

  private readonly dag = new Dag(this);
  /** Null: there is nothing here for me. */
  private readonly hier = new Opgehaald(
    this,
    () => haalToestand(this.overlegId),
    (hier) => {
      if (hier !== null) zetTitel(hier.kop.naam);
    },
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener(Agendawijziging.naam, this.opWijziging);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener(Agendawijziging.naam, this.opWijziging);
  }

  protected override render() {
    const { waarde, fout, ververs } = this.hier;
    return html`<div class="rt-kolom rt-kolom--smal rt-overleg">
      ${fout === '' ? nothing : nietOpgehaald('Dit overleg is niet opgehaald', fout, ververs)}
      ${
        waarde === undefined
          ? html`<h1>Overleg</h1>
              ${fout === '' ? html`<p class="rt-laden">Het overleg wordt opgehaald…</p>` : nothing}`
          : waarde === null
            ? NIETS_HIER
            : this.inhoud(waarde)
      }
    </div>`;
  }

  private inhoud(hier: Toestand): TemplateResult {
    const { overleg, kop } = hier;
    return html`
      <h1><bdi>${kop.naam}</bdi></h1>
      <p class="rt-overleg__waar">
        <strong>${hoofdletter(wanneer(kop, this.dag.vandaag))}</strong>, <bdi>${kop.plaats}</bdi>.
        ${overleg === null ? nothing : html`<span>${hoofdletter(ALS_WIE[overleg.rol])}.</span> ${mensen(overleg)}`}
      </p>
      ${overleg === null ? nothing : this.agenda(hier, overleg)}
      ${this.inbrengen(hier)}
      <p><a href="/overleggen">Alle overleggen</a></p>
    `;
  }

  private agenda({ lijsten }: Toestand, overleg: Overleg): TemplateResult {
    const { agendapunten } = overleg;
    return html`<section class="rt-paneel" aria-labelledby="rt-overleg-agenda">
      <h2 id="rt-overleg-agenda" tabindex="-1">${isLeiding(overleg.rol) ? 'Agenda' : 'Uw agendapunten'}</h2>
      ${
        agendapunten.length === 0
          ? html`<p>${isLeiding(overleg.rol) ? 'Nog niemand bracht iets in.' : 'Op deze agenda staat niets voor u.'}</p>`
          : html`<ol class="rt-overleg__agenda">
              ${repeat(
                agendapunten,
                ({ id }) => id,
                (punt) => html`<li>
                  <rt-agendapunt .overleg=${overleg} .punt=${punt} .lijsten=${lijsten} .vandaag=${this.dag.vandaag}></rt-agendapunt>
                </li>`,
              )}
            </ol>`
      }
    </section>`;
  }

  private inbrengen(hier: Toestand): TemplateResult | typeof nothing {
    const { overleg, reeks, lijsten } = hier;
    if (overleg?.staat === 'gesloten') return nothing;
    const casussen = inTeBrengen(hier);
    const magDilemma = overleg !== null && overleg.reeksId !== null && isVast(overleg);
    const magCasus = reeks !== null && casussen.length > 0;
    if (!magDilemma && !magCasus) return nothing;
    return html`<section class="rt-paneel" aria-labelledby="rt-overleg-inbrengen">
      <h2 id="rt-overleg-inbrengen" tabindex="-1">${KOPPEN[this.brengt ?? 'niets']}</h2>
      ${
        this.brengt === 'casus' && reeks !== null
          ? html`<rt-breng-casus
              .overlegId=${this.overlegId}
              .casussen=${casussen}
              .reeks=${reeks}
              .lijsten=${lijsten}
              @klaar=${this.opIngebracht}
              @opzij=${this.opOpzij}
            ></rt-breng-casus>`
          : this.brengt === 'dilemma'
            ? html`<rt-breng-dilemma
                .overlegId=${this.overlegId}
                @klaar=${this.opIngebracht}
                @opzij=${this.opOpzij}
              ></rt-breng-dilemma>`
            : html`<div class="rt-acties">
                ${magCasus ? html`<button type="button" class=${KNOP.gewoon} @click=${() => this.begin('casus')}>Breng een casus in</button>` : nothing}
                ${magDilemma ? html`<button type="button" class=${KNOP.gewoon} @click=${() => this.begin('dilemma')}>Breng een dilemma in</button>` : nothing}
              </div>`
      }
    </section>`;
  }

  private begin(wat: 'casus' | 'dilemma'): void {
    this.brengt = wat;
    void naarUitgeklapt(this, `rt-breng-${wat}`);
  }

  private readonly opOpzij = () => {
    this.brengt = null;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#rt-overleg-inbrengen')?.focus());
  };

  private readonly opIngebracht = () => {
    this.brengt = null;
    void this.vernieuw('Ingebracht. De voorzitter kijkt ernaar.');
  };

  private readonly opWijziging = (gebeurtenis: Event) => {
    if (gebeurtenis instanceof Agendawijziging)
      void this.vernieuw(gebeurtenis.gezegd, gebeurtenis.agendapuntId);
  };

  /** After something of one's own: the agenda as it is now, and focus there. */
  private async vernieuw(gezegd: string, agendapuntId: string | null = null): Promise<void> {
    await this.hier.ververs();
    await this.updateComplete;
    const punt = agendapuntId === null ? null : this.querySelector<HTMLElement>(`#rt-punt-${agendapuntId}`);
    (punt ?? this.querySelector<HTMLElement>('#rt-overleg-agenda'))?.focus();
    aankondigen(gezegd);
  }
}

const KOPPEN = { niets: 'Inbrengen', casus: 'Een casus inbrengen', dilemma: 'Een dilemma inbrengen' };

/** Hidden and absent alike (NK5). */
const NIETS_HIER = html`<h1>Dit overleg is er niet voor u</h1>
  <p>Controleer het adres, of kies een van uw overleggen.</p>
  <p><a class=${KNOP.hoofd} href="/overleggen">Naar uw overleggen</a></p>`;

/** The casussen that aren't on this agenda yet. */
function inTeBrengen({ overleg, casussen }: Toestand) {
  const er = (punt: Agendapunt) => punt.staat !== 'teruggegeven';
  const opAgenda = new Set((overleg?.agendapunten ?? []).filter(er).map(({ casusId }) => casusId));
  return casussen.filter(({ casusId, stand }) => stand !== 'onleesbaar' && !opAgenda.has(casusId));
}

/** Who is in it for every item, and so can bring a dilemma (OV10). */
function isVast({ rol }: Overleg): boolean {
  return rol !== 'deelnemer' && rol !== 'meedenker';
}

function mensen({ voorzitter, notulist, rol, videolink }: Overleg): TemplateResult {
  return html`${voorzitter === null || rol === 'voorzitter' ? nothing : html`Voorzitter is <bdi>${voorzitter.naam}</bdi>.`}
  ${notulist === null || rol === 'notulist' ? nothing : html`<bdi>${notulist.naam}</bdi> notuleert.`}
  ${videolink === null ? nothing : html`Via video: ${video(videolink)}.`}`;
}

/** What somebody typed is a link only when it leads to a page. */
function video(videolink: string): TemplateResult {
  return /^https:\/\/\S+$/.test(videolink)
    ? html`<a href=${videolink} rel="noreferrer">${videolink}</a>`
    : html`<bdi>${videolink}</bdi>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-overleg': RtOverleg;
  }
}

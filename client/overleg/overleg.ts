import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Agendapunt } from '../../shared/contract/agendapunten.ts';
import type { Overleg } from '../../shared/contract/overleggen.ts';
import type { Wijzer } from '../../shared/contract/wijzer.ts';
import { isLeiding, zitVast } from '../../shared/overleg.ts';
import { Opgehaald } from '../api/opgehaald.ts';
import { type Overleglijn, volgOverleg } from '../sync/overleglijn.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { Dag } from '../ui/dag.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { Tik } from '../ui/tik.ts';
import { ga, zetTitel } from '../ui/navigatie.ts';
import { isIetsTeVerliezen } from '../ui/onbewaard.ts';
import { padNaar } from '../ui/plaats.ts';
import { inOverleg, zetInOverleg } from '../ui/in-overleg.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { ALS_WIE, wanneer } from '../ui/overlegregel.ts';
import { meldBeurt, openVoor } from './aan-de-beurt.ts';
import './agendapunt.ts';
import { Agendawijziging } from './agendawijziging.ts';
import './breng-casus.ts';
import './breng-dilemma.ts';
import { klokTekst } from './klok.ts';
import './leiding.ts';
import './gesprek.ts';
import './schermen.ts';
import { midden } from './midden.ts';
import { nietOpgehaald } from '../ui/niet-opgehaald.ts';
import './oogstlijst.ts';
import { Stapwens } from './stapwens.ts';
import { haalToestand, type Toestand, toestandNaStap } from './toestand.ts';
import { naarUitgeklapt } from './uitklap.ts';
import { hoortToetsen } from '../ui/toetsen.ts';
import { Vertelvraag } from './vertelvraag.ts';
import { wachtkamer } from './wachtkamer.ts';
import { type Wijzen, wijsHier } from './wijzen.ts';

/** One overleg, as I may know it (OV1): what of its agenda is mine, and bringing something to it. */
@customElement('rt-overleg')
export class RtOverleg extends LichtElement {
  @property({ attribute: false }) overlegId = '';
  /** What one is bringing. */
  @state() private brengt: 'casus' | 'dilemma' | null = null;

  /** The line was there, and isn't now. */
  @state() private isLijnWeg = false;

  private readonly dag = new Dag(this);
  private eerder: Toestand | null = null;
  /** Who points at what, as the line tells it. */
  @state() private wijzer: Wijzer | null = null;
  private eerderWijzen: Wijzen | null = null;
  private lijn: Overleglijn | undefined;
  /** Null: there is nothing here for me. */
  private readonly hier = new Opgehaald(
    this,
    () => haalToestand(this.overlegId, this.eerder),
    (hier) => this.opHier(hier),
  );

  constructor() {
    super();
    new Tik(this, () => {
      const open = openVoor(this.eerder?.overleg ?? null);
      return open === undefined ? '' : klokTekst(open);
    });
    hoortToetsen(this, () => {
      const overleg = this.eerder?.overleg ?? null;
      const wijzen = overleg === null ? null : this.wijzen(overleg);
      if (wijzen === null) return [];
      return [{ toets: 'p', naam: 'Wijs aan waar u bent', doe: () => wijsHier(wijzen, this) }];
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener(Agendawijziging.naam, this.opWijziging);
    this.addEventListener(Stapwens.naam, this.opStapwens);
    this.addEventListener(Vertelvraag.naam, this.opVertelvraag);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener(Agendawijziging.naam, this.opWijziging);
    this.removeEventListener(Stapwens.naam, this.opStapwens);
    this.removeEventListener(Vertelvraag.naam, this.opVertelvraag);
    this.lijn?.stop();
    this.lijn = undefined;
    this.eerder = null;
  }

  protected override render() {
    const { waarde, fout, ververs } = this.hier;
    const isBreed = waarde?.overleg?.staat === 'bezig';
    return html`<div class="rt-kolom ${isBreed ? 'rt-overleg--bezig' : 'rt-kolom--smal'} rt-overleg">
      ${this.isLijnWeg ? LIJN_WEG : nothing}
      ${fout === '' ? nothing : nietOpgehaald('Dit overleg is niet opgehaald', fout, ververs)}
      ${
        waarde === undefined
          ? html`<h1>Overleg</h1>
              ${fout === '' ? html`<p class="rt-laden">Het overleg wordt opgehaald…</p>` : nothing}`
          : waarde === null
            ? html`<rt-oogstlijst .overlegId=${this.overlegId} .anders=${NIETS_HIER}></rt-oogstlijst>`
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
      ${overleg === null ? nothing : this.gang(overleg)}
      ${overleg === null ? nothing : this.tafel(hier, overleg)}
      ${overleg === null || overleg.schermen === null || overleg.staat === 'gesloten' ? nothing : html`<rt-schermen .overleg=${overleg} .ververs=${this.verversGang}></rt-schermen>`}
      ${this.inbrengen(hier)}
      <p><a href="/overleggen">Alle overleggen</a></p>
    `;
  }

  /** How it goes: to who leads it the bar with which they do, to anybody else when it is their turn. */
  private gang(overleg: Overleg): TemplateResult | typeof nothing {
    if (overleg.staat === 'gesloten')
      return html`<p class="rt-overleg__gang"><strong>Dit overleg is gesloten.</strong></p>
        <rt-oogstlijst .overlegId=${this.overlegId} .zonderKop=${true}></rt-oogstlijst>`;
    const gesprek =
      overleg.gesprek === null
        ? nothing
        : html`<rt-gesprek .overleg=${overleg} .ververs=${this.verversGang}></rt-gesprek>`;
    if (overleg.stand !== null)
      return html`<rt-leiding .overleg=${overleg} .ververs=${this.verversGang}></rt-leiding>${gesprek}`;
    return overleg.staat === 'bezig' ? html`${wachtkamer(overleg)}${gesprek}` : nothing;
  }

  /** The agenda; beside it what is open and mine to read. One whole, so that the agenda stays what it was, half-filled forms too. */
  private tafel(hier: Toestand, overleg: Overleg): TemplateResult {
    const open = openVoor(overleg);
    return html`<div class="rt-overleg__tafel ${open === undefined ? 'rt-overleg__tafel--leeg' : ''}">
      ${open === undefined ? nothing : keyed(open.id, midden(hier, overleg, open, this.dag.vandaag, this.wijzen(overleg)))}
      ${this.agenda(hier, overleg)}
    </div>`;
  }

  private agenda({ lijsten, titels }: Toestand, overleg: Overleg): TemplateResult {
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
                  <rt-agendapunt .overleg=${overleg} .punt=${punt} .titel=${titels.get(punt.casusId ?? '') ?? ''} .lijsten=${lijsten} .vandaag=${this.dag.vandaag}></rt-agendapunt>
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
                ${magCasus ? html`<button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${() => this.begin('casus')}>Breng een casus in</button>` : nothing}
                ${magDilemma ? html`<button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${() => this.begin('dilemma')}>Breng een dilemma in</button>` : nothing}
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

  /** Follows it from the first time that it is there; and says when another item opens or closes, and nothing else. */
  private opHier(hier: Toestand | null): void {
    if (hier === null) return;
    zetTitel(hier.kop.naam);
    const { overleg } = hier;
    const begon =
      overleg !== null && this.eerder?.overleg ? meldBeurt(this.eerder.overleg, overleg) : undefined;
    this.eerder = hier;
    if (overleg === null || overleg.staat === 'gesloten') {
      if (inOverleg() === this.overlegId) zetInOverleg(null);
      return;
    }
    if (overleg.staat === 'bezig') zetInOverleg(this.overlegId);
    if (begon !== undefined && overleg.stand === null) this.gaNaarBord(begon);
    this.lijn ??= volgOverleg(this.overlegId, {
      haal: () => void this.hier.ververs(),
      stap: (stap) => this.hier.wordt((toestand) => toestand && toestandNaStap(toestand, stap)),
      verbinding: (open) => {
        this.isLijnWeg = !open;
      },
      wijzer: (wijzer) => {
        this.wijzer = wijzer;
      },
    });
  }

  /** To who sits at the table of what is open; the same as before where nothing of it is otherwise. */
  private wijzen({ gesprek }: Overleg): Wijzen | null {
    if (gesprek === null) return null;
    const { agendapuntId, ik } = gesprek;
    const wijzer = this.wijzer?.agendapuntId === agendapuntId ? this.wijzer : null;
    const aan = !this.isLijnWeg;
    const was = this.eerderWijzen;
    if (was === null || was.ik !== ik || was.wijzer !== wijzer || was.aan !== aan)
      this.eerderWijzen = { wijzer, ik, aan, wijs: (plaats) => this.lijn?.wijs(agendapuntId, plaats) };
    return this.eerderWijzen;
  }

  /** What opens while one waits is brought to one (OV3), unless one is in the midst of something. */
  private gaNaarBord({ casusId }: Agendapunt): void {
    if (casusId !== null && !isIetsTeVerliezen(true)) ga(padNaar(casusId));
  }

  /**
   * After something of one's own. The line mostly told it by then, and what it asked for is the same answer.
   * @param versie as the overleg stands since, where that is known
   */
  private readonly verversGang = async (versie?: number): Promise<void> => {
    if (versie !== undefined) await this.hier.rust();
    const is = this.eerder?.overleg?.stand?.versie ?? -1;
    if (versie === undefined || is < versie) await this.hier.ververs();
    await this.updateComplete;
  };

  private readonly opStapwens = (wens: Event) => {
    if (wens instanceof Stapwens) void this.querySelector('rt-leiding')?.zet(wens.stap);
  };

  private readonly opVertelvraag = () => {
    void this.querySelector('rt-oogst')?.vraagVoorSluiten();
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

const LIJN_WEG = html`<p class="rt-overleg__lijn" role="status">
  <strong>Geen verbinding.</strong> U ziet wat er het laatst was. Zodra de verbinding er weer is, staat hier waar het
  overleg dan is.
</p>`;

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
  return zitVast(rol);
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

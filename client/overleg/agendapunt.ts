import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Agendapunt } from '../../shared/contract/agendapunten.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Overleg } from '../../shared/contract/overleggen.ts';
import { tijdstip } from '../ui/datum.ts';
import { heel, rijtje } from '../ui/heel.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { padNaarInlezen } from '../ui/overlegregel.ts';
import { padNaar } from '../ui/plaats.ts';
import './agendabesluit.ts';
import { watIsIngebracht } from './ingebracht.ts';
import { heropent } from './stapkeuze.ts';
import { Stapwens } from './stapwens.ts';
import './trek-in.ts';
import { naarUitgeklapt } from './uitklap.ts';
import { gastzin, isInTeLezen, naamVanPunt } from './woorden.ts';

/** An item of an agenda that I may know of, with what I can do with it. */
@customElement('rt-agendapunt')
export class RtAgendapunt extends LichtElement {
  @property({ attribute: false }) overleg!: Overleg;
  @property({ attribute: false }) punt!: Agendapunt;
  @property({ attribute: false }) lijsten!: Lijsten;
  /** What its casus is called on my own board; empty: I don't take part in it, or it has no name there. */
  @property({ attribute: false }) titel = '';
  /** `jjjj-mm-dd` */
  @property({ attribute: false }) vandaag = '';
  @state() private trektIn = false;
  /** Whether something is discussed; then who leads looks at that, and not at what can be done with the agenda. */
  @state() private isItemOpen = false;
  @state() private isGevouwen = false;

  protected override willUpdate(): void {
    const isItemOpen = this.overleg.stand?.fase === 'item';
    if (isItemOpen === this.isItemOpen) return;
    this.isItemOpen = isItemOpen;
    // Not under who is in it; and what was begun in it stays, folded or not.
    const isErin = this.querySelector('.rt-overleg__wijzig')?.contains(document.activeElement) === true;
    this.isGevouwen = isItemOpen && !isErin;
  }

  protected override render() {
    const { punt } = this;
    return html`<article class="rt-overleg__punt" aria-labelledby="rt-punt-${punt.id}">
      <h3 id="rt-punt-${punt.id}" tabindex="-1">${this.naam()}</h3>
      <p>${staatzin(punt)}</p>
      <p class="rt-zacht rt-klein rt-rijtje">
        ${rijtje([`${punt.minuten} minuten`, ALS[punt.als], punt.spoed ? 'spoed' : ''].filter((deel) => deel !== ''))}
      </p>
      ${
        punt.reden === null || punt.staat !== 'teruggegeven'
          ? nothing
          : html`<rt-melding
              soort="let-op"
              kop=${punt.als === 'leiding' ? 'Teruggegeven' : 'De voorzitter gaf dit terug'}
              .inhoud=${html`<p class="rt-overleg__tekst"><bdi>${punt.reden}</bdi></p>`}
            ></rt-melding>`
      }
      ${watIsIngebracht(punt, this.lijsten, this.vandaag)} ${this.inlezen()} ${this.eigen()} ${this.besluit()}
    </article>`;
  }

  private naam(): TemplateResult {
    const { soort, casusId, label, inbreng } = this.punt;
    if (soort === 'dilemma') return html`Dilemma: <bdi>${label}</bdi>`;
    if (label === '') return html`${hoofdletter(naamVanPunt(this.punt))}`;
    const vraag = inbreng?.vraag || (casusId === null ? '' : this.titel);
    const wat = html`${vraag === '' ? nothing : html`<bdi>${heel(vraag)}</bdi> `}<span class="rt-zacht">casus ${label}</span>`;
    return casusId === null ? wat : html`<a href=${padNaar(casusId)}>${wat}</a>`;
  }

  private inlezen(): TemplateResult | typeof nothing {
    const { overleg, punt } = this;
    if (overleg.staat === 'gesloten' || !isInTeLezen(punt)) return nothing;
    return html`<p><a href=${padNaarInlezen(overleg.id, punt.id)}>Lees in<span class="rt-alleen-voorlezen"> voor casus ${punt.label}</span></a></p>`;
  }

  private eigen(): TemplateResult | typeof nothing {
    const { overleg, punt } = this;
    if (punt.als !== 'inbrenger' || overleg.reeksId === null || overleg.staat === 'gesloten') return nothing;
    if (punt.staat === 'bezig' || punt.staat === 'besproken') return nothing;
    return this.trektIn
      ? html`<rt-trek-in
          .overlegId=${overleg.id}
          .agendapuntId=${punt.id}
          @opzij=${this.opOpzij}
        ></rt-trek-in>`
      : html`<button type="button" class="${KNOP.gewoon} ${KLEIN}" data-trek-in @click=${this.begin}>
          Haal van de agenda<span class="rt-alleen-voorlezen">: ${punt.label}</span>
        </button>`;
  }

  private besluit(): TemplateResult | typeof nothing {
    const { overleg, punt } = this;
    if (overleg.stand?.ikLeid !== true || punt.als !== 'leiding' || overleg.staat === 'gesloten')
      return nothing;
    return html`${overleg.stand.fase === 'tussen' ? this.nu() : nothing}
    <details class="rt-overleg__wijzig ${this.isItemOpen ? 'rt-vouw' : ''}" ?open=${!this.isGevouwen}>
      <summary>Wijzig op de agenda<span class="rt-alleen-voorlezen">: ${punt.label}</span></summary>
      <rt-agendabesluit
        .overlegId=${overleg.id}
        .punt=${punt}
        .overleg=${overleg}
        .aantal=${overleg.agendapunten.length}
        .inReeks=${overleg.reeksId !== null}
      ></rt-agendabesluit>
    </details>`;
  }

  /** Opens it out of its turn. */
  private nu(): TemplateResult | typeof nothing {
    const { punt } = this;
    const stap =
      punt.staat === 'aanvaard'
        ? ({ stap: 'item', agendapuntId: punt.id } as const)
        : punt.staat === 'besproken'
          ? heropent(punt)
          : null;
    if (stap === null) return nothing;
    return html`<div class="rt-acties">
      <button type="button" class="${KNOP.gewoon} ${KLEIN}" data-nu @click=${() => this.dispatchEvent(new Stapwens(stap))}>
        ${punt.staat === 'aanvaard' ? 'Begin hiermee' : 'Heropen'}<span class="rt-alleen-voorlezen">: ${punt.label}</span>
      </button>
    </div>`;
  }

  private readonly begin = () => {
    this.trektIn = true;
    void naarUitgeklapt(this, 'rt-trek-in');
  };

  private readonly opOpzij = () => {
    this.trektIn = false;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('[data-trek-in]')?.focus());
  };
}

const ALS: Readonly<Record<Agendapunt['als'], string>> = {
  leiding: '',
  inbrenger: 'u bracht dit in of bent regisseur',
  lid: 'voor de vaste leden',
  deelnemer: 'u doet mee aan deze casus',
  meedenker: 'u denkt mee',
  gast: 'u bent er te gast',
};

/** Where it stands, and when it is expected: in whole five minutes, as the server says it (OV1). */
function staatzin({ staat, verwacht, als, venster }: Agendapunt): string {
  if (staat === 'ingebracht')
    return als === 'leiding' ? 'Ingebracht.' : 'Ingebracht. De voorzitter heeft nog niet besloten.';
  if (staat === 'teruggegeven') return 'Staat niet op de agenda.';
  if (staat === 'bezig') return 'Nu aan de beurt.';
  if (staat === 'besproken') return 'Besproken.';
  if (als === 'gast') return `${gastzin(venster)}.`;
  return verwacht === null ? 'Op de agenda.' : `Op de agenda, verwacht rond ${tijdstip(verwacht)}.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-agendapunt': RtAgendapunt;
  }
}

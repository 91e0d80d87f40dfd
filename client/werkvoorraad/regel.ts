import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Wachtend } from '../../shared/contract/werkvoorraad.ts';
import type { Stand } from '../../shared/plan/kaartsoorten.ts';
import { ApiFout, berichtVan, roep } from '../api/api.ts';
import { Poging } from '../api/poging.ts';
import { casusnaam, type Zetelregel } from '../casus/casusnaam.ts';
import '../kaarten/andere-datum.ts';
import { naamVan } from '../lijsten.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { metDag, termijn, tijdstip } from '../ui/datum.ts';
import { heel, rijtje } from '../ui/heel.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { magWeg } from '../ui/onbewaard.ts';
import { opsomming } from '../ui/opsomming.ts';
import { type Ding, padNaar } from '../ui/plaats.ts';
import { VINK } from '../ui/tekens.ts';
import './bijwerken.ts';
import { Werkdatum } from './bijwerken.ts';
import { isGedaan } from './indeling.ts';

/** What I did on a line: how the afspraak is now. Or, without it: somebody was first, and it must be fetched anew. */
export class Werkgedaan extends Event {
  readonly kaart: Kaart | null;

  constructor(kaart: Kaart | null) {
    super(Werkgedaan.naam, { bubbles: true });
    this.kaart = kaart;
  }

  static readonly naam = 'rt-werkgedaan';
}

/** One line of *mijn werk*: what, of which casus, when, and what one does about it, always in the same place. */
@customElement('rt-werkregel')
export class RtWerkregel extends LichtElement {
  @property({ attribute: false }) wachtend!: Wachtend;
  @property({ attribute: false }) zetel: Zetelregel | undefined;
  @property({ attribute: false }) lijsten!: Lijsten;
  /** `jjjj-mm-dd` */
  @property({ attribute: false }) vandaag = '';

  @state() private open = false;
  @state() private melding = '';
  @state() private bezig = false;
  /** I was about to do it, and another had done it. */
  @state() private wasLaat = false;
  /** ST13: made once, however often it must be sent. */
  private readonly poging = new Poging((wacht) => {
    this.melding = wacht ? 'Regietafel antwoordt niet. Wij proberen het vanzelf opnieuw.' : '';
  });
  /** What a form here saved, until it says that it is ready: then it goes. */
  private bewaard: Kaart | null = null;
  private readonly neemIn = (kaart: Kaart): void => {
    this.bewaard = kaart;
  };
  private readonly datum = new Werkdatum(
    () => this.wachtend,
    this.neemIn,
    (kaart) => this.dispatchEvent(new Werkgedaan(kaart)),
  );
  /** How it stood before I ticked it off. */
  private eerder: Stand = 'bezig';

  /** Focus on what it leads to. */
  naarRegel(): void {
    this.querySelector<HTMLElement>('a')?.focus();
  }

  /** Ticks it off, or back on. @returns false where there is nothing to tick */
  vink(): boolean {
    if (this.wachtend.afspraak === null) return false;
    void this.zet(isGedaan(this.wachtend) ? this.eerder : 'gedaan');
    return true;
  }

  /** Unfolds or folds what else can be said of it. @returns false where there is nothing */
  klap(): boolean {
    if (this.wachtend.afspraak === null || isGedaan(this.wachtend)) return false;
    void this.wissel();
    return true;
  }

  protected override render() {
    const { wachtend } = this;
    const gedaan = isGedaan(wachtend);
    return html`<div class="rt-werk__regel ${gedaan ? 'rt-werk__regel--gedaan' : ''}">
        <a class="rt-werk__wat" href=${padNaar(wachtend.casusId, { ding: dingVan(wachtend) })}
          >${gedaan ? html`${VINK}<span class="rt-alleen-voorlezen">Gedaan: </span>` : nothing}<bdi>${heel(wachtend.titel)}</bdi></a
        >
        <p class="rt-werk__welke rt-rijtje">${this.welke()}</p>
        <p class="rt-werk__wanneer">${this.wanneer()}</p>
        <div class="rt-werk__doen">${this.doen(gedaan)}</div>
      </div>
      <div role="status">${this.bericht()}</div>
      ${this.open && !gedaan ? this.bijwerken() : nothing}`;
  }

  private welke(): TemplateResult[] {
    const { zetel, wachtend } = this;
    const wie = wachtend.over.length > 0 ? wachtend.over : (zetel?.leden ?? []);
    const casus = wachtend.casusLabel === '' ? '' : `Casus ${wachtend.casusLabel}`;
    const waar = html`<bdi>${zetel === undefined ? casus : heel(casusnaam(zetel))}</bdi>`;
    return rijtje(
      wie.length === 0 ? [waar] : [waar, html`<span class="rt-werk__wie">${heel(opsomming(wie))}</span>`],
    );
  }

  private wanneer(): TemplateResult | string {
    const { uiterlijk, soort } = this.wachtend;
    if (isGedaan(this.wachtend)) return this.wasLaat ? '' : this.doorWie();
    if (soort === 'concept') return 'alleen u ziet dit';
    if (uiterlijk === null) return '';
    return uiterlijk < this.vandaag
      ? html`<span class="rt-over-tijd">${termijn(uiterlijk, this.vandaag)}</span>`
      : metDag(uiterlijk, this.vandaag);
  }

  private doorWie(): string {
    const gedaan = this.wachtend.afspraak?.gedaan ?? null;
    return gedaan === null || gedaan.doorMij ? 'gedaan' : `gedaan door ${this.wie(gedaan.zetel)}`;
  }

  private wie(zetel: string | null): string {
    return zetel === null ? 'iemand anders' : naamVan(this.lijsten.zetels, zetel);
  }

  private bericht(): TemplateResult | typeof nothing {
    const gedaan = this.wachtend.afspraak?.gedaan ?? null;
    if (this.wasLaat && isGedaan(this.wachtend)) {
      const wie = gedaan === null || gedaan.zetel === null ? 'Iemand anders' : this.wie(gedaan.zetel);
      const tijd = gedaan === null ? '' : `, ${tijdstip(gedaan.op)}`;
      return html`<p class="rt-werk__bericht">${wie} zette dit al op gedaan${tijd}.</p>`;
    }
    return this.melding === '' ? nothing : html`<p class="rt-werk__bericht">${this.melding}</p>`;
  }

  private doen(gedaan: boolean): TemplateResult {
    const { wachtend, bezig } = this;
    const naam = html`<span class="rt-alleen-voorlezen">: ${wachtend.titel}</span>`;
    if (gedaan)
      return html`<button type="button" class="rt-als-link" @click=${() => this.vink()}>Maak ongedaan${naam}</button>`;
    if (wachtend.afspraak !== null) {
      return html`<button
          type="button"
          class="${KNOP.gewoon} ${KLEIN}"
          aria-disabled=${bezig ? 'true' : nothing}
          @click=${() => this.vink()}
        >
          ${VINK} Gedaan${naam}</button
        ><button
          type="button"
          class="rt-als-link rt-werk__meer"
          aria-expanded=${this.open ? 'true' : 'false'}
          @click=${() => this.klap()}
        >
          Hoe staat het<span class="rt-alleen-voorlezen"> ermee, of een andere datum${naam}</span
          ><span aria-hidden="true">?</span>
        </button>`;
    }
    const pad = padNaar(wachtend.casusId, { ding: dingVan(wachtend) });
    return html`<a class="${KNOP.gewoon} ${KLEIN}" href=${pad} tabindex="-1">${DOEN[wachtend.soort]}${naam}</a>`;
  }

  private bijwerken(): TemplateResult {
    const { wachtend, lijsten } = this;
    return html`<div class="rt-werk__bijwerken" @keydown=${this.opEscape} @klaar=${this.opKlaar}>
      <rt-werk-voortgang
        .wachtend=${wachtend}
        .lijsten=${lijsten}
        .neemIn=${this.neemIn}
      ></rt-werk-voortgang>
      ${this.andereDatum()}
    </div>`;
  }

  private andereDatum(): TemplateResult | typeof nothing {
    const { kaartId, afspraak, uiterlijk } = this.wachtend;
    if (kaartId === null || afspraak?.magDatum !== true) return nothing;
    const gedateerd = { id: kaartId, versie: afspraak.versie, uiterlijk: uiterlijk ?? undefined };
    return html`<rt-andere-datum .plek=${this.datum} .afspraak=${gedateerd}></rt-andere-datum>`;
  }

  private async zet(stand: Stand): Promise<void> {
    const { casusId, kaartId, afspraak } = this.wachtend;
    if (this.bezig || afspraak === null || kaartId === null) return;
    if (stand === 'gedaan') this.eerder = afspraak.stand;
    this.bezig = true;
    this.melding = '';
    this.wasLaat = false;
    try {
      const kaart = await this.stuur({ casusId, kaartId }, afspraak, stand);
      this.open = false;
      this.dispatchEvent(new Werkgedaan(kaart));
      aankondigen(stand === 'gedaan' ? 'Gedaan.' : 'Weer open.');
    } catch (fout) {
      const isGedaanDoorAnder =
        fout instanceof ApiFout && fout.kaart?.soort === 'afspraak' && fout.kaart.stand === 'gedaan';
      this.wasLaat = stand === 'gedaan' && isGedaanDoorAnder;
      this.melding = this.wasLaat ? '' : berichtVan(fout);
      // What was refused may have been about an older line than the server's.
      if (fout instanceof ApiFout && fout.status !== 0) this.dispatchEvent(new Werkgedaan(null));
    } finally {
      this.bezig = false;
    }
    await this.updateComplete;
    // The button that was pressed may have become another.
    if (document.activeElement === document.body)
      this.querySelector<HTMLElement>('.rt-werk__doen > *')?.focus();
  }

  /** ST14: tries again when another changed something else of it meanwhile. */
  private async stuur(
    params: { casusId: string; kaartId: string },
    { versie, stand: stond }: NonNullable<Wachtend['afspraak']>,
    stand: Stand,
  ): Promise<Kaart> {
    try {
      return await roep('kaart.zetStap', { params, body: { stand, versie }, poging: this.poging });
    } catch (fout) {
      const nu = fout instanceof ApiFout && fout.isVerouderd ? fout.kaart : null;
      if (nu?.soort !== 'afspraak' || nu.versie === versie || nu.stand !== stond) throw fout;
      return await this.stuur(
        params,
        { versie: nu.versie, stand: nu.stand, magDatum: false, gedaan: null },
        stand,
      );
    }
  }

  private async wissel(): Promise<void> {
    if (this.open && !(await magWeg(this))) return;
    this.open = !this.open;
    await this.updateComplete;
    if (!this.open) this.querySelector<HTMLElement>('.rt-werk__meer')?.focus();
    else {
      const vorm = this.querySelector<RtWerkregel>('rt-werk-voortgang');
      await vorm?.updateComplete;
      vorm?.querySelector<HTMLElement>('select, input')?.focus();
    }
  }

  private readonly opEscape = (toets: KeyboardEvent) => {
    if (toets.key !== 'Escape') return;
    toets.stopPropagation();
    void this.wissel();
  };

  private readonly opKlaar = () => {
    this.open = false;
    if (this.bewaard !== null) this.dispatchEvent(new Werkgedaan(this.bewaard));
    this.bewaard = null;
    aankondigen('Bewaard.');
    void this.updateComplete.then(() => this.naarRegel());
  };
}

/** What a line leads to. */
function dingVan({ kaartId, veldId }: Wachtend): Ding | null {
  if (kaartId !== null) return { soort: 'kaart', id: kaartId };
  return veldId === null ? null : { soort: 'tekst', id: veldId };
}

const DOEN: Readonly<Record<Wachtend['soort'], string>> = {
  afspraak: 'Gedaan',
  herziening: 'Bekijk',
  zetel_eindigt: 'Bekijk',
  verzoek: 'Besluit',
  collega: 'Bekijk',
  nog_niet_geopend: 'Open',
  concept: 'Verder',
  onleesbaar: 'Bekijk',
  niet_rond: 'Vul aan',
  regie_voorstel: 'Bekijk',
  regie_antwoord: 'Bekijk',
};

declare global {
  interface HTMLElementTagNameMap {
    'rt-werkregel': RtWerkregel;
  }
}

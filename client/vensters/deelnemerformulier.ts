import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Deelnemer, Kandidaten } from '../../shared/contract/casussen.ts';
import { berichtVan } from '../api/api.ts';
import { naamVan } from '../lijsten.ts';
import { datumVan } from '../ui/datum.ts';
import { type Fouten, keuzelijst, keuzerondjes, tekstregel } from '../ui/formulier.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import { voorWieVelden } from './uitnodigen.ts';
import './voorbeeld.ts';

/** Changes how somebody takes part: from where, for whom, until when, whether the others know. Fires `klaar`. */
@customElement('rt-bord-deelnemerformulier')
export class RtBordDeelnemerformulier extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) deelnemer!: Deelnemer;

  @state() private zetel = '';
  @state() private zetels: readonly string[] = [];
  @state() private wie: 'huishouden' | 'leden' = 'huishouden';
  @state() private lidIds: readonly string[] = [];
  @state() private tot = '';
  @state() private bekend = false;
  @state() private bekendSinds = '';
  @state() private fouten: Fouten = new Map();
  @state() private melding = '';
  @state() private stand: 'schrijven' | 'bezig' | 'beeindigen?' = 'schrijven';
  private begin: Deelnemer | null = null;

  protected override willUpdate(_gewijzigd: PropertyValues): void {
    // Once: a later update of the board leaves what was chosen here as it is.
    if (this.begin !== null) return;
    const { deelnemer } = this;
    this.begin = deelnemer;
    this.zetel = deelnemer.zetel;
    this.zetels = [deelnemer.zetel];
    this.wie = deelnemer.lidIds ? 'leden' : 'huishouden';
    this.lidIds = deelnemer.lidIds ?? [];
    this.tot = deelnemer.tot ? datumVan(deelnemer.tot) : '';
    this.bekend = deelnemer.bekend === true;
    this.bekendSinds = deelnemer.bekendSinds ?? this.kijk.vandaag;
    this.verbinding.haal<Kandidaten>('/kandidaten').then(
      ({ kandidaten }) => {
        const kandidaat = kandidaten.find((ander) => ander.medewerkerId === deelnemer.medewerkerId);
        if (kandidaat !== undefined) this.zetels = kandidaat.zetels;
      },
      // Without the list one can change everything but from where.
      () => {},
    );
  }

  protected override render() {
    const { deelnemer, kijk } = this;
    return html`<form class="bord-formulier" novalidate @submit=${this.bewaar}>
      ${this.melding === '' ? nothing : html`<rt-melding soort="fout" kop="Niet gelukt" .inhoud=${this.melding}></rt-melding>`}
      <p>
        <strong>${deelnemer.naam}</strong>, ${deelnemer.functie}, ${deelnemer.organisatie}.
        ${
          deelnemer.waarvoor === undefined || deelnemer.grondslag === undefined
            ? nothing
            : html`Doet mee voor: ${naamVan(kijk.lijsten.waarvoor, deelnemer.waarvoor).toLowerCase()}
              (${naamVan(kijk.lijsten.grondslag, deelnemer.grondslag).toLowerCase()}).`
        }
      </p>
      ${
        this.zetels.length < 2
          ? nothing
          : keuzelijst({
              id: 'bord-deel-zetel',
              label: 'Vanuit',
              waarde: this.zetel,
              keuzes: this.zetels.map((code) => ({ code, naam: kijk.zetelnaam(code) })),
              opKeuze: (zetel) => {
                this.zetel = zetel;
              },
            })
      }
      ${voorWieVelden(kijk, { wie: this.wie, lidIds: this.lidIds }, this.fouten, (deel) => {
        if (deel.wie !== undefined) this.wie = deel.wie;
        if (deel.lidIds !== undefined) this.lidIds = deel.lidIds;
      })}
      ${tekstregel({
        id: 'bord-deel-tot',
        label: 'Tot wanneer?',
        type: 'date',
        magLeeg: true,
        waarde: this.tot,
        opInvoer: (tot) => {
          this.tot = tot;
        },
      })}
      ${deelnemer.discreet ? this.weten() : nothing} ${this.voorbeeld()} ${this.onderkant()}
    </form>`;
  }

  /** NK20: others know only after the household agreed, with the date. */
  private weten(): TemplateResult {
    return html`${keuzerondjes({
      id: 'bord-deel-bekend',
      label: 'Mogen de anderen weten dat deze persoon meedoet?',
      waarde: this.bekend ? 'ja' : 'nee',
      keuzes: [
        { code: 'nee', naam: 'Nee, alleen u weet het' },
        { code: 'ja', naam: 'Ja, het gezin vindt dat goed' },
      ],
      opKeuze: (code) => {
        this.bekend = code === 'ja';
      },
    })}
    ${
      this.bekend
        ? tekstregel({
            id: 'bord-deel-bekendSinds',
            label: 'Sinds wanneer vindt het gezin dat goed?',
            type: 'date',
            uiterst: this.kijk.vandaag,
            waarde: this.bekendSinds,
            opInvoer: (datum) => {
              this.bekendSinds = datum;
            },
          })
        : nothing
    }`;
  }

  private voorbeeld() {
    const { medewerkerId } = this.deelnemer;
    if (medewerkerId === undefined || (this.wie === 'leden' && this.lidIds.length === 0)) return nothing;
    return html`<rt-bord-voorbeeld
      .kijk=${this.kijk}
      .verbinding=${this.verbinding}
      .vraag=${{ medewerkerId, zetel: this.zetel, lidIds: this.wie === 'leden' ? this.lidIds : null }}
    ></rt-bord-voorbeeld>`;
  }

  private onderkant(): TemplateResult {
    const { deelnemer } = this;
    if (this.stand === 'beeindigen?') {
      return html`<div class="bord-vraag" role="alert">
        <p>Weet u zeker dat ${deelnemer.naam} stopt met meedoen? Deze persoon ziet het bord dan meteen niet meer.</p>
        <div class="bord-formulier__onderkant">
          <button type="button" class=${KNOP.gewoon} @click=${() => this.zetStand('schrijven')}>Nee, terug</button>
          <button type="button" class=${KNOP.weg} @click=${this.beeindig}>Ja, laat stoppen</button>
        </div>
      </div>`;
    }
    return html`<div class="bord-formulier__onderkant">
      <button type="submit" class=${KNOP.hoofd} ?disabled=${this.stand === 'bezig'}>Bewaren</button>
      <button type="button" class=${KNOP.weg} @click=${() => this.zetStand('beeindigen?')}>
        Laat stoppen met meedoen
      </button>
    </div>`;
  }

  private zetStand(stand: 'schrijven' | 'beeindigen?'): void {
    this.stand = stand;
  }

  private readonly beeindig = () => this.regel('DELETE');

  private readonly bewaar = (gebeurtenis: Event) => {
    gebeurtenis.preventDefault();
    if (this.wie === 'leden' && this.lidIds.length === 0) {
      this.fouten = new Map([['bord-uit-lidIds', 'Kies voor wie deze persoon meedoet']]);
      return;
    }
    void this.regel('PATCH', this.wijziging());
  };

  /** Only what is different: each change of a seat is recorded. */
  private wijziging(): Record<string, unknown> {
    const eerder = this.begin ?? this.deelnemer;
    const lidIds = this.wie === 'leden' ? this.lidIds : null;
    const tot = eerder.tot ? datumVan(eerder.tot) : '';
    const wasSinds = eerder.bekend ? (eerder.bekendSinds ?? '') : '';
    const sinds = this.bekend ? this.bekendSinds : '';
    return {
      ...(this.zetel === eerder.zetel ? {} : { zetel: this.zetel }),
      ...(JSON.stringify(lidIds) === JSON.stringify(eerder.lidIds ?? null) ? {} : { lidIds }),
      ...(this.tot === tot ? {} : { tot: this.tot === '' ? null : this.tot }),
      ...(eerder.discreet && sinds !== wasSinds ? { bekend: sinds === '' ? false : sinds } : {}),
    };
  }

  private async regel(methode: 'PATCH' | 'DELETE', body?: Record<string, unknown>): Promise<void> {
    if (this.stand === 'bezig') return;
    this.stand = 'bezig';
    this.melding = '';
    try {
      if (body === undefined || Object.keys(body).length > 0) {
        await this.verbinding.regel(methode, `/deelnemers/${this.deelnemer.id}`, body);
      }
      this.dispatchEvent(new Event('klaar'));
    } catch (fout) {
      this.melding = berichtVan(fout);
    } finally {
      this.stand = 'schrijven';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-deelnemerformulier': RtBordDeelnemerformulier;
  }
}

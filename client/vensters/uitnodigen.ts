import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Kandidaten } from '../../shared/contract/casussen.ts';
import { ApiFout, berichtVan } from '../api/api.ts';
import {
  aanvinklijst,
  type Fouten,
  foutenoverzicht,
  keuzelijst,
  keuzerondjes,
  tekstregel,
  tekstvlak,
  toonFouten,
} from '../ui/formulier.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import './voorbeeld.ts';

/** What the regisseur fills in to ask somebody to the table. */
interface Uitnodiging {
  readonly medewerkerId: string;
  readonly zetel: string;
  readonly wie: 'huishouden' | 'leden';
  readonly lidIds: readonly string[];
  readonly waarvoor: string;
  readonly grondslag: string;
  readonly tot: string;
  readonly akkoord: '' | 'ja' | 'nee';
  readonly reden: string;
}

/** Asks somebody to take part (NK12), and shows beforehand what they will see. Fires `klaar`. */
@customElement('rt-bord-uitnodigen')
export class RtBordUitnodigen extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;

  @state() private kandidaten: Kandidaten['kandidaten'] | null = null;
  @state() private u: Uitnodiging = LEEG;
  @state() private fouten: Fouten = new Map();
  @state() private melding = '';
  @state() private bezig = false;

  protected override firstUpdated(_gewijzigd: PropertyValues): void {
    this.verbinding.haal<Kandidaten>('/kandidaten').then(
      ({ kandidaten }) => {
        this.kandidaten = kandidaten;
      },
      (fout: unknown) => {
        this.melding = berichtVan(fout);
      },
    );
  }

  protected override render() {
    const { kandidaten, u } = this;
    const fout =
      this.melding === ''
        ? nothing
        : html`<rt-melding soort="fout" kop="Niet gelukt" .inhoud=${this.melding}></rt-melding>`;
    if (kandidaten === null) return this.melding === '' ? html`<p role="status">Een ogenblik…</p>` : fout;
    if (kandidaten.length === 0) return html`<p>Er is niemand meer die u kunt uitnodigen.</p>`;
    return html`<form class="bord-formulier" novalidate @submit=${this.bewaar}>
      ${foutenoverzicht(this.fouten)} ${fout} ${this.persoon(kandidaten)} ${this.voorWie()} ${this.grond()}
      ${this.tot()} ${this.akkoord()}
      ${
        u.medewerkerId === '' || u.zetel === '' || (u.wie === 'leden' && u.lidIds.length === 0)
          ? html`<p class="rt-zacht">Kies wie er meedoet en voor wie. Dan ziet u hier wat deze persoon gaat zien.</p>`
          : html`<rt-bord-voorbeeld
              .kijk=${this.kijk}
              .verbinding=${this.verbinding}
              .vraag=${{ medewerkerId: u.medewerkerId, zetel: u.zetel, lidIds: u.wie === 'leden' ? u.lidIds : null }}
            ></rt-bord-voorbeeld>`
      }
      <div class="bord-formulier__onderkant">
        <button type="submit" class=${KNOP.hoofd} ?disabled=${this.bezig}>Laat meedoen</button>
      </div>
    </form>`;
  }

  private persoon(kandidaten: Kandidaten['kandidaten']): TemplateResult {
    const { kijk, u, fouten } = this;
    const gekozen = kandidaten.find((kandidaat) => kandidaat.medewerkerId === u.medewerkerId);
    return html`${keuzelijst({
      id: 'bord-uit-medewerkerId',
      label: 'Wie?',
      waarde: u.medewerkerId,
      leeg: 'Kies iemand…',
      keuzes: kandidaten.map(({ medewerkerId, naam, functie, organisatie }) => ({
        code: medewerkerId,
        naam: `${organisatie}: ${naam}, ${functie}`,
      })),
      opKeuze: (medewerkerId) => {
        const kandidaat = kandidaten.find((ander) => ander.medewerkerId === medewerkerId);
        this.zet({ medewerkerId, zetel: kandidaat?.zetels[0] ?? '' });
      },
      fouten,
    })}
    ${
      gekozen === undefined || gekozen.zetels.length < 2
        ? nothing
        : keuzelijst({
            id: 'bord-uit-zetel',
            label: 'Vanuit',
            waarde: u.zetel,
            keuzes: gekozen.zetels.map((code) => ({ code, naam: kijk.zetelnaam(code) })),
            opKeuze: (zetel) => this.zet({ zetel }),
            fouten,
          })
    }
    ${gekozen?.zetels.length === 1 ? html`<p class="bord-uit__vanuit">Doet mee vanuit ${kijk.zetelnaam(u.zetel)}.</p>` : nothing}`;
  }

  private voorWie(): TemplateResult {
    return voorWieVelden(this.kijk, this.u, this.fouten, (deel) => this.zet(deel));
  }

  private grond(): TemplateResult {
    const { kijk, u, fouten } = this;
    return html`${keuzelijst({
      id: 'bord-uit-waarvoor',
      label: 'Waarvoor doet deze persoon mee?',
      waarde: u.waarvoor,
      leeg: 'Kies…',
      keuzes: kijk.lijsten.waarvoor,
      opKeuze: (waarvoor) => this.zet({ waarvoor }),
      fouten,
    })}
    ${keuzelijst({
      id: 'bord-uit-grondslag',
      label: 'Op grond van',
      waarde: u.grondslag,
      leeg: 'Kies…',
      keuzes: kijk.lijsten.grondslag,
      opKeuze: (grondslag) => this.zet({ grondslag }),
      fouten,
    })}`;
  }

  private tot(): TemplateResult {
    return tekstregel({
      id: 'bord-uit-tot',
      label: 'Tot wanneer?',
      type: 'date',
      magLeeg: true,
      waarde: this.u.tot,
      opInvoer: (tot) => this.zet({ tot }),
      fouten: this.fouten,
    });
  }

  private akkoord(): TemplateResult {
    const { u, fouten } = this;
    return html`${keuzerondjes({
      id: 'bord-uit-gezinAkkoord',
      label: 'Vindt het gezin dit goed?',
      waarde: u.akkoord,
      keuzes: [
        { code: 'ja', naam: 'Ja, het is met het gezin afgesproken' },
        { code: 'nee', naam: 'Nee' },
      ],
      opKeuze: (akkoord) => this.zet({ akkoord: akkoord === 'ja' ? 'ja' : 'nee' }),
      fouten,
    })}
    ${
      u.akkoord !== 'nee'
        ? nothing
        : tekstvlak({
            id: 'bord-uit-reden',
            label: 'Waarom doet deze persoon toch mee?',
            uitleg: 'Dit wordt vastgelegd. Het gezin kan ernaar vragen.',
            regels: 3,
            waarde: u.reden,
            opInvoer: (reden) => this.zet({ reden }),
            fouten,
          })
    }`;
  }

  private zet(deel: Partial<Uitnodiging>): void {
    this.u = { ...this.u, ...deel };
  }

  private readonly bewaar = async (gebeurtenis: Event) => {
    gebeurtenis.preventDefault();
    if (this.bezig) return;
    this.fouten = ontbreekt(this.u);
    this.melding = '';
    if (this.fouten.size > 0) {
      await this.updateComplete;
      return toonFouten(this);
    }
    this.bezig = true;
    try {
      await this.verbinding.regel('POST', '/deelnemers', naarBody(this.u));
      this.dispatchEvent(new Event('klaar'));
    } catch (fout) {
      this.melding =
        fout instanceof ApiFout && fout.fouten.length > 0
          ? fout.fouten.map(({ bericht }) => bericht).join(' ')
          : berichtVan(fout);
    } finally {
      this.bezig = false;
    }
  };
}

/** For whom somebody takes part: everyone, or named members. */
export function voorWieVelden(
  kijk: Kijk,
  u: { readonly wie: 'huishouden' | 'leden'; readonly lidIds: readonly string[] },
  fouten: Fouten,
  zet: (deel: { wie?: 'huishouden' | 'leden'; lidIds?: string[] }) => void,
): TemplateResult {
  return html`${keuzerondjes({
    id: 'bord-uit-wie',
    label: 'Voor wie?',
    uitleg: 'Over wie hier niet bij staat, ziet deze persoon niets.',
    waarde: u.wie,
    keuzes: [
      { code: 'huishouden', naam: 'Het hele huishouden' },
      { code: 'leden', naam: 'Alleen voor:' },
    ],
    opKeuze: (wie) => zet({ wie: wie === 'leden' ? 'leden' : 'huishouden' }),
  })}
  ${
    u.wie === 'huishouden'
      ? nothing
      : aanvinklijst({
          id: 'bord-uit-lidIds',
          label: 'Wie uit het huishouden?',
          gekozen: u.lidIds,
          keuzes: kijk.bord.leden.map((lid) => ({ code: lid.id, naam: hoofdletter(lid.rol) })),
          opKeuze: (lidIds) => zet({ lidIds }),
          fouten,
        })
  }`;
}

const LEEG: Uitnodiging = {
  medewerkerId: '',
  zetel: '',
  wie: 'huishouden',
  lidIds: [],
  waarvoor: '',
  grondslag: '',
  tot: '',
  akkoord: '',
  reden: '',
};

function ontbreekt(u: Uitnodiging): Fouten {
  const fouten = new Map<string, string>();
  if (u.medewerkerId === '') fouten.set('bord-uit-medewerkerId', 'Kies wie er meedoet');
  if (u.wie === 'leden' && u.lidIds.length === 0)
    fouten.set('bord-uit-lidIds', 'Kies voor wie deze persoon meedoet');
  if (u.waarvoor === '') fouten.set('bord-uit-waarvoor', 'Kies waarvoor deze persoon meedoet');
  if (u.grondslag === '') fouten.set('bord-uit-grondslag', 'Kies op grond waarvan');
  if (u.akkoord === '') fouten.set('bord-uit-gezinAkkoord', 'Kies of het gezin dit goed vindt');
  if (u.akkoord === 'nee' && u.reden.trim() === '')
    fouten.set('bord-uit-reden', 'Schrijf op waarom deze persoon toch meedoet');
  return fouten;
}

function naarBody(u: Uitnodiging): Record<string, unknown> {
  return {
    medewerkerId: u.medewerkerId,
    zetel: u.zetel,
    lidIds: u.wie === 'leden' ? u.lidIds : null,
    waarvoor: u.waarvoor,
    grondslag: u.grondslag,
    ...(u.tot === '' ? {} : { tot: u.tot }),
    gezinAkkoord: u.akkoord === 'ja' ? { ja: true } : { ja: false, reden: u.reden.trim() },
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-uitnodigen': RtBordUitnodigen;
  }
}

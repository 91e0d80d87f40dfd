import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Deelnemer } from '../../shared/contract/deelnemers.ts';
import { DEELNEMERLABELS } from '../../shared/plan/veldlabels.ts';
import { roep } from '../api/api.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import { naamVan } from '../lijsten.ts';
import { datumVan } from '../ui/datum.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from './formulier.ts';
import { Opdrachtcontroller } from './opdrachtcontroller.ts';
import { Ophalen } from './ophalen.ts';
import { datum, rondjes } from './veld.ts';
import type { Venster } from './venster.ts';
import './voorbeeld.ts';
import { lidIdsVan, vanuitVeld, voorWieVelden } from './zetelvelden.ts';

/** Changes how somebody takes part: from where, for whom, until when, whether the others know. */
export const DEELNEMER: Venster<Deelnemer> = {
  kop: (kijk, { zetel, naam }) => `${kijk.zetelnaam(zetel)}: ${naam}`,
  bestaatNog: (kijk) => kijk.ikRegisseer,
  inhoud: ({ kijk, verbinding }, deelnemer) =>
    html`<rt-deelnemer .kijk=${kijk} .verbinding=${verbinding} .deelnemer=${deelnemer}></rt-deelnemer>`,
};

@customElement('rt-deelnemer')
export class RtDeelnemer extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  /** As it was when the window opened. */
  @property({ attribute: false }) deelnemer!: Deelnemer;

  private readonly kandidaten = new Ophalen(this, () =>
    roep('deelnemer.kandidaten', { params: { casusId: this.verbinding.casusId } }),
  );
  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.deelnemer.id,
    begin: () => this.waardenVan(this.deelnemer),
    nu: () => {
      const nu = this.kijk.deelnemer(this.deelnemer.id);
      return nu === undefined ? null : this.waardenVan(nu);
    },
    velden: ({ wie, bekend }) => [
      ...vanuitVeld(this.kijk, this.zetels),
      ...voorWieVelden(this.kijk, wie),
      datum('tot', DEELNEMERLABELS.tot, 'einde', { magLeeg: true }),
      // NK20: others know only after the household agreed, with the date.
      ...(this.deelnemer.discreet ? [WETEN] : []),
      ...(this.deelnemer.discreet && bekend === 'ja'
        ? [datum('bekendSinds', DEELNEMERLABELS.bekendSinds, 'gebeurd', { pad: 'bekend' })]
        : []),
    ],
    // Only what is different: each change of a seat is recorded.
    stuur: async (d, gewijzigd) => {
      const heeft = (...namen: (keyof typeof d)[]) => namen.some((naam) => gewijzigd.has(naam));
      const body = {
        ...(heeft('zetel') ? { zetel: d.zetel } : {}),
        ...(heeft('wie', 'lidIds') ? { lidIds: lidIdsVan(d) } : {}),
        ...(heeft('tot') ? { tot: d.tot === '' ? null : d.tot } : {}),
        ...(heeft('bekend', 'bekendSinds') ? { bekend: d.bekend === 'ja' ? d.bekendSinds : false } : {}),
      };
      if (Object.keys(body).length > 0)
        await this.verbinding.regel('deelnemer.wijzig', { params: this.params, body });
    },
  });

  protected override render() {
    const { deelnemer, kijk, opdracht } = this;
    const { naam, functie, organisatie, waarvoor, grondslag, medewerkerId } = deelnemer;
    const lidIds = lidIdsVan(opdracht.waarden);
    const vraag = { medewerkerId, zetel: opdracht.waarden.zetel, lidIds };
    return opdrachtformulier(opdracht, {
      boven: html`<p>
        <strong><bdi>${naam}</bdi></strong>, ${functie}, ${organisatie}.
        ${
          waarvoor === undefined || grondslag === undefined
            ? nothing
            : html`Doet mee voor: ${naamVan(kijk.lijsten.waarvoor, waarvoor).toLowerCase()}
              (${naamVan(kijk.lijsten.grondslag, grondslag).toLowerCase()}).`
        }
      </p>`,
      onder:
        medewerkerId === undefined || lidIds?.length === 0
          ? nothing
          : html`<rt-voorbeeld .kijk=${kijk} .verbinding=${this.verbinding} .vraag=${vraag}></rt-voorbeeld>`,
      ernaast: html`<button type="button" class=${KNOP.weg} @click=${this.laatStoppen}>
        Laat stoppen met meedoen
      </button>`,
    });
  }

  private readonly laatStoppen = () =>
    this.opdracht.vraagEnDoe(
      `Weet u zeker dat ${this.deelnemer.naam} stopt met meedoen? Deze persoon ziet het bord dan meteen niet meer.`,
      'Ja, laat stoppen',
      () => this.verbinding.regel('deelnemer.beeindig', { params: this.params }),
    );

  private get params() {
    return { casusId: this.verbinding.casusId, deelnemerId: this.deelnemer.id };
  }

  /** Without the list one can change everything but from where. */
  private get zetels(): readonly string[] {
    const { kandidaten = [] } = this.kandidaten.antwoord ?? {};
    return kandidaten.find(({ medewerkerId }) => medewerkerId === this.deelnemer.medewerkerId)?.zetels ?? [];
  }

  private waardenVan({ zetel, lidIds, tot, bekend, bekendSinds }: Deelnemer) {
    return {
      zetel,
      wie: lidIds ? 'leden' : 'huishouden',
      lidIds: lidIds ?? [],
      tot: tot ? datumVan(tot) : '',
      bekend: bekend === true ? 'ja' : 'nee',
      bekendSinds: bekendSinds ?? this.kijk.vandaag,
    };
  }
}

const WETEN = rondjes('bekend', DEELNEMERLABELS.bekend, [
  { code: 'nee', naam: 'Nee, alleen u weet het' },
  { code: 'ja', naam: 'Ja, het gezin vindt dat goed' },
]);

declare global {
  interface HTMLElementTagNameMap {
    'rt-deelnemer': RtDeelnemer;
  }
}

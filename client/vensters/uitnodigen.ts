import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DEELNEMERLABELS } from '../../shared/plan/veldlabels.ts';
import { roep } from '../api/api.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from './formulier.ts';
import { Opdrachtcontroller } from './opdrachtcontroller.ts';
import { Ophalen } from './ophalen.ts';
import { datum, jaNee, lijst, tekst } from './veld.ts';
import type { Venster } from './venster.ts';
import './voorbeeld.ts';
import { lidIdsVan, vanuitVeld, voorWieVelden } from './zetelvelden.ts';

/** Asks somebody to take part (NK12), and shows beforehand what they will see. */
export const UITNODIGEN: Venster<undefined> = {
  kop: () => 'Iemand uitnodigen',
  bestaatNog: (kijk) => kijk.ikRegisseer,
  inhoud: ({ kijk, verbinding }) =>
    html`<rt-uitnodigen .kijk=${kijk} .verbinding=${verbinding}></rt-uitnodigen>`,
};

const L = DEELNEMERLABELS;
const LEEG = {
  medewerkerId: '',
  zetel: '',
  wie: 'huishouden',
  lidIds: [] as readonly string[],
  waarvoor: '',
  grondslag: '',
  tot: '',
  gezinAkkoord: '',
  reden: '',
};

@customElement('rt-uitnodigen')
export class RtUitnodigen extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;

  private readonly kandidaten = new Ophalen(this, () =>
    roep('deelnemer.kandidaten', { params: { casusId: this.verbinding.casusId } }),
  );
  private readonly opdracht = new Opdrachtcontroller<typeof LEEG>(this, {
    begin: () => LEEG,
    velden: (u) => [
      lijst('medewerkerId', L.medewerkerId, this.mensen, {
        leeg: 'Kies iemand…',
        leegBericht: 'Kies wie er meedoet',
      }),
      ...vanuitVeld(this.kijk, this.zetels(u.medewerkerId)),
      ...voorWieVelden(this.kijk, u.wie),
      lijst('waarvoor', L.waarvoor, this.kijk.lijsten.waarvoor),
      lijst('grondslag', L.grondslag, this.kijk.lijsten.grondslag),
      datum('tot', L.tot, 'einde', { magLeeg: true }),
      jaNee('gezinAkkoord', L.gezinAkkoord, 'Ja, het is met het gezin afgesproken', 'Nee'),
      ...(u.gezinAkkoord === 'nee' ? [REDEN] : []),
    ],
    stuur: (u, _, poging) =>
      this.verbinding.regel('deelnemer.geef', {
        params: { casusId: this.verbinding.casusId },
        body: {
          medewerkerId: u.medewerkerId,
          zetel: this.zetel(u),
          lidIds: lidIdsVan(u),
          waarvoor: u.waarvoor,
          grondslag: u.grondslag,
          ...(u.tot === '' ? {} : { tot: u.tot }),
          gezinAkkoord: u.gezinAkkoord === 'ja' ? { ja: true } : { ja: false, reden: u.reden.trim() },
        },
        poging,
      }),
  });

  protected override render() {
    const { kandidaten, opdracht } = this;
    if (kandidaten.antwoord === undefined) return kandidaten.stand();
    if (this.mensen.length === 0) return html`<p>Er is niemand meer die u kunt uitnodigen.</p>`;
    const { medewerkerId } = opdracht.waarden;
    const lidIds = lidIdsVan(opdracht.waarden);
    const vraag = { medewerkerId, zetel: this.zetel(opdracht.waarden), lidIds };
    return opdrachtformulier(opdracht, {
      knop: 'Laat meedoen',
      onder:
        medewerkerId === '' || lidIds?.length === 0
          ? html`<p class="rt-zacht">Kies wie er meedoet en voor wie. Dan ziet u hier wat deze persoon gaat zien.</p>`
          : html`<rt-voorbeeld .kijk=${this.kijk} .verbinding=${this.verbinding} .vraag=${vraag}></rt-voorbeeld>`,
    });
  }

  private get mensen() {
    return (this.kandidaten.antwoord?.kandidaten ?? []).map(
      ({ medewerkerId, naam, functie, organisatie }) => ({
        code: medewerkerId,
        naam: `${organisatie}: ${naam}, ${functie}`,
      }),
    );
  }

  private zetels(medewerkerId: string): readonly string[] {
    const { kandidaten = [] } = this.kandidaten.antwoord ?? {};
    return kandidaten.find((kandidaat) => kandidaat.medewerkerId === medewerkerId)?.zetels ?? [];
  }

  /** The seat that was chosen, or the most usual one of whom was chosen. */
  private zetel({ medewerkerId, zetel }: typeof LEEG): string {
    const zetels = this.zetels(medewerkerId);
    return zetels.includes(zetel) ? zetel : (zetels[0] ?? '');
  }
}

const REDEN = tekst('reden', L.reden, {
  uitleg: 'Dit wordt vastgelegd. Het gezin kan ernaar vragen.',
  leegBericht: 'Schrijf op waarom deze persoon toch meedoet',
  pad: 'gezinAkkoord.reden',
});

declare global {
  interface HTMLElementTagNameMap {
    'rt-uitnodigen': RtUitnodigen;
  }
}

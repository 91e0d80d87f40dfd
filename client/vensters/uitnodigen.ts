import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isVanGemeente } from '../../shared/lijsten.ts';
import { DEELNEMERLABELS } from '../../shared/plan/veldlabels.ts';
import { roep } from '../api/api.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import { kentVan } from '../casus/kent.ts';
import { inEenZin, type Kijk } from '../casus/kijk.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { VINK } from '../ui/tekens.ts';
import { opdrachtformulier } from './formulier.ts';
import { gebruikelijkOp, grondenVoor } from './gronden.ts';
import { Opdrachtcontroller } from './opdrachtcontroller.ts';
import { Ophalen } from './ophalen.ts';
import { datum, jaNee, lijst, rondjes, tekst } from './veld.ts';
import type { Venster } from './venster.ts';
import './voorbeeld.ts';
import { lidIdsVan, vanuitVeld, voorWieKeuze } from './zetelvelden.ts';

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
  // NK12: the widest is a choice as any other.
  wie: '',
  lidIds: [] as readonly string[],
  waarvoor: '',
  grondslag: '',
  tot: '',
  gezinAkkoord: '',
  reden: '',
  bekend: '',
};

@customElement('rt-uitnodigen')
export class RtUitnodigen extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;

  private readonly kandidaten = new Ophalen(this, () =>
    roep('deelnemer.kandidaten', { params: { casusId: this.verbinding.casusId } }),
  );
  private readonly opdracht = new Opdrachtcontroller<typeof LEEG>(this, {
    over: () => '',
    kent: () => kentVan(this.kijk),
    begin: () => LEEG,
    velden: (u) => [
      lijst('medewerkerId', L.medewerkerId, this.mensen, {
        leeg: 'Kies iemand…',
        leegBericht: 'Kies wie er meedoet',
      }),
      ...vanuitVeld(this.kijk, this.zetels(u.medewerkerId)),
      ...voorWieKeuze(this.kijk, u.wie),
      lijst('waarvoor', L.waarvoor, this.kijk.lijsten.waarvoor, {
        ...this.voorstel(u, 'waarvoor'),
        leegBericht: 'Kies waarvoor deze persoon meedoet',
      }),
      lijst('grondslag', L.grondslag, grondenVoor(this.kijk.lijsten, this.zetel(u)), {
        ...this.voorstel(u, 'grondslag'),
        leegBericht: 'Kies op grond waarvan deze persoon meedoet',
      }),
      // Of its own task the municipality doesn't ask whether it may; it tells, once per casus.
      ...(this.isVanGemeente(u) ? [] : [AKKOORD]),
      ...(!this.isVanGemeente(u) && u.gezinAkkoord === 'nee' ? [REDEN] : []),
      // NK20: of who takes part discreetly the others know nothing, until the household agrees that they do.
      ...(this.isDiscreet(u) ? [WETEN] : []),
      datum('tot', L.tot, 'einde', { magLeeg: true, meer: true }),
    ],
    keur: (u) => (this.isVanGemeente(u) ? {} : tegenspraak(u, this.isDiscreet(u))),
    stuur: (u, _, poging) =>
      this.verbinding.regel('deelnemer.geef', {
        params: { casusId: this.verbinding.casusId },
        body: {
          medewerkerId: u.medewerkerId,
          zetel: this.zetel(u),
          lidIds: lidIdsVan(u),
          waarvoor: u.waarvoor || gebruikelijkOp(this.kijk.lijsten, this.zetel(u)).waarvoor,
          grondslag: u.grondslag || gebruikelijkOp(this.kijk.lijsten, this.zetel(u)).grondslag,
          ...(u.tot === '' ? {} : { tot: u.tot }),
          ...(this.isVanGemeente(u) ? {} : { gezinAkkoord: akkoordVan(u) }),
          ...(this.isDiscreet(u) ? { bekend: u.bekend === 'ja' } : {}),
        },
        poging,
      }),
    klaar: () => this.naUitnodigen(),
  });
  /** Whom to say that takes part, after which the form stands for the next. */
  @state() private zojuist = '';
  private nogIemand = false;

  protected override render() {
    const { kandidaten, opdracht } = this;
    if (kandidaten.antwoord === undefined) return kandidaten.stand();
    if (this.mensen.length === 0 && opdracht.waarden.medewerkerId === '')
      return html`<p>Er is niemand meer die u kunt uitnodigen.</p>`;
    const { medewerkerId } = opdracht.waarden;
    const lidIds = lidIdsVan(opdracht.waarden);
    const vraag = { medewerkerId, zetel: this.zetel(opdracht.waarden), lidIds };
    return opdrachtformulier(opdracht, {
      knop: 'Laat meedoen',
      ernaast: html`<button type="submit" class=${KNOP.gewoon} @click=${this.metNogIemand}>
          Laat meedoen, en nog iemand
        </button>`,
      // In sight where the form begins anew, and empty as well: a screen reader hears what comes into what stood there.
      boven: html`<p class="bord-zojuist" role="status">${
        medewerkerId === '' && this.zojuist !== '' ? html`${VINK}${this.zojuist}` : nothing
      }</p>`,
      onder: html`${
        medewerkerId === '' || lidIds?.length === 0
          ? html`<p class="rt-zacht">Kies wie er meedoet en voor wie. Dan ziet u hier wat deze persoon gaat zien.</p>`
          : html`<rt-voorbeeld .kijk=${this.kijk} .verbinding=${this.verbinding} .vraag=${vraag}></rt-voorbeeld>
              <p>${this.watVolgt(opdracht.waarden)}</p>`
      }`,
    });
  }

  /** Of the two buttons the second one. */
  private readonly metNogIemand = () => {
    this.nogIemand = true;
  };

  private naUitnodigen(): void {
    if (!this.nogIemand) {
      this.dispatchEvent(new Event('klaar', { bubbles: true }));
      return;
    }
    this.nogIemand = false;
    this.zojuist = `${this.naamVan(this.opdracht.waarden.medewerkerId)} doet mee. Wie nog meer?`;
    void this.updateComplete.then(() => this.querySelector('select')?.focus());
  }

  private voorstel(u: typeof LEEG, wat: 'waarvoor' | 'grondslag'): { vanzelf?: string } {
    const gebruikelijk = gebruikelijkOp(this.kijk.lijsten, this.zetel(u))[wat];
    return gebruikelijk === '' ? {} : { vanzelf: gebruikelijk };
  }

  private isVanGemeente(u: typeof LEEG): boolean {
    const zetel = this.zetel(u);
    return (
      this.kijk.lijsten.zetels.some(({ code, kernteam }) => code === zetel && kernteam) ||
      isVanGemeente(zetel)
    );
  }

  private isDiscreet(u: typeof LEEG): boolean {
    const zetel = this.zetel(u);
    return this.kijk.lijsten.zetels.some(({ code, discreet }) => code === zetel && discreet);
  }

  /** What the others will know of it, in a sentence. */
  private watVolgt(u: typeof LEEG): string {
    const vanuit = inEenZin(this.kijk.zetelnaam(this.zetel(u)));
    if (this.isVanGemeente(u))
      return `Wie samen aan het plan werken, zien dat ${vanuit} meedoet, met naam en telefoonnummer. Vertel het gezin wie er meedoet; toestemming is daarvoor niet nodig.`;
    if (this.isDiscreet(u) && u.bekend !== 'ja')
      return `De anderen zien niet dat ${vanuit} meedoet, tot u vastlegt dat het gezin dat goedvindt. Alleen u en de organisatie van deze persoon weten het.`;
    return `Wie samen aan het plan werken, zien dat ${vanuit} meedoet, met naam en telefoonnummer.`;
  }

  private get mensen() {
    // Who was invited a moment ago takes part already.
    const zitten = new Set(this.kijk.bord.deelnemers.map(({ medewerkerId }) => medewerkerId));
    return (this.kandidaten.antwoord?.kandidaten ?? [])
      .filter(({ medewerkerId }) => !zitten.has(medewerkerId))
      .map(({ medewerkerId, naam, functie, organisatie }) => ({
        code: medewerkerId,
        // The role first: by that one looks for somebody, also by typing its first letters.
        naam: `${hoofdletter(functie)}: ${naam}, ${organisatie}`,
      }))
      .sort((een, ander) => een.naam.localeCompare(ander.naam, 'nl'));
  }

  private naamVan(medewerkerId: string): string {
    const { kandidaten = [] } = this.kandidaten.antwoord ?? {};
    return kandidaten.find((kandidaat) => kandidaat.medewerkerId === medewerkerId)?.naam ?? '';
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

const AKKOORD = jaNee('gezinAkkoord', L.gezinAkkoord, 'Ja, het is met het gezin afgesproken', 'Nee', {
  leegBericht: 'Kies of het gezin het goedvindt dat deze persoon meedoet',
});

const WETEN = rondjes(
  'bekend',
  L.bekend,
  [
    { code: 'nee', naam: 'Nee, of nog niet gevraagd' },
    { code: 'ja', naam: 'Ja, het gezin vindt dat goed' },
  ],
  { leegBericht: 'Kies of de anderen mogen weten dat deze persoon meedoet' },
);

function akkoordVan({ gezinAkkoord, reden }: typeof LEEG) {
  return gezinAkkoord === 'ja' ? { ja: true as const } : { ja: false as const, reden: reden.trim() };
}

/** Answers that can't both be true. */
function tegenspraak(u: typeof LEEG, isDiscreet: boolean): Partial<Record<keyof typeof LEEG, string>> {
  if (u.gezinAkkoord !== 'nee') return {};
  return {
    ...(isDiscreet && u.bekend === 'ja' ? { bekend: WETEN_ZONDER_AKKOORD } : {}),
    ...(u.grondslag === 'toestemming' ? { grondslag: TOESTEMMING_ZONDER_AKKOORD } : {}),
  };
}

const WETEN_ZONDER_AKKOORD =
  'Het gezin vindt niet goed dat deze persoon meedoet. Dan mogen de anderen het nog niet weten. Kies ‘nee’, of verander uw antwoord hierboven.';
const TOESTEMMING_ZONDER_AKKOORD =
  'Het gezin vindt dit niet goed. Dan kan toestemming niet de grond zijn. Kies een andere grond, of verander uw antwoord hieronder.';

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

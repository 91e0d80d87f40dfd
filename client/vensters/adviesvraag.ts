import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import { ADVIESLABELS as A } from '../../shared/plan/advieslabels.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import { kentVan } from '../casus/kent.ts';
import type { Kijk } from '../casus/kijk.ts';
import { plaatsnaam } from '../casus/publiek.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { opdrachtformulier } from './formulier.ts';
import { Opdrachtcontroller } from './opdrachtcontroller.ts';
import { datum, lijst, regel, tekst, vinkjes } from './veld.ts';
import type { Venster } from './venster.ts';
import './weglatingen.ts';

/** From where one asks: about whom, and what stands there. */
export interface Adviesaanleiding {
  readonly lidId: string | null;
  /** Parts; those that I keep are proposed to be opened, and others to be asked for. */
  readonly delen: readonly string[];
  /** The text at which one asks, by its title. */
  readonly tekst?: string;
}

/** Asking a gedragsdeskundige for advice about a member, and opening what I keep for it (OV11). */
export const ADVIES_VRAGEN: Venster<Adviesaanleiding> = {
  kop: () => 'Advies vragen aan een gedragsdeskundige',
  inhoud: ({ kijk, verbinding }, aanleiding) =>
    html`<rt-adviesvraag .kijk=${kijk} .verbinding=${verbinding} .aanleiding=${aanleiding}></rt-adviesvraag>`,
};

interface Invulling {
  readonly lidId: string;
  readonly vraag: string;
  readonly toelichting: string;
  readonly opent: readonly string[];
  readonly vraagt: readonly string[];
  readonly genoemd: readonly string[];
  readonly tot: string;
  readonly [naam: string]: string | readonly string[];
}

@customElement('rt-adviesvraag')
export class RtAdviesvraag extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) aanleiding!: Adviesaanleiding;

  private readonly opdracht = new Opdrachtcontroller<Invulling>(this, {
    over: () => '',
    kent: () => kentVan(this.kijk),
    begin: () => {
      const lidId = this.aanleiding.lidId ?? (this.leden.length === 1 ? (this.leden[0]?.code ?? '') : '');
      const { delen, tekst: bij } = this.aanleiding;
      const kies = (keus: readonly { code: string }[]) =>
        delen.filter((id) => keus.some(({ code }) => code === id));
      const opent = kies(this.delen(lidId));
      const vraagt = bij === undefined ? [] : kies(this.vanAnderen(lidId));
      const toelichting = bij === undefined ? '' : `Het gaat om de tekst ‘${bij}’.`;
      return { lidId, vraag: '', toelichting, opent, vraagt, genoemd: [], tot: '' };
    },
    velden: ({ lidId }) => [
      lijst('lidId', A.lidId, this.leden, { leegBericht: 'Kies over wie het gaat' }),
      regel('vraag', A.vraag, {
        soort: 'vraag',
        uitleg:
          'Eén vraag, zonder namen. Elke gedragsdeskundige leest de vraag, tot een van hen hem aanneemt.',
      }),
      tekst('toelichting', A.toelichting, { regels: 3, magLeeg: true }),
      vinkjes('opent', A.opent, this.delen(lidId), {
        magLeeg: true,
        uitleg: 'Wat u zelf bewaart. Het gaat open voor wie de vraag aanneemt, zonder namen, en weer dicht.',
      }),
      vinkjes('vraagt', A.vraagt, this.vanAnderen(lidId), {
        magLeeg: true,
        uitleg: `Wie dit bewaart, hoort dat u het vraagt, met uw naam, en besluit binnen ${this.kijk.lijsten.termijnen.verzoekWerkdagen} werkdagen. Of er iemand is die dit bewaart, ziet u niet. Zelf leest u er niets van.`,
      }),
      vinkjes('genoemd', A.genoemd, this.mensen, {
        magLeeg: true,
        uitleg: 'Zij lezen de vraag en het advies.',
      }),
      datum('tot', A.tot, 'einde', { uitleg: 'Die dag sluit ook wat de vraag opent.' }),
    ],
    stuur: async ({ lidId, vraag, toelichting, opent, vraagt, genoemd, tot }, _, poging) => {
      await this.verbinding.regel('advies.stel', {
        params: { casusId: this.verbinding.casusId },
        body: { lidId, vraag, toelichting: toelichting.trim() || null, opent, vraagt, genoemd, tot },
        poging,
      });
      aankondigen('Gevraagd. Het staat in Mijn werk, bij Gevraagd advies.');
    },
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      onder: html`<rt-weglatingen .kijk=${this.kijk} .compartimentIds=${this.opdracht.waarden.opent}></rt-weglatingen>`,
      knop: 'Vraag versturen',
      nietGelukt: 'Niet gevraagd',
    });
  }

  private get leden() {
    return this.kijk.bord.leden.map(({ id, rol }) => ({ code: id, naam: hoofdletter(rol) }));
  }

  /** What I keep about this member or the household, and that isn't about who they are. */
  private delen(lidId: string) {
    return this.kijk.bord.compartimenten
      .filter((deel) => deel.rechten !== null && !WIE_IEMAND_IS.has(deel.categorie))
      .filter((deel) => deel.lidId === null || deel.lidId === lidId)
      .map((deel) => ({ code: deel.id, naam: this.deelnaam(deel) }));
  }

  /** What others keep about this member or the household: as lines that are always there (NK4). */
  private vanAnderen(lidId: string) {
    const { kijk } = this;
    return kijk.bord.compartimenten
      .filter(
        (deel) => deel.rechten === null && !WIE_IEMAND_IS.has(deel.categorie) && !VAN_EEN.has(deel.categorie),
      )
      .filter((deel) => deel.lidId === null || deel.lidId === lidId)
      .map(({ id, categorie, lidId: over }) => ({
        code: id,
        naam: `${kijk.categorienaam(categorie)}, ${over === null ? 'het hele huishouden' : kijk.onderwerp(over)}`,
      }));
  }

  private deelnaam(deel: Compartiment): string {
    return `${plaatsnaam(this.kijk, deel)}, ${deel.lidId === null ? 'het hele huishouden' : this.kijk.onderwerp(deel.lidId)}`;
  }

  private get mensen() {
    return this.kijk.bord.deelnemers
      .filter((deelnemer) => !deelnemer.ik)
      .map((deelnemer) => ({
        code: deelnemer.id,
        naam: `${deelnemer.naam}, ${this.kijk.vanuit(deelnemer)}`,
      }));
  }
}

/** Of which nobody is asked: somebody's own, and advice itself. */
const VAN_EEN: ReadonlySet<string> = new Set(['concept', 'kring', 'regie', 'advies']);
const WIE_IEMAND_IS: ReadonlySet<string> = new Set(['naam', 'adres', 'contact']);

declare global {
  interface HTMLElementTagNameMap {
    'rt-adviesvraag': RtAdviesvraag;
  }
}

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Kaartsoort } from '../../shared/plan/kaartsoorten.ts';
import { ApiFout, type Poging } from '../api/api.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import { lezersTekst } from '../casus/publiek.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { bodyVan, type Veld, type Waarden, waardenVan } from '../vensters/veld.ts';
import type { Venster } from '../vensters/venster.ts';
import { gelezenDoor, persoonsgegevenInTekst } from './formulierpubliek.ts';
import { KAARTNAMEN } from './kaartnamen.ts';
import { veldenVan } from './kaartvelden.ts';
import { begintOver, GEEN_PLAATS, onderwerpveld, overWie, plaatsVan, plaatsveld } from './plaatskeuze.ts';

/** A kaart that is to be made, with what is known of it already. */
export interface NieuweKaart {
  readonly soort: Kaartsoort;
  readonly velden?: Waarden;
  /** The member that it is about; null: the household. */
  readonly lidId?: string | null;
  readonly compartimentId?: string;
}

/** Writing a new kaart. */
export const NIEUWE_KAART: Venster<NieuweKaart> = {
  kop: (_kijk, { soort }) => KAARTNAMEN[soort].nieuw,
  inhoud: (plek, nieuw) => html`<rt-kaartformulier
    .kijk=${plek.kijk}
    .verbinding=${plek.verbinding}
    .nieuw=${nieuw}
  ></rt-kaartformulier>`,
};

/** Changing a kaart, or removing it. */
export const KAART: Venster<Kaart> = {
  kop: (_kijk, { soort }) => KAARTNAMEN[soort].wijzig,
  bestaatNog: (kijk, kaart) => kijk.compartiment(kaart.compartimentId)?.geopend === true,
  inhoud: (plek, kaart) => html`<rt-kaartformulier
    .kijk=${plek.kijk}
    .verbinding=${plek.verbinding}
    .kaart=${kaart}
  ></rt-kaartformulier>`,
};

/** The form of every sort of kaart; who will read it stands above the button, before it is saved. */
@customElement('rt-kaartformulier')
export class RtKaartformulier extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  /** What is made; or the kaart that is changed. */
  @property({ attribute: false }) nieuw!: NieuweKaart;
  @property({ attribute: false }) kaart: Kaart | null = null;

  /** What is changed, as it stood there at last as far as this form knows. */
  private basis: Kaart | null = null;
  private readonly opdracht = new Opdrachtcontroller<Waarden>(this, {
    begin: () => (this.kaart === null ? this.leeg() : this.inhoudVan(this.kaart)),
    velden: (waarden) => this.velden(waarden),
    keur: (waarden) => foutBijHulp(this.kijk, this.soort, waarden),
    nu: () => this.nu(),
    haalNu: async (fout) => {
      await this.verbinding.naVerouderd(fout, this.basis?.id ?? '');
      return this.nu() ?? null;
    },
    stuur: (waarden, gewijzigd, poging) => this.stuur(waarden, gewijzigd, poging),
  });

  protected override render() {
    const { kijk, soort, opdracht, plaats, kaart } = this;
    const { waarden } = opdracht;
    return opdrachtformulier(opdracht, {
      onder: html`${persoonsgegevenInTekst(kijk, soort, waarden)} ${plaats === undefined ? GEEN_PLAATS : nothing}
      ${gelezenDoor(kijk, soort, plaats, waarden)}`,
      ernaast:
        kaart === null
          ? nothing
          : html`<button type="button" class=${KNOP.weg} @click=${this.verwijder}>Verwijderen</button>`,
    });
  }

  private get soort(): Kaartsoort {
    return this.kaart?.soort ?? this.nieuw.soort;
  }

  private get plaats(): Compartiment | undefined {
    if (this.kaart !== null) return this.kijk.compartiment(this.kaart.compartimentId);
    return plaatsVan(this.kijk, this.soort, this.opdracht.waarden);
  }

  private leeg(): Waarden {
    const { kijk, soort, nieuw } = this;
    const velden = waardenVan(veldenVan(kijk, soort), {});
    return {
      ...velden,
      // Most often it is of today.
      ...('datum' in velden ? { datum: kijk.vandaag } : {}),
      ...nieuw.velden,
      onderwerp: begintOver(kijk, soort, nieuw.lidId ?? null) ?? '',
      plaats: nieuw.compartimentId ?? '',
    };
  }

  private inhoudVan(kaart: Kaart): Waarden {
    this.basis = kaart;
    // A kaart is an object of its fields; the table of forms reads them by name.
    return waardenVan(veldenVan(this.kijk, kaart.soort), { ...kaart });
  }

  private velden(waarden: Waarden): readonly Veld[] {
    const { kijk, soort } = this;
    const velden = veldenVan(kijk, soort);
    if (this.kaart !== null) return velden;
    return [...onderwerpveld(kijk, soort), ...velden, ...plaatsveld(kijk, soort, waarden)];
  }

  private nu(): Waarden | null | undefined {
    if (this.kaart === null) return undefined;
    const nu = this.verbinding.kaart(this.kaart.id);
    return nu === undefined ? null : this.inhoudVan(nu);
  }

  private async stuur(waarden: Waarden, gewijzigd: ReadonlySet<string>, poging: Poging): Promise<void> {
    const { basis, soort, plaats, verbinding } = this;
    const velden = veldenVan(this.kijk, soort);
    if (basis !== null) {
      const body = bodyVan(velden, waarden, gewijzigd);
      if (gewijzigd.size > 0) await verbinding.wijzigKaart(basis.id, { versie: basis.versie, ...body });
    } else if (plaats === undefined) {
      throw new ApiFout(422, 'geen_plaats', 'Kies eerst over wie het gaat.');
    } else {
      const body = { ...bodyVan(velden, waarden), ...overWie(soort, plaats.lidId) };
      await verbinding.maakKaart({ compartimentId: plaats.id, soort, ...body }, poging);
    }
  }

  private readonly verwijder = () => {
    const lezers = lezersTekst(this.kijk, this.plaats?.publiek ?? null);
    const wat = KAARTNAMEN[this.soort].naam;
    void this.opdracht.vraagEnDoe(
      `Weet u zeker dat u ${wat} wilt verwijderen? Niemand ziet het dan meer (${lezers}).`,
      'Ja, verwijderen',
      async () => {
        if (this.basis !== null) await this.verbinding.verwijderKaart(this.basis);
      },
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-kaartformulier': RtKaartformulier;
  }
}

/** NK21: help about health, youth or safety stands here only with the household's agreement. */
function foutBijHulp(kijk: Kijk, soort: Kaartsoort, { soortHulp, akkoord }: Waarden) {
  const gevoelig = kijk.lijsten.soortHulp.find(({ code }) => code === soortHulp)?.gevoelig === true;
  return soort === 'hulp' && gevoelig && !akkoord ? { akkoord: ZONDER_AKKOORD } : {};
}

const ZONDER_AKKOORD =
  'Vul in sinds wanneer het gezin goed vindt dat dit hier staat. Zonder dat mag deze hulp hier niet staan.';

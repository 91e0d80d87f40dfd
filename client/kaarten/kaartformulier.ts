import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Kaartsoort } from '../../shared/plan/kaartsoorten.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import { kentVan } from '../casus/kent.ts';
import type { Kijk } from '../casus/kijk.ts';
import { lezersTekst } from '../casus/publiek.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import type { Waarden } from '../vensters/veld.ts';
import type { Venster } from '../vensters/venster.ts';
import { buitenHetPlan, kopVanNieuw } from './buiten-plan.ts';
import { gelezenDoor } from './formulierpubliek.ts';
import {
  beginVan,
  bewaarKaart,
  foutInSamenhang,
  invullingVan,
  type NieuweKaart,
  nieuweVelden,
  overNieuw,
} from './kaartinvulling.ts';
import { KAARTNAMEN } from './kaartnamen.ts';
import { veldenVan } from './kaartvelden.ts';
import { GEEN_PLAATS, plaatsVan } from './plaatskeuze.ts';
import { ruimteIn } from './ruimte.ts';

/** Writing a new kaart. */
export const NIEUWE_KAART: Venster<NieuweKaart> = {
  kop: (kijk, { soort }) => kopVanNieuw(kijk, soort),
  inhoud: ({ kijk, verbinding }, nieuw) =>
    html`<rt-kaartformulier .kijk=${kijk} .verbinding=${verbinding} .nieuw=${nieuw}></rt-kaartformulier>`,
};

/** Changing a kaart, or removing it. */
export const KAART: Venster<Kaart> = {
  kop: (_kijk, { soort }) => KAARTNAMEN[soort].wijzig,
  bestaatNog: (kijk, kaart) => kijk.compartiment(kaart.compartimentId)?.geopend === true,
  inhoud: ({ kijk, verbinding }, kaart) =>
    html`<rt-kaartformulier .kijk=${kijk} .verbinding=${verbinding} .kaart=${kaart}></rt-kaartformulier>`,
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
  private gemaakt: Kaart | null = null;
  private readonly opdracht = new Opdrachtcontroller<Waarden>(this, {
    over: () => this.kaart?.id ?? overNieuw(this.nieuw),
    begin: () => (this.kaart === null ? beginVan(this.kijk, this.nieuw) : this.inhoudVan(this.kaart)),
    velden: (waarden) =>
      this.kaart === null
        ? nieuweVelden(this.kijk, this.soort, waarden)
        : veldenVan(this.kijk, this.soort, this.kaart),
    keur: (waarden) => foutInSamenhang(this.kijk, this.soort, waarden),
    kent: () => kentVan(this.kijk),
    nu: () => this.nu(),
    haalNu: async (fout) => {
      await this.verbinding.naVerouderd(fout, this.basis?.id ?? '');
      return this.nu() ?? null;
    },
    stuur: async (...wat) => {
      const { soort, basis, plaats } = this;
      this.gemaakt = await bewaarKaart(this, { soort, basis, plaats }, ...wat);
    },
    gaVerder: () => {
      this.kaart ??= this.gemaakt;
    },
  });

  protected override render() {
    const { kijk, soort, opdracht, plaats, kaart } = this;
    const { waarden } = opdracht;
    return opdrachtformulier(opdracht, {
      onder: html`${plaats === undefined ? GEEN_PLAATS : nothing} ${kaart === null ? ruimteIn(kijk, plaats) : nothing}
      ${buitenHetPlan(kijk, soort, plaats)} ${gelezenDoor(kijk, soort, plaats, waarden)}`,
      ernaast:
        // Whom the household calls becomes another, and never nobody.
        kaart === null || soort === 'contactpersoon'
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

  private inhoudVan(kaart: Kaart): Waarden {
    this.basis = kaart;
    return invullingVan(this.kijk, kaart);
  }

  private nu(): Waarden | null | undefined {
    if (this.kaart === null) return undefined;
    const nu = this.verbinding.kaart(this.kaart.id);
    return nu === undefined ? null : this.inhoudVan(nu);
  }

  private readonly verwijder = () => {
    const lezers = lezersTekst(this.kijk, this.plaats?.publiek ?? null);
    const vraag = `Weet u zeker dat u ${KAARTNAMEN[this.soort].naam} wilt verwijderen? Niemand ziet het dan meer (${lezers}).`;
    void this.opdracht.vraagEnDoe(vraag, 'Ja, verwijderen', async () => {
      if (this.basis !== null) await this.verbinding.verwijderKaart(this.basis);
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-kaartformulier': RtKaartformulier;
  }
}

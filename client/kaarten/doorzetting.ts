import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Doorzetting } from '../../shared/contract/doorzetting.ts';
import { DOORZETLABELS as L, DOORZETSTANDEN } from '../../shared/plan/doorzetten.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import { kentVan } from '../casus/kent.ts';
import type { KaartVan, Kijk } from '../casus/kijk.ts';
import { leestMee } from '../casus/publiek.ts';
import { datumVan, kort } from '../ui/datum.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { magWeg } from '../ui/onbewaard.ts';
import { opsomming } from '../ui/opsomming.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { datum, lijst, tekst, vinkjes } from '../vensters/veld.ts';
import { leden, mensen } from './keuzes.ts';

type Bezwaar = Doorzetting['bezwaren'][number];

const STANDNAMEN: Readonly<Record<(typeof DOORZETSTANDEN)[number], string>> = {
  bezig: 'Ja, de afspraak gaat door',
  gedaan: 'Nee, de afspraak is klaar',
  vervallen: 'Nee, de afspraak vervalt',
};

/**
 * What the regisseur decided of an afspraak, where it stands (NK30): to be decided by who directs, and objected to by whom
 * it concerns. Nothing where there is nothing to say or do.
 */
@customElement('rt-doorzetting')
export class RtDoorzetting extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  /** As it is now. */
  @property({ attribute: false }) afspraak!: KaartVan<'afspraak'>;
  @state() private vult = false;

  protected override render() {
    const { doorzetting } = this.afspraak;
    return html`${doorzetting === undefined ? nothing : this.besluit(doorzetting)}
      ${this.vult ? this.formulier() : this.knop()}`;
  }

  private besluit(doorzetting: Doorzetting): TemplateResult {
    const { kijk } = this;
    const { op, reden, metStand, waaromVervallen, bezwaren } = doorzetting;
    const wat = metStand ? 'wie dit doet, tot wanneer, en of het doorgaat' : 'wie dit doet en tot wanneer';
    return html`<div class="bord-afspraak__stap">
      <p>
        ${
          waaromVervallen === null
            ? html`<strong>Besluit van de regisseur</strong>, ${kort(datumVan(op), kijk.vandaag)}: ${wat}.`
            : html`Het besluit van de regisseur van ${kort(datumVan(op), kijk.vandaag)} geldt niet meer.`
        }
        “<bdi>${reden}</bdi>”
      </p>
      ${
        waaromVervallen === null
          ? nothing
          : html`<p>De procesregisseur vond een bezwaar terecht: “<bdi>${waaromVervallen}</bdi>”</p>`
      }
      ${repeat(
        bezwaren,
        ({ id }) => id,
        (bezwaar) => this.bezwaar(bezwaar),
      )}
    </div>`;
  }

  private bezwaar({ deelnemerId, op, reden, uitkomst, waarom }: Bezwaar): TemplateResult {
    const { kijk } = this;
    const van =
      deelnemerId !== null && deelnemerId === kijk.ik?.id
        ? 'Uw bezwaar'
        : `Bezwaar van ${(deelnemerId !== null && opsomming(kijk.noem([deelnemerId]))) || 'iemand die niet meer meedoet'}`;
    return html`<p>
      ${van}, ${kort(datumVan(op), kijk.vandaag)}: “<bdi>${reden}</bdi>”
      ${uitkomst === null ? 'De procesregisseur beslist nog. Tot dan geldt het besluit.' : nothing}
      ${uitkomst === 'afgewezen' ? html`De procesregisseur laat het besluit staan: “<bdi>${waarom}</bdi>”` : nothing}
      ${uitkomst === 'toegewezen' ? 'Terecht: de afspraak is weer zoals die was.' : nothing}
      ${uitkomst === 'vervallen' ? 'Dit bezwaar is vervallen.' : nothing}
    </p>`;
  }

  private knop(): TemplateResult | typeof nothing {
    const tekst = this.magBesluiten
      ? 'Hierover besluiten'
      : this.afspraak.doorzetting?.magBezwaar === true
        ? 'Bezwaar maken'
        : null;
    if (tekst === null) return nothing;
    return html`<button type="button" class="rt-als-link" aria-expanded="false" @click=${this.open}>
      ${tekst}<span class="rt-alleen-voorlezen">: ${this.afspraak.titel}</span>
    </button>`;
  }

  /** Who directs, of an afspraak of the plan; while nobody's objection waits. */
  private get magBesluiten(): boolean {
    const { kijk, afspraak } = this;
    return (
      kijk.ik?.regisseur === true &&
      kijk.compartiment(afspraak.compartimentId)?.categorie === 'plan' &&
      afspraak.doorzetting?.bezwaren.some(({ uitkomst }) => uitkomst === null) !== true
    );
  }

  private formulier(): TemplateResult {
    const { kijk, verbinding, afspraak } = this;
    return html`<div
      class="bord-afspraak__vul"
      role="group"
      aria-label="${this.magBesluiten ? 'Hierover besluiten' : 'Bezwaar maken'}: ${afspraak.titel}"
      @klaar=${this.sluit}
      @keydown=${this.opEscape}
    >
      ${
        this.magBesluiten
          ? html`<rt-doorzetbesluit .kijk=${kijk} .verbinding=${verbinding} .afspraak=${afspraak}></rt-doorzetbesluit>`
          : html`<rt-bezwaar .kijk=${kijk} .verbinding=${verbinding} .afspraak=${afspraak}></rt-bezwaar>`
      }
      <button type="button" class="rt-als-link" @click=${this.wilSluiten}>
        Sluiten<span class="rt-alleen-voorlezen">: ${afspraak.titel}</span>
      </button>
    </div>`;
  }

  private readonly open = async () => {
    this.vult = true;
    await this.updateComplete;
    await this.querySelector<LichtElement>('rt-doorzetbesluit, rt-bezwaar')?.updateComplete;
    this.querySelector<HTMLElement>('.bord-afspraak__vul :is(input, select, textarea)')?.focus();
  };

  private readonly opEscape = (toets: KeyboardEvent) => {
    if (toets.key !== 'Escape' || toets.defaultPrevented) return;
    toets.preventDefault();
    void this.wilSluiten();
  };

  private readonly wilSluiten = async () => {
    if (await magWeg(this)) this.sluit();
  };

  private readonly sluit = () => {
    this.vult = false;
    void this.updateComplete.then(() => {
      if (document.activeElement === document.body)
        (
          this.querySelector<HTMLElement>('button') ?? this.closest('details')?.querySelector('summary')
        )?.focus();
    });
  };
}

/** What the regisseur decides; only what was changed is sent. Fires `klaar`. */
@customElement('rt-doorzetbesluit')
export class RtDoorzetbesluit extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) afspraak!: KaartVan<'afspraak'>;

  /** What is decided on. */
  private basis: KaartVan<'afspraak'> | null = null;
  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.afspraak.id,
    kent: () => kentVan(this.kijk),
    begin: () => ({ ...this.inhoudVan(this.afspraak), reden: '' }),
    velden: () => [
      vinkjes(
        'uitvoerders',
        L.uitvoerders,
        [...mensen(this.kijk, this.afspraak.uitvoerders), ...leden(this.kijk)],
        { magLeeg: true },
      ),
      datum('uiterlijk', L.uiterlijk, 'termijn', { magLeeg: true }),
      lijst(
        'stand',
        L.stand,
        DOORZETSTANDEN.map((code) => ({ code, naam: STANDNAMEN[code] })),
        { magLeeg: true, leeg: 'Dat blijft zoals het is' },
      ),
      tekst('reden', L.reden, { regels: 2 }),
    ],
    haalNu: async (fout) => {
      const nu = await this.verbinding.naVerouderd(fout, this.afspraak.id);
      return nu?.soort === 'afspraak' ? { ...this.inhoudVan(nu), reden: '' } : null;
    },
    stuur: ({ uitvoerders, uiterlijk, stand, reden }, gewijzigd) => {
      const { id, versie } = this.basis ?? this.afspraak;
      const gekozen = DOORZETSTANDEN.find((code) => code === stand);
      return this.verbinding.regel('kaart.zetDoor', {
        params: { casusId: this.verbinding.casusId, kaartId: id },
        body: {
          versie,
          reden: reden.trim(),
          ...(gewijzigd.has('uitvoerders') ? { uitvoerders: [...uitvoerders] } : {}),
          ...(gewijzigd.has('uiterlijk') ? { uiterlijk: uiterlijk === '' ? null : uiterlijk } : {}),
          ...(gekozen === undefined ? {} : { stand: gekozen }),
        },
      });
    },
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      onder: html`<p>
          Besluit alleen binnen uw mandaat. Niemand verandert daarna wie dit doet en tot wanneer, tot u anders besluit.
          Iedereen die deze afspraak ziet, leest uw besluit en waarom. Wie de afspraak doet of deed, kan bezwaar maken bij
          de procesregisseur; tot die beslist, geldt uw besluit.
        </p>
        ${leestMee(this.kijk, this.kijk.compartiment(this.afspraak.compartimentId))}`,
      knop: 'Besluit',
      nietGelukt: 'Niet besloten',
    });
  }

  private inhoudVan(afspraak: KaartVan<'afspraak'>) {
    this.basis = afspraak;
    return { uitvoerders: [...afspraak.uitvoerders], uiterlijk: afspraak.uiterlijk ?? '', stand: '' };
  }
}

/** Why somebody doesn't agree. Fires `klaar`. */
@customElement('rt-bezwaar')
export class RtBezwaar extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  @property({ attribute: false }) afspraak!: KaartVan<'afspraak'>;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.afspraak.id,
    kent: () => kentVan(this.kijk),
    begin: () => ({ reden: '' }),
    velden: () => [tekst('reden', L.bezwaar, { regels: 2 })],
    stuur: ({ reden }) =>
      this.verbinding.regel('kaart.maakBezwaar', {
        params: { casusId: this.verbinding.casusId, kaartId: this.afspraak.id },
        body: { reden: reden.trim() },
      }),
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      onder: html`<p>
        De regisseur leest uw bezwaar. De procesregisseur hoort dat u bezwaar maakt en in welke casus, en belt u; die leest
        niet wat hier staat. De anderen zien er niets van, tenzij het besluit daardoor vervalt. Tot dan geldt het.
      </p>`,
      knop: 'Maak bezwaar',
      nietGelukt: 'Geen bezwaar gemaakt',
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-doorzetting': RtDoorzetting;
    'rt-doorzetbesluit': RtDoorzetbesluit;
    'rt-bezwaar': RtBezwaar;
  }
}

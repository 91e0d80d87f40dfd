import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { exhaustief } from '../../shared/exhaustief.ts';
import { berichtVan, Poging } from '../api/api.ts';
import { WACHT_OP_ANTWOORD } from '../api/poging.ts';
import type { Bordteksten } from '../casus/bordteksten.ts';
import { HIER_NIETS, isHier } from '../casus/aankomst.ts';
import { Bordverbinding } from '../casus/bordverbinding.ts';
import { Kijk } from '../casus/kijk.ts';
import { Tekstnieuws } from '../casus/tekstnieuws.ts';
import type { Doe } from '../kaarten/doe.ts';
import { eigenTekst } from '../teksten/eigen-tekst.ts';
import '../teksten/losse-concepten.ts';
import { nieuwszin } from '../teksten/nieuwszin.ts';
import '../teksten/overgebleven.ts';
import { verschijnt } from '../teksten/verschijnt.ts';
import { vraagBijWeggaan } from '../teksten/weggaan.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { Dag } from '../ui/dag.ts';
import { tijdstip } from '../ui/datum.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import { zetTitel } from '../ui/navigatie.ts';
import type { NietOpgeslagen } from '../ui/niet-opgeslagen.ts';
import { eigenWoordenIn } from '../ui/onbewaard.ts';
import { hoortToetsen } from '../ui/toetsen.ts';
import { BOVENAAN, type Ding, komAan, type Plaats, Plaatskeuze } from '../ui/plaats.ts';
import { openVenster, type Venster } from '../vensters/venster.ts';
import '../vensters/vensters.ts';
import { type Bewaard, bewaardBij } from './bewaard.ts';
import './bord.css';
import { bordkop } from './bordkop.ts';
import { DELEN, naarDeel } from './delen.ts';
import './deelnemers.ts';
import './doelentab.ts';
import './besluiten.ts';
import './gegevens.ts';
import './hulp.ts';
import './leefgebieden.ts';
import { Leesanker } from './leesanker.ts';
import './niet-open.ts';
import { onleesbaarOp } from './onleesbaar.ts';
import { duimbalk, overslaan } from './springen.ts';
import { EERSTE_TAB, tabId, tabsVan, tabVan } from './tabs.ts';
import { TOEVOEGEN } from './toevoegen.ts';
import './wat-nu.ts';
import { ZOEKEN } from './zoeken.ts';

/** Below this width all stands in one column. */
const SMAL = matchMedia('(width < 56.25rem)');

/** The board of one casus, under the mask of who looks: what must happen, what is known, and who take part. */
@customElement('rt-bord')
export class RtBord extends LichtElement {
  @property({ attribute: false }) casusId = '';
  /** What the address says. */
  @property({ attribute: false }) plaats: Plaats = BOVENAAN;

  /** Whether the address led to something that this person has nothing at. */
  @state() private niets = false;
  private gekozenLid: string | null = null;
  private tab = EERSTE_TAB;
  /** Something that was asked on the board itself and didn't work. */
  @state() private melding = '';
  /** Where what was just kept stands, and who reads it. */
  @state() private bewaard: Bewaard | null = null;
  @state() private smal = SMAL.matches;

  private verbinding: Bordverbinding | undefined;
  private kijk: Kijk | null = null;
  private magWeg: (() => void) | undefined;
  /** What one was typing in a window when the board closed: still theirs to copy. */
  private eigenWoorden: readonly NietOpgeslagen[] = [];
  /** What was asked for, until the board stands. */
  private onderweg: Plaats | null = null;
  /** An address that only says what stands open already. */
  private staatEr: Plaats | null = null;
  private heen: Ding | null = null;
  private stopAankomst: (() => void) | undefined;
  private readonly dag = new Dag(this);

  constructor() {
    super();
    new Leesanker(this);
    hoortToetsen(this, () => [
      { toets: '/', naam: 'Zoeken op dit bord', doe: () => this.venster(ZOEKEN) },
      { toets: 'n', naam: 'Iets toevoegen', doe: () => this.venster(TOEVOEGEN) },
      ...DELEN.map((deel) => ({
        toets: `g ${deel.letter}`,
        naam: `Naar ${deel.naam}`,
        doe: () => naarDeel(this, deel),
      })),
    ]);
    this.addEventListener(Plaatskeuze.naam, this.opKeuze);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.verbinding = new Bordverbinding(this.casusId, () => this.requestUpdate(), this.tekstnieuws);
    this.verbinding.opBewaard = (kaart) => {
      if (this.kijk !== null) this.bewaard = bewaardBij(this.kijk, kaart);
    };
    this.verbinding.start();
    this.magWeg = vraagBijWeggaan(this, this.verbinding.teksten);
    SMAL.addEventListener('change', this.opBreedte);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // NK7: who signs out or walks away leaves nothing of the casus in this page.
    this.verbinding?.stop();
    this.verbinding = undefined;
    this.tekstnieuws.stop();
    this.magWeg?.();
    this.stopAankomst?.();
    this.kijk = null;
    this.eigenWoorden = [];
    this.bewaard = null;
    SMAL.removeEventListener('change', this.opBreedte);
  }

  protected override willUpdate(gewijzigd: PropertyValues<this>): void {
    if (gewijzigd.has('plaats') && !isZelfde(this.plaats, this.staatEr)) this.onderweg = this.plaats;
    const toestand = this.verbinding?.toestand;
    if (toestand?.fase !== 'open') {
      if (this.kijk !== null) this.eigenWoorden = eigenWoordenIn(this);
      this.kijk = null;
      return;
    }
    const kijkNaar = (lidId: string | null) =>
      new Kijk(toestand.staat, toestand.lijsten, this.dag.vandaag, lidId);
    if (this.onderweg !== null) {
      const { lidId, tab, ding } = this.onderweg;
      const kijk = kijkNaar(lidId);
      this.gekozenLid = lidId;
      this.heen = ding;
      this.tab = tab ?? (ding === null ? EERSTE_TAB : tabVan(kijk, ding));
      // Said once, on arriving: what goes later goes without a word about its address.
      this.niets = !isHier(kijk, this.onderweg) || !tabsVan(kijk).some(({ code }) => code === this.tab);
    }
    this.kijk = kijkNaar(this.gekozenLid);
    if (!tabsVan(this.kijk).some(({ code }) => code === this.tab)) this.tab = EERSTE_TAB;
  }

  protected override render(): TemplateResult {
    const toestand = this.verbinding?.toestand ?? { fase: 'laden' };
    switch (toestand.fase) {
      case 'laden':
        return html`<p class="rt-laden" role="status">De casus wordt geladen…</p>`;
      case 'weg':
        return html`<div class="rt-kolom rt-kolom--smal">
          ${
            toestand.wasOpen
              ? html`<h1 tabindex="-1">U doet niet meer mee aan deze casus</h1>
                  <p role="alert">Wat er op dit bord stond, is van uw scherm gehaald. Vragen? Bel de regisseur.</p>`
              : html`<h1>Deze casus is er niet voor u</h1>
                  <p>Controleer het adres. Of u doet niet, of niet meer, mee aan deze casus.</p>`
          }
          ${eigenTekst([...toestand.onopgeslagen, ...this.eigenWoorden])}
          <p><a class=${KNOP.hoofd} href="/">Naar mijn werk</a></p>
        </div>`;
      case 'fout':
        return html`<div class="rt-kolom rt-kolom--smal">
          <h1>De casus is nu niet te laden</h1>
          <rt-melding soort="fout" kop="Niet geladen" .inhoud=${toestand.bericht}></rt-melding>
          ${eigenTekst(this.eigenWoorden)}
          <p><button type="button" class=${KNOP.hoofd} @click=${this.probeerOpnieuw}>Probeer opnieuw</button></p>
        </div>`;
      case 'open':
        return this.kijk === null || this.verbinding === undefined
          ? html``
          : this.bord(this.kijk, this.verbinding.teksten);
      default:
        return exhaustief(toestand);
    }
  }

  protected override updated(): void {
    if (this.kijk === null) return;
    zetTitel(`Casus ${this.kijk.bord.label}`);
    const ding = this.onderweg?.ding ?? null;
    this.onderweg = null;
    if (ding !== null && !this.niets) this.toon(ding);
    const { bewaard } = this;
    if (bewaard === null || bewaard.gezegd) return;
    this.bewaard = { ...bewaard, gezegd: true };
    aankondigen(bewaard.zin);
    if (bewaard.ding === null) return;
    void this.gaNaarBewaard(bewaard.ding);
  }

  private bord(kijk: Kijk, teksten: Bordteksten): TemplateResult {
    const { doe, verbinding } = this;
    return html`<div class="bord">
      ${overslaan(this, kijk)}
      ${bordkop({
        kijk,
        teksten,
        tabs: tabsVan(kijk),
        tab: this.tab,
        smal: this.smal,
        opTab: this.opTab,
        opLid: this.opLid,
        opAfdrukken: () => window.print(),
      })}
      ${
        verbinding?.verbonden === false
          ? html`<p class="bord-geen-lijn" role="status">
              <strong>Geen verbinding.</strong> U ziet wat er het laatst was. U kunt doortypen: wat u typt, wordt
              opgeslagen zodra de verbinding er weer is.
            </p>`
          : oudBord(verbinding?.ouderdom ?? null)
      }
      ${this.niets ? html`<p class="bord-hier-niets" role="status">${HIER_NIETS}</p>` : nothing}
      <rt-bord-overgebleven .kijk=${kijk} .teksten=${teksten}></rt-bord-overgebleven>
      <rt-bord-losse-concepten .kijk=${kijk} .teksten=${teksten}></rt-bord-losse-concepten>
      ${onleesbaarOp(kijk)}
      <div class="bord-kolommen">
        <div class="bord-kolom bord-links">
          <rt-bord-wat-nu
            .kijk=${kijk}
            .doe=${doe}
            .verbinding=${verbinding}
            .teksten=${teksten}
            .smal=${this.smal}
          ></rt-bord-wat-nu>
        </div>
        <div
          class="bord-kolom bord-midden"
          role="tabpanel"
          id="bord-paneel"
          aria-labelledby=${tabId(this.tab)}
        >
          ${this.paneel(kijk, teksten)}
        </div>
        <div class="bord-kolom bord-rechts">
          <rt-bord-deelnemers .kijk=${kijk}></rt-bord-deelnemers>
          <rt-bord-niet-open .kijk=${kijk}></rt-bord-niet-open>
        </div>
      </div>
      ${duimbalk(this, kijk)} ${this.meldingen()}
      <rt-vensters .kijk=${kijk} .verbinding=${verbinding} .binnen=${this}></rt-vensters>
    </div>`;
  }

  private paneel(kijk: Kijk, teksten: Bordteksten): TemplateResult {
    const { doe } = this;
    switch (this.tab) {
      case 'doelen':
        return html`<rt-bord-doelentab
          .kijk=${kijk}
          .doe=${doe}
          .verbinding=${this.verbinding}
          .teksten=${teksten}
        ></rt-bord-doelentab>`;
      case 'hulp':
        return html`<section class="bord-vlak bord-vlak--ruim"><rt-bord-hulp .kijk=${kijk}></rt-bord-hulp></section>`;
      case 'besluiten':
        return html`<section class="bord-vlak bord-vlak--ruim">
          <rt-bord-besluiten .kijk=${kijk} .teksten=${teksten}></rt-bord-besluiten>
        </section>`;
      case 'gegevens':
        return html`<section class="bord-vlak bord-vlak--ruim">
          <rt-bord-gegevens .kijk=${kijk} .doe=${doe}></rt-bord-gegevens>
        </section>`;
      default:
        return html`<rt-bord-leefgebieden .kijk=${kijk} .doe=${doe} .teksten=${teksten} .heen=${this.heen}></rt-bord-leefgebieden>`;
    }
  }

  private meldingen(): TemplateResult {
    const { melding, bewaard } = this;
    return html`${
      melding === ''
        ? nothing
        : html`<div class="bord-melding">
            <rt-melding
              soort="let-op"
              kop=${melding === WACHT_OP_ANTWOORD ? 'Nog niet bewaard' : 'Dat ging niet'}
              .inhoud=${melding}
            ></rt-melding>
            <button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${this.sluitMelding}>Sluit melding</button>
          </div>`
    }
    ${
      bewaard === null
        ? nothing
        : html`<p class="bord-bewaard">
            <span aria-hidden="true">✓</span> <span>${bewaard.zin}</span>
            <button type="button" class="rt-als-link" @click=${this.sluitBewaard}>
              Sluiten<span class="rt-alleen-voorlezen">: ${bewaard.zin}</span>
            </button>
          </p>`
    }`;
  }

  /** What others changed in texts, told to who can't see it move. */
  private readonly tekstnieuws = new Tekstnieuws((bericht) => {
    const zin = this.kijk === null ? '' : nieuwszin(this.kijk, bericht);
    if (zin !== '') aankondigen(zin);
  });

  /** What the parts ask of the whole; one object for as long as the board lives. */
  private readonly doe: Doe = {
    zetStand: (kaart, stand) =>
      this.probeer(async () => {
        if (kaart.ikVoerUit) await this.verbinding?.zetStap(kaart.id, { stand }, this.poging());
        else await this.verbinding?.zetStand(kaart, stand);
      }),
    open: async (compartiment, van) => {
      const deel = van.closest<HTMLElement>('details, section');
      await this.probeer(async () => {
        const opening = await this.verbinding?.open(compartiment.id);
        const aantal = opening?.kaarten.length ?? 0;
        // The button is gone: focus goes to the heading of what came in its place.
        await this.updateComplete;
        const kop = deel?.querySelector<HTMLElement>('summary, h3, h2');
        if (kop?.matches('h2, h3')) kop.tabIndex = -1;
        kop?.focus();
        aankondigen(aantal === 0 ? 'Geopend. Er staat niets in.' : 'Geopend.');
      });
    },
  };

  /** The address follows what is asked for here. Where it says so already, the board goes there by itself. */
  private readonly opKeuze = (keuze: Event) => {
    if (!(keuze instanceof Plaatskeuze)) return;
    this.staatEr = keuze.vervang ? keuze.plaats : null;
    if (keuze.vervang || !isZelfde(keuze.plaats, this.plaats)) return;
    this.onderweg = keuze.plaats;
    this.requestUpdate();
  };

  private async gaNaarBewaard(ding: Ding): Promise<void> {
    // A window that closes gives focus back to what opened it: only then one goes on.
    await verschijnt(() => (this.querySelector('dialog') === null ? true : null));
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    if (this.kijk === null) return;
    const tab = tabVan(this.kijk, ding);
    if (tab !== this.tab) this.kies({ lidId: this.gekozenLid, tab });
    await this.updateComplete;
    this.toon(ding);
  }

  private toon(ding: Ding): void {
    this.stopAankomst?.();
    this.stopAankomst = komAan(this, ding);
  }

  /** For one press: it says so while it waits for an answer. */
  private poging(): Poging {
    return new Poging((wacht) => {
      this.melding = wacht ? WACHT_OP_ANTWOORD : '';
    });
  }

  private readonly sluitMelding = () => {
    this.melding = '';
  };

  private readonly sluitBewaard = () => {
    this.bewaard = null;
  };

  private readonly opLid = ({ detail: lidId }: CustomEvent<string | null>) => {
    const wie = this.kijk === null || lidId === null ? 'iedereen' : this.kijk.rol(lidId);
    aankondigen(`U ziet nu wat gaat over ${wie}.`);
    this.kies({ lidId, tab: this.tab });
  };

  private readonly opTab = ({ detail: tab }: CustomEvent<string>) => {
    this.kies({ lidId: this.gekozenLid, tab });
  };

  private kies({ lidId, tab }: Pick<Plaats, 'lidId'> & { readonly tab: string }): void {
    this.dispatchEvent(new Plaatskeuze({ lidId, tab: tab === EERSTE_TAB ? null : tab, ding: null }));
  }

  private readonly opBreedte = () => {
    this.smal = SMAL.matches;
  };

  private readonly probeerOpnieuw = () => {
    void this.verbinding?.ververs();
  };

  private venster(venster: Venster<undefined>): true {
    openVenster(this, venster, undefined);
    return true;
  }

  /** @returns whether it worked; if not, the board says why */
  private async probeer(doe: () => Promise<void>): Promise<boolean> {
    this.melding = '';
    try {
      await doe();
      return true;
    } catch (fout) {
      this.melding = berichtVan(fout);
      // What was refused may have been about an older board than the server's.
      void this.verbinding?.ververs();
      return false;
    }
  }
}

function isZelfde(een: Plaats, ander: Plaats | null): boolean {
  return JSON.stringify(een) === JSON.stringify(ander);
}

/** ST16: how old it is what one sees, while it can't be fetched anew. */
function oudBord(ouderdom: Date | null): TemplateResult | typeof nothing {
  if (ouderdom === null) return nothing;
  return html`<p class="bord-geen-lijn" role="status">
    <strong>Dit bord is nu niet op te halen.</strong> U ziet wat er om ${tijdstip(ouderdom)} stond. Wij proberen het
    vanzelf opnieuw.
  </p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord': RtBord;
  }
}

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { HIER_NIETS, isHier } from '../casus/aankomst.ts';
import type { Bezoek } from '../casus/bezoek.ts';
import type { Bordteksten } from '../casus/bordteksten.ts';
import { Bordverbinding } from '../casus/bordverbinding.ts';
import { Kijk } from '../casus/kijk.ts';
import { Tekstnieuws } from '../casus/tekstnieuws.ts';
import { nieuwszin } from '../teksten/nieuwszin.ts';
import { haalSchrijfhelft } from '../teksten/schrijfhelft.ts';
import { verschijnt } from '../teksten/verschijnt.ts';
import { vraagBijWeggaan } from '../teksten/weggaan.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { Dag } from '../ui/dag.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { haalNakomende, totHetErIs } from '../ui/nakomend.ts';
import { zetTitel } from '../ui/navigatie.ts';
import type { NietOpgeslagen } from '../ui/niet-opgeslagen.ts';
import { eigenWoordenIn } from '../ui/onbewaard.ts';
import { BOVENAAN, type Ding, komAan, type Plaats, Plaatskeuze } from '../ui/plaats.ts';
import '../vensters/vensters.ts';
import { type Bewaard, bewaardBij } from './bewaard.ts';
import './bord.css';
import { bordkop } from './bordkop.ts';
import { bordtoetsen } from './bordtoetsen.ts';
import './deelnemers.ts';
import { BEZOEK, LEESANKER, ONDERDELEN } from './deuren.ts';
import { Handen } from './handen.ts';
import { onleesbaarOp } from './onleesbaar.ts';
import { Paneel } from './paneel.ts';
import { Smal } from './smal.ts';
import { duimbalk, overslaan } from './springen.ts';
import { gingNiet, isBewaard, oudBord, zonderBord } from './stand-van-het-bord.ts';
import { EERSTE_TAB, tabId, tabsVan, tabVan } from './tabs.ts';
import { nieuweCollegas, regieaanbod } from './wacht.ts';
import './wat-nu.ts';

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
  /** Where what was just kept stands, and who reads it. */
  @state() private bewaard: Bewaard | null = null;

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
  /** Comes after the board. */
  private bezoek: Bezoek | null = null;
  private readonly handen = new Handen(
    this,
    () => this.verbinding,
    () => void this.bezoek?.kom(),
  );
  /** Whether what comes after the board has been asked for. */
  private isRondom = false;
  @state() private haaldeOnderdelen = false;
  private ankert = false;
  private readonly paneel = new Paneel(this);
  private readonly dag = new Dag(this);
  private readonly smal = new Smal(this);

  constructor() {
    super();
    bordtoetsen(this);
    this.addEventListener(Plaatskeuze.naam, this.opKeuze);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.verbinding = new Bordverbinding(this.casusId, () => this.requestUpdate(), this.tekstnieuws);
    this.verbinding.opBewaard = (kaart) => {
      if (this.kijk !== null) this.bewaard = bewaardBij(this.kijk, kaart);
    };
    const { teksten } = this.verbinding;
    teksten.haalConcepten = haalSchrijfhelft;
    teksten.beginKlad();
    this.verbinding.start();
    this.magWeg = vraagBijWeggaan(this, 'dit bord', () => teksten.isIetsTeVerliezen);
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
    this.bezoek = null;
    this.isRondom = false;
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
    if (this.kijk === null && this.wachtOpOnderdelen(kijkNaar(null))) return;
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
    if (toestand.fase !== 'open') return zonderBord(toestand, this.eigenWoorden, this.probeerOpnieuw);
    if (this.kijk === null || this.verbinding === undefined)
      return zonderBord({ fase: 'laden' }, [], this.probeerOpnieuw);
    return this.bord(this.kijk, this.verbinding.teksten);
  }

  protected override updated(): void {
    if (this.kijk === null) return;
    if (!this.isRondom) {
      this.isRondom = true;
      void totHetErIs(ONDERDELEN);
      // Windows open at once, and with the line gone as well.
      void haalNakomende();
      void this.bezoekt();
      void this.anker();
    }
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

  /**
   * What asks something of who comes stands above what must be done, and its code comes later: then the board waits for
   * it, so that nothing moves. Once: where it can't be fetched the rest is shown.
   */
  private wachtOpOnderdelen(kijk: Kijk): boolean {
    if (this.haaldeOnderdelen || (regieaanbod(kijk) === null && nieuweCollegas(kijk).length === 0))
      return false;
    const verder = () => {
      this.haaldeOnderdelen = true;
    };
    ONDERDELEN().then(verder, verder);
    return true;
  }

  private async bezoekt(): Promise<void> {
    try {
      const Bezoek = await BEZOEK();
      const { verbinding } = this;
      if (verbinding === undefined) return;
      this.bezoek = new Bezoek(
        this,
        this.casusId,
        () => verbinding.verbonden && verbinding.ouderdom === null,
      );
    } catch {
      // Its place stays empty, and the board says that the line is gone.
    }
  }

  private async anker(): Promise<void> {
    if (this.ankert) return;
    try {
      const Leesanker = await LEESANKER();
      if (this.ankert) return;
      this.ankert = true;
      new Leesanker(this);
      this.requestUpdate();
    } catch {
      // The browser keeps its own, and it is asked for again at the next coming.
    }
  }

  private bord(kijk: Kijk, teksten: Bordteksten): TemplateResult {
    const { verbinding } = this;
    const { doe } = this.handen;
    return html`<p class="bord-op-papier">Kies op het bord <b>Afdrukken …</b>: dan vraagt Regietafel voor wie het is.</p><div class="bord">
      ${overslaan(this, kijk)}
      ${bordkop({
        kijk,
        teksten,
        tabs: tabsVan(kijk),
        tab: this.tab,
        smal: this.smal.isSmal,
        opTab: this.opTab,
        opLid: this.opLid,
      })}
      ${oudBord(verbinding?.verbonden !== false, verbinding?.ouderdom ?? null)}
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
            .smal=${this.smal.isSmal}
            .bezoek=${this.bezoek?.stand ?? 'wacht'}
            @gelezen=${this.bezoek?.las}
          ></rt-bord-wat-nu>
        </div>
        <div
          class="bord-kolom bord-midden"
          role="tabpanel"
          id="bord-paneel"
          aria-labelledby=${tabId(this.tab)}
        >
          ${this.paneel.toon(this.tab, { kijk, teksten, doe, verbinding, heen: this.heen })}
        </div>
        <div class="bord-kolom bord-rechts">
          <rt-bord-deelnemers .kijk=${kijk}></rt-bord-deelnemers>
          <rt-bord-regie .kijk=${kijk}></rt-bord-regie>
          <rt-bord-niet-open
            .kijk=${kijk}
            .teksten=${teksten}
            .bezoek=${this.bezoek?.stand ?? 'wacht'}
          ></rt-bord-niet-open>
          <rt-meelezers .kijk=${kijk}></rt-meelezers>
        </div>
      </div>
      ${duimbalk(this, kijk)} ${gingNiet(this.handen.melding, this.handen.sluitMelding)}
      ${isBewaard(this.bewaard, this.sluitBewaard)}
      <rt-vensters .kijk=${kijk} .verbinding=${verbinding} .binnen=${this}></rt-vensters>
    </div>`;
  }

  /** What others changed in texts, told to who can't see it move. */
  private readonly tekstnieuws = new Tekstnieuws((bericht) => {
    const zin = this.kijk === null ? '' : nieuwszin(this.kijk, bericht);
    if (zin !== '') aankondigen(zin);
  });

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

  private readonly sluitBewaard = () => {
    this.bewaard = null;
  };

  private readonly opLid = ({ detail: lidId }: CustomEvent<string | null>) => {
    const wie = this.kijk === null || lidId === null ? 'iedereen' : this.kijk.rol(lidId);
    aankondigen(`U ziet nu wat over ${wie} gaat.`);
    this.kies({ lidId, tab: this.tab });
  };

  private readonly opTab = ({ detail: tab }: CustomEvent<string>) => {
    this.kies({ lidId: this.gekozenLid, tab });
  };

  private kies({ lidId, tab }: Pick<Plaats, 'lidId'> & { readonly tab: string }): void {
    this.dispatchEvent(new Plaatskeuze({ lidId, tab: tab === EERSTE_TAB ? null : tab, ding: null }));
  }

  private readonly probeerOpnieuw = () => {
    void this.verbinding?.ververs();
  };
}

function isZelfde(een: Plaats, ander: Plaats | null): boolean {
  return JSON.stringify(een) === JSON.stringify(ander);
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord': RtBord;
  }
}

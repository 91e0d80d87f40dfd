import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { exhaustief } from '../../shared/exhaustief.ts';
import { berichtVan, Poging } from '../api/api.ts';
import { WACHT_OP_ANTWOORD } from '../api/poging.ts';
import { naamVan } from '../lijsten.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { datumVan, voluit } from '../ui/datum.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { zetTitel } from '../ui/navigatie.ts';
import { BOVENAAN, type Plaats, Plaatskeuze, komAan } from '../ui/plaats.ts';
import '../ui/melding.ts';
import { opsomming } from '../ui/opsomming.ts';
import './besluiten.ts';
import './bord.css';
import { Bordverbinding } from '../casus/bordverbinding.ts';
import './deelnemers.ts';
import type { Doe } from '../kaarten/doe.ts';
import './doelen.ts';
import './gegevens.ts';
import './hulp.ts';
import './huishouden.ts';
import type { Kaartsoort } from '../../shared/plan/kaartsoorten.ts';
import { HIER_NIETS, isHier } from '../casus/aankomst.ts';
import { inEenZin, Kijk } from '../casus/kijk.ts';
import './leefgebieden.ts';
import { onleesbaarOp } from './onleesbaar.ts';
import './strook.ts';
import { type Tab, tabId } from './tabs.ts';
import '../teksten/bordopslag.ts';
import type { Bordteksten } from '../casus/bordteksten.ts';
import '../teksten/losse-concepten.ts';
import { eigenTekst } from '../teksten/eigen-tekst.ts';
import { nieuwszin } from '../teksten/nieuwszin.ts';
import '../teksten/overgebleven.ts';
import { Tekstnieuws } from '../casus/tekstnieuws.ts';
import { vraagBijWeggaan } from '../teksten/weggaan.ts';
import '../teksten/woorden.ts';
import type { NietOpgeslagen } from '../ui/niet-opgeslagen.ts';
import { eigenWoordenIn } from '../ui/onbewaard.ts';
import '../vensters/vensters.ts';

/** The board of one casus, under the mask of who looks. */
@customElement('rt-bord')
export class RtBord extends LichtElement {
  @property({ attribute: false }) casusId = '';
  /** What the address says. */
  @property({ attribute: false }) plaats: Plaats = BOVENAAN;

  /** Whether the address led to something that this person has nothing at. */
  @state() private niets = false;
  private gekozenLid: string | null = null;
  private tab = EERSTE_TAB;
  /** What was asked for, until the board stands. */
  private onderweg: Plaats | null = null;
  private stopAankomst: (() => void) | undefined;
  /** Something that was asked on the board itself and didn't work. */
  @state() private melding = '';

  private verbinding: Bordverbinding | undefined;
  private kijk: Kijk | null = null;
  private magWeg: (() => void) | undefined;
  /** What one was typing in a window when the board closed: still theirs to copy. */
  private eigenWoorden: readonly NietOpgeslagen[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.verbinding = new Bordverbinding(this.casusId, () => this.requestUpdate(), this.tekstnieuws);
    this.verbinding.start();
    this.magWeg = vraagBijWeggaan(this, this.verbinding.teksten);
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
  }

  protected override willUpdate(gewijzigd: PropertyValues<this>): void {
    if (gewijzigd.has('plaats')) this.onderweg = this.plaats;
    const toestand = this.verbinding?.toestand;
    if (toestand?.fase !== 'open') {
      if (this.kijk !== null) this.eigenWoorden = eigenWoordenIn(this);
      this.kijk = null;
      return;
    }
    const kijkNaar = (lidId: string | null) =>
      new Kijk(toestand.staat, toestand.lijsten, datumVan(new Date()), lidId);
    if (this.onderweg !== null) {
      const { lidId, tab, ding } = this.onderweg;
      const tabs = this.tabs(kijkNaar(lidId));
      this.gekozenLid = lidId;
      this.tab = tab ?? tabVan(kijkNaar(lidId), ding);
      // Said once, on arriving: what goes later goes without a word about its address.
      this.niets = !isHier(kijkNaar(lidId), this.onderweg) || !tabs.some(({ code }) => code === this.tab);
    }
    this.kijk = kijkNaar(this.gekozenLid);
    if (!this.tabs(this.kijk).some(({ code }) => code === this.tab)) this.tab = EERSTE_TAB;
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
    if (ding === null || this.niets) return;
    this.stopAankomst?.();
    this.stopAankomst = komAan(this, ding);
  }

  private bord(kijk: Kijk, teksten: Bordteksten): TemplateResult {
    const { doe } = this;
    const naastElkaar = this.tab !== 'doelen';
    return html`<div class="bord">
      ${this.kop(kijk, teksten)}
      ${
        this.verbinding?.verbonden === false
          ? html`<p class="bord-geen-lijn" role="status">
              <strong>Geen verbinding.</strong> U ziet wat er het laatst was. U kunt doortypen: wat u typt, wordt
              opgeslagen zodra de verbinding er weer is.
            </p>`
          : nothing
      }
      ${this.niets ? html`<p class="bord-nog-niet" role="status">${HIER_NIETS}</p>` : nothing}
      <rt-bord-overgebleven .kijk=${kijk} .teksten=${teksten}></rt-bord-overgebleven>
      <rt-bord-losse-concepten .kijk=${kijk} .teksten=${teksten}></rt-bord-losse-concepten>
      ${onleesbaarOp(kijk)}
      <rt-bord-strook .kijk=${kijk}></rt-bord-strook>
      <div class="bord-kolommen ${naastElkaar ? '' : 'bord-kolommen--twee'}">
        <aside class="bord-links" aria-label="Huishouden en wie meedoen">
          <rt-bord-huishouden .kijk=${kijk} @kies=${this.opLid}></rt-bord-huishouden>
          <rt-bord-deelnemers .kijk=${kijk}></rt-bord-deelnemers>
        </aside>
        <div class="bord-midden">
          <rt-bord-tabs .tabs=${this.tabs(kijk)} .gekozen=${this.tab} @kies=${this.opTab}></rt-bord-tabs>
          <div
            class="bord-inhoud"
            role="tabpanel"
            id="bord-paneel"
            tabindex="0"
            aria-labelledby=${tabId(this.tab)}
          >
            ${this.paneel(kijk, teksten)}
          </div>
        </div>
        ${
          naastElkaar
            ? html`<aside class="bord-rechts" aria-label="Eigen woorden, doelen en afspraken">
                <rt-bord-woorden .kijk=${kijk} .teksten=${teksten}></rt-bord-woorden>
                <div class="rt-paneel bord-paneel">
                  <rt-bord-doelen .kijk=${kijk} .doe=${doe} .teksten=${teksten}></rt-bord-doelen>
                </div>
              </aside>`
            : nothing
        }
      </div>
      ${this.foutmelding()}
      <rt-vensters .kijk=${kijk} .verbinding=${this.verbinding} .binnen=${this}></rt-vensters>
    </div>`;
  }

  private kop(kijk: Kijk, teksten: Bordteksten): TemplateResult {
    const { bord, ik } = kijk;
    const wie = opsomming(bord.leden.map((lid) => lid.rol));
    return html`<header class="bord-kop">
      <div class="bord-kop__titel">
        <h1>Casus ${bord.label}${wie === '' ? nothing : html`<span class="bord-kop__leden">${wie}</span>`}</h1>
        <p class="bord-kop__stand">
          <span class="rt-merk">${naamVan(kijk.lijsten.statussen, bord.status)}</span>
          ${
            ik === undefined
              ? nothing
              : html`<span>U doet mee vanuit ${inEenZin(kijk.zetelnaam(ik.zetel))}${ik.regisseur ? ', als regisseur' : ''}</span>`
          }
          <rt-bord-bordopslag .teksten=${teksten}></rt-bord-bordopslag>
        </p>
        <p class="bord-afdrukdatum">Zoals ${ik === undefined ? 'u' : inEenZin(kijk.zetelnaam(ik.zetel))} dit ziet op ${voluit(kijk.vandaag, '')}.${kijk.gekozenLid === null ? '' : ` Alleen wat gaat over ${kijk.rol(kijk.gekozenLid)} en over het hele huishouden.`}</p>
      </div>
      <div class="bord-kop__acties rt-acties">
        <button type="button" class=${KNOP.rustig} @click=${() => window.print()}>Afdrukken</button>
        <a class=${KNOP.gewoon} href="/casussen/${this.casusId}/groot-scherm">Op het grote scherm</a>
      </div>
    </header>`;
  }

  /** Only tabs with something behind them for me; what is hidden leaves no hole (scene 2). */
  private tabs(kijk: Kijk): Tab[] {
    return [
      { code: 'leefgebieden', naam: 'Leefgebieden' },
      { code: 'doelen', naam: 'Doelen en afspraken' },
      ...(kijk.weetVan('hulp') ? [{ code: 'hulp', naam: 'Wie helpt waarmee' }] : []),
      ...(kijk.leest('plan') ? [{ code: 'besluiten', naam: 'Besluiten' }] : []),
      { code: 'gegevens', naam: 'Gegevens' },
    ];
  }

  private paneel(kijk: Kijk, teksten: Bordteksten): TemplateResult {
    const { doe } = this;
    switch (this.tab) {
      case 'doelen':
        return html`<div class="bord-doelen--ruim">
          <rt-bord-woorden .kijk=${kijk} .teksten=${teksten}></rt-bord-woorden>
          <div class="rt-paneel bord-paneel">
            <rt-bord-doelen .kijk=${kijk} .doe=${doe} .teksten=${teksten} .ruim=${true}></rt-bord-doelen>
          </div>
        </div>`;
      case 'hulp':
        return html`<rt-bord-hulp .kijk=${kijk} .doe=${doe}></rt-bord-hulp>`;
      case 'besluiten':
        return html`<rt-bord-besluiten .kijk=${kijk} .teksten=${teksten}></rt-bord-besluiten>`;
      case 'gegevens':
        return html`<rt-bord-gegevens .kijk=${kijk} .doe=${doe}></rt-bord-gegevens>`;
      default:
        return html`<rt-bord-leefgebieden .kijk=${kijk} .doe=${doe} .teksten=${teksten}></rt-bord-leefgebieden>`;
    }
  }

  private foutmelding(): TemplateResult | typeof nothing {
    if (this.melding === '') return nothing;
    return html`<div class="bord-melding">
      <rt-melding soort="let-op" kop=${this.melding === WACHT_OP_ANTWOORD ? 'Nog niet bewaard' : 'Dat ging niet'} .inhoud=${this.melding}></rt-melding>
      <button type="button" class="${KNOP.gewoon} rt-knop--klein" @click=${this.sluitMelding}>Sluit melding</button>
    </div>`;
  }

  /** What others changed in texts, told to who can't see it move. */
  private readonly tekstnieuws = new Tekstnieuws((bericht) => {
    const zin = this.kijk === null ? '' : nieuwszin(this.kijk, bericht);
    if (zin !== '') aankondigen(zin);
  });

  /** What the parts ask of the whole; one object for as long as the board lives. */
  private readonly doe: Doe = {
    zetGedaan: async (kaart, gedaan) => {
      const stand = gedaan ? 'gedaan' : 'bezig';
      const uitvoerder = kaart.soort === 'afspraak' && kaart.ikVoerUit;
      await this.probeer(async () => {
        if (uitvoerder) await this.verbinding?.zetStap(kaart.id, { stand }, this.poging());
        else await this.verbinding?.zetStand(kaart, stand);
        aankondigen(gedaan ? 'Gedaan.' : 'Weer open.');
      });
    },
    open: async (compartiment, van) => {
      const kop = van.closest('section')?.querySelector<HTMLElement>('h3');
      await this.probeer(async () => {
        const opening = await this.verbinding?.open(compartiment.id);
        const aantal = opening?.kaarten.length ?? 0;
        // The button is gone: focus goes to the heading of what came in its place.
        await this.updateComplete;
        kop?.focus();
        aankondigen(aantal === 0 ? 'Geopend. Er staat nog niets in.' : 'Geopend.');
      });
    },
  };

  /** For one press: it says so while it waits for an answer. */
  private poging(): Poging {
    return new Poging((wacht) => {
      this.melding = wacht ? WACHT_OP_ANTWOORD : '';
    });
  }

  private readonly sluitMelding = () => {
    this.melding = '';
  };

  private readonly opLid = (gebeurtenis: CustomEvent<string | null>) => {
    this.kies({ lidId: gebeurtenis.detail, tab: this.tab });
    const wie =
      this.kijk === null || gebeurtenis.detail === null ? 'iedereen' : this.kijk.rol(gebeurtenis.detail);
    aankondigen(`U ziet nu wat gaat over ${wie}.`);
  };

  private readonly opTab = (gebeurtenis: CustomEvent<string>) => {
    this.kies({ lidId: this.gekozenLid, tab: gebeurtenis.detail });
  };

  private kies({ lidId, tab }: Pick<Plaats, 'lidId'> & { readonly tab: string }): void {
    this.dispatchEvent(new Plaatskeuze({ lidId, tab: tab === EERSTE_TAB ? null : tab, ding: null }));
  }

  private readonly probeerOpnieuw = () => {
    void this.verbinding?.ververs();
  };

  private async probeer(doe: () => Promise<void>): Promise<void> {
    this.melding = '';
    try {
      await doe();
    } catch (fout) {
      this.melding = berichtVan(fout);
      // What was refused may have been about an older board than the server's.
      void this.verbinding?.ververs();
    }
  }
}

const EERSTE_TAB = 'leefgebieden';

/** The tab on which something stands. */
function tabVan(kijk: Kijk, ding: Plaats['ding']): string {
  const soort =
    ding?.soort === 'kaart' ? kijk.bord.kaarten.find(({ id }) => id === ding.id)?.soort : undefined;
  return (soort === undefined ? undefined : TAB_VAN[soort]) ?? EERSTE_TAB;
}

const TAB_VAN: Readonly<Partial<Record<Kaartsoort, string>>> = {
  hulp: 'hulp',
  besluit: 'besluiten',
  naam: 'gegevens',
  adres: 'gegevens',
  contact: 'gegevens',
};

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord': RtBord;
  }
}

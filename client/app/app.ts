import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Sessie } from '../../shared/contract/sessies.ts';
import { exhaustief } from '../../shared/exhaustief.ts';
import {
  AANMELDEN_NODIG,
  ANDERE_AANMELDING,
  ApiFout,
  berichtVan,
  NogVandaag,
  roep,
  tekenVoor,
  voorWie,
  wieIsHier,
} from '../api/api.ts';
import { vergeetOpen } from '../bord/onthouden.ts';
import { kladVan, wisKladVan, zetEigenaar } from '../klad/eigenaar.ts';
import { vergeetLijsten } from '../lijsten.ts';
import { aankondigen, maakAankondiger } from '../ui/aankondigen.ts';
import { doeVoorAfmelden } from '../ui/bij-afmelden.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import { zetGezocht } from '../ui/gezocht.ts';
import { IN_OVERLEG, inOverleg, zetInOverleg } from '../ui/in-overleg.ts';
import { komtNa, totHetErIs } from '../ui/nakomend.ts';
import {
  Genavigeerd,
  ga,
  vandaar,
  vangNavigatie,
  vergeetPlekken,
  vergeetVandaar,
  zetTitel,
} from '../ui/navigatie.ts';
import { isIetsOnbewaard } from '../ui/onbewaard.ts';
import { Plaatskeuze, padNaar } from '../ui/plaats.ts';
import { keerTerug } from '../ui/plek.ts';
import { hoortToetsen } from '../ui/toetsen.ts';
import type { andereAanmelding } from './andere-aanmelding.ts';
import { focusKop } from './focus.ts';
import { appkop } from './kop.ts';
import { herkenRoute, type Route } from './route.ts';
import { laadScherm, TITELS } from './schermen.ts';

/** The line of an overleg above every screen: fetched by who is in one. */
const OVERLEGBALK = komtNa(() => import('../overleg/balk.ts'));

/** Who is signed in, as far as we know. */
type Aanmelding =
  | { readonly stand: 'onbekend' }
  /** `aanleiding`: why, when the session ended by itself. */
  | { readonly stand: 'niemand'; readonly aanleiding: string }
  | { readonly stand: 'aangemeld'; readonly sessie: Sessie }
  | { readonly stand: 'mislukt'; readonly bericht: string };

const KLADBALK = komtNa(() => import('../klad/kladbalk.ts'));

/** Hardly anybody comes near it. */
const NOG_VANDAAG = komtNa(() => import('./nog-vandaag.ts'));

/** How long after it is asked who this is, it is asked again (ST16). */
const LATER_MS = 5_000;
const VANZELF = 'Wij proberen het vanzelf opnieuw.';

/** It has to open without a line as well. */
const AFMELDVRAAG = komtNa(() => import('./afmeldvraag.ts'));

/** The frame around the screens: who I am, where I am, and which screen that is. */
@customElement('rt-app')
export class RtApp extends LichtElement {
  @state() private route: Route = herkenRoute(location.pathname);
  @state() private aanmelding: Aanmelding = { stand: 'onbekend' };
  /** The screen whose code is here; while another one loads, this one stays. */
  @state() private geladen: Route['scherm'] | undefined;
  @state() private laadfout = '';
  @state() private afmeldfout = '';
  /** Who signed in meanwhile in this browser, and whether they said that it is still the first (ST12). */
  @state() private ander: { readonly sessie: Sessie; readonly nogSteeds: boolean } | null = null;

  /** What is said of it; fetched when it is needed, which is hardly ever. */
  @state() private andereAanmelding: typeof andereAanmelding | undefined;

  /** Whether the code of the line of an overleg is here. */
  @state() private heeftBalk = false;

  /** How many more things they may make today; null: enough (ST6). */
  @state() private nogVandaag: number | null = null;

  private later: ReturnType<typeof setTimeout> | undefined;

  private laatNavigatieLos: (() => void) | undefined;
  private stopFocus: (() => void) | undefined;

  constructor() {
    super();
    hoortToetsen(this, () => [{ toets: '/', naam: 'Zoeken in uw casussen', doe: this.naarZoeken }]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    maakAankondiger();
    this.laatNavigatieLos = vangNavigatie();
    window.addEventListener(Genavigeerd.naam, this.opNavigatie);
    this.addEventListener(Plaatskeuze.naam, this.opPlaats);
    window.addEventListener(AANMELDEN_NODIG, this.opAanmeldenNodig);
    window.addEventListener(ANDERE_AANMELDING, this.opAndere);
    window.addEventListener(NogVandaag.naam, this.opNogVandaag);
    window.addEventListener(IN_OVERLEG, this.opInOverleg);
    void this.wieBenIk();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.laatNavigatieLos?.();
    this.stopFocus?.();
    window.removeEventListener(Genavigeerd.naam, this.opNavigatie);
    this.removeEventListener(Plaatskeuze.naam, this.opPlaats);
    window.removeEventListener(AANMELDEN_NODIG, this.opAanmeldenNodig);
    window.removeEventListener(ANDERE_AANMELDING, this.opAndere);
    window.removeEventListener(NogVandaag.naam, this.opNogVandaag);
    window.removeEventListener(IN_OVERLEG, this.opInOverleg);
  }

  protected override render() {
    const sessie = this.aanmelding.stand === 'aangemeld' ? this.aanmelding.sessie : null;
    // What hangs on the wall shows no name, of whoever is signed in beside it neither.
    const kaal = this.isWand;
    return html`
      <a class="rt-sla-over" href="#inhoud" @click=${this.naarInhoud}>Naar de inhoud</a>
      ${kaal ? nothing : appkop({ sessie, scherm: this.route.scherm, opAfmelden: this.meldAf })}
      ${sessie === null || kaal ? nothing : this.overlegbalk()}
      ${
        this.afmeldfout === ''
          ? nothing
          : html`<div class="rt-app__melding">
              <rt-melding soort="fout" kop="U bent nog niet afgemeld" .inhoud=${this.afmeldfout}></rt-melding>
            </div>`
      }
      ${this.nogVandaag === null || kaal ? nothing : html`<rt-nog-vandaag .aantal=${this.nogVandaag}></rt-nog-vandaag>`}
      <main
        class="rt-inhoud rt-inhoud--${this.route.scherm} ${this.ander === null ? '' : 'rt-inhoud--gedekt'}"
        id="inhoud"
        tabindex="-1"
      >${sessie === null || kaal ? nothing : html`<rt-kladbalk .pad=${location.pathname}></rt-kladbalk>`}${this.inhoud()}</main>
      ${sessie === null || this.ander === null ? nothing : this.wieIsWie(sessie, this.ander)}
    `;
  }

  /** Not on the page of an overleg, which says it itself. */
  private overlegbalk(): TemplateResult | typeof nothing {
    const overlegId = inOverleg();
    if (overlegId === null || this.route.scherm === 'overleg') return nothing;
    if (!this.heeftBalk) {
      OVERLEGBALK().then(
        () => {
          this.heeftBalk = true;
        },
        () => {},
      );
    }
    const casusId = this.route.scherm === 'bord' ? this.route.casusId : null;
    // Without its code its place is there, and nothing moves when it comes.
    return html`<div class="rt-overlegbalk" role="region" aria-label="U bent in een overleg">
      ${
        this.heeftBalk
          ? keyed(
              overlegId,
              html`<rt-overlegbalk .overlegId=${overlegId} .casusId=${casusId}></rt-overlegbalk>`,
            )
          : nothing
      }
    </div>`;
  }

  private wieIsWie(ik: Sessie, { sessie: ander, nogSteeds }: NonNullable<RtApp['ander']>): TemplateResult {
    // The page is covered already; what is said of it comes when it is needed.
    if (this.andereAanmelding === undefined) return html``;
    const inhoud = this.andereAanmelding({
      ik,
      ander,
      nogSteeds,
      alsAnder: () => location.assign('/'),
      alsIk: this.weerIk,
    });
    return html`<rt-dialoog
      kop="Er is nu iemand anders aangemeld"
      .inhoud=${inhoud}
      @sluit=${this.weerIk}
    ></rt-dialoog>`;
  }

  /** A device on the wall: nobody is signed in there (OV4). */
  private get isWand(): boolean {
    return this.route.scherm === 'groot-scherm';
  }

  private inhoud(): TemplateResult {
    if (this.isWand)
      return this.geladen === 'groot-scherm'
        ? html`<rt-grootscherm></rt-grootscherm>`
        : this.nogNietGeladen();
    switch (this.aanmelding.stand) {
      case 'onbekend':
        return html`<p class="rt-laden">Regietafel wordt geladen…</p>`;
      case 'mislukt':
        return html`<div class="rt-kolom rt-kolom--smal">
          <h1>Regietafel is nu niet te bereiken</h1>
          <rt-melding soort="fout" kop="Geen antwoord" .inhoud=${this.aanmelding.bericht}></rt-melding>
          <p><button type="button" class=${KNOP.hoofd} @click=${this.wieBenIk}>Probeer opnieuw</button></p>
        </div>`;
      case 'niemand':
        return this.geladen === 'aanmelden'
          ? html`<rt-aanmelden
              .aanleiding=${this.aanmelding.aanleiding}
              @aangemeld=${this.opAangemeld}
            ></rt-aanmelden>`
          : this.nogNietGeladen();
      case 'aangemeld':
        return this.geladen === this.route.scherm
          ? this.scherm(this.route, this.aanmelding.sessie)
          : this.nogNietGeladen();
      default:
        return exhaustief(this.aanmelding);
    }
  }

  private nogNietGeladen(): TemplateResult {
    if (this.laadfout === '') return html`<p class="rt-laden">Een ogenblik…</p>`;
    return html`<div class="rt-kolom rt-kolom--smal rt-niet-geladen">
      <h1>Dit scherm is niet geladen</h1>
      <rt-melding soort="fout" kop="Niet geladen" .inhoud=${this.laadfout}></rt-melding>
      <p><button type="button" class=${KNOP.hoofd} @click=${() => location.reload()}>Laad opnieuw</button></p>
    </div>`;
  }

  private scherm(route: Route, sessie: Sessie): TemplateResult {
    switch (route.scherm) {
      case 'werkvoorraad':
        return html`<rt-werkvoorraad .sessie=${sessie}></rt-werkvoorraad>`;
      case 'mijn-regie':
        return html`<rt-mijn-regie></rt-mijn-regie>`;
      case 'casus-inbrengen':
        return html`<rt-casus-inbrengen .sessie=${sessie}></rt-casus-inbrengen>`;
      case 'zoeken':
        return html`<rt-zoeken></rt-zoeken>`;
      case 'overleg':
        return html`<rt-overlegscherm .overlegId=${route.overlegId}></rt-overlegscherm>`;
      case 'inlezen':
        return html`${keyed(`${route.overlegId} ${route.agendapuntId}`, html`<rt-inlezen .overlegId=${route.overlegId} .agendapuntId=${route.agendapuntId}></rt-inlezen>`)}`;
      case 'bord':
        return html`${keyed(route.casusId, html`<rt-bord .casusId=${route.casusId} .plaats=${route.plaats}></rt-bord>`)}`;
      case 'advies':
        return html`${keyed(route.adviesvraagId, html`<rt-advies .adviesvraagId=${route.adviesvraagId}></rt-advies>`)}`;
      case 'groot-scherm':
        return html`<rt-grootscherm></rt-grootscherm>`;
      case 'afdruk':
        return html`${keyed(route.casusId, html`<rt-afdruk .casusId=${route.casusId}></rt-afdruk>`)}`;
      // Signed in, one is sent on.
      case 'aanmelden':
        return html`<p class="rt-laden">Een ogenblik…</p>`;
      case 'onbekend':
        return html`<div class="rt-kolom rt-kolom--smal">
          <h1>Deze pagina is er niet</h1>
          <p>Controleer het adres, of ga naar uw werk.</p>
          <p><a class=${KNOP.hoofd} href="/">Naar mijn werk</a></p>
        </div>`;
      default:
        return exhaustief(route);
    }
  }

  private readonly opNavigatie = (gebeurtenis: Event) => {
    const eerder = this.route;
    this.route = herkenRoute(location.pathname);
    this.afmeldfout = '';
    const { beweging, plek } =
      gebeurtenis instanceof Genavigeerd ? gebeurtenis : { beweging: 'verder' as const, plek: null };
    // On the same board it shows where somebody goes, and puts focus there.
    const opHetzelfde = isZelfdeBord(eerder, this.route);
    if (!opHetzelfde) window.scrollTo(0, 0);
    if (beweging === 'vervangen' && opHetzelfde) return;
    void this.toonRoute().then(() => {
      this.stopFocus?.();
      this.stopFocus = undefined;
      if (plek !== null) this.stopFocus = keerTerug(this, plek);
      else if (!opHetzelfde) this.stopFocus = focusKop(this);
    });
  };

  /** The address follows what is opened on a board. */
  private readonly opPlaats = (keuze: Event) => {
    if (!(keuze instanceof Plaatskeuze) || this.route.scherm !== 'bord') return;
    const { plaats, vervang } = keuze;
    const pad = padNaar(this.route.casusId, plaats);
    if (pad !== location.pathname) ga(pad, { vervang });
  };

  /** Sends to signing in who must, and onward who needn't; then loads the code of the screen. */
  private async toonRoute(): Promise<void> {
    if (this.isWand) return this.laad();
    if (this.aanmelding.stand === 'niemand' && this.route.scherm !== 'aanmelden') {
      return ga('/aanmelden', { vervang: true, vandaar: location.pathname });
    }
    if (this.aanmelding.stand === 'aangemeld' && this.route.scherm === 'aanmelden') {
      return ga(vandaar(), { vervang: true });
    }
    if (this.aanmelding.stand !== 'niemand' && this.aanmelding.stand !== 'aangemeld') return;
    await this.laad();
  }

  private async laad(): Promise<void> {
    const { scherm } = this.route;
    zetTitel(TITELS[scherm]);
    this.laadfout = '';
    try {
      await laadScherm(scherm);
      if (scherm === this.route.scherm) this.geladen = scherm;
    } catch {
      // See herstel.js: what came of it may be half.
      this.laadfout = `Controleer uw netwerk. ${VANZELF}`;
    }
    await this.updateComplete;
  }

  private readonly wieBenIk = async () => {
    clearTimeout(this.later);
    if (this.isWand) return this.toonRoute();
    // What is said of it stays until there is something else to say.
    if (this.aanmelding.stand !== 'mislukt') this.aanmelding = { stand: 'onbekend' };
    // While the server says who this is; what goes wrong is said when it is asked for.
    void laadScherm(this.route.scherm).catch(() => {});
    try {
      this.meldAan(await roep('sessie.huidige'));
    } catch (fout) {
      const niemand = fout instanceof ApiFout && fout.status === 401;
      this.aanmelding = niemand
        ? { stand: 'niemand', aanleiding: '' }
        : { stand: 'mislukt', bericht: `${berichtVan(fout)} ${VANZELF}` };
      if (!niemand) this.later = setTimeout(() => void this.wieBenIk(), LATER_MS);
    }
    await this.toonRoute();
  };

  /** The session ended: what was on the screen leaves it, and memory with it. */
  private readonly opAanmeldenNodig = () => {
    if (this.aanmelding.stand !== 'aangemeld') return;
    this.vergeetMij('U bent niet meer aangemeld');
  };

  private readonly opAangemeld = (gebeurtenis: CustomEvent<Sessie>) => {
    vergeetLijsten();
    this.meldAan(gebeurtenis.detail);
    void this.toonRoute();
  };

  private readonly meldAf = async () => {
    const ik = voorWie().persoon ?? '';
    try {
      // What stands here, was left on another screen, or stands open in another tab.
      if ((isIetsOnbewaard() || kladVan(ik).length > 0) && !(await (await AFMELDVRAAG()).magAfmelden(ik)))
        return;
      await doeVoorAfmelden();
      await roep('sessie.eindig');
      wisKladVan(ik);
      this.vergeetMij('');
      aankondigen('U bent afgemeld');
      // Who signs in next here may be somebody else: they start at their own work.
      vergeetVandaar();
    } catch (fout) {
      if (!(fout instanceof ApiFout && fout.status === 401)) this.afmeldfout = berichtVan(fout);
    }
  };

  /** Who is there now: the page knows for whom it is drawn, the server who is signed in. */
  private readonly opAndere = async () => {
    if (this.ander !== null || this.aanmelding.stand !== 'aangemeld') return;
    try {
      const sessie = await wieIsHier();
      // Meanwhile it may be the first again.
      if (sessie.medewerkerId === voorWie().persoon) return;
      this.ander = { sessie, nogSteeds: false };
      this.andereAanmelding ??= (await import('./andere-aanmelding.ts')).andereAanmelding;
    } catch {
      // Nobody is signed in any more, which the page hears by itself; or there is no answer, and it is asked again.
    }
  };

  private readonly weerIk = async () => {
    try {
      const sessie = await wieIsHier();
      this.ander = sessie.medewerkerId === voorWie().persoon ? null : { sessie, nogSteeds: true };
    } catch {
      // As above.
    }
  };

  private meldAan(sessie: Sessie): void {
    tekenVoor(sessie.medewerkerId);
    zetEigenaar(sessie);
    // What was typed before and isn't saved (ST15); a form fetches it as well.
    void totHetErIs(KLADBALK);
    this.aanmelding = { stand: 'aangemeld', sessie };
  }

  private vergeetMij(aanleiding: string): void {
    tekenVoor(null);
    zetEigenaar(null);
    this.ander = null;
    this.nogVandaag = null;
    vergeetLijsten();
    vergeetPlekken();
    vergeetOpen();
    zetInOverleg(null);
    zetGezocht('');
    this.aanmelding = { stand: 'niemand', aanleiding };
    void this.toonRoute();
  }

  private readonly opNogVandaag = async (gebeurtenis: Event) => {
    const aantal = gebeurtenis instanceof NogVandaag ? gebeurtenis.aantal : null;
    if (aantal !== null) await NOG_VANDAAG().catch(() => {});
    this.nogVandaag = aantal;
  };

  private readonly opInOverleg = () => this.requestUpdate();

  private readonly naarZoeken = (): boolean => {
    if (this.aanmelding.stand !== 'aangemeld' || this.isWand) return false;
    ga('/zoeken');
    return true;
  };

  private naarInhoud(gebeurtenis: Event): void {
    gebeurtenis.preventDefault();
    document.getElementById('inhoud')?.focus();
  }
}

function isZelfdeBord(een: Route, ander: Route): boolean {
  return een.scherm === 'bord' && ander.scherm === 'bord' && een.casusId === ander.casusId;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-app': RtApp;
  }
}

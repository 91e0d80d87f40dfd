import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { exhaustief } from '../../shared/exhaustief.ts';
import { ApiFout, berichtVan, roep } from '../api/api.ts';
import { Laatste } from '../api/laatste.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { tekstregel } from '../ui/formulier.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { type Demomedewerker, zoekMedewerkers } from './zoeken.ts';
import './aanmelden.css';

type Laadstand =
  | { readonly stand: 'laden' }
  | { readonly stand: 'demo'; readonly medewerkers: readonly Demomedewerker[] }
  | { readonly stand: 'geen-demo' }
  | { readonly stand: 'mislukt'; readonly bericht: string };

/** One h1 whose words change: it has focus after navigation, and keeps it. */
const KOPPEN: Readonly<Record<Laadstand['stand'], string>> = {
  laden: 'Aanmelden',
  demo: 'Als wie wilt u kijken?',
  'geen-demo': 'Aanmelden kan hier nog niet',
  mislukt: 'Aanmelden',
};

/** Signing in to the demo: choosing as whom one looks. Fires `aangemeld` with the session. */
@customElement('rt-aanmelden')
export class RtAanmelden extends LichtElement {
  /** Why this screen is here, when somebody did not ask for it. */
  @property() aanleiding = '';
  @state() private laadstand: Laadstand = { stand: 'laden' };
  @state() private zoek = '';
  /** As whom we are signing in at this moment. */
  @state() private bezigMet: string | undefined;
  @state() private fout = '';
  private readonly laatste = new Laatste();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.laad();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.laatste.vergeet();
  }

  protected override render() {
    return html`<div class="rt-kolom rt-aanmelden">
      <h1>${KOPPEN[this.laadstand.stand]}</h1>
      ${
        this.aanleiding === ''
          ? nothing
          : html`<rt-melding soort="info" kop=${this.aanleiding} .inhoud=${'Meld u aan om verder te gaan.'}></rt-melding>`
      }
      ${
        this.laadstand.stand === 'demo'
          ? html`<p class="rt-aanmelden__demo">
              <span class="rt-merk rt-merk--let-op">Demo</span> Alle mensen en huishoudens hier zijn verzonnen.
            </p>`
          : nothing
      }
      ${this.inhoud(this.laadstand)}
    </div>`;
  }

  private inhoud(laadstand: Laadstand): TemplateResult {
    switch (laadstand.stand) {
      case 'laden':
        return html`<p class="rt-laden">Een ogenblik…</p>`;
      case 'demo':
        return this.keuze(laadstand.medewerkers);
      case 'geen-demo':
        return html`<div class="rt-paneel rt-aanmelden__uitleg">
            <p>
              Deze Regietafel is niet als demo gestart, en aanmelden met het account van uw organisatie is hier nog
              niet ingesteld.
            </p>
            <p>Bel de beheerder van Regietafel bij uw gemeente. U vindt de beheerder via de servicedesk.</p>
          </div>`;
      case 'mislukt':
        return html`<rt-melding soort="fout" kop="U kunt nu niet aanmelden" .inhoud=${laadstand.bericht}></rt-melding>
          <p><button type="button" class=${KNOP.hoofd} @click=${this.laad}>Probeer opnieuw</button></p>`;
      default:
        return exhaustief(laadstand);
    }
  }

  private keuze(medewerkers: readonly Demomedewerker[]): TemplateResult {
    const groepen = zoekMedewerkers(medewerkers, this.zoek);
    return html`
      <p class="rt-aanmelden__inleiding">
        Aan de regietafel ziet ieder alleen wat bij het eigen werk hoort. Kies iemand, dan ziet u wat die persoon ziet.
        Kies in een tweede browser iemand anders, en u ziet het verschil.
      </p>
      ${
        this.fout === ''
          ? nothing
          : html`<rt-melding soort="fout" kop="Aanmelden is niet gelukt" .inhoud=${this.fout}></rt-melding>`
      }
      <form class="rt-aanmelden__zoek" role="search" @submit=${this.opEnter}>
        ${tekstregel({
          id: 'zoek',
          label: 'Zoek op naam, functie of organisatie',
          type: 'search',
          waarde: this.zoek,
          opInvoer: (waarde) => this.opZoek(waarde, medewerkers),
        })}
      </form>
      ${
        groepen.length === 0
          ? html`<div class="rt-leeg">
              <p><strong>Niemand gevonden met “${this.zoek}”.</strong></p>
              <p><button type="button" class="rt-als-link" @click=${() => this.opZoek('', medewerkers)}>Toon iedereen</button></p>
            </div>`
          : html`<div class="rt-aanmelden__groepen">
              ${groepen.map(
                (groep, i) => html`<section class="rt-paneel" aria-labelledby="organisatie-${i}">
                  <h2 class="rt-aanmelden__organisatie" id="organisatie-${i}">${groep.organisatie}</h2>
                  <ul class="rt-aanmelden__mensen">
                    ${groep.medewerkers.map((wie) => this.persoon(wie))}
                  </ul>
                </section>`,
              )}
            </div>`
      }
    `;
  }

  private persoon(wie: Demomedewerker): TemplateResult {
    const bezig = this.bezigMet === wie.id;
    return html`<li>
      <button
        type="button"
        class="rt-aanmelden__persoon"
        aria-disabled=${this.bezigMet === undefined ? nothing : 'true'}
        @click=${() => this.meldAan(wie)}
      >
        <span class="rt-aanmelden__functie">${hoofdletter(wie.functie)}</span>
        <span class="rt-aanmelden__naam">${bezig ? 'Aanmelden…' : wie.naam}</span>
      </button>
    </li>`;
  }

  private opZoek(waarde: string, medewerkers: readonly Demomedewerker[]): void {
    this.zoek = waarde;
    const aantal = zoekMedewerkers(medewerkers, waarde).reduce(
      (som, groep) => som + groep.medewerkers.length,
      0,
    );
    aankondigen(aantal === 1 ? '1 persoon gevonden' : `${aantal} mensen gevonden`);
  }

  /** Enter in the search box signs in when one person is left. */
  private opEnter(gebeurtenis: Event): void {
    gebeurtenis.preventDefault();
    if (this.laadstand.stand !== 'demo') return;
    const gevonden = zoekMedewerkers(this.laadstand.medewerkers, this.zoek).flatMap(
      (groep) => groep.medewerkers,
    );
    const [enige] = gevonden;
    if (gevonden.length === 1 && enige !== undefined) void this.meldAan(enige);
  }

  private readonly laad = (): Promise<void> =>
    this.laatste.vraag(
      () => roep('demo.medewerkers'),
      ({ medewerkers }) => {
        this.laadstand = { stand: 'demo', medewerkers };
      },
      (fout) => {
        const geenDemo = fout instanceof ApiFout && fout.status === 404;
        this.laadstand = geenDemo ? { stand: 'geen-demo' } : { stand: 'mislukt', bericht: berichtVan(fout) };
      },
    );

  private async meldAan(wie: Demomedewerker): Promise<void> {
    if (this.bezigMet !== undefined) return;
    this.bezigMet = wie.id;
    this.fout = '';
    try {
      await roep('sessie.begin', { body: { medewerkerId: wie.id } });
      const sessie = await roep('sessie.huidige');
      this.dispatchEvent(new CustomEvent('aangemeld', { detail: sessie }));
    } catch (fout) {
      this.fout = berichtVan(fout);
    } finally {
      this.bezigMet = undefined;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-aanmelden': RtAanmelden;
  }
}

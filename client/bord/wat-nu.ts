import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { isOpen, opDatum } from '../casus/afspraken.ts';
import type { Bezoekstand } from '../casus/bezoek.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { KaartVan, Kijk } from '../casus/kijk.ts';
import { NIEUWE_KAART } from '../kaarten/deuren.ts';
import type { Doe } from '../kaarten/doe.ts';
import { VolgtTeksten } from '../teksten/volgt-teksten.ts';
import { voluit } from '../ui/datum.ts';
import { opent } from '../vensters/venster.ts';
import { NetGedaan } from './net-gedaan.ts';
import { type Regel, RustigeLijst } from './rustige-lijst.ts';
import { mijnAfspraken, nieuweCollegas, regieaanbod, wachtOpMij, wachtpunten } from './wacht.ts';
import './uitleg.ts';
import { wachtregel } from './wachtpunt.ts';
import '../kaarten/afspraak.ts';
import { bakenVan } from '../ui/plaats.ts';

type Vak = 'nu' | 'mijn' | 'later' | 'klaar';

/**
 * What must happen, as one timeline: what waits for me now, and all afspraken by date or by doel. Nothing goes to
 * another place while one is in it.
 */
@customElement('rt-bord-wat-nu')
export class RtBordWatNu extends VolgtTeksten {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) doe!: Doe;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  /** On a small screen my own afspraken come first, and those of others fold. */
  @property({ attribute: false }) smal = false;

  /** What is known of what is new since this person was here. Fires `gelezen` when they read it. */
  @property({ attribute: false }) bezoek: Bezoekstand = 'wacht';

  @state() private opDoel = false;
  private readonly net = new NetGedaan(this);
  private readonly lijst = new RustigeLijst<Vak>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('focusout', this.opWeg);
    this.addEventListener('pointerleave', this.opWeg);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('focusout', this.opWeg);
    this.removeEventListener('pointerleave', this.opWeg);
  }

  protected override beeld(): string {
    return wachtpunten(this.kijk, this.teksten)
      .map((punt) => (punt.soort === 'concept' ? punt.concept.id : punt.soort))
      .join(' ');
  }

  protected override render() {
    const regels = this.regels();
    const in_ = (vak: Vak) => regels.filter((regel) => regel.vak === vak);
    const kaarten = new Map(this.kijk.kaarten('afspraak').map((kaart) => [kaart.id, kaart]));
    const bij = (vak: Vak) =>
      in_(vak).flatMap(({ id }) => {
        const kaart = kaarten.get(id);
        return kaart === undefined ? [] : [kaart];
      });
    return html`${this.nu(bij('nu'))}${this.afspraken(bij('mijn'), bij('later'), bij('klaar'))}`;
  }

  private regels(): readonly Regel<Vak>[] {
    const { kijk } = this;
    const alle = kijk.kaarten('afspraak');
    const nu = mijnAfspraken(kijk);
    const rest = opDatum(
      alle.filter((afspraak) => !wachtOpMij(afspraak, kijk.vandaag) && this.inBeeld(afspraak)),
    );
    const gewenst: Regel<Vak>[] = [
      ...nu.map(({ id }) => ({ id, vak: 'nu' as const })),
      ...rest.filter(isOpen).map(({ id, ikVoerUit }) => ({
        id,
        vak: ikVoerUit && this.smal ? ('mijn' as const) : ('later' as const),
      })),
      ...rest.filter((afspraak) => !isOpen(afspraak)).map(({ id }) => ({ id, vak: 'klaar' as const })),
    ];
    const bezet = this.matches(':hover') || this.contains(document.activeElement);
    return this.lijst.leg(gewenst, (id) => bezet || this.net.heeft(id));
  }

  /** An afspraak stays with its doel when the board is narrowed to a member. */
  private inBeeld(afspraak: KaartVan<'afspraak'>): boolean {
    const doel = this.kijk.kaarten('doel').find((ander) => ander.id === afspraak.doelId);
    return this.kijk.inBeeld(this.kijk.over(doel ?? afspraak));
  }

  private nu(afspraken: readonly KaartVan<'afspraak'>[]): TemplateResult {
    const { kijk, teksten } = this;
    const punten = wachtpunten(kijk, teksten);
    const aanbod = regieaanbod(kijk) !== null;
    const collegas = nieuweCollegas(kijk).length > 0;
    return html`<section class="bord-vlak bord-nu" aria-labelledby="bord-nu-kop">
      <div class="bord-vlak__kop">
        <h2 id="bord-nu-kop" tabindex="-1">Nu</h2>
        <span class="rt-zacht rt-klein">${voluit(kijk.vandaag, kijk.vandaag)}</span>
      </div>
      <rt-bord-uitleg plek="nu" .kijk=${kijk}></rt-bord-uitleg>
      ${aanbod ? html`<rt-bord-regie-aanbod .kijk=${kijk}></rt-bord-regie-aanbod>` : nothing}
      ${collegas ? html`<rt-bord-collegas .kijk=${kijk} .verbinding=${this.verbinding}></rt-bord-collegas>` : nothing}
      ${
        afspraken.length + punten.length === 0
          ? aanbod || collegas
            ? nothing
            : html`<p class="bord-vlak__in">Niets wacht op u.</p>`
          : html`<ul class="bord-vlak__in bord-nu__lijst">
              ${repeat(
                afspraken,
                (afspraak) => afspraak.id,
                (afspraak) => this.afspraak(afspraak, true),
              )}
              ${punten.map((punt) => wachtregel(kijk, punt))}
            </ul>`
      }
      <rt-bord-sinds .kijk=${kijk} .stand=${this.bezoek}></rt-bord-sinds>
    </section>`;
  }

  private afspraken(
    mijn: readonly KaartVan<'afspraak'>[],
    later: readonly KaartVan<'afspraak'>[],
    klaar: readonly KaartVan<'afspraak'>[],
  ): TemplateResult | typeof nothing {
    const { kijk, smal, opDoel } = this;
    const mag = kijk.plaatsenVoor('afspraak').length > 0;
    const open = mijn.length + later.length;
    if (!mag && open + klaar.length === 0) return nothing;
    const metDoel = kijk.kaarten('doel').length > 0 && open > 1;
    return html`<section class="bord-vlak bord-afspraken" aria-labelledby="bord-afspraken-kop">
      <div class="bord-vlak__kop">
        <h2 id="bord-afspraken-kop" tabindex="-1">${smal && mijn.length > 0 ? 'Uw afspraken' : 'Afspraken'}</h2>
        ${
          mag
            ? html`<button
                type="button"
                class="rt-als-link bord-vlak__knop bord-plus"
                @click=${opent(NIEUWE_KAART, { soort: 'afspraak', lidId: kijk.gekozenLid })}
              >
                Nieuwe afspraak
              </button>`
            : nothing
        }
      </div>
      <div class="bord-vlak__in">
        ${open === 0 ? html`<p class="rt-zacht">${klaar.length > 0 ? 'Alles hier is gedaan.' : 'Voor u staat hier niets.'}</p>` : nothing}
        ${mijn.length > 0 ? this.opRij(mijn) : nothing}
        ${
          mijn.length > 0 && later.length > 0
            ? html`<details class="bord-meer">
                <summary>Afspraken van anderen</summary>
                ${this.opRij(later)}
              </details>`
            : opDoel && metDoel
              ? this.perDoel(later)
              : this.opRij(later)
        }
        ${
          klaar.length > 0
            ? html`<details class="bord-meer" data-plaats-om="klaar">
                <summary>${klaar.length === 1 ? '1 afspraak klaar' : `${klaar.length} afspraken klaar`}</summary>
                ${this.opRij(klaar)}
              </details>`
            : nothing
        }
        ${metDoel && !smal ? this.volgorde() : nothing}
        ${
          !kijk.leest('plan') && kijk.kaarten('afspraak').length > 0
            ? html`<p class="rt-zacht rt-klein">U leest deze afspraken omdat u erin genoemd bent.</p>`
            : nothing
        }
      </div>
    </section>`;
  }

  private volgorde(): TemplateResult {
    const keuze = (opDoel: boolean, naam: string) => html`<button
      type="button"
      class="rt-als-link bord-volgorde__keuze"
      aria-pressed=${this.opDoel === opDoel ? 'true' : 'false'}
      @click=${() => {
        this.opDoel = opDoel;
      }}
    >
      ${naam}
    </button>`;
    return html`<p class="bord-volgorde" role="group" aria-label="Afspraken op volgorde van">
      ${keuze(false, 'op datum')} ${keuze(true, 'op doel')}
    </p>`;
  }

  private opRij(afspraken: readonly KaartVan<'afspraak'>[]): TemplateResult {
    return html`<ul class="bord-rij">
      ${repeat(
        afspraken,
        (afspraak) => afspraak.id,
        (afspraak) => this.afspraak(afspraak, false),
      )}
    </ul>`;
  }

  private perDoel(afspraken: readonly KaartVan<'afspraak'>[]): TemplateResult {
    const doelen = this.kijk.kaarten('doel');
    const bij = doelen.flatMap((doel) => {
      const hier = afspraken.filter(({ doelId }) => doelId === doel.id);
      return hier.length === 0 ? [] : [{ kop: doel.titel, hier }];
    });
    const ids = new Set(doelen.map(({ id }) => id));
    const los = afspraken.filter(({ doelId }) => doelId === undefined || !ids.has(doelId));
    const delen = los.length === 0 ? bij : [...bij, { kop: 'Zonder doel', hier: los }];
    return html`${delen.map(
      ({ kop, hier }) => html`<h3 class="bord-rij__doel"><bdi>${kop}</bdi></h3>
        ${this.opRij(hier)}`,
    )}`;
  }

  private afspraak(afspraak: KaartVan<'afspraak'>, nadruk: boolean): TemplateResult {
    return html`<li data-plaats=${bakenVan('kaart', afspraak.id)}>
      <rt-bord-afspraak
        .kijk=${this.kijk}
        .doe=${this.doe}
        .verbinding=${this.verbinding}
        .teksten=${this.teksten}
        .afspraak=${afspraak}
        .vorigeStand=${this.net.vorigeStand(afspraak.id)}
        .nadruk=${nadruk}
      ></rt-bord-afspraak>
    </li>`;
  }

  private readonly opWeg = () => {
    // Focus may only be on its way to another line.
    requestAnimationFrame(() => this.requestUpdate());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-wat-nu': RtBordWatNu;
  }
}

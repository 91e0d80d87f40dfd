import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Veldsoort } from '../../shared/plan/velden.ts';
import { type Groep, groepenVan, laatstBesproken, zichtbareLeefgebieden } from '../casus/groepen.ts';
import type { Kijk } from '../casus/kijk.ts';
import { anderPubliek } from '../casus/publiek.ts';
import { tegelsVan } from '../casus/tegels.ts';
import { NIEUWE_KAART } from '../kaarten/deuren.ts';
import type { Doe } from '../kaarten/doe.ts';
import { wijzigknop } from '../kaarten/onderdelen.ts';
import { lijstbeeld, tekstlijst } from '../teksten/tekstlijst.ts';
import { magSchrijven, veldenBij } from '../teksten/veldsoorten.ts';
import { VolgtTeksten } from '../teksten/volgt-teksten.ts';
import { kort } from '../ui/datum.ts';
import { bakenVan } from '../ui/plaats.ts';
import { PIJL, SLOT } from '../ui/tekens.ts';
import { opent } from '../vensters/venster.ts';
import { acuutGevaar } from './acuut-gevaar.ts';
import { ongeopendeTegel } from './ongeopend.ts';
import { beeldVan, dichtBij, isNiets, puntregel, samenvatting, veldenVanGebied } from './samenvatting.ts';

/**
 * One leefgebied: a line with the heart of it, that opens to all I may read of it. Fires `klap` with whether it is to
 * be open, when the person asks for that.
 */
@customElement('rt-bord-leefgebied')
export class RtBordLeefgebied extends VolgtTeksten {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) doe!: Doe;
  @property({ attribute: false }) gebied!: Lijsten['leefgebieden'][number];
  @property({ attribute: false }) open = false;

  protected override beeld(): string {
    const velden = veldenVanGebied(this.kijk, this.gebied);
    const versies = velden.map(({ id }) => this.teksten.helft?.versie(id) ?? '').join(' ');
    return `${lijstbeeld(this.teksten, velden)} ${this.open ? '' : versies}`;
  }

  protected override render() {
    const { kijk, gebied, open } = this;
    const beeld = beeldVan(kijk, this.teksten, gebied);
    const besproken = laatstBesproken(kijk, gebied.code);
    return html`<details
      class="bord-gebied"
      id="bord-gebied-${gebied.code}"
      data-plaats=${bakenVan('leefgebied', gebied.code)}
      .open=${open}
      @toggle=${this.opToggle}
    >
      <summary @click=${this.opKlik}>
        ${PIJL}
        <h3 class="bord-gebied__naam">${gebied.naam}</h3>
        ${open ? html`<span></span>` : samenvatting(kijk, this.teksten, beeld)}
        <span class="bord-gebied__op"
          >${
            besproken === undefined
              ? nothing
              : html`<span class="rt-alleen-voorlezen">besproken op </span>${kort(besproken.datum, kijk.vandaag)}`
          }</span
        >
      </summary>
      <div class="bord-gebied__in">${this.inhoud(isNiets(beeld))}</div>
    </details>`;
  }

  private inhoud(niets: boolean): TemplateResult {
    const { kijk, doe, gebied } = this;
    const dicht = dichtBij(kijk, gebied);
    return html`${niets ? html`<p class="rt-zacht">Voor u staat hier niets.</p>` : nothing}
      ${repeat(
        groepenVan(kijk, gebied),
        (groep) => groep.sleutel,
        (groep) => this.groep(groep),
      )}
      ${tekstlijst(kijk, this.teksten, this.velden('houd_rekening_met'))}
      ${this.bewaard()}
      ${acuutGevaar(kijk, this.eigenCategorieen())}
      ${tegelsVan(kijk, gebied.achtergrond)
        .filter(({ soort }) => soort === 'ongeopend')
        .map((tegel) => ongeopendeTegel(kijk, doe, tegel))}
      <div class="bord-gebied__onder">
        ${this.toevoegen()} ${this.besproken()}
        ${
          dicht.length === 0
            ? nothing
            : html`<a class="bord-gebied__dicht" href="#dicht-${dicht.join()}">${SLOT}${dicht.map((code) => kijk.categorienaam(code)).join(', ')}: niet open</a>`
        }
      </div>`;
  }

  /** What my organisation keeps. To who has this leefgebied alone it says where they write, also before they do. */
  private bewaard(): TemplateResult {
    const { kijk } = this;
    const velden = this.velden('alleen_voor');
    const enig = zichtbareLeefgebieden(kijk).length === 1;
    const leeg = enig ? velden.findLast((veld) => magSchrijven(kijk, veld)) : undefined;
    return tekstlijst(kijk, this.teksten, velden, { soort: 'bewaard', leeg });
  }

  /** What stands at two leefgebieden is shown whole at both, except what one acts on in danger: at the first. */
  private eigenCategorieen(): readonly string[] {
    return this.gebied.achtergrond.filter(
      (categorie) =>
        this.kijk.lijsten.leefgebieden.find(({ achtergrond }) => achtergrond.includes(categorie)) ===
        this.gebied,
    );
  }

  private besproken(): TemplateResult | typeof nothing {
    const { kijk, gebied } = this;
    if (!kijk.leest('hulp')) return nothing;
    const kaart = laatstBesproken(kijk, gebied.code);
    const mag = kijk.plaatsenVoor('besproken').length > 0;
    if (kaart !== undefined) {
      return html`<span class="bord-gebied__besproken"
        >besproken ${kort(kaart.datum, kijk.vandaag)}${wijzigknop(kijk, kaart, `wanneer besproken, ${gebied.naam}`)}</span
      >`;
    }
    return mag
      ? html`<button
          type="button"
          class="rt-als-link"
          @click=${opent(NIEUWE_KAART, { soort: 'besproken', velden: { leefgebied: gebied.code } })}
        >
          Besproken op …<span class="rt-alleen-voorlezen"> Invullen wanneer besproken: ${gebied.naam}</span>
        </button>`
      : nothing;
  }

  private groep({ compartiment, punten }: Groep): TemplateResult | typeof nothing {
    const { kijk } = this;
    if (punten.length === 0) return nothing;
    const bewaard = compartiment.organisatie !== null;
    return html`<div class="bord-groep ${bewaard ? 'bord-groep--bewaard' : ''}">
      ${
        bewaard
          ? html`<p class="bord-groep__naam">
              ${kijk.categorienaam(compartiment.categorie)}
              <span class="rt-zacht">bewaard door ${compartiment.eigen ? 'uw organisatie' : compartiment.organisatie}</span>
            </p>`
          : nothing
      }
      <ul class="bord-punten">
        ${repeat(
          punten,
          (kaart) => kaart.id,
          (kaart) =>
            html`<li data-plaats=${bakenVan('kaart', kaart.id)}>
              ${puntregel(kijk, kaart, wijzigknop(kijk, kaart, kaart.titel))}
            </li>`,
        )}
      </ul>
      ${anderPubliek(kijk, compartiment)}
    </div>`;
  }

  /** One entrance to all that one can add here; where that is a text alone, that itself. What it opens to comes later. */
  private toevoegen(): TemplateResult {
    const { kijk, gebied } = this;
    const erbij = html`<rt-bord-erbij
      .kijk=${kijk}
      .teksten=${this.teksten}
      .gebied=${gebied}
      .inGevaar=${this.eigenCategorieen()}
    ></rt-bord-erbij>`;
    return kijk.plaatsenVoor('kracht').length === 0
      ? erbij
      : html`<details class="bord-toevoegen">
          <summary class="bord-erbij bord-plus">
            Toevoegen<span class="rt-alleen-voorlezen"> bij ${gebied.naam}</span>
          </summary>
          ${erbij}
        </details>`;
  }

  private velden(...soorten: readonly Veldsoort[]) {
    return soorten.flatMap((soort) =>
      veldenBij(this.kijk, soort, ({ leefgebied }) => leefgebied === this.gebied.code),
    );
  }

  /** By hand: the address follows. */
  private readonly opKlik = (klik: Event) => {
    // What is drawn anew here opens it; the browser would close it again.
    klik.preventDefault();
    this.dispatchEvent(new CustomEvent('klap', { detail: { open: !this.open, doorMij: true } }));
  };

  /** In any other way: by finding on the page, by an address. */
  private readonly opToggle = (gebeurtenis: Event) => {
    const vak = gebeurtenis.currentTarget;
    if (!(vak instanceof HTMLDetailsElement) || vak.open === this.open) return;
    this.dispatchEvent(new CustomEvent('klap', { detail: { open: vak.open, doorMij: false } }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-leefgebied': RtBordLeefgebied;
  }
}

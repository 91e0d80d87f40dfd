import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Lid } from '../../shared/contract/leden.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import type { Kijk } from '../casus/kijk.ts';
import { anderPubliek } from '../casus/publiek.ts';
import { contactregel } from '../kaarten/contactregel.ts';
import { NIEUWE_KAART } from '../kaarten/deuren.ts';
import type { Doe } from '../kaarten/doe.ts';
import { LEESKEUZES } from '../kaarten/keuzes.ts';
import { wijzigknop } from '../kaarten/onderdelen.ts';
import { naamVan } from '../lijsten.ts';
import { lang } from '../ui/datum.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { bakenVan } from '../ui/plaats.ts';
import { opent } from '../vensters/venster.ts';
import { acuutGevaar } from './acuut-gevaar.ts';
import { ongeopendeTegel } from './ongeopend.ts';

/** What is asked of each member, and what it is called. */
const PER_LID = [
  { soort: 'naam', kop: 'Naam en geboortedatum' },
  { soort: 'adres', kop: 'Adres' },
  { soort: 'contact', kop: 'Contactwensen' },
] as const;

/** Names, addresses and contact wishes by member; and which laws and expertise the casus asks for. */
@customElement('rt-bord-gegevens')
export class RtBordGegevens extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) doe!: Doe;

  protected override render() {
    const { kijk } = this;
    const leden = kijk.bord.leden.filter((lid) => kijk.inBeeld([lid.id]));
    return html`<h2 class="bord-tabkop">Gegevens</h2>
      <div class="bord-raster">
        ${repeat(
          leden,
          (lid) => lid.id,
          (lid) => this.lid(lid),
        )}
        ${kijk.leest('plan') ? this.wettenEnKennis() : nothing}
      </div>`;
  }

  private lid(lid: Lid): TemplateResult | typeof nothing {
    const { kijk } = this;
    const delen = PER_LID.flatMap(({ soort, kop }) => {
      const plaats = kijk.bord.compartimenten.find(
        (ander) => ander.categorie === soort && ander.lidId === lid.id && isMinstens(ander.niveau, 'lezen'),
      );
      return plaats === undefined ? [] : [this.deel(soort, kop, plaats, lid)];
    });
    if (delen.length === 0) return nothing;
    return html`<section class="bord-kaartvak" aria-labelledby="bord-lid-${lid.id}">
      <div class="bord-kaartvak__kop"><h3 id="bord-lid-${lid.id}" tabindex="-1">${hoofdletter(lid.rol)}</h3></div>
      ${delen} ${acuutGevaar(kijk, ['adres'], lid.id)}
    </section>`;
  }

  private deel(
    soort: (typeof PER_LID)[number]['soort'],
    kop: string,
    plaats: Compartiment,
    lid: Lid,
  ): TemplateResult {
    const { kijk, doe } = this;
    if (!plaats.geopend) {
      return ongeopendeTegel(kijk, doe, {
        categorie: soort,
        soort: 'ongeopend',
        compartimenten: [plaats],
        enAnderen: false,
      });
    }
    const kaart = kijk.kaarten(soort).find((ander) => ander.compartimentId === plaats.id);
    return html`<div class="bord-gegeven" data-plaats=${kaart === undefined ? nothing : bakenVan('kaart', kaart.id)}>
        <h4>${kop}</h4>
        ${
          kaart === undefined
            ? html`<p>
                <span class="rt-zacht">${plaats.niveau === 'schrijven' ? nothing : 'voor u staat hier niets'}</span>
                ${
                  plaats.niveau === 'schrijven'
                    ? html`<button
                        type="button"
                        class="rt-als-link"
                        @click=${opent(NIEUWE_KAART, { soort, lidId: lid.id, compartimentId: plaats.id })}
                      >
                        Invullen<span class="rt-alleen-voorlezen">: ${kop} van ${lid.rol}</span>
                      </button>`
                    : nothing
                }
              </p>`
            : html`<p class="bord-gegeven__waarde">
                <span>${this.waarde(kaart)}</span>${wijzigknop(kijk, kaart, `${kop} van ${lid.rol}`)}
              </p>`
        }
        ${anderPubliek(kijk, plaats)}
      </div>`;
  }

  private waarde(kaart: Kaart): TemplateResult {
    if (kaart.soort === 'contact') {
      const lezen = kaart.lezen === undefined ? '' : `; ${naamVan(LEESKEUZES, kaart.lezen).toLowerCase()}`;
      return html`<bdi>${contactregel(kaart)}</bdi>${lezen}`;
    }
    if (kaart.soort !== 'naam') return html`<bdi>${kaart.titel}</bdi>`;
    const geboren =
      kaart.geboortedatum === undefined ? '' : `, geboren ${lang(kaart.geboortedatum, this.kijk.vandaag)}`;
    return html`<bdi>${[kaart.voornaam, kaart.achternaam].filter(Boolean).join(' ')}</bdi>${geboren}`;
  }

  private wettenEnKennis(): TemplateResult {
    const { kijk } = this;
    const { lijsten } = kijk;
    const wetten = kijk.kaarten('wet').map((kaart) => [kaart, naamVan(lijsten.wetten, kaart.wet)] as const);
    const kennis = kijk
      .kaarten('expertise')
      .map((kaart) => [kaart, naamVan(lijsten.expertise, kaart.expertise)] as const);
    return html`<section class="bord-kaartvak" aria-labelledby="bord-wetten-kop">
      <div class="bord-kaartvak__kop"><h3 id="bord-wetten-kop" tabindex="-1">Wetten en kennis</h3></div>
      ${this.lijst('Wetten die meespelen', wetten, opent(NIEUWE_KAART, { soort: 'wet' }), 'Wet toevoegen', 'wet')}
      ${this.lijst('Kennis die nodig is', kennis, opent(NIEUWE_KAART, { soort: 'expertise' }), 'Kennis toevoegen', 'expertise')}
      ${anderPubliek(
        kijk,
        kijk.bord.compartimenten.find((plaats) => plaats.categorie === 'plan' && plaats.geopend),
      )}
    </section>`;
  }

  private lijst(
    kop: string,
    regels: readonly (readonly [Kaart, string])[],
    opNieuw: (klik: Event) => void,
    knop: string,
    soort: 'wet' | 'expertise',
  ): TemplateResult {
    const { kijk } = this;
    return html`<div class="bord-gegeven">
      <h4>${kop}</h4>
      ${
        regels.length === 0
          ? nothing
          : html`<ul class="bord-gegeven__lijst">
              ${repeat(
                regels,
                ([kaart]) => kaart.id,
                ([kaart, naam]) =>
                  html`<li data-plaats=${bakenVan('kaart', kaart.id)}><span>${naam}</span>${wijzigknop(kijk, kaart, naam)}</li>`,
              )}
            </ul>`
      }
      ${
        kijk.plaatsenVoor(soort).length > 0
          ? html`<button type="button" class="bord-erbij bord-plus" @click=${opNieuw}>
              ${knop}
            </button>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-gegevens': RtBordGegevens;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import { anderPubliek } from '../casus/publiek.ts';
import { NIEUWE_KAART } from '../kaarten/deuren.ts';
import { heel } from '../ui/heel.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { opsomming } from '../ui/opsomming.ts';
import { bakenVan } from '../ui/plaats.ts';
import { ADVIES_VRAGEN } from '../vensters/deuren.ts';
import { opent } from '../vensters/venster.ts';
import '../kaarten/afspraak.ts';
import type { Bordteksten } from '../casus/bordteksten.ts';
import type { KaartVan, Kijk } from '../casus/kijk.ts';
import type { Doe } from '../kaarten/doe.ts';
import { genoemdLeestMee } from '../kaarten/genoemd.ts';
import { wijzigknop } from '../kaarten/onderdelen.ts';
import '../teksten/planteksten.ts';
import { beginToelichting } from '../teksten/toelichting.ts';

/** The goals of the plan, with the agreements under each, and room to write about them. */
@customElement('rt-bord-doelen')
export class RtBordDoelen extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) doe!: Doe;
  @property({ attribute: false }) teksten!: Bordteksten;
  @property({ attribute: false }) verbinding!: Bordverbinding;

  protected override render() {
    const { kijk } = this;
    const doelen = kijk.kaarten('doel').filter((doel) => kijk.inBeeld(kijk.over(doel)));
    const afspraken = kijk.kaarten('afspraak').filter((afspraak) => this.inBeeld(afspraak));
    const genoemd = [...doelen, ...afspraken].filter((kaart) => kaart.compartimentId === null);
    const eigen = doelen.filter((doel) => doel.compartimentId !== null);
    const ids = new Set(eigen.map((doel) => doel.id));
    const los = afspraken.filter(
      (afspraak) =>
        afspraak.compartimentId !== null && !(afspraak.doelId !== undefined && ids.has(afspraak.doelId)),
    );
    const mag = kijk.plaatsenVoor('doel').length > 0;
    return html`<h2 class="bord-paneel__kop" id="bord-doelen-kop">Doelen en afspraken</h2>
      <rt-bord-planteksten .kijk=${kijk} .teksten=${this.teksten} .ruim=${true}></rt-bord-planteksten>
      ${genoemd.length > 0 ? this.genoemd(genoemd) : nothing}
      ${repeat(
        eigen,
        (doel) => doel.id,
        (doel) =>
          this.doel(
            doel,
            afspraken.filter((afspraak) => afspraak.doelId === doel.id),
          ),
      )}
      ${los.length > 0 ? this.los(los, eigen.length > 0) : nothing}
      ${eigen.length + los.length + genoemd.length === 0 ? html`<p class="rt-zacht">Voor u staat hier niets.</p>` : nothing}
      ${
        mag
          ? html`<div class="rt-acties bord-doelen__acties">
              <button
                type="button"
                class="${KNOP.gewoon} ${KLEIN}"
                @click=${opent(NIEUWE_KAART, { soort: 'afspraak', lidId: kijk.gekozenLid })}
              >
                Nieuwe afspraak
              </button>
              <button
                type="button"
                class="${KNOP.gewoon} ${KLEIN}"
                @click=${opent(NIEUWE_KAART, { soort: 'doel', lidId: kijk.gekozenLid })}
              >
                Nieuw doel
              </button>
            </div>`
          : nothing
      }`;
  }

  /** An agreement stays with its doel when the board is narrowed to a member. */
  private inBeeld(afspraak: KaartVan<'afspraak'>): boolean {
    const doel = this.kijk.kaarten('doel').find((ander) => ander.id === afspraak.doelId);
    return this.kijk.inBeeld(this.kijk.over(doel ?? afspraak));
  }

  /** NK22: what reached me because it names me, also where the plan itself is closed to me. */
  private genoemd(kaarten: readonly (KaartVan<'doel'> | KaartVan<'afspraak'>)[]): TemplateResult {
    return html`<section class="bord-genoemd" aria-labelledby="bord-genoemd-kop">
      <h3 id="bord-genoemd-kop">Afspraken waarin u genoemd bent</h3>
      <p class="rt-klein rt-zacht">U leest deze omdat u erin genoemd bent.</p>
      <ul class="bord-afspraken">
        ${repeat(
          kaarten,
          (kaart) => kaart.id,
          (kaart) =>
            kaart.soort === 'afspraak'
              ? this.afspraak(kaart)
              : html`<li class="bord-genoemd__doel"><span class="rt-zacht">Doel:</span> <bdi>${kaart.titel}</bdi></li>`,
        )}
      </ul>
    </section>`;
  }

  /** OV11: asking for advice about a doel, which opens where it stands. */
  private adviesknop(doel: KaartVan<'doel'>): TemplateResult | typeof nothing {
    const { kijk } = this;
    const deel = kijk.compartiment(doel.compartimentId);
    if (deel === undefined || deel.rechten === null || kijk.bord.leden.length === 0) return nothing;
    const [over, ander] = doel.lidIds ?? [];
    const lidId = deel.lidId ?? (over !== undefined && ander === undefined ? over : kijk.gekozenLid);
    return html`<button type="button" class="rt-als-link" @click=${opent(ADVIES_VRAGEN, { lidId, delen: [deel.id] })}>
      Advies vragen<span class="rt-alleen-voorlezen"> over doel ${doel.titel}</span>
    </button>`;
  }

  private doel(doel: KaartVan<'doel'>, afspraken: readonly KaartVan<'afspraak'>[]): TemplateResult {
    const { kijk } = this;
    const samen = kijk.noem([...kijk.over(doel), ...(doel.samenMet ?? [])]);
    const compartiment = kijk.compartiment(doel.compartimentId);
    return html`<section
      class="bord-doel"
      aria-labelledby="bord-doel-${doel.id}"
      data-plaats=${bakenVan('kaart', doel.id)}
    >
      <div class="bord-doel__kop">
        <h3 id="bord-doel-${doel.id}"><bdi>${heel(doel.titel)}</bdi></h3>
        ${wijzigknop(kijk, doel, `doel ${doel.titel}`)} ${this.adviesknop(doel)}
      </div>
      <p class="bord-doel__wie">
        ${[
          ...(samen.length > 0 ? [`${opsomming(samen)}${samen.length > 1 ? ' samen' : ''}`] : []),
          ...(doel.leefgebied === undefined ? [] : [kijk.leefgebiednaam(doel.leefgebied).toLowerCase()]),
        ].join('\u00A0· ')}
      </p>
      ${anderPubliek(kijk, compartiment)} ${genoemdLeestMee(kijk, doel, doel.samenMet ?? [], 'dit doel')}
      <rt-bord-toelichting
        .kijk=${kijk}
        .teksten=${this.teksten}
        .kaartId=${doel.id}
        schrijfbaar
      ></rt-bord-toelichting>
      ${beginToelichting(kijk, this.teksten, doel)}
      ${
        afspraken.length === 0
          ? nothing
          : html`<ul class="bord-afspraken">
              ${repeat(
                afspraken,
                (afspraak) => afspraak.id,
                (afspraak) => this.afspraak(afspraak),
              )}
            </ul>`
      }
      ${
        kijk.magWijzigen(doel)
          ? html`<button
              type="button"
              class="bord-erbij bord-plus"
              @click=${opent(NIEUWE_KAART, {
                soort: 'afspraak',
                velden: { doelId: doel.id },
                lidId: compartiment?.lidId ?? null,
                ...(compartiment === undefined ? {} : { compartimentId: compartiment.id }),
              })}
            >
              Afspraak<span class="rt-alleen-voorlezen"> bij ${doel.titel}</span>
            </button>`
          : nothing
      }
    </section>`;
  }

  private los(afspraken: readonly KaartVan<'afspraak'>[], metDoelen: boolean): TemplateResult {
    return html`<section class="bord-doel bord-doel--los" aria-labelledby="bord-los-kop">
      <h3 id="bord-los-kop">${metDoelen ? 'Andere afspraken' : 'Afspraken'}</h3>
      <ul class="bord-afspraken">
        ${repeat(
          afspraken,
          (afspraak) => afspraak.id,
          (afspraak) => this.afspraak(afspraak),
        )}
      </ul>
    </section>`;
  }

  private afspraak(afspraak: KaartVan<'afspraak'>): TemplateResult {
    return html`<li data-plaats=${bakenVan('kaart', afspraak.id)}>
      <rt-bord-afspraak
        .kijk=${this.kijk}
        .doe=${this.doe}
        .teksten=${this.teksten}
        .verbinding=${this.verbinding}
        .ruim=${true}
        .afspraak=${afspraak}
      ></rt-bord-afspraak>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-doelen': RtBordDoelen;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Bordteksten } from '../casus/bordteksten.ts';
import type { KaartVan, Kijk } from '../casus/kijk.ts';
import { leestMee } from '../casus/publiek.ts';
import { naamVan } from '../lijsten.ts';
import { beginToelichting } from '../teksten/toelichting.ts';
import { datumVan, kort, termijn } from '../ui/datum.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { hoofdletter, opsomming } from '../ui/opsomming.ts';
import { bakenVan } from '../ui/plaats.ts';
import { opent } from '../vensters/venster.ts';
import type { Doe } from './doe.ts';
import { genoemdLeestMee } from './genoemd.ts';
import { wijzigknop } from './onderdelen.ts';
import { VOORTGANG } from './voortgang.ts';

/** One agreement: who does what by when, how it goes, and who reads it. */
@customElement('rt-bord-afspraak')
export class RtBordAfspraak extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) doe!: Doe;
  @property({ attribute: false }) teksten!: Bordteksten;
  @property({ attribute: false }) afspraak!: KaartVan<'afspraak'>;
  /** The doel above it says who reads along. */
  @property({ attribute: false }) zelfdePubliek = false;
  /** Whether there is room to write in its text. */
  @property({ attribute: false }) ruim = false;

  protected override render() {
    const { kijk, afspraak } = this;
    const klaar = afspraak.stand === 'gedaan' || afspraak.stand === 'vervallen';
    const mag = kijk.magWijzigen(afspraak) || afspraak.ikVoerUit === true;
    return html`<div class="bord-afspraak ${klaar ? 'bord-afspraak--klaar' : ''}" data-plaats=${bakenVan('kaart', afspraak.id)}>
      ${this.vakje(mag)}
      <div class="bord-afspraak__tekst">
        <p class="bord-afspraak__titel">
          <span><bdi>${afspraak.titel}</bdi></span>${wijzigknop(kijk, afspraak, `afspraak ${afspraak.titel}`)}
        </p>
        <p class="bord-afspraak__wie">${this.wieEnWanneer()}</p>
        ${this.laatsteStap()} ${genoemdLeestMee(kijk, afspraak, afspraak.uitvoerders, 'deze afspraak')}
        ${this.zelfdePubliek ? nothing : leestMee(kijk, kijk.compartiment(afspraak.compartimentId))}
        <rt-bord-toelichting
          .kijk=${kijk}
          .teksten=${this.teksten}
          .kaartId=${afspraak.id}
          ?schrijfbaar=${this.ruim}
        ></rt-bord-toelichting>
        <div class="bord-afspraak__links">
          ${
            afspraak.ikVoerUit || (afspraak.stappen?.length ?? 0) > 0
              ? html`<button type="button" class="rt-als-link" @click=${opent(VOORTGANG, afspraak.id)}>
                  Hoe staat het ermee?<span class="rt-alleen-voorlezen"> ${afspraak.titel}</span>
                </button>`
              : nothing
          }
          ${this.ruim ? beginToelichting(kijk, this.teksten, afspraak) : nothing}
        </div>
      </div>
    </div>`;
  }

  private vakje(mag: boolean): TemplateResult {
    const { doe, afspraak } = this;
    const gedaan = afspraak.stand === 'gedaan';
    if (!mag) {
      // Not a control: what one can't tick shouldn't look as if one can.
      return html`<span class="bord-afspraak__stip ${gedaan ? 'bord-afspraak__stip--gedaan' : ''}" aria-hidden="true">
        ${gedaan ? '✓' : ''}
      </span>`;
    }
    return html`<span class="bord-afspraak__vak">
      <input
        type="checkbox"
        class="bord-vinkje"
        aria-label="Gedaan: ${afspraak.titel}"
        .checked=${live(gedaan)}
        @change=${(e: Event) => {
          const vakje = e.target as HTMLInputElement;
          void doe.zetGedaan(afspraak, vakje.checked).finally(() => this.requestUpdate());
        }}
      />
    </span>`;
  }

  private wieEnWanneer() {
    const { kijk, afspraak } = this;
    const wie = kijk.noem(afspraak.uitvoerders);
    const delen: unknown[] = [
      // Who carries it out may be somebody whom I may not know: then nothing is said (NK20).
      ...(wie.length > 0 ? [hoofdletter(opsomming(wie))] : []),
      ...(afspraak.wet === undefined ? [] : [naamVan(kijk.lijsten.wetten, afspraak.wet)]),
      naamVan(kijk.lijsten.standen, afspraak.stand).toLowerCase(),
    ];
    if (afspraak.uiterlijk !== undefined) delen.push(this.uiterlijk(afspraak.uiterlijk));
    return delen.map((deel, i) => html`${i === 0 ? '' : ' · '}${deel}`);
  }

  private uiterlijk(uiterlijk: string) {
    const { kijk, afspraak } = this;
    const datum = kort(uiterlijk, kijk.vandaag);
    if (afspraak.stand === 'gedaan' || afspraak.stand === 'vervallen') return `voor ${datum}`;
    const woorden = termijn(uiterlijk, kijk.vandaag);
    return uiterlijk < kijk.vandaag
      ? html`<span class="rt-over-tijd">${woorden}</span> (${datum})`
      : `uiterlijk ${datum}, ${woorden}`;
  }

  private laatsteStap() {
    const { kijk, afspraak } = this;
    const stap = afspraak.stappen?.at(-1);
    if (stap?.tekst === undefined) return nothing;
    return html`<p class="bord-afspraak__stap">
      ${kort(datumVan(stap.op), kijk.vandaag)}: “<bdi>${stap.tekst}</bdi>”
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-afspraak': RtBordAfspraak;
  }
}

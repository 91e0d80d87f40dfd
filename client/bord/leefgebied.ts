import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Veldsoort } from '../../shared/plan/velden.ts';
import { type Groep, groepenVan, laatstBesproken } from '../casus/groepen.ts';
import type { Kijk } from '../casus/kijk.ts';
import { leestMee } from '../casus/publiek.ts';
import { tegelsVan } from '../casus/tegels.ts';
import type { Doe } from '../kaarten/doe.ts';
import { NIEUWE_KAART } from '../kaarten/kaartformulier.ts';
import { overWie, wijzigknop } from '../kaarten/onderdelen.ts';
import { kort } from '../ui/datum.ts';
import { bakenVan } from '../ui/plaats.ts';
import { opent } from '../vensters/venster.ts';
import { acuutGevaar } from './acuut-gevaar.ts';
import { tegelSjabloon } from './dichte-tegel.ts';
import '../teksten/begin-tekst.ts';
import { lijstbeeld, perTitel, tekstlijst } from '../teksten/tekstlijst.ts';
import { veldenBij } from '../teksten/veldsoorten.ts';
import { VolgtTeksten } from '../teksten/volgt-teksten.ts';

/** One leefgebied: when it was talked about, what goes well, what is worrying, and what is closed. */
@customElement('rt-bord-leefgebied')
export class RtBordLeefgebied extends VolgtTeksten {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) doe!: Doe;
  @property({ attribute: false }) gebied!: Lijsten['leefgebieden'][number];

  protected override beeld(): string {
    return lijstbeeld(this.teksten, this.velden('houd_rekening_met', 'alleen_voor'));
  }

  protected override render() {
    const { kijk, doe, gebied } = this;
    const kopId = `bord-gebied-${gebied.code}`;
    const groepen = groepenVan(kijk, gebied);
    return html`<section
      class="rt-paneel bord-gebied"
      aria-labelledby=${kopId}
      data-plaats=${bakenVan('leefgebied', gebied.code)}
    >
      <div class="bord-gebied__kop">
        <h3 id=${kopId} tabindex="-1">${gebied.naam}</h3>
        ${this.besproken()}
      </div>
      ${repeat(
        groepen,
        (groep) => groep.sleutel,
        (groep) => this.groep(groep),
      )}
      ${tekstlijst(kijk, this.teksten, this.velden('houd_rekening_met'))}
      ${tekstlijst(kijk, this.teksten, this.velden('alleen_voor'), { soort: 'bewaard' })}
      ${acuutGevaar(kijk, this.eigenCategorieen())}
      ${tegelsVan(kijk, gebied.achtergrond).map((tegel) => tegelSjabloon(kijk, doe, tegel))}
      ${this.toevoegen()}
    </section>`;
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
    const magVullen = kijk.plaatsenVoor('besproken').length > 0;
    return html`<p class="bord-gebied__besproken">
      <span>${kaart === undefined ? 'nog niet besproken' : `besproken ${kort(kaart.datum, kijk.vandaag)}`}</span>
      ${
        kaart === undefined
          ? magVullen
            ? html`<button
                type="button"
                class="bord-pen"
                @click=${opent(NIEUWE_KAART, { soort: 'besproken', velden: { leefgebied: gebied.code } })}
              >
                ${PLUS}<span class="rt-alleen-voorlezen">Invullen wanneer besproken: ${gebied.naam}</span>
              </button>`
            : nothing
          : wijzigknop(kijk, kaart, `wanneer besproken, ${gebied.naam}`)
      }
    </p>`;
  }

  private groep({ compartiment, punten }: Groep): TemplateResult {
    const { kijk } = this;
    const bewaard = compartiment.organisatie !== null;
    return html`<div class="bord-groep ${bewaard ? 'bord-groep--bewaard' : ''}">
      ${
        bewaard
          ? html`<p class="bord-groep__naam">
              ${kijk.categorienaam(compartiment.categorie)}
              <span class="rt-zacht">· bewaard door ${compartiment.eigen ? 'uw organisatie' : compartiment.organisatie}</span>
            </p>`
          : nothing
      }
      ${
        punten.length === 0
          ? html`<p class="bord-nog-niet">Nog geen krachten of zorgpunten.</p>`
          : html`<ul class="bord-punten">
              ${repeat(
                punten,
                (kaart) => kaart.id,
                (
                  kaart,
                ) => html`<li class="bord-punt bord-punt--${kaart.soort}" data-plaats=${bakenVan('kaart', kaart.id)}>
                  <span class="bord-punt__teken" aria-hidden="true">${kaart.soort === 'kracht' ? '+' : '!'}</span>
                  <span class="bord-punt__tekst"
                    ><span class="rt-alleen-voorlezen">${kaart.soort === 'kracht' ? 'Gaat goed: ' : 'Zorgpunt: '}</span
                    ><bdi>${kaart.titel}</bdi> ${overWie(kijk, kaart)}</span
                  >
                  ${wijzigknop(kijk, kaart, kaart.titel)}
                </li>`,
              )}
            </ul>`
      }
      ${punten.length === 0 ? nothing : leestMee(kijk, compartiment)}
    </div>`;
  }

  private toevoegen(): TemplateResult | typeof nothing {
    const { kijk, gebied } = this;
    const teksten = html`${perTitel(this.velden('houd_rekening_met', 'alleen_voor')).map(
      (velden) => html`<rt-bord-begin-tekst
        .kijk=${kijk}
        .teksten=${this.teksten}
        .velden=${velden}
        bij="bij ${gebied.naam}"
      ></rt-bord-begin-tekst>`,
    )}`;
    if (kijk.plaatsenVoor('kracht').length === 0)
      return html`<div class="bord-gebied__toevoegen">${teksten}</div>`;
    const vooraf = { velden: { leefgebied: gebied.code }, lidId: kijk.gekozenLid };
    const kan = kijk
      .plaatsenVoor('noodkaart')
      .filter(
        (plaats) =>
          plaats.lidId === kijk.gekozenLid &&
          this.eigenCategorieen().includes(plaats.categorie) &&
          !kijk.kaarten('noodkaart').some((kaart) => kaart.compartimentId === plaats.id),
      );
    return html`<div class="bord-gebied__toevoegen">
      <button type="button" class="bord-erbij" @click=${opent(NIEUWE_KAART, { soort: 'kracht', ...vooraf })}>
        <span aria-hidden="true">+</span> Wat gaat goed<span class="rt-alleen-voorlezen"> bij ${gebied.naam}</span>
      </button>
      <button type="button" class="bord-erbij" @click=${opent(NIEUWE_KAART, { soort: 'zorgpunt', ...vooraf })}>
        <span aria-hidden="true">!</span> Zorgpunt<span class="rt-alleen-voorlezen"> bij ${gebied.naam}</span>
      </button>
      ${kan.slice(0, 1).map(
        (plaats) => html`<button
          type="button"
          class="bord-erbij"
          @click=${opent(NIEUWE_KAART, { soort: 'noodkaart', lidId: plaats.lidId, compartimentId: plaats.id })}
        >
          Bij acuut gevaar<span class="rt-alleen-voorlezen"> invullen bij ${gebied.naam}</span>
        </button>`,
      )}
      ${teksten}
    </div>`;
  }

  private velden(...soorten: readonly Veldsoort[]) {
    return soorten.flatMap((soort) =>
      veldenBij(this.kijk, soort, ({ leefgebied }) => leefgebied === this.gebied.code),
    );
  }
}

const PLUS = html`<span class="bord-teken" aria-hidden="true">+</span>`;

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-leefgebied': RtBordLeefgebied;
  }
}

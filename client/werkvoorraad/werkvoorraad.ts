import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Sessie } from '../../shared/contract/sessies.ts';
import type { Wachtend, Werkvoorraad } from '../../shared/contract/werkvoorraad.ts';
import { berichtVan, roep } from '../api/api.ts';
import { haalLijsten, naamVan } from '../lijsten.ts';
import { datumVan, lang, termijn, voluit } from '../ui/datum.ts';
import { KNOP } from '../ui/knop.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import { hoofdletter, opsomming } from '../ui/opsomming.ts';
import './werkvoorraad.css';

type Zetelregel = Werkvoorraad['zetels'][number];

/** Mijn werk: what waits for me, and the casussen in which I take part. */
@customElement('rt-werkvoorraad')
export class RtWerkvoorraad extends LichtElement {
  @property({ attribute: false }) sessie!: Sessie;
  @state() private werk: { werkvoorraad: Werkvoorraad; lijsten: Lijsten } | undefined;
  @state() private fout = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.laad();
    window.addEventListener('focus', this.ververs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('focus', this.ververs);
  }

  protected override render() {
    return html`<div class="rt-kolom">
      <div class="rt-werk__kop">
        <div>
          <h1>Mijn werk</h1>
          <p class="rt-zacht">${hoofdletter(voluit(vandaag(), vandaag()))}</p>
        </div>
        ${this.magInbrengen() ? html`<a class=${KNOP.hoofd} href="/casussen/nieuw">Casus inbrengen</a>` : nothing}
      </div>
      ${
        this.fout === ''
          ? nothing
          : html`<rt-melding
              soort="fout"
              kop="Uw werk is niet opgehaald"
              .inhoud=${html`<p>${this.fout}</p>
                <button type="button" class="rt-als-link" @click=${() => this.laad()}>Probeer opnieuw</button>`}
            ></rt-melding>`
      }
      ${
        this.werk === undefined
          ? this.fout === ''
            ? html`<p class="rt-laden">Uw werk wordt opgehaald…</p>`
            : nothing
          : this.overzicht(this.werk.werkvoorraad, this.werk.lijsten)
      }
    </div>`;
  }

  private overzicht(werk: Werkvoorraad, lijsten: Lijsten): TemplateResult {
    return html`<div class="rt-werk">
      <section aria-labelledby="wacht">
        <h2 id="wacht">Dit wacht op u</h2>
        ${
          werk.wachtend.length === 0
            ? html`<div class="rt-leeg">
                <p><strong>Er wacht nu niets op u.</strong></p>
                <p>
                  Hier komen afspraken die u uitvoert, plannen om opnieuw te bekijken, en casussen die nieuw voor u
                  zijn.
                </p>
              </div>`
            : html`<ul class="rt-werk__wachtend">
                ${werk.wachtend.map((item) => this.wachtend(item))}
              </ul>`
        }
      </section>
      <section aria-labelledby="casussen">
        <h2 id="casussen">Mijn casussen</h2>
        ${
          werk.zetels.length === 0
            ? this.geenCasussen()
            : html`<ul class="rt-werk__casussen">
                ${werk.zetels.map((zetel) => this.casus(zetel, lijsten))}
              </ul>`
        }
      </section>
    </div>`;
  }

  private geenCasussen(): TemplateResult {
    return html`<div class="rt-leeg">
      <p><strong>U doet nu aan geen casus mee.</strong></p>
      ${
        this.magInbrengen()
          ? html`<p>Helpt u een huishouden waar meer mensen bij nodig zijn? Breng dan een casus in.</p>
              <p><a class=${KNOP.gewoon} href="/casussen/nieuw">Casus inbrengen</a></p>`
          : html`<p>
              Een regisseur kan u vragen om mee te doen. Daarna staat de casus hier. Verwacht u een casus die u niet
              ziet? Bel de regisseur.
            </p>`
      }
    </div>`;
  }

  private wachtend(item: Wachtend): TemplateResult {
    return html`<li class="rt-werk__item ${item.overTijd ? 'rt-werk__item--over-tijd' : ''}">
      ${
        item.overTijd
          ? html`<p class="rt-werk__merk">
              <span class="rt-merk rt-merk--fout"><span aria-hidden="true">! </span>Over tijd</span>
            </p>`
          : nothing
      }
      <a class="rt-werk__titel" href="/casussen/${item.casusId}"><bdi>${item.titel}</bdi></a>
      ${
        item.uiterlijk === null
          ? nothing
          : html`<p>
              Uiterlijk ${lang(item.uiterlijk, vandaag())},
              <span class=${item.overTijd ? 'rt-over-tijd' : ''}>${termijn(item.uiterlijk, vandaag())}</span>
            </p>`
      }
      <p class="rt-werk__bij">
        ${item.casusLabel === '' ? nothing : `Casus ${item.casusLabel}`}${item.soort === 'afspraak' ? ' · afspraak die u uitvoert' : nothing}
      </p>
    </li>`;
  }

  private casus(zetel: Zetelregel, lijsten: Lijsten): TemplateResult {
    return html`<li class="rt-paneel rt-werk__casus">
      <div class="rt-werk__casuskop">
        <h3><a href="/casussen/${zetel.casusId}">Casus ${zetel.casusLabel}</a></h3>
        <span class="rt-merk">${hoofdletter(naamVan(lijsten.statussen, zetel.status))}</span>
      </div>
      <p class="rt-werk__leden">${hoofdletter(opsomming(zetel.leden))}</p>
      <dl class="rt-werk__feiten">
        <div>
          <dt>U doet mee</dt>
          <dd>
            vanuit ${naamVan(lijsten.zetels, zetel.zetel)}${
              zetel.tot === null ? nothing : html`, tot en met ${lang(laatsteDag(zetel.tot), vandaag())}`
            }
          </dd>
        </div>
        <div>
          <dt>Regisseur</dt>
          <dd>${zetel.regisseur ? html`<strong>u bent de regisseur</strong>` : html`<bdi>${zetel.regisseurNaam}</bdi>`}</dd>
        </div>
        <div>
          <dt>Waarvoor</dt>
          <dd>${naamVan(lijsten.waarvoor, zetel.waarvoor)}</dd>
        </div>
      </dl>
    </li>`;
  }

  private magInbrengen(): boolean {
    return (
      this.werk?.lijsten.zetels.some((zetel) => zetel.brengtIn && this.sessie.zetels.includes(zetel.code)) ??
      false
    );
  }

  /** Back at this tab after a while: show what is so now. */
  private readonly ververs = () => {
    void this.laad();
  };

  private async laad(): Promise<void> {
    try {
      const [werkvoorraad, lijsten] = await Promise.all([roep('werkvoorraad'), haalLijsten()]);
      this.werk = { werkvoorraad, lijsten };
      this.fout = '';
    } catch (fout) {
      this.fout = berichtVan(fout);
    }
  }
}

function vandaag(): string {
  return datumVan(new Date());
}

/** The last day of a seat that ends at a moment: that moment itself is no longer in it. */
function laatsteDag(tot: string): string {
  return datumVan(new Date(Date.parse(tot) - 1));
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-werkvoorraad': RtWerkvoorraad;
  }
}

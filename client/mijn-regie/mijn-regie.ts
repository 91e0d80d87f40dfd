import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { Regieregel } from '../../shared/contract/mijn-regie.ts';
import { roep } from '../api/api.ts';
import { Opgehaald } from '../api/opgehaald.ts';
import { haalLijsten } from '../lijsten.ts';
import { Dag } from '../ui/dag.ts';
import { getal } from '../ui/getal.ts';
import { heel } from '../ui/heel.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import { hoofdletter, opsomming } from '../ui/opsomming.ts';
import { padNaar } from '../ui/plaats.ts';
import { cel, KOLOMMEN, vraagtAandacht } from './cel.ts';
import './mijn-regie.css';
import { Raster } from './raster.ts';

/** So many casussen stand in one screen; above it those that ask nothing fold away. */
const IN_BEELD = 10;

/** Mijn regie: what asks attention in the casussen that I direct, each a link to where it is mended. */
@customElement('rt-mijn-regie')
export class RtMijnRegie extends LichtElement {
  private readonly regie = new Opgehaald(this, async () => {
    const [{ casussen }, lijsten] = await Promise.all([roep('regie.mijn'), haalLijsten()]);
    return { casussen, lijsten };
  });
  private readonly dag = new Dag(this);

  constructor() {
    super();
    new Raster(this);
  }

  protected override render() {
    const { waarde, fout } = this.regie;
    const casussen = waarde?.casussen ?? [];
    return html`<div class="rt-regie">
      <header class="rt-schermkop">
        <h1>Mijn regie${casussen.length === 0 ? nothing : `: ${getal(casussen.length)} ${casussen.length === 1 ? 'casus' : 'casussen'}`}</h1>
        <p role="status">${waarde === undefined ? nothing : samenvatting(casussen)}</p>
      </header>
      ${fout === '' ? nothing : this.foutmelding()}
      ${waarde === undefined ? this.laden() : this.overzicht(casussen, waarde.lijsten)}
    </div>`;
  }

  private laden(): TemplateResult | typeof nothing {
    return this.regie.fout === '' ? html`<p class="rt-laden">Uw casussen worden opgehaald…</p>` : nothing;
  }

  private foutmelding(): TemplateResult {
    return html`<rt-melding
      soort="fout"
      kop="Uw casussen zijn niet opgehaald"
      .inhoud=${html`<p>${this.regie.fout}</p>
        <button type="button" class="rt-als-link" @click=${this.regie.ververs}>Probeer opnieuw</button>`}
    ></rt-melding>`;
  }

  private overzicht(casussen: readonly Regieregel[], lijsten: Lijsten): TemplateResult | typeof nothing {
    if (casussen.length === 0) return nothing;
    const druk = casussen.length <= IN_BEELD ? casussen : casussen.filter(vraagtAandacht);
    const stil = casussen.slice(druk.length);
    return html`<div class="rt-regie__vel">
      ${druk.length === 0 ? nothing : this.tabel(druk, lijsten, 'Wat aandacht vraagt')}
      ${
        stil.length === 0
          ? nothing
          : html`<details class="rt-regie__stil rt-vouw">
              <summary>${stil.length === 1 ? 'Eén casus' : `${hoofdletter(getal(stil.length))} casussen`} zonder aandachtspunt</summary>
              ${this.tabel(stil, lijsten, 'Zonder aandachtspunt')}
            </details>`
      }
    </div>`;
  }

  private tabel(casussen: readonly Regieregel[], lijsten: Lijsten, naam: string): TemplateResult {
    return html`<table class="rt-regie__tabel" role="grid" aria-readonly="true">
      <caption class="rt-alleen-voorlezen">${naam}. Met de pijltjestoetsen gaat u van vak naar vak, met Enter naar de plek zelf.</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">Casus</th>
          ${KOLOMMEN.map(({ kop }) => html`<th role="columnheader" scope="col">${kop}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          casussen,
          ({ casusId }) => casusId,
          (regel) => this.rij(regel, lijsten),
        )}
      </tbody>
    </table>`;
  }

  private rij(regel: Regieregel, lijsten: Lijsten): TemplateResult {
    const { casusId, stand } = regel;
    return html`<tr role="row" class=${vraagtAandacht(regel) ? 'rt-regie__druk' : nothing}>
      <th role="rowheader" scope="row">
        <a class="rt-regie__naam" href=${padNaar(casusId)} tabindex="-1"><bdi>${naamVanCasus(regel)}</bdi></a>
        <p>${bij(regel)}</p>
      </th>
      ${
        stand === 'open'
          ? KOLOMMEN.map(
              (kolom) =>
                html`<td
                  role="gridcell"
                  class=${regel.cellen[kolom.sleutel] === null ? 'rt-regie__leeg' : nothing}
                  data-kop=${kolom.kop}
                >${cel(kolom, regel, lijsten, this.dag.vandaag)}</td>`,
            )
          : html`<td role="gridcell" colspan=${KOLOMMEN.length} class="rt-regie__over">${
              stand === 'nieuw'
                ? 'Nieuw voor u. Open de casus; daarna staat hier wat aandacht vraagt.'
                : 'Deze casus is niet leesbaar; de beheerder weet ervan.'
            }</td>`
      }
    </tr>`;
  }
}

function naamVanCasus({ titel, casusLabel, stand }: Regieregel): string {
  if (stand === 'onleesbaar') return 'Een casus';
  return titel ?? `Casus ${casusLabel}`;
}

function bij({ titel, casusLabel, leden, waarnemer, nietHeel, stand }: Regieregel): string {
  return [
    heel(opsomming(leden)),
    titel === null ? '' : casusLabel,
    waarnemer && stand !== 'onleesbaar' ? 'u neemt waar' : '',
    nietHeel && stand === 'open' ? 'niet alles is leesbaar' : '',
  ]
    .filter((deel) => deel !== '')
    .join('\u00A0· ');
}

/** One sentence above the table. */
function samenvatting(casussen: readonly Regieregel[]): string {
  if (casussen.length === 0) return 'U bent nog geen regisseur.';
  const druk = casussen.filter(vraagtAandacht).length;
  if (druk === 0) return 'Niets vraagt nu uw aandacht.';
  const hoe = 'De drukste staat bovenaan; elk vak brengt u naar de plek waar u het oplost.';
  const hoeveel = druk === 1 ? 'Eén casus vraagt' : `${hoofdletter(getal(druk))} casussen vragen`;
  return `${hoeveel} uw aandacht. ${hoe}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-mijn-regie': RtMijnRegie;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Bordteksten } from '../casus/bordteksten.ts';
import { inEenZin, type Kijk } from '../casus/kijk.ts';
import { type Titel, titelVan } from '../casus/titel.ts';
import { wijzigknop } from '../kaarten/onderdelen.ts';
import { naamVan } from '../lijsten.ts';
import '../teksten/bordopslag.ts';
import { veldsoort } from '../teksten/veldsoorten.ts';
import { heel } from '../ui/heel.ts';
import { opsomming } from '../ui/opsomming.ts';
import { bakenVan } from '../ui/plaats.ts';
import { LOEP } from '../ui/tekens.ts';
import { opent } from '../vensters/venster.ts';
import './citaat.ts';
import { feiten } from './feiten.ts';
import './huishouden.ts';
import { ZOEKEN } from './deuren.ts';
import type { Tab } from './tabs.ts';

/** The head of the board: which casus, what it is about, what the household says, and its parts. */
export function bordkop(delen: {
  readonly kijk: Kijk;
  readonly teksten: Bordteksten;
  readonly tabs: readonly Tab[];
  readonly tab: string;
  /** In one column: what must happen comes before what is good to know. */
  readonly smal: boolean;
  readonly opTab: (keuze: CustomEvent<string>) => void;
  readonly opLid: (keuze: CustomEvent<string | null>) => void;
}): TemplateResult {
  const { kijk, teksten, tabs, tab, smal, opTab, opLid } = delen;
  const citaat = kijk.bord.velden.some((veld) => veldsoort(kijk, veld) === 'zegt')
    ? html`<rt-bord-citaat class="bord-kop__citaat" .kijk=${kijk} .teksten=${teksten}></rt-bord-citaat>`
    : nothing;
  const titel = titelVan(kijk);
  return html`<header class="bord-kop">
    <div class="bord-kop__rij">
      <div class="bord-kop__titel">
        ${regel(kijk, teksten, titel.soort, smal)}
        <h1
          class="bord-kop__h1"
          data-plaats=${titel.soort === 'vraag' && titel.kaart !== null ? bakenVan('kaart', titel.kaart.id) : nothing}
        >
          <bdi>${heel(titel.tekst)}</bdi>${titel.kaart === null ? nothing : wijzigknop(kijk, titel.kaart, titel.soort === 'vraag' ? 'Vraag aan tafel' : `doel ${titel.tekst}`)}
        </h1>
        ${titel.soort === 'doel' ? html`<p class="rt-zacht rt-klein">Dit is het doel waaraan u meewerkt.</p>` : nothing}
        ${smal ? html`<div class="bord-kop__kort">${inHetKort(feiten(kijk), citaat)}${acties(kijk)}</div>` : feiten(kijk)}
      </div>
      ${smal ? nothing : citaat}
    </div>
    <div class="bord-kop__onder">
      <rt-bord-tabs .tabs=${tabs} .gekozen=${tab} @kies=${opTab}></rt-bord-tabs>
      <rt-bord-huishouden .kijk=${kijk} @kies=${opLid}></rt-bord-huishouden>
      ${smal ? nothing : acties(kijk)}
    </div>
  </header>`;
}

function acties({ bord }: Kijk): TemplateResult {
  return html`<div class="bord-kop__acties">
    <button type="button" class="rt-als-link bord-zoekknop" @click=${opent(ZOEKEN)}>${LOEP}Zoeken</button>
    <a href="/casussen/${bord.id}/afdrukken">Afdrukken …</a>
  </div>`;
}

/** What one need not read before what must happen. */
function inHetKort(
  feitenlijst: TemplateResult | typeof nothing,
  citaat: TemplateResult | typeof nothing,
): TemplateResult {
  return html`<details class="bord-meer">
    <summary>In het kort</summary>
    ${feitenlijst} ${citaat}
  </details>`;
}

function regel(kijk: Kijk, teksten: Bordteksten, titel: Titel['soort'], smal: boolean): TemplateResult {
  const { bord, ik } = kijk;
  // In one column the choice between them stands just below it.
  const leden = smal && bord.leden.length > 1 ? '' : heel(opsomming(bord.leden.map(({ rol }) => rol)));
  return html`<p class="bord-kop__regel">
    ${
      titel === 'casus'
        ? nothing
        : html`<strong>Casus ${bord.label}</strong> ${leden === '' ? nothing : html`<span>${leden}</span>`}`
    }
    <span>${naamVan(kijk.lijsten.statussen, bord.status)}</span>
    ${
      ik === undefined
        ? nothing
        : html`<span
            >${ik.regisseur ? 'u bent regisseur, vanuit' : 'u doet mee vanuit'} ${inEenZin(kijk.zetelnaam(ik.zetel))}</span
          >`
    }
    <rt-bord-bordopslag .teksten=${teksten}></rt-bord-bordopslag>
  </p>`;
}

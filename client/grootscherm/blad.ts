import { html, nothing, type TemplateResult } from 'lit';
import type { GrootScherm } from '../../shared/contract/groot-scherm.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { naamVan } from '../lijsten.ts';
import { kort, termijn } from '../ui/datum.ts';
import { opsomming } from '../ui/opsomming.ts';
import type { Blad } from './bladen.ts';

/** What a page is shown with. */
export interface Zaal {
  readonly scherm: GrootScherm;
  readonly lijsten: Lijsten;
  /** Roles by id, of who may be named on the wall. */
  readonly rollen: ReadonlyMap<string, string>;
  readonly vandaag: string;
}

/** One page, in large type. */
export function bladSjabloon(blad: Blad, zaal: Zaal): TemplateResult {
  return html`<section class="groot__blad" aria-labelledby="groot-titel">
    <h1 class="groot__titel" id="groot-titel" tabindex="-1">${blad.naam}</h1>
    ${
      blad.soort === 'leefgebied' && blad.besproken !== null
        ? html`<p class="groot__besproken">besproken ${kort(blad.besproken, zaal.vandaag)}</p>`
        : nothing
    }
    ${blad.soort === 'leefgebied' ? punten(blad.kaarten, zaal.scherm) : doelen(blad.kaarten, zaal)}
  </section>`;
}

function punten(kaarten: readonly Kaart[], scherm: GrootScherm): TemplateResult {
  return html`<ul class="groot__punten">
    ${kaarten.map(
      (kaart) => html`<li class="groot__punt groot__punt--${kaart.soort}">
        <span aria-hidden="true">${kaart.soort === 'kracht' ? '+' : '!'}</span>
        <span
          ><span class="rt-alleen-voorlezen">${kaart.soort === 'kracht' ? 'Gaat goed: ' : 'Zorgpunt: '}</span
          ><bdi>${kaart.titel}</bdi>${over(kaart, scherm)}</span
        >
      </li>`,
    )}
  </ul>`;
}

function over(kaart: Kaart, scherm: GrootScherm) {
  const lidId = 'lidId' in kaart ? kaart.lidId : undefined;
  const rol = scherm.leden.find((lid) => lid.id === lidId)?.rol;
  return rol === undefined ? nothing : html` <span class="groot__over">${rol}</span>`;
}

function doelen(kaarten: readonly Kaart[], { lijsten, rollen, vandaag }: Zaal): TemplateResult {
  const afspraken = kaarten.filter((kaart) => kaart.soort === 'afspraak');
  const gekend = kaarten.filter((kaart) => kaart.soort === 'doel');
  const los = afspraken.filter((afspraak) => !gekend.some((doel) => doel.id === afspraak.doelId));
  const regel = (afspraak: (typeof afspraken)[number]) => {
    const wie = opsomming(afspraak.uitvoerders.flatMap((id) => rollen.get(id) ?? []));
    const klaar = afspraak.stand === 'gedaan' || afspraak.stand === 'vervallen';
    return html`<li class="groot__afspraak">
      <span aria-hidden="true">${afspraak.stand === 'gedaan' ? '✓' : '○'}</span>
      <span
        ><bdi>${afspraak.titel}</bdi>
        <span class="groot__klein"
          >${[
            ...(wie === '' ? [] : [wie]),
            naamVan(lijsten.standen, afspraak.stand).toLowerCase(),
            ...(afspraak.uiterlijk === undefined || klaar ? [] : [termijn(afspraak.uiterlijk, vandaag)]),
          ].join(' · ')}</span
        ></span
      >
    </li>`;
  };
  return html`${kaarten.map((kaart) => (kaart.soort === 'vraag' ? html`<p class="groot__vraag">Vraag aan tafel: <bdi>${kaart.titel}</bdi></p>` : nothing))}
    ${gekend.map(
      (doel) => html`<div class="groot__doel">
        <h2><bdi>${doel.titel}</bdi></h2>
        <ul class="groot__punten">${afspraken.filter((afspraak) => afspraak.doelId === doel.id).map(regel)}</ul>
      </div>`,
    )}
    ${los.length === 0 ? nothing : html`<div class="groot__doel"><h2>Andere afspraken</h2><ul class="groot__punten">${los.map(regel)}</ul></div>`}`;
}

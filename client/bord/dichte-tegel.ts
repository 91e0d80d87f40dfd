import { html, nothing, type TemplateResult } from 'lit';
import type { Kijk } from '../casus/kijk.ts';
import { openenVan, type Tegel, tegelkop, vraagbaken } from '../casus/tegels.ts';
import type { Doe } from '../kaarten/doe.ts';
import { bel } from '../ui/bel.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { ENVELOP, SLOT } from '../ui/tekens.ts';
import { UITLEG } from '../vensters/uitleg.ts';
import { opent } from '../vensters/venster.ts';

/**
 * What stands for what one doesn't see: closed, or not opened yet. They differ in drawing, words and edge, and both
 * from what is empty; never by colour alone (product.md, "Masked is not missing").
 */
export function tegelSjabloon(kijk: Kijk, doe: Doe, tegel: Tegel): TemplateResult {
  return tegel.soort === 'dicht' ? dicht(kijk, tegel) : ongeopend(kijk, doe, tegel);
}

function dicht(kijk: Kijk, tegel: Tegel): TemplateResult {
  const kop = tegelkop(kijk, tegel);
  return html`<div class="bord-tegel bord-tegel--dicht" role="group" aria-label="${kop}: niet open voor u">
    <p class="bord-tegel__kop">
      ${SLOT}<span><strong>${kop}</strong>${tegel.enAnderen ? ' en wat anderen bewaren' : ''} · niet open voor u</span>
    </p>
    <p>Hier kan iets staan dat u niet ziet. ${bellen(kijk, tegel)}</p>
    <button type="button" class="rt-als-link bord-tegel__uitleg" @click=${opent(UITLEG, tegel)}>
      Waarom zie ik dit niet?<span class="rt-alleen-voorlezen"> ${kop}</span>
    </button>
  </div>`;
}

function bellen(kijk: Kijk, tegel: Tegel): TemplateResult {
  const baken = vraagbaken(kijk, tegel);
  if (baken.length === 0) return html`Er doet nu niemand mee die u hierover kunt bellen.`;
  return html`${baken.map(
    ({ naam, organisatie, telefoon, over }) => html`<span class="bord-tegel__bel"
      >Vragen${over === null ? '' : ` over ${over}`}? Bel ${naam} (${organisatie})${telefoon === '' ? '.' : ', '}${bel(telefoon)}</span
    > `,
  )}`;
}

function ongeopend(kijk: Kijk, doe: Doe, tegel: Tegel): TemplateResult {
  const kop = tegelkop(kijk, tegel);
  const meer = tegel.compartimenten.length > 1;
  return html`<div class="bord-tegel bord-tegel--ongeopend" role="group" aria-label="${kop}: nog niet geopend">
    <p class="bord-tegel__kop">${ENVELOP}<span><strong>${kop}</strong> · nog niet geopend</span></p>
    <p>Nog niet geopend. Openen wordt vastgelegd.</p>
    <div class="bord-tegel__knoppen">
      ${tegel.compartimenten.map(
        (compartiment) => html`<button
          type="button"
          class="utrecht-button utrecht-button--secondary-action rt-knop--klein"
          @click=${(e: Event) => doe.open(compartiment, e.currentTarget as HTMLElement)}
        >
          Openen${
            meer
              ? html`: ${compartiment.lidId === null ? 'huishouden' : kijk.rol(compartiment.lidId)}${dubbel(tegel, compartiment.lidId) ? ` (${compartiment.organisatie ?? ''})` : ''}`
              : nothing
          }<span class="rt-alleen-voorlezen"> ${hoofdletter(openenVan(kijk, compartiment))}</span>
        </button>`,
      )}
    </div>
  </div>`;
}

/** Whether more than one organisation keeps something about this member: then the button says which. */
function dubbel(tegel: Tegel, lidId: string | null): boolean {
  return tegel.compartimenten.filter((compartiment) => compartiment.lidId === lidId).length > 1;
}

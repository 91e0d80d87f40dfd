import { html, nothing, type TemplateResult } from 'lit';
import type { Kijk } from '../casus/kijk.ts';
import { openenVan, type Tegel, tegelkop } from '../casus/tegels.ts';
import type { Doe } from '../kaarten/doe.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { ENVELOP } from '../ui/tekens.ts';

/**
 * What I may open, and haven't: opening is recorded. It differs in drawing, words and edge from what is closed and from
 * what is empty; never by colour alone (product.md, "Masked is not missing").
 */
export function ongeopendeTegel(kijk: Kijk, doe: Doe, tegel: Tegel): TemplateResult {
  const kop = tegelkop(kijk, tegel);
  const meer = tegel.compartimenten.length > 1;
  return html`<div class="bord-tegel bord-tegel--ongeopend" role="group" aria-label="${kop}: nog niet geopend">
    <p class="bord-tegel__kop">
      ${ENVELOP}<span><strong>${kop}</strong> · nog niet geopend. Openen wordt vastgelegd.</span>
    </p>
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

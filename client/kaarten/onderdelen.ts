import { html, nothing, type TemplateResult } from 'lit';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Kijk } from '../casus/kijk.ts';
import { PEN } from '../ui/tekens.ts';
import { opent } from '../vensters/venster.ts';
import { KAART } from './deuren.ts';

/** Small pieces of a kaart that many parts of the board show alike. */

/** The button that changes a kaart, for who may. Its name tells which, for who doesn't see where it stands. */
export function wijzigknop(kijk: Kijk, kaart: Kaart, wat: string): TemplateResult | typeof nothing {
  if (!kijk.magWijzigen(kaart)) return nothing;
  return html`<button type="button" class="bord-pen" @click=${opent(KAART, kaart)}>
    ${PEN}<span class="rt-alleen-voorlezen">Wijzigen: ${wat}</span>
  </button>`;
}

/** The members that a kaart is about, as marks; nothing when it is about the household. */
export function overWie(kijk: Kijk, kaart: Kaart): TemplateResult | typeof nothing {
  const leden = kijk.over(kaart);
  if (leden.length === 0) return nothing;
  return html`<span class="bord-over"
    ><span class="rt-alleen-voorlezen">over: </span>${leden.map((lidId) => kijk.rol(lidId)).join(', ')}</span
  >`;
}

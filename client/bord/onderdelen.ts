import { html, nothing, type TemplateResult } from 'lit';
import type { Compartiment } from '../../shared/contract/casussen.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Doe } from './doe.ts';
import type { Kijk } from './kijk.ts';
import { lezersTekst } from './publiek.ts';
import { OOG, PEN, TELEFOON } from './tekens.ts';

/** Small pieces that many parts of the board show alike. */

/** `leest mee: jeugd, schuldhulp, en wie discreet meedoet`. */
export function leestMee(
  kijk: Kijk,
  compartiment: Compartiment | undefined,
): TemplateResult | typeof nothing {
  if (compartiment === undefined || compartiment.publiek === null) return nothing;
  return html`<p class="bord-publiek">${OOG}<span>leest mee: ${lezersTekst(kijk, compartiment.publiek)}</span></p>`;
}

/** The button that changes a kaart, for who may. Its name tells which, for who doesn't see where it stands. */
export function wijzigknop(kijk: Kijk, doe: Doe, kaart: Kaart, wat: string): TemplateResult | typeof nothing {
  if (!kijk.magWijzigen(kaart)) return nothing;
  return html`<button type="button" class="bord-pen" @click=${() => doe.wijzig(kaart)}>
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

/** A phone number that one can tap. */
export function bel(telefoon: string): TemplateResult | typeof nothing {
  if (telefoon === '') return nothing;
  return html`<a class="bord-bel" href="tel:${telefoon.replace(/[^+\d]/g, '')}">${TELEFOON}${telefoon}</a>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { TELEFOON } from './tekens.ts';

/** A phone number that one can tap. */
export function bel(telefoon: string): TemplateResult | typeof nothing {
  if (telefoon === '') return nothing;
  return html`<a class="bord-bel" href="tel:${telefoon.replace(/[^+\d]/g, '')}">${TELEFOON}${telefoon}</a>`;
}

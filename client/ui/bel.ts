import { html, nothing, type TemplateResult } from 'lit';
import { belVoor, leesTelefoon } from '../../shared/invoer/telefoon.ts';
import { TELEFOON } from './tekens.ts';

/** A phone number that one can tap. */
export function bel(telefoon: string): TemplateResult | typeof nothing {
  if (telefoon === '') return nothing;
  const nummer = leesTelefoon(telefoon) ?? telefoon;
  return html`<a class="bord-bel" href="tel:${belVoor(nummer)}">${TELEFOON}${nummer}</a>`;
}

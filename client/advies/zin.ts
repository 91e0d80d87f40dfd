import { html, type TemplateResult } from 'lit';
import type { Zin } from '../../shared/contract/advies.ts';

/** A sentence as its reader may know it: roles marked, and what was left out told from what was typed. */
export function zin(delen: Zin): TemplateResult {
  return html`${delen.map(({ soort, tekst }) => {
    if (soort === 'rol') return html`<span class="rt-advies__rol">${tekst}</span>`;
    return soort === 'weg' ? html`<span class="rt-advies__weg">[${tekst}]</span>` : html`<bdi>${tekst}</bdi>`;
  })}`;
}

/** Lines, each its own paragraph; where nothing stands no line. */
export function regels(van: readonly Zin[]): TemplateResult {
  return html`${van.filter((een) => een.length > 0).map((een) => html`<p>${zin(een)}</p>`)}`;
}

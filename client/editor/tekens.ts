import { html, svg, type TemplateResult } from 'lit';

/** The signs on the buttons; each button has its name as well. */
export const TEKENS = {
  vet: letter('B', 'vet'),
  cursief: letter('I', 'cursief'),
  kopje: letter('K', 'kopje'),
  opsomming: teken(
    svg`<path d="M8 5h9M8 10h9M8 15h9" /><path class="rt-editor__stip" d="M3.5 5h.01M3.5 10h.01M3.5 15h.01" />`,
  ),
  nummers: teken(
    svg`<path d="M8.5 5h9M8.5 10h9M8.5 15h9" /><path d="M2.5 3.5 4 2.8V7M2.6 13.2c.4-.9 2.4-.9 2.4.3 0 1-2.5 1.6-2.5 3.3H5" />`,
  ),
  noemen: letter('@', 'noemen'),
  terug: teken(svg`<path d="M7 4 3 8l4 4" /><path d="M3.5 8H12a4.5 4.5 0 0 1 0 9H8" />`),
  opnieuw: teken(svg`<path d="m13 4 4 4-4 4" /><path d="M16.5 8H8a4.5 4.5 0 0 0 0 9h4" />`),
} as const;

function letter(teken: string, soort: string): TemplateResult {
  return html`<span class="rt-editor__letter rt-editor__letter--${soort}" aria-hidden="true">${teken}</span>`;
}

function teken(lijnen: TemplateResult<2>): TemplateResult {
  return html`<svg class="rt-editor__teken" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">${lijnen}</svg>`;
}

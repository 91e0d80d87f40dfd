import { html, type TemplateResult } from 'lit';
import type { Afdrukblok } from '../../shared/contract/afdruk.ts';
import { type Deel, nest } from '../../shared/tekst/nesten.ts';

/** A text on paper: its paragraphs, headings and lists, without anything that one types with. */
export function tekstOpVel(blokken: readonly Afdrukblok[]): TemplateResult {
  return html`<div class="afdruk__woorden">${delen(nest(blokken))}</div>`;
}

function delen(wat: readonly Deel<Afdrukblok>[]): TemplateResult[] {
  return wat.map((deel) => {
    if (deel.soort === 'blok')
      return deel.blok.soort === 'kop'
        ? html`<h5>${regel(deel.blok)}</h5>`
        : html`<p>${regel(deel.blok)}</p>`;
    const punten = deel.punten.map(({ blok, daaronder }) => html`<li>${regel(blok)}${delen(daaronder)}</li>`);
    return deel.begin === null ? html`<ul>${punten}</ul>` : html`<ol start=${deel.begin}>${punten}</ol>`;
  });
}

function regel({ inhoud }: Afdrukblok): unknown[] {
  return inhoud.map(({ tekst, strong, em }) => {
    const woorden = em ? html`<em>${tekst}</em>` : tekst;
    return strong ? html`<strong>${woorden}</strong>` : woorden;
  });
}

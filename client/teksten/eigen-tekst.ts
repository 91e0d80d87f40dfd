import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { blijftStaan, nietOpgeslagen } from '../ui/niet-opgeslagen.ts';

/** What somebody typed themselves and wasn't saved when the casus closed to them: still theirs to copy (NK17). */
export function eigenTekst(
  stukken: readonly { readonly id: string; readonly tekst: string }[],
): TemplateResult | typeof nothing {
  if (stukken.length === 0) return nothing;
  return html`<section class="bord-over-gebleven" aria-labelledby="bord-eigen-kop">
    <h2 id="bord-eigen-kop">Niet opgeslagen tekst</h2>
    <p>Dit typte u zelf, en het is niet opgeslagen. Kopieer wat u wilt bewaren. ${blijftStaan('dit scherm')}</p>
    ${repeat(
      stukken,
      ({ id }) => id,
      (stuk, nummer) => {
        const naam = stukken.length === 1 ? 'Uw tekst' : `Uw tekst ${nummer + 1}`;
        return nietOpgeslagen(stuk, { naam, waar: naam });
      },
    )}
  </section>`;
}

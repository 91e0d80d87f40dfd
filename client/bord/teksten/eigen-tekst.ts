import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Overgebleven } from '../../sync/overgebleven.ts';
import { kopieerknop } from './kopieer.ts';

/** What somebody typed themselves and wasn't saved when the casus closed to them: still theirs to copy (NK17). */
export function eigenTekst(stukken: readonly Overgebleven[]): TemplateResult | typeof nothing {
  if (stukken.length === 0) return nothing;
  return html`<section class="bord-over-gebleven" aria-labelledby="bord-eigen-kop">
    <h2 id="bord-eigen-kop">Niet opgeslagen tekst</h2>
    <p>Dit typte u zelf, en het is niet opgeslagen. Kopieer wat u wilt bewaren. Verlaat u dit scherm, dan is het weg.</p>
    ${repeat(
      stukken,
      ({ id }) => id,
      ({ id, tekst }, nummer) => {
        const naam = stukken.length === 1 ? 'Uw tekst' : `Uw tekst ${nummer + 1}`;
        return html`<div class="bord-over-gebleven__stuk">
          <label for="bord-eigen-${id}">${naam}</label>
          <textarea
            class="utrecht-textarea"
            id="bord-eigen-${id}"
            readonly
            rows=${Math.min(8, tekst.split('\n').length + 1)}
            .value=${tekst}
          ></textarea>
          <div class="bord-concept__knoppen">${kopieerknop(tekst, naam)}</div>
        </div>`;
      },
    )}
  </section>`;
}

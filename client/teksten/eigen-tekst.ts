import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Overgebleven } from '../sync/overgebleven.ts';
import { kopieerknop } from './kopieer.ts';

/** A piece that wasn't saved, to read and copy: with its name, and what else there is to say and do about it. */
export function nietOpgeslagen(
  { id, tekst }: Overgebleven,
  { naam, waar, reden, knop }: Omschrijving,
): TemplateResult {
  return html`<div class="bord-over-gebleven__stuk">
    <label for="bord-over-${id}">${naam}</label>
    ${reden ?? nothing}
    <textarea
      class="utrecht-textarea"
      id="bord-over-${id}"
      readonly
      rows=${Math.min(8, tekst.split('\n').length + 1)}
      .value=${tekst}
    ></textarea>
    <div class="bord-concept__knoppen">${kopieerknop(tekst, waar)} ${knop ?? nothing}</div>
  </div>`;
}

interface Omschrijving {
  readonly naam: string;
  /** Where the text comes from, for the name of the button. */
  readonly waar: string;
  readonly reden?: TemplateResult;
  readonly knop?: TemplateResult;
}

/** What somebody typed themselves and wasn't saved when the casus closed to them: still theirs to copy (NK17). */
export function eigenTekst(stukken: readonly Overgebleven[]): TemplateResult | typeof nothing {
  if (stukken.length === 0) return nothing;
  return html`<section class="bord-over-gebleven" aria-labelledby="bord-eigen-kop">
    <h2 id="bord-eigen-kop">Niet opgeslagen tekst</h2>
    <p>Dit typte u zelf, en het is niet opgeslagen. Kopieer wat u wilt bewaren. Verlaat u dit scherm, dan is het weg.</p>
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

import { html, nothing, type TemplateResult } from 'lit';
import { kopieerknop } from './kopieer.ts';

/** What somebody typed and wasn't saved. */
export interface NietOpgeslagen {
  /** Unique in the page. */
  readonly id: string;
  /** What was asked. */
  readonly label: string;
  readonly tekst: string;
}

/** Whether this browser can keep what isn't saved: it encrypts over HTTPS alone. */
export function isBewaarbaar(): boolean {
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  return subtle !== undefined;
}

/** A piece that wasn't saved, to read and copy: with its name, and what else there is to say and do about it. */
export function nietOpgeslagen(
  { id, tekst }: Stuk,
  { naam, waar, reden, knop }: Omschrijving & { readonly knop?: TemplateResult | typeof nothing },
): TemplateResult {
  return html`<div class="bord-over-gebleven__stuk">
    <label for="bord-over-${id}">${naam}</label>
    ${reden === undefined ? nothing : html`<p class="rt-klein">${reden}</p>`}
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

export type Stuk = Pick<NietOpgeslagen, 'id' | 'tekst'>;

export interface Omschrijving {
  readonly naam: string;
  /** Where the text comes from, for the names of the buttons. */
  readonly waar: string;
  /** Why it wasn't saved. */
  readonly reden?: string;
}

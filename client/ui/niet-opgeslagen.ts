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

/** How long it stays here: in a browser that can't encrypt nothing is kept (ST15). @param waar `dit bord` */
export function blijftStaan(waar: string): string {
  return isBewaarbaar()
    ? 'In deze browser blijft het staan, tot u het weghaalt of u afmeldt, en hoogstens een week.'
    : `Verlaat u ${waar}, dan is het weg.`;
}

/** Whether this browser can keep what isn't saved: it encrypts over HTTPS alone. */
export function isBewaarbaar(): boolean {
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  return subtle !== undefined;
}

/** A piece that wasn't saved, to read and copy: with its name, and what else there is to say and do about it. */
export function nietOpgeslagen(
  { id, tekst }: Pick<NietOpgeslagen, 'id' | 'tekst'>,
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

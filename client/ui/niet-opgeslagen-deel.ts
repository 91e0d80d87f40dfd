import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { KLEIN, KNOP } from './knop.ts';
import { LichtElement } from './licht-element.ts';
import { isBewaarbaar, nietOpgeslagen, type Omschrijving, type Stuk } from './niet-opgeslagen.ts';

/** The id of the heading over it, which takes focus; a page has one at most. */
export const NIET_OPGESLAGEN = 'rt-niet-opgeslagen';

/** All that somebody typed on this screen and wasn't saved: to copy from, and to take away where that can be done here. */
export function nietOpgeslagenTekst<S extends Stuk>(
  stukken: readonly S[],
  { diep, scherm, omschrijf, verwijder }: Plaatsing<S>,
): TemplateResult | typeof nothing {
  if (stukken.length === 0) return nothing;
  const kop = 'Niet opgeslagen tekst';
  return html`<section class="bord-over-gebleven" aria-labelledby=${NIET_OPGESLAGEN}>
    ${
      diep
        ? html`<h4 id=${NIET_OPGESLAGEN} tabindex="-1">${kop}</h4>`
        : html`<h2 id=${NIET_OPGESLAGEN} tabindex="-1">${kop}</h2>`
    }
    <p>Dit typte u, en het is niet opgeslagen. Kopieer wat u wilt bewaren. ${blijftStaan(scherm)}</p>
    ${repeat(
      stukken,
      ({ id }) => id,
      (stuk, nummer) => {
        const over = omschrijf(stuk, nummer);
        const knop =
          verwijder &&
          html`<button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${() => verwijder(stuk.id)}>
            Verwijder<span class="rt-alleen-voorlezen">: niet opgeslagen tekst van ${over.waar}</span>
          </button>`;
        return nietOpgeslagen(stuk, { ...over, knop: knop ?? nothing });
      },
    )}
  </section>`;
}

interface Plaatsing<S> {
  /** Whether it stands under a heading of a part of the page. */
  readonly diep?: boolean;
  /** `dit bord`: what one leaves by leaving it. */
  readonly scherm: string;
  readonly omschrijf: (stuk: S, nummer: number) => Omschrijving;
  readonly verwijder?: (id: string) => void;
}

/** How long it stays here: in a browser that can't encrypt nothing is kept (ST15). @param waar `dit bord` */
function blijftStaan(waar: string): string {
  return isBewaarbaar()
    ? 'In deze browser blijft het staan, tot u het weghaalt of u afmeldt, en hoogstens een week.'
    : `Verlaat u ${waar}, dan is het weg.`;
}

/**
 * What somebody typed themselves and wasn't saved when the casus closed to them: still theirs to copy (NK17). Comes after
 * the board.
 */
@customElement('rt-niet-opgeslagen')
export class RtNietOpgeslagen extends LichtElement {
  @property({ attribute: false }) stukken: readonly Stuk[] = [];

  protected override render() {
    return nietOpgeslagenTekst(this.stukken, {
      scherm: 'dit scherm',
      omschrijf: (_stuk, nummer) => {
        const waar = this.stukken.length === 1 ? 'Uw tekst' : `Uw tekst ${nummer + 1}`;
        return { naam: waar, waar };
      },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-niet-opgeslagen': RtNietOpgeslagen;
  }
}

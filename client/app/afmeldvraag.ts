import { html, nothing, render } from 'lit';
import { AANMELDEN_NODIG } from '../api/api.ts';
import { kladVan } from '../klad/eigenaar.ts';
import { kladblok } from '../klad/kladblok.ts';
import '../ui/dialoog.ts';
import { KNOP } from '../ui/knop.ts';
import { isIetsOnbewaard } from '../ui/onbewaard.ts';

/** One question at a time, however often somebody presses. */
let staatOpen = false;

/**
 * Asks once, before who signs out loses what they typed: what isn't saved on this screen, and what waits elsewhere in this
 * browser (ST15).
 * @param ik who signs out
 * @returns whether it may all go
 */
export async function magAfmelden(ik: string): Promise<boolean> {
  if (staatOpen) return false;
  const blok = kladblok();
  const bewaard = kladVan(ik);
  const elders = bewaard.some((id) => blok?.isHier(id) !== true);
  const hier = isIetsOnbewaard() || bewaard.some((id) => blok?.isHier(id) === true);
  staatOpen = true;
  const houder = document.body.appendChild(document.createElement('div'));
  const einde = new AbortController();
  try {
    return await new Promise<boolean>((antwoord) => {
      const nee = (): void => antwoord(false);
      // Whose session ended meanwhile is asked nothing more.
      window.addEventListener(AANMELDEN_NODIG, nee, { signal: einde.signal });
      const inhoud = html`${hier ? html`<p>U typte hier iets dat nog niet is opgeslagen.</p>` : nothing}
        ${
          elders
            ? html`<p>
                Op een ander scherm of in een ander tabblad staat ${hier ? 'ook ' : ''}nog iets dat u typte en dat niet is
                opgeslagen.
              </p>`
            : nothing
        }
        <p>Meldt u zich af, dan is het weg.</p>
        <p class="rt-acties">
          <button type="button" class=${KNOP.hoofd} @click=${nee}>Nee, blijf aangemeld</button>
          <button type="button" class=${KNOP.gewoon} @click=${() => antwoord(true)}>Meld af en gooi het weg</button>
        </p>`;
      render(html`<rt-dialoog kop="Afmelden" .inhoud=${inhoud} @sluit=${nee}></rt-dialoog>`, houder);
    });
  } finally {
    einde.abort();
    render(nothing, houder);
    houder.remove();
    staatOpen = false;
  }
}

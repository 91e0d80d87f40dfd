import { html, type TemplateResult } from 'lit';
import { aankondigen } from './aankondigen.ts';
import { KLEIN, KNOP } from './knop.ts';

/** Copies a text, and says so on the button as well. @param waar where the text comes from, for its name */
export function kopieerknop(tekst: string, waar: string): TemplateResult {
  return html`<button
    type="button"
    class="${KNOP.gewoon} ${KLEIN}"
    @click=${(gebeurtenis: Event) => kopieer(tekst, gebeurtenis)}
  >
    <span class="bord-kopieer">Kopieer</span><span class="rt-alleen-voorlezen">: ${waar}</span>
  </button>`;
}

async function kopieer(tekst: string, { currentTarget }: Event): Promise<void> {
  const gelukt = await navigator.clipboard.writeText(tekst).then(
    () => true,
    () => false,
  );
  const woord = gelukt ? 'Gekopieerd' : 'Kopiëren lukt hier niet. Selecteer de tekst en kopieer die zelf.';
  aankondigen(woord);
  if (!(currentTarget instanceof HTMLElement)) return;
  const zichtbaar = currentTarget.querySelector('.bord-kopieer');
  if (zichtbaar !== null) zichtbaar.textContent = gelukt ? 'Gekopieerd' : 'Niet gelukt';
}

import { html, type TemplateResult } from 'lit';
import { toetsenAan, toetsenNu, zetToetsen } from '../ui/toetsen.ts';

/** What stands in the list of keys, with the switch for all of them. @param opWissel they were switched */
export function toetsenoverzicht(opWissel: () => void): TemplateResult {
  const wissel = ({ target }: Event) => {
    if (target instanceof HTMLInputElement) zetToetsen(target.checked);
    opWissel();
  };
  return html`<p>Ze doen niets terwijl u typt.</p>
    <dl class="rt-toetsen__lijst">
      ${toetsenNu().map(
        ({ toets, naam }) => html`<div>
          <dt>${toets.split(' ').map((deel) => html`<kbd>${NAMEN[deel] ?? deel}</kbd> `)}</dt>
          <dd>${naam}</dd>
        </div>`,
      )}
      <div>
        <dt><kbd>Esc</kbd></dt>
        <dd>Sluit wat open is. Typte u iets, dan vraagt Regietafel eerst of dat weg mag</dd>
      </div>
    </dl>
    <label class="rt-keuze">
      <input
        class="utrecht-checkbox utrecht-checkbox--html-input"
        type="checkbox"
        .checked=${toetsenAan()}
        @change=${wissel}
      />
      <span>Toetsen aan, in deze browser</span>
    </label>`;
}

const NAMEN: Readonly<Record<string, string>> = {
  Enter: 'Enter',
  ArrowDown: 'pijl omlaag',
  ArrowUp: 'pijl omhoog',
};

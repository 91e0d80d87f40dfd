import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../ui/dialoog.ts';
import { LichtElement } from '../ui/licht-element.ts';
import './toetsenlijst.css';
import { hoortToetsen, toetsenAan, toetsenNu, zetToetsen } from '../ui/toetsen.ts';

/** The keys that do something here, on `?` or by its button; and the switch for all of them. */
@customElement('rt-toetsenlijst')
export class RtToetsenlijst extends LichtElement {
  @state() private open = false;

  constructor() {
    super();
    hoortToetsen(this, () => [{ toets: '?', naam: 'Deze lijst', doe: this.toon }]);
  }

  protected override render() {
    return html`<button type="button" class="rt-toetsen__knop" @click=${this.toon}>
        Toetsen <kbd aria-hidden="true">?</kbd>
      </button>
      ${this.open ? html`<rt-dialoog kop="Toetsen" .inhoud=${this.lijst()} @sluit=${this.sluit}></rt-dialoog>` : nothing}`;
  }

  private lijst() {
    const aan = toetsenAan();
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
          <dd>Sluit wat open is. Typte u iets, dan wordt het eerst gevraagd</dd>
        </div>
      </dl>
      <label class="rt-keuze">
        <input
          class="utrecht-checkbox utrecht-checkbox--html-input"
          type="checkbox"
          .checked=${aan}
          @change=${this.wissel}
        />
        <span>Toetsen aan, in deze browser</span>
      </label>`;
  }

  private readonly toon = () => {
    this.open = true;
    return true;
  };

  private readonly sluit = () => {
    this.open = false;
  };

  private readonly wissel = (gebeurtenis: Event) => {
    // Only bound to the box above.
    zetToetsen((gebeurtenis.target as HTMLInputElement).checked);
    this.requestUpdate();
  };
}

const NAMEN: Readonly<Record<string, string>> = { Enter: 'Enter', ArrowDown: '↓', ArrowUp: '↑' };

declare global {
  interface HTMLElementTagNameMap {
    'rt-toetsenlijst': RtToetsenlijst;
  }
}

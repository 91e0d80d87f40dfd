import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { DIALOOG } from '../ui/dialoogdeur.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { komtNa } from '../ui/nakomend.ts';
import './toetsenlijst.css';
import { hoortToetsen } from '../ui/toetsen.ts';

const OVERZICHT = komtNa(async () => (await import('./toetsenoverzicht.ts')).toetsenoverzicht);

/** The keys that do something here, on `?` or by its button; and the switch for all of them. */
@customElement('rt-toetsenlijst')
export class RtToetsenlijst extends LichtElement {
  @state() private open = false;
  @state() private overzicht: Awaited<ReturnType<typeof OVERZICHT>> | undefined;
  @state() private bericht = '';

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
    return this.overzicht?.(() => this.requestUpdate()) ?? html`<p role="status">${this.bericht}</p>`;
  }

  private readonly toon = () => {
    void DIALOOG().catch(() => {});
    this.open = true;
    this.bericht = 'Een ogenblik…';
    OVERZICHT().then(
      (overzicht) => {
        this.overzicht = overzicht;
      },
      () => {
        this.bericht = 'De lijst is niet geladen. Controleer uw netwerk en open hem opnieuw.';
      },
    );
    return true;
  };

  private readonly sluit = () => {
    this.open = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-toetsenlijst': RtToetsenlijst;
  }
}

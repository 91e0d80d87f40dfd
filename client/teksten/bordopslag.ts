import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { aankondigen } from '../ui/aankondigen.ts';
import { bordwoord } from './bewaarstand.ts';
import './opslag.ts';
import { VolgtTeksten } from './volgt-teksten.ts';

/** So long the line has to be gone before it is told: often it is back at once. */
const GEDULD_MS = 2_000;

/**
 * Whether everything that was typed on this board is saved, in its head. A screen reader hears of it when the line
 * is gone and when all is well again, never between two keys.
 */
@customElement('rt-bord-bordopslag')
export class RtBordBordopslag extends VolgtTeksten {
  private klok: ReturnType<typeof setTimeout> | undefined;
  private gemeld = false;

  protected override beeld(): string {
    return `${this.teksten.stand} ${this.teksten.onopgeslagen}`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.klok);
    this.klok = undefined;
    this.gemeld = false;
  }

  protected override render() {
    const { stand, onopgeslagen } = this.teksten;
    return html`<rt-bord-opslag .woord=${bordwoord(stand, onopgeslagen)}></rt-bord-opslag>${
      stand === 'niet_geladen'
        ? html`<button type="button" class="rt-als-link" @click=${() => void this.teksten.laad()}>Probeer opnieuw</button>`
        : nothing
    }`;
  }

  protected override updated(): void {
    const { stand } = this.teksten;
    if (stand === 'geen_verbinding') {
      this.klok ??= setTimeout(() => {
        this.gemeld = true;
        aankondigen('Geen verbinding. U kunt doortypen; het wordt opgeslagen als de verbinding er weer is.');
      }, GEDULD_MS);
      return;
    }
    if (stand !== 'opgeslagen') return;
    clearTimeout(this.klok);
    this.klok = undefined;
    if (this.gemeld) aankondigen('De verbinding is er weer. Alles is opgeslagen.');
    this.gemeld = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-bordopslag': RtBordBordopslag;
  }
}

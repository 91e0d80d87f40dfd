import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Kijk } from '../casus/kijk.ts';
import { magSchrijven } from '../teksten/veldsoorten.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { gesloten, sluitUitleg, UITLEGPLEKKEN, type Uitlegplek, volgUitleg } from './uitleg-onthouden.ts';

/**
 * One line for who is new, in the part that it is about, until they close it for good. It stands in the page and
 * covers nothing; the first line closes all of them at once as well.
 */
@customElement('rt-bord-uitleg')
export class RtBordUitleg extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property() plek: Uitlegplek = 'nu';
  private stopVolgen: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopVolgen = volgUitleg(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopVolgen?.();
  }

  protected override render() {
    const { kijk, plek } = this;
    if (gesloten().has(plek)) return nothing;
    const alles = plek === 'nu' && gesloten().size < UITLEGPLEKKEN.length - 1;
    return html`<p class="bord-uitleg">
      <span class="rt-alleen-voorlezen">Uitleg: </span>${zinVoor(plek, kijk)}
      <button type="button" class="rt-als-link" @click=${() => this.sluit([plek])}>
        Begrepen<span class="rt-alleen-voorlezen">, deze uitleg mag weg</span>
      </button>
      ${
        alles
          ? html`<button type="button" class="rt-als-link" @click=${() => this.sluit(UITLEGPLEKKEN)}>
              Alle uitleg weg
            </button>`
          : nothing
      }
    </p>`;
  }

  private sluit(plekken: readonly Uitlegplek[]): void {
    sluitUitleg(plekken);
    // The heading of the part in which it stood.
    this.closest('section')?.querySelector('h2')?.focus();
  }
}

/** The same for everyone who may do the same here, whatever is hidden from them. */
function zinVoor(plek: Uitlegplek, kijk: Kijk): string {
  switch (plek) {
    case 'nu':
      return 'Hier staat wat er in deze casus op u wacht.';
    case 'weten':
      return kijk.bord.velden.some((veld) => magSchrijven(kijk, veld))
        ? 'Open een onderwerp om het te lezen. Met ‘Schrijven’ of ‘Verbeteren’ maakt u een concept. Alleen u ziet dat, tot u het deelt.'
        : 'Open een onderwerp om het te lezen. U ziet alleen wat u voor uw werk nodig hebt.';
    case 'wie':
      return kijk.ikRegisseer
        ? 'Hier nodigt u mensen uit. Ieder ziet alleen wat voor zijn of haar werk nodig is.'
        : 'Ieder ziet hier alleen wat voor zijn of haar werk nodig is. Hebt u een vraag? Bel de regisseur.';
    case 'dicht':
      return 'Over deze onderwerpen leest u hier niets, of er nu iets staat of niet. Open een regel: dan ziet u waarom, en wie u kunt bellen.';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-uitleg': RtBordUitleg;
  }
}

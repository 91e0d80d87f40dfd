import { property } from 'lit/decorators.js';
import type { Kijk } from '../casus/kijk.ts';
import { type Vragen, vragenVan } from '../casus/vragen.ts';
import { LichtElement } from '../ui/licht-element.ts';

/** An element that shows what one asked of others in a casus, or they of one (NK27), as long as it stands on the page. */
export abstract class VolgtVragen extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => {
      if (this.isConnected) this.#stop ??= this.vragen.volg(() => this.requestUpdate());
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = undefined;
  }

  protected get vragen(): Vragen {
    return vragenVan(this.kijk.bord.id);
  }
}

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LichtElement } from '../ui/licht-element.ts';
import { VINK } from '../ui/tekens.ts';
import type { Bewaarwoord } from './bewaarstand.ts';

/** So long everything has to be on disk before it is said: between two keys it would only flicker. */
const RUST_MS = 700;

/** Says how it stands with saving. Bad news comes at once, good news when it lasts; so what it says is true. */
@customElement('rt-bord-opslag')
export class RtBordOpslag extends LichtElement {
  @property({ attribute: false }) woord: Bewaarwoord | null = null;

  @state() private getoond: Bewaarwoord | null = null;
  private klok: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.klok);
    this.klok = undefined;
    this.getoond = null;
  }

  protected override willUpdate(gewijzigd: PropertyValues<this>): void {
    if (!gewijzigd.has('woord') || this.woord?.tekst === this.getoond?.tekst) {
      if (this.woord?.tekst === this.getoond?.tekst) this.staak();
      return;
    }
    // The first thing that it says is what it finds.
    if (this.woord?.toon !== 'goed' || this.getoond === null) {
      this.staak();
      this.getoond = this.woord;
      return;
    }
    this.klok ??= setTimeout(() => {
      this.klok = undefined;
      this.getoond = this.woord;
    }, RUST_MS);
  }

  protected override render() {
    const { getoond } = this;
    if (getoond === null) return nothing;
    return html`<span class="bord-opslag bord-opslag--${getoond.toon}"
      ><span aria-hidden="true">${TEKEN[getoond.toon]}</span> ${getoond.tekst}</span
    >`;
  }

  private staak(): void {
    clearTimeout(this.klok);
    this.klok = undefined;
  }
}

const TEKEN = { goed: VINK, bezig: '…', 'let-op': '!' } as const;

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-opslag': RtBordOpslag;
  }
}

import { html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Dag } from '../ui/dag.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';

/**
 * Says before a day's making is full how much more may be made today (ST6): to who makes, until midnight.
 *
 * @example html`<rt-nog-vandaag .aantal=${12}></rt-nog-vandaag>`
 */
@customElement('rt-nog-vandaag')
export class RtNogVandaag extends LichtElement {
  @property({ type: Number }) aantal = 0;

  private readonly dag = new Dag(this);
  /** The day of which it was said. */
  private van = this.dag.vandaag;

  protected override willUpdate(anders: PropertyValues<this>): void {
    if (anders.has('aantal')) this.van = this.dag.vandaag;
  }

  protected override render() {
    if (this.dag.vandaag !== this.van) return html``;
    return html`<div class="rt-app__melding">
      <rt-melding
        soort=${this.aantal === 0 ? 'let-op' : 'info'}
        kop=${nogVandaagZin(this.aantal)}
        inhoud="Wijzigen en schrijven kan altijd. Hebt u vandaag meer nodig? Bel de beheerder."
      ></rt-melding>
    </div>`;
  }
}

/** How many more things somebody may make today, as a sentence. */
export function nogVandaagZin(aantal: number): string {
  if (aantal === 0) return 'U kunt vandaag niets nieuws meer maken';
  return aantal === 1 ? 'U kunt vandaag nog 1 ding maken' : `U kunt vandaag nog ${aantal} dingen maken`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-nog-vandaag': RtNogVandaag;
  }
}

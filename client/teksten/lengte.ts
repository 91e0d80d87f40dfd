import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Text as YText } from 'yjs';
import { LichtElement } from '../ui/licht-element.ts';

/** Says at a text that somebody writes that it is getting long, before nothing fits in it any more (ST6). */
@customElement('rt-tekst-lengte')
export class RtTekstLengte extends LichtElement {
  @property({ attribute: false }) tekst!: YText;
  /** From so many characters it is said; from so many it is full. */
  @property({ attribute: false }) letOp = 0;
  @property({ attribute: false }) vol = 0;

  @state() private lengte = 0;
  private gevolgd: YText | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.tekst !== undefined) this.volg();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.gevolgd?.unobserve(this.meet);
    this.gevolgd = null;
  }

  protected override willUpdate(gewijzigd: PropertyValues<this>): void {
    if (gewijzigd.has('tekst')) this.volg();
  }

  protected override render() {
    const zin = lengtezin(this.lengte, this.letOp, this.vol);
    return html`<div role="status">${zin === '' ? nothing : html`<p class="bord-tekstvak__melding">${zin}</p>`}</div>`;
  }

  private volg(): void {
    this.gevolgd?.unobserve(this.meet);
    this.gevolgd = this.tekst;
    this.tekst.observe(this.meet);
    this.meet();
  }

  private readonly meet = (): void => {
    const { length } = this.tekst;
    // Rendered only where what is said can be another.
    if (length >= this.letOp || this.lengte >= this.letOp) this.lengte = length;
  };
}

const getal = new Intl.NumberFormat('nl-NL');

/** What is said of a text of so many characters; nothing of one that isn't long. */
export function lengtezin(lengte: number, letOp: number, vol: number): string {
  if (lengte < letOp) return '';
  const over = Math.max(0, Math.floor((vol - lengte) / 1000) * 1000);
  return over === 0
    ? 'Deze tekst is bijna vol. Maak hem korter, of ga verder in een andere tekst. Wat er niet bij past, blijft hier staan om te kopiëren.'
    : `Deze tekst wordt erg lang. Er passen nog ongeveer ${getal.format(over)} tekens bij. Maak hem korter, of ga verder in een andere tekst.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-tekst-lengte': RtTekstLengte;
  }
}

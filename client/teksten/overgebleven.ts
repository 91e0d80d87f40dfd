import { customElement, property } from 'lit/decorators.js';
import type { Kijk } from '../casus/kijk.ts';
import type { Overgebleven } from '../sync/overgebleven.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { tijdstip } from '../ui/datum.ts';
import { nietOpgeslagenTekst } from '../ui/niet-opgeslagen-deel.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { veldlabel } from './veldsoorten.ts';
import { VolgtTeksten } from './volgt-teksten.ts';

/**
 * What this person typed and isn't saved, with why: to copy from, and then to take away (NK17, SY13). It outlives
 * the text that it was typed in, and goes with the board.
 */
@customElement('rt-bord-overgebleven')
export class RtBordOvergebleven extends VolgtTeksten {
  @property({ attribute: false }) kijk!: Kijk;
  private gemeld: ReadonlySet<string> = new Set();

  protected override beeld(): string {
    return this.teksten.overgebleven.map(({ id }) => id).join(' ');
  }

  protected override render() {
    return nietOpgeslagenTekst(this.teksten.overgebleven, {
      scherm: 'dit bord',
      omschrijf: (stuk) => this.omschrijf(stuk),
      verwijder: (id) => void this.verwijder(id),
    });
  }

  protected override updated(): void {
    const nu = this.teksten.overgebleven;
    if (nu.some(({ id }) => !this.gemeld.has(id))) {
      aankondigen('Let op: een deel van uw tekst is niet opgeslagen. U vindt het boven aan het bord.');
    }
    this.gemeld = new Set(nu.map(({ id }) => id));
  }

  private omschrijf({ veldId, op, reden }: Overgebleven) {
    const veld = this.kijk.bord.velden.find((ander) => ander.id === veldId);
    const voor = veld?.concept ? this.kijk.bord.velden.find((ander) => ander.id === veld.conceptVoor) : veld;
    const waar = voor === undefined ? 'een tekst die niet meer open is' : veldlabel(this.kijk, voor);
    return { naam: `${hoofdletter(waar)}, ${tijdstip(new Date(op))}`, waar, reden };
  }

  private async verwijder(id: string): Promise<void> {
    this.teksten.verwijderOvergebleven(id);
    await this.updateComplete;
    const kop = this.querySelector<HTMLElement>('h2') ?? document.querySelector<HTMLElement>('main h1');
    if (kop === null) return;
    kop.tabIndex = -1;
    kop.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-bord-overgebleven': RtBordOvergebleven;
  }
}

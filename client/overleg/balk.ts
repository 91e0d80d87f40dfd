import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Overleg } from '../../shared/contract/overleggen.ts';
import { Opgehaald } from '../api/opgehaald.ts';
import { type Overleglijn, volgOverleg } from '../sync/overleglijn.ts';
import { zetInOverleg } from '../ui/in-overleg.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { padNaarOverleg } from '../ui/overlegregel.ts';
import { padNaar } from '../ui/plaats.ts';
import { Tik } from '../ui/tik.ts';
import { hoortToetsen } from '../ui/toetsen.ts';
import { meldBeurt, naStap, openVoor } from './aan-de-beurt.ts';
import { klokregel, klokTekst } from './klok.ts';
import './gesprek.ts';
import { haalOverleg } from './haal-overleg.ts';
import { beurtzin } from './wachtkamer.ts';
import { naamVanPunt } from './woorden.ts';

/**
 * The one line on top of every other screen of who is in an overleg (OV3): which step, how long still, the way to what
 * is open and back, and stepping out. It takes nobody anywhere, and is as high whatever it says.
 */
@customElement('rt-overlegbalk')
export class RtOverlegbalk extends LichtElement {
  @property({ attribute: false }) overlegId = '';
  /** Of which casus the board is on the screen; null: none. */
  @property({ attribute: false }) casusId: string | null = null;
  @state() private isLijnWeg = false;

  private eerder: Overleg | null = null;
  private lijn: Overleglijn | undefined;
  /** Null: it is there no more for me. */
  private readonly hier = new Opgehaald<Overleg | null>(
    this,
    () => haalOverleg(this.overlegId),
    (overleg) => {
      if (overleg !== null && this.eerder !== null) meldBeurt(this.eerder, overleg);
      this.eerder = overleg;
    },
  );

  constructor() {
    super();
    new Tik(this, () => {
      const open = openVoor(this.eerder);
      return open === undefined ? '' : klokTekst(open);
    });
    hoortToetsen(this, () => [
      {
        toets: 'u',
        naam: 'Uit het overleg stappen',
        doe: () => {
          this.stapUit();
          return true;
        },
      },
    ]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.lijn = volgOverleg(this.overlegId, {
      haal: () => void this.hier.ververs(),
      stap: (stap) => this.hier.wordt((overleg) => overleg && naStap(overleg, stap)),
      verbinding: (open) => {
        this.isLijnWeg = !open;
      },
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lijn?.stop();
    this.eerder = null;
  }

  protected override render() {
    return html`<div class="rt-overlegbalk__binnen">
      <div class="rt-overlegbalk__stand">${this.stand(this.hier.waarde)}</div>
      <div class="rt-overlegbalk__acties">
        ${this.hand(this.hier.waarde)} ${this.naarCasus(this.hier.waarde)}
        <a href=${padNaarOverleg(this.overlegId)}>Naar het overleg</a>
        <button type="button" @click=${this.stapUit} aria-keyshortcuts="u">
          Stap uit <kbd aria-hidden="true">u</kbd>
        </button>
      </div>
    </div>`;
  }

  private stand(overleg: Overleg | null | undefined): TemplateResult | string {
    if (this.isLijnWeg) return 'Overleg: geen verbinding';
    if (overleg === undefined) return 'Overleg';
    if (overleg === null || overleg.staat === 'gesloten') return 'Het overleg is gesloten';
    const open = openVoor(overleg);
    if (open === undefined)
      return overleg.stand === null ? beurtzin(overleg) : 'Overleg: er is geen punt open';
    return html`<span>Overleg, ${naamVanPunt(open)}:</span> ${klokregel(open)}`;
  }

  private hand(overleg: Overleg | null | undefined): TemplateResult | typeof nothing {
    if (overleg?.gesprek == null || this.isLijnWeg) return nothing;
    return html`<rt-gesprek kort .overleg=${overleg} .ververs=${this.hier.ververs}></rt-gesprek>`;
  }

  private naarCasus(overleg: Overleg | null | undefined): TemplateResult | typeof nothing {
    const casusId = openVoor(overleg ?? null)?.casusId ?? null;
    if (casusId === null || casusId === this.casusId) return nothing;
    return html`<a href=${padNaar(casusId)}>Naar het bord</a>`;
  }

  private readonly stapUit = () => {
    const hadFocus = this.contains(document.activeElement);
    zetInOverleg(null);
    if (hadFocus) document.getElementById('inhoud')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-overlegbalk': RtOverlegbalk;
  }
}

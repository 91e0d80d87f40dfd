import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import { DIALOOG } from '../ui/dialoogdeur.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { LichtElement } from '../ui/licht-element.ts';
import '../ui/melding.ts';
import { Genavigeerd } from '../ui/navigatie.ts';
import { type NietOpgeslagen, nietOpgeslagen } from '../ui/niet-opgeslagen.ts';
import { eigenWoordenIn, magWeg } from '../ui/onbewaard.ts';
import { type Opening, Vensteropening } from './venster.ts';
import './vensters.css';

/** So long a window that isn't here yet is fetched without a word. */
const STIL_MS = 400;

/**
 * Shows what is open in front of the board, the last asked for on top; what lay under it comes back when that closes.
 * Buttons ask for a window by `opent` (venster.ts), anywhere in `binnen`.
 */
@customElement('rt-vensters')
export class RtVensters extends LichtElement {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) verbinding!: Bordverbinding;
  /** In what windows are asked for. */
  @property({ attribute: false }) binnen!: HTMLElement;

  @state() private open: readonly Opening[] = [];
  /** What closed by itself, and what one typed in it. */
  @state() private gesloten: { readonly woorden: readonly NietOpgeslagen[] } | null = null;
  /** What is asked for and isn't here yet, or couldn't be fetched. */
  @state() private komend: {
    readonly vraag: Vensteropening;
    readonly stand: 'stil' | 'wacht' | 'mislukt';
  } | null = null;
  private luistertBij: HTMLElement | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener(Genavigeerd.naam, this.opNavigatie);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener(Genavigeerd.naam, this.opNavigatie);
    this.luister(null);
    this.open = [];
    this.gesloten = null;
    this.komend = null;
  }

  protected override willUpdate(gewijzigd: PropertyValues<this>): void {
    if (gewijzigd.has('binnen') || this.luistertBij === null) this.luister(this.binnen);
    const nog = this.open.filter((opening) => opening.bestaatNog(this.kijk));
    if (nog.length === this.open.length) return;
    this.gesloten = { woorden: eigenWoordenIn(this) };
    this.open = nog;
  }

  protected override render() {
    const boven = this.open.at(-1);
    return html`${this.melding()}${this.onderweg()}${
      boven === undefined
        ? nothing
        : html`<rt-dialoog
            kop=${boven.kop(this.kijk)}
            .inhoud=${keyed(boven, boven.inhoud(this))}
            @sluit=${this.wilSluiten}
            @klaar=${this.sluit}
          ></rt-dialoog>`
    }`;
  }

  private melding(): TemplateResult | typeof nothing {
    if (this.gesloten === null) return nothing;
    const { woorden } = this.gesloten;
    return html`<div class="bord-melding">
      <rt-melding
        soort="let-op"
        kop="Er is iets veranderd"
        .inhoud=${html`<p>Wat u open had, is er niet meer of is niet meer open voor u.</p>
          ${
            woorden.length === 0
              ? nothing
              : html`<p>Dit typte u zelf, en het is niet bewaard. Kopieer wat u wilt houden.</p>
                ${woorden.map((stuk) => nietOpgeslagen(stuk, { naam: stuk.label, waar: stuk.label }))}`
          }`}
      ></rt-melding>
      <button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${this.sluitMelding}>Sluit melding</button>
    </div>`;
  }

  /** Nothing takes the place of a window that isn't here yet: what was pressed keeps focus until it opens. */
  private onderweg(): TemplateResult | typeof nothing {
    if (this.komend === null || this.komend.stand === 'stil') return nothing;
    const { vraag, stand } = this.komend;
    if (stand === 'wacht')
      return html`<p class="bord-bewaard">Een ogenblik, dit venster wordt opgehaald…</p>`;
    return html`<div class="bord-melding">
      <rt-melding
        soort="fout"
        kop="Dit venster is nu niet op te halen"
        .inhoud=${'Er is niets verloren. Controleer uw netwerk en probeer het opnieuw.'}
      ></rt-melding>
      <button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${() => this.haal(vraag)}>Probeer opnieuw</button>
      <button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${this.sluitMelding}>Sluit melding</button>
    </div>`;
  }

  private readonly toon = (gebeurtenis: Event) => {
    if (gebeurtenis instanceof Vensteropening) void this.haal(gebeurtenis);
  };

  private async haal(vraag: Vensteropening): Promise<void> {
    // What is covered isn't kept: it may ask before it goes.
    if (!(await magWeg(this))) return;
    this.gesloten = null;
    this.komend = { vraag, stand: 'stil' };
    const klok = setTimeout(() => {
      if (this.komend?.vraag !== vraag) return;
      this.komend = { vraag, stand: 'wacht' };
      aankondigen('Een ogenblik.');
    }, STIL_MS);
    try {
      // Nothing opens without one, and until then no board needs it.
      const [opening] = await Promise.all([vraag.haal(), DIALOOG()]);
      // Something else was asked for meanwhile, or one went elsewhere.
      if (this.komend?.vraag !== vraag) return;
      this.komend = null;
      this.open = [...this.open, opening];
    } catch {
      if (this.komend?.vraag === vraag) this.komend = { vraag, stand: 'mislukt' };
    } finally {
      clearTimeout(klok);
    }
  }

  private readonly sluit = () => {
    this.open = this.open.slice(0, -1);
  };

  /** Esc, or the button: what isn't saved is asked about. */
  private readonly wilSluiten = async () => {
    if (await magWeg(this)) this.sluit();
    // A browser may have closed it already by itself.
    else this.requestUpdate();
  };

  /** Who goes elsewhere was asked about what they typed; Back from a window is back to where one was. */
  private readonly opNavigatie = (gebeurtenis: Event) => {
    if (gebeurtenis instanceof Genavigeerd && gebeurtenis.beweging !== 'vervangen') {
      this.open = [];
      this.komend = null;
    }
  };

  private readonly sluitMelding = () => {
    this.gesloten = null;
    this.komend = null;
  };

  private luister(bij: HTMLElement | null): void {
    this.luistertBij?.removeEventListener(Vensteropening.naam, this.toon);
    bij?.addEventListener(Vensteropening.naam, this.toon);
    this.luistertBij = bij;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-vensters': RtVensters;
  }
}

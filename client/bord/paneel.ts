import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { Bordteksten } from '../casus/bordteksten.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import type { Doe } from '../kaarten/doe.ts';
import { KNOP } from '../ui/knop.ts';
import type { Ding } from '../ui/plaats.ts';
import '../ui/melding.ts';
import { ONDERDELEN } from './deuren.ts';
import './leefgebieden.ts';
import { EERSTE_TAB } from './tabs.ts';

/** What a part of the plan is drawn by. */
interface Onderdeel {
  readonly kijk: Kijk;
  readonly teksten: Bordteksten;
  readonly doe: Doe;
  readonly verbinding: Bordverbinding | undefined;
  /** Where the address leads. */
  readonly heen: Ding | null;
}

/**
 * The part of the plan behind a tab: the first with the board, the others when their code is here. Until then what
 * one was reading stays.
 */
export class Paneel implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #stand: 'niet' | 'onderweg' | 'er' | 'mislukt' = 'niet';
  #getoond: string | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#getoond = null;
  }

  toon(tab: string, onderdeel: Onderdeel): TemplateResult | typeof nothing {
    const eerste = tab === EERSTE_TAB;
    if (eerste || this.#stand === 'er') this.#getoond = tab;
    else if (this.#stand === 'niet') void this.#haal();
    if (!eerste && this.#stand === 'mislukt') return this.#nietOpgehaald();
    return this.#getoond === null ? nothing : paneel(this.#getoond, onderdeel);
  }

  #nietOpgehaald(): TemplateResult {
    return html`<section class="bord-vlak bord-vlak--ruim">
      <rt-melding
        soort="fout"
        kop="Dit deel van het plan is nu niet op te halen"
        .inhoud=${'Er is niets verloren. Controleer uw netwerk en probeer het opnieuw.'}
      ></rt-melding>
      <button type="button" class=${KNOP.gewoon} @click=${() => this.#haal()}>Probeer opnieuw</button>
    </section>`;
  }

  async #haal(): Promise<void> {
    this.#stand = 'onderweg';
    try {
      await ONDERDELEN();
      this.#stand = 'er';
    } catch {
      this.#stand = 'mislukt';
    }
    this.#host.requestUpdate();
  }
}

function paneel(tab: string, { kijk, teksten, doe, verbinding, heen }: Onderdeel): TemplateResult {
  switch (tab) {
    case 'doelen':
      return html`<rt-bord-doelentab
        .kijk=${kijk}
        .doe=${doe}
        .verbinding=${verbinding}
        .teksten=${teksten}
      ></rt-bord-doelentab>`;
    case 'hulp':
      return html`<section class="bord-vlak bord-vlak--ruim"><rt-bord-hulp .kijk=${kijk}></rt-bord-hulp></section>`;
    case 'besluiten':
      return html`<section class="bord-vlak bord-vlak--ruim">
        <rt-bord-besluiten .kijk=${kijk} .teksten=${teksten}></rt-bord-besluiten>
      </section>`;
    case 'gegevens':
      return html`<section class="bord-vlak bord-vlak--ruim">
        <rt-bord-gegevens .kijk=${kijk} .doe=${doe}></rt-bord-gegevens>
      </section>`;
    default:
      return html`<rt-bord-leefgebieden .kijk=${kijk} .doe=${doe} .teksten=${teksten} .heen=${heen}></rt-bord-leefgebieden>`;
  }
}

import { html, type TemplateResult } from 'lit';
import type { Bordteksten } from '../casus/bordteksten.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import type { Doe } from '../kaarten/doe.ts';
import type { Ding } from '../ui/plaats.ts';
import './besluiten.ts';
import './doelentab.ts';
import './gegevens.ts';
import './hulp.ts';
import './leefgebieden.ts';

/** What a part of the plan is drawn by. */
interface Onderdeel {
  readonly kijk: Kijk;
  readonly teksten: Bordteksten;
  readonly doe: Doe;
  readonly verbinding: Bordverbinding | undefined;
  /** Where the address leads. */
  readonly heen: Ding | null;
}

/** The part of the plan behind a tab. */
export function paneel(tab: string, { kijk, teksten, doe, verbinding, heen }: Onderdeel): TemplateResult {
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

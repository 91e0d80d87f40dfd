import { html, type TemplateResult } from 'lit';
import type { Overleg } from '../../shared/contract/overleggen.ts';
import { tijdstip } from '../ui/datum.ts';
import { klokregel } from './klok.ts';

/**
 * While an overleg is held, to who doesn't lead it: when it is their turn. What others' items do changes no word of it
 * (OV1, OV3).
 */
export function wachtkamer({ agendapunten }: Overleg): TemplateResult {
  const nu = agendapunten.find(({ staat }) => staat === 'bezig');
  const straks = agendapunten.find(({ staat }) => staat === 'aanvaard');
  return html`<section class="rt-paneel rt-overleg__wacht" aria-label="Het overleg is bezig">
    <p class="rt-zacht">Het overleg is bezig.</p>
    ${
      nu !== undefined
        ? html`<p class="rt-overleg__beurt">U bent nu aan de beurt</p>
            ${klokregel(nu)}`
        : straks !== undefined
          ? html`<p class="rt-overleg__beurt">
                ${straks.verwacht === null ? 'U bent nog aan de beurt' : `U bent rond ${tijdstip(straks.verwacht)} aan de beurt`}
              </p>
              <p>U hoeft niets te doen. Loopt het uit, dan schuift uw tijd hier vanzelf mee.</p>`
          : html`<p class="rt-overleg__beurt">
              ${agendapunten.length === 0 ? 'Op deze agenda staat niets voor u' : 'Er komt niets meer voor u'}
            </p>`
    }
  </section>`;
}

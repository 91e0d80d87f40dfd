import { html, nothing, type TemplateResult } from 'lit';
import { inEenZin, type Kijk } from '../casus/kijk.ts';
import { ONLEESBAAR } from '../ui/onleesbaar.ts';

/** ST1: where something of the board can't be read, one neutral piece a part, on paper as well. */
export function onleesbaarOp(kijk: Kijk): TemplateResult | typeof nothing {
  const { onleesbaar } = kijk.bord;
  if (onleesbaar.length === 0) return nothing;
  const delen = onleesbaar.flatMap((id) => kijk.compartiment(id) ?? []);
  return html`<ul class="bord-onleesbaar" aria-label="Niet leesbaar">
    ${delen.map(
      ({ categorie, lidId }) => html`<li>
        <strong>${kijk.categorienaam(categorie)} van ${inEenZin(kijk.onderwerp(lidId))}.</strong> ${ONLEESBAAR}
      </li>`,
    )}
  </ul>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Adviesvraag, Leesdeel } from '../../shared/contract/advies.ts';
import { datumVan, metDag, tijdstip } from '../ui/datum.ts';
import { regels } from './zin.ts';

/** Without a line nobody tells that something changed, or closed (ST16). */
export const LIJN_WEG = html`<p class="rt-advies__lijn" role="status">
  <strong>Geen verbinding.</strong> Wat u leest, kan oud zijn. Zodra de verbinding er weer is, staat hier wat er nu staat.
</p>`;

/** Whether it opens nothing, or what it opens is empty (NK36). */
const NIETS = 'Bij deze vraag is nu niets te lezen.';

/** What a question opens, to who took it on: without names, or since when it is closed. */
export function gelezen({ leest, geslotenOp, toelichting }: Adviesvraag, vandaag: string): TemplateResult {
  const bij =
    toelichting.length === 0
      ? nothing
      : html`<div class="rt-advies__deel">
          <h3>Bij de vraag</h3>
          ${regels(toelichting)}
        </div>`;
  return html`${bij}
  ${
    leest === null
      ? alinea(
          geslotenOp === null
            ? NIETS
            : `Gesloten op ${metDag(datumVan(geslotenOp), vandaag)}, ${tijdstip(geslotenOp)}.`,
        )
      : leest.length === 0
        ? alinea(NIETS)
        : leest.map(deel)
  }`;
}

function deel({ titel, regels: woorden, onleesbaar }: Leesdeel): TemplateResult {
  return html`<div class="rt-advies__deel">
    <h3>${titel}</h3>
    ${regels(woorden)}
    ${onleesbaar ? html`<p class="rt-zacht">Een deel hiervan is nu niet te lezen.</p>` : nothing}
  </div>`;
}

function alinea(tekst: string): TemplateResult {
  return html`<div class="rt-advies__deel"><p>${tekst}</p></div>`;
}

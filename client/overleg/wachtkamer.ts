import { html, type TemplateResult } from 'lit';
import type { Agendapunt } from '../../shared/contract/agendapunten.ts';
import type { Overleg } from '../../shared/contract/overleggen.ts';
import { tijdstip } from '../ui/datum.ts';
import { openVoor } from './aan-de-beurt.ts';
import { klokregel } from './klok.ts';
import { gastzin } from './woorden.ts';

/**
 * While an overleg is held, to who doesn't lead it: when it is their turn. What others' items do changes no word of it
 * (OV1, OV3).
 */
export function wachtkamer(overleg: Overleg): TemplateResult {
  const open = openVoor(overleg);
  const straks =
    open === undefined ? overleg.agendapunten.find(({ staat }) => staat === 'aanvaard') : undefined;
  return html`<section class="rt-paneel rt-overleg__wacht" aria-label="Het overleg is bezig">
    <p class="rt-zacht">Het overleg is bezig.</p>
    <p class="rt-overleg__beurt">${beurtzin(overleg)}</p>
    ${open === undefined ? '' : klokregel(open)}
    ${
      straks === undefined
        ? ''
        : html`<p>U hoeft niets te doen: ${watKomt(straks)}. Loopt het uit, dan ${straks.als === 'gast' ? 'zegt de voorzitter u een andere tijd' : 'schuift uw tijd hier mee'}.</p>`
    }
  </section>`;
}

/** What becomes of my screen when it is my turn. */
function watKomt({ casusId, aanTafel }: Agendapunt): string {
  if (!aanTafel) return 'u leest uw eigen bord, en uw scherm blijft waar het is';
  return casusId === null ? 'het komt hier vanzelf' : 'uw scherm gaat vanzelf naar uw casus';
}

/** When it is my turn. */
export function beurtzin({ agendapunten }: Overleg): string {
  if (agendapunten.some(({ staat }) => staat === 'bezig')) return 'U bent nu aan de beurt';
  const straks = agendapunten.find(({ staat }) => staat === 'aanvaard');
  if (straks === undefined)
    return agendapunten.length === 0 ? 'Op deze agenda staat niets voor u' : 'Er komt niets meer voor u';
  if (straks.als === 'gast') return gastzin(straks.venster);
  return straks.verwacht === null
    ? 'U bent nog aan de beurt'
    : `U bent rond ${tijdstip(straks.verwacht)} aan de beurt`;
}

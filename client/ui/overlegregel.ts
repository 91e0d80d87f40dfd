import { html, type TemplateResult } from 'lit';
import type { Overlegregel } from '../../shared/contract/overleggen.ts';
import type { Overlegrol } from '../../shared/overleg.ts';
import { datumVan, metDag, tijdstip } from './datum.ts';
import { rijtje } from './heel.ts';

/** As what somebody is in an overleg, as it is said to them. */
export const ALS_WIE: Readonly<Record<Overlegrol, string>> = {
  voorzitter: 'u bent voorzitter',
  plaatsvervanger: 'u vervangt de voorzitter',
  notulist: 'u notuleert',
  lid: 'u bent vast lid',
  meedenker: 'u denkt mee',
  gast: 'u bent er te gast',
  deelnemer: 'u komt voor uw eigen casus',
};

/** The address of an overleg: a random id, and nothing of what is discussed (OV9). */
export function padNaarOverleg(overlegId: string): string {
  return `/overleggen/${overlegId}`;
}

/** The address at which one reads before it: all that is one's own on its agenda, or one of that. */
export function padNaarInlezen(overlegId: string, agendapuntId: string | null = null): string {
  return [padNaarOverleg(overlegId), 'inlezen', ...(agendapuntId === null ? [] : [agendapuntId])].join('/');
}

/** `di 1 dec, 9.00 tot 10.30 uur`. @param vandaag `jjjj-mm-dd` */
export function wanneer({ begin, einde }: { begin: string; einde: string }, vandaag: string): string {
  return `${metDag(datumVan(begin), vandaag)}, ${tijdstip(begin).replace(' uur', '')} tot ${tijdstip(einde)}`;
}

/** An overleg in a list: when, which, where, and as what one is in it. @param vandaag `jjjj-mm-dd` */
export function overlegregel(overleg: Overlegregel, vandaag: string): TemplateResult {
  return html`<a href=${padNaarOverleg(overleg.id)}>${wanneer(overleg, vandaag)}</a>
    <p class="rt-zacht rt-klein rt-rijtje">
      ${rijtje([html`<bdi>${overleg.naam}</bdi>, <bdi>${overleg.plaats}</bdi>`, ALS_WIE[overleg.rol]])}
    </p>`;
}

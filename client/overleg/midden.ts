import { html, nothing, type TemplateResult } from 'lit';
import type { Agendapunt } from '../../shared/contract/agendapunten.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { KNOP } from '../ui/knop.ts';
import { padNaar } from '../ui/plaats.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { watIsIngebracht } from './ingebracht.ts';
import { naamVanPunt } from './woorden.ts';

/** What is open now, as far as it is mine to read: the question, and what was said when it was brought. */
export function midden(punt: Agendapunt, lijsten: Lijsten, vandaag: string): TemplateResult {
  const { casusId, inbreng } = punt;
  const naam = hoofdletter(naamVanPunt(punt));
  return html`<section class="rt-paneel rt-overleg__midden" aria-labelledby="rt-overleg-nu">
    ${inbreng?.vraag ? html`<p class="rt-zacht">${naam}</p>` : nothing}
    <h2 id="rt-overleg-nu" tabindex="-1"><bdi>${inbreng?.vraag || naam}</bdi></h2>
    ${watIsIngebracht(punt, lijsten, vandaag, { open: true })}
    ${casusId === null ? nothing : html`<p><a class=${KNOP.hoofd} href=${padNaar(casusId)}>Naar het bord van de casus</a></p>`}
  </section>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Agendapunt } from '../../shared/contract/agendapunten.ts';
import type { Overleg } from '../../shared/contract/overleggen.ts';
import { KNOP } from '../ui/knop.ts';
import { padNaar } from '../ui/plaats.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { watIsIngebracht } from './ingebracht.ts';
import './tafelblad.ts';
import type { Toestand } from './toestand.ts';
import { DEELNAAM, isGewezen, type Wijzen, wijsknop } from './wijzen.ts';
import { naamVanPunt } from './woorden.ts';

/** What is open now, as far as it is mine to read: the question, and what was said when it was brought. */
export function midden(
  { gehaald, lijsten }: Pick<Toestand, 'gehaald' | 'lijsten'>,
  overleg: Overleg,
  punt: Agendapunt,
  vandaag: string,
  wijzen: Wijzen | null,
): TemplateResult {
  const { casusId, inbreng } = punt;
  const naam = hoofdletter(naamVanPunt(punt));
  return html`<section class="rt-paneel rt-overleg__midden" aria-labelledby="rt-overleg-nu">
    ${inbreng?.vraag ? html`<p class="rt-zacht">${naam}</p>` : nothing}
    <div class="rt-wijsbaar" data-wijsplek=${inbreng?.vraag ? 'vraag' : nothing} ?data-gewezen=${isGewezen(wijzen, 'vraag')}>
      ${inbreng?.vraag ? wijsknop(wijzen, 'vraag', DEELNAAM.vraag) : nothing}
      <h2 id="rt-overleg-nu" tabindex="-1"><bdi>${inbreng?.vraag || naam}</bdi></h2>
    </div>
    ${
      punt.soort === 'casus'
        ? html`<rt-tafelblad
            .overleg=${gehaald ?? overleg}
            .agendapuntId=${punt.id}
            .lijsten=${lijsten}
            .metVraag=${!inbreng?.vraag}
            .wijzen=${wijzen}
          ></rt-tafelblad>`
        : nothing
    }
    ${watIsIngebracht(punt, lijsten, vandaag, { open: true })}
    ${casusId === null ? nothing : html`<p><a class=${KNOP.hoofd} href=${padNaar(casusId)}>Naar het bord van de casus</a></p>`}
  </section>`;
}

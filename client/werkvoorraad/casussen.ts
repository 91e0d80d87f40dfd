import { html, nothing, type TemplateResult } from 'lit';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { casusnaam, type Zetelregel } from '../casus/casusnaam.ts';
import { naamVan } from '../lijsten.ts';
import { datumVan, lang } from '../ui/datum.ts';
import { heel } from '../ui/heel.ts';
import { hoofdletter, opsomming } from '../ui/opsomming.ts';
import { padNaar } from '../ui/plaats.ts';

/** My casussen, those that are new to me first, then those in which something is. @param nieuw ids of casussen that I never opened */
export function casussenlijst(
  zetels: readonly Zetelregel[],
  nieuw: ReadonlySet<string>,
  lijsten: Lijsten,
  vandaag: string,
): TemplateResult {
  const rang = (zetel: Zetelregel) => (nieuw.has(zetel.casusId) ? 2 : zetel.nieuw > 0 ? 1 : 0);
  const rij = [...zetels].sort((a, b) => rang(b) - rang(a));
  return html`<ul class="rt-werk__casussen">
    ${rij.map((zetel) => casus(zetel, nieuw.has(zetel.casusId), lijsten, vandaag))}
  </ul>`;
}

function casus(zetel: Zetelregel, isNieuw: boolean, lijsten: Lijsten, vandaag: string): TemplateResult {
  const { casusId, casusLabel, leden, titel, status, tot } = zetel;
  return html`<li class="rt-werk__casus">
    <a href=${padNaar(casusId)}><bdi>${heel(casusnaam(zetel))}</bdi></a>
    <p class="rt-werk__bij">
      <span>${heel(hoofdletter(opsomming(leden)))}</span>
      ${titel === null ? nothing : html`<span>${casusLabel}</span>`}
      ${regisseur(zetel, lijsten)}
      ${status === 'in_uitvoering' ? nothing : html`<span>${naamVan(lijsten.statussen, status).toLowerCase()}</span>`}
      ${tot === null ? nothing : html`<span>u doet mee tot en met ${lang(laatsteDag(tot), vandaag)}</span>`}
      ${isNieuw ? nieuwbij('nieuw voor u') : zetel.nieuw > 0 ? nieuwbij(`${zetel.nieuw} nieuw`) : nothing}
    </p>
  </li>`;
}

function nieuwbij(wat: string): TemplateResult {
  return html`<span class="rt-werk__nieuw"><span aria-hidden="true">• </span>${wat}</span>`;
}

function regisseur({ regisseur: ik, regisseurNaam, regisseurZetel }: Zetelregel, lijsten: Lijsten) {
  if (ik) return html`<span><strong>regisseur: u</strong></span>`;
  if (regisseurZetel === null) return nothing;
  return html`<span>regisseur: ${naamVan(lijsten.zetels, regisseurZetel)}, <bdi>${regisseurNaam}</bdi></span>`;
}

/** The last day of a seat that ends at a moment: that moment itself is no longer in it. */
function laatsteDag(tot: string): string {
  return datumVan(new Date(Date.parse(tot) - 1));
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Antwoord } from '../../shared/contract/contract.ts';
import type { Overlegregel } from '../../shared/contract/overleggen.ts';
import { zitVast } from '../../shared/overleg.ts';
import { overlegregel, padNaarInlezen, wanneer } from '../ui/overlegregel.ts';

/** So many lines at most: the others stand behind a link. */
const HOOGSTENS = 4;

/** On *mijn werk*: the next of my overleggen, and where I can bring a casus. @param vandaag `jjjj-mm-dd` */
export function overlegblok(
  { overleggen, reeksen, magPlannen }: Antwoord<'overleg.lijst'>,
  vandaag: string,
): TemplateResult {
  const regels = eerstvolgende(overleggen);
  return html`<section class="rt-werk__vak" aria-labelledby="rt-werk-overleg">
    <h2 id="rt-werk-overleg">Overleg</h2>
    ${
      regels.length === 0
        ? nothing
        : html`<ul class="rt-werk__casussen">
            ${regels.map((overleg) => html`<li class="rt-werk__casus">${overlegregel(overleg, vandaag)} ${inlezen(overleg, vandaag)}</li>`)}
          </ul>`
    }
    <p class="rt-werk__overleg">
      <a href="/overleggen">${reeksen.length > 0 ? 'Al uw overleggen, en iets inbrengen' : magPlannen ? 'Al uw overleggen, en een gezinsoverleg plannen' : 'Al uw overleggen'}</a>
    </p>
  </section>`;
}

/** To who finds something there: not the chair without a casus of their own, a meedenker or a guest (OV4). */
function inlezen(
  { id, inTeLezen, begin, einde }: Overlegregel,
  vandaag: string,
): TemplateResult | typeof nothing {
  if (!inTeLezen) return nothing;
  return html`<p>
    <a href=${padNaarInlezen(id)}>Lees in<span class="rt-alleen-voorlezen"> voor ${wanneer({ begin, einde }, vandaag)}</span></a>
  </p>`;
}

/** What is still to come: of a series the first, and each to which one comes for an item. */
function eerstvolgende(overleggen: readonly Overlegregel[]): readonly Overlegregel[] {
  const gehad = new Set<string>();
  return overleggen
    .filter(({ einde, staat, reeksId, rol }) => {
      if (staat === 'gesloten' || Date.parse(einde) <= Date.now()) return false;
      if (reeksId === null || !zitVast(rol)) return true;
      const isEerste = !gehad.has(reeksId);
      gehad.add(reeksId);
      return isEerste;
    })
    .slice(0, HOOGSTENS);
}

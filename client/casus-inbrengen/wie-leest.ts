import { html, type TemplateResult } from 'lit';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { opsomming } from '../ui/opsomming.ts';
import { planlezers } from './lezers.ts';

/** The audience before the choice: who reads what is written here, now and later. */
export function wieLeest(lijsten: Lijsten): TemplateResult {
  const lezers = planlezers(lijsten);
  return html`<div class="rt-paneel rt-inbrengen__lezerspaneel">
    <h2 id="lezers">Wie leest dit?</h2>
    <h3>Meteen na het opslaan</h3>
    <p>Alleen u.</p>
    <h3>Als u iemand laat meedoen</h3>
    ${
      lezers === undefined
        ? html`<p>
            Het kernteam (uw collega’s van de gemeente aan deze tafel) schrijft mee aan het plan, en dus ook aan uw
            vraag. Wie volgens de regels van uw gemeente het plan mag lezen, leest ook uw vraag.
          </p>`
        : html`<ul>
            <li><strong>Schrijven mee:</strong> de regisseur en het kernteam. Dat is wie meedoet vanuit ${opsomming(lezers.schrijven)}.</li>
            <li><strong>Lezen mee:</strong> wie meedoet vanuit ${opsomming(lezers.lezen)}.</li>
            <li>
              <strong>Ieder ander die meedoet</strong> leest uw vraag niet. Die ziet hooguit dat er een plan is, en alleen de
              doelen en afspraken waarin hij of zij genoemd is.
            </li>
          </ul>`
    }
    <p class="rt-inbrengen__lezersslot">
      Wie meedoet voor één lid van het huishouden, ziet de andere leden niet. Opent iemand iets, dan wordt dat vastgelegd.
    </p>
  </div>`;
}

/** The audience in one line, beside what one types. */
function publiekRegel(lijsten: Lijsten): string {
  const lezers = planlezers(lijsten);
  return lezers === undefined ? 'wie het plan mag lezen' : opsomming([...lezers.schrijven, ...lezers.lezen]);
}

/** What helps to write the question, and who reads it. */
export function vraaguitleg(lijsten: Lijsten): TemplateResult {
  return html`Eén of twee zinnen. Schrijf <strong>moeder</strong> of <strong>kind 1</strong> en geen namen, adressen,
    geboortedata of nummers. Schrijf wat er nodig is, en niet waarom.
    <span class="rt-inbrengen__publiek"
      ><strong>Leest mee</strong> zodra zij meedoen: ${publiekRegel(lijsten)}.</span
    >`;
}

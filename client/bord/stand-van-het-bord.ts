import { html, nothing, type TemplateResult } from 'lit';
import { WACHT_OP_ANTWOORD } from '../api/poging.ts';
import type { ZonderBord } from '../casus/bordverbinding.ts';
import { tijdstip } from '../ui/datum.ts';
import { KLEIN, KNOP } from '../ui/knop.ts';
import '../ui/melding.ts';
import type { NietOpgeslagen } from '../ui/niet-opgeslagen.ts';
import { VINK } from '../ui/tekens.ts';
import type { Bewaard } from './bewaard.ts';

/** What stands where there is no board: it is on its way, it is no longer for this person, or it can't be fetched. */
export function zonderBord(
  toestand: ZonderBord,
  eigenWoorden: readonly NietOpgeslagen[],
  probeerOpnieuw: () => void,
): TemplateResult {
  switch (toestand.fase) {
    case 'laden':
      return html`<p class="rt-laden" role="status">De casus wordt geladen…</p>`;
    case 'weg':
      return html`<div class="rt-kolom rt-kolom--smal">
        ${
          toestand.wasOpen
            ? html`<h1 tabindex="-1">U doet niet meer mee aan deze casus</h1>
                <p role="alert">Wat er op dit bord stond, is van uw scherm gehaald. Vragen? Bel de regisseur.</p>`
            : html`<h1>Deze casus is er niet voor u</h1>
                <p>Controleer het adres. Of u doet niet, of niet meer, mee aan deze casus.</p>`
        }
        <rt-niet-opgeslagen .stukken=${[...toestand.onopgeslagen, ...eigenWoorden]}></rt-niet-opgeslagen>
        <p><a class=${KNOP.hoofd} href="/">Naar mijn werk</a></p>
      </div>`;
    case 'fout':
      return html`<div class="rt-kolom rt-kolom--smal">
        <h1>De casus is nu niet te laden</h1>
        <rt-melding soort="fout" kop="Niet geladen" .inhoud=${toestand.bericht}></rt-melding>
        <rt-niet-opgeslagen .stukken=${eigenWoorden}></rt-niet-opgeslagen>
        <p><button type="button" class=${KNOP.hoofd} @click=${probeerOpnieuw}>Probeer opnieuw</button></p>
      </div>`;
  }
}

/** ST16: that the line is gone, or how old it is what one sees while it can't be fetched anew. */
export function oudBord(verbonden: boolean, ouderdom: Date | null): TemplateResult | typeof nothing {
  if (!verbonden) {
    return html`<p class="bord-geen-lijn" role="status">
      <strong>Geen verbinding.</strong> U ziet wat er het laatst was. U kunt doortypen: wat u typt, wordt opgeslagen
      zodra de verbinding er weer is.
    </p>`;
  }
  if (ouderdom === null) return nothing;
  return html`<p class="bord-geen-lijn" role="status">
    <strong>Dit bord is nu niet op te halen.</strong> U ziet wat er om ${tijdstip(ouderdom)} stond. Wij proberen het
    vanzelf opnieuw.
  </p>`;
}

/** What was asked on the board itself and didn't work. */
export function gingNiet(melding: string, sluit: () => void): TemplateResult | typeof nothing {
  if (melding === '') return nothing;
  return html`<div class="bord-melding">
    <rt-melding
      soort="let-op"
      kop=${melding === WACHT_OP_ANTWOORD ? 'Nog niet bewaard' : 'Dat ging niet'}
      .inhoud=${melding}
    ></rt-melding>
    <button type="button" class="${KNOP.gewoon} ${KLEIN}" @click=${sluit}>Sluit melding</button>
  </div>`;
}

/** Where what was just kept went. */
export function isBewaard(bewaard: Bewaard | null, sluit: () => void): TemplateResult | typeof nothing {
  if (bewaard === null) return nothing;
  return html`<p class="bord-bewaard">
    ${VINK} <span>${bewaard.zin}</span>
    <button type="button" class="rt-als-link" @click=${sluit}>
      Sluiten<span class="rt-alleen-voorlezen">: ${bewaard.zin}</span>
    </button>
  </p>`;
}

import { html, type TemplateResult } from 'lit';
import type { Sessie } from '../../shared/contract/sessies.ts';
import '../ui/dialoog.ts';
import { KNOP } from '../ui/knop.ts';

/**
 * Who is who, when somebody else signed in meanwhile in this browser (ST12). What was typed stays behind it, unseen,
 * until it is clear whose page this is.
 * @param nogSteeds whether they said before that it is still theirs, and it wasn't
 */
export function andereAanmelding(wie: {
  ik: Sessie;
  ander: Sessie;
  nogSteeds: boolean;
  alsAnder: () => void;
  alsIk: () => void;
}): TemplateResult {
  const { ik, ander, nogSteeds, alsAnder, alsIk } = wie;
  return html`
    <p>
      Dit scherm is van ${ik.naam}. Intussen heeft ${ander.naam} zich in deze browser aangemeld. Wat u het laatst deed,
      is niet gebeurd. Wat u typte, staat er nog.
    </p>
    <p>Bent u ${ik.naam}? Meld u dan eerst in een ander tabblad weer aan.</p>
    ${
      nogSteeds
        ? html`<rt-melding soort="fout" kop="Dat kan nog niet" .inhoud=${`${ander.naam} is nog aangemeld.`}></rt-melding>`
        : ''
    }
    <p>
      <button type="button" class=${KNOP.hoofd} @click=${alsAnder}>Ga verder als ${ander.naam}</button>
      <button type="button" class=${KNOP.gewoon} @click=${alsIk}>Ga verder als ${ik.naam}</button>
    </p>
  `;
}

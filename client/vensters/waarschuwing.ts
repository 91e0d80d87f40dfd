import { html, nothing, type TemplateResult } from 'lit';
import { NAAM_VAN_GEGEVEN, vindPersoonsgegevens } from '../../shared/persoonsgegevens/persoonsgegevens.ts';
import type { Kent } from '../casus/kent.ts';
import '../ui/melding.ts';
import { opsomming } from '../ui/opsomming.ts';
import type { Veld, Waarde } from './veld.ts';

/**
 * ST19, NK13: warns below a field for what points straight at somebody, where more people read than may know it.
 * @param vandaag `jjjj-mm-dd`
 */
export function waarschuwing(
  veld: Veld,
  waarde: Waarde,
  kent: Kent,
  vandaag: string,
): TemplateResult | typeof nothing {
  if (
    (veld.vorm !== 'regel' && veld.vorm !== 'tekst') ||
    veld.isPersoonsgegeven ||
    typeof waarde !== 'string'
  ) {
    return nothing;
  }
  const gevonden = vindPersoonsgegevens(waarde, { vandaag, ...kent });
  const soorten = [...new Set(gevonden.map(({ soort }) => soort))];
  if (soorten.length === 0) return nothing;
  return html`<rt-melding
    soort="let-op"
    kop="Er lijkt ${opsomming(soorten.map((soort) => NAAM_VAN_GEGEVEN[soort]))} in te staan"
    .inhoud=${soorten.includes('bsn') ? NERGENS : WEEG_AF}
  ></rt-melding>`;
}

const NERGENS = 'Een BSN mag nergens in Regietafel staan. Haal het weg.';
const WEEG_AF =
  'Misschien mag niet iedereen die dit leest dat weten. Haal het weg als het niet nodig is. Schrijf ‘moeder’ of ‘kind 1’, geen namen.';

import { html, nothing, type TemplateResult } from 'lit';
import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import type { Kaartsoort } from '../../shared/plan/kaartsoorten.ts';
import '../ui/melding.ts';
import type { Kijk } from '../casus/kijk.ts';
import { lezersVoluit } from '../casus/publiek.ts';
import { hoofdletter, opsomming } from '../ui/opsomming.ts';
import { OOG } from '../ui/tekens.ts';
import type { Waarden } from '../vensters/veld.ts';
import { leestDoorNoemen, nietTeNoemen, noemzin } from './genoemd.ts';

/** Who will read what is being written, before it is saved; it changes with the place and with whom one names. */
export function gelezenDoor(
  kijk: Kijk,
  soort: Kaartsoort,
  plaats: Compartiment | undefined,
  invulling: Waarden,
): TemplateResult | typeof nothing {
  if (plaats === undefined) return nothing;
  const genoemd = [invulling.uitvoerders, invulling.samenMet, invulling.overbrugtDoor].flatMap((ids) =>
    typeof ids === 'string' ? (ids === '' ? [] : [ids]) : (ids ?? []),
  );
  const wat = soort === 'doel' ? 'dit doel' : 'deze afspraak';
  const noemt = noemzin(kijk, leestDoorNoemen(kijk, genoemd, plaats.publiek), wat);
  const onbekend = plaats.eigen ? [] : nietTeNoemen(kijk, genoemd);
  return html`<div class="bord-gelezen-door" role="status">
      <p class="bord-gelezen-door__kop">${OOG}<strong>Dit lezen:</strong></p>
      <ul>
        ${lezersVoluit(kijk, plaats.publiek).map((regel) => html`<li>${regel}</li>`)}
      </ul>
      ${noemt === '' ? nothing : html`<p><strong>${noemt}</strong> U noemt deze persoon erin.</p>`}
    </div>
    ${viaMelding(kijk, invulling.viaRegisseur)}
    ${
      onbekend.length === 0
        ? nothing
        : html`<rt-melding
            soort="let-op"
            kop="${hoofdletter(opsomming(onbekend.map((deelnemer) => kijk.vanuit(deelnemer))))} doet discreet mee"
            .inhoud=${'Zolang het gezin niet goedvindt dat anderen dit weten, kan deze persoon hier niet genoemd worden. De regisseur vraagt het gezin en legt dat vast.'}
          ></rt-melding>`
    }`;
}

/** What others will read of an afspraak via the regisseur, and who knows more. */
function viaMelding(kijk: Kijk, via: Waarden[string] | undefined): TemplateResult | typeof nothing {
  if (typeof via !== 'string' || via === '') return nothing;
  const deelnemer = kijk.deelnemer(via);
  const inhoud =
    deelnemer === undefined
      ? 'De regisseur krijgt deze afspraak en geeft die door. Anderen lezen alleen dat de regisseur dit doet.'
      : `Anderen lezen alleen dat de regisseur dit doet, ook bij wat er later over wordt opgeschreven. Alleen de regisseur en ${kijk.vanuit(deelnemer)} weten wie het echt doet.`;
  return html`<rt-melding kop="Via de regisseur" .inhoud=${inhoud}></rt-melding>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import { opsomming } from '../ui/opsomming.ts';
import { OOG } from '../ui/tekens.ts';
import { inEenZin, type Kijk } from './kijk.ts';

/** Who reads along in words, by role: `jeugd, schuldhulp, en wie discreet meedoet` (product.md, NK20). */
export function lezersTekst(kijk: Kijk, publiek: Compartiment['publiek']): string {
  if (publiek === null) return '';
  const rollen = [
    ...new Set(
      publiek.deelnemerIds.flatMap((id) => {
        const deelnemer = kijk.deelnemer(id);
        return deelnemer === undefined || deelnemer.ik ? [] : [kijk.vanuit(deelnemer)];
      }),
    ),
  ];
  const anderen = kijk.kentIedereen ? [] : [ONBEKENDEN];
  const lezers = [...rollen, ...anderen];
  if (publiek.discreet) return [...lezers, lezers.length > 0 ? DISCREET : 'wie discreet meedoet'].join(', ');
  return lezers.length > 0 ? opsomming(lezers) : 'voor zover u weet alleen u';
}

/** NK20: stands at the end by the rules alone, whether there is one or not. */
const DISCREET = 'en wie discreet meedoet';
/** Outside the kernteam one doesn't know every reader by name: an audience that left that out would be untrue. */
const ONBEKENDEN = 'misschien anderen die u niet bij naam kent';

/** The same with names behind the roles, for a form: one line a person. */
export function lezersVoluit(kijk: Kijk, publiek: Compartiment['publiek']): string[] {
  if (publiek === null) return [];
  const regels = publiek.deelnemerIds.flatMap((id) => {
    const deelnemer = kijk.deelnemer(id);
    if (deelnemer === undefined) return [];
    if (deelnemer.ik) return ['u'];
    return [`${kijk.vanuit(deelnemer)} (${deelnemer.naam}, ${deelnemer.organisatie})`];
  });
  return [...regels, ...(kijk.kentIedereen ? [] : [ONBEKENDEN]), ...(publiek.discreet ? [DISCREET] : [])];
}

/** `leest mee: jeugd, schuldhulp, en wie discreet meedoet`. */
export function leestMee(
  kijk: Kijk,
  compartiment: Compartiment | undefined,
): TemplateResult | typeof nothing {
  if (compartiment === undefined || compartiment.publiek === null) return nothing;
  return html`<p class="bord-publiek">${OOG}<span>leest mee: ${lezersTekst(kijk, compartiment.publiek)}</span></p>`;
}

/** What a place is called for who chooses it: by its kind and who keeps it. */
export function plaatsnaam(kijk: Kijk, compartiment: Compartiment): string {
  if (compartiment.categorie === 'plan') return 'In het plan dat u samen maakt';
  if (compartiment.categorie === 'hulp') return 'Bij wie helpt waarmee, voor wie samen aan het plan werken';
  const naam = kijk.categorienaam(compartiment.categorie);
  if (compartiment.organisatie === null) return naam;
  return compartiment.eigen
    ? `Alleen bij uw eigen organisatie (${inEenZin(naam)})`
    : `Bij ${compartiment.organisatie} (${inEenZin(naam)})`;
}

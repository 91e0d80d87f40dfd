import { html, nothing, type TemplateResult } from 'lit';
import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import type { Deelnemer } from '../../shared/contract/deelnemers.ts';
import { opsomming } from '../ui/opsomming.ts';
import { OOG } from '../ui/tekens.ts';
import { inEenZin, type Kijk } from './kijk.ts';

/** Who reads along in words, by role: `jeugd, schuldhulp, en wie discreet meedoet` (product.md, NK20). */
export function lezersTekst(kijk: Kijk, publiek: Compartiment['publiek']): string {
  if (publiek === null) return '';
  return alsLezers(kijk, publiek, rollen(kijk, lezersIn(kijk, publiek)));
}

/** The same in fewer words: who together are the kernteam, are called so. Only for who knows all of them by name. */
export function kring(kijk: Kijk, publiek: Compartiment['publiek']): string {
  if (publiek === null) return '';
  const lezers = lezersIn(kijk, publiek);
  const kernteam = kijk.bord.deelnemers.filter((deelnemer) => !deelnemer.ik && kijk.isKernteam(deelnemer));
  const heelKernteam =
    kijk.kentIedereen && kernteam.length > 0 && kernteam.every(({ id }) => publiek.deelnemerIds.includes(id));
  if (!heelKernteam) return alsLezers(kijk, publiek, metEigen(kijk, lezers));
  // Who is discreet is in the last words already; their name comes when one asks for names.
  const anderen = lezers.filter(
    (deelnemer) => !kijk.isKernteam(deelnemer) && !(publiek.discreet && kijk.isDiscreet(deelnemer)),
  );
  return alsLezers(kijk, publiek, ['kernteam', ...rollen(kijk, anderen)]);
}

/** The audience that most of the board has, which is said once: of what the table shares, else of what I write. */
export function gewoonPubliek(kijk: Kijk): Compartiment | undefined {
  const open = kijk.bord.compartimenten.filter(({ publiek, geopend }) => publiek !== null && geopend);
  return (
    open.find(({ categorie, lidId }) => categorie === 'hulp' && lidId === null) ??
    open.find(({ categorie }) => categorie === 'hulp') ??
    open.find(({ eigen }) => eigen) ??
    open.find(({ categorie }) => categorie === 'plan')
  );
}

/** Whether others read this than what is said once at the head. */
export function isAnderPubliek(kijk: Kijk, compartiment: Compartiment | undefined): boolean {
  if (compartiment === undefined || compartiment.publiek === null) return false;
  const gewoon = gewoonPubliek(kijk)?.publiek;
  return gewoon === undefined || gewoon === null || wie(compartiment.publiek) !== wie(gewoon);
}

function wie({ deelnemerIds, discreet, deskundigen }: NonNullable<Compartiment['publiek']>): string {
  return [...deelnemerIds.toSorted(), discreet, deskundigen].join(' ');
}

/** Who reads along where that is other than usual: a word that opens to names; nothing where it is as usual. */
export function anderPubliek(
  kijk: Kijk,
  compartiment: Compartiment | undefined,
): TemplateResult | typeof nothing {
  return isAnderPubliek(kijk, compartiment) ? lezersUitklap(kijk, compartiment?.publiek ?? null) : nothing;
}

/** Who reads along in a word or two, that opens to their names. */
export function lezersUitklap(kijk: Kijk, publiek: Compartiment['publiek'], slot = ''): TemplateResult {
  return html`<details class="bord-lezers">
    <summary>${OOG}<span>Leest mee: <strong>${kring(kijk, publiek)}</strong>${slot}</span></summary>
    <ul>
      ${lezersVoluit(kijk, publiek).map((regel) => html`<li>${regel}</li>`)}
    </ul>
  </details>`;
}

function lezersIn(kijk: Kijk, publiek: NonNullable<Compartiment['publiek']>): Deelnemer[] {
  return publiek.deelnemerIds.flatMap((id) => {
    const deelnemer = kijk.deelnemer(id);
    return deelnemer === undefined || deelnemer.ik ? [] : [deelnemer];
  });
}

/** Colleagues of my own organisation, with me, are called that. */
function metEigen(kijk: Kijk, lezers: readonly Deelnemer[]): string[] {
  const { ik } = kijk;
  if (ik === undefined || kijk.kentIedereen) return rollen(kijk, lezers);
  const anderen = lezers.filter(({ organisatie }) => organisatie !== ik.organisatie);
  return ['uw organisatie', ...rollen(kijk, anderen)];
}

function rollen(kijk: Kijk, lezers: readonly Deelnemer[]): string[] {
  return [...new Set(lezers.map((deelnemer) => kijk.vanuit(deelnemer)))];
}

function alsLezers(
  kijk: Kijk,
  publiek: NonNullable<Compartiment['publiek']>,
  bekend: readonly string[],
): string {
  const anderen = kijk.kentIedereen ? [] : [ONBEKENDEN];
  const lezers = [...bekend, ...(publiek.deskundigen === undefined ? [] : [DESKUNDIGE]), ...anderen];
  if (publiek.discreet) return [...lezers, lezers.length > 0 ? DISCREET : 'wie discreet meedoet'].join(', ');
  return lezers.length > 0 ? opsomming(lezers) : 'voor zover u weet alleen u';
}

/** Who reads it for a question for advice (OV11). */
const DESKUNDIGE = 'een gedragsdeskundige';
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
  const deskundigen = (publiek.deskundigen ?? []).map((een) => `${DESKUNDIGE} (${een})`);
  return [
    ...regels,
    ...deskundigen,
    ...(kijk.kentIedereen ? [] : [ONBEKENDEN]),
    ...(publiek.discreet ? [DISCREET] : []),
  ];
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

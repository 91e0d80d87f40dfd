import { html, nothing, type TemplateResult } from 'lit';
import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import type { Deelnemer } from '../../shared/contract/deelnemers.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Kijk } from '../casus/kijk.ts';
import { hoofdletter, opsomming } from '../ui/opsomming.ts';

/** Who reads a kaart only because it names them (NK22): named, which counts, and not among the readers of its place. */
export function leestDoorNoemen(
  kijk: Kijk,
  ids: readonly string[],
  publiek: Compartiment['publiek'],
): Deelnemer[] {
  return ids.flatMap((id) => {
    const deelnemer = kijk.deelnemer(id);
    const leestAl = publiek?.deelnemerIds.includes(id) === true;
    return deelnemer === undefined || deelnemer.ik || leestAl || isStil(deelnemer) ? [] : [deelnemer];
  });
}

/** `School leest deze afspraak mee.`; nothing when naming adds no reader. */
export function noemzin(kijk: Kijk, deelnemers: readonly Deelnemer[], wat: string): string {
  if (deelnemers.length === 0) return '';
  const wie = [...new Set(deelnemers.map((deelnemer) => kijk.vanuit(deelnemer)))];
  const lezen = wie.length > 1 ? 'lezen' : 'leest';
  return `${hoofdletter(opsomming(wie))} ${lezen} ${wat} mee.`;
}

/** The others may not know of them, as far as I am told: naming them doesn't count (NK20, NK26). */
export function isStil({ bekend, regisseur }: Deelnemer): boolean {
  return bekend === false && !regisseur;
}

/** Whom one can't name, or perhaps can't, where others read it (NK26). Only the regisseur is told for certain. */
export function nietTeNoemen(kijk: Kijk, ids: readonly string[]): Deelnemer[] {
  return ids.flatMap((id) => {
    const deelnemer = kijk.deelnemer(id);
    if (deelnemer === undefined) return [];
    if (deelnemer.bekend !== undefined) return isStil(deelnemer) ? [deelnemer] : [];
    // I know a colleague of my own organisation whether the others do or not.
    const zetel = kijk.lijsten.zetels.find(({ code }) => code === deelnemer.zetel);
    return zetel?.discreet && isCollega(kijk, deelnemer) && !deelnemer.regisseur ? [deelnemer] : [];
  });
}

/** Whether somebody is of my own organisation: in what that keeps, colleagues can be named. */
export function isCollega(kijk: Kijk, { organisatie }: Deelnemer): boolean {
  return organisatie === kijk.ik?.organisatie;
}

/** The line on a doel or afspraak that says who reads it by being named. @param wat `deze afspraak`. */
export function genoemdLeestMee(
  kijk: Kijk,
  kaart: Kaart,
  ids: readonly string[],
  wat: string,
): TemplateResult | typeof nothing {
  if (kaart.compartimentId === null) return nothing;
  const publiek = kijk.compartiment(kaart.compartimentId)?.publiek ?? null;
  const zin = noemzin(kijk, leestDoorNoemen(kijk, ids, publiek), wat);
  return zin === '' ? nothing : html`<p class="bord-publiek">${zin}</p>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import type { Deelnemer } from '../../shared/contract/deelnemers.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Kijk } from '../casus/kijk.ts';
import { hoofdletter, opsomming } from '../ui/opsomming.ts';

/** Who reads a kaart only because it names them (NK22): named, and not among the readers of its place. */
export function leestDoorNoemen(
  kijk: Kijk,
  ids: readonly string[],
  publiek: Compartiment['publiek'],
): Deelnemer[] {
  return ids.flatMap((id) => {
    const deelnemer = kijk.deelnemer(id);
    const leestAl = publiek?.deelnemerIds.includes(id) === true;
    return deelnemer === undefined || deelnemer.ik || leestAl ? [] : [deelnemer];
  });
}

/** `School leest deze afspraak mee.`; nothing when naming adds no reader. */
export function noemzin(kijk: Kijk, deelnemers: readonly Deelnemer[], wat: string): string {
  if (deelnemers.length === 0) return '';
  const wie = [...new Set(deelnemers.map((deelnemer) => kijk.vanuit(deelnemer)))];
  const lezen = wie.length > 1 ? 'lezen' : 'leest';
  return `${hoofdletter(opsomming(wie))} ${lezen} ${wat} mee.`;
}

/** Who takes part discreetly and would become known by being named. Only the regisseur is told for certain. */
export function wordtBekendDoorNoemen(kijk: Kijk, ids: readonly string[]): Deelnemer[] {
  return ids.flatMap((id) => {
    const deelnemer = kijk.deelnemer(id);
    if (deelnemer === undefined || deelnemer.ik) return [];
    if (deelnemer.bekend !== undefined) return deelnemer.discreet && !deelnemer.bekend ? [deelnemer] : [];
    // I know a colleague of my own organisation whether the others do or not.
    const zetel = kijk.lijsten.zetels.find(({ code }) => code === deelnemer.zetel);
    const collega = deelnemer.organisatie === kijk.ik?.organisatie;
    return zetel?.discreet && collega && !deelnemer.regisseur ? [deelnemer] : [];
  });
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

import type { Deelnemer } from '../../shared/contract/deelnemers.ts';
import type { Kijk } from '../casus/kijk.ts';
import type { Keuze } from '../ui/formulier.ts';

/** Who can direct, or stand in: what the server refuses isn't offered (NK26, NK30). */
export function kanRegisseren(kijk: Kijk, { ik, zetel, discreet, bekend }: Deelnemer): boolean {
  if (ik || (discreet && bekend !== true)) return false;
  return kijk.lijsten.zetels.some(({ code, regisseert }) => code === zetel && regisseert);
}

/** They as one chooses from them. */
export function alsRegiekeuze(kijk: Kijk, deelnemers: readonly Deelnemer[]): Keuze[] {
  return deelnemers.map(({ id, zetel, naam }) => ({ code: id, naam: `${kijk.zetelnaam(zetel)}: ${naam}` }));
}

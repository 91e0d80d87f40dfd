import { isMinstens } from '../../../shared/need-to-know/niveaus.ts';
import type { Kijk } from '../../toegang/toegang.ts';

/**
 * Who is present, as one person may know it (NK19): themselves, and whom they know by name and share something
 * readable with. In the order of the seats.
 */
export function aanwezigVoor(kijk: Kijk, aanwezig: ReadonlySet<string>): string[] {
  return kijk
    .bekenden()
    .filter((deelnemer) => aanwezig.has(deelnemer.id))
    .filter(
      (deelnemer) =>
        deelnemer.id === kijk.ik.id ||
        kijk
          .leesbaar()
          .some((compartiment) => isMinstens(kijk.beslisser.niveau(deelnemer, compartiment), 'lezen')),
    )
    .map((deelnemer) => deelnemer.id);
}

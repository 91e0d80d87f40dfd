import type { Casussen } from '../casus/casus.ts';
import type { Wie } from '../http/route.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import type { Kijk, Toegang } from '../toegang/toegang.ts';

/** Looks at each of somebody's casussen by itself; null for one that can't be read, which keeps out no other (ST1). */
export function perCasus<T>(
  { toegang, casussen, onleesbaar }: { toegang: Toegang; casussen: Casussen; onleesbaar: Onleesbaren },
  wie: Wie,
  lees: (kijk: Kijk) => T,
): { casusId: string; uitkomst: T | null }[] {
  return casussen.vanPersoon(wie.persoonId).flatMap((casusId) => {
    let doetMee = true;
    const uitkomst = onleesbaar.probeer('casussen', casusId, () => {
      const kijk = toegang.kijk(casusId, wie);
      doetMee = kijk !== null;
      return kijk === null ? null : lees(kijk);
    });
    return doetMee ? [{ casusId, uitkomst }] : [];
  });
}

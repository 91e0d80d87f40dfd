import type { GrootScherm } from '../../shared/api/casussen.ts';
import { geldt } from '../../shared/need-to-know/feiten.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import { verwijzingOnbekend } from '../http/weigering.ts';
import type { Kijk } from '../toegang/toegang.ts';
import type { Plan } from './plan.ts';

/** Sorts that say who somebody is or where to find them: never on a wall. */
const NIET_OP_HET_SCHERM: ReadonlySet<string> = new Set(['naam', 'adres', 'contact', 'noodkaart']);

/**
 * What may stand on the big screen: of what one person reads, only what each of the chosen audience may read as well,
 * and no names. Who wrote something is left out too.
 * @throws Weigering 422 for a deelnemer that one doesn't know by name
 */
export function grootScherm(kijk: Kijk, plan: Plan, deelnemerIds: readonly string[]): GrootScherm {
  const publiek = [...new Set(deelnemerIds)].map((id) => {
    const deelnemer = kijk.bekende(id);
    if (deelnemer === undefined || !geldt(deelnemer, kijk.beslisser.nu))
      throw verwijzingOnbekend('deelnemerIds');
    return deelnemer;
  });
  const compartimenten = kijk
    .leesbaar()
    .filter(({ id }) => kijk.leestNu(id))
    .filter((compartiment) =>
      publiek.every((deelnemer) => isMinstens(kijk.beslisser.niveau(deelnemer, compartiment), 'lezen')),
    );
  const ids = new Set(compartimenten.map(({ id }) => id));
  const { zetels } = kijk.beslisser.regels;
  return {
    label: kijk.beeld.label,
    leden: kijk.leden(),
    publiek: [...new Set([kijk.ik, ...publiek].map(({ zetel }) => zetels.get(zetel)?.naam ?? zetel))],
    compartimenten: compartimenten.map(({ id, categorie, lidId }) => ({ id, categorie, lidId })),
    kaarten: plan
      .alleKaarten(kijk)
      .filter(
        ({ compartimentId, soort }) =>
          compartimentId !== null && ids.has(compartimentId) && !NIET_OP_HET_SCHERM.has(soort),
      )
      .map((kaart) => ({
        ...kaart,
        door: null,
        ...(kaart.stappen === undefined
          ? {}
          : { stappen: kaart.stappen.map((stap) => ({ ...stap, door: null })) }),
      })),
  };
}

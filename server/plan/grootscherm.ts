import type { GrootScherm } from '../../shared/contract/groot-scherm.ts';
import { precies } from '../../shared/contract/precies.ts';
import { kentLid, teltNoemen } from '../../shared/need-to-know/namen.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import { rolLabels } from '../../shared/plan/rollen.ts';
import { verwijzingOnbekend } from '../kern/weigering.ts';
import { type Kijk, rollenVoor } from '../toegang/toegang.ts';
import type { Plan } from './plan.ts';
import { zonderVerwijzingen } from './verwijzingen.ts';
import { zonderAuteurs } from './zonder-auteurs.ts';

/** Sorts that say who somebody is or where to find them: never on a wall. */
const NIET_OP_HET_SCHERM: ReadonlySet<string> = new Set(['naam', 'adres', 'contact', 'noodkaart']);

/**
 * What may stand on the big screen: of what one person reads, only what each of the chosen audience may read as well,
 * of the members only those whom each of them may know of (NK16), and no names. Who wrote something is left out too.
 * @throws Weigering 422 for a deelnemer that one doesn't know by name
 */
export function grootScherm(kijk: Kijk, plan: Plan, deelnemerIds: readonly string[]): GrootScherm {
  const publiek = [...new Set(deelnemerIds)].map((id) => {
    const deelnemer = kijk.bekende(id);
    if (deelnemer === undefined || !kijk.beslisser.moment.geldt(deelnemer))
      throw verwijzingOnbekend('deelnemerIds');
    return deelnemer;
  });
  const compartimenten = kijk
    .leesbaarOpBord()
    .filter(({ id }) => kijk.leestNu(id))
    .filter((compartiment) =>
      publiek.every((deelnemer) => isMinstens(kijk.beslisser.niveau(deelnemer, compartiment), 'lezen')),
    );
  const ids = new Set(compartimenten.map(({ id }) => id));
  const samen = kijk.beeld.leden.filter(
    ({ id }) => kijk.kentLid(id) && publiek.every((deelnemer) => kentLid(deelnemer, id)),
  );
  // Numbered among these alone: the other numbers would tell that there are more (NK2).
  const labels = rolLabels(samen);
  const leden = samen.map(({ id }) => ({ id, rol: labels.get(id) ?? '' }));
  const lidIds = new Set(leden.map(({ id }) => id));
  const kaarten = plan
    .alleKaarten(kijk, rollenVoor(kijk, leden))
    .filter(
      ({ compartimentId, soort }) =>
        compartimentId !== null && ids.has(compartimentId) && !NIET_OP_HET_SCHERM.has(soort),
    );
  const kaartIds = new Set(kaarten.map(({ id }) => id));
  const onleesbaar = plan.onleesbaar(kijk).filter((id) => ids.has(id));
  const { regels } = kijk.beslisser;
  // Who is named in what all of them may read, all of them know, while it counts (NK20).
  const isGenoemd = (id: string): boolean => {
    const deelnemer = kijk.bekende(id);
    return deelnemer !== undefined && teltNoemen(deelnemer, regels);
  };
  return precies<GrootScherm>()({
    label: kijk.beeld.label,
    leden,
    publiek: [...new Set([kijk.ik, ...publiek].map(({ zetel }) => regels.zetels.get(zetel)?.naam ?? zetel))],
    compartimenten: compartimenten.map(({ id, categorie, lidId }) => ({ id, categorie, lidId })),
    onleesbaar,
    kaarten: kaarten.map((kaart) => {
      // Members whom somebody in the room may not know of stay off it.
      const gezien = zonderVerwijzingen(kaart, (veld, id) =>
        veld === 'doelId' ? kaartIds.has(id) : lidIds.has(id) || isGenoemd(id),
      );
      return zonderAuteurs(gezien);
    }),
  });
}

import type { Voorbeeld } from '../../shared/contract/deelnemers.ts';
import { Beslisser } from '../../shared/need-to-know/beslissing.ts';
import type { CompartimentFeit, DeelnemerFeit } from '../../shared/need-to-know/feiten.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import { zichtVan } from '../../shared/need-to-know/zicht.ts';
import { verwijzingOnbekend } from '../kern/weigering.ts';
import type { Kijk } from './kijk.ts';
import type { Zetels } from './zetels.ts';

const VOORBEELD_ID = 'voorbeeld';

/**
 * What somebody would see on a seat, by the rules alone: the same decision, over a household as it stands with
 * nothing in it but what is there from the start and what their own organisation would keep. It can't tell the
 * regisseur what others keep.
 * @throws Weigering 422 when the person or a member can't be chosen
 */
export function voorbeeldVan(
  kijk: Kijk,
  vraag: { medewerkerId: string; zetel: string; lidIds?: string | undefined },
  zetels: Zetels,
): Voorbeeld {
  const zittend = kijk.bekenden().find((deelnemer) => deelnemer.persoonId === vraag.medewerkerId);
  const kandidaat = zittend ?? zetels.alsKandidaat(kijk, vraag.medewerkerId);
  if (kandidaat === null) throw verwijzingOnbekend('medewerkerId');
  const { regels, moment } = kijk.beslisser;
  if (!regels.zetels.has(vraag.zetel)) throw verwijzingOnbekend('zetel');
  const lidIds = vraag.lidIds === undefined || vraag.lidIds === '' ? null : vraag.lidIds.split(',');
  if (lidIds?.some((lidId) => !kijk.kentLid(lidId))) throw verwijzingOnbekend('lidIds');
  const deelnemer: DeelnemerFeit = {
    id: VOORBEELD_ID,
    persoonId: vraag.medewerkerId,
    organisatieId: kandidaat.organisatieId,
    buitenGemeente: kandidaat.buitenGemeente,
    zetel: vraag.zetel,
    lidIds,
    alsLidId: null,
    regisseur: false,
    bekend: false,
    van: moment.nu,
    tot: null,
  };
  const gedeeld = kijk.beeld.compartimenten.filter(
    ({ organisatieId, makerId }) => organisatieId === null && makerId === null,
  );
  const eigen = gedeeld
    .filter(({ categorie }) => regels.categorieen.get(categorie)?.perOrganisatie)
    .map(
      (tegel): CompartimentFeit => ({
        ...tegel,
        id: `${VOORBEELD_ID} ${tegel.id}`,
        organisatieId: kandidaat.organisatieId,
      }),
    );
  const feiten = {
    leden: kijk.beeld.leden,
    deelnemers: [deelnemer],
    compartimenten: [...gedeeld, ...eigen],
    rechten: [],
    uitsluitingen: [],
    noodtoegangen: [],
    // Whether the organisation keeps something here already, isn't the regisseur's to know.
    bevestigingen: eigen.map(({ id }) => ({ deelnemerId: VOORBEELD_ID, compartimentId: id })),
  };
  const zicht = zichtVan(new Beslisser(feiten, regels, moment), deelnemer);
  return {
    regels: zicht.map(({ compartiment, niveau }) => ({
      categorie: compartiment.categorie,
      lidId: compartiment.lidId,
      niveau,
      alleenEigen: compartiment.organisatieId !== null && isMinstens(niveau, 'schrijven'),
    })),
  };
}

import type { Regelboek } from '../../shared/need-to-know/matrix.ts';
import { isBekend } from '../../shared/need-to-know/namen.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import type { Deelneming } from '../casus/casus.ts';
import { kanNiet } from '../kern/weigering.ts';

/** What the regisseur keeps together; who can't read it by their own zetel can't direct. */
const PLAN = 'plan';

/** Whether somebody can direct from a zetel: who reads the plan by the matrix, and isn't of the household itself. */
export function kanRegisseren({ zetel }: Pick<Deelneming, 'zetel'>, regels: Regelboek): boolean {
  const niveau = regels.categorieen.get(PLAN)?.perZetel.get(zetel) ?? 'verborgen';
  return isMinstens(niveau, 'lezen') && regels.zetels.get(zetel)?.alleenEigenLid !== true;
}

/** Whether `eisBekwaam` lets somebody pass. */
export function isBekwaam(deelnemer: Deelneming, regels: Regelboek): boolean {
  return isBekend(deelnemer, regels) && kanRegisseren(deelnemer, regels);
}

/**
 * That somebody can direct, or stand in: everybody at the table knows the regisseur by name, so who isn't `bekend` yet
 * can't be it (NK26).
 * @throws Weigering 422
 */
export function eisBekwaam(deelnemer: Deelneming, regels: Regelboek): void {
  if (!isBekend(deelnemer, regels)) {
    throw kanNiet(
      'eerst_bekend',
      `Iedereen aan tafel kent de regisseur. Leg eerst vast dat het gezin goedvindt dat de anderen weten dat ${deelnemer.naam} meedoet.`,
      [{ veld: 'deelnemerId', bericht: 'de anderen mogen nog niet weten dat deze persoon meedoet' }],
    );
  }
  if (!kanRegisseren(deelnemer, regels)) {
    throw kanNiet(
      'zetel_regisseert_niet',
      'Wie regisseur is, leest het hele plan. Dat kan niet vanuit deze plek. Kies iemand anders.',
      [{ veld: 'deelnemerId', bericht: 'kan van hieruit geen regisseur zijn' }],
    );
  }
}

/** That a seat has no end: who holds the regie stays until another has it (NK30). @throws Weigering 422 */
export function eisZonderEinde({ naam, tot }: Deelneming): void {
  if (tot === null) return;
  throw kanNiet(
    'zetel_eindigt',
    `${naam} doet mee tot een einddatum. Haal die eerst weg bij ‘Wie doen mee’; dan kan de regie over.`,
    [{ veld: 'deelnemerId', bericht: 'doet mee tot een einddatum' }],
  );
}

import { GRONDSLAGEN, staatInLijst, WAARVOOR } from '../../shared/lijsten.ts';
import { kanNiet } from '../kern/weigering.ts';

/** What for and on which ground, from the lists as they hold on a date. @throws Weigering 422 */
export function eisInLijsten(gekozen: { waarvoor: string; grondslag: string }, datum: string): void {
  const fouten = [
    ...(staatInLijst(WAARVOOR, gekozen.waarvoor, datum)
      ? []
      : [{ veld: 'waarvoor', bericht: 'kies uit de lijst' }]),
    ...(staatInLijst(GRONDSLAGEN, gekozen.grondslag, datum)
      ? []
      : [{ veld: 'grondslag', bericht: 'kies uit de lijst' }]),
  ];
  if (fouten.length > 0)
    throw kanNiet('niet_in_lijst', 'Kies waarvoor en op grond waarvan uit de lijst.', fouten);
}

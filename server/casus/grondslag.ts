import { GRONDSLAGEN, grondPast, staatInLijst, WAARVOOR } from '../../shared/lijsten.ts';
import type { Regelboek } from '../../shared/need-to-know/matrix.ts';
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

/** The municipality's own zetels take part by a task in law, never by agreement. @throws Weigering 422 */
export function eisGrondslag(regels: Regelboek, zetel: string, grondslag: string): void {
  const gekozen = GRONDSLAGEN.find(({ code }) => code === grondslag);
  const brengtIn = regels.zetels.get(zetel)?.brengtIn === true;
  if (grondPast(gekozen, { code: zetel, brengtIn, kernteam: regels.kernteam.has(zetel) })) return;
  throw kanNiet(
    'grondslag_past_niet',
    'Wie namens de gemeente meedoet, doet dat op grond van een taak uit de wet, niet op grond van toestemming. Kies een andere grond.',
    [{ veld: 'grondslag', bericht: 'kies een taak uit de wet' }],
  );
}

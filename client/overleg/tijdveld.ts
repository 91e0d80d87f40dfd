import { DUUR } from '../../shared/overleg.ts';
import { OVERLEGLABELS as L } from '../../shared/plan/overleglabels.ts';
import type { Keuze } from '../ui/formulier.ts';
import { lijst, type Veld } from '../vensters/veld.ts';

const KWARTIER = 15;
const EERST = 7 * 60;
const LAATST = 21 * 60;
const DUREN = [15, 30, 45, 60, 75, 90, 120, 150, 180, 240, DUUR.langst];

/** What time something begins, by the quarter. @param nu what it is already, which stays a choice */
export function tijdveld(nu?: string): Veld<'tijd'> {
  const tijden: string[] = [];
  for (let minuten = EERST; minuten <= LAATST; minuten += KWARTIER)
    tijden.push(`${twee(Math.floor(minuten / 60))}:${twee(minuten % 60)}`);
  const alle = nu === undefined || nu === '' || tijden.includes(nu) ? tijden : [...tijden, nu].toSorted();
  const keuzes = alle.map(
    (tijd): Keuze => ({ code: tijd, naam: `${tijd.replace(/^0/, '').replace(':', '.')} uur` }),
  );
  return lijst('tijd', L.tijd, keuzes, { leegBericht: 'Kies hoe laat het begint', pad: 'ritme.tijd' });
}

/** How long it lasts. @param nu what it is already, which stays a choice */
export function duurveld(nu?: number): Veld<'duur'> {
  const alle =
    nu === undefined || DUREN.includes(nu) ? DUREN : [...DUREN, nu].toSorted((een, ander) => een - ander);
  const keuzes = alle.map((minuten): Keuze => ({ code: String(minuten), naam: `${minuten} minuten` }));
  return lijst('duur', L.duur, keuzes, { leeg: false });
}

function twee(getal: number): string {
  return String(getal).padStart(2, '0');
}

import { OVERLEGLABELS as L } from '../../shared/plan/overleglabels.ts';
import type { Keuze } from '../ui/formulier.ts';
import { lijst, type Veld } from '../vensters/veld.ts';

const KEUZES = [5, 10, 15, 20, 25, 30, 40, 45, 60, 75, 90, 120];

/** How long an item takes, in minutes. @param nu what it is already, which stays a choice */
export function minutenveld(nu?: number, label: string = L.minuten): Veld<'minuten'> {
  const alle = nu === undefined || KEUZES.includes(nu) ? KEUZES : [...KEUZES, nu].toSorted((a, b) => a - b);
  const keuzes = alle.map((aantal): Keuze => ({ code: String(aantal), naam: `${aantal} minuten` }));
  return lijst('minuten', label, keuzes, { leeg: false });
}

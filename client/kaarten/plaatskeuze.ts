import type { Compartiment } from '../../shared/contract/casussen.ts';
import type { Kaartsoort } from '../../shared/plan/kaartsoorten.ts';
import { startplaatsen } from '../../shared/plan/startplaats.ts';
import { alsLeefgebied } from '../casus/groepen.ts';
import type { Kijk } from '../casus/kijk.ts';
import type { Invulling } from './kaartvelden.ts';

/** Whom a new kaart of this sort can be about: the household (null) and the members about whom I write. */
export function onderwerpenVoor(kijk: Kijk, soort: Kaartsoort): (string | null)[] {
  return [...new Set(kijk.plaatsenVoor(soort).map((plaats) => plaats.lidId))];
}

/** Where a new kaart may stand, the proposed place first. */
export function plaatsenVoor(
  kijk: Kijk,
  soort: Kaartsoort,
  invulling: Invulling,
  lidId: string | null,
): Compartiment[] {
  const plaatsen = kijk.plaatsenVoor(soort).filter((plaats) => plaats.lidId === lidId);
  if (soort !== 'kracht' && soort !== 'zorgpunt') return plaatsen;
  const leefgebied = alsLeefgebied(kijk, String(invulling.leefgebied ?? ''));
  // NK21: closed by default; which place is closed depends on the leefgebied.
  return leefgebied === null ? plaatsen : startplaatsen({ leefgebied, lidId }, plaatsen);
}

/** The place that was chosen, or the first while nobody has chosen or what was chosen is gone. */
export function gekozenPlaats(
  plaatsen: readonly Compartiment[],
  id: string | null,
): Compartiment | undefined {
  return plaatsen.find((plaats) => plaats.id === id) ?? plaatsen[0];
}

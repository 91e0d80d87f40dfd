import { isMinstens, type Niveau } from '../../shared/need-to-know/niveaus.ts';
import type { Casusbeeld } from '../casus/casus.ts';

/** Whether a level in `was` is lower in `wordt`, or gone. */
export function verloor(was: ReadonlyMap<string, Niveau>, wordt: ReadonlyMap<string, Niveau>): boolean {
  for (const [id, niveau] of was) if (!isMinstens(wordt.get(id) ?? 'verborgen', niveau)) return true;
  return false;
}

/** When something next begins or ends by the clock in a casus, in ms since 1970; Infinity if nothing does. */
export function volgendeGrens(beeld: Casusbeeld, nu: number): number {
  let grens = Number.POSITIVE_INFINITY;
  for (const periodes of [beeld.deelnemers, beeld.rechten, beeld.uitsluitingen, beeld.noodtoegangen]) {
    for (const { van, tot } of periodes) {
      if (van > nu) grens = Math.min(grens, van);
      if (tot !== null && tot > nu) grens = Math.min(grens, tot);
    }
  }
  return grens;
}

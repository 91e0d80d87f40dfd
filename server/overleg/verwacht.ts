import { staatOpAgenda, TIJDSTAP_MINUTEN } from '../../shared/overleg.ts';
import type { Punt } from './agendakast.ts';
import type { Overlegrij } from './overlegkast.ts';

const MINUUT_MS = 60 * 1000;
const TIJDSTAP_MS = TIJDSTAP_MINUTEN * MINUUT_MS;

/**
 * When what the chair took on is expected, in ms since 1970: after what stands before it, and as late as the clock found
 * last, in whole five minutes (OV1).
 */
export function verwachtVan(
  { begin, uitloop }: Pick<Overlegrij, 'begin' | 'uitloop'>,
  punten: readonly Pick<Punt, 'id' | 'staat' | 'minuten'>[],
): ReadonlyMap<string, number> {
  const verwacht = new Map<string, number>();
  let op = begin + uitloop * MINUUT_MS;
  for (const { id, staat, minuten } of punten) {
    if (!staatOpAgenda(staat)) continue;
    verwacht.set(id, Math.floor(op / TIJDSTAP_MS) * TIJDSTAP_MS);
    op += minuten * MINUUT_MS;
  }
  return verwacht;
}

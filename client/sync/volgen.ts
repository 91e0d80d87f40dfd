import { komtNa } from '../ui/nakomend.ts';
import type { CasusVolger } from './live.ts';

const OPNIEUW_NA_MS = 2_000;

const LIVE = komtNa(() => import('./live.ts'));

/**
 * Follows a casus over /live (`live.ts`), whose code nobody waits for to read a board, until the function that it gives
 * is called. What can't be fetched counts as a line that is gone, and is asked for again.
 */
export function volgCasus(casusId: string, volger: CasusVolger): () => void {
  let isGestopt = false;
  let stop: (() => void) | undefined;
  let klok: ReturnType<typeof setTimeout> | undefined;
  const begin = (): void => {
    LIVE().then(
      (live) => {
        if (!isGestopt) stop = live.volgCasus(casusId, volger);
      },
      () => {
        if (isGestopt) return;
        volger.verbinding(false);
        klok = setTimeout(begin, OPNIEUW_NA_MS);
      },
    );
  };
  begin();
  return () => {
    isGestopt = true;
    clearTimeout(klok);
    stop?.();
  };
}

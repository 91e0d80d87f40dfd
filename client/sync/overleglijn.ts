import type { Stap } from '../../shared/contract/live.ts';
import { opLosseLijn } from './losse-lijn.ts';

/** Who follows an overleg. */
export interface Overlegvolger {
  /** Fetches it again: it is otherwise for me, or I may have missed something. */
  readonly haal: () => void;
  /** What is open went a step on, and nothing else is otherwise for me. */
  readonly stap: (stap: Stap) => void;
  readonly verbinding: (open: boolean) => void;
}

/** Follows an overleg that one is in (OV3), until the function that it gives is called. */
export function volgOverleg(overlegId: string, { haal, stap, verbinding }: Overlegvolger): () => void {
  return opLosseLijn({
    volg: (socket) => {
      socket.off('overleg').on('overleg', (nieuws) => {
        if (nieuws.overlegId !== overlegId) return;
        if (nieuws.stap === undefined) haal();
        else stap(nieuws.stap);
      });
      socket.emit('overleg:volg', { overlegId }, haal);
    },
    haal,
    verbinding,
  });
}

import type { Stap } from '../../shared/contract/live.ts';
import type { Wijsplaats, Wijzer } from '../../shared/contract/wijzer.ts';
import { type LosseSocket, opLosseLijn } from './losse-lijn.ts';

/** Who follows an overleg. */
export interface Overlegvolger {
  /** Fetches it again: it is otherwise for me, or I may have missed something. */
  readonly haal: () => void;
  /** What is open went a step on, and nothing else is otherwise for me. */
  readonly stap: (stap: Stap) => void;
  readonly verbinding: (open: boolean) => void;
  /** Who points at what on the table at which I sit (OV6); null: nobody. */
  readonly wijzer?: (wijzer: Wijzer | null) => void;
}

/** The line over which one follows it. */
export interface Overleglijn {
  readonly stop: () => void;
  /** Points at something on the table of what is open, for as long as this line is there; null: no more. */
  readonly wijs: (agendapuntId: string, plaats: Wijsplaats | null) => void;
}

/** Follows an overleg that one is in (OV3), until that is stopped. */
export function volgOverleg(
  overlegId: string,
  { haal, stap, verbinding, wijzer }: Overlegvolger,
): Overleglijn {
  let lijn: LosseSocket | undefined;
  const stop = opLosseLijn({
    volg: (socket) => {
      lijn = socket;
      socket.off('overleg').on('overleg', (nieuws) => {
        if (nieuws.overlegId !== overlegId) return;
        if (nieuws.stap === undefined) haal();
        else stap(nieuws.stap);
      });
      if (wijzer !== undefined)
        socket.off('wijzer').on('wijzer', (nieuws) => {
          if (nieuws.overlegId === overlegId) wijzer(nieuws.wijzer);
        });
      socket.emit('overleg:volg', { overlegId }, haal);
    },
    haal,
    verbinding: (open) => {
      // Where one pointed is told anew to who follows.
      if (!open) wijzer?.(null);
      verbinding(open);
    },
  });
  return {
    stop,
    wijs: (agendapuntId, plaats) => {
      // Without a line it would be said later, when one is elsewhere.
      if (lijn?.connected === true) lijn.emit('overleg:wijs', { overlegId, agendapuntId, plaats });
    },
  };
}

import { io, type Socket } from 'socket.io-client';
import type { LiveVanClient, LiveVanServer } from '../../shared/contract/live.ts';
import { voorWie } from '../api/api.ts';
import { zodraGezien } from './lijnomgeving.ts';
import { isVerdrongen } from './verdrongen.ts';

const OPNIEUW_NA_MS = 2_000;

/** What one follows without a board beside it. */
export interface Gevolgd {
  /** Asks to follow it; each time that the line opens, for no event is replayed. */
  volg(socket: LosseSocket): void;
  /** Fetches it again: it is otherwise for me, or I may have missed something. */
  haal(): void;
  /** Whether the line is open. Without it nothing arrives, and what is shown may be old. */
  verbinding?(open: boolean): void;
}

export type LosseSocket = Socket<LiveVanServer, LiveVanClient>;

/** A line of its own over /live, which comes back by itself, until the function that it gives is called. */
export function opLosseLijn({ volg, haal, verbinding }: Gevolgd): () => void {
  const socket: LosseSocket = io({
    path: '/live',
    transports: ['websocket'],
    withCredentials: true,
    query: voorWie(),
    forceNew: true,
  });
  let wacht: ReturnType<typeof setTimeout> | undefined;
  let stopKijken: (() => void) | undefined;
  const isWeg = (verdrongen: boolean) => {
    verbinding?.(false);
    if (verdrongen) {
      socket.disconnect();
      stopKijken = zodraGezien(() => socket.connect());
      return;
    }
    if (socket.active) return;
    // The server ended it, as it does when a session ends: asking again says so.
    wacht = setTimeout(() => {
      haal();
      socket.connect();
    }, OPNIEUW_NA_MS);
  };
  socket.on('connect', () => {
    verbinding?.(true);
    volg(socket);
  });
  socket.on('disconnect', (_reden, wat) => isWeg(isVerdrongen(wat)));
  socket.on('connect_error', () => isWeg(false));
  return () => {
    clearTimeout(wacht);
    stopKijken?.();
    socket.off();
    socket.disconnect();
  };
}

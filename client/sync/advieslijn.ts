import { io, type Socket } from 'socket.io-client';
import type { LiveVanClient, LiveVanServer } from '../../shared/contract/live.ts';
import { voorWie } from '../api/api.ts';

const OPNIEUW_NA_MS = 2_000;

/**
 * Follows a question for advice, which one may read without taking part in its casus (OV11), until the function that it
 * gives is called. On a line of its own: no board stands beside it, and a board doesn't carry this.
 * @param haal fetches it again: it is otherwise for me, or I may have missed something
 */
export function volgAdvies(adviesvraagId: string, haal: () => void): () => void {
  const socket: Socket<LiveVanServer, LiveVanClient> = io({
    path: '/live',
    transports: ['websocket'],
    withCredentials: true,
    query: voorWie(),
    forceNew: true,
  });
  let wacht: ReturnType<typeof setTimeout> | undefined;
  // The server ended it, as it does when a session ends: asking again says so.
  const komTerug = () => {
    if (socket.active) return;
    wacht = setTimeout(() => {
      haal();
      socket.connect();
    }, OPNIEUW_NA_MS);
  };
  socket.on('connect', () => void socket.emit('advies:volg', { adviesvraagId }, haal));
  socket.on('advies', haal);
  socket.on('disconnect', komTerug);
  socket.on('connect_error', komTerug);
  return () => {
    clearTimeout(wacht);
    socket.off();
    socket.disconnect();
  };
}

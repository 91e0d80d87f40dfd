import { io, type Socket } from 'socket.io-client';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { LiveVanClient, LiveVanServer } from '../../shared/contract/live.ts';
import { roep, voorWie } from '../api/api.ts';
import { zodraGezien } from './lijnomgeving.ts';
import { isVerdrongen } from './verdrongen.ts';

/** What one hears of a casus while following it. */
export interface CasusVolger {
  /** A kaart is new or changed, or gone. */
  kaart(bericht: { kaart: Kaart } | { weg: string }): void;
  /** Fetch the board again: what I may see changed, or I may have missed something. */
  zicht(): void;
  /** Who is here now, as far as I may know. */
  aanwezig(deelnemerIds: readonly string[]): void;
  /** What I asked, or what is asked of me, is otherwise. */
  verzoek?(): void;
  /** Whether the line is open. Without it nothing arrives, and what is shown may be old. */
  verbinding(open: boolean): void;
}

type LiveSocket = Socket<LiveVanServer, LiveVanClient>;

const OPNIEUW_NA_MS = 2_000;

const volgers = new Map<string, Set<CasusVolger>>();
let socket: LiveSocket | undefined;

/**
 * Follows a casus over /live until the function that it gives is called.
 *
 * No event is replayed, so `zicht` is called each time that following begins: after a reconnect, and the first time
 * as well, because something may have changed between the first fetch of the board and this moment.
 *
 * @example
 * const stop = volgCasus(id, { kaart, zicht: () => this.haalBord(), aanwezig, verbinding });
 */
export function volgCasus(casusId: string, volger: CasusVolger): () => void {
  const eersteVanCasus = !volgers.has(casusId);
  const kring = volgers.get(casusId) ?? new Set();
  kring.add(volger);
  volgers.set(casusId, kring);

  socket ??= verbind();
  if (socket.connected) {
    volger.verbinding(true);
    if (eersteVanCasus) volg(socket, casusId);
    else volger.zicht();
  }
  return () => stop(casusId, volger);
}

function stop(casusId: string, volger: CasusVolger): void {
  const kring = volgers.get(casusId);
  if (!kring?.delete(volger) || kring.size > 0) return;
  volgers.delete(casusId);
  if (socket?.connected) socket.emit('casus:verlaat', { casusId });
  if (volgers.size === 0) {
    socket?.disconnect();
    socket = undefined;
  }
}

function volg(over: LiveSocket, casusId: string): void {
  // Refused or not, the board is fetched again: if the casus is closed to me, that answer says so.
  over.emit('casus:volg', { casusId }, () => bijCasus(casusId, (volger) => volger.zicht()));
}

function verbind(): LiveSocket {
  const nieuw: LiveSocket = io({
    path: '/live',
    transports: ['websocket'],
    withCredentials: true,
    query: voorWie(),
  });

  nieuw.on('connect', () => {
    for (const casusId of volgers.keys()) {
      bijCasus(casusId, (volger) => volger.verbinding(true));
      volg(nieuw, casusId);
    }
  });
  nieuw.on('disconnect', (_reden, wat) => {
    for (const casusId of volgers.keys()) bijCasus(casusId, (volger) => volger.verbinding(false));
    if (isVerdrongen(wat)) {
      nieuw.disconnect();
      zodraGezien(() => {
        if (nieuw === socket) nieuw.connect();
      });
      return;
    }
    if (!nieuw.active) probeerOpnieuw(nieuw);
  });
  nieuw.on('connect_error', () => {
    for (const casusId of volgers.keys()) bijCasus(casusId, (volger) => volger.verbinding(false));
    if (!nieuw.active) probeerOpnieuw(nieuw);
  });

  nieuw.on('kaart', (bericht) => bijCasus(bericht.casusId, (volger) => volger.kaart(bericht)));
  nieuw.on('zicht', ({ casusId }) => bijCasus(casusId, (volger) => volger.zicht()));
  nieuw.on('verzoek', ({ casusId }) => bijCasus(casusId, (volger) => volger.verzoek?.()));
  nieuw.on('aanwezig', ({ casusId, deelnemerIds }) =>
    bijCasus(casusId, (volger) => volger.aanwezig(deelnemerIds)),
  );
  return nieuw;
}

/**
 * socket.io does not come back by itself when the server ended the connection or refused it. The server does that
 * when a session ends, or to drop what was still unsent after a right was withdrawn (NK7): asking who I am sends
 * those without a session to signing in; the others connect again.
 */
function probeerOpnieuw(dit: LiveSocket): void {
  setTimeout(() => {
    if (dit !== socket) return;
    roep('sessie.huidige').then(
      () => {
        if (dit === socket) dit.connect();
      },
      (fout: { status?: number }) => {
        if (fout.status !== 401) probeerOpnieuw(dit);
      },
    );
  }, OPNIEUW_NA_MS);
}

function bijCasus(casusId: string, doe: (volger: CasusVolger) => void): void {
  for (const volger of volgers.get(casusId) ?? []) doe(volger);
}

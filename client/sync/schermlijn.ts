import { io, type Socket } from 'socket.io-client';
import { SCHERMRUIMTE, type SchermVanServer } from '../../shared/contract/schermlijn.ts';

const OPNIEUW_NA_MS = 2_000;

/** What a big screen hears over its line. */
export interface Schermluisteraar {
  /** The line is open; with this key its requests say so. Fetch what is on it. */
  open(sleutel: string): void;
  /** What is on it is otherwise; `donker`: nothing, from now on. */
  anders(donker: boolean): void;
  /** It is cut off, or never was coupled. */
  los(): void;
  /** The line is gone, and comes back by itself. */
  weg(): void;
}

/** The line of a big screen (OV4): it listens, and says nothing but that it is there. */
export class Schermlijn {
  readonly #socket: Socket<SchermVanServer, Record<string, never>>;
  #klok: ReturnType<typeof setTimeout> | undefined;

  constructor(luisteraar: Schermluisteraar) {
    this.#socket = io(SCHERMRUIMTE, {
      path: '/live',
      transports: ['websocket'],
      withCredentials: true,
      forceNew: true,
      autoConnect: false,
    });
    this.#socket.on('lijn', ({ sleutel }) => luisteraar.open(sleutel));
    this.#socket.on('scherm', ({ donker }) => luisteraar.anders(donker));
    this.#socket.on('erbij', (antwoord) => antwoord());
    this.#socket.on('los', () => luisteraar.los());
    this.#socket.on('disconnect', () => {
      luisteraar.weg();
      // Ended by the server: asking again says why.
      if (!this.#socket.active) this.#klok = setTimeout(() => this.verbind(), OPNIEUW_NA_MS);
    });
    this.#socket.on('connect_error', () => {
      // Refused, not unreachable.
      if (!this.#socket.active) luisteraar.los();
      else luisteraar.weg();
    });
  }

  /** Opens it; it comes back by itself when it is gone. */
  verbind(): void {
    clearTimeout(this.#klok);
    if (!this.#socket.active) this.#socket.connect();
  }

  /** Asks nothing any more, until it is opened again. */
  sluit(): void {
    clearTimeout(this.#klok);
    this.#socket.disconnect();
  }
}

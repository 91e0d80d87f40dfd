/** What stands behind the virtual sockets of one text. */
export interface Kanaalkant {
  /** The provider waits: open it now with `gaOpen`, or when its kanaal can be opened. */
  wachtend(socket: VirtueleSocket): void;
  /** What the provider sends; only while the socket is open. */
  verstuur(bericht: Uint8Array): void;
  /** The provider closed it, open or not. */
  gesloten(socket: VirtueleSocket): void;
}

/**
 * One kanaal of the line as y-websocket's provider knows a WebSocket (SY3). It waits, connecting, for as long as the
 * line is closed: the provider's own attempts then cost nothing and come in time.
 */
export class VirtueleSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  readonly #kant: Kanaalkant;
  readyState: 0 | 1 | 3 = this.CONNECTING;
  binaryType = 'arraybuffer';
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(kant: Kanaalkant) {
    this.#kant = kant;
    // The provider sets its handlers after it has made the socket.
    queueMicrotask(() => {
      if (this.readyState === this.CONNECTING) kant.wachtend(this);
    });
  }

  gaOpen(): void {
    this.readyState = this.OPEN;
    this.onopen?.();
  }

  ontvang(bericht: Uint8Array): void {
    if (this.readyState === this.OPEN) this.onmessage?.({ data: bericht.slice().buffer });
  }

  /** Closed from the other side. */
  gaDicht(code: number): void {
    if (this.readyState === this.CLOSED) return;
    this.readyState = this.CLOSED;
    this.onclose?.({ code, reason: '' });
  }

  send(bericht: Uint8Array): void {
    if (this.readyState === this.OPEN) this.#kant.verstuur(bericht);
  }

  close(): void {
    if (this.readyState === this.CLOSED) return;
    this.readyState = this.CLOSED;
    this.#kant.gesloten(this);
  }
}

/** The class that a provider gets as `WebSocketPolyfill`: all that it makes belong to this one text. */
export function virtueleSocketVoor(kant: Kanaalkant): typeof WebSocket {
  const soort = class extends VirtueleSocket {
    constructor() {
      super(kant);
    }
  };
  // y-websocket uses the constants, the four handlers, binaryType, readyState, send and close, and nothing else.
  return soort as unknown as typeof WebSocket;
}

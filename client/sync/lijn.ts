import type { VanClient, VanServer } from '../../shared/sync/besturing.ts';
import { BESTURING, type Kanaalbericht, leesFrame, maakFrame } from '../../shared/sync/frame.ts';
import { SLUITCODE } from '../../shared/sync/sluitcodes.ts';
import { browseromgeving, type Lijnomgeving } from './lijnomgeving.ts';
import { meldAlsHetMisgaat } from './misgaan.ts';

/** What becomes of a line that is closed: it tries again, or never will. */
export type Lijngevolg = 'opnieuw' | 'geen_sessie' | 'niet_toegestaan';

/** Who is told what comes over the line. */
export interface Lijnluisteraar {
  besturing(bericht: VanServer): void;
  /** y-websocket's bytes for one kanaal: a view on the message that came. */
  bericht(kanaal: number, bericht: Uint8Array): void;
  /** The line was open and isn't, or was refused; `code` is that of the close (SY9). Not called after `stop`. */
  dicht(gevolg: Lijngevolg, code: number): void;
}

/** The most that goes out in one WebSocket message, unless a single bericht is larger. */
const BUNDEL_BYTES = 128 * 1024;

/** How a WebSocket server itself refuses a message as too large. */
export const TE_GROOT_BERICHT = 1009;

/**
 * One WebSocket a casus that carries all its kanalen (SY1), and comes back by itself: after `wachtMin` ms, twice as
 * long after each failure up to `wachtMax`, at once when the network returns. It ends for good without a session
 * (4401) and where the casus isn't open to this person (4403).
 *
 * What is sent in one turn goes out in one message. What is sent while the line is closed is dropped: a kanaal is
 * opened anew on each connection, and its handshake brings along what the other side lacks.
 */
export class Lijn {
  readonly #casusId: string;
  readonly #luisteraar: Lijnluisteraar;
  readonly #omgeving: Lijnomgeving;
  #socket: WebSocket | undefined;
  #lijnId: string | undefined;
  #gestopt = true;
  #pogingen = 0;
  /** Until when not even a returning network makes it try, in the time of `nu`. */
  #nietVoor = 0;
  #geopendOp = 0;
  #gehoordOp = 0;
  #uit: Uint8Array[] = [];
  #staakWacht: (() => void) | undefined;
  #staakHartslag: (() => void) | undefined;
  #staakStilte: (() => void) | undefined;

  constructor(casusId: string, luisteraar: Lijnluisteraar, omgeving: Partial<Lijnomgeving> = {}) {
    this.#casusId = casusId;
    this.#luisteraar = luisteraar;
    this.#omgeving = { ...browseromgeving(), ...omgeving };
  }

  get open(): boolean {
    return this.#socket !== undefined && this.#socket.readyState === this.#socket.OPEN;
  }

  start(): void {
    if (!this.#gestopt) return;
    this.#gestopt = false;
    this.#omgeving.venster?.addEventListener('online', this.#opNetwerk);
    this.#verbind();
  }

  /** Closes the line for good. */
  stop(): void {
    this.#gestopt = true;
    this.#omgeving.venster?.removeEventListener('online', this.#opNetwerk);
    this.#staakWacht?.();
    this.#staakWacht = undefined;
    this.#laatLos();
  }

  stuur(kanaal: number, bericht: Uint8Array): void {
    if (!this.open) return;
    if (this.#uit.length === 0) queueMicrotask(() => this.#verzend());
    this.#uit.push(maakFrame(kanaal, bericht));
  }

  bestuur(bericht: VanClient): void {
    this.stuur(BESTURING, new TextEncoder().encode(JSON.stringify(bericht)));
  }

  #verbind(): void {
    this.#staakWacht = undefined;
    const { maakSocket, adres, voorWie, uuid, nu } = this.#omgeving;
    const lijn = uuid();
    const vraag = new URLSearchParams({
      lijn,
      ...voorWie(),
      ...(this.#lijnId === undefined ? {} : { na: this.#lijnId }),
    });
    this.#lijnId = lijn;
    const socket = maakSocket(`${adres()}/sync/${encodeURIComponent(this.#casusId)}?${vraag}`);
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    this.#geopendOp = nu();
    this.#gehoordOp = nu();
    this.#bewaakStilte();
    socket.onopen = () => {
      this.#geopendOp = nu();
      this.#gehoordOp = nu();
      this.#klopHartslag();
    };
    socket.onmessage = (event: MessageEvent<unknown>) => this.#ontvang(event.data);
    socket.onclose = (event) => this.#opDicht(event.code);
  }

  #ontvang(data: unknown): void {
    this.#gehoordOp = this.#omgeving.nu();
    const berichten = ontrafel(data);
    if (berichten === null) {
      this.#opDicht(SLUITCODE.nietBegrepen);
      return;
    }
    const socket = this.#socket;
    for (const { kanaal, bericht } of berichten) {
      // What one bericht led to may have ended the connection that the rest came over.
      if (socket !== this.#socket) return;
      meldAlsHetMisgaat(() => {
        if (kanaal === BESTURING) this.#luisteraar.besturing(leesBesturing(bericht));
        else this.#luisteraar.bericht(kanaal, bericht);
      });
    }
  }

  #verzend(): void {
    const uit = this.#uit;
    this.#uit = [];
    const socket = this.#socket;
    if (socket === undefined || !this.open) return;
    let bundel: Uint8Array[] = [];
    let bytes = 0;
    for (const frame of uit) {
      if (bytes > 0 && bytes + frame.length > BUNDEL_BYTES) {
        socket.send(aaneen(bundel, bytes));
        bundel = [];
        bytes = 0;
      }
      bundel.push(frame);
      bytes += frame.length;
    }
    if (bytes > 0) socket.send(aaneen(bundel, bytes));
  }

  #klopHartslag(): void {
    this.#staakHartslag = this.#omgeving.wacht(this.#omgeving.hartslagMs, () => {
      this.bestuur({ type: 'hartslag' });
      this.#klopHartslag();
    });
  }

  /** A browser may take minutes to see that a connection is gone; SY12's heartbeat shows it sooner. */
  #bewaakStilte(): void {
    const nog = this.#gehoordOp + this.#omgeving.stilteMs - this.#omgeving.nu();
    if (nog <= 0) this.#opDicht(0);
    else this.#staakStilte = this.#omgeving.wacht(nog, () => this.#bewaakStilte());
  }

  /** Also gives a connection up, without waiting for the other side to agree. */
  #opDicht(code: number): void {
    const { nu, wacht, wachtMin, wachtMax } = this.#omgeving;
    this.#laatLos();
    if (code === SLUITCODE.geenSessie || code === SLUITCODE.nietToegestaan) {
      this.stop();
      this.#luisteraar.dicht(code === SLUITCODE.geenSessie ? 'geen_sessie' : 'niet_toegestaan', code);
      return;
    }
    // ST6: this person has many pages open, and others were used since. Tried again at once, each would push out another.
    if (code === SLUITCODE.verdrongen) {
      this.#staakWacht = this.#omgeving.zodraGezien(() => this.#verbind());
      this.#nietVoor = Number.POSITIVE_INFINITY;
      this.#luisteraar.dicht('opnieuw', code);
      return;
    }
    // A connection that stood for a while is no failure; one that fell at once must not be tried five times a second.
    if (nu() - this.#geopendOp >= wachtMax) this.#pogingen = 0;
    const afgewezen = (code >= 4400 && code < 4500) || code === TE_GROOT_BERICHT;
    const lang = Math.min(wachtMax, wachtMin * 2 ** this.#pogingen);
    const na = afgewezen
      ? wachtMax * (1 + this.#omgeving.toeval() / 2)
      : lang * (0.5 + this.#omgeving.toeval() / 2);
    this.#nietVoor = afgewezen ? nu() + wachtMax : 0;
    this.#pogingen += 1;
    this.#staakWacht = wacht(na, () => this.#verbind());
    this.#luisteraar.dicht('opnieuw', code);
  }

  /** Takes leave of the present connection: nothing that it still does is heard. */
  #laatLos(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    this.#uit = [];
    this.#staakHartslag?.();
    this.#staakStilte?.();
    this.#staakHartslag = undefined;
    this.#staakStilte = undefined;
    if (socket === undefined) return;
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    // In Node closing a socket that is still connecting is an error event, which needs a listener.
    socket.onerror = () => {};
    socket.close();
  }

  readonly #opNetwerk = (): void => {
    if (this.#staakWacht === undefined || this.#omgeving.nu() < this.#nietVoor) return;
    this.#staakWacht();
    this.#verbind();
  };
}

/** Null when it is no frame: what speaks on the other side isn't our server. */
function ontrafel(data: unknown): Kanaalbericht[] | null {
  if (!(data instanceof ArrayBuffer)) return null;
  try {
    return leesFrame(new Uint8Array(data));
  } catch {
    return null;
  }
}

function leesBesturing(bericht: Uint8Array): VanServer {
  // The page and the server are of one build, and the line is theirs: what it says is what the type says.
  return JSON.parse(new TextDecoder().decode(bericht)) as VanServer;
}

function aaneen(frames: readonly Uint8Array[], bytes: number): Uint8Array<ArrayBuffer> {
  const samen = new Uint8Array(bytes);
  let plaats = 0;
  for (const frame of frames) {
    samen.set(frame, plaats);
    plaats += frame.length;
  }
  return samen;
}

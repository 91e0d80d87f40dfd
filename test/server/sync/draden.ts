import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { BESTURING, leesFrame } from '../../../shared/sync/frame.ts';

/** A bericht of the line at the moment that the process handed its last byte to the kernel. */
export interface Uitgegaan {
  readonly nummer: number;
  readonly kanaal: number;
  /** A control message as text, else bytes read as Latin-1: words in it can be searched for. */
  readonly tekst: string;
}

interface Draad {
  readonly socket: Socket;
  cookie: string;
  isLijn: boolean;
  merk: string | null;
  readonly stukken: { readonly nummer: number; readonly bytes: Buffer }[];
}

/**
 * Numbers everything that a server hands to the kernel, in one order over all its connections, and reads it back as
 * berichten of the line (NK7). Call it before the connections are made.
 */
export class Draden {
  /** The number of the next write. */
  nummer = 0;
  readonly #draden = new Map<Socket, Draad>();

  constructor(http: Server) {
    http.on('connection', (socket: Socket) => this.#volg(socket));
    const onthoud = (verzoek: IncomingMessage): void => {
      const draad = this.#draden.get(verzoek.socket);
      if (draad === undefined) return;
      draad.cookie = verzoek.headers.cookie ?? '';
      draad.isLijn = verzoek.url?.startsWith('/sync/') === true;
      const merk = verzoek.headers['x-merk'];
      draad.merk = typeof merk === 'string' ? merk : null;
    };
    // Before the product's own listeners, which answer at once.
    http.prependListener('request', onthoud);
    http.prependListener('upgrade', onthoud);
  }

  /** Server's ends of somebody's lines that it hasn't ended. */
  lijnen(cookie: string): Socket[] {
    return [...this.#draden.values()]
      .filter((draad) => draad.isLijn && draad.cookie === cookie && !draad.socket.destroyed)
      .map(({ socket }) => socket);
  }

  /** The number of the answer to the request that bore this `x-merk`, on a connection of its own. */
  antwoordOp(merk: string): number {
    const nummer = [...this.#draden.values()].find((draad) => draad.merk === merk)?.stukken.at(-1)?.nummer;
    if (nummer === undefined) throw new Error(`no answer to ${merk}`);
    return nummer;
  }

  /** What went over the lines of these people, in order. */
  uitgegaan(van: (cookie: string) => boolean): Uitgegaan[] {
    return [...this.#draden.values()]
      .filter((draad) => draad.isLijn && van(draad.cookie))
      .flatMap((draad) => berichtenIn(draad.stukken))
      .sort((a, b) => a.nummer - b.nummer);
  }

  /** Forgets connections that ended, and what went over the others: while nothing is under way, between frames. */
  vergeet(): void {
    for (const [socket, draad] of this.#draden) {
      if (socket.destroyed) this.#draden.delete(socket);
      else if (draad.isLijn) draad.stukken.splice(0, draad.stukken.length, BEGIN);
      else draad.stukken.length = 0;
    }
  }

  #volg(socket: Socket): void {
    const draad: Draad = { socket, cookie: '', isLijn: false, merk: null, stukken: [] };
    this.#draden.set(socket, draad);
    const noteer = (stuk: unknown, codering: BufferEncoding): Buffer =>
      // A socket writes nothing else than text and bytes.
      typeof stuk === 'string' ? Buffer.from(stuk, codering) : Buffer.from(stuk as Uint8Array);
    const leg = (bytes: Buffer): void => {
      draad.stukken.push({ nummer: this.nummer, bytes });
      this.nummer += 1;
    };
    const een = socket._write.bind(socket);
    socket._write = (stuk, codering, klaar) => {
      leg(noteer(stuk, codering));
      een(stuk, codering, klaar);
    };
    const meer = socket._writev?.bind(socket);
    if (meer === undefined) return;
    socket._writev = (stukken, klaar) => {
      leg(Buffer.concat(stukken.map(({ chunk, encoding }) => noteer(chunk, encoding))));
      meer(stukken, klaar);
    };
  }
}

/** In place of what was forgotten: the end of the answer to the upgrade. */
const BEGIN = { nummer: -1, bytes: Buffer.from('\r\n\r\n') };

function berichtenIn(stukken: Draad['stukken']): Uitgegaan[] {
  const alles = Buffer.concat(stukken.map(({ bytes }) => bytes));
  const eindes: { tot: number; nummer: number }[] = [];
  let tot = 0;
  for (const { nummer, bytes } of stukken) {
    tot += bytes.length;
    eindes.push({ tot, nummer });
  }
  const uit: Uitgegaan[] = [];
  const kop = alles.indexOf('\r\n\r\n');
  let plaats = kop < 0 ? alles.length : kop + 4;
  let deel = 0;
  while (plaats + 2 <= alles.length) {
    const { begin, eind, isBinair } = websocketframe(alles, plaats);
    if (eind > alles.length) break;
    plaats = eind;
    while ((eindes[deel]?.tot ?? 0) < eind) deel += 1;
    if (!isBinair) continue;
    for (const { kanaal, bericht } of leesFrame(alles.subarray(begin, eind))) {
      const tekst = Buffer.from(bericht).toString(kanaal === BESTURING ? 'utf8' : 'latin1');
      uit.push({ nummer: eindes[deel]?.nummer ?? -1, kanaal, tekst });
    }
  }
  return uit;
}

/** A frame of RFC 6455 from a server: not masked, and ours are never split. */
function websocketframe(bytes: Buffer, plaats: number): { begin: number; eind: number; isBinair: boolean } {
  const isBinair = (bytes.readUInt8(plaats) & 0x0f) === 2;
  const kort = bytes.readUInt8(plaats + 1) & 0x7f;
  if (kort < 126) return { begin: plaats + 2, eind: plaats + 2 + kort, isBinair };
  if (kort === 126) {
    const begin = plaats + 4;
    return { begin, eind: begin > bytes.length ? begin : begin + bytes.readUInt16BE(plaats + 2), isBinair };
  }
  const begin = plaats + 10;
  return {
    begin,
    eind: begin > bytes.length ? begin : begin + Number(bytes.readBigUInt64BE(plaats + 2)),
    isBinair,
  };
}

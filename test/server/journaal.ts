import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** Bytes at the moment that the process handed them to the kernel. */
export interface Geschreven {
  /** The cookie of whom they went to; the connection belongs to whoever asked last. */
  readonly aan: string;
  readonly tekst: string;
}

/**
 * Everything that a server hands to its sockets from now on, in one order over all of them (NK7). Call it before
 * the connections are made.
 */
export class Journaal {
  readonly regels: Geschreven[] = [];
  readonly #eigenaars = new Map<Socket, string>();
  readonly #gemerkt = new Map<string, Socket>();

  constructor(http: Server) {
    http.on('connection', (draad: Socket) => this.#volg(draad));
    const onthoud = (verzoek: IncomingMessage): void => {
      this.#eigenaars.set(verzoek.socket, verzoek.headers.cookie ?? '');
      const merk = verzoek.headers['x-merk'];
      if (typeof merk === 'string') this.#gemerkt.set(merk, verzoek.socket);
    };
    // Before the product's own listeners, which answer at once.
    http.prependListener('request', onthoud);
    http.prependListener('upgrade', onthoud);
  }

  /** Server's ends of the connections of somebody that are open. */
  draden(cookie: string): Socket[] {
    return [...this.#eigenaars].filter(([, wie]) => wie === cookie).map(([draad]) => draad);
  }

  /** Which line holds the answer to the request that was sent with the header `x-merk`. */
  antwoordOp(merk: string): number {
    const draad = this.#gemerkt.get(merk);
    const plaats = draad === undefined ? -1 : this.#plaatsen.lastIndexOf(draad);
    if (plaats === -1) throw new Error(`no answer to ${merk}`);
    return plaats;
  }

  readonly #plaatsen: Socket[] = [];

  #volg(draad: Socket): void {
    const noteer = (stuk: unknown, codering: BufferEncoding): void => {
      const bytes = typeof stuk === 'string' ? Buffer.from(stuk, codering) : Buffer.from(stuk as Uint8Array); // a socket writes nothing else
      this.regels.push({ aan: this.#eigenaars.get(draad) ?? '', tekst: bytes.toString('utf8') });
      this.#plaatsen.push(draad);
    };
    const een = draad._write.bind(draad);
    draad._write = (stuk, codering, klaar) => {
      noteer(stuk, codering);
      een(stuk, codering, klaar);
    };
    const meer = draad._writev?.bind(draad);
    if (meer !== undefined) {
      draad._writev = (stukken, klaar) => {
        for (const { chunk, encoding } of stukken) noteer(chunk, encoding);
        meer(stukken, klaar);
      };
    }
    draad.once('close', () => this.#eigenaars.delete(draad));
  }
}

import { WebSocket } from 'ws';

const GELIJK_BINNEN = 60_000;

/**
 * One person on a WebSocket, whatever is spoken over it.
 *
 * - `schrijf(update)` sends a change, `zendCursor(bericht)` where one's cursor is
 * - `bevestigd`: how many changes the server said that it has; null where it says nothing of the kind
 */
export class Verbinding {
  bevestigd = null;
  gesprek = null;
  #socket;
  #bijFout;
  #url;

  /** @param bijFout is told, once or more, when the line ends before `sluit` or says that something is wrong */
  constructor({ url, headers }, bijFout) {
    this.#url = url;
    this.#bijFout = bijFout;
    this.#socket = new WebSocket(url, { headers, perMessageDeflate: false });
    this.#socket.on('error', (fout) => this.faal(fout.message));
    this.#socket.on('close', (code) => this.faal(`verbroken met ${code}`));
  }

  bijOpen(doe) {
    this.#socket.on('open', doe);
  }

  bijBericht(doe) {
    this.#socket.on('message', doe);
  }

  zend(bytes) {
    this.#socket.send(bytes);
  }

  schrijf(update) {
    this.gesprek.schrijf(update);
  }

  zendCursor(bericht) {
    this.gesprek.zendCursor(bericht);
  }

  faal(waarom) {
    this.#bijFout(new Error(`${this.#url}: ${waarom}`));
  }

  /** Settles when both sides have what the other had. @throws Error when that takes too long */
  async gelijk() {
    let tijd;
    const teLaat = new Promise((_, mislukt) => {
      tijd = setTimeout(() => mislukt(new Error(`${this.#url}: niet op tijd gelijk`)), GELIJK_BINNEN);
    });
    await Promise.race([this.gesprek.gelijk, teLaat]);
    clearTimeout(tijd);
  }

  /** Hangs up, without a word and without being told of it. */
  sluit() {
    this.#socket.removeAllListeners('close').removeAllListeners('message');
    this.#socket.terminate();
  }
}

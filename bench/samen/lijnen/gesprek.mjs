import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import * as Y from 'yjs';

const SYNC = 0;
const AWARENESS = 1;
/** Hocuspocus' word for a sync message that asks for no answer. */
const SYNC_ANTWOORD = 4;
const LEGE_STAAT = Uint8Array.of(0);
const NIETS_NIEUWS = Uint8Array.of(0, 0);

/**
 * One person in y-websocket's words, from the type byte on: step 1 and 2 both ways, then updates. Who has no document
 * takes updates without applying them: ten people a room would make the load heavier than the server.
 */
export class Gesprek {
  #doc;
  #zend;
  #bijUpdate;
  #bijCursors;
  #kreeg = false;
  #gaf = false;
  #gelijk;

  /** Settles when both have what the other had. */
  gelijk = new Promise((klaar) => {
    this.#gelijk = klaar;
  });

  /**
   * @param doc a Y.Doc, or null for who only listens
   * @param zend sends a message
   * @param bijUpdate is given each update that comes
   * @param bijCursors is given each message about cursors, as y-protocols writes states
   */
  constructor({ doc, zend, bijUpdate, bijCursors = () => {} }) {
    this.#doc = doc;
    this.#zend = zend;
    this.#bijUpdate = bijUpdate;
    this.#bijCursors = bijCursors;
  }

  begin() {
    this.#zend(bericht(0, this.#doc === null ? LEGE_STAAT : Y.encodeStateVector(this.#doc)));
  }

  schrijf(update) {
    this.#zend(bericht(2, update));
  }

  zendCursor(bericht) {
    this.#zend(bericht);
  }

  hoor(bytes) {
    const lezer = createDecoder(bytes);
    const soort = readVarUint(lezer);
    if (soort === AWARENESS) this.#bijCursors(readVarUint8Array(lezer));
    if (soort !== SYNC && soort !== SYNC_ANTWOORD) return;
    const stap = readVarUint(lezer);
    const inhoud = readVarUint8Array(lezer);
    if (stap === 2) {
      if (this.#doc !== null) Y.applyUpdate(this.#doc, inhoud, this);
      this.#bijUpdate(inhoud);
      return;
    }
    if (stap === 0) {
      this.#zend(bericht(1, this.#doc === null ? NIETS_NIEUWS : Y.encodeStateAsUpdate(this.#doc, inhoud)));
      this.#gaf = true;
    } else {
      if (this.#doc !== null) Y.applyUpdate(this.#doc, inhoud, this);
      this.#kreeg = true;
    }
    if (this.#gaf && this.#kreeg) this.#gelijk();
  }
}

function bericht(stap, inhoud) {
  const schrijver = createEncoder();
  writeVarUint(schrijver, SYNC);
  writeVarUint(schrijver, stap);
  writeVarUint8Array(schrijver, inhoud);
  return toUint8Array(schrijver);
}

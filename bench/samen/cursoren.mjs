import { performance } from 'node:perf_hooks';
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';

const AWARENESS = 1;

/**
 * The cursors of a room: each goes through the text, and at how manieth place it stands is how often it moved, so that
 * who sees it knows when that was. A server may leave places out; what counts is when the last is seen.
 */
export class Cursoren {
  #meting;
  /** Of each who writes: the id of their cursor, and when it came at each of its places (ms). */
  #sporen = new Map();
  /** What each saw of each: `wie` and the id. */
  #gezien = new Map();

  /** @param meting where it is counted that one is seen */
  constructor(meting) {
    this.#meting = meting;
  }

  /** Somebody's cursor moves. @returns the message that says so, in y-websocket's words */
  beweeg(wie, id) {
    const spoor = this.#sporen.get(id) ?? { wie, op: [] };
    this.#sporen.set(id, spoor);
    spoor.op.push(performance.now());
    const plaats = { type: null, tname: null, item: { client: id, clock: spoor.op.length - 1 }, assoc: 0 };
    const staten = createEncoder();
    writeVarUint(staten, 1);
    writeVarUint(staten, id);
    writeVarUint(staten, spoor.op.length);
    writeVarString(staten, JSON.stringify({ user: {}, cursor: { anchor: plaats, head: plaats } }));
    const bericht = createEncoder();
    writeVarUint(bericht, AWARENESS);
    writeVarUint8Array(bericht, toUint8Array(staten));
    return toUint8Array(bericht);
  }

  /** Somebody was sent cursors. @param bytes as y-protocols writes states */
  ontvang(wie, bytes) {
    const nu = performance.now();
    const lezer = createDecoder(bytes);
    for (let n = readVarUint(lezer); n > 0; n -= 1) {
      const id = readVarUint(lezer);
      readVarUint(lezer);
      const staat = JSON.parse(readVarString(lezer));
      const spoor = this.#sporen.get(id);
      const stap = staat?.cursor?.anchor?.item?.clock;
      if (spoor === undefined || spoor.wie === wie || stap === undefined) continue;
      const sleutel = `${wie} ${id}`;
      const vorige = this.#gezien.get(sleutel) ?? -1;
      for (let een = vorige + 1; een <= stap; een += 1) this.#meting.afgeleverd(spoor.op[een], nu);
      this.#gezien.set(sleutel, Math.max(vorige, stap));
    }
  }
}

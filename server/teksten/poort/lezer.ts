import { isUtf8 } from 'node:buffer';
import { geweigerd, onleesbaar, type WeigerCode } from './uitkomst.ts';

/**
 * Reads the primitives of lib0 (0.2.120) from bytes that nobody vouches for. Takes no memory on a length's word:
 * lib0 and Yjs make an array of a count before they look whether there is anything behind it.
 */
export class Lezer {
  readonly #bytes: Uint8Array;
  #plaats = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get rest(): number {
    return this.#bytes.length - this.#plaats;
  }

  byte(): number {
    const byte = this.#bytes[this.#plaats];
    if (byte === undefined) throw onleesbaar('afgebroken');
    this.#plaats += 1;
    return byte;
  }

  /** A whole number from 0 to 2^53 - 1. */
  getal(): number {
    let getal = 0;
    let macht = 1;
    // Eight bytes hold 2^56: what goes on longer is no number. (lib0 reads on, and a run of 0x80 makes it NaN.)
    for (let aantal = 0; aantal < 8; aantal += 1) {
      const byte = this.byte();
      getal += (byte & 0x7f) * macht;
      if (byte < 0x80) {
        if (getal > Number.MAX_SAFE_INTEGER) throw onleesbaar('getal');
        return getal;
      }
      macht *= 128;
    }
    throw onleesbaar('getal');
  }

  /** A number with a sign: six bits and a sign first, seven a byte after that. */
  getalMetTeken(): number {
    const eerste = this.byte();
    let getal = eerste & 0x3f;
    let macht = 64;
    for (let byte = eerste, aantal = 1; byte >= 0x80; aantal += 1) {
      if (aantal === 8) throw onleesbaar('getal');
      byte = this.byte();
      getal += (byte & 0x7f) * macht;
      macht *= 128;
    }
    return (eerste & 0x40) === 0 ? getal : -getal;
  }

  /** A name or a value, at most so many bytes, else refused as `code`: bounded before it is decoded. */
  korteTekst(hoogstens: number, code: WeigerCode): string {
    const lengte = this.getal();
    if (lengte > this.rest) throw onleesbaar('afgebroken');
    if (lengte > hoogstens) throw geweigerd(code);
    const begin = this.#sla(lengte);
    let tekst = '';
    for (let plaats = begin; plaats < this.#plaats; plaats += 1) {
      const byte = this.#bytes[plaats] ?? 0;
      if (byte >= 0x80) return utf8(this.#bytes.subarray(begin, this.#plaats));
      tekst += String.fromCharCode(byte);
    }
    return tekst;
  }

  /** How long a text is to Yjs, in UTF-16 units, without making a string of it. */
  lengteVanTekst(): number {
    const begin = this.#sla(this.getal());
    let lengte = this.#plaats - begin;
    let ascii = true;
    for (let plaats = begin; plaats < this.#plaats; plaats += 1) {
      const byte = this.#bytes[plaats] ?? 0;
      if (byte < 0x80) continue;
      ascii = false;
      // A byte that continues a character adds nothing; one that starts four bytes starts a surrogate pair.
      if (byte < 0xc0) lengte -= 1;
      else if (byte >= 0xf0) lengte += 1;
    }
    // lib0's own decoder throws on anything else, in the midst of applying.
    if (!ascii && !isUtf8(this.#bytes.subarray(begin, this.#plaats))) throw onleesbaar('tekst');
    return lengte;
  }

  /** A length and so many bytes, as a view. */
  stuk(): Uint8Array {
    const begin = this.#sla(this.getal());
    return this.#bytes.subarray(begin, this.#plaats);
  }

  /** Passes over so many bytes. @returns where they begin */
  #sla(lengte: number): number {
    if (lengte > this.rest) throw onleesbaar('afgebroken');
    const begin = this.#plaats;
    this.#plaats += lengte;
    return begin;
  }
}

function utf8(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw onleesbaar('tekst');
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** A count of things that each take at least so many bytes: refused before the first one is looked at. */
export function leesAantal(lezer: Lezer, minstensBytes: number): number {
  const aantal = lezer.getal();
  if (aantal * minstensBytes > lezer.rest) throw onleesbaar('afgebroken');
  return aantal;
}

/** The length of a struct or a deleted range. Of nothing, two would share a clock, and Yjs would lose its way. */
export function leesLengte(lezer: Lezer): number {
  const lengte = lezer.getal();
  if (lengte === 0) throw onleesbaar('leeg');
  return lengte;
}

/**
 * One binary message of the line: berichten one after the other, each for its kanaal (SY1): varUint kanaal, varUint
 * length, that many bytes. Kanaal 0 carries control messages; the others what y-websocket's provider writes.
 */

/** The kanaal of control messages: JSON in UTF-8. */
export const BESTURING = 0;
/** Kanaal numbers are random, of 31 bits: they count nothing. */
export const HOOGSTE_KANAAL = 2 ** 31 - 1;

export interface Kanaalbericht {
  readonly kanaal: number;
  /** A view on the frame's own bytes. */
  readonly bericht: Uint8Array;
}

/** Bytes that make no frame: the sender is no client of ours (SY9). */
export class Framefout extends Error {
  override readonly name = 'Framefout';
}

/** Writes one bericht as a frame. Frames behind one another are a frame. */
export function maakFrame(kanaal: number, bericht: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(lengteVan(kanaal) + lengteVan(bericht.length) + bericht.length);
  let plaats = schrijfGetal(frame, 0, kanaal);
  plaats = schrijfGetal(frame, plaats, bericht.length);
  frame.set(bericht, plaats);
  return frame;
}

/** Reads a frame to its last byte, copying nothing. @throws Framefout */
export function leesFrame(frame: Uint8Array): Kanaalbericht[] {
  const berichten: Kanaalbericht[] = [];
  let plaats = 0;
  const getal = (): number => {
    let waarde = 0;
    // Five bytes hold 2^35: a kanaal and a length both fit in 31 bits.
    for (let macht = 0; macht < 5; macht += 1) {
      const byte = frame[plaats];
      if (byte === undefined) throw new Framefout('cut off');
      plaats += 1;
      waarde += (byte & 0x7f) * 128 ** macht;
      if (byte < 0x80) {
        if (waarde > HOOGSTE_KANAAL) throw new Framefout('number too large');
        return waarde;
      }
    }
    throw new Framefout('number too large');
  };
  while (plaats < frame.length) {
    const kanaal = getal();
    const lengte = getal();
    if (lengte > frame.length - plaats) throw new Framefout('cut off');
    berichten.push({ kanaal, bericht: frame.subarray(plaats, plaats + lengte) });
    plaats += lengte;
  }
  return berichten;
}

function lengteVan(getal: number): number {
  let lengte = 1;
  for (let rest = getal; rest >= 128; rest = Math.floor(rest / 128)) lengte += 1;
  return lengte;
}

function schrijfGetal(naar: Uint8Array, vanaf: number, getal: number): number {
  let plaats = vanaf;
  let rest = getal;
  while (rest >= 128) {
    naar[plaats] = (rest % 128) + 128;
    plaats += 1;
    rest = Math.floor(rest / 128);
  }
  naar[plaats] = rest;
  return plaats + 1;
}

/** The head of a binary message that is whole, as a server sends it: unmasked (RFC 6455, 5.2). */
const HEEL_EN_BINAIR = 0x82;
const LENGTE_IN_16_BITS = 126;
const LENGTE_IN_64_BITS = 127;

/**
 * A frame as a WebSocket message, head and all. What goes to many is so made once, where `ws` would make a head for each of
 * them and write it apart.
 */
export function websocketbericht(frame: Uint8Array): Uint8Array {
  const { length } = frame;
  const kop = length < LENGTE_IN_16_BITS ? 2 : length < 2 ** 16 ? 4 : 10;
  const bericht = new Uint8Array(kop + length);
  bericht[0] = HEEL_EN_BINAIR;
  bericht[1] = kop === 2 ? length : kop === 4 ? LENGTE_IN_16_BITS : LENGTE_IN_64_BITS;
  const blik = new DataView(bericht.buffer);
  if (kop === 4) blik.setUint16(2, length);
  if (kop === 10) blik.setBigUint64(2, BigInt(length));
  bericht.set(frame, kop);
  return bericht;
}

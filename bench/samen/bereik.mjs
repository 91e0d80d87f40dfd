import * as Y from 'yjs';

const TEKST = 4;
const HEEFT_RECHTS = 0b0100_0000;
const HEEFT_LINKS = 0b1000_0000;

/**
 * Whose change an update is and from which clock to which (exclusive), or null when it is none or of several people.
 * One character at the end of a text, nearly every update here, is read without making Yjs' objects of it.
 */
export function bereikVan(update) {
  let plaats = 0;
  const getal = () => {
    let waarde = 0;
    for (let macht = 1; ; macht *= 128) {
      const byte = update[plaats];
      plaats += 1;
      waarde += (byte & 0x7f) * macht;
      if (byte < 0x80) return waarde;
    }
  };
  if (getal() === 1 && getal() === 1) {
    const client = getal();
    const begin = getal();
    const info = update[plaats];
    plaats += 1;
    if ((info & 0b1_1111) === TEKST && (info & HEEFT_LINKS) !== 0 && (info & HEEFT_RECHTS) === 0) {
      getal();
      getal();
      const lengte = getal();
      // One byte a character only in ASCII, which is what the writers type.
      if (plaats + lengte < update.length) return { client, begin, eind: begin + lengte };
    }
  }
  const { structs } = Y.decodeUpdate(update);
  const eerste = structs[0];
  const laatste = structs.at(-1);
  if (eerste === undefined || eerste.id.client !== laatste.id.client) return null;
  return { client: eerste.id.client, begin: eerste.id.clock, eind: laatste.id.clock + laatste.length };
}

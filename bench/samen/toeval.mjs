/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export function toeval(zaad) {
  let stand = zaad;
  return () => {
    stand = (stand + 0x6d2b79f5) | 0;
    let getal = Math.imul(stand ^ (stand >>> 15), 1 | stand);
    getal = (getal + Math.imul(getal ^ (getal >>> 7), 61 | getal)) ^ getal;
    return ((getal ^ (getal >>> 14)) >>> 0) / 2 ** 32;
  };
}

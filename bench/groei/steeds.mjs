import { performance } from 'node:perf_hooks';
import { mediaan } from '../samen/mediaan.mjs';

const KEREN = 21;

/** The middle of some times, in ms, the first of which don't count. */
export async function steeds(doe) {
  const tijden = [];
  for (let n = 0; n < KEREN + 5; n += 1) {
    const begin = performance.now();
    await doe();
    tijden.push(performance.now() - begin);
  }
  return mediaan(tijden.slice(5));
}

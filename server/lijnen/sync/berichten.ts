import { Lezer } from '../../teksten/poort/lezer.ts';
import { Afgekeurd } from '../../teksten/poort/uitkomst.ts';

/** What y-websocket's provider sends on a kanaal (SY1), read to its last byte. */
export type Bericht =
  /** Its state vector: asks for what it lacks. */
  | { readonly soort: 'stap1'; readonly staat: Uint8Array }
  /** What the server lacks: the answer to the server's own step 1. */
  | { readonly soort: 'stap2'; readonly update: Uint8Array }
  | { readonly soort: 'update'; readonly update: Uint8Array }
  | { readonly soort: 'cursors'; readonly staten: Uint8Array }
  | { readonly soort: 'vraagCursors' };

const SYNC = 0;
const AWARENESS = 1;
const VRAAG_AWARENESS = 3;

/** Null when it is nothing that the provider writes. */
export function leesBericht(bytes: Uint8Array): Bericht | null {
  try {
    const lezer = new Lezer(bytes);
    const bericht = leesSoort(lezer);
    return lezer.rest === 0 ? bericht : null;
  } catch (fout) {
    if (fout instanceof Afgekeurd) return null;
    throw fout;
  }
}

function leesSoort(lezer: Lezer): Bericht | null {
  // Each in one byte, as the provider writes it: by that byte it is also counted and measured before it comes here.
  switch (lezer.byte()) {
    case SYNC:
      return leesSync(lezer.byte(), lezer.stuk());
    case AWARENESS:
      return { soort: 'cursors', staten: lezer.stuk() };
    case VRAAG_AWARENESS:
      return { soort: 'vraagCursors' };
    default:
      // Its auth messages go from server to client only.
      return null;
  }
}

function leesSync(stap: number, inhoud: Uint8Array): Bericht | null {
  switch (stap) {
    case 0:
      return isStaat(inhoud) ? { soort: 'stap1', staat: inhoud } : null;
    case 1:
      return { soort: 'stap2', update: inhoud };
    case 2:
      return { soort: 'update', update: inhoud };
    default:
      return null;
  }
}

/** Whether a frame holds more berichten than so many: counted before anything is made of them (SY10). */
export function isTeVol(frame: Uint8Array, hoogstens: number): boolean {
  try {
    const lezer = new Lezer(frame);
    for (let aantal = 0; lezer.rest > 0; aantal += 1) {
      if (aantal === hoogstens) return true;
      lezer.getal();
      lezer.stuk();
    }
    return false;
  } catch (fout) {
    if (fout instanceof Afgekeurd) return false;
    throw fout;
  }
}

/** A state vector: pairs of client and clock, as many as it says. Yjs would read NaN out of some bytes. */
function isStaat(staat: Uint8Array): boolean {
  const lezer = new Lezer(staat);
  const aantal = lezer.getal();
  if (aantal * 2 > lezer.rest) return false;
  for (let n = 0; n < aantal * 2; n += 1) lezer.getal();
  return lezer.rest === 0;
}

/** The server's step 1: asks for what this state lacks. */
export function stap1(staat: Uint8Array): Uint8Array {
  return metKop([SYNC, 0], staat);
}

/** The answer to a step 1. */
export function stap2(update: Uint8Array): Uint8Array {
  return metKop([SYNC, 1], update);
}

export function updateBericht(update: Uint8Array): Uint8Array {
  return metKop([SYNC, 2], update);
}

export function cursorBericht(staten: Uint8Array): Uint8Array {
  return metKop([AWARENESS], staten);
}

function metKop(kop: readonly number[], inhoud: Uint8Array): Uint8Array {
  const lengte = varUint(inhoud.length);
  const bericht = new Uint8Array(kop.length + lengte.length + inhoud.length);
  bericht.set(kop);
  bericht.set(lengte, kop.length);
  bericht.set(inhoud, kop.length + lengte.length);
  return bericht;
}

/** A number as lib0 writes it. */
export function varUint(getal: number): Uint8Array {
  const bytes: number[] = [];
  let rest = getal;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
  return Uint8Array.from(bytes);
}

import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';

/** What a message of y-websocket's provider is (SY1). */
export type Berichtsoort = 'stap1' | 'stap2' | 'update' | 'aanwezigheid' | 'anders';

const SYNC = 0;
const AANWEZIGHEID = 1;
const SYNCSOORTEN = ['stap1', 'stap2', 'update'] as const;

export function soortVan(bericht: Uint8Array): Berichtsoort {
  // The numbers are varUints, and each of these fits in its first byte.
  if (bericht[0] === AANWEZIGHEID) return 'aanwezigheid';
  if (bericht[0] !== SYNC) return 'anders';
  return SYNCSOORTEN[bericht[1] ?? SYNCSOORTEN.length] ?? 'anders';
}

/** A message with nobody in it: it tells the provider's watchdog that the line lives, and nothing else (SY12). */
export const NIEMAND = Uint8Array.of(AANWEZIGHEID, 1, 0);

/**
 * SY8: what of an awareness message concerns this client; null when nothing does. y-websocket's provider sends on
 * whatever it hears.
 */
export function alleenEigen(bericht: Uint8Array, clientId: number): Uint8Array | null {
  const decoder = createDecoder(bericht);
  readVarUint(decoder);
  const lijst = createDecoder(readVarUint8Array(decoder));
  const aantal = readVarUint(lijst);
  let eigen: { readonly klok: number; readonly staat: string } | null = null;
  for (let i = 0; i < aantal; i += 1) {
    const client = readVarUint(lijst);
    const klok = readVarUint(lijst);
    const staat = readVarString(lijst);
    if (client === clientId) eigen = { klok, staat };
  }
  if (eigen === null || aantal === 1) return eigen && bericht;

  const inhoud = createEncoder();
  writeVarUint(inhoud, 1);
  writeVarUint(inhoud, clientId);
  writeVarUint(inhoud, eigen.klok);
  writeVarString(inhoud, eigen.staat);
  const encoder = createEncoder();
  writeVarUint(encoder, AANWEZIGHEID);
  writeVarUint8Array(encoder, toUint8Array(inhoud));
  return toUint8Array(encoder);
}

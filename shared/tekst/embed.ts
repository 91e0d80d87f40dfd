import { VERMELDINGSOORTEN, type Vermelding } from './blok.ts';

/**
 * The anchor before a marker, and behind the last block (TX2): nobody sees it. What is typed at the end of a block
 * stands before it, and so stays in that block when another presses Enter there at the same time.
 */
export const ANKER = { eind: 1 } as const;

/** What an embed in a text is; null for what no editor writes. */
export type Embed =
  | { readonly soort: 'anker' }
  | { readonly soort: 'vermelding'; readonly wie: NonNullable<Vermelding> };

const ANKER_EMBED: Embed = { soort: 'anker' };
/** As the ids of members and deelnemers are written everywhere. */
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** Reads an embed to the letter: no key more, no other order of magnitude, no other kind (SY4). */
export function leesEmbed(waarde: unknown): Embed | null {
  if (!isObject(waarde)) return null;
  const sleutels = Object.keys(waarde);
  if (sleutels.length !== 1) return null;
  if (waarde.eind === ANKER.eind) return ANKER_EMBED;
  const { vermelding } = waarde;
  if (!isObject(vermelding) || Object.keys(vermelding).length !== 2) return null;
  const soort = VERMELDINGSOORTEN.find((een) => een === vermelding.soort);
  const { id } = vermelding;
  if (soort === undefined || typeof id !== 'string' || !UUID.test(id)) return null;
  return { soort: 'vermelding', wie: { soort, id } };
}

/** The embed that is an anchor; asked of every embed, so without reading the rest. */
export function isAnker(waarde: unknown): boolean {
  return isObject(waarde) && waarde.eind === ANKER.eind;
}

/** How a mention stands in a text (TX1). */
export function vermeldingEmbed({ soort, id }: NonNullable<Vermelding>): object {
  return { vermelding: { soort, id } };
}

function isObject(waarde: unknown): waarde is Record<string, unknown> {
  return typeof waarde === 'object' && waarde !== null && waarde.constructor === Object;
}

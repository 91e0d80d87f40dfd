import { isMerknaam, isSleutelwaarde, type Sleutelnaam } from '../../../shared/tekst/blok.ts';
import { leesEmbed } from '../../../shared/tekst/embed.ts';

/** A value of a key, of the kinds that an editor has. */
export type Waarde = string | number | null;

const ANKER_JSON = '{"eind":1}';

/** SY4: strong or em, on or off: a format's value can be any JSON, and everyone would get it. */
export function isOpmaak(naam: string, waardeJson: string): boolean {
  return isMerknaam(naam) && (waardeJson === 'true' || waardeJson === 'null');
}

/** SY4: an anchor or a mention, to the letter. Of a key that is there twice, JSON has the last, and the bytes both. */
export function isIngebed(json: string): boolean {
  if (json === ANKER_JSON) return true;
  const waarde = leesJson(json);
  return leesEmbed(waarde) !== null && JSON.stringify(waarde) === json;
}

/** SY4: what this key can be, and no zero with a sign, which editors compare in two ways. */
export function isWaarde(sleutel: Sleutelnaam, waarde: unknown): boolean {
  return isSleutelwaarde(sleutel, waarde) && !Object.is(waarde, -0);
}

function leesJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

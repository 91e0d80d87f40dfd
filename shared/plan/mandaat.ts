import { isVanGemeente } from '../lijsten.ts';
import type { Wet } from './kaartsoorten.ts';

/** From which zetels a law is carried out. Any other law may be that of each of the municipality's own. */
const UITVOERDERS: readonly (readonly [Wet, readonly string[]])[] = [
  ['participatiewet', ['participatie', 'inkomen']],
  ['wmo', ['wmo']],
  ['jeugdwet', ['jeugd']],
  ['wgs', ['schuldhulp']],
];

/**
 * The laws of which somebody on a zetel records a beschikking: they carry it out, and know what was sent. Who has the
 * mandate to decide stands on the beschikking itself (OV7, Awb 10:3).
 */
export function wettenVan(zetel: string): readonly Wet[] {
  if (!isVanGemeente(zetel)) return [];
  const eigen = UITVOERDERS.filter(([, zetels]) => zetels.includes(zetel)).map(([wet]) => wet);
  return [...eigen, 'anders'];
}

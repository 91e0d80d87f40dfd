import { exhaustief } from '../../shared/exhaustief.ts';
import type { Plaats } from '../ui/plaats.ts';
import { zichtbareLeefgebieden } from './groepen.ts';
import type { Kijk } from './kijk.ts';

/** NK5, NK36: of an address one may not follow is said what is said of one that leads nowhere. */
export const HIER_NIETS = 'Op dit adres staat voor u niets.';

/** Whether what an address leads to is there for this person. */
export function isHier(kijk: Kijk, { lidId, ding }: Plaats): boolean {
  if (lidId !== null && kijk.lid(lidId) === undefined) return false;
  if (ding === null) return true;
  switch (ding.soort) {
    case 'leefgebied':
      return zichtbareLeefgebieden(kijk).some(({ code }) => code === ding.id);
    case 'kaart':
      return kijk.bord.kaarten.some(({ id }) => id === ding.id);
    case 'tekst':
      return kijk.bord.velden.some(({ id }) => id === ding.id);
    default:
      return exhaustief(ding.soort);
  }
}

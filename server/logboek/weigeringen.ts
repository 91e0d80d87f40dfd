import { Id } from '../../shared/contract/gedeeld.ts';
import type { Route, Verzoek } from '../http/route.ts';
import type { Weigering } from '../kern/weigering.ts';
import type { Logboek } from './logboek.ts';

/** Refusals that say something about what somebody tried; the rest are slips of the pen. */
const VASTLEGGEN: ReadonlySet<number> = new Set([401, 403, 404, 422]);

/** Puts a refusal on record (NK10): who, which command, why; nothing of what they sent but ids in our own form. */
export function legWeigeringVast(
  logboek: Logboek,
  route: Route,
  verzoek: Verzoek<unknown>,
  weigering: Weigering,
): void {
  if (verzoek.wie === null || !VASTLEGGEN.has(weigering.status)) return;
  const gevraagd: Record<string, string> = {};
  for (const [naam, waarde] of Object.entries({ ...(verzoek.params as object) })) {
    const id = Id.safeParse(waarde);
    if (id.success) gevraagd[naam] = id.data;
  }
  logboek.legWeigeringVast({
    wie: verzoek.wie,
    opdracht: `${route.methode} ${route.pad}`,
    gevraagd,
    regel: weigering.code,
  });
}

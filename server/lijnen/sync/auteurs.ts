import { klokVan } from '../../teksten/poort/yjs.ts';
import type { Kanaal } from './lijn.ts';
import { LIJNMATEN } from './maten.ts';
import type { Zaal } from './zaal.ts';

const UUR = 60 * 60 * 1000;

/** Why a client id can't be this person's here; the client makes a new one. */
export type Auteursweigering = 'client_id_bezet' | 'te_veel_client_ids';

/**
 * SY3, NK18: announces a client id on a kanaal. From now on it is live here and nowhere else; bound for good it is
 * with its first stored update.
 * @returns why not, or null
 */
export function kondigAan(kanaal: Kanaal, clientId: number, nu: number): Auteursweigering | null {
  const { zaal, kamer, lijn, ids } = kanaal;
  if (ids.has(clientId)) return null;
  const binding = kamer.auteurs.get(clientId);
  if (binding === undefined) {
    // Structs without a binding came from here, or from an earlier tijdperk: nobody's to go on with.
    if (klokVan(kamer.doc, clientId) > 0) return 'client_id_bezet';
  } else if (binding.persoonId !== lijn.wie.persoonId || binding.tijdperk !== kamer.plek.tijdperk) {
    return 'client_id_bezet';
  }
  // Two connections under one id would write two things under one clock.
  if (zaal.levend.has(clientId)) return 'client_id_bezet';
  if (binding === undefined && aantalIds(zaal, lijn.wie.persoonId, nu) >= LIJNMATEN.idsPerUur) {
    return 'te_veel_client_ids';
  }
  zaal.geef(clientId, kanaal);
  ids.add(clientId);
  return null;
}

/** A kanaal closes: its ids are no longer live. One that wrote stays bound; one that didn't is anybody's again. */
export function laatIdsLos(kanaal: Kanaal): void {
  for (const id of kanaal.ids) kanaal.zaal.neem(id);
  kanaal.ids.clear();
}

/** Ids that a person bound in the last hour or announced just now: each is a row, and a client in everyone's copy. */
function aantalIds({ kamer, levend }: Zaal<Kanaal>, persoonId: string, nu: number): number {
  let aantal = 0;
  for (const binding of kamer.auteurs.values()) {
    if (binding.persoonId === persoonId && binding.op > nu - UUR) aantal += 1;
  }
  for (const [id, kanaal] of levend) {
    if (kanaal.lijn.wie.persoonId === persoonId && !kamer.auteurs.has(id)) aantal += 1;
  }
  return aantal;
}

import { type Plaats, plaatsUit } from '../ui/plaats.ts';

/** A screen, with what its address says. */
export type Route =
  | { readonly scherm: 'werkvoorraad' }
  | { readonly scherm: 'mijn-regie' }
  | { readonly scherm: 'aanmelden' }
  | { readonly scherm: 'casus-inbrengen' }
  | { readonly scherm: 'zoeken' }
  /** Null: all of one's overleggen. */
  | { readonly scherm: 'overleg'; readonly overlegId: string | null }
  /** What one reads before an overleg; null: of all that is one's own on its agenda. */
  | { readonly scherm: 'inlezen'; readonly overlegId: string; readonly agendapuntId: string | null }
  | { readonly scherm: 'bord'; readonly casusId: string; readonly plaats: Plaats }
  /** Of a device in the room, without anybody who is signed in (OV4). */
  | { readonly scherm: 'groot-scherm' }
  | { readonly scherm: Casusscherm; readonly casusId: string }
  | { readonly scherm: 'advies'; readonly adviesvraagId: string }
  | { readonly scherm: 'onbekend' };

/** Screens of a casus beside its board. */
const CASUSSCHERMEN = { '/afdrukken': 'afdruk' } as const;
type Casusscherm = (typeof CASUSSCHERMEN)[keyof typeof CASUSSCHERMEN];
const OVERLEG = /^\/overleggen(?:\/([-0-9a-f]{36})(\/inlezen(?:\/([-0-9a-f]{36}))?)?)?$/;
const ADVIES = '/advies/';

/**
 * The screen at an address (the path of a URL: no query, no hash). Addresses carry random ids and words that are the
 * same for everyone; in which case somebody types them doesn't matter.
 */
export function herkenRoute(pad: string): Route {
  const kaal = pad.toLowerCase().replace(/(?<=.)\/+$/, '');
  switch (kaal) {
    case '/':
      return { scherm: 'werkvoorraad' };
    case '/regie':
      return { scherm: 'mijn-regie' };
    case '/aanmelden':
      return { scherm: 'aanmelden' };
    case '/zoeken':
      return { scherm: 'zoeken' };
    case '/scherm':
      return { scherm: 'groot-scherm' };
    case '/casussen/nieuw':
      return { scherm: 'casus-inbrengen' };
  }
  const overleg = OVERLEG.exec(kaal);
  if (overleg !== null) {
    const [, overlegId = null, inlezen, agendapuntId = null] = overleg;
    if (overlegId === null || inlezen === undefined) return { scherm: 'overleg', overlegId };
    return { scherm: 'inlezen', overlegId, agendapuntId };
  }
  // What is no id is a question that there isn't.
  if (kaal.startsWith(ADVIES)) return { scherm: 'advies', adviesvraagId: kaal.slice(ADVIES.length) };
  for (const [einde, scherm] of Object.entries(CASUSSCHERMEN)) {
    if (!kaal.endsWith(einde)) continue;
    const casus = plaatsUit(kaal.slice(0, -einde.length));
    if (casus === undefined) continue;
    const { tab, lidId, ding } = casus.plaats;
    if (tab !== null || lidId !== null || ding !== null) return { scherm: 'onbekend' };
    return { scherm, casusId: casus.casusId };
  }
  const bord = plaatsUit(kaal);
  return bord === undefined ? { scherm: 'onbekend' } : { scherm: 'bord', ...bord };
}

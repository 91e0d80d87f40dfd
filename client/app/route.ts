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
  | { readonly scherm: 'bord'; readonly casusId: string; readonly plaats: Plaats }
  | { readonly scherm: 'groot-scherm'; readonly casusId: string }
  | { readonly scherm: 'advies'; readonly adviesvraagId: string }
  | { readonly scherm: 'onbekend' };

const GROOT_SCHERM = '/groot-scherm';
const OVERLEG = /^\/overleggen(?:\/([-0-9a-f]{36}))?$/;
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
    case '/casussen/nieuw':
      return { scherm: 'casus-inbrengen' };
  }
  const overleg = OVERLEG.exec(kaal);
  if (overleg !== null) return { scherm: 'overleg', overlegId: overleg[1] ?? null };
  // What is no id is a question that there isn't.
  if (kaal.startsWith(ADVIES)) return { scherm: 'advies', adviesvraagId: kaal.slice(ADVIES.length) };
  const isGroot = kaal.endsWith(GROOT_SCHERM);
  const bord = plaatsUit(isGroot ? kaal.slice(0, -GROOT_SCHERM.length) : kaal);
  if (bord === undefined) return { scherm: 'onbekend' };
  if (!isGroot) return { scherm: 'bord', ...bord };
  const { tab, lidId, ding } = bord.plaats;
  if (tab !== null || lidId !== null || ding !== null) return { scherm: 'onbekend' };
  return { scherm: 'groot-scherm', casusId: bord.casusId };
}

/** A screen, with what its address says. */
export type Route =
  | { readonly scherm: 'werkvoorraad' }
  | { readonly scherm: 'aanmelden' }
  | { readonly scherm: 'casus-inbrengen' }
  | { readonly scherm: 'bord'; readonly casusId: string }
  | { readonly scherm: 'groot-scherm'; readonly casusId: string }
  | { readonly scherm: 'onbekend' };

const CASUS = /^\/casussen\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(\/groot-scherm)?$/;

/** The screen at an address (the path of a URL: no query, no hash). Addresses carry random ids and nothing else. */
export function herkenRoute(pad: string): Route {
  const kaal = pad.length > 1 ? pad.replace(/\/+$/, '') || '/' : pad;
  switch (kaal) {
    case '/':
      return { scherm: 'werkvoorraad' };
    case '/aanmelden':
      return { scherm: 'aanmelden' };
    case '/casussen/nieuw':
      return { scherm: 'casus-inbrengen' };
  }
  const [, casusId, grootScherm] = CASUS.exec(kaal) ?? [];
  if (casusId === undefined) return { scherm: 'onbekend' };
  return { scherm: grootScherm === undefined ? 'bord' : 'groot-scherm', casusId };
}

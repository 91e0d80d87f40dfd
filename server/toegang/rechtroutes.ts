import { beeindigRecht, geefRecht, rechten as lijst } from '../../shared/contract/toegangsrechten.ts';
import { wieVan } from '../aanmelden/aanmelden.ts';
import { type Route, type Verzoek, voor } from '../http/route.ts';
import type { Rechten } from './rechten.ts';
import type { Toegang } from './toegang.ts';

/** Who reads along by a right: given and ended by who keeps it. */
export function rechtroutes({ toegang, rechten }: { toegang: Toegang; rechten: Rechten }): Route[] {
  const eisBewaarder = (v: Verzoek<{ readonly casusId: string; readonly compartimentId: string }>) => {
    const kijk = toegang.eisKijk(v.params.casusId, wieVan(v));
    return { kijk, compartiment: rechten.eisBewaarder(kijk, v.params.compartimentId) };
  };
  return [
    voor(geefRecht, {
      toelaten: eisBewaarder,
      doe: ({ kijk, compartiment }, { body }) => ({ id: rechten.geef(kijk, compartiment, body) }),
      opnieuw: {
        waar: ({ compartiment }) => compartiment.id,
        antwoord: ({ kijk, compartiment }, _, id) =>
          kijk.rechtenOp(compartiment.id).some(({ recht }) => recht.id === id) ? { id } : null,
      },
    }),
    voor(lijst, {
      toelaten: eisBewaarder,
      doe: ({ kijk, compartiment }) => ({ rechten: rechten.lijst(kijk, compartiment) }),
    }),
    voor(beeindigRecht, {
      toelaten: (v) => toegang.eisKijk(v.params.casusId, wieVan(v)),
      doe: (kijk, { params }) => rechten.beeindig(kijk, params.rechtId),
    }),
  ];
}

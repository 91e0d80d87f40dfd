import { beginConcept, deelConcept, gooiConceptWeg } from '../../shared/contract/concepten.ts';
import { wieVan } from '../aanmelden/aanmelden.ts';
import { type Route, type Verzoek, voor } from '../http/route.ts';
import type { Toegang } from '../toegang/toegang.ts';
import type { Concepten } from './concepten.ts';

/** What one is still writing: beginning it, sharing it, throwing it away. Its text goes over /sync. */
export function conceptroutes({ toegang, concepten }: { toegang: Toegang; concepten: Concepten }): Route[] {
  /** A concept of one's own, for the two commands on it. */
  const eisConcept = (v: Verzoek<{ readonly casusId: string; readonly veldId: string }>) => {
    const kijk = toegang.eisKijk(v.params.casusId, wieVan(v));
    return { kijk, concept: concepten.eisConcept(kijk, v.params.veldId) };
  };

  return [
    voor(beginConcept, {
      toelaten: (v) => {
        const kijk = toegang.eisKijk(v.params.casusId, wieVan(v));
        concepten.eisSchrijfbaarVeld(kijk, v.params.veldId);
        return kijk;
      },
      doe: (kijk, { params }) => concepten.begin(kijk, params.veldId),
      opnieuw: {
        // With the text for which it was begun: the concept itself may be shared already.
        waar: (kijk, { params }) => concepten.eisSchrijfbaarVeld(kijk, params.veldId).compartiment.id,
        antwoord: (kijk, { params }) =>
          concepten.heeft(kijk, params.veldId) ? concepten.begin(kijk, params.veldId) : null,
      },
    }),
    voor(deelConcept, {
      toelaten: eisConcept,
      doe: ({ kijk, concept }) => concepten.deel(kijk, concept),
    }),
    voor(gooiConceptWeg, {
      toelaten: eisConcept,
      doe: ({ kijk, concept }) => concepten.gooiWeg(kijk, concept),
    }),
  ];
}

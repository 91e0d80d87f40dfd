import { beginConcept, deelConcept, gooiConceptWeg, verbeterTekst } from '../../shared/contract/concepten.ts';
import { wieVan } from '../aanmelden/aanmelden.ts';
import { type Route, type Verzoek, voor } from '../http/route.ts';
import type { Kijk, Toegang } from '../toegang/toegang.ts';
import type { Concepten } from './concepten.ts';

/** A text, or the concept for one. */
type Bij = { readonly casusId: string; readonly veldId: string };

/** What one is still writing: beginning it, sharing it, throwing it away. Its text goes over /sync. */
export function conceptroutes({ toegang, concepten }: { toegang: Toegang; concepten: Concepten }): Route[] {
  /** A concept of one's own, for the two commands on it. */
  const eisConcept = (v: Verzoek<Bij>) => {
    const kijk = toegang.eisKijk(v.params.casusId, wieVan(v));
    return { kijk, concept: concepten.eisConcept(kijk, v.params.veldId) };
  };

  const toelaten = (v: Verzoek<Bij>) => {
    const kijk = toegang.eisKijk(v.params.casusId, wieVan(v));
    concepten.eisSchrijfbaarVeld(kijk, v.params.veldId);
    return kijk;
  };
  const opnieuw = {
    // With the text for which it was begun: the concept itself may be shared already.
    waar: (kijk: Kijk, { params }: { readonly params: Bij }) =>
      concepten.eisSchrijfbaarVeld(kijk, params.veldId).compartiment.id,
    antwoord: (kijk: Kijk, { params }: { readonly params: Bij }) =>
      concepten.heeft(kijk, params.veldId) ? concepten.begin(kijk, params.veldId) : null,
  };

  return [
    voor(beginConcept, {
      toelaten,
      doe: (kijk, { params }) => concepten.begin(kijk, params.veldId),
      opnieuw,
    }),
    voor(verbeterTekst, {
      toelaten,
      doe: (kijk, { params, kosten }) => {
        const { concept, gelezen } = concepten.verbeter(kijk, params.veldId);
        kosten.tekstbytes += gelezen;
        return concept;
      },
      opnieuw,
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

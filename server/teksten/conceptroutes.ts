import { Veld } from '../../shared/contract/casussen.ts';
import { Id } from '../../shared/contract/gedeeld.ts';
import { z } from '../../shared/contract/zod.ts';
import { wieVan } from '../aanmelden/aanmelden.ts';
import { type Route, route, type Verzoek } from '../http/route.ts';
import type { Toegang } from '../toegang/toegang.ts';
import type { Concepten } from './concepten.ts';

const veldParams = z.object({ casusId: Id, veldId: Id });

/** What one is still writing: beginning it, sharing it, throwing it away. Its text goes over /sync. */
export function conceptroutes({ toegang, concepten }: { toegang: Toegang; concepten: Concepten }): Route[] {
  /** A concept of one's own, for the two commands on it. */
  const eisConcept = (v: Verzoek<z.infer<typeof veldParams>>) => {
    const kijk = toegang.eisKijk(v.params.casusId, wieVan(v));
    return { kijk, concept: concepten.eisConcept(kijk, v.params.veldId) };
  };

  return [
    route({
      methode: 'post',
      pad: '/casussen/{casusId}/velden/{veldId}/concept',
      samenvatting: 'Beginnen aan een concept bij een tekst, of verdergaan met wat u er had',
      params: veldParams,
      sessie: 'nodig',
      antwoord: { status: 201, schema: Veld, beschrijving: 'De tekst van uw concept; alleen u ziet die' },
      toelaten: (v) => {
        const kijk = toegang.eisKijk(v.params.casusId, wieVan(v));
        concepten.eisSchrijfbaarVeld(kijk, v.params.veldId);
        return kijk;
      },
      doe: (kijk, _body, _query, v) => ({ status: 201, body: concepten.begin(kijk, v.params.veldId) }),
    }),
    route({
      methode: 'post',
      pad: '/casussen/{casusId}/concepten/{veldId}/deling',
      samenvatting: 'Een concept delen met wie de tekst lezen waar het bij hoort',
      params: veldParams,
      sessie: 'nodig',
      antwoord: { status: 204, beschrijving: 'Het staat nu in die tekst, en nergens anders' },
      toelaten: eisConcept,
      doe: ({ kijk, concept }) => {
        concepten.deel(kijk, concept);
        return { status: 204 };
      },
    }),
    route({
      methode: 'delete',
      pad: '/casussen/{casusId}/concepten/{veldId}',
      samenvatting: 'Een concept weggooien',
      params: veldParams,
      sessie: 'nodig',
      antwoord: { status: 204, beschrijving: 'Het is weg' },
      toelaten: eisConcept,
      doe: ({ kijk, concept }) => {
        concepten.gooiWeg(kijk, concept);
        return { status: 204 };
      },
    }),
  ];
}

import { DemoMedewerkers, NieuweSessie, Sessie } from '../../shared/contract/mensen.ts';
import { z } from '../../shared/contract/zod.ts';
import { type Route, route, type Wie } from '../http/route.ts';
import { kanNiet, nietGevonden } from '../kern/weigering.ts';
import { type Aanmelden, wieVan } from './aanmelden.ts';

/** Who am I, signing out, and, only in demo mode, signing in as one of the invented people. */
export function aanmeldroutes(aanmelden: Aanmelden, demo: boolean): Route[] {
  const geen = z.object({});
  const algemeen = [
    route({
      methode: 'get',
      pad: '/sessies/huidige',
      samenvatting: 'Wie ben ik',
      params: geen,
      sessie: 'nodig',
      antwoord: { status: 200, schema: Sessie, beschrijving: 'Wie is aangemeld' },
      toelaten: wieVan,
      doe: (wie) => ({ status: 200, body: wieBenIk(aanmelden, wie) }),
    }),
    route({
      methode: 'delete',
      pad: '/sessies/huidige',
      samenvatting: 'Afmelden',
      params: geen,
      sessie: 'nodig',
      antwoord: { status: 204, beschrijving: 'Afgemeld' },
      toelaten: wieVan,
      doe: (wie) => ({ status: 204, headers: { 'Set-Cookie': aanmelden.eindig(wie) } }),
    }),
  ];
  return demo ? [...algemeen, ...demoroutes(aanmelden)] : algemeen;
}

function demoroutes(aanmelden: Aanmelden): Route[] {
  const geen = z.object({});
  return [
    route({
      methode: 'get',
      pad: '/demo/medewerkers',
      samenvatting: 'De bedachte mensen van de demo',
      params: geen,
      sessie: 'geen',
      antwoord: { status: 200, schema: DemoMedewerkers, beschrijving: 'Als wie u zich kunt aanmelden' },
      toelaten: () => null,
      doe: () => ({
        status: 200,
        body: {
          medewerkers: aanmelden
            .medewerkers()
            .map(({ id, naam, functie, organisatie }) => ({ id, naam, functie, organisatie })),
        },
      }),
    }),
    route({
      methode: 'post',
      pad: '/sessies',
      samenvatting: 'Aanmelden als iemand uit de demo',
      params: geen,
      body: NieuweSessie,
      sessie: 'geen',
      antwoord: { status: 201, schema: Sessie, beschrijving: 'Aangemeld; de sessie staat in de cookie' },
      toelaten: () => null,
      doe: (_, body, _query, { wie }) => {
        if (aanmelden.medewerker(body.medewerkerId) === null) {
          throw kanNiet('medewerker_onbekend', 'Deze persoon is er niet. Kies iemand uit de lijst.');
        }
        // Who signs in as somebody else in the same browser is no longer the first.
        if (wie !== null) aanmelden.eindig(wie);
        const { sessieId, cookie } = aanmelden.begin(body.medewerkerId);
        return {
          status: 201,
          headers: { 'Set-Cookie': cookie },
          body: wieBenIk(aanmelden, { sessieId, persoonId: body.medewerkerId }),
        };
      },
    }),
  ];
}

function wieBenIk(aanmelden: Aanmelden, wie: Wie): Sessie {
  const medewerker = aanmelden.medewerker(wie.persoonId);
  const verlooptOp = aanmelden.eindeVan(wie.sessieId);
  if (medewerker === null || verlooptOp === null) throw nietGevonden();
  return {
    medewerkerId: medewerker.id,
    naam: medewerker.naam,
    functie: medewerker.functie,
    organisatie: medewerker.organisatie,
    zetels: [...medewerker.zetels],
    verlooptOp: new Date(verlooptOp).toISOString(),
  };
}

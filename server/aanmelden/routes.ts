import {
  beginSessie,
  demoMedewerkers,
  eindigSessie,
  huidigeSessie,
  type Sessie,
} from '../../shared/contract/sessies.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { type Route, voor, type Wie } from '../http/route.ts';
import type { Budgetten } from '../kern/budget.ts';
import { kanNiet, nietGevonden, Weigering } from '../kern/weigering.ts';
import { type Aanmelden, wieVan } from './aanmelden.ts';

interface Delen {
  readonly aanmelden: Aanmelden;
  readonly budgetten: Budgetten;
  readonly sleutels: GeopendeDatabase['sleutels'];
  /** Whether somebody can direct a casus from this zetel. */
  readonly regisseert: (zetel: string) => boolean;
}

/** Who am I, signing out, and, only in demo mode, signing in as one of the invented people. */
export function aanmeldroutes(delen: Delen, demo: boolean): Route[] {
  const { aanmelden } = delen;
  const algemeen = [
    voor(huidigeSessie, { toelaten: wieVan, doe: (wie) => wieBenIk(delen, wie) }),
    voor(eindigSessie, {
      toelaten: wieVan,
      doe: (wie, { koppen }) => {
        koppen['Set-Cookie'] = aanmelden.eindig(wie);
      },
    }),
  ];
  return demo ? [...algemeen, ...demoroutes(delen)] : algemeen;
}

function demoroutes(delen: Delen): Route[] {
  const { aanmelden, budgetten } = delen;
  return [
    voor(demoMedewerkers, {
      toelaten: () => null,
      doe: () => ({
        medewerkers: aanmelden
          .medewerkers()
          .map(({ id, naam, functie, organisatie }) => ({ id, naam, functie, organisatie })),
      }),
    }),
    voor(beginSessie, {
      toelaten: () => null,
      doe: (_, { body, wie, koppen }) => {
        if (aanmelden.medewerker(body.medewerkerId) === null) {
          throw kanNiet('medewerker_onbekend', 'Deze persoon is er niet. Kies iemand uit de lijst.');
        }
        if (!budgetten.van(body.medewerkerId).aanmeldingen.neem(budgetten.nu())) throw teVaakAangemeld();
        // Who signs in as somebody else in the same browser is no longer the first.
        if (wie !== null) aanmelden.eindig(wie);
        const { sessieId, cookie } = aanmelden.begin(body.medewerkerId);
        koppen['Set-Cookie'] = cookie;
        return wieBenIk(delen, { sessieId, persoonId: body.medewerkerId });
      },
    }),
  ];
}

function wieBenIk({ aanmelden, sleutels, regisseert }: Delen, wie: Wie): Sessie {
  const medewerker = aanmelden.medewerker(wie.persoonId);
  const verlooptOp = aanmelden.eindeVan(wie.sessieId);
  if (medewerker === null || verlooptOp === null) throw nietGevonden();
  return {
    medewerkerId: medewerker.id,
    naam: medewerker.naam,
    functie: medewerker.functie,
    organisatie: medewerker.organisatie,
    zetels: [...medewerker.zetels],
    regisseert: medewerker.zetels.some(regisseert),
    verlooptOp: new Date(verlooptOp).toISOString(),
    kladsleutel: sleutels.kladsleutel(medewerker.id).toString('base64'),
  };
}

/** ST6: each sign-in is a session and a line of the record. */
function teVaakAangemeld(): Weigering {
  return new Weigering(
    429,
    'te_snel',
    'Op deze naam is vaak achter elkaar aangemeld. Wacht een minuut en probeer het opnieuw.',
  );
}

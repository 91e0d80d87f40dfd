import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from '../shared/api/zod.ts';
import { laadMatrix } from '../shared/need-to-know/matrix.ts';
import { STANDAARDMATRIX } from '../shared/need-to-know/standaardmatrix.ts';
import { Aanmelden } from './aanmelden/aanmelden.ts';
import { aanmeldroutes } from './aanmelden/routes.ts';
import { Casussen } from './casus/casus.ts';
import type { GeopendeDatabase } from './database/database.ts';
import { type HttpGrenzen, maakHttp, STANDAARDGRENZEN } from './http/http.ts';
import { Openstaand } from './http/openstaand.ts';
import { type Route, route } from './http/route.ts';
import { bewaakUpgrades } from './http/upgrades.ts';
import { Weigering } from './http/weigering.ts';
import { Live } from './live/live.ts';
import { Logboek } from './logboek/logboek.ts';
import { legWeigeringVast } from './logboek/weigeringen.ts';
import type { Omgeving } from './omgeving.ts';
import { Concepten } from './plan/concepten.ts';
import { conceptroutes } from './plan/conceptroutes.ts';
import { Inbrengen } from './plan/inbrengen.ts';
import { zetTekstenOm } from './plan/omzetting.ts';
import { Plan } from './plan/plan.ts';
import { planroutes } from './plan/routes.ts';
import { Sync } from './plan/sync/sync.ts';
import { Teksten } from './plan/sync/teksten.ts';
import { Tijdperken } from './plan/tijdperken.ts';
import { Werk } from './plan/werkvoorraad.ts';
import { matrixOp } from './toegang/matrixversies.ts';
import { toegangroutes } from './toegang/routes.ts';
import { Toegang } from './toegang/toegang.ts';
import { Zetels } from './toegang/zetels.ts';

/** What an app is made of. */
export interface AppDelen {
  readonly database: GeopendeDatabase;
  readonly omgeving: Omgeving;
  /** Signing in as one of the invented people; only on loopback, which main.ts sees to. */
  readonly demo: boolean;
  /** Cookies with `Secure`. */
  readonly secure: boolean;
  /** Folder of the built client, or null. */
  readonly clientMap: string | null;
  readonly grenzen?: Partial<HttpGrenzen>;
  /** Is told of a fault that is ours. */
  readonly bijFout: (fout: unknown) => void;
  /** The disk failed in the midst of a COMMIT: nobody knows what is on it, and the process must end (SY5). */
  readonly bijSchijffout: (fout: unknown) => void;
}

/** The capabilities, put together: this file alone knows them all. */
export interface App {
  readonly http: Server;
  readonly live: Live;
  readonly sync: Sync;
  readonly teksten: Teksten;
  readonly tijdperken: Tijdperken;
  readonly routes: readonly Route[];
  readonly aanmelden: Aanmelden;
  readonly casussen: Casussen;
  readonly toegang: Toegang;
  readonly zetels: Zetels;
  readonly plan: Plan;
  readonly inbrengen: Inbrengen;
  /** Starts listening. @returns the port */
  luister(poort: number, adres: string): Promise<number>;
  /** Stops; the database stays the caller's. */
  sluit(): Promise<void>;
}

/**
 * Puts the capabilities together in their order, and connects what a lower one tells a higher one.
 * @throws DatabaseFout when texts of an older version can't be written anew
 */
export function maakApp(delen: AppDelen): App {
  const { database, omgeving } = delen;
  const regels = laadMatrix(matrixOp(database, omgeving, STANDAARDMATRIX));
  const openstaand = new Openstaand();
  const logboek = new Logboek(database, omgeving);
  const aanmelden = new Aanmelden({ database, omgeving, logboek, secure: delen.secure });
  const casussen = new Casussen(database, omgeving, regels);
  // Before anything reads a text.
  zetTekstenOm({ database, omgeving, casussen, bijFout: delen.bijFout });
  const toegang = new Toegang({ database, omgeving, logboek, casussen, regels });
  const zetels = new Zetels({ toegang, casussen, aanmelden, logboek, omgeving });
  const teksten = new Teksten({
    database,
    omgeving,
    bijFout: delen.bijFout,
    bijSchijffout: delen.bijSchijffout,
  });
  const plan = new Plan({ database, omgeving, logboek, toegang, teksten });
  const inbrengen = new Inbrengen({ database, omgeving, logboek, aanmelden, casussen, toegang, plan });
  const concepten = new Concepten({ database, omgeving, logboek, casussen, toegang, teksten });
  const tijdperken = new Tijdperken({ database, casussen, toegang, teksten, omgeving });
  const werk = new Werk({ toegang, casussen, plan, omgeving });

  const routes = [
    gezondheidsroute(database, teksten),
    ...aanmeldroutes(aanmelden, delen.demo),
    ...planroutes({ plan, toegang, inbrengen, werk, logboek, omgeving }),
    ...conceptroutes({ toegang, concepten }),
    ...toegangroutes({ toegang, zetels, casussen, logboek }),
  ];
  const express = maakHttp({
    routes,
    herkenSessie: (verzoek) => aanmelden.herken(verzoek),
    bijWeigering: (_route, verzoek, weigering) => legWeigeringVast(logboek, _route, verzoek, weigering),
    bijFout: delen.bijFout,
    openstaand,
    clientMap: delen.clientMap,
    grenzen: { ...STANDAARDGRENZEN, ...delen.grenzen },
  });
  const http = createServer(express);
  bewaakUpgrades(http, ['/live/', '/sync/']);
  const live = new Live(http, {
    herkenSessie: (verzoek) => aanmelden.herken(verzoek),
    eindeVanSessie: (sessieId) => aanmelden.eindeVan(sessieId),
    casussen,
    toegang,
    plan,
    omgeving,
    bijFout: delen.bijFout,
  });

  const sync = new Sync(http, {
    herkenSessie: (verzoek) => aanmelden.herken(verzoek),
    eindeVanSessie: (sessieId) => aanmelden.eindeVan(sessieId),
    casussen,
    toegang,
    teksten,
    logboek,
    omgeving,
    bijFout: delen.bijFout,
  });

  toegang.verbindGenoemden((kijk) => plan.genoemden(kijk));
  toegang.opVerlies.voegToe(({ medewerkerId }) => openstaand.breekAf(medewerkerId));
  // The texts first: they close before anything else is told (NK7).
  toegang.opZicht.voegToe(({ casusId }) => sync.herzie(casusId));
  toegang.opZicht.voegToe(({ casusId }) => live.herzie(casusId));
  toegang.opOpening.voegToe(({ casusId, sessieId }) => sync.opende(casusId, sessieId));
  toegang.opOpening.voegToe(({ casusId, sessieId }) => live.opende(casusId, sessieId));
  plan.opKaart.voegToe((gebeurtenis) => sync.opKaart(gebeurtenis));
  plan.opKaart.voegToe((gebeurtenis) => live.stuurKaart(gebeurtenis));
  aanmelden.opEinde.voegToe(({ sessieId }) => sync.eindigSessie(sessieId));
  aanmelden.opEinde.voegToe(({ sessieId }) => live.eindigSessie(sessieId));

  return {
    http,
    live,
    sync,
    teksten,
    tijdperken,
    routes,
    aanmelden,
    casussen,
    toegang,
    zetels,
    plan,
    inbrengen,
    luister: (poort, adres) =>
      new Promise((klaar, mislukt) => {
        http.once('error', mislukt);
        http.listen(poort, adres, () => {
          http.off('error', mislukt);
          // A TCP server that listens has an address with a port.
          klaar((http.address() as AddressInfo).port);
        });
      }),
    sluit: async () => {
      await sync.sluit();
      await live.sluit();
      http.closeAllConnections();
      await new Promise<void>((klaar) => http.close(() => klaar()));
    },
  };
}

function gezondheidsroute(database: GeopendeDatabase, teksten: Teksten): Route {
  return route({
    methode: 'get',
    pad: '/gezondheid',
    samenvatting: 'Of Regietafel kan lezen en schrijven',
    params: z.object({}),
    sessie: 'geen',
    antwoord: {
      status: 200,
      schema: z.object({ status: z.literal('ok') }),
      beschrijving: 'Klaar voor gebruik',
    },
    toelaten: () => null,
    doe: () => {
      if (database.gezondheid().gezond && teksten.isGezond()) return { status: 200, body: { status: 'ok' } };
      throw new Weigering(
        503,
        'opslag_onbereikbaar',
        'Regietafel kan nu niet bewaren. Probeer het over een minuut opnieuw.',
      );
    },
  });
}

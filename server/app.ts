import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gezondheid } from '../shared/contract/gezondheid.ts';
import { laadMatrix } from '../shared/need-to-know/matrix.ts';
import { STANDAARDMATRIX } from '../shared/need-to-know/standaardmatrix.ts';
import { Aanmelden } from './aanmelden/aanmelden.ts';
import { aanmeldroutes } from './aanmelden/routes.ts';
import { Advies } from './advies/advies.ts';
import { Adviezenkast } from './advies/adviezenkast.ts';
import { adviesroutes } from './advies/routes.ts';
import { Casussen, klokstandVan, randenVan } from './casus/casus.ts';
import { Casusomvang } from './casus/casusomvang.ts';
import type { GeopendeDatabase } from './database/database.ts';
import { Eenmaal } from './eenmaal/eenmaal.ts';
import { WACHTKAMER } from './http/deuren.ts';
import { isVoorEenAnder } from './http/getekend.ts';
import { bewaakHosts, isLoopbackNaam } from './http/hosts.ts';
import { type HttpGrenzen, maakHttp, STANDAARDGRENZEN } from './http/http.ts';
import { Openstaand } from './http/openstaand.ts';
import { type Route, voor } from './http/route.ts';
import { bewaakUpgrades } from './http/upgrades.ts';
import { Beurten } from './kern/beurten.ts';
import { type Budgetmaten, Budgetten } from './kern/budget.ts';
import { Klok } from './kern/klok.ts';
import type { Omgeving } from './kern/omgeving.ts';
import { OMVANG, type Omvang } from './kern/omvang.ts';
import { Onleesbaren } from './kern/onleesbaar.ts';
import { isOpslagfout } from './kern/opslagfout.ts';
import { Stappen } from './kern/stap.ts';
import { TERMIJNEN, type Termijnen } from './kern/termijnen.ts';
import { Weigering } from './kern/weigering.ts';
import { Live } from './lijnen/live/live.ts';
import { LIJNMATEN } from './lijnen/sync/maten.ts';
import { Sync } from './lijnen/sync/sync.ts';
import { Logboek, zetLogboekOm } from './logboek/logboek.ts';
import { legWeigeringVast } from './logboek/weigeringen.ts';
import { Overleg } from './overleg/overleg.ts';
import { overlegroutes } from './overleg/routes.ts';
import { Gezien } from './plan/gezien.ts';
import { Afdrukken } from './plan/afdruk.ts';
import { Bezwaren } from './plan/bezwaren.ts';
import { Bezwarenkast } from './plan/bezwarenkast.ts';
import { Inbrengen } from './plan/inbrengen.ts';
import { MijnRegie } from './plan/mijn-regie.ts';
import { Plan } from './plan/plan.ts';
import { planroutes } from './plan/routes.ts';
import { Sinds } from './plan/sinds.ts';
import { Werk } from './plan/werkvoorraad.ts';
import { Zoeken } from './plan/zoeken.ts';
import { kanRegisseren } from './regie/bekwaam.ts';
import { Onbeantwoord } from './regie/onbeantwoord.ts';
import { Regie } from './regie/regie.ts';
import { regieroutes } from './regie/routes.ts';
import { Concepten } from './teksten/concepten.ts';
import { conceptroutes } from './teksten/conceptroutes.ts';
import { schrijverroutes } from './teksten/schrijvers.ts';
import { zetTekstenOm } from './teksten/omzetting.ts';
import { Teksten } from './teksten/teksten.ts';
import { Bevestigen } from './toegang/bevestigen.ts';
import { matrixOp } from './toegang/matrixversies.ts';
import { Rechten } from './toegang/rechten.ts';
import { rechtroutes } from './toegang/rechtroutes.ts';
import { toegangroutes } from './toegang/routes.ts';
import { Tijdperken } from './toegang/tijdperken.ts';
import { type Kijk, Kijkers, Toegang } from './toegang/toegang.ts';
import { Verzoeken } from './toegang/verzoeken.ts';
import { VoorAdvies } from './toegang/voor-advies.ts';
import { Verzoekkast } from './toegang/verzoekkast.ts';
import { verzoekroutes } from './toegang/verzoekroutes.ts';
import { Zetels } from './toegang/zetels.ts';

/** What an app is made of. */
export interface AppDelen {
  readonly database: GeopendeDatabase;
  readonly omgeving: Omgeving;
  /** Signing in as one of the invented people; only on loopback, which main.ts sees to. */
  readonly demo: boolean;
  /** Names by which people come here (ST7), beside this machine's own in demo mode; none when left out. */
  readonly hosts?: ReadonlySet<string>;
  /** Cookies with `Secure`. */
  readonly secure: boolean;
  /** Folder of the built client, or null. */
  readonly clientMap: string | null;
  readonly grenzen?: Partial<HttpGrenzen>;
  /** What one person may cost (ST6). */
  readonly budget?: Partial<Budgetmaten>;
  /** Where sizes end (ST6). */
  readonly omvang?: Partial<Omvang>;
  /** How long things last or may take. */
  readonly termijnen?: Partial<Termijnen>;
  /** Is told of a fault that is ours. */
  readonly bijFout: (fout: unknown) => void;
  /** The disk failed in the midst of a COMMIT: nobody knows what is on it, and the process must end (SY5). */
  readonly bijSchijffout: (fout: unknown) => void;
}

/** Looked at again this often for what begins and ends by the clock, and for housekeeping. */
const WEKKER_MS = 1_000;

/** The capabilities, put together: this file alone knows them all. */
export interface App {
  readonly http: Server;
  readonly live: Live;
  readonly sync: Sync;
  readonly stappen: Stappen;
  readonly kijkers: Kijkers;
  readonly teksten: Teksten;
  readonly tijdperken: Tijdperken;
  readonly routes: readonly Route[];
  readonly logboek: Logboek;
  readonly aanmelden: Aanmelden;
  readonly casussen: Casussen;
  readonly toegang: Toegang;
  readonly zetels: Zetels;
  readonly regie: Regie;
  readonly plan: Plan;
  readonly inbrengen: Inbrengen;
  readonly overleg: Overleg;
  readonly advies: Advies;
  /**
   * Does what began or ended by the clock since the last time, and tells it; by itself it is done before every step and
   * each second, and told soon after.
   */
  loopAf(): void;
  /** Starts listening. @returns the port */
  luister(poort: number, adres: string): Promise<number>;
  /** Stops; the database stays the caller's. */
  sluit(): Promise<void>;
}

/**
 * Puts the capabilities together in their order, and connects what a lower one tells a higher one.
 * @throws DatabaseFout when texts of an older version can't be written anew
 */
export function maakApp(gegeven: AppDelen): App {
  const onleesbaar = new Onleesbaren(gegeven.bijFout);
  const { bijFout } = onleesbaar;
  const delen = { ...gegeven, bijFout };
  const { database } = delen;
  const grenzen = { ...STANDAARDGRENZEN, ...delen.grenzen };
  const budgetten = new Budgetten({ ...grenzen, ...delen.budget });
  const omvang = { ...OMVANG, ...delen.omvang };
  const huis = maakHuis(delen, onleesbaar, omvang);
  const {
    stappen,
    omgeving,
    logboek,
    aanmelden,
    casussen,
    eenmaal,
    toegang,
    kijkers,
    teksten,
    plan,
    gezien,
    regie,
    overleg,
  } = huis;
  const openstaand = new Openstaand();
  const beurten = new Beurten();
  const zetels = new Zetels({ toegang, casussen, aanmelden, logboek, omgeving });
  const bevestigen = new Bevestigen({ toegang, casussen, logboek });
  const termijnen = { ...TERMIJNEN, ...delen.termijnen };
  const rechten = new Rechten({ toegang, casussen, logboek, omgeving, termijnen });
  const verzoekkast = new Verzoekkast({ database, omgeving, onleesbaar, casussen, stappen });
  casussen.voegBewaarderToe(verzoekkast);
  const vanVerzoeken = { kast: verzoekkast, casussen, omgeving, logboek, toegang, termijnen };
  const voorAdvies = new VoorAdvies(vanVerzoeken);
  const verzoeken = new Verzoeken({ ...vanVerzoeken, rechten, voorAdvies });
  regie.tweedeHanden.voegToe(new Onbeantwoord({ aanmelden, omgeving, verzoeken }));
  const bezwarenkast = new Bezwarenkast({ database });
  casussen.voegBewaarderToe(bezwarenkast);
  const bezwaren = new Bezwaren({
    kast: bezwarenkast,
    plan,
    toegang,
    casussen,
    aanmelden,
    logboek,
    omgeving,
  });
  regie.tweedeHanden.voegToe(bezwaren);
  const inbrengen = new Inbrengen({ stappen, omgeving, logboek, aanmelden, casussen, toegang, plan });
  const concepten = new Concepten({
    database,
    omgeving,
    stappen,
    logboek,
    casussen,
    toegang,
    teksten,
    onleesbaar,
    omvang,
  });
  const tijdperken = new Tijdperken({ casussen, toegang, omgeving, stappen });
  const sinds = new Sinds({ database, omgeving, stappen, onleesbaar, teksten, plan, gezien });
  const zoeken = new Zoeken({ database, onleesbaar, toegang, teksten, plan });
  const afdrukken = new Afdrukken({ database, toegang, teksten, plan });
  const bronnen = { toegang, casussen, plan, sinds, verzoeken, omgeving, onleesbaar };
  const regiewerk = new MijnRegie({ ...bronnen, teksten });
  // What an overleg agreed: the overleg stands higher.
  const overlegwerk = { inPlan: (kijk: Kijk) => overleg.tafelbladen.stukken.inPlan(kijk) };
  const werk = new Werk({ ...bronnen, database, overleg: overlegwerk });

  const adviezenkast = new Adviezenkast({ database, omgeving, onleesbaar, casussen });
  casussen.voegBewaarderToe(adviezenkast);
  const advies = new Advies({
    kast: adviezenkast,
    bron: { database, casussen, plan, teksten, regels: toegang.regels },
    omgeving,
    stappen,
    logboek,
    aanmelden,
    casussen,
    toegang,
    anderen: voorAdvies,
    eisTot: (tot, van) => rechten.eisTot(tot, van),
  });

  overleg.tafelbladen.verbindAdvies((casusId, wie) => advies.lopendeVan(casusId, wie));

  const routes = [
    gezondheidsroute(database, teksten),
    ...aanmeldroutes(
      {
        aanmelden,
        budgetten,
        sleutels: database.sleutels,
        regisseert: (zetel) => kanRegisseren({ zetel }, toegang.regels),
      },
      delen.demo,
    ),
    ...planroutes({
      plan,
      bezwaren,
      toegang,
      inbrengen,
      werk,
      sinds,
      regiewerk,
      zoeken,
      afdrukken,
      logboek,
      omgeving,
      omvang,
      termijnen,
    }),
    ...regieroutes({ regie, toegang, casussen }),
    ...schrijverroutes({ database, toegang, teksten }),
    ...conceptroutes({ toegang, concepten }),
    ...toegangroutes({ toegang, zetels, bevestigen, casussen, logboek }),
    ...rechtroutes({ toegang, rechten }),
    ...verzoekroutes({ toegang, casussen, verzoeken, voorAdvies }),
    ...overlegroutes({ overleg, casussen, budgetten }),
    ...adviesroutes({ toegang, advies }),
  ];
  const herkenSessie = (verzoek: IncomingMessage) => aanmelden.herken(verzoek);
  /** ST12: for a page that was drawn for another there is no session. */
  const herkenLijn = (verzoek: IncomingMessage) => {
    const wie = aanmelden.herken(verzoek);
    return wie === null || isVoorEenAnder(verzoek, wie) ? null : wie;
  };
  const express = maakHttp({
    routes,
    stappen,
    herkenSessie,
    herkenScherm: (verzoek) => overleg.schermen.herken(verzoek),
    bijWeigering: (geweigerd, verzoek, weigering) => legWeigeringVast(logboek, geweigerd, verzoek, weigering),
    bijFout,
    onthouden: eenmaal,
    openstaand,
    clientMap: delen.clientMap,
    grenzen,
    budgetten,
    beurten,
    omvang,
  });
  const http = createServer(express);
  bewaakUpgrades(http, ['/live/', '/sync/']);
  const live = new Live(http, {
    herkenSessie: herkenLijn,
    stappen,
    omgeving,
    toegang,
    kijkers,
    plan,
    verzoeken,
    overleg,
    advies,
    budgetten,
    beurten,
    omvang,
    breekAf: (schermId) => openstaand.breekAf(schermId),
    bijFout,
  });
  const sync = new Sync(http, {
    herkenSessie: herkenLijn,
    stappen,
    toegang,
    kijkers,
    teksten,
    logboek,
    omgeving,
    budgetten,
    beurten,
    omvang,
    bijFout,
  });

  bewaakHosts(http, (naam) => delen.hosts?.has(naam) === true || (delen.demo && isLoopbackNaam(naam)));

  toegang.verbindGenoemden((kijk) => plan.genoemden(kijk));
  toegang.bijNietMeerLezen = (persoonId, compartimentIds) => gezien.vergeet(persoonId, compartimentIds);
  plan.bijSchrijven = (kijk, wijziging) => sinds.schreef(kijk, wijziging);
  regie.overdragen.verbindPlan((beeld, door, besluit) => plan.legBesluitVast(beeld, door, besluit));
  toegang.opVerlies.voegToe(({ persoonId }) => openstaand.breekAf(persoonId));
  // The texts first: they close before anything else is told (NK7).
  kijkers.voegKantToe(sync);
  kijkers.voegKantToe(live);
  toegang.opZicht.voegToe(({ casusId, wanneer }) => kijkers.herzie(casusId, wanneer));
  toegang.opOpening.voegToe(({ casusId, sessieId }) => kijkers.opende(casusId, sessieId));
  overleg.opVerandering.voegToe(({ overlegIds }) => live.herzieOverleggen(overlegIds));
  // Who takes part in a casus sees it on an agenda.
  toegang.opZicht.voegToe(({ casusId }) => live.herzieOverleggenMet(casusId));
  regie.opTeksten.voegToe(({ compartimentId }) => teksten.herzieVelden(compartimentId));
  teksten.opVal.voegToe((val) => sync.laatVallen(val));
  teksten.opWijziging.voegToe((wijziging) => sync.deel(wijziging));
  plan.opKaart.voegToe(({ wijzigingen }) => {
    const waar = new Set(wijzigingen.flatMap(({ voor, na }) => (na ?? voor)?.compartimentId ?? []));
    for (const compartimentId of waar) teksten.herzieVelden(compartimentId);
  });
  plan.opKaart.voegToe((gebeurtenis) => live.stuurKaarten(gebeurtenis));
  // Whom a kaart names is known by name (NK20).
  plan.opKaart.voegToe(({ casusId }) => kijkers.herzie(casusId));
  toegang.opZicht.voegToe(({ casusId }) => live.herzieAdvies(casusId));
  plan.opKaart.voegToe(({ casusId }) => live.herzieAdvies(casusId));
  advies.opStuk.voegToe(({ casusId }) => live.herzieAdvies(casusId));
  aanmelden.opEinde.voegToe(({ sessieId }) => kijkers.eindigSessie(sessieId));

  const casusomvang = new Casusomvang({ database, nu: delen.omgeving.nu, omvang, bijFout });
  // What began or ended while the server was down is done before anybody connects.
  huis.loopAf();
  logboek.neemOp();
  let opHetMoment: NodeJS.Timeout | undefined;
  const wekker = setInterval(() => {
    huis.loopAf();
    probeer(() => huis.klok.probeerOpnieuw(), bijFout);
    probeer(() => toegang.probeerOpnieuw(), bijFout);
    // What is typed in texts that a question opens.
    probeer(() => live.werkBij(), bijFout);
    probeer(() => teksten.ruimOp(), bijFout);
    probeer(() => eenmaal.ruimOp(), bijFout);
    // What was counted stays in memory while the disk fails, and is tried again.
    probeer(() => logboek.werkBij(), bijFout);
    probeer(() => casusomvang.kijk(), bijFout);
    // What begins or ends before that, at its moment.
    probeer(() => {
      const over = huis.klok.volgende - huis.klok.nu();
      if (over < WEKKER_MS) opHetMoment = setTimeout(huis.loopAf, Math.max(0, over)).unref();
    }, bijFout);
  }, WEKKER_MS);
  wekker.unref();

  return {
    http,
    stappen,
    kijkers,
    live,
    sync,
    teksten,
    tijdperken,
    routes,
    logboek,
    aanmelden,
    casussen,
    toegang,
    zetels,
    regie,
    plan,
    inbrengen,
    overleg,
    advies,
    loopAf: () => {
      huis.loopAf();
      live.vertelNu();
    },
    luister: (poort, adres) =>
      new Promise((klaar, mislukt) => {
        http.once('error', mislukt);
        http.listen({ port: poort, host: adres, backlog: WACHTKAMER }, () => {
          http.off('error', mislukt);
          // A TCP server that listens has an address with a port.
          klaar((http.address() as AddressInfo).port);
        });
      }),
    sluit: async () => {
      clearInterval(wekker);
      clearTimeout(opHetMoment);
      await sync.sluit();
      await live.sluit();
      http.closeAllConnections();
      await new Promise<void>((klaar) => http.close(() => klaar()));
      try {
        logboek.sluit();
      } catch (fout) {
        // The next process finds what was on disk, and tells it.
        bijFout(fout);
      }
    },
  };
}

/** Housekeeping, each by itself, which is tried again in a second when it fails (ST4). */
function probeer(werk: () => void, bijFout: (fout: unknown) => void): void {
  try {
    werk();
  } catch (fout) {
    if (!isOpslagfout(fout)) bijFout(fout);
  }
}

/** What everything else stands on: the clock, the steps, and the capabilities up to the plan. */
function maakHuis(delen: AppDelen, onleesbaar: Onleesbaren, omvang: Omvang) {
  const { database, bijFout, bijSchijffout } = delen;
  const klok = new Klok({
    omgeving: delen.omgeving,
    randen: randenVan(database),
    stand: klokstandVan(database, delen.omgeving.nu),
    opRand: (casusId, moment, gedaan) => toegang.opRand(casusId, moment, gedaan),
    bijFout,
  });
  const stappen = new Stappen({ transactie: database.transactie, moment: klok.nu, bijFout, bijSchijffout });
  // Within a step it is the moment of that step, for everything in it.
  const omgeving: Omgeving = { ...delen.omgeving, nu: stappen.nu };
  const regels = laadMatrix(matrixOp(database, omgeving, STANDAARDMATRIX));
  // Before anything is written in it.
  zetLogboekOm(database);
  const logboek = new Logboek(database, omgeving, stappen);
  const aanmelden = new Aanmelden({ database, omgeving, stappen, logboek, secure: delen.secure });
  const casussen = new Casussen({ database, omgeving, stappen, regels, onleesbaar });
  const eenmaal = new Eenmaal(database, omgeving, stappen);
  const toegang = new Toegang({ database, omgeving, stappen, logboek, casussen, regels, bijFout });
  const kijkers = new Kijkers({
    stappen,
    kijk: (casusId, wie) => toegang.kijk(casusId, wie),
    kijkOpPlaats: (casusId, wie) => toegang.kijkOpPlaats(casusId, wie),
    eindeVan: (sessieId) => aanmelden.eindeVan(sessieId),
    bijFout,
  });
  const teksten = new Teksten({ database, omgeving, stappen, bijFout });
  const gezien = new Gezien({ database, omgeving, onleesbaar });
  const regie = new Regie({ database, omgeving, stappen, logboek, aanmelden, casussen, toegang, onleesbaar });
  const plan = new Plan({
    database,
    omgeving,
    stappen,
    logboek,
    casussen,
    toegang,
    teksten,
    regie,
    onleesbaar,
    omvang,
  });
  const overleg = new Overleg({
    database,
    omgeving,
    stappen,
    logboek,
    aanmelden,
    casussen,
    toegang,
    plan,
    teksten,
    onleesbaar,
    secure: delen.secure,
  });
  for (const bewaarder of [
    eenmaal,
    toegang,
    regie.bewaarder,
    regie.wegen,
    teksten,
    plan.bewaarder,
    gezien,
    ...overleg.bewaarders,
    logboek,
  ])
    casussen.voegBewaarderToe(bewaarder);
  // Before anything reads a text.
  zetTekstenOm({ database, omgeving, casussen, stappen, teksten, bijFout });
  // Before every step of anybody: what fails in it waits for the next time, and keeps nobody from theirs (ST4).
  const loopAf = () => {
    probeer(() => klok.loopAf(), bijFout);
    // What closes in it closes to who sat there, which is told with the rest.
    probeer(() => overleg.loopAf(), bijFout);
    probeer(() => toegang.vertelRanden(), bijFout);
    probeer(() => kijkers.loopAf(klok.stand), bijFout);
  };
  stappen.verbindKlok(
    () => {
      loopAf();
      return klok.stand;
    },
    () => klok.bewaar(),
  );
  stappen.volgMoment(({ tot }) => klok.onthoud(tot));
  return {
    klok,
    stappen,
    omgeving,
    logboek,
    aanmelden,
    casussen,
    eenmaal,
    toegang,
    kijkers,
    regie,
    teksten,
    plan,
    gezien,
    overleg,
    loopAf,
  };
}

function gezondheidsroute(database: GeopendeDatabase, teksten: Teksten): Route {
  return voor(gezondheid, {
    toelaten: () => null,
    doe: () => {
      if (database.gezondheid().gezond && teksten.isGezond(LIJNMATEN.bericht)) return { status: 'ok' };
      throw new Weigering(
        503,
        'opslag_onbereikbaar',
        'Regietafel kan nu niet bewaren. Probeer het over een minuut opnieuw.',
      );
    },
  });
}

import {
  Bord,
  CasusLijst,
  CasusRegel,
  GrootScherm,
  NieuweCasus,
  Opening,
} from '../../shared/contract/casussen.ts';
import { Id } from '../../shared/contract/gedeeld.ts';
import { Kaart, KaartWijziging, NieuweKaart, NieuweStap, Versie } from '../../shared/contract/kaarten.ts';
import { Lijsten, Werkvoorraad } from '../../shared/contract/mensen.ts';
import { z } from '../../shared/contract/zod.ts';
import { kenmerkenInVraag } from '../../shared/invoer/velden.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import { wieVan } from '../aanmelden/aanmelden.ts';
import { type Route, route } from '../http/route.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import { datumOp } from '../kern/tijd.ts';
import { magNiet, nietGevonden } from '../kern/weigering.ts';
import type { Logboek } from '../logboek/logboek.ts';
import type { Toegang } from '../toegang/toegang.ts';
import { grootScherm } from './grootscherm.ts';
import type { Inbrengen } from './inbrengen.ts';
import { lijstenOp } from './lijsten.ts';
import type { Plan } from './plan.ts';
import { casusRegel, type Werk } from './werkvoorraad.ts';

const geen = z.object({});
const casusParams = z.object({ casusId: Id });
const kaartParams = z.object({ casusId: Id, kaartId: Id });
const compartimentParams = z.object({ casusId: Id, compartimentId: Id });

/** The board and everything on it. */
export function planroutes(behoeften: {
  plan: Plan;
  toegang: Toegang;
  inbrengen: Inbrengen;
  werk: Werk;
  logboek: Logboek;
  omgeving: Omgeving;
}): Route[] {
  const { plan, toegang, inbrengen, werk, logboek, omgeving } = behoeften;
  return [
    route({
      methode: 'get',
      pad: '/casussen',
      samenvatting: 'De casussen waaraan u meedoet',
      params: geen,
      sessie: 'nodig',
      antwoord: { status: 200, schema: CasusLijst, beschrijving: 'Uw casussen, de nieuwste eerst' },
      toelaten: wieVan,
      doe: (wie) => ({ status: 200, body: { casussen: werk.casussen(wie) } }),
    }),
    route({
      methode: 'post',
      pad: '/casussen',
      samenvatting: 'Een casus inbrengen',
      params: geen,
      body: NieuweCasus,
      sessie: 'nodig',
      antwoord: { status: 201, schema: CasusRegel, beschrijving: 'De casus; u bent de regisseur' },
      toelaten: wieVan,
      doe: (wie, body) => ({ status: 201, body: casusRegel(inbrengen.breng(wie, body)) }),
    }),
    route({
      methode: 'get',
      pad: '/werkvoorraad',
      samenvatting: 'Mijn werk: waar u meedoet en wat op u wacht',
      params: geen,
      sessie: 'nodig',
      antwoord: { status: 200, schema: Werkvoorraad, beschrijving: 'Uw werk' },
      toelaten: wieVan,
      doe: (wie) => ({ status: 200, body: werk.voorraad(wie) }),
    }),
    route({
      methode: 'get',
      pad: '/lijsten',
      samenvatting: 'De lijsten waaruit u kiest, zoals ze vandaag gelden',
      params: geen,
      sessie: 'nodig',
      antwoord: { status: 200, schema: Lijsten, beschrijving: 'De lijsten' },
      toelaten: wieVan,
      doe: () => ({ status: 200, body: lijstenOp(datumOp(omgeving.nu()), toegang.regels) }),
    }),
    route({
      methode: 'get',
      pad: '/casussen/{casusId}',
      samenvatting: 'Het bord zoals u het mag zien',
      params: casusParams,
      sessie: 'nodig',
      antwoord: { status: 200, schema: Bord, beschrijving: 'Het bord' },
      toelaten: (v) => toegang.eisKijk(v.params.casusId, wieVan(v)),
      doe: (kijk) => ({ status: 200, body: plan.bord(kijk) }),
    }),
    route({
      methode: 'get',
      pad: '/casussen/{casusId}/groot-scherm',
      samenvatting: 'Wat op het grote scherm mag voor wie erbij zijn',
      params: casusParams,
      query: z.strictObject({ deelnemerIds: kenmerkenInVraag('Wie zijn erbij?').optional() }),
      sessie: 'nodig',
      antwoord: {
        status: 200,
        schema: GrootScherm,
        beschrijving: 'Wat ieder van hen mag lezen, zonder namen',
      },
      toelaten: (v) => toegang.eisKijk(v.params.casusId, wieVan(v)),
      doe: (kijk, _body, query) => {
        const deelnemerIds =
          query.deelnemerIds === undefined || query.deelnemerIds === '' ? [] : query.deelnemerIds.split(',');
        const scherm = grootScherm(kijk, plan, deelnemerIds);
        logboek.schrijf({
          handeling: 'groot_scherm',
          persoonId: kijk.wie.persoonId,
          vanuit: kijk.ik,
          casusId: kijk.beeld.id,
          bijzonderheden: { deelnemerIds },
        });
        return { status: 200, body: scherm };
      },
    }),
    route({
      methode: 'post',
      pad: '/casussen/{casusId}/compartimenten/{compartimentId}/openingen',
      samenvatting: 'Openen wat op verzoek opengaat; dit wordt vastgelegd',
      params: compartimentParams,
      sessie: 'nodig',
      antwoord: { status: 201, schema: Opening, beschrijving: 'Wat er staat' },
      toelaten: (v) => {
        const kijk = toegang.eisKijk(v.params.casusId, wieVan(v));
        const compartiment = kijk.compartiment(v.params.compartimentId);
        if (compartiment === undefined) throw nietGevonden();
        if (!isMinstens(kijk.niveau(compartiment.id), 'lezen')) {
          throw magNiet(
            'niet_opengesteld',
            'Dit is niet voor u opengesteld. Hebt u een vraag? Bel wie erbij staat.',
          );
        }
        return { kijk, compartiment };
      },
      doe: ({ kijk, compartiment }) => {
        toegang.legOpeningVast(kijk, [compartiment]);
        return { status: 201, body: plan.inhoudVan(kijk, compartiment) };
      },
    }),
    route({
      methode: 'post',
      pad: '/casussen/{casusId}/kaarten',
      samenvatting: 'Iets op het bord zetten',
      params: casusParams,
      body: NieuweKaart,
      sessie: 'nodig',
      antwoord: { status: 201, schema: Kaart, beschrijving: 'Wat er nu staat' },
      toelaten: (v) => toegang.eisKijk(v.params.casusId, wieVan(v)),
      doe: (kijk, { compartimentId, ...inhoud }) => ({
        status: 201,
        body: plan.maak(kijk, compartimentId, inhoud),
      }),
    }),
    route({
      methode: 'patch',
      pad: '/casussen/{casusId}/kaarten/{kaartId}',
      samenvatting: 'Iets op het bord wijzigen',
      params: kaartParams,
      body: KaartWijziging,
      sessie: 'nodig',
      antwoord: { status: 200, schema: Kaart, beschrijving: 'Wat er nu staat' },
      toelaten: (v) => {
        const kijk = toegang.eisKijk(v.params.casusId, wieVan(v));
        plan.eisSchrijfbaar(kijk, v.params.kaartId);
        return kijk;
      },
      doe: (kijk, body, _query, v) => ({ status: 200, body: plan.wijzig(kijk, v.params.kaartId, body) }),
    }),
    route({
      methode: 'delete',
      pad: '/casussen/{casusId}/kaarten/{kaartId}',
      samenvatting: 'Iets van het bord halen',
      params: kaartParams,
      query: z.strictObject({ versie: Versie }),
      sessie: 'nodig',
      antwoord: { status: 204, beschrijving: 'Het is weg' },
      toelaten: (v) => {
        const kijk = toegang.eisKijk(v.params.casusId, wieVan(v));
        plan.eisSchrijfbaar(kijk, v.params.kaartId);
        return kijk;
      },
      doe: (kijk, _body, { versie }, v) => {
        plan.verwijder(kijk, v.params.kaartId, versie);
        return { status: 204 };
      },
    }),
    route({
      methode: 'post',
      pad: '/casussen/{casusId}/kaarten/{kaartId}/stappen',
      samenvatting: 'Bijhouden hoe het met een afspraak staat',
      params: kaartParams,
      body: NieuweStap,
      sessie: 'nodig',
      antwoord: { status: 201, schema: Kaart, beschrijving: 'De afspraak zoals zij nu is' },
      toelaten: (v) => {
        const kijk = toegang.eisKijk(v.params.casusId, wieVan(v));
        plan.eisStapbaar(kijk, v.params.kaartId);
        return kijk;
      },
      doe: (kijk, body, _query, v) => ({ status: 201, body: plan.zetStap(kijk, v.params.kaartId, body) }),
    }),
  ];
}

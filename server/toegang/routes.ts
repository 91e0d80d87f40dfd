import {
  CasusWijziging,
  Deelnemer,
  DeelnemerWijziging,
  Kandidaten,
  Lid,
  NieuweDeelnemer,
  NieuwLid,
  Uitleg,
  Voorbeeld,
  VoorbeeldVraag,
} from '../../shared/contract/casussen.ts';
import { Id } from '../../shared/contract/gedeeld.ts';
import { z } from '../../shared/contract/zod.ts';
import { verklaar } from '../../shared/need-to-know/uitleg.ts';
import { wieVan } from '../aanmelden/aanmelden.ts';
import type { Casussen } from '../casus/casus.ts';
import type { Synchroon } from '../database/transactie.ts';
import { type Route, route } from '../http/route.ts';
import { kanNiet, magNiet, nietGevonden } from '../kern/weigering.ts';
import type { Logboek } from '../logboek/logboek.ts';
import type { Kijk, Toegang } from './toegang.ts';
import { voorbeeldVan } from './voorbeeld.ts';
import { deelnemerVoor } from './vorm.ts';
import type { Zetels } from './zetels.ts';

const casusParams = z.object({ casusId: Id });
const lidParams = z.object({ casusId: Id, lidId: Id });
const deelnemerParams = z.object({ casusId: Id, deelnemerId: Id });
const compartimentParams = z.object({ casusId: Id, compartimentId: Id });

/** Who takes part, the household, and why somebody sees what they see. */
export function toegangroutes(behoeften: {
  toegang: Toegang;
  zetels: Zetels;
  casussen: Casussen;
  logboek: Logboek;
}): Route[] {
  const { toegang, zetels, casussen, logboek } = behoeften;

  /** A command of the regisseur on the casus itself, with its line in the record. */
  function doeOpCasus<T>(
    kijk: Kijk,
    handeling: 'casus_gewijzigd' | 'lid_toegevoegd' | 'lid_gewijzigd' | 'lid_verwijderd',
    bijzonderheden: Readonly<Record<string, unknown>>,
    werk: () => Synchroon<T>,
  ): Synchroon<T> {
    return toegang.wijzigZicht(kijk.beeld.id, kijk, () => {
      const uitkomst = werk();
      logboek.schrijf({
        handeling,
        persoonId: kijk.wie.persoonId,
        vanuit: kijk.ik,
        casusId: kijk.beeld.id,
        regel: 'NK12',
        bijzonderheden,
      });
      return uitkomst;
    });
  }

  function lidVoor(kijk: Kijk, lidId: string): { id: string; rol: string } {
    const lid = toegang
      .eisKijk(kijk.beeld.id, kijk.wie)
      .leden()
      .find(({ id }) => id === lidId);
    if (lid === undefined) throw nietGevonden();
    return lid;
  }

  /** A member that one may know of, then: the regisseur alone. */
  function eisLid(kijk: Kijk, lidId: string): Kijk {
    if (!kijk.kentLid(lidId)) throw nietGevonden();
    if (!kijk.ik.regisseur)
      throw magNiet('alleen_regisseur', 'Alleen de regisseur verandert wie bij het huishouden horen.');
    return kijk;
  }

  return [
    route({
      methode: 'patch',
      pad: '/casussen/{casusId}',
      samenvatting: 'De stand van de casus wijzigen (regisseur)',
      params: casusParams,
      body: CasusWijziging,
      sessie: 'nodig',
      antwoord: { status: 200, schema: CasusWijziging, beschrijving: 'De nieuwe stand' },
      toelaten: (v) => toegang.eisRegisseur(v.params.casusId, wieVan(v)),
      doe: (kijk, { status }) => {
        doeOpCasus(kijk, 'casus_gewijzigd', { status }, () => casussen.zetStatus(kijk.beeld.id, status));
        return { status: 200, body: { status } };
      },
    }),
    route({
      methode: 'post',
      pad: '/casussen/{casusId}/leden',
      samenvatting: 'Een lid van het huishouden toevoegen (regisseur)',
      params: casusParams,
      body: NieuwLid,
      sessie: 'nodig',
      antwoord: { status: 201, schema: Lid, beschrijving: 'Het lid' },
      toelaten: (v) => toegang.eisRegisseur(v.params.casusId, wieVan(v)),
      doe: (kijk, { rol }) => {
        if (kijk.beeld.leden.length >= 20)
          throw kanNiet('te_veel_leden', 'Een huishouden heeft hier hooguit twintig leden.');
        const lidId = doeOpCasus(kijk, 'lid_toegevoegd', { rol }, () =>
          casussen.voegLidToe(kijk.beeld.id, rol),
        );
        return { status: 201, body: lidVoor(kijk, lidId) };
      },
    }),
    route({
      methode: 'patch',
      pad: '/casussen/{casusId}/leden/{lidId}',
      samenvatting: 'De rol van een lid wijzigen (regisseur)',
      params: lidParams,
      body: NieuwLid,
      sessie: 'nodig',
      antwoord: { status: 200, schema: Lid, beschrijving: 'Het lid' },
      toelaten: (v) => eisLid(toegang.eisKijk(v.params.casusId, wieVan(v)), v.params.lidId),
      doe: (kijk, { rol }, _query, v) => {
        const { lidId } = v.params;
        doeOpCasus(kijk, 'lid_gewijzigd', { lidId, rol }, () => casussen.wijzigLid(lidId, rol));
        return { status: 200, body: lidVoor(kijk, lidId) };
      },
    }),
    route({
      methode: 'delete',
      pad: '/casussen/{casusId}/leden/{lidId}',
      samenvatting: 'Een lid van het huishouden afhalen (regisseur)',
      params: lidParams,
      sessie: 'nodig',
      antwoord: { status: 204, beschrijving: 'Het lid is eraf' },
      toelaten: (v) => eisLid(toegang.eisKijk(v.params.casusId, wieVan(v)), v.params.lidId),
      doe: (kijk, _body, _query, v) => {
        const { lidId } = v.params;
        if (kijk.beeld.leden.length === 1) {
          throw kanNiet('laatste_lid', 'Een huishouden heeft minstens één lid. Voeg eerst een ander toe.');
        }
        doeOpCasus(kijk, 'lid_verwijderd', { lidId }, () => casussen.verwijderLid(lidId));
        return { status: 204 };
      },
    }),
    route({
      methode: 'get',
      pad: '/casussen/{casusId}/kandidaten',
      samenvatting: 'Wie de regisseur kan vragen om mee te doen',
      params: casusParams,
      sessie: 'nodig',
      antwoord: { status: 200, schema: Kandidaten, beschrijving: 'Mensen met hun mogelijke plekken' },
      toelaten: (v) => toegang.eisRegisseur(v.params.casusId, wieVan(v)),
      doe: (kijk) => ({
        status: 200,
        body: {
          kandidaten: zetels.kandidaten(kijk).map((medewerker) => ({
            medewerkerId: medewerker.id,
            naam: medewerker.naam,
            functie: medewerker.functie,
            organisatie: medewerker.organisatie,
            zetels: medewerker.zetels,
          })),
        },
      }),
    }),
    route({
      methode: 'get',
      pad: '/casussen/{casusId}/voorbeeld',
      samenvatting: 'Wat iemand op een plek zou zien, volgens de regels (regisseur)',
      params: casusParams,
      query: VoorbeeldVraag,
      sessie: 'nodig',
      antwoord: { status: 200, schema: Voorbeeld, beschrijving: 'Per onderwerp wat er te zien is' },
      toelaten: (v) => toegang.eisRegisseur(v.params.casusId, wieVan(v)),
      doe: (kijk, _body, query) => ({ status: 200, body: voorbeeldVan(kijk, query, zetels) }),
    }),
    route({
      methode: 'post',
      pad: '/casussen/{casusId}/deelnemers',
      samenvatting: 'Iemand laten meedoen (regisseur)',
      params: casusParams,
      body: NieuweDeelnemer,
      sessie: 'nodig',
      antwoord: { status: 201, schema: z.object({ id: Id }), beschrijving: 'De deelname' },
      toelaten: (v) => toegang.eisRegisseur(v.params.casusId, wieVan(v)),
      doe: (kijk, body) => ({ status: 201, body: { id: zetels.geef(kijk, body) } }),
    }),
    route({
      methode: 'patch',
      pad: '/casussen/{casusId}/deelnemers/{deelnemerId}',
      samenvatting: 'Een deelname wijzigen (regisseur)',
      params: deelnemerParams,
      body: DeelnemerWijziging,
      sessie: 'nodig',
      antwoord: { status: 200, schema: Deelnemer, beschrijving: 'De deelname' },
      toelaten: (v) => {
        const kijk = toegang.eisKijk(v.params.casusId, wieVan(v));
        if (kijk.bekende(v.params.deelnemerId) === undefined) throw nietGevonden();
        return toegang.eisRegie(kijk);
      },
      doe: (kijk, body, _query, v) => {
        const deelnemer = zetels.wijzig(kijk, v.params.deelnemerId, body);
        return { status: 200, body: deelnemerVoor(kijk, deelnemer) };
      },
    }),
    route({
      methode: 'delete',
      pad: '/casussen/{casusId}/deelnemers/{deelnemerId}',
      samenvatting: 'Een deelname beëindigen (regisseur, of uw eigen)',
      params: deelnemerParams,
      sessie: 'nodig',
      antwoord: { status: 204, beschrijving: 'Beëindigd, ook op het scherm van wie meedeed' },
      toelaten: (v) => toegang.eisKijk(v.params.casusId, wieVan(v)),
      doe: (kijk, _body, _query, v) => {
        zetels.beeindig(kijk, v.params.deelnemerId);
        return { status: 204 };
      },
    }),
    route({
      methode: 'get',
      pad: '/casussen/{casusId}/compartimenten/{compartimentId}/uitleg',
      samenvatting: 'Waarom u dit wel of niet ziet',
      params: compartimentParams,
      sessie: 'nodig',
      antwoord: { status: 200, schema: Uitleg, beschrijving: 'De regels, in gewone taal' },
      toelaten: (v) => {
        const kijk = toegang.eisKijk(v.params.casusId, wieVan(v));
        const compartiment = kijk.compartiment(v.params.compartimentId);
        if (compartiment === undefined) throw nietGevonden();
        return { kijk, compartiment };
      },
      doe: ({ kijk, compartiment }) => ({
        status: 200,
        body: verklaar(kijk.beslisser, kijk.ik, compartiment, kijk.niveau(compartiment.id)),
      }),
    }),
  ];
}

import { wijzigCasus } from '../../shared/contract/casussen.ts';
import { uitleg } from '../../shared/contract/compartimenten.ts';
import {
  beeindigDeelname,
  bevestigDeelnemer,
  geefZetel,
  kandidaten,
  voorbeeld,
  wijzigDeelnemer,
  zetNummer,
} from '../../shared/contract/deelnemers.ts';
import { type Lid, verwijderLid, voegLidToe, wijzigLid } from '../../shared/contract/leden.ts';
import type { VanSoort } from '../../shared/logboek/handelingen.ts';
import { verklaar } from '../../shared/need-to-know/uitleg.ts';
import { wieVan } from '../aanmelden/aanmelden.ts';
import type { Casussen } from '../casus/casus.ts';
import type { Synchroon } from '../database/transactie.ts';
import { type Route, type Verzoek, voor } from '../http/route.ts';
import { kanNiet, magNiet, nietGevonden } from '../kern/weigering.ts';
import type { Logboek } from '../logboek/logboek.ts';
import type { Bevestigen } from './bevestigen.ts';
import type { Kijk, Toegang } from './toegang.ts';
import { voorbeeldVan } from './voorbeeld.ts';
import { deelnemerVoor } from './vorm.ts';
import type { Zetels } from './zetels.ts';

/** What a command on the casus itself has of its own in the record. */
type Casusregel = VanSoort<
  'casus_gewijzigd' | 'lid_toegevoegd' | 'lid_gewijzigd' | 'lid_verwijderd' | 'nummer_gezet'
>;

/** Who takes part, the household, and why somebody sees what they see. */
export function toegangroutes(behoeften: {
  toegang: Toegang;
  zetels: Zetels;
  bevestigen: Bevestigen;
  casussen: Casussen;
  logboek: Logboek;
}): Route[] {
  const { toegang, zetels, bevestigen, casussen, logboek } = behoeften;

  /** A command on the casus itself, with its line in the record. */
  function doeOpCasus<T>(
    kijk: Kijk,
    werk: () => Synchroon<T>,
    regel: (uitkomst: Synchroon<T>) => Casusregel,
  ): Synchroon<T> {
    return toegang.wijzigZicht(kijk.beeld.id, kijk, () => {
      const uitkomst = werk();
      logboek.schrijf({ ...regel(uitkomst), door: kijk, casusId: kijk.beeld.id, regel: 'NK12' });
      return uitkomst;
    });
  }

  function lidVoor(kijk: Kijk, lidId: string): Lid {
    const lid = toegang
      .eisKijk(kijk.beeld.id, kijk.wie)
      .leden()
      .find(({ id }) => id === lidId);
    if (lid === undefined) throw nietGevonden();
    return lid;
  }

  const eisKijk = (v: Verzoek<{ readonly casusId: string }>): Kijk =>
    toegang.eisKijk(v.params.casusId, wieVan(v));
  const eisRegisseur = (v: Verzoek<{ readonly casusId: string }>): Kijk =>
    toegang.eisRegisseur(v.params.casusId, wieVan(v));

  /** A member that one may know of, then: the regisseur alone. */
  function eisLid(v: Verzoek<{ readonly casusId: string; readonly lidId: string }>): Kijk {
    const kijk = eisKijk(v);
    if (!kijk.kentLid(v.params.lidId)) throw nietGevonden();
    if (!kijk.ik.regisseur)
      throw magNiet(
        'alleen_regisseur',
        'Alleen de regisseur verandert wie bij het huishouden horen. Vraag het de regisseur.',
      );
    return kijk;
  }

  return [
    voor(wijzigCasus, {
      toelaten: eisRegisseur,
      doe: (kijk, { body: { status } }) => {
        doeOpCasus(
          kijk,
          () => casussen.zetStatus(kijk.beeld.id, status),
          () => ({ handeling: 'casus_gewijzigd', bijzonderheden: { status } }),
        );
        return { status };
      },
    }),
    voor(voegLidToe, {
      toelaten: eisRegisseur,
      doe: (kijk, { body: { rol } }) => {
        if (kijk.beeld.leden.length >= 20)
          throw kanNiet(
            'te_veel_leden',
            'Een huishouden heeft hier hooguit twintig leden. Haal er eerst een weg.',
          );
        const lidId = doeOpCasus<string>(
          kijk,
          () => casussen.voegLidToe(kijk.beeld.id, rol),
          (nieuw) => ({ handeling: 'lid_toegevoegd', over: { lidId: nieuw }, bijzonderheden: { rol } }),
        );
        return lidVoor(kijk, lidId);
      },
      opnieuw: {
        waar: (kijk) => casussen.regieVan(kijk.beeld.id).id,
        antwoord: (kijk, _, lidId) => kijk.leden().find(({ id }) => id === lidId) ?? null,
      },
    }),
    voor(wijzigLid, {
      toelaten: eisLid,
      doe: (kijk, { body: { rol }, params: { lidId } }) => {
        doeOpCasus(
          kijk,
          () => casussen.wijzigLid(lidId, rol),
          () => ({ handeling: 'lid_gewijzigd', over: { lidId }, bijzonderheden: { rol } }),
        );
        return lidVoor(kijk, lidId);
      },
    }),
    voor(verwijderLid, {
      toelaten: eisLid,
      doe: (kijk, { params: { lidId } }) => {
        if (kijk.beeld.leden.length === 1) {
          throw kanNiet('laatste_lid', 'Een huishouden heeft minstens één lid. Voeg eerst een ander toe.');
        }
        doeOpCasus(
          kijk,
          () => casussen.verwijderLid(lidId),
          () => ({ handeling: 'lid_verwijderd', over: { lidId } }),
        );
      },
    }),
    voor(kandidaten, {
      toelaten: eisRegisseur,
      doe: (kijk) => ({
        kandidaten: zetels.kandidaten(kijk).map((medewerker) => ({
          medewerkerId: medewerker.id,
          naam: medewerker.naam,
          functie: medewerker.functie,
          organisatie: medewerker.organisatie,
          zetels: medewerker.zetels,
        })),
      }),
    }),
    voor(voorbeeld, {
      toelaten: eisRegisseur,
      doe: (kijk, { query }) => voorbeeldVan(kijk, query, zetels),
    }),
    voor(geefZetel, {
      toelaten: eisRegisseur,
      doe: (kijk, { body }) => ({ id: zetels.geef(kijk, body) }),
      opnieuw: {
        // Where the reason stands why it was done without the household's agreement.
        waar: (kijk) => casussen.regieVan(kijk.beeld.id).id,
        antwoord: (kijk, _, id) => (kijk.bekende(id) === undefined ? null : { id }),
      },
    }),
    voor(wijzigDeelnemer, {
      toelaten: (v) => {
        const kijk = eisKijk(v);
        if (kijk.bekende(v.params.deelnemerId) === undefined) throw nietGevonden();
        return toegang.eisRegie(kijk);
      },
      doe: (kijk, { body, params }) => deelnemerVoor(kijk, zetels.wijzig(kijk, params.deelnemerId, body)),
    }),
    voor(bevestigDeelnemer, {
      toelaten: (v) => {
        const kijk = eisKijk(v);
        return { kijk, deelnemer: bevestigen.eisCollega(kijk, v.params.deelnemerId) };
      },
      doe: ({ kijk, deelnemer }, { body }) => bevestigen.bevestig(kijk, deelnemer, body.compartimentIds),
    }),
    voor(zetNummer, {
      toelaten: eisKijk,
      doe: (kijk, { body: { telefoon } }) => {
        const { id, persoonId, lidIds } = kijk.ik;
        doeOpCasus(
          kijk,
          () => casussen.wijzigZetel(kijk.beeld.id, id, { telefoon }),
          () => ({
            handeling: 'nummer_gezet',
            over: { persoonId, lidIds },
            bijzonderheden: { deelnemerId: id },
          }),
        );
      },
    }),
    voor(beeindigDeelname, {
      toelaten: eisKijk,
      doe: (kijk, { params }) => zetels.beeindig(kijk, params.deelnemerId),
    }),
    voor(uitleg, {
      toelaten: (v) => {
        const kijk = eisKijk(v);
        const compartiment = kijk.compartiment(v.params.compartimentId);
        if (compartiment === undefined) throw nietGevonden();
        return { kijk, compartiment };
      },
      doe: ({ kijk, compartiment }) =>
        verklaar(kijk.beslisser, kijk.ik, compartiment, kijk.niveau(compartiment.id)),
    }),
  ];
}

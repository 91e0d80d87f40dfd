import { drukAf } from '../../shared/contract/afdruk.ts';
import { bezoek } from '../../shared/contract/bezoeken.ts';
import { brengCasus, casuslijst, haalBord } from '../../shared/contract/casussen.ts';
import { openCompartiment } from '../../shared/contract/compartimenten.ts';
import { maakBezwaar, zetDoor } from '../../shared/contract/doorzetten.ts';
import { maakKaart, verwijderKaart, wijzigKaart, zetStap } from '../../shared/contract/kaarten.ts';
import { lijsten } from '../../shared/contract/lijsten.ts';
import { mijnRegie } from '../../shared/contract/mijn-regie.ts';
import { werkvoorraad } from '../../shared/contract/werkvoorraad.ts';
import { zoek } from '../../shared/contract/zoeken.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import { wieVan } from '../aanmelden/aanmelden.ts';
import { eisPlan } from '../casus/casus.ts';
import { type Route, type Verzoek, voor } from '../http/route.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Omvang } from '../kern/omvang.ts';
import type { Termijnen } from '../kern/termijnen.ts';
import { datumOp } from '../kern/tijd.ts';
import { magNiet, nietGevonden } from '../kern/weigering.ts';
import type { Logboek } from '../logboek/logboek.ts';
import type { Toegang } from '../toegang/toegang.ts';
import type { Afdrukken } from './afdruk.ts';
import type { Bezwaren } from './bezwaren.ts';
import type { Inbrengen } from './inbrengen.ts';
import { lijstenOp } from './lijsten.ts';
import type { MijnRegie } from './mijn-regie.ts';
import type { Plan } from './plan.ts';
import type { Sinds } from './sinds.ts';
import { casusRegel, type Werk } from './werkvoorraad.ts';
import type { Zoeken } from './zoeken.ts';

/** The board and everything on it. */
export function planroutes(behoeften: {
  plan: Plan;
  bezwaren: Bezwaren;
  toegang: Toegang;
  inbrengen: Inbrengen;
  werk: Werk;
  sinds: Sinds;
  zoeken: Zoeken;
  afdrukken: Afdrukken;
  regiewerk: MijnRegie;
  logboek: Logboek;
  omgeving: Omgeving;
  omvang: Pick<Omvang, 'tekst' | 'tekstLetOp' | 'kaarten' | 'stappen'>;
  termijnen: Termijnen;
}): Route[] {
  const {
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
  } = behoeften;

  /** A look at a casus. */
  const eisKijk = (v: Verzoek<{ readonly casusId: string }>) => toegang.eisKijk(v.params.casusId, wieVan(v));
  /** A look at a casus, of who may write this kaart. */
  const eisSchrijver = (v: Verzoek<{ readonly casusId: string; readonly kaartId: string }>) => {
    const kijk = eisKijk(v);
    plan.eisSchrijfbaar(kijk, v.params.kaartId);
    return kijk;
  };

  return [
    voor(casuslijst, { toelaten: wieVan, doe: (wie) => ({ casussen: werk.casussen(wie) }) }),
    voor(brengCasus, {
      toelaten: wieVan,
      doe: (wie, { body }) => casusRegel(inbrengen.breng(wie, body)),
      opnieuw: {
        waar: (wie, _, casusId) => eisPlan(toegang.eisKijk(casusId, wie).beeld).id,
        antwoord: (wie, { body }, casusId) => {
          inbrengen.eisInbrenger(wie, body.zetel);
          const kijk = toegang.kijk(casusId, wie);
          return kijk === null ? null : casusRegel(kijk);
        },
      },
    }),
    voor(mijnRegie, { toelaten: wieVan, doe: (wie) => ({ casussen: regiewerk.overzicht(wie) }) }),
    voor(werkvoorraad, { toelaten: wieVan, doe: (wie) => werk.voorraad(wie) }),
    voor(lijsten, {
      toelaten: wieVan,
      doe: () => lijstenOp(datumOp(omgeving.nu()), toegang.regels, omvang, termijnen),
    }),
    voor(bezoek, { toelaten: eisKijk, doe: (kijk, { body }) => sinds.bezoek(kijk, body.ik) }),
    voor(zoek, {
      toelaten: eisKijk,
      doe: (kijk, { body, kosten }) => {
        const { uitkomst, gelezen } = zoeken.zoek(kijk, body.woorden);
        kosten.tekstbytes += gelezen;
        return uitkomst;
      },
    }),
    voor(haalBord, { toelaten: eisKijk, doe: (kijk) => plan.bord(kijk) }),
    voor(drukAf, {
      toelaten: eisKijk,
      doe: (kijk, { query: { voor: voorWie, ...query }, kosten }) => {
        const deelnemerIds = voorWie === 'tafel' ? idsUit(query.deelnemerIds) : [];
        const lidIds = voorWie === 'gezin' ? idsUit(query.lidIds) : [];
        const { afdruk, persoonIds, gelezen } = afdrukken.maak(kijk, { voor: voorWie, deelnemerIds, lidIds });
        kosten.tekstbytes += gelezen;
        logboek.legBlikVast({
          handeling: 'afgedrukt',
          door: kijk,
          casusId: kijk.beeld.id,
          regel: 'NK16',
          over: { persoonIds },
          bijzonderheden: { voor: voorWie, deelnemerIds, lidIds },
        });
        return afdruk;
      },
    }),
    voor(openCompartiment, {
      toelaten: (v) => {
        const kijk = eisKijk(v);
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
        return plan.inhoudVan(kijk, compartiment);
      },
    }),
    voor(maakKaart, {
      toelaten: eisKijk,
      doe: (kijk, { body: { compartimentId, ...inhoud } }) => plan.maak(kijk, compartimentId, inhoud),
      opnieuw: {
        waar: (_, { body }) => body.compartimentId,
        antwoord: (kijk, { body }, kaartId) => {
          plan.eisSchrijfplaats(kijk, body.compartimentId);
          return plan.gemaakt(kijk, kaartId);
        },
      },
    }),
    voor(wijzigKaart, {
      toelaten: eisSchrijver,
      doe: (kijk, { body, params }) => plan.wijzig(kijk, params.kaartId, body),
    }),
    voor(verwijderKaart, {
      toelaten: eisSchrijver,
      doe: (kijk, { query, params }) => plan.verwijder(kijk, params.kaartId, query.versie),
    }),
    voor(zetStap, {
      toelaten: (v) => {
        const kijk = eisKijk(v);
        plan.eisStapbaar(kijk, v.params.kaartId);
        return kijk;
      },
      doe: (kijk, { body, params }) => plan.zetStap(kijk, params.kaartId, body),
      opnieuw: {
        waar: (kijk, { params }) => plan.eisStapbaar(kijk, params.kaartId).compartiment.id,
        antwoord: (kijk, _, kaartId) => plan.gemaakt(kijk, kaartId),
      },
    }),
    voor(zetDoor, {
      toelaten: (v) => {
        const kijk = eisKijk(v);
        plan.eisDoorzetbaar(kijk, v.params.kaartId);
        return kijk;
      },
      doe: (kijk, { body, params }) => plan.zetDoor(kijk, params.kaartId, body),
    }),
    voor(maakBezwaar, {
      toelaten: (v) => {
        const kijk = eisKijk(v);
        bezwaren.eisBetrokken(kijk, v.params.kaartId);
        return kijk;
      },
      doe: (kijk, { body, params }) => bezwaren.maak(kijk, params.kaartId, body),
    }),
  ];
}

/** Ids in an address, as a set in one order: the same people are the same look, however they are named (ST10). */
function idsUit(lijst: string | undefined): string[] {
  return [...new Set((lijst ?? '').split(','))].filter(Boolean).sort();
}

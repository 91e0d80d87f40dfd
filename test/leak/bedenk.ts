import { OPDRACHTEN } from '../../shared/contract/contract.ts';
import type { Gewoon } from '../../shared/contract/opdracht.ts';
import { WEGEN } from '../../shared/contract/wegen.ts';
import { exhaustief } from '../../shared/exhaustief.ts';
import { isVanGemeente } from '../../shared/lijsten.ts';
import { GESPREKSDELEN, type Overlegstap } from '../../shared/overleg.ts';
import {
  ANDERE_DESKUNDIGE,
  DESKUNDIGE,
  eigenCategorieen,
  isDiscreet,
  isKernteam,
  LEIDING,
  lidVanGezelschap,
  niveau,
  type Plek,
  PROCESREGISSEUR,
  perOrganisatie,
} from './gezelschap.ts';
import { beslisBezwaar, maakBezwaar, zetDoor } from './doorzetten.ts';
import { isGewoon, type Opdracht, type Soort } from './opdrachten.ts';
import {
  type Casus,
  type Concept,
  conceptplek,
  type Kaart,
  laatste,
  type Meeleesvraag,
  type Over,
  openingsym,
  type Punt,
  pleksym,
  type Recht,
  type Stand,
  type Verwijsveld,
  type Verzoek,
  veldsym,
  type Zittend,
} from './stand.ts';

/** A request and what it is about, from numbers to choose with and what there is. */
export interface Bedacht {
  readonly verzoek: Verzoek;
  readonly over: Over;
}

const GEDEELD = ['plan', 'hulp', 'inwoner', 'naam', 'adres', 'contact', 'regie', 'advies'] as const;
const ALLEEN_LID = new Set(['inwoner', 'naam', 'adres', 'contact', 'advies']);
const LEEFGEBIED = ['wonen', 'gezondheid', 'werk_dagbesteding', 'veiligheid'] as const;
const STAND = ['gepland', 'bezig', 'wacht', 'gedaan', 'vervallen'] as const;
const ROL = ['moeder', 'vader', 'kind', 'kind', 'grootouder'] as const;
const DAG = 24 * 60 * 60 * 1000;

/** A choice from a list; undefined from an empty one. */
function uit<T>(lijst: readonly T[], n: number): T | undefined {
  return lijst.length === 0 ? undefined : lijst[n % lijst.length];
}

/** Now and then a day that is past, which a term can't be. */
function datum(n: number): string {
  return new Date(Date.UTC(2026, 1, 3) + ((n % 40) - 5) * DAG).toISOString().slice(0, 10);
}

/** Now and then a day to come, on which nothing can have happened. */
function eerder(n: number): string {
  return new Date(Date.UTC(2026, 1, 3) - ((n % 40) - 5) * DAG).toISOString().slice(0, 10);
}

/** Makes a request of a command; somebody who isn't allowed to may do it as well. */
export function bedenk(stand: Stand, kijker: number, opdracht: Opdracht): Bedacht {
  const [k0 = 0, k1 = 0, k2 = 0, k3 = 0, k4 = 0, k5 = 0, k6 = 0, k7 = 0] = opdracht.kies;
  const casus = uit(stand.casussen, k6 % 10 < 8 ? 0 : k6);
  const wie = wieDoet(casus, kijker, opdracht.wie, k7);
  if (casus === undefined) return breng(wie, k0, k1);
  const over = { casus: casus.sym };
  const basis = `/casussen/§${casus.sym}`;
  const http = (methode: string, pad: string, body?: unknown, meer: Over = {}): Bedacht => ({
    verzoek: { via: 'http', wie, methode, pad, ...(body === undefined ? {} : { body }) },
    over: { ...over, ...meer },
  });
  const leden = casus.leden.map(({ sym }) => sym);
  const eenLid = uit(leden, k3) ?? 'n:lid';
  const regisseur = wieOp(casus, k4 % 2 === 0 ? casus.waarnemer : null) ?? wieOp(casus, casus.houder) ?? wie;
  const houder = wieOp(casus, casus.houder) ?? wie;
  /** What only the regisseur does, is mostly tried by the regisseur. */
  const alsRegisseur = k7 % 5 === 0 ? wie : regisseur;
  const als = (door: number, bedacht: Bedacht): Bedacht =>
    bedacht.verzoek.via === 'http' ? { ...bedacht, verzoek: { ...bedacht.verzoek, wie: door } } : bedacht;
  const metRegie = (bedacht: Bedacht): Bedacht => als(alsRegisseur, bedacht);

  if (isGewoon(opdracht.soort)) {
    const [methode, vorm] = WEGEN[opdracht.soort];
    const { door, voorbeelden }: Gewoon = OPDRACHTEN[opdracht.soort].gewoon;
    const ids: Readonly<Record<string, string | undefined>> = {
      casusId: casus.sym,
      lidId: eenLid,
      deelnemerId: uit(casus.stoelen, k3)?.sym,
    };
    const pad = vorm.replaceAll(/\{(\w+)\}/g, (_, param: string) => `§${ids[param] ?? 'n:iets'}`);
    // Now and then one that is refused.
    const body = [...voorbeelden, { x: k0 }][k0 % (voorbeelden.length + 1)];
    const verzoek = http(methode.toUpperCase(), pad, body);
    return door === 'ieder' ? verzoek : metRegie(verzoek);
  }

  switch (opdracht.soort) {
    case 'kaart_maak': {
      const door = k5 % 5 < 3 ? (schrijver(casus, k7 >> 2) ?? wie) : wie;
      const plek = kiesPlek(casus, door, k0, k5);
      const { inhoud, noemt } = kaartinhoud(casus, plek, k1, k2, k3, k4);
      const body = { compartimentId: k5 % 40 === 39 ? '§n:plek' : `§${pleksym(casus.sym, plek)}`, ...inhoud };
      return als(
        door,
        http('POST', `${basis}/kaarten`, k5 % 29 === 28 ? { soort: 'doel' } : body, { plek, noemt }),
      );
    }
    case 'kaart_wijzig': {
      const door = k5 % 5 < 2 ? (schrijver(casus, k7 >> 2) ?? wie) : wie;
      const kaart = kiesKaart(casus, door, k0, k5);
      if (kaart === undefined) return http('PATCH', `${basis}/kaarten/§n:kaart`, { versie: '1' });
      const { inhoud, noemt } = kaartinhoud(casus, kaart.plek, k1, k2, k3, k4, kaart.soort);
      const { soort: _, ...velden } = inhoud;
      const versie = k5 % 7 === 6 ? `§e:${kaart.sym}` : `§w:${kaart.sym}`;
      const bedacht = http(
        'PATCH',
        `${basis}/kaarten/§${kaart.sym}`,
        { versie, ...velden },
        overKaart(kaart, noemt),
      );
      return als(k1 % 2 === 0 ? kaart.door : door, bedacht);
    }
    case 'kaart_noem':
      return noem(casus, kijker, opdracht.kies) ?? http('GET', basis);
    case 'kaart_verwijder': {
      const kaart = kiesKaart(casus, wie, k0, k5);
      const versie = `§${k5 % 7 === 6 ? 'e' : 'w'}:${kaart?.sym ?? 'n:kaart'}`;
      const vraag = k4 % 11 === 10 ? '' : `?versie=${versie}`;
      const bedacht = http(
        'DELETE',
        `${basis}/kaarten/§${kaart?.sym ?? 'n:kaart'}${vraag}`,
        undefined,
        kaart === undefined ? {} : overKaart(kaart, []),
      );
      return als(k1 % 2 === 0 ? (kaart?.door ?? wie) : wie, bedacht);
    }
    case 'stap': {
      const afspraken = casus.kaarten.filter(({ soort, weg }) => soort === 'afspraak' && !weg);
      const kaart = uit(afspraken.length === 0 || k5 % 9 === 8 ? casus.kaarten : afspraken, k0);
      const stand_ = STAND[k1 % STAND.length];
      const body = k4 % 9 === 8 ? {} : { stand: stand_, tekst: `stap ${k2 % 20}` };
      const pad = `${basis}/kaarten/§${kaart?.sym ?? 'n:kaart'}/stappen`;
      const door = uitvoerder(casus, kaart, k3) ?? wie;
      const bedacht = http('POST', pad, body, kaart === undefined ? {} : overKaart(kaart, []));
      return als(k5 % 3 > 0 ? (k5 % 3 === 1 ? door : (kaart?.door ?? door)) : wie, bedacht);
    }
    case 'kaart_doorzet': {
      const afspraken = casus.kaarten.filter(({ soort, weg }) => soort === 'afspraak' && !weg);
      const kaart = uit(afspraken.length === 0 || k5 % 9 === 8 ? casus.kaarten : afspraken, k0);
      const naar = casus.stoelen.filter((stoel, i) => (k2 >> i) % 3 === 1 && isNoembaar(stoel));
      return zetDoor(
        casus,
        k5 % 6 === 5 ? wie : alsRegisseur,
        kaart,
        naar.map(({ sym }) => sym),
        k3,
      );
    }
    case 'kaart_bezwaar': {
      const afspraken = casus.kaarten.filter(({ soort, weg }) => soort === 'afspraak' && !weg);
      const kaart = uit(afspraken.length === 0 || k5 % 9 === 8 ? casus.kaarten : afspraken, k0);
      return maakBezwaar(casus, uitvoerder(casus, kaart, k3) ?? wie, kaart, k2);
    }
    case 'breng':
      return breng(wie, k0, k1);
    case 'bord':
      return http('GET', k5 % 12 === 11 ? '/casussen/§n:casus' : basis);
    case 'bezoek':
      return bezoek(
        k5 % 12 === 11 ? 'n:casus' : casus.sym,
        wie,
        (['kom', 'ga', 'las'] as const)[k1 % 3] ?? 'kom',
      );
    case 'zoek': {
      // What everybody writes in this test, and a role label.
      const woorden = ['a', 'stap', 'de', 'kind 2', 'jeugd', ''][k1 % 6];
      return http('POST', `${k5 % 12 === 11 ? '/casussen/§n:casus' : basis}/zoekvragen`, { woorden });
    }
    case 'casussen':
      return http('GET', '/casussen');
    case 'werkvoorraad':
      return http('GET', '/werkvoorraad');
    case 'mijn_regie':
      return http('GET', '/regie');
    case 'opening': {
      const plek = kiesPlek(casus, wie, k0, k5, 1);
      return http('POST', `${basis}/compartimenten/§${pleksym(casus.sym, plek)}/openingen`, undefined, {
        plek,
      });
    }
    case 'uitleg': {
      const plek = kiesPlek(casus, wie, k0, k5, 1);
      return http('GET', `${basis}/compartimenten/§${pleksym(casus.sym, plek)}/uitleg`, undefined, { plek });
    }
    case 'schrijvers': {
      // Mostly where there is more than one to know or not to know.
      const plek = kiesPlek(casus, wie, k0, k5, 0);
      const veld = k4 % 12 === 11 ? 'n:veld' : veldsym(casus.sym, plek);
      return http('GET', `${basis}/velden/§${veld}/schrijvers`, undefined, { plek });
    }
    case 'afdruk': {
      const erbij = casus.stoelen.filter((_, i) => (k0 >> i) % 2 === 1).map(({ sym }) => `§${sym}`);
      const lid = k3 % 3 === 0 ? '' : `&lidIds=§${k5 % 9 === 8 ? 'n:lid' : eenLid}`;
      const vraag = [
        'voor=mij',
        `voor=tafel&deelnemerIds=${k5 % 6 === 5 ? '§n:wie' : erbij.join(',')}`,
        `voor=gezin${lid}`,
        'voor=iedereen',
      ][k1 % 13 === 12 ? 3 : k1 % 3];
      const bedacht = http('GET', `${basis}/afdruk?${vraag}`);
      return k4 % 2 === 0 ? bedacht : metRegie(bedacht);
    }
    case 'kandidaten':
      return metRegie(http('GET', `${basis}/kandidaten`));
    case 'voorbeeld': {
      const lid = k3 % 3 === 0 ? '' : `&lidIds=§${k4 % 9 === 8 ? 'n:lid' : eenLid}`;
      const zetel = uit(lidVanGezelschap(opdracht.wie).zetels, k1) ?? '';
      return metRegie(http('GET', `${basis}/voorbeeld?medewerkerId=§m:${opdracht.wie}&zetel=${zetel}${lid}`));
    }
    case 'zetel_geef':
      return geefZetel(casus, alsRegisseur, opdracht.wie, opdracht.kies);
    case 'zetel_wijzig': {
      const stoel = uit(casus.stoelen, k0);
      const body = [
        { bekend: true },
        { bekend: k1 % 2 === 0 ? false : eerder(k1) },
        { lidIds: k1 % 3 === 0 ? null : [`§${eenLid}`] },
        { zetel: uit(lidVanGezelschap(stoel?.wie ?? 0).zetels, k1) ?? 'wonen' },
        { tot: k1 % 3 === 0 ? null : datum(k1) },
        { bekend: 'gisteren' },
      ][k2 % 6];
      const noemt = k2 % 6 === 2 && k1 % 3 !== 0 ? [eenLid] : [];
      return metRegie(
        http('PATCH', `${basis}/deelnemers/§${stoel?.sym ?? 'n:stoel'}`, body, {
          stoel: stoel?.sym ?? 'n:stoel',
          noemt,
        }),
      );
    }
    case 'zetel_einde': {
      const stoel = uit(casus.stoelen, k0);
      const bedacht = http('DELETE', `${basis}/deelnemers/§${stoel?.sym ?? 'n:stoel'}`, undefined, {
        stoel: stoel?.sym ?? 'n:stoel',
      });
      return k1 % 4 === 0 ? bedacht : metRegie(bedacht);
    }
    case 'bevestig': {
      const stoel = uit(
        casus.stoelen.filter(({ wacht }) => wacht.size > 0 || k0 % 5 === 4),
        k1,
      );
      const collega = uit(
        casus.stoelen.filter((een) => een.sym !== stoel?.sym && isCollega(een, stoel)),
        k2,
      );
      const door = k5 % 4 === 3 ? wie : (collega?.wie ?? wie);
      if (stoel === undefined)
        return http('POST', `${basis}/deelnemers/§n:stoel/bevestiging`, { compartimentIds: ['§n:plek'] });
      return bevestig(casus, door, stoel, k3 % 6 === 5 ? kiesPlek(casus, door, k4, k5) : undefined);
    }
    case 'lid_nieuw':
      return metRegie(http('POST', `${basis}/leden`, { rol: k5 % 9 === 8 ? 'hond' : uit(ROL, k0) }));
    case 'lid_wijzig':
      return metRegie(http('PATCH', `${basis}/leden/§${eenLid}`, { rol: uit(ROL, k0) }, { lid: eenLid }));
    case 'lid_weg':
      return metRegie(http('DELETE', `${basis}/leden/§${eenLid}`, undefined, { lid: eenLid }));
    case 'volg':
    case 'verlaat':
      return {
        verzoek: { via: opdracht.soort, wie, casus: k5 % 10 === 9 ? 'n:casus' : casus.sym },
        over,
      };
    case 'afmelden':
    case 'aanmelden':
      return { verzoek: { via: opdracht.soort, wie }, over: {} };
    case 'wie_ben_ik':
      return { ...http('GET', '/sessies/huidige'), over: {} };
    case 'opnieuw':
      // Which one is known where it is carried out.
      return { verzoek: { via: 'http', wie: kijker, methode: 'GET', pad: basis }, over };
    case 'lijsten':
      return { ...http('GET', '/lijsten'), over: {} };
    case 'algemeen': {
      const pad = ['/gezondheid', '/demo/medewerkers', '/openapi.json', '/bestaat-niet'][k0 % 4] ?? '';
      return { verzoek: { via: 'http', wie, methode: 'GET', pad }, over: {} };
    }
    case 'rauw': {
      const kaart = uit(casus.kaarten, k0)?.sym ?? 'n:kaart';
      const pad = [
        `${basis}/kaarten/§${kaart}`,
        `${basis}/deelnemers/§${casus.stoelen[k0 % casus.stoelen.length]?.sym}`,
      ];
      const koppen: Record<string, string> =
        k2 % 3 === 0
          ? { 'content-type': 'text/plain' }
          : k2 % 3 === 1
            ? { origin: 'http://elders.example' }
            : {};
      const body = ['{"versie":', '[]', 'null', '{"versie":"x","uitvoerders":[1]}'][k3 % 4] ?? '';
      const zonder = k4 % 5 === 0;
      return {
        verzoek: {
          via: 'http',
          wie: zonder ? null : wie,
          methode: 'PATCH',
          pad: pad[k1 % 2] ?? '',
          body,
          koppen,
        },
        over: { ...over },
      };
    }
    case 'lijn':
      return {
        verzoek: {
          via: 'lijn',
          wie,
          casus: k5 % 8 === 7 ? 'n:casus' : (uit(stand.casussen, k0)?.sym ?? casus.sym),
          alles: k4 % 2 === 0,
        },
        over,
      };
    case 'tekst_open':
    case 'tekst_typ':
    case 'tekst_wis':
    case 'tekst_vorm':
    case 'tekst_ongedaan':
    case 'tekst_wijs':
    case 'tekst_sluit':
    case 'tekst_stand':
    case 'tekst_vergeefs': {
      const { door, plek } = tekstplek(casus, kijker, wie, opdracht.kies);
      return {
        verzoek: {
          via: 'tekst',
          wie: door,
          casus: casus.sym,
          plek: pleksym(casus.sym, plek),
          daad: TEKSTDAAD[opdracht.soort],
          n: [k1, k2, k3, k4],
          tekst: `woord ${k3 % 50}`,
        },
        over: { ...over, plek },
      };
    }
    case 'concept_begin':
    case 'concept_verbeter': {
      const door = k5 % 5 < 3 ? (schrijver(casus, k7 >> 2) ?? wie) : wie;
      const plek = kiesPlek(casus, door, k0, k5);
      const hoe = opdracht.soort === 'concept_begin' ? 'concept' : 'verbetering';
      return als(door, beginConcept(casus.sym, door, plek, hoe));
    }
    case 'concept_typ': {
      const concept = uit(levend(casus), k0);
      return concept === undefined
        ? http('GET', basis)
        : typInConcept(casus.sym, concept.wie, concept, `halve zin ${k3 % 50}`, k1 % 4 === 3 ? 'wis' : 'typ');
    }
    case 'concept_probeer': {
      const concept = uit(levend(casus), k0);
      return concept === undefined
        ? http('GET', basis)
        : typInConcept(casus.sym, concept.wie, concept, `geprobeerd ${k3 % 50}`, 'probeer');
    }
    case 'concept_deel':
    case 'concept_weg': {
      const concept = uit(levend(casus), k0);
      const door = k5 % 6 === 5 ? wie : (concept?.wie ?? wie);
      return opConcept(casus.sym, door, concept, opdracht.soort === 'concept_deel' ? 'deling' : 'weg');
    }
    case 'sluit_uit': {
      const mijn = casus.stoelen.find((een) => een.wie === kijker && !een.weg);
      const stoel = (k1 % 3 > 0 ? mijn : undefined) ?? uit(casus.stoelen, k0);
      if (stoel === undefined) return http('GET', basis);
      // What they read, or only know of.
      const ietsVan = echtePlekken(casus).filter((plek) => niveau(laatste(stoel), plek) >= 1);
      const plek = uit(ietsVan, k3) ?? { categorie: 'plan', lid: null, organisatie: null };
      return sluitUit(casus, stoel.sym, plek);
    }
    case 'laat_weer_toe': {
      const uitsluiting = uit(
        casus.uitsluitingen.filter(({ weg }) => !weg),
        k0,
      );
      if (uitsluiting === undefined) return http('GET', basis);
      const { sym, stoel, plek } = uitsluiting;
      return {
        verzoek: {
          via: 'feit',
          wie: bewaarder(casus, plek, stoel),
          casus: casus.sym,
          wat: 'weer_toegelaten',
          uitsluiting: sym,
        },
        over: { ...over, stoel, plek, uitsluiting: sym },
      };
    }
    case 'acuut_gevaar': {
      const stoel = casus.stoelen.find((een) => een.wie === (k1 % 2 === 0 ? kijker : wie) && !een.weg);
      if (stoel === undefined) return http('GET', basis);
      const uitgesloten = casus.uitsluitingen
        .filter((een) => een.stoel === stoel.sym)
        .map(({ plek }) => plek);
      const dicht = echtePlekken(casus).filter((plek) => niveau(laatste(stoel), plek) <= 1);
      const plek = uit(k3 % 2 === 0 && uitgesloten.length > 0 ? uitgesloten : dicht, k2);
      return plek === undefined ? http('GET', basis) : verklaarGevaar(casus, stoel, plek);
    }
    case 'verzoek_doe': {
      const stoel = casus.stoelen.find((een) => een.wie === wie && !een.weg);
      const dicht = plekken(casus).filter(
        (plek) => stoel !== undefined && [1, 2].includes(niveau(laatste(stoel), plek)),
      );
      const plek = uit(dicht, k0) ?? kiesPlek(casus, wie, k0, k5, 1);
      return vraagMeelezen(casus, wie, stoel?.sym ?? 'n:stoel', plek, opdracht.kies);
    }
    case 'verzoek_lijst':
      return http('GET', `${basis}/toegangsverzoeken`);
    case 'verzoek_besluit': {
      const vraag = uit(casus.vragen, k0);
      const door = (vraag && k5 % 6 < 5 ? uit(houdersAchter(casus, vraag.plek), k1)?.wie : undefined) ?? wie;
      return vraag === undefined
        ? http('POST', `${basis}/toegangsverzoeken/§n:vraag/besluit`, { besluit: 'afgewezen', reden: 'x' })
        : besluitOp(casus, door, vraag, k2 % 2 === 0, opdracht.kies);
    }
    case 'verzoek_weg': {
      const vraag = uit(casus.vragen, k0);
      const door = k1 % 4 === 0 ? wie : (casus.stoelen.find(({ sym }) => sym === vraag?.stoel)?.wie ?? wie);
      const meer = vraag === undefined ? {} : { vraag: vraag.sym, plek: vraag.plek, stoel: vraag.stoel };
      return als(
        door,
        http('DELETE', `${basis}/toegangsverzoeken/§${vraag?.sym ?? 'n:vraag'}`, undefined, meer),
      );
    }
    case 'recht_geef': {
      // Mostly by who keeps something, and to the kijker or somebody else at the table.
      const door = k5 % 5 < 4 ? (schrijver(casus, k7 >> 2) ?? wie) : wie;
      const plek = kiesPlek(casus, door, k0, k5);
      const zittend = casus.stoelen.filter(({ weg }) => !weg);
      const voor =
        k1 % 2 === 0 ? (zittend.find((stoel) => stoel.wie === kijker) ?? uit(zittend, k2)) : uit(zittend, k2);
      return als(door, geefRecht(casus, door, plek, voor?.sym ?? 'n:stoel', opdracht.kies));
    }
    case 'recht_lijst': {
      const door = k5 % 3 === 0 ? wie : (schrijver(casus, k7 >> 2) ?? wie);
      const plek = kiesPlek(casus, door, k0, k5);
      const pad = `${basis}/compartimenten/§${pleksym(casus.sym, plek)}/toegangsrechten`;
      return als(door, http('GET', pad, undefined, { plek }));
    }
    case 'recht_einde': {
      const recht = uit(casus.rechten, k0);
      const houder = casus.stoelen.find(({ sym }) => sym === recht?.stoel)?.wie;
      const door = [wie, houder ?? wie, houderVan(casus, recht) ?? wie][k1 % 3] ?? wie;
      const meer = recht === undefined ? {} : { recht: recht.sym, plek: recht.plek, stoel: recht.stoel };
      return als(
        door,
        http('DELETE', `${basis}/toegangsrechten/§${recht?.sym ?? 'n:recht'}`, undefined, meer),
      );
    }
    case 'advies_stel': {
      const door = k5 % 5 < 4 ? (schrijver(casus, k7 >> 2) ?? wie) : wie;
      const zittend = casus.stoelen.filter(({ weg }) => !weg);
      const genoemd = k1 % 3 === 0 ? [uit(zittend, k2)?.sym ?? 'n:stoel'] : [];
      const plek = kiesPlek(casus, door, k0, k5);
      const dicht = kiesPlek(casus, door, k2, k3, 1);
      const lid = plek.lid ?? eenLid;
      const vraagt = k0 % 2 === 0 ? [] : [{ ...dicht, lid: dicht.lid === null ? null : lid }];
      return vraagAdvies(casus, door, lid, { opent: k4 % 4 === 3 ? [] : [plek], vraagt, genoemd }, k1);
    }
    case 'opening_dicht': {
      const vraag = uit(casus.adviesvragen, k0);
      const plek = uit(vraag?.opent ?? [], k1);
      const door = (plek && k5 % 4 > 0 ? uit(houdersAchter(casus, plek), k2)?.wie : undefined) ?? wie;
      return sluitVoorAdvies(casus, door, vraag?.sym ?? 'n:advies', plek);
    }
    case 'advies_kijk_na': {
      const plek = kiesPlek(casus, wie, k0, k5);
      const pad = `${basis}/adviestreffers?compartimentIds=§${pleksym(casus.sym, plek)}`;
      return http('GET', pad, undefined, { plek });
    }
    case 'advies_lijst':
      return http('GET', '/adviesvragen');
    case 'advies_haal':
    case 'advies_neem':
    case 'advies_terug':
    case 'advies_door':
    case 'advies_bewaar':
    case 'advies_zeg':
    case 'advies_teken':
    case 'advies_aanvulling':
    case 'advies_reactie':
    case 'advies_afspraak':
    case 'advies_weg':
    case 'advies_volg': {
      const vraag = uit(casus.adviesvragen, k0);
      const vanVrager = ['advies_reactie', 'advies_afspraak', 'advies_weg'].includes(opdracht.soort);
      const door = k5 % 4 === 0 ? wie : vanVrager ? (vraag?.vrager ?? wie) : DESKUNDIGE;
      const afspraken = casus.kaarten.filter(({ soort, weg }) => soort === 'afspraak' && !weg);
      const gemaakt = opdracht.soort === 'advies_afspraak' ? uit(afspraken, k2)?.sym : undefined;
      return bijAdvies(casus, door, vraag?.sym ?? 'n:advies', opdracht.soort, k1, gemaakt);
    }
    case 'regie_lees':
      return http('GET', `${basis}/regie`);
    case 'regie_weeg': {
      const volgorde = [uit(['jeugd', 'schulden'], k1), uit(['wonen', 'gezondheid'], k2)].slice(0, k3 % 3);
      const door = k5 % 3 === 0 ? wie : (uit(casus.stoelen, k0)?.wie ?? wie);
      const plek = { categorie: 'plan', lid: null, organisatie: null };
      return als(door, http('PUT', `${basis}/regie/weging`, { volgorde }, { plek }));
    }
    case 'regie_voorstel': {
      const stoel = uit(casus.stoelen, k0);
      return als(k5 % 6 === 5 ? wie : houder, stelVoor(casus, houder, stoel?.sym ?? 'n:stoel', k1, k3));
    }
    case 'regie_aanvaard':
    case 'regie_weiger':
    case 'regie_trek_in': {
      const voorstel = uit(casus.voorstellen, casus.voorstellen.length - 1 + (k0 % 4 === 3 ? k1 : 0));
      const door = (opdracht.soort === 'regie_trek_in' ? voorstel?.van : voorstel?.naar) ?? wie;
      const daad = { regie_aanvaard: 'aanvaarding', regie_weiger: 'weigering', regie_trek_in: null } as const;
      return opVoorstel(casus, k5 % 6 === 5 ? wie : door, voorstel?.sym, daad[opdracht.soort], k3);
    }
    case 'waarneming_geef': {
      const stoel = uit(casus.stoelen, k0);
      const body = {
        deelnemerId: `§${stoel?.sym ?? 'n:stoel'}`,
        tot: datum(k1 + 8),
        ...(k4 % 3 === 2 ? { van: datum(k4 + 6) } : {}),
      };
      const bedacht = http('POST', `${basis}/regie/waarneming`, body, { stoel: stoel?.sym ?? 'n:stoel' });
      return als(k5 % 6 === 5 ? wie : houder, bedacht);
    }
    case 'waarneming_einde':
      return als(k5 % 6 === 5 ? wie : houder, http('DELETE', `${basis}/regie/waarneming`));
    case 'tweede_hand':
      return {
        ...als(uit([wie, LEIDING, PROCESREGISSEUR], k0) ?? wie, http('GET', '/tweede-hand')),
        over: {},
      };
    case 'tweede_hand_besluit': {
      const voorstel = uit(casus.voorstellen, casus.voorstellen.length - 1 + (k0 % 4 === 3 ? k1 : 0));
      const door = k5 % 6 === 5 ? wie : PROCESREGISSEUR;
      if (voorstel === undefined || k4 % 2 === 0) {
        const besluit = k1 % 2 === 0 ? 'toegestaan' : 'afgewezen';
        return beslisBezwaar(casus, door, uit(casus.bezwaren, k0), besluit, k3);
      }
      return beslisVoorstel(casus, door, voorstel?.sym, k1 % 2 === 0 ? 'toegestaan' : 'afgewezen', k3);
    }
    case 'tweede_hand_doe': {
      const stoel = uit(casus.stoelen, k0);
      const body = {
        soort: 'waarneming',
        casusLabel: `§b:${casus.sym.slice(2)}`,
        medewerkerId: `§m:${stoel?.wie ?? 0}`,
        tot: datum(k1 + 8),
        reden: `ziek ${k3 % 20}`,
      };
      const door = k5 % 6 === 5 ? wie : k5 % 2 === 0 ? LEIDING : PROCESREGISSEUR;
      if (k4 % 3 === 0) return als(door, http('POST', '/tweede-hand', stopWaarneming(casus)));
      return als(door, http('POST', '/tweede-hand', body, { stoel: stoel?.sym ?? 'n:stoel' }));
    }
    case 'overlegreeks_maak':
      return als(
        k5 % 6 === 5 ? wie : PROCESREGISSEUR,
        maakReeks(k1 % 3 === 0 ? [wie] : [kijker, wie], k2, `reeks ${k0 % 6}`),
      );
    case 'overlegreeks_wijzig': {
      const leden = k1 % 2 === 0 ? { bij: [`§m:${wie}`] } : { af: [`§m:${wie}`] };
      const pad = `/overlegreeksen/§${uit(stand.reeksen, k0) ?? 'n:reeks'}`;
      const bedacht = http('PATCH', pad, k2 % 3 === 0 ? { plaats: `zaal ${k3 % 9}` } : { leden });
      return { ...als(k5 % 6 === 5 ? wie : PROCESREGISSEUR, bedacht), over: {} };
    }
    case 'overlegreeks_lijst':
      return { ...als(k5 % 3 === 2 ? wie : PROCESREGISSEUR, http('GET', '/overlegreeksen')), over: {} };
    case 'overleg_lijst':
      return { ...http('GET', '/overleggen'), over: {} };
    case 'overleg_haal': {
      const pad = `/overleggen/§y:${uit(stand.reeksen, k0) ?? 'n:reeks'}.${k1 % 2}`;
      return { ...als([wie, kijker, PROCESREGISSEUR][k2 % 3] ?? wie, http('GET', pad)), over: {} };
    }
    case 'overleg_plan':
      return planGezinsoverleg(casus, alsRegisseur, k0);
    case 'agenda_breng': {
      const overleg = `y:${uit(stand.reeksen, k0) ?? 'n:reeks'}.${k1 % 2}`;
      if (k4 % 5 === 4) {
        const body = { dilemma: { titel: `dilemma ${k2}`, tekst: `wat nu ${k3}` }, minuten: 15 };
        return { ...http('POST', `/overleggen/§${overleg}/agendapunten`, body), over: { overleg } };
      }
      return brengCasusIn(casus, alsRegisseur, overleg, k3 % 4 === 0 ? [kijker] : [], k2);
    }
    case 'agenda_wijzig': {
      const body = [
        { besluit: 'aanvaard' },
        { besluit: 'aanvaard', volgorde: 1 },
        { minuten: 5 + (k1 % 40) },
        { besluit: 'teruggegeven', reden: `nog niet ${k1}` },
        { besluit: 'doorgeschoven' },
        { venster: { van: `09:${10 + (k1 % 40)}`, tot: '09:55' } },
      ][k2 % 6];
      return opAgendapunt(uit(stand.punten, k0), k5 % 6 === 5 ? wie : PROCESREGISSEUR, 'PATCH', body);
    }
    case 'agenda_weg':
      return opAgendapunt(uit(stand.punten, k0), alsRegisseur, 'DELETE');
    case 'overleg_volg':
      return {
        verzoek: {
          via: 'volg_overleg',
          wie: k1 % 3 === 0 ? wie : kijker,
          overleg: `y:${uit(stand.reeksen, k0) ?? 'n:reeks'}.0`,
        },
        over: {},
      };
    case 'overleg_stap': {
      const punt = uit(stand.punten, stand.punten.length - 1 - (k0 % 2));
      const overleg = punt?.overleg ?? `y:${uit(stand.reeksen, k0) ?? 'n:reeks'}.0`;
      const daden = ['open', 'item', 'item', 'tussen', 'heropen', 'sluit', 'neem_over'] as const;
      const stap = daden[k1 % daden.length] ?? 'open';
      return zetStap(overleg, punt, k5 % 6 === 5 ? wie : PROCESREGISSEUR, stap, k2);
    }
    case 'tafel_schik': {
      const stoel = uit(casus.stoelen, k1)?.sym ?? 'n:stoel';
      const body = k2 % 3 === 0 ? { af: [`§${stoel}`] } : { bij: [`§${stoel}`] };
      return aanTafel(uit(stand.punten, k0), k5 % 6 === 5 ? wie : PROCESREGISSEUR, 'POST', '/tafel', body);
    }
    case 'tafel_hand':
      return steekHandOp(uit(stand.punten, k0), k5 % 2 === 0 ? wie : PROCESREGISSEUR, k1 % 3 !== 0);
    case 'tafel_beurt':
      return geefBeurt(
        uit(stand.punten, k0),
        k5 % 6 === 5 ? wie : PROCESREGISSEUR,
        uit(casus.stoelen, k1)?.sym ?? 'n:stoel',
      );
    case 'tafel_wijs': {
      const punt = uit(stand.punten, k0);
      const stuk = uit(stand.stukken, k2)?.sym ?? 'n:stuk';
      const vreemd = uit(casus.kaarten, k2)?.sym ?? 'n:kaart';
      const plaats = ['vraag', 'tekst', 'vertelling', `§${stuk}`, `§${vreemd}`, null][k1 % 6] ?? null;
      return wijsAan(punt, k5 % 3 === 0 ? wie : k5 % 3 === 1 ? kijker : PROCESREGISSEUR, plaats);
    }
    case 'tafel_leg': {
      const punt = uit(stand.punten, k0);
      if (k1 % 5 === 4) return legTekst(punt, casus.sym, wie, kiesPlek(casus, wie, k2, k5));
      const kaart = k1 % 3 === 0 ? uit(casus.kaarten, k2) : undefined;
      const wat = legOpTafel(kaart?.sym, uit(casus.stoelen, k3)?.sym, k1);
      const { verzoek, over: waar } = aanTafel(
        punt,
        k5 % 3 === 0 ? wie : PROCESREGISSEUR,
        'POST',
        '/tafelblad',
        wat,
      );
      return { verzoek, over: kaart === undefined ? waar : { ...waar, plek: kaart.plek } };
    }
    case 'tafel_lezers': {
      const punt = uit(stand.punten, k0);
      const kaart = uit(casus.kaarten, k1)?.sym ?? 'n:kaart';
      const veld = veldsym(casus.sym, kiesPlek(casus, wie, k2, k5));
      const wat = k1 % 2 === 0 ? `kaartId=§${kaart}` : `veldId=§${veld}`;
      return aanTafel(punt, wie, 'GET', `/tafelblad/lezers?${wat}`);
    }
    case 'tafel_wijzig':
    case 'tafel_weg': {
      const stuk = uit(stand.stukken, k1);
      const punt = stand.punten.find(({ sym }) => sym === stuk?.punt) ?? uit(stand.punten, k0);
      const onder = `/tafelblad/§${stuk?.sym ?? 'n:stuk'}`;
      if (opdracht.soort === 'tafel_weg') return aanTafel(punt, PROCESREGISSEUR, 'DELETE', onder);
      return aanTafel(punt, PROCESREGISSEUR, 'PATCH', onder, { titel: `wij doen ${k2}`, versie: 'x' });
    }
    case 'oogst_vertel': {
      const body = vertelling(uit(casus.stoelen, k1)?.sym, k2);
      return aanTafel(uit(stand.punten, k0), k5 % 4 === 3 ? wie : PROCESREGISSEUR, 'PUT', '/oogst', body);
    }
    case 'oogst_haal':
      return aanTafel(uit(stand.punten, k0), k1 % 3 === 0 ? wie : kijker, 'GET', '/oogst');
    case 'oogst_lijst': {
      const pad = `/overleggen/§y:${uit(stand.reeksen, k0) ?? 'n:reeks'}.0/oogst`;
      return { verzoek: { via: 'http', wie: k1 % 3 === 0 ? wie : kijker, methode: 'GET', pad }, over: {} };
    }
    case 'tafelblad_haal':
      return aanTafel(uit(stand.punten, k0), k1 % 3 === 0 ? wie : kijker, 'GET', '/tafelblad');
    case 'scherm_koppel':
    case 'scherm_haal':
    case 'scherm_toon':
    case 'scherm_los':
    case 'scherm_begin':
    case 'scherm_beeld': {
      const punt = uit(stand.punten, k0);
      const scherm = uit(stand.schermen, k1) ?? 'n:scherm';
      return metScherm(opdracht.soort, punt, scherm, k5 % 6 === 5 ? wie : PROCESREGISSEUR);
    }
    case 'klok':
      return {
        verzoek: { via: 'klok', vooruit: [60_000, 3_600_000, 13 * 3_600_000, 2 * DAG, 6 * DAG][k0 % 5] ?? 0 },
        over: {},
      };
  }
}

/** A series that the procesregisseur chairs, with these people in it. */
export function maakReeks(leden: readonly number[], n: number, naam: string): Bedacht {
  return {
    verzoek: {
      via: 'http',
      wie: PROCESREGISSEUR,
      methode: 'POST',
      pad: '/overlegreeksen',
      body: {
        naam,
        plaats: `zaal ${n % 9}`,
        duur: 60,
        ritme: { eerste: '2026-03-10', tijd: '09:00', weken: 1 + (n % 3) },
        voorzitterId: `§m:${PROCESREGISSEUR}`,
        leden: [...new Set(leden)].map((wie) => `§m:${wie}`),
      },
    },
    over: {},
  };
}

/** A casus brought to an overleg. */
export function brengCasusIn(
  casus: Casus,
  wie: number,
  overleg: string,
  vraagt: readonly number[],
  n: number,
): Bedacht {
  const body = {
    casusId: `§${casus.sym}`,
    vraag: `wat nu ${n}`,
    wetten: ['wmo'],
    minuten: 10 + (n % 30),
    // Asked to think along, or to come for this alone.
    [n % 2 === 0 ? 'meedenkers' : 'gasten']: vraagt.map((een) => `§m:${een}`),
    gezinWeet: { ja: n % 2 === 0 },
    voorVoorzitter: `alleen u ${n}`,
  };
  const pad = `/overleggen/§${overleg}/agendapunten`;
  return {
    verzoek: { via: 'http', wie, methode: 'POST', pad, body },
    over: { casus: casus.sym, overleg, vraagt, gasten: n % 2 === 0 ? [] : vraagt },
  };
}

/** The chair, or who brought it, does something with what stands on an agenda. */
export function opAgendapunt(
  punt: Punt | undefined,
  wie: number,
  methode: 'PATCH' | 'DELETE',
  body?: object,
): Bedacht {
  const pad = `/overleggen/§${punt?.overleg ?? 'n:overleg'}/agendapunten/§${punt?.sym ?? 'n:punt'}`;
  return {
    verzoek: { via: 'http', wie, methode, pad, ...(body === undefined ? {} : { body }) },
    over: {
      ...(punt?.casus == null ? {} : { casus: punt.casus }),
      ...(punt === undefined ? {} : { punt: punt.sym }),
    },
  };
}

/** What somebody lays on the table: a kaart, something in their own words, or an afspraak. */
export function legOpTafel(kaart: string | undefined, stoel: string | undefined, n: number): object {
  if (kaart !== undefined) return { kaartId: `§${kaart}` };
  if (n % 2 === 0) return { tekst: `op tafel ${n}` };
  const uitvoerders = stoel === undefined || n % 5 === 0 ? [] : [`§${stoel}`];
  return { afspraak: { titel: `wij doen ${n}`, uitvoerders } };
}

/** Somebody lays the first text of a part on the table. */
export function legTekst(punt: Punt | undefined, casus: string, wie: number, plek: Plek): Bedacht {
  const body = { veldId: `§${veldsym(casus, plek)}` };
  const { verzoek, over } = aanTafel(punt, wie, 'POST', '/tafelblad', body);
  return { verzoek, over: { ...over, plek } };
}

/** Who tells the household what was agreed, or why nobody does yet (OV7). */
export function vertelling(stoel: string | undefined, n: number): object {
  if (stoel === undefined || n % 3 === 0) return { reden: `nog niet ${n}` };
  return { wie: `§${stoel}`, wat: `dit spraken wij af ${n}`, uiterlijk: '2026-03-20' };
}

/** Something with the table of an item, or with what lies on it. */
export function aanTafel(
  punt: Punt | undefined,
  wie: number,
  methode: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  onder: string,
  body?: object,
): Bedacht {
  const pad = `/overleggen/§${punt?.overleg ?? 'n:overleg'}/agendapunten/§${punt?.sym ?? 'n:punt'}${onder}`;
  return {
    verzoek: { via: 'http', wie, methode, pad, ...(body === undefined ? {} : { body }) },
    over: {
      ...(punt?.casus == null ? {} : { casus: punt.casus }),
      ...(punt === undefined ? {} : { punt: punt.sym }),
    },
  };
}

/** Somebody at the table raises their hand, or lets it down. */
export function steekHandOp(punt: Punt | undefined, wie: number, op: boolean): Bedacht {
  return aanTafel(punt, wie, 'PUT', '/hand', { op });
}

/** Somebody points at something on the table (OV6). */
export function wijsAan(punt: Punt | undefined, wie: number, plaats: string | null): Bedacht {
  const { over } = aanTafel(punt, wie, 'GET', '');
  const overleg = punt?.overleg ?? 'n:overleg';
  return { verzoek: { via: 'wijs', wie, overleg, punt: punt?.sym ?? 'n:punt', plaats }, over };
}

/** Who leads gives the floor to who sits there from a seat; and a round after them. */
export function geefBeurt(punt: Punt | undefined, wie: number, stoel: string): Bedacht {
  return aanTafel(punt, wie, 'PUT', '/beurt', { wie: `§${stoel}`, ronde: [`§${stoel}`] });
}

/** Kinds of what is done with a big screen. */
export type Schermsoort = Extract<Soort, `scherm_${string}`>;

/** Something with a big screen: by who leads; or at the screen itself, where nobody is. */
export function metScherm(soort: Schermsoort, punt: Punt | undefined, scherm: string, wie: number): Bedacht {
  const schermen = `/overleggen/§${punt?.overleg ?? 'n:overleg'}/schermen`;
  const over = {};
  switch (soort) {
    case 'scherm_koppel':
      return { verzoek: { via: 'http', wie, methode: 'POST', pad: schermen }, over };
    case 'scherm_haal':
      return { verzoek: { via: 'http', wie, methode: 'GET', pad: `${schermen}/§${scherm}` }, over };
    case 'scherm_toon': {
      const body = { beeld: 'tafelblad', blad: 1 };
      return {
        verzoek: { via: 'http', wie, methode: 'POST', pad: `${schermen}/§${scherm}/beeld`, body },
        over,
      };
    }
    case 'scherm_los':
      return { verzoek: { via: 'http', wie, methode: 'DELETE', pad: `${schermen}/§${scherm}` }, over };
    case 'scherm_begin': {
      const body = { code: `§code ${scherm}` };
      return { verzoek: { via: 'http', wie: null, methode: 'POST', pad: '/schermsessies', body }, over };
    }
    case 'scherm_beeld':
      return { verzoek: { via: 'http', wie: null, methode: 'GET', pad: '/scherm' }, over };
    default:
      return exhaustief(soort);
  }
}

/** A step of an overleg: of an item it is about its casus. `nu`: the versie of that moment. */
export function zetStap(
  overleg: string,
  punt: Punt | undefined,
  wie: number,
  stap: Overlegstap,
  n: number,
): Bedacht {
  const vanPunt = stap === 'item' || stap === 'heropen';
  const onderdeel = GESPREKSDELEN[n % GESPREKSDELEN.length];
  const body = {
    stap,
    versie: 'nu',
    ...(vanPunt ? { agendapuntId: `§${punt?.sym ?? 'n:punt'}`, ...(n % 2 === 0 ? {} : { onderdeel }) } : {}),
  };
  return {
    verzoek: { via: 'http', wie, methode: 'POST', pad: `/overleggen/§${overleg}/stappen`, body },
    over: (vanPunt || stap === 'tussen') && punt?.casus != null ? { casus: punt.casus, punt: punt.sym } : {},
  };
}

/** A gezinsoverleg on a casus. */
export function planGezinsoverleg(casus: Casus, wie: number, n: number): Bedacht {
  const body = {
    casusId: `§${casus.sym}`,
    begin: '2026-03-11T10:00:00Z',
    duur: 60,
    plaats: `thuis ${n}`,
    vraag: `hoe gaat het ${n}`,
  };
  return {
    verzoek: { via: 'http', wie, methode: 'POST', pad: '/overleggen', body },
    over: { casus: casus.sym },
  };
}

/**
 * The regisseur changes whom or what a kaart of the plan refers to, and nothing else: one more, or one less. Mostly of a
 * kaart that the kijker reads, for there it must be seen that who doesn't know of it sees nothing.
 */
export function noem(casus: Casus, kijker: number, kies: readonly number[]): Bedacht | null {
  const [k0 = 0, k1 = 0, k2 = 0, k3 = 0] = kies;
  const mijn = casus.stoelen.find((stoel) => stoel.wie === kijker && !stoel.weg);
  const inPlan = casus.kaarten.filter(
    ({ soort, plek, weg }) => !weg && plek.categorie === 'plan' && (soort === 'doel' || soort === 'afspraak'),
  );
  const gelezen = inPlan.filter(({ plek }) => mijn !== undefined && niveau(laatste(mijn), plek) >= 2);
  const kaart = uit(k1 % 5 === 4 || gelezen.length === 0 ? inPlan : gelezen, k0);
  if (kaart === undefined) return null;
  const veld = kaart.soort === 'doel' ? 'lidIds' : k2 % 2 === 0 ? 'doelId' : 'uitvoerders';
  const keus =
    veld === 'doelId'
      ? casus.kaarten.filter(({ soort, weg }) => soort === 'doel' && !weg).map(({ sym }) => sym)
      : casus.leden.filter(({ weg }) => !weg).map(({ sym }) => sym);
  return keus.length === 0 ? null : noemErbij(casus, kaart, veld, keus, k3);
}

/** The regisseur puts one of these into a field, or takes it out. */
export function noemErbij(
  casus: Casus,
  kaart: Kaart,
  veld: Verwijsveld,
  keus: readonly string[],
  k: number,
): Bedacht {
  const een = uit(keus, k) ?? 'n:wie';
  const bekend = kaart.verwijst.get(veld);
  const was = bekend ?? [];
  const zonder = was.filter((sym) => sym !== een);
  const wordt = zonder.length < was.length ? zonder : veld === 'doelId' ? [een] : [...was, een];
  const ids = wordt.map((sym) => `§${sym}`);
  const body = { versie: `§w:${kaart.sym}`, [veld]: veld === 'doelId' ? (ids[0] ?? null) : ids };
  const pad = `/casussen/§${casus.sym}/kaarten/§${kaart.sym}`;
  return {
    verzoek: { via: 'http', wie: casus.stoelen[0]?.wie ?? 0, methode: 'PATCH', pad, body },
    over: {
      casus: casus.sym,
      ...overKaart(kaart, veld === 'doelId' ? [] : wordt),
      ...(bekend === null ? {} : { anders: { veld, was, wordt } }),
    },
  };
}

/** Who keeps a part keeps somebody out of it (NK12); where nobody does, who directs. */
export function sluitUit(casus: Casus, stoel: string, plek: Plek): Bedacht {
  const wie = bewaarder(casus, plek, stoel);
  return {
    verzoek: {
      via: 'feit',
      wie,
      casus: casus.sym,
      wat: 'uitsluiting',
      stoel,
      plek: pleksym(casus.sym, plek),
    },
    over: { casus: casus.sym, stoel, plek },
  };
}

/** Somebody says that there is acute danger, for themselves (NK25). */
export function verklaarGevaar(casus: Casus, stoel: Pick<Zittend, 'sym' | 'wie'>, plek: Plek): Bedacht {
  return {
    verzoek: {
      via: 'feit',
      wie: stoel.wie,
      casus: casus.sym,
      wat: 'acuut_gevaar',
      stoel: stoel.sym,
      plek: pleksym(casus.sym, plek),
    },
    over: { casus: casus.sym, stoel: stoel.sym, plek },
  };
}

function bewaarder(casus: Casus, plek: Plek, behalve: string): number {
  const houder = casus.stoelen.find(
    (stoel) => !stoel.weg && stoel.sym !== behalve && niveau(laatste(stoel), plek) === 3,
  );
  return (houder ?? casus.stoelen[0])?.wie ?? 0;
}

/** What holds something: no tiles. */
export function echtePlekken(casus: Casus): Plek[] {
  return plekken(casus).filter((plek) => !perOrganisatie(plek.categorie) || plek.organisatie !== null);
}

/** Somebody comes to a board, goes, or has read what was new. */
export function bezoek(casus: string, wie: number, ik: 'kom' | 'ga' | 'las'): Bedacht {
  const pad = `/casussen/§${casus}/bezoeken`;
  return { verzoek: { via: 'http', wie, methode: 'POST', pad, body: { ik } }, over: { casus } };
}

function wieOp(casus: Casus, stoel: string | null): number | undefined {
  return casus.stoelen.find(({ sym, weg }) => sym === stoel && !weg)?.wie;
}

/** Offers the regie to a seat. */
export function stelVoor(casus: Casus, wie: number, stoel: string, k1: number, k3: number): Bedacht {
  const body = {
    deelnemerId: `§${stoel}`,
    zwaartepunt: ['jeugd', 'schulden', 'wonen', 'maan'][k1 % 13 === 12 ? 3 : k1 % 3],
    reden: `overdracht ${k3 % 50}`,
    ...(k3 % 2 === 0 ? { gezinVerteldOp: eerder(k3) } : {}),
  };
  const pad = `/casussen/§${casus.sym}/regie/voorstellen`;
  return {
    verzoek: { via: 'http', wie, methode: 'POST', pad, body },
    over: { casus: casus.sym, stoel },
  };
}

/** What one of the two does with an offer. @param daad null: takes it back */
export function opVoorstel(
  casus: Casus,
  wie: number,
  voorstel: string | undefined,
  daad: 'aanvaarding' | 'weigering' | null,
  k: number,
): Bedacht {
  const pad = `/casussen/§${casus.sym}/regie/voorstellen/§${voorstel ?? 'n:voorstel'}`;
  const over = { casus: casus.sym, ...(voorstel === undefined ? {} : { voorstel }) };
  if (daad === null) return { verzoek: { via: 'http', wie, methode: 'DELETE', pad }, over };
  const body = daad === 'weigering' ? { reden: `geen tijd ${k % 20}` } : {};
  return { verzoek: { via: 'http', wie, methode: 'POST', pad: `${pad}/${daad}`, body }, over };
}

/** Who may name who stands in from outside lets it end. */
export function stopWaarneming(casus: Casus): object {
  return { soort: 'einde_waarneming', casusLabel: `§b:${casus.sym.slice(2)}` };
}

/** What somebody outside the casus decides on an offer. */
export function beslisVoorstel(
  casus: Casus,
  wie: number,
  voorstel: string | undefined,
  besluit: 'toegestaan' | 'afgewezen',
  k: number,
): Bedacht {
  const pad = `/tweede-hand/§${voorstel ?? 'n:voorstel'}`;
  return {
    verzoek: { via: 'http', wie, methode: 'POST', pad, body: { besluit, reden: `besloten ${k % 20}` } },
    over: { casus: casus.sym, ...(voorstel === undefined ? {} : { voorstel }) },
  };
}

function levend(casus: Casus): Concept[] {
  return casus.concepten.filter(({ weg }) => !weg);
}

export function beginConcept(
  casus: string,
  wie: number,
  plek: Plek,
  hoe: 'concept' | 'verbetering' = 'concept',
): Bedacht {
  const pad = `/casussen/§${casus}/velden/§${veldsym(casus, plek)}/${hoe}`;
  return { verzoek: { via: 'http', wie, methode: 'POST', pad }, over: { casus, plek } };
}

type Bedoeld = Pick<Concept, 'sym' | 'plek'>;

export function typInConcept(
  casus: string,
  wie: number,
  { sym, plek }: Bedoeld,
  tekst: string,
  daad: 'typ' | 'wis' | 'probeer' = 'typ',
): Bedacht {
  return {
    verzoek: { via: 'tekst', wie, casus, plek: conceptplek(sym), daad, n: [0, 0, 1, 0], tekst },
    over: { casus, plek, concept: sym },
  };
}

/** Shares it or throws it away; without one, one that isn't there. */
export function opConcept(
  casus: string,
  wie: number,
  concept: Bedoeld | undefined,
  wat: 'deling' | 'weg',
): Bedacht {
  const basis = `/casussen/§${casus}/concepten/§${concept?.sym ?? 'n:concept'}`;
  return {
    verzoek:
      wat === 'deling'
        ? { via: 'http', wie, methode: 'POST', pad: `${basis}/deling` }
        : { via: 'http', wie, methode: 'DELETE', pad: basis },
    over: { casus, ...(concept === undefined ? {} : { plek: concept.plek, concept: concept.sym }) },
  };
}

const TEKSTDAAD = {
  tekst_open: 'open',
  tekst_typ: 'typ',
  tekst_wis: 'wis',
  tekst_vorm: 'vorm',
  tekst_ongedaan: 'ongedaan',
  tekst_wijs: 'wijs',
  tekst_sluit: 'sluit',
  tekst_stand: 'stand',
  tekst_vergeefs: 'vergeefs',
} as const;

/** Somebody and where they write: in four of ten where the kijker reads along. */
function tekstplek(
  casus: Casus,
  kijker: number,
  wie: number,
  [k0 = 0, , , , k4 = 0, k5 = 0, , k7 = 0]: readonly number[],
): { door: number; plek: Plek } {
  const mijn = casus.stoelen.find((stoel) => stoel.wie === kijker && !stoel.weg);
  const gelezen = mijn === undefined ? [] : plekken(casus).filter((plek) => niveau(laatste(mijn), plek) >= 2);
  if (k4 % 10 < 4 && gelezen.length > 0) {
    const plek = metVelden(
      [0, 1, 2].map((i) => uit(gelezen, k0 + i) ?? { categorie: 'plan', lid: null, organisatie: null }),
    );
    const schrijvers = casus.stoelen.filter((stoel) => !stoel.weg && niveau(laatste(stoel), plek) === 3);
    return { door: k7 % 3 === 0 ? kijker : (uit(schrijvers, k7 >> 2)?.wie ?? kijker), plek };
  }
  const door = k5 % 5 < 3 ? (schrijver(casus, k7 >> 2) ?? wie) : wie;
  return { door, plek: metVelden([0, 1, 2, 3].map((i) => kiesPlek(casus, door, k0 + i, k5))) };
}

/** The first of these that has texts from the start. */
function metVelden(plekken_: readonly Plek[]): Plek {
  const [eerste = { categorie: 'plan', lid: null, organisatie: null }] = plekken_;
  const heeft = ({ categorie, organisatie }: Plek): boolean =>
    ['plan', 'hulp', 'inwoner', 'regie'].includes(categorie) || organisatie !== null;
  return plekken_.find(heeft) ?? eerste;
}

function overKaart(kaart: Kaart, noemt: readonly string[]): Over {
  return { kaart: kaart.sym, plek: kaart.plek, noemt };
}

function wieDoet(casus: Casus | undefined, kijker: number, wie: number, k: number): number {
  if (k % 10 < 4) return kijker;
  const zittend = casus?.stoelen.filter(({ weg }) => !weg) ?? [];
  if (k % 10 === 4) return wie;
  return uit(zittend, k >> 3)?.wie ?? wie;
}

/** What a question for advice opens at once, what it asks others to, and the seats that are named in it. */
interface Adviesopzet {
  readonly opent?: readonly Plek[];
  readonly vraagt?: readonly Plek[];
  readonly genoemd?: readonly string[];
}

/** Who keeps a part closes it at a question for advice. */
export function sluitVoorAdvies(casus: Casus, wie: number, vraag: string, plek: Plek | undefined): Bedacht {
  const sym = plek === undefined ? 'n:opening' : openingsym(vraag, pleksym(casus.sym, plek));
  return {
    verzoek: { via: 'http', wie, methode: 'DELETE', pad: `/casussen/§${casus.sym}/adviesopeningen/§${sym}` },
    over: { casus: casus.sym, advies: vraag, ...(plek === undefined ? {} : { plek }) },
  };
}

/** Somebody asks for advice about a member. */
export function vraagAdvies(
  casus: Casus,
  wie: number,
  lid: string,
  { opent = [], vraagt = [], genoemd = [] }: Adviesopzet,
  k: number,
): Bedacht {
  const body = {
    lidId: `§${lid}`,
    vraag: `wat helpt ${k % 50}`,
    toelichting: `het gaat om ${k % 30}`,
    opent: opent.map((plek) => `§${pleksym(casus.sym, plek)}`),
    vraagt: vraagt.map((plek) => `§${pleksym(casus.sym, plek)}`),
    genoemd: genoemd.map((sym) => `§${sym}`),
    tot: datum(k + 12),
  };
  return {
    verzoek: { via: 'http', wie, methode: 'POST', pad: `/casussen/§${casus.sym}/adviesvragen`, body },
    over: { casus: casus.sym, noemt: genoemd },
  };
}

/** What somebody does at a question for advice. @param afspraak that was made of it */
export function bijAdvies(
  casus: Casus,
  wie: number,
  sym: string,
  soort: Extract<Soort, `advies_${string}`>,
  k: number,
  afspraak?: string,
): Bedacht {
  const over = { casus: casus.sym, advies: sym, ...(afspraak === undefined ? {} : { noemt: [afspraak] }) };
  if (soort === 'advies_volg') return { verzoek: { via: 'volg_advies', wie, vraag: sym }, over };
  const [methode = 'GET', onder = '', body = undefined] = ADVIESVERZOEK[soort]?.(k) ?? [];
  const pad = `/adviesvragen/§${sym}${onder}`;
  const erbij = soort === 'advies_afspraak' ? { kaartId: `§${afspraak ?? 'n:kaart'}` } : body;
  return {
    verzoek: { via: 'http', wie, methode, pad, ...(erbij === undefined ? {} : { body: erbij }) },
    over,
  };
}

const ADVIESVERZOEK: Readonly<
  Partial<Record<Soort, (k: number) => readonly [methode: string, onder?: string, body?: unknown]>>
> = {
  advies_haal: () => ['GET'],
  advies_neem: () => ['POST', '/aanneming'],
  advies_terug: () => ['DELETE', '/aanneming'],
  advies_door: (k) => [
    'POST',
    '/overdracht',
    { medewerkerId: k % 5 === 4 ? '§n:mens' : `§m:${ANDERE_DESKUNDIGE}` },
  ],
  advies_bewaar: (k) => ['PATCH', '', { watIkLees: `ik lees ${k % 50}` }],
  advies_zeg: (k) => ['POST', '/berichten', { tekst: `nog iets ${k % 50}` }],
  advies_teken: (k) => ['POST', '/advies', { watIkAdviseer: `doe dit ${k % 50}` }],
  advies_aanvulling: (k) => ['POST', '/aanvulling', { tekst: `en dit ${k % 50}` }],
  advies_reactie: (k) => ['POST', '/reactie', { besluit: 'doen', waarom: `goed ${k % 50}` }],
  advies_afspraak: () => ['POST', '/afspraken'],
  advies_weg: () => ['DELETE'],
};

/** Somebody asks to read along. */
export function vraagMeelezen(
  casus: Casus,
  wie: number,
  stoel: string,
  plek: Plek,
  [, k1 = 0, k2 = 0, , k4 = 0]: readonly number[],
): Bedacht {
  const pad = `/casussen/§${casus.sym}/compartimenten/§${pleksym(casus.sym, plek)}/toegangsverzoeken`;
  const body = {
    waarvoor: k2 % 17 === 16 ? 'zomaar' : 'samenhang',
    grondslag: 'wmo',
    toelichting: `omdat ${k4 % 50}`,
    tot: datum(k1 + 12),
  };
  return {
    verzoek: { via: 'http', wie, methode: 'POST', pad, body },
    over: { casus: casus.sym, plek, stoel },
  };
}

/** Somebody decides on what was asked, for the part that they keep. */
export function besluitOp(
  casus: Casus,
  wie: number,
  { sym, stoel, plek, advies }: Meeleesvraag,
  staatToe: boolean,
  [, , , k3 = 0, k4 = 0]: readonly number[],
): Bedacht {
  const pad = `/casussen/§${casus.sym}/toegangsverzoeken/§${sym}/besluit`;
  const body = {
    besluit: staatToe ? 'toegestaan' : 'afgewezen',
    reden: `besloten ${k4 % 50}`,
    ...(!staatToe && k3 % 4 === 3 ? { zegDatNu: true } : {}),
  };
  const deel = houdersAchter(casus, plek).find((een) => een.wie === wie)?.plek ?? plek;
  return {
    verzoek: { via: 'http', wie, methode: 'POST', pad, body },
    over: { casus: casus.sym, plek: deel, stoel, vraag: sym, ...(advies === undefined ? {} : { advies }) },
  };
}

/** Who keeps a part of what stands somewhere, and which. */
export function houdersAchter(casus: Casus, plek: Plek): { wie: number; plek: Plek }[] {
  return casus.stoelen
    .filter(({ weg }) => !weg)
    .flatMap((stoel) => {
      const eigen = { ...plek, organisatie: lidVanGezelschap(stoel.wie).organisatie };
      const deel = [
        plek,
        ...(plek.organisatie === null && perOrganisatie(plek.categorie) ? [eigen] : []),
      ].find((een) => niveau(laatste(stoel), een) === 3);
      return deel === undefined ? [] : [{ wie: stoel.wie, plek: deel }];
    });
}

/** Somebody lets a seat read along, or write. */
export function geefRecht(
  casus: Casus,
  door: number,
  plek: Plek,
  stoel: string,
  [, k1 = 0, k2 = 0, k3 = 0, k4 = 0]: readonly number[],
): Bedacht {
  return {
    verzoek: {
      via: 'http',
      wie: door,
      methode: 'POST',
      pad: `/casussen/§${casus.sym}/compartimenten/§${pleksym(casus.sym, plek)}/toegangsrechten`,
      body: {
        deelnemerId: `§${stoel}`,
        niveau: k3 % 4 === 0 ? 'schrijven' : 'lezen',
        waarvoor: k2 % 13 === 12 ? 'zomaar' : 'samenhang',
        grondslag: 'jeugdwet',
        reden: `reden ${k4 % 50}`,
        ...(k4 % 7 === 6 ? { van: datum(k4 + 6) } : {}),
        tot: datum(k1 + 12),
      },
    },
    over: { casus: casus.sym, plek, stoel },
  };
}

/** Somebody at the table who decides on a right. */
function houderVan(casus: Casus, recht: Recht | undefined): number | undefined {
  return recht === undefined
    ? undefined
    : casus.stoelen.find((stoel) => !stoel.weg && niveau(laatste(stoel), recht.plek) === 3)?.wie;
}

/** A casus; who brings it is one of the first four or it is refused. */
export function breng(wie: number, k0: number, k1: number): Bedacht {
  const zetel = k1 % 9 === 8 ? 'wonen' : (lidVanGezelschap(wie).zetels[0] ?? '');
  return {
    verzoek: {
      via: 'http',
      wie,
      methode: 'POST',
      pad: '/casussen',
      body: {
        leden: [{ rol: 'moeder' }, { rol: 'kind' }, ...(k0 % 4 === 0 ? [{ rol: 'kind' }] : [])],
        zetel,
        waarvoor: 'samenhang',
        grondslag: 'participatiewet',
        vraag: `vraag ${k0 % 7}`,
        wetten: ['wmo'],
        expertise: ['schulden'],
      },
    },
    over: {},
  };
}

export function geefZetel(casus: Casus, door: number, wie: number, kies: readonly number[]): Bedacht {
  const [, k1 = 0, k2 = 0, k3 = 0, k4 = 0, k5 = 0] = kies;
  const { zetels } = lidVanGezelschap(wie);
  const zetel = uit(zetels, k1) ?? '';
  const lid = uit(casus.leden, k3)?.sym ?? 'n:lid';
  const lidIds = k2 % 5 < 3 && zetel !== 'gezin' ? null : [k2 % 29 === 28 ? '§n:lid' : `§${lid}`];
  return {
    verzoek: {
      via: 'http',
      wie: door,
      methode: 'POST',
      pad: `/casussen/§${casus.sym}/deelnemers`,
      body: {
        medewerkerId: `§m:${wie}`,
        zetel: k5 % 19 === 18 ? 'wmo' : zetel,
        lidIds,
        ...(zetel === 'gezin' ? { alsLidId: `§${lid}` } : {}),
        waarvoor: k5 % 2 === 0 ? 'samenhang' : 'advies',
        // Agreement is no ground on the municipality's own zetels.
        grondslag: k5 % 3 === 0 && (!isVanGemeente(zetel) || k5 % 5 === 0) ? 'toestemming' : 'wmo',
        ...(k4 % 6 === 5 ? { tot: datum(k4 + 8) } : {}),
        ...(k4 % 7 === 6 ? { van: datum(k4 + 6) } : {}),
        ...(k4 % 4 === 3 && (isKernteam(zetel) || k5 % 7 === 0)
          ? {}
          : { gezinAkkoord: k4 % 3 === 0 ? { ja: false, reden: `reden ${k4}` } : { ja: true } }),
      },
    },
    over: {
      casus: casus.sym,
      zetelWie: wie,
      noemt: lidIds === null ? [] : [lid],
    },
  };
}

/** What somebody's own organisation keeps from their seat. */
export function eigenPlekken(casus: Casus, stoel: Zittend): Plek[] {
  const { organisatie } = lidVanGezelschap(stoel.wie);
  return echtePlekken(casus).filter(
    (plek) => plek.organisatie === organisatie && niveau(laatste(stoel), plek) === 3,
  );
}

/** Somebody confirms a colleague for what they wait for, or for something else. */
export function bevestig(casus: Casus, door: number, stoel: Zittend, anders?: Plek): Bedacht {
  const wacht = anders === undefined ? [...stoel.wacht] : [pleksym(casus.sym, anders)];
  return {
    verzoek: {
      via: 'http',
      wie: door,
      methode: 'POST',
      pad: `/casussen/§${casus.sym}/deelnemers/§${stoel.sym}/bevestiging`,
      body: { compartimentIds: (wacht.length === 0 ? ['n:plek'] : wacht).map((sym) => `§${sym}`) },
    },
    over: { casus: casus.sym, stoel: stoel.sym },
  };
}

function isCollega(een: Zittend, ander: Zittend | undefined): boolean {
  return (
    ander !== undefined &&
    !een.weg &&
    lidVanGezelschap(een.wie).organisatie === lidVanGezelschap(ander.wie).organisatie
  );
}

/** Somebody at the table who writes something. */
function schrijver(casus: Casus, k: number): number | undefined {
  const schrijvers = casus.stoelen.filter(
    (stoel) =>
      !stoel.weg &&
      (laatste(stoel).regisseur ||
        isKernteam(laatste(stoel).zetel) ||
        eigenCategorieen(laatste(stoel).zetel).length > 0),
  );
  return uit(schrijvers, k)?.wie;
}

function kiesPlek(casus: Casus, wie: number, k: number, anders: number, minstens = 3): Plek {
  const stoel = casus.stoelen.find((een) => een.wie === wie && !een.weg);
  const alle = plekken(casus);
  if (stoel !== undefined && anders % 10 < 8) {
    const mag = alle.filter((plek) => niveau(laatste(stoel), plek) >= minstens);
    const gekozen = uit(mag, k);
    if (gekozen !== undefined) return gekozen;
  }
  return uit(alle, k) ?? { categorie: 'plan', lid: null, organisatie: null };
}

/** Every compartment of a casus, tiles included; `plan` of the household three times, for it is written most. */
function plekken(casus: Casus): Plek[] {
  const leden = casus.leden.map(({ sym }) => sym);
  const over = (categorie: string): (string | null)[] =>
    categorie === 'regie' ? [null] : ALLEEN_LID.has(categorie) ? leden : [null, ...leden];
  const gedeeld = GEDEELD.flatMap((categorie) =>
    over(categorie).map((lid): Plek => ({ categorie, lid, organisatie: null })),
  );
  const eigen = casus.stoelen.flatMap((stoel) =>
    stoel.was.flatMap(({ zetel, lidIds }) =>
      eigenCategorieen(zetel).flatMap((categorie) =>
        over(categorie)
          .filter((lid) => lid === null || lidIds === null || lidIds.includes(lid))
          .flatMap((lid): Plek[] => [
            { categorie, lid, organisatie: lidVanGezelschap(stoel.wie).organisatie },
            { categorie, lid, organisatie: null },
          ]),
      ),
    ),
  );
  const plan: Plek = { categorie: 'plan', lid: null, organisatie: null };
  return [plan, plan, plan, ...gedeeld, ...eigen];
}

function kiesKaart(casus: Casus, wie: number, k: number, anders: number): Kaart | undefined {
  const levend = casus.kaarten.filter(({ weg }) => !weg);
  const stoel = casus.stoelen.find((een) => een.wie === wie && !een.weg);
  if (stoel !== undefined && anders % 10 < 8) {
    const mag = levend.filter(({ plek }) => niveau(laatste(stoel), plek) === 3);
    const gekozen = uit(mag, k);
    if (gekozen !== undefined) return gekozen;
  }
  return uit(casus.kaarten, k);
}

function uitvoerder(casus: Casus, kaart: Kaart | undefined, k: number): number | undefined {
  const namen = casus.stoelen.filter(({ sym, weg }) => !weg && kaart?.noemde.has(sym));
  return uit(namen, k)?.wie;
}

function kaartinhoud(
  casus: Casus,
  plek: Plek,
  k1: number,
  k2: number,
  k3: number,
  k4: number,
  vast?: string,
): { inhoud: Record<string, unknown>; noemt: string[] } {
  const soort = vast ?? uit(soortenIn(plek.categorie), k1) ?? 'doel';
  const leden = casus.leden.map(({ sym }) => sym);
  const genoemden = [
    ...casus.stoelen
      .filter((stoel, i) => (k2 >> i) % 3 === 1 && (k4 % 7 === 0 || isNoembaar(stoel)))
      .map(({ sym }) => sym),
    ...leden.filter((_, i) => (k3 >> i) % 4 === 1),
  ];
  const noemt = k4 % 23 === 22 ? ['n:wie'] : genoemden;
  const doel = uit(
    casus.kaarten.filter((kaart) => kaart.soort === 'doel'),
    k4,
  )?.sym;
  const over = uit(leden, k2);
  const titel = `tekst ${k3 % 50}${over !== undefined && k3 % 3 === 0 ? ` van «${over}»` : ''}`;
  const lid = plek.lid ?? uit(leden, k3);
  switch (soort) {
    case 'kracht':
    case 'zorgpunt':
      return {
        inhoud: {
          soort,
          titel,
          leefgebied: uit(LEEFGEBIED, k2),
          ...(k4 % 2 === 0 && lid !== undefined ? { lidId: `§${lid}` } : {}),
        },
        noemt: [],
      };
    case 'doel': {
      const samen = noemt.filter((sym) => sym.startsWith('d:'));
      return {
        inhoud: {
          soort,
          titel,
          lidIds: noemt.filter((sym) => sym.startsWith('l:')).map((sym) => `§${sym}`),
          samenMet: samen.map((sym) => `§${sym}`),
        },
        noemt,
      };
    }
    case 'afspraak':
      return {
        inhoud: {
          soort,
          titel,
          uitvoerders: noemt.map((sym) => `§${sym}`),
          ...(k1 % 3 === 0 && doel !== undefined ? { doelId: `§${doel}` } : {}),
          uiterlijk: datum(k2),
          ...(k3 % 3 === 0 ? { wachtOp: `tot ${k3 % 50}`, betaaltDoor: `fonds ${k2 % 9}` } : {}),
          ...(k3 % 3 === 0 && noemt[0] !== undefined ? { overbrugtDoor: `§${noemt[0]}` } : {}),
        },
        noemt,
      };
    case 'besluit':
      return { inhoud: { soort, titel, datum: eerder(k2), motivering: `omdat ${k3 % 50}` }, noemt: [] };
    case 'beschikking':
      return {
        inhoud: {
          soort,
          titel,
          wet: uit(['participatiewet', 'wmo', 'jeugdwet', 'wgs', 'anders'], k2),
          stand: k3 % 2 === 0 ? 'aangevraagd' : 'toegekend',
          beslisser: `beslisser ${k3 % 50}`,
          datum: eerder(k3),
        },
        noemt: [],
      };
    case 'hulp':
      return {
        inhoud: {
          soort,
          soortHulp: k2 % 3 === 0 ? 'jeugdhulp' : 'taal',
          wat: titel,
          ...(k4 % 4 === 0 ? {} : { akkoord: '2026-01-01' }),
        },
        noemt: [],
      };
    case 'besproken':
      return { inhoud: { soort, leefgebied: uit(LEEFGEBIED, k2), datum: eerder(k3) }, noemt: [] };
    case 'wet':
      return { inhoud: { soort, wet: 'jeugdwet', titel }, noemt: [] };
    case 'expertise':
      return { inhoud: { soort, expertise: k2 % 9 === 8 ? 'toverkunst' : 'werk', titel }, noemt: [] };
    case 'gezin_weet':
      return {
        inhoud: { soort, ...(k4 % 2 === 0 ? { ja: true, met: titel } : { ja: false, reden: titel }) },
        noemt: [],
      };
    case 'contactpersoon': {
      const stoel = uit(casus.stoelen, k2)?.sym ?? 'n:wie';
      return {
        inhoud: { soort, deelnemerId: `§${stoel}`, ...(k4 % 3 === 0 ? {} : { kennisgemaakt: eerder(k3) }) },
        noemt: [stoel],
      };
    }
    case 'veiligheid_nu':
      return { inhoud: { soort, antwoord: 'onbekend', titel }, noemt: [] };
    case 'herziening':
      return { inhoud: { soort, datum: datum(k2), titel }, noemt: [] };
    case 'naam':
      return { inhoud: { soort, voornaam: titel }, noemt: [] };
    case 'contact':
      return {
        inhoud: { soort, titel, taal: `taal ${k3 % 50}`, tolk: k4 % 2 === 0, lezen: 'eenvoudig' },
        noemt: [],
      };
    case 'noodkaart':
      return { inhoud: { soort, weten: titel, bellen: `bel ${k3 % 50}` }, noemt: [] };
    default:
      return { inhoud: { soort, titel }, noemt: [] };
  }
}

/** NK26: whom the others may know of, most likely; else naming them is refused. */
export function isNoembaar(stoel: Zittend): boolean {
  return stoel.ooitBekend || !isDiscreet(laatste(stoel).zetel);
}

function soortenIn(categorie: string): readonly string[] {
  if (categorie === 'plan') return PLAN;
  if (categorie === 'hulp') return ['kracht', 'zorgpunt', 'hulp', 'hulp', 'besproken'];
  if (['naam', 'adres', 'contact'].includes(categorie)) return [categorie];
  if (categorie === 'regie' || categorie === 'advies') return ['noodkaart'];
  return perOrganisatie(categorie)
    ? ['doel', 'afspraak', 'afspraak', 'kracht', 'zorgpunt', 'noodkaart']
    : ['vraag'];
}

const PLAN = [
  'afspraak',
  'doel',
  'afspraak',
  'afspraak',
  'afspraak',
  'doel',
  'afspraak',
  'besluit',
  'beschikking',
  'vraag',
  'wet',
  'expertise',
  'gezin_weet',
  'contactpersoon',
  'veiligheid_nu',
  'herziening',
];

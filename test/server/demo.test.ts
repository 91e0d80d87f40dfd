import { beforeAll, describe, expect, test } from 'vitest';
import { applyUpdate, Doc, Map as YMap, type Text as YText } from 'yjs';
import { tekstauteurs, tekstwijzigingen, velden } from '../../server/database/schema.ts';
import { MEDEWERKERS, type MedewerkerSleutel } from '../../server/demo/gemeente.ts';
import type { DemoHuishouden } from '../../server/demo/huishouden.ts';
import { huishoudens } from '../../server/demo/huishoudens.ts';
import { vindTekst } from '../../server/demo/pen.ts';
import type { DemoRegel, DemoTekst } from '../../server/demo/tekst.ts';
import { vulDemo } from '../../server/demo/vul.ts';
import { datumOp } from '../../server/kern/tijd.ts';
import { keurUpdate } from '../../server/teksten/poort/poort.ts';
import type { Bord } from '../../shared/contract/casussen.ts';
import { naamUit } from '../../shared/persoonsgegevens/naam.ts';
import { vindPersoonsgegevens } from '../../shared/persoonsgegevens/persoonsgegevens.ts';
import { rolLabels } from '../../shared/plan/rollen.ts';
import { BEGIN, startTafel, type Tafel } from './opstelling.ts';
import { Synclijn } from './sync/lijn.ts';

// The texts of the demo as each of its people gets them: over the line, with their own board beside it.

const VANDAAG = datumOp(BEGIN);

/** A casus as one person has it: their board, and every text that their line brings. */
interface Blik {
  readonly bord: Bord;
  readonly teksten: ReadonlyMap<string, YText>;
}

interface Gevuld {
  readonly huishouden: DemoHuishouden;
  readonly blikken: ReadonlyMap<MedewerkerSleutel, Blik>;
}

let tafel: Tafel;
const gevuld: Gevuld[] = [];

beforeAll(async () => {
  tafel = await startTafel({ demo: true });
  for (const huishouden of huishoudens(VANDAAG)) {
    const { casussen } = (await (await als(huishouden.inbrenger)).verzoek('GET', '/casussen')).body;
    const rollen = [
      ...rolLabels(huishouden.leden.map(({ sleutel, rol }) => ({ id: sleutel, rol }))).values(),
    ];
    const gevonden = casussen.filter(
      ({ leden }: { leden: { rol: string }[] }) => leden.map(({ rol }) => rol).join() === rollen.join(),
    );
    expect(gevonden).toHaveLength(1);
    const blikken = new Map<MedewerkerSleutel, Blik>();
    for (const sleutel of [huishouden.inbrenger, ...huishouden.deelnemers.map(({ wie }) => wie)]) {
      blikken.set(sleutel, await kijk(gevonden[0].id, await als(sleutel)));
    }
    gevuld.push({ huishouden, blikken });
  }
  return () => tafel.sluit();
}, 60_000);

async function als(sleutel: MedewerkerSleutel) {
  const { medewerkers } = (await tafel.verzoek('GET', '/demo/medewerkers')).body;
  const naam = MEDEWERKERS.find((een) => een.sleutel === sleutel)?.naam;
  return await tafel.meldAan(medewerkers.find((een: { naam: string }) => een.naam === naam).id);
}

async function kijk(casusId: string, ik: Awaited<ReturnType<Tafel['meldAan']>>): Promise<Blik> {
  const { body: bord } = await ik.verzoek('GET', `/casussen/${casusId}`);
  const lijn = await new Synclijn(tafel.url, casusId, ik.cookie).klaar();
  const teksten = new Map<string, YText>();
  for (const { compartiment } of lijn.zicht) {
    const { doc } = await lijn.open(compartiment);
    for (const naam of doc.share.keys()) {
      const tekst = doc.getText(naam);
      if (tekst.length > 0) teksten.set(naam, tekst);
    }
  }
  lijn.trekUit();
  return { bord, teksten };
}

function huis(inbrenger: MedewerkerSleutel, leden: number): Gevuld {
  const gevonden = gevuld.find(
    ({ huishouden }) => huishouden.inbrenger === inbrenger && huishouden.leden.length === leden,
  );
  if (gevonden === undefined) throw new Error(`no household of ${inbrenger}`);
  return gevonden;
}

function blikVan({ blikken }: Gevuld, wie: MedewerkerSleutel): Blik {
  const blik = blikken.get(wie);
  if (blik === undefined) throw new Error(`${wie} takes no part`);
  return blik;
}

/** Ids of members and kaarten by the keys of the data, from the board of who brought it and of who asks. */
function idVan({ huishouden, blikken }: Gevuld, bord: Bord): (sleutel: string) => string {
  return (sleutel) => {
    const lid = huishouden.leden.findIndex((een) => een.sleutel === sleutel);
    if (lid >= 0) return blikken.get(huishouden.inbrenger)?.bord.leden[lid]?.id ?? '';
    const inhoud = huishouden.kaarten.find((kaart) => kaart.sleutel === sleutel)?.inhoud;
    const titel = inhoud !== undefined && 'titel' in inhoud ? inhoud.titel : undefined;
    return bord.kaarten.find((kaart) => kaart.titel === titel)?.id ?? '';
  };
}

/** The words of a text, with a sign where somebody is mentioned. */
function woordenIn(tekst: YText): string {
  return stukkenIn(tekst)
    .map((stuk) => {
      if (typeof stuk === 'string') return stuk;
      if (stuk instanceof YMap) return '\n';
      return 'vermelding' in stuk ? '\ufffc' : '';
    })
    .join('');
}

function vermeldingenIn(tekst: YText): { soort: string; id: string }[] {
  return stukkenIn(tekst).flatMap((stuk) =>
    typeof stuk === 'object' && 'vermelding' in stuk ? [stuk.vermelding] : [],
  );
}

type Stuk = string | YMap<unknown> | { vermelding: { soort: string; id: string } } | { eind: 1 };

function stukkenIn(tekst: YText): Stuk[] {
  return tekst.toDelta().map(({ insert }: { insert: Stuk }) => insert);
}

/** Every stretch of words that somebody wrote, as it is in the data. */
function geschreven(regels: readonly DemoRegel[]): string[] {
  return regels.flatMap((regel) => {
    if (typeof regel === 'string') return [regel];
    if ('punten' in regel) return geschreven(regel.punten);
    if ('genummerd' in regel) return geschreven(regel.genummerd);
    if ('kop' in regel) return geschreven([regel.kop]);
    return regel.flatMap((stuk) => {
      if (typeof stuk === 'string') return [stuk];
      if ('vet' in stuk) return [stuk.vet];
      return 'cursief' in stuk ? [stuk.cursief] : [];
    });
  });
}

/** Who of a household gets these words on their line. */
function krijgen({ blikken }: Gevuld, woorden: string): MedewerkerSleutel[] {
  return [...blikken]
    .filter(([, { teksten }]) => [...teksten.values()].some((tekst) => woordenIn(tekst).includes(woorden)))
    .map(([wie]) => wie);
}

function organisatieVan(wie: MedewerkerSleutel): string | undefined {
  return MEDEWERKERS.find(({ sleutel }) => sleutel === wie)?.organisatie;
}

/** Who wrote it, or who stands in for them, where they wrote as regisseur. */
function wieErNuBij({ inbrenger, waarneming }: DemoHuishouden, { door, tekst, concept }: DemoTekst) {
  const alsRegisseur = door === inbrenger && (tekst === 'zegt' || tekst === 'notities') && !concept;
  return alsRegisseur ? (waarneming?.wie ?? door) : door;
}

function isAchtergrond({ tekst }: DemoTekst): boolean {
  return tekst === 'alleen_voor';
}

describe('the texts of the demo', () => {
  test('should be on the line of who wrote them, whole and in their place', () => {
    let aantal = 0;
    for (const huishouden of gevuld) {
      for (const tekst of huishouden.huishouden.teksten) {
        const { bord, teksten } = blikVan(huishouden, wieErNuBij(huishouden.huishouden, tekst));
        const doel = vindTekst(bord, tekst, idVan(huishouden, bord));
        const veld = tekst.concept ? bord.velden.find(({ conceptVoor }) => conceptVoor === doel.id) : doel;
        const gelezen = teksten.get(veld?.id ?? '');
        const woorden = gelezen === undefined ? '' : woordenIn(gelezen);
        for (const stuk of geschreven(tekst.regels)) expect(woorden).toContain(stuk);
        aantal += 1;
      }
    }
    expect(aantal).toBeGreaterThan(80);
  });

  test('should be several in each household, some of them by more than one person', () => {
    for (const { huishouden } of gevuld) {
      const perPlaats = new Map<string, Set<string>>();
      for (const { door, regels: _, concept, ...plaats } of huishouden.teksten) {
        if (concept) continue;
        const wie = perPlaats.get(JSON.stringify(plaats)) ?? new Set();
        perPlaats.set(JSON.stringify(plaats), wie.add(door));
      }
      expect(perPlaats.size).toBeGreaterThanOrEqual(3);
      if (huishouden.status === 'ingebracht') continue;
      expect([...perPlaats.values()].some((wie) => wie.size > 1)).toBe(true);
    }
  });

  test('should have somebody who lives alone, by that name on every board', () => {
    const { huishouden, blikken } = huis('ali', 1);
    expect(huishouden.leden.map(({ rol }) => rol)).toEqual(['bewoner']);
    for (const [wie, { bord }] of blikken)
      expect(
        bord.leden.map(({ rol }) => rol),
        wie,
      ).toEqual(['bewoner']);
  });

  test('SY4: should pass the gate, change by change, under the id of who wrote it', () => {
    const { db, kluis } = tafel.database;
    const docs = new Map<string, Doc>();
    const plaatsen = db.select().from(velden).all();
    const auteurs = db.select().from(tekstauteurs).all();
    const rijen = db.select().from(tekstwijzigingen).orderBy(tekstwijzigingen.nummer).all();
    expect(rijen.length).toBeGreaterThan(80);
    for (const { compartimentId, tijdperk, nummer, persoonId, wijziging } of rijen) {
      const plaats = { compartimentId, tijdperk, rijId: String(nummer), soort: 'tekstwijziging' as const };
      const update = kluis.ontsleutel(plaats, wijziging);
      const doc = docs.get(compartimentId) ?? new Doc();
      docs.set(compartimentId, doc);
      const hier = plaatsen.filter((veld) => veld.compartimentId === compartimentId).map(({ id }) => id);
      for (const id of hier) doc.getText(id);
      const eigenIds = new Set(
        auteurs
          .filter((rij) => rij.compartimentId === compartimentId && rij.persoonId === persoonId)
          .map(({ clientId }) => clientId),
      );
      expect(keurUpdate(update, { doc, velden: new Set(hier), eigenIds })).toMatchObject({
        soort: 'toegelaten',
      });
      applyUpdate(doc, update);
    }
  });

  test('NK13: should hold nobody by name, and nothing that the editor would warn for', () => {
    const collegas = MEDEWERKERS.map(({ naam }) => naamUit(naam));
    for (const { huishouden, blikken } of gevuld) {
      const gezin = huishouden.kaarten.flatMap(({ inhoud }) =>
        inhoud.soort === 'naam' ? [{ voornaam: inhoud.voornaam, achternaam: inhoud.achternaam ?? '' }] : [],
      );
      expect(gezin.length).toBeGreaterThan(0);
      for (const { teksten } of blikken.values()) {
        for (const tekst of teksten.values()) {
          expect(
            vindPersoonsgegevens(woordenIn(tekst), { vandaag: VANDAAG, namen: [...gezin, ...collegas] }),
          ).toEqual([]);
        }
      }
    }
  });

  test('NK23: should mention only people whom each reader knows', () => {
    let aantal = 0;
    for (const { blikken } of gevuld) {
      for (const [wie, { bord, teksten }] of blikken) {
        const leden = new Set(bord.leden.map(({ id }) => id));
        const deelnemers = new Set(bord.deelnemers.map(({ id }) => id));
        for (const tekst of teksten.values()) {
          for (const { soort, id } of vermeldingenIn(tekst)) {
            const bekend = soort === 'lid' ? leden : deelnemers;
            expect(bekend.has(id ?? ''), `${wie} reads: ${woordenIn(tekst)}`).toBe(true);
            aantal += 1;
          }
        }
      }
    }
    expect(aantal).toBeGreaterThan(10);
  });

  test('NK4, NK5: should keep each background with the organisation that wrote it', () => {
    let aantal = 0;
    for (const een of gevuld) {
      for (const tekst of een.huishouden.teksten.filter(isAchtergrond)) {
        const [stuk = ''] = geschreven(tekst.regels).filter((woorden) => woorden.length > 20);
        expect(stuk).not.toBe('');
        const lezers = krijgen(een, stuk);
        expect(lezers).toContain(tekst.door);
        expect(new Set(lezers.map(organisatieVan))).toEqual(new Set([organisatieVan(tekst.door)]));
        aantal += 1;
      }
    }
    expect(aantal).toBeGreaterThan(15);
  });

  test('NK4: should let what the ggz writes reach the ggz alone: no regisseur, no school', () => {
    expect(krijgen(huis('fatima', 3), 'Intake gedaan').sort()).toEqual(['lotte', 'pieter']);
    expect(krijgen(huis('fatima', 3), 'signaleringsplan').sort()).toEqual(['lotte', 'pieter']);
  });

  test('should let what must be reckoned with reach who helps, and nobody at another table', () => {
    const postEnSchool = huis('fatima', 3);
    expect(krijgen(postEnSchool, 'één afspraak op een dag').sort()).toEqual([
      'ali',
      'fatima',
      'lotte',
      'pieter',
      'sanne',
    ]);
    expect(krijgen(postEnSchool, 'In de laatste week van de maand mist')).toEqual(['joke']);
    expect(krijgen(postEnSchool, 'mijn eigen zaken weer kunnen regelen')).not.toContain('joke');
    expect(krijgen(postEnSchool, 'In mijn vakantie')).toEqual(['fatima']);
    expect(krijgen(huis('tom', 4), 'ruzies tussen de ouders')).toEqual(['yvonne']);
  });

  test('NK21: should leave an unfinished concept to its writer', () => {
    expect(krijgen(huis('fatima', 3), 'Nog vragen of zij in het najaar wel')).toEqual(['fatima']);
    expect(krijgen(huis('ruben', 2), 'Bezoek liefst als')).toEqual(['ali']);
  });

  test('NK27: should have two questions of one person that look alike, one of which nobody can answer', async () => {
    const tafeltje = huis('ruben', 2);
    const { id, compartimenten } = blikVan(tafeltje, 'ali').bord;
    type Gevraagd = { id: string; rol: string; status?: string; compartimentId: string };
    const gevraagd = async (wie: MedewerkerSleutel): Promise<Gevraagd[]> =>
      (await (await als(wie)).verzoek('GET', `/casussen/${id}/toegangsverzoeken`)).body.verzoeken;
    const vanAli = await gevraagd('ali');
    expect(vanAli.map(({ rol, status }) => `${rol} ${status}`)).toEqual([
      'vrager gevraagd',
      'vrager gevraagd',
    ]);
    const anderen = [...tafeltje.blikken.keys()].filter((wie) => wie !== 'ali');
    const bewaarders = (await Promise.all(anderen.map(gevraagd))).flat().map((een) => een.id);
    const overGeld = vanAli.filter(
      ({ compartimentId }) =>
        compartimenten.find((een) => een.id === compartimentId)?.categorie === 'financien',
    );
    expect(bewaarders).toEqual(overGeld.map((een) => een.id));
    expect(overGeld).toHaveLength(1);
  });

  test('README: should be as its tour says', () => {
    const { huishouden, blikken } = huis('fatima', 3);
    const schrijvers = (tekst: string, leefgebied: string) =>
      huishouden.teksten
        .filter((een) => een.tekst === tekst && 'leefgebied' in een && een.leefgebied === leefgebied)
        .map(({ door }) => door);
    expect(schrijvers('houd_rekening_met', 'gezondheid').sort()).toEqual(['ali', 'fatima', 'pieter']);
    expect(schrijvers('alleen_voor', 'gezondheid').sort()).toEqual(['lotte', 'pieter']);
    expect(schrijvers('alleen_voor', 'onderwijs')).toEqual(['joke']);
    const concepten = [...blikken].filter(([, { bord }]) => bord.velden.some(({ concept }) => concept));
    expect(concepten.map(([wie]) => wie)).toEqual(['fatima']);
  });

  test('NK17: should be refused where its writer may not write', () => {
    const postEnSchool = huis('fatima', 3);
    const { bord } = blikVan(postEnSchool, 'joke');
    const zoek = idVan(postEnSchool, bord);
    expect(() => vindTekst(bord, { tekst: 'zegt', lid: 'kind1' }, zoek)).toThrow(/don't write/);
    expect(() => vindTekst(bord, { tekst: 'toelichting', kaart: 'gesprekOpSchool' }, zoek)).toThrow(
      /don't write/,
    );
  });

  test('should come once: a start on data that are there leaves them as they are', () => {
    const tel = () => tafel.database.db.select().from(tekstwijzigingen).all().length;
    const voor = tel();
    const omgeving = { nu: () => BEGIN, id: () => '', willekeur: () => new Uint8Array() };
    const nogEens = vulDemo({ ...tafel.app, database: tafel.database, omgeving });
    expect(nogEens).toBe(false);
    expect(tel()).toBe(voor);
  });
});

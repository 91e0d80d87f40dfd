import type { NieuweCasus } from '../../shared/contract/casussen.ts';
import type { Antwoord } from '../../shared/contract/contract.ts';
import { geefRol, neemInDienst, zetLeidinggevende } from '../aanmelden/indienst.ts';
import type { Niveau } from '../../shared/need-to-know/niveaus.ts';
import { veldnaam } from '../../shared/plan/velden.ts';
import { organisaties } from '../database/schema.ts';
import { datumOp } from '../kern/tijd.ts';
import {
  LEIDING,
  MEDEWERKERS,
  type MedewerkerSleutel,
  ORGANISATIES,
  ROLLEN_IN_GEMEENTE,
} from './gemeente.ts';
import type { DemoHuishouden, DemoInhoud, DemoVerzoek } from './huishouden.ts';
import { huishoudens } from './huishoudens.ts';
import { vulOverleg } from './overleg.ts';
import { Pen, type Penbehoeften, vindTekst } from './pen.ts';
import { Tafel, type TafelBehoeften, zoek } from './tafel.ts';

const DAG_MS = 24 * 60 * 60 * 1000;

/** What filling needs: the same routes that people's requests come by. */
export interface VulBehoeften extends TafelBehoeften, Penbehoeften {}

/**
 * Fills an empty database with the demo municipality, all of it or nothing. Each household is brought and written
 * by its own people, through the commands of the API: every rule, the encryption and the record hold for it.
 * @returns whether it was empty; a database with an organisation in it is left as it is
 * @throws Error naming the command that was refused: the data of the demo break a rule
 */
export function vulDemo(behoeften: VulBehoeften): boolean {
  const { database, omgeving, stappen } = behoeften;
  if (database.db.select({ id: organisaties.id }).from(organisaties).limit(1).get() !== undefined)
    return false;
  stappen.doe(() => {
    const mensen = vulGemeente(behoeften);
    const pen = new Pen(behoeften);
    const vandaag = datumOp(omgeving.nu());
    const casusVan = new Map<string, string>();
    for (const huishouden of huishoudens(vandaag)) {
      const tafel = new Tafel(behoeften, mensen, vandaag);
      casusVan.set(huishouden.inbrenger, vulHuishouden(huishouden, tafel, pen));
      tafel.gaUiteen();
    }
    const tafel = new Tafel(behoeften, mensen, vandaag);
    vulOverleg(tafel, casusVan, omgeving.nu());
    tafel.gaUiteen();
  });
  return true;
}

/** @returns the id of each medewerker by their key */
function vulGemeente({ database, omgeving }: VulBehoeften): ReadonlyMap<string, string> {
  const organisatieIds = new Map<string, string>();
  for (const { sleutel, naam, isGemeente, telefoon } of ORGANISATIES) {
    const id = omgeving.id();
    organisatieIds.set(sleutel, id);
    database.db.insert(organisaties).values({ id, naam, isGemeente, telefoon }).run();
  }
  const mensen = new Map<string, string>();
  MEDEWERKERS.forEach(({ sleutel, naam, functie, telefoon, organisatie, zetels }, volgorde) => {
    const id = omgeving.id();
    mensen.set(sleutel, id);
    const organisatieId = zoek(organisatieIds, organisatie);
    neemInDienst(database, { id, organisatieId, naam, functie, telefoon, volgorde, zetels });
  });
  for (const [wie, onder] of Object.entries(LEIDING))
    for (const een of onder) zetLeidinggevende(database, zoek(mensen, een), zoek(mensen, wie));
  const dag = (dagen: number) => omgeving.nu() + dagen * DAG_MS;
  for (const { wie, rol, van, tot } of ROLLEN_IN_GEMEENTE) {
    const medewerkerId = zoek(mensen, wie);
    geefRol(database, {
      id: omgeving.id(),
      medewerkerId,
      rol,
      van: dag(van),
      tot: tot === null ? null : dag(tot),
    });
  }
  return mensen;
}

function bevestig(tafel: Tafel, casusId: string, door: MedewerkerSleutel, deelnemerId: string): void {
  const { deelnemers } = tafel.doe(door, 'casus.bord', { params: { casusId } });
  const compartimentIds = deelnemers.find(({ id }) => id === deelnemerId)?.teBevestigen;
  if (compartimentIds === undefined) throw new Error(`demo: ${door} has nobody to confirm`);
  tafel.doe(door, 'deelnemer.bevestig', { params: { casusId, deelnemerId }, body: { compartimentIds } });
}

/** @returns the casus */
function vulHuishouden(huishouden: DemoHuishouden, tafel: Tafel, pen: Pen): string {
  const { inbrenger } = huishouden;
  const nieuw: NieuweCasus = {
    leden: huishouden.leden.map(({ rol }) => ({ rol })),
    zetel: huishouden.zetel,
    waarvoor: huishouden.waarvoor,
    grondslag: huishouden.grondslag,
    vraag: huishouden.vraag,
    wetten: [...huishouden.wetten],
    expertise: [...huishouden.expertise],
    gezinWeet: { ...huishouden.gezinWeet },
  };
  const casusId = tafel.doe(inbrenger, 'casus.breng', { body: nieuw }).id;
  const begin = tafel.doe(inbrenger, 'casus.bord', { params: { casusId } });

  // Of this household: members, seats and kaarten by their keys.
  const ids = new Map<string, string>();
  for (const [i, { sleutel }] of huishouden.leden.entries()) ids.set(sleutel, begin.leden[i]?.id ?? '');
  ids.set(inbrenger, begin.deelnemers.find(({ ik }) => ik)?.id ?? '');

  for (const { wie, leden, bekend, bevestigdDoor, ...zetel } of huishouden.deelnemers) {
    const lidIds = leden?.map((lid) => zoek(ids, lid)) ?? null;
    const persoonId = tafel.persoonId(wie);
    const { id } = tafel.doe(inbrenger, 'deelnemer.geef', {
      params: { casusId },
      body: { ...zetel, medewerkerId: persoonId, lidIds },
    });
    ids.set(wie, id);
    if (bekend !== undefined)
      tafel.doe(inbrenger, 'deelnemer.wijzig', { params: { casusId, deelnemerId: id }, body: { bekend } });
    if (bevestigdDoor !== undefined) bevestig(tafel, casusId, bevestigdDoor, id);
  }

  // Each as they see it once everyone sits; looking at the board opens what opens by itself.
  const bordVan = eenmaal((sleutel) => tafel.doe(sleutel, 'casus.bord', { params: { casusId } }));
  for (const { sleutel, door, in: plek, inhoud, stappen } of huishouden.kaarten) {
    const lidId = plek.lid === null ? null : zoek(ids, plek.lid);
    const compartiment = bordVan(door).compartimenten.find(
      (tegel) => tegel.categorie === plek.categorie && tegel.lidId === lidId && tegel.niveau === 'schrijven',
    );
    if (compartiment === undefined) throw new Error(`demo: ${door} doesn't write ${plek.categorie} there`);
    const body = { ...metIds(inhoud, ids), soort: inhoud.soort, compartimentId: compartiment.id };
    const { id } = tafel.doe(door, 'kaart.maak', { params: { casusId }, body });
    if (sleutel !== undefined) ids.set(sleutel, id);
    for (const { door: uitvoerder, ...stap } of stappen ?? []) {
      tafel.doe(uitvoerder, 'kaart.zetStap', { params: { casusId, kaartId: id }, body: stap });
    }
  }

  // The text of a kaart is on the board of who looks again.
  const bordErna = eenmaal((sleutel) => tafel.doe(sleutel, 'casus.bord', { params: { casusId } }));
  const idVan = (sleutel: string): string => zoek(ids, sleutel);
  for (const tekst of huishouden.teksten) {
    const { door, regels, concept } = tekst;
    const bord = tekst.tekst === 'toelichting' ? bordErna(door) : bordVan(door);
    const veld = vindTekst(bord, tekst, idVan);
    const plek = concept ? tafel.doe(door, 'concept.begin', { params: { casusId, veldId: veld.id } }) : veld;
    pen.schrijf(casusId, plek, tafel.persoonId(door), regels, idVan);
  }
  vulAdvies(huishouden, casusId, tafel, bordVan, idVan);
  vulMeelezen(huishouden, casusId, tafel, bordVan, idVan);
  const { status } = huishouden;
  if (status !== begin.status)
    tafel.doe(inbrenger, 'casus.wijzig', { params: { casusId }, body: { status } });
  vulRegie(huishouden, casusId, tafel, pen, idVan);
  return casusId;
}

/** What was asked of a gedragsdeskundige, and answered. */
function vulAdvies(
  { adviesvragen = [] }: DemoHuishouden,
  casusId: string,
  tafel: Tafel,
  bordVan: (sleutel: string) => Antwoord<'casus.bord'>,
  idVan: (sleutel: string) => string,
): void {
  for (const {
    door,
    lid,
    opent,
    vraagt = [],
    genoemd,
    deskundige,
    vraagTerug,
    advies,
    reactie,
    ...rest
  } of adviesvragen) {
    const delenVan = (plekken: typeof opent, niveau: Niveau) =>
      plekken.map((plek) => {
        const lidId = plek.lid === null ? null : idVan(plek.lid);
        const deel = bordVan(door).compartimenten.find(
          (een) => een.categorie === plek.categorie && een.lidId === lidId && een.niveau === niveau,
        );
        if (deel === undefined) throw new Error(`demo: no ${plek.categorie} of that sort for ${door}`);
        return deel.id;
      });
    const delen = { opent: delenVan(opent, 'schrijven'), vraagt: delenVan(vraagt, 'dat') };
    const body = { ...rest, ...delen, lidId: idVan(lid), genoemd: genoemd.map(idVan) };
    const { id: adviesvraagId } = tafel.doe(door, 'advies.stel', { params: { casusId }, body });
    const params = { adviesvraagId };
    if (deskundige === undefined) continue;
    tafel.doe(deskundige, 'advies.neemAan', { params });
    if (vraagTerug !== undefined)
      tafel.doe(deskundige, 'advies.zeg', { params, body: { tekst: vraagTerug } });
    if (advies !== undefined) tafel.doe(deskundige, 'advies.teken', { params, body: advies });
    if (reactie !== undefined) tafel.doe(door, 'advies.reageer', { params, body: reactie });
  }
}

/** Who reads along in what another keeps, and who asks to. */
function vulMeelezen(
  { verzoeken = [], rechten = [], wegingen = [] }: DemoHuishouden,
  casusId: string,
  tafel: Tafel,
  bordVan: (sleutel: string) => Antwoord<'casus.bord'>,
  idVan: (sleutel: string) => string,
): void {
  const plekVan = (door: string, { categorie, lid }: DemoVerzoek['in'], niveau: string) => {
    const lidId = lid === null ? null : idVan(lid);
    const plek = bordVan(door).compartimenten.find(
      (een) => een.categorie === categorie && een.lidId === lidId && een.niveau === niveau,
    );
    if (plek === undefined) throw new Error(`demo: ${door} doesn't see ${categorie} so`);
    return { casusId, compartimentId: plek.id };
  };
  for (const { aan, door, in: waar, waarom, ...rest } of rechten)
    tafel.doe(door, 'recht.geef', {
      params: plekVan(door, waar, 'schrijven'),
      body: { ...rest, deelnemerId: idVan(aan), niveau: 'lezen', reden: waarom },
    });
  for (const { door, in: waar, waarom, ...rest } of verzoeken)
    tafel.doe(door, 'verzoek.doe', {
      params: plekVan(door, waar, 'dat'),
      body: { ...rest, toelichting: waarom },
    });
  for (const { door, volgorde } of wegingen)
    tafel.doe(door, 'regie.weeg', { params: { casusId }, body: { volgorde: [...volgorde] } });
}

/** What the one who brought it does with the regie. */
function vulRegie(
  { inbrenger, overdracht, waarneming }: DemoHuishouden,
  casusId: string,
  tafel: Tafel,
  pen: Pen,
  idVan: (sleutel: string) => string,
): void {
  const params = { casusId };
  if (overdracht !== undefined) {
    const { naar, zwaartepunt, reden, open } = overdracht;
    const body = { deelnemerId: idVan(naar), zwaartepunt, reden };
    tafel.doe(inbrenger, 'regie.stelVoor', { params, body });
    const naam = veldnaam('wat_nog_openstaat', 'regie', null);
    const veld = tafel.doe(inbrenger, 'casus.bord', { params }).velden.find((een) => een.naam === naam);
    if (veld === undefined) throw new Error('demo: an offer of the regie without its texts');
    pen.schrijf(casusId, veld, tafel.persoonId(inbrenger), open, idVan);
  }
  if (waarneming !== undefined) {
    const body = { deelnemerId: idVan(waarneming.wie), tot: waarneming.tot };
    tafel.doe(inbrenger, 'regie.laatWaarnemen', { params, body });
  }
}

/** Each is made when it is asked for, and then kept. */
function eenmaal<T>(maak: (sleutel: string) => T): (sleutel: string) => T {
  const gemaakt = new Map<string, T>();
  return (sleutel) => {
    const uitkomst = gemaakt.get(sleutel) ?? maak(sleutel);
    gemaakt.set(sleutel, uitkomst);
    return uitkomst;
  };
}

/** The fields of a kaart with an id wherever the data have a key. */
function metIds(inhoud: DemoInhoud, ids: ReadonlyMap<string, string>): Record<string, unknown> {
  const velden: Record<string, unknown> = { ...inhoud };
  for (const veld of ['lidId', 'doelId', 'deelnemerId', 'lidIds', 'uitvoerders', 'samenMet']) {
    const waarde = velden[veld];
    if (typeof waarde === 'string') velden[veld] = zoek(ids, waarde);
    if (Array.isArray(waarde)) velden[veld] = waarde.map((sleutel) => zoek(ids, String(sleutel)));
  }
  return velden;
}

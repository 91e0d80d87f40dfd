import type { Afdruk, Afdrukblok } from '../../shared/contract/afdruk.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import { precies } from '../../shared/contract/precies.ts';
import type { DeelnemerFeit } from '../../shared/need-to-know/feiten.ts';
import { isBekend, kentBijNaam, kentLid, teltNoemen } from '../../shared/need-to-know/namen.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import type { AfdrukVoor } from '../../shared/plan/afdruk.ts';
import { LEEFGEBIED_CODES } from '../../shared/plan/leefgebieden.ts';
import { rolLabels } from '../../shared/plan/rollen.ts';
import { veldnaam } from '../../shared/plan/velden.ts';
import type { Blok, Stuk, Vermelding } from '../../shared/tekst/blok.ts';
import { isNiets } from '../../shared/tekst/blok.ts';
import type { CompartimentRij, Deelneming } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { verwijzingOnbekend } from '../kern/weigering.ts';
import { blokkenIn, type Teksten, veldplekkenVan } from '../teksten/teksten.ts';
import { type Kijk, rollenVoor, type Toegang } from '../toegang/toegang.ts';
import { magNoemen } from './kaartvoor.ts';
import type { Plan } from './plan.ts';
import { bekendDoor, genoemdIn, zonderVerwijzingen } from './verwijzingen.ts';
import { zonderAuteurs } from './zonder-auteurs.ts';

/** For whom something is printed; the lists belong to what they are asked with. */
export interface Afdrukvraag {
  readonly voor: AfdrukVoor;
  readonly deelnemerIds: readonly string[];
  /** None: everyone in the household whom one may know of, which is the least. */
  readonly lidIds: readonly string[];
}

/** What goes on paper, whom it is about in the record, and how much was read for it. */
export interface Afgedrukt {
  readonly afdruk: Afdruk;
  readonly persoonIds: readonly string[];
  /** Bytes of text that were read (ST6). */
  readonly gelezen: number;
}

/** The regisseur's notes and the handover stand in no print, of the regisseur's own neither. */
const NOOIT_OP_PAPIER: ReadonlySet<string> = new Set(['regie']);

/**
 * What may stand on paper (NK16): of what one person reads and has open, what each for whom it is may read too, by the one
 * function that decides. Paper lies about: nobody on it takes part discreetly, and it doesn't say who wrote what.
 */
export class Afdrukken {
  readonly #database: GeopendeDatabase;
  readonly #toegang: Toegang;
  readonly #teksten: Teksten;
  readonly #plan: Plan;

  constructor(behoeften: { database: GeopendeDatabase; toegang: Toegang; teksten: Teksten; plan: Plan }) {
    this.#database = behoeften.database;
    this.#toegang = behoeften.toegang;
    this.#teksten = behoeften.teksten;
    this.#plan = behoeften.plan;
  }

  /** Within a step. What opens by itself is opened, on record (NK10). @throws Weigering 422 for whom one can't print */
  maak(kijk: Kijk, vraag: Afdrukvraag): Afgedrukt {
    const publiek = publiekVan(kijk, vraag);
    this.#toegang.openVanzelf(kijk);
    const { regels, moment } = kijk.beslisser;
    const lezen = (deel: CompartimentRij): boolean =>
      publiek.lezers.every((lezer) => isMinstens(kijk.beslisser.niveau(lezer, deel), 'lezen'));
    const delen = kijk
      .leesbaarOpBord()
      .filter(
        ({ id, categorie }) =>
          kijk.leestNu(id) &&
          !NOOIT_OP_PAPIER.has(categorie) &&
          regels.categorieen.get(categorie)?.beslist !== 'maker',
      )
      .filter(lezen);
    const deelIds = new Set(delen.map(({ id }) => id));
    const samen = kijk.beeld.leden.filter(
      ({ id }) => kijk.kentLid(id) && publiek.lezers.every((lezer) => kentLid(lezer, id)),
    );
    // Numbered among these alone: the other numbers would tell that there are more (NK2).
    const labels = rolLabels(samen);
    const leden = samen.map(({ id }) => ({ id, rol: labels.get(id) ?? '' }));
    const kaarten = this.#kaarten(kijk, publiek.lezers, deelIds, leden);
    const genoemd = new Set(kaarten.flatMap((kaart) => bekendDoor(kaart)));
    const mensen = kijk
      .bekenden()
      .filter((een) => moment.geldt(een) && (isBekend(een, regels) || een.regisseur))
      .filter((een) => publiek.lezers.every((lezer) => kentBijNaam(lezer, een, genoemd, regels)));
    const kaartIds = new Set(kaarten.map(({ id }) => id));
    const bekend = new Set([...mensen, ...leden].map(({ id }) => id));
    const { teksten, gelezen, onleesbaar } = this.#alleTeksten(kijk, delen, { labels, mensen });
    return {
      afdruk: precies<Afdruk>()({
        label: kijk.beeld.label,
        voor: vraag.voor,
        publiek: publiek.namen,
        leden,
        mensen: mensen.map(({ id, zetel, naam, organisatie, telefoon, regisseur }) => ({
          id,
          zetel,
          naam,
          organisatie,
          telefoon,
          regisseur,
        })),
        compartimenten: delen.map(({ id, categorie, lidId, organisatieId }) => ({
          id,
          categorie,
          lidId,
          organisatie: organisatieId === null ? null : (kijk.beeld.organisaties.get(organisatieId) ?? null),
        })),
        kaarten: kaarten.map((kaart) =>
          zonderAuteurs(
            zonderVerwijzingen(kaart, (veld, id) => (veld === 'doelId' ? kaartIds : bekend).has(id)),
          ),
        ),
        teksten,
        onleesbaar: [...new Set([...onleesbaar, ...this.#plan.onleesbaar(kijk)])].filter((id) =>
          deelIds.has(id),
        ),
      }),
      persoonIds: publiek.persoonIds,
      gelezen,
    };
  }

  /** What reaches who prints and each for whom it is: by reading where it stands, or because it names them (NK22). */
  #kaarten(
    kijk: Kijk,
    lezers: readonly DeelnemerFeit[],
    deelIds: ReadonlySet<string>,
    leden: readonly { readonly id: string; readonly rol: string }[],
  ): Kaart[] {
    const waar = new Map(this.#plan.bereikt(kijk).map(({ id, compartimentId }) => [id, compartimentId]));
    return this.#plan.alleKaarten(kijk, rollenVoor(kijk, leden)).flatMap((kaart): Kaart[] => {
      const deel = kijk.compartiment(waar.get(kaart.id) ?? '');
      if (deel === undefined || NOOIT_OP_PAPIER.has(deel.categorie)) return [];
      if (deelIds.has(deel.id)) return [kaart];
      // Where it stands isn't told to whom it only names.
      return lezers.every((lezer) => bereiktOpPapier(kijk, lezer, deel, kaart))
        ? [{ ...kaart, compartimentId: null }]
        : [];
    });
  }

  #alleTeksten(
    kijk: Kijk,
    delen: readonly CompartimentRij[],
    wie: { readonly labels: ReadonlyMap<string, string>; readonly mensen: readonly Deelneming[] },
  ): { teksten: Afdruk['teksten']; gelezen: number; onleesbaar: string[] } {
    const noem = noemVoor(kijk, wie);
    const onleesbaar: string[] = [];
    let gelezen = 0;
    const laatste = this.#teksten.journaal.laatsteVan(delen.map(({ id }) => id));
    const teksten = delen
      .filter(({ id }) => laatste.has(id))
      .flatMap((deel): Afdruk['teksten'] => {
        const plekken = veldplekkenVan(this.#database, deel.id);
        const rol = deel.lidId === null ? null : (wie.labels.get(deel.lidId) ?? null);
        const perVeld = this.#teksten.kijkIn(deel, kijk.beeld.id, (kamer) => {
          gelezen += kamer.hoogstensBytes;
          return plekken.map(({ id }) => blokkenIn(kamer, id));
        });
        if (perVeld.length < plekken.length) onleesbaar.push(deel.id);
        return plekken.flatMap((plek, n) => {
          const blokken = perVeld[n] ?? [];
          if (isNiets(blokken)) return [];
          return [
            {
              id: plek.id,
              compartimentId: deel.id,
              kaartId: plek.kaartId,
              leefgebied: LEEFGEBIED_CODES.find((code) => code === plek.leefgebied) ?? null,
              naam: veldnaam(plek.soort, deel.categorie, rol),
              blokken: blokken.map((blok) => opPapier(blok, noem)),
            },
          ];
        });
      });
    return { teksten, gelezen, onleesbaar };
  }
}

/** Those for whom it is, how they are called on it, and which of them are in the record by who they are. */
interface Publiek {
  readonly lezers: readonly DeelnemerFeit[];
  readonly namen: readonly string[];
  readonly persoonIds: readonly string[];
}

function publiekVan(kijk: Kijk, { voor, deelnemerIds, lidIds }: Afdrukvraag): Publiek {
  switch (voor) {
    case 'mij':
      return { lezers: [], namen: [], persoonIds: [] };
    case 'tafel':
      return aanTafel(kijk, deelnemerIds);
    case 'gezin':
      return uitHuishouden(kijk, lidIds);
    default:
      return voor satisfies never;
  }
}

/** Nobody who takes part discreetly can be printed for: their seat would stand on it. */
function aanTafel(kijk: Kijk, deelnemerIds: readonly string[]): Publiek {
  const { regels, moment } = kijk.beslisser;
  const lezers = deelnemerIds.map((id) => {
    const deelnemer = kijk.bekende(id);
    if (deelnemer === undefined || !moment.geldt(deelnemer) || !teltNoemen(deelnemer, regels))
      throw verwijzingOnbekend('deelnemerIds');
    return deelnemer;
  });
  return {
    lezers: eisIemand(lezers, 'deelnemerIds'),
    namen: [...new Set(lezers.map(({ zetel }) => regels.zetels.get(zetel)?.naam ?? zetel))],
    persoonIds: lezers.map(({ persoonId }) => persoonId),
  };
}

/**
 * Each of them by what the matrix lets a member of the household read of themselves, whether they have an account or not;
 * and by their seat, where one may know of it.
 */
function uitHuishouden(kijk: Kijk, lidIds: readonly string[]): Publiek {
  const { regels, moment } = kijk.beslisser;
  if (lidIds.some((id) => !kijk.kentLid(id))) throw verwijzingOnbekend('lidIds');
  const voor = kijk.leden().filter(({ id }) => lidIds.length === 0 || lidIds.includes(id));
  const zetel = [...regels.zetels.values()].find(({ alleenEigenLid }) => alleenEigenLid)?.code ?? '';
  const lezers = voor.flatMap(({ id }): DeelnemerFeit[] => [
    {
      id,
      persoonId: id,
      organisatieId: id,
      buitenGemeente: true,
      zetel,
      lidIds: null,
      alsLidId: id,
      regisseur: false,
      bekend: false,
      van: moment.nu,
      tot: null,
    },
    ...kijk.bekenden().filter((een) => een.alsLidId === id && moment.geldt(een)),
  ]);
  return { lezers: eisIemand(lezers, 'lidIds'), namen: voor.map(({ rol }) => rol), persoonIds: [] };
}

/** For nobody in particular would be for whoever finds it: what each of nobody may read is everything. */
function eisIemand(lezers: readonly DeelnemerFeit[], veld: string): readonly DeelnemerFeit[] {
  if (lezers.length === 0) throw verwijzingOnbekend(veld);
  return lezers;
}

function bereiktOpPapier(kijk: Kijk, lezer: DeelnemerFeit, deel: CompartimentRij, kaart: Kaart): boolean {
  const niveau = kijk.beslisser.niveau(lezer, deel);
  if (isMinstens(niveau, 'lezen')) return true;
  if (!magNoemen(deel) || !isMinstens(niveau, 'dat')) return false;
  const genoemd = genoemdIn(kaart);
  return genoemd.includes(lezer.alsLidId ?? lezer.id);
}

/** Whom a text mentions: a member by the role that all of them know, who takes part where all of them do; else nobody. */
function noemVoor(
  kijk: Kijk,
  { labels, mensen }: { labels: ReadonlyMap<string, string>; mensen: readonly Deelneming[] },
): (wie: Vermelding) => string {
  const { zetels } = kijk.beslisser.regels;
  const namen = new Map(
    mensen.map(({ id, naam, zetel }) => [id, `${zetels.get(zetel)?.naam ?? zetel} (${naam})`]),
  );
  return (wie) => (wie === null ? undefined : (labels.get(wie.id) ?? namen.get(wie.id))) ?? 'iemand';
}

function opPapier(
  { soort, niveau, diepte, begin, inhoud }: Blok,
  noem: (wie: Vermelding) => string,
): Afdrukblok {
  const woorden = (stuk: Stuk): string =>
    stuk.soort === 'tekst' ? stuk.tekst : stuk.soort === 'breuk' ? '\n' : noem(stuk.wie);
  return {
    soort,
    niveau,
    diepte,
    begin,
    inhoud: inhoud.map((stuk) => ({ tekst: woorden(stuk), strong: stuk.strong, em: stuk.em })),
  };
}

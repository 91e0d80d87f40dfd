import type {
  AgendapuntWijziging,
  CasusInbreng,
  DilemmaInbreng,
  NieuwAgendapunt,
} from '../../shared/contract/agendapunten.ts';
import type { NieuwGezinsoverleg } from '../../shared/contract/overleggen.ts';
import { EXPERTISES, staatInLijst } from '../../shared/lijsten.ts';
import type { VanSoort } from '../../shared/logboek/handelingen.ts';
import {
  type Agendabesluit,
  type Agendastaat,
  DILEMMA_DAGEN,
  DILEMMAS_HOOGSTENS,
  GEZINSOVERLEGGEN_HOOGSTENS,
  LIJST_DAGEN,
  zitVast,
} from '../../shared/overleg.ts';
import type { Wie } from '../http/route.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Stappen } from '../kern/stap.ts';
import { datumOp, opDeDag } from '../kern/tijd.ts';
import { kanNiet, magNiet, nietGevonden, verwijzingOnbekend, Weigering } from '../kern/weigering.ts';
import type { Door, Logboek } from '../logboek/logboek.ts';
import type { Kijk, Toegang } from '../toegang/toegang.ts';
import type { Agendakast, Casusinhoud, Punt } from './agendakast.ts';
import type { Overlegkast, Overlegrij } from './overlegkast.ts';
import type { Reekskast } from './reekskast.ts';
import type { Reeksen } from './reeksen.ts';
import { type Blik, type Gezien, nietLeider, type Overlegzicht } from './wie.ts';

const MINUUT_MS = 60 * 1000;
const DAG_MS = 24 * 60 * MINUUT_MS;

/** Something on an agenda that somebody may know of, with the overleg as they are in it. */
export interface OpAgenda extends Gezien {
  readonly blik: Blik;
  readonly wie: Wie;
}

/** What comes on an agenda, in which order, and what goes off it again. */
export class Agenda {
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;
  readonly #logboek: Logboek;
  readonly #toegang: Toegang;
  readonly #zicht: Overlegzicht;
  readonly #reeksen: Reeksen;
  readonly #reekskast: Reekskast;
  readonly #overlegkast: Overlegkast;
  readonly #kast: Agendakast;
  readonly #bijVerandering: (overlegIds: readonly string[]) => void;

  constructor(behoeften: {
    omgeving: Omgeving;
    stappen: Stappen;
    logboek: Logboek;
    toegang: Toegang;
    zicht: Overlegzicht;
    reeksen: Reeksen;
    reekskast: Reekskast;
    overlegkast: Overlegkast;
    agendakast: Agendakast;
    /** These overleggen are otherwise. Within a step. */
    bijVerandering: (overlegIds: readonly string[]) => void;
  }) {
    this.#omgeving = behoeften.omgeving;
    this.#stappen = behoeften.stappen;
    this.#logboek = behoeften.logboek;
    this.#toegang = behoeften.toegang;
    this.#zicht = behoeften.zicht;
    this.#reeksen = behoeften.reeksen;
    this.#reekskast = behoeften.reekskast;
    this.#overlegkast = behoeften.overlegkast;
    this.#kast = behoeften.agendakast;
    this.#bijVerandering = behoeften.bijVerandering;
  }

  /** Plans a gezinsoverleg on one casus, which is its one item. @returns its id @throws Weigering 403, 422 */
  planGezinsoverleg(wie: Wie, { casusId, begin, duur, plaats, vraag }: NieuwGezinsoverleg): string {
    const kijk = this.#eisRegisseurVan(casusId, wie);
    const van = begin.length > 10 ? Date.parse(begin) : Number.NaN;
    if (!(van > this.#omgeving.nu())) {
      throw kanNiet('periode_ongeldig', 'Kies een dag en een tijd die nog komen.', [
        { veld: 'begin', bericht: 'kies een dag en een tijd die nog komen' },
      ]);
    }
    const inLijst = this.#overlegkast.aantalVanCasus(casusId, this.#omgeving.nu() - LIJST_DAGEN * DAG_MS);
    if (inLijst >= GEZINSOVERLEGGEN_HOOGSTENS)
      throw kanNiet(
        'te_veel_overleggen',
        `Er staan al ${GEZINSOVERLEGGEN_HOOGSTENS} gezinsoverleggen in de lijst van deze casus. Twee weken na een overleg komt er weer plaats.`,
      );
    return this.#stappen.doe(() => {
      const overlegId = this.#overlegkast.voegToeAanCasus(casusId, van, van + duur * MINUUT_MS, plaats);
      this.#kast.voegToe({
        overlegId,
        casusId,
        staat: 'aanvaard',
        minuten: duur,
        spoed: false,
        doorId: wie.persoonId,
        inhoud: { ...LEEG, vraag: vraag ?? null },
        voorVoorzitter: null,
        vervaltOp: null,
      });
      this.#bijVerandering([overlegId]);
      this.#logboek.schrijf({
        handeling: 'gezinsoverleg_gepland',
        door: kijk,
        casusId,
        regel: 'OV1',
        bijzonderheden: { overlegId, begin: van },
      });
      return overlegId;
    });
  }

  /** Whether this gezinsoverleg is one that this person planned for a casus that they direct. */
  kentGezinsoverleg(wie: Wie, casusId: string, overlegId: string): boolean {
    return this.#zicht.blik(overlegId, wie)?.overleg.casusId === casusId;
  }

  /**
   * An overleg to which this person may bring something: they are in it; or it is of a series, and they direct a casus.
   * @throws Weigering 404
   */
  eisInbrenger(overlegId: string, wie: Wie): { readonly overleg: Overlegrij; readonly wie: Wie } {
    const overleg = this.#overlegkast.een(overlegId);
    if (overleg === null) throw nietGevonden();
    if (this.#zicht.blik(overlegId, wie) !== null) return { overleg, wie };
    if (overleg.reeksId !== null && this.#zicht.geleideCasussen(wie).length > 0) return { overleg, wie };
    throw nietGevonden();
  }

  /** Brings a casus or a dilemma. @returns its id @throws Weigering 403, 409, 422 */
  breng(overleg: Overlegrij, wie: Wie, nieuw: NieuwAgendapunt): string {
    if (overleg.reeksId === null)
      throw kanNiet('past_hier_niet', 'Een gezinsoverleg gaat over één casus. Kies een ander overleg.');
    return 'dilemma' in nieuw
      ? this.#brengDilemma(overleg, wie, nieuw)
      : this.#brengCasus(overleg, overleg.reeksId, wie, nieuw);
  }

  /** Something on an agenda that this person may know of. @throws Weigering 404 (NK5) */
  eis(overlegId: string, agendapuntId: string, wie: Wie): OpAgenda {
    const blik = this.#zicht.blik(overlegId, wie);
    const gezien = blik?.punten.find(({ punt }) => punt.id === agendapuntId);
    if (blik === null || gezien === undefined) throw nietGevonden();
    return { ...gezien, blik, wie };
  }

  /** The same, to who leads it now. @throws Weigering 404, 403 */
  eisVoorzitter(overlegId: string, agendapuntId: string, wie: Wie): OpAgenda {
    const op = this.eis(overlegId, agendapuntId, wie);
    if (op.als !== 'leiding' || this.#zicht.leiderVan(op.blik.overleg) !== wie.persoonId) throw nietLeider();
    return op;
  }

  /** The same, to who brought it: who directs the casus, or whose dilemma it is. @throws Weigering 404, 403 */
  eisEigen(overlegId: string, agendapuntId: string, wie: Wie): OpAgenda {
    const op = this.eis(overlegId, agendapuntId, wie);
    const isEigen =
      op.punt.casusId === null ? op.punt.doorId === wie.persoonId : op.kijk?.ik.regisseur === true;
    if (!isEigen)
      throw magNiet('alleen_regisseur', 'Dit doet wie het inbracht. Vraag het de regisseur van de casus.');
    return op;
  }

  /** What the chair does with it. @throws Weigering 409, 422 */
  wijzig(op: OpAgenda, { besluit, reden, minuten, volgorde, venster }: AgendapuntWijziging): void {
    const { punt, blik } = op;
    eisNietGesloten(blik.overleg);
    if (besluit === 'teruggegeven' && reden === undefined) {
      throw kanNiet('body_ongeldig', 'Schrijf waarom u het teruggeeft. Er is niets bewaard.', [
        { veld: 'reden', bericht: 'schrijf waarom u het teruggeeft' },
      ]);
    }
    if (besluit !== undefined && blik.overleg.reeksId === null)
      throw kanNiet('past_hier_niet', 'Een gezinsoverleg heeft één agendapunt. Dat blijft staan.');
    if (besluit !== undefined && !pastBesluit(besluit, punt.staat))
      throw kanNiet('past_hier_niet', 'Dit agendapunt is al open geweest. Sluit het eerst, of heropen het.');
    const gasten = venster == null ? null : eisVenster(op, venster);
    this.#stappen.doe(() => {
      // Before a decision: one that puts it off takes it away.
      if (venster !== undefined) this.#kast.legVenster(punt, gasten);
      if (minuten !== undefined) this.#kast.wijzig(punt.id, { minuten });
      if (volgorde !== undefined) this.#zetOpPlaats(punt, volgorde);
      const geplaatst = besluit === undefined ? [] : this.#beslis(op, besluit, reden);
      this.#bijVerandering([punt.overlegId]);
      const wat = { overlegId: punt.overlegId, agendapuntId: punt.id };
      const erbij = besluit === undefined ? {} : { besluit };
      this.#schrijf(op, {
        casus: {
          handeling: 'agendapunt_gewijzigd',
          bijzonderheden: { ...wat, ...erbij, ...(geplaatst.length > 0 ? { meedenkers: geplaatst } : {}) },
        },
        dilemma: { handeling: 'dilemma_gewijzigd', bijzonderheden: { ...wat, ...erbij } },
      });
    });
  }

  /** Takes off the agenda what one brought, with all that was said. @throws Weigering 409, 422 */
  trekIn(op: OpAgenda): void {
    const { punt, blik } = op;
    eisNietGesloten(blik.overleg);
    if (blik.overleg.reeksId === null)
      throw kanNiet('past_hier_niet', 'Een gezinsoverleg heeft één agendapunt. Dat blijft staan.');
    if (punt.staat === 'bezig' || punt.staat === 'besproken')
      throw kanNiet('past_hier_niet', 'Dit is al besproken. Het gaat niet meer van de agenda.');
    const bijzonderheden = { overlegId: punt.overlegId, agendapuntId: punt.id };
    this.#stappen.doe(() => {
      this.#kast.verwijder(punt);
      this.#bijVerandering([punt.overlegId]);
      this.#schrijf(op, {
        casus: { handeling: 'agendapunt_ingetrokken', bijzonderheden },
        dilemma: { handeling: 'dilemma_ingetrokken', bijzonderheden },
      });
    });
  }

  /** When the next dilemma goes, in ms since 1970. */
  volgendVerval(): number {
    return this.#kast.volgendVerval();
  }

  /** Takes away the dilemmas whose six weeks are over, each with its key (OV10). Within a step. */
  verval(): void {
    for (const { id, overlegId, sleutel } of this.#kast.vervallen(this.#omgeving.nu())) {
      this.#kast.verwijder({ id, sleutel });
      this.#bijVerandering([overlegId]);
      this.#logboek.schrijf({
        handeling: 'dilemma_vernietigd',
        door: null,
        regel: 'OV10',
        bijzonderheden: { overlegId, agendapuntId: id },
      });
    }
  }

  /** Puts on record that who leads the overleg read what was brought of casussen (NK10). */
  legBlikVast({ overleg, punten }: Blik, wie: Wie): void {
    for (const { punt, als, kijk } of punten) {
      if (als !== 'leiding' || punt.casusId === null) continue;
      this.#logboek.legBlikVast({
        handeling: 'agendapunt_gelezen',
        door: kijk ?? { wie, ik: null },
        casusId: punt.casusId,
        regel: 'OV1',
        bijzonderheden: { overlegId: overleg.id, agendapuntId: punt.id },
      });
    }
  }

  #brengCasus(overleg: Overlegrij, reeksId: string, wie: Wie, nieuw: CasusInbreng): string {
    const kijk = this.#eisRegisseurVan(nieuw.casusId, wie);
    eisNietGesloten(overleg);
    const vandaag = datumOp(this.#omgeving.nu());
    if (nieuw.nodig.some((code) => !staatInLijst(EXPERTISES, code, vandaag)))
      throw kanNiet('niet_in_lijst', 'Kies de kennis uit de lijst.', [
        { veld: 'nodig', bericht: 'kies uit de lijst' },
      ]);
    // Who takes part has a seat, and needs no place.
    if (nieuw.meedenkers.some((persoonId) => !this.#kanMeedenken(reeksId, kijk, persoonId)))
      throw verwijzingOnbekend('meedenkers');
    if (nieuw.gasten.some((persoonId) => !this.#kanGastZijn(reeksId, kijk, persoonId)))
      throw verwijzingOnbekend('gasten');
    const er = this.#kast.vanCasus(overleg.id, nieuw.casusId);
    if (er !== undefined && er.staat !== 'teruggegeven') throw staatErAl();
    return this.#stappen.doe(() => {
      this.#kast.maakPlaats(overleg.id, nieuw.casusId);
      const { casusId, minuten, voorVoorzitter, gezinWeet } = nieuw;
      const id = this.#kast.voegToe({
        overlegId: overleg.id,
        casusId,
        staat: 'ingebracht',
        minuten,
        spoed: overleg.staat === 'bezig',
        doorId: wie.persoonId,
        inhoud: {
          soort: 'casus',
          vraag: nieuw.vraag,
          wetten: [...new Set(nieuw.wetten)],
          nodig: [...new Set(nieuw.nodig)],
          meedenkers: [...new Set(nieuw.meedenkers)],
          gasten: [...new Set(nieuw.gasten)],
          venster: null,
          geprobeerd: nieuw.geprobeerd ?? null,
          gezinWeet: {
            ja: gezinWeet.ja,
            datum: gezinWeet.datum ?? null,
            met: gezinWeet.met ?? null,
            reden: gezinWeet.reden ?? null,
          },
          gezinWil: nieuw.gezinWil ?? null,
          reden: null,
        },
        voorVoorzitter: voorVoorzitter ?? null,
        vervaltOp: null,
      });
      this.#bijVerandering([overleg.id]);
      this.#logboek.schrijf({
        handeling: 'agendapunt_ingebracht',
        door: kijk,
        casusId,
        regel: 'OV1',
        bijzonderheden: { overlegId: overleg.id, agendapuntId: id },
      });
      return id;
    });
  }

  #brengDilemma(overleg: Overlegrij, wie: Wie, { dilemma, minuten }: DilemmaInbreng): string {
    const rol = this.#zicht.blik(overleg.id, wie)?.rol;
    // Of the overleg's members (OV10): who comes for one casus doesn't bring one.
    if (rol === undefined || !zitVast(rol)) {
      throw kanNiet(
        'past_hier_niet',
        'Een dilemma brengt u in als u vast in dit overleg zit. Vraag de voorzitter.',
      );
    }
    eisNietGesloten(overleg);
    const eigen = this.#kast.dilemmasVan(overleg.id, wie.persoonId);
    const isZelfde = ({ inhoud }: Punt) =>
      inhoud.soort === 'dilemma' && inhoud.titel === dilemma.titel && inhoud.tekst === dilemma.tekst;
    if (eigen.some(isZelfde)) throw staatErAl();
    if (eigen.length >= DILEMMAS_HOOGSTENS) {
      throw kanNiet(
        'te_veel_agendapunten',
        `U hebt al ${DILEMMAS_HOOGSTENS} dilemma’s op deze agenda. Haal er eerst een af.`,
      );
    }
    return this.#stappen.doe(() => {
      const id = this.#kast.voegToe({
        overlegId: overleg.id,
        casusId: null,
        staat: 'ingebracht',
        minuten,
        spoed: overleg.staat === 'bezig',
        doorId: wie.persoonId,
        inhoud: { soort: 'dilemma', ...dilemma, reden: null },
        voorVoorzitter: null,
        vervaltOp: this.#omgeving.nu() + DILEMMA_DAGEN * DAG_MS,
      });
      this.#bijVerandering([overleg.id]);
      this.#logboek.schrijf({
        handeling: 'dilemma_ingebracht',
        door: { wie, ik: null },
        regel: 'OV10',
        bijzonderheden: { overlegId: overleg.id, agendapuntId: id },
      });
      return id;
    });
  }

  /** @returns who got a place at it with this */
  #beslis(
    op: OpAgenda,
    besluit: NonNullable<AgendapuntWijziging['besluit']>,
    reden: string | undefined,
  ): string[] {
    const { punt, blik } = op;
    switch (besluit) {
      case 'aanvaard': {
        this.#kast.wijzig(punt.id, { staat: 'aanvaard' });
        return this.#plaats(punt, blik.overleg.reeksId);
      }
      case 'teruggegeven':
        this.#kast.legReden(punt, reden ?? '');
        this.#kast.wijzig(punt.id, { staat: 'teruggegeven' });
        this.#kast.zetPlaatsen(punt.id, []);
        return [];
      case 'doorgeschoven': {
        const naar = this.#volgendeVan(blik.overleg, punt);
        this.#bijVerandering([naar.id]);
        // A guest's place was of the one opening (NK7): who must be there again is named anew.
        if (punt.staat === 'besproken') this.#kast.wisGasten(punt);
        // Of another day.
        else this.#kast.legVenster(punt, null);
        this.#kast.wijzig(punt.id, {
          overlegId: naar.id,
          ...(punt.staat === 'besproken' ? { staat: 'aanvaard' } : {}),
          volgorde: Math.max(0, ...this.#kast.op(naar.id).map((een) => een.volgorde)) + 1,
        });
        return [];
      }
      default:
        return besluit satisfies never;
    }
  }

  /** All whom the bringer asked, in one act: who is still a member of the series, or a guest, and has no seat by now. */
  #plaats({ id, casusId, inhoud }: Punt, reeksId: string | null): string[] {
    if (inhoud.soort !== 'casus' || casusId === null || reeksId === null) return [];
    const deelnemers = this.#zicht.deelnemersVan(casusId);
    const meedenkers = inhoud.meedenkers
      .filter((persoonId) => this.#reekskast.isLid(reeksId, persoonId))
      .map((persoonId) => ({ persoonId, als: 'meedenker' as const }));
    const gasten = inhoud.gasten
      .filter((persoonId) => !inhoud.meedenkers.includes(persoonId))
      .map((persoonId) => ({ persoonId, als: 'gast' as const }));
    const geplaatst = [...meedenkers, ...gasten].filter(({ persoonId }) => !deelnemers.has(persoonId));
    this.#kast.zetPlaatsen(id, geplaatst);
    return geplaatst.map(({ persoonId }) => persoonId);
  }

  #volgendeVan({ reeksId, begin }: Overlegrij, punt: Punt): Overlegrij {
    const komend =
      reeksId === null ? [] : this.#overlegkast.komende(reeksId, Math.max(begin, this.#omgeving.nu()));
    // A casus stands on one agenda once.
    const naar = komend.find(
      ({ id }) => punt.casusId === null || this.#kast.vanCasus(id, punt.casusId) === undefined,
    );
    if (naar !== undefined) return naar;
    throw kanNiet(
      'geen_volgend_overleg',
      'Er is nog geen volgend overleg om dit naar door te schuiven. Vraag de procesregisseur.',
    );
  }

  #zetOpPlaats(punt: Punt, plaats: number): void {
    const anderen = this.#kast.op(punt.overlegId).filter(({ id }) => id !== punt.id);
    [...anderen.slice(0, plaats - 1), punt, ...anderen.slice(plaats - 1)].forEach(({ id, volgorde }, n) => {
      if (volgorde !== n + 1) this.#kast.wijzig(id, { volgorde: n + 1 });
    });
  }

  #kanMeedenken(reeksId: string, kijk: Kijk, persoonId: string): boolean {
    return (
      this.#reekskast.isLid(reeksId, persoonId) &&
      !kijk.beeld.deelnemers.some((deelnemer) => deelnemer.persoonId === persoonId)
    );
  }

  /** Somebody from outside the series, who doesn't take part: for one item, by name. */
  #kanGastZijn(reeksId: string, kijk: Kijk, persoonId: string): boolean {
    return (
      this.#reeksen.overlegger(persoonId) !== null &&
      !this.#reekskast.isLid(reeksId, persoonId) &&
      !kijk.beeld.deelnemers.some((deelnemer) => deelnemer.persoonId === persoonId)
    );
  }

  /** Hidden and absent alike are an id that can't be chosen (NK5). @throws Weigering 422, 403 */
  #eisRegisseurVan(casusId: string, wie: Wie): Kijk {
    const kijk = this.#toegang.kijk(casusId, wie);
    if (kijk === null) throw verwijzingOnbekend('casusId');
    return this.#toegang.eisRegie(kijk);
  }

  #schrijf(
    { punt, kijk, wie }: OpAgenda,
    regels: {
      readonly casus: VanSoort<'agendapunt_gewijzigd' | 'agendapunt_ingetrokken'>;
      readonly dilemma: VanSoort<'dilemma_gewijzigd' | 'dilemma_ingetrokken'>;
    },
  ): void {
    const door: Door = kijk ?? { wie, ik: null };
    if (punt.casusId === null) this.#logboek.schrijf({ ...regels.dilemma, door, regel: 'OV10' });
    else this.#logboek.schrijf({ ...regels.casus, door, casusId: punt.casusId, regel: 'OV1' });
  }
}

/** Of a gezinsoverleg nothing was asked beforehand. */
const LEEG: Casusinhoud = {
  soort: 'casus',
  vraag: null,
  wetten: [],
  nodig: [],
  meedenkers: [],
  gasten: [],
  venster: null,
  geprobeerd: null,
  gezinWeet: null,
  gezinWil: null,
  reden: null,
};

/** What is open stays where it is; what was discussed and isn't finished can still move on. */
function pastBesluit(besluit: Agendabesluit, staat: Agendastaat): boolean {
  if (staat === 'bezig') return false;
  return besluit === 'doorgeschoven' || staat !== 'besproken';
}

/** From when to when, of a day on which there is an overleg, as moments. @throws Weigering 422 */
function eisVenster(
  { punt: { inhoud }, blik: { overleg } }: OpAgenda,
  { van, tot }: NonNullable<AgendapuntWijziging['venster']>,
): { van: number; tot: number } {
  if (inhoud.soort !== 'casus' || inhoud.gasten.length === 0)
    throw kanNiet('past_hier_niet', 'Dit agendapunt heeft geen gast. Er is niets bewaard.');
  const [begin, einde] = [opDeDag(overleg.begin, van), opDeDag(overleg.begin, tot)];
  if (begin < overleg.begin || begin >= overleg.einde)
    throw kanNiet('periode_ongeldig', 'Kies een tijd waarop het overleg er is.', [
      { veld: 'venster.van', bericht: 'kies een tijd waarop het overleg er is' },
    ]);
  if (einde <= begin)
    throw kanNiet('periode_ongeldig', 'Kies een eind dat na het begin ligt.', [
      { veld: 'venster.tot', bericht: 'kies een tijd na het begin' },
    ]);
  return { van: begin, tot: einde };
}

function eisNietGesloten({ staat }: Overlegrij): void {
  if (staat !== 'gesloten') return;
  throw new Weigering(409, 'overleg_gesloten', 'Dit overleg is voorbij. Kies een overleg dat nog komt.');
}

function staatErAl(): Weigering {
  return new Weigering(
    409,
    'loopt_al',
    'Dit staat al op deze agenda. Haal het er eerst af als het anders moet.',
  );
}

import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Regelboek } from '../../shared/need-to-know/matrix.ts';
import type { Moment, Periode } from '../../shared/need-to-know/moment.ts';
import { type RegieFeit, regisseurOp } from '../../shared/need-to-know/regie.ts';
import { STATUSSEN, type Status } from '../../shared/plan/kaartsoorten.ts';
import type { Rol } from '../../shared/plan/rollen.ts';
import type { Veldsoort } from '../../shared/plan/velden.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { casussen, compartimenten, deelnemers, leden, regie, velden } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import { Onleesbaar, type Onleesbaren } from '../kern/onleesbaar.ts';
import { isOpgeslagenMoment } from '../kern/opgeslagen.ts';
import type { Stapdeel, Stappen } from '../kern/stap.ts';
import { type Adviesfeiten, adviesfeitenVan, isAdviesopening, isAdviesvraag } from './adviesfeiten.ts';
import type { Casusbeeld, CompartimentRij, Deelneming } from './beeld.ts';
import { Bevestigingen } from './bevestigingen.ts';
import type { BewaardCompartiment, Bewaarder } from './bewaarders.ts';
import { Compartimentenmaker } from './compartimenten.ts';
import { isBevestiging, isCompartiment, isFeit, isLid, isPeriode, isRecht, isZetel } from './leesbaar.ts';
import { isTafelplaats, tafelfeitenVan } from './tafelfeiten.ts';
import { rechtredenen, Toegangsfeiten } from './toegangsfeiten.ts';
import { nogNietVoorbij, vragenVan } from './vragen.ts';

export {
  type AdviesopeningRij,
  type Adviesplaats,
  type AdviesvraagRij,
  isAdviesopening,
  isAdviesvraag,
  looptAdviesvraag,
} from './adviesfeiten.ts';
export type { Casusbeeld, CompartimentRij, Deelneming, RechtRij } from './beeld.ts';
export type { BewaardCompartiment, Bewaarder } from './bewaarders.ts';
export { eisGrondslag, eisInLijsten } from './grondslag.ts';
export { klokstandVan } from './klokstand.ts';
export { randenVan } from './randen.ts';
export type { Tafelplaats } from './tafelfeiten.ts';
export type { Waarneming } from './toegangsfeiten.ts';
export { eisPlan, eisRegieplek, planVan } from './vasteplekken.ts';

/** What a new seat is made of; times in ms since 1970. */
export interface NieuweZetel {
  readonly casusId: string;
  readonly persoonId: string;
  readonly zetel: string;
  readonly lidIds: readonly string[] | null;
  readonly alsLidId: string | null;
  readonly waarvoor: string;
  readonly grondslag: string;
  readonly van: number;
  readonly tot: number | null;
  /** The household was asked, and agrees. */
  readonly gezinAkkoord: boolean;
  /** Why it was done without; null: it agrees, or wasn't asked. */
  readonly redenZonderAkkoord: string | null;
}

/**
 * Cases, households and seats as they are stored, and what follows from them by itself: the compartments. Who may
 * do what is decided above (toegang); these methods do it. What writes is in the step of its caller.
 */
export class Casussen {
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;
  readonly #onleesbaar: Onleesbaren;
  readonly #vragen: ReturnType<typeof vragenVan>;
  readonly #maker: Compartimentenmaker;
  readonly #bewaarders: Bewaarder[];
  /** Rights, exclusions, acute danger, and who stands in. */
  readonly feiten: Toegangsfeiten;
  /** Which seats keep what their organisation has here (NK12). */
  readonly bevestigingen: Bevestigingen;

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    stappen: Stappen;
    regels: Regelboek;
    onleesbaar: Onleesbaren;
  }) {
    const { database, omgeving, stappen, regels, onleesbaar } = behoeften;
    this.#database = database;
    this.#omgeving = omgeving;
    this.#stappen = stappen;
    this.#onleesbaar = onleesbaar;
    this.#vragen = vragenVan(database);
    this.#maker = new Compartimentenmaker(database, omgeving, regels);
    this.#bewaarders = [
      veldenplaatsen(database),
      redenen(database, onleesbaar),
      rechtredenen(database, onleesbaar),
    ];
    const bijVerandering = () => this.#veranderd();
    this.feiten = new Toegangsfeiten({ database, omgeving, onleesbaar, bijVerandering });
    this.bevestigingen = new Bevestigingen({ database, omgeving, maker: this.#maker, bijVerandering });
  }

  /**
   * Everything that decisions about this casus rest on at the moment of the step that is running, or null if there is
   * none with this id. Read once a step; again after a command in it changed something.
   */
  beeld(casusId: string): Casusbeeld | null {
    return this.#stappen.lees((stap) => {
      const beelden = stap.deel(BEELDEN);
      const gelezen = beelden.get(casusId);
      if (gelezen !== undefined) return gelezen;
      const beeld = this.beeldOp(casusId, stap.moment, stap.moment.nu);
      beelden.set(casusId, beeld);
      return beeld;
    });
  }

  /**
   * The same at another moment. A row in it that can't be read counts as not there (ST1).
   * @param sinds ms since 1970: what ended before is left out
   * @throws Onleesbaar when it is the casus itself
   */
  beeldOp(casusId: string, moment: Moment, sinds: number): Casusbeeld | null {
    const vragen = this.#vragen;
    const casus = vragen.casus.get({ casusId });
    if (casus === undefined) return null;
    if (typeof casus.label !== 'string' || !STATUSSEN.includes(casus.status))
      throw new Onleesbaar('casussen', casusId);
    const huishouden = this.#leesbaar('leden', vragen.leden.all({ casusId }), isLid);
    const lidIds = new Set(huishouden.map((lid) => lid.id));
    const zetels = this.#deelnemingen(casusId, moment, sinds);
    const blijft = ({ tot }: Periode): boolean => tot === null || tot > sinds;
    return {
      id: casus.id,
      label: casus.label,
      status: casus.status,
      leden: huishouden,
      deelnemers: zetels,
      // What is kept about a member who was taken off the household is out of everyone's reach.
      compartimenten: this.#leesbaar('compartimenten', vragen.compartimenten.all({ casusId }), isCompartiment)
        .filter(({ lidId }) => lidId === null || lidIds.has(lidId))
        .map(alsRij),
      organisaties: new Map(vragen.organisaties.all().map(({ id, naam }) => [id, String(naam)])),
      rechten: this.#leesbaar('toegangsrechten', vragen.rechten.all({ casusId, sinds }), isRecht).filter(
        blijft,
      ),
      uitsluitingen: vragen.uitsluitingen
        .all({ casusId, sinds })
        .map((uitsluiting) => this.#altijdAlsOnleesbaar(uitsluiting))
        .filter(blijft),
      noodtoegangen: this.#leesbaar(
        'noodtoegangen',
        vragen.noodtoegangen.all({ casusId, sinds }),
        isFeit,
      ).filter(blijft),
      bevestigingen: this.#leesbaar('bevestigingen', vragen.bevestigingen.all({ casusId }), isBevestiging),
      ...this.#toegelaten(casusId, zetels),
    };
  }

  /** Who is let in to questions for advice and tafelbladen. */
  #toegelaten(
    casusId: string,
    zetels: readonly Deelneming[],
  ): Pick<Casusbeeld, 'plaatsen' | 'toelatingen' | 'tafel' | 'adviesvragen' | 'adviesopeningen'> {
    const advies = this.#advies(casusId, zetels);
    const rijen = this.#vragen.tafelplaatsen.all({ casusId }).filter((rij) => {
      if (isTafelplaats(rij)) return true;
      this.#onleesbaar.meld('tafelplaatsen', rij.plaats.id);
      return false;
    });
    const { tafel, plaatsen, toelatingen } = tafelfeitenVan(rijen);
    return {
      ...advies,
      tafel,
      plaatsen: [...advies.plaatsen, ...plaatsen],
      toelatingen: [...advies.toelatingen, ...toelatingen],
    };
  }

  /** Who is let in by the questions for advice of a casus. Mostly there are none, and nothing more is asked. */
  #advies(casusId: string, zetels: readonly Deelneming[]): Adviesfeiten {
    const gevraagd = this.#vragen.adviesvragen.all({ casusId });
    if (gevraagd.length === 0)
      return { plaatsen: [], toelatingen: [], adviesvragen: [], adviesopeningen: [] };
    return adviesfeitenVan(
      this.#leesbaar('adviesvragen', gevraagd, isAdviesvraag),
      this.#leesbaar('adviesopeningen', this.#vragen.adviesopeningen.all({ casusId }), isAdviesopening),
      this.#vragen.deskundigen.all(),
      zetels,
    );
  }

  /**
   * Whose names people may have typed in a casus: where the names of its members stand, also of who was taken off the
   * household, and who ever had a seat, or a place at a table. To leave them out of what is read without names (OV11); for nobody to read.
   */
  ooitGenoemd(casusId: string): { readonly delen: CompartimentRij[]; readonly namen: string[] } {
    const delen = this.#vragen.alleCompartimenten.all({ casusId });
    return {
      delen: this.#leesbaar('compartimenten', delen, isCompartiment)
        .filter(({ categorie }) => categorie === 'naam')
        .map(alsRij),
      namen: [
        ...this.#vragen.ooitAanTafel.all({ casusId }),
        ...this.#vragen.tafelplaatsen.all({ casusId }),
      ].map(({ naam }) => String(naam)),
    };
  }

  /** Makes the compartment of a question for advice about a member, with its key (OV11). @returns its id */
  maakAdviesvraag(casusId: string, lidId: string): string {
    const id = this.#maker.voorAdviesvraag(casusId, lidId);
    this.#veranderd();
    return id;
  }

  /** Makes the compartment of a tafelblad, with its key and its text (OV4). @returns its id */
  maakTafelblad(casusId: string): string {
    const id = this.#maker.voorTafelblad(casusId);
    this.#veranderd();
    return id;
  }

  /** Who is let in somewhere is otherwise now: written by who keeps that. */
  herzieToelatingen(): void {
    this.#veranderd();
  }

  /** What of it can be read; the rest is told to the operator. */
  #leesbaar<R extends { readonly id: string }>(
    tabel: string,
    rijen: readonly R[],
    isLeesbaar: (rij: R) => boolean,
  ): R[] {
    return rijen.filter((rij) => {
      if (isLeesbaar(rij)) return true;
      this.#onleesbaar.meld(tabel, rij.id);
      return false;
    });
  }

  /** An exclusion of which nobody can tell when it holds, holds. */
  #altijdAlsOnleesbaar<R extends Periode & { readonly id: string }>(uitsluiting: R): R {
    if (isFeit(uitsluiting)) return uitsluiting;
    this.#onleesbaar.meld('uitsluitingen', uitsluiting.id);
    return { ...uitsluiting, van: 0, tot: null };
  }

  /** Ids of the cases in which somebody takes part now, the newest first. */
  vanPersoon(persoonId: string): string[] {
    const nu = this.#omgeving.nu();
    return (
      this.#database.db
        .select({ id: casussen.id })
        .from(deelnemers)
        .innerJoin(casussen, eq(casussen.id, deelnemers.casusId))
        .where(and(eq(deelnemers.persoonId, persoonId), lte(deelnemers.van, nu), nogNietVoorbij(nu)))
        // Seats from the same moment in the order of chance: a seat's place at its table would count who sat there first.
        .orderBy(asc(deelnemers.van), asc(deelnemers.id))
        .all()
        .map((rij) => rij.id)
        .reverse()
    );
  }

  /** Makes a casus with its household, its first seat, which directs, and its compartments. */
  breng(nieuw: {
    readonly persoonId: string;
    readonly zetel: string;
    readonly waarvoor: string;
    readonly grondslag: string;
    readonly rollen: readonly Rol[];
  }): { casusId: string; deelnemerId: string; lidIds: string[] } {
    const casusId = this.#omgeving.id();
    const nu = this.#omgeving.nu();
    this.#database.db
      .insert(casussen)
      .values({ id: casusId, label: this.#label(nu), status: 'ingebracht', ingebrachtOp: nu })
      .run();
    this.#maker.voorHuishouden(casusId);
    const lidIds = nieuw.rollen.map((rol) => this.voegLidToe(casusId, rol));
    const deelnemerId = this.neemZetel({
      ...nieuw,
      casusId,
      lidIds: null,
      alsLidId: null,
      van: nu,
      tot: null,
      gezinAkkoord: false,
      redenZonderAkkoord: null,
    });
    this.#database.db.insert(regie).values({ casusId, deelnemerId, sinds: nu }).run();
    this.#stappen.houdKlokBij();
    this.#veranderd();
    return { casusId, deelnemerId, lidIds };
  }

  /** Gives the regie to another seat of the casus, which has no end; from this moment on (NK30). */
  draagRegieOver(casusId: string, deelnemerId: string): void {
    this.#database.db
      .update(regie)
      .set({ deelnemerId, sinds: this.#omgeving.nu() })
      .where(eq(regie.casusId, casusId))
      .run();
    this.#veranderd();
  }

  /** Since when who holds the regie does, in ms since 1970. */
  regieSinds(casusId: string): number {
    const sinds = this.#vragen.regie.get({ casusId })?.sinds;
    return isOpgeslagenMoment(sinds) ? sinds : 0;
  }

  /** Casussen of which one of these people holds the regie, or anybody; by their labels. */
  metRegieVan(persoonIds: readonly string[] | null): string[] {
    return this.#database.db
      .select({ id: casussen.id })
      .from(regie)
      .innerJoin(deelnemers, eq(deelnemers.id, regie.deelnemerId))
      .innerJoin(casussen, eq(casussen.id, regie.casusId))
      .where(persoonIds === null ? undefined : inArray(deelnemers.persoonId, [...persoonIds]))
      .orderBy(asc(casussen.label))
      .all()
      .map(({ id }) => id);
  }

  /** Makes texts of these sorts with the regisseur's own notes, where there are none yet. */
  maakRegieteksten(casusId: string, soorten: readonly Veldsoort[]): void {
    this.#maker.voorRegie(this.regieVan(casusId).id, soorten);
  }

  /** Sets the state of a casus. */
  zetStatus(casusId: string, status: Status): void {
    this.#database.db.update(casussen).set({ status }).where(eq(casussen.id, casusId)).run();
    this.#veranderd();
  }

  /** Adds a member, with the compartments about them. @returns their id */
  voegLidToe(casusId: string, rol: Rol): string {
    const id = this.#omgeving.id();
    const volgorde = this.#database.db
      .select({ id: leden.id })
      .from(leden)
      .where(eq(leden.casusId, casusId))
      .all().length;
    this.#database.db.insert(leden).values({ id, casusId, rol, volgorde, verwijderdOp: null }).run();
    this.#maker.voorLid(casusId, id);
    const zetels = this.#nu(casusId);
    const gemaakt = zetels.flatMap((zetel) => this.#maker.voorZetel(casusId, zetel));
    this.bevestigingen.bijNieuweDelen(casusId, zetels, gemaakt);
    this.#veranderd();
    return id;
  }

  wijzigLid(lidId: string, rol: Rol): void {
    this.#database.db.update(leden).set({ rol }).where(eq(leden.id, lidId)).run();
    this.#veranderd();
  }

  /**
   * Takes a member off the household. Never refused because of what is kept about them: that would tell who asks
   * that there is something (NK23). What is kept stays on disk, out of everyone's reach.
   */
  verwijderLid(lidId: string): void {
    this.#database.db
      .update(leden)
      .set({ verwijderdOp: this.#omgeving.nu() })
      .where(eq(leden.id, lidId))
      .run();
    this.#veranderd();
  }

  /** The compartment of the regisseur's own notes: there stands the reason for a seat without agreement as well. */
  regieVan(casusId: string): BewaardCompartiment {
    return this.#stappen.lees((stap) => {
      const gelezen = stap.deel(REGIES).get(casusId);
      if (gelezen !== undefined) return gelezen;
      const rij = this.#database.db
        .select()
        .from(compartimenten)
        .where(and(eq(compartimenten.casusId, casusId), eq(compartimenten.categorie, 'regie')))
        .get();
      if (rij === undefined) throw new Onleesbaar('compartimenten', casusId);
      const regie = alsRij(rij);
      stap.deel(REGIES).set(casusId, regie);
      return regie;
    });
  }

  /** Seats somebody, with the compartments that their organisation keeps from this seat. @returns the seat's id */
  neemZetel(zetel: NieuweZetel): string {
    const { db, kluis } = this.#database;
    const id = this.#omgeving.id();
    const regie = this.regieVan(zetel.casusId);
    db.insert(deelnemers)
      .values({
        id,
        casusId: zetel.casusId,
        persoonId: zetel.persoonId,
        zetel: zetel.zetel,
        lidIds: zetel.lidIds === null ? null : [...zetel.lidIds],
        alsLidId: zetel.alsLidId,
        waarvoor: zetel.waarvoor,
        grondslag: zetel.grondslag,
        van: zetel.van,
        tot: zetel.tot,
        bekendSinds: null,
        gezinAkkoord: zetel.gezinAkkoord,
        redenZonderAkkoord:
          zetel.redenZonderAkkoord === null
            ? null
            : kluis.versleutelJson(plaatsVanReden(regie, id), zetel.redenZonderAkkoord),
        volgorde: db
          .select({ id: deelnemers.id })
          .from(deelnemers)
          .where(eq(deelnemers.casusId, zetel.casusId))
          .all().length,
      })
      .run();
    this.#maakVoorZetel(zetel.casusId, id);
    return id;
  }

  /**
   * Ends a seat now. One that still had to begin never does, and is over as well: else it would be in the way of
   * another until then, and could be given its end back.
   */
  beeindigZetel(casusId: string, deelnemerId: string): void {
    const nu = this.#omgeving.nu();
    this.#database.db
      .update(deelnemers)
      .set({ van: sql`min(${deelnemers.van}, ${nu})`, tot: nu })
      .where(eq(deelnemers.id, deelnemerId))
      .run();
    // NK28: what was given to it was given to this person on this seat.
    this.feiten.beeindigRechtenVan(deelnemerId);
    this.#maakVoorZetel(casusId, deelnemerId);
  }

  /**
   * Changes a seat; what is left out stays. From elsewhere, or for others, it has none of the rights it was given (NK28),
   * and is confirmed only for what it wrote as well before (NK12).
   */
  wijzigZetel(
    casusId: string,
    deelnemerId: string,
    wijziging: {
      readonly zetel?: string;
      readonly lidIds?: readonly string[] | null;
      readonly tot?: number | null;
      readonly bekendSinds?: string | null;
      readonly telefoon?: string | null;
    },
  ): void {
    const { lidIds, ...rest } = wijziging;
    const was = this.#database.db.select().from(deelnemers).where(eq(deelnemers.id, deelnemerId)).get();
    const isAnders =
      (wijziging.zetel !== undefined && wijziging.zetel !== was?.zetel) ||
      (lidIds !== undefined && !zijnDezelfden(lidIds, was?.lidIds ?? null));
    if (isAnders) this.feiten.beeindigRechtenVan(deelnemerId);
    const eerder = this.#zetelNu(casusId, deelnemerId);
    this.#database.db
      .update(deelnemers)
      .set({ ...rest, ...(lidIds === undefined ? {} : { lidIds: lidIds === null ? null : [...lidIds] }) })
      .where(eq(deelnemers.id, deelnemerId))
      .run();
    const wordt = this.#zetelNu(casusId, deelnemerId);
    if (isAnders && eerder !== undefined && wordt !== undefined) {
      const delen = this.#vragen.alleCompartimenten.all({ casusId });
      this.bevestigingen.bijGewijzigd(eerder, wordt, delen);
    }
    this.#maakVoorZetel(casusId, deelnemerId);
  }

  /** From now on this one is asked as well when a compartment goes, or gets another tijdperk. */
  voegBewaarderToe(bewaarder: Bewaarder): void {
    this.#bewaarders.push(bewaarder);
  }

  /** Everyone who keeps something of compartments. */
  get bewaarders(): readonly Bewaarder[] {
    return this.#bewaarders;
  }

  /**
   * Gives a compartment another tijdperk, and has everything in it encrypted anew (SY13).
   * @param behalve who has seen to that already
   */
  wisselTijdperk(compartiment: BewaardCompartiment, tijdperk: string, behalve?: Bewaarder): void {
    for (const bewaarder of this.#bewaarders)
      if (bewaarder !== behalve) bewaarder.wisselTijdperk(compartiment, tijdperk);
    this.#database.db
      .update(compartimenten)
      .set({ tijdperk })
      .where(eq(compartimenten.id, compartiment.id))
      .run();
    this.#veranderd();
  }

  /** Takes a compartment out of the casus, with everything in it; at the end of the step its key is destroyed (NK15). */
  wisCompartiment(compartiment: BewaardCompartiment): void {
    for (const bewaarder of this.#bewaarders) bewaarder.wis(compartiment);
    this.#database.db.delete(compartimenten).where(eq(compartimenten.id, compartiment.id)).run();
    // Last: until here all of it can be taken back.
    this.#stappen.huidig.naAfloop(() => this.#database.sleutels.vernietig(compartiment.id));
    this.#veranderd();
  }

  /** A stored compartment of any casus, or null. */
  compartiment(id: string): BewaardCompartiment | null {
    const rij = this.#database.db.select().from(compartimenten).where(eq(compartimenten.id, id)).get();
    return rij === undefined ? null : alsRij(rij);
  }

  /** Ids of every compartment that holds something, of all casussen. */
  alleCompartimenten(): string[] {
    return this.#database.db
      .select({ id: compartimenten.id })
      .from(compartimenten)
      .all()
      .map(({ id }) => id);
  }

  /** Makes the compartment of a concept, with its text. @returns the ids of both */
  maakConcept(
    casusId: string,
    persoonId: string,
    conceptVoor: string,
    over: string | null,
  ): { compartimentId: string; veldId: string } {
    const gemaakt = this.#maker.voorConcept(casusId, persoonId, conceptVoor, over);
    this.#veranderd();
    return gemaakt;
  }

  #maakVoorZetel(casusId: string, deelnemerId: string): void {
    const zetel = this.#zetelNu(casusId, deelnemerId);
    if (zetel !== undefined) {
      // NK12: what comes to be by this seat, nobody kept before it.
      this.bevestigingen.bevestig(casusId, deelnemerId, this.#maker.voorZetel(casusId, zetel));
    }
    this.#veranderd();
  }

  #zetelNu(casusId: string, deelnemerId: string): Deelneming | undefined {
    return this.#nu(casusId).find(({ id }) => id === deelnemerId);
  }

  /** Facts of a casus are other ones now: what this step has read of them is no longer so. */
  #veranderd(): void {
    this.#stappen.huidig.deel(BEELDEN).clear();
    this.#stappen.huidig.deel(REGIES).clear();
  }

  #nu(casusId: string): Deelneming[] {
    const { moment } = this.#stappen.huidig;
    return this.#deelnemingen(casusId, moment, moment.nu);
  }

  #regie(casusId: string): RegieFeit | null {
    const houder = this.#vragen.regie.get({ casusId });
    // In the midst of bringing a casus: the seat that is going to hold it is just being taken.
    if (houder === undefined) return null;
    const wie = this.#vragen.waarnemingen.all({ casusId });
    return {
      houderId: houder.deelnemerId,
      // Nobody stands in from a seat that they don't have yet, or no more: the holder does it themselves.
      // Nor by what can't be read: it would hold for ever.
      waarnemingen: wie
        .filter(({ waarneming, zetel }) => isPeriode(waarneming) && isPeriode(zetel))
        .map(({ waarneming: { deelnemerId, van, tot }, zetel }) => ({
          deelnemerId,
          van: Math.max(van, zetel.van),
          tot: Math.min(tot, zetel.tot ?? tot),
        })),
    };
  }

  #deelnemingen(casusId: string, moment: Moment, sinds: number): Deelneming[] {
    const regieFeit = this.#regie(casusId);
    const regisseurId = regieFeit === null ? null : regisseurOp(regieFeit, moment);
    const rijen = this.#vragen.deelnemers.all({ casusId, sinds }).filter((rij) => {
      if (isZetel(rij)) return true;
      this.#onleesbaar.meld('deelnemers', rij.deelnemer.id);
      return false;
    });
    return rijen.map(({ deelnemer, medewerker, organisatie }) => ({
      id: deelnemer.id,
      persoonId: medewerker.id,
      organisatieId: organisatie.id,
      buitenGemeente: !organisatie.isGemeente,
      zetel: deelnemer.zetel,
      lidIds: deelnemer.lidIds,
      alsLidId: deelnemer.alsLidId,
      regisseur: deelnemer.id === regisseurId,
      houdtRegie: deelnemer.id === regieFeit?.houderId,
      bekend: deelnemer.bekendSinds !== null,
      bekendSinds: deelnemer.bekendSinds,
      van: deelnemer.van,
      tot: deelnemer.tot,
      naam: medewerker.naam,
      functie: medewerker.functie,
      telefoon: deelnemer.telefoon ?? medewerker.telefoon,
      organisatie: organisatie.naam,
      waarvoor: deelnemer.waarvoor,
      grondslag: deelnemer.grondslag,
    }));
  }

  /** Year and four random signs: a serial number would count hidden cases (NK2). */
  #label(nu: number): string {
    const jaar = String(new Date(nu).getFullYear() % 100).padStart(2, '0');
    for (;;) {
      const tekens = [...this.#omgeving.willekeur(4)].map((byte) => TEKENS[byte % TEKENS.length]).join('');
      const label = `${jaar}-${tekens}`;
      const bestaat = this.#database.db
        .select({ id: casussen.id })
        .from(casussen)
        .where(eq(casussen.label, label))
        .get();
      if (bestaat === undefined) return label;
    }
  }
}

/** Whether a seat is for the same members, in whatever order. */
function zijnDezelfden(een: readonly string[] | null, ander: readonly string[] | null): boolean {
  return JSON.stringify(een?.toSorted() ?? null) === JSON.stringify(ander?.toSorted() ?? null);
}

/** A compartment; that it is for who was let in, is all that it says of that. */
function alsRij<R extends { readonly besloten: string | null }>(rij: R) {
  return { ...rij, besloten: rij.besloten !== null };
}

/** What this step has read of casussen. */
const BEELDEN: Stapdeel<Map<string, Casusbeeld | null>> = { maak: () => new Map() };

/** Of which casussen this step has read where what goes with their `regie` stands. */
const REGIES: Stapdeel<Map<string, BewaardCompartiment>> = { maak: () => new Map() };

/** Signs that can't be mistaken for one another when they are read aloud or written by hand; 32 of them. */
const TEKENS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The places of texts. What is written in them, others keep. */
function veldenplaatsen({ db }: GeopendeDatabase): Bewaarder {
  return {
    tabellen: ['velden'],
    wis: ({ id }) => void db.delete(velden).where(eq(velden.compartimentId, id)).run(),
    wisselTijdperk: () => {},
  };
}

/** Why the household doesn't agree with a seat: encrypted with the regisseur's notes, and gone with them. */
function redenen({ db, kluis }: GeopendeDatabase, onleesbaar: Onleesbaren): Bewaarder {
  const rijenVan = ({ categorie, casusId }: BewaardCompartiment) =>
    categorie === 'regie' ? db.select().from(deelnemers).where(eq(deelnemers.casusId, casusId)).all() : [];
  const zet = (id: string, redenZonderAkkoord: Buffer | null) =>
    void db.update(deelnemers).set({ redenZonderAkkoord }).where(eq(deelnemers.id, id)).run();
  return {
    tabellen: [],
    wis: (regie) => {
      for (const { id } of rijenVan(regie)) zet(id, null);
    },
    wisselTijdperk: (regie, tijdperk) => {
      for (const { id, redenZonderAkkoord } of rijenVan(regie)) {
        if (redenZonderAkkoord === null) continue;
        const reden = onleesbaar.probeer('deelnemers', id, () =>
          kluis.ontsleutel(plaatsVanReden(regie, id), redenZonderAkkoord),
        );
        if (reden === null) continue;
        zet(id, kluis.versleutel(plaatsVanReden({ ...regie, tijdperk }, id), reden));
      }
    },
  };
}

/** Where the reason for a seat without agreement stands: with the regisseur's notes. */
function plaatsVanReden(regie: { readonly id: string; readonly tijdperk: string }, deelnemerId: string) {
  return {
    compartimentId: regie.id,
    tijdperk: regie.tijdperk,
    rijId: deelnemerId,
    soort: 'reden_zonder_akkoord',
  };
}

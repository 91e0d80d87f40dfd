import { and, eq, gte, inArray, sql } from 'drizzle-orm';
import type { Onderdeel } from '../../shared/logboek/handelingen.ts';
import { Beslisser } from '../../shared/need-to-know/beslissing.ts';
import type { Regelboek } from '../../shared/need-to-know/matrix.ts';
import { Moment } from '../../shared/need-to-know/moment.ts';
import { hoogste, isMinstens, type Niveau } from '../../shared/need-to-know/niveaus.ts';
import type { Zichtregel } from '../../shared/need-to-know/zicht.ts';
import type {
  BewaardCompartiment,
  Bewaarder,
  Casusbeeld,
  Casussen,
  CompartimentRij,
  Deelneming,
  Tafelplaats,
} from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import {
  bevestigingen,
  compartimenten,
  noodtoegangen,
  openingen,
  sessies,
  toegangsrechten,
  uitsluitingen,
} from '../database/schema.ts';
import type { Synchroon } from '../database/transactie.ts';
import type { Wie } from '../http/route.ts';
import { Gebeurtenis } from '../kern/gebeurtenis.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import { isOpslagfout } from '../kern/opslagfout.ts';
import type { Stap, Stapdeel, Stappen } from '../kern/stap.ts';
import { magNiet, nietGevonden, Weigering } from '../kern/weigering.ts';
import type { Door, Logboek } from '../logboek/logboek.ts';
import { type Genoemden, Kijk } from './kijk.ts';
import type { Wanneer } from './kijkers.ts';
import { type Niveauwijzigingen, niveausVan, vergelijk } from './verandering.ts';

export { type Genoemden, Kijk } from './kijk.ts';
export { type Kijker, Kijkers, type Kijkkant, type Wanneer } from './kijkers.ts';
export { type Lezer, metOudeRollen, type Rollen, rollenVoor } from './rolnamen.ts';
export { verloor } from './verandering.ts';
export { compartimentVoor, deelnemerVoor } from './vorm.ts';

/**
 * Who may see what: makes the `Kijk` through which everything reaches a person, keeps which compartments a session
 * has opened, and tells who listens when somebody's view may have changed.
 */
export class Toegang implements Bewaarder {
  readonly tabellen = ['openingen', 'toegangsrechten', 'uitsluitingen', 'noodtoegangen', 'bevestigingen'];
  readonly regels: Regelboek;
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #logboek: Logboek;
  readonly #casussen: Casussen;
  readonly #stappen: Stappen;
  readonly #bijFout: (fout: unknown) => void;
  readonly #geopendIn: ReturnType<typeof geopendIn>;
  readonly #gevolgen: ((casusId: string, door: Door | null) => void)[] = [];
  #genoemden: Genoemden = () => new Set();
  /** Who is kept out of a casus because taking their right away could not be written (SY5). */
  readonly #buiten = new Map<string, Set<string>>();
  /** In which casussen the clock changed something that wasn't told yet, and who lost by it. */
  readonly #teVertellen = new Map<string, Set<string>>();
  /** The same, of which telling failed, and is tried again (ST4). */
  readonly #nogmaals = new Map<string, Set<string>>();

  /** What may be seen in a casus changed; whoever sends to people decides again before this returns (NK7). */
  readonly opZicht = new Gebeurtenis<{ casusId: string; wanneer?: Wanneer }>('zicht');
  /** A person's level dropped: what is under way to them is ended before the answer (NK7). */
  readonly opVerlies = new Gebeurtenis<{ casusId: string; persoonId: string }>('verlies');
  /** A session opened compartments: from now on it may hear of what changes in them. */
  readonly opOpening = new Gebeurtenis<{ casusId: string; sessieId: string }>('zicht');

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    logboek: Logboek;
    casussen: Casussen;
    stappen: Stappen;
    regels: Regelboek;
    /** Is told of a fault that is ours. */
    bijFout: (fout: unknown) => void;
  }) {
    this.#database = behoeften.database;
    this.#omgeving = behoeften.omgeving;
    this.#logboek = behoeften.logboek;
    this.#casussen = behoeften.casussen;
    this.#stappen = behoeften.stappen;
    this.regels = behoeften.regels;
    this.#bijFout = behoeften.bijFout;
    this.#geopendIn = geopendIn(behoeften.database);
  }

  /** Is told, within the step that writes it, what somebody could know of and no longer reads. */
  bijNietMeerLezen: (persoonId: string, compartimentIds: readonly string[]) => void = () => {};

  /** Who had opened a compartment, and what was given or kept from whom in it, goes with it. */
  wis({ id }: BewaardCompartiment): void {
    for (const tabel of [openingen, toegangsrechten, uitsluitingen, noodtoegangen, bevestigingen]) {
      this.#database.db.delete(tabel).where(eq(tabel.compartimentId, id)).run();
    }
  }

  /** Holds no content, and so nothing that is encrypted. */
  wisselTijdperk(): void {}

  /**
   * From now on this is asked as well what follows by itself when something changed in a casus, by a person or by the
   * clock (`door` null): in that step, before its levels are compared.
   */
  voegGevolgToe(gevolg: (casusId: string, door: Door | null) => void): void {
    this.#gevolgen.push(gevolg);
  }

  /** Connects who knows which kaarten name whom. */
  verbindGenoemden(genoemden: Genoemden): void {
    this.#genoemden = genoemden;
  }

  /** How somebody looks at a casus now, or null: there is no such casus, or they don't take part (NK1). Once a step. */
  kijk(casusId: string, wie: Wie): Kijk | null {
    if (this.#buiten.get(casusId)?.has(wie.persoonId)) return null;
    return this.#stappen.lees((stap) => {
      const beeld = this.#casussen.beeld(casusId);
      if (beeld === null) return null;
      const kijken = stap.deel(KIJKEN).get(beeld) ?? new Map<string, Kijk>();
      stap.deel(KIJKEN).set(beeld, kijken);
      const eerder = kijken.get(wie.sessieId);
      if (eerder !== undefined) return eerder;
      const ik = beeld.deelnemers.find(
        (deelnemer) => deelnemer.persoonId === wie.persoonId && stap.moment.geldt(deelnemer),
      );
      if (ik === undefined) return null;
      const kijk = new Kijk({
        beeld,
        beslisser: this.#beslisser(stap, beeld),
        ik,
        wie,
        geopend: this.#geopend(beeld, ik, wie),
        genoemden: this.#genoemden,
      });
      kijken.set(wie.sessieId, kijk);
      return kijk;
    });
  }

  /**
   * What decisions about a casus rest on, for who may have a place in it and no seat (OV11); what they may see, the
   * deciding function says. Null: there is no such casus, or they are kept out of it.
   */
  opPlaats(casusId: string, wie: Wie): { readonly beeld: Casusbeeld; readonly beslisser: Beslisser } | null {
    if (this.#buiten.get(casusId)?.has(wie.persoonId)) return null;
    return this.#stappen.lees((stap) => {
      const beeld = this.#casussen.beeld(casusId);
      return beeld === null ? null : { beeld, beslisser: this.#beslisser(stap, beeld) };
    });
  }

  /**
   * How somebody looks at a casus from their place at a table of it, and no seat (OV4): what that place was let into, and
   * nothing else. Null: they have none now. Once a step.
   */
  kijkOpPlaats(casusId: string, wie: Wie): Kijk | null {
    const hier = this.opPlaats(casusId, wie);
    if (hier === null) return null;
    return this.#stappen.lees((stap) => {
      const { beeld, beslisser } = hier;
      const eerder = stap.deel(PLAATSKIJKEN).get(beeld)?.get(wie.sessieId);
      if (eerder !== undefined) return eerder;
      const plaatsen = beeld.tafel.filter(
        ({ deelnemerId, persoonId, ...plaats }) =>
          deelnemerId === null && persoonId === wie.persoonId && stap.moment.geldt(plaats),
      );
      const zicht = beeld.compartimenten.flatMap((compartiment): Zichtregel[] => {
        const niveau = plaatsen
          .map((plaats) => beslisser.niveauOpPlaats(plaats, compartiment))
          .reduce(hoogste, 'verborgen');
        return isMinstens(niveau, 'lezen') && niveau !== 'verborgen'
          ? [{ compartiment, niveau, noodkaart: false, enAnderen: false }]
          : [];
      });
      const ik = plaatsen.at(-1);
      if (ik === undefined || zicht.length === 0) return null;
      const kijk = new Kijk({
        beeld,
        beslisser,
        ik: alsZetel(ik, beeld),
        wie,
        geopend: this.#geopend(beeld, { van: Math.min(...plaatsen.map(({ van }) => van)) }, wie),
        genoemden: () => new Set(),
        zicht,
      });
      const kijken = stap.deel(PLAATSKIJKEN).get(beeld) ?? new Map<string, Kijk>();
      stap.deel(PLAATSKIJKEN).set(beeld, kijken.set(wie.sessieId, kijk));
      return kijk;
    });
  }

  #beslisser(stap: Stap, beeld: Casusbeeld): Beslisser {
    const beslissers = stap.deel(BESLISSERS);
    const beslisser = beslissers.get(beeld) ?? new Beslisser(beeld, this.regels, stap.moment);
    beslissers.set(beeld, beslisser);
    return beslisser;
  }

  /** The same, for a route. @throws Weigering 404 (NK5) */
  eisKijk(casusId: string, wie: Wie): Kijk {
    const kijk = this.kijk(casusId, wie);
    if (kijk === null) throw nietGevonden();
    return kijk;
  }

  /** For what only the regisseur does. @throws Weigering 404 or 403 */
  eisRegisseur(casusId: string, wie: Wie): Kijk {
    return this.eisRegie(this.eisKijk(casusId, wie));
  }

  /** The same, of a look that is at hand. @throws Weigering 403 */
  eisRegie(kijk: Kijk): Kijk {
    if (!kijk.ik.regisseur) {
      throw magNiet(
        'alleen_regisseur',
        `Dit doet de regisseur. Vraag het ${kijk.regisseur?.naam ?? 'de regisseur'}.`,
      );
    }
    return kijk;
  }

  /** Records that a session looks into compartments: a real look, logged before anything is answered (NK10). */
  legOpeningVast(kijk: Kijk, nieuw: readonly CompartimentRij[]): void {
    for (const compartiment of nieuw.filter(({ id }) => kijk.geopend.has(id)))
      this.#logboek.legBlikVast(this.#blik(kijk, compartiment));
    const dicht = nieuw.filter(({ id }) => !kijk.geopend.has(id));
    if (dicht.length === 0) return;
    this.#stappen.doe((stap) => {
      for (const compartiment of dicht) {
        this.#database.db
          .insert(openingen)
          .values({ sessieId: kijk.wie.sessieId, compartimentId: compartiment.id, op: this.#omgeving.nu() })
          .onConflictDoUpdate({
            target: [openingen.sessieId, openingen.compartimentId],
            set: { op: this.#omgeving.nu() },
          })
          .run();
        this.#logboek.schrijf(this.#blik(kijk, compartiment));
      }
      kijk.opende(dicht);
      stap.meld(this.opOpening, { casusId: kijk.beeld.id, sessieId: kijk.wie.sessieId });
    });
  }

  #blik(kijk: Kijk, compartiment: CompartimentRij) {
    const [casusId, regel] = [kijk.beeld.id, kijk.regelVoor(compartiment)];
    return { handeling: 'geopend', door: kijk, casusId, compartiment, regel } as const;
  }

  /**
   * Opens, and logs, what opens by itself and this session hasn't opened yet.
   * @param daarbij is done in the same step, when there was any
   * @returns whether there was any
   */
  openVanzelf(kijk: Kijk, daarbij: () => void = () => {}): boolean {
    const vanzelf = (): CompartimentRij[] =>
      kijk
        .leesbaar()
        .filter((compartiment) => kijk.opentVanzelf(compartiment) && !kijk.geopend.has(compartiment.id));
    const nieuw = vanzelf();
    if (nieuw.length === 0) return false;
    this.#stappen.doe(() => {
      // Then what is there only for who has these open: a concept over one of their texts.
      for (let open = nieuw; open.length > 0; open = vanzelf()) this.legOpeningVast(kijk, open);
      daarbij();
    });
    return true;
  }

  /** Whether this person opened anything of the casus since they took this seat, in any session. */
  heeftOoitGeopend(kijk: Kijk): boolean {
    return (
      this.#database.db
        .select({ op: openingen.op })
        .from(openingen)
        .innerJoin(sessies, eq(sessies.id, openingen.sessieId))
        .innerJoin(compartimenten, eq(compartimenten.id, openingen.compartimentId))
        .where(
          and(
            eq(sessies.persoonId, kijk.wie.persoonId),
            eq(compartimenten.casusId, kijk.beeld.id),
            gte(openingen.op, kijk.ik.van),
          ),
        )
        .get() !== undefined
    );
  }

  /**
   * Carries out what changes who may see what, for a command or a part of one. At the end of the step, once: the levels
   * that changed are logged, and openings that no longer hold forgotten. When the step's caller goes on, the change
   * holds everywhere (NK7).
   *
   * SY5, ST3: when the disk fails, the command fails, and yet whoever would have lost something is out of the casus
   * until it succeeds, or until the process starts again: better too few eyes for a while than one too many. So is whose
   * seat it is about when anything else fails that is no refusal. Not who did it themselves.
   * @param betreft whose seat it is about: all that is known when the disk fails before the levels were compared
   */
  wijzigZicht<T>(casusId: string, door: Door, werk: () => Synchroon<T>, betreft?: string): Synchroon<T> {
    let isBegonnen = false;
    try {
      return this.#stappen.doe((stap) => {
        isBegonnen = true;
        const wijziging = this.#begin(stap, casusId, door);
        if (betreft !== undefined) wijziging.betreft.add(betreft);
        return werk();
      });
    } catch (fout) {
      // Not even begun, as with a file that is locked.
      const isAnder = betreft !== undefined && betreft !== door.wie.persoonId;
      if (!isBegonnen && isAnder && !(fout instanceof Weigering))
        this.#stappen.lees(() => this.#houdBuiten(casusId, [betreft]));
      throw fout;
    }
  }

  /**
   * What begins or ends in a casus by the clock at the moment of this step: by the same way as what a person does.
   * @param gedaan what is written in the same step: how far the clock has come
   */
  opRand(casusId: string, moment: number, gedaan: () => void): void {
    // Told also when it can't be put on record now: it is over, and is tried again.
    const verliezers = this.#teVertellen.get(casusId) ?? new Set();
    this.#teVertellen.set(casusId, verliezers);
    this.#stappen.opMoment(moment, (stap) => {
      const wijziging = this.#begin(stap, casusId, null);
      gedaan();
      stap.naAfloop(() => {
        for (const persoonId of wijziging.verliezers ?? []) verliezers.add(persoonId);
      });
    });
  }

  /**
   * What follows by the clock alone in the step that is running, and changes who may see what: told by `vertelRanden`,
   * which comes before anything else is done.
   */
  wijzigVanzelf(casusId: string, werk: () => void): void {
    const verliezers = this.#teVertellen.get(casusId) ?? new Set();
    this.#teVertellen.set(casusId, verliezers);
    this.#stappen.doe((stap) => {
      const wijziging = this.#begin(stap, casusId, null);
      werk();
      this.#stappen.houdKlokBij();
      stap.naAfloop(() => {
        for (const persoonId of wijziging.verliezers ?? []) verliezers.add(persoonId);
      });
    });
  }

  /**
   * Tells what began and ended by the clock, when all of it up to now has been done: as it is now, not as it was then.
   * Runs before every step, so one casus in which it fails keeps no other from it, and nobody's step (ST4).
   */
  vertelRanden(): void {
    for (const [casusId, verliezers] of [...this.#teVertellen]) {
      this.#teVertellen.delete(casusId);
      try {
        this.#stappen.lees(() => {
          for (const persoonId of verliezers) vertel(this.opVerlies, { casusId, persoonId });
          vertel(this.opZicht, { casusId, wanneer: 'straks' });
        });
      } catch (fout) {
        this.#bijFout(fout);
        this.#nogmaals.set(casusId, verliezers);
      }
    }
  }

  /** Tells again what could not be told. Called now and then. */
  probeerOpnieuw(): void {
    for (const [casusId, verliezers] of this.#nogmaals) {
      this.#teVertellen.set(casusId, new Set([...verliezers, ...(this.#teVertellen.get(casusId) ?? [])]));
    }
    this.#nogmaals.clear();
    this.vertelRanden();
  }

  #begin(stap: Stap, casusId: string, door: Door | null): Zichtwijziging {
    const onderdelen = new Map<string, Onderdeel>();
    const wijzigingen = stap.deel(ZICHTWIJZIGINGEN);
    const eerder = wijzigingen.get(casusId);
    if (eerder !== undefined) return eerder;
    const wijziging: Zichtwijziging = {
      door,
      // What the clock changed was otherwise a moment ago; what a person changes, just now.
      was: this.#niveausOp(casusId, door === null ? new Moment(stap.moment.nu - 1) : stap.moment, onderdelen),
      onderdelen,
      betreft: new Set(),
      verliezers: null,
    };
    wijzigingen.set(casusId, wijziging);
    stap.voorEinde(() => this.#sluitAf(stap, casusId, wijziging));
    stap.bijMislukken((fout) => {
      if (fout instanceof Weigering) return;
      // What is no fault of the disk was taken back whole: then only whose seat it is about (ST3, ST4). Who would have
      // lost by what they did themselves, such as throwing a concept away, can do it again.
      const bekend = isOpslagfout(fout) ? wijziging.verliezers : null;
      const verliezers = (bekend ?? [...wijziging.betreft]).filter(
        (persoonId) => persoonId !== door?.wie.persoonId,
      );
      this.#houdBuiten(casusId, verliezers);
    });
    return wijziging;
  }

  #sluitAf(stap: Stap, casusId: string, wijziging: Zichtwijziging): void {
    // What changes after this, in the same request too, is another change: compared, put on record and told anew.
    for (const gevolg of this.#gevolgen) gevolg(casusId, wijziging.door);
    stap.deel(ZICHTWIJZIGINGEN).delete(casusId);
    const wordt = this.#niveausOp(casusId, stap.moment, wijziging.onderdelen);
    const anders = vergelijk(wijziging.was, wordt);
    wijziging.verliezers = anders.filter(({ verloor }) => verloor).map(({ persoonId }) => persoonId);
    this.#verwerkNiveaus(casusId, wijziging, anders);
    if (wijziging.door === null) return;
    this.#stappen.houdKlokBij();
    for (const persoonId of wijziging.verliezers) stap.meld(this.opVerlies, { casusId, persoonId });
    stap.meld(this.opZicht, { casusId });
    stap.naAfloop(() => {
      for (const persoonId of [...(wijziging.verliezers ?? []), ...wijziging.betreft]) {
        this.#buiten.get(casusId)?.delete(persoonId);
      }
    });
  }

  /** Every level of everyone in a casus at a moment, also of seats that end at this step's. */
  #niveausOp(casusId: string, moment: Moment, onderdelen: Map<string, Onderdeel>): Map<string, Niveau> {
    const { nu } = this.#stappen.huidig.moment;
    const beeld = this.#casussen.beeldOp(casusId, moment, Math.min(moment.nu, nu));
    for (const { id, categorie, lidId, organisatieId } of beeld?.compartimenten ?? [])
      onderdelen.set(id, { id, categorie, lidId, organisatieId });
    return beeld === null ? new Map() : niveausVan(new Beslisser(beeld, this.regels, moment));
  }

  /** The step was not written: told all the same, for this holds in memory. */
  #houdBuiten(casusId: string, persoonIds: readonly string[]): void {
    const buiten = this.#buiten.get(casusId) ?? new Set();
    this.#buiten.set(casusId, buiten);
    for (const persoonId of persoonIds) buiten.add(persoonId);
    for (const persoonId of persoonIds) vertel(this.opVerlies, { casusId, persoonId });
    vertel(this.opZicht, { casusId });
  }

  /** Logs every level that differs (NK10), and forgets openings that no longer hold. */
  #verwerkNiveaus(
    casusId: string,
    { door, onderdelen }: Zichtwijziging,
    perPersoon: readonly Niveauwijzigingen[],
  ): void {
    for (const { persoonId, wijzigingen } of perPersoon) {
      for (const { compartimentId, van, naar } of wijzigingen) {
        const compartiment = onderdelen.get(compartimentId);
        if (compartiment === undefined) throw new Error('a level of a compartment that nobody saw');
        this.#logboek.schrijf({
          handeling: 'niveau_gewijzigd',
          door,
          casusId,
          compartiment,
          regel: door === null ? 'klok' : 'opdracht',
          over: { persoonId },
          bijzonderheden: { van, naar },
        });
      }
      const nietMeer = wijzigingen
        .filter(({ naar }) => !isMinstens(naar, 'lezen'))
        .map(({ compartimentId }) => compartimentId);
      if (nietMeer.length === 0) continue;
      this.#vergeetOpeningen(persoonId, nietMeer);
      this.bijNietMeerLezen(persoonId, nietMeer);
    }
  }

  /** Who gets a right back looks anew, and that is logged anew. */
  #vergeetOpeningen(persoonId: string, compartimentIds: readonly string[]): void {
    const eigen = this.#database.db
      .select({ id: sessies.id })
      .from(sessies)
      .where(eq(sessies.persoonId, persoonId));
    this.#database.db
      .delete(openingen)
      .where(and(inArray(openingen.sessieId, eigen), inArray(openingen.compartimentId, [...compartimentIds])))
      .run();
  }

  #geopend(beeld: Casusbeeld, ik: Pick<Deelneming, 'van'>, wie: Wie): Set<string> {
    const rijen = this.#geopendIn.all({ sessieId: wie.sessieId, casusId: beeld.id });
    // An opening from an earlier seat doesn't count for this one.
    return new Set(rijen.filter(({ op }) => op >= ik.van).map(({ id }) => id));
  }
}

/** What a session opened in a casus; made once, for it is asked of everyone who looks. */
function geopendIn({ db }: GeopendeDatabase) {
  return db
    .select({ id: openingen.compartimentId, op: openingen.op })
    .from(openingen)
    .innerJoin(compartimenten, eq(compartimenten.id, openingen.compartimentId))
    .where(
      and(
        eq(openingen.sessieId, sql.placeholder('sessieId')),
        eq(compartimenten.casusId, sql.placeholder('casusId')),
      ),
    )
    .prepare();
}

/**
 * Tells outside of what was written: what holds in memory alone, or was on disk before. Whoever can be told is.
 * @throws what the first threw who couldn't
 */
function vertel<T>(gebeurtenis: Gebeurtenis<T>, wat: T): void {
  const fouten: unknown[] = [];
  for (const luisteraar of gebeurtenis.luisteraars) {
    try {
      luisteraar(wat);
    } catch (fout) {
      fouten.push(fout);
    }
  }
  if (fouten.length > 0) throw fouten[0];
}

/** A casus in which levels may change in this step. */
interface Zichtwijziging {
  /** Null: the clock. */
  readonly door: Door | null;
  readonly was: ReadonlyMap<string, Niveau>;
  /** Compartments that there were or are, by id: the record names them, also those that went. */
  readonly onderdelen: Map<string, Onderdeel>;
  readonly betreft: Set<string>;
  /** Who lost something; null while that isn't known. */
  verliezers: readonly string[] | null;
}

const ZICHTWIJZIGINGEN: Stapdeel<Map<string, Zichtwijziging>> = { maak: () => new Map() };
/** How each session looks at a casus, by what it was read from: once a step, for as long as that is so. */
const KIJKEN: Stapdeel<WeakMap<Casusbeeld, Map<string, Kijk>>> = { maak: () => new WeakMap() };
/** What decides about a casus: one a step for everyone who looks, by what it was read from. */
const BESLISSERS: Stapdeel<WeakMap<Casusbeeld, Beslisser>> = { maak: () => new WeakMap() };
/** The same of who has a place and no seat. */
const PLAATSKIJKEN: Stapdeel<WeakMap<Casusbeeld, Map<string, Kijk>>> = { maak: () => new WeakMap() };

/**
 * Who has a place at a table, where a look asks for a seat. Nothing is decided by it: of no organisation, so that nobody is
 * known for being a colleague, and of the household all role labels, for what is said at the table is about all of it.
 */
function alsZetel(plaats: Tafelplaats, { deelnemers }: Casusbeeld): Deelneming {
  return {
    id: plaats.id,
    persoonId: plaats.persoonId,
    organisatieId: plaats.id,
    organisatie: plaats.organisatie,
    buitenGemeente: false,
    zetel: plaats.als,
    lidIds: null,
    alsLidId: null,
    regisseur: false,
    houdtRegie: false,
    bekend: false,
    bekendSinds: null,
    van: plaats.van,
    tot: plaats.tot,
    naam: plaats.naam,
    functie: plaats.functie,
    telefoon: plaats.telefoon,
    waarvoor: 'overleg',
    grondslag: deelnemers.find(({ regisseur }) => regisseur)?.grondslag ?? '',
  };
}

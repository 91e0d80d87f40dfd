import { eq } from 'drizzle-orm';
import type { NoodtoegangFeit, RechtFeit, UitsluitingFeit } from '../../shared/need-to-know/feiten.ts';
import type { Periode } from '../../shared/need-to-know/moment.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import {
  adviesopeningen,
  compartimenten,
  deelnemers,
  noodtoegangen,
  toegangsrechten,
  uitsluitingen,
  waarnemingen,
} from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import type { AdviesopeningRij } from './adviesfeiten.ts';
import type { Bewaarder } from './bewaarders.ts';
import { isId } from '../kern/opgeslagen.ts';
import { isPeriode } from './leesbaar.ts';

/** What is given to, or kept from, one seat in one compartment of a casus; moments in ms since 1970. */
type In<Feit> = Feit & { readonly casusId: string };

/** A right at the level at which rights are given, with what for, on which ground, by which seat, and why (NK28). */
export type NieuwRecht = In<RechtFeit> & {
  readonly niveau: 'lezen' | 'schrijven';
  readonly waarvoor: string;
  readonly grondslag: string;
  readonly doorId: string;
  readonly reden: string;
};

/** Acute danger always ends: after an hour at the latest, as the command says (NK25). */
export type NieuweNoodtoegang = In<NoodtoegangFeit> & { readonly tot: number };

/** Somebody who stands in for who holds the regie, from until. */
export interface NieuweWaarneming {
  readonly casusId: string;
  readonly deelnemerId: string;
  readonly van: number;
  readonly tot: number;
}

/** The same as it is stored. */
export interface Waarneming extends NieuweWaarneming {
  readonly id: string;
}

/**
 * What decisions rest on beside seats and matrix (NK3): rights, exclusions, acute danger, and who stands in. Who may
 * give or end them, for how long and why, is decided above; these methods do it, within the step of their caller, who
 * goes through `Toegang.wijzigZicht`: what changes by it is on record and holds before the answer (NK7, NK10).
 */
export class Toegangsfeiten {
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #onleesbaar: Onleesbaren;
  readonly #bijVerandering: () => void;

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    onleesbaar: Onleesbaren;
    bijVerandering: () => void;
  }) {
    this.#database = behoeften.database;
    this.#omgeving = behoeften.omgeving;
    this.#onleesbaar = behoeften.onleesbaar;
    this.#bijVerandering = behoeften.bijVerandering;
  }

  /** Gives a seat a right on a compartment (NK28). @returns its id */
  geefRecht({ reden, ...recht }: NieuwRecht): string {
    const { tijdperk } = this.#eisZelfdeCasus(recht);
    const { db, kluis } = this.#database;
    return this.#zetNeer((id) => {
      const plaats = plaatsVanReden({ id: recht.compartimentId, tijdperk }, id);
      return db
        .insert(toegangsrechten)
        .values({ ...recht, id, reden: kluis.versleutelJson(plaats, reden) })
        .run();
    });
  }

  /** Why a right was given; null where nothing was written down, or it can't be read (ST1). */
  redenVan(id: string): string | null {
    const rij = this.#database.db
      .select({ recht: toegangsrechten, tijdperk: compartimenten.tijdperk })
      .from(toegangsrechten)
      .innerJoin(compartimenten, eq(compartimenten.id, toegangsrechten.compartimentId))
      .where(eq(toegangsrechten.id, id))
      .get();
    const reden = rij?.recht.reden ?? null;
    if (rij === undefined || reden === null) return null;
    const plaats = plaatsVanReden({ id: rij.recht.compartimentId, tijdperk: rij.tijdperk }, id);
    return this.#onleesbaar.probeer('toegangsrechten', id, () =>
      this.#database.kluis.ontsleutelJson(plaats, reden, String),
    );
  }

  /**
   * Opens a part at a question for advice, by a request that its keeper granted (OV11); one that was closed there opens
   * again. @returns its id
   */
  openVoorAdvies(opening: Omit<AdviesopeningRij, 'id'>): string {
    const { db } = this.#database;
    return this.#zetNeer((id) => {
      const { van, tot, verzoekId } = opening;
      db.insert(adviesopeningen)
        .values({ ...opening, id })
        .onConflictDoUpdate({
          target: [adviesopeningen.adviesvraagId, adviesopeningen.compartimentId],
          set: { id, van, tot, verzoekId },
        })
        .run();
    });
  }

  /** Closes it there; who keeps it does, before the question is over. */
  sluitVoorAdvies(id: string): void {
    this.#beeindig(adviesopeningen, id);
  }

  /** Ends every right of a seat, for good (NK28). */
  beeindigRechtenVan(deelnemerId: string): void {
    const rijen = this.#database.db
      .select({ id: toegangsrechten.id })
      .from(toegangsrechten)
      .where(eq(toegangsrechten.deelnemerId, deelnemerId))
      .all();
    for (const { id } of rijen) this.beeindigRecht(id);
  }

  /** Ends a right; one that still had to begin never does. */
  beeindigRecht(id: string): void {
    this.#beeindig(toegangsrechten, id);
  }

  /** Excludes a seat from a compartment (NK8, NK29). @returns its id */
  sluitUit(uitsluiting: In<UitsluitingFeit>): string {
    this.#eisZelfdeCasus(uitsluiting);
    return this.#zetNeer((id) =>
      this.#database.db
        .insert(uitsluitingen)
        .values({ ...uitsluiting, id })
        .run(),
    );
  }

  /** Ends an exclusion; one that still had to begin never does. */
  beeindigUitsluiting(id: string): void {
    this.#beeindig(uitsluitingen, id);
  }

  /** Records that somebody declared acute danger (NK25). @returns its id */
  verklaarAcuutGevaar(noodtoegang: NieuweNoodtoegang): string {
    this.#eisZelfdeCasus(noodtoegang);
    return this.#zetNeer((id) =>
      this.#database.db
        .insert(noodtoegangen)
        .values({ ...noodtoegang, id })
        .run(),
    );
  }

  /**
   * Lets somebody stand in for who holds the regie (NK30). @returns its id
   * @throws SqliteError when it isn't a seat of this casus, or somebody stands in at that time already
   */
  laatWaarnemen(waarneming: NieuweWaarneming): string {
    return this.#zetNeer((id) =>
      this.#database.db
        .insert(waarnemingen)
        .values({ ...waarneming, id })
        .run(),
    );
  }

  /** Who stands in in a casus now or will, the first first; what can't be read isn't among them (ST1). */
  waarnemingenVan(casusId: string): Waarneming[] {
    const nu = this.#omgeving.nu();
    return this.#database.db
      .select()
      .from(waarnemingen)
      .where(eq(waarnemingen.casusId, casusId))
      .orderBy(waarnemingen.van)
      .all()
      .filter((rij) => isPeriode(rij) && isId(rij.deelnemerId) && rij.tot > nu);
  }

  /** Ends a waarneming; one that still had to begin never does. */
  beeindigWaarneming(id: string): void {
    this.#beeindig(waarnemingen, id);
  }

  #zetNeer(zet: (id: string) => unknown): string {
    const id = this.#omgeving.id();
    zet(id);
    this.#bijVerandering();
    return id;
  }

  #beeindig(
    tabel: typeof toegangsrechten | typeof uitsluitingen | typeof waarnemingen | typeof adviesopeningen,
    id: string,
  ): void {
    const { db } = this.#database;
    const nu = this.#omgeving.nu();
    const rij: Periode | undefined = db
      .select({ van: tabel.van, tot: tabel.tot })
      .from(tabel)
      .where(eq(tabel.id, id))
      .get();
    // What is over stays over at its moment: that is on record (NK10).
    if (rij === undefined || (rij.tot !== null && rij.tot <= nu)) return;
    // What never held leaves nothing: an empty period would still be in the way of another (NK30).
    if (rij.van >= nu) db.delete(tabel).where(eq(tabel.id, id)).run();
    else db.update(tabel).set({ tot: nu }).where(eq(tabel.id, id)).run();
    this.#bijVerandering();
  }

  /** The database holds that both are there; that they are of one casus, nothing but this. */
  #eisZelfdeCasus(feit: { casusId: string; deelnemerId: string; compartimentId: string }): {
    tijdperk: string;
  } {
    const { db } = this.#database;
    const zetel = db
      .select({ casusId: deelnemers.casusId })
      .from(deelnemers)
      .where(eq(deelnemers.id, feit.deelnemerId))
      .get();
    const deel = db
      .select({ casusId: compartimenten.casusId, tijdperk: compartimenten.tijdperk })
      .from(compartimenten)
      .where(eq(compartimenten.id, feit.compartimentId))
      .get();
    if (zetel?.casusId !== feit.casusId || deel?.casusId !== feit.casusId)
      throw new Error('a seat or a compartment of another casus');
    return deel;
  }
}

/** Why rights were given: encrypted with the compartment that they are on, and gone with it (NK15). */
export function rechtredenen({ db, kluis }: GeopendeDatabase, onleesbaar: Onleesbaren): Bewaarder {
  return {
    // The rows are Toegang's.
    tabellen: [],
    wis: () => {},
    wisselTijdperk: (compartiment, tijdperk) => {
      const rijen = db
        .select()
        .from(toegangsrechten)
        .where(eq(toegangsrechten.compartimentId, compartiment.id))
        .all();
      for (const { id, reden: oud } of rijen) {
        if (oud === null) continue;
        const reden = onleesbaar.probeer('toegangsrechten', id, () =>
          kluis.ontsleutel(plaatsVanReden(compartiment, id), oud),
        );
        if (reden === null) continue;
        const nieuw = kluis.versleutel(plaatsVanReden({ ...compartiment, tijdperk }, id), reden);
        db.update(toegangsrechten).set({ reden: nieuw }).where(eq(toegangsrechten.id, id)).run();
      }
    },
  };
}

function plaatsVanReden({ id, tijdperk }: { readonly id: string; readonly tijdperk: string }, rijId: string) {
  return { compartimentId: id, tijdperk, rijId, soort: 'reden_recht' };
}

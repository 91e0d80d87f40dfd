import { eq } from 'drizzle-orm';
import type { NoodtoegangFeit, RechtFeit, UitsluitingFeit } from '../../shared/need-to-know/feiten.ts';
import type { Periode } from '../../shared/need-to-know/moment.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import {
  compartimenten,
  deelnemers,
  noodtoegangen,
  toegangsrechten,
  uitsluitingen,
  waarnemingen,
} from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';

/** What is given to, or kept from, one seat in one compartment of a casus; moments in ms since 1970. */
type In<Feit> = Feit & { readonly casusId: string };

/** A right at the level at which rights are given. */
export type NieuwRecht = In<RechtFeit> & { readonly niveau: 'lezen' | 'schrijven' };

/** Acute danger always ends: after an hour at the latest, as the command says (NK25). */
export type NieuweNoodtoegang = In<NoodtoegangFeit> & { readonly tot: number };

/** Somebody who stands in for who holds the regie, from until. */
export interface NieuweWaarneming {
  readonly casusId: string;
  readonly deelnemerId: string;
  readonly van: number;
  readonly tot: number;
}

/**
 * What decisions rest on beside seats and matrix (NK3): rights, exclusions, acute danger, and who stands in. Who may
 * give or end them, for how long and why, is decided above; these methods do it, within the step of their caller, who
 * goes through `Toegang.wijzigZicht`: what changes by it is on record and holds before the answer (NK7, NK10).
 */
export class Toegangsfeiten {
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #bijVerandering: () => void;

  constructor(database: GeopendeDatabase, omgeving: Omgeving, bijVerandering: () => void) {
    this.#database = database;
    this.#omgeving = omgeving;
    this.#bijVerandering = bijVerandering;
  }

  /** Gives a seat a right on a compartment (NK28). @returns its id */
  geefRecht(recht: NieuwRecht): string {
    this.#eisZelfdeCasus(recht);
    return this.#zetNeer((id) =>
      this.#database.db
        .insert(toegangsrechten)
        .values({ ...recht, id })
        .run(),
    );
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

  #beeindig(tabel: typeof toegangsrechten | typeof uitsluitingen | typeof waarnemingen, id: string): void {
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
  #eisZelfdeCasus(feit: { casusId: string; deelnemerId: string; compartimentId: string }): void {
    const { db } = this.#database;
    const zetel = db
      .select({ casusId: deelnemers.casusId })
      .from(deelnemers)
      .where(eq(deelnemers.id, feit.deelnemerId))
      .get();
    const deel = db
      .select({ casusId: compartimenten.casusId })
      .from(compartimenten)
      .where(eq(compartimenten.id, feit.compartimentId))
      .get();
    if (zetel?.casusId !== feit.casusId || deel?.casusId !== feit.casusId)
      throw new Error('a seat or a compartment of another casus');
  }
}

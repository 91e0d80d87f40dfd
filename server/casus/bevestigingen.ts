import { and, eq, notInArray } from 'drizzle-orm';
import type { Onderdeel } from '../../shared/logboek/handelingen.ts';
import type { DeelnemerFeit } from '../../shared/need-to-know/feiten.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { bevestigingen, compartimenten } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Compartimentenmaker } from './compartimenten.ts';

/**
 * Which seats count as those who keep what their organisation has here (NK12: a seat is no key). Who may confirm whom is
 * decided above; these methods write it, within the step of their caller.
 */
export class Bevestigingen {
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #maker: Compartimentenmaker;
  readonly #bijVerandering: () => void;

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    maker: Compartimentenmaker;
    bijVerandering: () => void;
  }) {
    this.#database = behoeften.database;
    this.#omgeving = behoeften.omgeving;
    this.#maker = behoeften.maker;
    this.#bijVerandering = behoeften.bijVerandering;
  }

  /** Confirms a seat for compartments of its own organisation; twice is once. */
  bevestig(casusId: string, deelnemerId: string, delen: readonly Pick<Onderdeel, 'id'>[]): void {
    for (const { id: compartimentId } of delen) {
      this.#database.db
        .insert(bevestigingen)
        .values({
          id: this.#omgeving.id(),
          casusId,
          deelnemerId,
          compartimentId,
          op: this.#omgeving.nu(),
        })
        .onConflictDoNothing()
        .run();
    }
    if (delen.length > 0) this.#bijVerandering();
  }

  /**
   * What came to be with a new member counts for who is confirmed for the same category already; for who isn't, neither.
   * @param delen what came to be now
   */
  bijNieuweDelen(casusId: string, zetels: readonly DeelnemerFeit[], delen: readonly Onderdeel[]): void {
    const categorieen = this.#categorieenPerZetel(casusId);
    for (const zetel of zetels) {
      const eigen = delen.filter(
        (deel) =>
          this.#maker.schrijft(zetel, deel) && categorieen.get(zetel.id)?.has(deel.categorie) === true,
      );
      this.bevestig(casusId, zetel.id, eigen);
    }
  }

  /** A seat is another one from now on: it keeps only what it kept as it was and keeps as it is. */
  bijGewijzigd(was: DeelnemerFeit, wordt: DeelnemerFeit, delen: readonly Onderdeel[]): void {
    const blijft = delen
      .filter((deel) => this.#maker.schrijft(was, deel) && this.#maker.schrijft(wordt, deel))
      .map(({ id }) => id);
    this.#database.db
      .delete(bevestigingen)
      .where(and(eq(bevestigingen.deelnemerId, wordt.id), notInArray(bevestigingen.compartimentId, blijft)))
      .run();
    this.#bijVerandering();
  }

  /** Of which categories each seat keeps something. */
  #categorieenPerZetel(casusId: string): Map<string, Set<string>> {
    const gevonden = new Map<string, Set<string>>();
    const rijen = this.#database.db
      .select({ deelnemerId: bevestigingen.deelnemerId, categorie: compartimenten.categorie })
      .from(bevestigingen)
      .innerJoin(compartimenten, eq(compartimenten.id, bevestigingen.compartimentId))
      .where(eq(bevestigingen.casusId, casusId))
      .all();
    for (const { deelnemerId, categorie } of rijen)
      gevonden.set(deelnemerId, (gevonden.get(deelnemerId) ?? new Set()).add(categorie));
    return gevonden;
  }
}

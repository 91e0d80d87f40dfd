import type { Statement } from 'better-sqlite3';
import { and, asc, eq, gt, inArray, isNull, lt, lte, max, or, type SQL, sql } from 'drizzle-orm';
import type { GeopendeDatabase } from '../database/database.ts';
import { KluisFout } from '../database/kluis.ts';
import { tekstauteurs, tekstbeelden, tekstenInOudeVorm, tekstwijzigingen } from '../database/schema.ts';

/** A compartment as the journal needs it. */
export interface Plek {
  readonly id: string;
  readonly tijdperk: string;
}

/** To whom a client id is bound, and since when (SY3). */
export interface Binding {
  readonly persoonId: string;
  readonly tijdperk: string;
  /** ms since 1970 */
  readonly op: number;
}

/** What is on disk of the texts of one compartment. */
export interface Bewaard {
  /** The collected state up to `beeldTot`, or null when there is none. */
  readonly beeld: Uint8Array | null;
  readonly beeldTot: number;
  /** What came after it, in order. */
  readonly wijzigingen: readonly Uint8Array[];
  /** The number of the last change; 0 when there is none. */
  readonly laatste: number;
  readonly auteurs: ReadonlyMap<number, Binding>;
}

/** So many changes may wait for their place in the indexes: whoever opens a text reads all of them. */
const LANGSTE_STAART = 1_000;
/** So many go in the indexes at once, while people type: a millisecond or two. */
const PER_KEER = 150;

/**
 * The changes of co-edited text on disk: put down one behind another, and looked up by index but for the last ones. Each is encrypted
 * under the key of its compartment. Callers are in a transaction wherever they write; nobody reads what isn't committed
 * but the transaction itself (SY5).
 */
export class Tekstjournaal {
  readonly #database: GeopendeDatabase;
  readonly #voegToe: Statement<[number, string, number, string, string, number, Buffer]>;
  readonly #indexeer: Statement<[number]>;
  readonly #indexeerEen: Statement<[number]>;
  readonly #buitenIndex: Statement<[number], number>;
  /** Of the last row; given by us, for a number that was used before would stand among what is in the indexes. */
  #laatsteId: number;
  /** All rows up to here are in the indexes. */
  #geindexeerdTot: number;
  /** What is being put in the indexes bit by bit, and up to where all is in them when that is done. */
  #bezig: { readonly ids: readonly number[]; readonly tot: number } | null = null;

  constructor(database: GeopendeDatabase) {
    const { sqlite } = database;
    this.#database = database;
    // The one statement of the hot path.
    this.#voegToe = sqlite.prepare(
      'insert into tekstwijzigingen (id, compartiment_id, nummer, tijdperk, persoon_id, op, wijziging) values (?, ?, ?, ?, ?, ?, ?)',
    );
    this.#indexeer = sqlite.prepare(
      'update tekstwijzigingen set geindexeerd = 1 where id > ? and geindexeerd is not 1',
    );
    this.#indexeerEen = sqlite.prepare('update tekstwijzigingen set geindexeerd = 1 where id = ?');
    this.#buitenIndex = sqlite
      .prepare<[number], number>(
        'select id from tekstwijzigingen where id > ? and geindexeerd is not 1 order by compartiment_id, id',
      )
      .pluck();
    const eerste = sqlite
      .prepare<[], { laatste: number; buiten: number | null }>(
        'select coalesce(max(id), 0) as laatste, min(iif(geindexeerd is 1, null, id)) as buiten from tekstwijzigingen',
      )
      .get();
    this.#laatsteId = eerste?.laatste ?? 0;
    this.#geindexeerdTot = (eerste?.buiten ?? this.#laatsteId + 1) - 1;
  }

  /** Whether so much isn't in the indexes that a bit of it is due. */
  get isStaartLang(): boolean {
    return this.#bezig !== null || this.#laatsteId - this.#geindexeerdTot >= LANGSTE_STAART;
  }

  /**
   * Puts a bit of it in the indexes: of one compartment after the other, so that each page of them is written once, and
   * within each in their order, so that what isn't in the index always comes after what is.
   * @returns what to do once it is on disk
   */
  indexeerDeel(): () => void {
    const bezig = this.#bezig ?? { ids: this.#buitenIndex.all(this.#geindexeerdTot), tot: this.#laatsteId };
    for (const id of bezig.ids.slice(0, PER_KEER)) this.#indexeerEen.run(id);
    const ids = bezig.ids.slice(PER_KEER);
    return () => {
      this.#bezig = ids.length > 0 ? { ids, tot: bezig.tot } : null;
      if (this.#bezig === null) this.#geindexeerdTot = Math.max(this.#geindexeerdTot, bezig.tot);
    };
  }

  /** Puts all there is in the indexes. @returns what to do once it is on disk */
  indexeer(): () => void {
    const tot = this.#laatsteId;
    this.#indexeer.run(this.#geindexeerdTot);
    return () => {
      this.#bezig = null;
      this.#geindexeerdTot = Math.max(this.#geindexeerdTot, tot);
    };
  }

  /**
   * Everything that makes up the texts of a compartment now.
   * @throws KluisFout also while they are in the old form, or with a change missing
   */
  laad(plek: Plek): Bewaard {
    const isOud = this.#database.db
      .select()
      .from(tekstenInOudeVorm)
      .where(eq(tekstenInOudeVorm.compartimentId, plek.id))
      .get();
    // It was left at the start because it couldn't be read, and it holds nothing that anything here understands.
    if (isOud !== undefined) throw new KluisFout('onleesbaar');
    const bewaard = this.laadOudeVorm(plek);
    // Numbers have no gaps: without one of its changes a text says something that nobody wrote (ST1).
    if (bewaard.laatste !== bewaard.beeldTot + bewaard.wijzigingen.length) throw new KluisFout('onleesbaar');
    return bewaard;
  }

  /** The same without asking in which form. @throws KluisFout */
  laadOudeVorm(plek: Plek): Bewaard {
    const { db, kluis } = this.#database;
    const rij = db.select().from(tekstbeelden).where(eq(tekstbeelden.compartimentId, plek.id)).get();
    const beeldTot = rij?.totNummer ?? 0;
    const rijen = this.#delen([plek.id]).flatMap((deel) =>
      db
        .select()
        .from(tekstwijzigingen)
        .where(and(deel, gt(tekstwijzigingen.nummer, beeldTot)))
        .orderBy(tekstwijzigingen.nummer)
        .all(),
    );
    return {
      beeld:
        rij === undefined
          ? null
          : kluis.ontsleutel(
              plaatsVan({ ...plek, tijdperk: rij.tijdperk }, 'tekstbeeld', beeldTot),
              rij.beeld,
            ),
      beeldTot,
      wijzigingen: rijen.map((een) =>
        kluis.ontsleutel(
          plaatsVan({ ...plek, tijdperk: een.tijdperk }, 'tekstwijziging', een.nummer),
          een.wijziging,
        ),
      ),
      laatste: rijen.at(-1)?.nummer ?? beeldTot,
      auteurs: new Map(
        db
          .select()
          .from(tekstauteurs)
          .where(eq(tekstauteurs.compartimentId, plek.id))
          .all()
          .map(({ clientId, persoonId, tijdperk, op }) => [clientId, { persoonId, tijdperk, op }]),
      ),
    };
  }

  /** The number of the last change in the texts of some compartments; those without any are left out. */
  laatsteVan(compartimentIds: readonly string[]): Map<string, number> {
    const { db } = this.#database;
    const beelden = db
      .select({ id: tekstbeelden.compartimentId, nummer: tekstbeelden.totNummer })
      .from(tekstbeelden)
      .where(inArray(tekstbeelden.compartimentId, [...compartimentIds]))
      .all();
    const wijzigingen = this.#delen(compartimentIds).flatMap((deel) =>
      db
        .select({ id: tekstwijzigingen.compartimentId, nummer: max(tekstwijzigingen.nummer) })
        .from(tekstwijzigingen)
        .where(deel)
        .groupBy(tekstwijzigingen.compartimentId)
        .all(),
    );
    const laatste = new Map<string, number>();
    for (const { id, nummer } of [...beelden, ...wijzigingen])
      laatste.set(id, Math.max(laatste.get(id) ?? 0, Number(nummer)));
    return laatste;
  }

  /**
   * When something was last written in the texts of some compartments, ms since 1970: where history was cut, when that
   * was found. Those in which nothing was written are left out.
   */
  laatstOp(compartimentIds: readonly string[]): Map<string, number> {
    const { db } = this.#database;
    const ids = [...compartimentIds];
    const beelden = db
      .select({ id: tekstbeelden.compartimentId, op: tekstbeelden.op })
      .from(tekstbeelden)
      .where(inArray(tekstbeelden.compartimentId, ids))
      .all();
    const wijzigingen = this.#delen(ids).flatMap((deel) =>
      db
        .select({ id: tekstwijzigingen.compartimentId, op: max(tekstwijzigingen.op) })
        .from(tekstwijzigingen)
        .where(deel)
        .groupBy(tekstwijzigingen.compartimentId)
        .all(),
    );
    return new Map([...beelden, ...wijzigingen].map(({ id, op }) => [id, Number(op)]));
  }

  /** Adds a change as the next one. @param nummer one more than the last */
  voegToe(plek: Plek, nummer: number, persoonId: string, op: number, wijziging: Uint8Array): void {
    const versleuteld = this.#database.kluis.versleutel(plaatsVan(plek, 'tekstwijziging', nummer), wijziging);
    this.#laatsteId += 1;
    this.#voegToe.run(this.#laatsteId, plek.id, nummer, plek.tijdperk, persoonId, op, versleuteld);
  }

  /** Binds a client id to a person in a compartment, for good (SY3). */
  bind(plek: Plek, clientId: number, persoonId: string, op: number): void {
    this.#database.db
      .insert(tekstauteurs)
      .values({ compartimentId: plek.id, clientId, persoonId, tijdperk: plek.tijdperk, op })
      .run();
  }

  /** Keeps the collected state as the new beginning: what stands in it needs no earlier row to be read. */
  legBeeldVast(plek: Plek, totNummer: number, op: number, beeld: Uint8Array): void {
    const rij = {
      compartimentId: plek.id,
      tijdperk: plek.tijdperk,
      totNummer,
      op,
      beeld: this.#database.kluis.versleutel(plaatsVan(plek, 'tekstbeeld', totNummer), beeld),
    };
    this.#database.db
      .insert(tekstbeelden)
      .values(rij)
      .onConflictDoUpdate({ target: tekstbeelden.compartimentId, set: rij })
      .run();
  }

  /** Cuts history: what is older than `voor` (ms since 1970) and stands in a tekstbeeld (NK14). @returns how many rows */
  snij(voor: number): number {
    return this.#database.db
      .delete(tekstwijzigingen)
      .where(
        and(
          IN_INDEX,
          lt(tekstwijzigingen.op, voor),
          lte(
            tekstwijzigingen.nummer,
            sql`(select ${tekstbeelden.totNummer} from ${tekstbeelden} where ${tekstbeelden.compartimentId} = ${tekstwijzigingen.compartimentId})`,
          ),
        ),
      )
      .run().changes;
  }

  /** Compartments with changes older than `voor` that no tekstbeeld holds yet, so that they can't be cut. */
  nogTeVangen(voor: number): string[] {
    // Told apart here: asked for `distinct`, SQLite reads all there is in the order of the other index.
    const ids = this.#database.db
      .select({ id: tekstwijzigingen.compartimentId })
      .from(tekstwijzigingen)
      .leftJoin(tekstbeelden, eq(tekstbeelden.compartimentId, tekstwijzigingen.compartimentId))
      .where(
        and(
          IN_INDEX,
          lt(tekstwijzigingen.op, voor),
          or(isNull(tekstbeelden.totNummer), gt(tekstwijzigingen.nummer, tekstbeelden.totNummer)),
        ),
      )
      .all()
      .map(({ id }) => id);
    return [...new Set(ids)];
  }

  /**
   * Writes so many bytes and takes them away again: whether there is room for a change, which a full disk may still
   * have for a number. @throws what SQLite throws
   */
  probeer(bytes: number): void {
    this.#database.sqlite.exec(
      `create table proef (inhoud blob); insert into proef values (zeroblob(${bytes})); drop table proef;`,
    );
  }

  /** Compartments whose texts still stand in the old form, in a fixed order. */
  inOudeVorm(): string[] {
    return this.#database.db
      .select({ id: tekstenInOudeVorm.compartimentId })
      .from(tekstenInOudeVorm)
      .orderBy(asc(tekstenInOudeVorm.compartimentId))
      .all()
      .map(({ id }) => id);
  }

  /** Who made the oldest change that is still there; null when all of it was cut. */
  eersteSchrijver(compartimentId: string): string | null {
    for (const deel of this.#delen([compartimentId])) {
      const eerste = this.#database.db
        .select({ persoonId: tekstwijzigingen.persoonId })
        .from(tekstwijzigingen)
        .where(deel)
        .orderBy(asc(tekstwijzigingen.nummer))
        .limit(1)
        .get();
      if (eerste !== undefined) return eerste.persoonId;
    }
    return null;
  }

  /**
   * Puts a document in the place of all that stands of a compartment: its changes and its state, and so everything
   * that was deleted since. Who is bound to which id stays: ids of before are never accepted again (SY13).
   * @param plek with its new tijdperk
   */
  vervang(plek: Plek, totNummer: number, op: number, beeld: Uint8Array): void {
    const { db } = this.#database;
    this.#gooiWeg(plek.id);
    db.delete(tekstenInOudeVorm).where(eq(tekstenInOudeVorm.compartimentId, plek.id)).run();
    this.legBeeldVast(plek, totNummer, op, beeld);
  }

  /** Takes everything of a compartment off the disk: its texts, their history and their authors. */
  wis(compartimentId: string): void {
    const { db } = this.#database;
    this.#gooiWeg(compartimentId);
    db.delete(tekstbeelden).where(eq(tekstbeelden.compartimentId, compartimentId)).run();
    db.delete(tekstauteurs).where(eq(tekstauteurs.compartimentId, compartimentId)).run();
  }

  #gooiWeg(compartimentId: string): void {
    for (const deel of this.#delen([compartimentId]))
      this.#database.db.delete(tekstwijzigingen).where(deel).run();
  }

  /** Which changes are those of some compartments: those in the index, and then those behind it, which came later. */
  #delen(compartimentIds: readonly string[]): (SQL | undefined)[] {
    const van = inArray(tekstwijzigingen.compartimentId, [...compartimentIds]);
    return [and(IN_INDEX, van), and(gt(tekstwijzigingen.id, this.#geindexeerdTot), BUITEN_INDEX, van)];
  }
}

// As they stand in the schema, or SQLite doesn't see that the index holds them.
const IN_INDEX = sql`${tekstwijzigingen.geindexeerd} = 1`;
const BUITEN_INDEX = sql`${tekstwijzigingen.geindexeerd} is not 1`;

function plaatsVan(plek: Plek, soort: 'tekstbeeld' | 'tekstwijziging', nummer: number) {
  return { compartimentId: plek.id, tijdperk: plek.tijdperk, rijId: String(nummer), soort };
}

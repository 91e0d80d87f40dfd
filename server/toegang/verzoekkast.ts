import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm';
import type { BewaardCompartiment, Bewaarder, Casussen } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { deelnemers, toegangsbesluiten, toegangsverzoeken } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import { isId, isOpgeslagenMoment } from '../kern/opgeslagen.ts';
import type { Stapdeel, Stappen } from '../kern/stap.ts';

export type VerzoekRij = typeof toegangsverzoeken.$inferSelect;
export type BesluitRij = typeof toegangsbesluiten.$inferSelect;

/** The requests of a casus in order, and what was decided on them. */
interface Stand {
  readonly verzoeken: readonly VerzoekRij[];
  readonly besluiten: readonly BesluitRij[];
}

const STANDEN: Stapdeel<Map<string, Stand>> = { maak: () => new Map() };

const TOELICHTING = 'toelichting_verzoek';
const REDEN = 'reden_besluit';

/** A compartment as far as what stands in it is encrypted by it. */
interface Versleuteld {
  readonly id: string;
  readonly tijdperk: string;
}

/**
 * Requests to read along on disk, and what was decided on them (NK27): what is asked under the key of the casus's
 * `regie`, why it was decided so under that of the part (decisions/0014). Read once a step.
 */
export class Verzoekkast implements Bewaarder {
  readonly tabellen = ['toegangsverzoeken', 'toegangsbesluiten'];
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #onleesbaar: Onleesbaren;
  readonly #casussen: Casussen;
  readonly #stappen: Stappen;

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    onleesbaar: Onleesbaren;
    casussen: Casussen;
    stappen: Stappen;
  }) {
    this.#database = behoeften.database;
    this.#omgeving = behoeften.omgeving;
    this.#onleesbaar = behoeften.onleesbaar;
    this.#casussen = behoeften.casussen;
    this.#stappen = behoeften.stappen;
  }

  /** All requests in a casus, the first first; one that can't be read counts as not there (ST1). */
  verzoeken(casusId: string): readonly VerzoekRij[] {
    return this.#stand(casusId).verzoeken;
  }

  /** What was decided on one. */
  besluiten({ id, casusId }: VerzoekRij): readonly BesluitRij[] {
    return this.#stand(casusId).besluiten.filter(({ verzoekId }) => verzoekId === id);
  }

  /**
   * Casussen with a request of which the term ended after one moment and by another (ms since 1970), in which one of
   * these people has or had a seat.
   */
  metAfgelopen(na: number, tot: number, persoonIds: readonly string[]): string[] {
    return this.#database.db
      .selectDistinct({ casusId: toegangsverzoeken.casusId })
      .from(toegangsverzoeken)
      .innerJoin(deelnemers, eq(deelnemers.casusId, toegangsverzoeken.casusId))
      .where(
        and(
          gt(toegangsverzoeken.tot, na),
          lte(toegangsverzoeken.tot, tot),
          inArray(deelnemers.persoonId, [...persoonIds]),
        ),
      )
      .all()
      .map(({ casusId }) => casusId);
  }

  /** Puts a request down. @returns its id */
  vraag({
    toelichting,
    ...rij
  }: Omit<VerzoekRij, 'id' | 'toelichting' | 'ingetrokkenOp'> & Typte<'toelichting'>) {
    const id = this.#omgeving.id();
    const regie = this.#casussen.regieVan(rij.casusId);
    this.#schrijf(() =>
      this.#database.db
        .insert(toegangsverzoeken)
        .values({
          ...rij,
          id,
          toelichting: this.#database.kluis.versleutelJson(plaatsVan(regie, id, TOELICHTING), toelichting),
          ingetrokkenOp: null,
        })
        .run(),
    );
    return id;
  }

  /** It is taken back, at the moment of this step. */
  trekIn(id: string): void {
    this.#schrijf(() =>
      this.#database.db
        .update(toegangsverzoeken)
        .set({ ingetrokkenOp: this.#omgeving.nu() })
        .where(eq(toegangsverzoeken.id, id))
        .run(),
    );
  }

  /** Puts down what was decided on a part, at the moment of this step. */
  besluit(
    deel: Versleuteld,
    { reden, ...rij }: Omit<BesluitRij, 'id' | 'compartimentId' | 'reden' | 'op'> & Typte<'reden'>,
  ): void {
    const id = this.#omgeving.id();
    this.#schrijf(() =>
      this.#database.db
        .insert(toegangsbesluiten)
        .values({
          ...rij,
          id,
          compartimentId: deel.id,
          reden: this.#database.kluis.versleutelJson(plaatsVan(deel, id, REDEN), reden),
          op: this.#omgeving.nu(),
        })
        .run(),
    );
  }

  /** What was typed in a request; null when it can't be read. */
  toelichting({ id, casusId, toelichting }: VerzoekRij): string | null {
    const plaats = plaatsVan(this.#casussen.regieVan(casusId), id, TOELICHTING);
    return this.#onleesbaar.probeer('toegangsverzoeken', id, () =>
      this.#database.kluis.ontsleutelJson(plaats, toelichting, String),
    );
  }

  /** Why it was decided so on a part; null when it can't be read. */
  reden({ id, reden }: BesluitRij, deel: Versleuteld): string | null {
    return this.#onleesbaar.probeer('toegangsbesluiten', id, () =>
      this.#database.kluis.ontsleutelJson(plaatsVan(deel, id, REDEN), reden, String),
    );
  }

  wis({ id }: BewaardCompartiment): void {
    const { db } = this.#database;
    const opDeel = db
      .select({ id: toegangsverzoeken.id })
      .from(toegangsverzoeken)
      .where(eq(toegangsverzoeken.compartimentId, id));
    this.#schrijf(() => {
      db.delete(toegangsbesluiten).where(inArray(toegangsbesluiten.verzoekId, opDeel)).run();
      db.delete(toegangsbesluiten).where(eq(toegangsbesluiten.compartimentId, id)).run();
      db.delete(toegangsverzoeken).where(eq(toegangsverzoeken.compartimentId, id)).run();
    });
  }

  wisselTijdperk(compartiment: BewaardCompartiment, tijdperk: string): void {
    this.#schrijf(() => this.#versleutelOpnieuw(compartiment, tijdperk));
  }

  #versleutelOpnieuw(compartiment: BewaardCompartiment, tijdperk: string): void {
    const { db, kluis } = this.#database;
    const opnieuw = (tabel: string, rijId: string, soort: string, oud: Buffer): Buffer | null => {
      const inhoud = this.#onleesbaar.probeer(tabel, rijId, () =>
        kluis.ontsleutel(plaatsVan(compartiment, rijId, soort), oud),
      );
      return inhoud === null
        ? null
        : kluis.versleutel(plaatsVan({ ...compartiment, tijdperk }, rijId, soort), inhoud);
    };
    const besluiten = db
      .select()
      .from(toegangsbesluiten)
      .where(eq(toegangsbesluiten.compartimentId, compartiment.id))
      .all();
    for (const { id, reden: oud } of besluiten) {
      const reden = opnieuw('toegangsbesluiten', id, REDEN, oud);
      if (reden !== null)
        db.update(toegangsbesluiten).set({ reden }).where(eq(toegangsbesluiten.id, id)).run();
    }
    if (this.#casussen.regieVan(compartiment.casusId).id !== compartiment.id) return;
    for (const { id, toelichting: oud } of this.verzoeken(compartiment.casusId)) {
      const toelichting = opnieuw('toegangsverzoeken', id, TOELICHTING, oud);
      if (toelichting !== null)
        db.update(toegangsverzoeken).set({ toelichting }).where(eq(toegangsverzoeken.id, id)).run();
    }
  }

  #stand(casusId: string): Stand {
    return this.#stappen.lees((stap) => {
      const standen = stap.deel(STANDEN);
      const stand = standen.get(casusId) ?? this.#leesStand(casusId);
      standen.set(casusId, stand);
      return stand;
    });
  }

  #leesStand(casusId: string): Stand {
    const { db } = this.#database;
    const verzoeken = db
      .select()
      .from(toegangsverzoeken)
      .where(eq(toegangsverzoeken.casusId, casusId))
      .orderBy(asc(toegangsverzoeken.van), asc(toegangsverzoeken.id))
      .all()
      .filter((rij) => {
        const momenten = [rij.van, rij.tot, rij.gevraagdTot];
        if (isId(rij.id) && momenten.every(isOpgeslagenMoment)) return true;
        this.#onleesbaar.meld('toegangsverzoeken', rij.id);
        return false;
      });
    // By the casus and not by their ids: a statement takes so many of those, and a casus can come to hold more (ST2).
    const ids = new Set(verzoeken.map(({ id }) => id));
    const vanCasus = db
      .select({ id: toegangsverzoeken.id })
      .from(toegangsverzoeken)
      .where(eq(toegangsverzoeken.casusId, casusId));
    const besluiten =
      ids.size === 0
        ? []
        : db.select().from(toegangsbesluiten).where(inArray(toegangsbesluiten.verzoekId, vanCasus)).all();
    return { verzoeken, besluiten: besluiten.filter(({ verzoekId }) => ids.has(verzoekId)) };
  }

  /** What was read in this step is no longer what stands there. */
  #schrijf(doe: () => void): void {
    doe();
    this.#stappen.huidig.deel(STANDEN).clear();
  }
}

/** As somebody typed it. */
type Typte<Naam extends string> = { readonly [N in Naam]: string };

function plaatsVan({ id, tijdperk }: Versleuteld, rijId: string, soort: string) {
  return { compartimentId: id, tijdperk, rijId, soort };
}

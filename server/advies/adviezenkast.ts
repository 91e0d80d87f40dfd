import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Adviesstuk } from '../../shared/advies.ts';
import {
  type AdviesvraagRij,
  type BewaardCompartiment,
  type Bewaarder,
  type Casussen,
  isAdviesvraag,
} from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { adviesopeningen, adviesstukken, adviesvragen } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import { type Stuk as Bewaard, type Houder, Stukkenkast } from '../kern/stukkenkast.ts';

/** Something that was written at a question, decrypted. */
export type Stuk = Bewaard<Adviesstuk>;

/** Questions for advice on disk (OV11): what was written at one under its own key, for it is a compartment. */
export class Adviezenkast implements Bewaarder {
  readonly tabellen = ['adviesopeningen'];
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #onleesbaar: Onleesbaren;
  readonly #casussen: Casussen;
  /** What was written at them. */
  readonly #stukken: Stukkenkast<Adviesstuk>;

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    onleesbaar: Onleesbaren;
    casussen: Casussen;
  }) {
    this.#database = behoeften.database;
    this.#omgeving = behoeften.omgeving;
    this.#onleesbaar = behoeften.onleesbaar;
    this.#casussen = behoeften.casussen;
    const { db } = behoeften.database;
    this.#stukken = new Stukkenkast(behoeften, {
      naam: 'adviesstukken',
      versleuteld: 'adviesstuk',
      van: (vraagId) =>
        db
          .select()
          .from(adviesstukken)
          .where(eq(adviesstukken.adviesvraagId, vraagId))
          .orderBy(asc(adviesstukken.op), sql`rowid`)
          .all(),
      voegToe: (adviesvraagId, rij) => {
        db.insert(adviesstukken)
          .values({ ...rij, adviesvraagId })
          .run();
      },
      zet: (id, inhoud) => {
        db.update(adviesstukken).set({ inhoud }).where(eq(adviesstukken.id, id)).run();
      },
    });
  }

  /** A question by its id, or null; one that can't be read counts as not there (ST1). */
  een(id: string): AdviesvraagRij | null {
    const rij = this.#database.db.select().from(adviesvragen).where(eq(adviesvragen.id, id)).get();
    return rij !== undefined && this.#isLeesbaar(rij) ? rij : null;
  }

  /** Questions of some casussen, those that this gedragsdeskundige took on, and all that aren't over: who may take which on, is decided above. */
  van(casusIds: readonly string[], deskundigeId: string | null): AdviesvraagRij[] {
    const hier = casusIds.length === 0 ? [] : [inArray(adviesvragen.casusId, [...casusIds])];
    const wacht = and(
      isNull(adviesvragen.getekendOp),
      isNull(adviesvragen.ingetrokkenOp),
      gt(adviesvragen.tot, this.#omgeving.nu()),
    );
    const mijn = deskundigeId === null ? [] : [or(eq(adviesvragen.deskundigeId, deskundigeId), wacht)];
    if (hier.length + mijn.length === 0) return [];
    return this.#database.db
      .select()
      .from(adviesvragen)
      .where(or(...hier, ...mijn))
      .orderBy(asc(adviesvragen.tot), asc(adviesvragen.id))
      .all()
      .filter((rij) => this.#isLeesbaar(rij));
  }

  /** Puts a question down, with what it opens. Within a step. */
  stel(
    rij: Pick<AdviesvraagRij, 'id' | 'casusId' | 'vragerId' | 'genoemdIds' | 'tot'>,
    opent: readonly string[],
  ): void {
    const { db } = this.#database;
    const van = this.#omgeving.nu();
    db.insert(adviesvragen)
      .values({ ...rij, van, deskundigeId: null, aangenomenOp: null, getekendOp: null, ingetrokkenOp: null })
      .run();
    for (const compartimentId of opent) {
      const opening = {
        casusId: rij.casusId,
        adviesvraagId: rij.id,
        compartimentId,
        van,
        tot: rij.tot,
        verzoekId: null,
      };
      db.insert(adviesopeningen)
        .values({ id: this.#omgeving.id(), ...opening })
        .run();
    }
    this.#casussen.herzieToelatingen();
  }

  /** Changes who has it, or that it is over. */
  wijzig(
    id: string,
    nieuw: Partial<Pick<AdviesvraagRij, 'deskundigeId' | 'aangenomenOp' | 'getekendOp' | 'ingetrokkenOp'>>,
  ): void {
    this.#database.db.update(adviesvragen).set(nieuw).where(eq(adviesvragen.id, id)).run();
    this.#casussen.herzieToelatingen();
  }

  /** What it opens closes, at the moment of this step. */
  sluit(id: string): void {
    const nu = this.#omgeving.nu();
    this.#database.db
      .update(adviesopeningen)
      .set({ tot: nu })
      .where(and(eq(adviesopeningen.adviesvraagId, id), gt(adviesopeningen.tot, nu)))
      .run();
    this.#casussen.herzieToelatingen();
  }

  /** Compartments that who asked opened of their own; never what others did, of which they don't know whose it is. */
  eigenOpeningen(id: string): string[] {
    return this.#database.db
      .select({ compartimentId: adviesopeningen.compartimentId })
      .from(adviesopeningen)
      .where(and(eq(adviesopeningen.adviesvraagId, id), isNull(adviesopeningen.verzoekId)))
      .orderBy(asc(adviesopeningen.id))
      .all()
      .map(({ compartimentId }) => compartimentId);
  }

  /** Writes something at a question, at the moment of this step. @returns its id */
  schrijf(vraag: Houder, soort: Adviesstuk, doorId: string, inhoud: unknown): string {
    return this.#stukken.voegToe(vraag, soort, doorId, inhoud);
  }

  /** Takes away what was written of a kind: of a concept nothing stays, and of what is said anew only the last. */
  gooiWeg(vraagId: string, soort: Extract<Adviesstuk, 'concept' | 'reactie'>): void {
    this.#database.db
      .delete(adviesstukken)
      .where(and(eq(adviesstukken.adviesvraagId, vraagId), eq(adviesstukken.soort, soort)))
      .run();
  }

  /** All that was written at a question, the first first; what can't be read is left out (ST1). */
  stukken(vraag: Houder): Stuk[] {
    return this.#stukken.stukken(vraag);
  }

  wis({ id }: BewaardCompartiment): void {
    const { db } = this.#database;
    db.delete(adviesopeningen).where(eq(adviesopeningen.compartimentId, id)).run();
    // With what it opens and what was written at it.
    db.delete(adviesvragen).where(eq(adviesvragen.id, id)).run();
    this.#casussen.herzieToelatingen();
  }

  wisselTijdperk(compartiment: BewaardCompartiment, tijdperk: string): void {
    this.#stukken.wisselTijdperk(compartiment, tijdperk);
  }

  #isLeesbaar(rij: AdviesvraagRij): boolean {
    if (isAdviesvraag(rij)) return true;
    this.#onleesbaar.meld('adviesvragen', rij.id);
    return false;
  }
}

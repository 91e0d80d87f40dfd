import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Tafelrol, Tafelstuk } from '../../shared/tafelblad.ts';
import type { BewaardCompartiment, Bewaarder, Casussen } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { tafelbladen, tafelplaatsen, tafelstukken } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import type { Stappen } from '../kern/stap.ts';
import { type Stuk as Bewaard, type Houder, Stukkenkast } from '../kern/stukkenkast.ts';

/** A tafelblad: of which item, in which overleg. */
export type TafelbladRij = typeof tafelbladen.$inferSelect;

/** Something that stands on one, decrypted. */
export type Stuk = Bewaard<Tafelstuk>;

/** Who is let in: from a seat, or with a place alone (`deelnemerId` null). */
export interface NieuwePlaats {
  readonly persoonId: string;
  readonly deelnemerId: string | null;
  readonly als: Tafelrol;
  readonly niveau: 'lezen' | 'schrijven';
  /** In ms since 1970; null: until the item closes, or for as long as the seat holds. */
  readonly tot: number | null;
}

/** Tafelbladen on disk (OV4): each a compartment, with what stands on it under its key. What can't be read isn't there (ST1). */
export class Tafelkast implements Bewaarder {
  readonly tabellen = [];
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;
  readonly #casussen: Casussen;
  /** What stands on them beside their texts. */
  readonly #stukken: Stukkenkast<Tafelstuk>;

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    stappen: Stappen;
    onleesbaar: Onleesbaren;
    casussen: Casussen;
  }) {
    this.#database = behoeften.database;
    this.#omgeving = behoeften.omgeving;
    this.#stappen = behoeften.stappen;
    this.#casussen = behoeften.casussen;
    const { db } = behoeften.database;
    this.#stukken = new Stukkenkast(behoeften, {
      naam: 'tafelstukken',
      versleuteld: 'tafelstuk',
      van: (bladId) =>
        db
          .select()
          .from(tafelstukken)
          .where(eq(tafelstukken.tafelbladId, bladId))
          .orderBy(asc(tafelstukken.op), sql`rowid`)
          .all(),
      voegToe: (tafelbladId, rij) => {
        db.insert(tafelstukken)
          .values({ ...rij, tafelbladId })
          .run();
      },
      zet: (id, inhoud) => {
        db.update(tafelstukken).set({ inhoud }).where(eq(tafelstukken.id, id)).run();
      },
    });
  }

  /** The tafelblad of an item in an overleg, or null. */
  van(overlegId: string, agendapuntId: string): TafelbladRij | null {
    return this.#stappen.samen(
      this,
      `${overlegId} ${agendapuntId}`,
      () =>
        this.#database.db
          .select()
          .from(tafelbladen)
          .where(and(eq(tafelbladen.overlegId, overlegId), eq(tafelbladen.agendapuntId, agendapuntId)))
          .get() ?? null,
    );
  }

  /** Those of an overleg. */
  inOverleg(overlegId: string): TafelbladRij[] {
    return this.#database.db.select().from(tafelbladen).where(eq(tafelbladen.overlegId, overlegId)).all();
  }

  /** Those of a casus at which somebody sits now. */
  gedekt(casusId: string): TafelbladRij[] {
    return this.#database.db
      .selectDistinct({ blad: tafelbladen })
      .from(tafelbladen)
      .innerJoin(tafelplaatsen, eq(tafelplaatsen.tafelbladId, tafelbladen.id))
      .where(and(eq(tafelbladen.casusId, casusId), aanTafel()))
      .all()
      .map(({ blad }) => blad);
  }

  /** Makes one, with its compartment. Within a step. */
  maak(casusId: string, overlegId: string, agendapuntId: string): TafelbladRij {
    const rij = { id: this.#casussen.maakTafelblad(casusId), casusId, overlegId, agendapuntId };
    this.#database.db.insert(tafelbladen).values(rij).run();
    return rij;
  }

  /** Lets somebody in, from now on. */
  plaats({ id: tafelbladId, casusId }: TafelbladRij, nieuw: NieuwePlaats): void {
    this.#database.db
      .insert(tafelplaatsen)
      .values({ ...nieuw, id: this.#omgeving.id(), casusId, tafelbladId, van: this.#omgeving.nu() })
      .run();
    this.#casussen.herzieToelatingen();
  }

  /** Who sits there now, in the order in which they came. */
  aanTafel(tafelbladId: string): (typeof tafelplaatsen.$inferSelect)[] {
    return this.#database.db
      .select()
      .from(tafelplaatsen)
      .where(and(eq(tafelplaatsen.tafelbladId, tafelbladId), aanTafel()))
      .orderBy(asc(tafelplaatsen.van), sql`rowid`)
      .all();
  }

  /** Ends a place now. */
  eindig(plaatsId: string): void {
    this.#database.db
      .update(tafelplaatsen)
      .set({ tot: this.#omgeving.nu() })
      .where(eq(tafelplaatsen.id, plaatsId))
      .run();
    this.#casussen.herzieToelatingen();
  }

  /** Ends what is left to read of an earlier closing: from now on they sit at it again. */
  eindigVerslag(tafelbladId: string): void {
    const nu = this.#omgeving.nu();
    const rijen = this.#database.db
      .select()
      .from(tafelplaatsen)
      .where(and(eq(tafelplaatsen.tafelbladId, tafelbladId), eq(tafelplaatsen.niveau, 'lezen')))
      .all();
    for (const { id, tot } of rijen) if (tot === null || tot > nu) this.eindig(id);
  }

  /** Puts something on it, at the moment of this step. @returns its id */
  leg(blad: Houder, soort: Tafelstuk, doorId: string, inhoud: unknown): string {
    return this.#stukken.voegToe(blad, soort, doorId, inhoud);
  }

  /** What it says from now on; it stays whose it was. */
  wijzig(blad: Houder, stukId: string, inhoud: unknown): void {
    this.#stukken.wijzig(blad, stukId, inhoud);
  }

  /** Takes it off; nothing of it stays. */
  neemAf(stukId: string): void {
    this.#database.db.delete(tafelstukken).where(eq(tafelstukken.id, stukId)).run();
  }

  /** All that stands on it, the first first. */
  stukken(blad: Houder): Stuk[] {
    return this.#stappen.samen(this, blad.id, () => this.#stukken.stukken(blad));
  }

  wis({ id }: BewaardCompartiment): void {
    // With who is let in and what stands on it.
    this.#database.db.delete(tafelbladen).where(eq(tafelbladen.id, id)).run();
    this.#casussen.herzieToelatingen();
  }

  wisselTijdperk(compartiment: BewaardCompartiment, tijdperk: string): void {
    this.#stukken.wisselTijdperk(compartiment, tijdperk);
  }
}

/** Who sits there writes, until that is ended. */
function aanTafel() {
  return and(eq(tafelplaatsen.niveau, 'schrijven'), isNull(tafelplaatsen.tot));
}

import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Tafelrol, Tafelstuk } from '../../shared/tafelblad.ts';
import type { BewaardCompartiment, Bewaarder, Casussen } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { tafelbladen, tafelplaatsen, tafelstukken } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import { isId, isOpgeslagenMoment } from '../kern/opgeslagen.ts';

/** A tafelblad: of which item, in which overleg. */
export type TafelbladRij = typeof tafelbladen.$inferSelect;

/** Something that stands on one, decrypted. */
export interface Stuk {
  readonly id: string;
  readonly soort: Tafelstuk;
  readonly doorId: string;
  readonly op: number;
  readonly inhoud: unknown;
  /** The same for the same content, and else it tells nothing (ST11). */
  readonly versie: string;
}

/** Who is let in: from a seat, or with a place alone (`deelnemerId` null). */
export interface NieuwePlaats {
  readonly persoonId: string;
  readonly deelnemerId: string | null;
  readonly als: Tafelrol;
  readonly niveau: 'lezen' | 'schrijven';
  /** In ms since 1970; null: until the item closes, or for as long as the seat holds. */
  readonly tot: number | null;
}

/** A compartment as far as what stands in it is encrypted by it. */
type Versleuteld = Pick<BewaardCompartiment, 'id' | 'tijdperk'>;

/** Tafelbladen on disk (OV4): each a compartment, with what stands on it under its key. What can't be read isn't there (ST1). */
export class Tafelkast implements Bewaarder {
  readonly tabellen = [];
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #onleesbaar: Onleesbaren;
  readonly #casussen: Casussen;

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
  }

  /** The tafelblad of an item in an overleg, or null. */
  van(overlegId: string, agendapuntId: string): TafelbladRij | null {
    return (
      this.#database.db
        .select()
        .from(tafelbladen)
        .where(and(eq(tafelbladen.overlegId, overlegId), eq(tafelbladen.agendapuntId, agendapuntId)))
        .get() ?? null
    );
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
  leg(blad: Versleuteld, soort: Tafelstuk, doorId: string, inhoud: unknown): string {
    const id = this.#omgeving.id();
    this.#database.db
      .insert(tafelstukken)
      .values({
        id,
        tafelbladId: blad.id,
        soort,
        doorId,
        op: this.#omgeving.nu(),
        inhoud: this.#database.kluis.versleutelJson(plaatsVan(blad, id), inhoud),
      })
      .run();
    return id;
  }

  /** What it says from now on; it stays whose it was. */
  wijzig(blad: Versleuteld, stukId: string, inhoud: unknown): void {
    this.#database.db
      .update(tafelstukken)
      .set({ inhoud: this.#database.kluis.versleutelJson(plaatsVan(blad, stukId), inhoud) })
      .where(eq(tafelstukken.id, stukId))
      .run();
  }

  /** Takes it off; nothing of it stays. */
  neemAf(stukId: string): void {
    this.#database.db.delete(tafelstukken).where(eq(tafelstukken.id, stukId)).run();
  }

  /** All that stands on it, the first first. */
  stukken(blad: Versleuteld): Stuk[] {
    const { db, kluis } = this.#database;
    return db
      .select()
      .from(tafelstukken)
      .where(eq(tafelstukken.tafelbladId, blad.id))
      .orderBy(asc(tafelstukken.op), sql`rowid`)
      .all()
      .flatMap((rij) => {
        const { id, soort, doorId, op } = rij;
        if (!isId(id) || !isId(doorId) || !isOpgeslagenMoment(op)) {
          this.#onleesbaar.meld('tafelstukken', id);
          return [];
        }
        const gelezen = this.#onleesbaar.probeer('tafelstukken', id, () =>
          kluis.ontsleutelJson(plaatsVan(blad, id), rij.inhoud, (waarde) => ({ waarde })),
        );
        if (gelezen === null) return [];
        return [
          {
            id,
            soort,
            doorId,
            op,
            inhoud: gelezen.waarde,
            versie: kluis.stempel(blad.id, 'tafelstuk', gelezen),
          },
        ];
      });
  }

  wis({ id }: BewaardCompartiment): void {
    // With who is let in and what stands on it.
    this.#database.db.delete(tafelbladen).where(eq(tafelbladen.id, id)).run();
    this.#casussen.herzieToelatingen();
  }

  wisselTijdperk(compartiment: BewaardCompartiment, tijdperk: string): void {
    const { db, kluis } = this.#database;
    for (const { id, inhoud: oud } of db
      .select()
      .from(tafelstukken)
      .where(eq(tafelstukken.tafelbladId, compartiment.id))
      .all()) {
      const inhoud = this.#onleesbaar.probeer('tafelstukken', id, () =>
        kluis.ontsleutel(plaatsVan(compartiment, id), oud),
      );
      if (inhoud === null) continue;
      const nieuw = kluis.versleutel(plaatsVan({ ...compartiment, tijdperk }, id), inhoud);
      db.update(tafelstukken).set({ inhoud: nieuw }).where(eq(tafelstukken.id, id)).run();
    }
  }
}

/** Who sits there writes, until that is ended. */
function aanTafel() {
  return and(eq(tafelplaatsen.niveau, 'schrijven'), isNull(tafelplaatsen.tot));
}

function plaatsVan({ id, tijdperk }: Versleuteld, rijId: string) {
  return { compartimentId: id, tijdperk, rijId, soort: 'tafelstuk' };
}

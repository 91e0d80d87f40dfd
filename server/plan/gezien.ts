import { and, eq, inArray, lte, notInArray } from 'drizzle-orm';
import { z } from '../../shared/contract/zod.ts';
import { KAARTSOORTEN } from '../../shared/plan/kaartsoorten.ts';
import { LEEFGEBIED_CODES } from '../../shared/plan/leefgebieden.ts';
import type { BewaardCompartiment, Bewaarder, CompartimentRij } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { bezoeken, deelnemers, gezien } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import { Opgeslagen } from '../kern/opgeslagen.ts';

const Kaartmerk = z.object({
  merk: z.string(),
  soort: z.enum(KAARTSOORTEN),
  leefgebied: z.enum(LEEFGEBIED_CODES).nullable(),
});
export type Kaartmerk = z.infer<typeof Kaartmerk>;

const Staat = z.object({
  /** Whether they read all of it; else they saw what names them (NK22). */
  leest: z.boolean(),
  kaarten: z.record(z.string(), Kaartmerk),
  /** Of each text in which something stood. */
  teksten: z.record(z.string(), z.string()),
  /** The last change of its texts then, which saves reading them; -1: not known. */
  totNummer: z.int(),
});
/** What somebody saw of a compartment, as marks. */
export type Staat = Readonly<z.infer<typeof Staat>>;

const OpSchijf = z.object({ bezoek: z.int(), nu: Staat, vorig: Staat.nullable() });
/** The same in the visit of that number, and in the last one before it in which they saw it. */
export type Gezienrij = Readonly<z.infer<typeof OpSchijf>>;

const Bezoekrij = z.object({ nummer: z.int(), op: Opgeslagen, vorigOp: Opgeslagen.nullable() });
/** When somebody was at a board, for the how manieth time. */
export type Bezoekrij = Readonly<z.infer<typeof Bezoekrij>>;

/** What each seat saw of each compartment, on disk. Who writes is in a step. */
export class Gezien implements Bewaarder {
  readonly tabellen = ['gezien'];
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #onleesbaar: Onleesbaren;

  constructor(behoeften: { database: GeopendeDatabase; omgeving: Omgeving; onleesbaar: Onleesbaren }) {
    this.#database = behoeften.database;
    this.#omgeving = behoeften.omgeving;
    this.#onleesbaar = behoeften.onleesbaar;
  }

  /** The visit in which somebody is or was last, or null: they never came. */
  bezoek(deelnemerId: string): Bezoekrij | null {
    const { db } = this.#database;
    const rij = db.select().from(bezoeken).where(eq(bezoeken.deelnemerId, deelnemerId)).get();
    if (rij === undefined) return null;
    return this.#onleesbaar.probeer('bezoeken', deelnemerId, () => Bezoekrij.parse(rij));
  }

  zetBezoek(deelnemerId: string, rij: Bezoekrij): void {
    this.#database.db
      .insert(bezoeken)
      .values({ deelnemerId, ...rij })
      .onConflictDoUpdate({ target: bezoeken.deelnemerId, set: rij })
      .run();
  }

  /** What they saw of some compartments, by id; of what they never saw, or can't be read (ST1), nothing. */
  van(deelnemerId: string, lijst: readonly CompartimentRij[]): Map<string, Gezienrij> {
    const perId = new Map(lijst.map((compartiment) => [compartiment.id, compartiment]));
    const gevonden = new Map<string, Gezienrij>();
    for (const rij of this.#database.db
      .select()
      .from(gezien)
      .where(and(eq(gezien.deelnemerId, deelnemerId), inArray(gezien.compartimentId, [...perId.keys()])))
      .all()) {
      const compartiment = perId.get(rij.compartimentId);
      if (compartiment === undefined) continue;
      const gelezen = this.#lees(rij, compartiment);
      if (gelezen !== null) gevonden.set(compartiment.id, gelezen);
    }
    return gevonden;
  }

  zet(deelnemerId: string, compartiment: CompartimentRij, rij: Gezienrij): void {
    const merken = this.#versleutel(deelnemerId, compartiment, rij);
    this.#database.db
      .insert(gezien)
      .values({ deelnemerId, compartimentId: compartiment.id, merken })
      .onConflictDoUpdate({ target: [gezien.deelnemerId, gezien.compartimentId], set: { merken } })
      .run();
  }

  /** Of what else they saw nothing is kept: by a change of the rules they may no longer know of it. */
  houdAlleen(deelnemerId: string, lijst: readonly CompartimentRij[]): void {
    const bekend = lijst.map(({ id }) => id);
    this.#database.db
      .delete(gezien)
      .where(and(eq(gezien.deelnemerId, deelnemerId), notInArray(gezien.compartimentId, bekend)))
      .run();
  }

  /** What somebody may no longer read: who gets it back begins anew. With their last seat goes when they were there. */
  vergeet(persoonId: string, compartimentIds: readonly string[]): void {
    const { db } = this.#database;
    const zetels = db
      .select({ id: deelnemers.id })
      .from(deelnemers)
      .where(eq(deelnemers.persoonId, persoonId));
    db.delete(gezien)
      .where(and(inArray(gezien.deelnemerId, zetels), inArray(gezien.compartimentId, [...compartimentIds])))
      .run();
    const voorbij = db
      .select({ id: deelnemers.id })
      .from(deelnemers)
      .where(and(eq(deelnemers.persoonId, persoonId), lte(deelnemers.tot, this.#omgeving.nu())));
    for (const tabel of [gezien, bezoeken]) db.delete(tabel).where(inArray(tabel.deelnemerId, voorbij)).run();
  }

  wis({ id }: BewaardCompartiment): void {
    this.#database.db.delete(gezien).where(eq(gezien.compartimentId, id)).run();
  }

  /** A text may be written anew with it: its number no longer tells whether it is the same. */
  wisselTijdperk(compartiment: BewaardCompartiment, tijdperk: string): void {
    const { db } = this.#database;
    for (const rij of db.select().from(gezien).where(eq(gezien.compartimentId, compartiment.id)).all()) {
      const gelezen = this.#lees(rij, compartiment);
      const plek = and(eq(gezien.deelnemerId, rij.deelnemerId), eq(gezien.compartimentId, compartiment.id));
      // What can't be read says nothing, now or later.
      if (gelezen === null) db.delete(gezien).where(plek).run();
      else {
        const { nu, vorig, ...rest } = gelezen;
        this.zet(
          rij.deelnemerId,
          { ...compartiment, tijdperk },
          {
            ...rest,
            nu: { ...nu, totNummer: -1 },
            vorig: vorig && { ...vorig, totNummer: -1 },
          },
        );
      }
    }
  }

  #lees(
    { deelnemerId, merken }: typeof gezien.$inferSelect,
    compartiment: CompartimentRij,
  ): Gezienrij | null {
    return this.#onleesbaar.probeer('gezien', `${deelnemerId} ${compartiment.id}`, () =>
      this.#database.kluis.ontsleutelJson(plaatsVan(deelnemerId, compartiment), merken, (waarde) =>
        OpSchijf.parse(waarde),
      ),
    );
  }

  #versleutel(deelnemerId: string, compartiment: CompartimentRij, rij: Gezienrij): Buffer {
    return this.#database.kluis.versleutelJson(plaatsVan(deelnemerId, compartiment), rij);
  }
}

function plaatsVan(deelnemerId: string, { id, tijdperk }: CompartimentRij) {
  return { compartimentId: id, tijdperk, rijId: deelnemerId, soort: 'gezien' };
}

import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from '../../shared/contract/zod.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { overlegleden, overlegreeksen } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import { Opgeslagen } from '../kern/opgeslagen.ts';
import type { Stapdeel, Stappen } from '../kern/stap.ts';

const Rij = z.object({
  id: z.uuid(),
  naam: z.string(),
  plaats: z.string(),
  videolink: z.string().nullable(),
  duur: z.int().positive(),
  eerste: z.iso.date(),
  tijd: z.string().regex(/^\d\d:\d\d$/),
  weken: z.int().positive(),
  voorzitterId: z.uuid(),
  plaatsvervangerId: z.uuid().nullable(),
  notulistId: z.uuid().nullable(),
  gemaaktTot: Opgeslagen,
});

/** A series as it is stored, read. */
export type Reeksrij = z.infer<typeof Rij>;
/** What somebody says of a series. */
export type Reeksvelden = Omit<Reeksrij, 'id' | 'gemaaktTot'>;

/** Series of overleggen and who is in them, on disk. One that can't be read counts as not there (ST1). */
export class Reekskast {
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;
  readonly #onleesbaar: Onleesbaren;

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    stappen: Stappen;
    onleesbaar: Onleesbaren;
  }) {
    this.#database = behoeften.database;
    this.#omgeving = behoeften.omgeving;
    this.#stappen = behoeften.stappen;
    this.#onleesbaar = behoeften.onleesbaar;
  }

  /** All of them, by name. */
  alle(): Reeksrij[] {
    return this.#database.db
      .select()
      .from(overlegreeksen)
      .orderBy(asc(overlegreeksen.naam))
      .all()
      .flatMap((rij) => this.#gelezen(rij) ?? []);
  }

  /** Read once a step: a series has many overleggen. */
  een(id: string): Reeksrij | null {
    return this.#stappen.lees((stap) => {
      const { reeksen } = stap.deel(REEKSEN);
      const gelezen = reeksen.get(id);
      if (gelezen !== undefined) return gelezen;
      const rij = this.#database.db.select().from(overlegreeksen).where(eq(overlegreeksen.id, id)).get();
      const reeks = rij === undefined ? null : this.#gelezen(rij);
      reeksen.set(id, reeks);
      return reeks;
    });
  }

  /** Those in which somebody is for every item: leads them, or is a member. */
  vanPersoon(persoonId: string): Reeksrij[] {
    const alsLid = new Set(
      this.#database.db
        .select({ reeksId: overlegleden.reeksId })
        .from(overlegleden)
        .where(and(eq(overlegleden.persoonId, persoonId), isNull(overlegleden.tot)))
        .all()
        .map(({ reeksId }) => reeksId),
    );
    return this.alle().filter(
      ({ id, voorzitterId, plaatsvervangerId, notulistId }) =>
        alsLid.has(id) || [voorzitterId, plaatsvervangerId, notulistId].includes(persoonId),
    );
  }

  /** Whether another series than this one bears a name. */
  isBezet(naam: string, id: string | null): boolean {
    const rij = this.#database.db.select().from(overlegreeksen).where(eq(overlegreeksen.naam, naam)).get();
    return rij !== undefined && rij.id !== id;
  }

  /** @returns its id */
  voegToe(velden: Reeksvelden): string {
    const id = this.#omgeving.id();
    this.#database.db
      .insert(overlegreeksen)
      .values({ ...velden, id, gemaaktTot: this.#omgeving.nu() })
      .run();
    this.#veranderd();
    return id;
  }

  wijzig(id: string, velden: Partial<Reeksvelden & Pick<Reeksrij, 'gemaaktTot'>>): void {
    if (Object.keys(velden).length === 0) return;
    this.#database.db.update(overlegreeksen).set(velden).where(eq(overlegreeksen.id, id)).run();
    this.#veranderd();
  }

  /** Who is in a series now. Read once a step. */
  leden(reeksId: string): readonly string[] {
    return this.#stappen.lees((stap) => {
      const { leden } = stap.deel(REEKSEN);
      const gelezen =
        leden.get(reeksId) ??
        this.#database.db
          .select({ persoonId: overlegleden.persoonId })
          .from(overlegleden)
          .where(and(eq(overlegleden.reeksId, reeksId), isNull(overlegleden.tot)))
          .all()
          .map(({ persoonId }) => persoonId);
      leden.set(reeksId, gelezen);
      return gelezen;
    });
  }

  isLid(reeksId: string, persoonId: string): boolean {
    return this.leden(reeksId).includes(persoonId);
  }

  /** From now on these are in it, and those no more. */
  wijzigLeden(reeksId: string, bij: readonly string[], af: readonly string[]): void {
    const { db } = this.#database;
    const nu = this.#omgeving.nu();
    const er = new Set(this.leden(reeksId));
    for (const persoonId of af) {
      db.update(overlegleden)
        .set({ tot: nu })
        .where(
          and(
            eq(overlegleden.reeksId, reeksId),
            eq(overlegleden.persoonId, persoonId),
            isNull(overlegleden.tot),
          ),
        )
        .run();
      er.delete(persoonId);
    }
    for (const persoonId of new Set(bij)) {
      if (er.has(persoonId)) continue;
      db.insert(overlegleden)
        .values({ id: this.#omgeving.id(), reeksId, persoonId, van: nu, tot: null })
        .run();
    }
    this.#veranderd();
  }

  /** What this step has read of series is no longer so. */
  #veranderd(): void {
    const { reeksen, leden } = this.#stappen.huidig.deel(REEKSEN);
    reeksen.clear();
    leden.clear();
  }

  #gelezen(rij: typeof overlegreeksen.$inferSelect): Reeksrij | null {
    return this.#onleesbaar.probeer('overlegreeksen', rij.id, () => Rij.parse(rij));
  }
}

/** What this step has read of series, by their ids. */
const REEKSEN: Stapdeel<{
  readonly reeksen: Map<string, Reeksrij | null>;
  readonly leden: Map<string, readonly string[]>;
}> = { maak: () => ({ reeksen: new Map(), leden: new Map() }) };

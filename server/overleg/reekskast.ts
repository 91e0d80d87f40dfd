import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from '../../shared/contract/zod.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { overlegleden, overlegreeksen } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import { Opgeslagen } from '../kern/opgeslagen.ts';
import type { Stappen } from '../kern/stap.ts';

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

  een(id: string): Reeksrij | null {
    return this.#stappen.samen(this, id, () => {
      const rij = this.#database.db.select().from(overlegreeksen).where(eq(overlegreeksen.id, id)).get();
      return rij === undefined ? null : this.#gelezen(rij);
    });
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
    return id;
  }

  wijzig(id: string, velden: Partial<Reeksvelden & Pick<Reeksrij, 'gemaaktTot'>>): void {
    if (Object.keys(velden).length === 0) return;
    this.#database.db.update(overlegreeksen).set(velden).where(eq(overlegreeksen.id, id)).run();
  }

  /** Who is in a series now. */
  leden(reeksId: string): string[] {
    return this.#stappen.samen(this, `leden ${reeksId}`, () =>
      this.#database.db
        .select({ persoonId: overlegleden.persoonId })
        .from(overlegleden)
        .where(and(eq(overlegleden.reeksId, reeksId), isNull(overlegleden.tot)))
        .all()
        .map(({ persoonId }) => persoonId),
    );
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
  }

  #gelezen(rij: typeof overlegreeksen.$inferSelect): Reeksrij | null {
    return this.#onleesbaar.probeer('overlegreeksen', rij.id, () => Rij.parse(rij));
  }
}

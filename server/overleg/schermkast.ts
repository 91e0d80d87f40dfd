import { and, asc, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { z } from '../../shared/contract/zod.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { schermen } from '../database/schema.ts';
import { hashVan } from '../http/sessiecookie.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import { Opgeslagen } from '../kern/opgeslagen.ts';

const Rij = z.object({
  id: z.uuid(),
  overlegId: z.uuid(),
  codeTot: Opgeslagen,
  tokenHash: z.string().nullable(),
  beeindigdOp: Opgeslagen.nullable(),
  agendapuntId: z.uuid().nullable(),
  blad: z.int().positive(),
  tafelmerk: z.string().nullable(),
});

/** A big screen as it is stored, read; moments in ms since 1970. */
export type Schermrij = z.infer<typeof Rij>;

/** Big screens on disk. One that can't be read isn't there (ST1). */
export class Schermkast {
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #onleesbaar: Onleesbaren;

  constructor(behoeften: { database: GeopendeDatabase; omgeving: Omgeving; onleesbaar: Onleesbaren }) {
    this.#database = behoeften.database;
    this.#omgeving = behoeften.omgeving;
    this.#onleesbaar = behoeften.onleesbaar;
  }

  /** One that wasn't cut off, or null. */
  een(id: string): Schermrij | null {
    return this.#eerste(and(eq(schermen.id, id), isNull(schermen.beeindigdOp)));
  }

  /** Those of an overleg that are there, or can come: their code holds. In the order in which they were asked for. */
  van(overlegId: string): Schermrij[] {
    return this.#database.db
      .select()
      .from(schermen)
      .where(
        and(
          eq(schermen.overlegId, overlegId),
          isNull(schermen.beeindigdOp),
          or(isNotNull(schermen.tokenHash), gt(schermen.codeTot, this.#omgeving.nu())),
        ),
      )
      .orderBy(asc(schermen.codeTot), sql`rowid`)
      .all()
      .flatMap((rij) => this.#gelezen(rij) ?? []);
  }

  /** Of whom a code is that holds now, and wasn't given yet. */
  metCode(code: string): Schermrij | null {
    return this.#eerste(
      and(
        eq(schermen.codeHash, hashVan(code)),
        gt(schermen.codeTot, this.#omgeving.nu()),
        isNull(schermen.beeindigdOp),
      ),
    );
  }

  metToken(token: string): Schermrij | null {
    return this.#eerste(and(eq(schermen.tokenHash, hashVan(token)), isNull(schermen.beeindigdOp)));
  }

  /** Makes one that can come until a moment. @returns its id */
  maak(overlegId: string, code: string, codeTot: number): string {
    const id = this.#omgeving.id();
    this.#database.db
      .insert(schermen)
      .values({ id, overlegId, codeHash: hashVan(code), codeTot, blad: 1 })
      .run();
    return id;
  }

  /** Its code was given: once. */
  begin(id: string, token: string): void {
    this.#zet(id, { codeHash: null, tokenHash: hashVan(token) });
  }

  toon(id: string, wat: Pick<Schermrij, 'agendapuntId' | 'blad' | 'tafelmerk'>): void {
    this.#zet(id, wat);
  }

  /** Cuts it off; nothing opens it any more. */
  eindig(id: string): void {
    this.#zet(id, { beeindigdOp: this.#omgeving.nu(), codeHash: null, tokenHash: null, agendapuntId: null });
  }

  #zet(id: string, wat: Partial<typeof schermen.$inferInsert>): void {
    this.#database.db.update(schermen).set(wat).where(eq(schermen.id, id)).run();
  }

  #eerste(waar: ReturnType<typeof and>): Schermrij | null {
    const rij = this.#database.db.select().from(schermen).where(waar).get();
    return rij === undefined ? null : this.#gelezen(rij);
  }

  #gelezen(rij: typeof schermen.$inferSelect): Schermrij | null {
    return this.#onleesbaar.probeer('schermen', rij.id, () => Rij.parse(rij));
  }
}

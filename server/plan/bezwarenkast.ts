import { and, eq } from 'drizzle-orm';
import type { BewaardCompartiment, Bewaarder } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { bezwaren } from '../database/schema.ts';

/** Which objection there is, and to what. */
export type Bezwaarrij = typeof bezwaren.$inferSelect;

/** Which objections there are, on disk; what they say stands with the afspraak. Who writes is in a step. */
export class Bezwarenkast implements Bewaarder {
  readonly tabellen = ['bezwaren'];
  readonly #database: GeopendeDatabase;

  constructor({ database }: { database: GeopendeDatabase }) {
    this.#database = database;
  }

  voegToe(rij: Omit<Bezwaarrij, 'open'>): void {
    this.#database.db
      .insert(bezwaren)
      .values({ ...rij, open: true })
      .run();
  }

  /** Those that wait, of one casus or of all, in the order of chance. */
  open(casusId?: string): Bezwaarrij[] {
    const wacht = eq(bezwaren.open, true);
    return this.#database.db
      .select()
      .from(bezwaren)
      .where(casusId === undefined ? wacht : and(eq(bezwaren.casusId, casusId), wacht))
      .orderBy(bezwaren.id)
      .all();
  }

  een(id: string): Bezwaarrij | undefined {
    return this.#database.db.select().from(bezwaren).where(eq(bezwaren.id, id)).get();
  }

  sluit(id: string): void {
    this.#database.db.update(bezwaren).set({ open: false }).where(eq(bezwaren.id, id)).run();
  }

  /** With the afspraak. */
  verwijder(kaartId: string): void {
    this.#database.db.delete(bezwaren).where(eq(bezwaren.kaartId, kaartId)).run();
  }

  wis({ id }: BewaardCompartiment): void {
    this.#database.db.delete(bezwaren).where(eq(bezwaren.compartimentId, id)).run();
  }

  /** Nothing of it is encrypted. */
  wisselTijdperk(): void {}
}

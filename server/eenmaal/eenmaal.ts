import { createHash } from 'node:crypto';
import { and, eq, gt, lte, min } from 'drizzle-orm';
import type { BewaardCompartiment, Bewaarder } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { compartimenten, opdrachtsleutels } from '../database/schema.ts';
import type { Eerder, Gevraagd, Onthouden } from '../http/eenmaal.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Stappen } from '../kern/stap.ts';

/** So long asking again makes nothing twice; after it the key is as one that was never used. */
const GELDT_MS = 24 * 60 * 60 * 1000;

/**
 * What was made under which key (ST13). Of what was asked it keeps a MAC under the key of the compartment where that
 * stands: who has the database alone can't try out what it was, and it is gone when that is (NK14, NK15).
 */
export class Eenmaal implements Bewaarder, Onthouden {
  readonly tabellen = ['opdrachtsleutels'];
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;

  constructor(database: GeopendeDatabase, omgeving: Omgeving, stappen: Stappen) {
    this.#database = database;
    this.#omgeving = omgeving;
    this.#stappen = stappen;
  }

  /** What this person made under this key in the last day, or null. */
  zoek(persoonId: string, sleutel: string): Eerder | null {
    const { db, kluis } = this.#database;
    const rij = db
      .select()
      .from(opdrachtsleutels)
      .where(
        and(
          eq(opdrachtsleutels.id, idVan(persoonId, sleutel)),
          gt(opdrachtsleutels.op, this.#omgeving.nu() - GELDT_MS),
        ),
      )
      .get();
    if (rij === undefined) return null;
    const { gemaakt, op, compartimentId, vraag } = rij;
    return {
      gemaakt,
      op,
      // Where what was asked is gone, nobody can say any more whether it was something else.
      isZelfde: (nu) => compartimentId === null || kluis.stempel(compartimentId, SOORT, nu) === vraag,
    };
  }

  /** Keeps what was made, in the step that makes it. */
  onthoud(persoonId: string, sleutel: string, { vraag, gemaakt, compartimentId }: Gevraagd): void {
    const { db, kluis } = this.#database;
    const waar = db
      .select({ casusId: compartimenten.casusId })
      .from(compartimenten)
      .where(eq(compartimenten.id, compartimentId))
      .get();
    if (waar === undefined) throw new Error('made in a compartment that isn’t there');
    const rij = {
      persoonId,
      casusId: waar.casusId,
      compartimentId,
      vraag: kluis.stempel(compartimentId, SOORT, vraag),
      gemaakt,
      op: this.#omgeving.nu(),
    };
    db.insert(opdrachtsleutels)
      .values({ id: idVan(persoonId, sleutel), ...rij })
      // One of before this day, which wasn't swept yet.
      .onConflictDoUpdate({ target: opdrachtsleutels.id, set: rij })
      .run();
  }

  /** Sweeps what is older than a day; each second. */
  ruimOp(): void {
    const { db } = this.#database;
    const grens = this.#omgeving.nu() - GELDT_MS;
    const oudste = db
      .select({ op: min(opdrachtsleutels.op) })
      .from(opdrachtsleutels)
      .get()?.op;
    if (oudste === undefined || oudste === null || oudste > grens) return;
    this.#stappen.doe(() => void db.delete(opdrachtsleutels).where(lte(opdrachtsleutels.op, grens)).run());
  }

  /** What was asked goes with its compartment; that something was made stays, so that it isn't made again. */
  wis({ id }: BewaardCompartiment): void {
    this.#database.db
      .update(opdrachtsleutels)
      .set({ vraag: null, compartimentId: null })
      .where(eq(opdrachtsleutels.compartimentId, id))
      .run();
  }

  /** Nothing in it is encrypted, and the key of a compartment stays the same. */
  wisselTijdperk(): void {}
}

const SOORT = 'opdracht';

/** Another person's same key is another. */
function idVan(persoonId: string, sleutel: string): string {
  return createHash('sha256')
    .update(JSON.stringify([persoonId, sleutel]))
    .digest('base64url');
}

import { and, asc, count, eq, gt, inArray, lte, min, ne, or, sql } from 'drizzle-orm';
import { z } from '../../shared/contract/zod.ts';
import { GESPREKSDELEN, OVERLEGSTATEN } from '../../shared/overleg.ts';
import type { BewaardCompartiment, Bewaarder, Casussen } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { agendapunten, meedenkers, overleggen } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import { Opgeslagen } from '../kern/opgeslagen.ts';
import type { Stappen } from '../kern/stap.ts';

const Rij = z.object({
  id: z.uuid(),
  reeksId: z.uuid().nullable(),
  casusId: z.uuid().nullable(),
  begin: Opgeslagen,
  einde: Opgeslagen,
  staat: z.enum(OVERLEGSTATEN),
  agendapuntId: z.uuid().nullable(),
  onderdeel: z.enum(GESPREKSDELEN).nullable(),
  onderdeelSinds: Opgeslagen.nullable(),
  puntSinds: Opgeslagen.nullable(),
  versie: z.int().nonnegative(),
  leiderId: z.uuid().nullable(),
  uitloop: z.int(),
});

/** An overleg as it is stored, read; moments in ms since 1970. */
export type Overlegrij = z.infer<typeof Rij> & {
  /** Where a gezinsoverleg is, as it is stored: `plaatsVan` reads it. */
  readonly plaats: Buffer | null;
};

/** Overleggen on disk. One that can't be read counts as not there (ST1). */
export class Overlegkast implements Bewaarder {
  /** None with a compartment of their own: where a gezinsoverleg is goes with the casus's `regie`. */
  readonly tabellen = [];
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;
  readonly #casussen: Casussen;
  readonly #onleesbaar: Onleesbaren;

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    stappen: Stappen;
    casussen: Casussen;
    onleesbaar: Onleesbaren;
  }) {
    this.#database = behoeften.database;
    this.#omgeving = behoeften.omgeving;
    this.#stappen = behoeften.stappen;
    this.#casussen = behoeften.casussen;
    this.#onleesbaar = behoeften.onleesbaar;
  }

  een(id: string): Overlegrij | null {
    return this.#stappen.samen(this, id, () => {
      const rij = this.#database.db.select().from(overleggen).where(eq(overleggen.id, id)).get();
      return rij === undefined ? null : this.#gelezen(rij);
    });
  }

  /**
   * Those that end after a moment and are of these series, have something of these casussen on them, or a place for this
   * person; the first first.
   */
  vanaf(
    na: number,
    {
      reeksIds,
      casusIds,
      persoonId,
    }: {
      readonly reeksIds: readonly string[];
      readonly casusIds: readonly string[];
      readonly persoonId: string;
    },
  ): Overlegrij[] {
    const { db } = this.#database;
    const metCasus = db
      .select({ id: agendapunten.overlegId })
      .from(agendapunten)
      .where(inArray(agendapunten.casusId, [...casusIds]));
    const metPlaats = db
      .select({ id: agendapunten.overlegId })
      .from(agendapunten)
      .innerJoin(meedenkers, eq(meedenkers.agendapuntId, agendapunten.id))
      .where(eq(meedenkers.persoonId, persoonId));
    return (
      db
        .select()
        .from(overleggen)
        .where(
          and(
            gt(overleggen.einde, na),
            or(
              inArray(overleggen.reeksId, [...reeksIds]),
              inArray(overleggen.id, metCasus),
              inArray(overleggen.id, metPlaats),
            ),
          ),
        )
        // Of two at once the one that was made first: an order of chance would be another each time that one moves.
        .orderBy(asc(overleggen.begin), sql`rowid`)
        .all()
        .flatMap((rij) => this.#gelezen(rij) ?? [])
    );
  }

  /** Those that aren't closed and end before a moment, or are held now; the first first. */
  open(eindeVoor: number): Overlegrij[] {
    return this.#database.db
      .select()
      .from(overleggen)
      .where(
        and(
          ne(overleggen.staat, 'gesloten'),
          or(eq(overleggen.staat, 'bezig'), lte(overleggen.einde, eindeVoor)),
        ),
      )
      .orderBy(asc(overleggen.einde), sql`rowid`)
      .all()
      .flatMap((rij) => this.#gelezen(rij) ?? []);
  }

  /** The first end of one that isn't closed, in ms since 1970; Infinity: there is none. */
  eersteEinde(): number {
    const { einde } = this.#database.db
      .select({ einde: min(overleggen.einde) })
      .from(overleggen)
      .where(ne(overleggen.staat, 'gesloten'))
      .get() ?? { einde: null };
    return einde ?? Number.POSITIVE_INFINITY;
  }

  /** How many gezinsoverleggen of a casus end after a moment. */
  aantalVanCasus(casusId: string, na: number): number {
    const { aantal } = this.#database.db
      .select({ aantal: count() })
      .from(overleggen)
      .where(and(eq(overleggen.casusId, casusId), gt(overleggen.einde, na)))
      .get() ?? { aantal: 0 };
    return aantal;
  }

  /** Ids of all of a series that aren't closed. */
  vanReeks(reeksId: string): string[] {
    return this.#database.db
      .select({ id: overleggen.id })
      .from(overleggen)
      .where(and(eq(overleggen.reeksId, reeksId), ne(overleggen.staat, 'gesloten')))
      .all()
      .map(({ id }) => id);
  }

  /** Those of a series that are in preparation and begin after a moment, the first first. */
  komende(reeksId: string, na: number): Overlegrij[] {
    return this.#database.db
      .select()
      .from(overleggen)
      .where(
        and(eq(overleggen.reeksId, reeksId), eq(overleggen.staat, 'voorbereiding'), gt(overleggen.begin, na)),
      )
      .orderBy(asc(overleggen.begin))
      .all()
      .flatMap((rij) => this.#gelezen(rij) ?? []);
  }

  /** One of a series; one that begins then is there once. */
  voegToeAanReeks(reeksId: string, begin: number, einde: number): void {
    this.#database.db
      .insert(overleggen)
      .values({
        id: this.#omgeving.id(),
        reeksId,
        casusId: null,
        begin,
        einde,
        plaats: null,
        staat: 'voorbereiding',
      })
      .onConflictDoNothing()
      .run();
  }

  /** A gezinsoverleg. @returns its id */
  voegToeAanCasus(casusId: string, begin: number, einde: number, plaats: string): string {
    const id = this.#omgeving.id();
    const versleuteld = this.#database.kluis.versleutelJson(
      plekVan(this.#casussen.regieVan(casusId), id),
      plaats,
    );
    this.#database.db
      .insert(overleggen)
      .values({ id, reeksId: null, casusId, begin, einde, plaats: versleuteld, staat: 'voorbereiding' })
      .run();
    return id;
  }

  /** Where a gezinsoverleg is; empty where that can't be read. */
  plaatsVan({ id, casusId, plaats }: Overlegrij): string {
    return casusId === null || plaats === null
      ? ''
      : this.#stappen.samen(this, `plaats ${id}`, () => this.#leesPlaats(id, casusId, plaats));
  }

  #leesPlaats(id: string, casusId: string, plaats: Buffer): string {
    return (
      this.#onleesbaar.probeer('overleggen', id, () =>
        this.#database.kluis.ontsleutelJson(plekVan(this.#casussen.regieVan(casusId), id), plaats, (waarde) =>
          z.string().parse(waarde),
        ),
      ) ?? ''
    );
  }

  wijzig(id: string, velden: Partial<Omit<Overlegrij, 'id' | 'reeksId' | 'casusId' | 'plaats'>>): void {
    this.#database.db.update(overleggen).set(velden).where(eq(overleggen.id, id)).run();
  }

  /** Takes one away on which nothing was brought. */
  verwijder(id: string): void {
    this.#database.db.delete(overleggen).where(eq(overleggen.id, id)).run();
  }

  wis({ categorie, casusId }: BewaardCompartiment): void {
    if (categorie !== 'regie') return;
    this.#database.db.update(overleggen).set({ plaats: null }).where(eq(overleggen.casusId, casusId)).run();
  }

  wisselTijdperk(regie: BewaardCompartiment, tijdperk: string): void {
    if (regie.categorie !== 'regie') return;
    const { db, kluis } = this.#database;
    for (const { id, plaats } of db
      .select()
      .from(overleggen)
      .where(eq(overleggen.casusId, regie.casusId))
      .all()) {
      if (plaats === null) continue;
      const open = this.#onleesbaar.probeer('overleggen', id, () =>
        kluis.ontsleutel(plekVan(regie, id), plaats),
      );
      if (open === null) continue;
      const nieuw = kluis.versleutel(plekVan({ ...regie, tijdperk }, id), open);
      db.update(overleggen).set({ plaats: nieuw }).where(eq(overleggen.id, id)).run();
    }
  }

  #gelezen(rij: typeof overleggen.$inferSelect): Overlegrij | null {
    return this.#onleesbaar.probeer('overleggen', rij.id, () => ({
      ...Rij.parse(rij),
      plaats: rij.plaats,
    }));
  }
}

function plekVan({ id, tijdperk }: Pick<BewaardCompartiment, 'id' | 'tijdperk'>, rijId: string) {
  return { compartimentId: id, tijdperk, rijId, soort: 'plaats_overleg' };
}

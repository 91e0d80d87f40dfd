import { and, eq, gt, isNull, ne, notInArray, or } from 'drizzle-orm';
import { z } from '../../shared/contract/zod.ts';
import { OVERDRACHTUITKOMSTEN, type Overdrachtuitkomst, ZWAARTEPUNTCODES } from '../../shared/regie.ts';
import type { BewaardCompartiment, Bewaarder, Casussen } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { overdrachten, waarnemingen } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import { Opgeslagen } from '../kern/opgeslagen.ts';
import type { Stappen } from '../kern/stap.ts';

/** What was said at an offer: content of the casus's `regie`. */
const Inhoud = z.object({
  zwaartepunt: z.enum(ZWAARTEPUNTCODES),
  reden: z.string(),
  gezinVerteldOp: z.iso.date().nullable(),
  /** Why it was refused, by whom it was offered to. */
  redenWeigering: z.string().nullable(),
  /** Why the procesregisseur decided as they did. */
  redenBesluit: z.string().nullable(),
});
export type Overdrachtinhoud = z.infer<typeof Inhoud>;

const Rij = z.object({
  id: z.uuid(),
  casusId: z.uuid(),
  vanDeelnemerId: z.uuid(),
  deelnemerId: z.uuid(),
  van: Opgeslagen,
  tot: Opgeslagen,
  procesregisseurVanaf: Opgeslagen,
  geweigerdOp: Opgeslagen.nullable(),
  uitkomst: z.enum(OVERDRACHTUITKOMSTEN).nullable(),
});

/** An offer of the regie as it is stored, read; moments in ms since 1970. */
export type Overdracht = z.infer<typeof Rij> & { readonly inhoud: Overdrachtinhoud };

/**
 * Offers of the regie on disk, what was said at them encrypted with the regisseur's notes; and why somebody outside the
 * casus named who stands in. One that can't be read counts as not there (ST1).
 */
export class Overdrachten implements Bewaarder {
  /** None with a compartment of their own: they go with the casus's `regie`. */
  readonly tabellen = [];
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #casussen: Casussen;
  readonly #stappen: Stappen;
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

  /**
   * The offers in a casus that still say something, the first first: by which the regie went over, that are open, or that
   * were refused and wait. What came to nothing would make each look dearer for ever (ST6).
   */
  in(casusId: string): Overdracht[] {
    return this.#gelezen(
      this.#database.db
        .select()
        .from(overdrachten)
        .where(
          and(
            eq(overdrachten.casusId, casusId),
            or(
              isNull(overdrachten.uitkomst),
              and(
                notInArray(overdrachten.uitkomst, ['ingetrokken', 'vervallen']),
                or(ne(overdrachten.uitkomst, 'afgewezen'), gt(overdrachten.tot, this.#omgeving.nu())),
              ),
            ),
          ),
        )
        .orderBy(overdrachten.van, overdrachten.id)
        .all(),
    );
  }

  #gelezen(rijen: readonly (typeof overdrachten.$inferSelect)[]): Overdracht[] {
    return rijen.flatMap(({ inhoud, ...kop }) => {
      const regie = this.#casussen.regieVan(kop.casusId);
      const gelezen = this.#onleesbaar.probeer('overdrachten', kop.id, () => ({
        ...Rij.parse(kop),
        inhoud: this.#database.kluis.ontsleutelJson(plaatsVan(regie, kop.id), inhoud, (waarde) =>
          Inhoud.parse(waarde),
        ),
      }));
      // The clock looks again when it lapses.
      if (gelezen?.uitkomst === null) this.#stappen.lees(({ moment }) => moment.geldt(gelezen));
      return gelezen ?? [];
    });
  }

  /** Casussen in which one is open, in the order of chance. */
  metOpenVoorstel(): string[] {
    return this.#database.db
      .select({ casusId: overdrachten.casusId })
      .from(overdrachten)
      .where(isNull(overdrachten.uitkomst))
      .orderBy(overdrachten.id)
      .all()
      .map(({ casusId }) => casusId);
  }

  /** One offer, of any casus, or null. */
  een(id: string): Overdracht | null {
    return (
      this.#gelezen(this.#database.db.select().from(overdrachten).where(eq(overdrachten.id, id)).all())[0] ??
      null
    );
  }

  /** Puts an offer down. @returns its id */
  voegToe(nieuw: Omit<Overdracht, 'id' | 'geweigerdOp' | 'uitkomst'>): string {
    const id = this.#omgeving.id();
    // One that can't be read is in nobody's way.
    this.#database.db
      .update(overdrachten)
      .set({ uitkomst: 'vervallen' })
      .where(and(eq(overdrachten.casusId, nieuw.casusId), isNull(overdrachten.uitkomst)))
      .run();
    const { inhoud, ...kop } = nieuw;
    this.#database.db
      .insert(overdrachten)
      .values({
        ...kop,
        id,
        geweigerdOp: null,
        uitkomst: null,
        inhoud: this.#versleutel(nieuw.casusId, id, inhoud),
      })
      .run();
    return id;
  }

  /** It was refused: from now on it waits for the procesregisseur as well. */
  weiger({ id, casusId, inhoud, procesregisseurVanaf }: Overdracht, redenWeigering: string): void {
    const nu = this.#omgeving.nu();
    this.#database.db
      .update(overdrachten)
      .set({
        geweigerdOp: nu,
        procesregisseurVanaf: Math.min(nu, procesregisseurVanaf),
        inhoud: this.#versleutel(casusId, id, { ...inhoud, redenWeigering }),
      })
      .where(eq(overdrachten.id, id))
      .run();
  }

  /** It ends, at the moment of this step; what the procesregisseur refused stays in sight as long as it would have run. */
  sluit(
    { id, casusId, inhoud, tot, van }: Overdracht,
    uitkomst: Overdrachtuitkomst,
    erbij: Partial<Overdrachtinhoud> = {},
  ): void {
    this.#database.db
      .update(overdrachten)
      .set({
        uitkomst,
        tot: uitkomst === 'afgewezen' ? tot : Math.max(van, Math.min(tot, this.#omgeving.nu())),
        inhoud: this.#versleutel(casusId, id, { ...inhoud, ...erbij }),
      })
      .where(eq(overdrachten.id, id))
      .run();
  }

  /** Who named a waarnemer from outside the casus, and why. */
  legReden(casusId: string, waarnemingId: string, genoemdDoor: string, reden: string): void {
    const plaats = redenplaats(this.#casussen.regieVan(casusId), waarnemingId);
    this.#database.db
      .update(waarnemingen)
      .set({ genoemdDoor, reden: this.#database.kluis.versleutelJson(plaats, reden) })
      .where(eq(waarnemingen.id, waarnemingId))
      .run();
  }

  wis({ categorie, casusId }: BewaardCompartiment): void {
    if (categorie !== 'regie') return;
    const { db } = this.#database;
    db.delete(overdrachten).where(eq(overdrachten.casusId, casusId)).run();
    db.update(waarnemingen).set({ reden: null }).where(eq(waarnemingen.casusId, casusId)).run();
  }

  wisselTijdperk(regie: BewaardCompartiment, tijdperk: string): void {
    if (regie.categorie !== 'regie') return;
    const { db } = this.#database;
    const { casusId } = regie;
    for (const { id, inhoud } of db
      .select()
      .from(overdrachten)
      .where(eq(overdrachten.casusId, casusId))
      .all()) {
      const nieuw = this.#anders('overdrachten', id, inhoud, regie, tijdperk, plaatsVan);
      if (nieuw !== null) db.update(overdrachten).set({ inhoud: nieuw }).where(eq(overdrachten.id, id)).run();
    }
    for (const { id, reden } of db
      .select()
      .from(waarnemingen)
      .where(eq(waarnemingen.casusId, casusId))
      .all()) {
      const nieuw = reden && this.#anders('waarnemingen', id, reden, regie, tijdperk, redenplaats);
      if (nieuw !== null) db.update(waarnemingen).set({ reden: nieuw }).where(eq(waarnemingen.id, id)).run();
    }
  }

  #anders(
    tabel: string,
    id: string,
    oud: Uint8Array,
    regie: BewaardCompartiment,
    tijdperk: string,
    plaats: typeof plaatsVan,
  ): Buffer | null {
    const { kluis } = this.#database;
    const open = this.#onleesbaar.probeer(tabel, id, () => kluis.ontsleutel(plaats(regie, id), oud));
    return open === null ? null : kluis.versleutel(plaats({ ...regie, tijdperk }, id), open);
  }

  #versleutel(casusId: string, id: string, inhoud: Overdrachtinhoud): Buffer {
    return this.#database.kluis.versleutelJson(plaatsVan(this.#casussen.regieVan(casusId), id), inhoud);
  }
}

type Regieplaats = Pick<BewaardCompartiment, 'id' | 'tijdperk'>;

function plaatsVan({ id, tijdperk }: Regieplaats, rijId: string) {
  return { compartimentId: id, tijdperk, rijId, soort: 'overdracht' };
}

function redenplaats({ id, tijdperk }: Regieplaats, rijId: string) {
  return { compartimentId: id, tijdperk, rijId, soort: 'reden_waarneming' };
}

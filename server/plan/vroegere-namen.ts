import { and, eq, isNull } from 'drizzle-orm';
import type { InhoudVan } from '../../shared/contract/kaarten.ts';
import { z } from '../../shared/contract/zod.ts';
import type { BewaardCompartiment, Bewaarder, CompartimentRij } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { vroegereNamen } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';

const OpSchijf = z.object({
  voornaam: z.string(),
  achternaam: z.string().optional(),
  geboortedatum: z.string().optional(),
});

/** Of a kaart with a name, what one recognizes somebody by. */
export type VroegereNaam = z.infer<typeof OpSchijf>;

/**
 * Names that a kaart bore before it was changed or removed: what was written by them stays, so they are looked for where
 * somebody reads without names (OV11). Shown to nobody; encrypted under the key of where the kaart stood, and gone with
 * it. Who writes is in a step.
 */
export class VroegereNamen implements Bewaarder {
  readonly tabellen = ['vroegere_namen'];
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Pick<Omgeving, 'id'>;
  readonly #onleesbaar: Onleesbaren;

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Pick<Omgeving, 'id'>;
    onleesbaar: Onleesbaren;
  }) {
    this.#database = behoeften.database;
    this.#omgeving = behoeften.omgeving;
    this.#onleesbaar = behoeften.onleesbaar;
  }

  /** Somebody isn't called so any more; nothing when they still are. */
  onthoud(compartiment: CompartimentRij, oud: InhoudVan<'naam'>, nieuw: InhoudVan<'naam'> | null): void {
    const naam = OpSchijf.parse(oud);
    if (nieuw !== null && JSON.stringify(OpSchijf.parse(nieuw)) === JSON.stringify(naam)) return;
    const id = this.#omgeving.id();
    const inhoud = this.#database.kluis.versleutelJson(plaatsVan(id, compartiment), naam);
    this.#database.db.insert(vroegereNamen).values({ id, compartimentId: compartiment.id, inhoud }).run();
  }

  /** What people were called in some compartments; null: some of it can't be read (ST1). */
  in(lijst: readonly CompartimentRij[]): VroegereNaam[] | null {
    const gelezen = lijst.flatMap((compartiment) =>
      this.#rijen(compartiment.id).map((rij) =>
        this.#onleesbaar.probeer('vroegere_namen', rij.id, () =>
          this.#database.kluis.ontsleutelJson(
            plaatsVan(rij.id, { ...compartiment, tijdperk: rij.tijdperk ?? compartiment.tijdperk }),
            rij.inhoud,
            (waarde) => OpSchijf.parse(waarde),
          ),
        ),
      ),
    );
    const namen = gelezen.flatMap((naam) => (naam === null ? [] : [naam]));
    return namen.length < gelezen.length ? null : namen;
  }

  wis({ id }: BewaardCompartiment): void {
    this.#database.db.delete(vroegereNamen).where(eq(vroegereNamen.compartimentId, id)).run();
  }

  /** Encrypts them for another tijdperk (SY13); what can't be read stays as it is, and says in which it was. */
  wisselTijdperk(compartiment: BewaardCompartiment, tijdperk: string): void {
    const { db, kluis } = this.#database;
    for (const rij of this.#rijen(compartiment.id)) {
      const inhoud = this.#onleesbaar.probeer('vroegere_namen', rij.id, () =>
        kluis.ontsleutel(
          plaatsVan(rij.id, { ...compartiment, tijdperk: rij.tijdperk ?? compartiment.tijdperk }),
          rij.inhoud,
        ),
      );
      if (inhoud === null)
        db.update(vroegereNamen)
          .set({ tijdperk: compartiment.tijdperk })
          .where(and(eq(vroegereNamen.id, rij.id), isNull(vroegereNamen.tijdperk)))
          .run();
      else
        db.update(vroegereNamen)
          .set({
            inhoud: kluis.versleutel(plaatsVan(rij.id, { ...compartiment, tijdperk }), inhoud),
            tijdperk: null,
          })
          .where(eq(vroegereNamen.id, rij.id))
          .run();
    }
  }

  #rijen(compartimentId: string) {
    return this.#database.db
      .select()
      .from(vroegereNamen)
      .where(eq(vroegereNamen.compartimentId, compartimentId))
      .all();
  }
}

function plaatsVan(rijId: string, { id, tijdperk }: { readonly id: string; readonly tijdperk: string }) {
  return { compartimentId: id, tijdperk, rijId, soort: 'vroegere naam' };
}

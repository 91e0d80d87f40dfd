import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { Id } from '../../shared/contract/gedeeld.ts';
import { z } from '../../shared/contract/zod.ts';
import type { BewaardCompartiment, Casussen } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { compartimenten, kaarten } from '../database/schema.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';

const OpSchijf = z.object({
  voorId: Id,
  uitvoerderId: Id.nullable(),
  auteurs: z.record(z.string(), z.string()),
});

/** Who really carries out an afspraak that names the regisseur for them (NK26), for the server's own use. */
export type Via = Readonly<z.infer<typeof OpSchijf>> & {
  /** Where this stands: with the regisseur's notes. Who reads those may know of it, and who carries it out. */
  readonly compartimentId: string;
};

/**
 * Who carries out which afspraak via the regisseur, on disk: beside the kaart, encrypted with the regisseur's notes, so
 * that the key of the plan doesn't open it. Who writes is in a step.
 */
export class Viakluis {
  readonly #database: GeopendeDatabase;
  readonly #casussen: Pick<Casussen, 'regieVan'>;
  readonly #onleesbaar: Onleesbaren;

  constructor(behoeften: {
    database: GeopendeDatabase;
    casussen: Pick<Casussen, 'regieVan'>;
    onleesbaar: Onleesbaren;
  }) {
    this.#database = behoeften.database;
    this.#casussen = behoeften.casussen;
    this.#onleesbaar = behoeften.onleesbaar;
  }

  /** What stands beside a kaart; null when that is nothing, or can't be read: then it is an afspraak of the regisseur (ST1). */
  lees(kaartId: string, compartimentId: string, via: Buffer | null): Via | null {
    if (via === null) return null;
    const regie = this.#regieBij(compartimentId);
    const gelezen = this.#onleesbaar.probeer('kaarten', `${kaartId} via`, () =>
      this.#database.kluis.ontsleutelJson(plaatsVan(kaartId, regie), via, (waarde) => OpSchijf.parse(waarde)),
    );
    return gelezen && { ...gelezen, compartimentId: regie.id };
  }

  versleutel(kaartId: string, compartimentId: string, via: Via | null): Buffer | null {
    if (via === null) return null;
    const { compartimentId: _, ...inhoud } = via;
    return this.#database.kluis.versleutelJson(plaatsVan(kaartId, this.#regieBij(compartimentId)), inhoud);
  }

  /** With the regisseur's notes goes who carried out what for them. */
  wis(regie: BewaardCompartiment): void {
    for (const { id } of this.#rijen(regie)) this.#zet(id, null);
  }

  /** Encrypts all of a casus for another tijdperk of the regisseur's notes (SY13). */
  wisselTijdperk(regie: BewaardCompartiment, tijdperk: string): void {
    const { kluis } = this.#database;
    for (const { id, via } of this.#rijen(regie)) {
      if (via === null) continue;
      const inhoud = this.#onleesbaar.probeer('kaarten', `${id} via`, () =>
        kluis.ontsleutel(plaatsVan(id, regie), via),
      );
      if (inhoud !== null) this.#zet(id, kluis.versleutel(plaatsVan(id, { ...regie, tijdperk }), inhoud));
    }
  }

  #rijen({ casusId, categorie }: BewaardCompartiment) {
    if (categorie !== 'regie') return [];
    const { db } = this.#database;
    const vanCasus = db
      .select({ id: compartimenten.id })
      .from(compartimenten)
      .where(eq(compartimenten.casusId, casusId));
    return db
      .select({ id: kaarten.id, via: kaarten.via })
      .from(kaarten)
      .where(and(inArray(kaarten.compartimentId, vanCasus), isNotNull(kaarten.via)))
      .all();
  }

  #zet(kaartId: string, via: Buffer | null): void {
    this.#database.db.update(kaarten).set({ via }).where(eq(kaarten.id, kaartId)).run();
  }

  #regieBij(compartimentId: string): BewaardCompartiment {
    const hier = this.#database.db
      .select({ casusId: compartimenten.casusId })
      .from(compartimenten)
      .where(eq(compartimenten.id, compartimentId))
      .get();
    if (hier === undefined) throw new Error('a kaart without a compartment');
    return this.#casussen.regieVan(hier.casusId);
  }
}

function plaatsVan(kaartId: string, { id, tijdperk }: { readonly id: string; readonly tijdperk: string }) {
  return { compartimentId: id, tijdperk, rijId: kaartId, soort: 'via' };
}

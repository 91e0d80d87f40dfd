import { isDeepStrictEqual } from 'node:util';
import { eq, inArray, max } from 'drizzle-orm';
import { KaartInhoud } from '../../shared/contract/kaarten.ts';
import { z } from '../../shared/contract/zod.ts';
import { MET_TEKST, STANDEN } from '../../shared/plan/kaartsoorten.ts';
import type { BewaardCompartiment, Bewaarder, CompartimentRij } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { kaarten, velden } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Stapdeel, Stappen } from '../kern/stap.ts';
import { zonderAlleVerwijzingen } from './verwijzingen.ts';

const Stap = z.object({
  id: z.string(),
  op: z.number(),
  persoonId: z.string(),
  stand: z.enum(STANDEN).optional(),
  tekst: z.string().optional(),
});

/** A step as it is stored, with who set it: `medewerkerId` in a kaart that was last written before there were persons. */
const StapOpSchijf = Stap.or(
  Stap.omit({ persoonId: true })
    .extend({ medewerkerId: z.string() })
    .transform(({ medewerkerId, ...stap }) => ({ ...stap, persoonId: medewerkerId })),
);
export type StapOpSchijf = z.infer<typeof StapOpSchijf>;

const KaartOpSchijf = z.object({ inhoud: KaartInhoud, stappen: z.array(StapOpSchijf) });

/** A kaart, decrypted, for the server's own use; `kaartVoor` decides what of it reaches whom. */
export interface KaartRij {
  readonly id: string;
  readonly compartimentId: string;
  /** How often it was written; for the record alone, for it counts what some readers don't see (ST11). */
  readonly versie: number;
  readonly volgorde: number;
  readonly gemaaktDoor: string;
  readonly gemaaktOp: number;
  /** When what every reader sees alike changed last (ST11). */
  readonly gewijzigdOp: number;
  readonly inhoud: KaartInhoud;
  readonly stappen: readonly StapOpSchijf[];
}

/**
 * The kaarten on disk: each encrypted under the key of its compartment, and decrypted once a step, whoever looks.
 * Who writes is in a step.
 */
export class Kaartenkast implements Bewaarder {
  readonly tabellen = ['kaarten'];
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;
  #keerGeschreven = 0;

  constructor(database: GeopendeDatabase, omgeving: Omgeving, stappen: Stappen) {
    this.#database = database;
    this.#omgeving = omgeving;
    this.#stappen = stappen;
  }

  /** How often something was written: another number, and what was read before is old. */
  get keerGeschreven(): number {
    return this.#keerGeschreven;
  }

  /** The kaarten of some compartments, in the order in which they were made. */
  in(lijst: readonly CompartimentRij[]): KaartRij[] {
    if (lijst.length === 0) return [];
    return this.#stappen.lees((stap) => {
      const gelezen = stap.deel(GELEZEN);
      const nieuw = lijst.filter(({ id }) => !gelezen.has(id));
      if (nieuw.length > 0) this.#leesIn(nieuw, gelezen);
      return lijst.flatMap(({ id }) => gelezen.get(id) ?? []).sort(opVolgorde);
    });
  }

  #leesIn(lijst: readonly CompartimentRij[], gelezen: Map<string, KaartRij[]>): void {
    const perId = new Map(lijst.map((compartiment) => [compartiment.id, compartiment]));
    for (const id of perId.keys()) gelezen.set(id, []);
    const rijen = this.#database.db
      .select()
      .from(kaarten)
      .where(inArray(kaarten.compartimentId, [...perId.keys()]))
      .all();
    for (const rij of rijen) {
      const compartiment = perId.get(rij.compartimentId);
      if (compartiment !== undefined) gelezen.get(rij.compartimentId)?.push(this.#lees(rij, compartiment));
    }
  }

  /** In which compartment a kaart stands, or null. */
  plaats(kaartId: string): string | null {
    return (
      this.#database.db
        .select({ id: kaarten.compartimentId })
        .from(kaarten)
        .where(eq(kaarten.id, kaartId))
        .get()?.id ?? null
    );
  }

  /** One kaart of a compartment, or null. */
  een(kaartId: string, compartiment: CompartimentRij): KaartRij | null {
    return this.in([compartiment]).find(({ id }) => id === kaartId) ?? null;
  }

  /** Puts a new kaart in a compartment, with its text where its sort has one. */
  voegToe(compartiment: CompartimentRij, inhoud: KaartInhoud, persoonId: string): KaartRij {
    const { db } = this.#database;
    const nu = this.#omgeving.nu();
    // After the last, not by their number: who only sees some of them (NK22) would see in the order that one went.
    const volgorde =
      (db
        .select({ hoogste: max(kaarten.volgorde) })
        .from(kaarten)
        .where(eq(kaarten.compartimentId, compartiment.id))
        .get()?.hoogste ?? -1) + 1;
    const rij: KaartRij = {
      id: this.#omgeving.id(),
      compartimentId: compartiment.id,
      versie: 1,
      volgorde,
      gemaaktDoor: persoonId,
      gemaaktOp: nu,
      gewijzigdOp: nu,
      inhoud,
      stappen: [],
    };
    db.insert(kaarten)
      .values({
        id: rij.id,
        compartimentId: compartiment.id,
        versie: 1,
        volgorde,
        gemaaktDoor: persoonId,
        gemaaktOp: nu,
        gewijzigdOp: nu,
        inhoud: this.#versleutel(rij, compartiment),
      })
      .run();
    if (MET_TEKST.has(inhoud.soort)) {
      db.insert(velden)
        .values({
          id: this.#omgeving.id(),
          compartimentId: compartiment.id,
          kaartId: rij.id,
          soort: 'toelichting',
          leefgebied: 'leefgebied' in inhoud ? (inhoud.leefgebied ?? null) : null,
          volgorde,
        })
        .run();
    }
    this.#wijzigGelezen(compartiment.id, (lijst) => [...lijst, rij]);
    return rij;
  }

  /** Writes a kaart's new content. Its moment stays where only references changed: each reader sees others (ST11). */
  vervang(
    oud: KaartRij,
    compartiment: CompartimentRij,
    nieuw: Pick<KaartRij, 'inhoud' | 'stappen'>,
  ): KaartRij {
    const rij: KaartRij = {
      ...oud,
      ...nieuw,
      versie: oud.versie + 1,
      gewijzigdOp: isVoorIederGelijk(oud, nieuw) ? oud.gewijzigdOp : this.#omgeving.nu(),
    };
    this.#database.db
      .update(kaarten)
      .set({ versie: rij.versie, gewijzigdOp: rij.gewijzigdOp, inhoud: this.#versleutel(rij, compartiment) })
      .where(eq(kaarten.id, rij.id))
      .run();
    this.#wijzigGelezen(compartiment.id, (lijst) => lijst.map((een) => (een.id === rij.id ? rij : een)));
    return rij;
  }

  /** The texts of a kaart. */
  veldenVan(kaart: KaartRij): string[] {
    return this.#database.db
      .select({ id: velden.id })
      .from(velden)
      .where(eq(velden.kaartId, kaart.id))
      .all()
      .map(({ id }) => id);
  }

  verwijder(kaart: KaartRij): void {
    this.#database.db.delete(kaarten).where(eq(kaarten.id, kaart.id)).run();
    this.#wijzigGelezen(kaart.compartimentId, (lijst) => lijst.filter(({ id }) => id !== kaart.id));
  }

  /** Takes all kaarten of a compartment off the disk (NK15). */
  wis({ id }: BewaardCompartiment): void {
    this.#database.db.delete(kaarten).where(eq(kaarten.compartimentId, id)).run();
    this.#wijzigGelezen(id, () => []);
  }

  /** Encrypts the kaarten of a compartment for another tijdperk (SY13). */
  wisselTijdperk(compartiment: BewaardCompartiment, tijdperk: string): void {
    for (const kaart of this.in([compartiment])) {
      this.#database.db
        .update(kaarten)
        .set({ inhoud: this.#versleutel(kaart, { ...compartiment, tijdperk }) })
        .where(eq(kaarten.id, kaart.id))
        .run();
    }
  }

  /** What this step has read is what is on disk now. */
  #wijzigGelezen(compartimentId: string, wordt: (lijst: readonly KaartRij[]) => KaartRij[]): void {
    this.#keerGeschreven += 1;
    const gelezen = this.#stappen.huidig.deel(GELEZEN);
    const lijst = gelezen.get(compartimentId);
    if (lijst !== undefined) gelezen.set(compartimentId, wordt(lijst));
  }

  #versleutel(rij: KaartRij, compartiment: CompartimentRij): Buffer {
    return this.#database.kluis.versleutelJson(plaatsVan(rij.id, compartiment), {
      inhoud: rij.inhoud,
      stappen: rij.stappen,
    });
  }

  #lees(rij: typeof kaarten.$inferSelect, compartiment: CompartimentRij): KaartRij {
    const { inhoud, stappen } = this.#database.kluis.ontsleutelJson(
      plaatsVan(rij.id, compartiment),
      rij.inhoud,
      (waarde) => KaartOpSchijf.parse(waarde),
    );
    return {
      id: rij.id,
      compartimentId: rij.compartimentId,
      versie: rij.versie,
      volgorde: rij.volgorde,
      gemaaktDoor: rij.gemaaktDoor,
      gemaaktOp: rij.gemaaktOp,
      gewijzigdOp: rij.gewijzigdOp,
      inhoud,
      stappen,
    };
  }
}

/** What this step has read and decrypted, by compartment. */
const GELEZEN: Stapdeel<Map<string, KaartRij[]>> = { maak: () => new Map() };

function isVoorIederGelijk(oud: Pick<KaartRij, 'inhoud' | 'stappen'>, nieuw: typeof oud): boolean {
  return (
    isDeepStrictEqual(zonderAlleVerwijzingen(oud.inhoud), zonderAlleVerwijzingen(nieuw.inhoud)) &&
    isDeepStrictEqual(oud.stappen, nieuw.stappen)
  );
}

/** In the order in which they were made. */
function opVolgorde(a: KaartRij, b: KaartRij): number {
  return a.volgorde - b.volgorde || a.gemaaktOp - b.gemaaktOp;
}

function plaatsVan(kaartId: string, compartiment: CompartimentRij) {
  return { compartimentId: compartiment.id, tijdperk: compartiment.tijdperk, rijId: kaartId, soort: 'kaart' };
}

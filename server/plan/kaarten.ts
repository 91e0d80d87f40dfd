import { isDeepStrictEqual } from 'node:util';
import { and, eq, inArray, isNull, max } from 'drizzle-orm';
import { Id } from '../../shared/contract/gedeeld.ts';
import { KaartInhoud } from '../../shared/contract/kaarten.ts';
import { z } from '../../shared/contract/zod.ts';
import { MET_TEKST, STANDEN } from '../../shared/plan/kaartsoorten.ts';
import type { BewaardCompartiment, Bewaarder, Casussen, CompartimentRij } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { kaarten, velden } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import { Opgeslagen } from '../kern/opgeslagen.ts';
import type { Stapdeel, Stappen } from '../kern/stap.ts';
import { type Doorzetting, DoorzettingOpSchijf, zonderBezwaren } from './doorzetting.ts';
import { zonderAlleVerwijzingen } from './verwijzingen.ts';
import { type Via, Viakluis } from './viakluis.ts';
import { VroegereNamen } from './vroegere-namen.ts';

const Stap = z.object({
  id: Id,
  op: Opgeslagen,
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

const KaartOpSchijf = z.object({
  inhoud: KaartInhoud,
  stappen: z.array(StapOpSchijf),
  // A kaart that was written before there were any has none.
  doorzetting: DoorzettingOpSchijf.nullable().default(null),
});

/** What of a kaart is stored in the open. */
const Rijkop = z.object({
  id: Id,
  compartimentId: Id,
  versie: z.int(),
  volgorde: z.int(),
  gemaaktDoor: z.string(),
  gemaaktOp: Opgeslagen,
  gewijzigdOp: Opgeslagen,
});

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
  /** What the regisseur decided of an afspraak last (NK30). */
  readonly doorzetting: Doorzetting | null;
  readonly via: Via | null;
}

/**
 * The kaarten on disk: each encrypted under the key of its compartment, and decrypted once a step, whoever looks.
 * Who writes is in a step.
 */
export class Kaartenkast implements Bewaarder {
  readonly tabellen = ['kaarten', 'vroegere_namen'];
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;
  readonly #onleesbaar: Onleesbaren;
  readonly #via: Viakluis;
  readonly vroegereNamen: VroegereNamen;
  #keerGeschreven = 0;

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    stappen: Stappen;
    casussen: Pick<Casussen, 'regieVan'>;
    onleesbaar: Onleesbaren;
  }) {
    this.#database = behoeften.database;
    this.#omgeving = behoeften.omgeving;
    this.#stappen = behoeften.stappen;
    this.#onleesbaar = behoeften.onleesbaar;
    this.#via = new Viakluis(behoeften);
    this.vroegereNamen = new VroegereNamen(behoeften);
  }

  /** How often something was written: another number, and what was read before is old. */
  get keerGeschreven(): number {
    return this.#keerGeschreven;
  }

  /** The kaarten of some compartments that can be read, in the order in which they were made. */
  in(lijst: readonly CompartimentRij[]): KaartRij[] {
    const gelezen = this.#gelezen(lijst);
    return lijst.flatMap(({ id }) => gelezen.get(id)?.rijen ?? []).sort(opVolgorde);
  }

  /** Which of some compartments hold a kaart that can't be read (ST1). */
  metOnleesbaar(lijst: readonly CompartimentRij[]): CompartimentRij[] {
    const gelezen = this.#gelezen(lijst);
    return lijst.filter(({ id }) => (gelezen.get(id)?.onleesbaar.length ?? 0) > 0);
  }

  #gelezen(lijst: readonly CompartimentRij[]): Gelezen {
    return this.#stappen.lees((stap) => {
      const gelezen = stap.deel(GELEZEN);
      const nieuw = lijst.filter(({ id }) => !gelezen.has(id));
      if (nieuw.length > 0) this.#leesIn(nieuw, gelezen);
      return gelezen;
    });
  }

  #leesIn(lijst: readonly CompartimentRij[], gelezen: Gelezen): void {
    const perId = new Map(lijst.map((compartiment) => [compartiment.id, compartiment]));
    const gevonden = new Map(
      lijst.map(({ id }) => [id, { rijen: [] as KaartRij[], onleesbaar: [] as string[] }]),
    );
    const rijen = this.#database.db
      .select()
      .from(kaarten)
      .where(inArray(kaarten.compartimentId, [...perId.keys()]))
      .all();
    for (const rij of rijen) {
      const compartiment = perId.get(rij.compartimentId);
      const hier = gevonden.get(rij.compartimentId);
      if (compartiment === undefined || hier === undefined) continue;
      // ST1: one that can't be read keeps nobody from the others.
      const kaart = this.#onleesbaar.probeer('kaarten', rij.id, () => this.#lees(rij, compartiment));
      if (kaart === null) hier.onleesbaar.push(rij.id);
      else hier.rijen.push(kaart);
    }
    for (const [id, hier] of gevonden) gelezen.set(id, hier);
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
  voegToe(
    compartiment: CompartimentRij,
    inhoud: KaartInhoud,
    persoonId: string,
    via: Via | null = null,
  ): KaartRij {
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
      doorzetting: null,
      via,
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
        via: this.#via.versleutel(rij.id, compartiment.id, via),
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
    nieuw: Pick<KaartRij, 'inhoud' | 'stappen'> & Partial<Pick<KaartRij, 'via' | 'doorzetting'>>,
  ): KaartRij {
    const { via = oud.via, ...anders } = nieuw;
    const gezien = { doorzetting: oud.doorzetting, ...anders };
    const metVia = via === oud.via ? oud : this.#zetVia(oud, via);
    // Who carries it out via the regisseur is no write to others: how often it was written would tell them of it.
    if (metVia !== oud && isDeepStrictEqual(gezien, gezienVan(oud))) return metVia;
    const rij: KaartRij = {
      ...oud,
      ...gezien,
      via,
      versie: oud.versie + 1,
      gewijzigdOp: isVoorIederGelijk(oud, gezien) ? oud.gewijzigdOp : this.#omgeving.nu(),
    };
    this.#vergeetNiet(oud, compartiment, rij.inhoud);
    this.#database.db
      .update(kaarten)
      .set({
        versie: rij.versie,
        gewijzigdOp: rij.gewijzigdOp,
        inhoud: this.#versleutel(rij, compartiment),
        tijdperk: null,
      })
      .where(eq(kaarten.id, rij.id))
      .run();
    this.#wijzigGelezen(compartiment.id, (lijst) => lijst.map((een) => (een.id === rij.id ? rij : een)));
    return rij;
  }

  #zetVia(oud: KaartRij, via: Via | null): KaartRij {
    const rij: KaartRij = { ...oud, via };
    this.#database.db
      .update(kaarten)
      .set({ via: this.#via.versleutel(rij.id, rij.compartimentId, via) })
      .where(eq(kaarten.id, rij.id))
      .run();
    this.#wijzigGelezen(rij.compartimentId, (lijst) => lijst.map((een) => (een.id === rij.id ? rij : een)));
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

  verwijder(kaart: KaartRij, compartiment: CompartimentRij): void {
    this.#vergeetNiet(kaart, compartiment, null);
    this.#database.db.delete(kaarten).where(eq(kaarten.id, kaart.id)).run();
    this.#wijzigGelezen(kaart.compartimentId, (lijst) => lijst.filter(({ id }) => id !== kaart.id));
  }

  /** What people were called is written in texts that stay. */
  #vergeetNiet({ inhoud }: KaartRij, compartiment: CompartimentRij, nieuw: KaartInhoud | null): void {
    if (inhoud.soort === 'naam')
      this.vroegereNamen.onthoud(compartiment, inhoud, nieuw?.soort === 'naam' ? nieuw : null);
  }

  /** Takes all kaarten of a compartment off the disk (NK15). */
  wis(compartiment: BewaardCompartiment): void {
    const { id } = compartiment;
    this.#via.wis(compartiment);
    this.vroegereNamen.wis(compartiment);
    this.#database.db.delete(kaarten).where(eq(kaarten.compartimentId, id)).run();
    this.#wijzigGelezen(id, () => []);
  }

  /**
   * Encrypts the kaarten of a compartment for another tijdperk (SY13). What can't be read is left as it is, and says in
   * which it was: put back from a copy, it opens.
   */
  wisselTijdperk(compartiment: BewaardCompartiment, tijdperk: string): void {
    const { db } = this.#database;
    this.#via.wisselTijdperk(compartiment, tijdperk);
    this.vroegereNamen.wisselTijdperk(compartiment, tijdperk);
    for (const kaart of this.in([compartiment])) {
      db.update(kaarten)
        .set({ inhoud: this.#versleutel(kaart, { ...compartiment, tijdperk }), tijdperk: null })
        .where(eq(kaarten.id, kaart.id))
        .run();
    }
    for (const id of this.#gelezen([compartiment]).get(compartiment.id)?.onleesbaar ?? []) {
      db.update(kaarten)
        .set({ tijdperk: compartiment.tijdperk })
        .where(and(eq(kaarten.id, id), isNull(kaarten.tijdperk)))
        .run();
    }
  }

  /** What this step has read is what is on disk now. */
  #wijzigGelezen(compartimentId: string, wordt: (lijst: readonly KaartRij[]) => KaartRij[]): void {
    this.#keerGeschreven += 1;
    const gelezen = this.#stappen.huidig.deel(GELEZEN);
    const hier = gelezen.get(compartimentId);
    if (hier !== undefined) gelezen.set(compartimentId, { ...hier, rijen: wordt(hier.rijen) });
  }

  #versleutel(rij: KaartRij, compartiment: CompartimentRij): Buffer {
    return this.#database.kluis.versleutelJson(plaatsVan(rij.id, compartiment), {
      inhoud: rij.inhoud,
      stappen: rij.stappen,
      doorzetting: rij.doorzetting,
    });
  }

  /** @throws KluisFout, ZodError, SyntaxError */
  #lees(
    { inhoud, tijdperk, via, ...open }: typeof kaarten.$inferSelect,
    compartiment: CompartimentRij,
  ): KaartRij {
    const kop = Rijkop.parse(open);
    const plaats = plaatsVan(kop.id, tijdperk === null ? compartiment : { ...compartiment, tijdperk });
    return {
      ...kop,
      ...this.#database.kluis.ontsleutelJson(plaats, inhoud, (waarde) => KaartOpSchijf.parse(waarde)),
      via: this.#via.lees(kop.id, compartiment.id, via),
    };
  }
}

/** What stands in compartments: what can be read, and ids of what can't. */
type Gelezen = Map<string, { readonly rijen: KaartRij[]; readonly onleesbaar: readonly string[] }>;

/** What this step has read and decrypted, by compartment. */
const GELEZEN: Stapdeel<Gelezen> = { maak: () => new Map() };

/** What of it stands under the key of its compartment. */
type Gezien = Pick<KaartRij, 'inhoud' | 'stappen' | 'doorzetting'>;

function gezienVan({ inhoud, stappen, doorzetting }: KaartRij): Gezien {
  return { inhoud, stappen, doorzetting };
}

function isVoorIederGelijk(oud: Gezien, nieuw: Gezien): boolean {
  return (
    isDeepStrictEqual(zonderAlleVerwijzingen(oud.inhoud), zonderAlleVerwijzingen(nieuw.inhoud)) &&
    isDeepStrictEqual(oud.stappen, nieuw.stappen) &&
    isDeepStrictEqual(zonderBezwaren(oud.doorzetting), zonderBezwaren(nieuw.doorzetting))
  );
}

/** In the order in which they were made. */
function opVolgorde(a: KaartRij, b: KaartRij): number {
  return a.volgorde - b.volgorde || a.gemaaktOp - b.gemaaktOp;
}

function plaatsVan(kaartId: string, compartiment: CompartimentRij) {
  return { compartimentId: compartiment.id, tijdperk: compartiment.tijdperk, rijId: kaartId, soort: 'kaart' };
}

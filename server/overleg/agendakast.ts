import { and, asc, eq, inArray, lte, min } from 'drizzle-orm';
import { z } from '../../shared/contract/zod.ts';
import { AGENDASTATEN, type Agendastaat, PLAATSROLLEN, type Plaatsrol } from '../../shared/overleg.ts';
import { WETTEN } from '../../shared/plan/kaartsoorten.ts';
import type { BewaardCompartiment, Bewaarder, Casussen } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { agendapunten, meedenkers } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import { isId, Opgeslagen } from '../kern/opgeslagen.ts';
import type { Stapdeel, Stappen } from '../kern/stap.ts';

/** What was said when a casus was brought: content of that casus. */
const Casusinhoud = z.object({
  soort: z.literal('casus'),
  vraag: z.string().nullable(),
  wetten: z.array(z.enum(WETTEN)),
  nodig: z.array(z.string()),
  /** Whom the bringer asks; who of them has a place stands in `meedenkers`. */
  meedenkers: z.array(z.uuid()),
  // What was brought before there were any has none.
  gasten: z.array(z.uuid()).default([]),
  /** When who comes for this alone is expected, in ms since 1970; null: the chair didn't say. */
  venster: z.object({ van: z.int(), tot: z.int() }).nullable().default(null),
  geprobeerd: z.string().nullable(),
  gezinWeet: z
    .object({
      ja: z.boolean(),
      datum: z.string().nullable(),
      met: z.string().nullable(),
      reden: z.string().nullable(),
    })
    .nullable(),
  gezinWil: z.string().nullable(),
  /** Why the chair gave it back. */
  reden: z.string().nullable(),
});
/** A dilemma (OV10). */
const Dilemmainhoud = z.object({
  soort: z.literal('dilemma'),
  titel: z.string(),
  tekst: z.string(),
  reden: z.string().nullable(),
});
const Inhoud = z.discriminatedUnion('soort', [Casusinhoud, Dilemmainhoud]);
export type Agendainhoud = z.infer<typeof Inhoud>;
export type Casusinhoud = z.infer<typeof Casusinhoud>;

const Rij = z.object({
  id: z.uuid(),
  overlegId: z.uuid(),
  casusId: z.uuid().nullable(),
  staat: z.enum(AGENDASTATEN),
  volgorde: z.int(),
  minuten: z.int().positive(),
  spoed: z.boolean(),
  doorId: z.uuid(),
  op: Opgeslagen,
  sleutel: z.string().nullable(),
  vervaltOp: Opgeslagen.nullable(),
});

/** What was brought to an overleg, as it is stored, read; moments in ms since 1970. */
export type Punt = z.infer<typeof Rij> & { readonly inhoud: Agendainhoud };

/** Somebody with a place at an item. */
export interface Plaatshebber {
  readonly persoonId: string;
  readonly als: Plaatsrol;
}

/** What is brought. */
export interface NieuwPunt {
  readonly overlegId: string;
  readonly casusId: string | null;
  readonly staat: Agendastaat;
  readonly minuten: number;
  readonly spoed: boolean;
  readonly doorId: string;
  readonly inhoud: Agendainhoud;
  readonly voorVoorzitter: string | null;
  readonly vervaltOp: number | null;
}

/**
 * What was brought to overleggen, on disk: what was said of a casus encrypted with its regisseur's notes, a dilemma and
 * what is for the chair alone each under a key of its own. What can't be read counts as not there (ST1).
 */
export class Agendakast implements Bewaarder {
  /** None with a compartment of their own: what was said of a casus goes with its `regie`. */
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

  /** What stands on an agenda, in its order; a dilemma whose time is over is gone. Read once a step, for all who look. */
  op(overlegId: string): readonly Punt[] {
    return this.#stappen.lees((stap) => {
      const gelezen = stap.deel(AGENDAS);
      const agenda =
        gelezen.get(overlegId) ??
        this.#database.db
          .select()
          .from(agendapunten)
          .where(eq(agendapunten.overlegId, overlegId))
          .orderBy(asc(agendapunten.volgorde), asc(agendapunten.id))
          .all()
          .flatMap((rij) => this.#gelezen(rij) ?? []);
      gelezen.set(overlegId, agenda);
      return agenda;
    });
  }

  /** Reads what stands on these agendas at once, for the step that is running. */
  leesVooruit(overlegIds: readonly string[]): void {
    const gelezen = this.#stappen.huidig.deel(AGENDAS);
    const perOverleg = new Map(overlegIds.map((id): [string, Punt[]] => [id, []]));
    for (const rij of this.#database.db
      .select()
      .from(agendapunten)
      .where(inArray(agendapunten.overlegId, [...overlegIds]))
      .orderBy(asc(agendapunten.volgorde), asc(agendapunten.id))
      .all()) {
      const punt = this.#gelezen(rij);
      if (punt !== null) perOverleg.get(punt.overlegId)?.push(punt);
    }
    for (const [id, punten] of perOverleg) gelezen.set(id, punten);
  }

  /** Overleggen with something of a casus on their agenda. */
  overleggenMet(casusId: string): string[] {
    return this.#database.db
      .selectDistinct({ overlegId: agendapunten.overlegId })
      .from(agendapunten)
      .where(eq(agendapunten.casusId, casusId))
      .all()
      .map(({ overlegId }) => overlegId);
  }

  een(id: string): Punt | null {
    const rij = this.#database.db.select().from(agendapunten).where(eq(agendapunten.id, id)).get();
    return rij === undefined ? null : this.#gelezen(rij);
  }

  /** Puts it at the end of an agenda. @returns its id */
  voegToe(nieuw: NieuwPunt): string {
    const { db, kluis, sleutels } = this.#database;
    const { inhoud, voorVoorzitter, ...kop } = nieuw;
    const id = this.#omgeving.id();
    const sleutel = nieuw.casusId === null || voorVoorzitter !== null ? this.#omgeving.id() : null;
    if (sleutel !== null) sleutels.maak(sleutel);
    const punt = { id, sleutel, casusId: nieuw.casusId };
    db.insert(agendapunten)
      .values({
        ...kop,
        ...punt,
        op: this.#omgeving.nu(),
        volgorde: Math.max(0, ...this.op(nieuw.overlegId).map(({ volgorde }) => volgorde)) + 1,
        inhoud: kluis.versleutelJson(this.#plaats(punt), inhoud),
        voorVoorzitter:
          voorVoorzitter === null || sleutel === null
            ? null
            : kluis.versleutelJson(eigenPlaats(sleutel, id, 'voor_voorzitter'), voorVoorzitter),
      })
      .run();
    this.#veranderd();
    return id;
  }

  /** What is for the chair alone, or null. */
  voorVoorzitter({ id, sleutel }: Punt): string | null {
    const { db, kluis } = this.#database;
    const rij = db.select().from(agendapunten).where(eq(agendapunten.id, id)).get();
    const tekst = rij?.voorVoorzitter ?? null;
    if (tekst === null || sleutel === null) return null;
    return this.#onleesbaar.probeer('agendapunten', id, () =>
      kluis.ontsleutelJson(eigenPlaats(sleutel, id, 'voor_voorzitter'), tekst, (waarde) =>
        z.string().parse(waarde),
      ),
    );
  }

  /** Changes what stands in the open of it. */
  wijzig(
    id: string,
    velden: { overlegId?: string; staat?: Agendastaat; volgorde?: number; minuten?: number },
  ): void {
    if (Object.keys(velden).length === 0) return;
    this.#database.db.update(agendapunten).set(velden).where(eq(agendapunten.id, id)).run();
    this.#veranderd();
  }

  /** Why it is given back, with what was said. */
  legReden(punt: Punt, reden: string): void {
    this.#legInhoud(punt, { ...punt.inhoud, reden });
  }

  /** When its guests are expected; null: that is still to be said. */
  legVenster(punt: Punt, venster: Casusinhoud['venster']): void {
    if (punt.inhoud.soort === 'casus') this.#legInhoud(punt, { ...punt.inhoud, venster });
  }

  /** Nobody is asked to come for it alone any more, with when they were expected. */
  wisGasten(punt: Punt): void {
    if (punt.inhoud.soort === 'casus') this.#legInhoud(punt, { ...punt.inhoud, gasten: [], venster: null });
  }

  #legInhoud(punt: Punt, nieuw: Agendainhoud): void {
    const inhoud = this.#database.kluis.versleutelJson(this.#plaats(punt), nieuw);
    this.#database.db.update(agendapunten).set({ inhoud }).where(eq(agendapunten.id, punt.id)).run();
    this.#veranderd();
  }

  /** Takes it off the agenda, with all that was said; the key of its own is destroyed at the end of the step. */
  verwijder({ id, sleutel }: Pick<Punt, 'id' | 'sleutel'>): void {
    this.#database.db.delete(agendapunten).where(eq(agendapunten.id, id)).run();
    this.#veranderd();
    // Last: until here all of it can be taken back.
    if (sleutel !== null) this.#stappen.huidig.naAfloop(() => this.#database.sleutels.vernietig(sleutel));
  }

  /** What was for the chair alone is gone, with its key. */
  wisVoorVoorzitter({ id, casusId, sleutel }: Punt): void {
    if (casusId === null || sleutel === null) return;
    const { db, sleutels } = this.#database;
    db.update(agendapunten).set({ voorVoorzitter: null, sleutel: null }).where(eq(agendapunten.id, id)).run();
    this.#veranderd();
    this.#stappen.huidig.naAfloop(() => sleutels.vernietig(sleutel));
  }

  /** On which agendas a casus is open now. */
  bezigMet(casusId: string): string[] {
    return this.#database.db
      .select({ overlegId: agendapunten.overlegId })
      .from(agendapunten)
      .where(and(eq(agendapunten.casusId, casusId), eq(agendapunten.staat, 'bezig')))
      .all()
      .map(({ overlegId }) => overlegId);
  }

  /** Who has a place at it, and as what. */
  plaatsen(agendapuntId: string): Plaatshebber[] {
    return this.#stappen.samen(this, agendapuntId, () =>
      this.#database.db
        .select({ persoonId: meedenkers.persoonId, als: meedenkers.als })
        .from(meedenkers)
        .where(eq(meedenkers.agendapuntId, agendapuntId))
        .all()
        // ST1: what can't be read is nobody's place.
        .filter(({ persoonId, als }) => isId(persoonId) && PLAATSROLLEN.includes(als)),
    );
  }

  /** Gives these a place at it, and nobody else. */
  zetPlaatsen(agendapuntId: string, plaatsen: readonly Plaatshebber[]): void {
    const { db } = this.#database;
    db.delete(meedenkers).where(eq(meedenkers.agendapuntId, agendapuntId)).run();
    for (const plaats of plaatsen)
      db.insert(meedenkers)
        .values({ agendapuntId, ...plaats })
        .run();
  }

  /** When the next dilemma's time is over, in ms since 1970; Infinity: there is none. */
  volgendVerval(): number {
    const { op } = this.#database.db
      .select({ op: min(agendapunten.vervaltOp) })
      .from(agendapunten)
      .get() ?? { op: null };
    return op ?? Number.POSITIVE_INFINITY;
  }

  /** Dilemmas whose time is over, also those that can't be read. */
  vervallen(
    nu: number,
  ): { readonly id: string; readonly overlegId: string; readonly sleutel: string | null }[] {
    return this.#database.db
      .select({ id: agendapunten.id, overlegId: agendapunten.overlegId, sleutel: agendapunten.sleutel })
      .from(agendapunten)
      .where(lte(agendapunten.vervaltOp, nu))
      .all();
  }

  /** Whether anything stands on any of these agendas, what can't be read too. */
  heeftIets(overlegIds: readonly string[]): Set<string> {
    return new Set(
      this.#database.db
        .select({ id: agendapunten.overlegId })
        .from(agendapunten)
        .where(inArray(agendapunten.overlegId, [...overlegIds]))
        .all()
        .map(({ id }) => id),
    );
  }

  wis({ categorie, casusId }: BewaardCompartiment): void {
    if (categorie !== 'regie') return;
    const { db } = this.#database;
    for (const rij of db.select().from(agendapunten).where(eq(agendapunten.casusId, casusId)).all())
      this.verwijder(rij);
  }

  wisselTijdperk(regie: BewaardCompartiment, tijdperk: string): void {
    if (regie.categorie !== 'regie') return;
    const { db, kluis } = this.#database;
    for (const { id, inhoud } of db
      .select()
      .from(agendapunten)
      .where(eq(agendapunten.casusId, regie.casusId))
      .all()) {
      const open = this.#onleesbaar.probeer('agendapunten', id, () =>
        kluis.ontsleutel(casusplaats(regie, id), inhoud),
      );
      if (open === null) continue;
      const nieuw = kluis.versleutel(casusplaats({ ...regie, tijdperk }, id), open);
      db.update(agendapunten).set({ inhoud: nieuw }).where(eq(agendapunten.id, id)).run();
    }
  }

  /** The dilemmas that somebody has on an agenda, what was given back left out. */
  dilemmasVan(overlegId: string, persoonId: string): Punt[] {
    return this.op(overlegId).filter(
      (punt) => punt.casusId === null && punt.doorId === persoonId && punt.staat !== 'teruggegeven',
    );
  }

  /** Takes what stands on an agenda of a casus off it, also what can't be read. */
  maakPlaats(overlegId: string, casusId: string): void {
    for (const rij of this.#database.db
      .select()
      .from(agendapunten)
      .where(and(eq(agendapunten.overlegId, overlegId), eq(agendapunten.casusId, casusId)))
      .all())
      this.verwijder(rij);
  }

  /** Something of a casus on an agenda. */
  vanCasus(overlegId: string, casusId: string): Punt | undefined {
    const rij = this.#database.db
      .select()
      .from(agendapunten)
      .where(and(eq(agendapunten.overlegId, overlegId), eq(agendapunten.casusId, casusId)))
      .get();
    return rij === undefined ? undefined : (this.#gelezen(rij) ?? undefined);
  }

  /** What this step has read of agendas is no longer so. */
  #veranderd(): void {
    this.#stappen.huidig.deel(AGENDAS).clear();
  }

  #gelezen(rij: typeof agendapunten.$inferSelect): Punt | null {
    const { inhoud, voorVoorzitter: _, ...kop } = rij;
    if (kop.vervaltOp !== null && kop.vervaltOp <= this.#omgeving.nu()) return null;
    return this.#onleesbaar.probeer('agendapunten', kop.id, () => ({
      ...Rij.parse(kop),
      inhoud: this.#database.kluis.ontsleutelJson(this.#plaats(kop), inhoud, (waarde) =>
        Inhoud.parse(waarde),
      ),
    }));
  }

  #plaats({ id, casusId, sleutel }: Pick<Punt, 'id' | 'casusId' | 'sleutel'>) {
    if (casusId !== null) return casusplaats(this.#casussen.regieVan(casusId), id);
    return eigenPlaats(sleutel ?? '', id, 'agendapunt');
  }
}

/** What this step has read of agendas, by overleg. */
const AGENDAS: Stapdeel<Map<string, readonly Punt[]>> = { maak: () => new Map() };

function casusplaats({ id, tijdperk }: Pick<BewaardCompartiment, 'id' | 'tijdperk'>, rijId: string) {
  return { compartimentId: id, tijdperk, rijId, soort: 'agendapunt' };
}

/** What has a key of its own has one tijdperk: it goes with its key. */
function eigenPlaats(sleutel: string, rijId: string, soort: 'agendapunt' | 'voor_voorzitter') {
  return { compartimentId: sleutel, tijdperk: sleutel, rijId, soort };
}

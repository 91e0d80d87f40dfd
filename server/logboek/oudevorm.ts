import { and, asc, eq, inArray } from 'drizzle-orm';
import { z } from '../../shared/contract/zod.ts';
import { HANDELINGEN, type Handeling, type Regelsoort, vormVan } from '../../shared/logboek/handelingen.ts';
import { NIVEAUS } from '../../shared/need-to-know/niveaus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { deelnemers, leden, logboekInOudeVorm } from '../database/schema.ts';
import { totMoment } from '../kern/tijd.ts';
import { Naslag } from './naslag.ts';
import { type Betreft, type Heel, Regelopslag } from './opslag.ts';

type OudeRij = typeof logboekInOudeVorm.$inferSelect;

/** So many lines a transaction: a process that is killed goes on where it was. */
const PORTIE = 1000;

/**
 * Writes lines of the record of before anew, in their order, with whom they are about encrypted. Before anything else
 * is written in it. None is lost: one that can't be read stays as it was, encrypted, and marked as such. A line with
 * the levels of several compartments becomes a line for each.
 */
export function zetLogboekOm(database: GeopendeDatabase): void {
  const { db, transactie, sqlite } = database;
  const omzetter = new Omzetter(database);
  const portie = () =>
    db.select().from(logboekInOudeVorm).orderBy(asc(logboekInOudeVorm.nummer)).limit(PORTIE).all();
  let isNodig = false;
  for (let rijen = portie(); rijen.length > 0; rijen = portie()) {
    isNodig = true;
    const nummers = rijen.map(({ nummer }) => nummer);
    transactie(() => {
      for (const rij of rijen) omzetter.zetOm(rij);
      db.delete(logboekInOudeVorm).where(inArray(logboekInOudeVorm.nummer, nummers)).run();
    });
  }
  // Out of the WAL as well, where what was in the open stands until it is overwritten.
  if (isNodig) sqlite.pragma('wal_checkpoint(truncate)');
}

const Oud = {
  sessie: z.object({ sessieId: z.string() }),
  zetel: z.object({ deelnemerId: z.string() }).loose(),
  lid: z.object({ lidId: z.string() }).loose(),
  niveaus: z.object({
    van: z.string(),
    wijzigingen: z.array(
      z.object({ compartimentId: z.string(), van: z.enum(NIVEAUS), naar: z.enum(NIVEAUS) }),
    ),
  }),
  scherm: z.object({ deelnemerIds: z.array(z.string()) }),
  geweigerd: z.object({ opdracht: z.string() }).catchall(z.string()),
};

class Omzetter {
  readonly #database: GeopendeDatabase;
  readonly #opslag: Regelopslag;
  readonly #naslag: Naslag;
  /** Who came to a household after it was brought, in the order of their lines; the line itself didn't say. */
  readonly #erbij = new Map<string, string[]>();

  constructor(database: GeopendeDatabase) {
    this.#database = database;
    this.#opslag = new Regelopslag(database);
    this.#naslag = new Naslag(database);
  }

  zetOm(rij: OudeRij): void {
    for (const heel of this.#gelezen(rij) ?? [this.#onleesbaar(rij)]) this.#opslag.voegToe(heel);
  }

  /** The line in its form of now, or null: nobody can tell what it says. */
  #gelezen(rij: OudeRij): Heel[] | null {
    try {
      const heel = this.#lees(rij, JSON.parse(rij.bijzonderheden ?? '{}'));
      return heel?.every(
        ({ handeling, bijzonderheden }) => vormVan(handeling)?.safeParse(bijzonderheden).success,
      )
        ? heel
        : null;
    } catch {
      return null;
    }
  }

  #lees(rij: OudeRij, oud: unknown): Heel[] | null {
    if (rij.handeling === 'geweigerd') return [this.#geweigerd(rij, Oud.geweigerd.parse(oud))];
    if (!Object.hasOwn(HANDELINGEN, rij.handeling)) return null;
    const handeling = rij.handeling as Handeling; // it is one, as seen
    switch (handeling) {
      case 'aangemeld':
      case 'afgemeld':
        return [this.#heel(rij, { bijzonderheden: {}, sessieId: Oud.sessie.parse(oud).sessieId })];
      case 'niveau_gewijzigd': {
        const { van: persoonId, wijzigingen } = Oud.niveaus.parse(oud);
        return wijzigingen.map(({ compartimentId, van, naar }) =>
          this.#heel({ ...rij, compartimentId }, { personen: [persoonId], bijzonderheden: { van, naar } }),
        );
      }
      case 'lid_toegevoegd':
        return [this.#heel(rij, { leden: this.#volgendLid(rij.casusId), bijzonderheden: oud })];
      case 'lid_gewijzigd':
      case 'lid_verwijderd': {
        const { lidId, ...bijzonderheden } = Oud.lid.parse(oud);
        return [this.#heel(rij, { leden: [lidId], bijzonderheden })];
      }
      case 'deelnemer_toegevoegd':
      case 'deelnemer_gewijzigd':
      case 'deelnemer_beeindigd':
        return [this.#zetel(rij, Oud.zetel.parse(oud))];
      case 'groot_scherm': {
        const { deelnemerIds } = Oud.scherm.parse(oud);
        const personen = deelnemerIds.flatMap((id) => this.#naslag.persoonOp(id) ?? []);
        return [this.#heel(rij, { personen, bijzonderheden: oud })];
      }
      default:
        return [this.#heel(rij, { bijzonderheden: oud })];
    }
  }

  #zetel(rij: OudeRij, oud: z.infer<typeof Oud.zetel>): Heel {
    // Who sits there stands on the seat; a date that somebody typed is the moment that it meant.
    const { medewerkerId: _, persoonId: __, tot, ...rest } = oud;
    const bijzonderheden = {
      ...rest,
      ...(tot === undefined ? {} : { tot: typeof tot === 'string' ? totMoment(tot) : tot }),
    };
    const zetel = this.#database.db.select().from(deelnemers).where(eq(deelnemers.id, oud.deelnemerId)).get();
    const lidIds = Array.isArray(oud.lidIds) ? oud.lidIds.map(String) : zetel?.lidIds;
    return this.#heel(rij, {
      personen: zetel === undefined ? [] : [zetel.persoonId],
      ...(lidIds === null || lidIds === undefined ? {} : { leden: lidIds }),
      bijzonderheden,
    });
  }

  #geweigerd(rij: OudeRij, { opdracht, ...gevraagd }: z.infer<typeof Oud.geweigerd>): Heel {
    const compartiment = rij.compartimentId === null ? {} : { compartimentId: rij.compartimentId };
    const casus = rij.casusId === null ? {} : { casusId: rij.casusId };
    const gevonden = this.#naslag.zoek({ ...gevraagd, ...casus, ...compartiment });
    return {
      ...this.#heel(rij, { bijzonderheden: { opdracht, gevraagd } }),
      ...gevonden,
      compartiment: gevonden.compartiment ?? this.#compartiment(rij.compartimentId),
    };
  }

  #heel(
    rij: OudeRij,
    nieuw: {
      readonly bijzonderheden: unknown;
      readonly sessieId?: string;
      readonly personen?: readonly string[];
      readonly leden?: readonly string[];
    },
  ): Heel {
    const compartiment = this.#compartiment(rij.compartimentId);
    const onderwerp =
      compartiment !== null && compartiment.lidId !== null
        ? [compartiment.lidId]
        : rij.casusId === null
          ? []
          : this.#naslag.huishouden(rij.casusId);
    const betreft: Betreft = {
      personen: [...(nieuw.personen ?? [])],
      leden: [...(nieuw.leden ?? onderwerp)],
    };
    return {
      op: rij.op,
      // Read as one, or kept as what it was.
      handeling: rij.handeling as Regelsoort,
      uitkomst: rij.uitkomst,
      persoonId: rij.persoonId,
      sessieId: nieuw.sessieId ?? null,
      deelnemerId: rij.deelnemerId,
      zetel: rij.zetel,
      waarvoor: rij.waarvoor,
      grondslag: rij.grondslag,
      casusId: rij.casusId,
      compartiment,
      regel: rij.regel,
      betreft,
      bijzonderheden: nieuw.bijzonderheden,
      leesbaar: true,
    };
  }

  #onleesbaar(rij: OudeRij): Heel {
    return { ...this.#heel(rij, { bijzonderheden: { oud: rij.bijzonderheden } }), leesbaar: false };
  }

  #compartiment(id: string | null): Heel['compartiment'] {
    if (id === null) return null;
    const rij = this.#naslag.compartiment(id);
    return {
      id,
      categorie: rij?.categorie ?? null,
      lidId: rij?.lidId ?? null,
      organisatieId: rij?.organisatieId ?? null,
    };
  }

  #volgendLid(casusId: string | null): string[] {
    if (casusId === null) return [];
    let over = this.#erbij.get(casusId);
    if (over === undefined) {
      const { db } = this.#database;
      const alle = db
        .select()
        .from(leden)
        .where(eq(leden.casusId, casusId))
        .orderBy(asc(leden.volgorde))
        .all();
      const regels = db
        .select({ nummer: logboekInOudeVorm.nummer })
        .from(logboekInOudeVorm)
        .where(and(eq(logboekInOudeVorm.casusId, casusId), eq(logboekInOudeVorm.handeling, 'lid_toegevoegd')))
        .all();
      // Nobody is ever taken out of the table: those of the last lines are the last ones in it.
      over = alle.slice(alle.length - regels.length).map(({ id }) => id);
      this.#erbij.set(casusId, over);
    }
    const eerste = over.shift();
    return eerste === undefined ? [] : [eerste];
  }
}

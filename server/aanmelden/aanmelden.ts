import type { IncomingMessage } from 'node:http';
import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { Organisatierol } from '../../shared/organisatierollen.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import {
  medewerkerRollen,
  medewerkers,
  medewerkerZetels,
  organisaties,
  sessies,
} from '../database/schema.ts';
import type { Verzoek, Wie } from '../http/route.ts';
import { hashVan, Sessiecookie } from '../http/sessiecookie.ts';
import { Gebeurtenis } from '../kern/gebeurtenis.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import { isId, isOpgeslagenMoment } from '../kern/opgeslagen.ts';
import { isOpslagfout } from '../kern/opslagfout.ts';
import type { Stappen } from '../kern/stap.ts';
import type { Logboek } from '../logboek/logboek.ts';

/** A working day; after that one signs in again. */
const SESSIE_MS = 12 * 60 * 60 * 1000;

/** Somebody who works with the tool, and where. */
export interface Medewerker {
  readonly id: string;
  readonly naam: string;
  readonly functie: string;
  readonly telefoon: string;
  readonly organisatieId: string;
  readonly organisatie: string;
  readonly isGemeente: boolean;
  /** Zetels that they may take, the first proposed (NK12: set outside any casus). */
  readonly zetels: readonly string[];
  /** Who leads them, at the same organisation. */
  readonly leidinggevendeId: string | null;
  /** What they are now for all of the municipality. */
  readonly rollen: readonly Organisatierol[];
}

/** Who people are, and their sessions: on the server, ended there, recognised by a cookie that holds chance only. */
export class Aanmelden {
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;
  readonly #logboek: Logboek;
  readonly #cookie: Sessiecookie;
  readonly #opId: ReturnType<typeof sessieOpId>;
  /** Sessions that ended while the disk failed. */
  readonly #nietBewaard = new Set<string>();
  /** A session ended: sockets that live on it must go. */
  readonly opEinde = new Gebeurtenis<{ sessieId: string }>('verlies');

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    stappen: Stappen;
    logboek: Logboek;
    secure: boolean;
  }) {
    this.#database = behoeften.database;
    this.#opId = sessieOpId(behoeften.database);
    this.#omgeving = behoeften.omgeving;
    this.#stappen = behoeften.stappen;
    this.#logboek = behoeften.logboek;
    const { secure } = behoeften;
    this.#cookie = new Sessiecookie(this.#omgeving, { name: 'regietafel_sessie', sameSite: 'lax', secure });
  }

  /** The medewerker with this id, or null. */
  medewerker(id: string): Medewerker | null {
    return this.#haalMedewerkers(id)[0] ?? null;
  }

  /** Everyone, by organisation in the order of the municipality's list. */
  medewerkers(): Medewerker[] {
    return this.#haalMedewerkers(null);
  }

  /** Ids of whom this person leads. */
  geleidDoor(persoonId: string): ReadonlySet<string> {
    return new Set(
      this.medewerkers()
        .filter(({ leidinggevendeId }) => leidinggevendeId === persoonId)
        .map(({ id }) => id),
    );
  }

  /** Starts a session. @returns the cookie to set and when the session ends. */
  begin(persoonId: string): { sessieId: string; cookie: string; verlooptOp: number } {
    const token = this.#cookie.nieuw();
    const nu = this.#omgeving.nu();
    const sessie = {
      id: this.#omgeving.id(),
      tokenHash: hashVan(token),
      persoonId,
      begonnenOp: nu,
      verlooptOp: nu + SESSIE_MS,
      beeindigdOp: null,
    };
    this.#stappen.doe(() => {
      this.#database.db.insert(sessies).values(sessie).run();
      const wie = { sessieId: sessie.id, persoonId };
      this.#logboek.schrijf({ handeling: 'aangemeld', door: { wie, ik: null }, regel: null });
    });
    return {
      sessieId: sessie.id,
      cookie: this.#cookie.zet(token, SESSIE_MS / 1000),
      verlooptOp: sessie.verlooptOp,
    };
  }

  /**
   * Ends a session; its sockets are gone when this returns, or throws because the disk failed: signed out is signed
   * out, for as long as the process remembers it (SY5).
   * @returns the cookie that clears the browser's
   */
  eindig(wie: Wie): string {
    try {
      this.#schrijfEinde(wie);
    } catch (fout) {
      if (isOpslagfout(fout)) {
        this.#nietBewaard.add(wie.sessieId);
        this.#stappen.lees(() => {
          for (const luisteraar of this.opEinde.luisteraars) luisteraar({ sessieId: wie.sessieId });
        });
      }
      throw fout;
    }
    return this.#cookie.zet('', 0);
  }

  #schrijfEinde(wie: Wie): void {
    this.#stappen.doe((stap) => {
      this.#database.db
        .update(sessies)
        .set({ beeindigdOp: this.#omgeving.nu() })
        .where(eq(sessies.id, wie.sessieId))
        .run();
      this.#logboek.sluitSessie(wie.sessieId);
      this.#logboek.schrijf({ handeling: 'afgemeld', door: { wie, ik: null }, regel: null });
      stap.meld(this.opEinde, { sessieId: wie.sessieId });
    });
  }

  /** Whose session the cookie of a request is, or null: no cookie, unknown, ended, or over. */
  herken(verzoek: IncomingMessage): Wie | null {
    const token = this.#cookie.lees(verzoek);
    if (token === null) return null;
    const sessie = this.#database.db
      .select({ id: sessies.id, persoonId: sessies.persoonId })
      .from(sessies)
      .where(
        and(
          eq(sessies.tokenHash, hashVan(token)),
          isNull(sessies.beeindigdOp),
          gt(sessies.verlooptOp, this.#omgeving.nu()),
          // To SQLite any text is more than any number.
          sql`typeof(${sessies.verlooptOp}) = 'integer'`,
        ),
      )
      .get();
    if (sessie === undefined || this.#nietBewaard.has(sessie.id)) return null;
    return { sessieId: sessie.id, persoonId: sessie.persoonId };
  }

  /** When a session ends by the clock, or null if it has ended. */
  eindeVan(sessieId: string): number | null {
    if (this.#nietBewaard.has(sessieId)) return null;
    const sessie = this.#opId.get({ sessieId });
    if (sessie === undefined || sessie.beeindigdOp !== null) return null;
    // ST1: one of which nobody can tell when it ends has ended.
    return isOpgeslagenMoment(sessie.verlooptOp) ? sessie.verlooptOp : null;
  }

  #haalMedewerkers(id: string | null): Medewerker[] {
    const rijen = this.#database.db
      .select({
        id: medewerkers.id,
        naam: medewerkers.naam,
        functie: medewerkers.functie,
        telefoon: medewerkers.telefoon,
        organisatieId: medewerkers.organisatieId,
        organisatie: organisaties.naam,
        isGemeente: organisaties.isGemeente,
        zetel: medewerkerZetels.zetel,
        leidinggevendeId: medewerkers.leidinggevendeId,
      })
      .from(medewerkers)
      .innerJoin(organisaties, eq(organisaties.id, medewerkers.organisatieId))
      .leftJoin(medewerkerZetels, eq(medewerkerZetels.medewerkerId, medewerkers.id))
      .where(id === null ? undefined : eq(medewerkers.id, id))
      .orderBy(asc(medewerkers.volgorde), asc(medewerkerZetels.volgorde))
      .all();
    const rollen = this.#rollenNu();
    const gevonden = new Map<string, Medewerker & { zetels: string[] }>();
    for (const { zetel, ...rij } of rijen) {
      if (!isMedewerker(rij)) continue;
      const medewerker = gevonden.get(rij.id) ?? { ...rij, zetels: [], rollen: rollen.get(rij.id) ?? [] };
      gevonden.set(rij.id, medewerker);
      if (zetel !== null) medewerker.zetels.push(zetel);
    }
    return [...gevonden.values()];
  }

  /** Who has which roles now, by their id. */
  #rollenNu(): ReadonlyMap<string, readonly Organisatierol[]> {
    const nu = this.#omgeving.nu();
    const { van, tot, rol } = medewerkerRollen;
    const rijen = this.#database.db
      .select()
      .from(medewerkerRollen)
      .where(and(lte(van, nu), or(isNull(tot), gt(tot, nu))))
      .orderBy(asc(rol))
      .all();
    const rollen = new Map<string, Organisatierol[]>();
    for (const rij of rijen) rollen.set(rij.medewerkerId, [...(rollen.get(rij.medewerkerId) ?? []), rij.rol]);
    return rollen;
  }
}

/** Nobody without a session comes this far. @throws if the route didn't ask for one: a fault of ours. */
export function wieVan(verzoek: Verzoek<unknown>): Wie {
  if (verzoek.wie === null) throw new Error('deze route vraagt geen sessie');
  return verzoek.wie;
}

/** ST1: whether this row can be read; the others are shown without it. */
function isMedewerker({
  id,
  naam,
  functie,
  telefoon,
  organisatie,
}: Pick<Medewerker, 'id' | 'naam' | 'functie' | 'telefoon' | 'organisatie'>): boolean {
  const teksten: readonly unknown[] = [naam, functie, telefoon, organisatie];
  return isId(id) && teksten.every((tekst) => typeof tekst === 'string');
}

/** Asked for each line at each thing that is told. */
function sessieOpId({ db }: GeopendeDatabase) {
  return db
    .select()
    .from(sessies)
    .where(eq(sessies.id, sql.placeholder('sessieId')))
    .prepare();
}

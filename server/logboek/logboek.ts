import { and, eq } from 'drizzle-orm';
import {
  type BijzonderhedenVan,
  HANDELINGEN,
  type Onderdeel,
  type Regelvelden,
} from '../../shared/logboek/handelingen.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { deelnemers } from '../database/schema.ts';
import type { Wie } from '../http/route.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Stappen } from '../kern/stap.ts';
import { Herhalingen } from './herhalingen.ts';
import { Naslag } from './naslag.ts';
import { type Betreft, type Heel, Regelopslag } from './opslag.ts';
import { leesRegel, type Regel } from './regel.ts';

export { zetLogboekOm } from './oudevorm.ts';
export type { Regel } from './regel.ts';

/** The seat from which something is done, with what for and on which ground. */
export interface Vanuit {
  readonly id: string;
  readonly zetel: string;
  readonly waarvoor: string;
  readonly grondslag: string;
}

/** Who does something, in which session, from which seat; a `Kijk` is one. */
export interface Door {
  readonly wie: Wie;
  readonly ik: Vanuit | null;
}

/** A line of the record (NK10): who, or null for the clock and the house; by which rule; and what its sort of line has. */
export type Logregel = Regelvelden & { readonly door: Door | null; readonly regel: string | null };

/** A look: the first of its kind in a session is a line, its repeats are counted (ST10). */
type Blik = Extract<
  Logregel,
  { readonly handeling: 'bord_geopend' | 'geopend' | 'groot_scherm' | 'afgedrukt' | 'agendapunt_gelezen' }
> & {
  readonly door: Door;
};

/** What somebody asked for and didn't get. */
export interface Geweigerde {
  readonly wie: Wie;
  /** The command: method and path of a route, or a name of our own. */
  readonly opdracht: string;
  /** Ids in our own form, by their name in the path; nothing else of what was sent. */
  readonly gevraagd: Readonly<Record<string, string>>;
  /** The code of the refusal. */
  readonly regel: string;
}

/** The record: every command, every real look, what was refused, on disk before the answer (NK10). */
export class Logboek {
  /** Names compartments, and outlives them: it tells that there was one and what it was, never what stood in it. */
  readonly tabellen = ['logboek', 'logboek_in_oude_vorm'];

  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;
  readonly #opslag: Regelopslag;
  readonly #naslag: Naslag;
  readonly #herhalingen: Herhalingen;

  constructor(database: GeopendeDatabase, omgeving: Omgeving, stappen: Stappen) {
    this.#database = database;
    this.#omgeving = omgeving;
    this.#stappen = stappen;
    this.#opslag = new Regelopslag(database);
    this.#naslag = new Naslag(database);
    this.#herhalingen = new Herhalingen({ database, omgeving, opslag: this.#opslag });
  }

  wis(): void {}

  wisselTijdperk(): void {}

  /**
   * Writes a line, in the step of what it tells: it stands or falls with that.
   * @throws when no step is writing
   */
  schrijf(regel: Logregel): void {
    this.#leg(this.#heel(regel));
  }

  /** ST10: a look. On disk before this returns when it is the first of its kind in this session; else counted. */
  legBlikVast(blik: Blik): void {
    const heel = this.#heel(blik);
    if (!this.#herhalingen.tel(heel)) this.#stappen.doe(() => this.#leg(heel));
  }

  /** The same for a refusal (NK10), from which seat and about whom is looked up: only what is there is named. */
  legWeigeringVast(geweigerde: Geweigerde): void {
    this.#stappen.lees((stap) => {
      const heel = this.#geweigerd(geweigerde, stap.moment.nu);
      if (!this.#herhalingen.tel(heel)) this.#stappen.doe(() => this.#leg(heel));
    });
  }

  /** A session ends: what was counted in it is told. Within its step. */
  sluitSessie(sessieId: string): void {
    this.#herhalingen.sluitSessie(sessieId, this.#stappen.huidig);
  }

  /** A process takes the record up: what the last one had counted is told, and that it didn't stop, if so. */
  neemOp(): void {
    this.#stappen.doe(() => {
      const sinds = this.#herhalingen.neemOp();
      if (sinds !== null) {
        this.schrijf({ handeling: 'onderbroken', door: null, regel: null, bijzonderheden: { sinds } });
      }
    });
  }

  /** Puts on disk what was counted, and tells what came to rest or whose session is over; each second. */
  werkBij(): void {
    if (this.#herhalingen.heeftWerk()) this.#stappen.doe((stap) => this.#herhalingen.werkBij(stap));
  }

  /** The process stops: what was counted is told. */
  sluit(): void {
    this.#stappen.doe((stap) => this.#herhalingen.sluit(stap));
  }

  /** Every line in order, those that can't be read included. For the server's own use: nothing in it is masked (NK24). */
  lees(): Regel[] {
    return this.#opslag.rijen('true').map((rij) => leesRegel(this.#opslag, rij));
  }

  #leg(heel: Heel): void {
    if (!this.#database.sqlite.inTransaction)
      throw new Error('a line of the record is written in the step of what it tells');
    const nummer = this.#opslag.voegToe(heel);
    this.#herhalingen.merkOp(nummer, heel, this.#stappen.huidig);
  }

  #heel(regel: Logregel): Heel {
    const { door } = regel;
    const { over: wijze } = HANDELINGEN[regel.handeling];
    const compartiment = 'compartiment' in regel ? regel.compartiment : null;
    const casusId = 'casusId' in regel ? regel.casusId : null;
    return {
      op: this.#omgeving.nu(),
      handeling: regel.handeling,
      uitkomst: 'gedaan',
      persoonId: door?.wie.persoonId ?? null,
      sessieId: door?.wie.sessieId ?? null,
      ...vanuit(door?.ik ?? null),
      casusId,
      compartiment,
      regel: regel.regel,
      betreft:
        wijze === 'niemand' || casusId === null
          ? NIEMAND
          : this.#betreft(casusId, compartiment, 'over' in regel ? regel.over : {}),
      bijzonderheden: 'bijzonderheden' in regel ? regel.bijzonderheden : {},
      leesbaar: true,
    };
  }

  /** Members: the one who was named, else whom the compartment is about, else all of the household. */
  #betreft(casusId: string, compartiment: Onderdeel | null, over: Genoemd): Betreft {
    const leden =
      over.lidIds ??
      (over.lidId !== undefined ? [over.lidId] : null) ??
      (compartiment !== null && compartiment.lidId !== null ? [compartiment.lidId] : null) ??
      this.#naslag.huishouden(casusId);
    const personen = over.persoonIds ?? (over.persoonId === undefined ? [] : [over.persoonId]);
    return { personen: [...personen], leden: [...leden] };
  }

  #geweigerd({ wie, opdracht, gevraagd, regel }: Geweigerde, nu: number): Heel {
    const gevonden = this.#naslag.zoek(gevraagd);
    const { casusId } = gevonden;
    const bijzonderheden: BijzonderhedenVan<'geweigerd'> = { opdracht, gevraagd };
    return {
      op: nu,
      handeling: 'geweigerd',
      uitkomst: 'geweigerd',
      persoonId: wie.persoonId,
      sessieId: wie.sessieId,
      ...vanuit(casusId === null ? null : this.#zetelVan(casusId, wie.persoonId)),
      ...gevonden,
      regel,
      bijzonderheden,
      leesbaar: true,
    };
  }

  #zetelVan(casusId: string, persoonId: string): Vanuit | null {
    const { moment } = this.#stappen.huidig;
    return (
      this.#database.db
        .select()
        .from(deelnemers)
        .where(and(eq(deelnemers.casusId, casusId), eq(deelnemers.persoonId, persoonId)))
        .all()
        .find((zetel) => moment.geldt(zetel)) ?? null
    );
  }
}

const NIEMAND: Betreft = { personen: [], leden: [] };

/** Whom a line names, whichever way its sort of line has. */
interface Genoemd {
  readonly lidId?: string;
  readonly lidIds?: readonly string[] | null;
  readonly persoonId?: string;
  readonly persoonIds?: readonly string[];
}

function vanuit(ik: Vanuit | null): Pick<Heel, 'deelnemerId' | 'zetel' | 'waarvoor' | 'grondslag'> {
  return {
    deelnemerId: ik?.id ?? null,
    zetel: ik?.zetel ?? null,
    waarvoor: ik?.waarvoor ?? null,
    grondslag: ik?.grondslag ?? null,
  };
}

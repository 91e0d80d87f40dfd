import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { GeopendeDatabase } from '../../../server/database/database.ts';
import { metOnthoudenOpdrachten } from '../../../server/database/opdrachten.ts';
import * as schema from '../../../server/database/schema.ts';
import type { Omgeving } from '../../../server/kern/omgeving.ts';

/** Whether a call with these arguments is counted. */
type Telt = (wat: readonly unknown[]) => boolean;

/** So many of the server's lines, from the one that something outside called, tell one way in from another. */
const INGANGREGELS = 9;

function ingang(): string {
  const diepte = Error.stackTraceLimit;
  Error.stackTraceLimit = 100;
  const regels = (new Error('ingang').stack ?? '')
    .split('\n')
    .filter((regel) => /\/server\//.test(regel) && !/\/test\//.test(regel));
  Error.stackTraceLimit = diepte;
  return regels.slice(-INGANGREGELS).join('\n');
}

/** What is thrown; no fault of the disk, which has its own rules (SY5). */
export class Geworpen extends Error {
  override readonly name = 'Geworpen';
}

/**
 * Stands between the app and what it is given from outside, and lets one call out of it throw: every statement on the
 * database, every encryption, key, look at the clock, id and random byte. All that a socket, a timer or a route does goes through these,
 * so nobody keeps a list of places (ST4). A COMMIT that fails is the disk's, and concerns all of its step (SY5).
 */
export class Worp {
  /** Of each call since the last `begin`, where it came in: the server's lines that are lowest on the stack. */
  readonly ingangen: string[] = [];
  /** Calls since the last `begin`. */
  aantal = 0;
  #bij = 0;
  #telt: Telt = () => true;

  /** Counts from here. @param bij which call throws, from 1; 0: none @param telt which calls are counted; all when left out */
  begin(bij: number, telt: Telt = () => true): void {
    this.aantal = 0;
    this.ingangen.length = 0;
    this.#bij = bij;
    this.#telt = telt;
  }

  /** Whether something is to throw, or did. */
  get isBezig(): boolean {
    return this.#bij > 0;
  }

  /** Whether it threw since the last `begin`. */
  get isGeworpen(): boolean {
    return this.#bij > 0 && this.aantal >= this.#bij;
  }

  om(echt: GeopendeDatabase): GeopendeDatabase {
    const sqlite = this.#omDatabase(echt.sqlite);
    return {
      ...echt,
      sqlite,
      db: drizzle(metOnthoudenOpdrachten(sqlite), { schema, casing: 'snake_case' }),
      kluis: this.#omAlle(echt.kluis),
      sleutels: this.#omAlle(echt.sleutels),
    };
  }

  omOmgeving(echt: Omgeving): Omgeving {
    return this.#omAlle(echt);
  }

  #prik(wat: readonly unknown[]): void {
    if (!this.#telt(wat)) return;
    this.aantal += 1;
    if (this.#bij === 0) this.ingangen.push(ingang());
    if (this.aantal === this.#bij) throw new Geworpen(`call ${this.aantal}`);
  }

  /** Every method throws when it is its turn. */
  #omAlle<T extends object>(echt: T): T {
    return new Proxy(echt, {
      get: (doel, naam) => {
        const waarde: unknown = Reflect.get(doel, naam, doel);
        if (typeof waarde !== 'function') return waarde;
        return (...wat: unknown[]): unknown => {
          this.#prik(wat);
          return Reflect.apply(waarde, doel, wat);
        };
      },
    });
  }

  #omDatabase(echt: Database.Database): Database.Database {
    return new Proxy(echt, {
      get: (doel, naam) => {
        if (naam === 'prepare') return (sql: string) => this.#omOpdracht(doel.prepare(sql));
        const waarde: unknown = Reflect.get(doel, naam, doel);
        return typeof waarde === 'function' ? waarde.bind(doel) : waarde;
      },
    });
  }

  #omOpdracht(echt: Database.Statement): Database.Statement {
    const om: Database.Statement = new Proxy(echt, {
      get: (doel, naam) => {
        const waarde: unknown = Reflect.get(doel, naam, doel);
        if (typeof waarde !== 'function') return waarde;
        return (...wat: unknown[]): unknown => {
          if (['run', 'get', 'all', 'iterate'].includes(String(naam))) this.#prik(wat);
          const uit: unknown = Reflect.apply(waarde, doel, wat);
          return uit === doel ? om : uit;
        };
      },
    });
    return om;
  }
}

import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { GeopendeDatabase } from '../../../server/database/database.ts';
import { metOnthoudenOpdrachten } from '../../../server/database/opdrachten.ts';
import * as schema from '../../../server/database/schema.ts';
import type { Omgeving } from '../../../server/kern/omgeving.ts';

/** What is thrown; no fault of the disk, which has its own rules (SY5). */
export class Geworpen extends Error {
  override readonly name = 'Geworpen';
}

/**
 * Stands between the app and what it is given from outside, and lets one call out of it throw: every statement on the
 * database, every encryption, key, id and random byte. All that a socket, a timer or a route does goes through these,
 * so nobody keeps a list of places (ST4). A COMMIT that fails is the disk's, and concerns all of its step (SY5).
 */
export class Worp {
  /** Calls since the last `begin`. */
  aantal = 0;
  #bij = 0;

  /** Counts from here. @param bij which call throws, from 1; 0: none */
  begin(bij: number): void {
    this.aantal = 0;
    this.#bij = bij;
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

  omIds(echt: Pick<Omgeving, 'id' | 'willekeur'>): Pick<Omgeving, 'id' | 'willekeur'> {
    return this.#omAlle(echt);
  }

  #prik(): void {
    this.aantal += 1;
    if (this.aantal === this.#bij) throw new Geworpen(`call ${this.aantal}`);
  }

  /** Every method throws when it is its turn. */
  #omAlle<T extends object>(echt: T): T {
    return new Proxy(echt, {
      get: (doel, naam) => {
        const waarde: unknown = Reflect.get(doel, naam, doel);
        if (typeof waarde !== 'function') return waarde;
        return (...wat: unknown[]): unknown => {
          this.#prik();
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
          if (['run', 'get', 'all', 'iterate'].includes(String(naam))) this.#prik();
          const uit: unknown = Reflect.apply(waarde, doel, wat);
          return uit === doel ? om : uit;
        };
      },
    });
    return om;
  }
}

import { realpathSync, rmSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { beperkTotEigenaar, eisSchrijfbaar, geenToegang, maakDatabasebestand, maakMap } from './bestanden.ts';
import { DatabaseFout } from './databasefout.ts';
import { sleutelVerkeerd } from './installatiesleutel.ts';
import { keur } from './keuring.ts';
import { type Kluis, maakKluis } from './kluis.ts';
import { bepaalVersie, leesMigraties, type Migraties, migreer } from './migraties.ts';
import { metOnthoudenOpdrachten } from './opdrachten.ts';
import { maakReservekopie } from './reservekopie.ts';
import * as schema from './schema.ts';
import { type Compartimentsleutels, openSleutels } from './sleutels.ts';
import { neemSlot } from './slot.ts';
import { maakTransactie, type Transactie } from './transactie.ts';

export type Db = BetterSQLite3Database<typeof schema>;

export interface Instellingen {
  /** REGIETAFEL_DATA; made when it is not there. */
  readonly map: string;
  /** REGIETAFEL_SLEUTELS; not in `map`, nor around it. */
  readonly sleutelmap: string;
  /** Milliseconds since 1970. */
  readonly nu: () => number;
  /** So many bytes from a cryptographic source: keys and nonces come from it. */
  readonly willekeur: (aantal: number) => Uint8Array;
  /** The folder with migrations; by itself the one of the product. */
  readonly migraties?: string;
}

export interface GeopendeDatabase {
  readonly db: Db;
  readonly sqlite: Database.Database;
  readonly transactie: Transactie;
  readonly kluis: Kluis;
  readonly sleutels: Pick<Compartimentsleutels, 'maak' | 'vernietig' | 'kladsleutel'>;
  /**
   * Tables with rows that point at what isn't there, as the file was found: somebody changed it from outside. They reach
   * nobody, and take nothing with them (ST1).
   */
  readonly losseRijen: readonly { readonly tabel: string; readonly aantal: number }[];
  /** Whether the data can be read and written, tried on the disk; takes a few ms. */
  gezondheid(): Gezondheid;
  /** Puts everything into the one file, and lets the folders go. A second time it does nothing. */
  sluit(): void;
}

/** `oorzaak` is for the log of the process: no content, no ids. */
export type Gezondheid = { readonly gezond: true } | { readonly gezond: false; readonly oorzaak: string };

/** "RgTf" */
const APPLICATIE_ID = 0x52675466;

/**
 * Opens the data of one installation, for this process alone: makes them when there are none, brings them up to date
 * (after a copy) when they are older, and refuses, without touching them, when they are anything else.
 *
 * @throws DatabaseFout
 */
export async function openDatabase(instellingen: Instellingen): Promise<GeopendeDatabase> {
  const { map, sleutelmap, nu, willekeur } = instellingen;
  maakMap(map);
  maakMap(sleutelmap);
  weigerSamen(realpathSync(map), realpathSync(sleutelmap));
  const pad = join(map, 'regietafel.db');
  const migraties = leesMigraties(instellingen.migraties);

  const teSluiten: (() => void)[] = [];
  const sluit = () => {
    for (let stap = teSluiten.pop(); stap !== undefined; stap = teSluiten.pop()) stap();
  };
  try {
    teSluiten.push(neemSlot(map).laatLos);
    teSluiten.push(neemSlot(sleutelmap).laatLos);
    const gevonden = keur(pad, APPLICATIE_ID, (sqlite) => ({
      versie: bepaalVersie(sqlite, migraties, pad),
      kenmerk: leesKenmerk(sqlite),
      los: losseRijen(sqlite),
    }));
    const sleutels = openSleutels(sleutelmap, gevonden !== null, nu, willekeur);
    teSluiten.push(sleutels.sluit);
    if (gevonden !== null && gevonden.kenmerk !== sleutels.kenmerk) throw sleutelVerkeerd(sleutelmap);
    if (gevonden === null) maakNieuwe(pad, migraties, sleutels.kenmerk);

    beperkTotEigenaar(pad);
    const sqlite = new Database(pad, { fileMustExist: true, timeout: 0 });
    teSluiten.push(() => sqlite.close());
    stelIn(sqlite, pad);
    eisSchrijfbaar(sqlite, pad);
    if (gevonden !== null && gevonden.versie < migraties.length) {
      const kopie = await maakReservekopie(sqlite, join(map, 'reservekopie'), gevonden.versie, nu());
      werkBij(sqlite, migraties, gevonden.versie, kopie);
    }
    const bestand = statSync(pad).ino;
    return {
      db: drizzle(metOnthoudenOpdrachten(sqlite), { schema, casing: 'snake_case' }),
      sqlite,
      transactie: maakTransactie(sqlite),
      kluis: maakKluis(sleutels, willekeur),
      sleutels,
      losseRijen: gevonden?.los ?? [],
      gezondheid: () => probeer(sqlite, sleutels, () => statSync(pad).ino === bestand),
      sluit,
    };
  } catch (fout) {
    sluit();
    if (fout instanceof Database.SqliteError || (fout instanceof Error && 'syscall' in fout)) {
      throw geenToegang(pad, fout);
    }
    throw fout;
  }
}

function maakNieuwe(pad: string, migraties: Migraties, kenmerk: number): void {
  maakDatabasebestand(pad, (sqlite) => {
    stelIn(sqlite, pad);
    migreer(sqlite, migraties, 0);
    sqlite.pragma(`application_id = ${APPLICATIE_ID}`);
    // The number that SQLite keeps for the program; ours counts versions in its own table.
    sqlite.pragma(`user_version = ${kenmerk}`);
  });
}

function losseRijen(sqlite: Database.Database): GeopendeDatabase['losseRijen'] {
  return sqlite
    .prepare<[], { tabel: string; aantal: number }>(
      'select "table" as tabel, count(distinct rowid) as aantal from pragma_foreign_key_check group by tabel',
    )
    .all();
}

function leesKenmerk(sqlite: Database.Database): unknown {
  return sqlite.pragma('user_version', { simple: true });
}

/** All of these hold for the connection only, except WAL. */
function stelIn(sqlite: Database.Database, pad: string): void {
  const journaal = sqlite.pragma('journal_mode = wal', { simple: true });
  if (journaal !== 'wal') throw geenToegang(pad, new Error(`journal_mode stays ${String(journaal)}`));
  sqlite.pragma('synchronous = full');
  // On macOS a plain fsync leaves the bytes in the cache of the disk.
  sqlite.pragma('fullfsync = on');
  sqlite.pragma('foreign_keys = on');
  sqlite.pragma('secure_delete = on');
  sqlite.pragma('trusted_schema = off');
  // Nothing of ours in files outside the two folders.
  sqlite.pragma('temp_store = memory');
  sqlite.pragma('busy_timeout = 0');
}

function werkBij(sqlite: Database.Database, migraties: Migraties, versie: number, kopie: string): void {
  try {
    migreer(sqlite, migraties, versie);
  } catch (fout) {
    // All of it was taken back. A service that starts over and over would push the older copies out with this one.
    rmSync(kopie, { force: true });
    throw new DatabaseFout(
      'migratie_mislukt',
      'De opgeslagen gegevens bijwerken naar deze versie van Regietafel is niet gelukt; ze zijn zoals ze waren. Start de vorige versie en meld dit bij wie Regietafel voor u onderhoudt.',
      { cause: fout },
    );
  }
}

/** Keys beside the data would be copied along with them, and then encryption protects nothing. */
function weigerSamen(map: string, sleutelmap: string): void {
  if (!`${map}${sep}`.startsWith(`${sleutelmap}${sep}`) && !`${sleutelmap}${sep}`.startsWith(`${map}${sep}`))
    return;
  throw new DatabaseFout(
    'sleutels_onveilig',
    `De sleutels (${sleutelmap}) en de gegevens (${map}) moeten in aparte mappen staan, de een niet in de ander. Kies een andere map met REGIETAFEL_SLEUTELS of REGIETAFEL_DATA en start opnieuw.`,
  );
}

function probeer(
  sqlite: Database.Database,
  sleutels: Pick<Compartimentsleutels, 'controleer'>,
  staatErNog: () => boolean,
): Gezondheid {
  try {
    // A file that was deleted or replaced takes every write, and keeps none.
    if (!staatErNog()) return { gezond: false, oorzaak: 'the database file was replaced' };
    // Really written, synced and committed, although it is the number that stands there.
    sqlite.pragma(`user_version = ${Number(leesKenmerk(sqlite))}`);
    sleutels.controleer();
    return { gezond: true };
  } catch (fout) {
    const code = fout instanceof Error && 'code' in fout ? fout.code : undefined;
    return { gezond: false, oorzaak: String(code ?? fout) };
  }
}

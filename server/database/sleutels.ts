import { createSecretKey, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import {
  beperkTotEigenaar,
  eisSchrijfbaar,
  maakDatabasebestand,
  mogenAnderenSchrijven,
} from './bestanden.ts';
import { DatabaseFout } from './databasefout.ts';
import {
  kenmerkVan,
  kladsleutelVan,
  laadInstallatiesleutel,
  SLEUTELLENGTE,
  sleutelVerkeerd,
  sleutelWeg,
} from './installatiesleutel.ts';
import { keur } from './keuring.ts';
import { NONCE_LENGTE, ontzegel, verzegel } from './verzegeling.ts';

/** The keys of the compartments, wrapped by the installation's key, in a file outside the data and its backups. */
export interface Compartimentsleutels {
  /**
   * Makes a key for each compartment that has none; it is on the disk when this returns, so call it before anything
   * is encrypted. When the data that were to use it are rolled back, the key stays: it opens nothing, and is harmless.
   *
   * @throws Error for a compartment whose key was destroyed: that is final
   */
  maak(...compartimentIds: readonly string[]): void;
  /** Destroys the key, and by that every copy of the content, in the WAL and in backups of the data as well. */
  vernietig(compartimentId: string): void;
  /** @returns null when there is none; `onleesbaar` when the wrapped key was changed */
  zoek(compartimentId: string): KeyObject | 'vernietigd' | 'onleesbaar' | null;
  /** See kladsleutelVan. */
  kladsleutel(medewerkerId: string): Buffer;
  /** See kenmerkVan. */
  readonly kenmerk: number;
  /** Reads from the file. @throws when that can't be done */
  controleer(): void;
  sluit(): void;
}

/** "RgSl" */
const APPLICATIE_ID = 0x5267536c;
const VERSIE = 1;

/**
 * Opens the folder with keys; the caller holds its slot. Makes what is missing when there are no data yet.
 *
 * @param databaseBestaat whether there are data, which can't be read without keys
 * @param willekeur so many bytes from a cryptographic source
 * @throws DatabaseFout
 */
export function openSleutels(
  map: string,
  databaseBestaat: boolean,
  nu: () => number,
  willekeur: (aantal: number) => Uint8Array,
): Compartimentsleutels {
  if (mogenAnderenSchrijven(map)) {
    throw new DatabaseFout(
      'sleutels_onveilig',
      `Anderen kunnen in de map ${map} schrijven en zo de sleutels vervangen. Geef alleen de eigenaar toegang (chmod 700 ${map}) en start opnieuw.`,
    );
  }
  const pad = join(map, 'compartimenten.db');
  const controle = keur(pad, APPLICATIE_ID, (sqlite) => leesControle(sqlite, pad));
  const zijnErSleutels = controle !== null;
  const installatiesleutel = laadInstallatiesleutel(
    join(map, 'installatie.sleutel'),
    !databaseBestaat && !zijnErSleutels,
    willekeur,
  );
  if (zijnErSleutels) {
    if (ontzegel(installatiesleutel, ['controle'], controle) === null) throw sleutelVerkeerd(map);
  } else {
    if (databaseBestaat) throw sleutelWeg(pad);
    maakDatabasebestand(pad, (sqlite) => {
      stelIn(sqlite);
      richtIn(sqlite, verzegel(installatiesleutel, ['controle'], Buffer.alloc(0), willekeur(NONCE_LENGTE)));
    });
  }
  beperkTotEigenaar(pad);
  const sqlite = new Database(pad, { fileMustExist: true, timeout: 0 });
  try {
    stelIn(sqlite);
    eisSchrijfbaar(sqlite, pad);
  } catch (fout) {
    sqlite.close();
    throw fout;
  }
  return {
    ...sleutelsIn(sqlite, installatiesleutel, nu, willekeur),
    kenmerk: kenmerkVan(installatiesleutel),
  };
}

function sleutelsIn(
  sqlite: Database.Database,
  installatiesleutel: KeyObject,
  nu: () => number,
  willekeur: (aantal: number) => Uint8Array,
): Omit<Compartimentsleutels, 'kenmerk'> {
  const selecteer = sqlite
    .prepare<[string], Buffer | null>('select verpakt from sleutels where compartiment_id = ?')
    .pluck();
  const voegToe = sqlite.prepare<[string, Buffer]>(
    'insert into sleutels (compartiment_id, verpakt) values (?, ?)',
  );
  const streepDoor = sqlite.prepare<[string, number]>(
    `insert into sleutels (compartiment_id, vernietigd_op) values (?, ?)
     on conflict do update set verpakt = null, vernietigd_op = coalesce(vernietigd_op, excluded.vernietigd_op)`,
  );
  const uitgepakt = new Map<string, KeyObject>();

  const maakAlle = sqlite.transaction((compartimentIds: readonly string[]) => {
    for (const compartimentId of compartimentIds) {
      const verpakt = selecteer.get(compartimentId);
      if (verpakt === null) throw new Error('the key of this compartment was destroyed');
      if (verpakt !== undefined) continue;
      const sleutel = willekeur(SLEUTELLENGTE);
      if (sleutel.length !== SLEUTELLENGTE) throw new Error('the random source gave too few bytes');
      voegToe.run(
        compartimentId,
        verzegel(installatiesleutel, ['sleutel', compartimentId], sleutel, willekeur(NONCE_LENGTE)),
      );
      sleutel.fill(0);
    }
  });

  return {
    maak: (...compartimentIds) => maakAlle.immediate(compartimentIds),
    vernietig(compartimentId) {
      streepDoor.run(compartimentId, nu());
      uitgepakt.delete(compartimentId);
    },
    zoek(compartimentId) {
      const bekende = uitgepakt.get(compartimentId);
      if (bekende !== undefined) return bekende;
      const verpakt = selecteer.get(compartimentId);
      if (verpakt === undefined) return null;
      if (verpakt === null) return 'vernietigd';
      const bytes = ontzegel(installatiesleutel, ['sleutel', compartimentId], verpakt);
      if (bytes === null) return 'onleesbaar';
      const sleutel = createSecretKey(bytes);
      bytes.fill(0);
      uitgepakt.set(compartimentId, sleutel);
      return sleutel;
    },
    kladsleutel: (medewerkerId) => kladsleutelVan(installatiesleutel, medewerkerId),
    controleer: () => void selecteer.get(''),
    sluit() {
      uitgepakt.clear();
      sqlite.close();
    },
  };
}

/**
 * EXTRA is FULL, and syncs the folder after the journal is gone: without it, a key that data use already could be
 * rolled back by a power cut, and a destroyed one come back. No WAL, which would keep destroyed keys for a while.
 */
function stelIn(sqlite: Database.Database): void {
  sqlite.pragma('journal_mode = delete');
  sqlite.pragma('synchronous = extra');
  sqlite.pragma('fullfsync = on');
  sqlite.pragma('secure_delete = on');
  sqlite.pragma('trusted_schema = off');
}

function richtIn(sqlite: Database.Database, controle: Buffer): void {
  sqlite.pragma(`application_id = ${APPLICATIE_ID}`);
  sqlite.pragma(`user_version = ${VERSIE}`);
  sqlite.exec(`
    create table controle (nummer integer primary key check (nummer = 1), verzegeld blob not null) strict;
    create table sleutels (
      compartiment_id text primary key,
      verpakt blob,
      vernietigd_op integer,
      check ((verpakt is null) = (vernietigd_op is not null))
    ) strict, without rowid;
  `);
  sqlite.prepare('insert into controle values (1, ?)').run(controle);
}

/** What only the right installation key opens. */
function leesControle(sqlite: Database.Database, pad: string): Buffer {
  if (sqlite.pragma('user_version', { simple: true }) !== VERSIE) {
    throw new DatabaseFout(
      'nieuwer',
      `${pad} is gemaakt met een nieuwere versie van Regietafel, en is niet aangeraakt. Start die versie.`,
    );
  }
  const verzegeld = sqlite.prepare<[], Buffer>('select verzegeld from controle').pluck().get();
  return verzegeld ?? Buffer.alloc(0);
}

import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type GeopendeDatabase, type Instellingen, openDatabase } from '../../../server/database/database.ts';
import { DatabaseFout, type DatabaseFoutCode } from '../../../server/database/databasefout.ts';
import { zoekMigraties } from '../../../server/database/migraties.ts';

export const NU = Date.UTC(2026, 1, 3, 4, 5, 6, 789);

/** A folder that goes when the test ends. */
export function tijdelijkeMap(): string {
  const map = mkdtempSync(join(tmpdir(), 'regietafel-'));
  onTestFinished(() => rmSync(map, { recursive: true, force: true }));
  return map;
}

/** The settings of a new installation, with its two folders side by side. */
export function nieuweInstallatie(): Instellingen {
  const map = tijdelijkeMap();
  return {
    map: join(map, 'data'),
    sleutelmap: join(map, 'sleutels'),
    nu: () => NU,
    willekeur: (aantal) => randomBytes(aantal),
  };
}

/** Opens, and closes when the test ends. */
export async function open(instellingen: Instellingen): Promise<GeopendeDatabase> {
  const geopend = await openDatabase(instellingen);
  onTestFinished(() => geopend.sluit());
  return geopend;
}

/** An installation that has run once; `vul` puts something in. */
export async function gebruikteInstallatie(vul?: (geopend: GeopendeDatabase) => void): Promise<Instellingen> {
  const instellingen = nieuweInstallatie();
  const geopend = await openDatabase(instellingen);
  vul?.(geopend);
  geopend.sluit();
  return instellingen;
}

/** @returns the refusal; fails when it opens or breaks otherwise */
export async function weigering(instellingen: Instellingen): Promise<DatabaseFout> {
  try {
    (await openDatabase(instellingen)).sluit();
  } catch (fout) {
    if (fout instanceof DatabaseFout) return fout;
    throw fout;
  }
  throw new Error('it opened');
}

export async function codeVanWeigering(instellingen: Instellingen): Promise<DatabaseFoutCode> {
  return (await weigering(instellingen)).code;
}

export function databasepad({ map }: Instellingen): string {
  return join(map, 'regietafel.db');
}

export function sleutelpad({ sleutelmap }: Instellingen): string {
  return join(sleutelmap, 'installatie.sleutel');
}

/** Path and SHA-256 of everything in a folder except the slots, sorted: equal means that nothing changed. */
export function inhoudVan(map: string): readonly string[] {
  return readdirSync(map, { recursive: true, withFileTypes: true })
    .filter((iets) => iets.name !== 'regietafel.slot')
    .map((iets) => {
      const pad = join(iets.parentPath, iets.name);
      const hash = iets.isFile() ? createHash('sha256').update(readFileSync(pad)).digest('hex') : 'map';
      return `${pad} ${hash}`;
    })
    .sort();
}

/**
 * A copy of folders that are in use. By another process: when this one closes a file of a database that it has open,
 * it drops its own locks on it.
 */
export function kopieVan(...mappen: readonly string[]): string {
  const doel = tijdelijkeMap();
  execFileSync('cp', ['-r', ...mappen, doel]);
  return doel;
}

/** Whether a text or bytes occur in any file under a folder. */
export function komtVoorIn(map: string, gezocht: string | Buffer): boolean {
  return readdirSync(map, { recursive: true, withFileTypes: true }).some(
    (iets) => iets.isFile() && readFileSync(join(iets.parentPath, iets.name)).includes(gezocht),
  );
}

/** The migrations of the product and then these, in a folder of their own. */
export function migratiesMet(...extra: readonly string[]): string {
  return migratiesIn((map, stappen) => {
    for (const sql of extra) {
      const idx = stappen.length;
      const tag = `${String(idx).padStart(4, '0')}_extra`;
      stappen.push({ idx, when: NU + idx, tag, breakpoints: true });
      writeFileSync(join(map, `${tag}.sql`), sql);
    }
  });
}

/** The first so many migrations of the product: those that an older version had. */
export function migratiesTot(aantal: number): string {
  return migratiesIn((_map, stappen) => {
    stappen.length = aantal;
  });
}

type Migratiestap = { idx: number; when: number; tag: string; breakpoints: boolean };

function migratiesIn(wijzig: (map: string, stappen: Migratiestap[]) => void): string {
  const map = tijdelijkeMap();
  cpSync(zoekMigraties(), map, { recursive: true });
  const journaal = join(map, 'meta', '_journal.json');
  const gelezen: { entries: Migratiestap[] } = JSON.parse(readFileSync(journaal, 'utf8'));
  wijzig(map, gelezen.entries);
  writeFileSync(journaal, JSON.stringify(gelezen));
  return map;
}

export function nevenbestanden(instellingen: Instellingen): readonly string[] {
  return ['-wal', '-shm', '-journal'].filter((einde) => existsSync(databasepad(instellingen) + einde));
}

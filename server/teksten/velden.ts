import { asc, eq, inArray } from 'drizzle-orm';
import type { Veld } from '../../shared/contract/velden.ts';
import { LEEFGEBIED_CODES } from '../../shared/plan/leefgebieden.ts';
import { veldnaam } from '../../shared/plan/velden.ts';
import type { CompartimentRij } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { velden } from '../database/schema.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import { isId } from '../kern/opgeslagen.ts';
import type { Kijk } from '../toegang/toegang.ts';

/** The texts of some compartments, and in which of those there is one whose place can't be read (ST1). */
export interface LeesbareVelden {
  readonly velden: Veld[];
  readonly onleesbaar: readonly string[];
}

/** What looking up texts takes. */
export interface Veldenbron {
  readonly database: GeopendeDatabase;
  readonly onleesbaar: Onleesbaren;
}

/** What the text that a concept improves said when that was begun. */
const UITGANGSPUNT = 'uitgangspunt';

/** The texts of some compartments, titled as this person knows the members, in the order of the compartments. */
export function veldenVoor(
  { database, onleesbaar }: Veldenbron,
  kijk: Kijk,
  lijst: readonly CompartimentRij[],
): LeesbareVelden {
  if (lijst.length === 0) return { velden: [], onleesbaar: [] };
  const perId = new Map(lijst.map((compartiment, i) => [compartiment.id, { compartiment, i }]));
  const rollen = new Map(kijk.leden().map((lid) => [lid.id, lid.rol]));
  const rijen = database.db
    .select()
    .from(velden)
    .where(inArray(velden.compartimentId, [...perId.keys()]))
    .orderBy(asc(velden.volgorde))
    .all()
    .flatMap((veld) => {
      const plek = perId.get(veld.compartimentId);
      return plek === undefined ? [] : [{ veld, ...plek }];
    })
    .sort((a, b) => a.i - b.i);
  const kapot = new Set<string>();
  const uitgangspunten = new Map(
    rijen.flatMap(({ veld }) => (veld.soort === UITGANGSPUNT ? [[veld.compartimentId, veld.id]] : [])),
  );
  const leesbaar = rijen.filter(({ veld }) => {
    // No text of its own: it belongs to the concept that it stands beside.
    if (veld.soort === UITGANGSPUNT) return false;
    if (isVeld(veld)) return true;
    onleesbaar.meld('velden', veld.id);
    kapot.add(veld.compartimentId);
    return false;
  });
  return {
    velden: leesbaar.map(({ veld, compartiment }) => ({
      id: veld.id,
      compartimentId: veld.compartimentId,
      leefgebied: LEEFGEBIED_CODES.find((code) => code === veld.leefgebied) ?? null,
      kaartId: veld.kaartId,
      concept: compartiment.makerId !== null,
      conceptVoor: openVeld(database, kijk, compartiment.conceptVoor),
      uitgangspunt: uitgangspunten.get(compartiment.id) ?? null,
      naam: veldnaam(
        veld.soort,
        compartiment.categorie,
        compartiment.lidId === null ? null : (rollen.get(compartiment.lidId) ?? null),
      ),
    })),
    onleesbaar: [...kapot],
  };
}

function isVeld({ id, kaartId, soort }: typeof velden.$inferSelect): boolean {
  return isId(id) && (kaartId === null || isId(kaartId)) && VELDSOORTEN.has(soort);
}

const VELDSOORTEN: ReadonlySet<string> = new Set(velden.soort.enumValues);

/** Where a text stands in its compartment. */
export type Veldplek = Pick<typeof velden.$inferSelect, 'id' | 'kaartId' | 'soort' | 'leefgebied'>;

/** The texts of a compartment, in their order, for the server's own use; one that can't be read is left out (ST1). */
export function veldplekkenVan({ db }: GeopendeDatabase, compartimentId: string): Veldplek[] {
  return db
    .select()
    .from(velden)
    .where(eq(velden.compartimentId, compartimentId))
    .orderBy(asc(velden.volgorde))
    .all()
    .filter((veld) => isVeld(veld) && veld.soort !== UITGANGSPUNT);
}

/** Of a concept: the root that says what its text said when it was begun; null: it improves none. */
export function uitgangspuntVan({ db }: GeopendeDatabase, compartimentId: string): string | null {
  const rijen = db.select().from(velden).where(eq(velden.compartimentId, compartimentId)).all();
  return rijen.find(({ soort }) => soort === UITGANGSPUNT)?.id ?? null;
}

/** Ids of all texts of a compartment, of its kaarten as well. */
export function veldIdsVan({ db }: GeopendeDatabase, compartimentId: string): string[] {
  return db
    .select({ id: velden.id, soort: velden.soort })
    .from(velden)
    .where(eq(velden.compartimentId, compartimentId))
    .all()
    .filter(({ soort }) => soort !== UITGANGSPUNT)
    .map(({ id }) => id);
}

/**
 * The compartment of a text that I have open, else null: a hidden one and one that is gone look alike (NK5, NK23). What a
 * text said when somebody began to improve it is none: shared as one, it would be typed into that text.
 */
export function compartimentVanVeld(
  database: GeopendeDatabase,
  kijk: Kijk,
  veldId: string,
): CompartimentRij | null {
  const veld = database.db.select().from(velden).where(eq(velden.id, veldId)).get();
  if (veld === undefined || veld.soort === UITGANGSPUNT || !kijk.leestNu(veld.compartimentId)) return null;
  return kijk.compartiment(veld.compartimentId) ?? null;
}

function openVeld(database: GeopendeDatabase, kijk: Kijk, veldId: string | null): string | null {
  return veldId !== null && compartimentVanVeld(database, kijk, veldId) !== null ? veldId : null;
}

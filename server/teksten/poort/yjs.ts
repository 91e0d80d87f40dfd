import { ContentDeleted, ContentType, type Doc, type GC, Item, Map as YMap } from 'yjs';

/**
 * The only file of the gate that looks inside Yjs. Yjs has types for what is read here (`store.clients`, an item's
 * `parent`, `content` and neighbours, a type's `_item`) and promises nothing about it: a newer Yjs is to be held
 * against this file, the order of `Item.integrate` and the fuzz test first. A test compares the version.
 */
export const GEKEURDE_YJS = '13.6.33';

/** A shared type, as Yjs keeps them in a document. */
export type GedeeldType = Doc['share'] extends Map<string, infer Type> ? Type : never;
export type { Doc, GC, Item };

/** The first clock that the document doesn't have of this client. */
export function klokVan(doc: Doc, client: number): number {
  const laatste = doc.store.clients.get(client)?.at(-1);
  return laatste === undefined ? 0 : laatste.id.clock + laatste.length;
}

/** The struct that holds this clock of this client. Yjs' own `getItem` throws where there is none. */
export function vindStruct(doc: Doc, client: number, clock: number): Item | GC | null {
  const structs = doc.store.clients.get(client);
  if (structs === undefined) return null;
  return structs[plaatsVan(structs, clock)] ?? null;
}

/**
 * Whether any of these clocks holds something that isn't deleted yet. Everything in the range is known. `vanaf` is
 * where the range before it ended in the client's list, so that ranges in order are one walk; `tot` where this does.
 */
export function zoekLevends(
  doc: Doc,
  { client, begin, eind }: { client: number; begin: number; eind: number },
  vanaf: number,
): { levend: boolean; tot: number } {
  const structs = doc.store.clients.get(client) ?? [];
  let tot = plaatsVan(structs, begin, vanaf);
  for (; ; tot += 1) {
    const struct = structs[tot];
    if (struct === undefined || struct.id.clock >= eind) return { levend: false, tot: Math.max(0, tot - 1) };
    if (!struct.deleted) return { levend: true, tot };
  }
}

/** The structs of a client from a clock on: what a transaction added. */
export function structsVanaf(doc: Doc, client: number, clock: number): readonly (Item | GC)[] {
  const structs = doc.store.clients.get(client) ?? [];
  return structs.slice(plaatsVan(structs, clock));
}

/** Index of the struct with this clock in a client's list, which is in order and without gaps; not before `vanaf`. */
function plaatsVan(structs: readonly (Item | GC)[], clock: number, vanaf = 0): number {
  let links = vanaf;
  let rechts = structs.length - 1;
  // Doubling steps first: in a walk the next one is close by.
  for (let stap = 1; vanaf > 0 && links + stap <= rechts; stap *= 2) {
    const verder = structs[links + stap];
    if (verder === undefined || clock < verder.id.clock) {
      rechts = links + stap - 1;
      break;
    }
    links += stap;
  }
  while (links <= rechts) {
    const midden = (links + rechts) >> 1;
    const struct = structs[midden];
    if (struct === undefined) break;
    if (clock < struct.id.clock) rechts = midden - 1;
    else if (clock >= struct.id.clock + struct.length) links = midden + 1;
    else return midden;
  }
  return structs.length;
}

export function isItem(struct: Item | GC): struct is Item {
  return struct instanceof Item;
}

/** The type that an item is, `weg` where it was one or may have been and is deleted, null where it never was. */
export function typeVan(item: Item): GedeeldType | 'weg' | null {
  if (item.content instanceof ContentType) return item.content.type;
  return item.content instanceof ContentDeleted ? 'weg' : null;
}

/** The type in which an item stands; null for one that Yjs hasn't placed. */
export function ouderVan(item: Item): GedeeldType | null {
  // An ID is what Yjs replaces by the type before the item is in the store; it has no `_map`.
  return item.parent !== null && '_map' in item.parent ? item.parent : null;
}

/** A root keeps its name for life; looking for it among all velden would cost more than the rest of the gate. */
const NAMEN = new WeakMap<GedeeldType, string>();

export function naamVanRoot(doc: Doc, root: GedeeldType): string | null {
  const bekend = NAMEN.get(root);
  if (bekend !== undefined) return bekend;
  for (const [naam, type] of doc.share) {
    if (type !== root) continue;
    NAMEN.set(root, naam);
    return naam;
  }
  return null;
}

/** Whether a type is a marker: a map that stands in a text itself, not under a key or in another marker (TX2). */
export function isMerk(type: GedeeldType): boolean {
  const { _item: item } = type;
  return type instanceof YMap && item !== null && item.parentSub === null && ouderVan(item)?._item === null;
}

/** What was set last under a key; what was set before it stands to its left. */
export function laatsteVan(type: GedeeldType, sleutel: string): Item | null {
  return type._map.get(sleutel) ?? null;
}

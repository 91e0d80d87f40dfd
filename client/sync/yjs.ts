import {
  ContentString,
  ContentType,
  type GC,
  Item,
  isDeleted,
  iterateDeletedStructs,
  type Transaction,
  XmlElement,
  type XmlFragment,
  XmlText,
} from 'yjs';

/**
 * The only file of the client that looks inside Yjs. Yjs has types for what is read here and promises nothing about
 * it: a newer Yjs is to be held against this file and its test first.
 */

/** A shared type, as far as its list of items goes. */
interface Rij {
  readonly _start: Item | null;
}

/** A stretch of one client's clocks: from `van`, not including `tot`. A clock is one UTF-16 unit of text. */
export interface Klokken {
  readonly van: number;
  readonly tot: number;
}

/**
 * SY14: keeps Yjs from cleaning up formatting after this transaction, which would be a change by somebody who may
 * only read. To be called in `afterTransaction`.
 */
export function laatOpmaakStaan(transactie: Transaction): void {
  transactie._needFormattingCleanup = false;
}

/** The names of the roots under which a transaction changed something. */
export function geraakteVelden(transactie: Transaction): Set<string> {
  const velden = new Set<string>();
  for (const [naam, type] of transactie.doc.share) {
    if (transactie.changedParentTypes.has(type) || transactie.changed.has(type)) velden.add(naam);
  }
  return velden;
}

/** What a transaction added under a client id: all its clocks, and the text among it. */
export function toegevoegd(
  transactie: Transaction,
  client: number,
): Klokken & { readonly tekst: readonly (Klokken & { readonly tekst: string })[] } {
  const van = transactie.beforeState.get(client) ?? 0;
  const structs = transactie.doc.store.clients.get(client) ?? [];
  const tekst: (Klokken & { tekst: string })[] = [];
  let tot = van;
  for (let i = structs.length - 1; i >= 0; i -= 1) {
    const struct = structs[i];
    if (struct === undefined || struct.id.clock < van) break;
    const eind = struct.id.clock + struct.length;
    tot = Math.max(tot, eind);
    const woorden = tekstVan(struct);
    if (woorden !== null) tekst.unshift({ van: struct.id.clock, tot: eind, tekst: woorden });
  }
  return { van, tot, tekst };
}

/** One run of text that a transaction deleted, in reading order, and of each character whether `isEigen` says so. */
export interface GewisteTekst {
  readonly tekst: string;
  readonly eigen: readonly boolean[];
}

/**
 * What text a transaction deleted of what stood there before it, a run for each run of text in the editor. To be
 * called in `afterTransaction`: later Yjs has let go of the characters.
 */
export function gewisteTekst(
  transactie: Transaction,
  isEigen: (client: number, klok: number) => boolean,
): GewisteTekst[] {
  const teksten = new Set<Rij>();
  iterateDeletedStructs(transactie, transactie.deleteSet, (struct) => {
    const ouder = struct instanceof Item ? struct.parent : null;
    // An ID is what Yjs replaces by the type before the item is in the store; it has no `_map`.
    if (ouder !== null && '_map' in ouder && ouder instanceof XmlText) teksten.add(ouder);
  });
  return [...teksten].map((type) => {
    let tekst = '';
    const eigen: boolean[] = [];
    for (let item = type._start; item !== null; item = item.right) {
      const { client, clock } = item.id;
      const nieuw = clock >= (transactie.beforeState.get(client) ?? 0);
      if (nieuw || !isDeleted(transactie.deleteSet, item.id)) continue;
      const woorden = tekstVan(item) ?? '';
      tekst += woorden;
      for (let i = 0; i < woorden.length; i += 1) eigen.push(isEigen(client, clock + i));
    }
    return { tekst, eigen };
  });
}

/** A paragraph, a heading: what the editor shows as one line of text. */
export interface Tekstblok {
  /** In reading order; deleted text isn't among it. */
  readonly stukken: readonly Tekststuk[];
}
export interface Tekststuk {
  readonly client: number;
  readonly klok: number;
  readonly tekst: string;
  /** Whether somebody typed these characters; false for what stands for a line break or a mention. */
  readonly getypt: boolean;
}

/** All lines of text of a veld, from top to bottom. */
export function tekstblokken(veld: XmlFragment): Tekstblok[] {
  const blokken: Tekstblok[] = [];
  const bezoek = (type: XmlFragment): void => {
    const kinderen = levend(type);
    if (kinderen.some((item) => typeVan(item) instanceof XmlText)) {
      blokken.push({ stukken: kinderen.flatMap(stukkenVan) });
      return;
    }
    for (const item of kinderen) {
      const kind = typeVan(item);
      if (kind instanceof XmlElement) bezoek(kind);
    }
  };
  bezoek(veld);
  return blokken;
}

function stukkenVan(item: Item): Tekststuk[] {
  const type = typeVan(item);
  if (type instanceof XmlText) {
    return levend(type).flatMap((deel) => {
      const tekst = tekstVan(deel);
      return tekst === null ? [] : [{ client: deel.id.client, klok: deel.id.clock, tekst, getypt: true }];
    });
  }
  if (!(type instanceof XmlElement)) return [];
  // A mention is a reference: what it is called differs by who reads it (NK13).
  const tekst = type.nodeName === 'hard_break' ? '\n' : '@';
  return [{ client: item.id.client, klok: item.id.clock, tekst, getypt: false }];
}

function levend(type: Rij): Item[] {
  const items: Item[] = [];
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted) items.push(item);
  return items;
}

function typeVan(item: Item): unknown {
  return item.content instanceof ContentType ? item.content.type : null;
}

function tekstVan(struct: Item | GC): string | null {
  return struct instanceof Item && struct.content instanceof ContentString ? struct.content.str : null;
}

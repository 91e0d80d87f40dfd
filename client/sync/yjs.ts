import {
  ContentEmbed,
  ContentString,
  ContentType,
  type GC,
  Item,
  isDeleted,
  iterateDeletedStructs,
  type Transaction,
  Map as YMap,
  Text as YText,
} from 'yjs';
import { isAnker } from '../../shared/tekst/embed.ts';

/**
 * The only file of the client that looks inside Yjs, but for those of the binding that put in and take back (TX9). Yjs
 * has types for what is read here and promises nothing about it: a newer Yjs is to be held against this file and its
 * test first.
 */

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

/** A run of text that a transaction deleted, in reading order, and of each character whether `isEigen` says so. */
export interface GewisteTekst {
  readonly tekst: string;
  readonly eigen: readonly boolean[];
}

/**
 * What text a transaction deleted of what stood there before it: a run for each stretch that was one, over the ends of
 * blocks as well. To be called in `afterTransaction`: later Yjs has let go of the characters.
 */
export function gewisteTekst(
  transactie: Transaction,
  isEigen: (client: number, klok: number) => boolean,
): GewisteTekst[] {
  const teksten = new Set<YText>();
  iterateDeletedStructs(transactie, transactie.deleteSet, (struct) => {
    const ouder = struct instanceof Item && struct.parentSub === null ? struct.parent : null;
    if (ouder instanceof YText) teksten.add(ouder);
  });
  return [...teksten].flatMap((tekst) => gewistIn(tekst, transactie, isEigen));
}

function gewistIn(
  veld: YText,
  { beforeState, deleteSet }: Transaction,
  isEigen: (client: number, klok: number) => boolean,
): GewisteTekst[] {
  const runs: { tekst: string; eigen: boolean[] }[] = [];
  let run: { tekst: string; eigen: boolean[] } | null = null;
  for (let item = veld._start; item !== null; item = item.right) {
    const { client, clock } = item.id;
    if (clock >= (beforeState.get(client) ?? 0)) continue;
    const tekst = tekstVan(item) ?? '';
    if (!isDeleted(deleteSet, item.id)) {
      // What was deleted before, and what nobody sees, separates nothing.
      if (!item.deleted && item.countable && !isAnkeritem(item)) run = null;
      continue;
    }
    if (tekst === '') continue;
    if (run === null) {
      run = { tekst: '', eigen: [] };
      runs.push(run);
    }
    run.tekst += tekst;
    for (let i = 0; i < tekst.length; i += 1) run.eigen.push(isEigen(client, clock + i));
  }
  return runs;
}

/**
 * By clock of a client id, of what stands there again by being taken back, whether `isEigen` says so of what it was. To
 * be called in `afterTransaction`.
 */
export function teruggezet(
  { changed }: Transaction,
  client: number,
  isEigen: (client: number, klok: number) => boolean,
): readonly (boolean | undefined)[] {
  const eigen: boolean[] = [];
  for (const type of changed.keys()) {
    for (let item = type._start; item !== null; item = item.right) {
      const { redone, id } = item;
      if (redone?.client !== client) continue;
      for (let i = 0; i < item.length; i += 1) eigen[redone.clock + i] = isEigen(id.client, id.clock + i);
    }
  }
  return eigen;
}

/** What stands between two markers of a text (TX2): what the editor shows as one paragraph, heading or list item. */
export interface Tekstblok {
  /** In reading order; deleted text isn't among it. */
  readonly stukken: readonly Tekststuk[];
}
export interface Tekststuk {
  readonly client: number;
  readonly klok: number;
  readonly tekst: string;
}

/** All blocks of a veld, from top to bottom. */
export function tekstblokken(veld: YText): Tekstblok[] {
  let stukken: Tekststuk[] = [];
  const blokken: Tekstblok[] = [{ stukken }];
  for (let item = veld._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (isMerk(item)) {
      stukken = [];
      blokken.push({ stukken });
      continue;
    }
    const tekst = tekstVan(item);
    const { client, clock: klok } = item.id;
    if (tekst !== null) stukken.push({ client, klok, tekst });
    // A mention is a reference: what it is called differs by who reads it (NK13).
    else if (item.content instanceof ContentEmbed && !isAnkeritem(item))
      stukken.push({ client, klok, tekst: '@' });
  }
  return blokken;
}

function isMerk({ content }: Item): boolean {
  return content instanceof ContentType && content.type instanceof YMap;
}

function isAnkeritem({ content }: Item): boolean {
  return content instanceof ContentEmbed && isAnker(content.embed);
}

function tekstVan(struct: Item | GC): string | null {
  return struct instanceof Item && struct.content instanceof ContentString ? struct.content.str : null;
}

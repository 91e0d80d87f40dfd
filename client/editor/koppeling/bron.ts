import {
  ContentDeleted,
  compareIDs,
  createID,
  type Doc,
  getItem,
  type ID,
  Item,
  type Transaction,
  type Text as YText,
} from 'yjs';
import { hangIn, type Inhoud } from './ketting.ts';

/*
 * Of what something is a copy (TX9). Yjs tells nobody, and what it says proves nothing: somebody may have typed the
 * same letter there. So what comes back stands between two things that were never there, put in as deleted: one of
 * length 1, hung behind or before the old first letter, and one whose length says how much of what follows is a copy,
 * and on which side the old letter is. To whoever doesn't know of it that is text that was typed and deleted. It takes
 * two structs and more than 500 clocks, so that nobody's typing looks like it: as many letters in one go, the next thing
 * done a letter behind the first of them, and all but that taken out again.
 */

/** Where a copy hangs: behind a clock of what it is a copy of, so many past its first; or before its first. */
export type Kant = { readonly soort: 'achter'; readonly afstand: number } | { readonly soort: 'voor' };

const VOOR = 1;
const STAP_AFSTAND = 2;
/** Behind a first letter of one or two halves there is room for more than enough. */
const MEESTE_AFSTAND = 3;
const STAP_LENGTE = 8;
/** More clocks than anything that somebody types in one go. */
export const VASTE_MAAT = 512;
const RESTEN = new Set([VOOR, ...Array.from({ length: MEESTE_AFSTAND + 1 }, (_, n) => n * STAP_AFSTAND)]);

/** What was put back as one piece: clocks under one client id, and what they are copies of, one for one. */
export interface Kopie {
  readonly client: number;
  readonly begin: number;
  readonly lengte: number;
  readonly bron: ID;
}

/** How many clocks one's own client id spends before a copy of so much. @returns null when it can't be said */
function maatVan(lengte: number, kant: Kant): number | null {
  if (kant.soort === 'voor') return VASTE_MAAT + lengte * STAP_LENGTE + VOOR;
  return kant.afstand > MEESTE_AFSTAND
    ? null
    : VASTE_MAAT + lengte * STAP_LENGTE + kant.afstand * STAP_AFSTAND;
}

/** How far behind one's next clock the copy itself begins. */
export function aanloop(lengte: number, kant: Kant): number {
  const maat = maatVan(lengte, kant);
  return maat === null ? 0 : maat + 1;
}

/**
 * Hangs a copy behind an item, so that everyone can tell of what.
 * @param lengte of how many clocks, from the first on; what follows (formats) is nobody's copy
 * @returns the items of the copy itself
 */
export function hangKopie(
  transactie: Transaction,
  tekst: YText,
  links: Item | null,
  inhoud: readonly Inhoud[],
  lengte: number,
  kant: Kant,
): Item[] {
  const maat = maatVan(lengte, kant);
  if (maat === null) return hangIn(transactie, tekst, links, inhoud);
  const merk = [new ContentDeleted(1), new ContentDeleted(maat)];
  const [eerste] = hangIn(transactie, tekst, links, merk);
  return hangIn(transactie, tekst, eerste ?? links, inhoud);
}

/** The copy that begins with this item; null when none does. */
export function kopieVanaf(doc: Doc, { id, origin, rightOrigin }: Item): Kopie | null {
  const { client } = id;
  if (origin?.client !== client || rightOrigin?.client !== client) return null;
  const maat = id.clock - rightOrigin.clock;
  const lengte = Math.floor((maat - VASTE_MAAT) / STAP_LENGTE);
  const rest = maat % STAP_LENGTE;
  if (rightOrigin.clock !== origin.clock + 1 || lengte < 1 || !RESTEN.has(rest)) return null;
  const [voor, na] = [itemOp(doc, origin), itemOp(doc, rightOrigin)];
  if (voor?.deleted !== true || na?.deleted !== true || na.length !== maat) return null;
  const bron = rest === VOOR ? voor.rightOrigin : linksVan(voor, origin.clock, rest / STAP_AFSTAND);
  return bron === null ? null : { client, begin: id.clock, lengte, bron };
}

function linksVan({ id, origin }: Item, clock: number, afstand: number): ID | null {
  const links = clock === id.clock ? origin : createID(id.client, clock - 1);
  return links === null ? null : createID(links.client, links.clock - afstand);
}

/** All copies that stand or stood in a text. */
export function* kopieen(tekst: YText): Generator<Kopie> {
  const { doc } = tekst;
  if (doc === null) return;
  for (let item = tekst._start; item !== null; item = item.right) {
    const kopie = kopieVanaf(doc, item);
    if (kopie !== null) yield kopie;
  }
}

/** Of each of so many clocks what it was when it was first typed: of a copy of a copy that too. */
export function* oorsprongen(doc: Doc, { client, clock }: ID, lengte: number): Generator<ID> {
  const eind = clock + lengte;
  for (let nu = clock; nu < eind; ) {
    const item = itemOp(doc, createID(client, nu));
    const kopie = item === null ? null : kopieMet(doc, item);
    const plek = nu - (kopie?.begin ?? nu);
    if (kopie !== null && plek < kopie.lengte) {
      const aantal = Math.min(eind - nu, kopie.lengte - plek);
      yield* oorsprongen(doc, createID(kopie.bron.client, kopie.bron.clock + plek), aantal);
      nu += aantal;
    } else {
      const tot = item === null ? eind : Math.min(eind, item.id.clock + item.length);
      for (; nu < tot; nu += 1) yield createID(client, nu);
    }
  }
}

/** The copy that was put there in one go with this item before it, if that is one. */
function kopieMet(doc: Doc, item: Item): Kopie | null {
  let eerste = item;
  for (;;) {
    const { client, clock } = eerste.id;
    const vorige = clock === 0 ? null : createID(client, clock - 1);
    const links = vorige === null || !compareIDs(vorige, eerste.origin) ? null : itemOp(doc, vorige);
    if (links === null) return kopieVanaf(doc, eerste);
    eerste = links;
  }
}

/** The item that holds a clock; null when it isn't here, or gone. */
export function itemOp({ store }: Doc, id: ID): Item | null {
  const laatste = store.clients.get(id.client)?.at(-1);
  if (id.clock < 0 || laatste === undefined || laatste.id.clock + laatste.length <= id.clock) return null;
  const item: unknown = getItem(store, id);
  return item instanceof Item ? item : null;
}

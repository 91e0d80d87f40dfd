import {
  ContentDeleted,
  ContentEmbed,
  ContentString,
  ContentType,
  createID,
  getItemCleanEnd,
  getItemCleanStart,
  getState,
  type ID,
  type Item,
  type Transaction,
  type Text as YText,
} from 'yjs';
import { isAnker } from '../../../shared/tekst/embed.ts';
import { aanloop, hangKopie, type Kant } from './bron.ts';
import { hangIn } from './ketting.ts';
import { zonderWatTerugIs } from './tweeling.ts';
import type { Terugzetting } from './wijken.ts';

/** Of a step with more words than this, whole lines are put back: each piece is a struct, and the gate counts those. */
const MEESTE_WOORDEN = 500;
/** Of a step with more than this nobody can tell of what it is a copy: that takes structs and clocks (`bron.ts`). */
const MEESTE_HERKENBAAR = { stukken: 1_000, tekens: 50_000 };

/** What stood side by side and comes back as one. */
type Stuk = Item[];
/** What stood side by side with nothing between it that is still there, or only formats: then in parts. */
type Reeks = Item[][];
/** Which piece of its run: formats before the first aren't counted. */
type Welk = 'eerste' | 'later' | 'enige';

/**
 * Puts back what was taken out of a text, inside its own old place: behind the first of its old letters. Who knows
 * that it is gone types before those, and who doesn't yet before, behind or in the midst of it: so others' words stay
 * outside what comes back, and it outside theirs. It comes back word by word, so that what another put between two of
 * them before knowing stands between them.
 * @param oud what is to come back; what stands under a key isn't of the text itself, and is left
 * @param weg what is going to be taken out, and so stands between nothing
 * @returns the pieces that it put back; null when nothing was to come back
 */
export function zetTekstTerug(
  transactie: Transaction,
  tekst: YText,
  oud: readonly Item[],
  weg: ReadonlySet<Item>,
): Terugzetting[] | null {
  const inTekst = oud.filter(
    ({ parentSub, content }) => parentSub === null && !(content instanceof ContentDeleted),
  );
  if (inTekst.length === 0) return null;
  const terug = new Set(zonderWatTerugIs(transactie, tekst, inTekst, weg));
  const gezet: Terugzetting[] = [];
  const perWoord = aantalWoorden(terug) <= MEESTE_WOORDEN;
  const reeksen = reeksenVan(tekst, terug, weg).map((reeks) =>
    reeks.flatMap((deel) => stukkenVan(transactie, deel, perWoord)),
  );
  const isHerkenbaar = magHerkenbaar(reeksen.flat());
  for (const stukken of reeksen) {
    const letterlijk = stukken.filter((stuk) => stuk.some(({ countable }) => countable));
    let welk: Welk = letterlijk.length > 1 ? 'eerste' : 'enige';
    for (const stuk of stukken) {
      gezet.push(zetStukTerug(transactie, tekst, stuk, welk, isHerkenbaar));
      if (stuk === letterlijk[0]) welk = 'later';
    }
  }
  return gezet;
}

function magHerkenbaar(stukken: readonly Stuk[]): boolean {
  const tekens = stukken.flat().reduce((som, { length }) => som + length, 0);
  return stukken.length <= MEESTE_HERKENBAAR.stukken && tekens <= MEESTE_HERKENBAAR.tekens;
}

function reeksenVan(tekst: YText, terug: ReadonlySet<Item>, weg: ReadonlySet<Item>): Reeks[] {
  const reeksen: Reeks[] = [];
  let reeks: Reeks | null = null;
  let deel: Item[] | null = null;
  for (let item = tekst._start; item !== null; item = item.right) {
    if (terug.has(item)) {
      if (reeks === null) {
        reeks = [];
        reeksen.push(reeks);
      }
      if (deel === null) {
        deel = [];
        reeks.push(deel);
      }
      deel.push(item);
    } else if (!item.deleted && !weg.has(item)) {
      // What comes back stays on its own side of a format that is there.
      deel = null;
      if (item.countable) reeks = null;
    }
  }
  return reeksen;
}

/** Cuts where something was put in or taken out, around markers, and between words. */
function stukkenVan(transactie: Transaction, deel: readonly Item[], perWoord: boolean): Stuk[] {
  const stukken: Stuk[] = [];
  let vorig: Item | null = null;
  for (const heel of deel) {
    for (const item of perWoord ? woordenVan(transactie, heel) : [heel]) {
      const stuk = stukken.at(-1);
      const isNaOpmaak = stuk?.at(-1)?.countable === false && item.countable;
      if (stuk === undefined || isNaOpmaak || (vorig !== null && isGrensTussen(vorig, item, perWoord)))
        stukken.push([item]);
      else stuk.push(item);
      // A format goes with what stands before it.
      if (item.countable) vorig = item;
    }
  }
  return stukken;
}

function isGrensTussen(links: Item, rechts: Item, perWoord: boolean): boolean {
  if (!rechts.countable) return false;
  const isVervolg = links.id.client === rechts.id.client && links.id.clock + links.length === rechts.id.clock;
  if (!isVervolg || links.content instanceof ContentType) return true;
  if (isBlokrand(rechts)) return !isBlokrand(links);
  return perWoord && eindigtWit(links) && !begintWit(rechts);
}

function isBlokrand({ content }: Item): boolean {
  return content instanceof ContentType || (content instanceof ContentEmbed && isAnker(content.embed));
}

function eindigtWit({ content }: Item): boolean {
  return content instanceof ContentString && /\s$/.test(content.str);
}

function begintWit({ content }: Item): boolean {
  return content instanceof ContentString && /^\s/.test(content.str);
}

function aantalWoorden(items: ReadonlySet<Item>): number {
  let aantal = 0;
  for (const { content } of items) {
    aantal += content instanceof ContentString ? woorden(content.str).length : 1;
  }
  return aantal;
}

/** Each with the white space behind it, and the first with that before it: one letter alone has no inside. */
function woorden(tekst: string): string[] {
  return tekst.match(/^\s*\S+\s*|\S+\s*|\s+/g) ?? [];
}

function woordenVan(transactie: Transaction, item: Item): Item[] {
  const { content, id } = item;
  if (!(content instanceof ContentString)) return [item];
  let { clock } = id;
  return woorden(content.str).map((woord) => {
    const deel = getItemCleanStart(transactie, createID(id.client, clock));
    clock += woord.length;
    return deel;
  });
}

function zetStukTerug(
  transactie: Transaction,
  tekst: YText,
  stuk: Stuk,
  welk: Welk,
  isHerkenbaar: boolean,
): Terugzetting {
  const { doc } = transactie;
  const inhoud = stuk.map(({ content }) => content.copy());
  const lengte = stuk.reduce((som, item) => som + (item.countable ? item.length : 0), 0);
  const plek = plekVoor(stuk, welk, doc.clientID);
  const isKopie = isHerkenbaar && lengte > 0;
  const begin = getState(doc.store, doc.clientID) + (isKopie ? aanloop(lengte, plek.kant) : 0);
  let clock = begin;
  for (const item of stuk) {
    // Before its place is looked for, which can split it.
    item.redone = createID(doc.clientID, clock);
    clock += item.length;
  }
  const links = itemBij(transactie, plek);
  const nieuwe = isKopie
    ? hangKopie(transactie, tekst, links, inhoud, lengte, plek.kant)
    : hangIn(transactie, tekst, links, inhoud);
  // Also when another takes it out again: it can be asked for once more.
  for (const nieuw of nieuwe) nieuw.keep = true;
  return { begin, lengte, blijft: false };
}

/** Behind an id, or before an item. */
type Plek =
  | { readonly kant: Extract<Kant, { soort: 'achter' }>; readonly id: ID }
  | { readonly kant: Extract<Kant, { soort: 'voor' }>; readonly item: Item };

function plekVoor(stuk: Stuk, welk: Welk, eigen: number): Plek {
  const [eerste] = stuk;
  if (eerste === undefined) throw new RangeError('a piece holds something');
  const binnen = voegIn(stuk);
  // In one letter is no place. Of several pieces, others' words stay outside all. Of a lone letter, one's own is gone
  // on before, and another's behind: by who wrote it.
  const isErvoor = welk === 'later' || (welk === 'enige' && eerste.id.client !== eigen);
  if (binnen === null && isErvoor) return { kant: { soort: 'voor' }, item: eerste };
  const id = binnen ?? (stuk.findLast(({ countable }) => countable) ?? eerste).lastId;
  return { kant: { soort: 'achter', afstand: id.clock - eerste.id.clock }, id };
}

/** The item that it is hung behind; null: at the very start. */
function itemBij(transactie: Transaction, plek: Plek): Item | null {
  return 'item' in plek ? plek.item.left : getItemCleanEnd(transactie, transactie.doc.store, plek.id);
}

/** A place between two things of a piece that came there one behind the other; null where there is none. */
function voegIn(stuk: Stuk): ID | null {
  for (const { id, content, length } of stuk) {
    const teken = content instanceof ContentString ? [...content.str][0] : undefined;
    if (teken !== undefined && length > teken.length) return createID(id.client, id.clock + teken.length - 1);
  }
  // Of an anchor with its marker the place between those: people type before the one and behind the other.
  const [eerste, tweede] = stuk.filter(({ countable }) => countable);
  return eerste === undefined || tweede === undefined ? null : eerste.lastId;
}

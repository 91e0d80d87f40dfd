import {
  ContentDeleted,
  ContentEmbed,
  ContentString,
  ContentType,
  createID,
  getItemCleanEnd,
  getItemCleanStart,
  getState,
  type Item,
  type Transaction,
  type Text as YText,
} from 'yjs';
import { isAnker } from '../../../shared/tekst/embed.ts';
import { hangIn } from './ketting.ts';
import { idsVan, type Terugzetting, tekensVan, zonderWatTerugIs } from './tweeling.ts';

/** Of a step with more words than this, whole lines are put back: each piece is a struct, and the gate counts those. */
const MEESTE_WOORDEN = 500;

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
  const terug = new Set(zonderWatTerugIs(transactie, tekst, inTekst));
  const gezet: Terugzetting[] = [];
  const perWoord = aantalWoorden(terug) <= MEESTE_WOORDEN;
  for (const reeks of reeksenVan(tekst, terug, weg)) {
    const stukken = reeks.flatMap((deel) => stukkenVan(transactie, deel, perWoord));
    const letterlijk = stukken.filter((stuk) => stuk.some(({ countable }) => countable));
    let welk: Welk = letterlijk.length > 1 ? 'eerste' : 'enige';
    for (const stuk of stukken) {
      gezet.push(zetStukTerug(transactie, tekst, stuk, welk));
      if (stuk === letterlijk[0]) welk = 'later';
    }
  }
  return gezet;
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
      if (stuk === undefined || (vorig !== null && isGrensTussen(vorig, item, perWoord)))
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

function zetStukTerug(transactie: Transaction, tekst: YText, stuk: Stuk, welk: Welk): Terugzetting {
  const { doc } = transactie;
  const inhoud = stuk.map(({ content }) => content.copy());
  const begin = getState(doc.store, doc.clientID);
  const oud = stuk.flatMap(idsVan);
  const tekens = stuk.flatMap(tekensVan);
  let clock = begin;
  for (const item of stuk) {
    // Before its place is looked for, which can split it.
    item.redone = createID(doc.clientID, clock);
    clock += item.length;
  }
  for (const nieuw of hangIn(transactie, tekst, plekVoor(transactie, stuk, welk), inhoud)) {
    // Also when another takes it out again: it can be asked for once more.
    nieuw.keep = true;
  }
  return { begin, oud, tekens };
}

/** What it is hung behind. */
function plekVoor(transactie: Transaction, stuk: Stuk, welk: Welk): Item | null {
  const binnen = voegIn(stuk);
  const [eerste, laatste] = [stuk[0], stuk.at(-1)];
  if (binnen !== null) {
    const { item, lengte } = binnen;
    const id = createID(item.id.client, item.id.clock + lengte - 1);
    return getItemCleanEnd(transactie, transactie.doc.store, id);
  }
  // In one letter is no place. Of several pieces, others' words stay outside all. Of a lone letter, one's own is gone
  // on before, and another's behind: by who wrote it.
  const isErvoor = welk === 'later' || (welk === 'enige' && eerste?.id.client !== transactie.doc.clientID);
  return (isErvoor ? eerste?.left : laatste) ?? null;
}

/** A place between two things of a piece that came there one behind the other; null where there is none. */
function voegIn(stuk: Stuk): { item: Item; lengte: number } | null {
  for (const item of stuk) {
    const teken = item.content instanceof ContentString ? [...item.content.str][0] : undefined;
    if (teken !== undefined && item.length > teken.length) return { item, lengte: teken.length };
  }
  // Of an anchor with its marker the place between those: people type before the one and behind the other.
  const [eerste, tweede] = stuk.filter(({ countable }) => countable);
  return eerste === undefined || tweede === undefined ? null : { item: eerste, lengte: eerste.length };
}

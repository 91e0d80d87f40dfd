import {
  ContentEmbed,
  ContentFormat,
  ContentString,
  ContentType,
  compareIDs,
  createID,
  type Doc,
  getItem,
  getItemCleanEnd,
  getItemCleanStart,
  type ID,
  Item,
  type Transaction,
  type Text as YText,
} from 'yjs';
import { ANKER } from '../../../shared/tekst/embed.ts';
import { haalUit } from './ketting.ts';

/*
 * Two who delete the same words and both take that back (TX9). Yjs tells nobody of what something is a copy; but what
 * comes back hangs inside its old words (`tekstterug.ts`), where nobody types who sees those words gone, and it says
 * the same. One letter alone proves nothing: somebody may have typed it there.
 */
const MINSTENS = 2;

const MARKER = 'marker';
const ANKERTEKEN = embedTeken(ANKER);

/** What was taken out of a text, clock by clock, in the order in which it stood there. */
interface Reeks {
  readonly oud: readonly ID[];
  readonly tekens: readonly string[];
}

/** What one put back as one piece. */
export interface Terugzetting extends Reeks {
  /** The first of the clocks that the piece has now, one after the other, under one's own client id. */
  readonly begin: number;
}

/** Another's copy of a part of it: their clocks from `vanaf` are those from `van` up to `tot`. */
interface Tweeling {
  readonly client: number;
  readonly vanaf: number;
  readonly van: number;
  readonly tot: number;
}

type Wijkt = (client: number) => boolean;

/** What an item holds, clock by clock. */
export function tekensVan({ content, length }: Item): string[] {
  if (content instanceof ContentString) return content.str.split('');
  if (content instanceof ContentEmbed) return [embedTeken(content.embed)];
  if (content instanceof ContentFormat) return [`format ${content.key} ${JSON.stringify(content.value)}`];
  if (content instanceof ContentType) return [MARKER];
  return Array.from({ length }, () => 'gone');
}

function embedTeken(embed: unknown): string {
  return `embed ${JSON.stringify(embed)}`;
}

/** The ids of what an item holds, clock by clock. */
export function idsVan({ id, length }: Item): ID[] {
  return Array.from({ length }, (_, n) => createID(id.client, id.clock + n));
}

/**
 * Of what somebody wants back, what another put back already: that stands for theirs from now on.
 * @param oud in the order of the text
 * @returns what is still to be put back
 */
export function zonderWatTerugIs(transactie: Transaction, tekst: YText, oud: readonly Item[]): Item[] {
  const { doc } = transactie;
  const nog = new Set(oud);
  for (const reeks of reeksenVan(tekst, nog)) {
    for (const tweeling of tweelingenVan(doc, reeks, () => true)) laatStaan(transactie, reeks, tweeling, nog);
  }
  return inVolgorde(tekst, nog);
}

function laatStaan(transactie: Transaction, { oud }: Reeks, tweeling: Tweeling, nog: Set<Item>): void {
  const { client, vanaf, van, tot } = tweeling;
  for (let n = van; n < tot; ) {
    const id = oud[n];
    if (id === undefined) break;
    const item = getItemCleanStart(transactie, id);
    // Cut off, the rest is still to come back.
    if (item.length > tot - n && nog.has(item))
      nog.add(getItemCleanStart(transactie, createID(id.client, id.clock + tot - n)));
    if (item.redone === null) item.redone = createID(client, vanaf + n - van);
    nog.delete(item);
    n += item.length;
  }
}

/**
 * Takes out one's own copies of what another put back at the same time.
 * @param dubbel what `dubbelen` found
 * @returns those that stay
 */
export function wijk(
  transactie: Transaction,
  tekst: YText,
  zettingen: readonly Terugzetting[],
  dubbel: ReadonlyMap<Terugzetting, Tweeling>,
): Terugzetting[] {
  return zettingen.filter((zetting) => {
    const tweeling = dubbel.get(zetting);
    return tweeling === undefined || !geefOp(transactie, tekst, zetting, tweeling);
  });
}

/**
 * Of which of these another put a copy there.
 * @param wijkt whether one's own give way to those of this client: of two only one may
 */
export function dubbelen(
  doc: Doc,
  zettingen: readonly Terugzetting[],
  wijkt: Wijkt,
): Map<Terugzetting, Tweeling> {
  const dubbel = new Map<Terugzetting, Tweeling>();
  for (const zetting of zettingen) {
    for (const tweeling of tweelingenVan(doc, zetting, wijkt))
      if (kanWijken(doc, zetting, tweeling)) dubbel.set(zetting, tweeling);
  }
  return dubbel;
}

/** What only one's own holds has to stand on the right side of the other's. */
function kanWijken(doc: Doc, zetting: Terugzetting, tweeling: Tweeling): boolean {
  const isErvoor = staatErvoor(doc, zetting, tweeling);
  return (tweeling.van === 0 || isErvoor) && (tweeling.tot === zetting.oud.length || !isErvoor);
}

function geefOp(transactie: Transaction, tekst: YText, zetting: Terugzetting, tweeling: Tweeling): boolean {
  const weg = eigen(transactie, zetting, tweeling);
  // What was typed in one's own copy would be left where no word is: then it stands there twice.
  if (!zijnAaneen(weg)) return false;
  for (const item of weg) {
    const plek = item.id.clock - zetting.begin - tweeling.van;
    item.redone = createID(tweeling.client, tweeling.vanaf + plek);
  }
  haalUit(transactie, tekst, weg);
  return true;
}

/** What was taken out and stood side by side, whatever was put in it since. */
function reeksenVan(tekst: YText, oud: ReadonlySet<Item>): Reeks[] {
  const reeksen: Item[][] = [];
  let reeks: Item[] | null = null;
  for (let item = tekst._start; item !== null; item = item.right) {
    if (oud.has(item)) {
      if (reeks === null) {
        reeks = [];
        reeksen.push(reeks);
      }
      reeks.push(item);
    } else if (!item.deleted && item.countable && !hangtInWeg(tekst.doc, item)) reeks = null;
  }
  return reeksen.map((items) => ({ oud: items.flatMap(idsVan), tekens: items.flatMap(tekensVan) }));
}

/** Whether it was put, in one go with what stands before it, where something was taken out. */
function hangtInWeg(doc: Doc | null, item: Item): boolean {
  if (doc === null) return false;
  let hoofd = item;
  for (;;) {
    const { origin, id } = hoofd;
    const links = origin === null ? null : itemOp(doc, origin);
    if (links === null) return false;
    if (links.deleted) return true;
    if (links.id.client !== id.client || links.lastId.clock !== id.clock - 1) return false;
    hoofd = links;
  }
}

function* tweelingenVan(doc: Doc, reeks: Reeks, wijkt: Wijkt): Generator<Tweeling> {
  const [eerste, laatste] = [reeks.oud[0], reeks.oud.at(-1)];
  if (eerste === undefined || laatste === undefined) return;
  const einde = itemOp(doc, laatste);
  for (let item = beginVanWeg(doc, itemOp(doc, eerste)); item !== null && item !== einde; item = item.right) {
    const { client } = item.id;
    if (client === doc.clientID || item.deleted || !wijkt(client)) continue;
    const tweeling = tweelingMet(doc, reeks, item);
    if (tweeling !== null) yield tweeling;
  }
}

/** The first of what was taken out there together, by whomever, or hangs just before it. */
function beginVanWeg(doc: Doc, item: Item | null): Item | null {
  let eerste = item;
  for (let links = item?.left ?? null; links !== null; links = links.left) {
    const hangtErvoor = item !== null && compareIDs(links.rightOrigin, item.id);
    if (!links.deleted && links.countable && !hangtErvoor && !hangtInWeg(doc, links)) break;
    eerste = links;
  }
  return eerste;
}

function tweelingMet(doc: Doc, { oud, tekens }: Reeks, ander: Item): Tweeling | null {
  const { origin, rightOrigin, id } = ander;
  const ketting = kettingVan(doc, ander);
  const haak = oud.findIndex((een) => compareIDs(een, origin));
  for (const n of mogelijkeBegins()) {
    const van = Math.max(0, n);
    const lengte = gelijkVanaf(tekens, van, ketting, van - n);
    if (lengte > 0) return { client: id.client, vanaf: id.clock + van - n, van, tot: van + lengte };
  }
  return null;

  /** Which of the old clocks its first one can be a copy of; negative: so far before those. */
  function* mogelijkeBegins(): Generator<number> {
    if (hangtErin(doc, ander, oud[haak + 1])) {
      // It hangs behind its first letter; or behind the first of a later piece of it.
      if (haak === -1) yield -vooraf(doc, origin, oud[0]);
      else for (let n = haak; n + ketting.length > haak; n -= 1) yield n;
    }
    if (!isNietGetypt(ketting)) return;
    // What has no inside hangs before its old self, or behind it.
    if (haak !== -1) yield haak;
    const rechts = oud.findIndex((een) => compareIDs(een, rightOrigin));
    if (rechts !== -1) yield rechts;
  }
}

/** Not typed there: who types behind a word has no letter of it to their right. */
function hangtErin(doc: Doc, { origin, rightOrigin }: Item, volgende: ID | undefined): boolean {
  if (origin === null || rightOrigin === null) return false;
  if (compareIDs(rightOrigin, createID(origin.client, origin.clock + 1))) return true;
  if (volgende !== undefined && compareIDs(rightOrigin, volgende)) return true;
  // Something hung there before.
  const eerder = itemOp(doc, rightOrigin)?.origin;
  return eerder !== undefined && compareIDs(eerder, origin);
}

/** How much was taken out from where it hangs up to where one's own begins; more than any when that isn't clear. */
function vooraf(doc: Doc, haak: ID | null, eerste: ID | undefined): number {
  const doel = eerste === undefined ? null : itemOp(doc, eerste);
  const begin = haak === null ? null : itemOp(doc, haak);
  if (haak === null || eerste === undefined || doel === null || begin === null)
    return Number.POSITIVE_INFINITY;
  let aantal = begin.id.clock - haak.clock;
  for (let item: Item | null = begin; item !== null; item = item.right) {
    if (item === doel) return aantal + eerste.clock - item.id.clock;
    if (item.deleted) aantal += item.length;
  }
  return Number.POSITIVE_INFINITY;
}

/** What stands there and was put there in one go, up to what was taken out of it since. */
function kettingVan(doc: Doc, eerste: Item): string[] {
  const tekens: string[] = [];
  let item: Item | null = eerste;
  while (item !== null && !item.deleted) {
    tekens.push(...tekensVan(item));
    const { client, clock } = item.lastId;
    const volgende: Item | null = itemOp(doc, createID(client, clock + 1));
    const isVervolg: boolean = volgende?.parentSub === null && compareIDs(volgende.origin, item.lastId);
    item = isVervolg ? volgende : null;
  }
  return tekens;
}

/** How much is the same on from there, up to where one of the two ends; 0 when that proves nothing. */
function gelijkVanaf(een: readonly string[], van: number, ander: readonly string[], vanaf: number): number {
  const lengte = Math.min(een.length - van, ander.length - vanaf);
  let letters = 0;
  for (let n = 0; n < lengte; n += 1) {
    if (een[van + n] !== ander[vanaf + n]) return 0;
    if (een[van + n]?.startsWith('format ') === false) letters += 1;
  }
  return letters >= MINSTENS || (letters === 1 && isNietGetypt(ander)) ? lengte : 0;
}

/** Who presses Enter puts an anchor there with its marker; who mentions somebody does so once. */
function isNietGetypt([eerste, tweede]: readonly string[]): boolean {
  return eerste === ANKERTEKEN
    ? tweede !== MARKER
    : eerste === MARKER || eerste?.startsWith('embed ') === true;
}

function staatErvoor(doc: Doc, { begin }: Terugzetting, { client, vanaf }: Tweeling): boolean {
  const ander = itemOp(doc, createID(client, vanaf));
  let item = itemOp(doc, createID(doc.clientID, begin));
  while (item !== null && item !== ander) item = item.right;
  return item !== null;
}

/** The items of that part of the piece that still stand there. */
function eigen(transactie: Transaction, { begin }: Terugzetting, { van, tot }: Tweeling): Item[] {
  const { clientID, store } = transactie.doc;
  const items: Item[] = [];
  for (let clock = begin + van; clock < begin + tot; ) {
    const item: unknown = getItemCleanStart(transactie, createID(clientID, clock));
    if (!(item instanceof Item)) break;
    if (clock + item.length > begin + tot)
      getItemCleanEnd(transactie, store, createID(clientID, begin + tot - 1));
    clock += item.length;
    if (!item.deleted) items.push(item);
  }
  return items;
}

/** Whether nothing that is still there stands between them. */
function zijnAaneen(items: readonly Item[]): boolean {
  return items.slice(1).every((item, n) => {
    let links = item.left;
    while (links !== null && links !== items[n] && (links.deleted || !links.countable)) links = links.left;
    return links === items[n];
  });
}

function inVolgorde(tekst: YText, items: ReadonlySet<Item>): Item[] {
  const rij: Item[] = [];
  for (let item = tekst._start; item !== null; item = item.right) if (items.has(item)) rij.push(item);
  return rij;
}

function itemOp({ store }: Doc, id: ID): Item | null {
  const laatste = store.clients.get(id.client)?.at(-1);
  if (laatste === undefined || laatste.id.clock + laatste.length <= id.clock) return null;
  const item: unknown = getItem(store, id);
  return item instanceof Item ? item : null;
}

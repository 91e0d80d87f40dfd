import {
  ContentEmbed,
  ContentString,
  ContentType,
  compareIDs,
  createID,
  type Doc,
  getItemCleanEnd,
  getItemCleanStart,
  type ID,
  Item,
  type Transaction,
  type Text as YText,
} from 'yjs';
import { itemOp, type Kopie, kopieen, kopieVanaf, oorsprongen } from './bron.ts';
import { haalUit } from './ketting.ts';

/*
 * Two who delete the same and both take that back (TX9): it is to stand there once. Of what something is a copy says
 * `bron.ts`.
 */

const MARKER = 'marker';

/** What one put back as one piece. */
export interface Terugzetting {
  /** The first of the clocks that the piece has now, one after the other, under one's own client id. */
  readonly begin: number;
  /** How much of it others can have as well; formats follow. */
  readonly lengte: number;
}

/** Another's copy of a part of it: their clocks from `vanaf` are those from `van` up to `tot`. */
interface Tweeling {
  readonly client: number;
  readonly vanaf: number;
  readonly van: number;
  readonly tot: number;
}

/** A clock that is to come back: in which item it stands, and the copy of it that is there already. */
interface Gevraagd {
  readonly id: ID;
  readonly item: Item;
  readonly er: ID | null;
}

/**
 * Of what somebody wants back, what was put back already: that stands for theirs from now on.
 * @param oud what is to come back
 * @param weg what is going to be taken out, and so isn't there
 * @returns what is still to be put back, in the order of the text
 */
export function zonderWatTerugIs(
  transactie: Transaction,
  tekst: YText,
  oud: readonly Item[],
  weg: ReadonlySet<Item>,
): Item[] {
  const { doc } = transactie;
  const nog = elkEenmaal(transactie, tekst, oud);
  const staand = new Map<string, ID>();
  for (const kopie of kopieen(tekst)) {
    for (const { id, sleutel } of levend(doc, kopie, weg)) staand.set(sleutel, id);
  }
  if (staand.size > 0) {
    const gevraagd = inVolgorde(tekst, nog).flatMap((item) =>
      [...lettersVan(doc, item)].map(({ id, sleutel }) => ({ id, item, er: staand.get(sleutel) ?? null })),
    );
    const plekken = plekkenIn(tekst);
    for (const deel of delen(gevraagd)) {
      if (staatOpZijnPlek(doc, gevraagd, deel, plekken)) laatStaan(transactie, deel, nog);
    }
  }
  return inVolgorde(tekst, nog);
}

/** Who took out a letter, and what another put in its place too, wants that back once: as it stood there last. */
function elkEenmaal(transactie: Transaction, tekst: YText, oud: readonly Item[]): Set<Item> {
  const { doc } = transactie;
  const laatst = new Map<string, ID>();
  const dubbel: ID[] = [];
  for (const item of inVolgorde(tekst, new Set(oud))) {
    for (const { id, oorsprong, sleutel } of lettersVan(doc, item)) {
      const eerder = laatst.get(sleutel);
      const isOudste = compareIDs(id, oorsprong);
      if (eerder !== undefined) dubbel.push(isOudste ? id : eerder);
      if (eerder === undefined || !isOudste) laatst.set(sleutel, id);
    }
  }
  const nog = new Set(oud);
  for (const id of dubbel) {
    const item = getItemCleanStart(transactie, id);
    if (item.length > 1) nog.add(getItemCleanStart(transactie, createID(id.client, id.clock + 1)));
    nog.delete(item);
  }
  return nog;
}

/** Runs of clocks of which the copies follow one another as well. */
function delen(gevraagd: readonly Gevraagd[]): Gevraagd[][] {
  const delen: Gevraagd[][] = [];
  let vorig: Gevraagd | null = null;
  for (const een of gevraagd) {
    if (een.er !== null) {
      const isVervolg = volgtOp(een.id, vorig?.id) && volgtOp(een.er, vorig?.er);
      const deel = isVervolg ? delen.at(-1) : undefined;
      if (deel === undefined) delen.push([een]);
      else deel.push(een);
    }
    vorig = een;
  }
  return delen;
}

function volgtOp(id: ID, vorige: ID | null | undefined): boolean {
  return vorige?.client === id.client && vorige.clock + 1 === id.clock;
}

/** Whether what is to come back beside it comes on the right side of it. */
function staatOpZijnPlek(
  doc: Doc,
  gevraagd: readonly Gevraagd[],
  deel: readonly Gevraagd[],
  plekken: ReadonlyMap<Item, number>,
): boolean {
  const [eerste, laatste] = [deel[0], deel.at(-1)];
  if (eerste === undefined || laatste === undefined) return false;
  const [van, tot] = [gevraagd.indexOf(eerste), gevraagd.indexOf(laatste)];
  const plek = (id: ID | null): number => {
    const item = id === null ? null : itemOp(doc, id);
    return item === null ? -1 : (plekken.get(item) ?? -1);
  };
  const [begin, eind] = [plek(eerste.er), plek(laatste.er)];
  return gevraagd.every(({ item, er }, n) => {
    if (er !== null) return true;
    const hier = plekken.get(item) ?? -1;
    return n < van ? hier < begin : n <= tot || hier > eind;
  });
}

function plekkenIn(tekst: YText): Map<Item, number> {
  const plekken = new Map<Item, number>();
  for (let item = tekst._start; item !== null; item = item.right) plekken.set(item, plekken.size);
  return plekken;
}

function laatStaan(transactie: Transaction, deel: readonly Gevraagd[], nog: Set<Item>): void {
  const [eerste, laatste] = [deel[0], deel.at(-1)];
  if (eerste === undefined || laatste === undefined || eerste.er === null) return;
  const { client, clock } = eerste.id;
  const eind = laatste.id.clock + 1;
  for (let nu = clock; nu < eind; ) {
    const item = getItemCleanStart(transactie, createID(client, nu));
    // Cut off, the rest is still to come back.
    if (item.id.clock + item.length > eind) nog.add(getItemCleanStart(transactie, createID(client, eind)));
    item.redone ??= createID(eerste.er.client, eerste.er.clock + nu - clock);
    nog.delete(item);
    nu += item.length;
  }
}

/**
 * Of which of these pieces of one's own another put a copy there by a change that came in.
 * @param wijkt whether one's own give way to those of this client: of two only one may
 */
export function dubbelen(
  { doc, beforeState, afterState }: Transaction,
  zettingen: readonly Terugzetting[],
  wijkt: (client: number) => boolean,
): [Terugzetting, Tweeling][] {
  const nieuwe: Kopie[] = [];
  for (const [client, tot] of afterState) {
    if (client === doc.clientID || !wijkt(client)) continue;
    for (let nu = beforeState.get(client) ?? 0; nu < tot; ) {
      const item = itemOp(doc, createID(client, nu));
      const kopie = item === null || item.id.clock < nu ? null : kopieVanaf(doc, item);
      if (kopie !== null) nieuwe.push(kopie);
      nu = item === null ? tot : item.id.clock + item.length;
    }
  }
  if (nieuwe.length === 0) return [];
  return zettingen.flatMap((zetting) =>
    nieuwe.flatMap((kopie) =>
      tweelingen(doc, zetting, kopie).map((tweeling): [Terugzetting, Tweeling] => [zetting, tweeling]),
    ),
  );
}

function tweelingen(doc: Doc, { begin, lengte }: Terugzetting, kopie: Kopie): Tweeling[] {
  const er = new Map([...levend(doc, kopie)].map(({ id, sleutel }) => [sleutel, id]));
  const gevonden: Tweeling[] = [];
  for (const { id: eigen, sleutel } of lettersVanaf(doc, createID(doc.clientID, begin), lengte)) {
    const id = er.get(sleutel);
    if (id === undefined) continue;
    const n = eigen.clock - begin;
    const vorig = gevonden.at(-1);
    if (vorig?.tot === n && vorig.vanaf + n - vorig.van === id.clock)
      gevonden.splice(-1, 1, { ...vorig, tot: n + 1 });
    else gevonden.push({ client: id.client, vanaf: id.clock, van: n, tot: n + 1 });
  }
  return gevonden;
}

/** Takes out one's own copies of what another put back at the same time, where that leaves the rest in its place. */
export function wijk(
  transactie: Transaction,
  tekst: YText,
  dubbel: readonly [Terugzetting, Tweeling][],
): void {
  for (const [zetting, tweeling] of dubbel) {
    const weg = eigen(transactie, zetting, tweeling);
    // What was typed in one's own copy would be left where no word is: then it stands there twice.
    if (
      !zijnAaneen(weg) ||
      !blijftOpZijnPlek(transactie.doc, zetting, tweeling) ||
      !staanInEenRegel(transactie.doc, zetting, tweeling)
    )
      continue;
    for (const item of weg) {
      const plek = item.id.clock - zetting.begin - tweeling.van;
      item.redone = createID(tweeling.client, tweeling.vanaf + plek);
    }
    haalUit(transactie, tekst, weg);
  }
}

/** What only one's own holds has to stand on the right side of the other's. */
function blijftOpZijnPlek(doc: Doc, { begin, lengte }: Terugzetting, tweeling: Tweeling): boolean {
  const { client, vanaf, van, tot } = tweeling;
  const eerste = itemOp(doc, createID(client, vanaf));
  const laatste = itemOp(doc, createID(client, vanaf + tot - van - 1));
  for (let n = 0; n < lengte; n += 1) {
    const item = n < van || n >= tot ? itemOp(doc, createID(doc.clientID, begin + n)) : null;
    if (item === null || item.deleted) continue;
    if (n < van ? !staatVoor(item, eerste) : !staatVoor(laatste, item)) return false;
  }
  return true;
}

/** Whether the two stand in one line: what goes would else have gone to another. */
function staanInEenRegel(doc: Doc, { begin, lengte }: Terugzetting, tweeling: Tweeling): boolean {
  const { client, vanaf, van } = tweeling;
  const eigen = itemOp(doc, createID(doc.clientID, begin + van));
  const ander = itemOp(doc, createID(client, vanaf));
  const [links, rechts] = staatVoor(eigen, ander) ? [eigen, ander] : [ander, eigen];
  for (let item = links; item !== null && item !== rechts; item = item.right) {
    const { id, content, deleted } = item;
    const isEigen = id.client === doc.clientID && id.clock >= begin && id.clock < begin + lengte;
    if (content instanceof ContentType && !deleted && !isEigen && id.client !== client) return false;
  }
  return true;
}

function staatVoor(links: Item | null, rechts: Item | null): boolean {
  let item = links;
  while (item !== null && item !== rechts) item = item.right;
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

/** What of a copy still stands there. */
function levend(doc: Doc, { client, begin, lengte }: Kopie, weg: ReadonlySet<Item> = new Set()): Letter[] {
  return [...lettersVanaf(doc, createID(client, begin), lengte)].filter(
    ({ item }) => !item.deleted && !weg.has(item),
  );
}

/** One clock of what counts, and what it was when it was first typed. */
interface Letter {
  readonly id: ID;
  readonly item: Item;
  readonly oorsprong: ID;
  /** The same for all copies of it: they say the same, too. */
  readonly sleutel: string;
}

function* lettersVanaf(doc: Doc, { client, clock }: ID, lengte: number): Generator<Letter> {
  for (let nu = clock; nu < clock + lengte; ) {
    const item = itemOp(doc, createID(client, nu));
    if (item === null) return;
    for (const letter of lettersVan(doc, item)) {
      if (letter.id.clock >= nu && letter.id.clock < clock + lengte) yield letter;
    }
    nu = item.id.clock + item.length;
  }
}

function* lettersVan(doc: Doc, item: Item): Generator<Letter> {
  if (!item.countable) return;
  const tekens = tekensVan(item);
  let n = 0;
  for (const oorsprong of oorsprongen(doc, item.id, item.length)) {
    const id = createID(item.id.client, item.id.clock + n);
    yield { id, item, oorsprong, sleutel: `${oorsprong.client}:${oorsprong.clock} ${tekens[n]}` };
    n += 1;
  }
}

function tekensVan({ content }: Item): string[] {
  if (content instanceof ContentString) return content.str.split('');
  return [content instanceof ContentEmbed ? JSON.stringify(content.embed) : MARKER];
}

function inVolgorde(tekst: YText, items: ReadonlySet<Item>): Item[] {
  const rij: Item[] = [];
  for (let item = tekst._start; item !== null; item = item.right) if (items.has(item)) rij.push(item);
  return rij;
}

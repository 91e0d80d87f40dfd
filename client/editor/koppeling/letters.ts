import { ContentEmbed, ContentString, createID, type Doc, type ID, type Item, type Text as YText } from 'yjs';
import { itemOp, type Kopie, oorsprongen } from './bron.ts';

const MARKER = 'marker';

/** What of a copy still stands there. */
export function levend(
  doc: Doc,
  { client, begin, lengte }: Omit<Kopie, 'bron'>,
  weg: ReadonlySet<Item> = new Set(),
): Letter[] {
  return [...lettersVanaf(doc, createID(client, begin), lengte)].filter(
    ({ item }) => !item.deleted && !weg.has(item),
  );
}

/** One clock of what counts, and what it was when it was first typed. */
export interface Letter {
  readonly id: ID;
  readonly item: Item;
  readonly oorsprong: ID;
  /** The same for all copies of it: they say the same, too. */
  readonly sleutel: string;
}

/** So many clocks from an id on, of what counts. */
export function* lettersVanaf(doc: Doc, { client, clock }: ID, lengte: number): Generator<Letter> {
  for (let nu = clock; nu < clock + lengte; ) {
    const item = itemOp(doc, createID(client, nu));
    if (item === null) return;
    for (const letter of lettersVan(doc, item)) {
      if (letter.id.clock >= nu && letter.id.clock < clock + lengte) yield letter;
    }
    nu = item.id.clock + item.length;
  }
}

/** The clocks of an item, if it counts. */
export function* lettersVan(doc: Doc, item: Item): Generator<Letter> {
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

/** Which place each item of a text has, from its start on, what is gone included. */
export function plekkenIn(tekst: YText): Map<Item, number> {
  const plekken = new Map<Item, number>();
  for (let item = tekst._start; item !== null; item = item.right) plekken.set(item, plekken.size);
  return plekken;
}

/** An id, to look up by. */
export function naamVan({ client, clock }: ID): string {
  return `${client}:${clock}`;
}

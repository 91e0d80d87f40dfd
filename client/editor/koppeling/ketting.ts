import { createID, getState, Item, type Transaction, type Text as YText } from 'yjs';

/** What an item of Yjs holds. */
export type Inhoud = Item['content'];

/**
 * Puts one thing after the other into a text, right behind an item (null: at its very start), each hung on the one
 * before it: what others put there at the same time comes before or behind all of it, and never between.
 *
 * `Y.Text` itself has no way to say this: it goes on past everything that was deleted to the right of a place.
 * @returns the items that it made
 */
export function hangIn(
  transactie: Transaction,
  tekst: YText,
  links: Item | null,
  inhoud: readonly Inhoud[],
): Item[] {
  const { doc } = transactie;
  const rechts = links === null ? tekst._start : links.right;
  let vorige = links;
  const ketting = inhoud.map((stuk) => {
    const id = createID(doc.clientID, getState(doc.store, doc.clientID));
    const [oorsprong, rechterOorsprong] = [vorige?.lastId ?? null, rechts?.id ?? null];
    const item = new Item(id, vorige, oorsprong, rechts, rechterOorsprong, tekst, null, stuk);
    item.integrate(transactie, 0);
    vorige = item;
    return item;
  });
  vergeetIndexen(tekst);
  return ketting;
}

/** Takes items out of a text. */
export function haalUit(transactie: Transaction, tekst: YText, items: readonly Item[]): void {
  for (const item of items) item.delete(transactie);
  vergeetIndexen(tekst);
}

/** Yjs remembers where it found an index; by now something else can stand there. */
function vergeetIndexen({ _searchMarker }: YText): void {
  if (_searchMarker !== null) _searchMarker.length = 0;
}

import type { Node } from 'prosemirror-model';

// A place in the text (see `Ankers`) and a position in the editor differ by the blocks before it: in block k,
// position = place + k + 1 (TX4).

/** Where a place is in the editor: in which block, how far in it. */
export interface Plek {
  readonly blok: number;
  readonly in: number;
  readonly pos: number;
}

/** How many places a document has: each block but the first has a marker, and each has two ends in the editor. */
export function aantalPlaatsen(doc: Node): number {
  return doc.content.size - doc.childCount - 1;
}

/** Null for a place behind the end. */
export function plekVan(doc: Node, plaats: number): Plek | null {
  let rest = plaats;
  let pos = 1;
  for (let blok = 0; blok < doc.childCount; blok += 1) {
    const { size } = doc.child(blok).content;
    if (rest <= size) return { blok, in: rest, pos: pos + rest };
    rest -= size + 1;
    pos += size + 2;
  }
  return null;
}

/** The position of a place; of one behind the end the last position. */
export function posVan(doc: Node, plaats: number): number {
  return plekVan(doc, plaats)?.pos ?? doc.content.size - 1;
}

/**
 * The place of a position. Between two blocks is none: then the end of the one before it, or the start of the one
 * behind it.
 */
export function plaatsVan(doc: Node, pos: number, kant: 'voor' | 'achter' = 'voor'): number {
  const $pos = doc.resolve(pos);
  const blok = $pos.index(0);
  if ($pos.depth > 0) return pos - 1 - blok;
  if (blok === 0) return 0;
  return kant === 'voor' || blok === doc.childCount ? pos - 1 - blok : pos - blok;
}

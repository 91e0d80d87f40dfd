import {
  AbstractType,
  ContentType,
  createID,
  getItemCleanStart,
  getState,
  Item,
  isDeleted,
  type Transaction,
  type UndoManager,
} from 'yjs';

/**
 * Gives a key the value again that a step took from it, on the marker that stands there now. As Yjs does it: what
 * another has set there since stays.
 * @param gezet what that step had set instead
 * @returns whether it has it again
 */
export function zetSleutelTerug(
  transactie: Transaction,
  oud: Item,
  gezet: UndoManager['undoStack'][number]['insertions'],
  { undoStack, redoStack }: UndoManager,
): boolean {
  const { parent, parentSub } = oud;
  if (!(parent instanceof AbstractType) || parentSub === null) return false;
  const merk = huidigMerk(transactie, parent._item);
  if (merk?.deleted === true && merk === parent._item) return false;
  const houder = merk === null ? parent : merk.content instanceof ContentType ? merk.content.type : null;
  if (houder === null) return false;

  let links: Item | null = null;
  if (oud.right !== null) {
    links = oud;
    const isEigen = ({ id, redone }: Item): boolean =>
      redone !== null ||
      isDeleted(gezet, id) ||
      undoStack.some(({ deletions }) => isDeleted(deletions, id)) ||
      redoStack.some(({ deletions }) => isDeleted(deletions, id));
    while (links.right !== null && isEigen(links.right)) {
      links = links.right;
      while (links.redone !== null) links = getItemCleanStart(transactie, links.redone);
    }
    if (links.right !== null) return false;
  }
  // Of the marker that went, or never followed by another: then behind what the key is now.
  if (links === null || links.parent !== houder) links = houder._map.get(parentSub) ?? null;
  const { doc } = transactie;
  const id = createID(doc.clientID, getState(doc.store, doc.clientID));
  const nieuw = new Item(id, links, links?.lastId ?? null, null, null, houder, parentSub, oud.content.copy());
  oud.redone = id;
  houd(nieuw);
  nieuw.integrate(transactie, 0);
  return true;
}

/** The marker as it stands there now, if it was taken out and put back; null for the text itself. */
function huidigMerk(transactie: Transaction, item: Item | null): Item | null {
  let merk = item;
  while (merk?.deleted === true && merk.redone !== null) {
    merk = getItemCleanStart(transactie, merk.redone);
  }
  return merk;
}

/** Keeps what Yjs would let go of when it is deleted: it can be asked for again. */
function houd(item: Item): void {
  for (let een: Item | null = item; een !== null && !een.keep; ) {
    een.keep = true;
    een = een.parent instanceof AbstractType ? een.parent._item : null;
  }
}

import type { Node } from 'prosemirror-model';
import {
  AllSelection,
  type EditorState,
  type Selection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state';
import type { Mapping } from 'prosemirror-transform';
import {
  createAbsolutePositionFromRelativePosition,
  createID,
  createRelativePositionFromTypeIndex,
  type Doc,
  getItem,
  getState,
  RelativePosition,
} from 'yjs';
import type { Schrijfplaats } from './naar-tekst.ts';
import { plaatsVan, posVan } from './plaatsen.ts';

/**
 * Where a selection is after others changed the text (TX5). A caret stays behind the character that it stood behind;
 * at the start of a line that isn't empty it goes along with that line; in an empty line it stays in it.
 */
export function afgebeeld(selectie: Selection, doc: Node, mapping: Mapping): Selection {
  if (selectie instanceof AllSelection) return new AllSelection(doc);
  const { anchor, head, from, to, empty, $head } = selectie;
  if (empty) {
    const $links = doc.resolve(mapping.map(head, -1));
    const $rechts = doc.resolve(mapping.map(head, 1));
    const isBegin = $head.depth > 0 && $head.parentOffset === 0 && $head.parent.content.size > 0;
    if (isBegin && $rechts.depth > 0 && $links.index(0) !== $rechts.index(0)) {
      return TextSelection.create(doc, $rechts.start());
    }
    // Joined with the line above, and something put between: it goes along with what it stood before.
    const isNogErvoor = !mapping.mapResult(head, 1).deletedAfter;
    if (isBegin && isNogErvoor && $links.parentOffset > 0) return TextSelection.near($rechts);
    return TextSelection.near($links);
  }
  // What others type at its edges stays outside it.
  const begin = mapping.map(from, 1);
  const eind = Math.max(begin, mapping.map(to, -1));
  const [$begin, $eind] = [doc.resolve(begin), doc.resolve(eind)];
  return anchor <= head ? TextSelection.between($begin, $eind) : TextSelection.between($eind, $begin);
}

/** Behind what was changed last: where one looks after an undo whose caret is no longer known. */
export function bijWijziging(tr: Transaction, selectie: Selection): Selection {
  let plek: number | null = null;
  tr.steps.forEach((stap, n) => {
    stap.getMap().forEach((_van, _tot, _nieuwVan, nieuwTot) => {
      plek = tr.mapping.slice(n + 1).map(nieuwTot, -1);
    });
  });
  return plek === null
    ? afgebeeld(selectie, tr.doc, tr.mapping)
    : TextSelection.near(tr.doc.resolve(plek), -1);
}

/** A selection by what it stands behind, so that it is found again whatever is written around it. */
export interface Onthouden {
  readonly anchor: RelativePosition;
  readonly head: RelativePosition;
}

/**
 * The same in another document of this text (SY13), which may lack what was typed last: then behind the nearest thing
 * before it that it has.
 */
export function overgezet({ anchor, head }: Onthouden, van: Doc, naar: Doc): Onthouden {
  const plek = ({ item: id, tname }: RelativePosition): RelativePosition => {
    let laatste = id?.clock ?? 0;
    for (let item = id && getItem(van.store, id); item; item = item.left) {
      const { client, clock } = item.id;
      const bekend = getState(naar.store, client);
      if (clock < bekend)
        return new RelativePosition(null, null, createID(client, Math.min(laatste, bekend - 1)), -1);
      laatste = item.left?.lastId.clock ?? 0;
    }
    return new RelativePosition(null, tname, null, -1);
  };
  return { anchor: plek(anchor), head: plek(head) };
}

/** To be called while the editor and the text are the same. */
export function onthoud({ tekst, ankers }: Schrijfplaats, { doc, selection }: EditorState): Onthouden {
  const plek = (pos: number): RelativePosition =>
    createRelativePositionFromTypeIndex(tekst, ankers.voor(plaatsVan(doc, pos)), -1);
  return { anchor: plek(selection.anchor), head: plek(selection.head) };
}

/** The position in the editor of a place that was remembered, here or by another; null where that isn't here. */
export function terug({ tekst, ankers }: Schrijfplaats, doc: Node, plek: RelativePosition): number | null {
  if (tekst.doc === null) return null;
  const gevonden = createAbsolutePositionFromRelativePosition(plek, tekst.doc);
  return gevonden?.type === tekst ? posVan(doc, ankers.plaatsVan(gevonden.index)) : null;
}

/** The selection that was remembered; null where it is no longer there. */
export function selectieTerug(plaats: Schrijfplaats, doc: Node, onthouden: Onthouden): Selection | null {
  const anchor = terug(plaats, doc, onthouden.anchor);
  const head = terug(plaats, doc, onthouden.head);
  return anchor === null || head === null
    ? null
    : TextSelection.between(doc.resolve(anchor), doc.resolve(head));
}

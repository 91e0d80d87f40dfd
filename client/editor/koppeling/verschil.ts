import type { Node } from 'prosemirror-model';
import type { Selection } from 'prosemirror-state';
import { AddMarkStep, AttrStep, RemoveMarkStep, type Transform } from 'prosemirror-transform';

/** What was replaced: from `van` to `tot` in the one, to `nieuwTot` in the other. */
export interface Verschil {
  readonly van: number;
  readonly tot: number;
  readonly nieuwTot: number;
}

/** The smallest stretch outside which two documents are the same; null when they are. */
export function verschilVan(oud: Node, nieuw: Node): Verschil | null {
  const van = oud.content.findDiffStart(nieuw.content);
  const eind = oud.content.findDiffEnd(nieuw.content);
  if (van === null || eind === null) return null;
  // In `aa` → `aaa` start and end pass each other.
  const over = Math.max(0, van - Math.min(eind.a, eind.b));
  return { van, tot: eind.a + over, nieuwTot: eind.b + over };
}

/** Makes the document of `tr` another one, by one replacement. Only where steps can't be had. */
export function maakGelijk(tr: Transform, doel: Node): void {
  const verschil = verschilVan(tr.doc, doel);
  if (verschil !== null) tr.replace(verschil.van, verschil.tot, doel.slice(verschil.van, verschil.nieuwTot));
}

/**
 * Whether lines come or go by these steps. ProseMirror draws a new line in what it has of the next one, unless that is
 * the very node that it drew, and not one that is the same: what somebody composes there is then drawn anew.
 */
export function maaktRegels({ docs, doc }: Transform): boolean {
  return docs.some((voor, n) => voor.childCount !== (docs[n + 1] ?? doc).childCount);
}

/** Whether steps change anything in the block in which a selection was before them, or the block itself. */
export function raaktBlok(tr: Transform, { $head }: Selection): boolean {
  if ($head.depth === 0) return true;
  const [van, tot] = [$head.before(1), $head.after(1)];
  return tr.steps.some((stap, n) => {
    // In terms of the document before all of them.
    const terug = tr.mapping.slice(0, n).invert();
    if (stap instanceof AttrStep) return terug.map(stap.pos, 1) === van;
    let raakt = false;
    stap.getMap().forEach((a, b) => {
      if (terug.map(a, -1) < tot && terug.map(b, 1) > van) raakt = true;
    });
    // A mark moves nothing, so its map is empty.
    const isMerk = stap instanceof AddMarkStep || stap instanceof RemoveMarkStep;
    return raakt || (isMerk && terug.map(stap.from) < tot && terug.map(stap.to) > van);
  });
}

import { Fragment, Slice } from 'prosemirror-model';
import { AttrStep, ReplaceStep, type Transform } from 'prosemirror-transform';
import { type YEvent, Map as YMap } from 'yjs';
import { isMerknaam, SLEUTELNAMEN } from '../../../shared/tekst/blok.ts';
import { houdersVan, sleutelsVan, stukkenVan } from '../../../shared/tekst/lezen.ts';
import { schema } from '../schema.ts';
import type { Deltastap } from './ankers.ts';
import { knopenVan } from './naar-document.ts';
import type { Schrijfplaats } from './naar-tekst.ts';
import { posVan } from './plaatsen.ts';

const { blok } = schema.nodes;

/** What Yjs says of one transaction in a text and its markers. */
// biome-ignore lint/suspicious/noExplicitAny: as Yjs types its events
export type Gebeurtenis = YEvent<any>;

/**
 * Adds to `tr` the smallest steps that say what others changed (TX5): selection, marks and decorations are then
 * mapped through them, and nothing on screen is made anew that stays.
 */
export function leesGebeurtenissen(
  tr: Transform,
  { tekst, ankers }: Schrijfplaats,
  gebeurtenissen: readonly Gebeurtenis[],
): void {
  let isVerbouwd = false;
  for (const gebeurtenis of gebeurtenissen) {
    if (gebeurtenis.target !== tekst || gebeurtenis.keys.size > 0) isVerbouwd = true;
    if (gebeurtenis.target !== tekst) continue;
    // A delta as Yjs types it has its keys as optional, which is what this type says as well.
    const delta = ankers.volg(gebeurtenis.delta as readonly Deltastap[]);
    if (leesDelta(tr, delta)) isVerbouwd = true;
  }
  if (isVerbouwd) leesSleutelsIn(tr, { tekst, ankers });
}

/** Follows what others changed without showing it. */
export function volgGebeurtenissen(
  { tekst, ankers }: Schrijfplaats,
  gebeurtenissen: readonly Gebeurtenis[],
): void {
  for (const gebeurtenis of gebeurtenissen) {
    // As Yjs types it, above.
    if (gebeurtenis.target === tekst) ankers.volg(gebeurtenis.delta as readonly Deltastap[]);
  }
}

/** @returns whether there are other blocks now, whose keys are to be read */
function leesDelta(tr: Transform, delta: readonly Deltastap[]): boolean {
  let plaats = 0;
  let isVerbouwd = false;
  for (const { retain, delete: weg, insert, attributes } of delta) {
    if (retain !== undefined) {
      if (attributes !== undefined) leesOpmaak(tr, plaats, plaats + retain, attributes);
      plaats += retain;
    } else if (weg !== undefined) {
      const [van, tot] = [posVan(tr.doc, plaats), posVan(tr.doc, plaats + weg)];
      if (tr.doc.resolve(van).index(0) !== tr.doc.resolve(tot).index(0)) isVerbouwd = true;
      tr.step(new ReplaceStep(van, tot, Slice.empty));
    } else if (insert instanceof YMap) {
      const pos = posVan(tr.doc, plaats);
      const { attrs } = tr.doc.resolve(pos).parent;
      const grens = Fragment.from([blok.create(attrs), blok.create(attrs)]);
      tr.step(new ReplaceStep(pos, pos, new Slice(grens, 1, 1)));
      isVerbouwd = true;
      plaats += 1;
    } else if (insert !== undefined) {
      const pos = posVan(tr.doc, plaats);
      const inhoud = Fragment.from(knopenVan(stukkenVan(insert, attributes)));
      tr.step(new ReplaceStep(pos, pos, new Slice(inhoud, 0, 0)));
      plaats += inhoud.size;
    }
  }
  return isVerbouwd;
}

function leesOpmaak(
  tr: Transform,
  van: number,
  tot: number,
  attributes: NonNullable<Deltastap['attributes']>,
): void {
  for (const [naam, waarde] of Object.entries(attributes)) {
    if (!isMerknaam(naam)) continue;
    const mark = schema.marks[naam];
    const [a, b] = [posVan(tr.doc, van), posVan(tr.doc, tot)];
    if (waarde === null) tr.removeMark(a, b, mark);
    else tr.addMark(a, b, mark.create());
  }
}

function leesSleutelsIn(tr: Transform, { tekst }: Schrijfplaats): void {
  const houders = houdersVan(tekst);
  let pos = 0;
  for (let n = 0; n < tr.doc.childCount; n += 1) {
    const { attrs, nodeSize } = tr.doc.child(n);
    const houder = houders[n];
    if (houder !== undefined) {
      const sleutels = sleutelsVan(houder);
      for (const naam of SLEUTELNAMEN) {
        if (attrs[naam] !== sleutels[naam]) tr.step(new AttrStep(pos, naam, sleutels[naam]));
      }
    }
    pos += nodeSize;
  }
}

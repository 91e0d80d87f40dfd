import { type Node, Slice } from 'prosemirror-model';
import { AttrStep, ReplaceStep, Transform } from 'prosemirror-transform';
import { SLEUTELNAMEN } from '../../../shared/tekst/blok.ts';
import { schema } from '../schema.ts';
import { posVan } from './plaatsen.ts';
import type { Plaatsids } from './plaatsids.ts';
import { maakGelijk } from './verschil.ts';

/** A document, and which character of the text stands at each of its places. */
export interface MetIds {
  readonly doc: Node;
  readonly ids: Plaatsids;
}

/** The smallest steps from one state of a text to a later one: what stays is the character that stays. */
export function stappenNaar(van: MetIds, naar: MetIds): Transform {
  const tr = new Transform(van.doc);
  // From the end, so that what comes before keeps its place.
  for (const { begin, eind, nieuwBegin, nieuwEind } of verschillen(van.ids, naar.ids).reverse()) {
    const [pos, tot] = [posVan(van.doc, begin), posVan(van.doc, eind)];
    if (tot > pos) tr.step(new ReplaceStep(pos, tot, Slice.empty));
    if (nieuwEind > nieuwBegin) {
      const erbij = naar.doc.slice(posVan(naar.doc, nieuwBegin), posVan(naar.doc, nieuwEind));
      tr.step(new ReplaceStep(pos, pos, erbij));
    }
  }
  maakZelfdeSoort(tr, naar.doc);
  maakZelfdeOpmaak(tr, naar.doc);
  maakGelijk(tr, naar.doc);
  return tr;
}

/** Places that went, and places that came there. */
interface Anders {
  readonly begin: number;
  readonly eind: number;
  readonly nieuwBegin: number;
  readonly nieuwEind: number;
}

/** What stays keeps its order, for nobody moves a character. */
function verschillen(oud: Plaatsids, nieuw: Plaatsids): Anders[] {
  const plekken = new Map(nieuw.map((id, plaats) => [id, plaats]));
  const lijst: Anders[] = [];
  let [begin, nieuwBegin] = [0, 0];
  const tot = (eind: number, nieuwEind: number): void => {
    if (eind > begin || nieuwEind > nieuwBegin) lijst.push({ begin, eind, nieuwBegin, nieuwEind });
    [begin, nieuwBegin] = [eind + 1, nieuwEind + 1];
  };
  oud.forEach((id, plaats) => {
    const hier = id === null ? undefined : plekken.get(id);
    if (hier !== undefined && hier >= nieuwBegin) tot(plaats, hier);
  });
  tot(oud.length, nieuw.length);
  return lijst;
}

function maakZelfdeSoort(tr: Transform, doel: Node): void {
  if (tr.doc.childCount !== doel.childCount) return;
  doel.forEach(({ attrs }, pos, n) => {
    for (const naam of SLEUTELNAMEN)
      if (tr.doc.child(n).attrs[naam] !== attrs[naam]) tr.step(new AttrStep(pos, naam, attrs[naam]));
  });
}

/** Marks alone, which move nothing. */
function maakZelfdeOpmaak(tr: Transform, doel: Node): void {
  if (tr.doc.content.size !== doel.content.size) return;
  for (const mark of Object.values(schema.marks)) {
    const [is, moet] = [tr.doc, doel].map((doc) => {
      const met = new Set<number>();
      doc.descendants((knoop, pos) => {
        if (mark.isInSet(knoop.marks)) for (let n = 0; n < knoop.nodeSize; n += 1) met.add(pos + n);
      });
      return met;
    });
    for (const pos of moet ?? []) if (is?.has(pos) === false) tr.addMark(pos, pos + 1, mark.create());
    for (const pos of is ?? []) if (moet?.has(pos) === false) tr.removeMark(pos, pos + 1, mark);
  }
}

import { type Node, Slice } from 'prosemirror-model';
import { AttrStep, ReplaceStep, Transform } from 'prosemirror-transform';
import { SLEUTELNAMEN } from '../../../shared/tekst/blok.ts';
import { schema } from '../schema.ts';
import { posVan } from './plaatsen.ts';
import { aantalVan, isZelfde, type Plaatsids, Plekken } from './plaatsids.ts';
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
  const [lengte, nieuweLengte] = [aantalVan(oud), aantalVan(nieuw)];
  const kortste = Math.min(lengte, nieuweLengte);
  let [links, rechts] = [0, 0];
  while (links < kortste && isZelfde(oud, links, nieuw, links)) links += 1;
  while (rechts < kortste - links && isZelfde(oud, lengte - 1 - rechts, nieuw, nieuweLengte - 1 - rechts))
    rechts += 1;
  const plekken = new Plekken(nieuw, links, nieuweLengte - rechts);
  const lijst: Anders[] = [];
  let [begin, nieuwBegin] = [links, links];
  const tot = (eind: number, nieuwEind: number): void => {
    if (eind > begin || nieuwEind > nieuwBegin) lijst.push({ begin, eind, nieuwBegin, nieuwEind });
    [begin, nieuwBegin] = [eind + 1, nieuwEind + 1];
  };
  for (let plaats = links; plaats < lengte - rechts; plaats += 1) {
    const hier = plekken.van(oud, plaats);
    if (hier !== undefined && hier >= nieuwBegin) tot(plaats, hier);
  }
  tot(lengte - rechts, nieuweLengte - rechts);
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

import type { Mark, Node } from 'prosemirror-model';
import { schema } from '../schema.ts';
import { plekVan } from './plaatsen.ts';

/** What stands at a place of the text: a marker between two blocks, a character, or a leaf of the editor. */
export type Teken =
  | { readonly soort: 'grens'; readonly lengte: 1 }
  /** A whole character: half of a pair of surrogates can't be stored. */
  | {
      readonly soort: 'tekst';
      readonly tekst: string;
      readonly lengte: number;
      readonly marks: readonly Mark[];
    }
  | {
      readonly soort: 'vermelding';
      readonly knoop: Node;
      readonly lengte: 1;
      readonly marks: readonly Mark[];
    };

const GRENS: Teken = { soort: 'grens', lengte: 1 };

/** What the editor has from one place to another. */
export function tekensIn(doc: Node, van: number, tot: number): Teken[] {
  const tekens: Teken[] = [];
  let plaats = 0;
  for (let n = 0; n < doc.childCount && plaats <= tot; n += 1) {
    if (n > 0 && plaats - 1 >= van && plaats - 1 < tot) tekens.push(GRENS);
    const blok = doc.child(n);
    const eind = plaats + blok.content.size;
    if (eind > van)
      blok.forEach((knoop, binnen) => {
        const begin = plaats + binnen;
        const [a, b] = [Math.max(van, begin), Math.min(tot, begin + knoop.nodeSize)];
        if (a < b) tekens.push(...tekensVan(knoop, a - begin, b - begin));
      });
    plaats = eind + 1;
  }
  return tekens;
}

function tekensVan(knoop: Node, van: number, tot: number): Teken[] {
  const { marks } = knoop;
  if (knoop.type === schema.nodes.vermelding) return [{ soort: 'vermelding', knoop, lengte: 1, marks }];
  const tekst = knoop.isText ? (knoop.text ?? '').slice(van, tot) : '\n';
  return Array.from(tekst, (een) => ({ soort: 'tekst', tekst: een, lengte: een.length, marks }));
}

/** How many places they take. */
export function lengteVan(tekens: readonly Teken[]): number {
  return tekens.reduce((som, { lengte }) => som + lengte, 0);
}

export function isZelfdeTeken(een: Teken | undefined, ander: Teken | undefined): boolean {
  if (een === undefined || ander === undefined || een.soort !== ander.soort) return false;
  if (een.soort === 'grens' || ander.soort === 'grens') return true;
  if (!zijnZelfdeMarks(een.marks, ander.marks)) return false;
  if (een.soort === 'tekst') return ander.soort === 'tekst' && een.tekst === ander.tekst;
  return ander.soort === 'vermelding' && een.knoop.sameMarkup(ander.knoop);
}

export function zijnZelfdeMarks(een: readonly Mark[], ander: readonly Mark[]): boolean {
  return een.length === ander.length && een.every((mark, n) => ander[n]?.eq(mark) === true);
}

/** Whether a place is in the midst of a character that takes two. */
export function isInTeken(doc: Node, plaats: number): boolean {
  const plek = plekVan(doc, plaats);
  if (plek === null) return false;
  const { node, offset } = doc.child(plek.blok).childBefore(plek.in);
  const [links, rechts] = [plek.in - offset - 1, plek.in - offset];
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(node?.text?.slice(links, rechts + 1) ?? '');
}

/** The marks of what stands left of a place in the same block; null at the start of one. */
export function marksLinksVan(doc: Node, plaats: number): readonly Mark[] | null {
  const plek = plekVan(doc, plaats);
  if (plek === null || plek.in === 0) return null;
  return doc.child(plek.blok).childBefore(plek.in).node?.marks ?? null;
}

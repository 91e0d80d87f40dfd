import type { Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import type { Text as YText } from 'yjs';
import { legUit } from '../../../shared/tekst/verbeteren/rij.ts';
import { plaatsVan } from './plaatsen.ts';

/** Of each place (see `Ankers`) under which client id and clock it was put there; null where that is gone. */
export type Plaatsids = readonly (string | null)[];

/** Of each place of a text. */
export function idsVan(tekst: YText): string[] {
  const { client, klok } = legUit(tekst);
  return client.map((van, plaats) => `${van}:${klok[plaats]}`);
}

/** Of each place before these steps; @param na of each place after them */
export function idsVoor({ before, doc, mapping }: Transform, na: Plaatsids): Plaatsids {
  return positiesIn(before).map((pos) => {
    const { pos: nu, deletedAfter } = mapping.mapResult(pos, 1);
    return deletedAfter ? null : (na[plaatsVan(doc, nu)] ?? null);
  });
}

/** The position right before each place: of a marker that is the end of the block before it. */
function positiesIn(doc: Node): number[] {
  const posities: number[] = [];
  doc.forEach(({ content }, begin, n) => {
    const eind = begin + 1 + content.size;
    for (let pos = begin + 1; pos < eind; pos += 1) posities.push(pos);
    if (n < doc.childCount - 1) posities.push(eind);
  });
  return posities;
}

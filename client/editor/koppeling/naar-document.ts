import { Fragment, type Mark, type Node } from 'prosemirror-model';
import type { Text as YText } from 'yjs';
import { type Blok, MERKNAMEN, type Opmaak, type Stuk } from '../../../shared/tekst/blok.ts';
import { leesBlokken } from '../../../shared/tekst/lezen.ts';
import { schema } from '../schema.ts';

const { doc, blok, breuk, vermelding } = schema.nodes;

/** A whole text as the editor has it. */
export function documentVan(tekst: YText): Node {
  return doc.create(null, leesBlokken(tekst).map(blokVan));
}

export function blokVan({ inhoud, ...sleutels }: Blok): Node {
  return blok.create({ ...sleutels }, Fragment.from(knopenVan(inhoud)));
}

export function knopenVan(inhoud: readonly Stuk[]): Node[] {
  return inhoud.map((stuk) => {
    const marks = merkenVan(stuk);
    if (stuk.soort === 'tekst') return schema.text(stuk.tekst, marks);
    return stuk.soort === 'breuk'
      ? breuk.create(null, null, marks)
      : vermelding.create(stuk.wie, null, marks);
  });
}

function merkenVan(opmaak: Opmaak): Mark[] {
  return MERKNAMEN.filter((naam) => opmaak[naam]).map((naam) => schema.marks[naam].create());
}

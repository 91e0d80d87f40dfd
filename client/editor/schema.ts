import { type Attrs, type DOMOutputSpec, Schema } from 'prosemirror-model';
import { type Bloksleutels, KALE_ALINEA, leesSleutels, VERMELDINGSOORTEN } from '../../shared/tekst/blok.ts';

/**
 * What a text can hold: exactly what the server takes (SY4, docs/poort.md), and as flat as it is stored (TX4): a row
 * of blocks with text in them. A place in the text and a place in here differ by the number of blocks before it.
 *
 * Lists are drawn, not nested: `lijsten.ts` counts them, `klembord.ts` nests them for other programs, `plakken.ts`
 * makes them flat again. No node can be selected as a whole: a caret always stands in text.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'blok+' },
    blok: {
      content: 'inline*',
      selectable: false,
      attrs: Object.fromEntries(
        Object.entries(KALE_ALINEA).map(([naam, waarde]) => [naam, { default: waarde }]),
      ),
      parseDOM: [
        { tag: '[data-blok]', getAttrs: (el) => leesBlokattributen(el), preserveWhitespace: 'full' },
        { tag: 'p, div' },
      ],
      toDOM: ({ attrs }) => tekenBlok(sleutelsVanKnoop(attrs)),
    },
    text: { group: 'inline' },
    breuk: {
      group: 'inline',
      inline: true,
      selectable: false,
      linebreakReplacement: true,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
    vermelding: {
      group: 'inline',
      inline: true,
      atom: true,
      selectable: false,
      draggable: false,
      // A mention of nobody: what stands there is no reference that can be read.
      attrs: { soort: { default: '' }, id: { default: '' } },
      parseDOM: [
        {
          tag: 'span[data-soort][data-id]',
          getAttrs: (el) => {
            const soort = VERMELDINGSOORTEN.find((een) => een === el.getAttribute('data-soort'));
            return soort === undefined ? false : { soort, id: el.getAttribute('data-id') };
          },
        },
      ],
      toDOM: ({ attrs }) => ['span', { 'data-soort': String(attrs.soort), 'data-id': String(attrs.id) }],
    },
  },
  // Named as they are stored (TX1).
  marks: {
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
});

/** The keys of a block, of the attributes of its node. */
export function sleutelsVanKnoop(attrs: Attrs): Bloksleutels {
  return leesSleutels((naam) => attrs[naam]);
}

/**
 * A block in the editor. An item of a list is a list of its own to a screen reader, at its level, with its number or
 * bullet before it: what stands beside it in the page is no item, and a list can't lie around some of a row.
 */
function tekenBlok(sleutels: Bloksleutels): DOMOutputSpec {
  const { soort, niveau, diepte } = sleutels;
  const gegevens = {
    'data-blok': soort,
    'data-diepte': String(diepte),
    ...(soort === 'kop' ? { 'data-niveau': String(niveau) } : {}),
    ...(sleutels.begin === null ? {} : { 'data-begin': String(sleutels.begin) }),
  };
  switch (soort) {
    case 'alinea':
      return ['p', gegevens, 0];
    // The headings of a text stand below those of the board, which end at h3.
    case 'kop':
      return [`h${niveau + 3}`, gegevens, 0];
    case 'punt':
    case 'nummer':
      return [
        'div',
        { role: 'list', class: 'rt-lijstregel', 'data-blok-om': '' },
        ['p', { ...gegevens, role: 'listitem', 'aria-level': String(diepte + 1) }, 0],
      ];
  }
}

function leesBlokattributen(el: HTMLElement): Attrs {
  const getal = (naam: string): number | null => {
    const waarde = el.getAttribute(`data-${naam}`);
    return waarde === null ? null : Number(waarde);
  };
  return {
    ...leesSleutels((naam) => (naam === 'soort' ? el.getAttribute('data-blok') : getal(naam))),
  };
}

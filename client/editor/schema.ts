import { type NodeSpec, Schema } from 'prosemirror-model';

/**
 * What a text can hold: exactly what the server takes (SY4, docs/poort.md). y-prosemirror deletes a node that
 * doesn't fit, for everyone: so nothing here is stricter than the gate, and every attribute has a default.
 *
 * No node can be selected as a whole: y-prosemirror throws when such a node is deleted by somebody else.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: blok({
      content: 'inline*',
      parseDOM: [{ tag: 'p' }],
      toDOM: () => ['p', 0],
    }),
    heading: blok({
      content: 'inline*',
      attrs: { level: { default: 1 } },
      defining: true,
      // The headings of a text begin at h4 on screen, and come back from there; elsewhere they begin at h1.
      parseDOM: [
        { tag: 'h1', attrs: { level: 1 } },
        { tag: 'h2', attrs: { level: 2 } },
        { tag: 'h3', attrs: { level: 3 } },
        { tag: 'h4', getAttrs: (kop) => ({ level: vanHier(kop) ? 1 : 3 }) },
        { tag: 'h5', getAttrs: (kop) => ({ level: vanHier(kop) ? 2 : 3 }) },
        { tag: 'h6', attrs: { level: 3 } },
      ],
      toDOM: ({ attrs }) => [`h${Math.min(Math.max(Number(attrs.level), 1), 3) + 3}`, { 'data-kop': '' }, 0],
    }),
    bullet_list: blok({
      content: 'list_item+',
      parseDOM: [{ tag: 'ul' }],
      toDOM: () => ['ul', 0],
    }),
    ordered_list: blok({
      content: 'list_item+',
      attrs: { order: { default: 1 } },
      parseDOM: [{ tag: 'ol', getAttrs: (lijst) => ({ order: eersteNummer(lijst) }) }],
      toDOM: ({ attrs }) => (attrs.order === 1 ? ['ol', 0] : ['ol', { start: String(attrs.order) }, 0]),
    }),
    list_item: {
      content: 'block+',
      defining: true,
      selectable: false,
      parseDOM: [{ tag: 'li' }],
      toDOM: () => ['li', 0],
    },
    text: { group: 'inline' },
    hard_break: {
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
      attrs: { soort: { default: 'lid' }, id: { default: '' } },
      parseDOM: [
        {
          tag: 'span[data-soort][data-id]',
          getAttrs: (el) => ({ soort: el.getAttribute('data-soort'), id: el.getAttribute('data-id') }),
        },
      ],
      toDOM: ({ attrs }) => ['span', { 'data-soort': String(attrs.soort), 'data-id': String(attrs.id) }],
    },
  },
  // Marks that exclude themselves, as is the default: others get a name with a hash in Yjs, which the gate refuses.
  marks: {
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
});

function blok(spec: NodeSpec): NodeSpec {
  return { group: 'block', selectable: false, ...spec };
}

function vanHier(kop: HTMLElement): boolean {
  return kop.hasAttribute('data-kop');
}

function eersteNummer(lijst: HTMLElement): number {
  const nummer = Number(lijst.getAttribute('start') ?? 1);
  return Number.isInteger(nummer) && nummer >= 0 && nummer < 1_000_000 ? nummer : 1;
}

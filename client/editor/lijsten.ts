import { type EditorState, Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { lijstteken, nummering } from '../../shared/tekst/nummering.ts';
import { sleutelsVanKnoop } from './schema.ts';

/** Counts the lists of a flat text (TX4): each item gets its number or bullet, drawn before it by the style sheet. */
export function lijsten(): Plugin<DecorationSet> {
  const plugin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
    state: {
      init: (_opties, state) => geteld(state),
      apply: (tr, vorige, _oud, state) => (tr.docChanged ? geteld(state) : vorige),
    },
    props: { decorations: (state) => plugin.getState(state) },
  });
  return plugin;
}

function geteld({ doc }: EditorState): DecorationSet {
  const blokken = doc.children.map(({ attrs }) => sleutelsVanKnoop(attrs));
  const tekens: Decoration[] = [];
  const plaatsen = nummering(blokken);
  doc.forEach((knoop, pos, n) => {
    const plaats = plaatsen[n] ?? null;
    if (plaats === null) return;
    const diepte = blokken[n]?.diepte ?? 0;
    const gegevens = { 'data-teken': lijstteken(plaats, diepte), 'data-diepte': String(diepte) };
    tekens.push(Decoration.node(pos, pos + knoop.nodeSize, gegevens));
  });
  return DecorationSet.create(doc, tekens);
}

import type { Locator } from 'playwright-core';
import type { RtEditor } from '../../client/editor/editor.ts';
import { type Bloksleutels, KALE_ALINEA } from '../../shared/tekst/blok.ts';

// A text as one reads it in a test: a line a block, with `- `, `1. ` or `# ` before it and two spaces for each step
// deeper; ⏎ is a line break in a block, ** and _ stand around bold and italic, | is the caret, [ and ] a selection.

/** Puts this in an editor, and the caret where the | stands. */
export async function zetTekst(vlak: Locator, regels: readonly string[]): Promise<void> {
  const blokken = regels.map(leesRegel);
  await vlak.evaluate((element, rijen) => {
    const view = (element.closest('rt-editor') as RtEditor | null)?.view; // its tag's class
    if (view == null) throw new Error('hier is geen tekst open');
    const { schema, tr } = view.state;
    let caret = 1;
    let pos = 0;
    const knopen = rijen.map(({ tekst, sleutels }) => {
      const in_ = tekst.indexOf('|');
      if (in_ >= 0) caret = pos + 1 + in_;
      const inhoud = tekst
        .replace('|', '')
        .split('⏎')
        .flatMap((deel, n) => [
          ...(n > 0 ? [schema.node('breuk')] : []),
          ...(deel === '' ? [] : [schema.text(deel)]),
        ]);
      const knoop = schema.node('blok', sleutels, inhoud);
      pos += knoop.nodeSize;
      return knoop;
    });
    tr.replaceWith(0, tr.doc.content.size, knopen);
    view.focus();
    // Every kind of selection has what is common to all of them.
    const soort = view.state.selection.constructor as unknown as typeof import('prosemirror-state').Selection;
    view.dispatch(tr.setSelection(soort.near(tr.doc.resolve(caret), 1)));
  }, blokken);
}

/** What stands in an editor, and where the caret or the selection is. */
export function leesTekst(vlak: Locator): Promise<string[]> {
  return vlak.evaluate((element) => {
    const view = (element.closest('rt-editor') as RtEditor | null)?.view; // its tag's class
    if (view == null) throw new Error('hier is geen tekst open');
    const { doc, selection } = view.state;
    const { from, to, empty } = selection;
    const bij = (pos: number): string => {
      if (empty) return pos === from ? '|' : '';
      return pos === from ? '[' : pos === to ? ']' : '';
    };
    const regels: string[] = [];
    doc.forEach((blok, begin) => {
      const { soort, niveau, diepte, begin: nummer } = blok.attrs;
      const tekens: Record<string, string> = {
        punt: '- ',
        nummer: `${nummer ?? 1}. `,
        kop: `${'#'.repeat(Number(niveau))} `,
      };
      let regel = `${'  '.repeat(Number(diepte))}${tekens[String(soort)] ?? ''}`;
      let open = '';
      let pos = begin + 1;
      blok.forEach((knoop) => {
        const opmaak = knoop.marks.map(({ type }) => (type.name === 'strong' ? '**' : '_')).join('');
        if (opmaak !== open) regel += open + opmaak;
        open = opmaak;
        for (const teken of knoop.isText ? (knoop.text ?? '') : '⏎') {
          regel += bij(pos) + teken;
          pos += 1;
        }
      });
      regels.push(regel + open + bij(pos));
    });
    return regels;
  });
}

function leesRegel(regel: string): { tekst: string; sleutels: Bloksleutels } {
  const [, in_ = '', teken = '', tekst = ''] = /^((?: {2})*)(- |\d+\. |#{1,3} |)(.*)$/.exec(regel) ?? [];
  const sleutels = { ...KALE_ALINEA, diepte: in_.length / 2 };
  if (teken === '- ') return { tekst, sleutels: { ...sleutels, soort: 'punt' } };
  if (teken.startsWith('#'))
    return { tekst, sleutels: { ...sleutels, soort: 'kop', niveau: teken.length - 1 } };
  if (teken === '') return { tekst, sleutels };
  const begin = Number.parseInt(teken, 10);
  return { tekst, sleutels: { ...sleutels, soort: 'nummer', begin: begin === 1 ? null : begin } };
}

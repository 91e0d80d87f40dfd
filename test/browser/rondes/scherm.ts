import type { Page } from 'playwright-core';
import type { Selection } from 'prosemirror-state';
import type { RtEditor } from '../../../client/editor/editor.ts';
import type { Koppeling } from '../../../client/editor/koppeling/koppeling.ts';
import type { RtBordOpslag } from '../../../client/teksten/opslag.ts';

/** What one person has before them. */
export interface Scherm {
  /** The editor's document, sorts and all. */
  readonly document: string;
  /** A line a block, as the editor has them. */
  readonly regels: readonly string[];
  /** The same, as they stand in the page. */
  readonly inPagina: readonly string[];
  /** Nothing is being composed, nothing of others waits. */
  readonly isRustig: boolean;
  /** Everything is saved, as the page is about to say. */
  readonly isOpgeslagen: boolean;
  /** How often the binding had to make screen and text the same again. */
  readonly herstellingen: number;
}

/** Reads the one text that is open for writing on this page. */
export function leesScherm(page: Page): Promise<Scherm> {
  return page.evaluate(() => {
    const view = document.querySelector<RtEditor>('rt-editor')?.view ?? null;
    if (view === null) throw new Error(`hier is geen tekst open: ${document.body.innerText}`);
    const { state, dom, composing } = view;
    // The key that the binding has among the plugins, and what it keeps there.
    const plugin = state.plugins.find((een) =>
      (een as unknown as { key: string }).key.startsWith('koppeling'),
    );
    if (plugin === undefined) throw new Error('hier is geen koppeling');
    const { koppeling } = plugin.getState(state) as { koppeling: Koppeling };
    return {
      document: JSON.stringify(state.doc),
      regels: state.doc.children.map(({ textContent }) => textContent),
      inPagina: [...dom.querySelectorAll(':scope > :is(p, h4, h5, h6), :scope > div > p')].map((regel) => {
        const kopie = regel.cloneNode(true) as HTMLElement; // a clone of an element is one
        for (const cursor of kopie.querySelectorAll('.rt-cursor')) cursor.remove();
        return (kopie.textContent ?? '').replaceAll('\u2060', '');
      }),
      isRustig: !composing && !koppeling.houdtVast,
      // What its element was told: it says good news some time later, when it lasts.
      isOpgeslagen:
        document.querySelector<RtBordOpslag>('rt-bord-bordopslag rt-bord-opslag')?.woord?.tekst ===
        'Alles opgeslagen',
      herstellingen: koppeling.herstellingen,
    };
  });
}

/** Puts the caret in a line, by its number and how far in it; -1 is its end. For the start of a round. */
export function zetCaret(page: Page, regel: number, plaats: number): Promise<void> {
  return page.evaluate(
    ([n, hoever]) => {
      const { view } = document.querySelector('rt-editor') as RtEditor; // its tag's class
      if (view === null) throw new Error('hier is geen tekst open om in te schrijven');
      const { doc, selection } = view.state;
      let pos = 1;
      for (let i = 0; i < n; i += 1) pos += doc.child(i).nodeSize;
      const in_ = hoever < 0 ? doc.child(n).content.size : hoever;
      view.focus();
      // Every kind of selection has what is common to all of them.
      const soort = selection.constructor as unknown as typeof Selection;
      view.dispatch(view.state.tr.setSelection(soort.near(doc.resolve(pos + in_), 1)));
    },
    [regel, plaats] as const,
  );
}

/** Where in the page the words of a line are, without the name of who is at its end: to click on. */
export function plekVan(page: Page, woorden: string): Promise<{ links: number; rechts: number; y: number }> {
  return page.evaluate((gezocht) => {
    const { view } = document.querySelector('rt-editor') as RtEditor; // its tag's class
    if (view === null) throw new Error('hier is geen tekst open om in te schrijven');
    let plek: { links: number; rechts: number; y: number } | null = null;
    view.state.doc.forEach(({ textContent, content }, begin) => {
      if (plek !== null || !textContent.includes(gezocht)) return;
      const [links, rechts] = [
        view.coordsAtPos(begin + 1, 1),
        view.coordsAtPos(begin + 1 + content.size, -1),
      ];
      plek = { links: links.left, rechts: rechts.right, y: (links.top + links.bottom) / 2 };
    });
    if (plek === null) throw new Error(`${gezocht} staat er niet`);
    return plek;
  }, woorden);
}

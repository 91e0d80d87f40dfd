import { Fragment, type Node } from 'prosemirror-model';
import { AllSelection, EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { blokVan } from '../../../client/editor/koppeling/naar-document.ts';
import { plakgrens } from '../../../client/editor/plakgrens.ts';
import { schema, sleutelsVanKnoop } from '../../../client/editor/schema.ts';
import { type Blok, KALE_ALINEA } from '../../../shared/tekst/blok.ts';

// What runs in the page: an editor with nothing but what pastes and copies in it.

const OPEN = '11111111-1111-4111-8111-111111111111';
const NAMEN: Readonly<Record<string, string>> = { [OPEN]: 'moeder' };

const meldingen: string[] = [];
const schendingen: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile }) => {
  schendingen.push(`${violatedDirective} ${sourceFile}`);
});

const plek = document.createElement('div');
document.body.append(plek);
const view = new EditorView(plek, {
  state: EditorState.create({
    schema,
    plugins: [
      plakgrens({
        noem: () => (_soort, id) => NAMEN[id] ?? null,
        magNoemen: (_soort, id) => id === OPEN,
        meld: (bericht) => meldingen.push(bericht),
      }),
    ],
  }),
});

const proef = {
  /** Puts these blocks in the editor, the caret at the start. */
  zet(blokken: readonly Blok[]): void {
    const doc = schema.nodes.doc.create(null, Fragment.fromArray(blokken.map(blokVan)));
    view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, doc.content));
    proef.selecteer(1, 1);
    meldingen.length = 0;
  },
  selecteer(van: number, tot: number): void {
    const { tr, doc } = view.state;
    view.dispatch(tr.setSelection(TextSelection.create(doc, van, tot)));
  },
  /** Whole blocks, from one to another. */
  selecteerBlokken(van: number, tot: number): void {
    const { doc } = view.state;
    proef.selecteer(proef.beginVan(van), proef.beginVan(tot) + doc.child(tot).content.size);
  },
  /** The numbers that a browser shows before the items of these lists. */
  nummersIn(html: string): number[] {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    return [...body.querySelectorAll('ol > li')].map((punt) => {
      const plaats = [...(punt.parentElement?.children ?? [])]
        .filter(({ localName }) => localName === 'li')
        .indexOf(punt);
      return Number(punt.parentElement?.getAttribute('start') ?? 1) + plaats;
    });
  },
  selecteerAlles(): void {
    const { tr, doc } = view.state;
    view.dispatch(tr.setSelection(new AllSelection(doc)));
  },
  /** The place before a block's text; of the last one with -1. */
  beginVan(nummer: number): number {
    let pos = 0;
    for (let n = 0; n < (nummer < 0 ? view.state.doc.childCount + nummer : nummer); n += 1) {
      pos += view.state.doc.child(n).nodeSize;
    }
    return pos + 1;
  },
  plak(soorten: Readonly<Record<string, string>>, zonderOpmaak = false): void {
    const inhoud = new DataTransfer();
    for (const [soort, waarde] of Object.entries(soorten)) inhoud.setData(soort, waarde);
    const gebeurtenis = new ClipboardEvent('paste', {
      clipboardData: inhoud,
      cancelable: true,
      bubbles: true,
    });
    view.focus();
    if (zonderOpmaak) toets('keydown', 'V', 86);
    view.dom.dispatchEvent(gebeurtenis);
    if (zonderOpmaak) toets('keyup', 'Shift', 16);
  },
  kopieer(knip = false): { html: string; tekst: string } {
    const inhoud = new DataTransfer();
    const soort = knip ? 'cut' : 'copy';
    view.dom.dispatchEvent(
      new ClipboardEvent(soort, { clipboardData: inhoud, cancelable: true, bubbles: true }),
    );
    return { html: inhoud.getData('text/html'), tekst: inhoud.getData('text/plain') };
  },
  plakBestand(): void {
    const inhoud = new DataTransfer();
    inhoud.items.add(new File(['x'], 'foto.png', { type: 'image/png' }));
    const opties = { bubbles: true, cancelable: true };
    view.dom.dispatchEvent(new ClipboardEvent('paste', { clipboardData: inhoud, ...opties }));
    view.dom.dispatchEvent(new DragEvent('drop', { dataTransfer: inhoud, ...opties }));
  },
  laatVallen(soorten: Readonly<Record<string, string>>): void {
    const dataTransfer = new DataTransfer();
    for (const [soort, waarde] of Object.entries(soorten)) dataTransfer.setData(soort, waarde);
    const { left, top } = view.coordsAtPos(1);
    view.dom.dispatchEvent(
      new DragEvent('drop', {
        dataTransfer,
        clientX: left + 1,
        clientY: top + 5,
        cancelable: true,
        bubbles: true,
      }),
    );
  },
  regels(): string[] {
    view.state.doc.check();
    return view.state.doc.children.map((blok) => {
      const { soort, niveau, diepte, begin } = sleutelsVanKnoop(blok.attrs);
      const naam = soort === 'kop' ? `kop${niveau}` : `${soort}${begin === null ? '' : `(${begin})`}`;
      const binnen = blok.children.map((knoop) => {
        const kaal = knoop.isText
          ? (knoop.text ?? '')
          : knoop.type === schema.nodes.breuk
            ? '⏎'
            : `@${String(knoop.attrs.soort)}`;
        const [vet, schuin] = ['strong', 'em'].map((merk) =>
          knoop.marks.some(({ type }) => type.name === merk),
        );
        const om = `${vet ? '*' : ''}${schuin ? '_' : ''}`;
        return `${om}${kaal}${[...om].reverse().join('')}`;
      });
      return `${naam}${diepte === 0 ? '' : `>${diepte}`}${binnen.length === 0 ? '' : ' '}${binnen.join('')}`;
    });
  },
  /** Copies a text, all of it or from one place to another, and pastes that in an empty text. */
  heenEnTerug(tekst: readonly Blok[], plekken?: readonly [number, number]): HeenEnTerug {
    proef.zet(tekst);
    if (plekken === undefined) proef.selecteerAlles();
    else selecteerErgens(...plekken);
    const stuk = geselecteerd();
    const { html, tekst: kaal } = proef.kopieer();
    proef.zet([{ ...KALE_ALINEA, inhoud: [] }]);
    if (html !== '') proef.plak({ 'text/html': html, 'text/plain': kaal });
    return {
      voor: schema.nodes.doc.create(null, stuk).toJSON(),
      na: view.state.doc.toJSON(),
      meldingen: proef.meldingen(),
    };
  },
  meldingen: (): string[] => [...meldingen],
  /** What the Content-Security-Policy reported since the last time. */
  schendingen: (): string[] => schendingen.splice(0),
  isAanHetSamenstellen: (): boolean => view.composing,
};

interface HeenEnTerug {
  readonly voor: unknown;
  readonly na: unknown;
  readonly meldingen: string[];
}

function selecteerErgens(een: number, ander: number): void {
  const plekken: number[] = [];
  view.state.doc.descendants((knoop, pos) => {
    if (knoop.isTextblock) for (let n = 0; n <= knoop.content.size; n += 1) plekken.push(pos + 1 + n);
  });
  const [van = 1, tot = 1] = [een, ander].map((n) => plekken[n % plekken.length] ?? 1).sort((a, b) => a - b);
  proef.selecteer(van, tot);
}

/** What must come out of it: the blocks; of a part of one line only the words. */
function geselecteerd(): Node[] {
  const { selection } = view.state;
  const { $from, $to, empty } = selection;
  const { content } = selection.content();
  if (empty) return [schema.nodes.blok.create()];
  const isDeel = $from.depth > 0 && $from.sameParent($to) && $to.pos - $from.pos < $from.parent.content.size;
  return isDeel ? [schema.nodes.blok.create(null, content.firstChild?.content)] : [...content.content];
}

function toets(soort: 'keydown' | 'keyup', key: string, keyCode: number): void {
  const isIngedrukt = soort === 'keydown';
  view.dom.dispatchEvent(
    new KeyboardEvent(soort, {
      key,
      keyCode,
      ctrlKey: isIngedrukt,
      shiftKey: isIngedrukt,
      bubbles: true,
      cancelable: true,
    }),
  );
}

export type Proef = typeof proef;
Object.assign(globalThis, { proef });

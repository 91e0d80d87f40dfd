import { Fragment, type Node, Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { maakSchoon } from './plakken.ts';
import { schema } from './schema.ts';
import { type Noem, noemtekst } from './vermelding.ts';

/** What one paste may bring, well below what the server takes in one update (SY4, docs/poort.md). */
const GROOTSTE_TEKST = 60_000;
const MEESTE_DELEN = 4_000;
/** HTML is many times its text, most of all Word's; beyond this even reading it would hold up the page. */
const GROOTSTE_HTML = 5_000_000;

const TE_GROOT = 'Deze tekst is te lang om in één keer te plakken. Plak de tekst in kleinere stukken.';
const BESTAND = 'Hier kan alleen tekst staan, geen afbeelding of bestand.';

interface Plakken {
  readonly noem: () => Noem;
  /** Whether this person may mention somebody here (NK23). */
  readonly magNoemen: (soort: string, id: string) => boolean;
  /** Says what can't be done, and what can. */
  readonly meld: (bericht: string) => void;
}

/** What comes in by pasting and dropping, and what goes out by copying. */
export function plakgrens({ noem, magNoemen, meld }: Plakken): Plugin {
  const weiger = (bericht: string, gebeurtenis: Event): true => {
    gebeurtenis.preventDefault();
    meld(bericht);
    return true;
  };
  const keur = (_view: EditorView, gebeurtenis: Event, plak: Slice): boolean => {
    const past =
      plak.size <= GROOTSTE_TEKST * 2 &&
      tekstlengte(plak) <= GROOTSTE_TEKST &&
      delenIn(plak.content) <= MEESTE_DELEN;
    return past ? false : weiger(TE_GROOT, gebeurtenis);
  };
  const vooraf = (inhoud: DataTransfer | null, gebeurtenis: Event): boolean => {
    if (inhoud === null) return false;
    const [tekst, html] = [inhoud.getData('text/plain'), inhoud.getData('text/html')];
    if (html.length > GROOTSTE_HTML || tekst.length > GROOTSTE_TEKST) return weiger(TE_GROOT, gebeurtenis);
    // Word adds an image of what one copies: only what is nothing but a file is refused.
    return inhoud.files.length > 0 && tekst === '' && html === '' ? weiger(BESTAND, gebeurtenis) : false;
  };
  return new Plugin({
    props: {
      handleDOMEvents: {
        paste: (_view, gebeurtenis) => vooraf(gebeurtenis.clipboardData, gebeurtenis),
        drop: (_view, gebeurtenis) => {
          const { dataTransfer } = gebeurtenis;
          if (dataTransfer !== null && dataTransfer.files.length > 0) return weiger(BESTAND, gebeurtenis);
          return vooraf(dataTransfer, gebeurtenis);
        },
      },
      handlePaste: keur,
      handleDrop: keur,
      transformPastedHTML: maakSchoon,
      transformPasted: (plak) =>
        new Slice(zonderVreemden(plak.content, magNoemen), plak.openStart, plak.openEnd),
      clipboardTextSerializer: (plak) =>
        plak.content.textBetween(0, plak.content.size, '\n', ({ type, attrs }) =>
          type === schema.nodes.vermelding ? noemtekst(noem(), attrs.soort, attrs.id) : '\n',
        ),
    },
  });
}

/** NK23: a mention from another text comes along only where that person may be mentioned. */
function zonderVreemden(inhoud: Fragment, magNoemen: Plakken['magNoemen']): Fragment {
  const knopen: Node[] = [];
  inhoud.forEach((knoop) => {
    if (knoop.type !== schema.nodes.vermelding) {
      knopen.push(knoop.isLeaf ? knoop : knoop.copy(zonderVreemden(knoop.content, magNoemen)));
    } else if (magNoemen(String(knoop.attrs.soort), String(knoop.attrs.id))) knopen.push(knoop);
    else
      knopen.push(
        schema.text(
          noemtekst(() => null, null, null),
          knoop.marks,
        ),
      );
  });
  return Fragment.fromArray(knopen);
}

function tekstlengte(plak: Slice): number {
  return new TextEncoder().encode(plak.content.textBetween(0, plak.content.size, '\n')).length;
}

/** About how many structs Yjs makes of it: nodes, their attributes, runs of text, and marks that begin and end. */
function delenIn(inhoud: Fragment): number {
  let delen = 0;
  inhoud.descendants(({ isText, marks, attrs }) => {
    delen += isText ? 2 + 2 * marks.length : 1 + Object.keys(attrs).length;
  });
  return delen;
}

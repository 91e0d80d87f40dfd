import { Fragment, type Node, Slice } from 'prosemirror-model';
import { Plugin, type Selection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { KALE_ALINEA, SLEUTELNAMEN } from '../../shared/tekst/blok.ts';
import { klembord } from './klembord.ts';
import { blokVan } from './koppeling/naar-document.ts';
import { VAN_GOOGLE_DOCS } from './plakken/google-docs.ts';
import { isTeZwaar } from './plakken/pagina.ts';
import { leesPlatteTekst } from './plakken/platte-tekst.ts';
import { maakSchoon } from './plakken.ts';
import { schema, sleutelsVanKnoop } from './schema.ts';
import { type Noem, noemtekst } from './vermelding.ts';

/** What one paste may bring, well below what the server takes in one update (SY4, docs/poort.md). */
const GROOTSTE_TEKST = 60_000;
const MEESTE_DELEN = 4_000;
/** HTML is many times its text, most of all Word's; beyond this even reading it would hold up the page. */
const GROOTSTE_HTML = 5_000_000;

const TE_GROOT = 'Deze tekst is te lang om in één keer te plakken. Plak de tekst in kleinere stukken.';
const BESTAND = 'Hier kan alleen tekst staan, geen afbeelding of bestand.';
const HALF_GETYPT = 'Maak eerst het woord af dat u typt. Plak daarna nog een keer.';

interface Plakken {
  readonly noem: () => Noem;
  /** Whether this person may mention somebody here (NK23). */
  readonly magNoemen: (soort: string, id: string) => boolean;
  /** Says what can't be done, and what can; and what of a paste was left out. */
  readonly meld: (bericht: string) => void;
}

/** What comes in by pasting and dropping, and what goes out by copying. */
export function plakgrens({ noem, magNoemen, meld }: Plakken): Plugin {
  /** What is being pasted now, and what there is to say about it. */
  let nu = NIETS;
  const neem = (): typeof NIETS => {
    const genomen = nu;
    nu = NIETS;
    return genomen;
  };
  const weiger = (bericht: string, gebeurtenis: Event): true => {
    gebeurtenis.preventDefault();
    neem();
    meld(bericht);
    return true;
  };
  const vooraf = (inhoud: DataTransfer | null, gebeurtenis: Event): boolean => {
    neem();
    if (inhoud === null) return false;
    const [tekst, html] = [inhoud.getData('text/plain'), inhoud.getData('text/html')];
    const isTeGroot = html.length > GROOTSTE_HTML || tekst.length > GROOTSTE_TEKST;
    if (isTeGroot || isTeZwaar(html)) return weiger(TE_GROOT, gebeurtenis);
    // Word adds an image of what one copies: only what is nothing but a file is refused.
    if (inhoud.files.length > 0 && tekst === '' && html === '') return weiger(BESTAND, gebeurtenis);
    nu = { ...NIETS, html, vanGoogleDocs: inhoud.getData(VAN_GOOGLE_DOCS) };
    return false;
  };
  return new Plugin({
    props: {
      ...klembord(noem),
      handleDOMEvents: {
        paste: (view, gebeurtenis) => {
          // ProseMirror would let the browser paste, with all that must not come in.
          if (view.composing && !isAndroid()) return weiger(HALF_GETYPT, gebeurtenis);
          return vooraf(gebeurtenis.clipboardData, gebeurtenis);
        },
        drop: (_view, gebeurtenis) => {
          const { dataTransfer } = gebeurtenis;
          if (dataTransfer !== null && dataTransfer.files.length > 0) return weiger(BESTAND, gebeurtenis);
          return vooraf(dataTransfer, gebeurtenis);
        },
      },
      handlePaste: (view, gebeurtenis, plak) => {
        const { melding } = nu;
        if (!past(plak)) return weiger(TE_GROOT, gebeurtenis);
        neem();
        if (plak.size > 0) plakIn(view, plak);
        // Afterwards: what one types takes away what was said before.
        if (melding !== '') meld(melding);
        return plak.size > 0 || heeftTekst(gebeurtenis.clipboardData);
      },
      handleDrop: (_view, gebeurtenis, plak) => {
        if (!past(plak)) return weiger(TE_GROOT, gebeurtenis);
        const { melding } = neem();
        if (melding !== '') queueMicrotask(() => meld(melding));
        return false;
      },
      transformPastedHTML: (html) => {
        const { html: schoon, melding } = maakSchoon(html, nu.vanGoogleDocs);
        nu = { ...nu, melding };
        return schoon;
      },
      transformPastedText: (tekst, zonderOpmaak) => {
        if (!zonderOpmaak || nu.html === '') return tekst;
        // Where a browser still shows the HTML of what is pasted without formatting, that says what was struck out.
        const { tekst: schoon, melding } = maakSchoon(nu.html, nu.vanGoogleDocs);
        nu = { ...nu, melding };
        return melding === '' ? tekst : schoon;
      },
      clipboardTextParser: (tekst, $plek, zonderOpmaak, view) => {
        const { selection } = view.state;
        const isRegel =
          $plek.pos === selection.from ? isHeleRegel(selection) : $plek.parent.content.size === 0;
        const blokken = leesPlatteTekst(tekst, isRegel && !zonderOpmaak);
        // A text of white space alone is pasted as it is.
        const gelezen = blokken.length > 0 ? blokken : [{ ...KALE_ALINEA, inhoud: witregel(tekst) }];
        const knopen = gelezen.map((blok) => metMarks(blokVan(blok), $plek.marks()));
        return new Slice(Fragment.fromArray(knopen), 1, 1);
      },
      transformPasted: (plak) =>
        new Slice(zonderVreemden(plak.content, magNoemen), plak.openStart, plak.openEnd),
    },
  });
}

const NIETS = { html: '', vanGoogleDocs: '', melding: '' };

/** As ProseMirror asks: there one is nearly always in the midst of a word. */
function isAndroid(): boolean {
  return /Android \d/.test(navigator.userAgent);
}

function heeftTekst(inhoud: DataTransfer | null): boolean {
  return inhoud !== null && (inhoud.getData('text/html') !== '' || inhoud.getData('text/plain') !== '');
}

/** Puts it in the place of what is selected. In an empty line what is pasted stays what it is: a heading, an item. */
function plakIn(view: EditorView, plak: Slice): void {
  const { selection, tr } = view.state;
  const doel = selection.$from.parent;
  const eerste = plak.content.firstChild;
  const blijft =
    doel.type === schema.nodes.blok &&
    doel.attrs.soort === 'alinea' &&
    isHeleRegel(selection) &&
    eerste !== null &&
    !eerste.hasMarkup(schema.nodes.blok);
  const stuk = blijft ? new Slice(plak.content, 0, plak.openEnd) : plak;
  tr.replaceSelection(stuk);
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
}

/** Whether no text of a line stays before or behind what is selected. */
function isHeleRegel({ $from, $to }: Selection): boolean {
  return $from.parentOffset === 0 && $to.parentOffset === $to.parent.content.size;
}

function past(plak: Slice): boolean {
  return (
    plak.size <= GROOTSTE_TEKST * 2 &&
    tekstlengte(plak) <= GROOTSTE_TEKST &&
    delenIn(plak.content) <= MEESTE_DELEN
  );
}

function witregel(tekst: string): { soort: 'tekst'; tekst: string; strong: false; em: false }[] {
  const wit = tekst.replace(/[\r\n]+/g, ' ');
  return wit === '' ? [] : [{ soort: 'tekst', tekst: wit, strong: false, em: false }];
}

/** What is pasted as text looks like the text that it is pasted in. */
function metMarks(blok: Node, marks: Node['marks']): Node {
  return blok.copy(Fragment.fromArray(blok.children.map((knoop) => knoop.mark(marks))));
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

/**
 * About how many structs Yjs makes of it (TX2): of a block its marker, the anchor before that and each key that it
 * writes; in it each run of text, line break and mention, and where its marks begin and end.
 */
function delenIn(inhoud: Fragment): number {
  let delen = 0;
  inhoud.descendants(({ type, attrs, marks }) => {
    if (type !== schema.nodes.blok) delen += 1 + 2 * marks.length;
    else {
      const sleutels = sleutelsVanKnoop(attrs);
      delen += 2 + SLEUTELNAMEN.filter((naam) => sleutels[naam] !== KALE_ALINEA[naam]).length;
    }
  });
  return delen;
}

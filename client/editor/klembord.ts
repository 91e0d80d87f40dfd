import { DOMSerializer, type Fragment, type Node, type Slice } from 'prosemirror-model';
import type { EditorProps, EditorView } from 'prosemirror-view';
import {
  type Blok,
  type Bloksleutels,
  KALE_ALINEA,
  type Stuk,
  VERMELDINGSOORTEN,
} from '../../shared/tekst/blok.ts';
import { type Deel, nest } from '../../shared/tekst/nesten.ts';
import { metNummers, nummering } from '../../shared/tekst/nummering.ts';
import { alsRegels } from '../../shared/tekst/platte-tekst.ts';
import { schema, sleutelsVanKnoop } from './schema.ts';
import { type Noem, noemtekst } from './vermelding.ts';

/**
 * What goes out by copying, cutting and dragging: for other programs lists in lists, headings, and names for who is
 * mentioned; for this editor all that it needs to make the same blocks of it again (`plakken.ts`).
 * @param noem how this person may know who is mentioned
 */
export function klembord(
  noem: () => Noem,
): Pick<EditorProps, 'transformCopied' | 'clipboardSerializer' | 'clipboardTextSerializer'> {
  const gekopieerd = new WeakMap<Fragment, Gekopieerd>();
  return {
    // The serializer sees only what is copied; which numbers it has there, the whole text says.
    transformCopied: (stuk, view) => {
      gekopieerd.set(stuk.content, bekijk(stuk, view));
      return stuk;
    },
    clipboardSerializer: new Schrijver(noem, (inhoud) => gekopieerd.get(inhoud) ?? null),
    clipboardTextSerializer: (stuk, view) =>
      alsRegels(alsTekstblokken(bekijk(stuk, view)), (wie) => noemtekst(noem(), wie?.soort, wie?.id)).join(
        '\n',
      ),
  };
}

/** A block that is copied; `begin` is where its list starts in the copy, in `knoop` stands how it was. */
interface Kopie extends Bloksleutels {
  readonly knoop: Node;
}

interface Gekopieerd {
  readonly blokken: readonly Kopie[];
  /** Of each its number as it shows. */
  readonly nummers: readonly (number | null)[];
  /** The first line lacks its beginning. */
  readonly isEersteHalf: boolean;
  /** It is not more than a part of one line: words, whatever line they stand in. */
  readonly isDeelVanRegel: boolean;
}

function bekijk({ content, openStart, openEnd }: Slice, { state }: EditorView): Gekopieerd {
  const { selection, doc } = state;
  const { $from, $to } = selection;
  const knopen = [...content.content];
  const isSelectie = selection.content().content.eq(content);
  const nummers = isSelectie
    ? nummersIn(doc).slice($from.index(0), $from.index(0) + knopen.length)
    : nummering(knopen.map(({ attrs }) => sleutelsVanKnoop(attrs))).map((plaats) => plaats?.nummer ?? null);
  const isEersteHalf = openStart > 0 && isSelectie && $from.parentOffset > 0;
  const isLaatsteHalf = openEnd > 0 && isSelectie && $to.parentOffset < $to.parent.content.size;
  return {
    blokken: metNummers(
      [],
      knopen.map((knoop) => ({ ...sleutelsVanKnoop(knoop.attrs), knoop })),
      nummers,
    ),
    nummers,
    isEersteHalf,
    isDeelVanRegel: knopen.length === 1 && (isEersteHalf || isLaatsteHalf),
  };
}

function nummersIn(doc: Node): (number | null)[] {
  const sleutels = [...doc.content.content].map(({ attrs }) => sleutelsVanKnoop(attrs));
  return nummering(sleutels).map((plaats) => plaats?.nummer ?? null);
}

class Schrijver extends DOMSerializer {
  readonly #bekeken: (inhoud: Fragment) => Gekopieerd | null;

  constructor(noem: () => Noem, bekeken: (inhoud: Fragment) => Gekopieerd | null) {
    const { vermelding: _zonderNaam, ...knopen } = DOMSerializer.nodesFromSchema(schema);
    super(
      {
        ...knopen,
        vermelding: ({ attrs }) => [
          'span',
          { 'data-soort': String(attrs.soort), 'data-id': String(attrs.id) },
          noemtekst(noem(), attrs.soort, attrs.id),
        ],
      },
      DOMSerializer.marksFromSchema(schema),
    );
    this.#bekeken = bekeken;
  }

  override serializeFragment(
    inhoud: Fragment,
    opties: { document?: Document } = {},
    doel?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const bekeken = this.#bekeken(inhoud);
    if (bekeken === null) return super.serializeFragment(inhoud, opties, doel);
    const { document: pagina = document } = opties;
    const { blokken, isDeelVanRegel } = bekeken;
    const uit = doel ?? pagina.createDocumentFragment();
    const [eerste] = blokken;
    if (isDeelVanRegel && eerste !== undefined) uit.append(this.#woorden(eerste, pagina));
    else this.#delen(nest(blokken), 0, uit, pagina);
    return uit;
  }

  #delen(delen: readonly Deel<Kopie>[], diepte: number, naar: ParentNode, pagina: Document): void {
    for (const deel of delen) {
      if (deel.soort === 'blok') {
        naar.append(this.#blok(deel.blok, tagVan(deel.blok), pagina));
        continue;
      }
      const lijst = pagina.createElement(deel.begin === null ? 'ul' : 'ol');
      if (deel.begin !== null && deel.begin !== 1) lijst.setAttribute('start', String(deel.begin));
      for (const { blok, daaronder } of deel.punten) {
        const punt = this.#blok(blok, 'li', pagina);
        this.#delen(daaronder, blok.diepte + 1, punt, pagina);
        lijst.append(punt);
      }
      naar.append(ingesprongen(lijst, (deel.punten[0]?.blok.diepte ?? diepte) - diepte, pagina));
    }
  }

  #blok({ knoop }: Kopie, tag: string, pagina: Document): HTMLElement {
    const { soort, niveau, diepte, begin } = sleutelsVanKnoop(knoop.attrs);
    const element = pagina.createElement(tag);
    element.dataset.blok = soort;
    element.dataset.diepte = String(diepte);
    element.dataset.niveau = String(niveau);
    if (begin !== null) element.dataset.begin = String(begin);
    super.serializeFragment(knoop.content, { document: pagina }, element);
    // An empty line, and one behind a line break, has no height elsewhere without it.
    if (knoop.lastChild === null || knoop.lastChild.type === schema.nodes.breuk) {
      element.append(pagina.createElement('br'));
    }
    return element;
  }

  /** Words without what their line was. */
  #woorden(kopie: Kopie, pagina: Document): HTMLElement {
    return this.#blok({ ...kopie, knoop: schema.nodes.blok.create(null, kopie.knoop.content) }, 'p', pagina);
  }
}

/** A list that stands deeper than what is around it, as others write it: in lists without items. */
function ingesprongen(lijst: HTMLElement, treden: number, pagina: Document): HTMLElement {
  if (treden <= 0) return lijst;
  const om = pagina.createElement(lijst.localName);
  om.append(lijst);
  return ingesprongen(om, treden - 1, pagina);
}

/** Elsewhere the headings of a text begin at h1. */
function tagVan({ soort, niveau }: Bloksleutels): string {
  return soort === 'kop' ? `h${niveau}` : 'p';
}

/** A line that lacks its beginning lacks its number as well, and words out of a line are no line. */
function alsTekstblokken({ blokken, nummers, isEersteHalf }: Gekopieerd): Blok[] {
  return blokken.map((blok, n) => {
    const isKaal = blokken.length === 1 || (n === 0 && isEersteHalf);
    // Each says its own number: the one before it may have lost its.
    const sleutels = isKaal ? KALE_ALINEA : { ...blok, begin: nummers[n] ?? null };
    return { ...sleutels, inhoud: stukkenIn(blok.knoop) };
  });
}

function stukkenIn(blok: Node): Stuk[] {
  return blok.children.map((knoop): Stuk => {
    const opmaak = { strong: false, em: false };
    if (knoop.isText) return { soort: 'tekst', tekst: knoop.text ?? '', ...opmaak };
    if (knoop.type === schema.nodes.breuk) return { soort: 'breuk', ...opmaak };
    const soort = VERMELDINGSOORTEN.find((een) => een === knoop.attrs.soort);
    const wie = soort === undefined ? null : { soort, id: String(knoop.attrs.id) };
    return { soort: 'vermelding', wie, ...opmaak };
  });
}

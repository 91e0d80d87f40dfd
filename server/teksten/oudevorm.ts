import { ContentFormat, ContentString, XmlElement, type XmlFragment, XmlText } from 'yjs';
import {
  type Blok,
  type Bloksleutels,
  KALE_ALINEA,
  type Opmaak,
  SLEUTELGRENZEN,
  type Stuk,
} from '../../shared/tekst/blok.ts';
import { leesEmbed } from '../../shared/tekst/embed.ts';
import { metNummers } from '../../shared/tekst/nummering.ts';

/** A block of a text in the old form, with the client ids under which it and each piece of it were written. */
export interface OudBlok {
  readonly blok: Blok;
  readonly clientId: number;
  readonly stukken: readonly number[];
}

/**
 * A text as it was stored before it became flat (TX1): a tree of `paragraph`, `heading`, `bullet_list`,
 * `ordered_list` with `list_item`s, `hard_break` and `vermelding`, which held what the gate of that time let in.
 * @returns its blocks from top to bottom, as they read in the tree: sorts, levels, depths, numbers
 */
export function leesOudeVorm(veld: XmlFragment): OudBlok[] {
  const regels = elementen(veld).flatMap((element) => leesBlok(element, 0));
  const blokken = metNummers(
    [],
    regels.map(({ oud }) => oud.blok),
    regels.map(({ nummer }) => nummer),
  );
  return regels.map(({ oud }, n) => ({ ...oud, blok: blokken[n] ?? oud.blok }));
}

/** A block, and the number that it had in the tree; null for what has none. */
interface Regel {
  readonly oud: OudBlok;
  readonly nummer: number | null;
}

/** @param nesting how many lists it stands in */
function leesBlok(element: XmlElement, nesting: number): Regel[] {
  const diepte = begrens('diepte', nesting);
  switch (element.nodeName) {
    case 'paragraph':
      return [{ oud: maakBlok(element, { ...KALE_ALINEA, diepte }), nummer: null }];
    case 'heading': {
      const niveau = begrens('niveau', getal(element, 'level'));
      return [{ oud: maakBlok(element, { ...KALE_ALINEA, soort: 'kop', niveau, diepte }), nummer: null }];
    }
    case 'bullet_list':
      return elementen(element).flatMap((punt) => leesPunt(punt, 'punt', null, nesting + 1));
    case 'ordered_list': {
      const eerste = begrens('begin', getal(element, 'order'));
      return elementen(element).flatMap((punt, n) => leesPunt(punt, 'nummer', eerste + n, nesting + 1));
    }
    default:
      return [];
  }
}

/** An item: its first line bears the sign or the number; what stands under that goes on one deeper. */
function leesPunt(
  punt: XmlElement,
  soort: 'punt' | 'nummer',
  nummer: number | null,
  nesting: number,
): Regel[] {
  const [eerste, ...rest] = elementen(punt);
  const isRegel = eerste?.nodeName === 'paragraph' || eerste?.nodeName === 'heading';
  const sleutels = { ...KALE_ALINEA, soort, diepte: begrens('diepte', nesting - 1) };
  // An item that begins with a list of its own still had a sign before it, on a line without text.
  const kop = isRegel
    ? maakBlok(eerste, sleutels)
    : { blok: { ...sleutels, inhoud: [] }, clientId: clientVan(punt), stukken: [] };
  const daarna = isRegel || eerste === undefined ? rest : [eerste, ...rest];
  return [{ oud: kop, nummer }, ...daarna.flatMap((element) => leesBlok(element, nesting))];
}

function maakBlok(element: XmlElement, sleutels: Bloksleutels): OudBlok {
  const delen = element.toArray().flatMap((deel): { stuk: Stuk; clientId: number }[] => {
    if (deel instanceof XmlText) return leesTekst(deel);
    if (!(deel instanceof XmlElement)) return [];
    const stuk = leesKnoop(deel);
    return stuk === null ? [] : [{ stuk, clientId: clientVan(deel) }];
  });
  return {
    blok: { ...sleutels, inhoud: delen.map(({ stuk }) => stuk) },
    clientId: clientVan(element),
    stukken: delen.map(({ clientId }) => clientId),
  };
}

const KAAL: Opmaak = { strong: false, em: false };

function leesKnoop(knoop: XmlElement): Stuk | null {
  switch (knoop.nodeName) {
    case 'hard_break':
      return { soort: 'breuk', ...KAAL };
    case 'vermelding': {
      const embed = leesEmbed({
        vermelding: { soort: knoop.getAttribute('soort'), id: knoop.getAttribute('id') },
      });
      // Who it was, no reader could tell; `voegAchteraan` writes the word that stood there.
      return { soort: 'vermelding', wie: embed?.soort === 'vermelding' ? embed.wie : null, ...KAAL };
    }
    default:
      return null;
  }
}

/** A run of text, cut where its marks or its writer change. */
function leesTekst(tekst: XmlText): { stuk: Stuk; clientId: number }[] {
  const stukken: { stuk: Stuk; clientId: number }[] = [];
  const opmaak = { ...KAAL };
  for (let item = tekst._start; item !== null; item = item.right) {
    const { content, deleted, id } = item;
    if (deleted) continue;
    if (content instanceof ContentFormat) {
      // A mark's value is an object without anything in it, or `true`; null where it ends.
      if (content.key === 'strong') opmaak.strong = content.value != null;
      if (content.key === 'em') opmaak.em = content.value != null;
    } else if (content instanceof ContentString) {
      stukken.push({ stuk: { soort: 'tekst', tekst: content.str, ...opmaak }, clientId: id.client });
    }
  }
  return stukken;
}

function elementen(ouder: XmlFragment): XmlElement[] {
  return ouder.toArray().filter((deel) => deel instanceof XmlElement);
}

function clientVan(element: XmlElement): number {
  if (element._item === null) throw new Error('an element that is in no document');
  return element._item.id.client;
}

/** A number that an attribute has, 1 when it has none. Yjs' types say text, the editor of that time wrote numbers. */
function getal(element: XmlElement, naam: 'level' | 'order'): number {
  const waarde: unknown = element.getAttribute(naam);
  return typeof waarde === 'number' ? waarde : 1;
}

function begrens(naam: keyof typeof SLEUTELGRENZEN, waarde: number): number {
  const { van, tot } = SLEUTELGRENZEN[naam];
  return Math.min(Math.max(waarde, van), tot);
}

import {
  ContentEmbed,
  ContentFormat,
  ContentString,
  ContentType,
  getItemCleanEnd,
  type Item,
  type Transaction,
  Map as YMap,
  type Text as YText,
} from 'yjs';
import { MERKNAMEN, type Merknaam } from '../../../shared/tekst/blok.ts';
import { hangIn, type Inhoud } from './ketting.ts';

/** The formats of what is put in: those that it has; the others end before it. */
export type Formaten = Readonly<Partial<Record<Merknaam, true>>>;

/**
 * Puts text, a marker or another embed in at an index, hung on what stands left of it: who types on behind a letter
 * stays with that letter, whatever was taken out to the right of it and is put back (TX9). `Y.Text` would hang it
 * behind all that was taken out there.
 * @param formaten undefined: as what stands left of it
 */
export function voegIn(
  tekst: YText,
  index: number,
  wat: string | object,
  formaten: Formaten | undefined,
): void {
  tekst.doc?.transact((transactie) => {
    const plek = zoek(transactie, tekst, index);
    const inhoud = inhoudVan(wat);
    if (formaten === undefined) {
      hangIn(transactie, tekst, plek.links, [inhoud]);
      return;
    }
    const links = loopMee(plek, tekst, formaten);
    const anders = MERKNAMEN.filter((naam) => plek.geldt.has(naam) !== (formaten[naam] === true));
    const voor = anders.map((naam) => opmaak(naam, formaten[naam] === true));
    const erna = anders.filter((naam) => !begintRechts(links, tekst, naam));
    const na = erna.map((naam) => opmaak(naam, plek.geldt.has(naam)));
    hangIn(transactie, tekst, links, [...voor, inhoud, ...na]);
  });
}

/** What is left of an index, and the formats that hold right behind that. */
interface Plek {
  readonly links: Item | null;
  readonly geldt: Set<string>;
}

function zoek(transactie: Transaction, tekst: YText, index: number): Plek {
  const geldt = new Set<string>();
  let over = index;
  if (over === 0) return { links: null, geldt };
  for (let item = tekst._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof ContentFormat) volgOpmaak(geldt, item.content);
    else if (over > item.length) over -= item.length;
    else {
      const { client, clock } = item.id;
      const links = getItemCleanEnd(transactie, transactie.doc.store, { client, clock: clock + over - 1 });
      return { links, geldt };
    }
  }
  throw new RangeError(`a text of ${tekst.length} has no index ${index}`);
}

/** On past formats that end or begin as they should: at the end of what is bold, behind that end. */
function loopMee(plek: Plek, tekst: YText, formaten: Formaten): Item | null {
  let { links } = plek;
  let item = links === null ? tekst._start : links.right;
  for (; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { content } = item;
    if (!(content instanceof ContentFormat)) break;
    const moet = MERKNAMEN.some((naam) => naam === content.key && formaten[naam] === true);
    if (moet !== (content.value !== null)) break;
    volgOpmaak(plek.geldt, content);
    links = item;
  }
  return links;
}

/** Whether a format is said anew right behind this place anyway. */
function begintRechts(links: Item | null, tekst: YText, naam: Merknaam): boolean {
  let item = links === null ? tekst._start : links.right;
  for (; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (!(item.content instanceof ContentFormat)) return false;
    if (item.content.key === naam) return true;
  }
  return false;
}

function volgOpmaak(geldt: Set<string>, { key, value }: ContentFormat): void {
  if (value === null) geldt.delete(key);
  else geldt.add(key);
}

function opmaak(naam: Merknaam, aan: boolean): ContentFormat {
  // Null is how a format ends; Yjs' types forget it.
  return new ContentFormat(naam, (aan ? true : null) as true);
}

function inhoudVan(wat: string | object): Inhoud {
  if (typeof wat === 'string') return new ContentString(wat);
  return wat instanceof YMap ? new ContentType(wat) : new ContentEmbed(wat);
}

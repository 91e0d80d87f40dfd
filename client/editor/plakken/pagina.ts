import { type Stijlen, stijlenVan } from './stijl.ts';

/** A pasted page as it can be read: nothing of it runs, is shown or is fetched. */
export interface Pagina {
  readonly body: HTMLElement;
  readonly stijlVan: Stijlen;
}

/** Where the style of an element is kept. */
export const STIJLATTRIBUUT = 'data-rt-stijl';

/** What a browser makes of this page in elements, at most so many: a report of a hundred pages has less. */
const MEESTE_ELEMENTEN = 30_000;

/** Whether reading it would keep the page busy for longer than anybody waits. Costs time by its size. */
export function isTeZwaar(html: string): boolean {
  return maakStil(html).gewicht > MEESTE_ELEMENTEN;
}

/** Reads HTML as it stands on the clipboard. */
export function leesPagina(html: string): Pagina {
  const { stil, bladen } = maakStil(html);
  const { body } = new DOMParser().parseFromString(stil, 'text/html');
  return { body, stijlVan: stijlenVan(bladen, STIJLATTRIBUUT) };
}

const TAG = /<[a-z][^\s/>]*/iy;
const SLOT = /<\/[a-z][^\s/>]*/iy;
const TUSSEN = /[\s/]*/y;
const ATTRIBUUT = /=?[^\s/>=]*/y;
const WAARDE = /\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>]*)/y;

/**
 * The Content-Security-Policy reports every style and handler in a parsed page, also in one that is never shown: so
 * they get other names. Walks through tags as the browser does, once: the clipboard can hold anything.
 */
function maakStil(html: string): { stil: string; bladen: string; gewicht: number } {
  const open = new Openstaand();
  const stil: string[] = [];
  const bladen: string[] = [];
  let plaats = 0;
  let geschreven = 0;
  const pak = (wat: RegExp): string => {
    wat.lastIndex = plaats;
    const gevonden = wat.exec(html)?.[0] ?? '';
    plaats += gevonden.length;
    return gevonden;
  };
  const schrijfTot = (tot: number, daarna = tot): void => {
    stil.push(html.slice(geschreven, tot));
    geschreven = daarna;
    plaats = daarna;
  };
  for (plaats = html.indexOf('<'); plaats >= 0; plaats = html.indexOf('<', plaats)) {
    const begin = plaats;
    // Word says in comments what others shouldn't read.
    if (html.startsWith('<!--', plaats)) {
      schrijfTot(begin, voorbij(html, /-->/g, begin + 4));
      continue;
    }
    const naam = pak(TAG).slice(1).toLowerCase();
    if (naam === '') {
      open.sluit(pak(SLOT).slice(2).toLowerCase());
      if (plaats === begin) plaats += 1;
      continue;
    }
    const mag = open.open(naam);
    const voor = { stukken: stil.length, geschreven };
    for (pak(TUSSEN); plaats < html.length && html[plaats] !== '>'; pak(TUSSEN)) {
      const plek = plaats;
      const attribuut = pak(ATTRIBUUT).toLowerCase();
      const ander =
        attribuut === 'style' ? STIJLATTRIBUUT : attribuut.startsWith('on') ? `data-${attribuut}` : null;
      if (ander !== null) {
        schrijfTot(plek, plaats);
        stil.push(ander);
      }
      pak(WAARDE);
    }
    plaats += 1;
    if (!mag) {
      stil.length = voor.stukken;
      geschreven = voor.geschreven;
      schrijfTot(begin, plaats);
    }
    if (naam !== 'style' && naam !== 'script') continue;
    const einde = plekVan(html, new RegExp(`</${naam}`, 'gi'), plaats);
    if (naam === 'style') bladen.push(html.slice(plaats, einde));
    schrijfTot(begin, voorbij(html, />/g, einde));
  }
  schrijfTot(html.length);
  return { stil: stil.join(''), bladen: bladen.join('\n'), gewicht: open.gewicht };
}

/** Deeper than this nothing is written by a program that people use; a browser stops at 512. */
const DIEPST = 200;
/** So many marks in each other. A browser repeats those that stay open in each paragraph that follows. */
const MEESTE_OPMAAK = 24;
const OPMAAK: ReadonlySet<string> = new Set(
  'a b big code em font i nobr s small strike strong tt u'.split(' '),
);
/** These stand open for nobody: they hold nothing, or end where the next begins. */
const VANZELF_DICHT: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th tbody thead tfoot colgroup rp rt html head body'.split(
    ' ',
  ),
);

/**
 * Which elements are open, as far as it tells what a page costs: a browser looks through those for each tag, so that a
 * hundred kB of tags that aren't closed takes seconds.
 */
class Openstaand {
  readonly #namen: string[] = [];
  #opmaak = 0;
  /** About how many elements a browser makes. */
  gewicht = 0;

  /** @returns whether it may be opened here; else it is left out, and what stands in it stays */
  open(naam: string): boolean {
    this.gewicht += 1 + (OPMAAK.has(naam) ? 0 : this.#opmaak);
    if (VANZELF_DICHT.has(naam)) return true;
    const isOpmaak = OPMAAK.has(naam);
    if (this.#namen.length >= DIEPST || (isOpmaak && this.#opmaak >= MEESTE_OPMAAK)) return false;
    this.#namen.push(naam);
    if (isOpmaak) this.#opmaak += 1;
    return true;
  }

  sluit(naam: string): void {
    const plek = this.#namen.lastIndexOf(naam);
    // Of a mark that one alone; what lies around others ends those too.
    const weg = plek < 0 ? [] : this.#namen.splice(plek, OPMAAK.has(naam) ? 1 : DIEPST);
    this.#opmaak -= weg.filter((een) => OPMAAK.has(een)).length;
  }
}

/** Where something stands first; the end of all where it doesn't. */
function plekVan(html: string, wat: RegExp, vanaf: number): number {
  wat.lastIndex = vanaf;
  return wat.exec(html)?.index ?? html.length;
}

/** Behind it. */
function voorbij(html: string, wat: RegExp, vanaf: number): number {
  return plekVan(html, wat, vanaf) === html.length ? html.length : wat.lastIndex;
}

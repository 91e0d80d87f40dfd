import { type Stijlen, stijlenVan } from './stijl.ts';

/** A pasted page as it can be read: nothing of it runs, is shown or is fetched. */
export interface Pagina {
  readonly body: HTMLElement;
  readonly stijlVan: Stijlen;
}

/** Where the style of an element is kept. */
export const STIJLATTRIBUUT = 'data-rt-stijl';

/** Reads HTML as it stands on the clipboard. */
export function leesPagina(html: string): Pagina {
  const { stil, bladen } = maakStil(html);
  const { body } = new DOMParser().parseFromString(stil, 'text/html');
  return { body, stijlVan: stijlenVan(bladen, STIJLATTRIBUUT) };
}

const TAG = /<[a-z][^\s/>]*/iy;
const TUSSEN = /[\s/]*/y;
const ATTRIBUUT = /=?[^\s/>=]*/y;
const WAARDE = /\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>]*)/y;

/**
 * The Content-Security-Policy reports every style and handler in a parsed page, also in one that is never shown: so
 * they get other names. Walks through tags as the browser does, once: the clipboard can hold anything.
 */
function maakStil(html: string): { stil: string; bladen: string } {
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
      plaats += 1;
      continue;
    }
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
    if (naam !== 'style' && naam !== 'script') continue;
    const einde = plekVan(html, new RegExp(`</${naam}`, 'gi'), plaats);
    if (naam === 'style') bladen.push(html.slice(plaats, einde));
    schrijfTot(begin, voorbij(html, />/g, einde));
  }
  schrijfTot(html.length);
  return { stil: stil.join(''), bladen: bladen.join('\n') };
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

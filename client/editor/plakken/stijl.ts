/** What the style of an element says. */
export interface Stijl {
  /** As it was written, in small letters: for what only Word understands. */
  readonly letterlijk: string;
  /** A property as it stands in the element's own style; '' where it says nothing. */
  readonly eigen: (naam: string) => string;
  /** A property as its own style says, else the rules of its classes. */
  readonly ook: (naam: string) => string;
}

/** Gives the style of an element of one page. */
export type Stijlen = (element: Element) => Stijl;

interface Regel {
  readonly tag: string;
  readonly stijl: CSSStyleDeclaration;
}

/**
 * Reads the styles of a page of which `bladen` are the style sheets. Of those only rules for one class count, with or
 * without a tag: which of more complicated rules wins, only a browser that shows the page can say.
 * @param attribuut in which each element keeps its style; one that escaped may stand in `style`
 */
export function stijlenVan(bladen: string, attribuut: string): Stijlen {
  const regels = regelsPerKlasse(bladen);
  // Word and Google Docs say the same on thousands of elements.
  const gelezen = new Map<string, CSSStyleDeclaration>();
  // In a page of its own nothing that a style names is fetched.
  const werkplaats = document.implementation.createHTMLDocument('');
  const lees = (tekst: string): CSSStyleDeclaration => {
    let stijl = gelezen.get(tekst);
    if (stijl === undefined) {
      stijl = werkplaats.createElement('span').style;
      stijl.cssText = tekst;
      gelezen.set(tekst, stijl);
    }
    return stijl;
  };
  return (element) => {
    const tekst = `${element.getAttribute(attribuut) ?? ''};${element.getAttribute('style') ?? ''}`;
    const stijl = lees(tekst);
    const eigen = (naam: string): string => stijl.getPropertyValue(naam).toLowerCase();
    return {
      letterlijk: tekst.toLowerCase(),
      eigen,
      ook: (naam) => eigen(naam) || vanKlassen(regels, element, naam),
    };
  };
}

/** So many rules of one class. */
const MEESTE_REGELS = 40;

/** What the last rule that says something says; one with a tag goes before one without. */
function vanKlassen(regels: ReadonlyMap<string, readonly Regel[]>, element: Element, naam: string): string {
  let gevonden = { waarde: '', metTag: false };
  for (const klasse of element.classList) {
    for (const { tag, stijl } of regels.get(klasse) ?? []) {
      const waarde = stijl.getPropertyValue(naam);
      const telt = tag === '' || tag === element.localName;
      if (waarde === '' || !telt || (gevonden.metTag && tag === '')) continue;
      gevonden = { waarde: waarde.toLowerCase(), metTag: tag !== '' };
    }
  }
  return gevonden.waarde;
}

function regelsPerKlasse(bladen: string): Map<string, Regel[]> {
  const perKlasse = new Map<string, Regel[]>();
  // A sheet that belongs to no page: it changes nothing, and imports and fetches nothing.
  const blad = new CSSStyleSheet();
  blad.replaceSync(bladen);
  for (const regel of blad.cssRules) {
    if (!(regel instanceof CSSStyleRule)) continue;
    for (const kiezer of regel.selectorText.split(',')) {
      const [, tag, klasse] = /^\s*([a-z][\w-]*)?\.([\w-]+)\s*$/i.exec(kiezer) ?? [];
      if (klasse === undefined) continue;
      const van = perKlasse.get(klasse) ?? [];
      // The last ones count; each is asked of each element of its class.
      if (van.length >= MEESTE_REGELS) van.shift();
      van.push({ tag: (tag ?? '').toLowerCase(), stijl: regel.style });
      perKlasse.set(klasse, van);
    }
  }
  return perKlasse;
}

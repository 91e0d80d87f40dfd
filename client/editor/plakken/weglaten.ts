import type { Stijl, Stijlen } from './stijl.ts';

/**
 * Why a text doesn't come in: it was struck out, deleted under tracked changes, it was not to be seen, or it was
 * somebody's remark beside the text.
 */
export type Reden = 'doorgehaald' | 'geschrapt' | 'verborgen' | 'opmerking';

/** A piece that was left out. */
export interface Weggelaten {
  readonly reden: Reden;
  readonly tekst: string;
}

/** What programs draw beside a text, and is none: signs of lists, references to remarks, the end of a paragraph. */
export type Teken = 'teken';

const OPMERKING = /mso-element\s*:\s*comment(?:-list)?(?![\w-])/;
const VERWIJZING = /#(?:_msocom_|_msoanchor_|cmnt(?:_ref)?)\d+$/;
const TEKENS =
  /(?:^|\s)(?:msocomanchor|msocomoff|msocomhide|msocommentreference|listmarkerwrappingspan)(?=\s|$)/i;

/** Why the text of an element doesn't come in by what the element itself says; null where it may. */
export function redenVan(element: Element, stijl: Stijl): Reden | Teken | null {
  const klassen = element.getAttribute('class') ?? '';
  const { letterlijk } = stijl;
  if (OPMERKING.test(letterlijk)) return 'opmerking';
  if (
    TEKENS.test(klassen) ||
    /mso-list\s*:\s*ignore|mso-special-character\s*:\s*comment/.test(letterlijk) ||
    VERWIJZING.test(element.getAttribute('href') ?? '')
  ) {
    return 'teken';
  }
  if (element.localName === 'del' || isGeschrapt(klassen)) return 'geschrapt';
  if (
    element.localName === 's' ||
    element.localName === 'strike' ||
    // Also as it was written: a browser drops the whole of a declaration in which Word put something of its own.
    /text-decoration(?:-line)?\s*:[^;]*line-through/.test(letterlijk) ||
    stijl.ook('text-decoration-line').includes('line-through')
  ) {
    return 'doorgehaald';
  }
  return isVerborgen(element, stijl) ? 'verborgen' : null;
}

/** The classes of Word, of Word in the browser and of CKEditor. */
function isGeschrapt(klassen: string): boolean {
  return klassen
    .toLowerCase()
    .split(/\s+/)
    .some(
      (klasse) =>
        klasse === 'msodel' ||
        klasse === 'ck-suggestion-marker-deletion' ||
        (klasse.includes('trackchange') && klasse.includes('delet')),
    );
}

function isVerborgen(element: Element, stijl: Stijl): boolean {
  return (
    element.hasAttribute('hidden') ||
    stijl.ook('display') === 'none' ||
    /mso-hide\s*:\s*all/.test(stijl.letterlijk) ||
    nul(stijl.eigen('opacity')) ||
    isWeggeknipt(stijl) ||
    isBuitenBeeld(stijl)
  );
}

/** As pages hide what is only to be read out. */
function isWeggeknipt(stijl: Stijl): boolean {
  const knipsel = stijl.eigen('clip');
  if (/^rect\((?:\s*[01](?:px)?\s*,?){4}\)$/.test(knipsel)) return true;
  if (/^inset\((?:50|100)%/.test(stijl.eigen('clip-path'))) return true;
  if (
    !/hidden|clip/.test(
      `${stijl.eigen('overflow')} ${stijl.eigen('overflow-x')} ${stijl.eigen('overflow-y')}`,
    )
  )
    return false;
  return ['width', 'height', 'max-width', 'max-height'].some((maat) =>
    /^(?:0[a-z%]*|1px)$/.test(stijl.eigen(maat)),
  );
}

function isBuitenBeeld(stijl: Stijl): boolean {
  const ver = (naam: string): boolean => Number.parseFloat(stijl.eigen(naam)) <= -900;
  if (ver('text-indent')) return true;
  return /absolute|fixed/.test(stijl.eigen('position')) && ['left', 'right', 'top', 'bottom'].some(ver);
}

/** What an element changes in whether its text is seen, that something in it may change again. */
export function zichtIn(stijl: Stijl, vorig: Zicht): Zicht {
  const zicht = stijl.ook('visibility');
  const letters = stijl.eigen('font-size');
  return {
    onzichtbaar: zicht === '' || zicht === 'inherit' ? vorig.onzichtbaar : zicht !== 'visible',
    zonderMaat: letters === '' || letters === 'inherit' ? vorig.zonderMaat : nul(letters),
  };
}

export interface Zicht {
  readonly onzichtbaar: boolean;
  /** Letters of no size. */
  readonly zonderMaat: boolean;
}

function nul(waarde: string): boolean {
  return Number.parseFloat(waarde) === 0;
}

/** The remarks that Google Docs puts at the end, each with a link back to the text. */
export function opmerkingenVanGoogle(body: HTMLElement, stijlVan: Stijlen): ReadonlySet<Element> {
  const gevonden = new Set<Element>();
  for (const terug of body.querySelectorAll('a[href*="#cmnt_ref"]')) {
    const alinea = terug.closest('p, li') ?? terug.closest('div');
    if (alinea === null) continue;
    const kader = alinea.parentElement;
    // It draws a frame around each, in which more paragraphs may stand.
    const isKader =
      kader?.localName === 'div' &&
      kader.firstElementChild === alinea &&
      stijlVan(kader).ook('border-top-style') === 'solid';
    gevonden.add(isKader ? kader : alinea);
  }
  return gevonden;
}

/** Gathers what is left out, in the order in which it stood. */
export class Weglating {
  readonly #stukken: { reden: Reden; tekst: string }[] = [];
  #open = false;
  /** How many times something was left out. */
  aantal = 0;

  /** Leaves a text out. What is left out for one reason, with nothing to be seen between, is one piece. */
  neem(reden: Reden, tekst: string): void {
    const laatste = this.#stukken.at(-1);
    if (tekst.trim() === '') {
      if (this.#open && laatste !== undefined) laatste.tekst += ' ';
      return;
    }
    this.aantal += 1;
    if (this.#open && laatste !== undefined && isEender(laatste.reden, reden)) laatste.tekst += tekst;
    else this.#stukken.push({ reden, tekst });
    this.#open = true;
  }

  /** Something stands between what was left out and what may come. */
  onderbreek(): void {
    this.#open = false;
  }

  /** The block ends: a remark can have more than one. */
  regeleinde(): void {
    const laatste = this.#stukken.at(-1);
    if (laatste?.reden === 'opmerking') laatste.tekst += ' ';
    else this.#open = false;
  }

  /** What to tell of; signs that nobody misses are no piece of text. */
  stukken(): Weggelaten[] {
    return this.#stukken
      .map(({ reden, tekst }) => ({ reden, tekst: tekst.replace(/[\s\p{Cc}]+/gu, ' ').trim() }))
      .filter(({ reden, tekst }) => isDoorgehaald(reden) || /[\p{L}\p{N}]/u.test(tekst));
  }
}

export function isDoorgehaald(reden: Reden): boolean {
  return reden === 'doorgehaald' || reden === 'geschrapt';
}

function isEender(een: Reden, ander: Reden): boolean {
  return een === ander || (isDoorgehaald(een) && isDoorgehaald(ander));
}

/**
 * A text as its finders read it: without accents, with one sort of space, hyphen and apostrophe, without what shows
 * nothing; composed or decomposed alike. What they find there is given back as it was typed.
 */
export interface Lezing {
  /** The text as it is read. */
  readonly plat: string;
  /** What was typed at a piece of `plat`. */
  readonly getypt: (begin: number, einde: number) => string;
  /** Where in what was typed a place in `plat` is. */
  readonly plek: (inPlat: number) => number;
}

/** Reads a text. Takes a time that grows with its length, and no more. */
export function lees(tekst: string): Lezing {
  if (ALLEEN_ASCII.test(tekst))
    return { plat: tekst, getypt: (begin, einde) => tekst.slice(begin, einde), plek: (inPlat) => inPlat };
  const delen: string[] = [];
  const plekken: number[] = [];
  let plek = 0;
  for (const teken of tekst) {
    const deel = gevouwen(teken);
    delen.push(deel);
    for (let n = 0; n < deel.length; n += 1) plekken.push(plek);
    plek += teken.length;
  }
  plekken.push(plek);
  // Up to where the next one begins: an accent by itself goes with its letter.
  const inGetypt = (inPlat: number): number => plekken[inPlat] ?? plek;
  return {
    plat: delen.join(''),
    getypt: (begin, einde) => tekst.slice(inGetypt(begin), inGetypt(einde)),
    plek: inGetypt,
  };
}

/** A text with pieces made unreadable, each place kept: what was found as one thing isn't found as another. */
export function zonder(
  plat: string,
  stukken: readonly { readonly begin: number; readonly einde: number }[],
): string {
  if (stukken.length === 0) return plat;
  let klaar = '';
  let tot = 0;
  for (const { begin, einde } of stukken.toSorted((a, b) => a.begin - b.begin)) {
    if (einde <= tot) continue;
    const van = Math.max(begin, tot);
    klaar += plat.slice(tot, van) + ONLEESBAAR.repeat(einde - van);
    tot = einde;
  }
  return klaar + plat.slice(tot);
}

const ONLEESBAAR = '\ufffc';
const ALLEEN_ASCII = /^[\n\x20-\x7e]*$/;

const EERDER = new Map<string, string>();
/** Of what people write; who types all that Unicode has keeps none of it in memory (ST6). */
const MEESTE_EERDER = 5_000;

function gevouwen(teken: string): string {
  if (teken >= ' ' && teken <= '~') return teken;
  let deel = EERDER.get(teken);
  if (deel === undefined) {
    deel = vouw(teken);
    if (EERDER.size < MEESTE_EERDER) EERDER.set(teken, deel);
  }
  return deel;
}

/** How one sign is read. */
function vouw(teken: string): string {
  if (/[\n\v\f\r\u0085\u2028\u2029]/.test(teken)) return '\n';
  if (/[\p{Zs}\t]/u.test(teken)) return ' ';
  if (/[\p{M}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(teken)) return '';
  if (/[\p{Pd}\u2212\u2043]/u.test(teken)) return '-';
  const vast = VAST.get(teken);
  if (vast !== undefined) return vast;
  const code = teken.codePointAt(0) ?? 0;
  // Full width: the same signs as ASCII, elsewhere.
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (/\p{Nd}/u.test(teken)) return cijferVan(teken, code);
  return /\p{L}/u.test(teken) ? teken.normalize('NFKD').replace(/\p{M}/gu, '') : teken;
}

/** A digit of another script as we write it. */
function cijferVan(teken: string, code: number): string {
  const wiskundig = teken.normalize('NFKD');
  if (/^\d$/.test(wiskundig)) return wiskundig;
  let waarde = 0;
  while (waarde < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - waarde - 1))) waarde += 1;
  return String(waarde);
}

/** What Unicode doesn't take apart, or people use for one another. */
const VAST: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    ẞ: 'SS',
    ø: 'o',
    Ø: 'O',
    æ: 'ae',
    Æ: 'Ae',
    œ: 'oe',
    Œ: 'Oe',
    ł: 'l',
    Ł: 'L',
    đ: 'd',
    Đ: 'D',
    ð: 'd',
    Ð: 'D',
    þ: 'th',
    Þ: 'Th',
    ı: 'i',
    ħ: 'h',
    Ħ: 'H',
    '’': "'",
    '‘': "'",
    ʼ: "'",
    ʻ: "'",
    '`': "'",
    '´': "'",
    '′': "'",
    '·': '.',
    '•': '.',
    '∙': '.',
    '⋅': '.',
    '․': '.',
    '⁄': '/',
    '∕': '/',
  }),
);

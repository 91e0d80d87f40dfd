import { samengesteld } from '../invoer/tekst.ts';
import { lees } from '../persoonsgegevens/lezing.ts';
import { TUSSENVOEGSELS } from '../persoonsgegevens/naam.ts';

/** From so many letters a word is also found where it is written in two: `elamrani` in `El Amrani`. */
const LANG = 5;
/** A word of fewer letters is only found where a word begins: `wo` in `wonen`, not in `tweewoord`. */
const KORT = 3;

/** What somebody looks for: text that holds all of its words, in any order. */
export interface Zoekwoorden {
  /** Nothing to look for was typed. */
  readonly leeg: boolean;
  /** Whether a text holds all of it. */
  past(tekst: string): boolean;
}

/**
 * Reads what somebody typed to look for. People write a name in more ways than one: with accents or without, `Muller`
 * or `Mueller` for `Müller`, `y` for `ij`, and `van der` in full, short or not at all; each finds the others.
 */
export function leesZoekwoorden(getypt: string): Zoekwoorden {
  const alle = delen(getypt);
  // Where only words that stand between were typed, those are what is looked for.
  const gezocht = alle.some((deel) => !staatErtussen(deel))
    ? alle.filter((deel) => !staatErtussen(deel))
    : alle;
  return {
    leeg: gezocht.length === 0,
    past: (tekst) => {
      if (gezocht.length === 0) return false;
      const woorden = delen(tekst).flatMap(schrijfwijzen);
      const aaneen = paren(tekst);
      return gezocht.every((deel) => schrijfwijzen(deel).some((vorm) => staatIn(vorm, woorden, aaneen)));
    },
  };
}

function staatIn(vorm: string, woorden: readonly string[], aaneen: readonly string[]): boolean {
  if (vorm.length < KORT) return woorden.some((woord) => woord.startsWith(vorm));
  return (
    woorden.some((woord) => woord.includes(vorm)) ||
    (vorm.length >= LANG && aaneen.some((reeks) => reeks.includes(vorm)))
  );
}

/** A text in words, each as it was typed. */
function delen(tekst: string): string[] {
  return samengesteld(tekst)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}

/** Two words that follow one another, as one: so is found what somebody writes together. */
function paren(tekst: string): string[] {
  const woorden = delen(tekst).map((woord) => plat(woord));
  return woorden.slice(1).map((woord, n) => `${woorden[n] ?? ''}${woord}`);
}

/** `van`, `der`, and what is short for them: `v.d. Berg`. */
function staatErtussen(deel: string): boolean {
  return deel.length < 2 ? /^\p{L}$/u.test(deel) : TUSSENVOEGSELS.has(plat(deel));
}

const UMLAUTEN: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** How a word may be written: without its accents, and with two letters for an umlaut. */
function schrijfwijzen(woord: string): string[] {
  const kaal = plat(woord);
  const voluit = plat(woord.replace(/[äöüåø]/g, (teken) => UMLAUTEN[teken] ?? teken));
  return kaal === voluit ? [kaal] : [kaal, voluit];
}

function plat(woord: string): string {
  return lees(woord).plat.toLowerCase().replaceAll('ij', 'y');
}

import type { Stuk } from './cijfers.ts';
import { zonder } from './lezing.ts';

/** A day in a text. */
export interface Dagvondst extends Stuk {
  readonly dag: number;
  readonly maand: number;
  /** Null: left out. */
  readonly jaar: number | null;
}

/**
 * Finds days as people write them, earlier and later ones, of birth and of anything else: `17-08-12`, `17 augustus
 * 2012`, `2012-08-17`, `17/8/'12`, `17 aug`.
 * @param ditJaar what two digits of a year lean on: up to five years ahead they are of this century
 */
export function vindDagen(plat: string, ditJaar: number): Dagvondst[] {
  const gevonden: Dagvondst[] = [];
  const neem = (treffer: RegExpExecArray, dag: string, maand: string, jaar: string | undefined) => {
    const vondst = leesDag(treffer, dag, maand, jaar === undefined ? null : jaartal(jaar, ditJaar));
    if (vondst !== null) gevonden.push(vondst);
  };
  for (const treffer of plat.matchAll(DAG_MAAND_JAAR)) {
    const [, dag = '', , maand = '', jaar] = treffer;
    neem(treffer, dag, maand, jaar);
  }
  for (const treffer of plat.matchAll(JAAR_MAAND_DAG)) {
    const [, jaar, maand = '', dag = ''] = treffer;
    neem(treffer, dag, maand, jaar);
  }
  for (const treffer of plat.matchAll(DAG_MET_NAAM)) {
    const [, dag = '', maand = '', jaar] = treffer;
    neem(
      treffer,
      dag,
      String(MAANDEN.indexOf(maand.toLowerCase().slice(0, 3).replace('maa', 'mrt')) + 1),
      jaar,
    );
  }
  for (const treffer of plat.matchAll(AANEEN)) {
    const [cijfers] = treffer;
    if (/^(?:19|20)/.test(cijfers) && Number(cijfers.slice(4, 6)) <= 12) {
      neem(treffer, cijfers.slice(6), cijfers.slice(4, 6), cijfers.slice(0, 4));
    } else neem(treffer, cijfers.slice(0, 2), cijfers.slice(2, 4), cijfers.slice(4));
  }
  for (const treffer of zonder(plat, gevonden).matchAll(DAG_MAAND)) {
    const [, dag = '', maand = ''] = treffer;
    neem(treffer, dag, maand, undefined);
  }
  return gevonden;
}

/** Times, and from when to when: no numbers of anything else. */
export function vindTijden(plat: string): Stuk[] {
  return [...plat.matchAll(TIJDEN)].map((treffer) => ({
    begin: treffer.index,
    einde: treffer.index + treffer[0].length,
  }));
}

function leesDag(
  treffer: RegExpExecArray,
  dag: string,
  maand: string,
  jaar: number | null,
): Dagvondst | null {
  const stuk = { begin: treffer.index, einde: treffer.index + treffer[0].length };
  const [d, m] = Number(maand) > 12 ? [Number(maand), Number(dag)] : [Number(dag), Number(maand)];
  if (d < 1 || m < 1 || m > 12 || d > (LENGTES[m - 1] ?? 0)) return null;
  if (jaar !== null && d === 29 && m === 2 && !isSchrikkeljaar(jaar)) return null;
  return { ...stuk, dag: d, maand: m, jaar };
}

function jaartal(jaar: string, ditJaar: number): number {
  const getal = Number(jaar.replace("'", ''));
  if (getal >= 100) return getal;
  const eeuw = Math.floor(ditJaar / 100) * 100;
  return getal + eeuw <= ditJaar + 5 ? getal + eeuw : getal + eeuw - 100;
}

function isSchrikkeljaar(jaar: number): boolean {
  return jaar % 4 === 0 && (jaar % 100 !== 0 || jaar % 400 === 0);
}

const MAANDEN = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const LENGTES = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** With spaces alone between them only with a whole year: `06 12 34` begins a phone number. */
const DAG_MAAND_JAAR =
  /(?<!\d|\d[-/.])(\d{1,2})( ?[-/.] ?| (?=\d{1,2} (?:19|20)\d\d(?! ?\d)))(\d{1,2})(?:\2'?|[-/. ]'|[-/. ](?=\d{4}))(\d{4}|\d{2}(?! \d\d \d\d(?!\d)))(?!\d|[-/.]\d)/g;
const JAAR_MAAND_DAG = /(?<!\d|\d[-/.])((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d|[-/.]\d)/g;
const DAG_MET_NAAM =
  /(?<![\d.,/])(\d{1,2})(?:e|de|ste)?[ .\-/]{0,2}(januari|jan|februari|febr|feb|maart|mrt|maa|april|apr|mei|juni|jun|juli|jul|augustus|aug|september|sept|sep|oktober|okt|november|nov|december|dec)(?![a-z])(?:\.?[ \-/,]{0,2}('?\d{4}|'\d{2}|\d{2})(?!\d|[.:,]\d| ?(?:uur|euro|%|€|keer)))?/gi;
const AANEEN = /(?<![\d.,/\p{L}-])(?:\d{8})(?![\d\p{L}]|[-/.,]\d)/gu;
const DAG_MAAND = /(?<![\d.,/:\p{L}-])(\d{1,2})[-/](\d{1,2})(?![\d\p{L}]|[-/.,:]\d| ?(?:uur|euro|%))/gu;
const UUR = String.raw`(?:[01]?\d|2[0-4])[.:][0-5]\d`;
const TIJDEN = new RegExp(
  String.raw`(?<![\d.,:-])${UUR}(?: ?(?:-|tot|t/m|en|/) ?${UUR}(?![\d.:])|(?= ?(?:uur|u\b))|(?![\d.:,-]| ?\d))`,
  'gi',
);

import { isDatum } from '../../shared/invoer/datum.ts';
import { dagenTussen } from './datum.ts';

/** Where a day without a year lies: nearest, or not after today (what happened). */
export type Richting = 'naast' | 'terug';

/** A day that somebody typed: which, or why it is none. */
export type GezegdeDatum = { readonly datum: string } | { readonly fout: string };

/**
 * A day as people type it in Dutch: `vandaag`, `morgen`, `volgende week`, `over 2 weken`, `dinsdag`, `di 8 dec`,
 * `8-12`, `8/12/26`, `8 december 2026`, `2026-12-08`. The browser's language doesn't matter.
 * @param vandaag `jjjj-mm-dd`
 */
export function leesDatum(tekst: string, vandaag: string, richting: Richting = 'naast'): GezegdeDatum {
  const schoon = tekst
    .trim()
    .toLowerCase()
    .replace(/[,\s]+/g, ' ');
  if (isDatum(schoon)) return { datum: schoon };
  const dag = woord(schoon, vandaag) ?? weekdag(schoon, vandaag, richting);
  return dag !== null ? { datum: dag } : uitgeschreven(schoon, vandaag, richting);
}

/** As it stands in a field: `8-12-2026`. */
export function alsGetypt(datum: string): string {
  const [jaar = '', maand = '', dag = ''] = datum.split('-');
  return `${Number(dag)}-${Number(maand)}-${jaar}`;
}

/** So many days, or months, from a day. A month keeps the day of the month, or takes its last. */
export function verder(
  datum: string,
  { dagen = 0, maanden = 0 }: { dagen?: number; maanden?: number },
): string {
  const [jaar = 0, maand = 1, dag = 1] = datum.split('-').map(Number);
  const doel = new Date(Date.UTC(jaar, maand - 1 + maanden, 1, 12));
  const laatste = new Date(Date.UTC(doel.getUTCFullYear(), doel.getUTCMonth() + 1, 0)).getUTCDate();
  doel.setUTCDate((maanden === 0 ? dag : Math.min(dag, laatste)) + dagen);
  return doel.toISOString().slice(0, 10);
}

/** The day of the week: 0 is Monday. */
export function weekdagVan(datum: string): number {
  return (new Date(`${datum}T12:00:00Z`).getUTCDay() + 6) % 7;
}

const WOORDEN: Readonly<Record<string, { dagen?: number; maanden?: number }>> = {
  vandaag: {},
  nu: {},
  morgen: { dagen: 1 },
  overmorgen: { dagen: 2 },
  gisteren: { dagen: -1 },
  eergisteren: { dagen: -2 },
  'volgende week': { dagen: 7 },
  'vorige week': { dagen: -7 },
  'volgende maand': { maanden: 1 },
  'vorige maand': { maanden: -1 },
};

function woord(tekst: string, vandaag: string): string | null {
  const vast = WOORDEN[tekst];
  if (vast !== undefined) return verder(vandaag, vast);
  const [, aantal, eenheid] =
    /^over (\d{1,3}|een|twee|drie|vier) (dag|dagen|week|weken|maand|maanden)$/.exec(tekst) ?? [];
  if (aantal === undefined || eenheid === undefined) return null;
  const keer = ['', 'een', 'twee', 'drie', 'vier'].indexOf(aantal);
  const zoveel = keer > 0 ? keer : Number(aantal);
  if (eenheid.startsWith('maand')) return verder(vandaag, { maanden: zoveel });
  return verder(vandaag, { dagen: eenheid.startsWith('week') || eenheid === 'weken' ? 7 * zoveel : zoveel });
}

const DAGEN = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];

/** `dinsdag`, `di`, `volgende week dinsdag`: of next week, that one; else the first to come, or the last that was. */
function weekdag(tekst: string, vandaag: string, richting: Richting): string | null {
  const [, week, naam] = /^(volgende week )?(?:op )?([a-z]{2,9})\.?$/.exec(tekst) ?? [];
  const dag = naam === undefined ? -1 : weekdagnummer(naam);
  if (dag === -1) return null;
  const tot = dag - weekdagVan(vandaag);
  if (week !== undefined) return verder(vandaag, { dagen: 7 + tot });
  if (richting === 'terug') return verder(vandaag, { dagen: tot > 0 ? tot - 7 : tot });
  return verder(vandaag, { dagen: tot <= 0 ? tot + 7 : tot });
}

function weekdagnummer(naam: string): number {
  return DAGEN.findIndex((dag) => dag === naam || dag.slice(0, 2) === naam);
}

const MAANDEN = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

function uitgeschreven(tekst: string, vandaag: string, richting: Richting): GezegdeDatum {
  const [, naam, dag, maand, jaar] =
    /^(?:([a-z]{2,9})\.? )?(\d{1,2})(?:e)?[-/. ]+(\d{1,2}|[a-z]{3,9})\.?(?:[-/. ]+(\d{4}|\d{2}))?$/.exec(
      tekst,
    ) ?? [];
  const nummer = maand === undefined ? 0 : maandnummer(maand);
  if (dag === undefined || nummer === 0) return { fout: GEEN_DAG[richting] };
  const opJaar = (zo: number) =>
    `${String(zo).padStart(4, '0')}-${String(nummer).padStart(2, '0')}-${dag.padStart(2, '0')}`;
  const nu = Number(vandaag.slice(0, 4));
  const mogelijk =
    jaar === undefined ? [nu - 1, nu, nu + 1] : [voluit(Number(jaar), jaar.length, nu, richting)];
  const datum = mogelijk
    .map(opJaar)
    .filter((een) => isDatum(een) && (jaar !== undefined || richting === 'naast' || een <= vandaag))
    .sort((a, b) => Math.abs(dagenTussen(vandaag, a)) - Math.abs(dagenTussen(vandaag, b)))[0];
  if (datum === undefined) return { fout: GEEN_DAG[richting] };
  if (naam !== undefined && weekdagnummer(naam) !== weekdagVan(datum)) {
    return { fout: `${alsGetypt(datum)} is een ${DAGEN[weekdagVan(datum)]}. Klopt de dag, of de datum?` };
  }
  return { datum };
}

function maandnummer(maand: string): number {
  if (/^\d+$/.test(maand)) return Number(maand);
  const kort = maand === 'maart' ? 'mrt' : maand === 'sept' ? 'sep' : maand.slice(0, 3);
  return VOLUIT.test(maand) || maand.length <= 4 ? MAANDEN.indexOf(kort) + 1 : 0;
}

const VOLUIT =
  /^(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)$/;

/** A year of two digits: of what was, the last that it can be; else in this century. */
function voluit(jaar: number, cijfers: number, nu: number, richting: Richting): number {
  if (cijfers === 4) return jaar;
  const zo = Math.floor(nu / 100) * 100 + jaar;
  return richting === 'terug' && zo > nu ? zo - 100 : zo;
}

const GEEN_DAG: Readonly<Record<Richting, string>> = {
  naast: 'Schrijf een dag zoals 8-12, di 8 dec, morgen of volgende week.',
  terug: 'Schrijf een dag zoals 8-11, zo 8 nov, gisteren of vorige week.',
};

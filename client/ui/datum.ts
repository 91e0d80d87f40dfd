/** Dates as people say them in Dutch. A date is `jjjj-mm-dd`; a moment is ISO 8601. All in the Dutch time zone. */

const ZONE = 'Europe/Amsterdam';
const DAG_MS = 86_400_000;

/** The date in the Netherlands at a moment, such as `new Date()`. */
export function datumVan(moment: Date | string): string {
  // Swedish writes a date as jjjj-mm-dd.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(new Date(moment));
}

/** `17 nov`, and `17 nov 2025` in another year than `vandaag`. */
export function kort(datum: string, vandaag: string): string {
  return schrijf(datum, vandaag, { day: 'numeric', month: 'short' }).replace('.', '');
}

/** `1 december`, and `1 december 2025` in another year than `vandaag`. */
export function lang(datum: string, vandaag: string): string {
  return schrijf(datum, vandaag, { day: 'numeric', month: 'long' });
}

/** `di 1 dec`, and with the year in another year than `vandaag`. */
export function metDag(datum: string, vandaag: string): string {
  return schrijf(datum, vandaag, { weekday: 'short', day: 'numeric', month: 'short' }).replaceAll('.', '');
}

/** `dinsdag 1 december`, and with the year in another year than `vandaag`. */
export function voluit(datum: string, vandaag: string): string {
  return schrijf(datum, vandaag, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** `10.42 uur`. */
export function tijdstip(moment: Date | string): string {
  const tijd = new Intl.DateTimeFormat('nl-NL', { timeZone: ZONE, hour: 'numeric', minute: '2-digit' });
  return `${tijd.format(new Date(moment)).replace(':', '.')} uur`;
}

/** The time on the wall in the Netherlands, `uu:mm`, as it is sent. */
export function kloktijd(moment: Date | string): string {
  const klok = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
  return klok.format(new Date(moment));
}

/** The moment at a time on a day in the Netherlands, ISO 8601. @param tijd `uu:mm` */
export function momentVan(datum: string, tijd: string): string {
  const utc = Date.parse(`${datum}T${tijd}:00Z`);
  const moment = [2, 1]
    .map((uren) => new Date(utc - uren * 3_600_000))
    .find((een) => datumVan(een) === datum && kloktijd(een) === tijd);
  // The hour that the clock skips in spring.
  return (moment ?? new Date(utc - 3_600_000)).toISOString();
}

/** How far off a last day is: `over 9 dagen`, `morgen`, `vandaag`, `3 dagen over tijd`. */
export function termijn(datum: string, vandaag: string): string {
  const dagen = dagenTussen(vandaag, datum);
  if (dagen === 0) return 'vandaag';
  if (dagen === 1) return 'morgen';
  return dagen > 1 ? `over ${duur(dagen)}` : `${duur(-dagen)} over tijd`;
}

/** How long ago something was: `vandaag`, `gisteren`, `4 dagen geleden`; for a day to come, as `termijn`. */
export function geleden(datum: string, vandaag: string): string {
  const dagen = dagenTussen(datum, vandaag);
  if (dagen === 1) return 'gisteren';
  return dagen > 1 ? `${duur(dagen)} geleden` : termijn(datum, vandaag);
}

/** Days from one date to another; negative when the second is earlier. */
export function dagenTussen(van: string, tot: string): number {
  return Math.round((middag(tot) - middag(van)) / DAG_MS);
}

/** Whole days up to six weeks, then weeks, then months: nobody counts in 200 days. */
export function duur(dagen: number): string {
  if (dagen <= 42) return dagen === 1 ? '1 dag' : `${dagen} dagen`;
  if (dagen < 182) return `${Math.round(dagen / 7)} weken`;
  return `${Math.round(dagen / 30.44)} maanden`;
}

function schrijf(datum: string, vandaag: string, vorm: Intl.DateTimeFormatOptions): string {
  const jaar = datum.slice(0, 4) === vandaag.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat('nl-NL', { ...vorm, ...jaar, timeZone: 'UTC' }).format(middag(datum));
}

/** Noon in UTC: a date without a time, far from every edge. */
function middag(datum: string): number {
  return Date.parse(`${datum}T12:00:00Z`);
}

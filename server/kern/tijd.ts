/** The clock on the wall of a municipality. */
const TIJDZONE = 'Europe/Amsterdam';

const DATUM = new Intl.DateTimeFormat('sv-SE', { timeZone: TIJDZONE });
const DAG_MS = 24 * 60 * 60 * 1000;

/** The date in the Netherlands at a moment (ms since 1970), as `YYYY-MM-DD`. */
export function datumOp(moment: number): string {
  return DATUM.format(moment);
}

/** The first moment of a date in the Netherlands, in ms since 1970. */
export function beginVan(datum: string): number {
  // Midnight in UTC less the offset; the offset is read at noon's date boundary and is one or two hours.
  const utc = Date.parse(`${datum}T00:00:00Z`);
  for (const uren of [2, 1]) {
    const moment = utc - uren * 60 * 60 * 1000;
    if (datumOp(moment) === datum && datumOp(moment - 1) !== datum) return moment;
  }
  return utc;
}

/** The moment at a time on the wall, on the day in the Netherlands of another moment. @param tijd `uu:mm` */
export function opDeDag(moment: number, tijd: string): number {
  const [uren = 0, minuten = 0] = tijd.split(':').map(Number);
  return beginVan(datumOp(moment)) + (uren * 60 + minuten) * 60_000;
}

/**
 * The moment that a person means by `van`: a moment, or the start of a date.
 * @param tekst ISO 8601 moment or date, checked before.
 */
export function vanafMoment(tekst: string): number {
  return tekst.length === 10 ? beginVan(tekst) : Date.parse(tekst);
}

/** The moment that a person means by `tot`: a moment, or the end of a date (up to and including that day). */
export function totMoment(tekst: string): number {
  return tekst.length === 10 ? beginVan(datumOp(beginVan(tekst) + DAG_MS + DAG_MS / 2)) : Date.parse(tekst);
}

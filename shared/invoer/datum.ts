/** So far from today, or a day that doesn't move. */
export type Dag = string | { readonly dagen?: number; readonly jaren?: number };

/** Whether it is a day that exists, as `jjjj-mm-dd`. */
export function isDatum(tekst: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(tekst) && naDagen(tekst, 0) === tekst;
}

/** Whether it is a moment as ISO 8601 has it, with its offset or Z. */
export function isMoment(tekst: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/.test(
      tekst,
    ) && isDatum(tekst.slice(0, 10))
  );
}

/** The day that is meant. @param vandaag `jjjj-mm-dd` */
export function opDag(dag: Dag, vandaag: string): string {
  if (typeof dag === 'string') return dag;
  const jaar = String(Number(vandaag.slice(0, 4)) + (dag.jaren ?? 0)).padStart(4, '0');
  // 29 February becomes 1 March in a year that has none.
  return naDagen(`${jaar}${vandaag.slice(4)}`, dag.dagen ?? 0);
}

/** `31 december 2026`, as a person says it. */
export function gezegd(datum: string): string {
  return new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' }).format(middag(datum));
}

function naDagen(datum: string, dagen: number): string {
  const moment = new Date(`${datum.slice(0, 8)}01T12:00:00Z`);
  if (Number.isNaN(moment.getTime())) return '';
  moment.setUTCDate(Number(datum.slice(8)) + dagen);
  return moment.toISOString().slice(0, 10);
}

/** Noon in UTC: far from every edge. */
function middag(datum: string): number {
  return Date.parse(`${datum}T12:00:00Z`);
}

import { beginVan, datumOp } from '../kern/tijd.ts';
import { isWerkdag } from '../kern/werkdagen.ts';

const MINUUT_MS = 60 * 1000;
const DAG_MS = 24 * 60 * MINUUT_MS;

/** When a series comes. */
export interface Ritme {
  /** The first day, `jjjj-mm-dd`. */
  readonly eerste: string;
  /** The time on the wall, `uu:mm`. */
  readonly tijd: string;
  /** Every so many weeks. */
  readonly weken: number;
}

/**
 * When the overleggen of a series begin, after a moment and up to and including another (ms since 1970). A day on which
 * nobody works is left out, and moves no other.
 */
export function datumsVan({ eerste, tijd, weken }: Ritme, na: number, totEnMet: number): number[] {
  const [uren = 0, minuten = 0] = tijd.split(':').map(Number);
  const momenten: number[] = [];
  // By the calendar, not by hours: a week with a change of the clock is an hour shorter or longer.
  for (let dag = Date.parse(`${eerste}T12:00:00Z`); ; dag += weken * 7 * DAG_MS) {
    const datum = datumOp(dag);
    const begin = beginVan(datum) + (uren * 60 + minuten) * MINUUT_MS;
    if (begin > totEnMet) return momenten;
    if (begin > na && isWerkdag(datum)) momenten.push(begin);
  }
}

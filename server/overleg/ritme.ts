import { datumOp, opDeDag } from '../kern/tijd.ts';
import { isWerkdag } from '../kern/werkdagen.ts';

const DAG_MS = 24 * 60 * 60 * 1000;

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
  const momenten: number[] = [];
  // By the calendar, not by hours: a week with a change of the clock is an hour shorter or longer.
  for (let dag = Date.parse(`${eerste}T12:00:00Z`); ; dag += weken * 7 * DAG_MS) {
    const datum = datumOp(dag);
    const begin = opDeDag(dag, tijd);
    if (begin > totEnMet) return momenten;
    if (begin > na && isWerkdag(datum)) momenten.push(begin);
  }
}

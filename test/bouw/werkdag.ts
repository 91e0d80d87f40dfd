import { datumOp } from '../../server/kern/tijd.ts';
import { isWerkdag } from '../../server/kern/werkdagen.ts';

const DAG_MS = 24 * 60 * 60 * 1000;

/** The first day at least so many days from now on which somebody works, `jjjj-mm-dd`: a series leaves out the others. */
export function werkdagOver(dagen: number): string {
  for (let n = dagen; ; n += 1) {
    const datum = datumOp(Date.now() + n * DAG_MS);
    if (isWerkdag(datum)) return datum;
  }
}

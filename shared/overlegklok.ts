import { GESPREKSDELEN, type Gespreksdeel } from './overleg.ts';

const MINUUT_MS = 60_000;

/** Of an item of twenty minutes so many are for each step; of another as many in proportion. */
const DEEL: Readonly<Record<Gespreksdeel, number>> = {
  terugblik: 2,
  vraag: 1,
  beeld: 5,
  wegen: 4,
  afspreken: 5,
  teruglezen: 3,
};
const SAMEN = GESPREKSDELEN.reduce((som, onderdeel) => som + DEEL[onderdeel], 0);

/** How long a step of an item may take, in ms. @param minuten of the whole item */
export function duurVan(onderdeel: Gespreksdeel, minuten: number): number {
  return (minuten * MINUUT_MS * DEEL[onderdeel]) / SAMEN;
}

/** How it stands with the time of a step, or of an item (OV2). */
export interface Klokstand {
  /** Whole minutes that are left, begun ones counted; none: by how many it is over. */
  readonly nog: number;
  readonly over: number;
  /** Its last fifth began. */
  readonly isLaatste: boolean;
  /** From 0 to 1. */
  readonly verstreken: number;
}

/** @param sinds, nu in ms since 1970 @param duur in ms */
export function klokstand({ sinds, duur, nu }: { sinds: number; duur: number; nu: number }): Klokstand {
  // A computer whose clock is behind the server's is not before the beginning.
  const voorbij = Math.max(0, nu - sinds);
  const rest = duur - voorbij;
  return {
    nog: Math.max(0, Math.ceil(rest / MINUUT_MS)),
    over: rest > 0 ? 0 : Math.floor((voorbij - duur) / MINUUT_MS),
    isLaatste: rest <= duur / 5,
    verstreken: Math.min(1, voorbij / duur),
  };
}

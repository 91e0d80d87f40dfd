import type { PlaatsFeit, ToelatingFeit } from '../../shared/need-to-know/feiten.ts';
import type { Tafelrol } from '../../shared/tafelblad.ts';
import type { tafelplaatsen } from '../database/schema.ts';
import { isId } from '../kern/opgeslagen.ts';
import { isPeriode } from './leesbaar.ts';

/** A row of who is let in to a tafelblad, with who that is. */
export interface TafelplaatsRij {
  readonly plaats: typeof tafelplaatsen.$inferSelect;
  readonly naam: string;
  readonly functie: string;
  readonly telefoon: string;
  readonly organisatie: string;
}

/** Somebody who is let in to a tafelblad (OV4): from a seat, or with a place alone. */
export interface Tafelplaats extends PlaatsFeit {
  /** At no question for advice. */
  readonly vraagId: null;
  readonly tafelbladId: string;
  /** Their seat; null: a place, and no seat. */
  readonly deelnemerId: string | null;
  readonly als: Tafelrol;
  readonly niveau: 'lezen' | 'schrijven';
  readonly naam: string;
  readonly functie: string;
  readonly telefoon: string;
  readonly organisatie: string;
}

/** What decisions about the tafelbladen of a casus rest on. */
export interface Tafelfeiten {
  /** Everyone who is, was or is going to be let in. */
  readonly tafel: readonly Tafelplaats[];
  /** Those of them with a place and no seat. */
  readonly plaatsen: readonly Tafelplaats[];
  readonly toelatingen: readonly ToelatingFeit[];
}

/** Whether it can be read who is let in, and when (ST1): what can't, lets nobody in. */
export function isTafelplaats({ plaats }: TafelplaatsRij): boolean {
  const { id, tafelbladId, persoonId, deelnemerId, niveau } = plaats;
  return (
    [id, tafelbladId, persoonId].every(isId) &&
    (deelnemerId === null || isId(deelnemerId)) &&
    (niveau === 'lezen' || niveau === 'schrijven') &&
    isPeriode(plaats)
  );
}

/** Who is let in to the tafelbladen of a casus: by their seat where they have one, which ends it as well (NK1). */
export function tafelfeitenVan(rijen: readonly TafelplaatsRij[]): Tafelfeiten {
  const tafel = rijen.map(({ plaats, ...wie }): Tafelplaats => ({ ...plaats, ...wie, vraagId: null }));
  return {
    tafel,
    plaatsen: tafel.filter(({ deelnemerId }) => deelnemerId === null),
    toelatingen: tafel.map(({ id, deelnemerId, tafelbladId, niveau, van, tot }) => ({
      deelnemerId: deelnemerId ?? id,
      compartimentId: tafelbladId,
      niveau,
      van,
      tot,
    })),
  };
}

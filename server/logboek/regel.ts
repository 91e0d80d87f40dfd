import { type BijzonderhedenVan, type Regelsoort, vormVan } from '../../shared/logboek/handelingen.ts';
import type { Heel, Regelopslag, Rij } from './opslag.ts';

/** A line that was read. */
export type Regel =
  | (Omit<Heel, 'handeling' | 'bijzonderheden' | 'leesbaar'> & {
      readonly nummer: number;
      readonly leesbaar: true;
    } & Soortvelden)
  | Onleesbaar;

type Soortvelden = {
  [R in Regelsoort]: { readonly handeling: R; readonly bijzonderheden: BijzonderhedenVan<R> };
}[Regelsoort];

/** A line that can't be read: it stays, and is told as one that can't. */
export interface Onleesbaar {
  readonly nummer: number;
  readonly leesbaar: false;
  readonly op: number;
  readonly handeling: string;
  readonly uitkomst: 'gedaan' | 'geweigerd';
  readonly persoonId: string | null;
  readonly casusId: string | null;
}

/** Opens a row. Never throws for what stands in it: a record with a hole would look whole without it. */
export function leesRegel(opslag: Regelopslag, rij: Rij): Regel {
  const { nummer, op, handeling, uitkomst, persoonId, casusId } = rij;
  const onleesbaar = { nummer, leesbaar: false, op, handeling, uitkomst, persoonId, casusId } as const;
  try {
    const heel = opslag.ontsluit(rij);
    const bijzonderheden = vormVan(handeling)?.safeParse(heel.bijzonderheden);
    if (!heel.leesbaar || bijzonderheden?.success !== true) return onleesbaar;
    // The details have the form that this handeling has: it was just read by it.
    return { ...heel, leesbaar: true, handeling, bijzonderheden: bijzonderheden.data } as Regel;
  } catch {
    return onleesbaar;
  }
}

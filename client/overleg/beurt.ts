import type { Beurt, Gesprek } from '../../shared/contract/gesprek.ts';

/** Whose turn it is from now on, with the name by which it is offered; null: nobody's. */
export interface Beurtkeuze extends Beurt {
  readonly naam: string | null;
}

/**
 * Who comes next: in a round who is still to come, else whose hand is up the longest; nobody when all have spoken.
 * @returns null when nobody speaks and nobody wants to
 */
export function volgendeBeurt({ handen, beurt, ronde }: Gesprek): Beurtkeuze | null {
  const [uitRonde, ...daarna] = ronde ?? [];
  if (uitRonde !== undefined)
    return { wie: uitRonde.id, ronde: daarna.map(({ id }) => id), naam: uitRonde.naam };
  const [hand] = handen;
  if (hand !== undefined) return { wie: hand.id, ronde: null, naam: hand.naam };
  return beurt === null && ronde === null ? null : { wie: null, ronde: null, naam: null };
}

/** A round: everyone at the table once, in the order in which they came, who leads it last. */
export function eersteRonde({ aanTafel, ik }: Gesprek): Beurt {
  const [eerste, ...rest] = [...aanTafel].sort((a, b) => Number(a.id === ik) - Number(b.id === ik));
  return { wie: eerste?.id ?? null, ronde: rest.map(({ id }) => id) };
}

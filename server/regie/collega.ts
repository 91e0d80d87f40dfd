import type { Collega } from '../../shared/contract/tweede-hand.ts';
import type { Deelneming } from '../casus/casus.ts';

/** Somebody at a table, as who has no seat there may know them: not from where they take part, nor for whom. */
export function collegaVan({ persoonId, naam, functie, telefoon }: Deelneming): Collega {
  return { medewerkerId: persoonId, naam, functie, telefoon };
}

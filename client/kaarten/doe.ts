import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import type { KaartVan } from '../casus/kijk.ts';

/** What is done on the board itself, without a window. What is refused, the board says. */
export interface Doe {
  /** Says how an afspraak goes. @returns whether it holds */
  zetStand(afspraak: KaartVan<'afspraak'>, stand: KaartVan<'afspraak'>['stand']): Promise<boolean>;
  /** Opens a compartment that opens on request; focus goes to what comes in its place. */
  open(compartiment: Compartiment, van: HTMLElement): Promise<void>;
}

import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import type { KaartVan } from '../casus/kijk.ts';

/** What is done on the board itself, without a window. */
export interface Doe {
  /** Ticks an afspraak off, or back on. */
  zetGedaan(afspraak: KaartVan<'afspraak'>, gedaan: boolean): Promise<void>;
  /** Opens a compartment that opens on request; focus goes to what comes in its place. */
  open(compartiment: Compartiment, van: HTMLElement): Promise<void>;
}

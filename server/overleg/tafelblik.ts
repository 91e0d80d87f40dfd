import type { CompartimentRij } from '../casus/casus.ts';
import type { Wie } from '../http/route.ts';
import type { Kijk } from '../toegang/toegang.ts';
import type { Overlegrij } from './overlegkast.ts';
import type { TafelbladRij } from './tafelkast.ts';

/** A tafelblad as one person looks at it now. */
export interface Tafelblik {
  readonly blad: TafelbladRij;
  readonly compartiment: CompartimentRij;
  readonly overleg: Overlegrij;
  /** From their seat, or from their place. */
  readonly kijk: Kijk;
  readonly wie: Wie;
}

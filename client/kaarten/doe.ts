import type { Compartiment } from '../../shared/contract/casussen.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Kaartsoort } from '../../shared/plan/kaartsoorten.ts';
import type { Tegel } from '../casus/tegels.ts';
import type { Invulling } from './kaartvelden.ts';

/** What a form for a new kaart starts with. */
export interface Vooraf {
  readonly velden?: Invulling;
  /** The member that it is about; null: the household. */
  readonly lidId?: string | null;
  readonly compartimentId?: string;
}

/** What the parts of the board ask of the whole: forms and dialogs are shown once, by `<rt-bord>`. */
export interface Doe {
  nieuw(soort: Kaartsoort, vooraf?: Vooraf): void;
  wijzig(kaart: Kaart): void;
  voortgang(kaart: Kaart): void;
  /** Ticks an afspraak off, or back on. */
  zetGedaan(kaart: Kaart, gedaan: boolean): Promise<void>;
  /** Opens a compartment that opens on request; focus goes to what comes in its place. */
  open(compartiment: Compartiment, van: HTMLElement): Promise<void>;
  legUit(tegel: Tegel): void;
  nodigUit(): void;
  wijzigDeelnemer(deelnemerId: string): void;
  wijzigHuishouden(): void;
  stopZelf(): void;
}

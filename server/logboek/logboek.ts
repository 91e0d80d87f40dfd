import type { GeopendeDatabase } from '../database/database.ts';
import { logboek } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';

/** What can stand in the record. */
export type Handeling =
  | 'aangemeld'
  | 'afgemeld'
  | 'casus_ingebracht'
  | 'casus_gewijzigd'
  | 'lid_toegevoegd'
  | 'lid_gewijzigd'
  | 'lid_verwijderd'
  | 'deelnemer_toegevoegd'
  | 'deelnemer_gewijzigd'
  | 'deelnemer_beeindigd'
  | 'niveau_gewijzigd'
  | 'bord_geopend'
  | 'geopend'
  | 'kaart_gemaakt'
  | 'kaart_gewijzigd'
  | 'kaart_verwijderd'
  | 'stap_gezet'
  | 'concept_gedeeld'
  | 'groot_scherm'
  | 'geweigerd';

/** A line of the record (NK10). Ids and codes only: what somebody typed never comes in. */
export interface Logregel {
  readonly handeling: Handeling;
  readonly persoonId: string | null;
  /** The seat from which it was done, with what for and on which ground. */
  readonly vanuit?: {
    readonly id: string;
    readonly zetel: string;
    readonly waarvoor: string;
    readonly grondslag: string;
  };
  readonly casusId?: string;
  readonly compartimentId?: string;
  /** The rule that allowed it, or the code of the refusal. */
  readonly regel?: string;
  readonly bijzonderheden?: Readonly<Record<string, unknown>>;
}

/** The record: every command, every real look, what was refused, on disk before the answer (NK10). */
export class Logboek {
  /** Names compartments, and outlives them: it tells that there was one, never what stood in it. */
  readonly tabellen = ['logboek'];

  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;

  constructor(database: GeopendeDatabase, omgeving: Omgeving) {
    this.#database = database;
    this.#omgeving = omgeving;
  }

  wis(): void {}

  wisselTijdperk(): void {}

  /** Writes a line; within a transaction it stands or falls with what it tells of. */
  schrijf(regel: Logregel): void {
    this.#database.db
      .insert(logboek)
      .values({
        op: this.#omgeving.nu(),
        handeling: regel.handeling,
        uitkomst: regel.handeling === 'geweigerd' ? 'geweigerd' : 'gedaan',
        persoonId: regel.persoonId,
        deelnemerId: regel.vanuit?.id ?? null,
        zetel: regel.vanuit?.zetel ?? null,
        waarvoor: regel.vanuit?.waarvoor ?? null,
        grondslag: regel.vanuit?.grondslag ?? null,
        casusId: regel.casusId ?? null,
        compartimentId: regel.compartimentId ?? null,
        regel: regel.regel ?? null,
        bijzonderheden: regel.bijzonderheden ?? null,
      })
      .run();
  }
}

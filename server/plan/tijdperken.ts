import type { Casussen } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import type { Omgeving } from '../omgeving.ts';
import type { Toegang } from '../toegang/toegang.ts';
import { Kaartenkast } from './kaarten.ts';
import type { Teksten } from './sync/teksten.ts';

/**
 * SY13: gives compartments another tijdperk: every copy of their texts that a browser still has is then of another
 * time, and what it holds unsaved goes to its panel, not back into the text. Everything in them is encrypted anew;
 * client ids of before are never accepted again.
 */
export class Tijdperken {
  readonly #casussen: Casussen;
  readonly #toegang: Toegang;
  readonly #teksten: Teksten;
  readonly #omgeving: Omgeving;
  readonly #kast: Kaartenkast;

  constructor(behoeften: {
    database: GeopendeDatabase;
    casussen: Casussen;
    toegang: Toegang;
    teksten: Teksten;
    omgeving: Omgeving;
  }) {
    this.#casussen = behoeften.casussen;
    this.#toegang = behoeften.toegang;
    this.#teksten = behoeften.teksten;
    this.#omgeving = behoeften.omgeving;
    this.#kast = new Kaartenkast(behoeften.database, behoeften.omgeving);
  }

  /** All of them: what restoring a backup calls, so that nothing typed after the backup comes back by itself. */
  vernieuwAlle(): void {
    this.vernieuw(this.#casussen.alleCompartimenten());
  }

  /** These; in one step. Who has them open hears `opnieuw`, and then their new `zicht`. */
  vernieuw(compartimentIds: readonly string[]): void {
    const geraakt = new Set<string>();
    this.#teksten.stap((stap) => {
      for (const id of compartimentIds) {
        const rij = this.#casussen.compartiment(id);
        if (rij === null) continue;
        const tijdperk = this.#omgeving.id();
        // The text first: it is read as it was.
        stap.wisselTijdperk(stap.kamer(rij, rij.casusId), tijdperk);
        this.#kast.wisselTijdperk(rij, tijdperk);
        this.#casussen.wisselTijdperk(rij, rij.casusId, tijdperk);
        geraakt.add(rij.casusId);
      }
    });
    for (const casusId of geraakt) this.#toegang.opZicht.meld({ casusId });
  }
}

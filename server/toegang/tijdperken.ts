import type { Casussen } from '../casus/casus.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Stappen } from '../kern/stap.ts';
import type { Toegang } from './toegang.ts';

/**
 * SY13: gives compartments another tijdperk: every copy of their texts that a browser still has is then of another
 * time, and what it holds unsaved goes to its panel, not back into the text. Everything in them is encrypted anew;
 * client ids of before are never accepted again.
 */
export class Tijdperken {
  readonly #casussen: Casussen;
  readonly #toegang: Toegang;
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;

  constructor(behoeften: { casussen: Casussen; toegang: Toegang; omgeving: Omgeving; stappen: Stappen }) {
    this.#casussen = behoeften.casussen;
    this.#toegang = behoeften.toegang;
    this.#omgeving = behoeften.omgeving;
    this.#stappen = behoeften.stappen;
  }

  /** All of them: what restoring a backup calls, so that nothing typed after the backup comes back by itself. */
  vernieuwAlle(): void {
    this.vernieuw(this.#casussen.alleCompartimenten());
  }

  /** These; in one step. Who has them open hears `opnieuw`, and then their new `zicht`. */
  vernieuw(compartimentIds: readonly string[]): void {
    this.#stappen.doe((stap) => {
      const geraakt = new Set<string>();
      for (const id of compartimentIds) {
        const compartiment = this.#casussen.compartiment(id);
        if (compartiment === null) continue;
        this.#casussen.wisselTijdperk(compartiment, this.#omgeving.id());
        geraakt.add(compartiment.casusId);
      }
      for (const casusId of geraakt) stap.meld(this.#toegang.opZicht, { casusId });
    });
  }
}

import type { CompartimentRij } from './beeld.ts';

/** A compartment with the casus that it is of. */
export type BewaardCompartiment = CompartimentRij & { readonly casusId: string };

/**
 * Who keeps something of a compartment says so. What takes a compartment away, or gives it another tijdperk, asks all
 * of them: nobody keeps a list by hand of what there is. All of it within a step.
 */
export interface Bewaarder {
  /** Tables with something of a compartment in them. A table with a compartment and no bewaarder fails a test. */
  readonly tabellen: readonly string[];
  /** Takes all of it off the disk, and out of memory (NK15). */
  wis(compartiment: BewaardCompartiment): void;
  /** Encrypts all of it anew for another tijdperk (SY13), before the compartment itself has it. */
  wisselTijdperk(compartiment: BewaardCompartiment, tijdperk: string): void;
}

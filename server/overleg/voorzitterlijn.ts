import type { Omgeving } from '../kern/omgeving.ts';

/** Whether anything is heard of who leads an overleg: in memory, and of a process that just began as if it had been. */
export class Voorzitterlijn {
  readonly #omgeving: Omgeving;
  readonly #begonnen: number;
  readonly #gehoord = new Map<string, number>();

  constructor({ omgeving }: { omgeving: Omgeving }) {
    this.#omgeving = omgeving;
    this.#begonnen = omgeving.nu();
  }

  /** The chair looked, or did something. */
  hoor(overlegId: string): void {
    this.#gehoord.set(overlegId, this.#omgeving.nu());
  }

  /** When the chair was heard last, in ms since 1970. */
  stilSinds(overlegId: string): number {
    return this.#gehoord.get(overlegId) ?? this.#begonnen;
  }
}

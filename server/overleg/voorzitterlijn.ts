import type { Omgeving } from '../kern/omgeving.ts';

/**
 * Since when nothing is heard of who leads an overleg (OV2): in memory, and of a process that just began as if they had
 * been heard then.
 */
export class Voorzitterlijn {
  readonly #omgeving: Omgeving;
  readonly #begonnen: number;
  readonly #gehoord = new Map<string, number>();
  #isErbij: (overlegId: string, persoonId: string) => boolean = () => false;

  constructor({ omgeving }: { omgeving: Omgeving }) {
    this.#omgeving = omgeving;
    this.#begonnen = omgeving.nu();
  }

  /** Connects who knows whose line is there. */
  verbind(isErbij: (overlegId: string, persoonId: string) => boolean): void {
    this.#isErbij = isErbij;
  }

  /** Whether a line of this person is there. */
  isErbij(overlegId: string, persoonId: string): boolean {
    return this.#isErbij(overlegId, persoonId);
  }

  /** This person looked, did something, or went. */
  hoor(overlegId: string, persoonId: string): void {
    this.#gehoord.set(`${overlegId} ${persoonId}`, this.#omgeving.nu());
  }

  /** When this person was heard last, in ms since 1970: now, while their line is there. */
  stilSinds(overlegId: string, persoonId: string): number {
    if (this.#isErbij(overlegId, persoonId)) return this.#omgeving.nu();
    return this.#gehoord.get(`${overlegId} ${persoonId}`) ?? this.#begonnen;
  }
}

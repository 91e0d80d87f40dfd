import type { ServerResponse } from 'node:http';

/**
 * Answers whose bytes aren't all handed to the kernel yet. When a person's level drops, theirs are ended: from
 * the revocation's answer on, the process hands nothing more to that person's sockets (NK7).
 */
export class Openstaand {
  readonly #perPersoon = new Map<string, Set<ServerResponse>>();

  /** Follows an answer until it is out. */
  volg(persoonId: string | null, antwoord: ServerResponse): void {
    if (persoonId === null || antwoord.writableFinished) return;
    const lijst = this.#perPersoon.get(persoonId) ?? new Set();
    this.#perPersoon.set(persoonId, lijst);
    lijst.add(antwoord);
    antwoord.once('close', () => {
      lijst.delete(antwoord);
      if (lijst.size === 0 && this.#perPersoon.get(persoonId) === lijst) this.#perPersoon.delete(persoonId);
    });
  }

  /** Ends every answer to this person that still has unsent bytes. */
  breekAf(persoonId: string): void {
    for (const antwoord of this.#perPersoon.get(persoonId) ?? []) {
      if (!antwoord.writableFinished) antwoord.destroy();
    }
  }
}

import type { ServerResponse } from 'node:http';

/**
 * Answers whose bytes aren't all handed to the kernel yet. When a person's level drops, theirs are ended: from
 * the revocation's answer on, the process hands nothing more to that person's sockets (NK7).
 */
export class Openstaand {
  readonly #perMedewerker = new Map<string, Set<ServerResponse>>();

  /** Follows an answer until it is out. */
  volg(medewerkerId: string | null, antwoord: ServerResponse): void {
    if (medewerkerId === null || antwoord.writableFinished) return;
    const lijst = this.#perMedewerker.get(medewerkerId) ?? new Set();
    this.#perMedewerker.set(medewerkerId, lijst);
    lijst.add(antwoord);
    antwoord.once('close', () => {
      lijst.delete(antwoord);
      if (lijst.size === 0 && this.#perMedewerker.get(medewerkerId) === lijst)
        this.#perMedewerker.delete(medewerkerId);
    });
  }

  /** Ends every answer to this person that still has unsent bytes. */
  breekAf(medewerkerId: string): void {
    for (const antwoord of this.#perMedewerker.get(medewerkerId) ?? []) {
      if (!antwoord.writableFinished) antwoord.destroy();
    }
  }
}

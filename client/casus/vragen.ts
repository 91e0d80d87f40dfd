import type { OpenVoorAdvies, Verzoek, Verzoeken } from '../../shared/contract/toegangsverzoeken.ts';
import { roep } from '../api/api.ts';
import { Laatste } from '../api/laatste.ts';
import { volgCasus } from '../sync/volgen.ts';

const GEEN: Verzoeken = { verzoeken: [], openVoorAdvies: [] };

/** What one person asked, and what was asked of them, in one casus; kept true for whoever shows it. */
export class Vragen {
  verzoeken: readonly Verzoek[] = [];
  /** What of theirs is open at questions for advice (OV11). */
  openVoorAdvies: readonly OpenVoorAdvies[] = [];
  readonly #casusId: string;
  readonly #luisteraars = new Set<() => void>();
  readonly #laatste = new Laatste();
  #stop: (() => void) | null = null;

  constructor(casusId: string) {
    this.#casusId = casusId;
  }

  /** Tells of each change until the function that it gives is called; with nobody left it lets go of all of it (NK7). */
  volg(luisteraar: () => void): () => void {
    this.#luisteraars.add(luisteraar);
    this.#stop ??= volgCasus(this.#casusId, {
      kaart: () => {},
      zicht: () => void this.ververs(),
      aanwezig: () => {},
      verbinding: () => {},
      verzoek: () => void this.ververs(),
    });
    return () => {
      this.#luisteraars.delete(luisteraar);
      if (this.#luisteraars.size > 0) return;
      this.#stop?.();
      this.#stop = null;
      this.#laatste.vergeet();
      this.#zet(GEEN);
    };
  }

  /** Fetches them again. */
  async ververs(): Promise<void> {
    await this.#laatste.vraag(
      () => roep('verzoek.lijst', { params: { casusId: this.#casusId } }),
      (verzoeken) => {
        if (this.#stop !== null) this.#zet(verzoeken);
      },
      // Less may be seen now: better nothing than what was.
      () => this.#zet(GEEN),
    );
  }

  #zet({ verzoeken, openVoorAdvies }: Verzoeken): void {
    this.verzoeken = verzoeken;
    this.openVoorAdvies = openVoorAdvies;
    for (const vertel of this.#luisteraars) vertel();
  }
}

const perCasus = new Map<string, Vragen>();

/** Those of a casus; the same for all that show them. */
export function vragenVan(casusId: string): Vragen {
  const vragen = perCasus.get(casusId) ?? new Vragen(casusId);
  perCasus.set(casusId, vragen);
  return vragen;
}

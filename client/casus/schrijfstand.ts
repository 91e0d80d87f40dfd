import type { Veld } from '../../shared/contract/velden.ts';
import type { Compartimenttekst } from '../sync/compartimenttekst.ts';

const ALLEEN_LEZEN = 'U mag deze tekst nu alleen lezen.';

/** How one person writes in the texts of a board, and what they must know about it. Holds nothing of a text itself. */
export class Schrijfstand {
  /** Texts in which this person types along, and those of which their concept is open for writing. */
  readonly samen = new Set<string>();
  readonly conceptOpen = new Set<string>();
  readonly #meldingen = new Map<string, string>();

  /** What happened to a text that its reader must know; empty: nothing. */
  melding(veldId: string): string {
    return this.#meldingen.get(veldId) ?? '';
  }

  zetMelding(veldId: string, melding: string): void {
    if (melding === '') this.#meldingen.delete(veldId);
    else this.#meldingen.set(veldId, melding);
  }

  /** NK17: says why something was refused, at the text in which it was typed. @param leestNu ends the writing there */
  opWeigering(velden: Iterable<Veld>, compartimentId: string, reden: string, leestNu: boolean): void {
    for (const veld of velden) {
      if (veld.compartimentId !== compartimentId) continue;
      const open = veld.concept ? this.conceptOpen : this.samen;
      const veldId = veld.concept ? veld.conceptVoor : veld.id;
      if (veldId === null || !open.has(veldId)) continue;
      this.#meldingen.set(veldId, reden);
      if (leestNu) open.delete(veldId);
    }
  }

  /**
   * Ends the writing where it may no longer be done.
   * @param velden the texts of the board, by id
   * @returns what is to be said about it
   */
  ruimOp(
    velden: ReadonlyMap<string, Veld>,
    tekstVan: (veld: Veld) => Compartimenttekst | undefined,
  ): string | null {
    let gezegd: string | null = null;
    for (const veldId of [...this.samen, ...this.conceptOpen, ...this.#meldingen.keys()]) {
      const veld = velden.get(veldId);
      const niveau = veld && tekstVan(veld)?.niveau;
      if (veld === undefined) this.#vergeet(veldId);
      else if (niveau === 'lezen' && this.samen.delete(veldId)) {
        this.#meldingen.set(veldId, ALLEEN_LEZEN);
        gezegd = ALLEEN_LEZEN;
      } else if (niveau === 'schrijven' && this.melding(veldId) === ALLEEN_LEZEN) {
        this.#meldingen.delete(veldId);
      }
    }
    return gezegd;
  }

  wis(): void {
    this.samen.clear();
    this.conceptOpen.clear();
    this.#meldingen.clear();
  }

  #vergeet(veldId: string): void {
    this.samen.delete(veldId);
    this.conceptOpen.delete(veldId);
    this.#meldingen.delete(veldId);
  }
}

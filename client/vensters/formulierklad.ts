import { type Klad, type Kladwoorden, kladblok, kladplek } from '../klad/kladblok.ts';
import type { Waarden } from './veld.ts';

/** What of a form isn't saved: what was changed, beside what stood there, and the same in words for people. */
export interface Onbewaard {
  readonly waarden: Waarden;
  readonly basis: Waarden;
  readonly woorden: readonly Kladwoorden[];
}

/** Keeps what is filled in in one form until it is saved or thrown away, and finds what was left in it before (ST15). */
export class Formulierklad {
  readonly #host: HTMLElement;
  readonly #over: () => string;
  #id: string | null = null;

  /** @param over which of these forms it is, where a screen may have several */
  constructor(host: HTMLElement, over: () => string) {
    this.#host = host;
    this.#over = over;
  }

  /** What was left in this form and nobody holds; from now on this form does. */
  async neemOp(): Promise<Klad | null> {
    const blok = kladblok();
    await blok?.gelezen;
    if (this.#id !== null || !this.#host.isConnected) return null;
    const plek = kladplek();
    const klad = blok?.los.findLast((een) => een.plek === plek && een.vorm === this.#vorm) ?? null;
    if (klad === null) return null;
    this.#id = klad.id;
    blok?.pakVast(klad.id);
    return klad;
  }

  bewaar(onbewaard: Onbewaard): void {
    if (Object.keys(onbewaard.waarden).length === 0) {
      this.gooiWeg();
      return;
    }
    const blok = kladblok();
    this.#id ??= crypto.randomUUID();
    blok?.pakVast(this.#id);
    blok?.zet({
      ...onbewaard,
      id: this.#id,
      plek: kladplek(),
      vorm: this.#vorm,
      op: Date.now(),
      tekst: null,
    });
  }

  /**
   * The form goes, and what stood in it stays.
   * @param isDicht it went because what it is about closed: then one's own words stay, and nothing else (NK7)
   */
  laatLos(isDicht: boolean): void {
    if (this.#id === null) return;
    if (isDicht) kladblok()?.houdEigen(this.#id);
    kladblok()?.laatLos(this.#id);
    this.#id = null;
  }

  gooiWeg(): void {
    if (this.#id !== null) kladblok()?.gooiWeg(this.#id);
    this.#id = null;
  }

  get #vorm(): string {
    return `${this.#host.localName} ${this.#over()}`;
  }
}

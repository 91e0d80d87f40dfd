import type { NietOpgeslagen } from '../ui/niet-opgeslagen.ts';
import { type Onbewaard, waak } from '../ui/onbewaard.ts';
import type { Tussenvraag } from './tussenvraag.ts';

/** What has to be known of a form to ask before what stands in it goes. */
export interface Bewaakt {
  /** Its element. */
  readonly waar: Node;
  readonly blijftInDePagina: boolean;
  readonly tussenvraag: Tussenvraag;
  isBezig(): boolean;
  isGewijzigd(): boolean;
  eigenWoorden(): readonly NietOpgeslagen[];
  /** The person chose to lose it. */
  gooiWeg(): void;
}

/** Asks before what was filled in and isn't saved goes: Esc, closing, Back, another screen, signing out, F5 (ST15). */
export class Formulierwaak implements Onbewaard {
  /** It was saved, or may go. */
  klaar = false;
  readonly #vorm: Bewaakt;
  #nietMeer: (() => void) | undefined;

  constructor(vorm: Bewaakt) {
    this.#vorm = vorm;
  }

  begin(): void {
    this.#nietMeer = waak(this);
  }

  eindig(): void {
    this.#nietMeer?.();
    this.#vorm.tussenvraag.zegNee();
  }

  get waar(): Node {
    return this.#vorm.waar;
  }

  get blijftInDePagina(): boolean {
    return this.#vorm.blijftInDePagina;
  }

  isTeVerliezen(): boolean {
    return !this.klaar && (this.#vorm.isBezig() || this.#vorm.isGewijzigd());
  }

  async vraag(): Promise<boolean> {
    const { tussenvraag } = this.#vorm;
    // What is on its way isn't stopped by leaving; asking again is saying no.
    if (this.#vorm.isBezig()) return false;
    if (tussenvraag.nu !== null) {
      tussenvraag.zegNee();
      return false;
    }
    this.klaar = await tussenvraag.stel('Wat u typte, is nog niet bewaard.', 'Weggooien');
    if (this.klaar) this.#vorm.gooiWeg();
    return this.klaar;
  }

  eigenWoorden(): readonly NietOpgeslagen[] {
    return this.klaar ? [] : this.#vorm.eigenWoorden();
  }
}

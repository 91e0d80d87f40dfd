import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { komtNa } from '../ui/nakomend.ts';
import type { schrijfvlak } from './schrijfvlak.ts';

const SCHRIJVEN = komtNa(async () => (await import('./schrijfdelen.ts')).schrijfvlak);

const NIET_OPGEHAALD =
  'Dit deel van de tekst is nu niet op te halen. Er is niets verloren. Controleer uw netwerk en laad de pagina opnieuw.';

/** What it takes to write in a text, fetched once for all of them. */
let gehaald: typeof schrijfvlak | null = null;

/** Fetches it before anybody needs it. What fails is said when it is needed. */
export async function haalSchrijfhelft(): Promise<void> {
  gehaald = await SCHRIJVEN().catch(() => null);
}

/** Fetches the half of a text that one doesn't need to read, as soon as its host needs it. */
export class Schrijfhelft implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #meld: (zin: string) => void;
  #gevraagd = false;

  /** @param meld says it when it can't be fetched */
  constructor(host: ReactiveControllerHost, meld: (zin: string) => void) {
    this.#host = host;
    this.#meld = meld;
    host.addController(this);
  }

  hostConnected(): void {}

  /** The editor's place; null while it isn't here: it comes then. */
  get vlak(): typeof schrijfvlak | null {
    if (gehaald === null && !this.#gevraagd) void this.#haal();
    return gehaald;
  }

  async #haal(): Promise<void> {
    this.#gevraagd = true;
    try {
      gehaald = await SCHRIJVEN();
    } catch {
      this.#meld(NIET_OPGEHAALD);
    }
    this.#host.requestUpdate();
  }
}

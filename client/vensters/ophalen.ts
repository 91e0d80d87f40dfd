import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { berichtVan } from '../api/api.ts';
import { Laatste } from '../api/laatste.ts';
import '../ui/melding.ts';

/** Asks the server something when its host appears, such as what one can choose from. Tells when it is there. */
export class Ophalen<T> implements ReactiveController {
  /** Undefined: not here yet, or it didn't work. */
  antwoord: T | undefined;
  #fout = '';
  readonly #host: ReactiveControllerHost;
  readonly #haal: () => Promise<T>;
  readonly #laatste = new Laatste();

  constructor(host: ReactiveControllerHost, haal: () => Promise<T>) {
    this.#host = host;
    this.#haal = haal;
    host.addController(this);
  }

  hostConnected(): void {
    // The host's properties are set by the time that it updates.
    void this.#host.updateComplete.then(() => this.#vraag());
  }

  hostDisconnected(): void {
    this.#laatste.vergeet();
  }

  /** What to show while it isn't there. */
  stand(): TemplateResult {
    return this.#fout === ''
      ? html`<p role="status">Een ogenblik…</p>`
      : html`<rt-melding soort="fout" kop="Niet geladen" .inhoud=${this.#fout}></rt-melding>`;
  }

  #vraag(): Promise<void> {
    return this.#laatste.vraag(
      this.#haal,
      (antwoord) => {
        this.antwoord = antwoord;
        this.#fout = '';
        this.#host.requestUpdate();
      },
      (fout) => {
        this.#fout = berichtVan(fout);
        this.#host.requestUpdate();
      },
    );
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { datumVan } from './datum.ts';

/** So often is looked whether it is another day: a clock may be set, or a laptop may have slept. */
const KIJK_MS = 20_000;

/** What day it is in the Netherlands, for as long as an element stands: at midnight its host updates (ST17). */
export class Dag implements ReactiveController {
  /** `jjjj-mm-dd` */
  vandaag = datumVan(new Date());
  readonly #host: ReactiveControllerHost;
  #klok: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#kijk();
    this.#klok = setInterval(this.#kijk, KIJK_MS);
    document.addEventListener('visibilitychange', this.#kijk);
  }

  hostDisconnected(): void {
    clearInterval(this.#klok);
    document.removeEventListener('visibilitychange', this.#kijk);
  }

  readonly #kijk = (): void => {
    const nu = datumVan(new Date());
    if (nu === this.vandaag) return;
    this.vandaag = nu;
    this.#host.requestUpdate();
  };
}

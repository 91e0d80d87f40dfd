import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** So often is looked: a timer until the moment itself would stand still while a laptop sleeps. */
const KIJK_MS = 250;

/** Does something once a moment has come, for as long as an element stands, also when nobody tells it so (NK7). */
export class OpMoment implements ReactiveController {
  readonly #doe: () => void;
  #moment: number | null = null;
  #klok: ReturnType<typeof setInterval> | undefined;
  #staat = false;

  constructor(host: ReactiveControllerHost, doe: () => void) {
    this.#doe = doe;
    host.addController(this);
  }

  hostConnected(): void {
    this.#staat = true;
    document.addEventListener('visibilitychange', this.#kijk);
    this.#begin();
  }

  hostDisconnected(): void {
    this.#staat = false;
    document.removeEventListener('visibilitychange', this.#kijk);
    clearInterval(this.#klok);
  }

  /** @param moment in ms since 1970; null, or past: there is nothing to wait for */
  zet(moment: number | null): void {
    this.#moment = moment !== null && moment > Date.now() ? moment : null;
    this.#begin();
  }

  #begin(): void {
    clearInterval(this.#klok);
    if (this.#staat && this.#moment !== null) this.#klok = setInterval(this.#kijk, KIJK_MS);
  }

  readonly #kijk = (): void => {
    if (this.#moment === null || Date.now() < this.#moment) return;
    this.#moment = null;
    clearInterval(this.#klok);
    this.#doe();
  };
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Below this width all stands in one column. */
const SMAL = matchMedia('(width < 56.25rem)');

/** Whether the board stands in one column; its host updates when that changes. */
export class Smal implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get isSmal(): boolean {
    return SMAL.matches;
  }

  hostConnected(): void {
    SMAL.addEventListener('change', this.#opBreedte);
  }

  hostDisconnected(): void {
    SMAL.removeEventListener('change', this.#opBreedte);
  }

  readonly #opBreedte = (): void => this.#host.requestUpdate();
}

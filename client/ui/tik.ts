import type { ReactiveController, ReactiveControllerHost } from 'lit';

const TIK_MS = 1_000;

/**
 * Has its host draw anew when what it says of the time is otherwise, looked at each second; what didn't change isn't
 * drawn, so that nothing on the screen moves.
 */
export class Tik implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #zegt: () => string;
  #gezegd = '';
  #klok: ReturnType<typeof setInterval> | undefined;

  /** @param zegt what of the host depends on the time */
  constructor(host: ReactiveControllerHost, zegt: () => string) {
    this.#host = host;
    this.#zegt = zegt;
    host.addController(this);
  }

  hostConnected(): void {
    this.#klok = setInterval(() => {
      if (this.#zegt() !== this.#gezegd) this.#host.requestUpdate();
    }, TIK_MS);
  }

  hostDisconnected(): void {
    clearInterval(this.#klok);
  }

  hostUpdated(): void {
    this.#gezegd = this.#zegt();
  }
}

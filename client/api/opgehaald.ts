import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { berichtVan } from './apifout.ts';
import { Laatste } from './laatste.ts';

/**
 * What a screen shows of the server: fetched when the screen comes, when somebody comes back to its tab, and when it is
 * asked for. Only the answer to the latest question counts; with the screen goes what was fetched (NK7). What can't be
 * fetched anew stays, with why (ST16).
 *
 * @example private readonly lijst = new Opgehaald(this, () => roep('overleg.lijst'));
 */
export class Opgehaald<T> implements ReactiveController {
  /** Undefined: nothing was fetched yet. */
  waarde: T | undefined;
  /** Why the latest question had no answer; empty when it had. */
  fout = '';
  readonly #host: ReactiveControllerHost;
  readonly #haal: () => Promise<T>;
  readonly #kreeg: (waarde: T) => void;
  readonly #laatste = new Laatste();

  /** @param kreeg told of each answer that counts, before the screen shows it */
  constructor(host: ReactiveControllerHost, haal: () => Promise<T>, kreeg: (waarde: T) => void = () => {}) {
    this.#host = host;
    this.#haal = haal;
    this.#kreeg = kreeg;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('focus', this.ververs);
    void this.ververs();
  }

  hostDisconnected(): void {
    window.removeEventListener('focus', this.ververs);
    this.#laatste.vergeet();
    this.waarde = undefined;
    this.fout = '';
  }

  readonly ververs = (): Promise<void> =>
    this.#laatste.vraag(
      this.#haal,
      (waarde) => {
        this.waarde = waarde;
        this.fout = '';
        this.#kreeg(waarde);
        this.#host.requestUpdate();
      },
      (fout) => {
        this.fout = berichtVan(fout);
        this.#host.requestUpdate();
      },
    );
}

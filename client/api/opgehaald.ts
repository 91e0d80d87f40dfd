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

  /** What is told of it is so here as well, without asking; null, or while it is being asked: it is asked. */
  readonly wordt = (anders: (waarde: T) => T | null): void => {
    const is = this.waarde === undefined || this.#laatste.wacht ? null : anders(this.waarde);
    if (is === null) void this.ververs();
    else this.#neem(is);
  };

  /** Until nothing is being asked any more. */
  rust(): Promise<void> {
    return this.#laatste.rust();
  }

  readonly ververs = (): Promise<void> =>
    this.#laatste.vraag(
      this.#haal,
      (waarde) => {
        this.fout = '';
        this.#neem(waarde);
      },
      (fout) => {
        this.fout = berichtVan(fout);
        this.#host.requestUpdate();
      },
    );

  #neem(waarde: T): void {
    this.waarde = waarde;
    this.#kreeg(waarde);
    this.#host.requestUpdate();
  }
}

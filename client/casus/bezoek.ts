import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Sinds } from '../../shared/contract/bezoeken.ts';
import { roep, voorWie } from '../api/api.ts';
import { Laatste } from '../api/laatste.ts';
import { bijAfmelden } from '../ui/bij-afmelden.ts';

/** What is known of what is new: it is asked, it can't be asked now, or it is there. */
export type Bezoekstand = 'wacht' | 'mislukt' | Sinds;

/**
 * Says that this person is at a board, and that they go: closing it, signing out, turning to another tab. What they were
 * shown until then is what *sinds u hier was* is compared with the next time; the server keeps that.
 */
export class Bezoek implements ReactiveController {
  stand: Bezoekstand = 'wacht';
  readonly #host: ReactiveControllerHost;
  readonly #casusId: string;
  readonly #isTrouw: () => boolean;
  readonly #voor = voorWie().persoon;
  readonly #laatste = new Laatste();
  #isHier = false;
  #stopAfmelden: (() => void) | undefined;

  /**
   * Begins when the board stands.
   * @param isTrouw whether the board shows what the server has: else it wasn't seen
   */
  constructor(host: ReactiveControllerHost, casusId: string, isTrouw: () => boolean) {
    this.#host = host;
    this.#casusId = casusId;
    this.#isTrouw = isTrouw;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#opZichtbaar);
    window.addEventListener('pagehide', this.#ga);
    this.#stopAfmelden = bijAfmelden(this.#ga);
    void this.kom();
  }

  hostDisconnected(): void {
    void this.#ga();
    document.removeEventListener('visibilitychange', this.#opZichtbaar);
    window.removeEventListener('pagehide', this.#ga);
    this.#stopAfmelden?.();
    this.#laatste.vergeet();
    this.#host.removeController(this);
  }

  /** What is new? Asked once for a board, and when more of it was opened. */
  async kom(): Promise<void> {
    this.#isHier = true;
    await this.#vraag('kom');
  }

  /** It was read, and is new no longer. */
  readonly las = (): Promise<void> => this.#vraag('las');

  async #vraag(ik: 'kom' | 'las'): Promise<void> {
    await this.#laatste.vraag(
      () => roep('casus.bezoek', { params: { casusId: this.#casusId }, body: { ik } }),
      (stand) => {
        this.stand = stand;
        this.#host.requestUpdate();
      },
      // It is of help, and no more: the board says what is wrong with the line.
      () => {
        if (this.stand === 'wacht') this.stand = 'mislukt';
        this.#host.requestUpdate();
      },
    );
  }

  readonly #opZichtbaar = (): void => {
    if (document.visibilityState === 'hidden') void this.#ga();
    else if (!this.#isHier) void this.kom();
  };

  readonly #ga = async (): Promise<void> => {
    // ST12: not in the name of who signed in meanwhile.
    if (!this.#isHier || !this.#isTrouw() || this.#voor !== voorWie().persoon) return;
    this.#isHier = false;
    this.#laatste.vergeet();
    const params = { casusId: this.#casusId };
    // Nobody is left to tell that it failed.
    await roep('casus.bezoek', { params, body: { ik: 'ga' }, gaatDoor: true }).catch(() => {});
  };
}

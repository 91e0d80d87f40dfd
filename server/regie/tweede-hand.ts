import type { TweedeHand, TweedeHandBesluit } from '../../shared/contract/tweede-hand.ts';
import type { Wie } from '../http/route.ts';
import { nietGevonden } from '../kern/weigering.ts';

/**
 * A kind of thing that waits for a second hand: of somebody who has no seat there, and so sees no content (NK30). A
 * capability says of its kind what waits for whom, and decides; its shape stands in `shared/contract/tweede-hand.ts`.
 */
export interface Tweedehandsoort<S extends TweedeHand['soort'] = TweedeHand['soort']> {
  readonly soort: S;
  /** What of it waits for this person now. */
  wacht(wie: Wie): Extract<TweedeHand, { readonly soort: S }>[];
  /**
   * Decides, in the step of its caller.
   * @returns false: there is none by this id, or it doesn't wait for them, which look alike (NK5)
   * @throws Weigering 409 when it did and another was first, 422
   */
  beslis(wie: Wie, id: string, besluit: TweedeHandBesluit): boolean;
}

/** Every kind of thing that waits for a second hand; `app.ts` puts the kinds of higher rooms in. */
export class TweedeHanden {
  readonly #soorten: Tweedehandsoort[] = [];

  voegToe(soort: Tweedehandsoort): void {
    this.#soorten.push(soort);
  }

  /** All that waits for this person, the longest waiting first. */
  wacht(wie: Wie): TweedeHand[] {
    return this.#soorten
      .flatMap((soort) => soort.wacht(wie))
      .sort((een, ander) => een.sinds.localeCompare(ander.sinds));
  }

  /** @throws Weigering 404, 409, 422 */
  beslis(wie: Wie, id: string, besluit: TweedeHandBesluit): void {
    if (!this.#soorten.some((soort) => soort.beslis(wie, id, besluit))) throw nietGevonden();
  }
}

import type { TweedeHand } from '../../shared/contract/tweede-hand.ts';
import type { Aanmelden } from '../aanmelden/aanmelden.ts';
import type { Deelneming } from '../casus/casus.ts';
import type { Wie } from '../http/route.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import { beginVan, datumOp } from '../kern/tijd.ts';
import type { Tweedehandsoort } from './tweede-hand.ts';

/** For so many days after its term somebody's supervisor sees that a request was left unanswered. */
const DAGEN_IN_ZICHT = 14;
const DAG_MS = 24 * 60 * 60 * 1000;

type Gehoord = Extract<TweedeHand, { readonly soort: 'onbeantwoord' }>;

/** Who knows which requests were left unanswered; `Verzoeken` (toegang) is it. */
interface Liggend {
  onbeantwoord(
    persoonIds: ReadonlySet<string>,
    na: number,
    zonder: string,
  ): { readonly wie: Pick<Deelneming, 'persoonId' | 'naam'>; readonly gevraagdOp: number }[];
}

/**
 * What nobody answered within the term reaches the keeper's supervisor: who, and since which day the oldest waited (NK27).
 * One line a person, whatever the number; there is nothing to decide on.
 */
export class Onbeantwoord implements Tweedehandsoort<'onbeantwoord'> {
  readonly soort = 'onbeantwoord';
  readonly #aanmelden: Aanmelden;
  readonly #omgeving: Omgeving;
  readonly #verzoeken: Liggend;

  constructor(behoeften: { aanmelden: Aanmelden; omgeving: Omgeving; verzoeken: Liggend }) {
    this.#aanmelden = behoeften.aanmelden;
    this.#omgeving = behoeften.omgeving;
    this.#verzoeken = behoeften.verzoeken;
  }

  wacht({ persoonId }: Wie): Gehoord[] {
    const mensen = this.#aanmelden.geleidDoor(persoonId);
    if (mensen.size === 0) return [];
    const na = this.#omgeving.nu() - DAGEN_IN_ZICHT * DAG_MS;
    const perPersoon = new Map<string, Gehoord>();
    const liggend = this.#verzoeken.onbeantwoord(mensen, na, persoonId);
    for (const { wie, gevraagdOp } of liggend.sort((a, b) => a.gevraagdOp - b.gevraagdOp)) {
      if (perPersoon.has(wie.persoonId)) continue;
      // The day: a moment would say which request it was to whoever knows when something was asked.
      const sinds = new Date(beginVan(datumOp(gevraagdOp))).toISOString();
      perPersoon.set(wie.persoonId, { soort: 'onbeantwoord', id: wie.persoonId, sinds, naam: wie.naam });
    }
    return [...perPersoon.values()];
  }

  beslis(): boolean {
    return false;
  }
}

import { ApiFout } from './apifout.ts';

/** Waited between one time that it is sent and the next, in ms; then it ends, within half a minute and the answers. */
const PAUZES_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

/** What was sent: under which key, and while which words stood in the form. */
interface Zending {
  readonly woorden: string;
  readonly wat: string;
  readonly sleutel: string;
  readonly stuur: (sleutel: string) => Promise<unknown>;
  /** Nobody knows whether it was done. */
  onzeker: boolean;
}

/**
 * What somebody means to make once, however often it must be sent (ST13): one form, as long as its words stay the same.
 * Sends again by itself when no answer came, under the same key, so that the server makes it once. What is typed anew
 * has another key, and so has what follows on what went well.
 */
export class Poging {
  readonly #bijWachten: (wacht: boolean) => void;
  readonly #pauzeer: (ms: number) => Promise<void>;
  #woorden = '';
  #laatste: Zending | null = null;

  /**
   * @param bijWachten is told when it begins to wait for its next time, and when that is over
   * @param pauzeer waits so many ms
   */
  constructor(bijWachten: (wacht: boolean) => void, pauzeer: (ms: number) => Promise<void> = totOnline) {
    this.#bijWachten = bijWachten;
    this.#pauzeer = pauzeer;
  }

  /** What stands in the form that is sent next, as one text. */
  zetWoorden(woorden: string): void {
    this.#woorden = woorden;
  }

  /**
   * Sends it until there is an answer. As long as nobody knows whether the same words were done, it is what was sent
   * then that is sent again: what others did meanwhile may make something else of them.
   * @param wat all that is asked, as one text
   * @throws {ApiFout}
   */
  async doe<T>(wat: string, stuur: (sleutel: string) => Promise<T>): Promise<T> {
    const zending = this.#zending(wat, stuur);
    this.#laatste = zending;
    try {
      // The same command of the same form.
      const antwoord = (await this.#stuurSteeds(() => zending.stuur(zending.sleutel))) as T;
      this.#laatste = null;
      return antwoord;
    } catch (fout) {
      zending.onzeker = isAntwoordKwijt(fout);
      // Under this key nothing more can come of it.
      if (fout instanceof ApiFout && OPGEBRUIKT.has(fout.code)) this.#laatste = null;
      throw isAntwoordKwijt(fout) ? onzeker(fout) : fout;
    }
  }

  #zending(wat: string, stuur: Zending['stuur']): Zending {
    const { woorden, wat: toen, sleutel, onzeker } = this.#laatste ?? LEEG;
    if (onzeker && woorden === this.#woorden && this.#laatste !== null) return this.#laatste;
    return {
      woorden: this.#woorden,
      wat,
      sleutel: wat === toen ? sleutel : crypto.randomUUID(),
      stuur,
      onzeker: false,
    };
  }

  async #stuurSteeds<T>(stuur: () => Promise<T>): Promise<T> {
    let isWachtend = false;
    try {
      for (const pauze of PAUZES_MS) {
        try {
          return await stuur();
        } catch (fout) {
          if (!isAntwoordKwijt(fout)) throw fout;
        }
        if (!isWachtend) this.#bijWachten(true);
        isWachtend = true;
        await this.#pauzeer(pauze);
      }
      return await stuur();
    } finally {
      if (isWachtend) this.#bijWachten(false);
    }
  }
}

const LEEG = { woorden: '', wat: null, sleutel: '', onzeker: false } as const;

/** What somebody reads while it waits for its next time. */
export const WACHT_OP_ANTWOORD =
  'Regietafel antwoordt niet. Wat u invulde, staat er nog. Wij proberen het vanzelf opnieuw; u hoeft niets te doen.';

const OPGEBRUIKT = new Set(['al_gedaan', 'sleutel_hergebruikt']);

/** Whether nobody knows if it was done. */
function isAntwoordKwijt(fout: unknown): fout is ApiFout {
  return fout instanceof ApiFout && fout.isZonderAntwoord;
}

function onzeker(fout: ApiFout): ApiFout {
  // Then the server itself says that nothing was kept.
  if (fout.code === 'opslag_onbereikbaar') return fout;
  return new ApiFout(
    fout.status,
    fout.code,
    'Regietafel antwoordt niet. Het is niet zeker of dit is bewaard. Controleer uw netwerk en probeer het straks opnieuw: het komt er niet dubbel in.',
  );
}

/** Waits so many ms, or until the network is back. */
function totOnline(ms: number): Promise<void> {
  return new Promise((klaar) => {
    const verder = (): void => {
      clearTimeout(klok);
      window.removeEventListener('online', verder);
      klaar();
    };
    const klok = setTimeout(verder, ms);
    window.addEventListener('online', verder);
  });
}

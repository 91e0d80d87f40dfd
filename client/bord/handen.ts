import type { LitElement } from 'lit';
import { berichtVan, Poging } from '../api/api.ts';
import { WACHT_OP_ANTWOORD } from '../api/poging.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Doe } from '../kaarten/doe.ts';
import { aankondigen } from '../ui/aankondigen.ts';

/** What the parts of a board ask of the whole, without a window; one for as long as the board lives. */
export class Handen {
  /** What didn't work, or waits for an answer; `''`: nothing. */
  melding = '';
  readonly #host: LitElement;
  readonly #verbinding: () => Bordverbinding | undefined;

  readonly #bijOpening: () => void;

  /**
   * @param verbinding to the casus of now
   * @param bijOpening is told that more stands open
   */
  constructor(host: LitElement, verbinding: () => Bordverbinding | undefined, bijOpening: () => void) {
    this.#host = host;
    this.#verbinding = verbinding;
    this.#bijOpening = bijOpening;
  }

  readonly doe: Doe = {
    zetStand: (kaart, stand) =>
      this.#probeer(async (verbinding) => {
        if (kaart.ikVoerUit) await verbinding.zetStap(kaart.id, { stand }, this.#poging());
        else await verbinding.zetStand(kaart, stand);
      }),
    open: async (compartiment, van) => {
      const deel = van.closest<HTMLElement>('details, section');
      await this.#probeer(async (verbinding) => {
        const { kaarten } = await verbinding.open(compartiment.id);
        this.#bijOpening();
        // The button is gone: focus goes to the heading of what came in its place.
        await this.#host.updateComplete;
        const kop = deel?.querySelector<HTMLElement>('summary, h3, h2');
        if (kop?.matches('h2, h3')) kop.tabIndex = -1;
        kop?.focus();
        aankondigen(kaarten.length === 0 ? 'Geopend. Er staat niets in.' : 'Geopend.');
      });
    },
  };

  readonly sluitMelding = (): void => this.#meld('');

  #meld(melding: string): void {
    this.melding = melding;
    this.#host.requestUpdate();
  }

  /** For one press: it says so while it waits for an answer. */
  #poging(): Poging {
    return new Poging((wacht) => this.#meld(wacht ? WACHT_OP_ANTWOORD : ''));
  }

  /** @returns whether it worked; if not, the board says why */
  async #probeer(doe: (verbinding: Bordverbinding) => Promise<void>): Promise<boolean> {
    const verbinding = this.#verbinding();
    if (verbinding === undefined) return false;
    this.#meld('');
    try {
      await doe(verbinding);
      return true;
    } catch (fout) {
      this.#meld(berichtVan(fout));
      // What was refused may have been about an older board than the server's.
      void verbinding.ververs();
      return false;
    }
  }
}

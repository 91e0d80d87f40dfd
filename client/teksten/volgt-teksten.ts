import type { ReactiveController } from 'lit';
import { property } from 'lit/decorators.js';
import type { Bordteksten } from '../casus/bordteksten.ts';
import { LichtElement } from '../ui/licht-element.ts';

/**
 * An element that shows something of the texts. It renders again when what it shows of them has changed, and not
 * for every key that somebody presses elsewhere on the board.
 */
export abstract class VolgtTeksten extends LichtElement {
  @property({ attribute: false }) teksten!: Bordteksten;

  constructor() {
    super();
    this.addController(this.volger());
  }

  /** What it shows of the texts, in a string that is another one when that changes. */
  protected abstract beeld(): string;

  private volger(): ReactiveController {
    let gevolgd: Bordteksten | undefined;
    let stop: (() => void) | undefined;
    let laatste = '';
    return {
      hostConnected: () => this.requestUpdate(),
      hostUpdate: () => {
        // Lit may still render what has just left the page; it must not be held on to (NK7).
        if (this.isConnected && this.teksten !== gevolgd) {
          stop?.();
          gevolgd = this.teksten;
          stop = gevolgd.luister(() => {
            if (this.beeld() !== laatste) this.requestUpdate();
          });
        }
        laatste = this.beeld();
      },
      hostDisconnected: () => {
        stop?.();
        stop = undefined;
        gevolgd = undefined;
      },
    };
  }
}

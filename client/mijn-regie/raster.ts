import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** By how many rows and columns each key moves. */
const STAPPEN: Readonly<Record<string, readonly [rij: number, kolom: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
};

/**
 * Arrows move by cell through the grid in an element, after the ARIA pattern: one stop for Tab, which is the cell where
 * one was. In a cell with a link that has focus, so that Enter goes there.
 */
export class Raster implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #plek: readonly [rij: number, kolom: number] = [0, 0];

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#opToets);
    this.#host.addEventListener('focusin', this.#opFocus);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#opToets);
    this.#host.removeEventListener('focusin', this.#opFocus);
  }

  hostUpdated(): void {
    const rijen = this.#rijen();
    const hier = this.#bij(rijen, this.#plek);
    for (const cel of rijen.flat()) {
      // Also where it says -1 by itself: a cell without the attribute takes no focus at all.
      doelIn(cel).tabIndex = cel === hier ? 0 : -1;
    }
  }

  /** The cells that are on the screen, by row; in a narrow window those that ask nothing aren't. */
  #rijen(): HTMLElement[][] {
    return [...this.#host.querySelectorAll<HTMLElement>('tbody tr')]
      .map((rij) =>
        [...rij.querySelectorAll<HTMLElement>('th, td')].filter((cel) => cel.offsetParent !== null),
      )
      .filter((cellen) => cellen.length > 0);
  }

  #bij(rijen: readonly HTMLElement[][], [rij, kolom]: readonly [number, number]): HTMLElement | undefined {
    const cellen = rijen[Math.min(Math.max(rij, 0), rijen.length - 1)];
    return cellen?.[Math.min(Math.max(kolom, 0), cellen.length - 1)];
  }

  #plekVan(rijen: readonly HTMLElement[][], wat: EventTarget | null): readonly [number, number] | null {
    if (!(wat instanceof Node)) return null;
    const rij = rijen.findIndex((cellen) => cellen.some((cel) => cel.contains(wat)));
    const kolom = rijen[rij]?.findIndex((cel) => cel.contains(wat)) ?? -1;
    return rij === -1 ? null : [rij, kolom];
  }

  readonly #opToets = (toets: KeyboardEvent): void => {
    const stap = STAPPEN[toets.key];
    if (stap === undefined || toets.ctrlKey || toets.metaKey || toets.altKey) return;
    const rijen = this.#rijen();
    const plek = this.#plekVan(rijen, toets.target);
    if (plek === null) return;
    toets.preventDefault();
    const naar = this.#bij(rijen, [plek[0] + stap[0], plek[1] + stap[1]]);
    if (naar !== undefined) doelIn(naar).focus();
  };

  readonly #opFocus = ({ target }: FocusEvent): void => {
    const plek = this.#plekVan(this.#rijen(), target);
    if (plek === null) return;
    this.#plek = plek;
    this.hostUpdated();
  };
}

/** What has focus for a cell: its link, or where there is none, itself. */
function doelIn(cel: HTMLElement): HTMLElement {
  return cel.querySelector<HTMLElement>('a') ?? cel;
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What can be held on to: what one reads is in one of these. */
const HOUVAST =
  'li, details, section, p, h1, h2, h3, summary, button, input, textarea, [contenteditable], .bord-tekstvak';
/** Where one reads when nothing else says so: this far down the window. */
const LEESHOOGTE = 0.3;

/**
 * Keeps what one reads or types where it is in the window, when what stands above it grows or shrinks. A browser does
 * so itself in part: not at the top of the page, and not everywhere.
 */
export class Leesanker implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #maat = new ResizeObserver(() => this.#herstel());
  #gevolgd: readonly Element[] = [];
  #wijzer: { readonly x: number; readonly y: number } | null = null;
  #anker: { readonly bij: Element; readonly top: number } | null = null;
  #beurt = 0;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.documentElement.classList.add('bord-ankert');
    window.addEventListener('scroll', this.#straks, { passive: true });
    this.#host.addEventListener('focusin', this.#straks);
    this.#host.addEventListener('pointermove', this.#opWijzer, { passive: true });
    this.#host.addEventListener('pointerleave', this.#opWeg);
  }

  hostDisconnected(): void {
    document.documentElement.classList.remove('bord-ankert');
    window.removeEventListener('scroll', this.#straks);
    this.#host.removeEventListener('focusin', this.#straks);
    this.#host.removeEventListener('pointermove', this.#opWijzer);
    this.#host.removeEventListener('pointerleave', this.#opWeg);
    cancelAnimationFrame(this.#beurt);
    this.#maat.disconnect();
    this.#gevolgd = [];
    this.#anker = null;
  }

  hostUpdated(): void {
    const nu = [...this.#host.querySelectorAll('.bord-kop, .bord-kolom > *')];
    if (nu.length === this.#gevolgd.length && nu.every((deel, i) => deel === this.#gevolgd[i])) return;
    this.#maat.disconnect();
    for (const deel of nu) this.#maat.observe(deel);
    this.#gevolgd = nu;
  }

  /** After layout, before it is drawn. */
  #herstel(): void {
    const anker = this.#anker;
    if (anker?.bij.isConnected) {
      const verschil = anker.bij.getBoundingClientRect().top - anker.top;
      if (Math.abs(verschil) >= 1) window.scrollBy({ top: verschil, behavior: 'instant' });
    }
    this.#kies();
  }

  readonly #straks = (): void => {
    cancelAnimationFrame(this.#beurt);
    this.#beurt = requestAnimationFrame(() => this.#kies());
  };

  readonly #opWijzer = ({ clientX: x, clientY: y, pointerType }: PointerEvent): void => {
    // A finger is only there while it touches.
    if (pointerType !== 'mouse') return;
    this.#wijzer = { x, y };
    this.#straks();
  };

  readonly #opWeg = (): void => {
    this.#wijzer = null;
  };

  #kies(): void {
    const bij = this.#waarMenIs();
    this.#anker = bij === null ? null : { bij, top: bij.getBoundingClientRect().top };
  }

  #waarMenIs(): Element | null {
    const { activeElement } = document;
    if (activeElement !== null && this.#host.contains(activeElement) && isInBeeld(activeElement)) {
      return activeElement;
    }
    const kolom = this.#host.querySelector('.bord-midden')?.getBoundingClientRect();
    const plek = this.#wijzer ?? { x: (kolom?.left ?? 0) + 40, y: innerHeight * LEESHOOGTE };
    const gevonden = document.elementFromPoint(plek.x, plek.y)?.closest(HOUVAST) ?? null;
    return gevonden !== null && this.#host.contains(gevonden) ? gevonden : null;
  }
}

function isInBeeld(deel: Element): boolean {
  const { top, bottom } = deel.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** Where somebody was on a screen: kept in this page's memory only, so that Back brings them there again. */
export interface Plek {
  readonly hoogte: number;
  /** What had focus; null: nothing. */
  readonly bij: Herkenning | null;
}

/** By what something is found again when the screen was drawn anew. */
interface Herkenning {
  readonly soort: string;
  readonly id: string;
  readonly href: string | null;
  readonly tekst: string;
  /** The nearest place with an address that it stands in. */
  readonly plaats: string | null;
}

/** How long a screen may take to come back as it was. */
const GEDULD_MS = 3_000;
const IETS_ANDERS = ['wheel', 'keydown', 'pointerdown', 'touchstart'] as const;

/** Where somebody is now. */
export function plekNu(): Plek {
  const nu = document.activeElement;
  const bij = nu === null || nu === document.body ? null : herkenning(nu);
  return { hoogte: window.scrollY, bij };
}

/**
 * Brings somebody back to where they were, as soon as it stands there again; not when they do something else first.
 * @returns what ends the waiting
 */
export function keerTerug(binnen: HTMLElement, { hoogte, bij }: Plek): () => void {
  let gevonden = bij === null;
  return tijdensOpbouw(binnen, () => {
    if (!gevonden && bij !== null) {
      const weer = [...binnen.querySelectorAll<HTMLElement>(bij.soort)].find((een) =>
        isGelijk(herkenning(een), bij),
      );
      weer?.focus({ preventScroll: true });
      gevonden = weer !== undefined;
    }
    window.scrollTo(0, hoogte);
  });
}

/**
 * Does something now, and again at each change while a screen is drawn: what it is about may come late, and move when
 * something else comes. Ends as soon as the person does something themselves.
 * @returns what ends it
 */
export function tijdensOpbouw(binnen: HTMLElement, doe: () => void): () => void {
  const stop = () => {
    mutaties.disconnect();
    maten.disconnect();
    clearTimeout(geduld);
    for (const soort of IETS_ANDERS) window.removeEventListener(soort, stop);
  };
  const mutaties = new MutationObserver(doe);
  const maten = new ResizeObserver(doe);
  mutaties.observe(binnen, { childList: true, subtree: true });
  maten.observe(binnen);
  const geduld = setTimeout(stop, GEDULD_MS);
  for (const soort of IETS_ANDERS) window.addEventListener(soort, stop);
  doe();
  return stop;
}

function herkenning(element: Element): Herkenning {
  return {
    soort: element.localName,
    id: element.id,
    href: element.getAttribute('href'),
    tekst: element.textContent.trim(),
    plaats: element.closest('[data-plaats]')?.getAttribute('data-plaats') ?? null,
  };
}

function isGelijk(een: Herkenning, ander: Herkenning): boolean {
  return JSON.stringify(een) === JSON.stringify(ander);
}

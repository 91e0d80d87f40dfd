/** How long a screen may take to show its heading before focus stays where it is. */
const GEDULD_MS = 5_000;

/**
 * Moves focus to the h1 of the new screen, as soon as it is there: to a screen reader, this is what a new page is.
 * Gives up when the person has moved focus into the screen by then.
 * @returns a function that ends the waiting.
 */
export function focusKop(binnen: HTMLElement): () => void {
  const begin = document.activeElement;
  const probeer = (): boolean => {
    const kop = binnen.querySelector<HTMLElement>('main h1');
    if (!kop) return false;
    const nu = document.activeElement;
    if (nu === begin || nu === null || nu === document.body) {
      // A screen to type in begins where one types.
      const veld = binnen.querySelector<HTMLElement>('main [data-begin]');
      if (veld === null) kop.tabIndex = -1;
      (veld ?? kop).focus({ preventScroll: true });
    }
    return true;
  };
  if (probeer()) return () => {};

  const stop = () => {
    waarnemer.disconnect();
    clearTimeout(geduld);
  };
  const waarnemer = new MutationObserver(() => {
    if (probeer()) stop();
  });
  waarnemer.observe(binnen, { childList: true, subtree: true });
  const geduld = setTimeout(stop, GEDULD_MS);
  return stop;
}

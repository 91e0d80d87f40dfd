/** Fired on `window` after the address changed by `ga`; the browser's own back and forward fire `popstate`. */
export const GENAVIGEERD = 'regietafel:genavigeerd';

/**
 * Goes to another screen of the app without loading the page.
 * @param pad a path within the app, such as `/casussen/nieuw`.
 * @param opties `vervang`: the current address does not stay in the history.
 */
export function ga(pad: string, opties: { readonly vervang?: boolean } = {}): void {
  if (opties.vervang) history.replaceState(null, '', pad);
  else history.pushState(null, '', pad);
  window.dispatchEvent(new Event(GENAVIGEERD));
}

/** Lets plain clicks on links within the app go by `ga`. @returns a function that ends it. */
export function vangLinks(): () => void {
  const opKlik = (gebeurtenis: MouseEvent) => {
    const pad = padVanKlik(gebeurtenis);
    if (pad === undefined) return;
    gebeurtenis.preventDefault();
    ga(pad);
  };
  document.addEventListener('click', opKlik);
  return () => document.removeEventListener('click', opKlik);
}

/** Where a click leads within the app; undefined when the browser should handle it: new tab, download, other site. */
function padVanKlik(klik: MouseEvent): string | undefined {
  if (klik.defaultPrevented || klik.button !== 0) return undefined;
  if (klik.metaKey || klik.ctrlKey || klik.shiftKey || klik.altKey) return undefined;
  const link = klik.target instanceof Element ? klik.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target !== '' || link.hasAttribute('download'))
    return undefined;
  const doel = new URL(link.href);
  if (doel.origin !== location.origin || doel.pathname.startsWith('/api/')) return undefined;
  // A link to a place on this page: the browser scrolls and moves focus.
  if (doel.hash !== '' && doel.pathname === location.pathname) return undefined;
  return doel.pathname;
}

/** Sets the title of the page: the screen first, because tabs and screen readers cut off the end. */
export function zetTitel(scherm: string): void {
  document.title = `${scherm} · Regietafel`;
}

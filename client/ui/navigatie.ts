import { isIetsTeVerliezen, magNaarAnderScherm } from './onbewaard.ts';

/** Fired on `window` after the address changed: by `ga`, or by the browser's own back and forward. */
export const GENAVIGEERD = 'regietafel:genavigeerd';

/** The number of the entry of the history that is on the screen. */
let hier = 0;
/** The entry to which the person may go, now that they were asked. */
let mag: number | undefined;

/**
 * Goes to another screen of the app without loading the page. What isn't saved is asked about first; not when the
 * address is replaced, for then the person goes nowhere, but is sent on.
 * @param pad a path within the app, such as `/casussen/nieuw`.
 * @param opties `vervang`: the current address does not stay in the history.
 */
export function ga(pad: string, opties: { readonly vervang?: boolean } = {}): void {
  if (opties.vervang) {
    history.replaceState({ nummer: hier }, '', pad);
    meld();
  } else if (isIetsTeVerliezen()) {
    void magNaarAnderScherm().then((magDat) => {
      if (magDat) duw(pad);
    });
  } else duw(pad);
}

/** Lets plain clicks on links within the app, back and forward go by `ga`'s rules. @returns a function that ends it. */
export function vangNavigatie(): () => void {
  // After F5 the entry still has its number.
  hier = nummerVan(history.state) ?? 0;
  history.replaceState({ nummer: hier }, '');
  document.addEventListener('click', opKlik);
  window.addEventListener('popstate', opTerug);
  return () => {
    document.removeEventListener('click', opKlik);
    window.removeEventListener('popstate', opTerug);
  };
}

function opKlik(gebeurtenis: MouseEvent): void {
  const pad = padVanKlik(gebeurtenis);
  if (pad === undefined) return;
  gebeurtenis.preventDefault();
  ga(pad);
}

/** Back or forward: the address has changed already, so who must be asked first goes back to where they were. */
function opTerug(gebeurtenis: PopStateEvent): void {
  const naar = nummerVan(gebeurtenis.state);
  // Here again, because of the question below.
  if (naar === hier) return;
  if (naar === undefined || naar === mag || !isIetsTeVerliezen()) {
    hier = naar ?? hier;
    mag = undefined;
    meld();
    return;
  }
  void vraagTerug(naar, naar - hier);
}

async function vraagTerug(naar: number, stap: number): Promise<void> {
  const hierWeer = new Promise((klaar) => window.addEventListener('popstate', klaar, { once: true }));
  history.go(-stap);
  await hierWeer;
  if (!(await magNaarAnderScherm())) return;
  mag = naar;
  history.go(stap);
}

function duw(pad: string): void {
  hier += 1;
  history.pushState({ nummer: hier }, '', pad);
  meld();
}

function meld(): void {
  window.dispatchEvent(new Event(GENAVIGEERD));
}

function nummerVan(staat: unknown): number | undefined {
  const heeft = typeof staat === 'object' && staat !== null && 'nummer' in staat;
  return heeft && typeof staat.nummer === 'number' ? staat.nummer : undefined;
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

import { isIetsTeVerliezen, magNaarElders } from './onbewaard.ts';
import { plaatsUit } from './plaats.ts';
import { type Plek, plekNu } from './plek.ts';

/** How the address changed: by going on, by the browser's own back and forward, or without the person going anywhere. */
export type Beweging = 'verder' | 'terug' | 'vervangen';

/** Fired on `window` after the address changed. */
export class Genavigeerd extends Event {
  readonly beweging: Beweging;
  /** Where they were when they left what they come back to; null: unknown, or they don't come back. */
  readonly plek: Plek | null;

  constructor(beweging: Beweging, plek: Plek | null = null) {
    super(Genavigeerd.naam);
    this.beweging = beweging;
    this.plek = plek;
  }

  static readonly naam = 'regietafel:genavigeerd';
}

/** The number of the entry of the history that is on the screen, and its path. */
let hier = 0;
let hierPad = '';
/** The entry to which the person may go, now that they were asked. */
let mag: number | undefined;
/** Where somebody was at each entry when they left it. */
const plekken = new Map<number, Plek>();

/**
 * Goes to another place of the app without loading the page. What isn't saved is asked about first; not when the
 * address is replaced, for then the person goes nowhere, but is sent on.
 * @param pad a path within the app, such as `/casussen/nieuw`.
 * @param opties `vervang`: the current address does not stay in the history; `vandaar`: where one is sent on from.
 */
export function ga(
  pad: string,
  opties: { readonly vervang?: boolean; readonly vandaar?: string } = {},
): void {
  if (opties.vervang) {
    history.replaceState({ nummer: hier, vandaar: opties.vandaar }, '', pad);
    meld('vervangen');
    return;
  }
  const elders = isAnderScherm(pad);
  if (isIetsTeVerliezen(elders)) {
    void magNaarElders(elders).then((magDat) => {
      if (magDat) duw(pad);
    });
  } else duw(pad);
}

/** Lets plain clicks on links within the app, back and forward go by `ga`'s rules. @returns a function that ends it. */
export function vangNavigatie(): () => void {
  // After F5 the entry still has its number.
  hier = nummerVan(history.state) ?? 0;
  hierPad = location.pathname;
  history.replaceState({ ...history.state, nummer: hier }, '');
  // What one comes back to is drawn anew first.
  history.scrollRestoration = 'manual';
  document.addEventListener('click', opKlik);
  window.addEventListener('popstate', opTerug);
  return () => {
    document.removeEventListener('click', opKlik);
    window.removeEventListener('popstate', opTerug);
  };
}

/** Forgets where people were: who signs in next may be somebody else. */
export function vergeetPlekken(): void {
  plekken.clear();
}

/** From where somebody was sent on to this address; it stands with it, so that F5 doesn't lose it (ST15). */
export function vandaar(): string {
  const staat: unknown = history.state;
  const heeft = typeof staat === 'object' && staat !== null && 'vandaar' in staat;
  return heeft && typeof staat.vandaar === 'string' ? staat.vandaar : '/';
}

export function vergeetVandaar(): void {
  history.replaceState({ nummer: hier }, '');
}

/** Whether a path is on another screen than the one that is there now: another place on the same board isn't. */
function isAnderScherm(pad: string): boolean {
  return scherm(pad) !== scherm(hierPad);
}

function scherm(pad: string): string {
  return plaatsUit(pad.toLowerCase())?.casusId ?? pad;
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
  const elders = isAnderScherm(location.pathname);
  if (naar === undefined || naar === mag || !isIetsTeVerliezen(elders)) {
    plekken.set(hier, plekNu());
    hier = naar ?? hier;
    mag = undefined;
    meld('terug', plekken.get(hier));
    return;
  }
  void vraagTerug(naar, naar - hier, elders);
}

async function vraagTerug(naar: number, stap: number, elders: boolean): Promise<void> {
  const hierWeer = new Promise((klaar) => window.addEventListener('popstate', klaar, { once: true }));
  history.go(-stap);
  await hierWeer;
  if (!(await magNaarElders(elders))) return;
  mag = naar;
  history.go(stap);
}

function duw(pad: string): void {
  // Asking for where one is already, is arriving there again.
  if (pad !== location.pathname) {
    plekken.set(hier, plekNu());
    hier += 1;
    history.pushState({ nummer: hier }, '', pad);
    plekken.delete(hier);
  }
  meld('verder');
}

function meld(beweging: Beweging, plek: Plek | null = null): void {
  hierPad = location.pathname;
  window.dispatchEvent(new Genavigeerd(beweging, plek));
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

import type { ReactiveControllerHost } from 'lit';

/** A key, and what it does where it stands. */
export interface Toets {
  /** As the browser names it (`j`, `Enter`, `?`), or two after one another: `g n`. */
  readonly toets: string;
  /** What it does, for the list of keys. */
  readonly naam: string;
  /** @returns false when there is nothing to do: the browser does with the key what it does. */
  readonly doe: () => boolean | undefined;
}

/** How long the second of two keys may take. */
const TWEEDE_MS = 1_500;
const UIT = 'regietafel-toetsen';

/** How long what is typed is kept for what isn't there yet. */
const VOORUIT_MS = 5_000;

/** What was typed since something was asked for to type in; null: nothing was. */
let vooruit: string | null = null;

const alles = new Set<() => readonly Toets[]>();
let eerste = '';
let wacht: ReturnType<typeof setTimeout> | undefined;

/**
 * The keys of a part of the screen, for as long as it stands. One registry: all of them are listed together, and all
 * can be switched off (WCAG 2.1.4), for who speaks to the computer, or whose hand trembles. They do nothing while one
 * types, nor behind a window.
 *
 * @example constructor() { super(); hoortToetsen(this, () => [{ toets: 'j', naam: 'Volgende regel', doe: this.verder }]); }
 */
export function hoortToetsen(host: ReactiveControllerHost, toetsen: () => readonly Toets[]): void {
  host.addController({
    hostConnected: () => {
      if (alles.size === 0) document.addEventListener('keydown', opToets);
      alles.add(toetsen);
    },
    hostDisconnected: () => {
      alles.delete(toetsen);
      if (alles.size === 0) document.removeEventListener('keydown', opToets);
    },
  });
}

/** All keys that do something now, those of the frame first. */
export function toetsenNu(): readonly Toets[] {
  return [...alles].flatMap((toetsen) => toetsen());
}

/** Whether keys do something in this browser. */
export function toetsenAan(): boolean {
  try {
    return localStorage.getItem(UIT) !== 'uit';
  } catch {
    // A browser that keeps nothing: as it is by itself.
    return true;
  }
}

/** Switches all keys on or off, in this browser. */
export function zetToetsen(aan: boolean): void {
  try {
    if (aan) localStorage.removeItem(UIT);
    else localStorage.setItem(UIT, 'uit');
  } catch {
    // As above.
  }
}

/** For a key that opens a field whose code may still come: what is typed until then does nothing else, and is kept for it. */
export function vangOp(doe: Toets['doe']): Toets['doe'] {
  return () => {
    vooruit = '';
    wacht = setTimeout(watVooruitGetypt, VOORUIT_MS);
    return doe();
  };
}

/** What was typed for this field before it was there. */
export function watVooruitGetypt(): string {
  const getypt = vooruit ?? '';
  vooruit = null;
  return getypt;
}

function opToets(gebeurtenis: KeyboardEvent): void {
  if (gebeurtenis.defaultPrevented || gebeurtenis.isComposing || gebeurtenis.repeat) return;
  if (gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.altKey || isTypen(gebeurtenis.target)) return;
  if (!toetsenAan() || document.querySelector('dialog[open]') !== null) return;
  if (vooruit !== null && gebeurtenis.key.length === 1) {
    vooruit += gebeurtenis.key;
    gebeurtenis.preventDefault();
    return;
  }
  const samen = eerste === '' ? gebeurtenis.key : `${eerste} ${gebeurtenis.key}`;
  const toetsen = toetsenNu();
  clearTimeout(wacht);
  eerste = '';
  // The innermost part stands last.
  const gevonden = toetsen.findLast(({ toets }) => toets === samen);
  if (gevonden !== undefined) {
    if (gevonden.doe() !== false) gebeurtenis.preventDefault();
    return;
  }
  if (!toetsen.some(({ toets }) => toets.startsWith(`${samen} `))) return;
  eerste = samen;
  wacht = setTimeout(() => {
    eerste = '';
  }, TWEEDE_MS);
}

/** Whether somebody types there, or chooses with letters. */
function isTypen(waar: EventTarget | null): boolean {
  return (
    waar instanceof HTMLElement &&
    (waar.isContentEditable ||
      waar.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])'))
  );
}

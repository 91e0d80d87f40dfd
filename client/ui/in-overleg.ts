/**
 * In which overleg this tab is, from coming to its page until stepping out: so long a line about it stands on every
 * screen (OV3). A random id, kept with the tab; it goes with signing out.
 */
const SLEUTEL = 'regietafel:overleg';

/** Fired on `window` when one comes in an overleg, or steps out. */
export const IN_OVERLEG = 'regietafel:in-overleg';

let nu: string | null | undefined;

/** Null: in none. */
export function inOverleg(): string | null {
  if (nu === undefined) {
    try {
      nu = sessionStorage.getItem(SLEUTEL);
    } catch {
      // A browser may keep nothing for a page: then a reload steps out.
      nu = null;
    }
  }
  return nu;
}

/** Comes in an overleg, or steps out of the one that one is in. */
export function zetInOverleg(overlegId: string | null): void {
  if (overlegId === inOverleg()) return;
  nu = overlegId;
  try {
    if (overlegId === null) sessionStorage.removeItem(SLEUTEL);
    else sessionStorage.setItem(SLEUTEL, overlegId);
  } catch {
    // As above.
  }
  window.dispatchEvent(new Event(IN_OVERLEG));
}

import { voorWie } from '../api/api.ts';

/**
 * Which leefgebieden somebody has open in a casus, kept in this browser: codes that are the same in every casus, no
 * content. It goes when they sign out.
 */
const SLEUTEL = 'regietafel:open:';

/** What was open the last time; undefined: never been here. */
export function onthoudenOpen(casusId: string): ReadonlySet<string> | undefined {
  try {
    const bewaard = localStorage.getItem(sleutel(casusId));
    return bewaard === null ? undefined : new Set(bewaard.split(' ').filter((code) => code !== ''));
  } catch {
    // A browser may keep nothing for a page: then it starts as new.
    return undefined;
  }
}

/** Keeps what is open now. */
export function onthoudOpen(casusId: string, open: ReadonlySet<string>): void {
  try {
    localStorage.setItem(sleutel(casusId), [...open].join(' '));
  } catch {
    // As above.
  }
}

/** Forgets it, of whoever used this browser: who signs in next here may be somebody else. */
export function vergeetOpen(): void {
  try {
    for (const naam of Object.keys(localStorage)) if (naam.startsWith(SLEUTEL)) localStorage.removeItem(naam);
  } catch {
    // As above.
  }
}

function sleutel(casusId: string): string {
  return `${SLEUTEL}${voorWie().persoon ?? ''}:${casusId}`;
}

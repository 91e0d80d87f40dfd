import { voorWie } from '../api/api.ts';

/** Where a line for who is new stands, in the order of the board. */
export const UITLEGPLEKKEN = ['nu', 'weten', 'wie', 'dicht'] as const;

/** One of those places. */
export type Uitlegplek = (typeof UITLEGPLEKKEN)[number];

/**
 * Which lines somebody closed, kept in this browser: words that are the same for everyone, and of no casus. Unlike
 * what stands open (`onthouden.ts`) it stays after signing out: what is closed is closed for good.
 */
const SLEUTEL = 'regietafel:uitleg:';

/** What was closed in this page, by key: a browser may keep nothing for a page. */
const hier = new Map<string, ReadonlySet<Uitlegplek>>();
const volgers = new Set<() => void>();

/** What who looks closed already. */
export function gesloten(): ReadonlySet<Uitlegplek> {
  const naam = sleutel();
  return new Set([...(hier.get(naam) ?? []), ...bewaard(naam)]);
}

/** Closes lines, for good. */
export function sluitUitleg(plekken: readonly Uitlegplek[]): void {
  const naam = sleutel();
  const alle = new Set([...gesloten(), ...plekken]);
  hier.set(naam, alle);
  try {
    localStorage.setItem(naam, [...alle].join(' '));
  } catch {
    // Then it is closed until this page goes.
  }
  for (const vertel of volgers) vertel();
}

/** Tells when a line was closed. @returns what ends that */
export function volgUitleg(vertel: () => void): () => void {
  volgers.add(vertel);
  return () => {
    volgers.delete(vertel);
  };
}

function bewaard(naam: string): readonly Uitlegplek[] {
  try {
    const woorden = new Set(localStorage.getItem(naam)?.split(' '));
    return UITLEGPLEKKEN.filter((plek) => woorden.has(plek));
  } catch {
    return [];
  }
}

function sleutel(): string {
  return `${SLEUTEL}${voorWie().persoon ?? ''}`;
}
